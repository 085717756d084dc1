/* Messages: see diag.h. */
#include "base/diag.h"

#include <stdlib.h>

#include "base/text.h"

enum { PLACES_SHOWN = 5 };

/* A message that is held, and where the same is to be said of further records. */
struct eni_message {
	struct eni_str place, text; /* "prog: file:2: field: ", and the rest */
	struct eni_place at[PLACES_SHOWN];
	size_t n;
};

static void
put_line(struct eni_buf *out, struct eni_place at)
{
	eni_buf_printf(out, "%lu", (unsigned long)at.line);
	if (at.row != 0 && at.row != at.line)
		eni_buf_printf(out, _(" (row %lu)"), (unsigned long)at.row);
}

static void
put_place(struct eni_buf *out, const struct eni_diag *d, struct eni_place at, const char *field)
{
	eni_buf_printf(out, "%s: ", d->prog);
	if (at.file != NULL)
		eni_show(out, eni_str_of(at.file));
	if (at.file != NULL && at.line > 0) {
		eni_buf_char(out, ':');
		put_line(out, at);
	}
	if (at.file != NULL)
		eni_buf_add(out, ENI_S(": "));
	if (field != NULL) {
		eni_show(out, eni_str_of(field));
		eni_buf_add(out, ENI_S(": "));
	}
}

/* ---- held messages ---- */

/* "(3 times: lines 2, 5, 9)" */
static void
put_count(struct eni_buf *out, const struct eni_message *m)
{
	eni_buf_printf(out, _(" (%zu times: lines "), m->n);
	for (size_t i = 0; i < m->n && i < PLACES_SHOWN; i++) {
		if (i > 0)
			eni_buf_add(out, ENI_S(", "));
		put_line(out, m->at[i]);
	}
	eni_buf_add(out, m->n > PLACES_SHOWN ? ENI_S(" ..)") : ENI_S(")"));
}

void
eni_diag_flush(struct eni_diag *d)
{
	struct eni_held *h = &d->held;
	struct eni_buf line = {0};

	if (h->printed < h->n && d->progress != NULL)
		d->progress(d, NULL, 0);
	for (; h->printed < h->n; h->printed++) {
		const struct eni_message *m = &h->message[h->printed];

		line.n = 0;
		eni_buf_add(&line, m->place);
		eni_buf_add(&line, m->text);
		if (m->n > 1)
			put_count(&line, m);
		eni_buf_char(&line, '\n');
		fwrite(line.p, 1, line.n, d->out);
	}
	eni_buf_free(&line);
}

static void
forget(struct eni_held *h)
{
	free(h->message);
	eni_map_free(&h->equal);
	eni_arena_free(&h->arena);
	*h = (struct eni_held){0};
}

/* In the place of a column: what is said of several records, which others do not join and which is not said twice. */
static const char whole[] = "";

/* The message that says this of another record of the same file, or ENI_NONE; key: what they have in common. */
static uint32_t
find_equal(const struct eni_held *h, struct eni_buf *key, struct eni_place at, const char *column, struct eni_str text)
{
	if (at.file == NULL || column == NULL || (at.line == 0 && column != whole))
		return ENI_NONE;
	eni_buf_printf(key, "%s%c%s%c", at.file, 0x1f, column, 0x1f); /* the unit separator: no field has one */
	if (column == whole)
		eni_buf_printf(key, "%lu%c", (unsigned long)at.line, 0x1f);
	eni_buf_add(key, text);
	return eni_map_get(&h->equal, eni_buf_str(key));
}

static void
count(struct eni_message *m, struct eni_place at)
{
	if (m->n < PLACES_SHOWN)
		m->at[m->n] = at;
	m->n++;
}

/* Whether it says so of that line already. */
static bool
names(const struct eni_message *m, struct eni_place at)
{
	for (size_t i = 0; i < m->n && i < PLACES_SHOWN; i++)
		if (m->at[i].line == at.line)
			return true;
	return false;
}

static void
hold(struct eni_diag *d, struct eni_place at, const char *column, struct eni_str place, struct eni_str text)
{
	struct eni_held *h = &d->held;
	struct eni_buf key = {0};
	uint32_t had = find_equal(h, &key, at, column, text);
	bool again = had != ENI_NONE && (column == whole || names(&h->message[had], at));

	if (!again && had != ENI_NONE && had >= h->printed) {
		count(&h->message[had], at);
	} else if (!again && ++d->messages <= ENI_MESSAGES_MAX) {
		if (key.n > 0)
			eni_map_set(&h->equal, eni_arena_pack(&h->arena, eni_buf_str(&key)), (uint32_t)h->n);
		h->message = eni_grow(h->message, &h->cap, h->n + 1, sizeof *h->message);
		h->message[h->n++] =
		    (struct eni_message){eni_arena_pack(&h->arena, place), eni_arena_pack(&h->arena, text), {at}, 1};
	}
	eni_buf_free(&key);
}

/* column: of which it is a complaint that others may join; or NULL. */
static void
say(struct eni_diag *d, struct eni_place at, const char *field, const char *column, const char *fmt, va_list ap)
{
	struct eni_buf place = {0}, text = {0}, shown = {0};

	if (d->quiet) {
		d->messages++;
		return;
	}
	put_place(&place, d, at, field);
	eni_buf_vprintf(&text, fmt, ap);
	eni_show(&shown, eni_buf_str(&text));
	hold(d, at, column, eni_buf_str(&place), eni_buf_str(&shown));
	if (!d->holds) {
		eni_diag_flush(d);
		forget(&d->held);
	}
	eni_buf_free(&place);
	eni_buf_free(&text);
	eni_buf_free(&shown);
}

int
eni_warn(struct eni_diag *d, struct eni_place at, const char *field, const char *fmt, ...)
{
	va_list ap;

	if (d->muted)
		return 0;
	va_start(ap, fmt);
	say(d, at, field, field, fmt, ap);
	va_end(ap);
	return 0;
}

int
eni_warn_all(struct eni_diag *d, struct eni_place at, const char *field, const char *fmt, ...)
{
	va_list ap;

	if (d->muted)
		return 0;
	va_start(ap, fmt);
	say(d, at, field, whole, fmt, ap);
	va_end(ap);
	return 0;
}

int
eni_aside(struct eni_diag *d, struct eni_place at, const char *field, const char *fmt, ...)
{
	va_list ap;

	if (d->muted)
		return -1;
	va_start(ap, fmt);
	say(d, at, field, field, fmt, ap);
	va_end(ap);
	if (d->status < 1 || d->strict)
		d->status = d->strict ? 2 : 1;
	return -1;
}

int
eni_fail(struct eni_diag *d, struct eni_place at, const char *field, const char *fmt, ...)
{
	va_list ap;

	if (d->messages >= ENI_MESSAGES_MAX) { /* why it ends is always said */
		eni_diag_end(d);
		d->messages = 0;
	}
	va_start(ap, fmt);
	say(d, at, field, NULL, fmt, ap);
	va_end(ap);
	eni_diag_flush(d);
	d->status = 2;
	return -1;
}

void
eni_diag_end(struct eni_diag *d)
{
	eni_diag_flush(d);
	forget(&d->held);
	if (!d->quiet && d->messages > ENI_MESSAGES_MAX)
		fprintf(d->out, _("%s: and %lu more messages like these\n"), d->prog, d->messages - ENI_MESSAGES_MAX);
}
