/* Calendar files, byte for byte and line by line. */
#include "page/ics.h"

#include <stdlib.h>

#include "base/text.h"
#include "cli/agenda.h"
#include "unit.h"

static int32_t
day(int y, int m, int d)
{
	int32_t n = 0;

	ok(eni_day_make(y, m, d, &n), "a day");
	return n;
}

static const struct eni_pass *
pass_for(enum eni_way way)
{
	const struct eni_pass *pass;

	eni_gate((struct eni_standing){0}, (struct eni_errand){way, ENI_CHANNEL_CALL, ENI_TO_FAMILY, ENI_CLASS_CARE, false}, &pass);
	return pass;
}

/* What is written for one reminder; free the text. */
static struct eni_str
write_one(struct eni_ics c, const struct eni_reminder *r, bool *written)
{
	char *text = NULL;
	size_t n = 0;

	c.out = open_memstream(&text, &n);
	*written = eni_ics_add(&c, r);
	ok(eni_ics_end(&c) == 0, "the stream is fine");
	fclose(c.out);
	return (struct eni_str){text, n};
}

#define HEAD "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Enishi//Enishi//EN\r\nCALSCALE:GREGORIAN\r\nX-WR-CALNAME:T, x\r\n"

/* FNV-1a of "" and of "a" are published with the algorithm: cbf29ce484222325, af63dc4c8601ec8c. */
static void
test_bytes(void)
{
	struct eni_ics c = {.office = ENI_S("a"), .title = ENI_S("T, x"), .now = {day(2026, 11, 21), ENI_NOTIME}, .alarm = 540};
	struct eni_reminder r = {.pass = pass_for(ENI_WAY_LIST),
	    .id = ENI_S("A.1"),
	    .rule = ENI_S("how-are-you"),
	    .anchor = {day(2026, 10, 19), ENI_NOTIME},
	    .due = {day(2026, 11, 19), ENI_NOTIME},
	    .answers = 2,
	    .priority = 2,
	    .summary = ENI_S("call"),
	    .description = ENI_S("one\ntwo; three")};
	bool written;
	struct eni_str got = write_one(c, &r, &written);

	ok(written, "written");
	is_str(got,
	    HEAD
	    "BEGIN:VEVENT\r\nUID:A=2E1.how-are-you.20261019@af63dc4c8601ec8c.enishi\r\nDTSTAMP:20261121T000000Z\r\n"
	    "DTSTART;VALUE=DATE:20261119\r\nDTEND;VALUE=DATE:20261122\r\nTRANSP:TRANSPARENT\r\nSEQUENCE:2\r\nSTATUS:CONFIRMED\r\n"
	    "CLASS:PRIVATE\r\nPRIORITY:5\r\nDESCRIPTION:one\\ntwo\\; three\r\nSUMMARY:call\r\nBEGIN:VALARM\r\nACTION:DISPLAY\r\n"
	    "DESCRIPTION:call\r\nTRIGGER:P2DT9H\r\nEND:VALARM\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
	    "two days late: through today, the alarm this morning");
	free((char *)got.p);

	/* 18:30 in Japan is 09:30 UTC; the alarm is at the due minute; no alarm for what is taken back */
	c.now.minute = 18 * 60 + 30;
	c.utc_minutes = 540;
	c.todo = true;
	c.office = (struct eni_str){"", 0};
	r = (struct eni_reminder){.pass = pass_for(ENI_WAY_REPLY),
	    .id = ENI_S("K"),
	    .rule = ENI_S("r"),
	    .anchor = {day(2026, 11, 21), 65},
	    .due = {day(2026, 11, 22), 605},
	    .summary = ENI_S("s")};
	got = write_one(c, &r, &written);
	is_str(got,
	    HEAD "BEGIN:VTODO\r\nUID:K.r.20261121T0105@cbf29ce484222325.enishi\r\nDTSTAMP:20261121T093000Z\r\n"
		 "DUE;VALUE=DATE:20261122\r\nSEQUENCE:0\r\nSTATUS:NEEDS-ACTION\r\nCLASS:PRIVATE\r\nSUMMARY:s\r\nBEGIN:VALARM\r\n"
		 "ACTION:DISPLAY\r\nDESCRIPTION:s\r\nTRIGGER;RELATED=END:PT10H5M\r\nEND:VALARM\r\nEND:VTODO\r\nEND:VCALENDAR\r\n",
	    "a to-do");
	free((char *)got.p);

	/* 00:30 in Japan is the day before in UTC */
	c.now.minute = 30;
	c.todo = false;
	r.pass = pass_for(ENI_WAY_RECALL);
	r.anchor = ENI_NEVER;
	r.due = (struct eni_when){day(2026, 11, 18), 605};
	r.answers = 1;
	got = write_one(c, &r, &written);
	is_str(got,
	    HEAD
	    "BEGIN:VEVENT\r\nUID:K.r@cbf29ce484222325.enishi\r\nDTSTAMP:20261120T153000Z\r\nDTSTART;VALUE=DATE:20261118\r\n"
	    "DTEND;VALUE=DATE:20261119\r\nTRANSP:TRANSPARENT\r\nSEQUENCE:1\r\nSTATUS:CANCELLED\r\nCLASS:PRIVATE\r\nSUMMARY:s\r\n"
	    "END:VEVENT\r\nEND:VCALENDAR\r\n",
	    "taken back");
	free((char *)got.p);
}

