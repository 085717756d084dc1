/* Calendar files, byte for byte and line by line. */
#include "page/ics.h"

#include <stdlib.h>

#include "any_text.h"
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

	eni_gate((struct eni_standing){0},
	    (struct eni_errand){way, ENI_CHANNEL_CALL, ENI_TO_FAMILY, ENI_CLASS_CARE, false, false, false}, &pass);
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

#define HEAD "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Enishi//Enishi//EN\r\nCALSCALE:GREGORIAN\r\nX-WR-CALNAME:T\\, x\r\n"

/* FNV-1a of "" and of "a" are published with the algorithm: cbf29ce484222325, af63dc4c8601ec8c. */
static void
test_bytes(void)
{
	struct eni_ics c = {.office = ENI_S("a"),
	    .title = ENI_S("T, x"),
	    .stamp = {day(2026, 11, 21), 0},
	    .today = day(2026, 11, 21),
	    .alarm = 540};
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
	c.stamp.minute = 18 * 60 + 30;
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
	c.stamp.minute = 30;
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

/* The alarm, counted from the start of the due day. */
static void
test_alarms(void)
{
	static const struct {
		int late, minute;
		const char *line;
	} rows[] = {
	    {0, 0, "\r\nTRIGGER:PT0S\r\n"},
	    {0, 5, "\r\nTRIGGER:PT5M\r\n"},
	    {0, 60, "\r\nTRIGGER:PT1H\r\n"},
	    {0, 1439, "\r\nTRIGGER:PT23H59M\r\n"},
	    {1, 540, "\r\nTRIGGER:P1DT9H\r\n"},
	    {7, 0, "\r\nTRIGGER:P7D\r\n"},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct eni_ics c = {.stamp = {day(2026, 11, 21), 0}, .today = day(2026, 11, 21), .alarm = rows[i].minute};
		struct eni_reminder r = {.pass = pass_for(ENI_WAY_LIST), .due = {c.today - rows[i].late, ENI_NOTIME}};
		bool written;
		struct eni_str got = write_one(c, &r, &written);

		ok(written && memmem(got.p, got.n, rows[i].line, strlen(rows[i].line)) != NULL, rows[i].line);
		free((char *)got.p);
	}
}

/* Without a pass, or without a day, not a byte. */
static void
test_pass(void)
{
	struct eni_ics c = {.title = ENI_S("t"), .stamp = {day(2026, 11, 21), 0}, .today = day(2026, 11, 21)};
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

/* A line of 75 octets stands as it is; what is more goes on in the next. */
static void
test_width(void)
{
#define WORDS "call the family and ask if Tuesday is still a good day for a visit" /* 74 octets with SUMMARY: */
	static const struct {
		const char *text, *lines;
	} rows[] = {
	    {WORDS "s", "\r\nSUMMARY:" WORDS "s\r\n"},
	    {WORDS "s.", "\r\nSUMMARY:" WORDS "s\r\n .\r\n"},
	    {WORDS "佐", "\r\nSUMMARY:" WORDS "\r\n 佐\r\n"},
	    {WORDS ",", "\r\nSUMMARY:" WORDS "\r\n \\,\r\n"},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct eni_str file = write_text(eni_str_of(rows[i].text));

		ok(memmem(file.p, file.n, rows[i].lines, strlen(rows[i].lines)) != NULL, rows[i].text);
		free((char *)file.p);
	}
}

static void
check_text(struct eni_str text, const char *made_of)
{
	const char *fault = fault_with(text);

	ok(fault == NULL, fault);
	if (fault != NULL)
		printf("     in a file of \"%.*s\" (%s)\n", (int)text.n, text.p, made_of);
}

static const char *const piece[] = {"a", "é", "佐", "𠮷", "が", "葛󠄀", ":", "\"", "=", " ", "\\", ",", ";", "\n", "\r", "\r\n",
    "\r\n ", "\nEND:VEVENT\n", "\t", "\x1b", "\x7f", "\xc2\x85", "\u2028", "\u202e", "\xff", "\x80", "\xe4\xbd", "\xed\xa0\x80"};
enum { PIECES = sizeof piece / sizeof *piece };

/* Each of them at every offset of a fold. */
static void
test_offsets(void)
{
	struct eni_buf text = {0};

	for (size_t i = 0; i < PIECES; i++)
		for (size_t before = 0; before < 80; before++) {
			text.n = 0;
			for (size_t n = 0; n < before; n++)
				eni_buf_char(&text, 'a');
			for (size_t n = 0; n < 40; n++)
				eni_buf_add(&text, eni_str_of(piece[i]));
			check_text(eni_buf_str(&text), "a run behind letters");
		}
	eni_buf_free(&text);
}

static uint64_t
next_random(uint64_t *seed)
{
	*seed = *seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	return *seed >> 33;
}

static void
test_mixtures(void)
{
	struct eni_buf text = {0};
	uint64_t seed = 1;

	for (size_t length = 0; length < 400; length++) {
		text.n = 0;
		for (size_t n = 0; n < length; n++)
			eni_buf_add(&text, eni_str_of(piece[next_random(&seed) % PIECES]));
		check_text(eni_buf_str(&text), "pieces");
		text.n = 0;
		for (size_t n = 0; n < length; n++)
			eni_buf_char(&text, (char)next_random(&seed));
		check_text(eni_buf_str(&text), "bytes");
	}
	eni_buf_free(&text);
}

static void
test_initials(void)
{
	static const struct {
		const char *lang, *name, *initials;
	} names[] = {{"ja", "佐藤 美咲", "佐○様"}, {"ja", "水野緑", "水○様"}, {"ja", "が行", "が○様"}, {"zh", "王小明", "王某"},
	    {"en", "佐藤 美咲", "佐.美."}, {"en", "王小明", "王."}, {"en", " 水野　緑 ", "水.緑."},
	    {"ja", "Ann Lee　Fox", "A.L.F."}, {"zh", "Ann Lee", "A.L."}, {"ja", "", ""}, {"en", " ", ""}};
	struct eni_buf b = {0};

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		b.n = 0;
		eni_initials(&b, eni_str_of(names[i].name), names[i].lang);
		is_str(eni_buf_str(&b), names[i].initials, names[i].name);
	}
	eni_buf_free(&b);
}

int
main(void)
{
	test_bytes();
	test_alarms();
	test_pass();
	test_width();
	test_offsets();
	test_mixtures();
	test_initials();
	return unit_done();
}
