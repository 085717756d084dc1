/*
 * A file is read as it stands, and its successor is written beside it, brought to the disk and only then put in its
 * place. Whoever reads meanwhile, and whoever looks after a crash, finds the old file or the new one, whole.
 *
 * Links are followed once, at opening; from then on everything happens in the folder that was found, by its descriptor.
 * The temporary file is .NAME.enishi.NUMBER.  Its writer holds a lock on it until it has taken its place: one that nobody holds was
 * left by a killed writer, and the next one sweeps it away.
 */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <unistd.h>

#include "door/replace_priv.h"

#define MARK ".enishi."

static int
fail(const struct eni_replacement *s, struct eni_diag *d, const char *fmt)
{
	return eni_fail(d, eni_at(s->shown, 0), NULL, fmt, strerror(errno));
}

/* The folder's path and, behind its last slash, the name: "." and the whole when there is no slash. */
static int
open_folder(struct eni_replacement *s, char *path)
{
	char *slash = strrchr(path, '/');

	s->name = strdup(slash == NULL ? path : slash + 1);
	if (s->name == NULL)
		return -1;
	if (slash != NULL)
		slash[slash == path] = '\0';
	s->folder = open(slash == NULL ? "." : path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	return s->folder == -1 ? -1 : 0;
}

/* The path with links followed, also that of a file that is still to be made; malloc'd, NULL with errno. */
static char *
resolve(const char *path)
{
	char *real = realpath(path, NULL);
	struct stat link;

	if (real != NULL || errno != ENOENT)
		return real;
	if (lstat(path, &link) == 0) {
		errno = ENOENT; /* a link to nothing */
		return NULL;
	}
	return strdup(path);
}

/* Not blocking: a pipe in the place of a file must not hold us up. */
static int
open_old(struct eni_replacement *s, struct eni_diag *d)
{
	const struct eni_place at = eni_at(s->shown, 0);

	s->old = openat(s->folder, s->name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
	if (s->old == -1)
		return errno == ENOENT ? 0 : fail(s, d, N_("cannot be read: %s"));
	if (fstat(s->old, &s->was) == -1)
		return fail(s, d, N_("cannot be read: %s"));
	if (!S_ISREG(s->was.st_mode))
		return eni_fail(d, at, NULL, "is no ordinary file: nothing can be written to it");
	if (faccessat(s->folder, s->name, W_OK, AT_EACCESS) == -1)
		return fail(s, d, N_("cannot be written: %s"));
	return 0;
}

int
eni_replace_open(struct eni_replacement *s, const char *path, const char *shown, struct eni_diag *d)
{
	char *real = resolve(path);
	int rc;

	*s = ENI_REPLACEMENT_NONE;
	s->shown = shown;
	if (real == NULL)
		return fail(s, d, N_("cannot be read: %s"));
	rc = open_folder(s, real) == -1 ? fail(s, d, N_("cannot be reached: %s")) : open_old(s, d);
	free(real);
	return rc;
}

/* What the workbook is called from then on; malloc'd. */
static char *
kept_name(const char *of)
{
	char *name;

	return asprintf(&name, "%s.old", of) == -1 ? NULL : name;
}

int
eni_replace_make_of(struct eni_replacement *s, const char *name, int fd, struct eni_diag *d)
{
	char *kept = kept_name(name);
	bool taken = kept != NULL && faccessat(s->folder, kept, F_OK, AT_SYMLINK_NOFOLLOW) == 0;

	s->old = fd;
	s->of = strdup(name);
	free(kept);
	if (s->of == NULL || kept == NULL || fstatat(s->folder, name, &s->source, 0) == -1 || fstat(fd, &s->was) == -1)
		return fail(s, d, N_("cannot be read: %s"));
	return taken ? eni_fail(d, eni_at(name, 0), NULL, "would be kept as %s.old, which is there already: move that away", name)
		     : 0;
}

bool
eni_replace_is(const struct eni_replacement *s, const char *path)
{
	struct eni_replacement other = ENI_REPLACEMENT_NONE;
	struct stat mine, its;
	char *real;
	bool same;

	if (s->old != -1 && s->of == NULL)
		return stat(path, &its) == 0 && eni_stat_same(&s->was, &its);
	real = resolve(path);
	same = real != NULL && open_folder(&other, real) == 0 && strcmp(other.name, s->name) == 0 && fstat(s->folder, &mine) == 0 &&
	       fstat(other.folder, &its) == 0 && eni_stat_same(&mine, &its);
	free(real);
	eni_replace_drop(&other);
	return same;
}

ssize_t
eni_replace_read(const struct eni_replacement *s, off_t at, char *p, size_t n, struct eni_diag *d)
{
	ssize_t got;

	do
		got = pread(s->old, p, n, at);
	while (got == -1 && errno == EINTR);
	return got == -1 ? fail(s, d, N_("cannot be read: %s")) : got;
}

/* Takes the lock of a temporary file just made; false when a sweeper came between.  A file system that knows no such locks has
 * nothing swept either. */
static bool
claim(int fd)
{
	struct stat st;

	flock(fd, LOCK_EX);
	return fstat(fd, &st) == 0 && st.st_nlink > 0;
}

/* "NAME" + MARK + a number of each writer's own. */
static int
make_temp(struct eni_replacement *s)
{
	for (unsigned i = 0; i < 100; i++) {
		char *name;

		if (asprintf(&name, ".%s" MARK "%lx", s->name, (unsigned long)getpid() + i) == -1)
			return -1;
		s->fresh = openat(s->folder, name, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
		if (s->fresh != -1 && claim(s->fresh)) {
			s->temp = name;
			return 0;
		}
		free(name);
		if (s->fresh != -1)
			close(s->fresh);
		else if (errno != EEXIST)
			return -1;
		s->fresh = -1;
	}
	return -1;
}

int
eni_replace_begin(struct eni_replacement *s, struct eni_diag *d)
{
	return make_temp(s) == -1 ? fail(s, d, N_("cannot be written: %s")) : 0;
}

int
eni_replace_spool(struct eni_replacement *s, struct eni_diag *d)
{
	int fd;

	if (eni_replace_begin(s, d) == -1)
		return -1;
	unlinkat(s->folder, s->temp, 0);
	free(s->temp);
	fd = s->fresh;
	s->temp = NULL;
	s->fresh = -1;
	return fd;
}

int
eni_replace_write(struct eni_replacement *s, struct eni_str bytes, struct eni_diag *d)
{
	while (bytes.n > 0) {
		ssize_t n = write(s->fresh, bytes.p, bytes.n);

		if (n == -1 && errno != EINTR)
			return fail(s, d, N_("cannot be written (the old file stands as it was): %s"));
		if (n > 0)
			bytes = eni_str_from(bytes, (size_t)n);
	}
	return 0;
}

int
eni_new_file_rights(int folder, int fd)
{
	struct stat st;

	if (fstat(folder, &st) == -1)
		return -1;
	/* A folder whose group may write is shared: its members are to go on where one of them began (decision 84). */
	if ((st.st_mode & S_IWGRP) != 0 && fchown(fd, (uid_t)-1, st.st_gid) == 0)
		return fchmod(fd, 0660);
	return fchmod(fd, 0600);
}

/* The old file's owner and mode.  Where we may not give the group, nobody new may read: then only the owner's rights stay. */
static int
restore_rights(const struct eni_replacement *s)
{
	const struct stat *was = s->of == NULL ? &s->was : &s->source;
	mode_t mode = was->st_mode & 07777;

	if (s->old == -1)
		return eni_new_file_rights(s->folder, s->fresh);
	if (fchown(s->fresh, was->st_uid, was->st_gid) == -1 && fchown(s->fresh, (uid_t)-1, was->st_gid) == -1)
		mode &= 0700;
	return fchmod(s->fresh, mode);
}

int
eni_replace_end(struct eni_replacement *s, struct eni_diag *d)
{
	if (restore_rights(s) == 0 && fsync(s->fresh) == 0)
		return 0;
	return fail(s, d, N_("cannot be brought to the disk (the old file stands as it was): %s"));
}

static bool
same_time(struct timespec a, struct timespec b)
{
	return a.tv_sec == b.tv_sec && a.tv_nsec == b.tv_nsec;
}

static bool
is_as_it_was(const struct stat *now, const struct stat *was)
{
	return eni_stat_same(now, was) && now->st_size == was->st_size && same_time(now->st_mtim, was->st_mtim);
}

/* Whether the file is still the one we read: a spreadsheet takes no lock. */
static bool
unchanged(const struct eni_replacement *s)
{
	bool made = s->old == -1 || s->of != NULL;
	struct stat now;

	if (s->of != NULL && (fstatat(s->folder, s->of, &now, 0) == -1 || !is_as_it_was(&now, &s->source)))
		return false;
	if (fstatat(s->folder, s->name, &now, AT_SYMLINK_NOFOLLOW) == -1)
		return made && errno == ENOENT;
	return !made && is_as_it_was(&now, &s->was);
}

/* The new file stands; until this is done both do, and every reader refuses to choose. */
static int
put_source_away(const struct eni_replacement *s)
{
	char *kept = kept_name(s->of);
	int rc = kept == NULL ? -1 : renameat(s->folder, s->of, s->folder, kept);

	free(kept);
	return rc;
}

int
eni_replace_swap(struct eni_replacement *s, struct eni_diag *d)
{
	int fd;

	if (!unchanged(s))
		return eni_fail(
		    d, eni_at(s->shown, 0), NULL, "was changed by another program just now, and stands as that left it; try again");
	if (renameat(s->folder, s->temp, s->folder, s->name) == -1)
		return fail(s, d, N_("cannot be replaced (the old file stands as it was): %s"));
	free(s->temp);
	s->temp = NULL;
	fd = s->fresh;
	s->fresh = -1;
	if (s->of != NULL && put_source_away(s) == -1) {
		close(fd);
		return eni_fail(d, eni_at(s->of, 0), NULL, "cannot be renamed: %s; %s was made of it: keep one of them",
		    strerror(errno), s->shown);
	}
	return close(fd) == -1 || fsync(s->folder) == -1 ? fail(s, d, N_("cannot be brought to the disk for certain: %s")) : 0;
}

void
eni_replace_drop(struct eni_replacement *s)
{
	if (s->temp != NULL)
		unlinkat(s->folder, s->temp, 0);
	if (s->fresh != -1)
		close(s->fresh);
	if (s->old != -1)
		close(s->old);
	if (s->folder != -1)
		close(s->folder);
	free(s->temp);
	free(s->name);
	free(s->of);
	*s = ENI_REPLACEMENT_NONE;
}

/* Whether an entry of the folder is .NAME.enishi.NUMBER, for that NAME or for any. */
static bool
is_litter(const char *entry, const char *name)
{
	const char *mark = strstr(entry, MARK), *number;

	if (entry[0] != '.' || mark == NULL)
		return false;
	number = mark + strlen(MARK);
	if (number[0] == '\0' || number[strspn(number, "0123456789abcdef")] != '\0')
		return false;
	return name == NULL ? mark > entry + 1 : eni_str_is((struct eni_str){entry + 1, (size_t)(mark - entry) - 1}, name);
}

/* Deletes a temporary file unless its writer lives.  Silent where it cannot: what is left does no harm, and the write that follows
 * says what is wrong. */
static void
sweep(int folder, const char *entry)
{
	int fd = openat(folder, entry, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);

	if (fd == -1)
		return;
	if (flock(fd, LOCK_EX | LOCK_NB) == 0)
		unlinkat(folder, entry, 0);
	close(fd);
}

void
eni_replace_sweep(int folder, const char *name)
{
	int fd = openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	DIR *dir = fd == -1 ? NULL : fdopendir(fd);
	const struct dirent *entry;

	if (dir == NULL) {
		if (fd != -1)
			close(fd);
		return;
	}
	while ((entry = readdir(dir)) != NULL)
		if (is_litter(entry->d_name, name))
			sweep(folder, entry->d_name);
	closedir(dir);
}
