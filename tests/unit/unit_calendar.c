/* Working days of both sides: the days of the worked cases, the long holidays, and searches that end. */
#include "rule/calendar.h"

#include <stdlib.h>
#include <unistd.h>

#include "unit.h"

/* A book with up to two files, its office and its almanac. */
struct book {
	char dir[32];
	struct eni_diag d;
	struct eni_office office;
	struct eni_almanac *almanac;
};

static void
put(const char *dir, const char *name, struct eni_str text)
{
	struct eni_buf path = {0};
	FILE *f;

	eni_buf_printf(&path, "%s/%s", dir, name);
	eni_buf_char(&path, '\0');
	f = text.n == 0 ? NULL : fopen(path.p, "w");
	if (f != NULL) {
		fwrite(text.p, 1, text.n, f);
		fclose(f);
	} else {
		unlink(path.p);
	}
	eni_buf_free(&path);
}

static void
open_book(struct book *b, const char *office, const char *name, struct eni_str file)
{
	*b = (struct book){.dir = "/tmp/eni-calendar-XXXXXX", .d = {.prog = "t", .quiet = true}};
	ok(mkdtemp(b->dir) != NULL, "a folder to work in");
	put(b->dir, "office.yaml", eni_str_of(office));
	put(b->dir, name, file);
	ok(eni_office_read(&b->office, b->dir, &b->d) == 0, office);
	b->almanac = eni_almanac_open(&b->office, b->dir, &b->d);
	put(b->dir, "office.yaml", ENI_S(""));
	put(b->dir, name, ENI_S(""));
	rmdir(b->dir);
}

static void
close_book(struct book *b)
{
	eni_almanac_free(b->almanac);
	eni_office_free(&b->office);
}

static int32_t
day(int ymd)
{
	int32_t n = ENI_NODAY;

	eni_day_make(ymd / 10000, ymd / 100 % 100, ymd % 100, &n);
	return n;
}

static int
number(int32_t n)
{
	int y, m, d;

	if (n == ENI_NODAY)
		return 0;
	eni_day_split(n, &y, &m, &d);
	return y * 10000 + m * 100 + d;
}

#define PARTNER "partner: {open: [mon, tue, wed, thu, fri], holidays: jp, closed: [12-29..01-03]}\n"
static const char day_service[] =
    "calendar: {open: [mon, tue, wed, thu, fri, sat], holidays: open, closed: [12-31..01-03]}\n" PARTNER;
static const char cm_office[] = "calendar: {open: [mon, tue, wed, thu, fri], holidays: jp}\npartner: {holidays: jp}\n";
static const char chinese[] = "office: {country: cn}\ncalendar: {open: [mon..sun], holidays: open}\npartner: {holidays: cn}\n";
static const char chinese_week[] = "office: {country: cn}\ncalendar: {open: [mon..fri], holidays: open}\n";
static const char summer[] = "calendar: {closed: [2026-08-13..2026-08-15, 08-20], extra_open: [2026-11-22, 2026-08-14]}\npartner: "
			     "{extra_open: 2026-11-23}\n";

