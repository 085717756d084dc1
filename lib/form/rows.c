/*
 * What spreadsheets have between records and in their cells (decision 54): totals and rows with nothing but a remark, which are
 * nobody's; and marks that repeat the cell above or to the left.
 *
 * Nothing is kept of a row on the chance that the next one repeats it: the cutter leaves the record above in its block, and only
 * where a mark is found is that record cut once more.
 */
#include <limits.h>

#include "base/text.h"
#include "form/reader_parts.h"

/* ---- rows that are nobody's ---- */

enum { LONGEST_TOTAL = 48 }; /* in bytes, with figures and units */

/* As eni_casefold leaves them. */
static const char *const totals[] = {
    "合計", "小計", "計", "计", "総計", "総合計", "累計", "平均", "总计", "合计", "小计", "总合计", "累计", "共计"};

/* A figure, a unit or a bracket, which may stand behind or around such a word: 合計(60名). */
static bool
is_only_trim(struct eni_str s)
{
	static const char *const pieces[] = {":", "(", ")", "[", "]", "【", "】", ".", "名", "人", "件", "様"};

	while (s.n > 0) {
		size_t n = s.p[0] >= '0' && s.p[0] <= '9';

		for (size_t i = 0; n == 0 && i < sizeof pieces / sizeof *pieces; i++)
			if (eni_str_starts(s, eni_str_of(pieces[i])))
				n = strlen(pieces[i]);
		if (n == 0)
			return false;
		s = eni_str_from(s, n);
	}
	return true;
}

/* Whether a cell may be such a word: most are told apart by their first character. */
static bool
may_be_total(struct eni_str cell)
{
	static const char *const before[] = {" ", "\u3000", "(", "（", "[", "［", "【"};

	if (cell.n < 3 || cell.n > LONGEST_TOTAL)
		return false;
	if (cell.p[0] >= '0' && cell.p[0] <= 'z' && cell.p[0] != '[')
		return false;
	for (size_t i = 0; i < sizeof totals / sizeof *totals; i++)
		if (memcmp(cell.p, totals[i], 3) == 0)
			return true;
	for (size_t i = 0; i < sizeof before / sizeof *before; i++)
		if (eni_str_starts(cell, eni_str_of(before[i])))
			return true;
	return false;
}

static bool
is_total(struct eni_str cell)
{
	struct eni_buf folded = {0};
	struct eni_str word;
	bool is = false;

	eni_casefold(&folded, cell);
	word = eni_buf_str(&folded);
	while (eni_str_starts(word, ENI_S("(")) || eni_str_starts(word, ENI_S("[")) || eni_str_starts(word, ENI_S("【")))
		word = eni_str_from(word, word.p[0] == '(' || word.p[0] == '[' ? 1 : 3);
	for (size_t i = 0; !is && i < sizeof totals / sizeof *totals; i++)
		is = eni_str_starts(word, eni_str_of(totals[i])) && is_only_trim(eni_str_from(word, strlen(totals[i])));
	eni_buf_free(&folded);
	return is;
}

/* Below a list: ※個人情報につき取扱注意, 以上.  Nobody's, where nothing else stands in the row. */
static bool
is_remark(struct eni_str cell)
{
	static const char *const marks[] = {"※", "＊", "*", "注)", "注）", "注:", "注：", "(注", "（注"};

	cell = eni_str_trim(cell);
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (eni_str_starts(cell, eni_str_of(marks[i])))
			return true;
	return eni_str_is(cell, "以上");
}

/* A blank, or the first byte of a wide one. */
static bool
is_blank_first(char c)
{
	return (unsigned char)c <= ' ' || c == '\xe3';
}

static bool
is_empty(struct eni_str cell)
{
	return cell.n == 0 || (is_blank_first(cell.p[0]) && eni_str_trim(cell).n == 0);
}

static bool
is_alone(const struct eni_reader *r, size_t column)
{
	for (size_t i = column + 1; i < r->n; i++)
		if (!is_empty(r->cut.cell[i]))
			return false;
	return true;
}

enum eni_row_sort
eni_row_sort(const struct eni_reader *r)
{
	const struct eni_str *cell = r->cut.cell;
	size_t first = r->n, i = 0;

	for (; i < r->n; i++) {
		if (is_empty(cell[i]))
			continue;
		first = first < i ? first : i;
		if (r->counts[i])
			break;
	}
	if (first < r->n && !r->plain && may_be_total(cell[first]) && is_total(cell[first]))
		return ENI_ROW_TOTAL;
	if (first < r->n && !r->plain && is_alone(r, first) && is_remark(cell[first]))
		return ENI_ROW_REMARK;
	if (i < r->n || !r->any_counts)
		return ENI_ROW_RECORD;
	return first == r->n ? ENI_ROW_BLANK : ENI_ROW_REMARK;
}

/* ---- cells that repeat another ---- */

enum { LONGEST_MARK = 15 }; /* in bytes, with blanks */

/* As eni_casefold leaves them. */
static const struct {
	const char *mark;
	enum eni_repeat repeat;
} marks[] = {
    {"〃", ENI_REPEATS_ABOVE},
    {"′′", ENI_REPEATS_ABOVE}, /* ″ */
    {"”", ENI_REPEATS_ABOVE},
    {"々", ENI_REPEATS_ABOVE},
    {"仝", ENI_REPEATS_ABOVE},
    {"同上", ENI_REPEATS_ABOVE},
    {"仝上", ENI_REPEATS_ABOVE},
    {"同左", ENI_REPEATS_LEFT},
    {"←", ENI_REPEATS_LEFT},
};

