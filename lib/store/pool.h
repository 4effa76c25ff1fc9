/* Memory for SQLite in a process that reads: see pool.c. */
#ifndef STORE_POOL_H
#define STORE_POOL_H

/* As malloc, free and realloc; sizes are int because SQLite's are.  NULL when
 * memory is out. */
void *pool_alloc(int size);
void pool_free(void *p);
void *pool_resize(void *p, int size);
/* How much of p may be used: at least what was asked for. */
int pool_size(void *p);
/* What pool_alloc(size) would give. */
int pool_round(int size);

#endif
