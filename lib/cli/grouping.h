/*
 * Groups of clients by one of their fields or columns, for reports with --by.  Room: cli.
 * A group is what --where finds by its name: those who have that value, however it was written; "-" is whom it finds by none.
 */
#ifndef ENI_CLI_GROUPING_H
#define ENI_CLI_GROUPING_H

#include "cli/command.h"

struct eni_grouping {
	struct eni_book *book;
	const struct eni_field *field; /* a known field, or NULL */
	size_t column;                 /* SIZE_MAX: one group of all */
	struct eni_map at;             /* a folded name -> its place in name */
	struct eni_str *name;          /* as it was met first; in the book's arena */
	size_t n, cap;
	struct eni_buf text, folded; /* of the value at hand */
};

/* by NULL: one group.  `option` is for the message.  Before loading; 0, or -1 after eni_fail.  eni_grouping_close in every case. */
int eni_grouping_open(struct eni_grouping *g, struct eni_run *run, const char *option, const char *by);
/* The group's name: the code, the day, the number, the id or the text; "-" for who has none or is not on file (ENI_NONE).  After
 * loading; it lives as long as the book. */
struct eni_str eni_grouping_name(struct eni_grouping *g, uint32_t subject);
void eni_grouping_close(struct eni_grouping *g);
/* Whose codes the names of such groups are, to be shown as words; ENI_V_NONE: they are none.  field may be NULL. */
enum eni_vocab eni_grouping_vocab(const struct eni_field *field);

#endif
