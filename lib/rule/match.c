/*
 * Matchers: parse, resolve, test.  The words stand instead of signs because > ! * - : would need quoting in YAML.
 */
#include "rule/match.h"

#include "base/num.h"
#include "base/text.h"
#include "rec/reading.h"
#include "rec/value.h"
#include "rec/wishes.h"

static const char want_matcher[] =
    N_("want a value, [a, b], any, none, not a b, has a b, 61..99, at least N, at most N, over N, under N, "
       "older 30d, within 30d or next 30d");

static void
add_word(struct eni_match *m, struct eni_arena *a, struct eni_str w)
{
	struct eni_str *more;

	if (eni_str_is(w, "none")) {
		m->or_empty = true;
		return;
	}
	more = eni_arena_take(a, (m->n_words + 1) * sizeof *more);
	if (m->n_words > 0)
		memcpy(more, m->word, m->n_words * sizeof *more);
	more[m->n_words++] = eni_arena_keep(a, w);
	m->word = more;
}

/* Words are split at blanks, never at commas: a comma inside {...} would silently start a new YAML key. */
static void
add_words(struct eni_match *m, struct eni_arena *a, struct eni_str s)
{
	while (s.n > 0) {
		const char *blank = memchr(s.p, ' ', s.n);
		size_t n = blank == NULL ? s.n : (size_t)(blank - s.p);

		if (n > 0)
			add_word(m, a, (struct eni_str){s.p, n});
		s = eni_str_from(s, n + 1);
	}
}

static bool
after(struct eni_str s, const char *head, struct eni_str *rest)
{
	struct eni_str h = eni_str_of(head);

	if (!eni_str_starts(s, h) || s.n == h.n || s.p[h.n] != ' ')
		return false;
	*rest = eni_str_trim(eni_str_from(s, h.n));
	return rest->n > 0;
}

static bool
parse_span(struct eni_match *m, struct eni_str s, struct eni_str *rest)
{
	static const struct {
		const char *word;
		enum eni_op op;
	} spans[] = {{"older", ENI_OP_OLDER}, {"within", ENI_OP_WITHIN}, {"next", ENI_OP_NEXT}};

	for (size_t i = 0; i < sizeof spans / sizeof *spans; i++)
		if (after(s, spans[i].word, rest) && eni_span_parse(*rest, &m->span) == 1) {
			m->op = spans[i].op;
			return true;
		}
	return false;
}

static bool
parse_bound(struct eni_match *m, struct eni_arena *a, struct eni_str s)
{
	static const struct {
		const char *word;
		bool low, open;
	} bounds[] = {{"at least", true, false}, {"over", true, true}, {"at most", false, false}, {"under", false, true}};
	struct eni_str rest;

	for (size_t i = 0; i < sizeof bounds / sizeof *bounds; i++)
		if (after(s, bounds[i].word, &rest)) {
			m->op = ENI_OP_RANGE;
			*(bounds[i].low ? &m->from : &m->to) = eni_arena_keep(a, rest);
			m->over = bounds[i].low && bounds[i].open;
			m->under = !bounds[i].low && bounds[i].open;
			return true;
		}
	return false;
}

static bool
parse_range(struct eni_match *m, struct eni_arena *a, struct eni_str s)
{
	for (size_t i = 0; i + 1 < s.n; i++)
		if (s.p[i] == '.' && s.p[i + 1] == '.') {
			struct eni_str from = eni_str_trim((struct eni_str){s.p, i}), to = eni_str_trim(eni_str_from(s, i + 2));

			if (from.n == 0 && to.n == 0)
				return false;
			m->op = ENI_OP_RANGE;
			m->from = eni_arena_keep(a, from);
			m->to = eni_arena_keep(a, to);
			return true;
		}
	return false;
}

static void
parse_text(struct eni_match *m, struct eni_arena *a, struct eni_str s)
{
	struct eni_str rest;

	s = eni_str_trim(s);
	m->op = ENI_OP_IS;
	if (eni_str_is(s, "any")) {
		m->op = ENI_OP_ANY;
	} else if (after(s, "not", &rest)) {
		m->op = ENI_OP_NOT;
		add_words(m, a, rest);
	} else if (after(s, "has", &rest)) {
		m->op = ENI_OP_HAS;
		add_words(m, a, rest);
	} else if (!parse_span(m, s, &rest) && !parse_bound(m, a, s) && !parse_range(m, a, s)) {
		add_word(m, a, s);
	}
}

