/*
 * A file that an option names: see outfile.h.  What is written stays in a spool without a name until the run has ended; only then
 * it is a replacement, like everything that takes a file's place.
 */
#include "door/outfile.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "book/files.h"
#include "door/replace_priv.h"

struct eni_outfile {
	struct eni_arena arena;
	struct eni_replacement file; /* not open where the file is written to as it is */
	struct stat is;              /* what stands there */
	bool there, ordinary;
	FILE *stream;
};

static int
cannot(const struct eni_outfile *o, struct eni_diag *d)
{
	return eni_fail(d, eni_at(o->file.shown, 0), NULL, "cannot be written: %s", strerror(errno != 0 ? errno : EIO));
}

/* ---- what must be spared ---- */

static bool
is_same(const struct eni_outfile *o, const char *path)
{
	struct stat st;

	if (o->ordinary)
		return eni_replace_is(&o->file, path);
	return stat(path, &st) == 0 && eni_stat_same(&st, &o->is);
}

static int
refuse(const struct eni_outfile *o, const char *fmt, const char *name, struct eni_diag *d)
{
	return eni_fail(d, eni_at(o->file.shown, 0), NULL, fmt, name);
}

static int
spare_streams(const struct eni_outfile *o, struct eni_diag *d)
{
	static const char *const name[] = {"input", "output", "error"};
	struct stat st;

	for (int fd = 0; fd < 3 && o->there && o->ordinary; fd++)
		if (fstat(fd, &st) == 0 && eni_stat_same(&st, &o->is))
			return refuse(o, /* TRANSLATORS: %s is input, output or error */
			    N_("is standard %s: want another file, such as aside.csv"), _(name[fd]), d);
	return 0;
}

static int
spare_inputs(const struct eni_outfile *o, const struct eni_outfile_spare *spare, struct eni_diag *d)
{
	for (size_t i = 0; i < spare->n; i++)
		if (is_same(o, spare->input[i]))
			return refuse(o, N_("is read by this run as %s: want another file, such as aside.csv"), spare->input[i], d);
	return 0;
}

/* A file of the book, under the name the book has for it; dir may be NULL. */
static int
spare_file(struct eni_outfile *o, const char *dir, struct eni_str name, struct eni_diag *d)
{
	if (dir == NULL || name.n == 0 || !is_same(o, eni_path_in(&o->arena, dir, name)))
		return 0;
	return refuse(o, N_("is the book's own %s: want another file, such as aside.csv"), eni_arena_keep(&o->arena, name).p, d);
}

/* A name that every book has for one of its files: whosever book may be around it, it is spared. */
static int
spare_name(struct eni_outfile *o, const char *dir, struct eni_str name, struct eni_diag *d)
{
	if (spare_file(o, dir, name, d) == -1)
		return -1;
	if (o->file.name == NULL || !eni_str_is(name, o->file.name))
		return 0;
	return refuse(o, N_("has the name of a book's own %s: want another file, such as aside.csv"), o->file.name, d);
}

static int
spare_kind(struct eni_outfile *o, const char *dir, enum eni_kind kind, struct eni_diag *d)
{
	int rc = 0;

	for (enum eni_format f = ENI_FORMAT_NONE; rc == 0 && f < ENI_FORMATS; f++)
		if (eni_format_is(f, ENI_FORMAT_BOOK))
			rc = spare_name(o, dir, eni_book_name(&o->arena, kind, f), d);
	return rc;
}

static int
spare_books(struct eni_outfile *o, const char *dir, struct eni_diag *d)
{
	int rc = spare_name(o, dir, ENI_S("office.yaml"), d) == -1 ? -1 : spare_name(o, dir, ENI_S(".lock"), d);

	for (enum eni_kind k = 0; rc == 0 && k < ENI_KINDS; k++)
		rc = spare_kind(o, dir, k, d);
	return rc;
}

