/* Ctrl-C and the like: the running statement ends, all is rolled back, then
 * the program ends as the signal meant. */
#include "frame.h"
#include <signal.h>
#include <unistd.h>

static volatile sig_atomic_t caught;
static struct sen_store *volatile running;

static void on_signal(int number)
{
	caught = number;
	if (running)
		sen_store_interrupt(running);
}

void signals_catch(bool keep_pipe)
{
	struct sigaction action = {.sa_handler = on_signal}; /* no SA_RESTART: a prompt ends too */
	sigemptyset(&action.sa_mask);
	sigaction(SIGINT, &action, NULL);
	sigaction(SIGTERM, &action, NULL);
	/* A write that is done must be able to say that its answer was lost. */
	signal(SIGPIPE, keep_pipe ? SIG_IGN : SIG_DFL);
}

void signals_watch(struct sen_store *store)
{
	running = store;
}

int signals_caught(void)
{
	return caught;
}

void signals_die(void)
{
	signal(caught, SIG_DFL);
	raise(caught);
	_exit(128 + caught);
}
