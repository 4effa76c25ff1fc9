/* The shape of a policy file as tables: which keys an object may have, of
 * which kind, and what they point at. policy_check.c holds a file against it. */
#ifndef RULES_POLICY_SHAPE_H
#define RULES_POLICY_SHAPE_H

#include <sen/json.h>
#include <sen/policy.h>

enum shape_kind {
	SHAPE_TEXT,
	SHAPE_INT,    /* a whole number, 0 or more */
	SHAPE_SIGNED, /* a whole number */
	SHAPE_BOOL,
	SHAPE_DATE,   /* "2026-09-01" or null */
	SHAPE_CHOICE, /* `of`: words parted by | */
	SHAPE_TEXTS,  /* a list of texts */
	SHAPE_WORDS, /* a list of words of `of` ('told'), or codes of a list ("level:C": policy_check_word) */
	SHAPE_REF,   /* the code of an item of the list `of` ("levels") */
	SHAPE_REFS,  /* a list of them */
	SHAPE_OBJECT, /* `shape` */
	SHAPE_LIST    /* of objects of `shape`, their codes unique */
};

struct shape;
struct shape_field {
	const char *key;
	enum shape_kind kind;
	bool required;
	const char *of;
	const struct shape *shape;
	const char *section; /* of a top-level list: what `policy show` calls its items */
};
struct shape {
	const struct shape_field *fields;
	size_t count;
	const struct shape *base; /* its fields are allowed too */
	bool has_basis;		  /* says where it comes from: cite, basis */
};

extern const struct shape policy_root_shape, policy_concern_shape;

/* Where in the file we are; written out only for a fault. */
struct shape_path {
	const struct shape_path *up;
	const char *key; /* NULL: a place in a list */
	size_t index;
};
struct policy_reader {
	struct sen_arena *arena;
	const struct sen_json *root;
	struct sen_fault *faults;
	size_t count, cap;
};

void policy_fault(struct policy_reader *reader, const struct shape_path *path, const char *fmt, ...)
	SEN_PRINTF(3, 4);
/* Holds a node against a shape; every fault is kept. */
void policy_check(struct policy_reader *reader, const struct shape_path *path, const struct sen_json *node,
		  const struct shape *shape);
/* A limit has the number its kind asks for. */
void policy_check_limit(struct policy_reader *reader, const struct shape_path *path,
			const struct sen_json *node);
/* A cite of the policy names headings it has, where the file lists them. */
void policy_check_cite(struct policy_reader *reader, const struct shape_path *path,
		       const struct sen_json *cite);
/* A word of SHAPE_WORDS. */
void policy_check_word(struct policy_reader *reader, const struct shape_path *path,
		       const struct sen_json *node, const char *words);
/* What no table can say: one monitored level, on_import, N on the register;
 * steps in a circle, targets upside down, old words without the new. */
void policy_check_levels(struct policy_reader *reader);
void policy_check_items(struct policy_reader *reader);
/* The item of a top-level list ("levels", "concern.steps") with that code. */
const struct sen_json *policy_item(const struct sen_json *root, const char *list, const char *code);
const struct sen_json *policy_list(const struct sen_json *root, const char *list);
/* A faultless tree as the struct. */
void policy_build(struct sen_arena *arena, const struct sen_json *root, struct sen_policy *out);

#endif
