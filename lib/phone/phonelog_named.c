/*
 * Logs whose columns are known by their headers: our own calls.csv, what phones export, and what most telephone systems list.  See
 * phonelog.h for what they mean.
 */
#include <stdlib.h>

#include "base/dial.h"
#include "base/scan.h"
#include "base/text.h"
#include "book/cell_word.h"
#include "phone/phonelog_priv.h"

enum {
	AT,
	DIR,
	TYPE,
	RESULT,
	NUMBER,
	CALLER,
	CALLED,
	DURATION,
	ANSWERED_AT,
	CALL_ID,
	ANSWERED_BY,
	LINE,
	ID,
	FIELDS,
	DAY = FIELDS, /* a second column for `at`: the day, where the first has the time alone */
	COLUMNS
};
_Static_assert((int)COLUMNS <= (int)ENI_LOG_FIELDS, "room for the columns of a log");

static const char *const names[] = {[AT] = "at",
    [DIR] = "dir",
    [TYPE] = "type",
    [RESULT] = "result",
    [NUMBER] = "number",
    [CALLER] = "caller",
    [CALLED] = "called",
    [DURATION] = "duration",
    [ANSWERED_AT] = "answered_at",
    [CALL_ID] = "call_id",
    [ANSWERED_BY] = "answered_by",
    [LINE] = "line",
    [ID] = "id"};
ENI_ROW_FOR_EACH(names, FIELDS);

/* ---- columns ---- */

static bool
has(const struct eni_log_input *in, size_t k)
{
	return in->at[k] != SIZE_MAX;
}

/* Which way all calls of a log went that has no word for it: 着信日時 heads a list of incoming ones. */
static int
dir_by_header(struct eni_str header)
{
	static const struct {
		int dir;
		const char *word; /* as eni_casefold leaves it */
	} words[] = {{ENI_DIR_IN, "着信日時"}, {ENI_DIR_IN, "着信日"}, {ENI_DIR_IN, "着信時刻"}, {ENI_DIR_IN, "着信時間"},
	    {ENI_DIR_IN, "受電日時"}, {ENI_DIR_IN, "受電日"}, {ENI_DIR_IN, "来电时间"}, {ENI_DIR_IN, "来电日期"},
	    {ENI_DIR_IN, "呼入时间"}, {ENI_DIR_OUT, "発信日時"}, {ENI_DIR_OUT, "架電日時"}, {ENI_DIR_OUT, "拨打时间"},
	    {ENI_DIR_OUT, "拨出时间"}, {ENI_DIR_OUT, "呼出时间"}};
	struct eni_buf folded = {0};
	int dir = -1;

	eni_casefold(&folded, header);
	for (size_t i = 0; dir == -1 && i < sizeof words / sizeof *words; i++)
		if (eni_str_is(eni_buf_str(&folded), words[i].word))
			dir = words[i].dir;
	eni_buf_free(&folded);
	return dir;
}

/* Without these nobody can tell when, who rang whom, and whether anybody was reached. */
static int
check_columns(const struct eni_log_input *in)
{
	const struct {
		const char *name;
		bool there;
	} wanted[] = {
	    {"at", has(in, AT)},
	    {"dir", has(in, DIR) || has(in, TYPE) || (has(in, CALLER) && has(in, CALLED)) || in->dir != -1},
	    {"number", has(in, NUMBER) || has(in, CALLER)},
	    {"result", has(in, RESULT) || has(in, TYPE) || has(in, DURATION) || has(in, ANSWERED_AT)},
	};
	struct eni_buf lack = {0};
	int rc = 0;

	for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++)
		if (!wanted[i].there)
			eni_buf_printf(&lack, "%s%s", lack.n == 0 ? "" : ", ", wanted[i].name);
	if (lack.n > 0)
		rc = eni_fail(in->log->book->diag, eni_at(in->file, 1), NULL,
		    "no phone log of a known shape: want columns at, dir, number, result, or type for dir and result (missing: "
		    "%.*s), Asterisk's Master.csv without header (21, 19 or 18 columns; here %zu), or a CDR export with its header "
		    "(calldate, src, dst, channel, dstchannel ...)",
		    (int)lack.n, lack.p, in->n_header);
	eni_buf_free(&lack);
	return rc;
}

static void
take_over(struct eni_log_input *in, size_t k, size_t from)
{
	in->at[k] = in->at[from];
	in->at[from] = SIZE_MAX;
}

