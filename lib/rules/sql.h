/* Pieces of SQL that several reports share. What SQLite and PostgreSQL both
 * know; p is a pupil, x any period. */
#ifndef RULES_SQL_H
#define RULES_SQL_H

#define SQL_NAME \
	"COALESCE(p.preferred_forename, p.forename) || ' ' || COALESCE(p.preferred_surname, p.surname)"
/* The period holds on :day. */
#define SQL_HOLDS(x)                                                                        \
	x ".voided_at IS NULL AND (" x ".from_on IS NULL OR " x ".from_on <= :day) AND (" x \
	  ".until_on IS NULL OR " x ".until_on > :day)"
#define SQL_ON_ROLL                                                                \
	"p.voided_at IS NULL AND (p.admitted_on IS NULL OR p.admitted_on <= :day)" \
	" AND (p.left_on IS NULL OR p.left_on >= :day) AND (p.died_on IS NULL OR p.died_on > :day)"
/* d: a deadline. After the last day on roll only the file to send on is owed, and an
 * answer to a complaint. */
#define SQL_STILL_OWED                                                                               \
	"(p.left_on IS NULL OR p.left_on >= :day OR d.rule LIKE 'school-transfer-%' OR d.rule LIKE " \
	"'complaint-%')"
/* d: a deadline: a right that ended unused is nobody's lateness. */
#define SQL_NOT_LAPSED "(d.lapses = 0 OR d.due_on >= :day)"
/* e: the child's year and class on :day. */
#define SQL_ENROLMENT " LEFT JOIN enrolment e ON e.pupil_id = p.id AND " SQL_HOLDS("e")
#define SQL_SCHOOL(x) "(:school IS NULL OR " x ".school_id = :school)"

/* The number of a day, for differences: dates are text here, and no date
 * function is common to both databases. */
#define SQL_Y(d) "CAST(substr(" d ", 1, 4) AS INTEGER)"
#define SQL_M(d) "CAST(substr(" d ", 6, 2) AS INTEGER)"
#define SQL_D(d) "CAST(substr(" d ", 9, 2) AS INTEGER)"
#define SQL_SHIFT(d) "((14 - " SQL_M(d) ") / 12)"
#define SQL_YEAR(d) "(" SQL_Y(d) " - " SQL_SHIFT(d) ")"
#define SQL_DAY(d)                                                                          \
	"(365 * " SQL_YEAR(d) " + " SQL_YEAR(d) " / 4 - " SQL_YEAR(d) " / 100 + " SQL_YEAR( \
		d) " / 400"                                                                 \
		   " + (153 * (" SQL_M(d) " + 12 * " SQL_SHIFT(d) " - 3) + 2) / 5 + " SQL_D(d) ")"

#endif