static const struct {
	const char *what, *office;
	enum eni_side side;
	enum eni_roll roll;
	int from, to;
} rolls[] = {
    {"A3: we work on Saturday", day_service, ENI_OWN, ENI_ROLL_NEXT, 20261121, 20261121},
    {"A3: the care manager has the weekend and the Monday off", day_service, ENI_PARTNER, ENI_ROLL_NEXT, 20261121, 20261124},
    {"A19: Sunday to the holiday on which we open", day_service, ENI_OWN, ENI_ROLL_NEXT, 20261122, 20261123},
    {"A19: the same Monday for the care manager", day_service, ENI_PARTNER, ENI_ROLL_NEXT, 20261123, 20261124},
    {"D1: the meeting is announced after the holiday", cm_office, ENI_PARTNER, ENI_ROLL_NEXT, 20261123, 20261124},
    {"an office that keeps holidays", cm_office, ENI_OWN, ENI_ROLL_NEXT, 20261103, 20261104},
    {"previous", day_service, ENI_PARTNER, ENI_ROLL_PREV, 20261123, 20261120},
    {"same", day_service, ENI_PARTNER, ENI_ROLL_SAME, 20261123, 20261123},
    {"an open day stays", day_service, ENI_PARTNER, ENI_ROLL_NEXT, 20261124, 20261124},
    {"Golden Week 2026 begins on a Saturday", day_service, ENI_PARTNER, ENI_ROLL_NEXT, 20260502, 20260507},
    {"Golden Week 2026, back", day_service, ENI_PARTNER, ENI_ROLL_PREV, 20260506, 20260501},
    {"Golden Week 2027", day_service, ENI_PARTNER, ENI_ROLL_NEXT, 20270501, 20270506},
    {"silver week 2026", day_service, ENI_PARTNER, ENI_ROLL_NEXT, 20260919, 20260924},
    {"equinox on a Sunday 2027", day_service, ENI_PARTNER, ENI_ROLL_NEXT, 20270320, 20270323},
    {"new year, partner: closed to the 3rd, a Sunday", day_service, ENI_PARTNER, ENI_ROLL_NEXT, 20261229, 20270104},
    {"new year, own", day_service, ENI_OWN, ENI_ROLL_NEXT, 20261231, 20270104},
    {"new year, own, back", day_service, ENI_OWN, ENI_ROLL_PREV, 20270103, 20261230},
    {"new year 1990 began in 1989", day_service, ENI_OWN, ENI_ROLL_NEXT, 19900101, 19900104},
    {"the last new year", day_service, ENI_OWN, ENI_ROLL_PREV, 21991231, 21991230},
    {"before the table weekdays alone decide", day_service, ENI_PARTNER, ENI_ROLL_NEXT, 19850504, 19850506},
    {"National Day and the Saturday worked for it", chinese, ENI_PARTNER, ENI_ROLL_NEXT, 20261001, 20261008},
    {"the worked Saturday itself", chinese, ENI_PARTNER, ENI_ROLL_NEXT, 20261010, 20261010},
    {"the Sunday after it", chinese, ENI_PARTNER, ENI_ROLL_NEXT, 20261011, 20261012},
    {"spring festival", chinese, ENI_PARTNER, ENI_ROLL_NEXT, 20260215, 20260224},
    {"the Saturday worked before it", chinese, ENI_PARTNER, ENI_ROLL_NEXT, 20260214, 20260214},
    {"holidays: open, a home works through", chinese, ENI_OWN, ENI_ROLL_NEXT, 20261001, 20261001},
    {"holidays: open, a built-in worked day changes nothing", chinese_week, ENI_OWN, ENI_ROLL_NEXT, 20261010, 20261012},
    {"summer closing beats extra_open", summer, ENI_OWN, ENI_ROLL_NEXT, 20260813, 20260817},
    {"a yearly day", summer, ENI_OWN, ENI_ROLL_NEXT, 20270820, 20270821},
    {"extra_open on a Sunday", summer, ENI_OWN, ENI_ROLL_NEXT, 20261122, 20261122},
    {"extra_open on a holiday", summer, ENI_PARTNER, ENI_ROLL_NEXT, 20261121, 20261123},
    {"closed for good", "calendar: {closed: [01-01..12-31]}\n", ENI_OWN, ENI_ROLL_NEXT, 20261121, 0},
    {"closed for good, back", "calendar: {closed: [01-01..12-31]}\n", ENI_OWN, ENI_ROLL_PREV, 20261121, 0},
    {"closed for 400 days", "calendar: {open: [mon..sun], closed: [2026-01-01..2027-02-04]}\n", ENI_OWN, ENI_ROLL_NEXT, 20260101,
	20270205},
    {"closed for 401 days", "calendar: {open: [mon..sun], closed: [2026-01-01..2027-02-05]}\n", ENI_OWN, ENI_ROLL_NEXT, 20260101,
	0},
    {"29 February in a leap year", "calendar: {open: [mon..sun], closed: 02-29}\n", ENI_OWN, ENI_ROLL_NEXT, 20280229, 20280301},
    {"and no other day in other years", "calendar: {open: [mon..sun], closed: 02-29}\n", ENI_OWN, ENI_ROLL_NEXT, 20270228,
	20270228},
    {"nor the day after", "calendar: {open: [mon..sun], closed: 02-29}\n", ENI_OWN, ENI_ROLL_NEXT, 20270301, 20270301},
};

static void
test_rolls(void)
{
	struct book b;

	for (size_t i = 0; i < sizeof rolls / sizeof *rolls; i++) {
		open_book(&b, rolls[i].office, "holidays.csv", ENI_S(""));
		is_int(
		    number(eni_roll_day(b.almanac, rolls[i].side, rolls[i].roll, day(rolls[i].from))), rolls[i].to, rolls[i].what);
		close_book(&b);
	}
}

