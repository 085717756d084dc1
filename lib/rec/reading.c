/* Readings: see reading.h. */
#include "rec/reading.h"

#include "base/known.h"
#include "base/text.h"
#include "rec/death.h"
#include "rec/stems.h"

/* ---- head and remark ---- */

static const char *const brackets[] = {"(", "（", "[", "［", "【", "「", "『", "〔", "〖", "<", "＜", "〈", "《", NULL};
static const char *const closers[] = {")", "）", "]", "］", "】", "」", "』", "〕", "〗", ">", "＞", "〉", "》", NULL};
static const char *const separators[] = {" ", "\t", "\r", "\n", "\u3000", "・", "･", "/", "／", ":", "：", "、", "､", ",", "，",
    ";", "；", "。", "-", "－", "–", "—", "―", "→", "⇒", "|", "｜", "+", "＋", NULL};

static size_t
starts_with(struct eni_str s, const char *const *mark)
{
	while (*mark != NULL && !eni_str_starts(s, eni_str_of(*mark)))
		mark++;
	return *mark == NULL ? 0 : strlen(*mark);
}

static struct eni_str
without_closer(struct eni_str s)
{
	s = eni_str_trim(s);
	for (const char *const *c = closers; *c != NULL; c++)
		if (eni_str_ends(s, eni_str_of(*c))) {
			s.n -= strlen(*c);
			break;
		}
	return eni_str_trim(s);
}

/* Consents and days take a remark in brackets alone: 同意・拒否 is no consent. */
static bool
takes_separators(enum eni_vocab vocab)
{
	int code;

	return eni_stem_text(vocab, 0, &code) != NULL;
}

/* Cuts a cell in two; a bracket in front (【休止】入院中) counts as the head.  False when there is no remark. */
static bool
split(enum eni_vocab vocab, struct eni_str cell, struct eni_str *head, struct eni_str *remark)
{
	bool separated = takes_separators(vocab);
	size_t first = starts_with(cell, brackets), mark = 0, at = first;

	while (at < cell.n && mark == 0) {
		struct eni_str here = eni_str_from(cell, at);

		mark = starts_with(here, first > 0 ? closers : brackets);
		if (mark == 0 && separated && first == 0)
			mark = starts_with(here, separators);
		at += mark == 0;
	}
	*head = eni_str_trim((struct eni_str){cell.p + first, at - first});
	*remark = without_closer(eni_str_from(cell, at + mark));
	return mark > 0 && head->n > 0;
}

/* A consent that was withdrawn, or given to something else, or not quite, is in doubt: 同意（撤回）, ○（写真のみ）. */
static bool
limits_consent(struct eni_str remark)
{
	static const char *const limits[] = {"撤", "取消", "取り消", "取下", "取り下", "解除", "無効", "条件", "のみ", "だけ", "除",
	    "以外", "不", "ng", "拒", "断", "未", "待", "予定", "確認", "保留", "検討", "まで", "ただし", "但", "仅", "只", "考虑",
	    NULL};

	for (; remark.n > 0; remark = eni_str_from(remark, 1))
		if (starts_with(remark, limits) > 0)
			return true;
	return false;
}

static bool
is_denied(enum eni_vocab vocab, int code, struct eni_str remark)
{
	struct eni_buf folded = {0};
	bool denied;

	eni_casefold(&folded, remark);
	denied =
	    eni_stems_deny(vocab, code, eni_buf_str(&folded)) || (vocab == ENI_V_PERMIT && limits_consent(eni_buf_str(&folded)));
	eni_buf_free(&folded);
	return denied;
}

/* 在住(住院中), 終了(死亡), 見学(辞退): the remark says what became of it. */
static bool
became(int status, int remark)
{
	if (eni_status_is(status, ENI_IS_ASKING))
		return !eni_status_is(remark, ENI_IS_ASKING | ENI_IS_HERE | ENI_IS_AWAY);
	if (eni_status_is(status, ENI_IS_HERE))
		return eni_status_is(remark, ENI_IS_GONE);
	return eni_status_is(remark, ENI_IS_OVER) && (!eni_status_is(status, ENI_IS_OVER) || !eni_status_is(remark, ENI_IS_AWAY));
}

static bool
gives_way(enum eni_vocab vocab, const struct eni_word_reading *r, int remark)
{
	if (remark == 0 || remark == ENI_UNKNOWN_WORD)
		return false;
	if (vocab == ENI_V_STATUS)
		return became(r->code, remark);
	return r->vague && !eni_word_is(vocab, remark, ENI_IS_VAGUE);
}

