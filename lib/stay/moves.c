/* The end and the return of a stay: see moves.h. */
#include "stay/moves.h"

#include <stdlib.h>

/* The client's columns that a move taken back is told by. */
static const char *const of_a_leaving[] = {"end_date", "reason", "cause", "reason_note", "returned_date"};

void
eni_mover_want(struct eni_mover *m, struct eni_book *b)
{
	*m = (struct eni_mover){.book = b};
	eni_stays_want(&m->stays, b, true);
	m->stays.as_written = true;
	m->decided = eni_sheet_want(&b->clients, ENI_S("decided_on"), ENI_AS_TYPED);
	eni_sheet_want(&b->clients, ENI_S("name"), ENI_AS_RAW); /* the id given may be a name */
	for (size_t i = 0; i < sizeof of_a_leaving / sizeof *of_a_leaving; i++)
		eni_sheet_want(&b->clients, eni_str_of(of_a_leaving[i]), ENI_AS_RAW);
}

void
eni_mover_free(struct eni_mover *m)
{
	eni_stays_free(&m->stays);
	eni_arena_free(&m->arena);
	free(m->mine);
}

/* ---- what is known ---- */

static void
keep_mine(void *to, const struct eni_stay *stay)
{
	struct eni_mover *m = to;
	struct eni_stay *mine;

	if (stay->subject != m->row)
		return;
	m->mine = eni_grow(m->mine, &m->cap, m->n + 1, sizeof *m->mine);
	mine = &m->mine[m->n++];
	*mine = *stay;
	mine->cause = eni_arena_keep(&m->arena, eni_str_trim(stay->cause));
	mine->note = eni_arena_keep(&m->arena, eni_str_trim(stay->note));
	mine->said = eni_arena_keep(&m->arena, stay->said);
	mine->ahead = eni_arena_keep(&m->arena, stay->ahead);
}

static bool
is_listed(const struct eni_mover *m)
{
	return (m->stays.listed[m->row / 8] >> m->row % 8 & 1) != 0;
}

/* The latest of their stays that is over (or that goes on), or NULL. */
static struct eni_stay *
latest(const struct eni_mover *m, bool over)
{
	struct eni_stay *last = NULL;

	for (size_t i = 0; i < m->n; i++)
		if (m->mine[i].over == over && (last == NULL || m->mine[i].start >= last->start))
			last = &m->mine[i];
	return last;
}

/* A second row of stays.csv that goes on, be the one under their id and the other under their name. */
static const struct eni_stay *
another(const struct eni_mover *m, const struct eni_stay *now)
{
	for (size_t i = 0; is_listed(m) && i < m->n; i++)
		if (!m->mine[i].over && &m->mine[i] != now)
			return &m->mine[i];
	return NULL;
}

/* As it is written: a move changes that. */
static int
status_of(const struct eni_mover *m)
{
	return eni_written_status(m->book, m->row);
}

static bool
is_dead(const struct eni_mover *m)
{
	return eni_sheet_code(&m->book->clients, m->stays.status, m->row) == ENI_STATUS_DECEASED;
}

static bool
is_gone(const struct eni_mover *m)
{
	return eni_status_is(status_of(m), ENI_IS_GONE);
}

/* ---- texts ---- */

static struct eni_str
day_text(struct eni_mover *m, int32_t day)
{
	char text[ENI_WHEN_TEXT];
	size_t n = eni_when_format((struct eni_when){day, ENI_NOTIME}, text);

	return eni_arena_keep(&m->arena, (struct eni_str){text, n});
}

/* 0: not said. */
static struct eni_str
code_text(enum eni_vocab vocab, int code)
{
	return eni_str_of(code == 0 ? NULL : eni_word_code(vocab, code));
}

/* Of the stay that ends now in the word in which it was said. */
static struct eni_str
reason_text(const struct eni_mover *m, const struct eni_stay *s)
{
	bool now = s->over && s->end == m->move->on && s->reason == m->move->reason && m->move->reason_word.n > 0;

	return now ? m->move->reason_word : code_text(ENI_V_REASON, s->reason);
}

/* 1, or -1 after eni_fail. */
static int
update_client(const struct eni_mover *m, struct eni_door *door, const struct eni_entry *entry, size_t n)
{
	const struct eni_target row = {eni_sheet_place(&m->book->clients, m->row), eni_subject_id(m->book, m->row), NULL, NULL};

	return eni_door_update(door, ENI_CLIENTS, &row, entry, n) == -1 ? -1 : 1;
}

