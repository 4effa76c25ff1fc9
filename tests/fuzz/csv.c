/* CSV of any encoding: rows of valid UTF-8 in the order of their lines, or one fault. */
#include "fuzz/fuzz.h"

#include <sen/exchange.h>
#include <sys/mman.h>
#include <unistd.h>

static int row(void *arg, const struct sen_csv_row *row, struct sen_err *err)
{
	int64_t *line = arg;

	(void)err;
	MUST(row->line > *line || *line == 0);
	*line = row->line;
	for (size_t i = 0; i < row->count; i++)
		MUST(row->cells[i] && sen_utf8_valid(row->cells[i], strlen(row->cells[i])));
	return 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct sen_arena *arena = sen_arena_new();
	struct sen_csv_info info = {0};
	struct sen_err err = {0};
	int64_t line = 0;
	char path[64];
	int fd = memfd_create("csv", 0), rc;

	MUST(fd >= 0 && write(fd, data, size) == (ssize_t)size);
	snprintf(path, sizeof(path), "/proc/self/fd/%d", fd);
	rc = sen_csv_read(arena, path, &info, row, &line, &err);
	close(fd);
	if (rc == 0)
		MUST(info.encoding && info.delimiter && strchr(",;\t|", info.delimiter));
	else
		fuzz_error_fine(&err, rc);
	sen_arena_free(arena);
	return 0;
}
