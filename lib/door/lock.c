/*
 * The lock of a book: one file .lock that is never deleted, held with flock(2).  The kernel gives it back when its holder dies,
 * however it dies, so no lock is ever stale; the data files are never locked themselves, for they change their inode at every
 * write.
 */
#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <time.h>
#include <unistd.h>

#include "door/lock_priv.h"
#include "door/replace_priv.h"

/* Waiting counts the naps instead of asking the clock, which may be set back while we sleep. */
enum { WAIT_US = 30 * 1000 * 1000, NAP_MIN_US = 500, NAP_MAX_US = 10 * 1000 };

static int
open_lock(const char *dir)
{
	enum { HOW = O_RDWR | O_NOFOLLOW | O_CLOEXEC };
	int folder = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC), fd, why;

	if (folder == -1)
		return -1;
	fd = openat(folder, ".lock", HOW | O_CREAT | O_EXCL, 0600);
	if (fd == -1 && errno == EEXIST)
		fd = openat(folder, ".lock", HOW | O_CREAT, 0600);
	else if (fd != -1)
		eni_new_file_rights(folder, fd);
	why = errno;
	close(folder);
	errno = why;
	return fd;
}

static void
nap(long us)
{
	struct timespec t = {.tv_nsec = us * 1000};

	nanosleep(&t, NULL);
}

/* 0 taken, -1 not (errno says why: EWOULDBLOCK after the whole wait). */
static int
wait_for(int fd)
{
	long us = NAP_MIN_US;

	for (long waited = 0; flock(fd, LOCK_EX | LOCK_NB) == -1; waited += us) {
		if (errno == EINTR)
			continue;
		if (errno != EWOULDBLOCK || waited >= WAIT_US)
			return -1;
		nap(us);
		us = us * 2 > NAP_MAX_US ? NAP_MAX_US : us * 2;
	}
	return 0;
}

int
eni_lock_take(const char *dir, struct eni_diag *d)
{
	const struct eni_place at = eni_at(dir, 0);
	int fd = open_lock(dir);

	if (fd == -1)
		return eni_fail(
		    d, at, errno == ENOENT || errno == ENOTDIR ? NULL : ".lock", "cannot be written to: %s", strerror(errno));
	if (wait_for(fd) == -1) {
		if (errno == EWOULDBLOCK)
			eni_fail(d, at, NULL, "busy: another program has been writing for 30 s; try again later");
		else
			eni_fail(d, at, NULL, "cannot be locked: %s", strerror(errno));
		close(fd);
		return -1;
	}
	return fd;
}
