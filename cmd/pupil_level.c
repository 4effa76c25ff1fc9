/* sendctl pupil level, pupil need: a child's standing. */
#include "nouns.h"
#include <ctype.h>
#include <sen/level.h>
#include <sen/text.h>
#include <string.h>

/* ---- level ---- */

struct level_args {
	const char *pupil, *level, *reason, *by, *told_by, *reg, *corrects;
	sen_date on, told;
};

static const char *kind_words(const struct sen_register_entry *entry)
{
	if (strcmp(entry->kind, "plan") == 0 || strcmp(entry->kind, "register") == 0)
		return "on the SEND register";
	return strcmp(entry->kind, "monitored") == 0 ? "monitored" : "not on the SEND register";
}

static void say_told(struct app *app, const struct sen_move *move)
{
	char day[16];
	bool on = strcmp(move->after.census, "K") == 0 || strcmp(move->after.census, "E") == 0;
	if (move->after.told_on != SEN_NO_DATE)
		app_say(app, "  Parents told: %s.", sen_date_long(move->after.told_on, day));
	else if (on || move->moved == SEN_MOVED_OFF)
		app_say(app, "  When were the parents told? Add it: sendctl pupil level P%lld %s --told DATE",
			(long long)move->pupil_id, move->moved == SEN_MOVED_OFF ? "off" : move->after.level);
}

static void say_move(struct app *app, const struct sen_move *move)
{
	const char *child = app_child(app, move->pupil_id);
	char day[16];
	sen_date on = move->after.from_on;
	const char *when = on == SEN_NO_DATE ? "an unknown day" : sen_date_long(on, day);
	switch (move->moved) {
	case SEN_MOVED_OFF:
		app_say(app, "%s: off the %s from %s (was '%s').", child,
			strcmp(move->before.kind, "monitored") == 0 ? "monitoring list" : "register", when,
			move->before.level_name);
		break;
	case SEN_MOVED_TOLD:
		app_say(app, "%s: stays at '%s'.", child, move->after.level_name);
		break;
	case SEN_MOVED_NOT:
		app_say(app, "%s: at '%s' since %s already.", child, move->after.level_name, when);
		return;
	case SEN_MOVED:
		app_say(app, "%s: '%s' from %s (%s), census %s, %s.", child, move->after.level_name, when,
			move->corrects != SEN_NO_INT
				? sen_format(app->arena, "in place of RG%lld", (long long)move->corrects)
			: move->before.head.id ? sen_format(app->arena, "was '%s'", move->before.level_name)
					       : "no level before",
			move->after.census, kind_words(&move->after));
		if (move->to && move->to->next)
			app_say(app, "  Next: %s.", move->to->next);
		break;
	}
	say_told(app, move);
	for (size_t i = 0; i < move->advice_count; i++)
		app_say(app, "  %s", move->advice[i]);
}

static int level(struct app *app, const void *args, struct sen_err *err)
{
	const struct level_args *a = args;
	struct sen_move move = {.level = a->level,
				.reason = a->reason,
				.by = a->by,
				.told_by = a->told_by,
				.on = a->on,
				.told = a->told,
				.on_register = a->reg,
				.corrects = SEN_NO_INT};
	int rc = app_pupil(app, a->pupil, &move.pupil_id, err);
	if (rc < 0)
		return rc;
	if (a->corrects && !sen_id_parse(a->corrects, sen_register_record.prefix, &move.corrects)) {
		sen_fail(err, SEN_USAGE, "--corrects: '%s' is no entry of the register", a->corrects);
		sen_hint(err, "entries are called RG1, RG2 ... on 'sendctl pupil show P%lld'",
			 (long long)move.pupil_id);
		return err->code;
	}
	if (!a->reason && a->told == SEN_NO_DATE) {
		sen_fail(err, SEN_USAGE, "a move needs its reason");
		sen_hint(err, "add --reason \"why\"");
		return err->code;
	}
	if ((rc = sen_level_move(app->store, &move, err)) < 0)
		return rc;
	if (move.moved == SEN_MOVED && !a->reason) {
		sen_fail(err, SEN_USAGE, "a move needs its reason");
		sen_hint(err, "add --reason \"why\"");
		return err->code;
	}
	app->unchanged = move.moved == SEN_MOVED_NOT;
	app_wrote(app, &sen_register_record, move.after.head.id);
	say_move(app, &move);
	return 0;
}

static const struct opt level_opts[] = {
	OPT_ROW_WORD(struct level_args, pupil, "PUPIL", OPT_POSITIONAL | OPT_REQUIRED, NULL,
		     "the child: P12, a UPN, an admission number or a name (zoe@3B)"),
	OPT_ROW_WORD(struct level_args, level, "LEVEL", OPT_POSITIONAL | OPT_REQUIRED, NULL,
		     "a level of the school's policy ('sendctl policy show'), or off"),
	OPT_ROW_TEXT(struct level_args, reason, "reason", 0, "TEXT",
		     "why; may be left out only where --told is all that is new"),
	OPT_ROW_DATE(struct level_args, on, "on", 0, "the day of the move (today)"),
	OPT_ROW_DATE(struct level_args, told, "told", 0, "the day the parents were told"),
	OPT_ROW_WORD(struct level_args, told_by, "told-by", 0, "NAME", "who told them"),
	OPT_ROW_WORD(struct level_args, by, "by", 0, "NAME", "who decided"),
	OPT_ROW_CHOICE(struct level_args, reg, "on-register", 0, "yes|no",
		       "for a level at which a child may be on the register: is this one?"),
	OPT_ROW_WORD(struct level_args, corrects, "corrects", 0, "ENTRY",
		     "the mistaken entry (RG7) that this one replaces"),
};
static const char *const level_examples[] = {
	"sendctl pupil level zoe@3B C --reason \"no better after six weeks\" --told 2026-11-20",
	"sendctl pupil level P12 off --reason \"caught up\" --by \"Ms Hart\" --told yesterday", NULL};
