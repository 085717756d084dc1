/* Days: every way in which an office writes one, what is none, the ends of months, eras, times and intervals. */
#include "base/day_hand.h"
#include "base/period.h"
#include "unit.h"
#include "vectors.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))

/* The answer of eni_when_parse as text: ISO, "" for an empty value, "none" for what is no date; "Z" behind a moment in UTC. */
static const char *
read_when(struct eni_str text, bool zones)
{
	static char answer[ENI_WHEN_TEXT + 2];
	struct eni_when w;
	bool utc = false;
	int got = eni_when_parse(text, &w, zones ? &utc : NULL);
	size_t n;

	if (got == -1)
		return eni_is_day(w) ? "none, but *out is not empty" : "none";
	n = eni_when_format(w, answer);
	if (got == 0 && n > 0)
		return "empty, but *out is not";
	memcpy(answer + n, utc ? "Z" : "", utc ? 2 : 1);
	return answer;
}

static void
test_days(void)
{
	static const struct {
		const char *note, *text, *want;
	} rows[] = {
	    {"ISO", "2026-11-21", "2026-11-21"},
	    {"slashes, as Excel shows it", "2026/1/5", "2026-01-05"},
	    {"slashes with zeros", "2026/01/05", "2026-01-05"},
	    {"unpadded ISO, as forms write it", "2024-1-5", "2024-01-05"},
	    {"points", "2026.11.21", "2026-11-21"},
	    {"eight digits", "20261121", "2026-11-21"},
	    {"kanji", "2026年11月21日", "2026-11-21"},
	    {"kanji, padded with blanks", "2026年 1月 5日", "2026-01-05"},
	    {"the Chinese spoken day", "2026年1月5号", "2026-01-05"},
	    {"era in kanji", "令和8年11月21日", "2026-11-21"},
	    {"era in kanji, padded", "令和 8年 1月 5日", "2026-01-05"},
	    {"the first year of an era", "令和元年5月1日", "2019-05-01"},
	    {"the first year as a number", "令和1年5月1日", "2019-05-01"},
	    {"the first year with a letter", "R元.5.1", "2019-05-01"},
	    {"era letter and points", "R8.11.21", "2026-11-21"},
	    {"era letter, padded", "R8. 1. 5", "2026-01-05"},
	    {"era letter and slashes", "R8/11/21", "2026-11-21"},
	    {"era letter and hyphens", "R08-11-21", "2026-11-21"},
	    {"era letter and six digits", "R081121", "2026-11-21"},
	    {"small era letter", "h31.4.30", "2019-04-30"},
	    {"a birth in Showa", "昭和15年3月2日", "1940-03-02"},
	    {"a birth in Taisho", "T14.12.31", "1925-12-31"},
	    {"Meiji, last year", "M45.7.29", "1912-07-29"},
	    {"Meiji before 1873 counts as Gregorian", "明治元年1月25日", "1868-01-25"},
	    {"the era as one character", "㍻31年4月30日", "2019-04-30"},
	    {"full-width digits and strokes", "２０２６－１１－２１", "2026-11-21"},
	    {"full-width kanji form", "２０２６年１１月２１日", "2026-11-21"},
	    {"the long vowel sign for a hyphen", "2026ー11ー21", "2026-11-21"},
	    {"the minus sign for a hyphen", "2026−11−21", "2026-11-21"},
	    {"blanks around it", "  2026-11-21\t\r\n", "2026-11-21"},
	    {"an ideographic blank behind it", "2026/11/21　", "2026-11-21"},
	    {"weekday in brackets", "2026/11/21(土)", "2026-11-21"},
	    {"weekday in full-width brackets", "2026年11月21日（土曜日）", "2026-11-21"},
	    {"weekday as one character", "2026/11/21㈯", "2026-11-21"},
	    {"weekday of Chinese Excel", "2026年11月21日星期六", "2026-11-21"},
	    {"weekday of Japanese Excel", "2026年11月21日 土曜日", "2026-11-21"},
	    {"weekday in English", "2026-11-21 (Sat)", "2026-11-21"},
	    {"leap day", "2024-02-29", "2024-02-29"},
	    {"leap day of a whole century", "2000/2/29", "2000-02-29"},
	    {"the first year that is read", "1868-01-01", "1868-01-01"},
	    {"the last day that is read", "2199-12-31", "2199-12-31"},
	    {"nothing", "", ""},
	    {"blanks", " 　\t", ""},
	    {"a no-break blank", "\u00a0", ""},
	};

	for (size_t i = 0; i < COUNT(rows); i++)
		is_str(eni_str_of(read_when(eni_str_of(rows[i].text), false)), rows[i].want, rows[i].note);
}

