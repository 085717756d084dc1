/* The steps of receptions: see steps.h. */
#include "reception/steps.h"

#include "base/num.h"

/* The columns of the file; in a wide row behind them one for each step, named like it, at WIDE + its number. */
enum { ID, STEP, STARTED, ENDED, MINUTES, STAFF, ROLE, OUTCOME, WIDE = OUTCOME };
static const char *const names[] = {[ID] = "id",
    [STEP] = "step",
    [STARTED] = "started_at",
    [ENDED] = "ended_at",
    [MINUTES] = "minutes",
    [STAFF] = "staff",
    [ROLE] = "staff_role",
    [OUTCOME] = "outcome"};
ENI_ROW_FOR_EACH(names, WIDE + 1);
_Static_assert(WIDE + 1 + ENI_STEPS_MOST <= ENI_STREAM_FIELDS, "a stream has room for the steps of a wide row");

/* A number of a wide cell beyond this many minutes is no duration but a day of Excel. */
enum { DAY_MINUTES = 1440 };

static const char *
name_of(size_t column)
{
	return column <= WIDE ? names[column] : eni_word_code(ENI_V_STEP, (int)(column - WIDE));
}

static bool
has_wide(const struct eni_stream *in)
{
	for (size_t k = WIDE + 1; k < in->n; k++)
		if (eni_stream_has(in, k))
			return true;
	return false;
}

int
eni_steps_open(struct eni_step_stream *s, struct eni_book *b, unsigned reads)
{
	const char *name[ENI_STREAM_FIELDS];
	size_t n = WIDE + 1 + eni_word_count(ENI_V_STEP);
	int got;

	*s = (struct eni_step_stream){.book = b, .reads = reads};
	for (size_t k = 0; k < n; k++)
		name[k] = name_of(k);
	if ((got = eni_stream_open(&s->in, b, ENI_STEPS, name, n)) != 0)
		return got;
	s->wide = !eni_stream_has(&s->in, STEP) && has_wide(&s->in);
	if (s->wide || eni_stream_has(&s->in, STEP))
		return 0;
	eni_stream_close(&s->in);
	return eni_fail(b->diag, ENI_NOWHERE, "step", "steps has no such column, nor %s", eni_vocab_list(ENI_V_STEP));
}

bool
eni_steps_know(const struct eni_step_stream *s, const char *column)
{
	size_t k = 0;

	while (k < s->in.n && strcmp(name_of(k), column) != 0)
		k++;
	return k < s->in.n && (eni_stream_has(&s->in, k) || (k == STARTED && s->wide));
}

void
eni_steps_close(struct eni_step_stream *s)
{
	if (s->book != NULL)
		eni_unknown_words_report(&s->unknown, s->book->diag);
	eni_unknown_words_free(&s->unknown);
	eni_stream_close(&s->in);
}

/* ---- cells ---- */

static int
unusable(struct eni_step_stream *s, size_t k, const char *want)
{
	return eni_aside(s->book->diag, s->in.row.place, name_of(k), N_("want %s"), want);
}

/* A moment, or a time alone on the given day; empty when there is none, or none that can be read. */
static struct eni_when
moment(struct eni_step_stream *s, size_t k, int32_t day)
{
	struct eni_str cell = eni_stream_cell(&s->in, k);
	struct eni_when w = ENI_NEVER;
	int32_t minute;

	if (eni_stream_when(&s->in, k, &w) >= 0)
		return w;
	if (day != ENI_NODAY && eni_time_parse(cell, &minute) == 1)
		return (struct eni_when){day, minute};
	unusable(s, k, N_("a moment such as 2026-04-01 14:05"));
	return ENI_NEVER;
}

/* Minutes between two moments; unknown unless both have a time. */
static int64_t
between(struct eni_when from, struct eni_when to)
{
	if (!eni_is_day(from) || !eni_is_day(to) || from.minute < 0 || to.minute < 0)
		return ENI_MINUTES_UNKNOWN;
	return (eni_when_minutes(to) - eni_when_minutes(from)) * ENI_NUM_SCALE;
}

static struct eni_step_row
row_of(struct eni_step_stream *s)
{
	return (struct eni_step_row){.id = eni_str_trim(eni_stream_cell(&s->in, ID)),
	    .staff = eni_str_trim(eni_stream_cell(&s->in, STAFF)),
	    .role = (s->reads & ENI_STEPS_ROLE) != 0 ? eni_word_known(eni_stream_word(&s->in, ROLE, &s->unknown)) : 0,
	    .started = ENI_NEVER,
	    .minutes = ENI_MINUTES_UNKNOWN,
	    .place = s->in.row.place};
}

/* ---- one row for each step ---- */

static int64_t
long_minutes(struct eni_step_stream *s, struct eni_when started)
{
	int64_t n;
	int got = eni_num_parse(eni_stream_cell(&s->in, MINUTES), &n);

	if (got == 1 && n >= 0)
		return n;
	if (got != 0) {
		unusable(s, MINUTES, N_("minutes such as 12"));
		return ENI_MINUTES_UNKNOWN;
	}
	n = between(started, moment(s, ENDED, started.day));
	if (n < 0 && n != ENI_MINUTES_UNKNOWN)
		unusable(s, ENDED, N_("a moment after started_at"));
	return n < 0 ? ENI_MINUTES_UNKNOWN : n;
}

/* Excel leaves lines of nothing but commas at the end of a list. */
static bool
is_blank(const struct eni_step_stream *s)
{
	for (size_t k = 0; k < s->in.n; k++)
		if (eni_str_trim(eni_stream_cell(&s->in, k)).n > 0)
			return false;
	return true;
}

