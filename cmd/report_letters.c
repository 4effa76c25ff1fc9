/* report letters: to the parents of a child, a letter a household (R83). What is
 * printed is audited; who was asked or told is recorded by the commands named. */
#include "report_letters.h"
#include "nouns.h"

#include <sen/text.h>

#include <string.h>

struct letters_args {
	const char *kind, *at, *place;
	struct texts about;
};
#define S struct letters_args
static const struct opt letters_opts[] = {
	OPT_ROW_WORDS(S, about, "REVIEW|PUPILS", OPT_REQUIRED | OPT_POSITIONAL | OPT_REST, NULL,
		      "reviews (R4), or children: @3B, year:6, register, one child"),
	OPT_ROW_CHOICE(S, kind, "kind", OPT_REQUIRED, "invitation|outcome|decision",
		       "to a review that is planned; after one that was held; on or off the register"),
	OPT_ROW_WORD(S, at, "at", 0, "TIME", "of an invitation: '15:30' (else left to be written in)"),
	OPT_ROW_WORD(S, place, "place", 0, "TEXT", "of an invitation: where (else left to be written in)"),
};
#undef S

struct run {
	struct app *app;
	const struct letters_args *args;
	struct press press;
	size_t letters, nobody; /* children about whom one can write to nobody */
	const char *next;	/* what records that the first was sent */
};

/* ---- One letter a household ---- */

/* Who may be greeted as one: parents and their family; those who foster or care for the
 * child; anybody else by himself. */
enum home { HOME_FAMILY, HOME_CARER, HOME_NONE };

struct household {
	enum home home;
	const char *names, *address; /* address NULL: not known */
};

static enum home home_of(const char *relation)
{
	static const struct {
		const char *relation;
		enum home home;
	} homes[] = {{"FOM", HOME_CARER},
		     {"FOF", HOME_CARER},
		     {"CAR", HOME_CARER},
		     {"SWR", HOME_NONE},
		     {"OTH", HOME_NONE}};

	for (size_t i = 0; i < SEN_COUNT(homes); i++)
		if (relation && strcmp(homes[i].relation, relation) == 0)
			return homes[i].home;
	return HOME_FAMILY;
}

/* The child's own address is that of whom the child lives with: of a foster home, not of
 * the parents too. */
static const char *address_of(const struct paper *paper, const struct sen_write_to *to)
{
	enum home home = home_of(to->relation);
	bool fostered = false;

	for (size_t i = 0; i < paper->contact_count; i++)
		fostered |=
			strncmp(paper->contacts[i].relation ? paper->contacts[i].relation : "", "FO", 2) == 0;
	if (to->contact.address)
		return to->contact.address;
	return home == HOME_NONE || (fostered && home == HOME_FAMILY) ? NULL : paper->pupil.address;
}

static const char *trim_same(const char *a, const char *b)
{
	return a && b && sen_text_same(a, b) ? a : !a && !b ? "" : NULL;
}

static void add_to(struct paper *paper, struct household *all, size_t *count, const struct sen_write_to *to,
		   const char *address)
{
	const char *name = paper_contact_name(paper->arena, &to->contact);
	enum home home = home_of(to->relation);
	size_t i = 0;

	while (i < *count &&
	       (home == HOME_NONE || all[i].home != home || !trim_same(all[i].address, address)))
		i++;
	if (i == *count)
		all[(*count)++] = (struct household){home, name, address};
	else
		all[i].names = sen_format(paper->arena, "%s and %s", all[i].names, name);
}

static size_t households(struct paper *paper, struct household *all)
{
	size_t count = 0;

	for (size_t i = 0; i < paper->contact_count; i++) {
		const struct sen_contact *one = &paper->contacts[i].contact;

		if (!paper_writes_to(paper, i))
			continue;
		add_to(paper, all, &count, &paper->contacts[i], address_of(paper, &paper->contacts[i]));
		if (one->second_address)
			add_to(paper, all, &count, &paper->contacts[i], one->second_address);
	}
	return count;
}

/* Which command records that it was sent; of many, that of the first. */
static const char *next_of(struct run *run, const struct letter_about *about)
{
	struct sen_arena *arena = run->app->arena;
	long long id = about->review.head.id ? about->review.head.id : about->paper.id;

	if (strcmp(about->letter->kind, "invitation") == 0)
		return sen_format(arena, "sendctl review invite R%lld --all --on DATE", id);
	if (about->review.head.id)
		return sen_format(arena, "sendctl note add P%lld \"outcome of R%lld sent\"",
				  (long long)about->paper.id, id);
	return sen_format(arena, "sendctl pupil level P%lld %s --told DATE", id,
			  strcmp(about->entry.kind, "none") == 0 ? "off" : about->entry.level);
}