static void
test_no_days(void)
{
	static const struct {
		const char *note, *text;
	} rows[] = {
	    {"no leap year", "2023-02-29"},
	    {"1900 was no leap year", "1900-02-29"},
	    {"no such day, slashes", "2026/4/31"},
	    {"no such day, era", "令和8年2月29日"},
	    {"no month 13", "2026-13-01"},
	    {"no month 0", "2026-00-10"},
	    {"no day 0", "2026-11-0"},
	    {"two-digit year", "24-01-05"},
	    {"two-digit year, slashes", "26/11/21"},
	    {"day first", "21/11/2026"},
	    {"year alone", "2026"},
	    {"month alone", "2026-11"},
	    {"month alone, kanji", "2026年11月"},
	    {"something behind it", "2024-1-5X"},
	    {"something behind ISO", "2026-11-21X"},
	    {"something before it", "x2026-11-21"},
	    {"a remark in brackets is not a weekday", "2026/11/21(取消)"},
	    {"an open bracket", "2026/11/21(土"},
	    {"a bare weekday sign", "2026/11/21土"},
	    {"two kinds of marks", "2026/11-21"},
	    {"a range", "2026-11-21..2026-11-22"},
	    {"three digits for the day", "2026-11-211"},
	    {"nine digits", "202611211"},
	    {"seven digits", "2026112"},
	    {"letters among the digits", "20x6-11-21"},
	    {"no day 19: 2o", "2026-11-2o"},
	    {"Heisei ended on 30 April", "平成31年5月1日"},
	    {"Heisei ended, letter", "H31.5.1"},
	    {"Showa ended on 7 January", "昭和64年1月8日"},
	    {"Reiwa had not begun", "令和元年4月30日"},
	    {"Taisho ended on 24 December", "大正15年12月25日"},
	    {"Meiji ended on 29 July", "明治45年7月30日"},
	    {"no year 0 of an era", "令和0年1月1日"},
	    {"no year 0, six digits", "R000101"},
	    {"era year of three digits", "R008.1.1"},
	    {"元 without an era", "元年5月1日"},
	    {"an unknown era", "慶応3年1月1日"},
	    {"before 1868", "1867-12-31"},
	    {"after 2199", "2200-01-01"},
	    {"a word", "明日"},
	    {"a sign", "-"},
	    {"lunar dates are not read", "腊月二十三"},
	    {"CP932 bytes", "\x97\xdf\x98\x61"},
	    {"longer than any date",
		"2026-11-21                                                                                               "
		"                            14:05:00"},
	};

	for (size_t i = 0; i < COUNT(rows); i++)
		is_str(eni_str_of(read_when(eni_str_of(rows[i].text), true)), "none", rows[i].note);
}

static void
test_moments(void)
{
	static const struct {
		const char *note, *text, *want;
	} rows[] = {
	    {"blank between", "2026-11-21 14:05", "2026-11-21 14:05"},
	    {"ISO T", "2026-11-21T14:05", "2026-11-21 14:05"},
	    {"midnight", "2026-11-21 00:00", "2026-11-21 00:00"},
	    {"the last minute", "2026-11-21 23:59", "2026-11-21 23:59"},
	    {"seconds are dropped", "2026-11-21 14:05:59", "2026-11-21 14:05"},
	    {"and their parts", "2026-11-21T14:05:59.123", "2026-11-21 14:05"},
	    {"one digit for the hour", "2026/1/5 9:01", "2026-01-05 09:01"},
	    {"two blanks", "2026/1/5  9:01", "2026-01-05 09:01"},
	    {"full-width", "２０２６／１／５　１４：０５", "2026-01-05 14:05"},
	    {"kanji", "2026年11月21日14時05分", "2026-11-21 14:05"},
	    {"kanji, full hour", "2026年11月21日 14時", "2026-11-21 14:00"},
	    {"kanji, half past", "令和8年11月21日14時半", "2026-11-21 14:30"},
	    {"kanji with seconds", "2026年11月21日14時5分7秒", "2026-11-21 14:05"},
	    {"simplified Chinese", "2026年11月21日 14时05分", "2026-11-21 14:05"},
	    {"afternoon", "2026年11月21日午後2時5分", "2026-11-21 14:05"},
	    {"Chinese afternoon", "2026/11/21 下午2:05", "2026-11-21 14:05"},
	    {"Chinese afternoon, as Excel has it", "2026/11/21 下午 2:05:00", "2026-11-21 14:05"},
	    {"Chinese afternoon, already in 24 hours", "2026/11/21 下午14:05", "2026-11-21 14:05"},
	    {"morning", "2026/11/21 午前9:00", "2026-11-21 09:00"},
	    {"behind the time", "2026/11/21 2:05:00 PM", "2026-11-21 14:05"},
	    {"noon", "2026/11/21 12:30 PM", "2026-11-21 12:30"},
	    {"the Japanese zero hour of the afternoon", "2026/11/21 午後0:30", "2026-11-21 12:30"},
	    {"after midnight", "2026/11/21 12:30 AM", "2026-11-21 00:30"},
	    {"weekday between", "2026/11/21(土) 14:05", "2026-11-21 14:05"},
	    {"weekday between, no blank", "2026/11/21(土)14:05", "2026-11-21 14:05"},
	    {"UTC", "2026-11-21T14:05:00Z", "2026-11-21 14:05Z"},
	    {"UTC with parts of a second", "2026-11-21T14:05:00.000Z", "2026-11-21 14:05Z"},
	    {"Tokyo's offset is taken off", "2026-11-21T14:05:00+09:00", "2026-11-21 05:05Z"},
	    {"to the day before", "2026-11-01 08:05 +0900", "2026-10-31 23:05Z"},
	    {"Google Forms in Japan", "2026/11/21 2:05:00 午後 GMT+9", "2026-11-21 05:05Z"},
	    {"west of Greenwich", "2026-11-21 22:05 GMT-5", "2026-11-22 03:05Z"},

	    {"the hours of the night are counted on", "2024-02-29T25:00", "2024-03-01 01:00"},
	    {"24:00 is another day", "2026-11-21 24:00", "2026-11-22 00:00"},
	    {"the last of the night", "2026-12-31 29:59", "2027-01-01 05:59"},
	    {"no hour 30", "2026-11-21 30:00", "none"},
	    {"noon in a word", "2026-11-20 正午", "2026-11-20 12:00"},
	    {"no minute 60", "2026-11-21 14:60", "none"},
	    {"no second 60", "2026-11-21 14:05:60", "none"},
	    {"one digit for the minute", "2026-11-21 14:5", "none"},
	    {"T and nothing", "2026-11-21T", "none"},
	    {"an hour without its minutes", "2026-11-21 14", "none"},
	    {"minutes without 分", "2026年11月21日14時05", "none"},
	    {"no blank between two digits", "2026/11/2114:05", "none"},
	    {"nor here", "2026/1/514:05", "none"},
	    {"morning, hour 13", "2026/11/21 午前13:00", "none"},
	    {"a range of hours is no zone", "2026-11-21 09:00-10:00", "none"},
	    {"no zone is 15 hours away", "2026-11-21 09:00+15:00", "none"},
	    {"a zone needs a time", "2026-11-21Z", "none"},
	    {"two times", "2026-11-21 14:05 14:06", "none"},
	    {"no such day, with a time", "2023-02-29 14:05", "none"},
	};

	for (size_t i = 0; i < COUNT(rows); i++)
		is_str(eni_str_of(read_when(eni_str_of(rows[i].text), true)), rows[i].want, rows[i].note);
	is_str(eni_str_of(read_when(ENI_S("2026-11-21T14:05Z"), false)), "none", "a zone where none is allowed");
	is_str(eni_str_of(read_when(ENI_S("2026-11-21T14:05+09:00"), false)), "none", "an offset where none is allowed");
}

