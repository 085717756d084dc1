/* The office against the nation: see bench.h. */
#include "worth/bench.h"

#include "base/num.h"
#include "base/text.h"

/* Average home-care support office in Japan, a month: income, clients for each full-time care manager, income for each client. */
static const struct {
	int64_t figure[ENI_MEASURES];
	const char *source, *year;
} built_in = {
    .figure = {[ENI_MEASURE_REVENUE] = 1256000, [ENI_MEASURE_CLIENTS_PER_FTE] = 427000, [ENI_MEASURE_REVENUE_PER_CLIENT] = 12747},
    .source = "令和4年度介護事業経営概況調査(案)",
    .year = "2022"};

bool
eni_bench_is_money(int measure)
{
	return measure != ENI_MEASURE_CLIENTS_PER_FTE;
}

static struct eni_ratio
scaled(int64_t n)
{
	return (struct eni_ratio){n, ENI_NUM_SCALE};
}

static struct eni_ratio
money_at(const struct eni_book *b, const char *path)
{
	int64_t money;

	if (eni_money_parse(eni_node_text(eni_office_get(&b->office, path)), b->office.decimals, &money) != 1)
		return ENI_NO_RATIO;
	return (struct eni_ratio){money, 1};
}

static struct eni_ratio
number_at(const struct eni_book *b, const char *path)
{
	int64_t n;

	return eni_num_parse(eni_node_text(eni_office_get(&b->office, path)), &n) == 1 ? scaled(n) : ENI_NO_RATIO;
}

static struct eni_str
text_at(const struct eni_book *b, const char *path)
{
	struct eni_str text = eni_str_trim(eni_node_text(eni_office_get(&b->office, path)));

	return text.n == 0 ? ENI_S("-") : text;
}

static bool
has_built_in(const struct eni_office *o)
{
	return o->country == ENI_JP && o->decimals == 0 &&
	       (o->kind.n == 0 || eni_str_is(o->kind, eni_word_code(ENI_V_OFFICE_KIND, ENI_OFFICE_CM_OFFICE)));
}

int
eni_bench_read(struct eni_bench *b, struct eni_book *book)
{
	if (eni_office_get(&book->office, "bench") != NULL) {
		b->national[ENI_MEASURE_REVENUE] = money_at(book, "bench.revenue");
		b->national[ENI_MEASURE_CLIENTS_PER_FTE] = number_at(book, "bench.clients_per_fte");
		b->national[ENI_MEASURE_REVENUE_PER_CLIENT] = money_at(book, "bench.revenue_per_client");
		b->source = text_at(book, "bench.source");
		b->year = text_at(book, "bench.year");
		return 0;
	}
	if (!has_built_in(&book->office))
		return eni_fail(book->diag, ENI_NOWHERE, "bench",
		    "no national figures are built in for this kind of office: set revenue, clients_per_fte, revenue_per_client, "
		    "source and year in office.yaml");
	for (int i = 1; i < ENI_MEASURES; i++)
		b->national[i] = eni_bench_is_money(i) ? (struct eni_ratio){built_in.figure[i], 1} : scaled(built_in.figure[i]);
	b->source = eni_str_of(built_in.source);
	b->year = eni_str_of(built_in.year);
	return 0;
}

void
eni_own_read(struct eni_own *o, const struct eni_book *book)
{
	o->revenue = money_at(book, "own.revenue");
	o->clients = number_at(book, "own.clients");
	o->fte = number_at(book, "own.fte");
}

static struct eni_ratio
over(struct eni_ratio a, struct eni_ratio b)
{
	if (a.den == 0 || b.den == 0 || b.num == 0)
		return ENI_NO_RATIO;
	return (struct eni_ratio){a.num * b.den, a.den * b.num};
}

struct eni_ratio
eni_own_measure(const struct eni_own *o, int measure)
{
	switch (measure) {
	case ENI_MEASURE_REVENUE:
		return o->revenue;
	case ENI_MEASURE_CLIENTS_PER_FTE:
		return over(o->clients, o->fte);
	default:
		return over(o->revenue, o->clients);
	}
}

struct eni_ratio
eni_bench_percent(struct eni_ratio own, struct eni_ratio national)
{
	own.num *= 100;
	return over(own, national);
}

/* ---- from the records ---- */

static bool
is_care_manager(struct eni_buf *folded, struct eni_str role)
{
	static const char *const words[] = {"ケアマネ", "介護支援専門員", "个案管理", "caremanager"};

	folded->n = 0;
	eni_casefold(folded, role);
	for (size_t i = 0; folded->n > 0 && i < sizeof words / sizeof *words; i++)
		if (memmem(folded->p, folded->n, words[i], strlen(words[i])) != NULL)
			return true;
	return false;
}

/* The part of a post; -1: it stands there and cannot be read. */
static int64_t
part_of_post(const struct eni_sheet *staff, size_t fte, uint32_t row)
{
	int64_t part;
	int got = eni_num_parse(eni_str_trim(eni_sheet_text(staff, fte, row)), &part);

	return got == 0 ? (int64_t)ENI_NUM_SCALE : got == 1 && part >= 0 ? part : -1;
}

int64_t
eni_care_managers(const struct eni_book *book, size_t role, size_t fte)
{
	struct eni_buf folded = {0};
	int64_t n = 0;

	for (uint32_t i = 0; i < book->staff.n && n >= 0; i++) {
		int64_t part = part_of_post(&book->staff, fte, i);

		if (!is_care_manager(&folded, eni_sheet_text(&book->staff, role, i)))
			continue;
		if (part < 0)
			eni_aside(book->diag, eni_sheet_place(&book->staff, i), "fte", "want a number such as 0.5");
		n = part < 0 ? -1 : n + part;
	}
	eni_buf_free(&folded);
	return n;
}

struct eni_period
eni_last_month(struct eni_when now)
{
	int32_t last = now.minute < 0 && now.day == eni_month_end(now.day) ? now.day : eni_month_start(now.day) - 1;

	return (struct eni_period){{eni_month_start(last), ENI_NOTIME}, {last, ENI_NOTIME}};
}