int
eni_match_parse(struct eni_match *m, struct eni_arena *a, const struct eni_node *field, const struct eni_node *value,
    const char *file, struct eni_diag *d)
{
	*m = (struct eni_match){.field = eni_arena_keep(a, field->text), .place = eni_at(file, value->line), .node = value};
	switch (value->type) {
	case ENI_SCALAR:
		if (eni_str_starts(value->text, ENI_S("at ")) && !eni_str_starts(value->text, ENI_S("at least ")) &&
		    !eni_str_starts(value->text, ENI_S("at most ")))
			return eni_fail(
			    d, m->place, (const char *)m->field.p, "unknown matcher; nearest is at least N or at most N");
		if (value->text.n == 0 && !value->quoted)
			return eni_fail(d, m->place, (const char *)m->field.p, "no matcher; %s", _(want_matcher));
		parse_text(m, a, value->text);
		return 0;
	case ENI_SEQ:
		m->op = ENI_OP_IS;
		for (size_t i = 0; i < value->n; i++) {
			struct eni_str w = eni_node_text(value->item[i]);

			if (value->item[i]->type != ENI_SCALAR || w.n == 0)
				return eni_fail(d, m->place, (const char *)m->field.p, "want a list of words");
			if (eni_str_is(w, "any"))
				m->op = ENI_OP_ANY;
			add_word(m, a, w);
		}
		return 0;
	default:
		return eni_fail(d, m->place, (const char *)m->field.p, "%s", _(want_matcher));
	}
}

int
eni_match_parse_where(struct eni_match *m, struct eni_arena *a, const char *text, struct eni_diag *d)
{
	static const char form[] = N_("want 'FIELD: MATCHER', such as 'status: [ended, paused]'");
	struct eni_str bytes = eni_arena_printf(a, "{%s}\n", text);
	struct eni_node *root = eni_tree_parse(a, bytes, "--where", d);

	if (root == NULL)
		return -1;
	if (root->type != ENI_MAP || root->n != 1 || root->item[0]->type == ENI_MAP)
		return eni_fail(d, eni_at("--where", 0), NULL, "%s", _(form));
	if (root->item[0]->type == ENI_SCALAR && root->item[0]->text.n == 0)
		return eni_fail(d, eni_at("--where", 0), NULL, "%s", _(form));
	if (eni_match_parse(m, a, root->key[0], root->item[0], "--where", d) == -1)
		return -1;
	m->place.line = 0;
	return 0;
}

void
eni_match_text(struct eni_buf *out, const struct eni_match *m)
{
	eni_buf_add(out, m->field);
	eni_buf_add(out, ENI_S(": "));
	if (m->node->type == ENI_SCALAR) {
		eni_buf_add(out, m->node->text);
		return;
	}
	for (size_t i = 0; i < m->node->n; i++) {
		eni_buf_add(out, i == 0 ? ENI_S("[") : ENI_S(", "));
		eni_buf_add(out, eni_node_text(m->node->item[i]));
	}
	eni_buf_char(out, ']');
}

/* ---- resolving ---- */

static int
resolve_codes(struct eni_match *m, struct eni_diag *d)
{
	const char *field = m->field.p;

	for (size_t i = 0; i < m->n_words; i++) {
		int code = eni_word_find(m->vocab, m->word[i]);
		const char *near;

		if (eni_word_known(code) != 0 || eni_str_is(m->word[i], eni_word_code(m->vocab, ENI_UNKNOWN_WORD))) {
			m->codes |= UINT64_C(1) << code;
			continue;
		}
		near = eni_word_nearest(m->vocab, m->word[i]);
		return eni_fail(d, m->place, field,
		    near == NULL ? N_("no such word: %.*s") : N_("no such word: %.*s; nearest is %s"), (int)m->word[i].n,
		    m->word[i].p, near);
	}
	return 0;
}

