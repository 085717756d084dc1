/* Calendar files: see ics.h.  Section numbers are those of RFC 5545. */
#include "page/ics.h"

#include <inttypes.h>

#include "base/text.h"

enum { DAY_MINUTES = 1440, LINE_OCTETS = 75 };

/* ---- values ---- */

/* A text as TEXT may hold it: line ends stay, other controls are shown. */
static struct eni_str
shown(struct eni_buf *b, struct eni_str s)
{
	b->n = 0;
	while (s.n > 0) {
		const char *nl = memchr(s.p, '\n', s.n);
		size_t n = nl == NULL ? s.n : (size_t)(nl - s.p);

		eni_show(b, (struct eni_str){s.p, n});
		if (nl != NULL)
			eni_buf_char(b, '\n');
		s = eni_str_from(s, n + 1);
	}
	return eni_buf_str(b);
}

/* A line NAME:TEXT of shown text: escaped (3.3.11), and folded (3.1) where neither a character nor an escape is parted. */
static void
add_text(struct eni_buf *b, const char *name, struct eni_str s)
{
	size_t start = b->n;

	eni_buf_printf(b, "%s:", name);
	for (size_t n; s.n > 0; s = eni_str_from(s, n)) {
		bool escaped = strchr("\n\\;,", s.p[0]) != NULL; /* shown text holds no NUL */

		for (n = 1; n < s.n && ((unsigned char)s.p[n] & 0xc0) == 0x80; n++)
			;
		if (b->n - start + escaped + n > LINE_OCTETS) {
			eni_buf_add(b, ENI_S("\r\n "));
			start = b->n - 1; /* the blank counts */
		}
		if (escaped)
			eni_buf_char(b, '\\');
		eni_buf_add(b, s.p[0] == '\n' ? ENI_S("n") : (struct eni_str){s.p, n});
	}
	eni_buf_add(b, ENI_S("\r\n"));
}

/* 20261121, or 20261121T0930 where the time is known. */
static void
add_when(struct eni_buf *b, struct eni_when w)
{
	int y, m, d;

	eni_day_split(w.day, &y, &m, &d);
	eni_buf_printf(b, "%04d%02d%02d", y, m, d);
	if (w.minute >= 0)
		eni_buf_printf(b, "T%02d%02d", w.minute / 60, w.minute % 60);
}

/* A line NAME;VALUE=DATE:DAY. */
static void
add_date(struct eni_buf *b, const char *name, int32_t day)
{
	eni_buf_printf(b, "%s;VALUE=DATE:", name);
	add_when(b, (struct eni_when){day, ENI_NOTIME});
	eni_buf_add(b, ENI_S("\r\n"));
}

/* A duration (3.3.6) of at least one part. */
static void
add_duration(struct eni_buf *b, int days, int minutes)
{
	eni_buf_char(b, 'P');
	if (days > 0)
		eni_buf_printf(b, "%dD", days);
	if (minutes > 0 || days == 0)
		eni_buf_char(b, 'T');
	if (minutes >= 60)
		eni_buf_printf(b, "%dH", minutes / 60);
	if (minutes % 60 > 0)
		eni_buf_printf(b, "%dM", minutes % 60);
	if (minutes == 0 && days == 0)
		eni_buf_add(b, ENI_S("0S"));
}

/* ---- identity ---- */

/* Letters, digits, - and _ as they are, every other byte as =XX. */
static void
safe(struct eni_buf *b, struct eni_str s)
{
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];

		if ((c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || c == '-' || c == '_')
			eni_buf_char(b, (char)c);
		else
			eni_buf_printf(b, "=%02X", c);
	}
}

/* FNV-1a, 64 bits: http://www.isthe.com/chongo/tech/comp/fnv/ */
static uint64_t
number_of(struct eni_str s)
{
	uint64_t h = UINT64_C(14695981039346656037);

	for (size_t i = 0; i < s.n; i++)
		h = (h ^ (unsigned char)s.p[i]) * UINT64_C(1099511628211);
	return h;
}

static struct eni_str
uid(struct eni_buf *b, const struct eni_ics *c, const struct eni_reminder *r)
{
	b->n = 0;
	safe(b, r->id);
	eni_buf_char(b, '.');
	safe(b, r->rule);
	if (eni_is_day(r->anchor)) {
		eni_buf_char(b, '.');
		add_when(b, r->anchor);
	}
	eni_buf_printf(b, "@%016" PRIx64 ".enishi", number_of(c->office));
	return eni_buf_str(b);
}

