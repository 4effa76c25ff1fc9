/* What the shim and the sweep say to each other. */
#ifndef FAULT_H
#define FAULT_H

#include <stdint.h>

#define FAULT_CRASHED 177 /* exit status of a process that "lost power" */

struct fault_state {
	int64_t seen, fired;
};

#endif
