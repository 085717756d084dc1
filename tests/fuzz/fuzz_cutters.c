/* Any bytes as a CSV and a TSV file, in every encoding that can be written: the door cuts them as the reader does. */
#include "fuzz.h"
#include "tests/unit/cutters.h"

int
LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t n)
{
	static const char *const encodings[] = {NULL, "CP932", "GB18030"};
	const struct eni_str text = {(const char *)bytes, n};
	struct fuzz_file f = fuzz_file(bytes, n);
	struct eni_diag d = fuzz_diag();

	for (size_t i = 0; cutters_can_cut(text) && i < sizeof encodings / sizeof *encodings; i++) {
		fuzz_promise(cutters_differ(text, f.fd, ENI_CSV, encodings[i], &d) == NULL);
		fuzz_promise(cutters_differ(text, f.fd, ENI_TSV, encodings[i], &d) == NULL);
	}
	close(f.fd);
	return 0;
}
