/* The reader of the journal: what a row says, what it leaves to the office, and what cannot be read. */
#include "book/touches.h"
#include "folder.h"
#include "unit.h"

enum { AT = 1u << ENI_TOUCH_AT, RULE = 1u << ENI_TOUCH_RULE, ANCHOR = 1u << ENI_TOUCH_ANCHOR, NEXT = 1u << ENI_TOUCH_NEXT };

/* A book of one file, opened for a moment. */
struct world {
	struct folder folder;
	struct eni_diag diag;
	struct eni_book book;
	struct eni_touches journal;
};

static struct eni_when
when(const char *text)
{
	struct eni_when w = ENI_NEVER;

	eni_when_parse(eni_str_of(text), &w, NULL);
	return w;
}

/* What opening the journal gave. */
static int
open_journal(struct world *w, const char *journal, uint32_t columns)
{
	const struct eni_book_options o = {.dir = w->folder.path, .now = when("2026-05-10 12:00")};

	folder_make(&w->folder);
	folder_put(&w->folder, "office.yaml", "defaults: {channel: fax, outcome: sent}\n");
	if (journal != NULL)
		folder_put(&w->folder, "contacts.csv", journal);
	w->diag = (struct eni_diag){.prog = "t", .out = stderr};
	ok(eni_book_open(&w->book, &o, &w->diag) == 0, "the book opens");
	return eni_touches_open(&w->journal, &w->book, columns);
}

static void
close_journal(struct world *w)
{
	eni_touches_close(&w->journal);
	eni_book_close(&w->book);
	folder_remove(&w->folder);
}

static struct eni_touch
next(struct world *w)
{
	struct eni_touch t = {0};

	is_int(eni_touches_next(&w->journal, &t), 1, "a row");
	return t;
}

static void
test_row(void)
{
	struct world w;
	struct eni_touch t;

	is_int(open_journal(&w,
		   "備考,anchor,at,id,channel,to,dir,rule,outcome,next,gift\n"
		   " よく話す,2026-05-01,2026-05-03 14:05, c1 ,電話,family,in, memo-each ,done,2026-06-01,yes\n",
		   AT | ENI_TOUCH_WHAT | RULE | ANCHOR | NEXT | 1u << ENI_TOUCH_DIR | 1u << ENI_TOUCH_GIFT | 1u << ENI_TOUCH_NOTE),
	    0, "a journal");
	t = next(&w);
	is_str(t.id, "c1", "whom it is about, trimmed");
	is_int(eni_when_cmp(t.at, when("2026-05-03 14:05")), 0, "when");
	is_int(t.channel, ENI_CHANNEL_CALL, "how, in any known word");
	is_int(t.to, ENI_TO_FAMILY, "to whom");
	is_int(t.dir, ENI_DIR_IN, "who began");
	is_int(t.outcome, ENI_OUTCOME_DONE, "what came of it");
	is_str(t.rule, "memo-each", "what for");
	is_int(t.anchor, eni_pack_when(when("2026-05-01")), "which visit it answers");
	is_int(t.next, eni_pack_when(when("2026-06-01")), "and what was promised");
	is_str(t.gift, "yes", "the gift as written");
	is_str(t.note, " よく話す", "the note as written, under the office's header");
	is_int(t.nth, 0, "the first row");
	is_int(t.place.line, 2, "at its line");
	ok(eni_touch_has_happened(&w.book, &t), "it has happened");
	is_int(eni_touches_next(&w.journal, &t), 0, "the end");
	close_journal(&w);
}

static void
test_unsaid(void)
{
	struct world w;
	struct eni_touch t;

	is_int(
	    open_journal(&w, "at,id,channel,to,outcome,rule,next\n,c1,,,,,\nsoon,c2,smoke,them,well,x,later\n2026-05-11,c3,,,,,\n",
		AT | ENI_TOUCH_WHAT | RULE | ANCHOR | NEXT),
	    0, "a journal");
	t = next(&w);
	ok(!eni_is_day(t.at) && t.next == ENI_PACKED_NONE, "no day");
	is_int(t.channel, ENI_CHANNEL_FAX, "the office's channel");
	is_int(t.outcome, ENI_OUTCOME_SENT, "and outcome");
	is_int(t.to, 0, "to nobody in particular");
	is_int(t.dir, ENI_DIR_OUT, "we began");
	is_int((intmax_t)t.rule.n, 0, "by hand");
	is_int(t.anchor, ENI_PACKED_NONE, "a column the file has not");
	t = next(&w);
	ok(!eni_is_day(t.at) && !eni_touch_has_happened(&w.book, &t), "a word that is no day");
	is_int(t.next, ENI_PACKED_BAD, "is distinguished from none where it matters");
	is_int(t.channel, ENI_CHANNEL_FAX, "an unknown word counts as none");
	is_int(t.to, 0, "here, too");
	is_str(t.rule, "x", "a rule not in force is still its name");
	is_int(t.nth, 1, "the second row");
	t = next(&w);
	ok(eni_is_day(t.at) && !eni_touch_has_happened(&w.book, &t), "a day to come has not happened");
	close_journal(&w);
}

