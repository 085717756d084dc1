/*
 * Cells: what a field's text means, and how it is written when we write it.  Room: rec.
 * Readers try the bytes as they stand first and fold only what is not understood that way: most cells are plain.
 */
#include "rec/value.h"

#include "base/bounds.h"
#include "base/known.h"
#include "base/message.h"
#include "base/name.h"
#include "base/num.h"
#include "base/text.h"
#include "rec/wishes.h"

static bool
eat(struct eni_str *s, const char *word)
{
	struct eni_str head = eni_str_of(word);
	bool starts = eni_str_starts(*s, head);

	if (starts)
		*s = eni_str_from(*s, head.n);
	return starts;
}

/* Takes the longest of the words (NULL-terminated) that s starts with; returns its position, or -1. */
static int
eat_one(struct eni_str *s, const char *const *word)
{
	int best = -1;
	size_t longest = 0;

	for (int i = 0; s->n > 0 && word[i] != NULL; i++) {
		struct eni_str one;

		if (word[i][0] != s->p[0]) /* most */
			continue;
		one = eni_str_of(word[i]);
		if (one.n > longest && eni_str_starts(*s, one)) {
			longest = one.n;
			best = i;
		}
	}
	*s = eni_str_from(*s, longest);
	return best;
}

/* Weekdays. */

/* A day: 0..6, or -1.  *chinese: 周 or a like word has been seen, after which 一三五 are days too. */
static int
eat_day(struct eni_str *s, bool *chinese)
{
	static const char *const prefix[] = {"周", "星期", "礼拜", NULL};
	static const char *const after_prefix[] = {"一", "二", "三", "四", "五", "六", "日", "天", NULL};
	static const char *const japanese[] = {"月", "火", "水", "木", "金", "土", "日", NULL};
	static const char *const english[] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun", "monday", "tuesday", "wednesday",
	    "thursday", "friday", "saturday", "sunday", NULL};
	int day;

	if (eat_one(s, prefix) >= 0)
		*chinese = true;
	if (*chinese && (day = eat_one(s, after_prefix)) >= 0)
		return day == 7 ? ENI_SUN : day;
	if ((day = eat_one(s, english)) >= 0)
		return day % 7;
	if ((day = eat_one(s, japanese)) >= 0 && eat(s, "曜"))
		eat(s, "日");
	return day;
}

/* The sessions behind a day: bit 0 am, bit 1 pm; both where none is named. */
static uint32_t
eat_session(struct eni_str *s)
{
	static const char *const word[] = {"am", "pm", "午前", "午後", "上午", "下午", NULL};
	struct eni_str rest = *s;
	bool bracket;
	int which;

	if (!eat(&rest, "-"))
		eat(&rest, "の");
	bracket = eat(&rest, "(");
	which = eat_one(&rest, word);
	if (which < 0 || (bracket && !eat(&rest, ")")))
		return 3;
	*s = rest;
	return 1u << (which % 2);
}

/* How often, beside the days: (週2回), 每周2次.  It says nothing that the days do not. */
static bool
eat_count(struct eni_str *s)
{
	static const char *const week[] = {"毎週", "週", "每周", "周", NULL}, *const times[] = {"回", "日", "次", NULL};
	struct eni_str rest = *s;
	bool bracket = eat(&rest, "(");
	size_t digits = 0;

	if (eat_one(&rest, week) < 0)
		return false;
	while (digits < rest.n && rest.p[digits] >= '0' && rest.p[digits] <= '9')
		digits++;
	rest = eni_str_from(rest, digits);
	eat_one(&rest, times);
	if (digits == 0 || (bracket && !eat(&rest, ")")))
		return false;
	*s = rest;
	return true;
}

static bool
eat_until(struct eni_str *s)
{
	static const char *const word[] = {"-", "~", "〜", "～", "から", "至", "到", "..", NULL};

	return eat_one(s, word) >= 0;
}

