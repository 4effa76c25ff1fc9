/* Fuzzes the CSV reader: cells come out as valid UTF-8, lines only go up, and
 * a fault is told with words. */
#include <sen/exchange.h>
#include <sen/text.h>

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static int row(void *arg, const struct sen_csv_row *row, struct sen_err *err)
{
	int64_t *line = arg;

	(void)err;
	if (row->line <= *line && *line)
		abort();
	*line = row->line;
	for (size_t i = 0; i < row->count; i++)
		if (!sen_utf8_valid(row->cells[i], strlen(row->cells[i])))
			abort();
	return 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct sen_arena *arena = sen_arena_new();
	struct sen_csv_info info = {0};
	struct sen_err err = {0};
	int64_t line = 0;
	char path[64];
	int fd = memfd_create("csv", MFD_CLOEXEC);

	snprintf(path, sizeof(path), "/proc/self/fd/%d", fd);
	if (fd < 0 || write(fd, data, size) != (ssize_t)size)
		abort();
	if (sen_csv_read(arena, path, &info, row, &line, &err) < 0 && !err.msg[0])
		abort();
	close(fd);
	sen_arena_free(arena);
	return 0;
}
