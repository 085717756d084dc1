/* office.yaml: defaults, what it may say, and what is reported about a slip. */
#include "book/office.h"

#include <stdlib.h>
#include <unistd.h>

#include "unit.h"

/* An office read from this text; NULL text: no file.  What was said goes to *said (the caller frees it). */
static int
read_office(struct eni_office *o, const char *text, char **said)
{
	char dir[] = "/tmp/eni-office-XXXXXX";
	struct eni_buf path = {0};
	size_t n = 0;
	FILE *err = open_memstream(said, &n), *f;
	struct eni_diag d = {.prog = "t", .out = err};
	int rc;

	ok(mkdtemp(dir) != NULL, "a folder to work in");
	eni_buf_printf(&path, "%s/office.yaml", dir);
	eni_buf_char(&path, '\0');
	if (text != NULL && (f = fopen(path.p, "w")) != NULL) {
		fputs(text, f);
		fclose(f);
	}
	rc = eni_office_read(o, dir, &d);
	ok((rc == 0) == (d.status == 0), "a failure sets the status");
	unlink(path.p);
	rmdir(dir);
	fclose(err);
	eni_buf_free(&path);
	return rc;
}

static const char aozora[] =
    "office:\n  name: デイサービスあおぞら橋\n  kind: day_service\n  country: jp\n  lang: ja\n"
    "calendar:\n  open: [mon, tue, wed, thu, fri, sat]\n  holidays: open\n  closed: [12-31..01-03]\n"
    "  contact_hours: 09:00-18:00\n"
    "partner:\n  open: [mon, tue, wed, thu, fri]\n  holidays: jp\n  closed: [12-29..01-03]\n  window: 11-20\n"
    "seats: {mon: 3, tue-am: 2, tue-pm: 1}\nhold: {reason: hospital, for: 2m}\nstale_after: 60d\n"
    "ltv: {price: 4000, visits_per_month: 8, months: 18, currency: JPY}\nlimits: {per_day: 12}\n"
    "playbook_add: extra.yaml\nfields: [送迎]\nbands: {mild: 75..95, moderate: 50..70, severe: 0..45}\n"
    "aliases: {利用者コード: id, family_phone: [緊急 連絡先]}\nvalues: {reason: {お引っ越し: other}, 送迎: {要: yes}}\n";

static void
test_defaults(void)
{
	struct eni_office o;
	char *said;

	ok(read_office(&o, NULL, &said) == 0, "no file is fine");
	ok(o.file == NULL && o.root == NULL, "and there is none");
	ok(o.country == ENI_JP && o.decimals == 0, "Japan");
	is_str(o.zone, "Asia/Tokyo", "zone");
	is_str(o.calls_zone, "Asia/Tokyo", "zone of the calls");
	is_str(o.lang, "ja", "language");
	is_int(o.own.open, 0x3f, "open every day but Sunday");
	ok(o.own.holidays == ENI_HOLIDAYS_OPEN && o.partner.holidays == ENI_HOLIDAYS_JP, "holidays close partners only");
	is_int(o.partner.open, 0x1f, "partners Monday to Friday");
	is_int(o.contact_hours.open, 540, "from 09:00");
	is_int(o.contact_hours.close, 1080, "to 18:00");
	ok(o.hold_reason == ENI_REASON_HOSPITAL && o.hold_for.n == 3 && o.hold_for.unit == ENI_MONTHS, "hospital 3m");
	ok(o.stale_after.n == 90 && o.stale_after.unit == ENI_DAYS, "stale after 90d");
	ok(o.bands.mild_from == 61 && o.bands.severe_to == 40, "bands");
	is_str(eni_office_value(&o, ENI_S("reason"), ENI_S("x")), "", "no words of its own");
	is_str(ENI_S(""), said, "nothing is said");
	free(said);
	eni_office_free(&o);
}

