/* Whose number is it: rec/household.h. */
#include "rec/household.h"
#include "unit.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))

static void
test_decides(void)
{
	static const struct {
		const char *client, *family, *relation, *decides;
		enum eni_whose whose;
		const char *name;
	} rows[] = {
	    {"森 ハツ", "森 健", "長男", "", ENI_THE_RELATIVE, "森 健"},
	    {"森 ハツ", "", "", "", ENI_NOBODY_NAMED, "森 ハツ"},
	    {"森 ハツ", "森 健", "長男", "森　ハツ 様", ENI_CLIENT_SELF, "森　ハツ 様"},
	    {"森 ハツ", "森 健", "長男", "ﾓﾘ ﾊﾂ", ENI_SOMEBODY_ELSE, "ﾓﾘ ﾊﾂ"},
	    {"森 ハツ", "森 健", "長男", "ﾊﾂ", ENI_CLIENT_SELF, "ﾊﾂ"},
	    {"森 ハツ", "森 健", "長男", "本人", ENI_CLIENT_SELF, "森 ハツ"},
	    {"森 ハツ", "森 健", "長男", "家族", ENI_THE_RELATIVE, "森 健"},
	    {"森 ハツ", "森 健", "長男", "長男", ENI_THE_RELATIVE, "森 健"},
	    {"森 ハツ", "森 健", "長男", "次女", ENI_SOMEBODY_ELSE, "次女"},
	    {"森 ハツ", "森 恵子", "", "惠子さん", ENI_THE_RELATIVE, "惠子さん"},
	    {"森 ハツ", "恵子", "", "長女 森恵子", ENI_THE_RELATIVE, "長女 森恵子"},
	    {"森 ハツ", "", "", "森 恵子", ENI_THE_RELATIVE, "森 恵子"},
	    {"森 ハツ", "森 健", "", "森", ENI_SOMEBODY_ELSE, "森"},
	    {"王桂兰", "王建国", "儿子", "建国", ENI_THE_RELATIVE, "建国"},
	    {"王桂兰", "王建国", "儿子", "儿子王建国", ENI_THE_RELATIVE, "儿子王建国"},
	    {"王桂兰", "王建国", "儿子", "王桂蘭女士", ENI_CLIENT_SELF, "王桂蘭女士"},
	    {"王桂兰", "王建国", "儿子", "居委会", ENI_SOMEBODY_ELSE, "居委会"},
	};
	struct eni_name_fold f = {0};

	for (size_t i = 0; i < COUNT(rows); i++) {
		const struct eni_household h = {eni_str_of(rows[i].client), eni_str_of(rows[i].family),
		    eni_str_of(rows[i].relation), eni_str_of(rows[i].decides)};

		is_int(eni_household_decides(&f, &h), rows[i].whose, rows[i].decides);
		is_str(eni_household_decider(&h), rows[i].name, rows[i].decides);
	}
	eni_name_fold_free(&f);
}

static void
test_numbers(void)
{
	static const struct {
		const char *cell, *name, *relation, *marked, *own;
	} rows[] = {
	    {"090-0000-0001", "森 恵子", "長女", "", "090-0000-0001"},
	    {"090-0000-0001（長女 恵子）", "森 恵子", "", "090-0000-0001", "090-0000-0001"},
	    {"090-0000-0001（長女）", "森 恵子", "", "", "090-0000-0001"},
	    {"090-0000-0001（長女）", "森 恵子", "長女", "090-0000-0001", "090-0000-0001"},
	    {"090-0000-0001（長女）", "森 健", "長男", "", ""},
	    {"090-0000-0001（長女 恵子）", "森 健", "", "", ""},
	    {"090-0000-0001（長男 携帯）", "森 健", "", "", "090-0000-0001"},
	    {"03-0000-0001（自宅）、090-0000-0002（恵子）", "森 恵子", "", "090-0000-0002", "03-0000-0001"},
	    {"090-0000-0001（長男）\n090-0000-0002（長女）", "森 恵子", "長女", "090-0000-0002", "090-0000-0002"},
	    {"090-0000-0001（健）090-0000-0002（恵子）", "恵子", "", "090-0000-0002", "090-0000-0001"},
	    {"健 090-0000-0001 / 恵子 090-0000-0002", "恵子", "", "090-0000-0002", "090-0000-0001"},
	    {"健 090-0000-0001 恵子 090-0000-0002", "恵子", "", "090-0000-0002", "090-0000-0001"},
	    {"090-0000-0001 健 090-0000-0002 恵子", "恵子", "", "090-0000-0002", "090-0000-0001"},
	    {"恵子携帯090-0000-0001", "恵子", "", "090-0000-0001", "090-0000-0001"},
	    {"090-0000-0001（長男の妻）", "森 健", "長男", "", ""},
	    {"03-0000-0001（昼のみ）", "森 ハツ", "本人", "", "03-0000-0001"},
	    {"090-0000-0001（長男）、03-0000-0002（本人）", "森 ハツ", "本人", "03-0000-0002", "03-0000-0002"},
	    {"女儿 王敏 137 0000 0001；儿子 138 0000 0002", "王建国", "儿子", "138 0000 0002", "138 0000 0002"},
	    {"長男へはLINEで", "森 健", "", "", "長男へはLINEで"},
	    {"", "森 健", "", "", ""},
	};
	struct eni_name_fold f = {0};

	for (size_t i = 0; i < COUNT(rows); i++) {
		const struct eni_member who = {eni_str_of(rows[i].name), eni_str_of(rows[i].relation)};

		is_str(eni_number_marked(&f, eni_str_of(rows[i].cell), &who), rows[i].marked, rows[i].cell);
		is_str(eni_number_own(&f, eni_str_of(rows[i].cell), &who), rows[i].own, rows[i].cell);
	}
	eni_name_fold_free(&f);
}

int
main(void)
{
	test_decides();
	test_numbers();
	return unit_done();
}
