/* Stays: see stays.h. */
#include "stay/stays.h"

#include <stdlib.h>

enum { ID, START, END, REASON, CAUSE, NOTE, COLUMNS };
static const char *const names[] = {
    [ID] = "id", [START] = "start", [END] = "end", [REASON] = "reason", [CAUSE] = "cause", [NOTE] = "note"};
ENI_ROW_FOR_EACH(names, COLUMNS);

static const char *const starts[ENI_STAY_STARTS] = {"start_date", "first_visit", "signed_date"};

bool
eni_stays_begin(const struct eni_sheet *clients)
{
	for (size_t i = 0; i < ENI_STAY_STARTS; i++)
		if (eni_sheet_has_header(clients, eni_str_of(starts[i])))
			return true;
	return false;
}

void
eni_stays_want(struct eni_stays *s, struct eni_book *b, bool texts)
{
	struct eni_sheet *c = &b->clients;

	*s = (struct eni_stays){.book = b, .cause = SIZE_MAX, .note = SIZE_MAX, .first_end = ENI_NODAY};
	s->status = eni_sheet_want(c, ENI_S("status"), ENI_AS_TYPED);
	for (size_t i = 0; i < ENI_STAY_STARTS; i++)
		s->start[i] = eni_sheet_want(c, eni_str_of(starts[i]), ENI_AS_TYPED);
	s->end = eni_sheet_want(c, ENI_S("end_date"), ENI_AS_TYPED);
	s->back = eni_sheet_want(c, ENI_S("returned_date"), ENI_AS_TYPED);
	s->reason = eni_sheet_want(c, ENI_S("reason"), ENI_AS_TYPED);
	eni_deaths_want_days(b);
	if (texts) {
		s->cause = eni_sheet_want(c, ENI_S("cause"), ENI_AS_RAW);
		s->note = eni_sheet_want(c, ENI_S("reason_note"), ENI_AS_RAW);
	}
}

/* Who only asked, or never came: their dates begin no stay. */
static bool
never_came(int status)
{
	return status != 0 && !eni_status_is(status, ENI_IS_HERE | ENI_IS_GONE);
}

/* Who died before they came is nobody who left. */
static int
status_of(const struct eni_stays *s, uint32_t row)
{
	int written = eni_written_status(s->book, row);

	return s->as_written || never_came(written) ? written : eni_sheet_code(&s->book->clients, s->status, row);
}

/* ---- when the records begin ---- */

static void
hand_over(struct eni_stays *s, struct eni_stay *stay, void (*take)(void *to, const struct eni_stay *stay), void *to)
{
	int32_t records = s->book->office.records_from;

	stay->seen = stay->start > records ? stay->start : records;
	if (records == ENI_NODAY && stay->start != ENI_NODAY) {
		s->began = eni_grow(s->began, &s->cap_began, s->n_began + 1, sizeof *s->began);
		s->began[s->n_began++] = stay->start;
	}
	if (stay->over && stay->end != ENI_NODAY && (s->first_end == ENI_NODAY || stay->end < s->first_end))
		s->first_end = stay->end;
	take(to, stay);
}

static int
by_day(const void *a, const void *b)
{
	int32_t x = *(const int32_t *)a, y = *(const int32_t *)b;

	return (x > y) - (x < y);
}

void
eni_stays_warn_of_begin(struct eni_stays *s)
{
	size_t half = (s->n_began + 1) / 2, before = 0;
	char day[ENI_WHEN_TEXT];

	for (size_t i = 0; i < s->n_began; i++)
		before += s->first_end == ENI_NODAY || s->began[i] <= s->first_end;
	if (s->n_began == 0 || before < half)
		return;
	qsort(s->began, s->n_began, sizeof *s->began, by_day);
	if (s->began[half - 1] == s->began[0]) /* all came at once, and nobody could have left before */
		return;
	eni_when_format((struct eni_when){s->began[half - 1], ENI_NOTIME}, day);
	eni_warn(s->book->diag, ENI_NOWHERE, "records_from",
	    "nobody left before %s, when half of the clients had come; if those who had left are missing, say office: "
	    "{records_from: "
	    "DAY} in office.yaml",
	    day);
}