/* ---- components ---- */

static void
add_stamp(struct eni_buf *b, const struct eni_ics *c)
{
	int64_t minutes = eni_when_minutes(c->stamp) - c->utc_minutes;
	int64_t day = minutes >= 0 ? minutes / DAY_MINUTES : -((DAY_MINUTES - 1 - minutes) / DAY_MINUTES);

	eni_buf_add(b, ENI_S("DTSTAMP:"));
	add_when(b, (struct eni_when){(int32_t)day, (int32_t)(minutes - day * DAY_MINUTES)});
	eni_buf_add(b, ENI_S("00Z\r\n"));
}

static void
add_days(struct eni_buf *b, const struct eni_ics *c, const struct eni_reminder *r, bool cancelled)
{
	int32_t last = !cancelled && c->today > r->due.day ? c->today : r->due.day;

	if (c->todo) {
		add_date(b, "DUE", r->due.day);
		return;
	}
	add_date(b, "DTSTART", r->due.day);
	add_date(b, "DTEND", last + 1); /* the first day after */
	eni_buf_add(b, ENI_S("TRANSP:TRANSPARENT\r\n"));
}

/* Its trigger counts from the start of the due day, which of a to-do is its end. */
static void
add_alarm(struct eni_buf *b, const struct eni_ics *c, const struct eni_reminder *r, struct eni_str summary)
{
	int late = c->today > r->due.day ? c->today - r->due.day : 0;

	eni_buf_add(b, ENI_S("BEGIN:VALARM\r\nACTION:DISPLAY\r\n"));
	add_text(b, "DESCRIPTION", summary);
	eni_buf_printf(b, "TRIGGER%s:", c->todo ? ";RELATED=END" : "");
	add_duration(b, late, r->due.minute >= 0 ? r->due.minute : c->alarm);
	eni_buf_add(b, ENI_S("\r\nEND:VALARM\r\n"));
}

static void
add_component(struct eni_buf *b, const struct eni_ics *c, const struct eni_reminder *r)
{
	const char *name = c->todo ? "VTODO" : "VEVENT";
	bool cancelled = eni_pass_way(r->pass) == ENI_WAY_RECALL;
	struct eni_buf text = {0};

	eni_buf_printf(b, "BEGIN:%s\r\n", name);
	add_text(b, "UID", uid(&text, c, r));
	add_stamp(b, c);
	add_days(b, c, r, cancelled);
	eni_buf_printf(b, "SEQUENCE:%" PRIu32 "\r\n", r->answers);
	eni_buf_printf(b, "STATUS:%s\r\n", cancelled ? "CANCELLED" : c->todo ? "NEEDS-ACTION" : "CONFIRMED");
	eni_buf_add(b, ENI_S("CLASS:PRIVATE\r\n"));
	if (r->priority > 0)
		eni_buf_printf(b, "PRIORITY:%d\r\n", 4 * r->priority - 3); /* 1, 5, 9: high, medium, low */
	if (r->description.n > 0)
		add_text(b, "DESCRIPTION", shown(&text, r->description));
	add_text(b, "SUMMARY", shown(&text, r->summary));
	if (!cancelled)
		add_alarm(b, c, r, eni_buf_str(&text));
	eni_buf_printf(b, "END:%s\r\n", name);
	eni_buf_free(&text);
}

/* ---- the file ---- */

static void
add_head(struct eni_buf *b, const struct eni_ics *c)
{
	struct eni_buf text = {0};

	eni_buf_add(b, ENI_S("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Enishi//Enishi//EN\r\nCALSCALE:GREGORIAN\r\n"));
	add_text(b, "X-WR-CALNAME", shown(&text, c->title));
	eni_buf_free(&text);
}

bool
eni_ics_add(struct eni_ics *c, const struct eni_reminder *r)
{
	struct eni_buf b = {0};

	if (r->pass == NULL || !eni_is_day(r->due))
		return false;
	if (c->n++ == 0)
		add_head(&b, c);
	add_component(&b, c, r);
	fwrite(b.p, 1, b.n, c->out);
	eni_buf_free(&b);
	return true;
}

int
eni_ics_end(struct eni_ics *c)
{
	if (c->n > 0)
		fputs("END:VCALENDAR\r\n", c->out);
	return ferror(c->out) ? -1 : 0;
}
