/*
 * Which lines of a list are its header (decision 54).  Lists from spreadsheets have titles above it, a line of groups merged
 * sideways (利用者 over five columns, 家族 over three), or cells merged downwards, which a second line completes.  The lines of the
 * header are its storeys; a column is called by its lowest filled cell, and by what stands above that where both together name a
 * field or the upper one says that the column is about somebody else.
 */
#include "base/text.h"
#include "form/reader_parts.h"

enum { LINES = 20, STOREYS = 3 };

/* A line that may be of the header. */
struct line {
	uint32_t at;
	struct eni_str *cell; /* in the reader's arena */
	size_t n, filled, known;
};

static const struct eni_field *
field_of(const struct eni_reader *r, struct eni_str word)
{
	return eni_field_of_header(r->options.kind, word, (struct eni_str){NULL, 0}, r->options.aliases);
}

/* The line just cut, and how many of its cells are headers.  Of a line that cannot have more than `most` of them no more is looked
 * at than shows that. */
static struct line
weigh(const struct eni_reader *r, size_t most)
{
	const struct eni_cutter *c = &r->cut;
	struct line l = {.at = c->raw_line, .n = c->cells < ENI_COLUMNS_MAX ? c->cells : ENI_COLUMNS_MAX};
	size_t unknown = 0;

	for (size_t i = 0; i < l.n; i++)
		l.filled += eni_str_trim(c->cell[i]).n > 0;
	for (size_t i = 0; i < l.n && (unknown == 0 || l.filled > most + unknown); i++) {
		struct eni_str cell = eni_str_trim(c->cell[i]);

		if (cell.n > 0 && field_of(r, cell) != NULL)
			l.known++;
		else
			unknown += cell.n > 0;
	}
	return l;
}

static void
keep_cells(struct eni_reader *r, struct line *l)
{
	l->cell = eni_arena_take(&r->arena, (l->n + 1) * sizeof *l->cell);
	for (size_t i = 0; i < l->n; i++)
		l->cell[i] = eni_arena_keep(&r->arena, eni_str_trim(r->cut.cell[i]));
}

/* A number, a day, a telephone number: nothing but digits and what stands between them. */
static bool
is_figure(struct eni_str cell)
{
	bool digit = false;

	cell = eni_str_trim(cell);
	for (size_t i = 0; i < cell.n; i++) {
		if (memchr("0123456789-/.:,()+ ", cell.p[i], sizeof "0123456789-/.:,()+ " - 1) == NULL)
			return false;
		digit |= cell.p[i] >= '0' && cell.p[i] <= '9';
	}
	return digit;
}

/* Whether a line is surely the header: more than half of it is known. */
static bool
is_sure(const struct line *l)
{
	return l->known >= 2 && l->known * 2 > l->filled;
}

/* Whether the line just cut, which is not sure to be the header, may be one: records and titles have words in them that are
 * headers, too (担当者, 電話, of a task staff and email), but figures beside them. */
static bool
may_be_header(const struct eni_cutter *c, const struct line *l)
{
	for (size_t i = 0; i < l->n; i++)
		if (is_figure(c->cell[i]))
			return false;
	return l->known >= 2;
}

/* The next line; of one that cannot be cut, the rest is passed over. */
static enum eni_cut
next_line(struct eni_cutter *c)
{
	enum eni_cut cut = eni_cutter_next(c);
	struct eni_str piece;

	while (cut == ENI_CUT_BAD && eni_cutter_rest(c, &piece))
		;
	return cut;
}

/*
 * Looks for the header among the first lines: the first with at least two headers, or, until one is sure, the one with most.  The
 * cutter stands at the first record again.
 */
static int
look_for(struct eni_reader *r, struct line *best)
{
	struct eni_cutter *c = &r->cut;
	enum eni_cut cut;

	while (!is_sure(best)) {
		if ((cut = next_line(c)) == ENI_CUT_END || (cut != ENI_CUT_FAILED && c->raw_line > LINES))
			break;
		if (cut == ENI_CUT_FAILED)
			return -1;
		if (c->kept.at == SIZE_MAX)
			c->kept = eni_cutter_place(c);
		if (cut == ENI_CUT_ROW) {
			struct line l = weigh(r, best->known);

			if (l.known > best->known && (is_sure(&l) || may_be_header(c, &l)))
				*best = l;
		}
	}
	if (c->kept.at != SIZE_MAX)
		eni_cutter_go(c, c->kept);
	c->kept.at = SIZE_MAX;
	return 0;
}

