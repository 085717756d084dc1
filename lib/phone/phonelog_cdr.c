/*
 * Call detail records of Asterisk and FreePBX: rows into calls.  See phonelog.h for what they mean.
 *
 * Rows are joined by keys: the linkedid; else the uniqueid and the names of Local/ channels, whose two ends ;1 and ;2 stand in two
 * rows.  Legs are written when they end, so any of them may come first, and two calls that were begun apart may turn out to be one.
 */
#include <stdlib.h>

#include "base/num.h"
#include "base/scan.h"
#include "phone/phonelog_priv.h"

enum { START, SRC, DST, CONTEXT, CHANNEL, DSTCHANNEL, BILLSEC, DISPOSITION, UNIQUEID, LINKEDID, CDR_FIELDS };
_Static_assert((int)CDR_FIELDS <= (int)ENI_LOG_FIELDS, "room for the fields of a CDR");

/* Layouts without header, by their number of columns. */
static const struct {
	size_t columns, at[CDR_FIELDS];
} layouts[] = {
    {21, {9, 1, 2, 3, 5, 6, 13, 14, 16, 19}},
    {18, {9, 1, 2, 3, 5, 6, 13, 14, 16, SIZE_MAX}},
    {19, {8, 1, 2, 3, 4, 5, 12, 13, 16, SIZE_MAX}},
};

static const char *const names[] = {[START] = "start",
    [SRC] = "src",
    [DST] = "dst",
    [CONTEXT] = "dcontext",
    [CHANNEL] = "channel",
    [DSTCHANNEL] = "dstchannel",
    [BILLSEC] = "billsec",
    [DISPOSITION] = "disposition",
    [UNIQUEID] = "uniqueid",
    [LINKEDID] = "linkedid"};
ENI_ROW_FOR_EACH(names, CDR_FIELDS);

/* ---- shapes ---- */

static bool
is_disposition(struct eni_str s)
{
	static const char *const known[] = {"ANSWERED", "NO ANSWER", "BUSY", "FAILED", "CONGESTION"};

	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (eni_str_is(s, known[i]))
			return true;
	return false;
}

static bool
is_export(struct eni_log_input *in)
{
	for (size_t k = 0; k < CDR_FIELDS; k++) {
		in->at[k] = SIZE_MAX;
		for (size_t i = 0; i < in->n_header; i++)
			if (eni_str_is(in->header[i], names[k]) || (k == START && eni_str_is(in->header[i], "calldate")))
				in->at[k] = i;
		if (in->at[k] == SIZE_MAX && k != LINKEDID)
			return false;
	}
	return true;
}

/* The first record, which the reader took for a header, has a moment and a disposition where they belong. */
static bool
is_headless(struct eni_log_input *in)
{
	struct eni_when w;

	for (size_t i = 0; i < sizeof layouts / sizeof *layouts; i++) {
		const size_t *at = layouts[i].at;

		if (layouts[i].columns == in->n_header && eni_when_parse(in->header[at[START]], &w, NULL) == 1 &&
		    is_disposition(in->header[at[DISPOSITION]])) {
			memcpy(in->at, at, sizeof layouts[i].at);
			eni_reader_headless(in->reader);
			return true;
		}
	}
	return false;
}

bool
eni_cdr_is(struct eni_log_input *in)
{
	return is_export(in) || is_headless(in);
}

/* ---- one row ---- */

enum { SHORTEST_OUTSIDE = 7 };

static size_t
digit_count(struct eni_str s)
{
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++)
		n += eni_is_digit(s.p[i]);
	return n;
}

static bool
is_short(struct eni_str number)
{
	size_t n = digit_count(number);

	return n > 0 && n < SHORTEST_OUTSIDE;
}

static bool
is_outside(struct eni_str number)
{
	return digit_count(number) >= SHORTEST_OUTSIDE;
}

static bool
is_local(struct eni_str channel)
{
	return eni_str_starts(channel, ENI_S("Local/"));
}

/* PJSIP/101-0000002a: a telephone of the house.  A trunk is called by a word, analogue lines (DAHDI/1-1) by their port. */
static bool
is_house_phone(struct eni_str channel)
{
	static const char *const technologies[] = {"PJSIP/", "SIP/", "IAX2/", "SCCP/"};

	for (size_t i = 0; i < sizeof technologies / sizeof *technologies; i++) {
		struct eni_str tech = eni_str_of(technologies[i]), peer;
		size_t n = 0;

		if (!eni_str_starts(channel, tech))
			continue;
		peer = eni_str_from(channel, tech.n);
		while (n < peer.n && eni_is_digit(peer.p[n]))
			n++;
		return n > 0 && n < SHORTEST_OUTSIDE && (n == peer.n || peer.p[n] == '-');
	}
	return false;
}

/* What the context says of where a call began: 1 inside, -1 outside, 0 nothing. */
static int
context_side(struct eni_str context)
{
	static const struct {
		const char *begins;
		int side;
	} known[] = {{"from-internal", 1}, {"internal", 1}, {"outgoing", 1}, {"outbound", 1}, {"from-trunk", -1}, {"from-pstn", -1},
	    {"from-did", -1}, {"from-sip-external", -1}, {"incoming", -1}, {"inbound", -1}};

	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (eni_str_starts(context, eni_str_of(known[i].begins)))
			return known[i].side;
	return 0;
}

