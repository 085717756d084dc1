/* The hand in which a file is kept: see hand_priv.h. */
#include "door/hand_priv.h"

#include <stdlib.h>

#include "base/day_hand.h"
#include "base/text.h"
#include "book/cell_word.h"
#include "door/csv_edit_priv.h"
#include "rec/value.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))

enum lang { EN, JA, ZH, LANGS, HAN = LANGS, SEEN, NONE = SEEN }; /* HAN: of Japan or of China; NONE: of anybody, as FAX */
static const char *const lang_code[] = {[EN] = "en", [JA] = "ja", [ZH] = "zh"};
ENI_ROW_FOR_EACH(lang_code, LANGS);

/* How often something was seen, and in which row last. */
struct votes {
	uint32_t n, last;
};

/* A text that stands in a column. */
struct word {
	struct eni_str text;
	enum lang lang;
	int code; /* that it may be written for; 0: none */
	struct votes votes;
};

/* Between the items of a list, and the ways to name a weekday. */
static const char *const joiner[] = {" ", "、", "・", ",", "，", "/", "　", ";", "；", "･", ""};
static const struct weekday_names {
	enum lang lang;
	const char *before, *name[ENI_WEEK], *behind, *am, *pm;
} weekday_names[] = {
    {EN, "", {"mon", "tue", "wed", "thu", "fri", "sat", "sun"}, "", "-am", "-pm"},
    {EN, "", {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"}, "", "-am", "-pm"},
    {JA, "", {"月", "火", "水", "木", "金", "土", "日"}, "", "午前", "午後"},
    {JA, "", {"月", "火", "水", "木", "金", "土", "日"}, "曜", "午前", "午後"},
    {JA, "", {"月", "火", "水", "木", "金", "土", "日"}, "曜日", "午前", "午後"},
    {ZH, "周", {"一", "二", "三", "四", "五", "六", "日"}, "", "上午", "下午"},
    {ZH, "星期", {"一", "二", "三", "四", "五", "六", "日"}, "", "上午", "下午"},
};
/* What a language has where nothing was seen. */
static const struct {
	size_t joiner, weekdays, weekday_joiner;
} usual[] = {[EN] = {0, 0, 0}, [JA] = {1, 2, 2}, [ZH] = {1, 5, 1}};
ENI_ROW_FOR_EACH(usual, LANGS);

struct column {
	const struct eni_field *field; /* NULL: its cells are not looked at */
	struct eni_day_hand days;
	struct eni_map seen; /* text -> index of words */
	struct word *word;
	size_t n, cap;
	struct votes lang[SEEN], joiner[COUNT(joiner)], weekdays[COUNT(weekday_names)], weekday_joiner[COUNT(joiner)];
};

struct eni_hand {
	const struct eni_draft *draft;
	const struct eni_office *office;
	struct eni_arena arena;
	struct column *column; /* one for each of the draft's, and behind them what all have together */
	size_t n;
	enum lang headers; /* the language of the header */
	enum lang home;    /* of the country: what is in Han characters alone is in that one */
	struct eni_code japanese, chinese;
};

/* ---- languages ---- */

static bool
has_kana(struct eni_str s)
{
	for (size_t i = 0; i + 2 < s.n; i++)
		if (s.p[i] == '\xe3' && (unsigned char)s.p[i + 1] >= 0x81 && (unsigned char)s.p[i + 1] <= 0x83 &&
		    memcmp(s.p + i, "・", 3) != 0)
			return true;
	return false;
}

static bool
is_held(const struct eni_code *code, struct eni_str s)
{
	struct eni_buf out = {0};
	bool held = eni_code_put(code, &out, s);

	eni_buf_free(&out);
	return held;
}

/* Whose characters these are: kana are Japanese, and what only one country's character set holds is that country's. */
static enum lang
lang_of_text(const struct eni_hand *h, struct eni_str s)
{
	bool ja, zh;

	if (eni_is_ascii(s))
		return NONE;
	if (has_kana(s))
		return JA;
	ja = is_held(&h->japanese, s);
	zh = is_held(&h->chinese, s);
	return ja == zh ? HAN : ja ? JA : ZH;
}

/* ---- votes ---- */

static void
vote(struct votes *v, uint32_t nth)
{
	v->n++;
	v->last = nth;
}

static void
add_votes(struct votes *to, const struct votes *v, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		to[i].n += v[i].n;
		to[i].last = v[i].last > to[i].last ? v[i].last : to[i].last;
	}
}

/* The one with most votes, of equally many the latest; `otherwise` where there is none. */
static size_t
winner(const struct votes *v, size_t n, size_t otherwise)
{
	struct votes best = {0, 0};

	for (size_t i = 0; i < n; i++)
		if (v[i].n > best.n || (v[i].n > 0 && v[i].n == best.n && v[i].last > best.last)) {
			best = v[i];
			otherwise = i;
		}
	return otherwise;
}

/* English, or the writing of Japan and China; then, which of the two: what is in Han characters alone leaves that to `others`, and
 * where nothing tells, to `otherwise`. */
static enum lang
choose_lang(const struct eni_hand *h, const struct votes *v, const struct votes *others, enum lang otherwise)
{
	struct votes side[2] = {v[EN], {0, 0}};

	add_votes(&side[1], &v[JA], 1);
	add_votes(&side[1], &v[ZH], 1);
	add_votes(&side[1], &v[HAN], 1);
	switch (winner(side, 2, 2)) {
	case 0:
		return EN;
	case 1:
		break;
	default:
		return otherwise;
	}
	if (v[JA].n + v[ZH].n == 0)
		v = others;
	return (enum lang)(JA + winner(&v[JA], 2, (otherwise == EN ? h->home : otherwise) - JA));
}

/* ---- seeing ---- */

/* The language of a word of that code: of its label in any writing, else of its characters. */
static enum lang
lang_of_word(const struct eni_hand *h, enum eni_vocab vocab, int code, struct eni_str text)
{
	struct eni_buf folded = {0}, label = {0};
	bool is[LANGS];

	eni_casefold(&folded, text);
	for (enum lang l = 0; l < LANGS; l++) {
		label.n = 0;
		eni_casefold(&label, eni_str_of(eni_word_label(vocab, code, lang_code[l])));
		is[l] = eni_str_eq(eni_buf_str(&folded), eni_buf_str(&label));
	}
	eni_buf_free(&folded);
	eni_buf_free(&label);
	if (eni_str_is(text, eni_word_code(vocab, code)) || (is[EN] && !is[JA] && !is[ZH]))
		return EN;
	return is[JA] == is[ZH] ? lang_of_text(h, text) : is[JA] ? JA : ZH;
}

/* The code of a text that may be written for it: a plain word, or the office's own. */
static int
code_of(const struct eni_hand *h, const struct eni_field *f, struct eni_str text, enum lang *lang)
{
	int own = eni_own_word(h->office, f, text), code = own != 0 ? own : eni_word_find(f->vocab, text);

	*lang = lang_of_text(h, text);
	if (code == 0 || code == ENI_UNKNOWN_WORD)
		return 0;
	*lang = lang_of_word(h, f->vocab, code, text);
	return own != 0 || eni_word_is_plain(f->vocab, code, text) ? code : 0;
}

static void
see_word(struct eni_hand *h, struct column *c, struct eni_str text, uint32_t nth)
{
	uint32_t at = eni_map_get(&c->seen, text);

	if (at == ENI_NONE) {
		struct word w = {.text = eni_arena_keep(&h->arena, text)};

		w.code = code_of(h, c->field, text, &w.lang);
		c->word = eni_grow(c->word, &c->cap, c->n + 1, sizeof *c->word);
		at = (uint32_t)c->n;
		c->word[c->n++] = w;
		eni_map_add(&c->seen, w.text, at);
	}
	vote(&c->word[at].votes, nth);
	if (c->word[at].lang != NONE)
		vote(&c->lang[c->word[at].lang], nth);
}

static void
see_list(struct eni_hand *h, struct column *c, struct eni_str cell, uint32_t nth)
{
	struct eni_str rest = cell, piece;
	const char *end = NULL;

	while (eni_piece(&rest, &piece)) {
		for (size_t i = 0; end != NULL && i < COUNT(joiner); i++)
			if (eni_str_is((struct eni_str){end, (size_t)(piece.p - end)}, joiner[i]))
				vote(&c->joiner[i], nth);
		end = piece.p + piece.n;
		see_word(h, c, piece, nth);
	}
}

static void
put_weekdays(struct eni_buf *out, uint32_t bits, const struct weekday_names *w, const char *between)
{
	const char *const session[] = {"", w->am, w->pm, ""};
	const char *join = "";

	for (int day = 0; day < ENI_WEEK; day++) {
		uint32_t which = bits >> (2 * day) & 3;

		if (which == 0)
			continue;
		eni_buf_printf(out, "%s%s%s%s%s", join, w->before, w->name[day], w->behind, session[which]);
		join = between;
	}
}

static bool
is_several(uint32_t bits)
{
	unsigned days = 0;

	for (int day = 0; day < ENI_WEEK; day++)
		days += (bits & ENI_WEEKDAY_BITS(day)) != 0;
	return days > 1;
}

/* The way that gives back the very cell; a single day says nothing of what stands between. */
static void
see_weekdays(struct column *c, struct eni_str cell, uint32_t nth)
{
	struct eni_buf back = {0};
	uint32_t bits;
	bool found = eni_weekdays_parse(cell, &bits) != 1;
	size_t joiners = found || !is_several(bits) ? 1 : COUNT(joiner);

	for (size_t names = 0; !found && names < COUNT(weekday_names); names++)
		for (size_t between = 0; !found && between < joiners; between++) {
			back.n = 0;
			put_weekdays(&back, bits, &weekday_names[names], joiner[between]);
			if (!(found = eni_str_eq(eni_buf_str(&back), cell)))
				continue;
			vote(&c->weekdays[names], nth);
			vote(&c->lang[weekday_names[names].lang], nth);
			if (joiners > 1)
				vote(&c->weekday_joiner[between], nth);
		}
	eni_buf_free(&back);
}

static void
see_cell(struct eni_hand *h, struct column *c, struct eni_str cell, uint32_t nth)
{
	struct eni_when w;

	cell = eni_str_trim(cell);
	if (cell.n == 0)
		return;
	switch (c->field->type) {
	case ENI_DATE:
		eni_day_hand_see(&c->days, cell, nth);
		break;
	case ENI_ENUM:
		see_word(h, c, cell, nth);
		break;
	case ENI_YES:
		if (eni_when_parse(cell, &w, NULL) == 1)
			eni_day_hand_see(&c->days, cell, nth);
		else
			see_word(h, c, cell, nth);
		break;
	case ENI_WEEKDAYS:
		see_weekdays(c, cell, nth);
		break;
	default:
		see_list(h, c, cell, nth);
	}
}

/* Whether its values have a normal form that nobody would write by hand. */
static bool
has_hand(const struct eni_field *f)
{
	return f != NULL && (f->type == ENI_DATE || f->type == ENI_WEEKDAYS || f->vocab != ENI_V_NONE);
}

/* What all columns have together stands behind them. */
static void
sum_up(struct eni_hand *h)
{
	struct column *all = &h->column[h->n];

	for (size_t i = 0; i < h->n; i++) {
		const struct column *c = &h->column[i];

		eni_day_hand_join(&all->days, &c->days);
		add_votes(all->lang, c->lang, SEEN);
		add_votes(all->joiner, c->joiner, COUNT(joiner));
	}
}

static int
see_rows(struct eni_hand *h, const struct eni_edit *e)
{
	struct eni_diag hush = *e->d;
	struct eni_reader *reader;
	struct eni_row row;
	bool *want = eni_arena_clear(&h->arena, h->n + 1);
	int got;

	hush.quiet = true; /* what is wrong with other people's rows is not this one's business */
	hush.strict = false;
	if ((reader = eni_csv_reader(e, &hush)) == NULL)
		return eni_fail(e->d, eni_draft_place(h->draft, 0), NULL, "has changed since it was read; try again");
	for (size_t i = 0; i < h->n; i++)
		want[i] = h->column[i].field != NULL;
	eni_reader_want(reader, want);
	for (uint32_t nth = 0; (got = eni_reader_next(reader, &row)) == 1; nth++)
		for (size_t i = 0; i < h->n && i < row.n; i++)
			if (want[i])
				see_cell(h, &h->column[i], row.cell[i], nth);
	eni_reader_close(reader);
	return got == -1 ? eni_fail(e->d, eni_draft_place(h->draft, 0), NULL, "cannot be read to its end; try again") : 0;
}

/* By its words and, of those that two languages share, by the characters; where none tells, by the office. */
static enum lang
lang_of_header(const struct eni_hand *h)
{
	const struct eni_draft *draft = h->draft;
	struct votes lang[SEEN] = {{0, 0}};
	enum lang office = eni_str_is(h->office->lang, "zh") ? ZH : eni_str_is(h->office->lang, "en") ? EN : JA;

	if (draft->made)
		return office;
	for (uint32_t i = 0; i < draft->columns; i++) {
		const struct eni_field *f = draft->field[i];
		enum lang l = lang_of_text(h, draft->header[i]);

		if (f != NULL && eni_str_is(draft->header[i], f->name))
			l = EN;
		else if (f != NULL && l == HAN && eni_str_is(draft->header[i], f->ja) != eni_str_is(draft->header[i], f->zh))
			l = eni_str_is(draft->header[i], f->ja) ? JA : ZH;
		if (l != NONE)
			vote(&lang[l], i);
	}
	return choose_lang(h, lang, lang, office);
}

struct eni_hand *
eni_hand_read(const struct eni_edit *e)
{
	const struct eni_draft *draft = e->draft;
	struct eni_hand *h = eni_realloc(NULL, sizeof *h);
	int rc;

	*h = (struct eni_hand){.draft = draft, .office = e->office, .n = draft->columns};
	h->column = eni_arena_clear(&h->arena, (h->n + 1) * sizeof *h->column);
	for (size_t i = 0; i < h->n; i++)
		h->column[i].field = has_hand(draft->field[i]) ? draft->field[i] : NULL;
	rc = eni_code_open(&h->japanese, "CP932", eni_draft_place(draft, 0), e->d);
	if (rc == 0)
		rc = eni_code_open(&h->chinese, "GB2312", eni_draft_place(draft, 0), e->d);
	if (rc == 0 && draft->file.old != -1)
		rc = see_rows(h, e);
	if (rc == -1) {
		eni_hand_free(h);
		return NULL;
	}
	h->home = h->office->country == ENI_CN ? ZH : JA;
	h->headers = lang_of_header(h);
	sum_up(h);
	return h;
}

void
eni_hand_free(struct eni_hand *h)
{
	if (h == NULL)
		return;
	for (size_t i = 0; i < h->n; i++) {
		eni_map_free(&h->column[i].seen);
		free(h->column[i].word);
	}
	eni_code_close(&h->japanese);
	eni_code_close(&h->chinese);
	eni_arena_free(&h->arena);
	free(h);
}

/* ---- writing ---- */

static enum lang
lang_of(const struct eni_hand *h, const struct column *c)
{
	const struct votes *all = h->column[h->n].lang;

	return choose_lang(h, c->lang, all, choose_lang(h, all, all, h->headers));
}

static const struct word *
more_usual(const struct word *a, const struct word *b)
{
	if (a == NULL || b->votes.n > a->votes.n || (b->votes.n == a->votes.n && b->votes.last > a->votes.last))
		return b;
	return a;
}

/* Of the words for that code in that language the most frequent one, or `best`. */
static const struct word *
word_in(const struct column *c, int code, enum lang lang, const struct word *best)
{
	for (size_t i = 0; i < c->n; i++) {
		const struct word *w = &c->word[i];

		if (w->code == code && (w->lang == lang || w->lang == NONE || (w->lang == HAN && lang != EN)))
			best = more_usual(best, w);
	}
	return best;
}

/* A yes as the other columns of yeses say it, where it means the same here; or NULL. */
static const struct word *
borrowed_yes(const struct eni_hand *h, const struct eni_field *f, int code, enum lang lang)
{
	const struct word *best = NULL;

	for (size_t i = 0; i < h->n; i++)
		if (h->column[i].field != NULL && h->column[i].field->type == ENI_YES)
			best = word_in(&h->column[i], code, lang, best);
	return best != NULL && eni_word_find(f->vocab, best->text) == code ? best : NULL;
}

static struct eni_str
word_for(const struct eni_hand *h, const struct column *c, const struct eni_field *f, int code, enum lang lang)
{
	const struct word *best = word_in(c, code, lang, NULL);

	if (best == NULL && f->type == ENI_YES)
		best = borrowed_yes(h, f, code, lang);
	return best != NULL ? best->text : eni_str_of(eni_word_label(f->vocab, code, lang_code[lang]));
}

/* Only what is a code: a word that was not understood stays as somebody wrote it.  Void is the journal's word, also beside reasons
 * (book/voids.h). */
static void
put_word(struct eni_hand *h, const struct column *c, struct eni_buf *out, const struct eni_field *f, struct eni_str value)
{
	int code = eni_word_find(f->vocab, value);

	if (f->vocab == ENI_V_REASON && eni_str_is(value, eni_word_code(ENI_V_OUTCOME, ENI_OUTCOME_VOID)))
		value = eni_str_of(eni_word_label(ENI_V_OUTCOME, ENI_OUTCOME_VOID, lang_code[lang_of(h, c)]));

	eni_buf_add(out, code > 0 && code != ENI_UNKNOWN_WORD && eni_str_is(value, eni_word_code(f->vocab, code))
			     ? word_for(h, c, f, code, lang_of(h, c))
			     : value);
}

static void
put_list(struct eni_hand *h, const struct column *c, struct eni_buf *out, const struct eni_field *f, struct eni_str value)
{
	size_t between =
	    winner(c->joiner, COUNT(joiner), winner(h->column[h->n].joiner, COUNT(joiner), usual[lang_of(h, c)].joiner));
	struct eni_str piece;
	bool first = true;

	while (eni_piece(&value, &piece)) {
		eni_buf_add(out, eni_str_of(first ? "" : joiner[between]));
		put_word(h, c, out, f, piece);
		first = false;
	}
}

static bool
put_day(const struct eni_hand *h, const struct column *c, struct eni_buf *out, struct eni_str value)
{
	struct eni_when w;

	return eni_when_parse(value, &w, NULL) == 1 && eni_day_hand_write(&c->days, &h->column[h->n].days, out, w);
}

static bool
put_days(const struct eni_hand *h, const struct column *c, struct eni_buf *out, struct eni_str value)
{
	enum lang lang = lang_of(h, c);
	size_t names = winner(c->weekdays, COUNT(weekday_names), usual[lang].weekdays);
	size_t between = winner(c->weekday_joiner, COUNT(joiner), usual[lang].weekday_joiner);
	uint32_t bits;

	if (eni_weekdays_parse(value, &bits) != 1)
		return false;
	put_weekdays(out, bits, &weekday_names[names], joiner[between]);
	return true;
}

/* Words are read back by their table; days and weekdays are put together, so they are read again. */
static bool
reads_back(const struct eni_field *f, struct eni_str text, struct eni_str value)
{
	struct eni_buf back = {0};
	bool same = true;

	if (f->type == ENI_DATE || f->type == ENI_WEEKDAYS)
		same = eni_value_normal(&back, f, text, 0) == 1 && eni_str_eq(eni_buf_str(&back), value);
	eni_buf_free(&back);
	return same;
}

struct eni_str
eni_hand_value(struct eni_hand *h, uint32_t column, const struct eni_field *f, struct eni_str value)
{
	const struct column *c = &h->column[column < h->n ? column : h->n];
	struct eni_buf out = {0};
	struct eni_str text = value;
	bool put = false;

	if (value.n == 0 || !has_hand(f))
		return value;
	switch (f->type) {
	case ENI_DATE:
		put = put_day(h, c, &out, value);
		break;
	case ENI_WEEKDAYS:
		put = put_days(h, c, &out, value);
		break;
	case ENI_YES:
		put = put_day(h, c, &out, value); /* fallthrough */
	case ENI_ENUM:
		if (!put)
			put_word(h, c, &out, f, value);
		put = true;
		break;
	default:
		put_list(h, c, &out, f, value);
		put = true;
	}
	if (put && reads_back(f, eni_buf_str(&out), value))
		text = eni_arena_keep(&h->arena, eni_buf_str(&out));
	eni_buf_free(&out);
	return text;
}

const char *
eni_hand_heading(const struct eni_hand *h, struct eni_str field)
{
	const char *heading = eni_heading(NULL, field, h->draft->kind, lang_code[h->headers]);
	const struct eni_field *f = heading == NULL ? NULL : eni_header_find(h->draft->kind, eni_str_of(heading));

	return f != NULL && eni_str_is(field, f->name) ? heading : NULL;
}