const struct cmd pupil_level_cmd = {
	.noun = "pupil",
	.verb = "level",
	.summary = "move a child up, down, onto or off the register",
	.about = "The level is one of the policy in force on the day. The move closes the level before and "
		 "keeps it. "
		 "Giving the same level with --told adds the day the parents were told. A mistaken move is "
		 "replaced with "
		 "--corrects.",
	.flags = CMD_WRITES,
	.opts = level_opts,
	.opt_count = SEN_COUNT(level_opts),
	.args_size = sizeof(struct level_args),
	.examples = level_examples,
	.run = level,
};

/* ---- need ---- */

struct need_args {
	const char *pupil, *types, *specialist;
	sen_date on;
};
enum { MAX_NEEDS = 14 };

static int split_types(struct app *app, const char *text, const char **types, size_t *count,
		       struct sen_err *err)
{
	char *save = NULL, *copy = sen_strdup(app->arena, text);
	if (sen_text_same(text, "none"))
		return 0;
	for (char *word = strtok_r(copy, ", ", &save); word; word = strtok_r(NULL, ", ", &save)) {
		const char *code = sen_code_find(sen_need_codes, word);
		if (!code || *count == MAX_NEEDS) {
			sen_fail(err, SEN_INVALID, "'%s' is no type of need", word);
			sen_hint(err, "the types are SLCN ASD SPLD MLD SLD PMLD SEMH HI VI MSI PD DS OTH "
				      "NSA, or none; "
				      "ADHD has none of its own: mostly SEMH, sometimes OTH");
			return err->code;
		}
		types[(*count)++] = code;
	}
	return *count ? 0 : sen_fail(err, SEN_USAGE, "no type of need was given");
}

static int say_needs(struct app *app, int64_t pupil_id, const char *const *types, size_t count, sen_date on,
		     struct sen_err *err)
{
	struct sen_register_entry entry;
	struct sen_buf list = {.arena = app->arena};
	bool nsa = false;
	char day[16];
	int rc = sen_register_on(app->store, pupil_id, on, &entry, err);
	if (rc < 0)
		return rc;
	if (count == 0) {
		app_say(app, "%s: no needs from %s.", app_child(app, pupil_id), sen_date_long(on, day));
		return 0;
	}
	for (size_t i = 0; i < count; i++) {
		sen_buf_addf(&list, "%s%s (%s)", i ? ", then " : "", types[i],
			     sen_code_label(sen_need_codes, types[i]));
		nsa = nsa || strcmp(types[i], "NSA") == 0;
	}
	app_say(app, "%s: needs from %s: %s.", app_child(app, pupil_id), sen_date_long(on, day), list.text);
	if (nsa && entry.head.id && strcmp(entry.census, "E") == 0)
		app_say(app, "  NSA (no specialist assessment) is for SEN support; a child with an EHC plan "
			     "has been "
			     "assessed: give the type in the plan.");
	if (nsa && count > 1)
		app_say(app, "  NSA beside another type says little: leave it out once a type is known.");
	if (entry.head.id == 0 || strcmp(entry.census, "N") == 0)
		app_say(app, "  The child is not on the register: the census does not count these needs.");
	return 0;
}

static int need(struct app *app, const void *args, struct sen_err *err)
{
	const struct need_args *a = args;
	const char *types[MAX_NEEDS];
	size_t count = 0;
	int64_t id;
	char day[16];
	sen_date on = a->on == SEN_NO_DATE ? app->context.today : a->on;
	int rc = split_types(app, a->types, types, &count, err);
	if (rc < 0 || (rc = app_pupil(app, a->pupil, &id, err)) < 0)
		return rc;
	if (on > app->context.today)
		return sen_fail(err, SEN_INVALID, "--on: %s has not come yet", sen_date_long(on, day));
	rc = sen_needs_set(app->store, id, types, count, on, a->specialist,
			   app->context.who ? app->context.who : "sendctl", err);
	return rc < 0 ? rc : say_needs(app, id, types, count, on, err);
}

static const struct opt need_opts[] = {
	OPT_ROW_WORD(struct need_args, pupil, "PUPIL", OPT_POSITIONAL | OPT_REQUIRED, NULL,
		     "the child: P12, a UPN, an admission number or a name (zoe@3B)"),
	OPT_ROW_WORD(struct need_args, types, "TYPE[,TYPE]", OPT_POSITIONAL | OPT_REQUIRED, NULL,
		     "all the needs in rank order, the primary first: SLCN,MLD; or none"),
	OPT_ROW_DATE(struct need_args, on, "on", 0, "from this day (today)"),
	OPT_ROW_WORD(struct need_args, specialist, "specialist", 0, "NAME",
		     "the specialist who assessed them"),
};
static const char *const need_examples[] = {"sendctl pupil need zoe@3B SLCN,MLD", NULL};
const struct cmd pupil_need_cmd = {
	.noun = "pupil",
	.verb = "need",
	.summary = "a child's needs in rank order, from a day",
	.about = "Say all of them each time: what is left out ends that day and stays in the history. The "
		 "census takes "
		 "the first two.",
	.flags = CMD_WRITES,
	.opts = need_opts,
	.opt_count = SEN_COUNT(need_opts),
	.args_size = sizeof(struct need_args),
	.examples = need_examples,
	.run = need,
};
