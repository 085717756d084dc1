/* Any bytes as a record file of every format: no fault of memory, as many cells as the header has, and nothing but UTF-8 in them.
 */
#include "base/text.h"
#include "form/reader.h"
#include "fuzz.h"

static void
look(struct eni_str cell)
{
	fuzz_promise(cell.n == 0 || eni_utf8_prefix(cell) == cell.n);
}

static void
read_as(enum eni_format format, const char *path, const char *fallback, bool spreadsheet)
{
	struct eni_diag d = fuzz_diag();
	const struct eni_source_options o = {
	    .format = format, .fallback = fallback, .rejects = d.out, .spreadsheet = spreadsheet, .kind = ENI_CLIENTS};
	struct eni_reader *r = eni_reader_open(path, "input", &o, &d);
	const struct eni_str *header;
	struct eni_row row;
	size_t n;
	int last;

	if (r == NULL) {
		fuzz_promise(d.status == 2);
		return;
	}
	header = eni_reader_header(r, &n);
	for (size_t i = 0; i < n; i++)
		look(header[i]);
	while ((last = eni_reader_next(r, &row)) == 1) {
		fuzz_promise(row.n == n && row.place.line > 0);
		for (size_t i = 0; i < row.n; i++)
			look(row.cell[i]);
	}
	fuzz_promise(last == 0 || d.status == 2);
	eni_reader_close(r);
}

int
LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t n)
{
	static const enum eni_format format[] = {ENI_FORMAT_NONE, ENI_CSV, ENI_TSV, ENI_YAML, ENI_JSON, ENI_JSONL};
	struct fuzz_file f = fuzz_file(bytes, n);

	for (size_t i = 0; i < sizeof format / sizeof *format; i++)
		for (int spreadsheet = 0; spreadsheet < 2; spreadsheet++)
			read_as(format[i], f.path, i % 2 == 0 ? "CP932" : "GB18030", spreadsheet == 1);
	close(f.fd);
	return 0;
}
