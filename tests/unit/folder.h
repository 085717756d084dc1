/*
 * A folder of files for one test, under /tmp; made anew, and removed with all that is in it.
 */
#ifndef ENI_TESTS_FOLDER_H
#define ENI_TESTS_FOLDER_H

#include <dirent.h>
#include <stdlib.h>
#include <unistd.h>

#include "unit.h"

struct folder {
	char path[32];
};

static inline void
folder_make(struct folder *f)
{
	snprintf(f->path, sizeof f->path, "/tmp/unit_XXXXXX");
	ok(mkdtemp(f->path) != NULL, "a folder");
}

static inline void
folder_put(const struct folder *f, const char *name, const char *text)
{
	char path[96];
	FILE *out;

	snprintf(path, sizeof path, "%s/%s", f->path, name);
	out = fopen(path, "w");
	ok(out != NULL && fputs(text, out) >= 0 && fclose(out) == 0, name);
}

static inline void
folder_remove(const struct folder *f)
{
	DIR *dir = opendir(f->path);
	char path[sizeof f->path + 1 + sizeof((struct dirent){0}).d_name];

	for (const struct dirent *e; dir != NULL && (e = readdir(dir)) != NULL;) {
		snprintf(path, sizeof path, "%s/%s", f->path, e->d_name);
		unlink(path);
	}
	closedir(dir);
	ok(rmdir(f->path) == 0, "the folder is empty again");
}

#endif
