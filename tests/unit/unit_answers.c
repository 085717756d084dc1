/*
 * Headers and cells of forms.  Layouts seen in public repositories: 问卷星 (序号,提交答卷时间,所用时间,来源,来源详情,来自IP; ┋,
 * (跳过), 其他〖〗, 第3题(..) with 1, 0, -2 and -3), 腾讯问卷 (编号,开始答题时间,结束答题时间,答题时长,1.题目), Google Forms
 * (タイムスタンプ; a comma between answers). From memory, not seen: 金数据, Microsoft Forms, and 腾讯问卷 with a column for each
 * option.  All people and answers are invented.
 */
#include <stdlib.h>

#include "form/answers.h"
#include "form/reader.h"
#include "rec/questions.h"
#include "unit.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))

static void
test_headers(void)
{
	static const char *const cases[][3] = {{"1、老人姓名：（必填）", "1", "老人姓名"}, {"Q3. 移動手段 *", "Q3", "移動手段"},
	    {"第12题 照护需求[多选题]", "第12", "照护需求"}, {"＊お名前", "", "お名前"},
	    {"希望するサービス（複数選択可）", "", "希望するサービス"}, {"Ｑ２：電話番号：", "Ｑ２", "電話番号"},
	    {"10、是否有认知症？", "10", "是否有认知症"}, {"３．氏名【必須】", "３", "氏名"}, {"問4 住所", "問4", "住所"},
	    {"5、照护需求（多选）（必填）：", "5", "照护需求"},
	    /* a number that belongs to the question, brackets that do */
	    {"65歳以上のご家族", "", "65歳以上のご家族"}, {"1か月の予算", "", "1か月の予算"},
	    {"お名前（ふりがな）", "", "お名前（ふりがな）"}, {"予算（万円）", "", "予算（万円）"},
	    {"2026年の予定", "", "2026年の予定"}, {"", "", ""}, {"*", "", ""}, {"3、", "3", ""}};

	for (size_t i = 0; i < COUNT(cases); i++) {
		struct eni_question q = eni_question_of(eni_str_of(cases[i][0]));

		is_str(q.number, cases[i][1], cases[i][0]);
		is_str(q.text, cases[i][2], cases[i][0]);
	}
}

static void
test_options(void)
{
	static const char *const cases[][3] = {{"照护需求:A.助浴", "照护需求", "助浴"},
	    {"照护需求（用药管理）", "照护需求", "用药管理"}, {"必要な支援 [入浴]", "必要な支援", "入浴"},
	    {"照护需求_B）喂饭", "照护需求", "喂饭"}, {"照护需求？-其他", "照护需求", "其他"}};
	struct eni_str question, option;
	size_t at;

	for (size_t i = 0; i < COUNT(cases); i++) {
		at = 0;
		ok(eni_question_part(eni_str_of(cases[i][0]), &at, &question, &option), cases[i][0]);
		is_str(question, cases[i][1], cases[i][0]);
		is_str(option, cases[i][2], cases[i][0]);
	}
	at = 0;
	ok(!eni_question_part(ENI_S("照护需求"), &at, &question, &option), "no option");
	at = 0;
	ok(!eni_question_part(ENI_S("照护需求:"), &at, &question, &option), "an empty option");
	is_str(eni_question_option(ENI_S("(助浴)")), "助浴", "brackets alone");
	is_str(eni_question_option(ENI_S("A.助浴")), "助浴", "a letter");
}

static void
test_cells(void)
{
	static const struct {
		const char *field, *cell, *want;
	} cases[] = {{"needs", "助浴┋用药管理", "助浴、用药管理"}, {"needs", "入浴;服薬", "入浴;服薬"},
	    {"needs", "A.助浴|B.喂饭", "助浴、喂饭"}, {"needs", "A、助浴、B、用药", "助浴、用药"},
	    {"needs", "用餐┋其他〖鼻饲〗", "用餐、鼻饲"}, {"needs", "其他〖每周 透析〗", "每周透析"},
	    {"needs", "其他〖鼻饲、吸痰〗┋用餐", "鼻饲、吸痰、用餐"}, {"needs", "康复〖每周两次〗", "康复、每周两次"},
	    {"needs", "其他〖〗", "其他"}, {"needs", "(空)", ""}, {"focus", "(跳过)", ""}, {"focus", "医疗┋(空)", "医疗"},
	    {"focus", "医疗｜餐饮", "医疗、餐饮"}, {"sex", "B.女", "女"}, {"sex", "Ａ．男", "男"},
	    {"concern", "费用┋医疗", "费用、医疗"}, {"health", "有〖高血压〗", "有（高血压）"}, {"health", "其他〖痛风〗", "痛风"},
	    {"family_relation", "A.女儿", "女儿"}, {"note", "A.C.は不要", "A.C.は不要"}, {"note", "（空）", ""},
	    {"note", "（夜間）は不可", "（夜間）は不可"}, {"name", "Ａ子", "Ａ子"}, {"id", "C001", "C001"},
	    {"phone", "(03)1234-5678", "(03)1234-5678"}, {"age", "C.80-84岁", "80-84岁"}, {"note", "", ""}, {"note", "A", "A"}};
	struct eni_arena a = {0};

	for (size_t i = 0; i < COUNT(cases); i++)
		is_str(eni_answer(&a, eni_field_find(ENI_CLIENTS, eni_str_of(cases[i].field)), eni_str_of(cases[i].cell)),
		    cases[i].want, cases[i].cell);
	eni_arena_free(&a);
}

