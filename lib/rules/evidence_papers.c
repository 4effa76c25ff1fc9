/* What is looked for, second half: assessments, health, views, reports of agencies,
 * agreement.  Papers are known by the words of their titles: a guess, so the line
 * names them and a person looks. */
#include "rules/evidence.h"

#include <sen/text.h>

#include <string.h>

/* ---- Words ---- */

/* Does one of the words (folded) begin a word of the text? */
static bool begins_word(struct sen_arena *arena, const char *text, const char *const *words, size_t count)
{
	const char *folded = text ? sen_text_fold(arena, text) : NULL;

	for (size_t i = 0; folded && i < count; i++)
		for (const char *at = strstr(folded, words[i]); at && *words[i];
		     at = strstr(at + 1, words[i]))
			if (at == folded || at[-1] == ' ')
				return true;
	return false;
}

/* Has the item no such list, or is the word in it? */
static bool wants(const struct look *look, const char *word)
{
	const struct sen_json *list = look->json ? sen_json_get(look->json, "of") : NULL;

	for (size_t i = 0; i < sen_json_count(list); i++)
		if (strcmp(sen_json_text(sen_json_at(list, i)), word) == 0)
			return true;
	return sen_json_count(list) == 0;
}

/* Does one of the item's words begin a word of the text? */
static bool tells_of(const struct look *look, const char *text)
{
	const struct sen_json *list = look->json ? sen_json_get(look->json, "of") : NULL;
	struct sen_arena *arena = look->facts->arena;

	for (size_t i = 0; i < sen_json_count(list); i++) {
		const char *word = sen_text_fold(arena, sen_json_text(sen_json_at(list, i)));

		if (word && begins_word(arena, text, &word, 1))
			return true;
	}
	return sen_json_count(list) == 0;
}

/* Documents and what is attached whose titles have one of the words; how many. */
static int64_t papers(struct look *look, const char *const *words, size_t count)
{
	const struct sen_evidence_facts *f = look->facts;
	int64_t before = look->count;

	for (size_t i = 0; i < f->document_count; i++) {
		const struct sen_document *paper = &f->documents[i];

		if (paper->made_on <= f->today && (begins_word(f->arena, paper->kind, words, count) ||
						   begins_word(f->arena, paper->title, words, count)))
			look_hit(look, "D", paper->head.id, paper->made_on);
	}
	for (size_t i = 0; i < f->attachment_count; i++) {
		const struct sen_attachment *paper = &f->attachments[i];

		if (paper->attached_on <= f->today && (begins_word(f->arena, paper->title, words, count) ||
						       begins_word(f->arena, paper->filename, words, count)))
			look_hit(look, "AT", paper->head.id, paper->attached_on);
	}
	return look->count - before;
}

static const char *command(const struct look *look, const char *before, const char *after)
{
	return sen_format(look->facts->arena, "sendctl %s P%lld%s", before, (long long)look->facts->pupil_id,
			  after);
}

/* ---- Attainment over time ---- */

static int64_t measured(struct look *look)
{
	int64_t n = 0;

	for (size_t i = 0; i < look->facts->given_count; i++) {
		const struct sen_provision_pupil *member = &look->facts->given[i].member;
		sen_date on = member->exit_on != SEN_NO_DATE ? member->exit_on : member->until_on;

		if (!member->entry || !member->exit)
			continue;
		if (on == SEN_NO_DATE || on > look->facts->today)
			on = look->facts->today;
		look_hit(look, "G", member->provision_id, on);
		n++;
	}
	return n;
}

void look_assessment(struct look *look)
{
	static const char *const words[] = {"assess", "attainment",  "progress",    "phonics",
					    "sats",   "reading age", "standardised"};
	struct sen_evidence_facts *f = look->facts;
	int64_t kept = papers(look, words, SEN_COUNT(words)), measures, results = 0;

	if (!kept && f->scale_count)
		kept = papers(look, f->scales, f->scale_count);
	measures = measured(look);
	for (size_t i = 0; i < f->book.mark_count; i++)
		results += f->book.marks[i].result && f->book.marks[i].marked_on <= f->today;
	look->enough = look->count > 0;
	look->begun = results > 0;
	if (kept)
		look_say(look, "%s", look_count(look, kept, "assessment kept", "assessments kept"));
	else
		look_say(look, "no assessment is kept");
	if (measures)
		look_say(look, "%s at the start and end of a provision",
			 look_count(look, measures, "measure", "measures"));
	if (results)
		look_say(look, "%s", look_count(look, results, "result of a target", "results of targets"));
	look->fix = command(look, "pupil attach", " FILE --title \"Assessments YEAR\"");
}

