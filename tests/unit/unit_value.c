/*
 * Cells: weekdays, wishes, yes-fields and the normal form of every type.
 */
#include "rec/value.h"
#include "rec/wishes.h"

#include "unit.h"

static void
check_text(int line, const char *cell, int got, int want, const struct eni_buf *out, const char *text)
{
	unit_check_int(got, want, __FILE__, line, cell);
	unit_check_str((struct eni_str){out->p, out->n}, eni_str_of(text), __FILE__, line, cell);
}

/* Weekdays: want 1 read, 0 empty, -1 unusable; the second text is what is written back. */
static const struct {
	const char *cell;
	int want;
	const char *text;
} weekdays[] = {
    {"mon,thu", 1, "mon thu"},
    {"thu mon", 1, "mon thu"},
    {"Mon/THU", 1, "mon thu"},
    {"Ｍｏｎ", 1, "mon"},
    {"monday;Sunday", 1, "mon sun"},
    {"月・木", 1, "mon thu"},
    {"月、木", 1, "mon thu"},
    {"月木金", 1, "mon thu fri"},
    {"火・金 午後", 1, "tue-pm fri-pm"},
    {"月水金　午後のみ", 1, "mon-pm wed-pm fri-pm"},
    {"月-am・水 午後", 1, "mon-am wed-pm"},
    {"周一、周三 上午", 1, "mon-am wed-am"},
    {"月・水（午前）", 1, "mon wed-am"},
    {"月～金", 1, "mon tue wed thu fri"},
    {"月・木（週2回）", 1, "mon thu"},
    {"週2 火・金", 1, "tue fri"},
    {"週3回月水金", 1, "mon wed fri"},
    {"周二、四", 1, "tue thu"},
    {"二、四", -1, ""},
    {"週3回（月・水・金）", 1, "mon wed fri"},
    {"每周2次（周二、周四）", 1, "tue thu"},
    {"午後", -1, ""},
    {"週2回", -1, ""},
    {"月曜日、木曜", 1, "mon thu"},
    {"日曜日", 1, "sun"},
    {"土日", 1, "sat sun"},
    {"毎週水", 1, "wed"},
    {"周一 周四", 1, "mon thu"},
    {"星期一、礼拜天", 1, "mon sun"},
    {"周一三五", 1, "mon wed fri"},
    {"每周二", 1, "tue"},
    {"周一至周五", 1, "mon tue wed thu fri"},
    {"mon-fri", 1, "mon tue wed thu fri"},
    {"fri-mon", 1, "mon fri sat sun"},
    {"月〜水", 1, "mon tue wed"},
    {"月～水", 1, "mon tue wed"},
    {"月から水", 1, "mon tue wed"},
    {"月-水午前", 1, "mon-am tue-am wed-am"},
    {"mon-am", 1, "mon-am"},
    {"mon-pm thu", 1, "mon-pm thu"},
    {"mon-am mon-pm", 1, "mon"},
    {"月午前", 1, "mon-am"},
    {"月の午前、木の午後", 1, "mon-am thu-pm"},
    {"水（午後）", 1, "wed-pm"},
    {"周三下午", 1, "wed-pm"},
    {"月午前木午後", 1, "mon-am thu-pm"},
    {"平日", 1, "mon tue wed thu fri"},
    {"毎日", 1, "mon tue wed thu fri sat sun"},
    {"每天", 1, "mon tue wed thu fri sat sun"},
    {"平日 土", 1, "mon tue wed thu fri sat"},
    {"周末", 1, "sat sun"},
    {"", 0, ""},
    {" 　", 0, ""},
    {"、", 0, ""},
    {"隔週月", -1, ""},
    {"月2回", -1, ""},
    {"月、祝", -1, ""},
    {"moon", -1, ""},
    {"mon-", -1, ""},
    {"水（午後", -1, ""},
    {"\xff", -1, ""},
};

static void
test_weekdays(void)
{
	for (size_t i = 0; i < sizeof weekdays / sizeof *weekdays; i++) {
		struct eni_buf out = {0};
		uint32_t bits;
		int got = eni_weekdays_parse(eni_str_of(weekdays[i].cell), &bits);

		if (got > 0)
			eni_weekdays_format(&out, bits);
		check_text(__LINE__, weekdays[i].cell, got, weekdays[i].want, &out, weekdays[i].text);
		eni_buf_free(&out);
	}
}

