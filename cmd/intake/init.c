/*
 * intake init: a new book from two tables: the lines of office.yaml, and the files of each kind of office (book/outline.h).  What
 * an office lacks later it adds: a setting is a line, a column comes with --add-columns.
 */
#include "cmd/intake/verbs.h"

#include <unistd.h>

#include "base/text.h"
#include "book/outline.h"
#include "book/outline_sets.h"
#include "door/door.h"

enum { JA, ZH, EN, LANGS };
static const char *const lang_code[] = {[JA] = "ja", [ZH] = "zh", [EN] = "en"};
ENI_ROW_FOR_EACH(lang_code, LANGS);
static const char *const country_code[] = {[ENI_JP] = "jp", [ENI_CN] = "cn"};
ENI_ROW_FOR_EACH(country_code, ENI_COUNTRIES);

/* What is to be founded. */
struct start {
	int kind; /* of ENI_V_OFFICE_KIND */
	enum eni_country country;
	int lang;
};

/* ---- office.yaml ---- */

enum value { AS_IS, KIND, COUNTRY, LANG, VALUES };

struct line {
	uint64_t kinds, countries;
	enum value value; /* what is written behind the text */
	const char *text;
	const char *comment[LANGS];
};

/* What cannot be known beforehand stands behind a #: a made-up number of seats would be promised to a client. */
/* clang-format off */
static const struct line lines[] = {
    {EVERY, BOTH, AS_IS, "", {"事業所の設定です。# から後ろは説明で、読まれません。項目の一覧は enishi-records(5) にあります。",
	"机构设置。# 之后的文字是说明，不会被读取。全部项目见 enishi-records(5)。",
	"Settings of the office. What follows a # is explanation and not read. All of them: enishi-records(5)."}},
    {EVERY, BOTH, AS_IS, "office:", {NULL, NULL, NULL}},
    {EVERY, BOTH, AS_IS, "  name:", {"手紙や電話で名乗る事業所名", "书信和电话中使用的机构名称", "our name, as letters and calls give it"}},
    {EVERY, BOTH, KIND, "  kind: ", {NULL, NULL, NULL}},
    {EVERY, BOTH, COUNTRY, "  country: ", {"祝日・電話番号・時刻の国", "节假日、电话号码和时区所属国家", "whose holidays, telephone numbers and time"}},
    {EVERY, BOTH, LANG, "  lang: ", {"見出しと文面の言葉", "表头和文字的语言", "language of headings and words"}},
    {EVERY, BOTH, AS_IS, "  phone:", {"代表電話", "总机电话", "our telephone"}},
    {EVERY, BOTH, AS_IS, "  person:", {"電話を受ける人", "接听电话的人", "who takes the call"}},
    {EVERY, BOTH, AS_IS, "  strengths: []", {"強み。ご案内に入ります。自分の言葉か veteran, chief_cm, hard_cases, many_partners, always_on, terminal",
	"我们的专长，会写进告知中。可用自己的话，或 veteran, chief_cm, hard_cases, many_partners, always_on, terminal",
	"what we are good at, for partners: your words, or veteran, chief_cm, hard_cases, many_partners, always_on, terminal"}},
    {EVERY, BOTH, AS_IS, "calendar:", {NULL, NULL, NULL}},
    {DAY | CLINIC | HELP, BOTH, AS_IS, "  open: [mon, tue, wed, thu, fri, sat]", {"営業日", "营业日", "days we work"}},
    {CM, BOTH, AS_IS, "  open: [mon, tue, wed, thu, fri]", {"営業日", "营业日", "days we work"}},
    {HOME, BOTH, AS_IS, "  open: [mon, tue, wed, thu, fri, sat, sun]", {"受付のある日", "接待日", "days the reception is open"}},
    {EVERY & ~CM, BOTH, AS_IS, "  holidays: open", {"open は祝日も営業、jp は祝日休み", "open：节假日照常营业；cn、jp：按该国节假日休息", "open: we work on holidays; jp, cn: we do not"}},
    {CM, BOTH, COUNTRY, "  holidays: ", {"open は祝日も営業、jp は祝日休み", "open：节假日照常营业；cn、jp：按该国节假日休息", "open: we work on holidays; jp, cn: we do not"}},
    {EVERY & ~HOME, JP, AS_IS, "  closed: [12-31..01-03]", {"休業日", "休息日", "days we are closed"}},
    {EVERY, BOTH, AS_IS, "  contact_hours: 09:00-18:00", {"こちらから電話をかける時間", "我们打电话的时间", "when we ring people up"}},
    {DAY | CLINIC | HELP, JP, AS_IS, "partner: {window: 11-20}", {"ケアマネへのご案内は月のこの間に", "每月只在这几天向个案管理员介绍情况", "news to care managers on these days of the month"}},
    {DAY | HELP, BOTH, AS_IS, "hold: {reason: hospital, for: 3m}", {"入院した方の枠を空けておく期間", "为住院者保留名额的时间", "how long the place of somebody in hospital is kept"}},
    {HOME, BOTH, AS_IS, "steps: {register: 5, assess: 10, tour: 20, plan: 15}", {"受付の各段階の目安（分）", "接待各环节的时间（分钟）", "minutes for each step of a reception"}},
    {HOME, BOTH, AS_IS, "targets: {wait_days: 7}", {"問い合わせから契約までの日数の目標", "从咨询到签约的目标天数", "days from inquiry to contract at most"}},
    {DAY | HELP, BOTH, AS_IS, "", {"seats: {mon: 20, tue: 20, wed: 20, thu: 20, fri: 20}   # 曜日ごとの定員", "seats: {mon: 20, tue: 20, wed: 20, thu: 20, fri: 20}   # 每天的名额",
	"seats: {mon: 20, tue: 20, wed: 20, thu: 20, fri: 20}   # places a day"}},
    {CLINIC, BOTH, AS_IS, "", {"seats: {mon: 8, tue: 8, wed: 8, thu: 8, fri: 8}   # 1日に訪問できる件数", "seats: {mon: 8, tue: 8, wed: 8, thu: 8, fri: 8}   # 每天可上门的次数",
	"seats: {mon: 8, tue: 8, wed: 8, thu: 8, fri: 8}   # visits a day"}},
    {HOME, BOTH, AS_IS, "", {"seats: {total: 40}   # 受け持てる人数", "seats: {total: 40}   # 可接收的人数", "seats: {total: 40}   # how many people we can take"}},
    {CM, BOTH, AS_IS, "", {"seats: {staff: {S1: 35, S2: 35}}   # ケアマネごとに受け持てる人数（staff.csv の番号）",
	"seats: {staff: {S1: 35, S2: 35}}   # 每位个案管理员可接收的人数（staff.csv 的编号）",
	"seats: {staff: {S1: 35, S2: 35}}   # how many people each care manager can take (ids of staff.csv)"}},
    {CM, BOTH, AS_IS, "off:", {"ケアマネに尋ねる決まりと、通所・訪問の事業所の決まりは使わない", "不使用向个案管理员询问的规则和日托、上门机构的规则",
	"no rules that ask a care manager, and none of day services and clinics"}},
    {CM, BOTH, AS_IS, "  [leave-reason-ask, person-reopen, ask-cause, rival-cm, hospital-ask-cm, hospital-hold, risk-absent, first-visit-terms]", {NULL, NULL, NULL}},
    {CM, JP, AS_IS, "concentration: 80", {"特定事業所集中減算の割合（%）。plans.csv に毎月の件数を書く", NULL,
	"the rule of 80 %; plans.csv has the plans of each month"}},
    {EVERY & ~CM & ~HOME, CN, AS_IS, "", {"off: [hospital-ask-cm, rival-cm, person-reopen, ask-cause]   # ケアマネがいない地域では", "off: [hospital-ask-cm, rival-cm, person-reopen, ask-cause]   # 没有个案管理员时，关闭找他们的规则",
	"off: [hospital-ask-cm, rival-cm, person-reopen, ask-cause]   # where there are no care managers to ask"}},
    {HOME, BOTH, AS_IS, "", {"packages: [{id: basic, name: 基本プラン, for: [independent, mild], covers: [meals, room], price: 180000}]",
	"packages: [{id: basic, name: 基础套餐, for: [independent, mild], covers: [meals, room], price: 3980}]",
	"packages: [{id: basic, name: Basic, for: [independent, mild], covers: [meals, room], price: 3980}]"}},
    {EVERY & ~CM, BOTH, AS_IS, "", {"stories: [{id: garden, text: 畑仕事をまた始められた方のお話です。, of: A01}]   # 検討中の方へのお話",
	"stories: [{id: garden, text: 一位长者重新开始种菜的故事。, of: A01}]   # 讲给犹豫中的家庭",
	"stories: [{id: garden, text: How somebody took to gardening again., of: A01}]   # told to who hesitates"}},
    {EVERY & ~CM, BOTH, AS_IS, "", {"accept: [{id: full, when: {free_slots: at most 0}, do: {answer: no, say: 満員}}]   # 受け入れの基準",
	"accept: [{id: full, when: {free_slots: at most 0}, do: {answer: no, say: 已满}}]   # 接收标准",
	"accept: [{id: full, when: {free_slots: at most 0}, do: {answer: no, say: full}}]   # whom we can take"}},
};
/* clang-format on */