static int
refuse(const struct eni_mover *m, const char *fmt, int32_t day)
{
	char text[ENI_WHEN_TEXT];

	eni_when_format((struct eni_when){day, ENI_NOTIME}, text);
	return eni_fail(m->book->diag, eni_sheet_place(&m->book->clients, m->row), NULL, fmt, text);
}

/* ---- stays.csv ---- */

enum { STAY_ENTRIES = 6 };

static void
say_stay(struct eni_mover *m, const struct eni_stay *s, struct eni_entry entry[STAY_ENTRIES])
{
	const struct eni_entry all[] = {{ENI_S("id"), eni_subject_id(m->book, m->row)}, {ENI_S("start"), day_text(m, s->start)},
	    {ENI_S("end"), day_text(m, s->end)}, {ENI_S("reason"), reason_text(m, s)}, {ENI_S("cause"), s->cause},
	    {ENI_S("note"), s->note}};
	ENI_ROW_FOR_EACH(all, STAY_ENTRIES);

	memcpy(entry, all, sizeof all);
}

static int
append_stay(struct eni_mover *m, struct eni_door *door, const struct eni_stay *s)
{
	struct eni_entry entry[STAY_ENTRIES];

	say_stay(m, s, entry);
	return eni_door_append(door, ENI_STAYS, entry, STAY_ENTRIES);
}

/* What was noted when the stay began stands before what is noted at its end. */
static struct eni_str
both_notes(struct eni_mover *m, struct eni_str before, struct eni_str now)
{
	if (before.n == 0 || now.n == 0)
		return before.n == 0 ? now : before;
	return eni_arena_printf(&m->arena, "%.*s; %.*s", (int)before.n, before.p, (int)now.n, now.p);
}

/* The row of the stay that goes on is ended where it stands. */
static int
end_listed(struct eni_mover *m, struct eni_door *door, const struct eni_stay *s, struct eni_str noted)
{
	const struct eni_entry open = {ENI_S("end"), s->ahead};
	const struct eni_target row = {s->place, s->said, &open, eni_voids_of(m->book, ENI_STAYS)};
	const struct eni_entry entry[] = {{ENI_S("end"), day_text(m, s->end)}, {ENI_S("reason"), reason_text(m, s)},
	    {ENI_S("cause"), s->cause}, {ENI_S("note"), both_notes(m, noted, s->note)}};

	return eni_door_update(door, ENI_STAYS, &row, entry, sizeof entry / sizeof *entry);
}

/* A stay whose end is about to change in the clients' columns and stands nowhere else. */
static bool
is_to_be_kept(const struct eni_mover *m, const struct eni_stay *s)
{
	return !is_listed(m) && s->over && s->end != ENI_NODAY;
}

/* The columns that stays.csv needs for what moves there and for this stay. */
static int
need_columns(struct eni_mover *m, struct eni_door *door, const struct eni_stay *now)
{
	struct eni_entry entry[STAY_ENTRIES];
	int rc = 0;

	for (size_t i = 0; rc == 0 && i < m->n; i++)
		if (is_to_be_kept(m, &m->mine[i])) {
			say_stay(m, &m->mine[i], entry);
			rc = eni_door_need(door, ENI_STAYS, entry, STAY_ENTRIES);
		}
	say_stay(m, now, entry);
	return rc == -1 ? -1 : eni_door_need(door, ENI_STAYS, entry, STAY_ENTRIES);
}

/* What only the clients' columns say is about to change there: it moves to stays.csv first.  `now` comes next. */
static int
keep_earlier(struct eni_mover *m, struct eni_door *door, const struct eni_stay *now)
{
	int rc = need_columns(m, door, now);

	for (size_t i = 0; rc == 0 && i < m->n; i++)
		if (is_to_be_kept(m, &m->mine[i]))
			rc = append_stay(m, door, &m->mine[i]);
	return rc;
}

/* ---- leaving ---- */

static bool
has(const struct eni_mover *m, const char *field)
{
	return eni_sheet_has_header(&m->book->clients, eni_str_of(field));
}

/* One of those. */
static bool
is_empty(const struct eni_mover *m, struct eni_str field)
{
	const struct eni_sheet *c = &m->book->clients;

	return eni_str_trim(eni_sheet_text(c, eni_sheet_find(c, field, ENI_AS_RAW), m->row)).n == 0;
}

