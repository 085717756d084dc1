/* The files of the book: see files.h. */
#include "book/files.h"

#include <errno.h>
#include <sys/stat.h>

#include "form/source.h"

/* 1: there (be it a link to nothing), 0: not, -1: reported. */
static int
look_for(const char *path, const char *dir, struct eni_diag *d)
{
	struct stat st;

	if (lstat(path, &st) == 0)
		return 1;
	return errno == ENOENT ? 0 : eni_fail(d, eni_at(dir, 0), NULL, "cannot be read: %s", strerror(errno));
}

struct eni_str
eni_book_name(struct eni_arena *a, enum eni_kind kind, enum eni_format format)
{
	return eni_arena_printf(a, "%s%s", eni_kind_name(kind), eni_format_ending(format));
}

int
eni_book_file(
    struct eni_arena *a, const char *dir, enum eni_kind kind, const char **path, enum eni_format *format, struct eni_diag *d)
{
	const char *name = eni_kind_name(kind), *found = NULL;

	for (enum eni_format f = ENI_FORMAT_NONE; f < ENI_FORMATS; f++) {
		const char *try;
		int there;

		if (!eni_format_is(f, ENI_FORMAT_BOOK))
			continue;
		try = eni_arena_printf(a, "%s/%s", dir, eni_book_name(a, kind, f).p).p;
		there = look_for(try, dir, d);
		if (there == 0)
			continue;
		if (there == -1)
			return -1;
		if (found != NULL)
			return eni_fail(d, eni_at(dir, 0), NULL, "both %s%s and %s%s are there: keep one of them", name,
			    eni_format_ending(*format), name, eni_format_ending(f));
		found = try;
		*format = f;
	}
	*path = found;
	return found == NULL ? 1 : eni_source_is_file(found, d);
}

int
eni_book_has(const char *dir, enum eni_kind kind, struct eni_diag *d)
{
	struct eni_arena a = {0};
	enum eni_format format;
	const char *path;
	int found = eni_book_file(&a, dir, kind, &path, &format, d);

	eni_arena_free(&a);
	return found == -1 ? -1 : found == 0;
}