static void
test_weekday_bits(void)
{
	uint32_t bits;

	eni_weekdays_parse(ENI_S("sun"), &bits);
	is_int(bits, ENI_WEEKDAY_BITS(ENI_SUN), "a whole day");
	eni_weekdays_parse(ENI_S("mon-am"), &bits);
	is_int(bits, 1, "a morning");
	eni_weekdays_parse(ENI_S("mon-pm"), &bits);
	is_int(bits, 2, "an afternoon");
}

/* The wishes in order, then only, or what is excluded; ? where a part is not heeded, ! where a part is not understood. */
static const struct {
	const char *cell, *text;
} wishes[] = {
    {"メールを優先", "email"},
    {"電話/FAX", "call fax"},
    {"電話／ＦＡＸ", "call fax"},
    {"FAX/電話", "fax call"},
    {"電話/メール", "call email"},
    {"微信优先、电话", "wechat call"},
    {"电话、微信优先", "wechat call"},
    {"电话 优先微信", "wechat call"},
    {"電話、LINE優先", "line call"},
    {"電話、LINE、メールを優先、FAX優先", "email fax call line"},
    {"電話 FAX 優先", "fax call"},
    {"優先 電話", "call"},
    {"郵送", "letter"},
    {"郵送希望", "letter"},
    {"来所、TEL", "meet call"},
    {"電話、携帯、電話", "call"},
    {"なるべくLINE", "line"},
    {"電話、LINEがよい", "line call"},
    {"電話よりメール", "email call"},
    {"電話かLINE", "call line"},
    {"微信或电话", "wechat call"},
    {"加微信", "wechat"},
    {"SMS(ショートメール)", "sms"},
    {"電話不可", "no-call"},
    {"電話に出ない", "no-call"},
    {"内部作業、電話", "call"},
    {"携帯メール", "email"},
    {"電話 FAX メール 訪問 手紙 面談 SMS LINE 微信優先", "wechat call fax email visit letter meet sms line"},
    /* put first */
    {"電話・郵送希望", "letter call"},
    {"電話よりFAX", "fax call"},
    {"電話よりもメールがありがたいです", "email call"},
    {"電話、なるべくメール", "email call"},
    {"電話/できればショートメール", "sms call"},
    {"メール又は電話希望", "email call"},
    {"電話 第2希望、メール 第1希望", "email call"},
    {"電話△ FAX◎", "fax call"},
    {"①電話 ②FAX", "call fax"},
    {"电话，最好微信", "wechat call"},
    {"优先微信，其次电话", "wechat call"},
    {"電話＞FAX＞メール", "call fax email"},
    {"电话/尽量发短信", "sms call"},
    {"电话或短信，微信为主", "wechat call sms"},
    {"比起电话更喜欢微信", "wechat call"},
    {"phone, email preferred", "email call"},
    /* excluded */
    {"電話不可・FAX", "fax no-call"},
    {"FAX・電話不可", "fax no-call"},
    {"電話は避けて", "no-call"},
    {"電話は避けてください、手紙で", "letter no-call"},
    {"FAXはNG", "no-fax"},
    {"メール、FAXはNG、電話", "email call no-fax"},
    {"電話×、メール○", "email no-call"},
    {"電話：不可、メール：可", "email no-call"},
    {"電話（不可）、メール", "email no-call"},
    {"電話もFAXも不要、郵送で", "letter no-call no-fax"},
    {"電話しないで", "no-call"},
    {"電話、不可", "no-call"},
    {"電話はお控えください。メールにて", "email no-call"},
    {"電話ではなくメール", "email no-call"},
    {"電話 ☓", "no-call"},
    {"电话勿扰，请发短信", "sms no-call"},
    {"传真即可，勿电话", "fax no-call"},
    {"忌电话，微信", "wechat no-call"},
    {"最好不要打电话", "no-call"},
    {"お電話はご遠慮ください", "no-call"},
    {"なるべく電話は避けてほしい", "no-call"},
    {"電話は希望しない", "no-call"},
    {"電話以外", "no-call"},
    {"電話以外ならなんでも可", "no-call"},
    {"不要打电话", "no-call"},
    {"不要打电话和发短信，加微信", "wechat no-call no-sms"},
    {"别发短信", "no-sms"},
    {"微信，别打电话", "wechat no-call"},
    {"不要打电话发微信", "wechat no-call"},
    {"电话不方便，短信", "sms no-call"},
    {"不想接电话/邮件", "email no-call"},
    {"请勿上门，电话联系", "call no-visit"},
    {"除电话外均可", "no-call"},
    {"no phone, email", "email no-call"},
    {"please don't call", "no-call"},
    {"email no-call no-fax", "email no-call no-fax"},
    /* and all others */
    {"手紙のみ", "letter only"},
    {"電話のみ", "call only"},
    {"電話とメールだけ", "call email only"},
    {"メール以外不可", "email only"},
    {"電話しか使わない", "call only"},
    {"只用微信", "wechat only"},
    {"除了微信都不行", "wechat only"},
    {"call email only", "call email only"},
    {"電話のみ不可", "no-call"},
    /* at times, or on conditions */
    {"夜は電話しないで", "call ?"},
    {"電話、夜は不可", "call ?"},
    {"電話（夜間不可）", "call ?"},
    {"電話不可（夜間）", "call ?"},
    {"晚上不要打电话，微信", "call wechat ?"},
    {"日中は電話NG、メール", "email no-call ?"},
    {"電話は平日のみ", "call ?"},
    {"電話は夜間のみ", "no-call ?"},
    {"電話は午後のみ可", "call ?"},
    {"火曜は電話NG", "call ?"},
    {"夜間以外電話可", "call ?"},
    {"平日以外は電話不可", "call ?"},
    {"夜間以外は電話不可、メール", "email no-call ?"},
    {"電話は緊急時のみ、FAX", "fax no-call"},
    {"まず電話、出ないときはメール", "call email"},
    {"電話がだめならFAX", "call fax"},
    {"电话打不通时发微信", "call wechat"},
    /* beside a channel, and without one */
    {"電話（長男）", "call ?"},
    {"電話、要相談", "call !"},
    {"伝書鳩", "!"},
    {"オンライン", "!"},
    {"deadline", "!"},
    {"FAX、その他不要", "fax !"},
    {"優先", "!"},
    {"不可", "!"},
    {"とくになし", ""},
    {"どちらでも", ""},
    {"無し", ""},
    {"-", ""},
    {"", ""},
};

