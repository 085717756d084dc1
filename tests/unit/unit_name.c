/* Names: what of a cell is printed, and which two names are one: base/name.h. */
#include "base/name.h"
#include "unit.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))

static void
test_parts(void)
{
	static const struct {
		const char *cell, *bare, *addressed, *relation;
	} rows[] = {
	    {"高瀬 ハナ", "高瀬 ハナ", "高瀬 ハナ", ""},
	    {"　高瀬　ハナ 様 ", "高瀬　ハナ", "高瀬　ハナ 様", ""},
	    {"田中 一郎（長男）", "田中 一郎", "田中 一郎", "長男"},
	    {"佐藤 花(妻)", "佐藤 花", "佐藤 花", "妻"},
	    {"佐藤 花様（長男の妻・同居）", "佐藤 花", "佐藤 花様", "長男の妻・同居"},
	    {"佐藤 花（次女）様", "佐藤 花", "佐藤 花", "次女"},
	    {"佐藤 花〔娘さん〕", "佐藤 花", "佐藤 花", "娘さん"},
	    {"王丽（女儿）", "王丽", "王丽", "女儿"},
	    {"王女士", "王女士", "王女士", ""},
	    {"王 女士", "王", "王 女士", ""},
	    {"李老师", "李老师", "李老师", ""},
	    {"王丽女士", "王丽", "王丽女士", ""},
	    {"山田先生", "山田", "山田先生", ""},
	    {"佐藤 花殿", "佐藤 花", "佐藤 花殿", ""},
	    {"林 殿", "林", "林 殿", ""},
	    {"鵜殿", "鵜殿", "鵜殿", ""},
	    {"尊氏", "尊氏", "尊氏", ""},
	    {"鵜殿 花", "鵜殿 花", "鵜殿 花", ""},
	    {"王奶奶", "王奶奶", "王奶奶", ""},
	    {"様", "様", "様", ""},
	    {"様様", "様", "様様", ""},
	    {"（長男）", "（長男）", "（長男）", ""},
	    {"田中 一郎（タナカ イチロウ）", "田中 一郎（タナカ イチロウ）", "田中 一郎（タナカ イチロウ）", ""},
	    {"田中 一郎（花子）", "田中 一郎（花子）", "田中 一郎（花子）", ""},
	    {"Smith John (son)", "Smith John", "Smith John", "son"},
	    {" ", "", "", ""},
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct eni_name s = eni_name_split(eni_str_of(rows[i].cell));

		is_str(s.bare, rows[i].bare, rows[i].cell);
		is_str(s.addressed, rows[i].addressed, rows[i].cell);
		is_str(s.relation, rows[i].relation, rows[i].cell);
	}
}

static void
test_identity(void)
{
	static const struct {
		const char *written, *id;
	} rows[] = {
	    {"高瀬　ハナ 様", "高瀬ハナ"},
	    {"ﾀｶｾ ﾊﾅ", "タカセハナ"},
	    {"髙橋 一さん", "髙橋一"}, /* a variant is another id */
	    {"Ｏ'Brien Mary", "O'BrienMary"},
	    {"鵜殿 様", "鵜殿"},
	    {"様", "様"},
	    {"", ""},
	};
	struct eni_buf b = {0};

	for (size_t i = 0; i < COUNT(rows); i++) {
		b.n = 0;
		eni_name_identity(&b, eni_str_of(rows[i].written));
		is_str(eni_buf_str(&b), rows[i].id, rows[i].written);
	}
	eni_buf_free(&b);
}

static const struct {
	const char *written, *compared;
} references[] = {
    {"髙橋　花子 様", "高橋花子"},
    {"ﾀｶﾊｼ ﾊﾅｺ", "たかはしはなこ"},
    {"タカハシ・ハナコ", "たかはしはなこ"},
    {"渡邊 正", "渡辺正"},
    {"渡邉正さん", "渡辺正"},
    {"山﨑", "山崎"},
    {"齋藤 濵", "斎藤浜"},
    {"葛󠄀城", "葛城"}, /* with a selector of its drawing */
    {"陳秀英女士", "陈秀英"},
    {"王女士", "王"},
    {"ＪＯＨＮ Smith", "johnsmith"},
    {"佐々木", "佐佐木"},
    {"々", "々"},
    {"龍ヶ崎 ヵ", "竜け崎か"},
    {"竜ゖ崎ゕ", "竜け崎か"},
    {"淺野 增埜", "浅野増野"},
    {"齊齐齋", "斎斎斎"},
    {"顏偉 錢國", "颜伟钱国"},
    {"様", "様"},
    {"", ""},
    {"マイケル＝ジョンソン", "まいけるじょんそん"},
    {"マイケル・ジョンソン", "まいけるじょんそん"},
    {"O’Brien Mary", "obrienmary"},
    {"O'Brien, M.", "obrien,m"},
    {"王奶奶", "王"},
    {"北 太郎（長男）", "北太郎"},
    {"鵜殿様", "鵜殿"},
};

static void
test_reference(void)
{
	struct eni_name_fold f = {0};
	struct eni_buf b = {0};

	for (size_t i = 0; i < COUNT(references); i++) {
		b.n = 0;
		eni_name_reference(&f, &b, eni_str_of(references[i].written));
		is_str(eni_buf_str(&b), references[i].compared, references[i].written);
	}
	eni_buf_free(&b);
	eni_name_fold_free(&f);
}

int
main(void)
{
	test_parts();
	test_identity();
	test_reference();
	return unit_done();
}
