/* One cell of a record that comes in: its normal form, and what may be doubted about it.  See intake.h. */
#include "base/dial.h"
#include "base/name.h"
#include "base/num.h"
#include "base/text.h"
#include "book/cell_word.h"
#include "rec/wishes.h"
#include "reception/intake.h"

/* ---- doubts ---- */

/* Excel takes the 0 off a telephone number. */
static bool
lost_its_zero(struct eni_str cell)
{
	struct eni_buf digits = {0}, with = {0};
	bool lost = false;

	while (!lost && eni_phone_next(&digits, &cell, NULL)) {
		with.n = 0;
		eni_buf_char(&with, '0');
		eni_buf_add(&with, eni_buf_str(&digits));
		lost = eni_phone_plausible(eni_buf_str(&with));
	}
	eni_buf_free(&digits);
	eni_buf_free(&with);
	return lost;
}

static void
warn_of_phone(struct eni_diag *d, const struct eni_field *f, struct eni_str cell, struct eni_place at)
{
	eni_warn(d, at, f->name,
	    lost_its_zero(cell) ? N_("no telephone number of Japan or China; has Excel taken the 0 in front?")
				: N_("no telephone number of Japan or China"));
}

void
eni_intake_report(
    struct eni_intake *q, const struct eni_intake_column *c, struct eni_str cell, struct eni_place at, enum eni_doubt what)
{
	struct eni_diag *d = q->book->diag;

	if (what == ENI_DOUBT_WORD)
		eni_unknown_words_note(&q->sheet->unknown, c->field, cell, at,
		    c->field->type == ENI_WISHES ? eni_wishes_said(cell) : eni_cell_read(&q->book->office, c->field, cell));
	else if (what == ENI_DOUBT_PHONE)
		warn_of_phone(d, c->field, cell, at);
	else
		eni_aside(d, at, c->field->name, "%s", _(eni_value_wanted(c->field)));
}

void
eni_intake_doubt(struct eni_intake *q, const struct eni_intake_column *c, struct eni_str cell, enum eni_doubt what)
{
	if (q->doubt != NULL)
		q->doubt(q->doubt_to, c, cell, what);
	else
		eni_intake_report(q, c, cell, q->place, what);
}

static bool
is_word_list(const struct eni_field *f)
{
	return f->type == ENI_ENUMS || f->type == ENI_WORDS || f->type == ENI_WISHES;
}

/* Which words of a list are not understood as a whole. */
static void
doubt_pieces(struct eni_intake *q, const struct eni_intake_column *c, struct eni_str cell)
{
	struct eni_str piece;

	while (eni_piece(&cell, &piece))
		if (eni_cell_read(&q->book->office, c->field, piece).how >= ENI_READ_BY_STEM)
			eni_intake_doubt(q, c, piece, ENI_DOUBT_WORD);
}

static void
doubt_cell(struct eni_intake *q, const struct eni_intake_column *c, struct eni_str cell)
{
	if (c->field->vocab == ENI_V_STATUS && !q->lenient)
		return; /* sets the whole record aside, and is reported there */
	if (c->field->type == ENI_ENUMS)
		doubt_pieces(q, c, cell);
	else
		eni_intake_doubt(q, c, eni_str_trim(cell),
		    c->field->type == ENI_ENUM || c->field->type == ENI_WISHES ? ENI_DOUBT_WORD : ENI_DOUBT_VALUE);
}

/* ---- one cell ---- */

/* The office's own words as codes: of the whole cell, or of its pieces where a field takes several. */
static struct eni_str
own_words(struct eni_intake *q, const struct eni_intake_column *c, struct eni_str cell)
{
	const struct eni_office *o = &q->book->office;
	struct eni_str whole, rest = cell, piece;

	if (o->values.n == 0 || (whole = eni_office_value(o, c->name, cell)).n > 0)
		return o->values.n == 0 ? cell : whole;
	if (c->field == NULL || !is_word_list(c->field))
		return cell;
	q->words.n = 0;
	while (eni_piece(&rest, &piece)) {
		struct eni_str own = eni_office_value(o, c->name, piece);

		if (q->words.n > 0)
			eni_buf_char(&q->words, ' ');
		eni_buf_add(&q->words, own.n > 0 ? own : piece);
	}
	return eni_buf_str(&q->words);
}

/* A cell of the present record as it came, or an empty one. */
static struct eni_str
came_as(const struct eni_intake *q, const char *field)
{
	const struct eni_intake_source *s = &q->source[q->at];

	for (size_t i = 0; i < s->n; i++)
		if (s->bound[i] != NULL && strcmp(s->bound[i]->name, field) == 0)
			return q->row.cell[i];
	return (struct eni_str){"", 0};
}

/* What days without a year are read against in the present record. */
static struct eni_day_row
day_row(const struct eni_intake *q)
{
	const struct eni_office *o = &q->book->office;
	struct eni_day_row day = {q->book->today, ENI_NODAY, 0};
	const struct eni_day_row back = day;
	const char *field = q->kind == ENI_CONTACTS ? "at" : "inquiry_at";
	struct eni_when own;

	if ((q->kind != ENI_CLIENTS && q->kind != ENI_CONTACTS) || q->at == q->n_sources)
		return day;
	if (eni_day_read(o, eni_field_find(q->kind, eni_str_of(field)), came_as(q, field), &back, &own, NULL) == 1)
		day.own = own.day;
	if (q->kind == ENI_CLIENTS)
		day.status = eni_cell_read(o, eni_field_find(ENI_CLIENTS, ENI_S("status")), came_as(q, "status")).code;
	return day;
}