/* A cell as an office means it, on 21 November 2026: the year is that of the nearest such day before it; behind the day what the
 * text left open: y no year, r rough, - a range, Z in UTC. */
static const char *
read_cell(const char *text, bool end)
{
	static char answer[ENI_WHEN_TEXT + 8];
	struct eni_when w;
	unsigned open;

	if (eni_when_read(eni_str_of(text), end, &w, &open) != 1)
		return eni_is_day(w) ? "none, but *out is not empty" : "none";
	if ((open & ENI_WHEN_YEARLESS) != 0)
		w.day = eni_day_nearest(w.day, 20778, false);
	eni_when_format(w, answer);
	snprintf(answer + strlen(answer), 8, "%s%s%s%s%s", open == 0 ? "" : " ", (open & ENI_WHEN_YEARLESS) != 0 ? "y" : "",
	    (open & ENI_WHEN_ROUGH) != 0 ? "r" : "", (open & ENI_WHEN_RANGE) != 0 ? "-" : "",
	    (open & ENI_WHEN_UTC) != 0 ? "Z" : "");
	return answer;
}

static void
test_open_days(void)
{
	static const struct {
		const char *note, *text, *start, *end;
	} rows[] = {
	    {"a day that is one", "2026-11-16", "2026-11-16", "2026-11-16"},
	    {"no year", "11/16", "2026-11-16 y", "2026-11-16 y"},
	    {"no year, kanji", "11月16日", "2026-11-16 y", "2026-11-16 y"},
	    {"no year, Chinese", "11月16号", "2026-11-16 y", "2026-11-16 y"},
	    {"no year, full-width, weekday", "１１／１６（月）", "2026-11-16 y", "2026-11-16 y"},
	    {"a holiday in the brackets", "11/23(月・祝)", "2025-11-23 y", "2025-11-23 y"},
	    {"no year, a point", "11.16", "2026-11-16 y", "2026-11-16 y"},
	    {"no year, a time", "11/16 14:00", "2026-11-16 14:00 y", "2026-11-16 14:00 y"},
	    {"no year, kanji, a time", "11月16日(月)午後2時", "2026-11-16 14:00 y", "2026-11-16 14:00 y"},
	    {"today", "11/21", "2026-11-21 y", "2026-11-21 y"},
	    {"not yet this year", "12/3", "2025-12-03 y", "2025-12-03 y"},
	    {"the leap day of the last leap year", "2/29", "2024-02-29 y", "2024-02-29 y"},
	    {"Excel's English day", "10-Nov-2026", "2026-11-10", "2026-11-10"},
	    {"without a year", "10-Nov", "2026-11-10 y", "2026-11-10 y"},
	    {"month first", "November 10, 2026", "2026-11-10", "2026-11-10"},
	    {"month first, brief, a time", "Nov 10, 2026 2:05 PM", "2026-11-10 14:05", "2026-11-10 14:05"},
	    {"blanks", "3 Mar 1940", "1940-03-03", "1940-03-03"},
	    {"a full month", "3 March 1940", "1940-03-03", "1940-03-03"},
	    {"the century is not said", "10-Nov-26", "none", "none"},
	    {"nor here", "11-16-26", "none", "none"},
	    {"nor here, points", "8.11.4", "none", "none"},
	    {"no such day", "2/30", "none", "none"},
	    {"a month of this year", "26/11", "none", "none"},
	    {"an era in one kanji", "昭15.3.2", "1940-03-02", "1940-03-02"},
	    {"an era in one kanji, kanji", "令8年11月4日", "2026-11-04", "2026-11-04"},

	    {"the first third", "11月上旬", "2026-11-01 yr", "2026-11-01 yr"},
	    {"the beginning", "2026年11月初", "2026-11-01 r", "2026-11-01 r"},
	    {"the middle third", "2026年11月中旬", "2026-11-11 r", "2026-11-11 r"},
	    {"the last third", "R8年11月下旬", "2026-11-21 r", "2026-11-21 r"},
	    {"the end", "2026年2月末", "2026-02-28 r", "2026-02-28 r"},
	    {"the end, without a year", "10月末", "2026-10-31 yr", "2026-10-31 yr"},
	    {"the end in Chinese", "2026年11月底", "2026-11-30 r", "2026-11-30 r"},
	    {"slashes", "2026/11/下旬", "2026-11-21 r", "2026-11-21 r"},
	    {"the last day is no part", "2026年11月末日", "2026-11-30", "2026-11-30"},
	    {"11月 alone is none", "11月", "none", "none"},

	    {"a range", "2026/4/1〜2027/3/31", "2026-04-01 -", "2027-03-31 -"},
	    {"of eras", "R8.4.1～R9.3.31", "2026-04-01 -", "2027-03-31 -"},
	    {"with hyphens", "2026-04-01 - 2027-03-31", "2026-04-01 -", "2027-03-31 -"},
	    {"in words", "令和8年4月1日（水曜日）から令和9年3月31日（水曜日）まで", "2026-04-01 -", "2027-03-31 -"},
	    {"in Chinese", "自2026年4月1日起至2027年3月31日止", "2026-04-01 -", "2027-03-31 -"},
	    {"to no end", "R7.4.1～", "2025-04-01 -", "none"},
	    {"to no end, in words", "2025年4月1日から", "2025-04-01 -", "none"},
	    {"to no end, in Chinese", "2025年4月1日起", "2025-04-01 -", "none"},
	    {"from no day", "～R9.3.31", "none", "2027-03-31 -"},
	    {"from no day, in words", "令和9年3月31日まで", "none", "2027-03-31 -"},
	    {"the end has the year of the start", "2026/4/1～3/31", "2026-04-01 -", "2027-03-31 -"},
	    {"the start has that of the end", "4/1～2027/3/31", "2026-04-01 -", "2027-03-31 -"},
	    {"neither has one", "3/1～3/20", "2026-03-01 y-", "2026-03-20 y-"},
	    {"an appointment", "2026/11/24 14:00～15:00", "2026-11-24 14:00 -", "2026-11-24 15:00 -"},
	    {"an appointment in words", "11月24日14時から15時半", "2025-11-24 14:00 y-", "2025-11-24 15:30 y-"},
	    {"through the night", "2026/11/24 22:00-6:00", "2026-11-24 22:00 -", "2026-11-25 06:00 -"},
	    {"days of a month", "11/14-16", "2026-11-14 y-", "2026-11-16 y-"},
	    {"days of a month, kanji", "11月14日～16日", "2026-11-14 y-", "2026-11-16 y-"},
	    {"backwards", "2026/4/1～2025/3/31", "none", "none"},
	    {"to something else", "2026/4/1～未定", "none", "none"},
	    {"three of them", "4/1～5/1～6/1", "none", "none"},
	    {"the hours of the night", "11/20 25:30", "2026-11-21 01:30 y", "2026-11-21 01:30 y"},
	    {"in UTC", "2026-11-21T14:05Z", "2026-11-21 14:05 Z", "2026-11-21 14:05 Z"},
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		is_str(eni_str_of(read_cell(rows[i].text, false)), rows[i].start, rows[i].note);
		is_str(eni_str_of(read_cell(rows[i].text, true)), rows[i].end, rows[i].note);
	}
	/* Nothing behind the end is read, which only the sanitizers see. */
	for (size_t i = 0; i < COUNT(rows); i++) {
		size_t n = strlen(rows[i].text);
		char *alone = malloc(n);
		struct eni_when w;
		unsigned open;

		memcpy(alone, rows[i].text, n);
		eni_when_read((struct eni_str){alone, n}, true, &w, &open);
		free(alone);
	}
	is_str(eni_str_of(read_when(ENI_S("11/16"), true)), "none", "an option says its year");
	is_str(eni_str_of(read_when(ENI_S("2026年11月末"), true)), "none", "and its day");
	is_str(eni_str_of(read_when(ENI_S("2026/4/1～"), true)), "none", "and no more than one");
}