static void
put_wishes(struct eni_buf *out, struct eni_wishes w)
{
	static const char *const how[] = {"", "", " ?", " !"};

	for (size_t i = 0; i < w.n; i++)
		eni_buf_printf(out, " %s", eni_word_code(ENI_V_CHANNEL, w.code[i]));
	for (int code = ENI_CHANNEL_CALL; code <= ENI_CHANNEL_WECHAT && !w.only; code++)
		if (eni_wishes_exclude(&w, code))
			eni_buf_printf(out, " no-%s", eni_word_code(ENI_V_CHANNEL, code));
	eni_buf_printf(out, "%s%s", w.only ? " only" : "", how[w.how]);
}

static void
test_wishes(void)
{
	static const struct eni_field *contact;

	contact = eni_field_find(ENI_CLIENTS, ENI_S("contact"));
	for (size_t i = 0; i < sizeof wishes / sizeof *wishes; i++) {
		struct eni_wishes w = eni_wishes_read(eni_str_of(wishes[i].cell));
		struct eni_buf out = {0}, normal = {0};

		put_wishes(&out, w);
		if (out.n > 0)
			memmove(out.p, out.p + 1, --out.n);
		check_text(__LINE__, wishes[i].cell, 0, 0, &out, wishes[i].text);
		if (w.how == ENI_READ_WHOLE) {
			eni_value_normal(&normal, contact, eni_str_of(wishes[i].cell), 0);
			check_text(__LINE__, wishes[i].cell, 0, 0, &normal, wishes[i].text);
		}
		eni_buf_free(&normal);
		eni_buf_free(&out);
	}
	{
		static const char *const silent[] = {"連絡不要", "ご連絡は不要です。", "連絡 しないでください", "请勿联系",
		    "不要再联系我了"},
					 *const wished[] = {"電話不要", "連絡はメールで", "连络不便", "特になし", "不要打电话", ""};

		for (size_t i = 0; i < sizeof silent / sizeof *silent; i++)
			ok(eni_wishes_read(eni_str_of(silent[i])).none, silent[i]);
		for (size_t i = 0; i < sizeof wished / sizeof *wished; i++)
			ok(!eni_wishes_read(eni_str_of(wished[i])).none, wished[i]);
	}
	{
		struct eni_wishes w = eni_wishes_read(ENI_S("手紙のみ"));

		ok(eni_wishes_exclude(&w, ENI_CHANNEL_CALL) && !eni_wishes_exclude(&w, ENI_CHANNEL_LETTER) &&
			!eni_wishes_exclude(&w, ENI_CHANNEL_TASK),
		    "only a letter: nothing else outside the house");
	}
	is_int(eni_wishes_said(ENI_S("電話不可・FAX")).code, ENI_CHANNEL_FAX, "the best wish");
	is_int(eni_wishes_said(ENI_S("電話不可")).code, ENI_UNKNOWN_WORD, "no wish");
}