/* Until that day they are a client as before (decision 63). */
static bool
is_later(const struct eni_mover *m, int32_t day)
{
	return day > m->book->today;
}

/* Whether the list knows when the end of that stay was decided. */
static bool
is_decided(const struct eni_mover *m, const struct eni_stay *s)
{
	int32_t day = eni_sheet_when(&m->book->clients, m->decided, m->row).day;

	return day != ENI_NODAY && day >= s->start && day <= s->end;
}

/* All columns about this leaving; what they say of an earlier one goes, for stays.csv has it. */
static int
update_left(struct eni_mover *m, struct eni_door *door, const struct eni_stay *s, const struct eni_move *move)
{
	int status = s->reason == ENI_REASON_DEATH ? ENI_STATUS_DECEASED : ENI_STATUS_ENDED;
	bool later = is_later(m, s->end);
	/* the first day is written only where the columns have an earlier stay's */
	bool start = has(m, "start_date") && s->start != ENI_NODAY && latest(m, true) != NULL;
	int died = s->reason == ENI_REASON_DEATH ? eni_door_takes(door, ENI_CLIENTS, ENI_S("death_date")) : 0;
	const struct {
		struct eni_entry entry;
		bool is;
	} row[] = {{{ENI_S("status"), code_text(ENI_V_STATUS, status)}, !later},
	    {{ENI_S("decided_on"), later ? day_text(m, m->book->today) : ENI_S("")}, !is_decided(m, s)},
	    {{ENI_S("end_date"), day_text(m, s->end)}, true}, {{ENI_S("reason"), reason_text(m, s)}, true},
	    {{ENI_S("outlook"), code_text(ENI_V_OUTLOOK, move->outlook)}, true}, {{ENI_S("discharge_date"), ENI_S("")}, true},
	    {{ENI_S("rule_restored"), ENI_S("")}, true}, {{ENI_S("death_date"), day_text(m, s->end)}, died == 1},
	    {{ENI_S("cause"), s->cause}, true}, {{ENI_S("reason_note"), s->note}, true},
	    {{ENI_S("start_date"), day_text(m, s->start)}, start}};
	struct eni_entry kept[sizeof row / sizeof *row];
	size_t n = 0;

	for (size_t i = 0; i < sizeof row / sizeof *row; i++)
		if (row[i].is)
			kept[n++] = row[i].entry;
	return died == -1 ? -1 : update_client(m, door, kept, n);
}

/* Who dies while away keeps the reason for which they left; the day is written where the list takes it. */
static int
note_death(struct eni_mover *m, struct eni_door *door, int32_t day)
{
	const struct eni_entry dead[] = {
	    {ENI_S("status"), code_text(ENI_V_STATUS, ENI_STATUS_DECEASED)}, {ENI_S("death_date"), day_text(m, day)}};
	int takes = eni_door_takes(door, ENI_CLIENTS, ENI_S("death_date"));

	return takes == -1 ? -1 : update_client(m, door, dead, takes == 1 ? 2 : 1);
}

static int
leave(struct eni_mover *m, struct eni_door *door, const struct eni_move *move)
{
	struct eni_stay *now = latest(m, false), *before = latest(m, true), left;
	const struct eni_stay *other = now == NULL ? NULL : another(m, now);

	if (move->reason == ENI_REASON_DEATH && is_later(m, move->on))
		return refuse(m, N_("nobody is written down as dead before the day: %s lies ahead"), move->on);
	if (now == NULL && (is_gone(m) || m->n == 0) && before != NULL && before->end == move->on)
		return eni_warn(
		    m->book->diag, eni_sheet_place(&m->book->clients, m->row), NULL, "has left that day already; nothing written");
	if (is_gone(m) && status_of(m) != ENI_STATUS_DECEASED && move->reason == ENI_REASON_DEATH)
		return note_death(m, door, move->on);
	if (is_gone(m) || (now == NULL && !eni_status_is(status_of(m), ENI_IS_HERE)))
		return refuse(m,
		    before == NULL || before->end == ENI_NODAY ? N_("is not here, so cannot leave") : N_("has left already, on %s"),
		    before == NULL ? (int32_t)ENI_NODAY : before->end);
	if (other != NULL)
		return eni_fail(m->book->diag, now->place, NULL,
		    "goes on, as does line %lu: end one of the two stays, or delete it", (unsigned long)other->place.line);
	if (now == NULL && is_listed(m) && before != NULL && before->end == move->on)
		return update_left(m, door, before, move); /* a crash kept it out of clients.csv */
	left = now != NULL ? *now : (struct eni_stay){.start = ENI_NODAY};
	if (left.start != ENI_NODAY && move->on < left.start)
		return refuse(m, N_("came only on %s"), left.start);
	left.end = move->on;
	left.over = true;
	left.reason = move->reason;
	left.cause = move->cause;
	left.note = now != NULL && !is_listed(m) ? both_notes(m, now->note, move->note) : move->note;
	if (keep_earlier(m, door, &left) == -1 ||
	    (is_listed(m) && now != NULL ? end_listed(m, door, &left, now->note) : append_stay(m, door, &left)) == -1)
		return -1;
	return update_left(m, door, &left, move);
}