static int print(struct run *run, struct letter_about *about, struct sen_err *err)
{
	struct app *app = run->app;
	struct paper *paper = &about->paper;
	struct household *all = SEN_NEW(app->arena, struct household, 2 * paper->contact_count + 1);
	const char *name = press_name(app, paper->id, paper->full);
	size_t count = households(paper, all);
	int rc = letter_fill(about, err);

	if (rc == 0 && count == 0)
		run->nobody++;
	if (rc < 0 || count == 0)
		return rc;
	for (size_t i = 0; rc == 0 && i < count; i++) {
		const char *file = sen_format(app->arena, "%s%s%s-%zu", name, about->reference ? "-" : "",
					      about->reference ? about->reference : "", i + 1);

		if ((rc = press_sheet(&run->press, file, paper_fill(paper, about->letter->title), err)) < 0)
			return rc;
		paper_watch(paper, run->press.page);
		letter_draw(about, run->press.page, all[i].names, all[i].address);
		press_say(&run->press, "%s: %sto %s%s.", app_child(app, paper->id),
			  count > 1 ? sen_format(app->arena, "letter %zu of %zu ", i + 1, count) : "",
			  all[i].names, all[i].address ? "" : ", whose address is not known");
		paper_tell_watched(paper, run->press.page);
	}
	paper_tell_needs(paper);
	if (!run->next)
		run->next = next_of(run, about);
	run->letters += count;
	return press_note(&run->press, paper->id, sen_format(app->arena, "letter (%s)", about->letter->kind),
			  err);
}

/* ---- Invitation and outcome: of a review ---- */

static int of_review(struct run *run, const struct sen_review *review, struct sen_err *err)
{
	bool invitation = strcmp(run->args->kind, "invitation") == 0;
	struct letter_about about = {.letter = letter_named(run->args->kind),
				     .review = *review,
				     .reference =
					     sen_format(run->app->arena, "R%lld", (long long)review->head.id),
				     .at = run->args->at,
				     .place = run->args->place};
	char day[16];
	int rc;

	if (invitation && review->held_on != SEN_NO_DATE) {
		sen_fail(err, SEN_INVALID, "R%lld was held on %s: it is too late to invite",
			 (long long)review->head.id, sen_date_long(review->held_on, day));
		sen_hint(err, "The letter after it: --kind outcome");
		return err->code;
	}
	if (!invitation && review->held_on == SEN_NO_DATE) {
		sen_fail(err, SEN_INVALID, "R%lld has not been held yet", (long long)review->head.id);
		sen_hint(err, "'sendctl review record R%lld' says how it went; before it: --kind invitation",
			 (long long)review->head.id);
		return err->code;
	}
	rc = paper_load(run->app, review->pupil_id, &about.paper, err);
	return rc < 0 ? rc : print(run, &about, err);
}

/* The newest of the child that fits the letter: planned and not past, or held. */
static int of_newest_review(struct run *run, int64_t pupil_id, struct sen_err *err)
{
	bool invitation = strcmp(run->args->kind, "invitation") == 0;
	sen_date today = run->app->context.today;
	const struct sen_review *best = NULL;
	struct sen_review *all;
	size_t count;
	int rc = sen_record_of_pupil(run->app->store, &sen_review_record, pupil_id, (void **)&all, &count,
				     err);

	for (size_t i = 0; rc == 0 && i < count; i++) {
		bool held = all[i].held_on != SEN_NO_DATE;

		if (invitation ? held || all[i].planned_on < today : !held)
			continue;
		if (!best ||
		    (invitation ? all[i].planned_on < best->planned_on : all[i].held_on > best->held_on))
			best = &all[i];
	}
	return rc < 0 || !best ? rc : of_review(run, best, err);
}

/* ---- Decision: on or off the register ---- */

static const char *letter_of(const struct sen_register_entry *now, const struct sen_register_entry *before)
{
	bool was = before && (strcmp(before->kind, "register") == 0 || strcmp(before->kind, "plan") == 0);

	if (!now)
		return was ? "off" : NULL;
	if (strcmp(now->kind, "register") == 0)
		return "on";
	if (strcmp(now->kind, "plan") == 0)
		return "plan";
	return was ? "off" : strcmp(now->kind, "monitored") == 0 ? "watch" : NULL;
}

static int of_level(struct run *run, int64_t pupil_id, struct sen_err *err)
{
	sen_date today = run->app->context.today;
	const struct sen_register_entry *now = NULL, *before = NULL;
	struct letter_about about = {0};
	struct sen_register_entry *all;
	const char *kind;
	size_t count;
	int rc = sen_record_of_pupil(run->app->store, &sen_register_record, pupil_id, (void **)&all, &count,
				     err);

	for (size_t i = 0; rc == 0 && i < count; i++) {
		if (all[i].until_on == SEN_NO_DATE || all[i].until_on > today)
			now = all[i].from_on == SEN_NO_DATE || all[i].from_on <= today ? &all[i] : now;
		else if (!before || all[i].until_on > before->until_on)
			before = &all[i];
	}
	if (rc < 0 || !(kind = letter_of(now, before)))
		return rc;
	about.letter = letter_named(kind);
	about.entry = now ? *now : *before;
	if (!now) { /* off: from the day it ended */
		about.entry.from_on = before->until_on;
		about.entry.kind = "none";
	}
	rc = paper_load(run->app, pupil_id, &about.paper, err);
	return rc < 0 || about.paper.pupil.left_on != SEN_NO_DATE ? rc : print(run, &about, err);
}