static void
test_serials(void)
{
	static const struct {
		const char *note, *text, *want;
	} rows[] = {
	    {"a day of Excel", "40638", "2011-04-05"},
	    {"half a day is noon", "46347.5", "2026-11-21 12:00"},
	    {"14:05 is not 14:04", "46347.5868055555", "2026-11-21 14:05"},
	    {"more digits than are needed", "46347.586805555554", "2026-11-21 14:05"},
	    {"the last moment stays on its day", "46347.999999999", "2026-11-21 23:59"},
	    {"a fraction of nothing is no time", "46347.0", "2026-11-21"},
	    {"full-width", "４６３４７", "2026-11-21"},
	    {"the first that is read", "10000", "1927-05-18"},
	    {"the last", "73050", "2099-12-31"},
	    {"beyond the last", "73051", "none"},
	    {"a year is no serial day", "2026", "none"},
	    {"nor a small number", "45", "none"},
	    {"nor a number with leading zeros", "00045", "none"},
	    {"six digits are no day", "202611", "none"},
	    {"a point and nothing", "46347.", "none"},
	    {"no number", "46347.5x", "none"},
	    {"negative", "-46347", "none"},
	};

	for (size_t i = 0; i < COUNT(rows); i++)
		is_str(eni_str_of(read_when(eni_str_of(rows[i].text), false)), rows[i].want, rows[i].note);
}

