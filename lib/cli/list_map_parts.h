/*
 * What the files of the page of --map share (list_map.h): list_map.c its frame and what to do next, list_map_records.c how a list
 * is read, list_map_snippet.c the keys of office.yaml.  Private to room cli.
 */
#ifndef ENI_CLI_LIST_MAP_PARTS_H
#define ENI_CLI_LIST_MAP_PARTS_H

#include "cli/command.h"
#include "reception/look.h"

struct eni_list_map {
	struct eni_run *run;
	FILE *out;
	struct eni_look *list;
	size_t n;
	bool has_book;
	struct eni_map proposed; /* fields that have a header by now */
	struct eni_map said;     /* headers that were spoken of in the snippet */
	size_t proposals;        /* lines of the snippet */
};

void eni_list_map_put(struct eni_list_map *m, struct eni_str s);
/* A text of the user's as it can stand on one line: what controls goes, line ends are shown as /, and what is wider than so many
 * columns ends early.  Lives as long as the run, as do those below. */
struct eni_str eni_list_map_shown(struct eni_list_map *m, struct eni_str s, size_t width);
/* What the office calls a field; and name (氏名), a field as the program calls it and as the office does. */
struct eni_str eni_list_map_heading(const struct eni_list_map *m, const struct eni_field *f);
struct eni_str eni_list_map_field(struct eni_list_map *m, const struct eni_field *f);
/* For qsort, of struct eni_look_word: by field, the commonest word first. */
int eni_list_map_by_count(const void *a, const void *b);

/* How one list is read: all but its title. */
void eni_list_map_records(struct eni_list_map *m, const struct eni_look *l);
/* The keys of office.yaml for all lists. */
void eni_list_map_snippet(struct eni_list_map *m);

#endif