static void
test_choices(void)
{
	static const char *const cases[][2] = {{"1", "助浴"}, {"√", "助浴"}, {"是", "助浴"}, {"はい", "助浴"}, {"A.助浴", "助浴"},
	    {"助浴", "助浴"}, {"选中", "助浴"}, {"0", ""}, {"", ""}, {"否", ""}, {"×", ""}, {"未选中", ""}, {"-2", ""}, {"-3", ""},
	    {"(跳过)", ""}, {"每周两次", "每周两次"}};
	const struct eni_field *needs = eni_field_find(ENI_CLIENTS, ENI_S("needs"));
	struct eni_arena a = {0};

	for (size_t i = 0; i < COUNT(cases); i++)
		is_str(eni_answer_option(&a, needs, ENI_S("助浴"), eni_str_of(cases[i][0])), cases[i][1], cases[i][0]);
	is_str(eni_answer_option(&a, needs, ENI_S("无"), ENI_S("无")), "无", "an option that is a word for no");
	eni_arena_free(&a);
}

/* field, or -; asked alone, and where the form asks about the client as about somebody else */
static void
test_questions(void)
{
	static const char *const cases[][3] = {{"您的姓名", "name", "family_name"}, {"您家老人的姓名", "name", "name"},
	    {"家属的联系电话", "family_phone", "family_phone"}, {"老人家属的电话", "family_phone", "family_phone"},
	    {"您的联系电话", "phone", "family_phone"}, {"您与老人的关系", "family_relation", "family_relation"},
	    {"您的年龄", "age", "-"}, {"ご利用者様のお名前", "name", "name"},
	    {"ご家族様のお名前を教えてください", "family_name", "family_name"},
	    {"ご相談者様のお電話番号", "family_phone", "family_phone"}, {"お電話番号", "phone", "phone"},
	    {"紹介者のお名前", "referrer", "referrer"}, {"社工的姓名", "-", "-"},
	    {"担当ケアマネジャーのお名前を教えてください", "caremanager", "caremanager"}, {"主治医の先生の電話番号", "-", "-"},
	    {"お電話の可能な時間帯", "-", "-"}, {"是否方便电话联系", "-", "-"}, {"现在的介護度", "care_level", "care_level"},
	    {"介護度を教えてください", "care_level", "care_level"}, {"老人目前的自理情况", "care_level", "care_level"},
	    {"您最看重养老院的哪些方面", "focus", "focus"}, {"您最担心的是", "concern", "concern"},
	    {"家里人对入住养老院的态度", "family_attitude", "family_attitude"}, {"由谁拍板", "decision_maker", "decision_maker"},
	    {"家人是否都同意", "family_attitude", "family_attitude"}, {"老人今年多大", "age", "age"},
	    {"您是老人的", "family_relation", "family_relation"}, {"希望得到哪些服务", "needs", "needs"},
	    {"其他想说的", "note", "note"}, {"方便的联系方式及时间", "contact", "contact"}, {"方便联系的时间", "-", "-"},
	    {"由谁最终决定", "decision_maker", "decision_maker"}, {"希望参观的时间", "visit_at", "visit_at"},
	    {"見学をご希望の日時", "visit_at", "visit_at"}, {"見学を希望されますか", "-", "-"},
	    {"您从哪里了解到我们", "referrer", "referrer"}, {"当施設をどこでお知りになりましたか", "referrer", "referrer"},
	    {"希望するサービス", "needs", "needs"}, {"需要哪些照护服务", "needs", "needs"}, {"ご不安な点", "concern", "concern"},
	    {"老人的慢性病史", "health", "health"}, {"您还想了解什么", "note", "note"}, {"その他ご質問・ご要望", "note", "note"},
	    {"可承受的每月价格", "budget", "budget"}, {"個人情報の取扱いに同意する", "-", "-"}, {"老人的状态", "-", "-"},
	    {"電話対応者", "-", "-"}, {"住所変更日", "-", "-"}, {"メール配信希望", "-", "-"}, {"老人的出生年月", "birth", "birth"},
	    {"お名前（漢字）", "name", "name"}, {"ご利用者様の要介護度", "care_level", "care_level"}, {"送迎ルート", "-", "-"},
	    {"", "-", "-"}};

	for (size_t i = 0; i < COUNT(cases); i++)
		for (size_t apart = 0; apart < 2; apart++) {
			const struct eni_field *f = eni_question_find(eni_str_of(cases[i][0]), apart == 1);

			is_str(eni_str_of(f == NULL ? "-" : f->name), cases[i][1 + apart], cases[i][0]);
		}
	ok(eni_question_is_about_client(ENI_S("1、老人姓名")) && eni_question_is_about_client(ENI_S("ご利用者様の年齢")),
	    "the client apart");
	ok(!eni_question_is_about_client(ENI_S("姓名")) && !eni_question_is_about_client(ENI_S("您的姓名")), "nobody apart");
}

