/* Cells of enumerations: see cell_word.h. */
#include "book/cell_word.h"

#include "base/text.h"
#include "rec/value.h"

static int
own_word(const struct eni_office *o, const char *field, enum eni_vocab vocab, struct eni_str word)
{
	struct eni_str mine = o->values.n == 0 ? (struct eni_str){"", 0} : eni_office_value(o, eni_str_of(field), word);
	int code = mine.n == 0 ? 0 : eni_word_find(vocab, mine);

	return code == ENI_UNKNOWN_WORD ? 0 : code;
}

int
eni_own_word(const struct eni_office *o, const struct eni_field *f, struct eni_str word)
{
	return own_word(o, f->name, f->vocab, word);
}

static bool
is_home(const struct eni_office *o)
{
	return eni_word_find(ENI_V_OFFICE_KIND, o->kind) == ENI_OFFICE_NURSING_HOME;
}

static struct eni_word_reading
read_cell(const struct eni_office *o, const char *field, enum eni_vocab vocab, struct eni_str cell)
{
	struct eni_word_reading r = {.code = eni_word_plain(vocab, cell), .how = ENI_READ_WHOLE, .head = cell};
	int own;

	if (r.code != 0 || cell.n == 0 || (r.code = own_word(o, field, vocab, cell)) != 0)
		return r;
	r = eni_word_read(vocab, cell);
	if (r.remark.n > 0 && (own = own_word(o, field, vocab, r.head)) != 0)
		return (struct eni_word_reading){
		    .code = own, .at_home = own, .how = ENI_READ_WITHOUT_REMARK, .head = r.head, .remark = r.remark};
	if (r.at_home != r.code && is_home(o)) {
		r.code = r.at_home;
		r.how = r.how == ENI_UNREAD ? ENI_READ_BY_STEM : r.how;
	}
	return r;
}

struct eni_word_reading
eni_cell_read(const struct eni_office *o, const struct eni_field *f, struct eni_str cell)
{
	int listed = eni_word_plain(f->vocab, cell);
	struct eni_word_reading r;

	if (listed != 0) /* nearly all are */
		return (struct eni_word_reading){.code = listed, .how = ENI_READ_WHOLE, .head = cell};
	r = read_cell(o, f->name, f->vocab, cell);
	if (r.how == ENI_UNREAD && eni_says_none(f, eni_str_trim(cell)))
		r = (struct eni_word_reading){.how = ENI_READ_WHOLE, .head = cell};
	return r;
}

/* A remark of days or counts (10月から, 2週間) is none of the reason. */
static bool
has_digit(struct eni_str s)
{
	struct eni_buf folded = {0};
	bool has = false;

	eni_casefold(&folded, s);
	for (size_t i = 0; i < folded.n && !has; i++)
		has = folded.p[i] >= '0' && folded.p[i] <= '9';
	eni_buf_free(&folded);
	return has;
}

int
eni_status_says(const struct eni_office *o, enum eni_vocab beside, int status, struct eni_str cell)
{
	const char *field = eni_vocab_name(beside);
	struct eni_word_reading r;
	struct eni_str remark;

	if (!eni_status_is(status, beside == ENI_V_REASON ? ENI_IS_GONE : ENI_IS_ASKING))
		return 0;
	if ((r = read_cell(o, field, beside, cell)).how != ENI_UNREAD)
		return r.code;
	remark = eni_word_read(ENI_V_STATUS, cell).remark;
	if ((r = read_cell(o, field, beside, remark)).how != ENI_UNREAD)
		return r.code;
	return beside == ENI_V_REASON && !has_digit(remark) && eni_word_said(ENI_V_STATUS, remark) == ENI_UNKNOWN_WORD ? r.code : 0;
}

/* その他 and other say no more than their code; 体調不良 does. */
static bool
says_more(int code, struct eni_str cell)
{
	static const char *const lang[] = {"en", "ja", "zh"};

	if (!eni_word_is(ENI_V_REASON, code, ENI_IS_VAGUE))
		return false;
	for (size_t i = 0; i < sizeof lang / sizeof *lang; i++)
		if (eni_str_is(cell, eni_word_label(ENI_V_REASON, code, lang[i])))
			return false;
	return true;
}

/* Whether a reason leaves open what the status may say. */
static bool
is_open(int reason)
{
	return reason == 0 || reason == ENI_UNKNOWN_WORD || eni_word_is(ENI_V_REASON, reason, ENI_IS_VAGUE);
}

static bool
gives_way(int reason, int said)
{
	return said != 0 && (reason == 0 || !is_open(said));
}

struct eni_reason
eni_reason_read(const struct eni_office *o, int status, struct eni_str status_cell, struct eni_str cell)
{
	struct eni_word_reading r = read_cell(o, "reason", ENI_V_REASON, cell);
	struct eni_reason reason = {.code = r.code, .how = r.how};
	int said;

	cell = eni_str_trim(cell);
	if (r.how == ENI_READ_BY_STEM || says_more(r.code, cell))
		reason.note = cell;
	else if (r.how == ENI_READ_WITHOUT_REMARK)
		reason.note = r.remark;
	if (!is_open(r.code) || !gives_way(r.code, said = eni_status_says(o, ENI_V_REASON, status, status_cell)))
		return reason;
	reason = (struct eni_reason){.code = said, .how = said == ENI_UNKNOWN_WORD ? ENI_UNREAD : ENI_READ_WHOLE, .note = cell};
	if (r.code == 0) {
		struct eni_str remark = eni_word_read(ENI_V_STATUS, status_cell).remark;
		enum eni_how how = eni_word_read(ENI_V_REASON, remark).how;

		reason.note = how == ENI_READ_WHOLE ? (struct eni_str){"", 0} : remark;
		reason.how = how == ENI_READ_BY_STEM ? how : reason.how;
	}
	return reason;
}