/* ---- Health ---- */

void look_health(struct look *look)
{
	static const char *const words[] = {"health",	"medical", "hearing",	"vision", "sight",
					    "doctor",	"nurse",   "camhs",	"therap", "diagnos",
					    "hospital", "clinic",  "paediatric"};
	const struct sen_evidence_facts *f = look->facts;
	int64_t register_lines = 0, kept;

	for (size_t i = 0; i < f->medical_count; i++) {
		look_hit(look, "M", f->medical[i].head.id, f->medical[i].from_on);
		register_lines++;
	}
	kept = papers(look, words, SEN_COUNT(words));
	look->enough = look->count > 0;
	if (register_lines)
		look_say(look, "%s on the medical register",
			 look_count(look, register_lines, "line", "lines"));
	if (kept)
		look_say(look, "%s about health", look_count(look, kept, "paper", "papers"));
	if (!look->count)
		look_say(look, "nothing about health");
	look->fix = command(look, "document add", " --kind health --title TEXT");
}

/* ---- Views ---- */

static void views_of(struct look *look, bool parent)
{
	const struct sen_evidence_facts *f = look->facts;
	const char *audience = parent ? "parent" : "pupil";

	for (size_t i = 0; i < f->book.plan_count; i++) {
		const struct sen_plan *plan = &f->book.plans[i];
		sen_date on = parent ? plan->parent_voice_on : plan->pupil_voice_on;

		if (on == SEN_NO_DATE)
			on = plan->made_on;
		if ((parent ? plan->parent_voice : plan->pupil_voice) && on <= f->today)
			look_hit(look, "PL", plan->head.id, on);
	}
	for (size_t i = 0; i < f->review_count; i++) {
		const struct sen_review *review = &f->reviews[i];

		if ((parent ? review->parent_voice : review->pupil_voice) && review->held_on != SEN_NO_DATE &&
		    review->held_on <= f->today)
			look_hit(look, "R", review->head.id, review->held_on);
	}
	for (size_t i = 0; i < f->voice_count; i++)
		if (strcmp(f->voices[i].audience, audience) == 0 && f->voices[i].given_on <= f->today)
			look_hit(look, "V", f->voices[i].head.id, f->voices[i].given_on);
	look->enough = look->count > 0;
	look->fix = sen_format(f->arena, "sendctl voice add --audience %s --pupil P%lld --words TEXT",
			       audience, (long long)f->pupil_id);
}

static void say_views(struct look *look, const struct look *views, const char *whose)
{
	char on[12];

	if (views->count == 1)
		look_say(look, "%s: once, on %s", whose, sen_date_short(views->newest, on));
	else if (views->count)
		look_say(look, "%s: %lld times, the last on %s", whose, (long long)views->count,
			 sen_date_short(views->newest, on));
	else
		look_say(look, "%s: none", whose);
}

/* Of both, the older of the two is what counts. */
void look_voice(struct look *look)
{
	const bool wanted[2] = {wants(look, "parent"), wants(look, "pupil")};
	static const char *const whose[2] = {"parents", "child"};

	look->enough = true;
	for (size_t i = 0; i < 2; i++) {
		struct look one = {.facts = look->facts, .newest = SEN_NO_DATE};
		bool first = look->newest == SEN_NO_DATE;

		if (!wanted[i])
			continue;
		one.records.arena = look->facts->arena;
		views_of(&one, i == 0);
		say_views(look, &one, whose[i]);
		look->count += one.count;
		if (one.records.len)
			sen_buf_addf(&look->records, "%s%s", look->records.len ? " " : "", one.records.text);
		if (!look->fix || (look->enough && (!one.enough || one.newest < look->newest)))
			look->fix = one.fix;
		if (one.enough && (first || one.newest < look->newest))
			look->newest = one.newest;
		look->enough = look->enough && one.enough;
	}
	look->begun = true; /* never "not needed": the law asks for both (CFA 2014 s.19) */
}