static const struct {
	const char *what;
	int from, to, day, want;
} windows[] = {
    {"D1, F1: inside", 11, 20, 20261112, 20261112},
    {"D1, F2: a day late waits for December", 11, 20, 20261121, 20261211},
    {"before: forward to the 11th", 11, 20, 20261101, 20261111},
    {"the 11th is a Sunday", 11, 20, 20261001, 20261013},
    {"wraps over the month end", 25, 5, 20261106, 20261125},
    {"inside the head of a wrapped window", 25, 5, 20261203, 20261203},
    {"a wrapped window and the new year", 25, 5, 20261229, 20270104},
    {"only a 31st", 31, 31, 20261101, 20270331},
};

/* A day of the window that was rolled from one day to another. */
static const struct {
	const char *what;
	int from, to, asked, rolled, want;
} window_rolls[] = {
    {"the last Saturday goes back", 11, 20, 20261219, 20261221, 20261218},
    {"a Sunday at the end, too, over the Saturday", 11, 20, 20261220, 20261221, 20261218},
    {"one in the middle goes on", 11, 20, 20261114, 20261116, 20261116},
    {"a holiday at the end", 11, 23, 20261123, 20261124, 20261120},
    {"who comes after the window waits for the next", 11, 20, 20261121, 20261124, 20261211},
    {"rolled back before the first day, on within the window", 11, 20, 20261011, 20261009, 20261013},
    {"back in the tail of a wrapped window", 25, 5, 20261205, 20261207, 20261204},
    {"on in a wrapped window", 25, 5, 20270103, 20270104, 20270104},
    {"no open day in the window", 1, 3, 20270102, 20270104, 20270201},
    {"a window of one closed day", 19, 19, 20261219, 20261221, 20270119},
    {"the whole month has no end to leave by", 1, 31, 20261128, 20261130, 20261130},
};

static void
test_windows(void)
{
	struct book b;

	open_book(&b, day_service, "holidays.csv", ENI_S(""));
	for (size_t i = 0; i < sizeof windows / sizeof *windows; i++)
		is_int(number(eni_window_day(b.almanac, windows[i].from, windows[i].to, day(windows[i].day))), windows[i].want,
		    windows[i].what);
	for (size_t i = 0; i < sizeof window_rolls / sizeof *window_rolls; i++)
		is_int(number(eni_window_roll(b.almanac, window_rolls[i].from, window_rolls[i].to, day(window_rolls[i].asked),
			   day(window_rolls[i].rolled))),
		    window_rolls[i].want, window_rolls[i].what);
	is_int(eni_window_roll(b.almanac, 11, 20, INT32_MAX, INT32_MAX), ENI_NODAY, "nor one to go back from");
	is_int(eni_roll_day(b.almanac, ENI_OWN, ENI_ROLL_NEXT, ENI_NODAY), ENI_NODAY, "no day stays none");
	is_int(eni_window_day(b.almanac, 1, 31, INT32_MAX), ENI_NODAY, "no overflow");
	close_book(&b);
}

static const struct {
	const char *what, *office, *name, *file;
	enum eni_side side;
	int day;
	bool open;
} files[] = {
    {"off in the book", cm_office, "holidays.csv", "date,name,kind\n2026-11-25,創立記念日,\n", ENI_OWN, 20261125, false},
    {"off changes nothing with holidays: open", day_service, "holidays.csv", "date,kind\n2026-11-25,off\n", ENI_OWN, 20261125,
	true},
    {"work opens a Sunday for us", day_service, "holidays.csv", "date,kind\n2026-11-22,work\n", ENI_OWN, 20261122, true},
    {"and for partners", day_service, "holidays.csv", "date,kind\n2026-11-22,work\n", ENI_PARTNER, 20261122, true},
    {"work wins over a built-in holiday", cm_office, "holidays.tsv", "date\tkind\n2026-11-23\twork\n", ENI_OWN, 20261123, true},
    {"off wins over a built-in worked day", chinese, "holidays.csv", "date,kind\n2026-10-10,off\n", ENI_PARTNER, 20261010, false},
    {"yaml", cm_office, "holidays.yaml", "- {date: 2028-11-23, name: 勤労感謝の日}\n", ENI_OWN, 20281123, false},
    {"closed: beats work", "calendar: {closed: [2026-11-25]}\n", "holidays.csv", "date,kind\n2026-11-25,work\n", ENI_OWN, 20261125,
	false},
    {"the cabinet file as it is", "calendar: {holidays: jp}\nholiday_file: syukujitsu.csv\n", "syukujitsu.csv",
	"\x8d\x91\x96\xaf\x82\xcc\x8f\x6a\x93\xfa\x81\x45\x8b\x78\x93\xfa\x8c\x8e\x93\xfa,\x8d\x91\x96\xaf\x82\xcc\x8f\x6a\x93"
	"\xfa\x81\x45\x8b\x78\x93\xfa\x96\xbc\x8f\xcc\r\n1955/1/1,\x8c\xb3\x93\xfa\r\n2028/1/1,\x8c\xb3\x93\xfa\r\n2028/1/10,"
	"\x90\xac\x90\x6c\x82\xcc\x93\xfa\r\n",
	ENI_OWN, 20280110, false},
};

