/* The circumstances of a task, which its text asks about (decision 61): see post.h. */
#include <stdlib.h>

#include "base/text.h"
#include "book/touches.h"
#include "cmd/followup/post.h"

/* ---- the journal ---- */

static bool
asks_journal(const struct eni_post *p)
{
	for (size_t i = 0; i < p->tasks->n; i++)
		if (eni_to_is_partner(eni_post_task(p, i)->to) || eni_post_rule(p, i)->subject == ENI_FOR_CONTACTS)
			return true;
	return false;
}

static void
know(struct eni_post *p, uint32_t subject, int to)
{
	uint32_t row = eni_people_partner(&p->w.desk.people, subject, to);

	if (row != ENI_NONE)
		p->known[row] = true;
}

/* Whose client is with us, or was, has had to do with us every month, whatever the journal says. */
static void
know_by_clients(struct eni_post *p)
{
	static const int partners[] = {ENI_TO_CAREMANAGER, ENI_TO_DOCTOR, ENI_TO_REFERRER};
	const struct eni_sheet *s = &p->w.desk.run->book.clients;

	for (uint32_t c = 0; c < s->n; c++) {
		int status = eni_sheet_code(s, p->w.desk.facts.standing.status, c);

		if (!eni_status_is(status, ENI_IS_HERE | ENI_IS_GONE))
			continue;
		for (size_t i = 0; i < sizeof partners / sizeof *partners; i++)
			know(p, c, partners[i]);
	}
}

/* What a row promises is in its note, else its topic. */
static void
note_row(struct eni_post *p, const struct eni_touch *t)
{
	struct eni_book *b = &p->w.desk.run->book;
	uint32_t subject = eni_book_find(b, t->id);
	const struct eni_promises *promises = &p->w.desk.facts.promises;
	const struct eni_promise *made = subject == ENI_NONE ? NULL : eni_promise_of(promises, subject);
	struct eni_str what = eni_str_trim(t->note);

	if (subject == ENI_NONE || !eni_touch_has_happened(b, t))
		return;
	if (eni_outcome_is_contact(t->outcome))
		know(p, subject, t->to == 0 ? eni_usual_recipient(b, subject) : t->to);
	if (made != NULL && made->nth == t->nth)
		p->promised[made - promises->promise] = eni_arena_keep(&p->codes, what.n > 0 ? what : eni_str_trim(t->topic));
}

int
eni_post_read_journal(struct eni_post *p)
{
	struct eni_book *b = &p->w.desk.run->book;
	struct eni_touches journal;
	struct eni_touch t;
	int got;

	p->known = eni_realloc(NULL, b->referrers.n + 1);
	memset(p->known, 0, b->referrers.n + 1);
	p->promised = eni_arena_clear(&p->codes, (p->w.desk.facts.promises.n + 1) * sizeof *p->promised);
	if (!asks_journal(p))
		return 0;
	know_by_clients(p);
	got = eni_touches_open(&journal, b, 1u << ENI_TOUCH_AT | ENI_TOUCH_WHAT | 1u << ENI_TOUCH_TOPIC | 1u << ENI_TOUCH_NOTE);
	if (got != 0)
		return got == 1 ? 0 : -1;
	while ((got = eni_touches_next(&journal, &t)) > 0)
		note_row(p, &t);
	eni_touches_close(&journal);
	return got;
}

/* ---- the client ---- */

bool
eni_post_has_place(const struct eni_post *p, uint32_t client)
{
	const struct eni_book *b = &p->w.desk.run->book;

	return eni_seat_is_booked(b, &p->seats, client) || eni_seat_is_held(b, &p->seats, client);
}

int32_t
eni_post_first_visit(const struct eni_post *p, size_t task)
{
	const struct eni_task *t = eni_post_task(p, task);
	struct eni_when first = eni_sheet_when(&p->w.desk.run->book.clients, p->first_visit, t->subject);

	return eni_is_day(first) ? first.day : t->anchor.day;
}

static struct eni_str
code(enum eni_vocab vocab, int word)
{
	return word == 0 || word == ENI_UNKNOWN_WORD ? (struct eni_str){"", 0} : eni_str_of(eni_word_code(vocab, word));
}

