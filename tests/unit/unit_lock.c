/* Waiting for the lock of a book: flock(2) and nanosleep(2) are played here, so that half a minute passes at once. */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "door/lock_priv.h"
#include "unit.h"

/* What flock says to its first calls, and from then on: an errno, 0: taken. */
static struct {
	int first[4];
	size_t n, calls;
	int then;
	int odd; /* calls that want something else than the lock for us alone, now or not at all */
} answers;

static struct {
	size_t n;
	long total, longest; /* us */
} naps;

int
flock(int fd, int how)
{
	answers.odd += fd < 0 || how != (LOCK_EX | LOCK_NB);
	errno = answers.calls < answers.n ? answers.first[answers.calls] : answers.then;
	answers.calls++;
	return errno == 0 ? 0 : -1;
}

int
nanosleep(const struct timespec *t, struct timespec *left)
{
	long us = t->tv_nsec / 1000;

	(void)left;
	naps.n++;
	naps.total += us;
	naps.longest = us > naps.longest ? us : naps.longest;
	return 0;
}

static char dir[] = "/tmp/unit_lock_XXXXXX";

/* Takes the lock; what was said goes to *said. */
static int
take(const char *where, char **said)
{
	size_t n;
	struct eni_diag d = {.prog = "t", .out = open_memstream(said, &n)};
	int fd = eni_lock_take(where, &d);

	ok(fd != -1 || d.status == 2, "a lock that is not taken ends the run");
	is_int(answers.odd, 0, "the lock is asked for as it should be");
	fclose(d.out);
	if (fd != -1)
		close(fd);
	return fd;
}

static int
open_files(void)
{
	int n = 0;

	for (int fd = 0; fd < 64; fd++)
		n += fcntl(fd, F_GETFD) != -1;
	return n;
}

static void
play(const int *first, size_t n, int then)
{
	memset(&answers, 0, sizeof answers);
	memset(&naps, 0, sizeof naps);
	if (n > 0)
		memcpy(answers.first, first, n * sizeof *first);
	answers.n = n;
	answers.then = then;
}

static void
test_taken(void)
{
	struct stat st;
	char *said;

	play(NULL, 0, 0);
	ok(take(dir, &said) != -1, "a free lock is taken");
	is_str(eni_str_of(said), "", "silently");
	is_int(answers.calls, 1, "at the first try");
	is_int(naps.n, 0, "without a nap");
	free(said);
	ok(chdir(dir) == 0 && stat(".lock", &st) == 0 && (st.st_mode & 0777) == 0600, "its file stays, and is the owner's alone");
}

static void
test_interrupted(void)
{
	char *said;

	play((const int[]){EINTR, EWOULDBLOCK, EINTR}, 3, 0);
	ok(take(dir, &said) != -1, "a signal is no refusal");
	is_int(answers.calls, 4, "it is asked for again");
	is_int(naps.n, 1, "with a nap only where another holds it");
	free(said);
}

static void
test_busy(void)
{
	int before = open_files();
	char *said;

	play(NULL, 0, EWOULDBLOCK);
	is_int(take(dir, &said), -1, "a lock that another keeps is given up");
	is_str(eni_str_of(said + strlen("t: ") + strlen(dir)),
	    ": busy: another program has been writing for 30 s; try again later\n", "and why");
	ok(labs(naps.total - 30 * 1000 * 1000) <= 2 * naps.longest, "after half a minute");
	is_int(naps.longest, 10 * 1000, "looking a hundred times a second");
	is_int(open_files(), before, "no file stays open");
	free(said);
}

static void
test_naps_grow(void)
{
	char *said;

	play((const int[]){EWOULDBLOCK, EWOULDBLOCK, EWOULDBLOCK}, 3, 0);
	ok(take(dir, &said) != -1, "the lock comes free");
	is_int(naps.total, 500 + 1000 + 2000, "short naps first, each twice the one before");
	free(said);
}

static void
test_refused(void)
{
	int before = open_files();
	char *said;

	play(NULL, 0, ENOLCK);
	is_int(take(dir, &said), -1, "a file system without locks");
	is_str(eni_str_of(said + strlen("t: ") + strlen(dir)), ": cannot be locked: No locks available\n", "is named");
	is_int(naps.n, 0, "at once");
	is_int(open_files(), before, "no file stays open");
	free(said);
	is_int(take("/nowhere/book", &said), -1, "a folder that is not there");
	is_str(eni_str_of(said), "t: /nowhere/book: cannot be written to: No such file or directory\n", "is named");
	free(said);
}

static void
test_link(void)
{
	char *said;

	ok(unlink(".lock") == 0 && symlink("elsewhere", ".lock") == 0, "a link in the lock's place");
	play(NULL, 0, 0);
	is_int(take(dir, &said), -1, "is not followed");
	ok(access("elsewhere", F_OK) == -1, "and nothing is made where it leads");
	free(said);
	unlink(".lock");
}

int
main(void)
{
	ok(mkdtemp(dir) != NULL, "a folder");
	test_taken();
	test_interrupted();
	test_busy();
	test_naps_grow();
	test_refused();
	test_link();
	rmdir(dir);
	return unit_done();
}