static void
test_files(void)
{
	struct book b;

	for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
		open_book(&b, files[i].office, files[i].name, eni_str_of(files[i].file));
		is_int(b.d.status, 0, files[i].what);
		ok(b.almanac != NULL && eni_is_open(b.almanac, files[i].side, day(files[i].day)) == files[i].open, files[i].what);
		close_book(&b);
	}
}

static void
test_bad_files(void)
{
	struct book b;

	open_book(&b, cm_office, "holidays.csv", ENI_S("date,kind\n2026-02-30,off\n2026-11-25,maybe\n2026-11-26,off\n"));
	is_int(b.d.status, 1, "bad rows are set aside");
	is_int(b.d.messages, 2, "each with its reason");
	ok(!eni_is_open(b.almanac, ENI_OWN, day(20261126)) && eni_is_open(b.almanac, ENI_OWN, day(20261125)),
	    "the good one counts");
	close_book(&b);
	open_book(&b, cm_office, "holidays.csv", ENI_S("name\nx\n"));
	ok(b.almanac == NULL && b.d.status == 2, "no date column");
	close_book(&b);
	open_book(&b, "holiday_file: none.csv\n", "holidays.csv", ENI_S(""));
	ok(b.almanac == NULL && b.d.status == 2, "a holiday_file that is not there");
	close_book(&b);
}

static void
test_missing(void)
{
	struct book b;
	int years[2];

	open_book(&b, day_service, "holidays.csv", ENI_S("date\n2028-01-01\n"));
	eni_is_open(b.almanac, ENI_OWN, day(20300101));
	eni_is_open(b.almanac, ENI_PARTNER, day(20261231));
	eni_is_open(b.almanac, ENI_PARTNER, day(20281231));
	is_int(eni_almanac_missing(b.almanac, years, 2), 0, "open, built in, in the book");
	eni_is_open(b.almanac, ENI_PARTNER, day(20300101));
	eni_is_open(b.almanac, ENI_PARTNER, day(20251231));
	eni_is_open(b.almanac, ENI_PARTNER, day(20250101));
	is_int(eni_almanac_missing(b.almanac, years, 1), 2, "each year once");
	is_int(eni_almanac_missing(b.almanac, years, 2), 2, "two years");
	ok(years[0] == 2025 && years[1] == 2030, "in order");
	close_book(&b);
	open_book(&b, chinese, "holidays.csv", ENI_S(""));
	eni_is_open(b.almanac, ENI_PARTNER, day(20270101));
	ok(eni_almanac_missing(b.almanac, years, 2) == 1 && years[0] == 2027, "China 2027 is not built in");
	close_book(&b);
}

static const struct {
	const char *what;
	int minute, days, want;
} hours[] = {
    {"before: the same day", 8 * 60 + 59, 0, 9 * 60},
    {"the first minute is inside", 9 * 60, 0, 9 * 60},
    {"inside", 14 * 60 + 5, 0, 14 * 60 + 5},
    {"the last minute is inside", 17 * 60 + 59, 0, 17 * 60 + 59},
    {"the end is outside: the next day", 18 * 60, 1, 9 * 60},
    {"a day without time stays", ENI_NOTIME, 0, ENI_NOTIME},
};

static void
test_hours(void)
{
	struct eni_hours h = {9 * 60, 18 * 60};

	for (size_t i = 0; i < sizeof hours / sizeof *hours; i++) {
		struct eni_when w = eni_in_hours(h, (struct eni_when){day(20261121), hours[i].minute});

		is_int(w.day - day(20261121), hours[i].days, hours[i].what);
		is_int(w.minute, hours[i].want, hours[i].what);
	}
	ok(!eni_is_day(eni_in_hours(h, ENI_NEVER)), "never stays never");
}

int
main(void)
{
	test_rolls();
	test_windows();
	test_files();
	test_bad_files();
	test_missing();
	test_hours();
	return unit_done();
}
