/* The cost of a client: see cost.h. */
#include "cmd/ltv/cost.h"

#include <stdlib.h>

#include "base/num.h"

static const char *const other = "other"; /* whoever no other row is about */

static const char want_table[] =
    N_("want an amount such as 12000, or a table whose columns are a field of the clients and the cost");

/* One amount: of those who have that word in that field. */
static int
take(struct eni_costs *c, struct eni_run *run, struct eni_desk *desk, struct eni_node *field, struct eni_node *word,
    struct eni_str amount, const char *file)
{
	struct eni_place at = eni_at(file, word->line);
	struct eni_cost_of of = {.whom = eni_arena_clear(&run->arena, sizeof *of.whom)};

	if (eni_money_parse(amount, run->book.office.decimals, &of.cost) != 1)
		return eni_fail(&run->diag, at, "cost", "want an amount such as 12000");
	if (eni_str_is(word->text, other) || word->text.n == 0) {
		c->usual = of.cost;
		return 0;
	}
	if (desk == NULL)
		return 0;
	if (eni_match_parse(of.whom, &run->arena, field, word, file, &run->diag) == -1 ||
	    eni_facts_resolve(&desk->facts, of.whom, ENI_FOR_CLIENTS, false) == -1)
		return -1;
	c->of = eni_grow(c->of, &c->cap, c->n + 1, sizeof *c->of);
	c->of[c->n++] = of;
	return 0;
}

/* ltv: {cost: 12000}, or {cost: {by: referrer, CM01: 5000, other: 30000}}. */
static int
read_setting(struct eni_costs *c, struct eni_run *run, struct eni_desk *desk, const struct eni_node *node)
{
	struct eni_node by = {.text = eni_node_text(eni_node_get(node, "by"))};
	int rc = 0;

	if (node->type != ENI_MAP)
		return eni_money_parse(node->text, run->book.office.decimals, &c->usual) == 1
			   ? 0
			   : eni_fail(
				 &run->diag, eni_at(run->book.office.file, node->line), "ltv.cost", "want an amount such as 12000");
	for (size_t i = 0; rc == 0 && i < node->n; i++)
		if (!eni_str_is(node->key[i]->text, "by"))
			rc = take(c, run, desk, &by, node->key[i], eni_node_text(node->item[i]), run->book.office.file);
	return rc;
}

/* A row a word of the field: its two cells. */
static int
read_rows(struct eni_costs *c, struct eni_run *run, struct eni_desk *desk, struct eni_reader *in, const char *path)
{
	size_t n;
	const struct eni_str *header = eni_reader_header(in, &n);
	struct eni_node by = {.line = 1};
	struct eni_row row;
	int got = 0;

	if (n != 2)
		return eni_fail(&run->diag, eni_at(path, 1), "cost", "%s", _(want_table));
	by.text = eni_arena_pack(&run->arena, eni_book_field_name(&run->book, ENI_CLIENTS, header[0]));
	while (got == 0 && (got = eni_reader_next(in, &row)) > 0) {
		struct eni_node *word = eni_arena_clear(&run->arena, sizeof *word);

		*word = (struct eni_node){
		    .line = row.place.line, .text = eni_arena_pack(&run->arena, eni_str_trim(row.cell[0])), .quoted = true};
		got = take(c, run, desk, &by, word, eni_str_trim(row.cell[1]), path);
	}
	return got;
}

static int
read_table(struct eni_costs *c, struct eni_run *run, struct eni_desk *desk, const char *path)
{
	struct eni_source_options o = {.encoding = run->book.opt.encoding, .fallback = eni_book_fallback(&run->book)};
	struct eni_reader *in = eni_reader_open(path, NULL, &o, &run->diag);
	int rc;

	if (in == NULL)
		return -1;
	rc = read_rows(c, run, desk, in, path);
	eni_reader_close(in);
	return rc;
}

int
eni_costs_read(struct eni_costs *c, struct eni_run *run, struct eni_desk *desk)
{
	const char *text = eni_opt(run, "cost");
	const struct eni_node *node = eni_office_get(&run->book.office, "ltv.cost");

	*c = (struct eni_costs){.asked = text != NULL || node != NULL, .usual = -1};
	if (text == NULL)
		return node == NULL ? 0 : read_setting(c, run, desk, node);
	if (eni_money_parse(eni_str_of(text), run->book.office.decimals, &c->usual) == 1)
		return 0;
	if (desk == NULL || !eni_operand_is_file(text))
		return eni_fail(&run->diag, ENI_NOWHERE, NULL, "--cost %s: %s", text,
		    desk == NULL ? N_("want an amount such as 12000") : _(want_table));
	return read_table(c, run, desk, text);
}

int64_t
eni_costs_of(const struct eni_costs *c, struct eni_desk *desk, uint32_t client)
{
	for (size_t i = 0; i < c->n; i++)
		if (eni_match_test(
			c->of[i].whom, eni_facts_value(&desk->facts, c->of[i].whom, client, NULL), desk->run->book.today))
			return c->of[i].cost;
	return c->usual;
}

void
eni_costs_free(struct eni_costs *c)
{
	free(c->of);
	*c = (struct eni_costs){0};
}