/* Groups of days by one word, as bits of eni_weekdays_parse; 0 when there is none. */
static uint32_t
eat_group(struct eni_str *s)
{
	static const char *const workdays[] = {"平日", "weekdays", "工作日", NULL};
	static const char *const weekend[] = {"週末", "周末", "weekend", NULL};
	static const char *const daily[] = {"毎日", "每天", "每日", "daily", NULL};

	if (eat_one(s, workdays) >= 0)
		return ENI_WEEKDAY_BITS(ENI_SAT) / 3 - 1;
	if (eat_one(s, weekend) >= 0)
		return ENI_WEEKDAY_BITS(ENI_SAT) | ENI_WEEKDAY_BITS(ENI_SUN);
	return eat_one(s, daily) >= 0 ? (1u << 14) - 1 : 0;
}

/* One day, or a run of days as mon-fri or 周一至周五, with a session; 0 when there is none. */
static uint32_t
eat_days(struct eni_str *s, bool *chinese)
{
	int from = eat_day(s, chinese), to = from;
	uint32_t session, bits = 0;
	struct eni_str rest;

	if (from < 0)
		return 0;
	session = eat_session(s);
	rest = *s;
	if (session == 3 && eat_until(&rest) && (to = eat_day(&rest, chinese)) >= 0) {
		*s = rest;
		session = eat_session(s);
	}
	for (int day = from;; day = (day + 1) % 7) {
		bits |= session << (2 * day);
		if (to < 0 || day == to)
			return bits;
	}
}

/* The days of one piece such as 月木金 or 毎週火曜午後; 0 when something in it is no day.  *chinese: see eat_day. */
static uint32_t
piece_days(struct eni_str s, bool *chinese)
{
	static const char *const every[] = {"毎週", "每周", "每星期", NULL};
	uint32_t bits = 0, more = 1;

	*chinese |= eni_str_starts(s, ENI_S("每"));
	if ((bits = eat_group(&s)) == 0 && !eat_count(&s))
		eat_one(&s, every);
	while (s.n > 0 && more != 0) {
		more = eat_days(&s, chinese);
		bits |= more;
		eat_count(&s);
	}
	return s.n > 0 ? 0 : bits;
}

/* The days of a piece, plainly written or not; 0 when something in it is no day.  *chinese holds for the next one: 周二、四. */
static uint32_t
any_days(struct eni_str piece, bool *chinese)
{
	struct eni_buf folded = {0};
	uint32_t days;
	int code;

	if ((days = piece_days(piece, chinese)) != 0)
		return days;
	if ((code = eni_word_find(ENI_V_WEEKDAY, piece)) > 0 && code != ENI_UNKNOWN_WORD)
		return ENI_WEEKDAY_BITS(code - 1);
	eni_casefold(&folded, piece);
	days = piece_days(eni_buf_str(&folded), chinese);
	eni_buf_free(&folded);
	return days;
}

/* A piece that is a session and no day (火・金 午後) holds for the days before it that have none of their own. */
static bool
set_session(struct eni_str piece, uint32_t *bits)
{
	static const char *const only[] = {"のみ", "だけ", NULL};
	struct eni_buf folded = {0};
	struct eni_str rest;
	uint32_t session;

	eni_casefold(&folded, piece);
	rest = eni_buf_str(&folded);
	session = eat_session(&rest);
	eat_one(&rest, only);
	for (int day = 0; day < 7 && rest.n == 0; day++)
		if ((*bits >> (2 * day) & 3) == 3)
			*bits &= ~((3u & ~session) << (2 * day));
	eni_buf_free(&folded);
	return rest.n == 0 && session != 3;
}

static bool
is_count(struct eni_str piece)
{
	struct eni_buf folded = {0};
	struct eni_str rest;
	bool count;

	eni_casefold(&folded, piece);
	rest = eni_buf_str(&folded);
	count = eat_count(&rest) && rest.n == 0;
	eni_buf_free(&folded);
	return count;
}

