/*
 * Groups of clients by one of their fields or columns, for reports with --by.  Room: cli.
 */
#ifndef ENI_CLI_GROUPING_H
#define ENI_CLI_GROUPING_H

#include "cli/command.h"

struct eni_grouping {
	struct eni_book *book;
	const struct eni_field *field; /* a known field, or NULL */
	size_t column;                 /* SIZE_MAX: one group of all */
	bool partner;                  /* an id or unique name of referrers, shown as the id */
};

/* by NULL: one group.  `option` is for the message.  Before loading; 0, or -1 after eni_fail. */
int eni_grouping_open(struct eni_grouping *g, struct eni_run *run, const char *option, const char *by);
/* The group's name: the code, or the text as written; "-" for who has none or is not on file (ENI_NONE).  After loading. */
struct eni_str eni_grouping_name(const struct eni_grouping *g, uint32_t subject);
/* Whose codes the names are, to be shown as words; ENI_V_NONE: text. */
enum eni_vocab eni_grouping_vocab(const struct eni_grouping *g);

#endif
