/* sendctl pupil arrive, pupil leave, pupil merge: children who come and go. */
#include "pupil_move.h"
#include "nouns.h"
#include "pack.h"
#include <sen/childfile.h>
#include <string.h>

struct args {
	struct texts pupils;
	sen_date on, asked, received, met, assessed, settled, talked, sent, receipt;
	const char *from_school, *next_school, *note, *pack;
	struct disclose_args disclose;
};

static int name_of(struct app *app, const char *text, const char **out, struct sen_err *err)
{
	struct sen_transfer one;
	int rc = 0;
	*out = NULL;
	sen_record_blank(&sen_transfer_record, &one);
	if (text)
		rc = sen_field_set(app->store, sen_field_named(&sen_transfer_record, "other_school"), &one,
				   text, err);
	if (rc == 0)
		*out = one.other_school;
	return rc;
}

/* ---- arrive ---- */

static int arrive_one(struct app *app, const struct args *a, int64_t pupil_id, struct sen_err *err)
{
	struct sen_transfer *move = sen_record_new(app->arena, &sen_transfer_record);
	bool made = false;
	char day[16], until[16];
	int rc = name_of(app, a->from_school, &move->other_school, err);
	if (rc < 0)
		return rc;
	move->pupil_id = pupil_id;
	move->moved_on = a->on;
	move->file_asked_on = a->asked;
	move->file_on = a->received;
	move->parents_met_on = a->met;
	move->assessed_on = a->assessed;
	move->settled_on = a->settled;
	move->handed_over_on = a->talked;
	move->note = a->note;
	if ((rc = sen_pupil_arrive(app->store, move, &made, err)) < 0)
		return rc;
	app_wrote(app, &sen_transfer_record, move->head.id);
	if (!made) {
		app_say(app, "%s: added to the arrival of %s.", app_child(app, pupil_id),
			sen_date_long(move->moved_on, day));
		return 0;
	}
	app_say(app, "%s: came on %s%s%s.", app_child(app, pupil_id), sen_date_long(move->moved_on, day),
		move->other_school ? " from " : "", move->other_school ? move->other_school : "");
	if (move->watched_until != SEN_NO_DATE)
		app_say(app, "  watched to the end of the half term, %s",
			sen_date_long(move->watched_until, until));
	app_say(app, "  what is owed now: sendctl pupil show P%lld", (long long)pupil_id);
	return move_say_came(app, pupil_id, err);
}

static int arrive(struct app *app, const void *args, struct sen_err *err)
{
	const struct args *a = args;
	int64_t *ids;
	size_t count;
	int rc = app_pupils_all(app, &a->pupils, &ids, &count, err);
	for (size_t i = 0; i < count && rc == 0; i++)
		rc = arrive_one(app, a, ids[i], err);
	return rc;
}
#define PUPILS                                                                                       \
	OPT_ROW_WORDS(struct args, pupils, "PUPILS", OPT_POSITIONAL | OPT_REQUIRED | OPT_REST, NULL, \
		      "the children: P12, zoe@3B, @6R, year:6")
static const struct opt arrive_opts[] = {
	PUPILS,
	OPT_ROW_DATE(struct args, on, "on", 0, "the first day here (the day the MIS tells, else today)"),
	OPT_ROW_WORD(struct args, from_school, "from-school", 0, "NAME", "the school or setting before"),
	OPT_ROW_DATE(struct args, asked, "asked", 0, "the day the file was asked for"),
	OPT_ROW_DATE(struct args, received, "received", 0, "the day the file came"),
	OPT_ROW_DATE(struct args, met, "met", 0, "the day the parents were met"),
	OPT_ROW_DATE(struct args, assessed, "assessed", 0, "the day the child was assessed"),
	OPT_ROW_DATE(struct args, talked, "talked", 0, "the day it was talked over with the school before"),
	OPT_ROW_DATE(struct args, settled, "settled", 0, "the day the child had settled: watched no more"),
	OPT_ROW_TEXT(struct args, note, "note", 0, "TEXT", "a note"),
};
static const char *const arrive_examples[] = {
	"sendctl pupil arrive zoe@3B --on 2026-11-23 --from-school \"Oak Lodge Primary\"",
	"sendctl pupil arrive P41 --asked today --met 2026-11-30", NULL};