static void
test_months(void)
{
	static const struct {
		const char *note, *text, *want;
	} rows[] = {
	    {"ISO", "2026-11", "2026-11-01"},
	    {"slash, one digit", "2026/4", "2026-04-01"},
	    {"point", "2026.11", "2026-11-01"},
	    {"kanji", "2026年11月", "2026-11-01"},
	    {"kanji, padded", "2026年 4月", "2026-04-01"},
	    {"six digits", "202611", "2026-11-01"},
	    {"era", "令和8年11月", "2026-11-01"},
	    {"era letter", "R8.11", "2026-11-01"},
	    {"era letter, four digits", "R0811", "2026-11-01"},
	    {"full-width", "２０２６年１１月", "2026-11-01"},
	    {"a full day stands for its month", "2026-11-21", "2026-11-01"},
	    {"a serial day too", "46347", "2026-11-01"},
	    {"the month in which an era begins", "平成元年1月", "1989-01-01"},
	    {"is also the last of the one before", "昭和64年1月", "1989-01-01"},
	    {"but the next is not", "昭和64年2月", "none"},
	    {"Heisei had no May 2019", "平成31年5月", "none"},
	    {"and Reiwa no April", "令和元年4月", "none"},
	    {"no month 13", "2026-13", "none"},
	    {"two-digit year", "26-11", "none"},
	    {"year alone", "2026", "none"},
	    {"month without its sign", "2026年11", "none"},
	    {"a day that is none has no month", "2023-02-29", "none"},
	    {"nothing", "", ""},
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		char text[ENI_WHEN_TEXT];
		int32_t day = ENI_NODAY;
		int got = eni_month_parse(eni_str_of(rows[i].text), &day);

		eni_when_format((struct eni_when){day, ENI_NOTIME}, text);
		is_str(eni_str_of(got == -1 ? "none" : text), rows[i].want, rows[i].note);
	}
}

static void
test_times(void)
{
	static const struct {
		const char *note, *text;
		int got, minute;
	} rows[] = {
	    {"one digit", "9:00", 1, 540},
	    {"two digits", "09:00", 1, 540},
	    {"the end of a day", "24:00", 1, 1440},
	    {"kanji", "14時05分", 1, 845},
	    {"full-width", "１８：３０", 1, 1110},
	    {"afternoon", "午後2時", 1, 840},
	    {"beyond the end", "24:01", -1, 0},
	    {"no minute 60", "9:60", -1, 0},
	    {"a range", "09:00-18:00", -1, 0},
	    {"an hour", "9", -1, 0},
	    {"no zone here", "9:00Z", -1, 0},
	    {"nothing", " ", 0, 0},
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		int32_t minute = 0;
		int got = eni_time_parse(eni_str_of(rows[i].text), &minute);

		is_int(got, rows[i].got, rows[i].note);
		is_int(got == 1 ? minute : 0, rows[i].minute, rows[i].note);
	}
}

static void
test_spans(void)
{
	static const struct {
		const char *note, *text;
		int got, n;
		enum eni_unit unit;
	} rows[] = {
	    {"minutes", "30min", 1, 30, ENI_MINUTES},
	    {"hours", "24h", 1, 24, ENI_HOURS},
	    {"days", "7d", 1, 7, ENI_DAYS},
	    {"weeks", "2w", 1, 2, ENI_WEEKS},
	    {"months", "3m", 1, 3, ENI_MONTHS},
	    {"years", "5y", 1, 5, ENI_YEARS},
	    {"at once", "0d", 1, 0, ENI_DAYS},
	    {"full-width", "７ｄ", 1, 7, ENI_DAYS},
	    {"no unit", "7", -1, 0, 0},
	    {"no number", "d", -1, 0, 0},
	    {"no sign", "-7d", -1, 0, 0},
	    {"no unit of ours", "7q", -1, 0, 0},
	    {"something behind it", "7days", -1, 0, 0},
	    {"too large", "9999999999d", -1, 0, 0},
	    {"nothing", "", 0, 0, 0},
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct eni_span span = {0};
		int got = eni_span_parse(eni_str_of(rows[i].text), &span);

		is_int(got, rows[i].got, rows[i].note);
		if (got == 1) {
			is_int(span.n, rows[i].n, rows[i].note);
			is_int(span.unit, rows[i].unit, rows[i].note);
		}
	}
}

static void
test_adding(void)
{
	static const struct {
		const char *note, *from;
		struct eni_span span;
		int32_t k;
		const char *want;
	} rows[] = {
	    {"a week", "2026-11-21", {1, ENI_WEEKS}, 1, "2026-11-28"},
	    {"thirty days before", "2026-11-21", {-30, ENI_DAYS}, 1, "2026-10-22"},
	    {"over the end of the year", "2026-12-31", {1, ENI_DAYS}, 1, "2027-01-01"},
	    {"a month, clipped", "2026-10-31", {1, ENI_MONTHS}, 1, "2026-11-30"},
	    {"two months from the same anchor, not clipped", "2026-10-31", {1, ENI_MONTHS}, 2, "2026-12-31"},
	    {"a month back, clipped", "2026-03-31", {-1, ENI_MONTHS}, 1, "2026-02-28"},
	    {"a year after a leap day", "2024-02-29", {1, ENI_YEARS}, 1, "2025-02-28"},
	    {"days drop the time", "2026-11-21 14:05", {1, ENI_DAYS}, 1, "2026-11-22"},
	    {"and so do no days", "2026-11-21 14:05", {0, ENI_DAYS}, 1, "2026-11-21"},
	    {"hours keep it", "2026-11-21 14:05", {48, ENI_HOURS}, 1, "2026-11-23 14:05"},
	    {"hours over midnight", "2026-11-21 22:30", {2, ENI_HOURS}, 1, "2026-11-22 00:30"},
	    {"a day without time counts from 00:00", "2026-11-21", {24, ENI_HOURS}, 1, "2026-11-22 00:00"},
	    {"minutes back over midnight", "2026-11-21 00:10", {-30, ENI_MINUTES}, 1, "2026-11-20 23:40"},
	    {"beyond all days", "2026-11-21", {INT32_MAX, ENI_YEARS}, INT32_MAX, ""},
	    {"before all days", "2026-11-21", {INT32_MAX, ENI_MONTHS}, -INT32_MAX, ""},
	    {"a little beyond all days", "2026-11-21", {INT32_MAX, ENI_DAYS}, 1, ""},
	    {"nothing stays nothing", "", {1, ENI_DAYS}, 1, ""},
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct eni_when w;
		char text[ENI_WHEN_TEXT];

		ok(eni_when_parse(eni_str_of(rows[i].from), &w, NULL) >= 0, rows[i].note);
		eni_when_format(eni_when_add(w, rows[i].span, rows[i].k), text);
		is_str(eni_str_of(text), rows[i].want, rows[i].note);
	}
}