enum { MOST = 12 };

/* header, separated by blanks; field=option, - for none */
static void
test_forms(void)
{
	static const char *const cases[][2] = {{"序号 提交答卷时间 所用时间 来源 来自IP 1、老人姓名： 2、您的姓名： 3、来源",
						   "- inquiry_at - - - name family_name referrer"},
	    {"编号 开始答题时间 结束答题时间 1.姓名 2.照护需求:A.助浴 2.照护需求:B.喂饭",
		"- inquiry_at inquiry_at name needs=助浴 needs=喂饭"},
	    {"编号 姓名 来源", "id name referrer"}, {"提交时间 咨询日期 姓名", "- inquiry_at name"},
	    {"ID 開始時刻 完了時刻 名前 お名前", "- inquiry_at inquiry_at - name"}, {"ID お名前", "id name"},
	    {"タイムスタンプ 氏名 Q5:助浴 Q5:喂饭 Q5:其他", "inquiry_at name needs=助浴 needs=喂饭 needs=其他"},
	    {"氏名 Q5:餐饮标准 Q5:医疗资源", "name focus=餐饮标准 focus=医疗资源"}, {"氏名 Q5:餐饮标准 Q5:送迎ルート", "name - -"},
	    {"氏名 第9题(甲) 第9题(乙)", "name needs=甲 needs=乙"}, {"お名前 心配な点 気になること", "name concern -"},
	    {"気になること 心配な点 お名前", "- concern name"}, {"お名前 気になること", "name -"},
	    {"お名前* 気になること", "name concern"}};
	size_t n_fields;
	const struct eni_field *fields = eni_fields(&n_fields), *out[MOST];
	struct eni_map aliases = {0};

	eni_map_add(&aliases, ENI_S("第9"), (uint32_t)(eni_field_find(ENI_CLIENTS, ENI_S("needs")) - fields));
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct eni_str rest = eni_str_of(cases[i][0]), header[MOST], option[MOST];
		struct eni_diag d = {.prog = "t", .out = stdout};
		struct eni_buf got = {0};
		size_t n = 0;

		for (; rest.n > 0; rest = eni_str_from(rest, header[n++].n + 1))
			header[n] = (struct eni_str){rest.p, strcspn(rest.p, " ")};
		is_int(eni_bind(ENI_CLIENTS,
			   &(struct eni_headers){
			       .name = header, .n = n, .aliases = &aliases, .file = "f", .form = true, .option = option},
			   out, &d),
		    0, cases[i][0]);
		for (size_t k = 0; k < n; k++)
			eni_buf_printf(&got, "%s%s%s%.*s", k > 0 ? " " : "", out[k] == NULL ? "-" : out[k]->name,
			    option[k].n > 0 ? "=" : "", (int)option[k].n, option[k].p);
		is_str(eni_buf_str(&got), cases[i][1], cases[i][0]);
		eni_buf_free(&got);
	}
	eni_map_free(&aliases);
}

int
main(void)
{
	test_headers();
	test_options();
	test_cells();
	test_choices();
	test_questions();
	test_forms();
	return unit_done();
}
