/* The SEN files of children for their next schools, in a folder made whole or
 * not at all: pages, the same as JSON, what is attached, digests. */
#ifndef PACK_H
#define PACK_H

#include "disclosure.h"

#include <sen/childfile.h>
#include <sen/file.h>
#include <sen/school.h>

struct packing {
	struct app *app;
	bool many; /* then a folder a child in it: P12 */
	struct sen_folder folder;
	struct disclose_args disclose; /* on what ground an EHC plan goes with it; or blank */
};
/* SEN_CONFLICT when the folder is there and not empty. */
int pack_begin(struct app *app, const char *path, size_t children, struct packing *out, struct sen_err *err)
	SEN_MUST_CHECK;
/* The file of one child as the transaction sees it, audited as an export. */
int pack_add(struct packing *packing, const struct sen_transfer *leaving, struct sen_err *err) SEN_MUST_CHECK;
/* Puts the folder in place. Nothing of it is left when the command fails. */
int pack_end(struct packing *packing, struct sen_err *err) SEN_MUST_CHECK;

/* ---- Inside: pack_pages.c fills the folder, pack.c begins and ends it ---- */

struct packed { /* a line of the index */
	const char *name, *what;
	int64_t lines;
	struct sen_file_digest digest;
};
struct pack {
	struct app *app;
	int64_t pupil_id;
	const struct sen_transfer *leaving; /* NULL: not for the next school */
	struct sen_style style;
	const char *folder; /* being filled */
	struct packed *files;
	size_t count, cap;
	struct sen_buf sha256, blake2b, none; /* the lists of digests; what there is none of */
	char day[11];			      /* the child's page is as of the last day here */
	struct sen_value values[2];	      /* :pupil and :day */
	struct sen_ehc ehc;		      /* the plan that is guarded; head.id 0: none */
	bool with_plan;			      /* it goes too */
	int64_t *annual;		      /* its annual reviews, when it does not go */
	int64_t *papers;		      /* what is attached to them, or to a complaint: it stays */
	size_t annual_count, paper_count;
	bool others;	      /* and more is attached, which goes */
	const char *ehc_note; /* what the index says of it */
	/* When set, what every table goes through on its way to a page. */
	struct sen_table *(*through)(struct pack *pack, struct sen_table *table);
	const void *context; /* of whoever fills it */
};
/* One answer as a page and as JSON; of these the first that is set. */
struct pack_page {
	const char *file, *what, *title; /* title NULL: the query's */
	const struct sen_query *query;
	size_t values;	 /* of the pack's that it takes */
	int64_t concern; /* a concern's page; 0: a query */
	int64_t plan;	 /* a plan's page, without what is advice to this school */
	int (*open)(struct pack *pack, struct sen_table **table, struct sen_err *err); /* or NULL */
};
/* Ready to be filled: `last` is the day the child's page is of. */
void pack_open(struct pack *pack, sen_date last);
int pack_put(struct pack *pack, const struct pack_page *page, struct sen_err *err) SEN_MUST_CHECK;
/* The child's page with the parts that `with` says. */
int pack_put_child(struct pack *pack, const struct pack_page *page, bool (*with)(const char *part),
		   struct sen_err *err) SEN_MUST_CHECK;
/* A page each, with targets and results. */
int pack_put_plans(struct pack *pack, struct sen_err *err) SEN_MUST_CHECK;
/* A text (the lists of digests), and a line of the index for a file that is there. */
int pack_put_text(struct pack *pack, const char *name, const struct sen_buf *text, struct sen_err *err)
	SEN_MUST_CHECK;
int pack_listed(struct pack *pack, const char *name, const char *what, int64_t lines, struct sen_err *err)
	SEN_MUST_CHECK;
/* One attachment byte for byte, as "AT3-letter.pdf". */
int pack_put_attached(struct pack *pack, const struct sen_attachment *attachment, struct sen_err *err)
	SEN_MUST_CHECK;
const char *pack_attached_name(struct sen_arena *arena, const struct sen_attachment *attachment);
/* "Zoe O'Brien, born ..., UPN ..."; NULL: an error. */
const char *pack_whose(const struct pack *pack, struct sen_err *err);
/* What of a made folder is said beside its files: not encrypted. */
void pack_say_sealed(struct app *app);

/* "FOLDER/name" */
const char *pack_path(const struct pack *pack, const char *name);
/* One answer in one format; with no row no file. Closes the table. */
int pack_render(struct pack *pack, struct sen_table *table, const char *name, enum sen_format format,
		int64_t *rows, struct sen_err *err) SEN_MUST_CHECK;
/* pack_given.c: what was given, with the sessions the child had. */
int pack_provision(struct pack *pack, struct sen_table **table, struct sen_err *err) SEN_MUST_CHECK;
/* pack_ehc.c: decides whether the plan goes, keeps the disclosure, says so. */
int pack_ehc(struct pack *pack, const struct disclose_args *args, struct sen_err *err) SEN_MUST_CHECK;
/* Finds what is attached to such a plan, or to a complaint: pack_without leaves it out. */
int pack_kept_here(struct pack *pack, struct sen_err *err) SEN_MUST_CHECK;
/* Does the child have a plan which does not go? */
bool pack_stays(const struct pack *pack);
/* The table without what tells of a plan which does not go, and of complaints. */
struct sen_table *pack_without(struct pack *pack, struct sen_table *inner);
/* Does the part of the child's page tell of the plan; does what is attached go? */
bool pack_tells(const char *part);
bool pack_attached(const struct pack *pack, const struct sen_attachment *attachment);
/* When it goes: the case, what happened in it, the sections with their versions. */
int pack_put_ehc(struct pack *pack, struct sen_err *err) SEN_MUST_CHECK;
/* Every page, the same as JSON, and what is attached. */
int pack_pages(struct pack *pack, const char *child, struct sen_err *err) SEN_MUST_CHECK;

#endif