const struct cmd pupil_arrive_cmd = {
	.noun = "pupil",
	.verb = "arrive",
	.summary = "a child has come: file asked for, parents met, assessed, watched",
	.about = "What is owed for an arrival, and by when, is in the school's policy; a limit that the "
		 "policy "
		 "does not state is a judgement. Give it again with the days on which the steps were done.",
	.flags = CMD_WRITES | CMD_MANY,
	.opts = arrive_opts,
	.opt_count = SEN_COUNT(arrive_opts),
	.args_size = sizeof(struct args),
	.examples = arrive_examples,
	.run = arrive,
};

/* ---- leave ---- */

static void say_count(struct app *app, struct sen_buf *list, size_t count, const char *one, const char *many)
{
	list->arena = app->arena;
	if (count)
		sen_buf_addf(list, "%s%zu %s", list->len ? ", " : "", count, count == 1 ? one : many);
}

static void say_left(struct app *app, const struct sen_transfer *move, const struct sen_left *left)
{
	struct sen_buf closed = {.arena = app->arena};
	char day[16];
	long long id = move->pupil_id;
	app_say(app, "%s: %s%s is the last day on roll%s%s.", app_child(app, move->pupil_id),
		left->later ? "planned: " : "", sen_date_long(move->moved_on, day),
		move->other_school ? "; next school " : "", move->other_school ? move->other_school : "");
	if (left->on_register)
		sen_buf_add(&closed, "the level");
	say_count(app, &closed, left->concerns, "concern", "concerns");
	say_count(app, &closed, left->referrals, "referral", "referrals");
	say_count(app, &closed, left->actions, "action", "actions");
	say_count(app, &closed, left->plans, "plan", "plans");
	say_count(app, &closed, left->provisions, "provision", "provisions");
	say_count(app, &closed, left->periods, "line of the file", "lines of the file");
	if (closed.len)
		app_say(app, "  closed, as the child left: %s", closed.text);
	if (left->later)
		app_say(app,
			"  what else is open stays so until then; give it again on the day: sendctl pupil "
			"leave P%lld",
			id);
	if (move->file_on == SEN_NO_DATE)
		app_say(app, "  when the file has gone: sendctl pupil leave P%lld --sent DATE", id);
	else if (move->receipt_on == SEN_NO_DATE)
		app_say(app, "  when its receipt has come: sendctl pupil leave P%lld --receipt DATE", id);
}

static int leave_one(struct app *app, const struct args *a, int64_t pupil_id, struct packing *packing,
		     struct sen_err *err)
{
	struct sen_transfer *move = sen_record_new(app->arena, &sen_transfer_record);
	struct sen_left left;
	int rc = name_of(app, a->next_school, &move->other_school, err);
	if (rc < 0)
		return rc;
	move->pupil_id = pupil_id;
	move->moved_on = a->on;
	move->file_on = a->sent;
	move->receipt_on = a->receipt;
	move->handed_over_on = a->talked;
	move->note = a->note;
	if ((rc = sen_pupil_leave(app->store, move, &left, err)) < 0)
		return rc;
	app_wrote(app, &sen_transfer_record, move->head.id);
	say_left(app, move, &left);
	if ((left.ehc && (rc = move_say_left(app, move, &left, err)) < 0) ||
	    (rc = move_say_appeals(app, pupil_id, err)) < 0)
		return rc;
	return a->pack ? pack_add(packing, move, err) : 0;
}

static int leave(struct app *app, const void *args, struct sen_err *err)
{
	const struct args *a = args;
	struct packing packing;
	int64_t *ids;
	size_t count;
	int rc = app_pupils_all(app, &a->pupils, &ids, &count, err);
	if (rc < 0 || (a->pack && (rc = pack_begin(app, a->pack, count, &packing, err)) < 0))
		return rc;
	packing.disclose = a->disclose;
	for (size_t i = 0; i < count && rc == 0; i++)
		rc = leave_one(app, a, ids[i], &packing, err);
	return rc < 0 || !a->pack ? rc : pack_end(&packing, err);
}
static const struct opt leave_opts[] = {
	PUPILS,
	OPT_ROW_DATE(struct args, on, "on", 0, "the last day on roll (the day the MIS tells, else today)"),
	OPT_ROW_WORD(struct args, next_school, "next-school", 0, "NAME", "the school the child goes to"),
	OPT_ROW_DATE(struct args, talked, "talked", 0, "the day it was talked over with the next school"),
	OPT_ROW_DATE(struct args, sent, "sent", 0, "the day the file was sent"),
	OPT_ROW_DATE(struct args, receipt, "receipt", 0, "the day its receipt came"),
	{OPT_FILE, "pack", 0, OPT_AT(struct args, pack, const char *), 0, "DIR", NULL,
	 "write the child's SEN file for the next school into this new folder"},
	OPT_ROW_WORD(struct args, disclose.ground, "ground", 0, "CODE",
		     "of an EHC plan in the file: consent, or the ground of the law"),
	OPT_ROW_TEXT(struct args, disclose.why, "why", 0, "TEXT", "of an EHC plan in the file: what for"),
	OPT_ROW_TEXT(struct args, note, "note", 0, "TEXT", "a note"),
};
static const char *const leave_examples[] = {
	"sendctl pupil leave zoe@3B --on 2026-12-18 --next-school \"Oak Lodge Primary\"",
	"sendctl pupil leave P41 --pack p41-file", "sendctl pupil leave P41 --sent today", NULL};
