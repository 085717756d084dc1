/* Tasks in words: see task_words.h. */
#include "cli/task_words.h"

#include "rec/vocabulary.h"

static struct eni_str
label(const struct eni_wording *w, const char *kind, const char *code)
{
	return eni_texts_label(w->texts, kind, eni_str_of(code), w->lang);
}

/* ---- the parts ---- */

/* A language that has a word of its own for one has it under 1h, 1d ... */
static void
add_span(struct eni_buf *out, const struct eni_wording *w, struct eni_span s)
{
	long n = s.n < 0 ? -(long)s.n : (long)s.n;
	char number[24], one[8];
	struct eni_str form;

	snprintf(number, sizeof number, "%ld", n);
	snprintf(one, sizeof one, "1%s", eni_unit_code[s.unit]);
	form = n == 1 ? label(w, "span", one) : eni_str_of(one);
	if (eni_str_is(form, one))
		form = label(w, "span", eni_unit_code[s.unit]);
	eni_texts_fill(out, form, &(const struct eni_blank){"n", eni_str_of(number)}, 1);
}

static void
add_day(struct eni_buf *out, const struct eni_wording *w, struct eni_when when)
{
	int year, today, m, d;

	eni_day_split(when.day, &year, &m, &d);
	eni_day_split(w->today, &today, &m, &d);
	eni_texts_day(out, w->texts, when, year == today ? "short" : "short-year", w->lang);
	if (when.minute >= 0)
		eni_buf_printf(out, " %02d:%02d", when.minute / 60, when.minute % 60);
}

/* English words are the codes: end_date, rule_change. */
static void
add_spoken(struct eni_buf *out, struct eni_str s)
{
	for (size_t i = 0; i < s.n; i++)
		eni_buf_char(out, s.p[i] == '_' ? ' ' : s.p[i]);
}

void
eni_word_field(struct eni_buf *out, const struct eni_wording *w, struct eni_str field, enum eni_kind kind)
{
	struct eni_str name = eni_texts_label(w->texts, "anchor", field, w->lang);
	const char *heading;

	if (eni_str_eq(name, field) && (heading = eni_heading(NULL, field, kind, w->lang)) != NULL)
		name = eni_str_of(heading);
	add_spoken(out, name);
}

static enum eni_kind
kind_of(const struct eni_rule *r)
{
	static const enum eni_kind kind[] = {[ENI_FOR_CLIENTS] = ENI_CLIENTS,
	    [ENI_FOR_REFERRERS] = ENI_REFERRERS,
	    [ENI_FOR_VISITS] = ENI_VISITS,
	    [ENI_FOR_INCIDENTS] = ENI_INCIDENTS,
	    [ENI_FOR_OFFICE] = ENI_CLIENTS,
	    [ENI_FOR_CONTACTS] = ENI_CONTACTS};
	ENI_ROW_FOR_EACH(kind, ENI_FORS);

	return kind[r->subject];
}

static void
add_anchor(struct eni_buf *out, const struct eni_wording *w, const struct eni_reason *x)
{
	const struct eni_rule *r = x->rule;

	eni_word_field(out, w,
	    x->field.n > 0                  ? x->field
	    : r->anchor == ENI_ANCHOR_FIELD ? r->anchor_field
					    : eni_str_of(eni_anchor_word(r->anchor)),
	    kind_of(r));
}

/* One part of a reason, behind the others. */
struct part {
	const char *code;
	struct eni_when date;
	const struct eni_span *span;
	long n;
	struct eni_str what;
};

static void
add_part(struct eni_buf *out, const struct eni_wording *w, const struct part *x)
{
	struct eni_buf date = {0}, span = {0};
	char number[24];

	if (out->n > 0)
		eni_buf_add(out, label(w, "why", "join"));
	if (eni_is_day(x->date))
		add_day(&date, w, x->date);
	if (x->span != NULL)
		add_span(&span, w, *x->span);
	snprintf(number, sizeof number, "%ld", x->n);
	eni_texts_fill(out, label(w, "why", x->code),
	    (const struct eni_blank[]){
		{"what", x->what}, {"date", eni_buf_str(&date)}, {"span", eni_buf_str(&span)}, {"n", eni_str_of(number)}},
	    4);
	eni_buf_free(&date);
	eni_buf_free(&span);
}

/* ---- a task ---- */

void
eni_word_reason(struct eni_buf *out, const struct eni_wording *w, const struct eni_reason *x)
{
	const struct eni_rule *r = x->rule;
	const char *side = !eni_is_day(x->anchor) ? "none" : r->offset.n == 0 ? "at" : r->offset.n < 0 ? "before" : "after";
	bool again = r->every.n > 0 && (eni_is_day(x->last) || x->moved > 0);
	struct eni_buf what = {0};

	add_anchor(&what, w, x);
	add_part(out, w, &(struct part){side, x->anchor, &r->offset, 0, eni_buf_str(&what)});
	if (again && eni_is_day(x->last))
		add_part(out, w, &(struct part){.code = "last", .date = x->last});
	if (again)
		add_part(out, w, &(struct part){.code = "every", .date = ENI_NEVER, .span = &r->every});
	if (x->moved > 0)
		add_part(out, w, &(struct part){.code = "moved", .date = ENI_NEVER, .n = x->moved});
	if (x->left > 0)
		add_part(out, w, &(struct part){.code = "left", .date = ENI_NEVER, .n = x->left});
	if (x->tries > 0)
		add_part(out, w, &(struct part){.code = "tries", .date = ENI_NEVER, .n = x->tries});
	if (x->story != NULL)
		add_part(out, w, &(struct part){.code = "story", .date = ENI_NEVER, .what = x->story->id});
	eni_buf_free(&what);
}

