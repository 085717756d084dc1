/*
 * The formats that -i and -o name, and the endings of files: one table.  Room: form.
 * A new format is a row of it (format.c) and, where records are written in it, what stands before, for and behind them
 * (writer_parts.h); options, help, completions, operands and tests take its name from there.
 */
#ifndef ENI_FORM_FORMAT_H
#define ENI_FORM_FORMAT_H

#include "base/mem.h"

enum eni_format {
	ENI_FORMAT_NONE,
	ENI_CSV,
	ENI_TSV,
	ENI_YAML,
	ENI_JSON,
	ENI_JSONL,
	ENI_EXCEL,
	ENI_XLSX,
	ENI_TABLE,
	ENI_HTML,
	ENI_TEXT_PAGE,
	ENI_SVG_PAGE,
	ENI_MAIL_PAGE,
	ENI_ICS_PAGE,
	ENI_FORMATS
};

/* What a format may be asked for. */
enum eni_format_use {
	ENI_FORMAT_READ = 1,     /* -i: records are read in it */
	ENI_FORMAT_WRITE = 2,    /* -o: every verb that prints rows can print them in it */
	ENI_FORMAT_PAGE = 4,     /* -o: no records but a page, a picture, mail, a calendar; by the verbs that have one */
	ENI_FORMAT_BOOK = 8,     /* a file of the book may be in it: NAME and its ending */
	ENI_FORMAT_OPERAND = 16, /* an operand with its ending is a file */
	ENI_FORMAT_SHEET = 32,   /* people open it in a spreadsheet, read it and fill it in */
	ENI_FORMAT_BYTES = 64,   /* no text: a terminal cannot show it */
	ENI_FORMAT_PEOPLE = 128  /* people read it: headings and words instead of names and codes */
};

/* Sets of formats have a bit for each. */
#define ENI_FORMAT_BIT(format) (1u << (format))

/* "csv" -> ENI_CSV; ENI_FORMAT_NONE when unknown. */
enum eni_format eni_format_find(struct eni_str name);
/* Its name, and the ending of its files with the dot; "" where there is none. */
const char *eni_format_name(enum eni_format f);
const char *eni_format_ending(enum eni_format f);
bool eni_format_is(enum eni_format f, enum eni_format_use use);
/* The most records that a file of it holds; 0: any number. */
size_t eni_format_most(enum eni_format f);
/* What this machine would need to write it and has not, as the file of a library; NULL: nothing. */
const char *eni_format_lacks(enum eni_format f);
/* The set of those that may be asked for this use. */
unsigned eni_formats(enum eni_format_use use);
/* Appends the names of a set, or its endings, with `between` them and `last` before the last one: "csv, tsv or yaml". */
void eni_format_names(struct eni_buf *b, unsigned set, const char *between, const char *last);
void eni_format_endings(struct eni_buf *b, unsigned set, const char *between, const char *last);

#endif