/* 1, 0 of an empty cell, -1. */
static int
parse_pieces(struct eni_str s, uint32_t *bits)
{
	struct eni_str piece;
	bool any = false, chinese = false;

	for (*bits = 0; eni_piece(&s, &piece); any = true) {
		uint32_t days = any_days(piece, &chinese);

		if (days == 0 && !is_count(piece) && !(*bits != 0 && set_session(piece, bits)))
			return -1;
		*bits |= days;
	}
	return !any ? 0 : *bits != 0 ? 1 : -1;
}

/* The days of 週2回(火・金), where the brackets are about the days and not about a session. */
static bool
parse_counted(struct eni_str s, uint32_t *bits)
{
	struct eni_buf folded = {0};
	struct eni_str rest;
	bool counted;

	eni_casefold(&folded, s);
	rest = eni_buf_str(&folded);
	counted = eat_count(&rest) && eat(&rest, "(") && eni_str_ends(rest, ENI_S(")"));
	if (counted) {
		rest.n--;
		counted = parse_pieces(rest, bits) == 1;
	}
	eni_buf_free(&folded);
	return counted;
}

int
eni_weekdays_parse(struct eni_str s, uint32_t *bits)
{
	static struct eni_known known;
	struct {
		uint32_t bits;
		int got;
	} days = {0, 0};

	if (s.n > 0 && !eni_known_get(&known, s, &days, sizeof days)) {
		days.got = parse_pieces(s, &days.bits);
		if (days.got == -1 && parse_counted(s, &days.bits))
			days.got = 1;
		eni_known_put(&known, s, &days, sizeof days);
	}
	*bits = days.bits;
	return days.got;
}

/* Behind the words since `start`. */
static void
put_apart(struct eni_buf *out, size_t start, const char *word)
{
	if (out->n > start)
		eni_buf_char(out, ' ');
	eni_buf_add(out, eni_str_of(word));
}

void
eni_weekdays_format(struct eni_buf *out, uint32_t bits)
{
	static const char *const session[] = {"", "-am", "-pm", ""};
	size_t start = out->n;

	for (int day = 0; day < 7; day++) {
		uint32_t which = bits >> (2 * day) & 3;

		if (which == 0)
			continue;
		put_apart(out, start, eni_word_code(ENI_V_WEEKDAY, day + 1));
		eni_buf_add(out, eni_str_of(session[which]));
	}
}

/* Yes-fields. */

int
eni_yes_read(enum eni_vocab vocab, struct eni_str s, int32_t today)
{
	struct eni_when when;
	unsigned open;
	int word = eni_word_said(vocab, s);

	if (word != ENI_UNKNOWN_WORD || vocab == ENI_V_YES || eni_when_read(s, false, &when, &open) <= 0 ||
	    (open & ENI_WHEN_RANGE) != 0)
		return word;
	if ((open & ENI_WHEN_YEARLESS) != 0) /* the last such day, as in every field that does not look ahead */
		when.day = eni_day_nearest(when.day, today, false);
	return vocab == ENI_V_FORBID || when.day <= today ? ENI_YES_YES : ENI_YES_NO;
}

int
eni_yes_in_doubt(enum eni_vocab vocab)
{
	return vocab == ENI_V_FORBID ? ENI_YES_YES : vocab == ENI_V_PERMIT ? ENI_YES_NO : 0;
}

/* What there is none of. */

/* Whether the cell is one of those, and might be left out.  `last`: their last bytes, which most cells have not. */
static bool
is_one_of(const struct eni_field *f, struct eni_str cell, const char *const *words, const char *last)
{
	struct eni_str rest = cell;

	return strchr(last, cell.p[cell.n - 1]) != NULL && (f->traits & ENI_MUST) == 0 && eat_one(&rest, words) >= 0 && rest.n == 0;
}

/* Of a word: there may be a word for it, as there is of cognition. */
static bool
names_nothing(const struct eni_field *f, struct eni_str cell)
{
	static const char *const nothing[] = {"なし", "無し", "無", "ない", "特になし", "特に無し", "該当なし", "无", "没有",
	    "暂无", "希望なし", "特に希望なし", "指定なし", "特に指定なし", NULL};

	return is_one_of(f, cell, nothing, "\x97\x84\xa1\xa0\x89") /* し, い, 無, 无 and 有 */ &&
	       eni_word_plain(f->vocab, cell) == 0 && eni_word_find(f->vocab, cell) == ENI_UNKNOWN_WORD;
}