enum { COMMENT_AT = 45 };

static void
put_line(struct eni_buf *out, const struct line *l, const struct start *s)
{
	const char *const value[] = {[AS_IS] = "",
	    [KIND] = eni_word_code(ENI_V_OFFICE_KIND, s->kind),
	    [COUNTRY] = country_code[s->country],
	    [LANG] = lang_code[s->lang]};
	ENI_ROW_FOR_EACH(value, VALUES);
	const char *comment =
	    l->value == KIND ? eni_word_label(ENI_V_OFFICE_KIND, s->kind, lang_code[s->lang]) : l->comment[s->lang];
	size_t from = out->n, wide;

	eni_buf_printf(out, "%s%s", l->text, value[l->value]);
	wide = eni_columns(eni_buf_from(out, from), false);
	if (comment != NULL && wide > 0)
		eni_buf_printf(out, "%*s", wide < COMMENT_AT - 1 ? (int)(COMMENT_AT - wide) : 2, "");
	if (comment != NULL)
		eni_buf_printf(out, "# %s", comment);
	eni_buf_char(out, '\n');
}

static struct eni_str
office_yaml(struct eni_buf *out, const struct start *s)
{
	out->n = 0;
	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
		if (is_for(lines[i].kinds, s->kind) && is_for(lines[i].countries, (int)s->country))
			put_line(out, &lines[i], s);
	return eni_buf_str(out);
}

