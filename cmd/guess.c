/* What the user may have meant.  Never for a child's name: a guess would tell
 * that there is such a child. */
#include "frame.h"
#include <sen/text.h>

int guess_fail(struct sen_err *err, const char *kind, const char *word, const char *const *words,
	       size_t count, const char *otherwise)
{
	const char *near = sen_text_guess(word, words, count);
	int rc = sen_fail(err, SEN_USAGE, "unknown %s '%s'", kind, word);
	if (near)
		sen_hint(err, "Did you mean '%s'?", near);
	else if (otherwise)
		sen_hint(err, "%s", otherwise);
	return rc;
}
