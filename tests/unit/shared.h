/* Corpora of others, ../shared beside the checkout or $ENISHI_SHARED.  Missing ones are reported and passed over. */
#ifndef ENI_TESTS_SHARED_H
#define ENI_TESTS_SHARED_H

#include <glob.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"

/* Paths that match below ../shared (or $ENISHI_SHARED); 0 of them prints a note.  globfree when done. */
static inline size_t
shared_files(const char *pattern, glob_t *found)
{
	const char *root = getenv("ENISHI_SHARED");
	struct eni_buf path = {0};

	eni_buf_printf(&path, "%s/%s", root == NULL ? "../shared" : root, pattern);
	eni_buf_char(&path, '\0');
	*found = (glob_t){0};
	if (glob(path.p, 0, NULL, found) != 0)
		printf("skipped: no %s\n", path.p);
	eni_buf_free(&path);
	return found->gl_pathc;
}

static inline bool
shared_read(const char *path, struct eni_buf *out)
{
	FILE *f = fopen(path, "r");
	size_t n = 1;

	out->n = 0;
	while (f != NULL && n > 0) {
		n = fread(eni_buf_room(out, 65536), 1, 65536, f);
		out->n += n;
	}
	return f != NULL && fclose(f) == 0;
}

#endif