/* The moment they began to speak is all that some logs have, and 発信者番号 the only number: then it is the other side's. */
static void
settle(struct eni_log_input *in)
{
	if (!has(in, AT))
		take_over(in, AT, ANSWERED_AT);
	if (!has(in, NUMBER) && has(in, CALLER) != has(in, CALLED))
		take_over(in, NUMBER, has(in, CALLER) ? CALLER : CALLED);
}

static int
bind_columns(struct eni_log_input *in)
{
	const struct eni_book *b = in->log->book;
	const struct eni_field **bound = eni_realloc(NULL, (in->n_header + 1) * sizeof *bound);
	const struct eni_headers h = {.name = in->header, .n = in->n_header, .aliases = &b->office.aliases, .file = in->file};
	int rc = eni_bind(ENI_CALLS, &h, bound, b->diag);

	for (size_t k = 0; k < COLUMNS; k++)
		in->at[k] = SIZE_MAX;
	for (size_t k = 0; k < FIELDS; k++)
		in->field[k] = eni_field_find(ENI_CALLS, eni_str_of(names[k]));
	for (size_t i = in->n_header; rc == 0 && i-- > 0;) {
		for (size_t k = 0; bound[i] != NULL && k < FIELDS; k++)
			if (strcmp(bound[i]->name, names[k]) == 0)
				in->at[k] = i;
		if (bound[i] == NULL && eni_header_find(ENI_CALLS, in->header[i]) == in->field[AT])
			in->at[DAY] = i;
	}
	free(bound);
	if (rc == -1)
		return -1;
	settle(in);
	in->dir = has(in, AT) ? dir_by_header(in->header[in->at[AT]]) : -1;
	if (check_columns(in) == -1)
		return -1;
	eni_log_want(in, COLUMNS);
	return 0;
}

/* ---- the moment ---- */

static bool
read_moment(struct eni_log_input *in, struct eni_call *c)
{
	struct eni_str at = eni_log_cell(in, AT), day = eni_log_cell(in, DAY);
	struct eni_buf both = {0};
	bool read = eni_log_moment(in, at, c);

	if (read || day.n == 0)
		return read;
	eni_buf_printf(&both, "%.*s %.*s", (int)day.n, day.p, (int)at.n, at.p);
	read = eni_log_moment(in, eni_buf_str(&both), c);
	eni_buf_free(&both);
	return read;
}

/* ---- words ---- */

/* What the columns for direction and result say together; 0: nothing. */
struct heard {
	int dir, type, result;
};

/* A remark is a word of its own here (着信（不在）), so that no word is read without it. */
static int
whole_word(const struct eni_log_input *in, size_t k, struct eni_str word)
{
	struct eni_word_reading r = eni_cell_read(&in->log->book->office, in->field[k], word);

	return r.how == ENI_READ_WHOLE ? r.code : (int)ENI_UNKNOWN_WORD;
}

/* One column may say what another is for (Incoming beside Answered, or 着信 and 不在着信 in one column): each is asked for its own
 * words first, or as if it were column `as`.  A number means something in its own column alone. */
static bool
hear_word(const struct eni_log_input *in, size_t k, size_t as, struct eni_str word, struct heard *h)
{
	static const enum eni_vocab order[][3] = {[DIR] = {ENI_V_CALL_DIR, ENI_V_CALL_TYPE, ENI_V_RESULT},
	    [TYPE] = {ENI_V_CALL_TYPE, ENI_V_CALL_DIR, ENI_V_RESULT},
	    [RESULT] = {ENI_V_RESULT, ENI_V_CALL_TYPE, ENI_V_CALL_DIR}};
	bool number = word.n > 0 && eni_is_digit(word.p[0]);

	for (size_t i = 0; i < (number ? 1 : 3); i++) {
		enum eni_vocab v = order[as][i];
		int code = v == in->field[k]->vocab ? whole_word(in, k, word) : eni_word_find(v, word);
		int *to = v == ENI_V_CALL_DIR ? &h->dir : v == ENI_V_CALL_TYPE ? &h->type : &h->result;

		if (code == 0 || code == ENI_UNKNOWN_WORD)
			continue;
		if (*to == 0)
			*to = code;
		return true;
	}
	return false;
}

/* The bytes of a mark between words that s begins with, or 0. */
static size_t
mark_at(struct eni_str s)
{
	static const char *const marks[] = {" ", "(", ")", "/", "-", "_", ":", "\u3000", "（", "）", "／", "・", "－", "：", "、"};

	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (eni_str_starts(s, eni_str_of(marks[i])))
			return strlen(marks[i]);
	return 0;
}

