/* The journal, row by row: see touches.h. */
#include "book/touches.h"

#include "book/cell_word.h"

const char *const eni_touch_column[] = {
    [ENI_TOUCH_ID] = "id",
    [ENI_TOUCH_AT] = "at",
    [ENI_TOUCH_CHANNEL] = "channel",
    [ENI_TOUCH_TO] = "to",
    [ENI_TOUCH_OUTCOME] = "outcome",
    [ENI_TOUCH_RULE] = "rule",
    [ENI_TOUCH_TOPIC] = "topic",
    [ENI_TOUCH_ANCHOR] = "anchor",
    [ENI_TOUCH_NEXT] = "next",
    [ENI_TOUCH_DIR] = "dir",
    [ENI_TOUCH_GIFT] = "gift",
    [ENI_TOUCH_NOTE] = "note",
};
ENI_ROW_FOR_EACH(eni_touch_column, ENI_TOUCH_COLUMNS);

int
eni_touches_open(struct eni_touches *j, struct eni_book *b, uint32_t columns)
{
	const char *name[ENI_TOUCH_COLUMNS];

	*j = (struct eni_touches){.book = b};
	columns |= 1u << ENI_TOUCH_ID;
	for (enum eni_touch_column k = 0; k < ENI_TOUCH_COLUMNS; k++) {
		name[k] = (columns >> k & 1) != 0 ? eni_touch_column[k] : NULL;
		j->field[k] = eni_field_find(ENI_CONTACTS, eni_str_of(eni_touch_column[k]));
	}
	return eni_stream_open(&j->in, b, ENI_CONTACTS, name, ENI_TOUCH_COLUMNS);
}

/* Empty, too, where it was not asked for. */
static inline struct eni_str
cell(const struct eni_touches *j, enum eni_touch_column k)
{
	return j->in.at[k] == SIZE_MAX ? (struct eni_str){"", 0} : j->in.row.cell[j->in.at[k]];
}

/* A word that is not listed as it is written; few are. */
static int
read_word(const struct eni_touches *j, enum eni_touch_column k, struct eni_str word)
{
	struct eni_word_reading r = eni_cell_read(&j->book->office, j->field[k], word);

	if (r.code == ENI_UNKNOWN_WORD)
		eni_unknown_words_note(&j->book->words, j->field[k], word, j->in.row.place, r);
	return r.code;
}

/* `listed`: the code of a cell that is a listed word, else 0; `otherwise`: of an empty cell. */
static inline int
code_of(const struct eni_touches *j, enum eni_touch_column k, int listed, int otherwise)
{
	int said = listed != 0 || cell(j, k).n == 0 ? listed : read_word(j, k, cell(j, k));

	if (k == ENI_TOUCH_OUTCOME && said == ENI_OUTCOME_VOID)
		return ENI_UNKNOWN_WORD; /* it took nothing back, or it would not come here; that was reported */
	return said == 0 ? otherwise : said;
}

static inline int
listed(const struct eni_touches *j, enum eni_touch_column k)
{
	return cell(j, k).n == 0 ? 0 : eni_word_plain(j->field[k]->vocab, cell(j, k));
}

static inline int
code(const struct eni_touches *j, enum eni_touch_column k, int otherwise)
{
	return code_of(j, k, listed(j, k), otherwise);
}

static inline int
known(int code, int otherwise)
{
	return code == ENI_UNKNOWN_WORD ? otherwise : code;
}

/* A day without a year is read against that of the row; as eni_day_read. */
static inline int
when(const struct eni_touches *j, enum eni_touch_column k, int32_t own, struct eni_when *out)
{
	const struct eni_day_row row = {j->book->today, own, 0};

	return eni_day_read(&j->book->office, j->field[k], cell(j, k), &row, out, NULL);
}

static inline int32_t
day(const struct eni_touches *j, enum eni_touch_column k, int32_t own)
{
	struct eni_when w;
	int got = cell(j, k).n == 0 ? 0 : when(j, k, own, &w);

	return got == 1 ? eni_pack_when(w) : got == 0 ? (int32_t)ENI_PACKED_NONE : (int32_t)ENI_PACKED_BAD;
}

/* Rules whose task, once done, was a meeting with the partner it is about: their training, to which we went. */
static const char *const met_at[] = {"event-join"};

static void
count_meeting(struct eni_touch *t)
{
	for (size_t i = 0; i < sizeof met_at / sizeof *met_at; i++)
		if (eni_str_is(t->rule, met_at[i]) && eni_channel_medium(t->channel) == ENI_MEDIUM_TASK) {
			t->channel = ENI_CHANNEL_MEET;
			t->to = ENI_TO_REFERRER;
		}
}

struct eni_str
eni_touch_rule(struct eni_str cell, struct eni_str *story)
{
	static const char wide[] = "：";
	const char *colon = cell.n == 0 ? NULL : memchr(cell.p, ':', cell.n);
	size_t n = 1;

	if (colon == NULL && cell.n > 0 &&
	    memchr(cell.p, wide[0], cell.n) != NULL && /* most cells end here: memmem is slow on them */
	    (colon = memmem(cell.p, cell.n, wide, sizeof wide - 1)) != NULL)
		n = sizeof wide - 1;
	*story = colon == NULL ? (struct eni_str){"", 0} : eni_str_trim(eni_str_from(cell, (size_t)(colon - cell.p) + n));
	return eni_str_trim(colon == NULL ? cell : (struct eni_str){cell.p, (size_t)(colon - cell.p)});
}

int
eni_touches_next(struct eni_touches *j, struct eni_touch *t)
{
	const struct eni_office *o = &j->book->office;
	int got = eni_stream_next(&j->in), outcome;

	if (got != 1)
		return got;
	t->id = eni_str_trim(cell(j, ENI_TOUCH_ID));
	if (when(j, ENI_TOUCH_AT, ENI_NODAY, &t->at) != 1)
		t->at = ENI_NEVER;
	t->channel = known(code(j, ENI_TOUCH_CHANNEL, o->defaults.channel), o->defaults.channel);
	t->to = known(code(j, ENI_TOUCH_TO, 0), 0);
	outcome = listed(j, ENI_TOUCH_OUTCOME);
	t->outcome = code_of(j, ENI_TOUCH_OUTCOME, outcome, o->defaults.outcome);
	t->remark = outcome == 0 ? cell(j, ENI_TOUCH_OUTCOME) : (struct eni_str){"", 0};
	t->rule = eni_touch_rule(cell(j, ENI_TOUCH_RULE), &t->story);
	if (t->rule.n > 0)
		count_meeting(t);
	t->topic = cell(j, ENI_TOUCH_TOPIC);
	t->anchor = day(j, ENI_TOUCH_ANCHOR, t->at.day);
	t->next = day(j, ENI_TOUCH_NEXT, t->at.day);
	t->dir = known(code(j, ENI_TOUCH_DIR, ENI_DIR_OUT), ENI_DIR_OUT);
	t->gift = cell(j, ENI_TOUCH_GIFT);
	t->note = cell(j, ENI_TOUCH_NOTE);
	t->nth = j->nth++;
	t->place = j->in.row.place;
	return 1;
}

int
eni_usual_recipient(const struct eni_book *b, uint32_t subject)
{
	return eni_subject_is_referrer(b, subject) ? ENI_TO_REFERRER
	       : subject == eni_subject_office(b)  ? ENI_TO_STAFF
						   : ENI_TO_CLIENT;
}

void
eni_touches_close(struct eni_touches *j)
{
	eni_stream_close(&j->in);
	if (!j->book->quote_words)
		eni_unknown_words_report(&j->book->words, j->book->diag);
}
