/*
 * Call detail records of Asterisk and FreePBX: rows into calls.  See phonelog.h for what they mean.
 *
 * Rows are joined by keys: the linkedid; else the uniqueid and the names of Local/ channels, whose two ends ;1 and ;2 stand in two
 * rows.
 */
#include "base/num.h"
#include "base/scan.h"
#include "phone/phonelog_priv.h"

enum {
	START,
	SRC,
	DST,
	CHANNEL,
	DSTCHANNEL,
	BILLSEC,
	DISPOSITION,
	UNIQUEID,
	CDR_REQUIRED,
	CONTEXT = CDR_REQUIRED,
	LINKEDID,
	IS_APP,
	CDR_FIELDS
};
_Static_assert((int)CDR_FIELDS <= (int)ENI_LOG_FIELDS, "room for the fields of a CDR");

/* Layouts without header, by their number of columns. */
static const struct {
	size_t columns, at[CDR_FIELDS];
} layouts[] = {
    {21, {9, 1, 2, 5, 6, 13, 14, 16, 3, 19, SIZE_MAX}},
    {18, {9, 1, 2, 5, 6, 13, 14, 16, 3, SIZE_MAX, SIZE_MAX}},
    {19, {8, 1, 2, 4, 5, 12, 13, 16, 3, SIZE_MAX, SIZE_MAX}},
};

/* As Asterisk and FreePBX name them, and MikoPBX, which marks queues, menus and mail boxes by is_app. */
static const char *const names[][3] = {[START] = {"start", "calldate"},
    [SRC] = {"src", "src_num"},
    [DST] = {"dst", "dst_num"},
    [CHANNEL] = {"channel", "src_chan"},
    [DSTCHANNEL] = {"dstchannel", "dst_chan"},
    [BILLSEC] = {"billsec"},
    [DISPOSITION] = {"disposition"},
    [UNIQUEID] = {"uniqueid", "UNIQUEID"},
    [CONTEXT] = {"dcontext"},
    [LINKEDID] = {"linkedid"},
    [IS_APP] = {"is_app"}};
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

/* The column of that field, or SIZE_MAX. */
static size_t
find_column(const struct eni_log_input *in, size_t field)
{
	for (const char *const *name = names[field]; *name != NULL; name++)
		for (size_t i = 0; i < in->n_header; i++)
			if (eni_str_is(in->header[i], *name))
				return i;
	return SIZE_MAX;
}

static bool
is_export(struct eni_log_input *in)
{
	for (size_t k = 0; k < CDR_FIELDS; k++)
		if ((in->at[k] = find_column(in, k)) == SIZE_MAX && k < CDR_REQUIRED)
			return false;
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
		return n > 0 && n < ENI_SHORTEST_OUTSIDE && (n == peer.n || peer.p[n] == '-');
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
	bool inside = side != -1 && (eni_number_is_short(src) || is_house_phone(channel));

	if (!eni_number_is_outside(dst))
		return inside ? 0 : ENI_DIR_IN;
	return inside || (side == 1 && !is_local(channel)) ? ENI_DIR_OUT : ENI_DIR_IN;
}

/* ---- reading ---- */

static bool
read_leg(struct eni_log_input *in, struct eni_call *call)
{
	struct eni_str to = eni_log_cell(in, DSTCHANNEL);
	int64_t billed = 0;

	*call = (struct eni_call){.line = ENI_NONE, .subject = ENI_NONE};
	eni_count_parse(eni_log_cell(in, BILLSEC), &billed);
	call->answered = billed > 0 && to.n > 0 && !is_local(to) && !eni_str_is(eni_log_cell(in, IS_APP), "1");
	call->dir = direction(in);
	call->number = eni_log_number(in, eni_log_cell(in, call->dir == ENI_DIR_OUT ? DST : SRC));
	return eni_log_moment(in, eni_log_cell(in, START), call);
}

/* The counters in the names of Local/ channels begin anew with the telephone system, so the day and the caller are of the key. */
static void
join_local(struct eni_legs *l, struct eni_log_input *in, size_t field, uint32_t leg)
{
	struct eni_str channel = eni_log_cell(in, field), src = eni_log_cell(in, SRC);
	const char *end = memchr(channel.p, ';', channel.n);
	struct eni_buf key = {0};

	if (!is_local(channel) || end == NULL)
		return;
	eni_buf_printf(&key, "%.*s %.*s %ld", (int)(end - channel.p), channel.p, (int)src.n, src.p, (long)l->leg[leg].call.at.day);
	eni_legs_join(l, eni_buf_str(&key), leg);
	eni_buf_free(&key);
}

static int
take_row(struct eni_legs *l, struct eni_log_input *in)
{
	struct eni_str linked = eni_log_cell(in, LINKEDID), unique = eni_log_cell(in, UNIQUEID);
	struct eni_call call;
	uint32_t leg;

	if (!read_leg(in, &call))
		return eni_log_reject(in, "start", "want a moment such as 2026-04-01 14:05:00");
	leg = eni_legs_add(l, &call, is_local(eni_log_cell(in, CHANNEL)));
	if (linked.n > 0) {
		eni_legs_join(l, linked, leg);
		return 0;
	}
	if (unique.n > 0)
		eni_legs_join(l, unique, leg);
	join_local(l, in, CHANNEL, leg);
	join_local(l, in, DSTCHANNEL, leg);
	return 0;
}

int
eni_cdr_read(struct eni_log_input *in)
{
	struct eni_legs legs = {0};
	int got;

	eni_log_want(in, CDR_FIELDS);
	while ((got = eni_reader_next(in->reader, &in->row)) > 0)
		if (take_row(&legs, in) == -1) {
			got = -1;
			break;
		}
	eni_legs_end(&legs, in->log);
	return got;
}