/* Days and moments in the office's own time; present: of the present record. */
static int
normal_moment(struct eni_intake *q, struct eni_buf *out, const struct eni_field *f, struct eni_str cell, bool present)
{
	struct eni_day_row row = {q->book->today, ENI_NODAY, 0};
	char text[ENI_WHEN_TEXT];
	struct eni_when w;
	unsigned open;
	int got = eni_day_read(&q->book->office, f, cell, &row, &w, &open);

	if (got == 1 && open != 0 && present) {
		eni_open_days_note(&q->sheet->open_days, f, open, q->place);
		row = day_row(q);
		got = eni_day_read(&q->book->office, f, cell, &row, &w, NULL);
	}
	if (got == 1)
		eni_buf_add(out, (struct eni_str){text, eni_when_format(w, text)});
	return got;
}

static int
normal_word(const struct eni_intake *q, struct eni_buf *out, const struct eni_field *f, struct eni_str cell)
{
	struct eni_word_reading r = eni_cell_read(&q->book->office, f, cell);

	eni_buf_add(out, r.how == ENI_UNREAD ? cell : eni_str_of(eni_word_code(f->vocab, r.code)));
	return r.how == ENI_UNREAD ? -1 : r.code != 0;
}

static int
put_normal(struct eni_intake *q, struct eni_buf *out, const struct eni_field *f, struct eni_str cell, bool present)
{
	switch (f->type) {
	case ENI_DATE:
		return normal_moment(q, out, f, cell, present);
	case ENI_ENUM:
		return normal_word(q, out, f, cell);
	default:
		return eni_value_normal(out, f, cell, q->book->office.decimals);
	}
}

int
eni_intake_normal(struct eni_intake *q, struct eni_buf *out, const struct eni_intake_column *c, struct eni_str cell)
{
	out->n = 0;
	cell = own_words(q, c, eni_str_trim(cell));
	if (cell.n > 0 && c->field != NULL)
		return put_normal(q, out, c->field, cell, false);
	eni_buf_add(out, cell);
	return cell.n > 0;
}

/* Whether a cell holds numbers, all of which there can be. */
static bool
is_phone(struct eni_str cell)
{
	struct eni_buf digits = {0};
	bool plausible = eni_phone_next(&digits, &cell, NULL);

	do
		plausible = plausible && eni_phone_plausible(eni_buf_str(&digits));
	while (plausible && eni_phone_next(&digits, &cell, NULL));
	eni_buf_free(&digits);
	return plausible;
}

static bool
is_plain_count(struct eni_str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] < '0' || s.p[i] > '9')
			return false;
	return s.n < 10 && (s.n == 1 || s.p[0] != '0');
}

/* A cell that is its own normal form is not copied. */
static bool
is_plain(const struct eni_field *f, struct eni_str cell)
{
	if (f == NULL || f->type == ENI_TEXT)
		return true;
	if (f->type == ENI_NUMBER)
		return is_plain_count(cell);
	return (f->type == ENI_ID || f->type == ENI_PHONE) && eni_is_ascii(cell);
}

/* A Barthel index is a multiple of five: between the fives it is mistyped. */
static int
judge_barthel(const struct eni_intake *q, const struct eni_field *f, struct eni_str cell)
{
	int64_t n;
	int got;

	if (f == NULL || (f->traits & ENI_BARTHEL) == 0 || (got = eni_number_read(f, cell, &n)) == 0)
		return 0;
	if (got == -1)
		return -1;
	if (n % (5 * (int64_t)ENI_NUM_SCALE) != 0 && !q->lenient)
		eni_warn(q->book->diag, q->place, f->name, "no multiple of 5, as a Barthel index is");
	return 0;
}

void
eni_intake_take(struct eni_intake *q, struct eni_intake_column *c, struct eni_str came)
{
	struct eni_str cell = eni_str_trim(came), own = own_words(q, c, cell);
	int got;

	if (eni_says_none(c->field, own))
		cell = came = (struct eni_str){"", 0};
	c->cell = c->field == NULL ? came : cell;
	c->state = cell.n == 0 ? ENI_CELL_EMPTY : ENI_CELL_GOOD;
	c->came = cell.n > 0;
	if (c->state == ENI_CELL_EMPTY)
		return;
	cell = own;
	if (c->field != NULL && (c->field->traits & ENI_PERSON) != 0)
		cell = eni_name_split(cell).bare;
	if (judge_barthel(q, c->field, cell) == -1) {
		c->state = ENI_CELL_BAD;
		doubt_cell(q, c, cell);
		return;
	}
	if (is_plain(c->field, cell)) {
		c->cell = c->field == NULL && eni_str_eq(cell, eni_str_trim(came)) ? came : cell;
	} else {
		c->at = q->text.n;
		got = put_normal(q, &q->text, c->field, cell, true);
		if (got < 0) {
			q->text.n = c->at;
			c->at = SIZE_MAX;
			c->state = ENI_CELL_BAD;
			doubt_cell(q, c, cell);
			return;
		}
		c->cell.n = q->text.n - c->at;
		c->state = got == 0 ? ENI_CELL_EMPTY : ENI_CELL_GOOD;
	}
	if (c->field != NULL && c->field->type == ENI_PHONE && !is_phone(cell))
		eni_intake_doubt(q, c, cell, ENI_DOUBT_PHONE);
	if (c->field != NULL && c->field->type == ENI_ENUM &&
	    eni_cell_read(&q->book->office, c->field, cell).how == ENI_READ_BY_STEM)
		eni_intake_doubt(q, c, cell, ENI_DOUBT_WORD);
}
