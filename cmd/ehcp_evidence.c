/* ehcp evidence: what the policy and the Code ask for, looked for in the records
 * (R60); with --pack the bundle that goes to the local authority (ehcp_pack.c). */
#include "ehcp_pack.h"

#include "ehcp.h"
#include "nouns.h"

#define S struct evidence_args
static const struct opt show_opts[] = {
	EHCP_ROW(S, pupil),
	OPT_ROW_WORD(S, funding, "for", 0, "FUNDING", "for a top-up of the policy instead: sspp"),
	OPT_ROW_FLAG(S, exit_code, "exit-code", 0, "exit 10 when something that must be there is missing"),
};
static const struct opt pack_opts[] = {
	EHCP_ROW(S, pupil),
	OPT_ROW_WORD(S, funding, "for", 0, "FUNDING", "for a top-up of the policy instead: sspp"),
	OPT_ROW_FILE(S, pack, "pack", 0, 0, "write the bundle into this new folder"),
	OPT_ROW_WORD(S, to, "to", 0, "NAME", "with --pack: who it goes to (the local authority)"),
	OPT_ROW_WORD(S, ground, "ground", 0, "CODE",
		     "with --pack, of a child with a plan: consent, or the ground of the law"),
	OPT_ROW_WORDS(S, without, "without", 0, "ID", "with --pack: leave out what is attached as AT3"),
	OPT_ROW_FLAG(S, exit_code, "exit-code", 0, "exit 10 when something that must be there is missing"),
};
#undef S

/* A code of the policy's funding as typed; NULL for none, or the EHC plan's own. */
static int funding_of(struct app *app, const char *text, const char **out, struct sen_err *err)
{
	bool known = false;
	int rc = text ? sen_provision_funding(app->store, app->context.today, text, out, &known, err) : 0;

	if (!text || sen_text_same(text, "ehc"))
		*out = NULL;
	if (rc < 0 || known || !*out)
		return rc;
	sen_fail(err, SEN_INVALID, "--for '%s': no funding of the school's policy", text);
	sen_hint(err, "'sendctl policy show --fields section,code,name' lists them (funding).");
	return err->code;
}

int evidence_answer(struct app *app, int64_t pupil_id, const char *funding, bool exit_code,
		    struct sen_err *err)
{
	struct sen_evidence evidence;
	int rc = sen_evidence(app->store, pupil_id, funding, &evidence, err);

	if (rc < 0)
		return rc;
	app->attention = exit_code && evidence.missing > 0;
	return app_answer_table(app, sen_evidence_table(app->arena, &evidence), err);
}

static int show(struct app *app, const void *args, struct sen_err *err)
{
	const struct evidence_args *a = args;
	const char *funding = NULL;
	int64_t pupil_id;
	const char *only = a->to ? "to" : a->ground ? "ground" : a->without.count ? "without" : NULL;
	int rc = only ? sen_fail(err, SEN_USAGE, "--%s goes with --pack DIR", only)
		      : app_pupil(app, a->pupil, &pupil_id, err);

	if (rc == 0)
		rc = funding_of(app, a->funding, &funding, err);
	return rc < 0 ? rc : evidence_answer(app, pupil_id, funding, a->exit_code, err);
}

static int pack(struct app *app, const void *args, struct sen_err *err)
{
	const struct evidence_args *a = args;
	struct sen_evidence evidence;
	const char *funding = NULL;
	int64_t pupil_id;
	int rc = app_pupil(app, a->pupil, &pupil_id, err);

	if (rc < 0 || (rc = funding_of(app, a->funding, &funding, err)) < 0 ||
	    (rc = sen_evidence(app->store, pupil_id, funding, &evidence, err)) < 0)
		return rc;
	app->unchanged = true; /* nothing that undo could take back */
	app->attention = a->exit_code && evidence.missing > 0;
	return ehcp_pack(app, a, pupil_id, &evidence, err);
}

static const char *const examples[] = {"sendctl ehcp evidence zoe@3B",
				       "sendctl ehcp evidence P12 --pack p12-evidence",
				       "sendctl ehcp evidence P12 --for sspp --exit-code", NULL};
static const struct cmd show_cmd = {
	.noun = "ehcp",
	.verb = "evidence",
	.summary = "the evidence for a request: found, old or missing",
	.flags = CMD_READS | CMD_TABLE,
	.opts = show_opts,
	.opt_count = SEN_COUNT(show_opts),
	.args_size = sizeof(struct evidence_args),
	.answer = &sen_evidence_query,
	.examples = examples,
	.run = show,
};
const struct cmd ehcp_evidence_cmd = {
	.noun = "ehcp",
	.verb = "evidence",
	.summary = "the evidence for a request, item by item: found, old or missing; --pack bundles it",
	.about = "The list of the policy in force, then what the Code of Practice names (9.14) and the "
		 "parents' agreement. Each item is looked for in the records: plans and reviews, provision "
		 "with its cost, assessments, reports of agencies, health, views and how old they are. What "
		 "is missing is shown with the command that mends it. None of it is a condition of the law, "
		 "and a request may be made without it: what the law asks stands below the list.\n"
		 "--pack DIR writes a folder, whole or not at all: index.html, a page each of the child, the "
		 "plans of all cycles, reviews, provision with its cost, referrals, views, needs and the "
		 "chronology, what is attached byte for byte, evidence.json for a program, and digests "
		 "(sha256sum -c SHA256SUMS). Contacts who are not to be written to are not named on its "
		 "pages. It goes to the local authority with the parents' agreement; it is not encrypted.",
	.flags = CMD_WRITES | CMD_TABLE | CMD_NO_UNDO,
	.opts = pack_opts,
	.opt_count = SEN_COUNT(pack_opts),
	.args_size = sizeof(struct evidence_args),
	.answer = &sen_evidence_query,
	.bare = &show_cmd,
	.bare_unless = "pack",
	.examples = examples,
	.run = pack,
};