/* What a cell counts as in a field that describes, permits, forbids: y yes, n no, . nothing; upper case where the
 * word is unknown, X nothing. */
static const struct {
	const char *cell, *as;
} yes[] = {
    {"", "..."},
    {"　", "..."},
    {"yes", "yyy"},
    {"Ｙ", "yyy"},
    {"はい", "yyy"},
    {"○", "yyy"},
    {"●", "yyy"},
    {"レ", "yyy"},
    {"☑", "yyy"},
    {"1", "yyy"},
    {"no", "nnn"},
    {"０", "nnn"},
    {"いいえ", "nnn"},
    {"×", "nnn"},
    {"-", "nnn"},
    {"ー", "nnn"},
    {"Ｎ／Ａ", "nnn"},
    {"該当なし", "nnn"},
    {"□", "nnn"},
    {"未", "nnn"},
    {"未取得", "nnY"}, /* a word of consent is no answer to 連絡不要 */
    {"不同意", "nnY"},
    {"同意済", "yyY"},
    {"承諾", "XyY"},
    {"ＯＫ", "XyY"},
    {"可以", "XyY"},
    {"連絡可", "XNn"},
    {"拒否", "Xny"}, /* in 連絡不要 this is a yes */
    {"不可", "Xny"},
    {"☒", "XnY"},
    {"不愿意", "XnY"},
    {"要確認", "XNY"},
    {"口頭で", "XNY"},
    {"家族が希望", "XNY"},
    {"家族の同意あり(長女)", "XNY"},
    {"2026-11-20", "Xyy"},
    {"2026-11-21", "Xyy"},
    {"2026-11-22", "Xny"}, /* still to come */
    {"令和8年11月22日", "Xny"},
    {"R8.11.20", "Xyy"},
};

static void
test_yes(void)
{
	static const enum eni_vocab vocab[] = {ENI_V_YES, ENI_V_PERMIT, ENI_V_FORBID};
	int32_t today = 0;

	ok(eni_day_make(2026, 11, 21, &today), "today");
	for (size_t i = 0; i < sizeof yes / sizeof *yes; i++) {
		char as[4] = "";

		for (size_t k = 0; k < 3; k++) {
			int code = eni_yes_read(vocab[k], eni_str_of(yes[i].cell), today);
			bool known = code != ENI_UNKNOWN_WORD;

			code = known ? code : eni_yes_in_doubt(vocab[k]);
			as[k] = code == ENI_YES_YES  ? (known ? 'y' : 'Y')
				: code == ENI_YES_NO ? (known ? 'n' : 'N')
				: known              ? '.'
						     : 'X';
		}
		is_str(eni_str_of(as), yes[i].as, yes[i].cell);
	}
}