/* Every day that can be written, one after the other. */
static void
test_arithmetic(void)
{
	static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	int32_t expected = -37255; /* 1868-01-01, a Wednesday */
	int wrong = 0;

	for (int y = 1868; y <= 2199; y++)
		for (int m = 1; m <= 12; m++) {
			int length = lengths[m - 1] + (m == 2 && y % 4 == 0 && (y % 100 != 0 || y % 400 == 0));

			for (int d = 1; d <= length; d++, expected++) {
				int32_t n = 0;
				int y2, m2, d2;

				wrong += !eni_day_make(y, m, d, &n) || n != expected;
				eni_day_split(n, &y2, &m2, &d2);
				wrong += y2 != y || m2 != m || d2 != d;
				wrong += (int)eni_day_weekday(n) != (int)(((int64_t)n + 37255 + 2) % 7);
				wrong += eni_month_start(n) != n - d + 1 || eni_month_end(n) != n + length - d;
			}
			wrong += eni_day_make(y, m, length + 1, &expected);
		}
	is_int(wrong, 0, "days from 1868 to 2199 that do not follow one another");
	is_int(eni_day_weekday(20778), ENI_SAT, "2026-11-21 is a Saturday");
	is_int(eni_day_add_months(ENI_NODAY, 1), ENI_NODAY, "no day has no day a month later");
	is_int(eni_month_start(ENI_NODAY), ENI_NODAY, "nor a month");
	is_int(eni_month_end(ENI_NODAY), ENI_NODAY, "nor its end");
	is_int(eni_day_add_months(INT32_MAX, 1), ENI_NODAY, "nothing behind the last day number");
}

static void
test_order(void)
{
	struct eni_when day = {20778, ENI_NOTIME}, midnight = {20778, 0}, noon = {20778, 720}, next = {20779, ENI_NOTIME};

	ok(eni_when_cmp(day, midnight) < 0, "a day sorts before its midnight");
	ok(eni_when_cmp(midnight, noon) < 0 && eni_when_cmp(noon, next) < 0, "then by time, then by day");
	ok(!eni_before(day, noon) && !eni_before(noon, day), "a day is not before a time of its own");
	ok(eni_before(midnight, noon) && eni_before(noon, next), "times and days");
}

static void
test_format(void)
{
	char text[ENI_WHEN_TEXT];

	is_int(eni_when_format((struct eni_when){20778, ENI_NOTIME}, text), 10, "a day has ten letters");
	is_int(eni_when_format((struct eni_when){20778, 5}, text), 16, "with a time sixteen");
	is_str(eni_str_of(text), "2026-11-21 00:05", "five past midnight");
	is_int(eni_when_format(ENI_NEVER, text), 0, "nothing has none");
	eni_when_format((struct eni_when){INT32_MAX, 1439}, text);
	is_str(eni_str_of(text), "5881580-07-11 23:59", "the last day number fits");
	eni_when_format((struct eni_when){INT32_MIN + 1, 1439}, text);
	is_str(eni_str_of(text), "-5877641-06-24 23:59", "and the first");
}

/* What is no day, and a few forms that look like none and are one. */
static void
test_bad_vectors(void)
{
	struct vectors v;
	struct eni_str cell[2];

	for (bool more = vectors_open(&v, "dates-bad"); more && vectors_next(&v, cell, 2);)
		unit_check_str(eni_str_of(read_when(cell[0], true)), cell[1], __FILE__, __LINE__, "dates-bad.tsv");
}

static void
test_cadence_vectors(void)
{
	struct vectors v;
	struct eni_str cell[4];

	for (bool more = vectors_open(&v, "cadence"); more && vectors_next(&v, cell, 4);) {
		struct eni_when w = ENI_NEVER;
		struct eni_span span = {0};
		char text[ENI_WHEN_TEXT];

		ok(eni_when_parse(cell[0], &w, NULL) == 1 && eni_span_parse(cell[1], &span) == 1, "cadence.tsv can be read");
		eni_when_format(eni_when_add(w, span, atoi(cell[2].p)), text);
		is_str(cell[3], text, "cadence.tsv");
	}
}