/* The terms that are filled in: of the others nothing is said. */
static struct eni_str
explained(struct eni_post *p, uint32_t client)
{
	static const char *const terms[] = {"price", "frequency", "extension", "cancel"};
	struct eni_buf missing = {0}, filled = {0};
	struct eni_str s;

	eni_fact_text(&p->w.desk.facts, ENI_FACT_TERMS_MISSING, client, &missing);
	for (size_t i = 0; i < sizeof terms / sizeof *terms; i++) {
		struct eni_str rest = eni_buf_str(&missing), piece = {"", 0};

		while (eni_piece(&rest, &piece) && !eni_str_is(piece, terms[i]))
			piece.n = 0;
		if (piece.n == 0)
			eni_buf_printf(&filled, "%s%s", filled.n == 0 ? "" : " ", terms[i]);
	}
	s = eni_page_list(&p->w.letters.page, "term", eni_buf_str(&filled));
	eni_buf_free(&missing);
	eni_buf_free(&filled);
	return s;
}

static void
case_of_client(struct eni_post *p, size_t task, struct eni_blank blank[ENI_BLANKS])
{
	const struct eni_run *run = p->w.desk.run;
	const struct eni_sheet *s = &run->book.clients;
	const struct eni_task *t = eni_post_task(p, task);
	struct eni_when visit_at = eni_sheet_when(s, p->visit_at, t->subject),
			visit_end = eni_sheet_when(s, p->visit_end, t->subject);
	int reason = eni_sheet_code(s, p->reason, t->subject);
	struct eni_value unclear = eni_fact_value(&p->w.desk.facts, ENI_FACT_CAUSE_UNCLEAR, t->subject);

	blank[ENI_BLANK_STATUS].value = code(ENI_V_STATUS, eni_sheet_code(s, p->w.desk.facts.standing.status, t->subject));
	blank[ENI_BLANK_REASON].value = code(ENI_V_REASON, reason);
	if (eni_is_day(visit_at) && !eni_book_has_happened(&run->book, visit_at))
		blank[ENI_BLANK_VISIT_AT].value = eni_page_named(&p->w.letters.page, visit_at, eni_channel_medium(t->channel));
	blank[ENI_BLANK_EXPLAINED].value = explained(p, t->subject);
	eni_letters_is(&blank[ENI_BLANK_VISITED], eni_is_day(visit_end) && eni_book_has_happened(&run->book, visit_end));
	eni_letters_is(
	    &blank[ENI_BLANK_CALM], eni_text_asks(eni_texts_find(&p->w.letters.page.texts, t->say, t->to, run->lang), "calm") &&
					eni_status_is_calm(&p->w.status, t->subject, eni_post_first_visit(p, task)));
	eni_letters_is(&blank[ENI_BLANK_HELD], eni_post_has_place(p, t->subject));
	eni_letters_is(&blank[ENI_BLANK_CAUSES_KNOWN], reason == ENI_REASON_PERSON && unclear.type == ENI_VALUE_EMPTY);
}

void
eni_post_case(struct eni_post *p, size_t task, struct eni_blank blank[ENI_BLANKS])
{
	const struct eni_run *run = p->w.desk.run;
	const struct eni_task *t = eni_post_task(p, task);
	const struct eni_promises *promises = &p->w.desk.facts.promises;
	const struct eni_promise *made =
	    eni_post_rule(p, task)->subject == ENI_FOR_CONTACTS ? eni_promise_of(promises, t->subject) : NULL;
	uint32_t partner = eni_people_partner(&p->w.desk.people, t->subject, t->to);

	if (made != NULL)
		blank[ENI_BLANK_NOTE].value = eni_letters_note(&p->w.letters, p->promised[made - promises->promise]);
	blank[ENI_BLANK_BY].value = code(ENI_V_CHANNEL, t->channel);
	eni_letters_is(&blank[ENI_BLANK_SAME_DAY], t->anchor.day == run->now.day);
	eni_letters_is(&blank[ENI_BLANK_AHEAD], eni_is_day(t->anchor) && t->anchor.day > run->now.day);
	eni_letters_is(&blank[ENI_BLANK_FULL], p->places.n > 0 && !eni_capacity_any(&p->places));
	eni_letters_is(&blank[ENI_BLANK_PARTNER], eni_to_is_partner(t->to));
	eni_letters_is(&blank[ENI_BLANK_KNOWN], p->visit[task] != SIZE_MAX || (partner != ENI_NONE && p->known[partner]));
	eni_letters_is(&blank[ENI_BLANK_OWN], eni_letters_is_own(&p->w.letters, t->subject, t->to));
	eni_letters_is(&blank[ENI_BLANK_UNATTENDED], p->each);
	if (eni_subject_is_client(&run->book, t->subject))
		case_of_client(p, task, blank);
}