static void
test_china(void)
{
	struct eni_office o;
	char *said;

	ok(read_office(&o, "office: {country: cn}\npartner:\nltv: {price: 3200}\n", &said) == 0, "a line is enough");
	ok(o.country == ENI_CN && o.decimals == 2 && o.partner.holidays == ENI_HOLIDAYS_CN, "China");
	is_str(o.zone, "Asia/Shanghai", "its zone");
	is_str(o.lang, "zh", "its language");
	is_int(o.own.open, 0x3f, "defaults hold where nothing is said");
	free(said);
	eni_office_free(&o);
}

static void
test_office(void)
{
	struct eni_office o;
	char *said;

	is_int(read_office(&o, aozora, &said), 0, "a whole office");
	is_str(ENI_S(""), said, "nothing is said");
	is_str(o.name, "デイサービスあおぞら橋", "name");
	is_str(o.kind, "day_service", "kind");
	ok(o.own.n_closed == 1 && o.own.closed[0].yearly && o.own.closed[0].from == 1231 && o.own.closed[0].to == 103, "closed");
	ok(o.window_from == 11 && o.window_to == 20, "window");
	ok(o.n_seats == 3 && o.seat[0].seats == 3 && o.seat[0].session == 0 && o.seat[2].day == ENI_TUE && o.seat[2].session == 2,
	    "seats");
	ok(o.hold_for.n == 2 && o.stale_after.n == 60 && o.per_day == 12, "numbers");
	is_str(o.playbook_add, "extra.yaml", "playbook_add");
	ok(eni_office_has_field(&o, ENI_S("送迎")) && !eni_office_has_field(&o, ENI_S("name")), "own fields");
	is_str(eni_office_value(&o, ENI_S("reason"), ENI_S(" お引っ越し")), "other", "own value, folded");
	is_str(eni_office_value(&o, ENI_S("reason"), ENI_S("other")), "", "not its own");
	ok(eni_map_get(&o.aliases, ENI_S("緊急連絡先")) != ENI_NONE && eni_map_get(&o.aliases, ENI_S("利用者コード")) != ENI_NONE,
	    "aliases in both forms, folded");
	is_str(eni_node_text(eni_office_get(&o, "ltv.price")), "4000", "other rooms read by path");
	ok(eni_office_get(&o, "ltv.horizon") == NULL, "what is not said is not there");
	ok(o.bands.mild_from == 75 && o.bands.severe_to == 45, "bands");
	free(said);
	eni_office_free(&o);
}

static const struct {
	const char *text, *says;
} slips[] = {
    {"offise: {kind: day_service}\n", "office.yaml:1: offise: unknown setting; did you mean office?"},
    {"office:\n  country: jp\n  nane: x\n", "office.yaml:3: office.nane: unknown setting; did you mean name?"},
    {"hold: {xxxxx: 1}\n", "office.yaml:1: hold.xxxxx: unknown setting; want one of reason, for"},
    {"ltv.price: 4000\n", "ltv.price: unknown setting"},
    {"office: {tz: Asia/Tokio}\n", "office.yaml:1: office.tz: want a time zone this machine knows, such as Asia/Tokyo"},
    {"office: {tz: ../zoneinfo/Asia/Tokyo}\n", "office.tz: want a time zone"},
    {"office: {tz: zone.tab}\n", "office.tz: want a time zone"},
    {"calls: {tz: Asien}\n", "calls.tz: want a time zone"},
    {"office: {country: us}\n", "office.country: want jp or cn"},
    {"office: {kind: day_servise}\n", "did you mean day_service?"},
    {"office: daycare\n", "office: want keys under it"},
    {"- office\n", "want settings such as office: {kind: day_service}"},
    {"calendar:\n  open:\n  - mon\n  - mun\n", "office.yaml:4: calendar.open: want weekdays such as [mon, tue, wed]"},
    {"calendar: {holidays: yes}\n", "calendar.holidays: want open, jp or cn"},
    {"calendar: {closed: [2026-08-15..2026-08-13]}\n", "calendar.closed: want days or ranges such as 2026-08-13"},
    {"calendar: {closed: [2026-08-13..08-15]}\n", "calendar.closed: want days"},
    {"calendar: {closed: [13-01]}\n", "calendar.closed: want days"},
    {"calendar: {closed: [1229]}\n", "calendar.closed: want days"},
    {"calendar: {contact_hours: 18:00-09:00}\n", "calendar.contact_hours: want hours such as 09:00-18:00"},
    {"partner: {window: 11-32}\n", "partner.window: want days of the month such as 11-20"},
    {"seats: {mom: 3}\n", "seats: want numbers by weekday"},
    {"seats: {mon: 3, mon-am: 2}\n", "seats: want each day or session once"},
    {"seats: {mon: many}\n", "seats: want numbers by weekday"},
    {"hold: {reason: hospitl}\n", "hold.reason: want a leaving reason such as hospital; did you mean hospital?"},
    {"stale_after: 90\n", "stale_after: want an interval such as 48h, 90d"},
    {"limits: {per_day: 0}\n", "limits.per_day: want a whole number, 1 or more"},
    {"bands: {moderate: 50..70}\n", "bands: want bands that do not overlap"},
    {"bands: {mild: 99..61}\n", "bands.mild: want a range"},
    {"aliases: {電話2: phone3}\n", "aliases: want HEADER: FIELD"},
    {"aliases: {id: [番号A], name: [番号A]}\n", "aliases: want one field for a header"},
    {"values: {reason: {引越: moved}}\n", "values: want FIELD: {WORD: CODE}"},
    {"values: {raison: {引越: other}}\n", "values: want FIELD: {WORD: CODE}"},
    {"steps: {tour: long}\n", "steps.tour: want a number"},
    {"packages: {id: basic}\n", "packages: want a list"},
};