/* ---- returning ---- */

static int
come_back(struct eni_mover *m, struct eni_door *door, const struct eni_move *move)
{
	const struct eni_stay *now = latest(m, false), *before = latest(m, true);
	const struct eni_stay again = {.start = move->on, .end = ENI_NODAY, .note = move->note};
	const struct eni_entry entry[] = {
	    {ENI_S("status"), code_text(ENI_V_STATUS, ENI_STATUS_ACTIVE)}, {ENI_S("returned_date"), day_text(m, move->on)}};

	if (now != NULL && now->start == move->on && is_listed(m) && is_gone(m)) /* a crash kept it out of clients.csv */
		return update_client(m, door, entry, sizeof entry / sizeof *entry);
	if (now != NULL && now->start == move->on)
		return eni_warn(m->book->diag, eni_sheet_place(&m->book->clients, m->row), NULL,
		    "has been here since that day; nothing written");
	if (now != NULL)
		return refuse(m, N_("is here already, since %s"), now->start);
	if (is_dead(m) || before == NULL)
		return refuse(m, before == NULL ? N_("never left, so cannot return") : N_("is dead, and cannot return"), ENI_NODAY);
	if (before->end == ENI_NODAY)
		return refuse(m, N_("left on an unknown day: fill in end_date first"), ENI_NODAY);
	if (move->on < before->end)
		return refuse(m, N_("left only on %s"), before->end);
	if (keep_earlier(m, door, &again) == -1 || append_stay(m, door, &again) == -1)
		return -1;
	return update_client(m, door, entry, sizeof entry / sizeof *entry);
}

/* ---- taking back ---- */

/* The latest stay of all, or NULL. */
static const struct eni_stay *
last_stay(const struct eni_mover *m)
{
	const struct eni_stay *over = latest(m, true), *now = latest(m, false);

	return now == NULL || (over != NULL && over->start > now->start) ? over : now;
}

/* The one before it, or NULL. */
static const struct eni_stay *
stay_before(const struct eni_mover *m, const struct eni_stay *s)
{
	const struct eni_stay *before = NULL;

	for (size_t i = 0; s != NULL && i < m->n; i++)
		if (&m->mine[i] != s && m->mine[i].over && m->mine[i].end <= s->start &&
		    (before == NULL || m->mine[i].end >= before->end))
			before = &m->mine[i];
	return before;
}

/* One more row of stays.csv, as voids.h has it. */
static int
append_void(struct eni_mover *m, struct eni_door *door, const struct eni_stay *s)
{
	const struct eni_entry entry[] = {{ENI_S("id"), s->said}, {ENI_S("start"), day_text(m, s->start)},
	    {ENI_S("end"), s->ahead.n > 0 ? s->ahead : day_text(m, s->end)},
	    {ENI_S("reason"), eni_str_of(eni_word_code(ENI_V_OUTCOME, ENI_OUTCOME_VOID))}};
	size_t n = sizeof entry / sizeof *entry;

	return eni_door_need(door, ENI_STAYS, entry, n) == -1 ? -1 : eni_door_append(door, ENI_STAYS, entry, n);
}

/* What the list has of the leaving, trimmed. */
static struct eni_str
note_listed(const struct eni_mover *m)
{
	return eni_str_trim(eni_sheet_text(&m->book->clients, m->stays.note, m->row));
}

/* Whether nobody can tell what in a note was said before the leaving: both_notes went to the list as well. */
static bool
is_mixed(const struct eni_mover *m, const struct eni_stay *s)
{
	return eni_str_eq(s->note, note_listed(m)) && memmem(s->note.p, s->note.n, "; ", 2) != NULL;
}