static void
test_unasked(void)
{
	struct world w;
	struct eni_touch t;

	is_int(
	    open_journal(&w, "at,id,channel,rule,next\n2026-05-01,c1,call,memo-each,soon\n", RULE), 0, "asked for the rule alone");
	t = next(&w);
	is_str(t.id, "c1", "the id comes with it");
	is_str(t.rule, "memo-each", "and the rest reads as if it did not stand there");
	ok(!eni_is_day(t.at) && t.channel == ENI_CHANNEL_FAX && t.next == ENI_PACKED_NONE, "day, channel, next");
	ok(eni_stream_has(&w.journal.in, ENI_TOUCH_RULE) && !eni_stream_has(&w.journal.in, ENI_TOUCH_AT), "known by the stream");
	close_journal(&w);
	is_int(open_journal(&w, NULL, AT), 1, "a book without a journal");
	close_journal(&w);
}

/* How many rows are seen of a row, one that is like it but for the rule, and one with this outcome that repeats the first. */
static int
seen(const char *outcome, const char *before)
{
	struct world w;
	struct eni_touch t;
	struct eni_buf text = {0};
	int n = 0;

	eni_buf_printf(&text, "at,id,channel,to,rule,outcome,note\n%s", before);
	eni_buf_printf(&text, "2026-05-01,c1,call,family,told,done,\n2026-05-01,c1,call,family,keep,done,\n");
	eni_buf_printf(&text, "5月1日,c1,電話,家族,told,%s,", outcome);
	eni_buf_char(&text, '\0');
	is_int(open_journal(&w, text.p, AT | RULE | ENI_TOUCH_WHAT | 1u << ENI_TOUCH_NOTE), 0, "a journal");
	w.diag.quiet = true;
	while (eni_touches_next(&w.journal, &t) > 0)
		n += t.note.n == 0 && eni_outcome_is_contact(t.outcome);
	close_journal(&w);
	eni_buf_free(&text);
	return n;
}

static void
test_taken_back(void)
{
	static const char *const other[] = {"VOID", "Void", "取消（入力間違い）", "作废:写错了", "\"取消\"", " 取消 "};
	static const char *const none[] = {"done", "", "見学取消", "予約を取消", "取消していない", "avoid", "devoid of sense"};
	struct eni_buf far = {0};
	const char *further;

	is_int(seen(eni_word_label(ENI_V_OUTCOME, ENI_OUTCOME_VOID, "ja"), ""), 1, "the word in Japanese");
	is_int(seen(eni_word_label(ENI_V_OUTCOME, ENI_OUTCOME_VOID, "zh"), ""), 1, "in Chinese");
	is_int(seen(eni_word_code(ENI_V_OUTCOME, ENI_OUTCOME_VOID), ""), 1, "as a code");
	for (size_t i = 0; (further = eni_word_further(ENI_V_OUTCOME, ENI_OUTCOME_VOID, i)) != NULL; i++)
		is_int(seen(further, ""), 1, further);
	for (size_t i = 0; i < sizeof other / sizeof *other; i++)
		is_int(seen(other[i], ""), 1, other[i]);
	for (size_t i = 0; i < sizeof none / sizeof *none; i++)
		ok(seen(none[i], "") >= 2, none[i]);
	for (size_t n = 65536 - 160; n < 65536 + 16; n++) { /* wherever the blocks of the search part */
		far.n = 0;
		while (far.n < n)
			eni_buf_printf(&far, "2026-04-01,c2,call,client,,done,%0*d\n", (int)(n - far.n < 500 ? n - far.n : 400), 0);
		eni_buf_char(&far, '\0');
		is_int(seen("取消", far.p), 1, "far down");
	}
	eni_buf_free(&far);
}

/* Each void row takes one row, the nearest above that was not taken yet; one more takes none, and none takes a row below it. */
static void
test_nearest(void)
{
	static const char *const want[] = {"c1", "c1", "c1"};
	struct world w;
	struct eni_touch t;
	size_t n = 0;

	is_int(open_journal(&w,
		   "at,id,channel,to,outcome,note\n"
		   "2026-05-01,c1,call,family,done,0\n"
		   "2026-05-01,c1,call,family,done,\n"
		   "2026-05-01,c2,call,family,done,\n"
		   "2026-05-01,c2,call,family,取消,\n"
		   "2026-05-01,c1,call,family,no_answer,\n"
		   "2026-05-01,c1,call,family,void,\n"
		   "2026-05-01,c1,call,family,作废,\n"
		   "2026-05-01,c1,call,family,done,2\n"
		   "2026-05-02,c1,call,family,void,1\n",
		   AT | ENI_TOUCH_WHAT | 1u << ENI_TOUCH_NOTE),
	    0, "a journal");
	while (eni_touches_next(&w.journal, &t) > 0 && n < 3)
		is_str(t.id, want[n++], "who is seen");
	is_int((int)n, 3, "the rows that were not taken back");
	ok(!eni_outcome_is_contact(t.outcome) && !eni_outcome_is_try(t.outcome), "one that takes nothing back is neither");
	is_int((int)w.diag.messages, 1, "and is reported");
	close_journal(&w);
}

static void
test_rule_and_story(void)
{
	static const char *const rows[][3] = {{"hesitant-weekly", "hesitant-weekly", ""}, {"weekly:garden", "weekly", "garden"},
	    {" weekly： 畑 ", "weekly", "畑"}, {":garden", "", "garden"}, {"weekly:", "weekly", ""}, {"", "", ""}};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct eni_str story;

		is_str(eni_touch_rule(eni_str_of(rows[i][0]), &story), rows[i][1], rows[i][0]);
		is_str(story, rows[i][2], rows[i][0]);
	}
}

int
main(void)
{
	test_taken_back();
	test_nearest();
	test_rule_and_story();
	test_row();
	test_unsaid();
	test_unasked();
	return unit_done();
}