/* ---- one cell ---- */

/* ??, --- and the like: somebody did not know. */
static bool
is_unknown_mark(struct eni_str folded)
{
	static const char *const marks[] = {"?", "-", "ー", "—", "―", "–", "...", "*", NULL};
	size_t n = 1;

	while (folded.n > 0 && (n = starts_with(folded, marks)) > 0)
		folded = eni_str_from(folded, n);
	return n > 0;
}

static const struct eni_word_reading unread = {
    .code = ENI_UNKNOWN_WORD, .at_home = ENI_UNKNOWN_WORD, .how = ENI_UNREAD, .head = {"", 0}, .remark = {"", 0}};

static struct eni_word_reading
as_word(int code, enum eni_how how)
{
	return (struct eni_word_reading){.code = code, .at_home = code, .how = how};
}

/* The word of the vocabulary for who died; 0: it has none. */
static int
death_word(enum eni_vocab vocab)
{
	return vocab == ENI_V_STATUS ? (int)ENI_STATUS_DECEASED : vocab == ENI_V_REASON ? (int)ENI_REASON_DEATH : 0;
}

static struct eni_word_reading
by_stem(enum eni_vocab vocab, struct eni_str cell)
{
	struct eni_word_reading r = unread;
	struct eni_buf folded = {0};
	struct eni_stem stem;

	eni_casefold(&folded, cell);
	if (is_unknown_mark(eni_buf_str(&folded))) {
		int code = eni_word_find(vocab, ENI_S("unknown"));

		r = code == ENI_UNKNOWN_WORD ? unread : as_word(code, ENI_READ_WHOLE);
	} else if (eni_stems_find(vocab, eni_buf_str(&folded), &stem)) {
		r = as_word(stem.code, stem.code == ENI_UNKNOWN_WORD ? ENI_UNREAD : stem.whole ? ENI_READ_WHOLE : ENI_READ_BY_STEM);
		r.at_home = stem.at_home;
		r.vague = stem.vague;
	}
	eni_buf_free(&folded);
	return r;
}

static struct eni_word_reading
with_remark(enum eni_vocab vocab, struct eni_str cell, struct eni_str head, struct eni_str remark)
{
	int code = eni_word_find(vocab, head);
	struct eni_word_reading r = by_stem(vocab, head), told;

	if (code != ENI_UNKNOWN_WORD && (r.how != ENI_READ_WHOLE || r.code != code)) {
		r = as_word(code, ENI_READ_WHOLE);
		r.vague = eni_word_is(vocab, code, ENI_IS_VAGUE);
	}
	if (r.how != ENI_READ_WHOLE)
		return by_stem(vocab, cell);
	if (is_denied(vocab, r.code, remark))
		return unread;
	r.how = ENI_READ_WITHOUT_REMARK;
	told = eni_word_read(vocab, remark);
	if (gives_way(vocab, &r, told.code)) {
		r = told;
		r.how = told.how == ENI_READ_BY_STEM ? ENI_READ_BY_STEM : ENI_READ_WITHOUT_REMARK;
	}
	return r;
}

/* A death word outranks what stands beside it; one of somebody else is none (decision 52). */
static struct eni_word_reading
mind_death(enum eni_vocab vocab, struct eni_str cell, struct eni_word_reading r)
{
	enum eni_death death = eni_death_read(cell);

	if (death == ENI_DEATH_CLIENT && r.code != death_word(vocab))
		return as_word(death_word(vocab), ENI_READ_BY_STEM);
	if (death == ENI_DEATH_DOUBTFUL && r.code == death_word(vocab)) /* 死亡？要確認 */
		return unread;
	if (death == ENI_DEATH_OTHER && (r.code == death_word(vocab) || r.how == ENI_UNREAD))
		return vocab == ENI_V_REASON ? as_word(ENI_REASON_OTHER, ENI_READ_BY_STEM) : unread;
	return r;
}

/* What stands behind the last arrow of a cell, to which it came: 休止→再開; empty where there is none. */
static struct eni_str
behind_arrow(struct eni_str cell)
{
	static const char *const arrows[] = {"→", "⇒", NULL};
	struct eni_str behind = {"", 0};

	for (size_t at = 0, n; at < cell.n; at++)
		if ((n = starts_with(eni_str_from(cell, at), arrows)) > 0)
			behind = eni_str_trim(eni_str_from(cell, at + n));
	return behind;
}