/* Rows such as 2019-05-01, 令和元年: the year of that day in its era, and the day before or after in the other era. */
static void
test_era_vectors(void)
{
	struct vectors v;
	struct eni_str cell[2];

	for (bool more = vectors_open(&v, "eras"); more && vectors_next(&v, cell, 2);) {
		char text[64];

		snprintf(text, sizeof text, "%.*s%.2s月%.2s日", (int)cell[1].n, cell[1].p, cell[0].p + 5, cell[0].p + 8);
		is_str(cell[0], read_when(eni_str_of(text), false), "eras.tsv");
	}
}

/* A column of cells, and how 2026-11-02 and 2019-05-01 09:05 are written into it. */
static void
test_hand(void)
{
	static const struct {
		const char *cell[4];
		const char *day, *moment;
	} rows[] = {
	    {{"2026-10-01"}, "2026-11-02", "2019-05-01 09:05"},
	    {{"2026/10/11"}, "2026/11/2", "2019/5/1 9:05"},
	    {{"2026/1/11"}, "2026/11/2", "2019/5/1 9:05"},
	    {{"2026/01/11"}, "2026/11/02", "2019/05/01 09:05"},
	    {{"2026/01/11", "2026/1/11", "2026/2/11"}, "2026/11/2", "2019/5/1 9:05"},
	    {{"20261011"}, "20261102", "20190501 9:05"},
	    {{"R081011"}, "R081102", "R010501 9:05"},
	    {{"R8.10.1"}, "R8.11.2", "R1.5.1 9:05"},
	    {{"r8/10/01"}, "r8/11/02", "r1/05/01 09:05"},
	    {{"令和08年10月01日"}, "令和08年11月02日", "令和01年05月01日 09:05"},
	    {{"H31/4/30"}, "R8/11/2", "R1/5/1 9:05"},
	    {{"昭和64年1月7日"}, "令和8年11月2日", "令和1年5月1日 9:05"},
	    {{"２０２６／１０／１"}, "２０２６／１１／２", "２０１９／５／１　９：０５"},
	    {{"2026年10月1日(木)"}, "2026年11月2日(月)", "2019年5月1日(水) 9:05"},
	    {{"2026年10月1日星期四"}, "2026年11月2日星期一", "2019年5月1日星期三 9:05"},
	    {{"2026-10-01 (Thu)"}, "2026-11-02", "2019-05-01 09:05"},
	    {{"46296"}, "46328", "43586 9:05"},
	    {{"2026/10/1 8:05:30"}, "2026/11/2", "2019/5/1 9:05:00"},
	    {{"2026-10-01T08:05"}, "2026-11-02", "2019-05-01T09:05"},
	    {{"2026/10/1 午後2時5分"}, "2026/11/2", "2019/5/1 9:05"},
	    {{"2026年10月1日14時05分"}, "2026年11月2日", "2019年5月1日9時05分"},
	    {{"R8.10.1", "2026-10-02", "R8.10.3"}, "R8.11.2", "R1.5.1 9:05"},
	    {{"R8.10.1", "2026-10-02"}, "2026-11-02", "2019-05-01 09:05"},
	    {{"未定", "2026/10/1まで"}, "", ""},
	};
	static const struct eni_day_hand nobody = {.days = 0};
	struct eni_when day = {0, ENI_NOTIME}, moment = {0, 9 * 60 + 5};

	eni_day_make(2026, 11, 2, &day.day);
	eni_day_make(2019, 5, 1, &moment.day);
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct eni_day_hand h = {.days = 0};
		struct eni_buf out = {0};

		for (uint32_t k = 0; k < COUNT(rows[i].cell) && rows[i].cell[k] != NULL; k++)
			eni_day_hand_see(&h, eni_str_of(rows[i].cell[k]), k);
		is_int(eni_day_hand_write(&h, &nobody, &out, day), rows[i].day[0] != '\0', rows[i].cell[0]);
		is_str(eni_buf_str(&out), rows[i].day, rows[i].cell[0]);
		out.n = 0;
		eni_day_hand_write(&h, &nobody, &out, moment);
		is_str(eni_buf_str(&out), rows[i].moment, rows[i].cell[0]);
		out.n = 0;
		eni_day_hand_write(&nobody, &h, &out, day);
		is_str(eni_buf_str(&out), rows[i].day, "as the other columns");
		eni_buf_free(&out);
	}
}

/* "FIRST LAST" as ISO days, "none" where it is no period. */
static const char *
read_period(const char *text, const char *today)
{
	static char answer[2 * ENI_WHEN_TEXT];
	struct eni_period p;
	struct eni_when now;
	size_t n;

	eni_when_parse(eni_str_of(today), &now, NULL);
	switch (eni_period_parse(eni_str_of(text), now.day, &p)) {
	case -1:
		return eni_period_bounded(&p) ? "none, but *out is not empty" : "none";
	case 0:
		return eni_period_bounded(&p) ? "empty, but *out is not" : "";
	default:
		n = eni_when_format(p.since, answer);
		answer[n++] = ' ';
		eni_when_format(p.until, answer + n);
		return answer;
	}
}

