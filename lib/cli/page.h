/*
 * Pages: words laid out for people, one page a person, with a form feed between as a printer cuts them (-o text).  Room: cli.
 * Texts that are made here live until the page is printed.  What comes from a record cannot steer a terminal.
 */
#ifndef ENI_CLI_PAGE_H
#define ENI_CLI_PAGE_H

#include "cli/command.h"
#include "rule/texts.h"

struct eni_page {
	struct eni_run *run;
	struct eni_texts texts;
	struct eni_arena row;
	struct eni_buf buf;
	size_t printed;
};

/* Reads the texts.  0 or -1 after eni_fail; eni_page_close in every case. */
int eni_page_open(struct eni_page *p, struct eni_run *run);
void eni_page_close(struct eni_page *p);

/* Text of a record as it may be shown, line by line, or on one line: a name begins no line of its own; a name so, with its
 * honorific; a day written out; labels put together. */
struct eni_str eni_page_shown(struct eni_page *p, struct eni_str s);
struct eni_str eni_page_line(struct eni_page *p, struct eni_str s);
struct eni_str eni_page_name(struct eni_page *p, struct eni_str name, int sex);
struct eni_str eni_page_when(struct eni_page *p, struct eni_when when);
/* The same as a text of that medium names it: letters as they are dated, and a call says no year that is this one. */
struct eni_str eni_page_named(struct eni_page *p, struct eni_when when, enum eni_medium medium);
/* The day of a letter; and the season as its opening names it, empty where the language has no such custom. */
struct eni_str eni_page_dated(struct eni_page *p, int32_t day);
struct eni_str eni_page_season(struct eni_page *p, int32_t day);
struct eni_str eni_page_list(struct eni_page *p, const char *kind, struct eni_str codes);
/* A text filled, for a recipient as in eni_texts_find. */
struct eni_str eni_page_fill(struct eni_page *p, struct eni_str say, int to, const struct eni_blank *blank, size_t n);
/* Two texts as lines below each other; an empty one takes none. */
struct eni_str eni_page_below(struct eni_page *p, struct eni_str above, struct eni_str below);
/* Prints a text as a page of its own, whether it is filled already or to be filled. */
void eni_page_put(struct eni_page *p, struct eni_str text);
void eni_page_print(struct eni_page *p, struct eni_str say, const struct eni_blank *blank, size_t n);

#endif