/* ---- The command ---- */

static int of_word(struct run *run, const char *word, struct sen_err *err)
{
	bool decision = strcmp(run->args->kind, "decision") == 0;
	struct sen_review review;
	int64_t *ids, id;
	size_t count;
	int rc;

	if (!decision && sen_id_parse(word, "R", &id) && (word[0] == 'R' || word[0] == 'r')) {
		rc = app_record(run->app, &sen_review_record, word, &id, err);
		if (rc == 0)
			rc = sen_record_get(run->app->store, &sen_review_record, id, &review, err);
		if (rc == 0 && review.head.voided_at)
			rc = sen_fail(err, SEN_INVALID, "R%lld was removed", (long long)id);
		return rc < 0 ? rc : of_review(run, &review, err);
	}
	rc = app_pupils(run->app, word, &ids, &count, err);
	for (size_t i = 0; rc == 0 && i < count; i++)
		rc = decision ? of_level(run, ids[i], err) : of_newest_review(run, ids[i], err);
	return rc;
}

/* Said by its cause: there is a letter's matter and nobody to write to, or none. */
static int nothing(const struct run *run, struct sen_err *err)
{
	const char *first = run->args->about.items[0], *kind = run->args->kind;

	if (run->nobody) {
		sen_fail(err, SEN_NOTFOUND,
			 "there is no letter to write: nobody is known who may be written to about '%s'",
			 first);
		sen_hint(err,
			 "'sendctl contact add --name NAME --pupil PUPIL --relation CODE --responsibility "
			 "yes' adds a parent.");
		return err->code;
	}
	if (strcmp(kind, "decision") == 0)
		return sen_fail(err, SEN_NOTFOUND,
				"there is no letter to write: nobody of '%s' has gone on or off a list",
				first);
	if (strcmp(kind, "outcome") == 0) {
		sen_fail(err, SEN_NOTFOUND, "there is no letter to write: no review of '%s' was held", first);
		sen_hint(err, "'sendctl review record %s' keeps one that was.", first);
		return err->code;
	}
	sen_fail(err, SEN_NOTFOUND, "there is no letter to write: no review of '%s' is planned", first);
	sen_hint(err, "'sendctl review schedule %s --kind termly --on DATE' plans one.", first);
	return err->code;
}

static int letters_run(struct app *app, const void *data, struct sen_err *err)
{
	struct run run = {.app = app, .args = data};
	int rc = press_begin(&run.press, app, "Letters to parents", SEN_PAGE_LETTER, err);

	for (size_t i = 0; rc == 0 && i < run.args->about.count; i++)
		rc = of_word(&run, run.args->about.items[i], err);
	if (rc == 0 && run.letters == 0)
		rc = nothing(&run, err);
	rc = press_end(&run.press, rc, err);
	if (rc == 0 && run.nobody)
		app_say(app, "Of %zu %s nobody is known to write to: 'sendctl contact add'.", run.nobody,
			run.nobody == 1 ? "child" : "children");
	if (rc == 0)
		app_say(app, "When %s sent: %s", run.letters == 1 ? "it is" : "they are", run.next);
	return rc;
}

static const char *const letters_examples[] = {
	"sendctl report letters register --kind decision -o letters",
	"sendctl report letters @3B --kind invitation --at 15:30 --place \"the library\" -o 3B.html", NULL};
const struct cmd report_letters_cmd = {
	.noun = "report",
	.verb = "letters",
	.summary = "letters to parents, ready to print: an invitation, an outcome, on or off the register",
	.about =
		"A letter for each address of those with parental responsibility who may be written to, in "
		"plain words and the policy's own: to a review that is planned (when, where, who else is "
		"asked, how to send views instead), after one that was held (what was decided, how each "
		"target went, who does what, when we meet next), or of the child's step on or off the "
		"register. -o FILE.html has them all, each on a new page; -o FOLDER a file each. It is "
		"noted in the audit. Nothing is recorded as sent: 'sendctl review invite' and 'sendctl pupil "
		"level --told' do that.",
	.flags = CMD_WRITES | CMD_MANY | CMD_NO_UNDO,
	.opts = letters_opts,
	.opt_count = SEN_COUNT(letters_opts),
	.args_size = sizeof(struct letters_args),
	.examples = letters_examples,
	.run = letters_run};