static void
test_slips(void)
{
	struct eni_office o;
	char *said;

	for (size_t i = 0; i < sizeof slips / sizeof *slips; i++) {
		ok(read_office(&o, slips[i].text, &said) == -1, slips[i].text);
		ok(strstr(said, slips[i].says) != NULL, slips[i].says);
		if (strstr(said, slips[i].says) == NULL)
			printf("     got  %s\n", said);
		free(said);
		eni_office_free(&o);
	}
}

/* What may hold any key, and the forms people use. */
static const char *const good[] = {
    "",
    "words: {ask-reason: {ja: どうされましたか}}\nplanned: [{rule: smoking, on: 2026-12-01}]\noff: [risk-absent]\n",
    "accept:\n  - {id: full, when: {free_slots: at most 0}, do: {answer: no}}\n",
    "packages: [{id: a, name: b, for: [mild], price: 3}]\n",
    "calendar: {open: mon..sat, closed: 12月31日..1月3日, extra_open: [2026/11/22, 令和8年11月29日, '20261213']}\n",
    "calendar: {open: [月, 火, 水], closed: [02-29], contact_hours: 9:00〜17:30}\n",
    "seats: {total: 30}\n",
    "seats: {care_level: {semi: 10, full: 8}}\n",
    "seats: {mon..fri: 20, 土午前: 10}\n",
    "mail: {from: a@example.jp, to: b@example.jp}\nretention: {records: 5y, lost_leads: 12m}\nconcentration: 80\n",
    "own: {revenue: 98万, clients: 76, fte: 2.5}\nbench: {revenue: 1256000, clients_per_fte: 42.7, source: x}\n",
    "office: {kind: , phone: }\ncalendar:\n",
    "defaults: {channel: fax, outcome: sent}\ncalls: {lost_after: 24h, tz: UTC, first_call_conversion: 0.8}\n",
    "partner: {window: 25-5, extra_open: [2026-11-28], holidays: open}\n",
};

static void
test_good(void)
{
	struct eni_office o;
	char *said;

	for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
		ok(read_office(&o, good[i], &said) == 0, good[i]);
		is_str(ENI_S(""), said, good[i]);
		free(said);
		eni_office_free(&o);
	}
}

static void
test_no_folder(void)
{
	struct eni_diag d = {.prog = "t", .quiet = true};
	struct eni_office o;

	ok(eni_office_read(&o, "/nonexistent/book", &d) == -1 && d.status == 2, "a book that is not there");
	eni_office_free(&o);
}

int
main(void)
{
	test_defaults();
	test_china();
	test_office();
	test_slips();
	test_good();
	test_no_folder();
	return unit_done();
}
