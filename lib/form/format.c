/* The table of formats, and which one a file has: by its name's ending, else by its first bytes.  See format.h, reader_parts.h. */
#include <strings.h>

#include "base/table.h"
#include "form/reader_parts.h"
#include "form/writer_parts.h"

enum { RECORDS = ENI_FORMAT_READ | ENI_FORMAT_WRITE, LIST = RECORDS | ENI_FORMAT_OPERAND, FILES = LIST | ENI_FORMAT_BOOK };
enum { READING = ENI_FORMAT_WRITE | ENI_FORMAT_PEOPLE, SHEET = ENI_FORMAT_SHEET | ENI_FORMAT_PEOPLE };

static const struct {
	const char *name;
	const char *ending, *also; /* of its files; NULL: it has none of its own */
	unsigned uses;             /* enum eni_format_use */
	const struct eni_format_ops *ops;
} formats[] = {
    [ENI_FORMAT_NONE] = {"", NULL, NULL, 0, NULL},
    [ENI_CSV] = {"csv", ".csv", NULL, FILES, &eni_csv_ops},
    [ENI_TSV] = {"tsv", ".tsv", NULL, FILES, &eni_tsv_ops},
    [ENI_YAML] = {"yaml", ".yaml", ".yml", FILES, &eni_yaml_ops},
    [ENI_JSON] = {"json", ".json", NULL, LIST, &eni_json_ops},
    [ENI_JSONL] = {"jsonl", ".jsonl", NULL, LIST, &eni_jsonl_ops},
    [ENI_EXCEL] = {"excel", NULL, NULL, RECORDS | SHEET, &eni_excel_ops},
    [ENI_XLSX] = {"xlsx", ".xlsx", ".xlsm", FILES | SHEET | ENI_FORMAT_BYTES, &eni_xlsx_ops},
    [ENI_TABLE] = {"table", NULL, NULL, READING, &eni_table_ops},
    [ENI_HTML] = {"html", NULL, NULL, READING, &eni_html_ops},
    [ENI_TEXT_PAGE] = {"text", NULL, NULL, ENI_FORMAT_PAGE, NULL},
    [ENI_SVG_PAGE] = {"svg", NULL, NULL, ENI_FORMAT_PAGE, NULL},
    [ENI_MAIL_PAGE] = {"mail", NULL, NULL, ENI_FORMAT_PAGE, NULL},
    [ENI_ICS_PAGE] = {"ics", NULL, NULL, ENI_FORMAT_PAGE, NULL},
};
ENI_ROW_FOR_EACH(formats, ENI_FORMATS);

enum eni_format
eni_format_find(struct eni_str name)
{
	for (int i = 1; i < ENI_FORMATS; i++)
		if (eni_str_is(name, formats[i].name))
			return (enum eni_format)i;
	return ENI_FORMAT_NONE;
}

const char *
eni_format_name(enum eni_format f)
{
	return formats[f].name;
}

const char *
eni_format_ending(enum eni_format f)
{
	return formats[f].ending == NULL ? "" : formats[f].ending;
}

bool
eni_format_is(enum eni_format f, enum eni_format_use use)
{
	return (formats[f].uses & use) != 0;
}

size_t
eni_format_most(enum eni_format f)
{
	return eni_format_ops_of(f)->most;
}

const char *
eni_format_lacks(enum eni_format f)
{
	const struct eni_format_ops *ops = eni_format_ops_of(f);

	return ops->lacks == NULL ? NULL : ops->lacks();
}

unsigned
eni_formats(enum eni_format_use use)
{
	unsigned set = 0;

	for (int i = 0; i < ENI_FORMATS; i++)
		if ((formats[i].uses & use) != 0)
			set |= ENI_FORMAT_BIT(i);
	return set;
}

/* Appends what `text` says of each format of the set. */
static void
enumerate(struct eni_buf *b, unsigned set, const char *between, const char *last, const char *(*text)(enum eni_format f))
{
	size_t from = b->n;

	for (int i = 0; i < ENI_FORMATS; i++) {
		if ((set & ENI_FORMAT_BIT(i)) == 0)
			continue;
		set &= ~ENI_FORMAT_BIT(i);
		if (b->n > from)
			eni_buf_add(b, eni_str_of(set == 0 ? last : between));
		eni_buf_add(b, eni_str_of(text((enum eni_format)i)));
	}
}

void
eni_format_names(struct eni_buf *b, unsigned set, const char *between, const char *last)
{
	enumerate(b, set, between, last, eni_format_name);
}

void
eni_format_endings(struct eni_buf *b, unsigned set, const char *between, const char *last)
{
	enumerate(b, set, between, last, eni_format_ending);
}

const struct eni_format_ops *
eni_format_ops_of(enum eni_format f)
{
	return formats[eni_format_is(f, ENI_FORMAT_WRITE) ? f : ENI_CSV].ops;
}

/* ---- which format a file has ---- */

/* Excel and old systems write .CSV. */
static bool
ends_in(const char *path, const char *ending)
{
	size_t n = strlen(path), m = ending == NULL ? 0 : strlen(ending);

	return m > 0 && n > m && strcasecmp(path + n - m, ending) == 0;
}

static enum eni_format
format_by_ending(const char *path)
{
	for (int i = 0; i < ENI_FORMATS; i++)
		if (ends_in(path, formats[i].ending) || ends_in(path, formats[i].also))
			return (enum eni_format)i;
	return ENI_FORMAT_NONE;
}

/* One object a line, or one that goes on. */
static enum eni_format
format_of_object(struct eni_str line)
{
	line = eni_str_trim(line);
	return eni_str_ends(line, ENI_S("}")) ? ENI_JSONL : ENI_JSON;
}

static struct eni_str
first_line(struct eni_str head)
{
	size_t n = 0;

	while (n < head.n && head.p[n] != '\n' && head.p[n] != '\r')
		n++;
	return (struct eni_str){head.p, n};
}

bool
eni_format_has_tabs(struct eni_str head)
{
	struct eni_str line = first_line(head);
	bool quoted = false, tabs = false;

	for (size_t i = 0; i < line.n; i++) {
		if (line.p[i] == '"')
			quoted = !quoted;
		else if (line.p[i] == ',' && !quoted)
			return false;
		tabs |= line.p[i] == '\t' && !quoted;
	}
	return tabs && !quoted;
}

static enum eni_format
format_by_bytes(struct eni_str head)
{
	const char *nl;
	struct eni_str line;

	while (head.n > 0 && (head.p[0] == '\n' || head.p[0] == '\r' || head.p[0] == ' '))
		head = eni_str_from(head, 1);
	nl = head.n == 0 ? NULL : memchr(head.p, '\n', head.n);
	line = (struct eni_str){head.p, nl == NULL ? head.n : (size_t)(nl - head.p)};
	if (eni_str_starts(line, ENI_S("[")))
		return ENI_JSON;
	if (eni_str_starts(line, ENI_S("{")))
		return format_of_object(line);
	if (eni_str_starts(line, ENI_S("- ")) || eni_str_is(eni_str_trim(line), "-") || eni_str_starts(line, ENI_S("---")))
		return ENI_YAML;
	return line.n > 0 && memchr(line.p, '\t', line.n) != NULL ? ENI_TSV : ENI_CSV;
}

enum eni_format
eni_format_guess(const char *path, struct eni_str head)
{
	enum eni_format format = format_by_ending(path);

	return format == ENI_FORMAT_NONE ? format_by_bytes(head) : format;
}