/* ---- record files ---- */

/* No header word of ours has a comma or a quote in it. */
static struct eni_str
header_line(struct eni_buf *out, struct eni_arena *a, enum eni_kind kind, const struct start *s)
{
	size_t n;
	const struct eni_field *const *column = eni_outline_columns(a, kind, s->kind, s->country, &n);

	out->n = 0;
	for (size_t i = 0; i < n; i++)
		eni_buf_printf(out, "%s%s", i == 0 ? "\xef\xbb\xbf" : ",",
		    eni_heading(NULL, eni_str_of(column[i]->name), kind, lang_code[s->lang]));
	eni_buf_add(out, ENI_S("\r\n"));
	return eni_buf_str(out);
}

/* ---- the command ---- */

/* The word's place in a list, or -1. */
static int
place_of(const char *word, const char *const *list, int n)
{
	for (int i = 0; i < n; i++)
		if (strcmp(word, list[i]) == 0)
			return i;
	return -1;
}

static int
settle_kind(struct eni_run *run, struct start *s)
{
	const char *kind = eni_opt(run, "kind");

	s->kind = kind == NULL ? 0 : eni_word_find(ENI_V_OFFICE_KIND, eni_str_of(kind));
	if (s->kind > 0 && s->kind < ENI_UNKNOWN_WORD)
		return 0;
	if (kind == NULL)
		return eni_fail(&run->diag, ENI_NOWHERE, NULL, "--kind: want %s", eni_vocab_list(ENI_V_OFFICE_KIND));
	return eni_fail(&run->diag, ENI_NOWHERE, NULL, "--kind %s: want %s", kind, eni_vocab_list(ENI_V_OFFICE_KIND));
}