/* What stood in a note before the leaving was noted behind it; of a mixed one all but the last. */
static struct eni_str
note_before(const struct eni_mover *m, const struct eni_stay *s)
{
	struct eni_str note = s->note, left = note_listed(m);
	size_t n = note.n;

	if (is_mixed(m, s))
		while (n > 2 && !eni_str_starts(eni_str_from(note, n - 2), ENI_S("; ")))
			n--;
	else if (left.n == note.n && eni_str_eq(left, note))
		n = 0;
	else if (left.n > 0 && left.n + 2 <= n && eni_str_eq(eni_str_from(note, n - left.n), left))
		n -= left.n;
	if (n >= 2 && n < note.n && eni_str_starts(eni_str_from(note, n - 2), ENI_S("; ")))
		n -= 2;
	return (struct eni_str){note.p, n};
}

/* The stay goes on as it did, unless nobody knows since when: then the client's own columns say so. */
static int
append_again(struct eni_mover *m, struct eni_door *door, const struct eni_stay *s)
{
	const struct eni_stay on = {.start = s->start, .end = ENI_NODAY, .note = note_before(m, s)};

	return s->start == ENI_NODAY ? 0 : append_stay(m, door, &on);
}

/* What of the client's columns stays.csv does not keep; those alone that the list has. */
static void
tell_lost(const struct eni_mover *m, const char *const *field, size_t n)
{
	struct eni_buf names = {0};

	for (size_t i = 0; i < n; i++)
		if (has(m, field[i]))
			eni_buf_printf(&names, "%s%s", names.n == 0 ? "" : ", ", field[i]);
	if (names.n > 0)
		eni_warn(m->book->diag, eni_sheet_place(&m->book->clients, m->row), NULL,
		    "stays.csv does not keep what stood here before in %.*s; check what stands there now", (int)names.n, names.p);
	eni_buf_free(&names);
}

/* The entries about a stay that is over, of columns that the list has; how many. */
static size_t
say_end(struct eni_mover *m, const struct eni_stay *s, struct eni_entry *entry)
{
	const struct eni_entry all[] = {{ENI_S("end_date"), day_text(m, s->end)},
	    {ENI_S("reason"), code_text(ENI_V_REASON, s->reason)}, {ENI_S("cause"), s->cause}, {ENI_S("reason_note"), s->note}};
	size_t n = 0;

	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		if (has(m, all[i].name.p))
			entry[n++] = all[i];
	return n;
}

/* The client's columns as they were before the end of `s`, whose stay goes on: about the leaving before it where they came back
 * from that, else empty.  status: it is to be set as well. */
static int
restore_here(struct eni_mover *m, struct eni_door *door, const struct eni_stay *s, bool status)
{
	static const char *const emptied[] = {"decided_on", "outlook", "death_date"};
	static const char *const of_before[] = {"outlook", "decided_on", "discharge_date", "rule_restored"};
	const struct eni_stay *before = is_empty(m, ENI_S("returned_date")) ? NULL : stay_before(m, s);
	const struct eni_stay none = {
	    .end = ENI_NODAY, .note = eni_str_eq(s->note, note_listed(m)) ? note_before(m, s) : ENI_S("")};
	const char *lost[6];
	struct eni_entry entry[8];
	size_t n = say_end(m, before == NULL ? &none : before, entry), losses = 0;

	for (size_t i = 0; i < sizeof emptied / sizeof *emptied; i++)
		if (has(m, emptied[i]))
			entry[n++] = (struct eni_entry){eni_str_of(emptied[i]), ENI_S("")};
	if (status) {
		entry[n++] = (struct eni_entry){ENI_S("status"), code_text(ENI_V_STATUS, ENI_STATUS_ACTIVE)};
		lost[losses++] = "status";
	}
	for (size_t i = 0; before != NULL && i < sizeof of_before / sizeof *of_before; i++)
		lost[losses++] = of_before[i];
	if (before == NULL && is_mixed(m, s))
		lost[losses++] = "reason_note";
	if (update_client(m, door, entry, n) == -1)
		return -1;
	tell_lost(m, lost, losses);
	return 1;
}

/* Who was gone when they died is gone again. */
static int
undo_death(struct eni_mover *m, struct eni_door *door)
{
	static const char *const lost[] = {"status"};
	const struct eni_entry entry[] = {
	    {ENI_S("status"), code_text(ENI_V_STATUS, ENI_STATUS_ENDED)}, {ENI_S("death_date"), ENI_S("")}};

	if (update_client(m, door, entry, has(m, "death_date") ? 2 : 1) == -1)
		return -1;
	tell_lost(m, lost, 1);
	return 1;
}

