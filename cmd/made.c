/* Files and folders a writing command has put in place: gone again when the
 * command fails after all, so that "nothing was changed" is true of them too. */
#include "frame.h"

#include <sen/file.h>

enum { MADE_MAX = 4 };
static const char *made[MADE_MAX]; /* static, so that a lack of memory can be met with it */
static size_t made_count;

void app_made(const char *path)
{
	if (made_count < MADE_MAX)
		made[made_count++] = path;
}

void made_undo(void)
{
	while (made_count > 0)
		sen_path_remove(made[--made_count]);
}

void made_keep(void)
{
	made_count = 0;
}
