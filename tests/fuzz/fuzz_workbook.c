/*
 * Workbooks.  Bytes as a whole file come no further than the sum of a part: so most go in as the XML of a sheet, of the shared
 * texts and of the styles, cut at NUL, in an archive that is right.  No fault of memory, nothing but UTF-8 in the cells.
 */
#include "base/text.h"
#include "form/reader.h"
#include "fuzz.h"
#include "tests/unit/zip.h"

#define TYPE "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

static void
read_all(const char *path, bool spreadsheet, bool hidden)
{
	struct eni_diag d = fuzz_diag();
	const struct eni_source_options o = {
	    .fallback = "CP932", .rejects = d.out, .spreadsheet = spreadsheet, .kind = ENI_CLIENTS, .hidden = hidden};
	struct eni_reader *r = eni_reader_open(path, "input", &o, &d);
	struct eni_row row;
	size_t n;
	int last;

	if (r == NULL) {
		fuzz_promise(d.status == 2);
		return;
	}
	eni_reader_header(r, &n);
	while ((last = eni_reader_next(r, &row)) == 1) {
		fuzz_promise(row.n == n && row.place.line > 0);
		for (size_t i = 0; i < row.n; i++)
			fuzz_promise(row.cell[i].n == 0 || eni_utf8_prefix(row.cell[i]) == row.cell[i].n);
	}
	fuzz_promise(last == 0 || d.status == 2);
	eni_reader_close(r);
}

static struct eni_str
next_part(struct eni_str *rest)
{
	const char *end = rest->n == 0 ? NULL : memchr(rest->p, '\0', rest->n);
	struct eni_str part = {rest->p, end == NULL ? rest->n : (size_t)(end - rest->p)};

	*rest = eni_str_from(*rest, part.n + 1);
	return part;
}

static void
add_within(struct zip_out *z, const char *name, const char *head, struct eni_str text, const char *foot)
{
	struct eni_buf all = {0};

	eni_buf_add(&all, eni_str_of(head));
	eni_buf_add(&all, text);
	eni_buf_add(&all, eni_str_of(foot));
	zip_add(z, name, eni_buf_str(&all));
	eni_buf_free(&all);
}

int
LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t n)
{
	struct eni_str rest = {(const char *)bytes, n};
	struct zip_out z = {0};
	struct fuzz_file f;

	add_within(&z, "xl/worksheets/sheet1.xml", "<worksheet><sheetData>", next_part(&rest), "</sheetData></worksheet>");
	add_within(&z, "xl/sharedStrings.xml", "<sst>", next_part(&rest), "</sst>");
	add_within(&z, "xl/styles.xml", "<styleSheet>", next_part(&rest), "</styleSheet>");
	zip_add(&z, "xl/_rels/workbook.xml.rels",
	    ENI_S("<r><Relationship Id=\"a\" Type=\"" TYPE "worksheet\" Target=\"worksheets/sheet1.xml\"/>"
		  "<Relationship Id=\"b\" Type=\"" TYPE "sharedStrings\" Target=\"sharedStrings.xml\"/>"
		  "<Relationship Id=\"c\" Type=\"" TYPE "styles\" Target=\"styles.xml\"/></r>"));
	zip_add(&z, "xl/workbook.xml", ENI_S("<workbook><sheets><sheet name=\"1\" id=\"a\"/></sheets></workbook>"));
	zip_end(&z);
	f = fuzz_file((const unsigned char *)z.bytes.p, z.bytes.n);
	eni_buf_free(&z.bytes);
	read_all(f.path, true, false);
	read_all(f.path, false, true);
	close(f.fd);
	f = fuzz_file(bytes, n);
	read_all(f.path, true, false);
	close(f.fd);
	return 0;
}