/* Nobody yet, nobody any more (with who it was in brackets), or signs that keep the place. */
bool
eni_keeps_place(const struct eni_field *f, struct eni_str cell)
{
	static const char *const words[] = {"未定", "後任未定", "担当未定", "未決定", "未決", "不明", "不詳", "調整中", "選定中",
	    "検討中", "確認中", "未確認", "変更予定", "変更中", "交代予定", "交代中", "引継ぎ中", "引継中", "空白", "(空白)",
	    "（空白）", "空欄", "セルフ", "セルフプラン", "セルフケアプラン", "自己作成", "退職", "退職済", "退職予定", "離職",
	    "異動", "待定", "未知", "不详", "离职", "已离职", "调整中", "暂缺", "空缺", NULL};
	static const char *const signs[] = {"?", "？", "*", "＊", "×", "✕", "…", "-", "－", "ー", "―", "・", NULL};
	/* Last bytes of these; a remark ends in a bracket. */
	static const char last[] = ")*-?\x84\x88\x89\x8a\x8c\x8d\x8e\x90\x95\x97\x9a\x9f\xa5\xa6\xad\xb3\xb7\xba\xbb\xbc\xbd";
	struct eni_str rest = cell;

	if (strchr(last, cell.p[cell.n - 1]) == NULL || (f->traits & ENI_MUST) != 0)
		return false;
	if (eat_one(&rest, words) >= 0)
		return rest.n == 0 || *rest.p == '(' || eni_str_starts(rest, ENI_S("（"));
	while (rest.n > 0 && eat_one(&rest, signs) >= 0)
		continue;
	return rest.n == 0;
}

static bool
names_nobody(const struct eni_field *f, struct eni_str cell)
{
	static const char *const nobody[] = {"なし", "無し", "無", "いない", "該当なし", "身寄りなし", "身寄り無し", "家族なし",
	    "親族なし", "无", "没有", "暂无", "-", "－", "ー", "―", NULL};

	return is_one_of(f, cell, nobody, "\x97\x84\xa1\xa0\x89-\x8d\xbc\x95") || eni_keeps_place(f, cell);
}

bool
eni_says_none(const struct eni_field *f, struct eni_str cell)
{
	if (cell.n == 0)
		return false;
	switch (f == NULL ? ENI_TEXT : f->type) {
	case ENI_PHONE:
	case ENI_ADDRESS:
	case ENI_BUDGET:
	case ENI_AGE:
		if (cell.n > 1 && cell.p[0] >= '0' && cell.p[0] <= '9') /* most cells: no need to fold */
			return false;
		return eni_word_find(ENI_V_FORBID, cell) == ENI_YES_NO;
	case ENI_ENUM:
	case ENI_ENUMS:
	case ENI_WORDS:
	case ENI_WISHES:
		return names_nothing(f, cell);
	default:
		return f != NULL && (f->traits & ENI_PERSON) != 0 && names_nobody(f, cell);
	}
}

/* The normal form. */

static int
normal_when(struct eni_buf *out, struct eni_str s)
{
	char text[ENI_WHEN_TEXT];
	struct eni_when when;
	bool utc = false;
	int got = eni_when_parse(s, &when, &utc);

	if (got > 0) {
		eni_buf_add(out, (struct eni_str){text, eni_when_format(when, text)});
		if (utc)
			eni_buf_char(out, 'Z');
	}
	return got;
}

static int
normal_month(struct eni_buf *out, struct eni_str s)
{
	int year, month, day, got;
	int32_t first;

	if ((got = eni_month_parse(s, &first)) > 0) {
		eni_day_split(first, &year, &month, &day);
		eni_buf_printf(out, "%04d-%02d", year, month);
	}
	return got;
}

