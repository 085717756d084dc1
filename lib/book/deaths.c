/* Who has died: see deaths.h. */
#include "book/deaths.h"

#include <assert.h>
#include <stdlib.h>

#include "base/name.h"
#include "book/book.h"
#include "book/cell_word.h"
#include "book/days.h"
#include "book/files.h"

static const char *const says[] = {"status", "reason", "reason_note", "death_date"};
ENI_ROW_FOR_EACH(says, ENI_DEATH_SAYS);
static const char *const hints[] = {
    "note", "outlook", "lost_reason", "name", "contact", "family_phone", "discharge_date", "intent"};
ENI_ROW_FOR_EACH(hints, ENI_DEATH_HINTS);

/* A word of the vocabulary says all there is; any other cell may hold a death beside what it is read as. */
static enum eni_death
death_in_word(const struct eni_office *o, const struct eni_field *f, struct eni_str cell)
{
	int plain = eni_word_plain(f->vocab, cell);
	int code = plain != 0 ? plain : eni_cell_read(o, f, cell).code;

	if (eni_word_is(f->vocab, code, ENI_IS_DEATH))
		return ENI_DEATH_CLIENT;
	return plain != 0 ? ENI_DEATH_NONE : eni_death_read(cell);
}

static enum eni_death
death_in_date(const struct eni_office *o, const struct eni_field *f, struct eni_str cell, int32_t today)
{
	const struct eni_day_row row = {today, ENI_NODAY, 0};
	struct eni_when w;
	int got = eni_day_read(o, f, cell, &row, &w, NULL);

	if (got == 1)
		return w.day <= today ? ENI_DEATH_CLIENT : ENI_DEATH_NONE;
	return got == -1 && eni_yes_read(ENI_V_FORBID, cell, today) != ENI_YES_NO ? ENI_DEATH_CLIENT : ENI_DEATH_NONE;
}

enum eni_death
eni_cell_death(const struct eni_office *o, const struct eni_field *f, struct eni_str cell, int32_t today)
{
	if (cell.n == 0)
		return ENI_DEATH_NONE;
	switch (f->type) {
	case ENI_ENUM:
		return death_in_word(o, f, cell);
	case ENI_DATE:
		return eni_field_records_death(f) ? death_in_date(o, f, cell, today) : eni_death_read(cell);
	default:
		return eni_death_read(cell);
	}
}

bool
eni_field_records_death(const struct eni_field *f)
{
	size_t i = 0;

	while (i < ENI_DEATH_SAYS && (f == NULL || strcmp(f->name, says[i]) != 0))
		i++;
	return i < ENI_DEATH_SAYS;
}

/* ---- asking ---- */

static size_t
want(struct eni_book *b, const char *name, enum eni_as as)
{
	return eni_sheet_want(&b->clients, eni_str_of(name), as);
}

void
eni_deaths_want(struct eni_book *b)
{
	struct eni_deaths *d = &b->deaths;

	if (!eni_sheet_wants(&b->clients, ENI_S("status"), ENI_AS_TYPED))
		return;
	d->wanted = true;
	d->status = want(b, "status", ENI_AS_TYPED);
	d->reason = want(b, "reason", ENI_AS_TYPED);
	want(b, "end_date", ENI_AS_TYPED); /* against which a day in a note is read */
	for (size_t i = 0; i < ENI_DEATH_SAYS; i++)
		d->says[i] = want(b, says[i], ENI_AS_DEATH);
	for (size_t i = 0; i < ENI_DEATH_HINTS; i++)
		d->hints[i] = want(b, hints[i], ENI_AS_DEATH);
	want(b, "name", ENI_AS_RAW); /* stays.csv and operands may name people */
}

void
eni_deaths_want_days(struct eni_book *b)
{
	struct eni_deaths *d = &b->deaths;

	d->days = true;
	d->died = want(b, "death_date", ENI_AS_TYPED);
	d->end = want(b, "end_date", ENI_AS_TYPED);
	d->start = want(b, "start_date", ENI_AS_TYPED);
	d->back = want(b, "returned_date", ENI_AS_TYPED);
}

/* ---- what the clients' own cells say ---- */

/* The columns that are there; their number. */
static size_t
columns_of(const struct eni_sheet *s, const size_t *column, size_t n, const uint8_t **out)
{
	size_t there = 0;

	for (size_t i = 0; i < n; i++)
		if ((out[there] = eni_sheet_codes(s, column[i])) != NULL)
			there++;
	return there;
}

