/* The tables of a provision map, between their columns and their rows. */
#ifndef REPORTS_PROVISION_H
#define REPORTS_PROVISION_H

#include <sen/costed.h>

enum map_part {
	MAP_PROVISION,
	MAP_CHILDREN,
	MAP_SHARES,
	MAP_NEEDS,
	MAP_CLASSES,
	MAP_INTERVENTIONS,
	MAP_FUNDING,
	MAP_ADULTS,
	MAP_WITHOUT,
	MAP_NEEDS_WITHOUT,
	MAP_NOT_EVALUATED,
	MAP_UNPRICED,
	MAP_NOT_LOGGED,
	MAP_PARTS
};
extern const struct sen_query map_parts[MAP_PARTS];

#endif
