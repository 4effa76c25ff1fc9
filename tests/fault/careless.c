/* A writer with the faults the sweep is there to find, its negative control:
 * it answers before COMMIT, looks at no return code and at no allocation. */
#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int main(void)
{
	const char *path = getenv("SENDCTL_DB");
	sqlite3 *db = NULL;
	char *sql = malloc(200);

	strcpy(sql, "INSERT INTO t VALUES (2)");
	int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
	if (fd >= 0)
		close(fd);
	sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE, NULL);
	sqlite3_exec(db, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL", NULL, NULL, NULL);
	sqlite3_exec(db, "CREATE TABLE IF NOT EXISTS t (a)", NULL, NULL, NULL);
	sqlite3_exec(db, "BEGIN IMMEDIATE; INSERT INTO t VALUES (1)", NULL, NULL, NULL);
	sqlite3_exec(db, sql, NULL, NULL, NULL);
	puts("done");
	fflush(stdout);
	sqlite3_exec(db, "COMMIT", NULL, NULL, NULL);
	sqlite3_close(db);
	free(sql);
	return 0;
}