static int
resolve_weekdays(struct eni_match *m, struct eni_diag *d)
{
	for (size_t i = 0; i < m->n_words; i++) {
		uint32_t bits;

		if (eni_weekdays_parse(m->word[i], &bits) != 1)
			return eni_fail(d, m->place, m->field.p, "want weekdays such as mon or mon-am");
		m->codes |= bits;
	}
	return 0;
}

static int
resolve_numbers(struct eni_match *m, struct eni_arena *a, struct eni_diag *d)
{
	m->numbers = eni_arena_take(a, (m->n_words + 1) * sizeof *m->numbers);
	for (size_t i = 0; i < m->n_words; i++)
		if (eni_num_parse(m->word[i], &m->numbers[i]) != 1)
			return eni_fail(d, m->place, m->field.p, "want a number");
	return 0;
}

static int
resolve_days(struct eni_match *m, struct eni_arena *a, struct eni_diag *d)
{
	m->numbers = eni_arena_take(a, (m->n_words + 1) * sizeof *m->numbers);
	for (size_t i = 0; i < m->n_words; i++) {
		struct eni_when w;

		if (eni_when_parse(m->word[i], &w, NULL) != 1)
			return eni_fail(
			    d, m->place, m->field.p, "want a day such as 2026-04-01, any, none, older 30d, within 30d or next 30d");
		m->numbers[i] = w.day;
	}
	return 0;
}

/* A free word as it is compared: the code where its vocabulary knows it (needs: 入浴 is bathing), else folded. */
static void
fold_word(const struct eni_match *m, struct eni_buf *out, struct eni_str w)
{
	int code = m->vocab == ENI_V_NONE ? 0 : eni_word_said(m->vocab, w);

	out->n = 0;
	if (code > 0 && code != ENI_UNKNOWN_WORD)
		eni_buf_add(out, eni_str_of(eni_word_code(m->vocab, code)));
	else
		eni_casefold(out, w);
}

static void
resolve_texts(struct eni_match *m, struct eni_arena *a)
{
	struct eni_buf b = {0};

	for (size_t i = 0; i < m->n_words; i++) {
		fold_word(m, &b, m->word[i]);
		m->word[i] = eni_arena_keep(a, eni_buf_str(&b));
	}
	eni_buf_free(&b);
}

static bool
is_numeric(enum eni_type type)
{
	return type == ENI_NUMBER || type == ENI_MONEY || type == ENI_BUDGET || type == ENI_AGE;
}

static int
resolve_end(struct eni_match *m, struct eni_str text, int64_t missing, int64_t *out, struct eni_diag *d)
{
	struct eni_when w;

	*out = missing;
	if (text.n == 0)
		return 0;
	if (m->type != ENI_DATE && m->type != ENI_MONTH && eni_num_parse(text, out) == 1)
		return 0;
	if (!is_numeric(m->type) && eni_when_parse(text, &w, NULL) == 1) {
		m->range_is_date = true;
		*out = eni_when_minutes(w);
		return 0;
	}
	return eni_fail(d, m->place, m->field.p, "want numbers or days as the ends of a range, such as 61..99");
}

static int
resolve_range(struct eni_match *m, struct eni_diag *d)
{
	if (!is_numeric(m->type) && m->type != ENI_DATE && m->type != ENI_MONTH && m->type != ENI_TEXT)
		return eni_fail(d, m->place, m->field.p, "holds words, not numbers; want a value, [a, b], not a b or has a b");
	if (resolve_end(m, m->from, INT64_MIN, &m->lo, d) == -1 || resolve_end(m, m->to, INT64_MAX, &m->hi, d) == -1)
		return -1;
	if (m->range_is_date && m->to.n > 0 && !m->under)
		m->hi += 1439; /* the last day counts whole */
	return 0;
}

