/* A first look over JSON text: what cJSON lets pass and we do not. */
#ifndef BASE_JSON_SCAN_H
#define BASE_JSON_SCAN_H

#include <sen/base.h>

#define JSON_DEPTH 32

/* Refuses what is not UTF-8, nested deeper than JSON_DEPTH, control
 * characters, \u0000, and numbers JSON does not have; with line and column. */
int json_scan(const char *text, size_t len, struct sen_err *err) SEN_MUST_CHECK;
/* Where the n-th key (from 0) of the text begins. */
size_t json_key_offset(const char *text, size_t len, size_t n);
/* Sets a fault with the line and column of `at`; returns SEN_INVALID. */
int json_fault(struct sen_err *err, const char *text, size_t len, size_t at, const char *fmt, ...)
	SEN_PRINTF(5, 6);

#endif
