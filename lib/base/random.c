/* Random bytes: from the kernel, a page at a time, each used once. */
#include <sen/text.h>

#include <errno.h>
#include <pthread.h>
#include <string.h>
#include <sys/random.h>
#include <unistd.h>

static unsigned char pool[4096];
static size_t left; /* unused bytes, at the end of the pool */
static bool watching_forks;

/* Parent and child must not go on with the same bytes. */
static void forget(void)
{
	left = 0;
}

static void fill(unsigned char *out, size_t len)
{
	while (len > 0) {
		ssize_t got = getrandom(out, len, 0);

		if (got < 0 && errno != EINTR) {
			static const char said[] = "sendctl: the system gives no random numbers\n"
						   "Nothing was changed.\n";
			ssize_t ignored = write(STDERR_FILENO, said, sizeof(said) - 1);

			(void)ignored;
			_exit(1);
		}
		if (got > 0) {
			out += got;
			len -= (size_t)got;
		}
	}
}

void sen_random(void *out, size_t len)
{
	if (!watching_forks)
		watching_forks = pthread_atfork(NULL, NULL, forget) == 0;
	if (len > sizeof(pool) || !watching_forks) {
		fill(out, len);
		return;
	}
	if (len > left) {
		fill(pool, sizeof(pool));
		left = sizeof(pool);
	}
	memcpy(out, pool + sizeof(pool) - left, len);
	memset(pool + sizeof(pool) - left, 0, len);
	left -= len;
}
