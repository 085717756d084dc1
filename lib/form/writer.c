/*
 * What all record formats share: the columns, the buffer and the stream's errors.
 * Rows are put together in one buffer and leave in large pieces: a printf per cell would cost more than all the rest.
 */
#include "form/writer_parts.h"

#include <errno.h>
#include <stdlib.h>

enum { SPILL = 64 * 1024 };

static void
write_out(struct eni_writer *w)
{
	if (w->error == 0 && w->out.n > 0 && fwrite(w->out.p, 1, w->out.n, w->file) < w->out.n)
		w->error = errno != 0 ? errno : EIO;
	w->out.n = 0;
}

void
eni_writer_spill(struct eni_writer *w)
{
	if (w->out.n >= SPILL)
		write_out(w);
}

static void
copy_columns(struct eni_writer *w, const struct eni_column *column)
{
	w->column = eni_arena_take(&w->arena, w->n * sizeof *w->column);
	for (size_t i = 0; i < w->n; i++) {
		w->column[i] = column[i];
		w->column[i].name = eni_arena_keep(&w->arena, column[i].name);
		if (column[i].heading != NULL)
			w->column[i].heading = eni_arena_keep(&w->arena, eni_str_of(column[i].heading)).p;
	}
}

struct eni_writer *
eni_writer_open(FILE *out, const struct eni_column *column, size_t n, const struct eni_writer_options *o)
{
	struct eni_writer *w = eni_realloc(NULL, sizeof *w);

	*w = (struct eni_writer){.ops = eni_format_ops_of(o->format), .o = *o, .n = n, .file = out};
	copy_columns(w, column);
	if (w->ops->begin != NULL)
		w->ops->begin(w);
	return w;
}

void
eni_writer_row(struct eni_writer *w, const struct eni_str *cell)
{
	w->ops->row(w, cell);
	w->rows++;
	eni_writer_spill(w);
}

int
eni_writer_end(struct eni_writer *w)
{
	int error;

	if (w->ops->end != NULL)
		w->ops->end(w);
	write_out(w);
	error = w->error;
	if (error == 0 && fflush(w->file) == EOF)
		error = errno;
	else if (error == 0 && ferror(w->file))
		error = EIO; /* an earlier write by someone else, whose errno is gone */
	eni_buf_free(&w->out);
	eni_arena_free(&w->arena);
	free(w);
	if (error != 0)
		errno = error;
	return error == 0 ? 0 : -1;
}

struct eni_str
eni_writer_heading(const struct eni_writer *w, size_t column)
{
	const struct eni_column *c = &w->column[column];

	return c->heading != NULL ? eni_str_of(c->heading) : c->name;
}

/* The first of NAME.2, NAME.3 .. that no column has. */
static struct eni_str
numbered(struct eni_writer *w, struct eni_map *taken, struct eni_str name, uint32_t column)
{
	struct eni_buf b = {0};
	struct eni_str s;
	size_t k = 2;

	do {
		b.n = 0;
		eni_buf_add(&b, name);
		eni_buf_printf(&b, ".%zu", k++);
	} while (eni_map_get(taken, eni_buf_str(&b)) != ENI_NONE);
	s = eni_arena_keep(&w->arena, eni_buf_str(&b));
	eni_map_add(taken, s, column);
	eni_buf_free(&b);
	return s;
}

const struct eni_str *
eni_writer_keys(struct eni_writer *w)
{
	struct eni_str *key = eni_arena_take(&w->arena, w->n * sizeof *key);
	struct eni_map taken = {0};

	for (uint32_t i = 0; i < w->n; i++)
		eni_map_add(&taken, w->column[i].name, i);
	for (uint32_t i = 0; i < w->n; i++) {
		struct eni_str name = w->column[i].name;

		key[i] = eni_map_get(&taken, name) == i ? name : numbered(w, &taken, name, i);
	}
	eni_map_free(&taken);
	return key;
}

static size_t
digits(struct eni_str s)
{
	size_t n = 0;

	while (n < s.n && s.p[n] >= '0' && s.p[n] <= '9')
		n++;
	return n;
}

bool
eni_put_escape(struct eni_buf *out, unsigned code)
{
	static const char letter[128] = {['"'] = '"', ['\\'] = '\\', ['\n'] = 'n', ['\r'] = 'r', ['\t'] = 't'};

	if (code >= sizeof letter || letter[code] == '\0')
		return false;
	eni_buf_char(out, '\\');
	eni_buf_char(out, letter[code]);
	return true;
}

bool
eni_is_json_number(struct eni_str s)
{
	size_t n;

	if (eni_str_starts(s, ENI_S("-")))
		s = eni_str_from(s, 1);
	n = digits(s);
	if (n == 0 || (n > 1 && s.p[0] == '0'))
		return false;
	s = eni_str_from(s, n);
	if (eni_str_starts(s, ENI_S("."))) {
		s = eni_str_from(s, 1);
		if ((n = digits(s)) == 0)
			return false;
		s = eni_str_from(s, n);
	}
	if (s.n == 0)
		return true;
	if (s.p[0] != 'e' && s.p[0] != 'E')
		return false;
	s = eni_str_from(s, s.n > 1 && (s.p[1] == '+' || s.p[1] == '-') ? 2 : 1);
	return s.n > 0 && digits(s) == s.n;
}
