/* Changes to a draft in CSV or TSV: each returns 0, or -1 after eni_fail; a refused entry leaves the draft as it was.  Room: door,
 * seen only there. */
#ifndef ENI_DOOR_CSV_EDIT_PRIV_H
#define ENI_DOOR_CSV_EDIT_PRIV_H

#include "door/draft_priv.h"

int eni_csv_open(const struct eni_edit *e); /* csv_open.c */
/* The file as readers of the book understand it; what they find wrong was said when they did.  NULL after eni_fail. */
struct eni_reader *eni_csv_reader(const struct eni_edit *e, struct eni_diag *d);
/* The record with these values, one for each column, without a line end. */
void eni_csv_line(struct eni_buf *out, const struct eni_draft *draft, const struct eni_str *value);
/* Adds a column for each entry with a value that has none. */
int eni_csv_add_columns(const struct eni_edit *e);
/* The header of a file that is made: what goes before its first record. */
void eni_csv_make_header(struct eni_draft *draft);
int eni_csv_append(const struct eni_edit *e);
int eni_csv_update(const struct eni_edit *e);

#endif