/* ---- stays.csv ---- */

static uint32_t
client_of(struct eni_stays *s, struct eni_str id)
{
	uint32_t subject = s->book->clients.n == 0 ? ENI_NONE : eni_book_find(s->book, id);

	if (subject == ENI_NONE || !eni_subject_is_client(s->book, subject))
		return ENI_NONE;
	s->listed[subject / 8] |= (uint8_t)(1u << subject % 8);
	return subject;
}

static int
unusable(struct eni_stays *s, const struct eni_stream *in, size_t k, const char *text)
{
	return eni_aside(s->book->diag, in->row.place, names[k], "%s", _(text));
}

/* A row that was never ended after a death; before a death that is still to come the stay goes on. */
static void
end_by_death(const struct eni_stays *s, struct eni_stay *stay)
{
	struct eni_when died;

	if (stay->subject == ENI_NONE || status_of(s, stay->subject) != ENI_STATUS_DECEASED)
		return;
	died = eni_death_day(s->book, stay->subject, NULL);
	stay->over = eni_book_has_happened(s->book, died);
	if (!stay->over)
		return;
	stay->died = true;
	stay->end = died.day >= stay->start ? died.day : (int32_t)ENI_NODAY;
	stay->reason = ENI_REASON_DEATH;
}

/* 1: a stay that has begun; 0: one still to come; -1: the row was set aside. */
static int
read_row(struct eni_stays *s, const struct eni_stream *in, struct eni_stay *stay)
{
	static const char want[] = N_("want a day such as 2026-04-01");
	struct eni_when start, end;
	int got;

	*stay = (struct eni_stay){.id = eni_str_trim(eni_stream_cell(in, ID)), .end = ENI_NODAY, .place = in->row.place};
	stay->said = stay->id;
	if (stay->id.n == 0)
		return unusable(s, in, ID, N_("is empty"));
	stay->subject = client_of(s, stay->id);
	if (stay->subject != ENI_NONE)
		stay->id = eni_subject_id(s->book, stay->subject);
	if (eni_stream_when(in, END, &end) == -1)
		return unusable(s, in, END, want);
	got = eni_stream_when(in, START, &start);
	if (got == -1 || (got == 0 && !eni_is_day(end)))
		return unusable(s, in, START, want);
	if (eni_is_day(end) && end.day < start.day)
		return unusable(s, in, END, N_("lies before start"));
	stay->start = start.day;
	stay->over = eni_is_day(end) && eni_book_has_happened(s->book, end);
	if (stay->over) {
		stay->end = end.day;
		stay->reason = eni_stream_word(in, REASON, &s->unknown);
	} else if (eni_is_day(end)) {
		stay->ahead = eni_str_trim(eni_stream_cell(in, END));
	} else {
		end_by_death(s, stay);
	}
	if (s->cause != SIZE_MAX) {
		stay->cause = eni_stream_cell(in, CAUSE);
		stay->note = eni_stream_cell(in, NOTE);
	}
	return eni_book_has_happened(s->book, eni_is_day(start) ? start : end);
}

static int
each_row(struct eni_stays *s, void (*take)(void *to, const struct eni_stay *stay), void *to)
{
	struct eni_stream in;
	struct eni_stay stay;
	int got = eni_stream_open(&in, s->book, ENI_STAYS, names, s->cause == SIZE_MAX ? (size_t)CAUSE : COLUMNS);

	if (got != 0)
		return got == 1 ? 0 : -1;
	for (size_t k = ID; got == 0 && k <= END; k++)
		if (!eni_stream_has(&in, k))
			got = eni_fail(s->book->diag, ENI_NOWHERE, names[k], "stays has no such column");
	while (got == 0 && (got = eni_stream_next(&in)) > 0) {
		if (read_row(s, &in, &stay) == 1)
			hand_over(s, &stay, take, to);
		got = s->book->diag->status == 2 ? -1 : 0;
	}
	eni_stream_close(&in);
	return got;
}

/* ---- the clients' own columns ---- */

