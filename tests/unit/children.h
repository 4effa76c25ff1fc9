/* Children for tests of the model: a file with a policy, and a few names. */
#ifndef TEST_CHILDREN_H
#define TEST_CHILDREN_H

#include "unit/records.h"

#include <sen/policy.h>
#include <stdio.h>
#include <string.h>

extern struct sen_store *children_store;

/* For tcase_add_checked_fixture: the file open for writing, stages in force. */
void children_setup(void);
void children_teardown(void);
/* On roll since September 2022, born on 12 May 2018; class_name may be NULL. */
int64_t child(const char *forename, const char *surname, const char *class_name);
struct sen_pupil *child_get(int64_t id);
sen_date day(const char *iso);
int64_t children_number(const char *sql);

#endif
