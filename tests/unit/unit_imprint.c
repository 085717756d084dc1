/*
 * The last column of a sheet, as we print it and as spreadsheets give it back.
 */
#include "duty/imprint.h"

#include "unit.h"

static const struct {
	const char *cell, *at, *office; /* at NULL: not read */
} cells[] = {
    {"2026-11-21 09:05 こはる橋", "2026-11-21 09:05", "こはる橋"},
    {"2026-11-21 こはる橋", "2026-11-21", "こはる橋"},
    {"2026/11/21 9:05 デイ こはる橋", "2026-11-21 09:05", "デイ こはる橋"},
    {"2026-11-21 09:05", "2026-11-21 09:05", ""},
    {"2026/11/21 9:05", "2026-11-21 09:05", ""},
    {" 2026-11-21 ", "2026-11-21", ""},
    {"2026-11-21 24 hours of care", "2026-11-21", "24 hours of care"},
    {"2026年11月21日 康宁护理院", "2026-11-21", "康宁护理院"},
    {"こはる橋 2026-11-21", NULL, ""},
    {"2026-02-30 こはる橋", NULL, ""},
    {"11/21 こはる橋", NULL, ""},
};

int
main(void)
{
	struct eni_imprint x;
	struct eni_buf b = {0};
	char text[ENI_WHEN_TEXT];

	for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
		is_int(eni_imprint_read(eni_str_of(cells[i].cell), &x), cells[i].at == NULL ? -1 : 1, cells[i].cell);
		is_str(
		    ((struct eni_str){text, eni_when_format(x.at, text)}), cells[i].at == NULL ? "" : cells[i].at, cells[i].cell);
		is_str(x.office, cells[i].office, cells[i].cell);
	}
	is_int(eni_imprint_read(ENI_S(" "), &x), 0, "an empty cell");

	eni_imprint_put(&b, (struct eni_when){20778, 545}, ENI_S("デイ こはる橋"));
	is_str(eni_buf_str(&b), "2026-11-21 09:05 デイ こはる橋", "as it is printed");
	is_int(eni_imprint_read(eni_buf_str(&b), &x), 1, "what is printed is read");
	ok(eni_imprint_is_of(&x, ENI_S("デイこはる橋")), "a blank in the name counts nothing");
	ok(!eni_imprint_is_of(&x, ENI_S("デイこはる川")), "another office");
	ok(!eni_imprint_is_of(&x, ENI_S("")), "a book without a name has not printed it");
	b.n = 0;
	eni_imprint_put(&b, (struct eni_when){20778, ENI_NOTIME}, ENI_S(""));
	is_str(eni_buf_str(&b), "2026-11-21", "a day, of an office without a name");
	ok(eni_imprint_read(eni_buf_str(&b), &x) == 1 && eni_imprint_is_of(&x, ENI_S("")), "and that of it");
	eni_buf_free(&b);
	return unit_done();
}