int
eni_match_resolve(struct eni_match *m, struct eni_arena *a, enum eni_type type, enum eni_vocab vocab, struct eni_diag *d)
{
	m->type = type;
	m->vocab = vocab;
	if (m->op == ENI_OP_RANGE)
		return resolve_range(m, d);
	if (m->op == ENI_OP_OLDER || m->op == ENI_OP_WITHIN || m->op == ENI_OP_NEXT)
		return type == ENI_DATE || type == ENI_MONTH || type == ENI_TEXT || type == ENI_YES
			   ? 0
			   : eni_fail(d, m->place, m->field.p, "is no date; older, within and next want one");
	switch (type) {
	case ENI_ENUM:
	case ENI_ENUMS:
		return resolve_codes(m, d);
	case ENI_WISHES:
		m->vocab = ENI_V_CHANNEL;
		return resolve_codes(m, d);
	case ENI_YES:
		m->vocab = ENI_V_YES;
		return resolve_codes(m, d);
	case ENI_WEEKDAYS:
		return resolve_weekdays(m, d);
	case ENI_NUMBER:
	case ENI_MONEY:
	case ENI_BUDGET:
	case ENI_AGE:
		return resolve_numbers(m, a, d);
	case ENI_DATE:
	case ENI_MONTH:
		return resolve_days(m, a, d);
	default:
		resolve_texts(m, a);
		return 0;
	}
}

/* ---- testing ---- */

static bool
number_is(const struct eni_match *m, int64_t n)
{
	for (size_t i = 0; i < m->n_words; i++)
		if (m->numbers[i] == n)
			return true;
	return false;
}

static bool
folded_is(const struct eni_match *m, struct eni_str s)
{
	for (size_t i = 0; i < m->n_words; i++)
		if (eni_str_eq(m->word[i], s))
			return true;
	return false;
}

static bool
text_is(const struct eni_match *m, struct eni_str s, bool pieces)
{
	struct eni_buf b = {0};
	struct eni_str rest = s, piece;
	bool found;

	fold_word(m, &b, s);
	found = folded_is(m, eni_buf_str(&b));
	while (pieces && !found && eni_piece(&rest, &piece)) {
		fold_word(m, &b, piece);
		found = folded_is(m, eni_buf_str(&b));
	}
	eni_buf_free(&b);
	return found;
}

static bool
equals(const struct eni_match *m, struct eni_value v, bool pieces)
{
	switch (v.type) {
	case ENI_VALUE_CODE:
		return (m->codes >> v.as.code & 1) != 0;
	case ENI_VALUE_BITS:
		return (m->codes & v.as.bits) != 0;
	case ENI_VALUE_NUMBER:
		return number_is(m, v.as.number);
	case ENI_VALUE_BOUNDS:
		return v.as.bounds.from == v.as.bounds.to && number_is(m, v.as.bounds.from);
	case ENI_VALUE_WHEN:
		return number_is(m, v.as.when.day);
	case ENI_VALUE_TEXT:
		return text_is(m, v.as.text, pieces || m->type == ENI_WORDS);
	default:
		return false;
	}
}

static bool
value_when(struct eni_value v, struct eni_when *w)
{
	if (v.type == ENI_VALUE_WHEN) {
		*w = v.as.when;
		return true;
	}
	return v.type == ENI_VALUE_TEXT && eni_when_parse(v.as.text, w, NULL) == 1;
}

static bool
is_between(const struct eni_match *m, int64_t n)
{
	return (m->over ? n > m->lo : n >= m->lo) && (m->under ? n < m->hi : n <= m->hi);
}

static bool
in_range(const struct eni_match *m, struct eni_value v)
{
	struct eni_when w;
	int64_t n;

	if (v.type == ENI_VALUE_BOUNDS)
		return is_between(m, v.as.bounds.from) && is_between(m, v.as.bounds.to);
	if (m->range_is_date || v.type == ENI_VALUE_WHEN) {
		if (!value_when(v, &w))
			return false;
		n = eni_when_minutes(w);
	} else if (v.type == ENI_VALUE_NUMBER) {
		n = v.as.number;
	} else if (v.type != ENI_VALUE_TEXT || eni_num_parse(v.as.text, &n) != 1) {
		return false;
	}
	return is_between(m, n);
}

static bool
in_span(const struct eni_match *m, struct eni_value v, int32_t today)
{
	struct eni_when w, now = {today, ENI_NOTIME};
	int32_t back, on;

	if (!value_when(v, &w))
		return false;
	back = eni_when_add(now, m->span, -1).day;
	on = eni_when_add(now, m->span, 1).day;
	if (m->op == ENI_OP_OLDER)
		return w.day <= back;
	return m->op == ENI_OP_WITHIN ? w.day >= back && w.day <= today : w.day >= today && w.day <= on;
}

