/*
 * Days of leaving in notes and beside the status: which begin with a day and tell of the client's own hospital or death, and which
 * do not.
 */
#include "book/noted_end.h"

#include "unit.h"

/* Of who is paused on 2026-11-24. */
static const struct {
	const char *note, *want;
} notes[] = {
    {"10/28入院", "2026-10-28"},
    {"11/3 市民病院に入院", "2026-11-03"},
    {"R8.10.5死亡", "2026-10-05"},
    {"１０／２８　入院", "2026-10-28"},
    {"10月28日より入院中", "2026-10-28"},
    {"10/28（水）入院。退院未定", "2026-10-28"},
    {"令和8年10月28日～入院", "2026-10-28"},
    {"10/28から入院（右大腿骨頸部骨折）", "2026-10-28"},
    {"10/28 骨折のため中央病院へ入院", "2026-10-28"},
    {"10/28 転倒、救急搬送", "2026-10-28"},
    {"10/28 14:30 救急搬送", "2026-10-28 14:30"},
    {"2026-10-28 入院", "2026-10-28"},
    {"20261028入院", "2026-10-28"},
    {"2026年10月28日住院", "2026-10-28"},
    {"10月28日因骨折住院", "2026-10-28"},
    {"10月下旬 入院", "2026-10-21"},
    {"10/28-11/5入院", "2026-10-28"},
    {"※10/28入院", "2026-10-28"},
    {"【10/28】入院", "2026-10-28"},
    {"10/28入院 11/20退院予定", "2026-10-28"},
    {"10/28入院、長女より連絡", "2026-10-28"},
    {"10/28入院 長女より連絡", "2026-10-28"},
    {"10/28 市民病院 入院", "2026-10-28"},
    {"10/28 TELあり。", ""},
    {"10/28 入院\n妻も11/2入院", "2026-10-28"},
    {"12/28入院", "2025-12-28"}, /* the last one: they are away already */
    {"R8.11.2 永眠されました", "2026-11-02"},
    {"11月2日去世", "2026-11-02"},
    {"11/2死亡 長男より連絡", "2026-11-02"},
    /* somebody else's */
    {"10/28 妻入院", ""},
    {"10/28 妻が転倒し入院", ""},
    {"10/28 隣席の方が入院したため休み", ""},
    {"10/28 長女、出産で入院", ""},
    {"10/28 妻死亡", ""},
    {"10月28日老伴住院", ""},
    /* not so, or not yet */
    {"10/28退院", ""},
    {"10/28入院予定", ""},
    {"10/28 来月入院とのこと", ""},
    {"10/28入院せず", ""},
    {"10/28 入院した方がよいと医師", ""},
    {"10/28入院(予定)", ""},
    {"10/28 病院受診", ""},
    {"10/28 病院へ受診", ""},
    {"10/28 看取り希望", ""},
    /* only heard of on that day */
    {"10/28 ケアマネより入院の連絡", ""},
    {"10/28 電話、入院中とのこと", ""},
    {"10/28 電話。入院中とのこと", ""},
    {"10/28 CMより入院の連絡あり", ""},
    {"10/28 入院したとのこと", ""},
    {"10/28入院？", ""},
    {"11/3 長男より死亡の連絡", ""},
    {"11/3 面会、入院中", ""},
    /* the day is another's */
    {"10/28 退院予定だったが延長、入院継続", ""},
    {"10/28 リハビリ病院へ転院", ""},
    {"1/2錠、入院時より", ""},
    {"10/28 発熱、11/1入院", ""},
    {"10/28 転倒。", ""},
    /* no day in front */
    {"入院 10/28", ""},
    {"市民病院に入院", ""},
    {"11/31入院", ""},
    {"11/3/1入院", ""},
    {"10月入院", ""},
    {"46323 入院", ""},
    {"2病棟に入院", ""},
    {"10/28", ""},
    {"10/28 体験予定", ""},
    {"", ""},
};

/* Statuses of the same, read as such. */
static const struct {
	const char *status, *want;
} statuses[] = {
    {"入院（11/5～）", "2026-11-05"},
    {"入院中(11/5から)", "2026-11-05"},
    {"R8.10.31終了", "2026-10-31"},
    {"終了 R8.10.31", "2026-10-31"},
    {"10/31付で終了", "2026-10-31"},
    {"10/31をもって終了", "2026-10-31"},
    {"終了（10/31付）", "2026-10-31"},
    {"休止（11/5〜）", "2026-11-05"},
    {"11/5より休止", "2026-11-05"},
    {"休止（11/5～入院）", "2026-11-05"},
    {"死亡（11/2）", "2026-11-02"},
    {"去世（11月2日）", "2026-11-02"},
    {"已退住（2026-10-31）", "2026-10-31"},
    {"11月5日起住院", "2026-11-05"},
    {"休止（11/5-11/20）", "2026-11-05"},
    /* another day */
    {"休止（11/30まで）", ""},
    {"入院（11/20退院予定）", ""},
    {"終了予定（11/30）", ""},
    {"休止（11/5面会）", ""},
    {"入院（妻 11/5）", ""},
    /* none */
    {"入院", ""},
    {"入院（2階）", ""},
    {"2026-10-31", ""},
    {"", ""},
};

static struct eni_when
read_as(const struct eni_end_source *by, int status, const char *note, bool *got)
{
	static struct eni_office office = {.country = ENI_JP};
	struct eni_day_row row = {0, ENI_NODAY, status};
	struct eni_when w;
	unsigned open = 0;

	ok(eni_day_make(2026, 11, 24, &row.today), "today");
	*got = by->read(&office, eni_str_of(note), &row, &w, &open);
	is_int(*got, eni_is_day(w), note);
	return w;
}

int
main(void)
{
	static const int others[] = {0, ENI_STATUS_INQUIRY, ENI_STATUS_TRIAL, ENI_STATUS_ACTIVE, ENI_STATUS_LOST};
	const struct eni_end_source *in_note = &eni_end_sources[0], *in_status = &eni_end_sources[ENI_END_SOURCES - 1];
	char text[ENI_WHEN_TEXT];
	bool got;

	for (size_t i = 0; i < sizeof statuses / sizeof *statuses; i++) {
		eni_when_format(read_as(in_status, ENI_STATUS_PAUSED, statuses[i].status, &got), text);
		is_str(eni_str_of(text), statuses[i].want, statuses[i].status);
	}
	for (size_t i = 0; i < sizeof notes / sizeof *notes; i++) {
		eni_when_format(read_as(in_note, ENI_STATUS_PAUSED, notes[i].note, &got), text);
		is_str(eni_str_of(text), notes[i].want, notes[i].note);
	}
	for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
		read_as(in_note, others[i], "10/28入院", &got);
		ok(!got, "of who is here, or never was");
	}
	read_as(in_note, ENI_STATUS_ENDED, "10/28入院", &got);
	ok(got, "ended");
	read_as(in_note, ENI_STATUS_DECEASED, "R8.10.5死亡", &got);
	ok(got, "deceased");
	return unit_done();
}
