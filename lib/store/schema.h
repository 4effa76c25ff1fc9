/* The migrations, embedded from lib/store/schema/. PRAGMA user_version is how
 * many of them a file has had. */
#ifndef STORE_SCHEMA_H
#define STORE_SCHEMA_H

struct migration {
	const char *name, *sql;
};
extern const struct migration migrations[];
extern const int migration_count;

#endif
