/*
 * Any text in a calendar file, read back as RFC 5545 has it: unit_ics and fuzz_ics hold the writer to the same promises.
 */
#ifndef ENI_TESTS_ANY_TEXT_H
#define ENI_TESTS_ANY_TEXT_H

#include <stdlib.h>

#include "base/text.h"
#include "page/ics.h"

/* The line at the start of *rest without its CRLF; *rest moves behind it.  False where no CRLF is left. */
static inline bool
next_line(struct eni_str *rest, struct eni_str *line)
{
	const char *end = rest->n == 0 ? NULL : memmem(rest->p, rest->n, "\r\n", 2);

	if (end == NULL)
		return false;
	*line = (struct eni_str){rest->p, (size_t)(end - rest->p)};
	*rest = eni_str_from(*rest, line->n + 2);
	return true;
}

/* At most 75 octets of whole characters without controls, and no escape that goes on in the next line. */
static inline bool
folds_well(struct eni_str line)
{
	size_t backslashes = 0;

	for (size_t i = 0; i < line.n; i++)
		if ((unsigned char)line.p[i] < ' ' || line.p[i] == 0x7f)
			return false;
	while (backslashes < line.n && line.p[line.n - 1 - backslashes] == '\\')
		backslashes++;
	return line.n > 0 && line.n <= 75 && eni_utf8_prefix(line) == line.n && backslashes % 2 == 0;
}

/* Appends the lines of a file, unfolded; false where one of them is folded badly, or not ended. */
static inline bool
unfold(struct eni_buf *out, struct eni_str file)
{
	struct eni_str line;

	while (next_line(&file, &line)) {
		bool goes_on = out->n > 0 && eni_str_starts(line, ENI_S(" "));

		if (!folds_well(line))
			return false;
		out->n -= goes_on ? 2 : 0;
		eni_buf_add(out, eni_str_from(line, goes_on));
		eni_buf_add(out, ENI_S("\r\n"));
	}
	return file.n == 0;
}

/* Appends what a TEXT says; false where it is none. */
static inline bool
unescape(struct eni_buf *out, struct eni_str text)
{
	for (size_t i = 0; i < text.n; i++) {
		char c = text.p[i];

		if (c == ',' || c == ';')
			return false;
		if (c == '\\') {
			if (++i == text.n || strchr("\\;,n", text.p[i]) == NULL)
				return false;
			c = text.p[i] == 'n' ? '\n' : text.p[i];
		}
		eni_buf_char(out, c);
	}
	return true;
}

static inline int
hex_digit(char c)
{
	return c >= '0' && c <= '9' ? c - '0' : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* Appends the id at the start of an identity: all up to a dot, with =XX for some bytes. */
static inline bool
read_id(struct eni_buf *out, struct eni_str uid)
{
	for (size_t i = 0; i < uid.n && uid.p[i] != '.'; i++) {
		char c = uid.p[i];

		if (c == '=') {
			int high = uid.n - i > 2 ? hex_digit(uid.p[i + 1]) : -1, low = high < 0 ? -1 : hex_digit(uid.p[i + 2]);

			if (low < 0)
				return false;
			c = (char)(high * 16 + low);
			i += 2;
		}
		eni_buf_char(out, c);
	}
	return true;
}

/* Whether an unfolded file has a line NAME:VALUE, and each one's value reads as `want`. */
static inline bool
says(struct eni_str unfolded, const char *name, bool read(struct eni_buf *, struct eni_str), struct eni_str want)
{
	size_t found = 0, n = strlen(name);
	bool same = true;
	struct eni_buf value = {0};
	struct eni_str line;

	while (next_line(&unfolded, &line)) {
		if (!eni_str_starts(line, eni_str_of(name)) || line.n == n || line.p[n] != ':')
			continue;
		found++;
		value.n = 0;
		same = same && read(&value, eni_str_from(line, n + 1)) && eni_str_eq(eni_buf_str(&value), want);
	}
	eni_buf_free(&value);
	return found > 0 && same;
}

/* A file with one reminder whose id and texts are all this one; free the bytes. */
static inline struct eni_str
write_text(struct eni_str text)
{
	char *bytes = NULL;
	size_t n = 0;
	struct eni_ics c = {.out = open_memstream(&bytes, &n), .title = text, .office = text, .stamp = {20000, 0}, .today = 20000};
	struct eni_reminder r = {
	    .id = text, .rule = text, .due = {20000, ENI_NOTIME}, .anchor = ENI_NEVER, .summary = text, .description = text};

	eni_gate((struct eni_standing){0}, (struct eni_errand){.way = ENI_WAY_LIST, .to = ENI_TO_FAMILY}, &r.pass);
	eni_ics_add(&c, &r);
	eni_ics_end(&c);
	fclose(c.out);
	return (struct eni_str){bytes, n};
}

/* How a text stands in a file: its line ends are its own, what else steers a terminal is shown. */
static inline void
show_lines(struct eni_buf *out, struct eni_str text)
{
	for (const char *nl; text.n > 0 && (nl = memchr(text.p, '\n', text.n)) != NULL;) {
		eni_show(out, (struct eni_str){text.p, (size_t)(nl - text.p)});
		eni_buf_char(out, '\n');
		text = eni_str_from(text, (size_t)(nl - text.p) + 1);
	}
	eni_show(out, text);
}

/* The line that does not say what it should in a file with such a text, or what else is wrong with it; NULL when all is well. */
static inline const char *
fault_with(struct eni_str text)
{
	static const char *const said[] = {"X-WR-CALNAME", "SUMMARY", "DESCRIPTION"}; /* the last also in the alarm */
	struct eni_buf lines = {0}, shown = {0};
	struct eni_str file = write_text(text);
	const char *fault = unfold(&lines, file) ? NULL : "folding";

	show_lines(&shown, text);
	for (size_t i = 0; fault == NULL && i < sizeof said / sizeof *said; i++)
		if (!says(eni_buf_str(&lines), said[i], unescape, eni_buf_str(&shown)))
			fault = said[i];
	if (fault == NULL && !says(eni_buf_str(&lines), "UID", read_id, text))
		fault = "UID";
	eni_buf_free(&lines);
	eni_buf_free(&shown);
	free((char *)file.p);
	return fault;
}

#endif