/* The most that any of those cells says. */
static enum eni_death
most_said(const uint8_t *const *column, size_t n, size_t row)
{
	int most = ENI_DEATH_NONE;

	for (size_t i = 0; i < n; i++)
		if (column[i][row] > most)
			most = column[i][row];
	return (enum eni_death)most;
}

/* Whoever went into hospital may have died there since; any other reason that was written and understood explains what is noted. */
static bool
is_explained(const struct eni_book *b, size_t row)
{
	int reason = eni_sheet_code(&b->clients, b->deaths.reason, row);

	return reason != 0 && reason != ENI_UNKNOWN_WORD && reason != ENI_REASON_UNKNOWN && reason != ENI_REASON_HOSPITAL;
}

static bool
has_died(const struct eni_book *b, uint32_t row)
{
	return eni_sheet_code(&b->clients, b->deaths.status, row) == ENI_STATUS_DECEASED;
}

static void
bury(struct eni_book *b, uint32_t row)
{
	eni_sheet_set_code(&b->clients, b->deaths.status, row, ENI_STATUS_DECEASED);
}

int
eni_written_status(const struct eni_book *b, uint32_t client)
{
	assert(client < b->clients.n && b->deaths.written != NULL);
	return b->deaths.written[client];
}

static void
note(struct eni_deaths *d, size_t row)
{
	d->noted[row / 8] |= (uint8_t)(1u << row % 8);
}

bool
eni_death_is_noted(const struct eni_book *b, uint32_t client)
{
	assert(b->deaths.noted != NULL);
	return (b->deaths.noted[client / 8] >> client % 8 & 1) != 0;
}

static void
read_clients(struct eni_book *b)
{
	const struct eni_sheet *s = &b->clients;
	struct eni_deaths *d = &b->deaths;
	const uint8_t *says_column[ENI_DEATH_SAYS], *hints_column[ENI_DEATH_HINTS];
	size_t n_says = columns_of(s, d->says, ENI_DEATH_SAYS, says_column);
	size_t n_hints = columns_of(s, d->hints, ENI_DEATH_HINTS, hints_column);

	for (uint32_t row = 0; row < s->n; row++) {
		enum eni_death said = most_said(says_column, n_says, row);
		enum eni_death hinted = most_said(hints_column, n_hints, row);

		d->written[row] = (uint8_t)eni_sheet_code(s, d->status, row);
		if (said == ENI_DEATH_CLIENT)
			bury(b, row);
		else if (hinted == ENI_DEATH_LATER)
			note(d, row);
		else if ((said == ENI_DEATH_DOUBTFUL || hinted >= ENI_DEATH_DOUBTFUL) && !is_explained(b, row))
			note(d, row);
	}
}

/* ---- stays that ended by death ---- */

enum { ID, END, REASON, NOTE, STAY_FIELDS };
static const char *const stay_names[] = {[ID] = "id", [END] = "end", [REASON] = "reason", [NOTE] = "note"};
ENI_ROW_FOR_EACH(stay_names, STAY_FIELDS);

static bool
ended_by_death(const struct eni_book *b, const struct eni_stream *in, const struct eni_field *const *field)
{
	for (size_t k = REASON; k < STAY_FIELDS; k++)
		if (eni_cell_death(&b->office, field[k], eni_stream_cell(in, k), b->today) == ENI_DEATH_CLIENT)
			return true;
	return false;
}

static void
bury_of_stay(struct eni_book *b, const struct eni_stream *in)
{
	struct eni_deaths *d = &b->deaths;
	struct eni_when end;
	uint32_t who;

	if (eni_stream_when(in, END, &end) == 1 && !eni_book_has_happened(b, end))
		return;
	who = eni_book_find(b, eni_stream_cell(in, ID));
	if (who == ENI_NONE || !eni_subject_is_client(b, who))
		return;
	bury(b, who);
	if (d->stay_end == NULL) {
		d->stay_end = eni_realloc(NULL, b->clients.n * sizeof *d->stay_end);
		for (size_t i = 0; i < b->clients.n; i++)
			d->stay_end[i] = ENI_NODAY;
	}
	d->stay_end[who] = end.day;
}

static int
read_stays(struct eni_book *b)
{
	const struct eni_field *field[STAY_FIELDS];
	struct eni_stream in;
	int got = b->clients.n == 0 ? 1 : eni_stream_open(&in, b, ENI_STAYS, stay_names, STAY_FIELDS);

	if (got != 0)
		return got == 1 ? 0 : -1;
	for (size_t k = 0; k < STAY_FIELDS; k++)
		field[k] = eni_field_find(ENI_STAYS, eni_str_of(stay_names[k]));
	while ((got = eni_stream_next(&in)) > 0)
		if (ended_by_death(b, &in, field))
			bury_of_stay(b, &in);
	eni_stream_close(&in);
	return got;
}