const struct cmd pupil_leave_cmd = {
	.noun = "pupil",
	.verb = "leave",
	.summary = "a child has left: what is open is closed, the file is owed",
	.about = "From the last day on, open concerns, referrals, actions, plans, the register entry and the "
		 "lines "
		 "of "
		 "the file are closed with the reason. The file and the common transfer file go to the next "
		 "school within fifteen school days (SI 2005/1437 reg 9); give the command again with the "
		 "day.\n\n"
		 "--pack writes the file, also for a child who has left: index.html, pages to read, the same "
		 "as JSON, what is attached, and digests. With several children it has a folder for each. "
		 "Safeguarding stands in it by date and system only. An EHC plan, its annual reviews and the "
		 "papers of the case are in it only with consent, on a ground of regulation 17 (--ground, "
		 "--why), or because the next school is named in Section I; else the file goes without them, "
		 "and it says so. Sending it is for you to do: seal it, "
		 "send it, then say so with --sent.",
	.flags = CMD_WRITES | CMD_MANY,
	.opts = leave_opts,
	.opt_count = SEN_COUNT(leave_opts),
	.args_size = sizeof(struct args),
	.examples = leave_examples,
	.run = leave,
};

/* ---- merge ---- */

struct merge_args {
	const char *keep, *other;
};

static int merge(struct app *app, const void *args, struct sen_err *err)
{
	const struct merge_args *a = args;
	struct sen_merged merged;
	int64_t keep, other;
	int rc = app_pupil(app, a->keep, &keep, err);
	if (rc < 0 || (rc = app_pupil(app, a->other, &other, err)) < 0)
		return rc;
	const char *second = app_child(app, other);
	if (app->tty_in && app->tty_err &&
	    (rc = app_confirm(app, err, "Is P%lld, %s, the same child as P%lld, %s?", (long long)other,
			      second, (long long)keep, app_child(app, keep))) < 0)
		return rc;
	if ((rc = sen_pupil_merge(app->store, keep, other, &merged, err)) < 0)
		return rc;
	app_wrote(app, &sen_pupil_record, keep);
	app_say(app, "%s: %zu %s moved from P%lld to P%lld. P%lld is removed: it stays in the file, marked.",
		app_child(app, keep), merged.moved, merged.moved == 1 ? "entry" : "entries", (long long)other,
		(long long)keep, (long long)other);
	if (merged.left)
		app_say(app, "  removed with it, as P%lld has its own in that time: %s", (long long)keep,
			merged.left);
	app_say(app, "  a note keeps what P%lld said of itself.", (long long)other);
	return move_say_cases(app, keep, err);
}
static const struct opt merge_opts[] = {
	OPT_ROW_WORD(struct merge_args, keep, "PUPIL", OPT_POSITIONAL | OPT_REQUIRED, NULL,
		     "the record that stays: P12"),
	OPT_ROW_WORD(struct merge_args, other, "OTHER", OPT_POSITIONAL | OPT_REQUIRED, NULL,
		     "the second record of the same child: P41"),
};
static const char *const merge_examples[] = {"sendctl pupil merge P12 P41", NULL};
const struct cmd pupil_merge_cmd = {
	.noun = "pupil",
	.verb = "merge",
	.summary = "two records of one child become one",
	.about = "All that the second record holds goes to the first; what the first lacks is filled in; the "
		 "second UPN is kept as a former one. The second record is removed, which 'sendctl undo' "
		 "takes "
		 "back whole.",
	.flags = CMD_WRITES,
	.opts = merge_opts,
	.opt_count = SEN_COUNT(merge_opts),
	.args_size = sizeof(struct merge_args),
	.examples = merge_examples,
	.run = merge,
};