/* The second byte of what begins like a mark, or with what does not count, by the first byte: most cells are told apart here. */
static const struct {
	unsigned char least, most;
} second[UCHAR_MAX + 1] = {
    [' '] = {0x20, 0xff},
    [0xe2] = {0x80, 0x86}, /* ″ ” ←, and what is invisible */
    [0xe3] = {0x80, 0x80}, /* 〃 々, the wide blank */
    [0xe4] = {0xbb, 0xbb}, /* 仝 */
    [0xe5] = {0x90, 0x90}, /* 同 */
    [0xef] = {0xb8, 0xbf}, /* the half-width arrow, and what is invisible */
};

/* Whether a cell is as short as a mark and begins like one. */
static inline bool
may_repeat(struct eni_str cell)
{
	const unsigned char *p = (const unsigned char *)cell.p;

	if (cell.n < 3 || cell.n > LONGEST_MARK || p[1] < second[p[0]].least || p[1] > second[p[0]].most)
		return false;
	switch (p[0]) {
	case 0xe2:
		return p[1] <= 0x81 || p[1] == 0x86;
	case 0xe4:
		return p[2] == 0x9d;
	case 0xe5:
		return p[2] == 0x8c;
	case 0xef: /* not what is of full width */
		return p[1] != 0xbc && p[1] != 0xbd;
	default:
		return true;
	}
}

static enum eni_repeat
repeat_of(struct eni_reader *r, struct eni_str cell)
{
	r->folded.n = 0;
	eni_casefold(&r->folded, cell);
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (eni_str_is(eni_buf_str(&r->folded), marks[i].mark))
			return marks[i].repeat;
	return ENI_REPEATS_NONE;
}

bool
eni_row_may_repeat(const struct eni_reader *r)
{
	const struct eni_str *cell = r->cut.cell;

	for (const uint16_t *at = r->looked_at, *end = at + r->n_looked_at; at < end; at++)
		if (may_repeat(cell[*at]))
			return true;
	return false;
}

static bool
find_repeats(struct eni_reader *r)
{
	bool any = false;

	for (size_t i = 0; i < r->n; i++) {
		r->repeat[i] = may_repeat(r->cut.cell[i]) ? repeat_of(r, r->cut.cell[i]) : ENI_REPEATS_NONE;
		any |= r->repeat[i] != ENI_REPEATS_NONE;
	}
	return any;
}

/* Copies the cells of the present row. */
static void
keep_row(struct eni_reader *r, struct eni_kept_row *to)
{
	eni_arena_reset(&to->texts);
	to->cell = eni_arena_take(&to->texts, (r->n + 1) * sizeof *to->cell);
	for (size_t i = 0; i < r->n; i++)
		to->cell[i] = eni_arena_pack(&to->texts, r->cut.cell[i]);
}

/* The record above, cut once more; then the present one again. */
static void
keep_row_above(struct eni_reader *r, struct eni_kept_row *to)
{
	struct eni_cut_place here = eni_cutter_place(&r->cut);

	eni_cutter_go(&r->cut, r->cut.kept);
	eni_cutter_next(&r->cut);
	eni_row_fill(r);
	keep_row(r, to);
	eni_cutter_go(&r->cut, here);
	eni_cutter_next(&r->cut);
	eni_row_fill(r);
}

static bool
is_wanted(const struct eni_reader *r, size_t column)
{
	return r->cut.want == NULL || r->cut.want[column];
}

/* What the cell repeats, NULL where that is not there. */
static const struct eni_str *
repeated(const struct eni_reader *r, const struct eni_kept_row *above, size_t column)
{
	if (r->repeat[column] == ENI_REPEATS_LEFT)
		return column == 0 ? NULL : &r->cut.cell[column - 1];
	return above->cell == NULL ? NULL : &above->cell[column];
}

/* A mark that repeats nothing is no empty cell: somebody wrote something.  It stays, to be taken for a word that cannot be read;
 * but nobody is called by it. */
static int
leave_mark(struct eni_reader *r, size_t column)
{
	struct eni_place place = {.file = r->file, .line = r->cut.raw_line};

	if (r->names[column])
		r->cut.cell[column].n = 0;
	if (!is_wanted(r, column))
		return 0;
	return eni_aside(
	    r->diag, place, r->header[column].p, "repeats a cell that is not there, or stands in a row that was set aside");
}

int
eni_row_resolve(struct eni_reader *r)
{
	struct eni_kept_row *above = &r->kept[r->turn], *own = &r->kept[1 - r->turn];
	bool chain = r->chain;
	int rc = 0;

	r->repeats = r->chain = find_repeats(r);
	if (!r->repeats)
		return 0;
	if (r->cut.kept.at == SIZE_MAX)
		above->cell = NULL;
	else if (!chain)
		keep_row_above(r, above);
	for (size_t i = 0; i < r->n; i++) {
		const struct eni_str *other = r->repeat[i] == ENI_REPEATS_NONE ? &r->cut.cell[i] : repeated(r, above, i);

		if (other != NULL)
			r->cut.cell[i] = *other;
		else if (leave_mark(r, i) == -1)
			rc = -1;
	}
	keep_row(r, own);
	r->turn = 1 - r->turn;
	return r->diag->strict ? rc : 0;
}