int
eni_number_read(const struct eni_field *f, struct eni_str s, int64_t *out)
{
	enum { MOST = 100 }; /* of a Barthel index */
	int got = eni_num_parse(s, out);

	if (got == 1 && (f->traits & ENI_BARTHEL) != 0 && (*out < 0 || *out > MOST * (int64_t)ENI_NUM_SCALE))
		return -1;
	return got;
}

static int
normal_number(struct eni_buf *out, const struct eni_field *f, struct eni_str s)
{
	int64_t scaled;
	int got = eni_number_read(f, s, &scaled);

	if (got > 0)
		eni_num_format(out, scaled);
	return got;
}

static int
normal_money(struct eni_buf *out, struct eni_str s, int decimals)
{
	int64_t minor;
	int got = eni_money_parse(s, decimals, &minor);

	if (got > 0)
		eni_money_format(out, minor, decimals);
	return got;
}

static int
normal_budget(struct eni_buf *out, struct eni_str s, int decimals)
{
	struct eni_bounds r;
	int got = eni_money_bounds_parse(s, decimals, &r);

	if (got > 0)
		eni_bounds_format(out, r, decimals);
	return got;
}

/* Where a day of birth was asked for as an age, it stays one. */
static int
normal_age(struct eni_buf *out, struct eni_str s)
{
	struct eni_bounds r;
	int got = eni_years_bounds_parse(s, &r);

	if (got < 0)
		return normal_when(out, s);
	if (got > 0)
		eni_bounds_format(out, r, 0);
	return got;
}

static int
normal_word(struct eni_buf *out, enum eni_vocab vocab, struct eni_str s)
{
	int code = eni_word_said(vocab, s);

	if (code > 0 && code != ENI_UNKNOWN_WORD)
		eni_buf_add(out, eni_str_of(eni_word_code(vocab, code)));
	return code == ENI_UNKNOWN_WORD ? -1 : code > 0;
}

/* Appends the code of a word behind those from start on, once. */
static void
add_code(struct eni_buf *out, size_t start, enum eni_vocab vocab, int code)
{
	struct eni_str word = eni_str_of(eni_word_code(vocab, code));

	if (out->n > start && eni_is_piece((struct eni_str){out->p + start, out->n - start}, word))
		return;
	if (out->n > start)
		eni_buf_char(out, ' ');
	eni_buf_add(out, word);
}

/* The words that a cell names, in their order, single blanks between them; -1: not all of it is understood. */
static int
normal_codes(struct eni_buf *out, enum eni_vocab vocab, struct eni_str s)
{
	struct eni_words_reading all = eni_words_read(vocab, s);
	bool one = eni_word_read(vocab, s).how == ENI_READ_WHOLE;
	struct eni_str piece = s;
	size_t start = out->n;

	if (all.how == ENI_UNREAD)
		return -1;
	while (one || eni_piece(&s, &piece)) {
		uint64_t codes = eni_words_read(vocab, piece).codes;

		for (int code = 1; code < ENI_UNKNOWN_WORD; code++)
			if ((codes >> code & 1) != 0)
				add_code(out, start, vocab, code);
		if (one)
			break;
	}
	return out->n > start;
}

/* Each word once, single blanks between them; those that are none of the vocabulary as they came. */
static int
normal_words(struct eni_buf *out, enum eni_vocab vocab, struct eni_str s)
{
	struct eni_str piece;
	size_t start = out->n;

	while (eni_piece(&s, &piece)) {
		size_t end = out->n, from;

		if (end > start)
			eni_buf_char(out, ' ');
		from = out->n;
		if (normal_word(out, vocab, piece) <= 0)
			eni_nfkc(out, piece);
		if (eni_is_piece((struct eni_str){out->p + start, end - start}, eni_str_from(eni_buf_str(out), from)))
			out->n = end;
	}
	return out->n > start;
}

static int
normal_weekdays(struct eni_buf *out, struct eni_str s)
{
	uint32_t bits;
	int got = eni_weekdays_parse(s, &bits);

	if (got > 0)
		eni_weekdays_format(out, bits);
	return got;
}