/* Cuts up to the header; what stands above is kept for who asks.  The line right above it, if any, in *above. */
static void
pass_titles(struct eni_reader *r, uint32_t header, struct line *above)
{
	struct eni_cutter *c = &r->cut;
	enum eni_cut cut;

	r->head.title = eni_arena_take(&r->arena, LINES * sizeof *r->head.title);
	while ((cut = next_line(c)) != ENI_CUT_END && c->raw_line < header) {
		r->head.title[r->head.titles++] = (struct eni_title){c->raw_line, eni_arena_keep(&r->arena, c->raw)};
		above->n = 0;
		if (cut == ENI_CUT_ROW && c->line == header) {
			*above = weigh(r, 0);
			keep_cells(r, above);
		}
	}
}

/* Whether it has a word over a column behind the first: what stands over the first alone is a title. */
static bool
is_group_line(const struct line *l)
{
	size_t i = l->n;

	while (i > 1 && l->cell[i - 1].n == 0)
		i--;
	return i > 1;
}

/* Lines right below the header that belong to it: nothing but headers, or so many that it would be one itself.  How many storeys
 * there are then; 0 after eni_fail. */
static size_t
complete(struct eni_reader *r, struct line *storey, size_t n)
{
	struct eni_cutter *c = &r->cut;

	while (n <= STOREYS) {
		enum eni_cut cut = eni_cutter_next(c);
		struct line l = {0};

		if (cut == ENI_CUT_END || cut == ENI_CUT_FAILED)
			break;
		if (cut == ENI_CUT_ROW && c->raw_line == r->head.last + 1)
			l = weigh(r, 0);
		if (l.filled == 0 || (l.known < l.filled && (!is_sure(&l) || !may_be_header(c, &l)))) {
			eni_cutter_go(c, eni_cutter_place(c));
			break;
		}
		if (eni_header_judge(r) == -1)
			return 0;
		keep_cells(r, &l);
		storey[n++] = l;
		r->head.last = c->line - 1;
	}
	return n;
}

static struct eni_str
cell_of(const struct line *l, size_t column)
{
	return column < l->n ? l->cell[column] : (struct eni_str){"", 0};
}

/* A merged cell has its text in the first of its columns. */
static struct eni_str
cell_over(const struct line *l, size_t column)
{
	while (column > 0 && cell_of(l, column).n == 0)
		column--;
	return cell_of(l, column);
}

/* Whether the word over a header belongs to it: together they are the header of another field, or of somebody else's. */
static bool
is_lent(const struct eni_reader *r, struct eni_str over, struct eni_str word, struct eni_str both)
{
	const struct eni_field *joint = field_of(r, both);

	if (joint == NULL)
		return eni_header_is_anothers(r->options.kind, over, word);
	return joint != field_of(r, word);
}

/* storey 0 is the line of groups.  It lends words; it calls a column by itself only where some of its words are headers, of cells
 * merged downwards between the groups: a title calls none. */
static struct eni_str
name_of(struct eni_reader *r, const struct line *storey, size_t n, size_t column)
{
	size_t least = storey[0].known > 0 ? 0 : 1;
	struct eni_str word = {"", 0};

	while (n > least && word.n == 0)
		word = cell_of(&storey[--n], column);
	while (word.n > 0 && n > 0) {
		struct eni_str over = cell_over(&storey[--n], column), both;

		if (over.n == 0)
			continue;
		both = eni_arena_printf(&r->arena, "%.*s%.*s", (int)over.n, over.p, (int)word.n, word.p);
		if (is_lent(r, over, word, both))
			return both;
	}
	return word;
}

int
eni_header_find_lines(struct eni_reader *r, struct eni_str **name, size_t *n)
{
	struct line best = {0}, storey[1 + STOREYS] = {0};
	size_t end;

	if (look_for(r, &best) == -1)
		return -1;
	if (best.known < 2)
		return 0;
	pass_titles(r, best.at, &storey[0]);
	if (eni_header_judge(r) == -1)
		return -1;
	r->head.line = best.at;
	r->head.last = r->cut.line - 1;
	r->header_raw = eni_arena_keep(&r->arena, r->cut.raw);
	storey[1] = best;
	keep_cells(r, &storey[1]);
	if (is_group_line(&storey[0]))
		r->head.group = storey[0].at;
	else
		storey[0].n = 0;
	if ((end = complete(r, storey, 2)) == 0)
		return -1;
	if (r->head.group > 0 || end > 2)
		r->header_raw = (struct eni_str){NULL, 0}; /* no single line says what the columns are called */
	*n = 0;
	for (size_t i = 1; i < end; i++)
		*n = storey[i].n > *n ? storey[i].n : *n;
	*name = eni_arena_take(&r->arena, (*n + 1) * sizeof **name);
	for (size_t i = 0; i < *n; i++)
		(*name)[i] = name_of(r, storey, end, i);
	return 1;
}