/* ENI_DIR_IN, ENI_DIR_OUT, or 0 for a call within the house. */
static uint8_t
direction(const struct eni_log_input *in)
{
	struct eni_str src = eni_log_cell(in, SRC), dst = eni_log_cell(in, DST), channel = eni_log_cell(in, CHANNEL);
	int side = context_side(eni_log_cell(in, CONTEXT));
	bool inside = side != -1 && (is_short(src) || is_house_phone(channel));

	if (!is_outside(dst))
		return inside ? 0 : ENI_DIR_IN;
	return inside || (side == 1 && !is_local(channel)) ? ENI_DIR_OUT : ENI_DIR_IN;
}

/* A call in the making.  Parts that turned out to be one call point to it. */
struct part {
	struct eni_call call;
	uint32_t same; /* the part it belongs to, or itself */
	bool local;    /* known from a Local/ leg alone so far */
};

struct cdr {
	struct eni_log_input *in;
	struct eni_arena arena; /* of keys */
	struct eni_map by_key;
	struct part *part;
	size_t n, cap;
};

static bool
read_leg(struct eni_log_input *in, struct part *leg)
{
	struct eni_str to = eni_log_cell(in, DSTCHANNEL);
	int64_t billed = 0;

	*leg = (struct part){.call = {.subject = ENI_NONE}, .local = is_local(eni_log_cell(in, CHANNEL))};
	eni_count_parse(eni_log_cell(in, BILLSEC), &billed);
	leg->call.answered = billed > 0 && to.n > 0 && !is_local(to);
	leg->call.dir = direction(in);
	leg->call.number = eni_log_number(in, eni_log_cell(in, leg->call.dir == ENI_DIR_OUT ? DST : SRC));
	return eni_log_moment(in, eni_log_cell(in, START), &leg->call);
}

/* ---- joining ---- */

static int
cmp_start(const struct eni_call *a, const struct eni_call *b)
{
	int c = eni_when_cmp(a->at, b->at);

	return c != 0 ? c : (a->second > b->second) - (a->second < b->second);
}

/* The first leg on a real channel says what the call is; any leg may have reached a person. */
static void
merge(struct part *into, const struct part *leg)
{
	bool answered = into->call.answered || leg->call.answered;

	if (leg->local != into->local ? into->local : cmp_start(&leg->call, &into->call) < 0) {
		into->call = leg->call;
		into->local = leg->local;
	}
	into->call.answered = answered;
}

static uint32_t
root_of(const struct cdr *c, uint32_t i)
{
	while (c->part[i].same != i)
		i = c->part[i].same;
	return i;
}

/* Puts the leg's part under one more key; what was there under that key is the same call. */
static void
join(struct cdr *c, struct eni_str key, uint32_t part)
{
	uint32_t had = eni_map_get(&c->by_key, key), to = root_of(c, part);

	if (had == ENI_NONE) {
		eni_map_add(&c->by_key, eni_arena_pack(&c->arena, key), part);
		return;
	}
	had = root_of(c, had);
	if (had == to)
		return;
	merge(&c->part[had], &c->part[to]);
	c->part[to].same = had;
}

/* The counters in the names of Local/ channels begin anew with the telephone system, so the day and the caller are of the key. */
static void
join_local(struct cdr *c, size_t field, uint32_t part)
{
	struct eni_str channel = eni_log_cell(c->in, field), src = eni_log_cell(c->in, SRC), key;
	const char *end = memchr(channel.p, ';', channel.n);
	struct eni_buf b = {0};

	if (!is_local(channel) || end == NULL)
		return;
	eni_buf_printf(&b, "%.*s %.*s %ld", (int)(end - channel.p), channel.p, (int)src.n, src.p, (long)c->part[part].call.at.day);
	key = eni_buf_str(&b);
	join(c, key, part);
	eni_buf_free(&b);
}

static int
take_row(struct cdr *c)
{
	struct eni_str linked = eni_log_cell(c->in, LINKEDID), unique = eni_log_cell(c->in, UNIQUEID);
	uint32_t at = (uint32_t)c->n;
	struct part leg;

	if (!read_leg(c->in, &leg))
		return eni_log_reject(c->in, "start", "want a moment such as 2026-04-01 14:05:00");
	leg.same = at;
	c->part = eni_grow(c->part, &c->cap, c->n + 1, sizeof *c->part);
	c->part[c->n++] = leg;
	if (linked.n > 0) {
		join(c, linked, at);
		return 0;
	}
	if (unique.n > 0)
		join(c, unique, at);
	join_local(c, CHANNEL, at);
	join_local(c, DSTCHANNEL, at);
	return 0;
}

int
eni_cdr_read(struct eni_log_input *in)
{
	struct cdr c = {.in = in};
	int got;

	eni_log_want(in, CDR_FIELDS);
	while ((got = eni_reader_next(in->reader, &in->row)) > 0)
		if (take_row(&c) == -1) {
			got = -1;
			break;
		}
	for (uint32_t i = 0; i < c.n; i++)
		if (c.part[i].same == i && c.part[i].call.dir != 0)
			eni_log_add(in->log, &c.part[i].call);
	free(c.part);
	eni_map_free(&c.by_key);
	eni_arena_free(&c.arena);
	return got;
}