static struct eni_word_reading
read_anew(enum eni_vocab vocab, struct eni_str cell)
{
	struct eni_word_reading r;
	struct eni_str head, remark, came_to;
	int code = eni_word_find(vocab, cell);
	bool two;

	if (code != ENI_UNKNOWN_WORD) {
		r = as_word(code, ENI_READ_WHOLE);
		r.head = cell;
		return r;
	}
	two = split(vocab, cell, &head, &remark);
	r = two ? with_remark(vocab, cell, head, remark) : by_stem(vocab, cell);
	if (takes_separators(vocab) && (came_to = behind_arrow(cell)).n > 0 && eni_word_said(vocab, came_to) != ENI_UNKNOWN_WORD) {
		r = eni_word_read(vocab, came_to);
		r.how = r.how == ENI_READ_WHOLE ? ENI_READ_WITHOUT_REMARK : r.how;
	}
	if (death_word(vocab) != 0)
		r = mind_death(vocab, cell, r);
	r.head = two ? head : cell;
	r.remark = two ? remark : (struct eni_str){"", 0};
	return r;
}

/* ---- what was read before ---- */

/* A reading, with the places of its parts in the cell. */
struct memory {
	struct eni_word_reading reading;
	size_t head, remark;
};
static struct eni_known memories[ENI_VOCABS];

static size_t
place_in(struct eni_str cell, struct eni_str part)
{
	return part.n == 0 ? 0 : (size_t)(part.p - cell.p);
}

static struct eni_word_reading
recall(enum eni_vocab vocab, struct eni_str cell)
{
	struct memory m;

	if (!eni_known_get(&memories[vocab], cell, &m, sizeof m)) {
		m.reading = read_anew(vocab, eni_str_trim(cell));
		m.head = place_in(cell, m.reading.head);
		m.remark = place_in(cell, m.reading.remark);
		eni_known_put(&memories[vocab], cell, &m, sizeof m);
	}
	m.reading.head.p = cell.p + m.head;
	m.reading.remark.p = cell.p + m.remark;
	return m.reading;
}

struct eni_word_reading
eni_word_read(enum eni_vocab vocab, struct eni_str cell)
{
	int plain = eni_word_plain(vocab, cell);
	struct eni_word_reading r;

	if (plain == 0 && cell.n > 0)
		return recall(vocab, cell);
	r = as_word(plain, ENI_READ_WHOLE);
	r.head = cell;
	return r;
}

int
eni_word_said(enum eni_vocab vocab, struct eni_str cell)
{
	int plain = eni_word_plain(vocab, cell);

	return plain != 0 ? plain : eni_word_read(vocab, cell).code;
}

/* All that a part says by stems, too: 費用と面会. */
static struct eni_words_reading
read_part(enum eni_vocab vocab, struct eni_str part)
{
	struct eni_word_reading r = eni_word_read(vocab, part);
	struct eni_words_reading w = {r.code == 0 ? 0 : UINT64_C(1) << r.code, r.how};
	struct eni_buf folded = {0};

	if (r.how == ENI_READ_BY_STEM || r.how == ENI_READ_WITHOUT_REMARK) {
		eni_casefold(&folded, part);
		w.codes |= eni_stems_all(vocab, eni_buf_str(&folded));
		eni_buf_free(&folded);
	}
	return w;
}

struct eni_words_reading
eni_words_read(enum eni_vocab vocab, struct eni_str cell)
{
	struct eni_words_reading w = read_part(vocab, cell);
	struct eni_str piece;

	if (w.how == ENI_READ_WHOLE)
		return w;
	w = (struct eni_words_reading){0, ENI_READ_WHOLE};
	while (eni_piece(&cell, &piece)) {
		struct eni_words_reading part = read_part(vocab, piece);

		w.codes |= part.codes;
		w.how = part.how > w.how ? part.how : w.how;
	}
	return w;
}

void
eni_words_said(struct eni_buf *out, enum eni_vocab vocab, struct eni_str text)
{
	struct eni_str rest = text, piece, code;
	size_t start = out->n;
	bool any;

	while (eni_piece(&rest, &piece)) {
		int said = eni_word_said(vocab, piece);

		if (said == 0 || said == ENI_UNKNOWN_WORD)
			continue;
		code = eni_str_of(eni_word_code(vocab, said));
		if (out->n > start && eni_is_piece((struct eni_str){out->p + start, out->n - start}, code))
			continue;
		if (out->n > start)
			eni_buf_char(out, ' ');
		eni_buf_add(out, code);
	}
	any = out->n > start;
	while (!any && eni_piece(&text, &piece))
		eni_casefold(out, piece);
}