/* The next word of a cell that says several things: 着信（不在）, Inbound Queue, 呼入-未接. */
static bool
next_word(struct eni_str *rest, struct eni_str *word)
{
	size_t at = 0, mark = 0;

	while (at < rest->n && (mark = mark_at(eni_str_from(*rest, at))) == 0)
		at++;
	*word = (struct eni_str){rest->p, at};
	*rest = eni_str_from(*rest, at + mark);
	return word->n > 0 || mark > 0;
}

static void
hear(struct eni_log_input *in, size_t k, struct heard *h)
{
	struct eni_str cell = eni_str_trim(eni_log_cell(in, k)), rest = cell, word;
	bool understood = false;

	if (cell.n == 0 || hear_word(in, k, k, cell, h))
		return;
	for (size_t as = k; next_word(&rest, &word); as = RESULT) /* what follows is said of the first word's call */
		understood |= hear_word(in, k, as, word, h);
	if (!understood)
		eni_unknown_words_note(in->unknown, in->field[k], cell, in->row.place,
		    (struct eni_word_reading){.code = ENI_UNKNOWN_WORD, .how = ENI_UNREAD});
}

/* What a type says; the rest it leaves to the duration. */
static const struct {
	uint8_t dir; /* 0: within the house */
	bool unanswered;
} types[] = {[ENI_CALL_INCOMING] = {ENI_DIR_IN, false},
    [ENI_CALL_OUTGOING] = {ENI_DIR_OUT, false},
    [ENI_CALL_MISSED] = {ENI_DIR_IN, true},
    [ENI_CALL_REJECTED] = {ENI_DIR_IN, true},
    [ENI_CALL_BLOCKED] = {ENI_DIR_IN, true},
    [ENI_CALL_VOICEMAIL] = {ENI_DIR_IN, true},
    [ENI_CALL_UNREACHED] = {ENI_DIR_OUT, true},
    [ENI_CALL_INTERNAL] = {0, false}};
ENI_ROW_FOR_EACH(types, ENI_CALL_TYPES);

/* ---- the two sides ---- */

/* A telephone of the house, or the office's own number. */
static bool
is_ours(struct eni_log_input *in, struct eni_str side)
{
	struct eni_str own = in->log->book->office.phone;
	uint32_t number;

	if (eni_number_is_short(side))
		return true;
	number = eni_log_number(in, side);
	while (number != ENI_NONE && eni_phone_next(&in->buf, &own, NULL))
		if (eni_str_eq(eni_buf_str(&in->buf), in->log->number[number]))
			return true;
	return false;
}

/* Who rang whom, where no word says it; 0 within the house. */
static uint8_t
side_dir(struct eni_log_input *in)
{
	bool from_us = is_ours(in, eni_log_cell(in, CALLER));

	if (from_us && is_ours(in, eni_log_cell(in, CALLED)))
		return 0;
	return from_us ? ENI_DIR_OUT : ENI_DIR_IN;
}

static struct eni_str
other_side(const struct eni_log_input *in, uint8_t dir)
{
	struct eni_str number = eni_str_trim(eni_log_cell(in, NUMBER));

	return number.n > 0 ? number : eni_log_cell(in, dir == ENI_DIR_OUT ? CALLED : CALLER);
}

/* ---- whether a person was reached ---- */

/* A queue, a menu or a mail box took the call. */
static bool
is_machine(struct eni_str called)
{
	static const char *const words[] = {
	    "voicemail", "queue", "ivr", "receptionist", "留守", "キュー", "自動応答", "音声案内", "语音信箱", "语音导航", "队列"};
	struct eni_buf folded = {0};
	bool is = false;

	eni_casefold(&folded, called);
	for (size_t i = 0; !is && i < sizeof words / sizeof *words; i++)
		is = folded.n > 0 && memmem(folded.p, folded.n, words[i], strlen(words[i])) != NULL;
	eni_buf_free(&folded);
	return is;
}

/* Whether they spoke, by the duration in whatever unit: 1, 0, or -1 where it does not say. */
static int
spoke(struct eni_str duration)
{
	char room[64];
	struct eni_str plain = eni_nfkc_into(room, sizeof room, duration);
	int said = -1;

	for (size_t i = 0; i < plain.n && said < 1; i++)
		if (eni_is_digit(plain.p[i]))
			said = plain.p[i] != '0';
	return said;
}