/* What the settings name. */
static int
spare_named(struct eni_outfile *o, const struct eni_outfile_spare *spare, struct eni_diag *d)
{
	const struct eni_str file[] = {spare->office->playbook, spare->office->playbook_add, spare->office->holiday_file};
	int rc = 0;

	for (size_t i = 0; rc == 0 && i < sizeof file / sizeof *file; i++)
		rc = spare_file(o, spare->dir, file[i], d);
	return rc;
}

/* A device holds nothing that could be lost. */
static int
spare_all(struct eni_outfile *o, const struct eni_outfile_spare *spare, struct eni_diag *d)
{
	if (o->there && (S_ISCHR(o->is.st_mode) || S_ISBLK(o->is.st_mode)))
		return 0;
	if (spare_streams(o, d) == -1 || spare_inputs(o, spare, d) == -1 || spare_books(o, spare->dir, d) == -1)
		return -1;
	return spare_named(o, spare, d);
}

/* ---- opening and ending ---- */

static int
look(struct eni_outfile *o, const char *path, const char *shown, struct eni_diag *d)
{
	o->file.shown = shown;
	o->there = stat(path, &o->is) == 0;
	o->ordinary = !o->there || S_ISREG(o->is.st_mode);
	if (*path == '\0' || (o->there && S_ISDIR(o->is.st_mode)))
		return eni_fail(d, eni_at(shown, 0), NULL, "is a folder, or no name: want the name of a file");
	return o->ordinary ? eni_replace_open(&o->file, path, shown, d) : 0;
}

static int
open_stream(struct eni_outfile *o, const char *path, struct eni_diag *d)
{
	int fd;

	if (o->ordinary)
		eni_replace_sweep(o->file.folder, o->file.name);
	fd = o->ordinary ? eni_replace_spool(&o->file, d) : open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY);
	if (fd == -1)
		return o->ordinary ? -1 : cannot(o, d);
	o->stream = fdopen(fd, o->ordinary ? "w+" : "w");
	if (o->stream != NULL)
		return 0;
	close(fd);
	return cannot(o, d);
}

struct eni_outfile *
eni_outfile_open(const char *path, const char *shown, const struct eni_outfile_spare *spare, struct eni_diag *d)
{
	struct eni_outfile *o = eni_realloc(NULL, sizeof *o);

	*o = (struct eni_outfile){.file = ENI_REPLACEMENT_NONE};
	if (look(o, path, shown, d) == 0 && spare_all(o, spare, d) == 0 && open_stream(o, path, d) == 0)
		return o;
	eni_outfile_drop(o);
	return NULL;
}

FILE *
eni_outfile_stream(struct eni_outfile *o)
{
	return o->stream;
}

void
eni_outfile_drop(struct eni_outfile *o)
{
	if (o == NULL)
		return;
	if (o->stream != NULL)
		fclose(o->stream);
	eni_replace_drop(&o->file);
	eni_arena_free(&o->arena);
	free(o);
}

/* From the spool to the file beside. */
static int
copy(struct eni_outfile *o, struct eni_diag *d)
{
	struct eni_buf block = {0};
	size_t n;
	int rc = 0;

	rewind(o->stream);
	while (rc == 0 && (n = fread(eni_buf_room(&block, ENI_BLOCK), 1, ENI_BLOCK, o->stream)) > 0)
		rc = eni_replace_write(&o->file, (struct eni_str){block.p, n}, d);
	if (rc == 0 && ferror(o->stream))
		rc = cannot(o, d);
	eni_buf_free(&block);
	return rc;
}

static int
put(struct eni_outfile *o, struct eni_diag *d)
{
	errno = 0;
	if (fflush(o->stream) == EOF || ferror(o->stream))
		return cannot(o, d);
	if (!o->ordinary)
		return 0;
	if (eni_replace_begin(&o->file, d) == -1 || copy(o, d) == -1 || eni_replace_end(&o->file, d) == -1)
		return -1;
	return eni_replace_swap(&o->file, d);
}

int
eni_outfile_end(struct eni_outfile *o, struct eni_diag *d)
{
	int rc = put(o, d);

	eni_outfile_drop(o);
	return rc;
}