bool
eni_match_takes_empty(const struct eni_match *m)
{
	return (m->op == ENI_OP_IS && m->or_empty) || (m->op == ENI_OP_NOT && !m->or_empty);
}

bool
eni_match_test(const struct eni_match *m, struct eni_value v, int32_t today)
{
	if (v.type == ENI_VALUE_EMPTY)
		return eni_match_takes_empty(m);
	switch (m->op) {
	case ENI_OP_ANY:
		return true;
	case ENI_OP_IS:
		return equals(m, v, false);
	case ENI_OP_NOT:
		return !equals(m, v, false);
	case ENI_OP_HAS:
		return equals(m, v, true);
	case ENI_OP_RANGE:
		return in_range(m, v);
	default:
		return in_span(m, v, today);
	}
}

/* ---- reading ---- */

/* A cell that only excludes, or is not understood, is filled nevertheless: unread. */
static uint64_t
wish_bits(struct eni_str s)
{
	struct eni_wishes w = eni_wishes_read(s);
	uint64_t bits = 0;

	for (size_t i = 0; i < w.n; i++)
		bits |= UINT64_C(1) << w.code[i];
	if (bits == 0 && (w.excluded != 0 || w.how == ENI_UNREAD))
		bits = UINT64_C(1) << ENI_UNKNOWN_WORD;
	return bits;
}

struct eni_value
eni_value_read(const struct eni_field *f, struct eni_str cell, int32_t today, bool *usable)
{
	struct eni_value v = ENI_EMPTY_VALUE;
	struct eni_bounds ends = ENI_OPEN_BOUNDS;
	uint32_t days = 0;
	int got = 1;

	*usable = true;
	cell = eni_str_trim(cell);
	if (cell.n == 0 || eni_says_none(f, cell))
		return v;
	switch (f == NULL ? ENI_TEXT : f->type) {
	case ENI_ENUM:
		v = (struct eni_value){ENI_VALUE_CODE, {.code = eni_word_said(f->vocab, cell)}};
		got = v.as.code > 0;
		break;
	case ENI_YES:
		v = (struct eni_value){ENI_VALUE_CODE, {.code = eni_yes_read(f->vocab, cell, today)}};
		if (v.as.code == ENI_UNKNOWN_WORD)
			v.as.code = eni_yes_in_doubt(f->vocab);
		got = v.as.code > 0;
		break;
	case ENI_DATE:
	case ENI_MONTH:
		v.type = ENI_VALUE_WHEN;
		got = eni_when_parse(cell, &v.as.when, NULL);
		break;
	case ENI_NUMBER:
		v.type = ENI_VALUE_NUMBER;
		got = eni_number_read(f, cell, &v.as.number);
		break;
	case ENI_MONEY:
		v.type = ENI_VALUE_NUMBER;
		got = eni_money_parse(cell, 2, &v.as.number);
		v.as.number *= ENI_NUM_SCALE / 100;
		break;
	case ENI_BUDGET:
		v.type = ENI_VALUE_NUMBER;
		got = eni_money_bounds_parse(cell, 2, &ends);
		v.as.number = ends.to == INT64_MAX ? ends.to : ends.to * (ENI_NUM_SCALE / 100);
		break;
	case ENI_WEEKDAYS:
		got = eni_weekdays_parse(cell, &days);
		v = (struct eni_value){ENI_VALUE_BITS, {.bits = days}};
		break;
	case ENI_ENUMS:
		v = (struct eni_value){ENI_VALUE_BITS, {.bits = eni_words_read(f->vocab, cell).codes}};
		break;
	case ENI_WISHES:
		v = (struct eni_value){ENI_VALUE_BITS, {.bits = wish_bits(cell)}};
		break;
	default:
		v = (struct eni_value){ENI_VALUE_TEXT, {.text = cell}};
	}
	*usable = got >= 0;
	return got == 1 ? v : ENI_EMPTY_VALUE;
}
