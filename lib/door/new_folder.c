/*
 * The folder of a new book: made where it is missing, and refused where anything stands in it but a lock.
 * A folder of other files must not become a book by mistake.
 */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "door/new_folder_priv.h"

static int
fail(const char *dir, const char *fmt, struct eni_diag *d)
{
	return eni_fail(d, eni_at(dir, 0), NULL, fmt, strerror(errno));
}

/* Our own lock stays where a first try was broken off. */
static bool
counts(const char *entry)
{
	return strcmp(entry, ".") != 0 && strcmp(entry, "..") != 0 && strcmp(entry, ".lock") != 0;
}

int
eni_fresh_check(const char *dir, struct eni_diag *d)
{
	DIR *stream = opendir(dir);
	const struct dirent *entry;
	bool empty = true;

	if (stream == NULL)
		return fail(dir, N_("cannot be read: %s"), d);
	while (empty && (entry = readdir(stream)) != NULL)
		empty = !counts(entry->d_name);
	closedir(stream);
	return empty ? 0 : eni_fail(d, eni_at(dir, 0), NULL, "is not empty: a new book wants a folder of its own");
}

/* The name of a folder is on the disk once the folder around it is. */
static int
settle(const char *dir, struct eni_diag *d)
{
	struct eni_buf up = {0};
	int fd, rc;

	eni_buf_printf(&up, "%s/..", dir);
	eni_buf_char(&up, '\0');
	fd = open(up.p, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	rc = fd == -1 || fsync(fd) == -1 ? fail(dir, N_("cannot be brought to the disk: %s"), d) : 0;
	if (fd != -1)
		close(fd);
	eni_buf_free(&up);
	return rc;
}

int
eni_fresh_folder(const char *dir, bool dry_run, struct eni_diag *d)
{
	if (access(dir, F_OK) == 0)
		return eni_fresh_check(dir, d);
	if (dry_run)
		return 0;
	if (mkdir(dir, 0700) == -1)
		return errno == EEXIST ? eni_fresh_check(dir, d) : fail(dir, N_("cannot be made: %s"), d);
	return settle(dir, d);
}