static int
undo_leave(struct eni_mover *m, struct eni_door *door)
{
	const struct eni_stay *last = last_stay(m);

	if (last == NULL || !is_listed(m))
		return refuse(m, N_("stays.csv has no leaving of this client to take back"), ENI_NODAY);
	if (status_of(m) == ENI_STATUS_DECEASED && last->over && !last->died && last->reason != ENI_REASON_DEATH)
		return undo_death(m, door);
	if (!last->over && last->ahead.n == 0 && is_gone(m)) /* a crash kept it out of clients.csv */
		return restore_here(m, door, last, true);
	if (last->died)
		return refuse(m, N_("no leaving is written in stays.csv: the death in this row ends the stay"), ENI_NODAY);
	if (!last->over && last->ahead.n == 0)
		return refuse(m, N_("has not left since %s"), last->start);
	if (append_void(m, door, last) == -1 || append_again(m, door, last) == -1)
		return -1;
	return restore_here(m, door, last, is_gone(m));
}

/* The client's columns as they were while away; of those about the leaving, which a return leaves alone, what was emptied since. */
static int
restore_away(struct eni_mover *m, struct eni_door *door, const struct eni_stay *left)
{
	static const char *const lost[] = {"status"};
	const struct eni_stay *earlier = stay_before(m, left);
	struct eni_when start = eni_sheet_when(&m->book->clients, m->stays.start[0], m->row);
	struct eni_entry entry[7], end[4];
	size_t n = 0, ends = say_end(m, left, end);

	entry[n++] = (struct eni_entry){ENI_S("status"), code_text(ENI_V_STATUS, ENI_STATUS_ENDED)};
	entry[n++] = (struct eni_entry){ENI_S("returned_date"), earlier == NULL ? ENI_S("") : day_text(m, left->start)};
	if (eni_is_day(start) && left->start != ENI_NODAY && start.day > left->end) /* that of the stay that is taken back */
		entry[n++] = (struct eni_entry){ENI_S("start_date"), day_text(m, left->start)};
	for (size_t i = 0; i < ends; i++)
		if (is_empty(m, end[i].name))
			entry[n++] = end[i];
	if (update_client(m, door, entry, n) == -1)
		return -1;
	tell_lost(m, lost, 1);
	return 1;
}

static int
undo_back(struct eni_mover *m, struct eni_door *door)
{
	const struct eni_stay *last = last_stay(m), *left = last == NULL || last->over ? last : stay_before(m, last);
	bool returned = left != NULL && !is_empty(m, ENI_S("returned_date"));

	if (left != NULL && is_listed(m) && last->over && returned && status_of(m) == ENI_STATUS_ACTIVE)
		return restore_away(m, door, left); /* a crash kept it out of clients.csv */
	if (left == NULL || !is_listed(m) || (last->over && stay_before(m, last) == NULL))
		return refuse(m, N_("stays.csv has no return of this client to take back"), ENI_NODAY);
	if (last->over || last->ahead.n > 0)
		return refuse(m, N_("has left since: churn leave --undo takes that back first"), ENI_NODAY);
	return append_void(m, door, last) == -1 ? -1 : restore_away(m, door, left);
}

int
eni_mover_write(struct eni_mover *m, struct eni_door *door, uint32_t row, const struct eni_move *move)
{
	const struct eni_sheet *c = &m->book->clients;
	struct eni_diag *d = m->book->diag;
	int rc;

	m->row = row;
	m->move = move;
	m->n = 0;
	if (c->same != NULL && c->same[row] != ENI_NONE)
		return eni_fail(d, eni_sheet_place(c, row), "id",
		    "line %lu has this id, too: keep one of the two records, or give each an id of its own",
		    (unsigned long)eni_sheet_place(c, c->same[row]).line);
	eni_voids_forget(m->book); /* others wrote until we had the lock */
	d->muted = !d->strict;     /* what is wrong with other people's stays is not this one's business */
	rc = eni_stays_each(&m->stays, keep_mine, m);
	d->muted = false;
	if (rc == -1)
		return -1;
	if (move->undo)
		return move->back ? undo_back(m, door) : undo_leave(m, door);
	return move->back ? come_back(m, door, move) : leave(m, door, move);
}
