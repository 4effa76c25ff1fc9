/* The local authority's list of reviews: each row is told once, about a child of the
 * file or none, or the file is refused with a reason. */
#include "fuzz/fuzz.h"

#include <sen/ehc_case.h>
#include <sen/policy.h>
#include <sen/pupil.h>
#include <sen/reconcile.h>
#include <sen/school.h>
#include <sys/mman.h>
#include <unistd.h>

enum { CHILDREN = 3 };

static struct sen_arena *arena;
static struct sen_store *store;

static void done(int rc, const struct sen_err *err)
{
	if (rc < 0)
		fprintf(stderr, "%s\n", err->msg);
	MUST(rc == 0);
}

static void child(const char *forename, const char *upn, const char *plan)
{
	struct sen_pupil *pupil = sen_record_new(arena, &sen_pupil_record);
	struct sen_ehc_came came = {.final_on = sen_date_iso(plan), .last_review_on = SEN_NO_DATE};
	struct sen_ehc_case now;
	struct sen_err err = {0};

	pupil->forename = forename;
	pupil->surname = "Nowak";
	pupil->upn = upn;
	pupil->dob = sen_date_iso("2018-05-12");
	done(sen_record_insert(store, &sen_pupil_record, pupil, &err), &err);
	sen_record_blank(&sen_ehc_record, &came.ehc);
	came.ehc.head.id = 0;
	came.ehc.pupil_id = pupil->head.id;
	came.ehc.opened_on = sen_date_iso("2026-11-02");
	done(sen_ehc_came(store, &came, &now, &err), &err);
}

/* Three children with a plan each, two of the same name, in a file that is not kept. */
static void begin(void)
{
	static const struct sen_context context = {
		.verb = "fuzz", .today = 20779, .if_rev = SEN_NO_INT, .as_at = SEN_NO_DATE};
	char folder[] = "/tmp/sendctl-fuzz-XXXXXX", path[64];
	struct sen_school *school;
	struct sen_err err = {0};

	arena = sen_arena_new();
	MUST(mkdtemp(folder));
	snprintf(path, sizeof(path), "%s/records.db", folder);
	done(sen_store_open(arena, path, SEN_CREATE, &context, &store, &err), &err);
	done(sen_store_begin(store, &err), &err);
	school = sen_record_new(arena, &sen_school_record);
	school->name = "Elm Park Primary";
	school->code = "elm";
	school->adopted_on = context.today;
	done(sen_record_insert(store, &sen_school_record, school, &err), &err);
	done(sen_store_school(store, NULL, &err), &err);
	done(sen_policy_use(store, "stages", sen_date_iso("2026-09-01"), NULL, 0, NULL, &err), &err);
	child("Zoe", "A123456789012", "2026-01-20");
	child("Kit", NULL, "2026-03-02");
	child("Kit", NULL, "2026-10-02");
	unlink(path);
	rmdir(folder);
}

static void rows_fine(const struct sen_reconcile *out)
{
	for (size_t i = 0; i < out->count; i++) {
		const struct sen_reconcile_row *row = &out->rows[i];
		bool ours = strcmp(row->state, "ours") == 0;

		MUST(sen_code_find(sen_reconcile_answer.columns[0].codes, row->state));
		MUST(row->pupil_id == SEN_NO_INT || (row->pupil_id >= 1 && row->pupil_id <= CHILDREN));
		MUST(ours == (row->line == SEN_NO_INT) && (!ours || row->pupil_id != SEN_NO_INT));
		MUST(strcmp(row->state, "same") == 0 || (row->what && *row->what));
		MUST(!row->what || sen_utf8_valid(row->what, strlen(row->what)));
		MUST(!row->pupil || sen_utf8_valid(row->pupil, strlen(row->pupil)));
	}
	MUST(out->same + out->different + out->theirs + out->ours + out->unread == out->count);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct sen_reconcile out = {.received_on = 20779, .term_day = SEN_NO_DATE};
	struct sen_err err = {0};
	struct sen_mark mark;
	char path[64];
	int fd = memfd_create("list", 0), rc;

	if (!store)
		begin();
	mark = sen_arena_mark(arena);
	MUST(fd >= 0 && write(fd, data, size) == (ssize_t)size);
	snprintf(path, sizeof(path), "/proc/self/fd/%d", fd);
	rc = sen_reconcile(store, path, &out, &err);
	close(fd);
	if (rc < 0)
		fuzz_error_fine(&err, rc);
	else
		rows_fine(&out);
	sen_arena_release(arena, mark);
	return 0;
}