static int32_t
day_of(const struct eni_stays *s, size_t col, size_t row)
{
	struct eni_when w = eni_sheet_when(&s->book->clients, col, row);

	return eni_is_day(w) && eni_book_has_happened(s->book, w) ? w.day : (int32_t)ENI_NODAY;
}

static int32_t
start_of(const struct eni_stays *s, size_t row)
{
	for (size_t i = 0; i < ENI_STAY_STARTS; i++)
		if (eni_is_day(eni_sheet_when(&s->book->clients, s->start[i], row)))
			return day_of(s, s->start[i], row);
	return ENI_NODAY;
}

static struct eni_str
text_of(const struct eni_stays *s, size_t col, size_t row)
{
	return col == SIZE_MAX ? (struct eni_str){"", 0} : eni_sheet_text(&s->book->clients, col, row);
}

static int
why_left(const struct eni_stays *s, size_t row, int status)
{
	int reason = eni_sheet_code(&s->book->clients, s->reason, row);

	return status == ENI_STATUS_DECEASED && (reason == 0 || reason == ENI_REASON_UNKNOWN) ? (int)ENI_REASON_DEATH : reason;
}

/* At most two: the one that ended, and the present one.  Whoever is active without having returned has not left, whatever end_date
 * says (decision 60): gaps finds it. */
static size_t
stays_of(const struct eni_stays *s, size_t row, struct eni_stay stay[2])
{
	const struct eni_sheet *c = &s->book->clients;
	int status = status_of(s, (uint32_t)row);
	int32_t start = start_of(s, row), end = day_of(s, s->end, row), back = day_of(s, s->back, row), again;
	bool dated = eni_is_day(eni_sheet_when(c, s->end, row));
	struct eni_stay now = {.id = eni_sheet_id(c, row), .subject = (uint32_t)row, .start = start, .end = ENI_NODAY};
	struct eni_stay left = now;

	if (!dated && status == ENI_STATUS_DECEASED) {
		struct eni_when died = eni_death_day(s->book, (uint32_t)row, NULL);

		dated = eni_is_day(died);
		end = dated && eni_book_has_happened(s->book, died) ? died.day : (int32_t)ENI_NODAY;
	}
	now.place = left.place = eni_sheet_place(c, row);
	now.over = eni_status_is(status, ENI_IS_GONE) && !dated;
	left.over = true;
	left.reason = why_left(s, row, status);
	left.cause = text_of(s, s->cause, row);
	left.note = text_of(s, s->note, row);
	if (end == ENI_NODAY || (status == ENI_STATUS_ACTIVE && left.reason != ENI_REASON_DEATH && start <= end && back <= end)) {
		now.note = left.note; /* what was noted of the stay that goes on */
		stay[0] = now.over ? left : now;
		return now.over || (start != ENI_NODAY && !never_came(status));
	}
	again = start > end  ? (eni_status_is(status, ENI_IS_GONE) ? (int32_t)ENI_NODAY : start)
		: back > end ? back
			     : (int32_t)ENI_NODAY;
	left.start = start > end ? (int32_t)ENI_NODAY : start;
	left.end = end;
	now.start = again;
	stay[0] = left;
	stay[1] = now;
	return again == ENI_NODAY ? 1 : 2;
}

int
eni_stays_each(struct eni_stays *s, void (*take)(void *to, const struct eni_stay *stay), void *to)
{
	size_t n = s->book->clients.n;
	struct eni_stay stay[2];

	s->n_began = 0;
	s->first_end = ENI_NODAY;
	free(s->listed);
	s->listed = eni_realloc(NULL, n / 8 + 1);
	memset(s->listed, 0, n / 8 + 1);
	if (each_row(s, take, to) == -1)
		return -1;
	eni_unknown_words_report(&s->unknown, s->book->diag);
	for (size_t row = 0; row < n; row++)
		if ((s->listed[row / 8] >> row % 8 & 1) == 0)
			for (size_t i = 0, many = stays_of(s, row, stay); i < many; i++)
				hand_over(s, &stay[i], take, to);
	return 0;
}

void
eni_stays_free(struct eni_stays *s)
{
	eni_unknown_words_free(&s->unknown);
	free(s->began);
	free(s->listed);
	*s = (struct eni_stays){0};
}
