/* Calendar files: see ics.h. */
#include "page/ics.h"

#include <libical/ical.h>
#include <stdlib.h>

#include "base/text.h"

enum { DAY_MINUTES = 1440 };

/* ---- texts ---- */

/* A text as libical may have it: line ends stay, other controls are shown, and a NUL ends it.  libical escapes and folds. */
static const char *
plain(struct eni_buf *b, struct eni_str s)
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
	eni_buf_char(b, '\0');
	return b->p;
}

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

static const char *
uid(struct eni_buf *b, const struct eni_ics *c, const struct eni_reminder *r)
{
	int y, m, d;

	b->n = 0;
	safe(b, r->id);
	eni_buf_char(b, '.');
	safe(b, r->rule);
	if (eni_is_day(r->anchor)) {
		eni_day_split(r->anchor.day, &y, &m, &d);
		eni_buf_printf(b, ".%04d%02d%02d", y, m, d);
		if (r->anchor.minute >= 0)
			eni_buf_printf(b, "T%02d%02d", r->anchor.minute / 60, r->anchor.minute % 60);
	}
	eni_buf_printf(b, "@%016llx.enishi", (unsigned long long)number_of(c->office));
	eni_buf_char(b, '\0');
	return b->p;
}

/* ---- times ---- */

static struct icaltimetype
date(int32_t day)
{
	struct icaltimetype t = icaltime_null_date();

	eni_day_split(day, &t.year, &t.month, &t.day);
	return t;
}

static struct icaltimetype
stamp(const struct eni_ics *c)
{
	int64_t minutes = eni_when_minutes(c->now) - (c->now.minute < 0 ? 0 : c->utc_minutes);
	int64_t day = minutes >= 0 ? minutes / DAY_MINUTES : -((DAY_MINUTES - 1 - minutes) / DAY_MINUTES);
	struct icaltimetype t = date((int32_t)day);

	t.is_date = 0;
	t.second = 0;
	t.zone = icaltimezone_get_utc_timezone();
	t.hour = (int)(minutes - day * DAY_MINUTES) / 60;
	t.minute = (int)(minutes - day * DAY_MINUTES) % 60;
	return t;
}

/* ---- components ---- */

static void
add(icalcomponent *to, icalproperty *p)
{
	icalcomponent_add_property(to, p);
}

/* From the start of the due day, of a to-do from its DUE. */
static icalcomponent *
alarm_of(const struct eni_ics *c, const struct eni_reminder *r, const char *text)
{
	icalcomponent *a = icalcomponent_new_valarm();
	int late = c->now.day > r->due.day ? c->now.day - r->due.day : 0;
	int minute = r->due.minute >= 0 ? r->due.minute : c->alarm;
	struct icaltriggertype when = icaltriggertype_from_int((late * DAY_MINUTES + minute) * 60);
	icalproperty *trigger = icalproperty_new_trigger(when);

	if (c->todo)
		icalproperty_add_parameter(trigger, icalparameter_new_related(ICAL_RELATED_END));
	add(a, icalproperty_new_action(ICAL_ACTION_DISPLAY));
	add(a, icalproperty_new_description(text));
	add(a, trigger);
	return a;
}

static void
add_days(icalcomponent *to, const struct eni_ics *c, const struct eni_reminder *r, bool cancelled)
{
	int32_t last = !cancelled && c->now.day > r->due.day ? c->now.day : r->due.day;

	if (c->todo) {
		add(to, icalproperty_new_due(date(r->due.day)));
		return;
	}
	add(to, icalproperty_new_dtstart(date(r->due.day)));
	add(to, icalproperty_new_dtend(date(last + 1))); /* the first day after */
	add(to, icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT));
}

static enum icalproperty_status
status_of(const struct eni_ics *c, bool cancelled)
{
	if (cancelled)
		return ICAL_STATUS_CANCELLED;
	return c->todo ? ICAL_STATUS_NEEDSACTION : ICAL_STATUS_CONFIRMED;
}

static icalcomponent *
component(const struct eni_ics *c, const struct eni_reminder *r)
{
	icalcomponent *e = c->todo ? icalcomponent_new_vtodo() : icalcomponent_new_vevent();
	bool cancelled = eni_pass_way(r->pass) == ENI_WAY_RECALL;
	struct eni_buf b = {0};

	add(e, icalproperty_new_uid(uid(&b, c, r)));
	add(e, icalproperty_new_dtstamp(stamp(c)));
	add_days(e, c, r, cancelled);
	add(e, icalproperty_new_sequence((int)(r->answers < INT32_MAX ? r->answers : INT32_MAX)));
	add(e, icalproperty_new_status(status_of(c, cancelled)));
	add(e, icalproperty_new_class(ICAL_CLASS_PRIVATE));
	if (r->priority > 0)
		add(e, icalproperty_new_priority(4 * r->priority - 3)); /* 1, 5, 9: high, medium, low */
	if (r->description.n > 0)
		add(e, icalproperty_new_description(plain(&b, r->description)));
	add(e, icalproperty_new_summary(plain(&b, r->summary)));
	if (!cancelled)
		icalcomponent_add_component(e, alarm_of(c, r, b.p));
	eni_buf_free(&b);
	return e;
}

/* ---- the file ---- */

static void
begin(struct eni_ics *c)
{
	icalproperty *name;
	struct eni_buf b = {0};
	char *line;

	fputs("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Enishi//Enishi//EN\r\nCALSCALE:GREGORIAN\r\n", c->out);
	name = icalproperty_new_x(plain(&b, c->title)); /* line ends and backslashes are escaped in it, commas not */
	icalproperty_set_x_name(name, "X-WR-CALNAME");
	line = icalproperty_as_ical_string_r(name);
	fputs(line, c->out);
	free(line);
	icalproperty_free(name);
	eni_buf_free(&b);
}

bool
eni_ics_add(struct eni_ics *c, const struct eni_reminder *r)
{
	icalcomponent *e;
	char *text;

	if (r->pass == NULL || !eni_is_day(r->due))
		return false;
	if (c->n++ == 0)
		begin(c);
	e = component(c, r);
	text = icalcomponent_as_ical_string_r(e);
	fputs(text, c->out);
	free(text);
	icalcomponent_free(e);
	return true;
}

int
eni_ics_end(struct eni_ics *c)
{
	if (c->n > 0)
		fputs("END:VCALENDAR\r\n", c->out);
	return ferror(c->out) ? -1 : 0;
}
