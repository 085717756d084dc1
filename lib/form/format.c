/* Which format a file has: by its name's ending, else by its first bytes.  See eni_source_options in reader.h. */
#include <strings.h>

#include "base/table.h"
#include "form/reader_parts.h"

static const char *const format_names[] = {
    [ENI_FORMAT_NONE] = "",
    [ENI_CSV] = "csv",
    [ENI_TSV] = "tsv",
    [ENI_YAML] = "yaml",
    [ENI_JSON] = "json",
    [ENI_JSONL] = "jsonl",
    [ENI_EXCEL] = "excel",
    [ENI_TABLE] = "table",
    [ENI_TEXT_PAGE] = "text",
    [ENI_SVG_PAGE] = "svg",
    [ENI_MAIL_PAGE] = "mail",
    [ENI_ICS_PAGE] = "ics",
};
ENI_ROW_FOR_EACH(format_names, ENI_FORMATS);

enum eni_format
eni_format_find(struct eni_str name)
{
	for (int i = 1; i < ENI_FORMATS; i++)
		if (eni_str_is(name, format_names[i]))
			return (enum eni_format)i;
	return ENI_FORMAT_NONE;
}

const char *
eni_format_name(enum eni_format f)
{
	return f >= 0 && f < ENI_FORMATS ? format_names[f] : "";
}

static enum eni_format
format_by_ending(const char *path)
{
	static const struct {
		const char *ending;
		enum eni_format format;
	} known[] = {
	    {".csv", ENI_CSV},
	    {".tsv", ENI_TSV},
	    {".yaml", ENI_YAML},
	    {".yml", ENI_YAML},
	    {".json", ENI_JSON},
	    {".jsonl", ENI_JSONL},
	};
	size_t n = strlen(path), m;

	for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
		m = strlen(known[i].ending);
		if (n > m && strcasecmp(path + n - m, known[i].ending) == 0)
			return known[i].format;
	}
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