/* ---- one person, several records ---- */

static void
share(struct eni_book *b, uint32_t from, uint32_t to)
{
	if (has_died(b, from))
		bury(b, to);
	else if (eni_death_is_noted(b, from))
		note(&b->deaths, to);
}

/* What one record of an id says holds for all of them. */
static void
join_records(struct eni_book *b)
{
	const struct eni_sheet *s = &b->clients;

	for (uint32_t row = 0; s->same != NULL && row < s->n; row++) {
		uint32_t first = eni_map_get(&s->by_id, eni_sheet_id(s, row));

		for (uint32_t other = first; other != ENI_NONE && (has_died(b, row) || eni_death_is_noted(b, row));
		     other = s->same[other])
			share(b, row, other);
	}
}

/* The dead of the book by their names. */
static void
name_dead(struct eni_book *b, size_t own, struct eni_map *names)
{
	size_t name = eni_sheet_find(&b->clients, ENI_S("name"), ENI_AS_RAW);
	struct eni_buf folded = {0};

	for (uint32_t row = 0; row < own; row++) {
		folded.n = 0;
		if (has_died(b, row) || eni_death_is_noted(b, row))
			eni_name_reference(&b->fold, &folded, eni_sheet_text(&b->clients, name, row));
		if (folded.n > 0)
			eni_map_add(names, eni_arena_pack(&b->arena, eni_buf_str(&folded)), row);
	}
	eni_buf_free(&folded);
}

/* A list with numbers of its own, or whose leading zeros a spreadsheet took away, brings somebody we know as a stranger. */
static void
recognise(struct eni_book *b, size_t own)
{
	size_t name = eni_sheet_find(&b->clients, ENI_S("name"), ENI_AS_RAW);
	struct eni_map names = {0};
	struct eni_buf folded = {0};

	if (own < b->clients.n)
		name_dead(b, own, &names);
	for (uint32_t row = (uint32_t)own; row < b->clients.n; row++) {
		uint32_t known;

		folded.n = 0;
		eni_name_reference(&b->fold, &folded, eni_sheet_text(&b->clients, name, row));
		known = eni_map_get(&names, eni_buf_str(&folded));
		if (known == ENI_NONE)
			known = eni_book_find_stripped(b, eni_sheet_id(&b->clients, row));
		if (known < own)
			share(b, known, row);
	}
	eni_buf_free(&folded);
	eni_map_free(&names);
}

int
eni_deaths_load(struct eni_book *b, size_t own)
{
	struct eni_deaths *d = &b->deaths;

	if (!d->wanted)
		return 0;
	d->noted = eni_realloc(NULL, b->clients.n / 8 + 1);
	memset(d->noted, 0, b->clients.n / 8 + 1);
	d->written = eni_realloc(NULL, b->clients.n + 1);
	read_clients(b);
	if (read_stays(b) == -1)
		return -1;
	join_records(b);
	if (b->prefix == NULL) /* a new inquiry may come from a namesake */
		recognise(b, own);
	return 0;
}

void
eni_deaths_free(struct eni_deaths *d)
{
	free(d->noted);
	free(d->written);
	free(d->stay_end);
	*d = (struct eni_deaths){0};
}

/* ---- when ---- */

static struct eni_when
day_in(const struct eni_book *b, size_t column, uint32_t client)
{
	return eni_sheet_when(&b->clients, column, client);
}

/* Who came back died in a later stay, of which there is no end. */
static struct eni_when
stay_end(const struct eni_book *b, uint32_t client)
{
	const struct eni_deaths *d = &b->deaths;
	struct eni_when end = day_in(b, d->end, client);

	if (d->stay_end != NULL && d->stay_end[client] != ENI_NODAY)
		return (struct eni_when){d->stay_end[client], ENI_NOTIME};
	return eni_before(end, day_in(b, d->back, client)) || eni_before(end, day_in(b, d->start, client)) ? ENI_NEVER : end;
}

struct eni_when
eni_death_day(const struct eni_book *b, uint32_t client, const char **field)
{
	struct eni_when died, end;
	bool ended;

	assert(b->deaths.days);
	died = day_in(b, b->deaths.died, client);
	end = stay_end(b, client);
	ended = eni_is_day(end) && (!eni_is_day(died) || !eni_book_has_happened(b, died));
	if (field != NULL)
		*field = ended ? "end_date" : eni_is_day(died) ? "death_date" : "";
	return ended ? end : died;
}
