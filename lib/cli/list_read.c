/* Records out of any list: see list_read.h. */
#include "cli/list_read.h"
#include "cli/report.h"

/* The desk's own people are not asked for: what comes in is a stream of ours. */
static int
open_desk(struct eni_reading *r, struct eni_run *run)
{
	size_t n = run->n_operands;
	int rc;

	run->n_operands = 0;
	rc = r->in.kind == ENI_REFERRERS ? eni_desk_open_facts(&r->desk, run, true) : eni_desk_open_labels(&r->desk, run);
	run->n_operands = n;
	return rc;
}

static struct eni_offer *
offers_of(struct eni_run *run, const struct eni_intake *in)
{
	struct eni_offer *offer = eni_arena_clear(&run->arena, (in->n + 1) * sizeof *offer);

	for (size_t i = 0; i < in->n; i++) {
		const struct eni_field *f = in->col[i].field;

		offer[i] =
		    (struct eni_offer){.name = in->col[i].name.p, .type = ENI_COL_TEXT, .vocab = f != NULL ? f->vocab : ENI_V_NONE};
	}
	return offer;
}

/* Derived fields that need the whole book are not to be had from a stream. */
static int
refuse_seats(struct eni_reading *r)
{
	if (r->in.kind == ENI_REFERRERS && r->desk.facts.derived.needs != 0)
		return eni_fail(&r->desk.run->diag, ENI_NOWHERE, NULL, "derived fields are known of referrers in the book only");
	if (!eni_facts_needs(&r->desk.facts, ENI_FACT_OPEN_DAYS) && !eni_facts_needs(&r->desk.facts, ENI_FACT_FREE_SLOTS))
		return 0;
	return eni_fail(&r->desk.run->diag, ENI_NOWHERE, NULL,
	    "open_days and free_slots are known of people in the book only: add these first");
}

int
eni_reading_kind(struct eni_run *run, int *kind)
{
	const char *word = eni_opt(run, "kind");

	if (word == NULL)
		return 0;
	*kind = eni_word_find(ENI_V_REFERRER_KIND, eni_str_of(word));
	if (*kind != 0 && *kind != ENI_UNKNOWN_WORD)
		return 0;
	return eni_fail(&run->diag, ENI_NOWHERE, NULL, "--kind: want %s", eni_vocab_list(ENI_V_REFERRER_KIND));
}

/* --from clients: no list at all, but the names in the clients' columns. */
static int
settle_referrers(struct eni_reading *r)
{
	static const char *const sources[] = {"clients"};
	struct eni_run *run = r->desk.run;
	size_t source;

	if (eni_choice(run, "from", sources, 1, &source) == -1)
		return -1;
	r->made = source == 0;
	if (r->made && (run->n_operands > 0 || eni_opt(run, "where") != NULL))
		return eni_fail(&run->diag, ENI_NOWHERE, NULL, "add --from clients: takes neither operands nor --where");
	return eni_reading_kind(run, &r->in.usual_kind);
}

int
eni_reading_open(struct eni_reading *r, struct eni_run *run)
{
	static const char *const org[] = {"org"};
	static char dash[] = "-";
	char *const standard_input[] = {dash};
	struct eni_book *b = &run->book;
	bool given = run->n_operands > 0, label;

	*r = (struct eni_reading){.desk = {.run = run}, .in = {.kind = run->verb->main}};
	b->file_operands = true; /* -i and --encoding are about them */
	if (r->in.kind == ENI_REFERRERS && settle_referrers(r) == -1)
		return -1;
	if (r->made)
		eni_intake_made(&r->in, b, org, 1);
	else if (eni_intake_open(&r->in, b, given ? run->operand : standard_input, given ? run->n_operands : 1) == -1)
		return -1;
	if (open_desk(r, run) == -1 || eni_print_prepare(&r->print, run, offers_of(run, &r->in), r->in.n, &r->desk.facts) == -1)
		return -1;
	label = r->in.kind == ENI_CLIENTS && (r->print.wanted[r->in.tags] || eni_opt(run, "where") != NULL);
	if (label) {
		eni_labels_want(&r->labels, &r->desk.facts);
		r->in.labels = &r->labels;
	}
	if (eni_desk_where(&r->desk, false) == -1 || refuse_seats(r) == -1)
		return -1;
	for (size_t i = 0; i < r->in.n; i++)
		r->in.col[i].wanted = r->print.wanted[i];
	return 0;
}

int
eni_reading_next(struct eni_reading *r)
{
	int got;

	while ((got = eni_intake_next(&r->in)) == 1)
		if (r->in.labels == NULL ? eni_desk_passes(&r->desk, 0)
					 : eni_labels_fit(&r->labels, r->desk.where, r->desk.n_where, 0))
			break;
	return got;
}

void
eni_reading_close(struct eni_reading *r)
{
	eni_intake_close(&r->in);
	eni_labels_free(&r->labels);
	eni_desk_close(&r->desk);
}
