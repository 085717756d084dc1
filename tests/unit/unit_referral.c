/* Numbers behind referral: care/shares.h half-years, care/chains.h, care/worth.h. */
#include "partner/chains.h"
#include "partner/shares.h"
#include "unit.h"
#include "who/partner_kind.h"

/* ---- half-years ---- */

static const struct {
	int y, m, d;
	const char *first, *last, *note;
} halves[] = {
    {2026, 3, 1, "2025-09-01", "2026-02-28", "the first day of March: February's report is not out"},
    {2026, 3, 15, "2025-09-01", "2026-02-28", "its last day"},
    {2026, 3, 16, "2026-03-01", "2026-08-31", "the day behind it"},
    {2026, 8, 31, "2026-03-01", "2026-08-31", "the last of August"},
    {2026, 9, 1, "2026-03-01", "2026-08-31", "the first of September"},
    {2026, 9, 15, "2026-03-01", "2026-08-31", "the day on which it is due"},
    {2026, 9, 16, "2026-09-01", "2027-02-28", "the day behind that"},
    {2026, 12, 31, "2026-09-01", "2027-02-28", "the year's end"},
    {2027, 1, 1, "2026-09-01", "2027-02-28", "over the year's end"},
    {2028, 2, 29, "2027-09-01", "2028-02-29", "a leap day"},
};

static void
test_halves(void)
{
	for (size_t i = 0; i < sizeof halves / sizeof *halves; i++) {
		char text[ENI_WHEN_TEXT];
		struct eni_period p;
		int32_t day;

		ok(eni_day_make(halves[i].y, halves[i].m, halves[i].d, &day), "a day");
		p = eni_half_year_due(day);
		eni_when_format(p.since, text);
		is_str(eni_str_of(text), halves[i].first, halves[i].note);
		eni_when_format(p.until, text);
		is_str(eni_str_of(text), halves[i].last, halves[i].note);
	}
}

/* ---- chains ---- */

enum { CLIENTS = 7, SENDERS = 6, NOBODY = -1 };

/* Senders 0 is an office; 1..5 are clients 0..4. */
static const struct {
	int sender[CLIENTS];
	bool counts[CLIENTS];
	int through[SENDERS];
	size_t circle;
	const char *note;
} chains[] = {
    /* the office sent 0, who brought 1, who brought 2 */
    {{0, 1, 2, NOBODY, NOBODY, NOBODY, NOBODY}, {1, 1, 1, 1, 1, 1, 1}, {3, 2, 1, 0, 0, 0}, 0, "a chain of three"},
    {{0, 1, 2, NOBODY, NOBODY, NOBODY, NOBODY}, {1, 0, 1, 1, 1, 1, 1}, {2, 1, 1, 0, 0, 0}, 0,
	"the middle one came at another time"},
    {{0, 1, 1, 0, 4, 4, 4}, {1, 1, 1, 1, 1, 1, 1}, {7, 2, 0, 0, 3, 0}, 0, "two branches"},
    {{2, 1, 2, NOBODY, NOBODY, NOBODY, NOBODY}, {1, 1, 1, 1, 1, 1, 1}, {0, 0, 1, 0, 0, 0}, 2, "two who brought one another"},
    {{1, 0, NOBODY, NOBODY, NOBODY, NOBODY, NOBODY}, {1, 1, 1, 1, 1, 1, 1}, {1, 0, 0, 0, 0, 0}, 1, "one who brought himself"},
};

static void
test_chains(void)
{
	struct eni_book book = {.clients = {.n = CLIENTS}, .referrers = {.n = 1}};
	struct eni_sender one[SENDERS] = {
	    {.subject = CLIENTS}, {.subject = 0}, {.subject = 1}, {.subject = 2}, {.subject = 3}, {.subject = 4}};
	struct eni_senders s = {.book = &book, .one = one, .n = SENDERS};

	for (size_t i = 0; i < sizeof chains / sizeof *chains; i++) {
		uint32_t of[CLIENTS];
		int64_t through[SENDERS];

		for (size_t c = 0; c < CLIENTS; c++)
			of[c] = chains[i].sender[c] == NOBODY ? (uint32_t)ENI_NONE : (uint32_t)chains[i].sender[c];
		is_int(eni_chains_count(&s, of, chains[i].counts, CLIENTS, through), chains[i].circle, chains[i].note);
		for (size_t k = 0; k < SENDERS; k++)
			is_int(through[k], chains[i].through[k], chains[i].note);
	}
}

/* ---- sorts of partners ---- */

static const struct {
	const char *name, *kind;
} partners[] = {
    {"地域包括支援センター（高松市保健センター１階）", "center"},
    {"A地域包括支援センター", "center"},
    {"居宅介護支援事業所ゆり", "caremanager_office"},
    {"B病院", "hospital"},
    {"南病院　地域連携室", "hospital"},
    {"南病院前薬局", NULL},
    {"野口クリニック", "clinic"},
    {"野口医院", NULL}, /* a hospital in Chinese */
    {"デイサービスひばり", NULL},
    {"", NULL},
};

static void
test_partners(void)
{
	for (size_t i = 0; i < sizeof partners / sizeof *partners; i++) {
		int want = partners[i].kind == NULL ? 0 : eni_word_find(ENI_V_REFERRER_KIND, eni_str_of(partners[i].kind));

		is_int(eni_partner_kind_name(eni_str_of(partners[i].name)), want, partners[i].name);
	}
	is_int(eni_partner_kind_word(ENI_S("特定施設入居者生活介護（有料老人ホーム）")),
	    eni_word_find(ENI_V_REFERRER_KIND, ENI_S("facility")), "a service as the national list names it");
	is_int(eni_partner_kind_word(ENI_S(" 無床診療所 ")), eni_word_find(ENI_V_REFERRER_KIND, ENI_S("clinic")), "a city's word");
	is_int(eni_partner_kind_word(ENI_S("高松市")), 0, "no kind at all");
}

int
main(void)
{
	test_partners();
	test_halves();
	test_chains();
	return unit_done();
}