/* ---- Agencies ---- */

static bool about(const struct look *look, size_t i)
{
	const struct sen_agency *agency = &look->facts->agencies[i];

	return tells_of(look, agency->name) || tells_of(look, agency->code) ||
	       tells_of(look, agency->professional) || tells_of(look, look->facts->referrals[i].professional);
}

/* An agency of another one before it in the list? */
static bool new_agency(const struct look *look, size_t at, sen_date (*shown)(const struct look *, size_t))
{
	for (size_t i = 0; i < at; i++)
		if (look->facts->referrals[i].agency_id == look->facts->referrals[at].agency_id &&
		    shown(look, i) != SEN_NO_DATE)
			return false;
	return true;
}

/* The day its report came; where agencies are counted, the child was seen. */
static sen_date shown_on(const struct look *look, size_t i)
{
	const struct sen_referral *referral = &look->facts->referrals[i];
	sen_date on = referral->report_on;

	if (on == SEN_NO_DATE && look->least)
		on = referral->seen_on;
	return about(look, i) && on != SEN_NO_DATE && on <= look->facts->today ? on : SEN_NO_DATE;
}

void look_referral(struct look *look)
{
	const struct sen_evidence_facts *f = look->facts;
	int64_t agencies = 0, waits = 0, least = look->least ? look->least : 1;

	for (size_t i = 0; i < f->referral_count; i++) {
		const struct sen_referral *referral = &f->referrals[i];

		if (shown_on(look, i) != SEN_NO_DATE) {
			agencies += new_agency(look, i, shown_on);
			look_hit(look, "RF", referral->head.id, shown_on(look, i));
			look_say(look, "%s %s", f->agencies[i].name,
				 referral->report_on == shown_on(look, i) ? "reported" : "saw the child");
		} else if (about(look, i) && referral->closed_on == SEN_NO_DATE) {
			waits = referral->head.id;
			look_say(look, "%s: no report yet (RF%lld)", f->agencies[i].name, (long long)waits);
		}
	}
	look->enough = agencies >= least;
	look->begun = waits != 0 || look->count > 0;
	if (!look->begun)
		look_say(look, "none");
	if (look->count && !look->enough)
		look_say(look, "%lld agencies or more are looked for", (long long)least);
	look->fix = waits ? sen_format(f->arena, "sendctl referral mark RF%lld --report DATE --advice @FILE",
				       (long long)waits)
			  : command(look, "referral add", " --agency NAME --reason TEXT");
}

/* ---- Agreement ---- */

void look_consent(struct look *look)
{
	const struct sen_evidence_facts *f = look->facts;
	const char *purpose = look->purpose ? look->purpose : "ehc-request";
	char on[12];

	for (size_t i = 0; i < f->consent_count; i++) {
		const struct sen_consent *consent = &f->consents[i];

		if (strcmp(consent->purpose, purpose) != 0 || consent->from_on > f->today)
			continue;
		if ((consent->expires_on != SEN_NO_DATE && consent->expires_on <= f->today) ||
		    (consent->withdrawn_on != SEN_NO_DATE && consent->withdrawn_on <= f->today)) {
			look->begun = true;
			look_say(look, "CN%lld holds no more", (long long)consent->head.id);
			continue;
		}
		look_hit(look, "CN", consent->head.id, consent->from_on);
		look_say(look, "given by %s on %s", consent->given_by ? consent->given_by : "the parents",
			 sen_date_short(consent->from_on, on));
	}
	look->enough = look->count > 0;
	if (!look->found.len)
		look_say(look, "no agreement is recorded");
	look->fix = sen_format(f->arena, "sendctl consent add P%lld --purpose %s --by NAME",
			       (long long)f->pupil_id, purpose);
}