/* What is not known to be answered is a call to give back. */
static bool
is_answered(const struct eni_log_input *in, const struct heard *h, uint8_t dir)
{
	int spoken = spoke(eni_log_cell(in, DURATION));
	struct eni_when w;

	if (dir == ENI_DIR_OUT && spoken == 0)
		return false;
	if (h->result != 0)
		return h->result == ENI_RESULT_ANSWERED && !(dir == ENI_DIR_IN && is_machine(eni_log_cell(in, CALLED)));
	if (types[h->type].unanswered)
		return false;
	if (has(in, ANSWERED_AT))
		return eni_when_parse(eni_log_cell(in, ANSWERED_AT), &w, &(bool){false}) == 1;
	if (spoken >= 0)
		return spoken == 1;
	return h->type == ENI_CALL_INCOMING && !has(in, RESULT);
}

/* ---- rows ---- */

/* Who took it; an unknown word counts as empty and is reported at the end. */
static uint8_t
read_answered_by(struct eni_log_input *in)
{
	const struct eni_field *f = in->field[ANSWERED_BY];
	struct eni_str cell = eni_log_cell(in, ANSWERED_BY);
	struct eni_word_reading r = eni_cell_read(&in->log->book->office, f, cell);

	if (r.how == ENI_UNREAD)
		eni_unknown_words_note(in->unknown, f, cell, in->row.place, r);
	return (uint8_t)eni_word_known(r.code);
}

/* On which line it came: offices have names and numbers of their own for theirs, each of which is one. */
static uint32_t
read_line(struct eni_log_input *in)
{
	struct eni_phonelog *l = in->log;
	struct eni_str cell = eni_str_trim(eni_log_cell(in, LINE));
	uint32_t at = cell.n == 0 ? ENI_NONE : eni_map_get(&l->by_line, cell);
	int code;

	if (cell.n == 0 || at != ENI_NONE)
		return at;
	code = eni_word_known(eni_cell_read(&l->book->office, in->field[LINE], cell).code);
	cell = eni_arena_pack(&l->arena, cell);
	for (at = 0; code != 0 && at < l->n_lines; at++)
		if (eni_str_is(l->line[at], eni_word_code(ENI_V_LINE, code)))
			return eni_map_add(&l->by_line, cell, at);
	l->line = eni_grow(l->line, &l->cap_lines, l->n_lines + 1, sizeof *l->line);
	l->line[l->n_lines] = code != 0 ? eni_str_of(eni_word_code(ENI_V_LINE, code)) : cell;
	return eni_map_add(&l->by_line, cell, (uint32_t)l->n_lines++);
}

static int
take_row(struct eni_log_input *in, struct eni_legs *legs)
{
	struct eni_str id = eni_str_trim(eni_log_cell(in, ID)), call_id = eni_str_trim(eni_log_cell(in, CALL_ID));
	struct eni_book *b = in->log->book;
	struct eni_call c = {.subject = id.n == 0 || b->stage == ENI_BOOK_OPEN ? ENI_NONE : eni_book_find(b, id)};
	struct heard h = {0};
	bool house;

	if (!read_moment(in, &c))
		return eni_log_reject(in, "at", "want a day such as 2026-04-01 or a moment such as 2026-04-01 14:05");
	for (size_t k = DIR; k <= RESULT; k++)
		hear(in, k, &h);
	house = h.type == ENI_CALL_INTERNAL;
	if (h.dir == 0 && !house)
		h.dir = h.type != 0 ? types[h.type].dir : has(in, CALLER) && has(in, CALLED) ? side_dir(in) : in->dir;
	if (h.dir == -1)
		return eni_log_reject(in, "dir", "want in (they rang us) or out (we rang them)");
	c.dir = house ? 0 : (uint8_t)h.dir;
	c.answered = is_answered(in, &h, c.dir);
	c.answered_by = read_answered_by(in);
	c.line = read_line(in);
	c.number = eni_log_number(in, other_side(in, c.dir));
	if (call_id.n > 0)
		eni_legs_join(legs, call_id, eni_legs_add(legs, &c, c.dir == 0));
	else if (c.dir != 0)
		eni_log_add(in->log, &c);
	return 0;
}

int
eni_named_read(struct eni_log_input *in)
{
	struct eni_legs legs = {0};
	int got = bind_columns(in) == -1 ? -1 : 1;

	while (got > 0 && (got = eni_reader_next(in->reader, &in->row)) > 0)
		if (take_row(in, &legs) == -1)
			got = -1;
	eni_legs_end(&legs, in->log);
	if (in->log->unread == NULL)
		eni_unknown_words_report(in->unknown, in->log->book->diag);
	return got;
}