/* ---- a verdict ---- */

struct eni_str
eni_word_state(const struct eni_wording *w, const char *code)
{
	return label(w, "state", code);
}

/* A word of a matcher, as the field's own words have it. */
static struct eni_str
word_of(const struct eni_wording *w, const struct eni_match *m, struct eni_str word)
{
	int code = m->vocab == ENI_V_NONE ? 0 : eni_word_find(m->vocab, word);

	if (code > 0 && code != ENI_UNKNOWN_WORD)
		return eni_str_of(eni_word_label(m->vocab, code, w->lang));
	return eni_texts_label(w->texts, "match", word, w->lang);
}

static void
add_value(struct eni_buf *out, const struct eni_wording *w, const char *form, struct eni_str value)
{
	eni_texts_fill(out, label(w, "match", form), &(const struct eni_blank){"value", value}, 1);
}

static void
add_words(struct eni_buf *out, const struct eni_wording *w, const struct eni_match *m)
{
	size_t start = out->n;

	for (size_t i = 0; i < m->n_words; i++) {
		if (out->n > start)
			eni_buf_add(out, label(w, "match", "join"));
		add_spoken(out, word_of(w, m, m->word[i]));
	}
	if (m->or_empty && out->n > start)
		eni_buf_add(out, label(w, "match", "join"));
	if (m->or_empty)
		eni_buf_add(out, label(w, "match", "none"));
}

static void
add_range(struct eni_buf *out, const struct eni_wording *w, const struct eni_match *m)
{
	if (m->from.n > 0)
		add_value(out, w, m->over ? "over" : "from", m->from);
	if (m->from.n > 0 && m->to.n > 0)
		eni_buf_char(out, ' ');
	if (m->to.n > 0)
		add_value(out, w, m->under ? "under" : "to", m->to);
}

/* What the field would have to hold. */
static void
add_condition(struct eni_buf *out, const struct eni_wording *w, const struct eni_match *m)
{
	static const char *const form[] = {[ENI_OP_IS] = NULL,
	    [ENI_OP_NOT] = "not",
	    [ENI_OP_HAS] = "has",
	    [ENI_OP_ANY] = "any",
	    [ENI_OP_RANGE] = NULL,
	    [ENI_OP_OLDER] = "older",
	    [ENI_OP_WITHIN] = "within",
	    [ENI_OP_NEXT] = "next"};
	struct eni_buf value = {0};

	if (m->op == ENI_OP_RANGE)
		add_range(&value, w, m);
	else if (m->op == ENI_OP_OLDER || m->op == ENI_OP_WITHIN || m->op == ENI_OP_NEXT)
		add_span(&value, w, m->span);
	else
		add_words(&value, w, m);
	if (form[m->op] == NULL)
		eni_buf_add(out, eni_buf_str(&value));
	else
		add_value(out, w, form[m->op], eni_buf_str(&value));
	eni_buf_free(&value);
}

static void
add_matcher(struct eni_buf *out, const struct eni_wording *w, const struct eni_rule *r, const struct eni_match *m)
{
	struct eni_buf what = {0}, value = {0};

	eni_word_field(&what, w, m->field, kind_of(r));
	add_condition(&value, w, m);
	eni_texts_fill(out, label(w, "match", "pair"),
	    (const struct eni_blank[]){{"what", eni_buf_str(&what)}, {"value", eni_buf_str(&value)}}, 2);
	eni_buf_free(&what);
	eni_buf_free(&value);
}

void
eni_word_because(struct eni_buf *out, const struct eni_wording *w, const struct eni_book *book, const struct eni_verdict *v)
{
	const struct eni_reason reason = {
	    v->rule, v->field, v->anchor, v->done.count > 0 ? v->done.last : ENI_NEVER, v->due.moved, v->left, v->tries, v->story};
	const struct eni_reason dateless = {.rule = v->rule, .anchor = ENI_NEVER, .last = ENI_NEVER};

	switch (v->state) {
	case ENI_UNFIT:
		if (v->unfit != NULL)
			add_matcher(out, w, v->rule, v->unfit);
		else
			eni_buf_add(out, label(w, "why", "no-row"));
		break;
	case ENI_NO_DATE:
		eni_word_reason(out, w, &dateless);
		break;
	case ENI_DONE:
		add_part(out, w, &(struct part){.code = "done", .date = v->done.last, .n = (long)v->done.count});
		break;
	case ENI_NOBODY:
		eni_buf_add(out, label(w, "why", v->to == ENI_TO_CAREMANAGER ? "no-caremanager" : "nobody"));
		break;
	case ENI_SHARED:
		if (v->under != ENI_NONE)
			add_part(out, w, &(struct part){"under", ENI_NEVER, NULL, 0, eni_subject_id(book, v->under)});
		add_part(out, w, &(struct part){.code = "left", .date = ENI_NEVER, .n = (long)v->left});
		break;
	case ENI_GATE_DEATH:
	case ENI_GATE_RETURNED:
	case ENI_GATE_OPTOUT:
	case ENI_GATE_SOUR:
	case ENI_GATE_REFUSED:
	case ENI_GATE_CONSENT:
	case ENI_PROMISED:
	case ENI_NO_STORY:
		break;
	default:
		eni_word_reason(out, w, &reason);
		if (v->state == ENI_OVER)
			add_part(out, w, &(struct part){.code = "stop", .date = ENI_NEVER, .span = &v->rule->stop_after});
	}
}