static void
test_periods(void)
{
	static const struct {
		const char *today, *text, *want;
	} rows[] = {
	    {"2026-11-21", "2026-02", "2026-02-01 2026-02-28"},
	    {"2026-11-21", "2028年2月", "2028-02-01 2028-02-29"},
	    {"2026-11-21", "R8.10", "2026-10-01 2026-10-31"},
	    {"2026-11-21", "2026-Q1", "2026-01-01 2026-03-31"},
	    {"2026-11-21", " 2026q4 ", "2026-10-01 2026-12-31"},
	    {"2026-11-21", "２０２６－Ｑ２", "2026-04-01 2026-06-30"},
	    {"2026-11-21", "2026-H1", "2026-01-01 2026-06-30"},
	    {"2026-11-21", "2026h2", "2026-07-01 2026-12-31"},
	    {"2026-11-21", "2026", "2026-01-01 2026-12-31"},
	    {"2026-11-21", "2026年", "2026-01-01 2026-12-31"},
	    {"2026-11-21", "2026-03..2026-08", "2026-03-01 2026-08-31"},
	    {"2026-11-21", "2025-Q4 .. 2026-01", "2025-10-01 2026-01-31"},
	    {"2026-11-21", "2026..last-month", "2026-01-01 2026-10-31"},
	    {"2026-11-21", "last-month", "2026-10-01 2026-10-31"},
	    {"2026-01-01", "last-month", "2025-12-01 2025-12-31"},
	    {"2026-03-31", "Last-Month", "2026-02-01 2026-02-28"},
	    {"2026-11-21", "last-quarter", "2026-07-01 2026-09-30"},
	    {"2026-12-31", "last-quarter", "2026-07-01 2026-09-30"},
	    {"2027-01-01", "last-quarter", "2026-10-01 2026-12-31"},
	    {"2026-07-01", "last-half", "2026-01-01 2026-06-30"},
	    {"2026-06-30", "last-half", "2025-07-01 2025-12-31"},
	    {"2026-11-21", "last-year", "2025-01-01 2025-12-31"},
	    {"2026-11-21", "  ", ""},
	    {"2026-11-21", "2026-Q5", "none"},
	    {"2026-11-21", "2026-Q0", "none"},
	    {"2026-11-21", "2026-H3", "none"},
	    {"2026-11-21", "2026-Q", "none"},
	    {"2026-11-21", "2026-Q44", "none"},
	    {"2026-11-21", "2026-X1", "none"},
	    {"2026-11-21", "2026-13", "none"},
	    {"2026-11-21", "2026-10-05", "none"},
	    {"2026-11-21", "2026-08..2026-03", "none"},
	    {"2026-11-21", "2026-03..", "none"},
	    {"2026-11-21", "..2026-03", "none"},
	    {"2026-11-21", "2026-01..2026-02..2026-03", "none"},
	    {"2026-11-21", "next-month", "none"},
	    {"2026-11-21", "1000", "none"},
	};

	for (size_t i = 0; i < COUNT(rows); i++)
		unit_check_str(eni_str_of(read_period(rows[i].text, rows[i].today)), eni_str_of(rows[i].want), __FILE__, __LINE__,
		    rows[i].text);
}

/* Said on Thursday, 2026-12-03. */
static void
test_spoken(void)
{
	static const struct {
		const char *text, *want;
	} rows[] = {
	    {"明日", "2026-12-04"},
	    {"あさって", "2026-12-05"},
	    {"明後日", "2026-12-05"},
	    {"翌日 午後２時", "2026-12-04 14:00"},
	    {"３日後", "2026-12-06"},
	    {"一週間後", "2026-12-10"},
	    {"1ヶ月後", "2027-01-03"},
	    {"来週", "2026-12-07"},
	    {"来週月曜", "2026-12-07"},
	    {"来週の水曜日", "2026-12-09"},
	    {"来週（金）夕方", "2026-12-11"},
	    {"再来週火曜", "2026-12-15"},
	    {"今週金曜", "2026-12-04"},
	    {"金曜", "2026-12-04"},
	    {"木曜日", "2026-12-10"},
	    {"次の月曜", "2026-12-07"},
	    {"週明け", "2026-12-07"},
	    {"月末", "2026-12-31"},
	    {"来月", "2027-01-01"},
	    {"明日(金)10時頃", "2026-12-04 10:00"},
	    {"明日再TEL", "2026-12-04"},
	    {"明天", "2026-12-04"},
	    {"后天下午3点", "2026-12-05 15:00"},
	    {"下周一", "2026-12-07"},
	    {"下星期天", "2026-12-13"},
	    {"周五", "2026-12-04"},
	    {"3天后", "2026-12-06"},
	    {"两周后", "2026-12-17"},
	    {"下个月", "2027-01-01"},
	    {"2026/12/4午後", "2026-12-04"},
	    {"2026年12月4日（金）17時以降", "2026-12-04 17:00"},
	    {"2026-12-04頃", "2026-12-04"},
	    {"後日", ""},
	    {"退院後", ""},
	    {"数日後", ""},
	    {"金", ""},
	    {"明日か明後日", ""},
	    {"12/4電話済", ""},
	    {"要相談", ""},
	};
	struct eni_when said = ENI_NEVER, w;
	char text[ENI_WHEN_TEXT];
	unsigned open;

	eni_when_parse(ENI_S("2026-12-03"), &said, NULL);
	for (size_t i = 0; i < COUNT(rows); i++) {
		int got = eni_when_read_spoken(eni_str_of(rows[i].text), said.day, &w, &open);

		ok(got == (rows[i].want[0] == '\0' ? -1 : 1), rows[i].text);
		unit_check_str(
		    (struct eni_str){text, eni_when_format(w, text)}, eni_str_of(rows[i].want), __FILE__, __LINE__, rows[i].text);
	}
}

int
main(void)
{
	test_spoken();
	test_days();
	test_periods();
	test_no_days();
	test_moments();
	test_open_days();
	test_serials();
	test_months();
	test_times();
	test_spans();
	test_adding();
	test_arithmetic();
	test_order();
	test_format();
	test_hand();
	test_bad_vectors();
	test_cadence_vectors();
	test_era_vectors();
	return unit_done();
}