/* 1, 0: passed over. */
static int
take_long(struct eni_step_stream *s, struct eni_step_row *row)
{
	if (is_blank(s))
		return 0;
	*row = row_of(s);
	row->step = eni_word_known(eni_book_code(s->book, eni_field_find(ENI_STEPS, ENI_S("step")), eni_stream_cell(&s->in, STEP)));
	if (row->step == 0) {
		eni_reader_reject(s->in.reader, "step", "want %s", eni_vocab_list(ENI_V_STEP));
		return 0;
	}
	row->outcome = eni_word_known(eni_stream_word(&s->in, OUTCOME, &s->unknown));
	row->started = moment(s, STARTED, ENI_NODAY);
	if ((s->reads & ENI_STEPS_MINUTES) != 0)
		row->minutes = long_minutes(s, row->started);
	return 1;
}

/* ---- one row for each visitor ---- */

/* What a wide row says, before the durations between start times are known. */
struct wide {
	struct eni_step_row base;           /* what all its parts share */
	struct eni_when at[ENI_STEPS_MOST]; /* start times of its parts; day NO_DAY where only the time is known */
};
enum { NO_DAY = 0 };

/* What one cell says goes into the part and its start time; false when it says nothing. */
static bool
wide_cell(struct eni_step_stream *s, size_t k, struct eni_step_row *part, struct eni_when *at)
{
	const struct eni_day_row day = {s->book->today, ENI_NODAY, 0};
	struct eni_str cell = eni_str_trim(eni_stream_cell(&s->in, k));
	int word = eni_word_find(ENI_V_STEP_OUTCOME, cell);
	int64_t n;

	if (cell.n == 0)
		return false;
	if (word > 0 && word != ENI_UNKNOWN_WORD)
		part->outcome = word;
	else if (eni_num_parse(cell, &n) == 1 && n >= 0 && n <= (int64_t)DAY_MINUTES * ENI_NUM_SCALE)
		part->minutes = n;
	else if (eni_time_parse(cell, &at->minute) == 1)
		at->day = NO_DAY;
	else if (eni_day_read(&s->book->office, eni_field_find(ENI_STEPS, ENI_S("started_at")), cell, &day, at, NULL) != 1) {
		unusable(s, k, N_("minutes such as 12, or a time such as 14:05"));
		return false;
	}
	return true;
}

static void
wide_parts(struct eni_step_stream *s, struct wide *w)
{
	s->n_parts = s->next_part = 0;
	for (size_t k = WIDE + 1; k < s->in.n; k++) {
		struct eni_step_row part = w->base;
		struct eni_when at = ENI_NEVER;

		part.step = (int)(k - WIDE);
		if (!wide_cell(s, k, &part, &at))
			continue;
		if (!eni_is_day(w->base.started) && eni_is_day(at) && at.day != NO_DAY)
			w->base.started = at;
		w->at[s->n_parts] = at;
		s->part[s->n_parts++] = part;
	}
}

/* All parts begin with the visit; times alone are of its day. */
static void
wide_days(struct eni_step_stream *s, struct wide *w)
{
	for (size_t i = 0; i < s->n_parts; i++) {
		s->part[i].started = w->base.started;
		if (eni_is_day(w->at[i]) && w->at[i].day == NO_DAY && eni_is_day(w->base.started))
			w->at[i].day = w->base.started.day;
	}
}

/* A step that began at a time lasted until the next one that was not skipped began. */
static void
wide_durations(struct eni_step_stream *s, const struct wide *w)
{
	struct eni_when last = w->at[s->n_parts - 1], next = eni_is_day(last) ? moment(s, ENDED, last.day) : ENI_NEVER;

	if (last.day == NO_DAY && eni_is_day(next))
		next.day = NO_DAY;
	for (size_t i = s->n_parts; i-- > 0;) {
		int64_t n = between(w->at[i], next);

		if (s->part[i].outcome == ENI_STEP_SKIPPED)
			continue;
		next = w->at[i];
		if (n < 0 && n != ENI_MINUTES_UNKNOWN)
			unusable(s, WIDE + (size_t)s->part[i].step, N_("a time before the next one"));
		else if (s->part[i].minutes == ENI_MINUTES_UNKNOWN)
			s->part[i].minutes = n;
	}
}

static void
take_wide(struct eni_step_stream *s)
{
	struct wide w = {.base = row_of(s)};
	int outcome = eni_word_known(eni_stream_word(&s->in, OUTCOME, &s->unknown));

	w.base.started = moment(s, STARTED, ENI_NODAY);
	wide_parts(s, &w);
	if (s->n_parts == 0)
		return;
	wide_days(s, &w);
	if ((s->reads & ENI_STEPS_MINUTES) != 0)
		wide_durations(s, &w);
	if (s->part[s->n_parts - 1].outcome == 0)
		s->part[s->n_parts - 1].outcome = outcome;
}

/* ---- the stream ---- */

static bool
exists(const struct eni_step_stream *s, const struct eni_step_row *row)
{
	return !eni_is_day(row->started) || eni_book_has_happened(s->book, row->started);
}

int
eni_steps_next(struct eni_step_stream *s, struct eni_step_row *row)
{
	for (;;) {
		int got;

		while (s->next_part < s->n_parts) {
			*row = s->part[s->next_part++];
			if (exists(s, row))
				return 1;
		}
		if ((got = eni_stream_next(&s->in)) <= 0)
			return got;
		if (s->wide)
			take_wide(s);
		else if (take_long(s, row) == 1 && exists(s, row))
			return 1;
		if (s->book->diag->status == 2)
			return -1; /* --strict */
	}
}