/* Without a pass, or without a day, not a byte. */
static void
test_pass(void)
{
	struct eni_ics c = {.title = ENI_S("t"), .now = {day(2026, 11, 21), ENI_NOTIME}};
	struct eni_reminder r = {
	    .id = ENI_S("K"), .rule = ENI_S("r"), .due = {day(2026, 11, 22), ENI_NOTIME}, .summary = ENI_S("s")};
	bool written;
	struct eni_str got = write_one(c, &r, &written);

	ok(!written && got.n == 0, "no pass, no byte");
	free((char *)got.p);
	eni_gate((struct eni_standing){.dead = true}, (struct eni_errand){.way = ENI_WAY_LIST, .to = ENI_TO_FAMILY}, &r.pass);
	got = write_one(c, &r, &written);
	ok(!written && got.n == 0, "the dead have none");
	free((char *)got.p);
	r.pass = pass_for(ENI_WAY_LIST);
	r.due = ENI_NEVER;
	got = write_one(c, &r, &written);
	ok(!written && got.n == 0, "no day, no byte");
	free((char *)got.p);
}

/* Lines of at most 75 octets, each of them whole characters; unfolded and unescaped the text again. */
static bool
folds_well(struct eni_str file)
{
	while (file.n > 0) {
		const char *end = memchr(file.p, '\n', file.n);
		size_t n = end == NULL ? file.n : (size_t)(end - file.p);

		if (end == NULL || n == 0 || end[-1] != '\r' || n - 1 > 75 || eni_utf8_prefix((struct eni_str){file.p, n}) != n)
			return false;
		file = eni_str_from(file, n + 1);
	}
	return true;
}

static struct eni_buf
unfolded_summary(struct eni_str file)
{
	struct eni_buf b = {0};
	const char *at = memmem(file.p, file.n, "SUMMARY:", 8), *end = file.p + file.n;
	bool escaped = false;

	for (at = at == NULL ? end : at + 8; at < end; at++) {
		if (*at == '\r' && end - at > 2 && at[2] == ' ') {
			at += 2; /* also between a backslash and what it escapes */
			continue;
		}
		if (*at == '\r')
			break;
		if (*at == '\\' && !escaped) {
			escaped = true;
			continue;
		}
		escaped = false;
		eni_buf_char(&b, *at);
	}
	return b;
}

static void
test_folding(void)
{
	static const char *const piece[] = {"a", "é", "佐", "𠮷", "\\", ",", ";", "が", "葛󠄀", ":"};
	struct eni_ics c = {.title = ENI_S("t"), .now = {day(2026, 11, 21), ENI_NOTIME}};
	struct eni_buf text = {0}, back;
	uint64_t seed = 1;
	bool written;

	for (size_t len = 0; len < 400; len++) {
		struct eni_reminder r = {
		    .pass = pass_for(ENI_WAY_LIST), .id = ENI_S("K"), .rule = ENI_S("r"), .due = {day(2026, 11, 22), ENI_NOTIME}};
		struct eni_str got;

		text.n = 0;
		for (size_t i = 0; i < len; i++) {
			seed = seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
			eni_buf_add(&text, eni_str_of(piece[(seed >> 33) % (sizeof piece / sizeof *piece)]));
		}
		r.summary = r.description = eni_buf_str(&text);
		got = write_one(c, &r, &written);
		ok(written && folds_well(got), "no line over 75 octets, none begins inside a character");
		back = unfolded_summary(got);
		ok(eni_str_eq(eni_buf_str(&back), eni_buf_str(&text)), "unfolded it is what it was");
		eni_buf_free(&back);
		free((char *)got.p);
	}
	eni_buf_free(&text);
}

static void
test_initials(void)
{
	static const struct {
		const char *name, *initials;
	} names[] = {{"佐藤 美咲", "佐.美."}, {"王小明", "王."}, {"Ann Lee　Fox", "A.L.F."}, {" 水野　緑 ", "水.緑."},
	    {"が行", "が."}, {"", ""}, {" ", ""}};
	struct eni_buf b = {0};

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		b.n = 0;
		eni_initials(&b, eni_str_of(names[i].name));
		is_str(eni_buf_str(&b), names[i].initials, names[i].name);
	}
	eni_buf_free(&b);
}

int
main(void)
{
	test_bytes();
	test_pass();
	test_folding();
	test_initials();
	return unit_done();
}
