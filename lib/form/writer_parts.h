/*
 * What a format has to supply, and the writer they all share.  Private to room form: only writer.c and the *_out.c files.
 */
#ifndef ENI_FORM_WRITER_PARTS_H
#define ENI_FORM_WRITER_PARTS_H

#include "form/writer.h"

struct eni_writer;

/* A format: what stands before, for and behind the rows.  All append to w->out; `begin` and `end` may be NULL, and what stands
 * behind them is as in format.h. */
struct eni_format_ops {
	void (*begin)(struct eni_writer *w);
	void (*row)(struct eni_writer *w, const struct eni_str *cell);
	void (*end)(struct eni_writer *w);
	const char *(*lacks)(void);
	size_t most;
};

struct eni_writer {
	const struct eni_format_ops *ops;
	struct eni_writer_options o;
	struct eni_column *column;
	size_t n;
	size_t rows;            /* before the one being written */
	struct eni_arena arena; /* columns, and what a format needs from begin to end */
	void *state;            /* the format's own */
	struct eni_buf out;     /* on its way to the file: eni_writer_spill */
	FILE *file;
	int error; /* errno of the first failed write; nothing is written after it */
};

extern const struct eni_format_ops eni_csv_ops, eni_tsv_ops, eni_excel_ops; /* csv_out.c */
extern const struct eni_format_ops eni_json_ops, eni_jsonl_ops;             /* json_out.c */
extern const struct eni_format_ops eni_yaml_ops;                            /* yaml_out.c */
extern const struct eni_format_ops eni_table_ops;                           /* table_out.c */
extern const struct eni_format_ops eni_html_ops;                            /* html_out.c */
extern const struct eni_format_ops eni_xlsx_ops;                            /* xlsx_out.c */

/* That of a format records are written in; csv's for any other. */
const struct eni_format_ops *eni_format_ops_of(enum eni_format f);

/* Hands the buffer on to the file once it is worth a call: after every row. */
void eni_writer_spill(struct eni_writer *w);
/* The column names with the repeated ones numbered, for formats in which a key stands once. */
const struct eni_str *eni_writer_keys(struct eni_writer *w);
/* The column's name for people. */
struct eni_str eni_writer_heading(const struct eni_writer *w, size_t column);
/* Appends what stands in double quotes for a mark that json and yaml write alike: a quote, a backslash, a tab, a line end.  Else
 * false. */
bool eni_put_escape(struct eni_buf *out, unsigned code);
/* Whether s is a number by JSON's grammar. */
bool eni_is_json_number(struct eni_str s);

#endif