/* The normal form; -1 leaves the cell as it is. */
static const struct {
	enum eni_kind kind;
	const char *field, *cell;
	int want;
	const char *text;
} normal[] = {
    {ENI_CLIENTS, "id", " Ａ０１ ", 1, "A01"},
    {ENI_CLIENTS, "id", "001", 1, "001"},
    {ENI_CLIENTS, "name", " 青木 ハナ ", 1, "青木 ハナ"},
    {ENI_CLIENTS, "name", "　", 0, ""},
    {ENI_CLIENTS, "status", "利用中", 1, "active"},
    {ENI_CLIENTS, "status", " 問い合わせ ", 1, "inquiry"},
    {ENI_CLIENTS, "status", "はて", -1, "はて"},
    {ENI_CLIENTS, "status", " はて ", -1, " はて "},
    {ENI_CLIENTS, "intent", "今はなし", 1, "notnow"},
    {ENI_CLIENTS, "birth", "昭和15年3月2日", 1, "1940-03-02"},
    {ENI_CLIENTS, "inquiry_at", "２０２６／３／５", 1, "2026-03-05"},
    {ENI_CLIENTS, "inquiry_at", "2026/08/20 9:01", 1, "2026-08-20 09:01"},
    {ENI_CLIENTS, "inquiry_at", "2026-08-20T09:01:00Z", 1, "2026-08-20 09:01Z"},
    {ENI_CLIENTS, "inquiry_at", "2026-02-30", -1, "2026-02-30"},
    {ENI_CLIENTS, "adl", "９５", 1, "95"},
    {ENI_CLIENTS, "adl", "0", 1, "0"},
    {ENI_CLIENTS, "adl", "100.0", 1, "100"},
    {ENI_CLIENTS, "adl", "100.5", -1, "100.5"},
    {ENI_CLIENTS, "adl", "-5", -1, "-5"},
    {ENI_CLIENTS, "visits_per_month", "8.50", 1, "8.5"},
    {ENI_CLIENTS, "visits_per_month", "-0.05", 1, "-0.05"},
    {ENI_CLIENTS, "visits_per_month", "1,200", 1, "1200"},
    {ENI_CLIENTS, "visits_per_month", "たくさん", -1, "たくさん"},
    {ENI_CLIENTS, "price", "4,000円", 1, "4000"},
    {ENI_CLIENTS, "price", "4万", 1, "40000"},
    {ENI_CLIENTS, "weekdays", "木・月", 1, "mon thu"},
    {ENI_CLIENTS, "weekdays", "隔週", -1, "隔週"},
    {ENI_CLIENTS, "contact", "電話、LINE優先", 1, "line call"},
    {ENI_CLIENTS, "contact", "夜だけ", -1, "夜だけ"},
    {ENI_CLIENTS, "focus", "医療、食事", 1, "medical meals"},
    {ENI_CLIENTS, "focus", "医療、はて", -1, "医療、はて"},
    {ENI_CLIENTS, "needs", "入浴、排泄・ﾘﾊﾋﾞﾘ", 1, "bathing toileting rehab"},
    {ENI_CLIENTS, "needs", "入浴、将棋", 1, "bathing 将棋"},
    {ENI_CLIENTS, "needs", "入浴、お風呂・将棋、将棋", 1, "bathing 将棋"},
    {ENI_CLIENTS, "tags", "a ; b", 1, "a b"},
    {ENI_CLIENTS, "cause", "Ａ１０,S2", 1, "A10 S2"},
    {ENI_CLIENTS, "optout", "はい", 1, "yes"},
    {ENI_CLIENTS, "optout", "×", 1, "no"},
    {ENI_CLIENTS, "optout", "2026/4/1", 1, "2026-04-01"},
    {ENI_CLIENTS, "optout", "長女より", 1, "長女より"},
    {ENI_CLIENTS, "phone", " ０９０-１２３４-５６７８", 1, "090-1234-5678"},
    {ENI_CLIENTS, "care_level", "要介護２", 1, "care2"},
    {ENI_PLANS, "month", "令和8年11月", 1, "2026-11"},
    {ENI_VISITS, "outcome", "○", 1, "attended"},
    {ENI_CALLS, "dir", "不在着信", 1, "in"},
    {ENI_CLIENTS, "note", "", 0, ""},
};

static void
test_normal(void)
{
	for (size_t i = 0; i < sizeof normal / sizeof *normal; i++) {
		const struct eni_field *f = eni_field_find(normal[i].kind, eni_str_of(normal[i].field));
		struct eni_buf out = {0};
		int got = f == NULL ? -2 : eni_value_normal(&out, f, eni_str_of(normal[i].cell), 0);

		check_text(__LINE__, normal[i].cell, got, normal[i].want, &out, normal[i].text);
		eni_buf_free(&out);
	}
}

/* What is written reads back equal. */
static void
test_twice(void)
{
	for (size_t i = 0; i < sizeof normal / sizeof *normal; i++) {
		const struct eni_field *f = eni_field_find(normal[i].kind, eni_str_of(normal[i].field));
		struct eni_buf out = {0};
		int got = eni_value_normal(&out, f, eni_str_of(normal[i].text), 0);

		check_text(__LINE__, normal[i].cell, got, normal[i].want, &out, normal[i].text);
		eni_buf_free(&out);
	}
}

int
main(void)
{
	test_weekdays();
	test_weekday_bits();
	test_wishes();
	test_yes();
	test_normal();
	test_twice();
	return unit_done();
}
