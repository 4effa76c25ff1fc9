/* report meetings outside the SEND team: small numbers are hidden, and the columns
 * and queries it answers with (R53; UK GDPR: no child is to be told from a table). */
#include "rules/meetings.h"

#include <string.h>

static bool small(const struct sen_meetings *m, int64_t n)
{
	return n > 0 && n < m->least;
}

/* Came, views, and what is left of those known: where one is small, all are hidden. */
static void hide_part(const struct sen_meetings *m, struct sen_met_group *g, enum sen_met_count known)
{
	int64_t came = g->n[known + 1], views = g->n[known + 2], none = g->n[known] - came - views;

	if (small(m, g->n[known]) || small(m, came) || small(m, views) || small(m, none))
		g->hidden[known] = g->hidden[known + 1] = g->hidden[known + 2] = true;
}

static void hide_row(const struct sen_meetings *m, struct sen_met_group *g)
{
	for (int i = 0; i < SEN_MET_COUNTS; i++)
		g->hidden[i] |= small(m, g->n[i]);
	hide_part(m, g, SEN_MET_PARENTS_KNOWN);
	hide_part(m, g, SEN_MET_PUPILS_KNOWN);
	if (small(m, g->n[SEN_MET_TARGETS] - g->n[SEN_MET_TARGETS_MET]) || g->hidden[SEN_MET_TARGETS])
		g->hidden[SEN_MET_TARGETS_MET] = true;
	if (small(m, g->n[SEN_MET_WANTED] - g->n[SEN_MET_MISSING]) || g->hidden[SEN_MET_SHORT])
		g->hidden[SEN_MET_MISSING] = true;
	if (small(m, g->n[SEN_MET_CHILDREN] - g->n[SEN_MET_SHORT]) || g->hidden[SEN_MET_MISSING])
		g->hidden[SEN_MET_SHORT] = true;
}

/* One alone in a column is the total less the others: the least of these goes too. */
static bool hide_second(struct sen_met_group *groups, size_t count, int column)
{
	size_t hidden = 0, least = count;

	for (size_t i = 0; i < count; i++) {
		if (groups[i].hidden[column])
			hidden++;
		else if (groups[i].n[column] > 0 &&
			 (least == count || groups[i].n[column] < groups[least].n[column]))
			least = i;
	}
	if (hidden != 1 || least == count)
		return false;
	groups[least].hidden[column] = true;
	return true;
}

void met_hide(struct sen_meetings *m)
{
	for (size_t i = 0; i < m->group_count; i++)
		hide_row(m, &m->groups[i]);
	for (size_t first = 0, next; first < m->group_count; first = next) {
		for (next = first; next < m->group_count; next++)
			if (strcmp(m->groups[next].by, m->groups[first].by) != 0)
				break;
		for (int column = 0; next - first > 1 && column < SEN_MET_COUNTS; column++)
			(void)hide_second(m->groups + first, next - first, column);
	}
	for (size_t i = 0; i < m->group_count; i++)
		for (int column = 0; column < SEN_MET_COUNTS; column++)
			m->hid |= m->groups[i].hidden[column];
}
