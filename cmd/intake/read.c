/* intake read: client records out of any list, printed. */
#include "cli/list_map.h"
#include "cli/list_read.h"
#include "cmd/intake/verbs.h"

static int
print_all(struct eni_reading *r)
{
	int got;

	eni_print_begin(&r->print);
	while ((got = eni_reading_next(r)) == 1) {
		for (size_t i = 0; i < r->in.n; i++)
			r->print.cell[i] = r->in.col[i].cell;
		eni_print_row(&r->print, 0);
	}
	eni_sheet_report_unknown_words(&r->desk.run->book.clients, &r->desk.run->diag);
	return eni_print_end(&r->print) == -1 ? -1 : got;
}

int
eni_verb_read(struct eni_run *run)
{
	struct eni_reading r;
	int rc;

	if (eni_opt(run, "map") != NULL)
		return eni_verb_map(run);
	rc = eni_reading_open(&r, run);
	if (rc == 0)
		rc = print_all(&r);
	eni_reading_close(&r);
	return rc;
}
