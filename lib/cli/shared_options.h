/*
 * The options that mean the same in every command, as rows for its table.  `v`: which of the command's verbs take it, as in struct
 * eni_option.  What no verb of a command takes is left out of its table.  Room: cli.
 */
#ifndef ENI_CLI_SHARED_OPTIONS_H
#define ENI_CLI_SHARED_OPTIONS_H

#include "cli/command.h"

/* clang-format off */

/* For every verb of every command. */
#define ENI_OPTIONS_ALWAYS \
	{.letter = 'b', .name = "book", .arg = "DIR", .help = N_("the book: a folder of record files (default $ENISHI_BOOK, else .)")}, \
	{.letter = 't', .name = "today", .arg = "WHEN", \
	 .help = N_("pretend it is this day or 'DAY HH:MM'; today: the whole day (default $ENISHI_TODAY, else now)")}, \
	{.name = "lang", .arg = "ja|zh|en", .help = N_("the language of words and table headings")}, \
	{.name = "completion", .arg = "bash|zsh|fish|tsv", .help = N_("write the completions for a shell, or their table, and stop")}, \
	{.letter = 'h', .name = "help", .help = N_("show this and stop")}, \
	{.letter = 'V', .name = "version", .help = N_("show the version and stop")}

/* For verbs that print rows. */
#define ENI_OPTIONS_ROWS(v) \
	{.letter = 'o', .name = "output", .arg = "FORMAT", .verbs = (v), .formats = ENI_FORMAT_WRITE | ENI_FORMAT_PAGE, \
	 .help = N_("print in this format (default csv in a pipe, table on a terminal)")}, \
	{.letter = 'f', .name = "fields", .arg = "A,B,C", .verbs = (v), .help = N_("columns to print, in this order")}, \
	{.name = "no-header", .verbs = (v), .help = N_("csv and tsv without the header line")}, \
	{.name = "title", .arg = "TEXT", .verbs = (v), .help = N_("html as a whole page with this title")}

/* For verbs that choose among people or rows. */
#define ENI_OPTION_WHERE(v) \
	{.letter = 'w', .name = "where", .arg = "'FIELD: MATCHER'", .verbs = (v), .repeats = true, \
	 .help = N_("only what matches, such as 'late: over 3'")}

/* For verbs that open operands, or the file of the command's main kind. */
#define ENI_OPTIONS_INPUT(v) \
	{.letter = 'i', .name = "input", .arg = "FORMAT", .verbs = (v), .formats = ENI_FORMAT_READ, .help = N_("read the input as this")}, \
	{.name = "encoding", .arg = "NAME", .verbs = (v), .help = N_("the input's encoding, such as cp932 or gb18030")}, \
	{.name = "hidden", .verbs = (v), .help = N_("read the hidden rows and sheets of workbooks, too")}

/* For verbs that use the records in them. */
#define ENI_OPTION_REJECTS(v) \
	{.name = "rejects", .arg = "FILE", .verbs = (v), \
	 .help = N_("write records set aside to FILE, as they came, with line and reason")}

/* For verbs that use records of any file. */
#define ENI_OPTION_STRICT(v) \
	{.name = "strict", .verbs = (v), .help = N_("stop at the first record that cannot be used")}

/* For verbs whose answer depends on rules. */
#define ENI_OPTION_RULES(v) \
	{.letter = 'r', .name = "rules", .arg = "FILE", .verbs = (v), .repeats = true, .help = N_("further rules, after the book's own")}

/* For verbs that write into the book. */
#define ENI_OPTION_DRY_RUN(v) \
	{.letter = 'n', .name = "dry-run", .verbs = (v), .help = N_("say what would be written, write nothing")}

/* For reports: eni_report_period. */
#define ENI_OPTION_PERIOD(v) \
	{.name = "period", .arg = "WORDS", .verbs = (v), .help = N_("2026-10, 2026-Q4, 2026, 2026-03..2026-08, last-month, last-quarter, last-half or last-year")}

/* For verbs that write into lists the user keeps. */
#define ENI_OPTION_ADD_COLUMNS(v) \
	{.name = "add-columns", .verbs = (v), .help = N_("add the columns a list lacks, at the end of its header and of every row")}

/* For verbs that may find nothing. */
#define ENI_OPTION_EXIT_CODE(v) \
	{.letter = 'e', .name = "exit-code", .verbs = (v), .help = N_("exit 3 when nothing was found")}

/* clang-format on */

#endif
