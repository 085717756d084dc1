/* Any bytes as a phone log of an empty book: a day or none, a number of digits or none, and nobody who is not there. */
#include "fuzz.h"
#include "phone/phonelog.h"

static void
look(const struct eni_phonelog *l, const struct eni_call *c)
{
	fuzz_promise(eni_is_day(c->at) && (c->dir == ENI_DIR_IN || c->dir == ENI_DIR_OUT));
	fuzz_promise(c->number == ENI_NONE || (c->number < l->n_numbers && l->number[c->number].n > 0));
	fuzz_promise(c->subject == ENI_NONE || c->subject == eni_subject_office(l->book));
}

int
LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t n)
{
	struct fuzz_file f = fuzz_file(bytes, n);
	struct eni_diag d = fuzz_diag();
	struct eni_book b = {.diag = &d, .stage = ENI_BOOK_INDEXED};
	struct eni_phonelog l = {.book = &b};
	int rc = eni_phonelog_read(&l, f.path);

	fuzz_promise(rc == 0 || d.status == 2);
	for (size_t i = 0; rc == 0 && i < l.n; i++)
		look(&l, &l.call[i]);
	eni_phonelog_free(&l);
	eni_book_close(&b);
	close(f.fd);
	return 0;
}