/* A cell of which a part is not heeded stays as it is: nothing of it may be lost. */
static int
normal_wishes(struct eni_buf *out, struct eni_str s)
{
	struct eni_wishes w = eni_wishes_read(s);
	size_t start = out->n;

	if (w.how != ENI_READ_WHOLE || w.none) {
		eni_buf_add(out, s);
		return w.how == ENI_UNREAD ? -1 : 1;
	}
	for (size_t i = 0; i < w.n; i++)
		put_apart(out, start, eni_word_code(ENI_V_CHANNEL, w.code[i]));
	if (w.only) {
		eni_buf_add(out, ENI_S(" only"));
		return 1;
	}
	for (int code = 1; code <= (int)eni_word_count(ENI_V_CHANNEL); code++)
		if (eni_wishes_exclude(&w, code)) {
			put_apart(out, start, "no-");
			eni_buf_add(out, eni_str_of(eni_word_code(ENI_V_CHANNEL, code)));
		}
	return out->n > start;
}

/* Yes, no or a day; any other word stays as it is, for it counts by the direction of its doubt. */
static int
normal_yes(struct eni_buf *out, enum eni_vocab vocab, struct eni_str s)
{
	if (normal_word(out, vocab, s) > 0 || normal_when(out, s) > 0)
		return 1;
	eni_buf_add(out, s);
	return 1;
}

static int
normal_plain(struct eni_buf *out, const struct eni_field *f, struct eni_str s)
{
	if ((f->traits & ENI_PERSON) != 0)
		s = eni_name_split(s).bare;
	if (f->type == ENI_TEXT || f->type == ENI_ADDRESS)
		eni_buf_add(out, s);
	else /* ids and numbers are looked up: one form */
		eni_nfkc(out, s);
	return 1;
}

static int
normal_any(struct eni_buf *out, const struct eni_field *f, struct eni_str s, int decimals)
{
	switch (f->type) {
	case ENI_DATE:
		return normal_when(out, s);
	case ENI_MONTH:
		return normal_month(out, s);
	case ENI_MONEY:
		return normal_money(out, s, decimals);
	case ENI_NUMBER:
		return normal_number(out, f, s);
	case ENI_BUDGET:
		return normal_budget(out, s, decimals);
	case ENI_AGE:
		return normal_age(out, s);
	case ENI_ENUM:
		return normal_word(out, f->vocab, s);
	case ENI_ENUMS:
		return normal_codes(out, f->vocab, s);
	case ENI_WORDS:
		return normal_words(out, f->vocab, s);
	case ENI_WEEKDAYS:
		return normal_weekdays(out, s);
	case ENI_WISHES:
		return normal_wishes(out, s);
	case ENI_YES:
		return normal_yes(out, f->vocab, s);
	case ENI_TEXT:
	case ENI_ID:
	case ENI_PHONE:
	case ENI_ADDRESS:
	case ENI_TYPES:
		break;
	}
	return normal_plain(out, f, s);
}

int
eni_value_normal(struct eni_buf *out, const struct eni_field *f, struct eni_str s, int decimals)
{
	struct eni_str text = eni_str_trim(s);
	size_t start = out->n;
	int got = text.n == 0 || eni_says_none(f, text) ? 0 : normal_any(out, f, text, decimals);

	if (got < 0) {
		out->n = start;
		eni_buf_add(out, s);
	}
	return got;
}

const char *
eni_value_wanted(const struct eni_field *f)
{
	switch (f->type) {
	case ENI_DATE:
		return N_("want a day such as 2026-04-01");
	case ENI_MONTH:
		return N_("want a month such as 2026-04");
	case ENI_NUMBER:
		return (f->traits & ENI_BARTHEL) != 0 ? N_("want a number from 0 to 100") : N_("want a number such as 75");
	case ENI_MONEY:
		return N_("want an amount such as 4000");
	case ENI_BUDGET:
		return N_("want an amount or a range such as 5000..6000");
	case ENI_AGE:
		return N_("want an age such as 82");
	case ENI_WEEKDAYS:
		return N_("want weekdays such as mon,thu");
	default:
		return N_("cannot be read");
	}
}