/* Who names a language only means the country, and the other way round. */
static int
settle_place(struct eni_run *run, struct start *s)
{
	const char *country = eni_opt(run, "country");
	int at;

	if (country == NULL)
		country = run->lang != NULL && strcmp(run->lang, "zh") == 0 ? "cn" : "jp";
	at = place_of(country, country_code, ENI_COUNTRIES);
	if (at == -1)
		return eni_fail(&run->diag, ENI_NOWHERE, NULL, "--country %s: want jp or cn", country);
	s->country = (enum eni_country)at;
	s->lang = run->lang == NULL ? (s->country == ENI_CN ? ZH : JA) : place_of(run->lang, lang_code, LANGS);
	return 0;
}

static int
write_files(struct eni_door *door, const struct start *s)
{
	struct eni_buf out = {0};
	struct eni_arena a = {0};
	int rc = eni_door_create(door, "office.yaml", office_yaml(&out, s));

	for (enum eni_kind kind = 0; rc == 0 && kind < ENI_KINDS; kind++) {
		char name[32];

		if (!eni_outline_keeps(kind, s->kind))
			continue;
		snprintf(name, sizeof name, "%s.csv", eni_kind_name(kind));
		rc = eni_door_create(door, name, header_line(&out, &a, kind, s));
	}
	eni_arena_free(&a);
	eni_buf_free(&out);
	return rc;
}

/* Only on a terminal: scripts want silence. */
static const char *const next_steps[] = {
    [JA] = "台帳ができました。次は、\n"
	   "  office.yaml に事業所名と電話を書く\n"
	   "  clients.csv に1人1行で書く（Excelで開けます。お手元の名簿は intake add 名簿.csv で入ります）\n"
	   "  followup で今日ご連絡する方が並びます\n",
    [ZH] = "台账已建好。接下来：\n"
	   "  在 office.yaml 写上机构名称和电话\n"
	   "  在 clients.csv 每人登记一行（可用 Excel 打开；现成的名单用 intake add 名单.csv 导入）\n"
	   "  followup 列出今天该联系的人\n",
    [EN] = "The book is there. Next:\n"
	   "  write your name and telephone into office.yaml\n"
	   "  fill clients.csv, one row a person (a spreadsheet opens it; intake add LIST.csv takes in a list you have)\n"
	   "  followup says whom to call today\n",
};
ENI_ROW_FOR_EACH(next_steps, LANGS);

int
eni_verb_init(struct eni_run *run)
{
	static const struct eni_office nobody = {0};
	const struct eni_door_options opt = {.dry_run = eni_opt(run, "dry-run") != NULL, .fresh = true, .said = run->out};
	struct eni_door *door;
	struct start s = {0};
	int rc;

	if (run->n_operands != 1)
		return eni_fail(&run->diag, ENI_NOWHERE, NULL, "init: want one folder, as in: intake init book --kind day_service");
	if (settle_kind(run, &s) == -1 || settle_place(run, &s) == -1)
		return -1;
	if ((door = eni_door_open(run->operand[0], &nobody, &opt, &run->diag)) == NULL)
		return -1;
	rc = write_files(door, &s) == 0 ? eni_door_commit(door) : -1;
	eni_door_close(door);
	if (rc == 0 && !opt.dry_run && isatty(fileno(run->out)))
		fputs(next_steps[s.lang], run->out);
	return rc;
}
