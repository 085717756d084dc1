/*
 * NAME.csv out of NAME.xlsx (decision 82).  Nothing is ever written into a workbook: what we do not read of it (other sheets,
 * formulas, colours) would be lost.  With --convert its list becomes a CSV as `intake init` makes them, which is then changed like
 * any other, and the workbook stays as NAME.xlsx.old.
 */
#include <errno.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "door/csv_edit_priv.h"

#define BOM ENI_S("\xef\xbb\xbf")

struct making {
	struct eni_draft *draft;
	struct eni_buf out;
	uint32_t line; /* the next */
	size_t cap;
};

static void
end_row(struct making *m)
{
	eni_buf_add(&m->out, ENI_S("\r\n"));
	m->line++;
}

static void
begin_row(struct making *m)
{
	struct eni_draft *draft = m->draft;

	draft->row_line = eni_grow(draft->row_line, &m->cap, draft->rows + 1, sizeof *draft->row_line);
	draft->row_line[draft->rows++] = m->line;
}

/* Rows that are empty, or hidden, stay as empty lines. */
static void
put_row(struct making *m, const struct eni_row *row)
{
	struct eni_draft shape = {.columns = row->n, .sep = ','};
	struct eni_str line;
	size_t from;

	for (; m->draft->rows + 1 < row->place.line; end_row(m))
		begin_row(m);
	begin_row(m);
	from = m->out.n;
	eni_csv_line(&m->out, &shape, row->cell);
	line = eni_buf_from(&m->out, from);
	for (size_t i = 0; i < line.n; i++)
		m->line += line.p[i] == '\n' || (line.p[i] == '\r' && (i + 1 == line.n || line.p[i + 1] != '\n'));
	end_row(m);
}

static int
read_workbook(const struct eni_edit *e, struct making *m)
{
	struct eni_source_options how = {.fallback = e->opt->fallback,
	    .hidden = e->opt->hidden,
	    .spreadsheet = true,
	    .kind = e->draft->kind,
	    .aliases = e->office == NULL ? NULL : &e->office->aliases};
	const char *path = e->draft->workbook;
	struct eni_reader *reader = eni_reader_open(path, strrchr(path, '/') + 1, &how, e->d);
	struct eni_row row;
	int got = reader == NULL ? -1 : 1;

	while (got == 1 && (got = eni_reader_next_row(reader, &row)) == 1)
		put_row(m, &row);
	eni_reader_close(reader);
	return got;
}

/* A file in memory, which readers open by its path. */
static int
spool(struct eni_draft *draft, struct eni_str bytes)
{
	int fd = memfd_create("workbook", MFD_CLOEXEC);

	while (fd != -1 && bytes.n > 0) {
		ssize_t n = write(fd, bytes.p, bytes.n);

		if (n == -1 && errno != EINTR) {
			close(fd);
			return -1;
		}
		bytes = eni_str_from(bytes, n > 0 ? (size_t)n : 0);
	}
	draft->path = eni_arena_printf(&draft->arena, "/proc/self/fd/%d", fd).p;
	return fd;
}

int
eni_draft_take_workbook(const struct eni_edit *e)
{
	struct eni_draft *draft = e->draft;
	struct making m = {.draft = draft, .line = 1};
	const char *name = strrchr(draft->workbook, '/') + 1;
	int fd = -1, rc;

	draft->bom = (off_t)BOM.n;
	eni_buf_add(&m.out, BOM);
	rc = read_workbook(e, &m);
	if (rc == 0 && (fd = spool(draft, eni_buf_str(&m.out))) == -1)
		rc = eni_fail(e->d, eni_at(name, 0), NULL, "cannot be converted: %s", strerror(errno));
	eni_buf_free(&m.out);
	if (rc == 0)
		rc = eni_replace_make_of(&draft->file, name, fd, e->d);
	if (rc == 0)
		eni_warn(e->d, eni_draft_place(draft, 0), NULL,
		    e->opt->dry_run ? N_("would be made of %s, which would be kept as %s.old")
				    : N_("is made of %s, which is kept as %s.old"),
		    name, name);
	return rc == -1 ? -1 : eni_code_open(&draft->code, NULL, eni_draft_place(draft, 0), e->d);
}

uint32_t
eni_draft_known_line(const struct eni_draft *draft, uint32_t line)
{
	size_t from = 0, to = draft->rows;

	if (draft->rows == 0)
		return line;
	while (from < to) {
		size_t middle = (from + to) / 2;

		if (draft->row_line[middle] <= line)
			from = middle + 1;
		else
			to = middle;
	}
	return (uint32_t)from;
}
