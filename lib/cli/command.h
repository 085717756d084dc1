/*
 * A command: its verbs and its options as tables.  They feed getopt_long, what is refused, -h, the shell completions and the tests
 * against the manuals.  Room: cli.
 */
#ifndef ENI_CLI_COMMAND_H
#define ENI_CLI_COMMAND_H

#include "base/period.h"
#include "door/outfile.h"
#include "duty/plan.h"
#include "form/writer.h"

struct eni_option {
	int letter;           /* 0: only the long name */
	const char *name;     /* long name */
	const char *arg;      /* what follows it; NULL: a switch */
	const char *verbs;    /* those that take it, parted by blanks; NULL: all.  For any other it is refused */
	bool repeats;         /* it may be given more than once; a value of any other may not */
	unsigned formats;     /* its value is a format with one of these uses (enum eni_format_use) .. */
	enum eni_vocab words; /* .. or a word of this enumeration; neither: anything */
	const char *help;
};

struct eni_run;
struct eni_sink;

/* What -o may ask a verb for besides records. */
struct eni_verb_page {
	enum eni_format format;      /* one of ENI_FORMAT_PAGE */
	const struct eni_sink *sink; /* where its rows go then (sink.h); NULL: the verb lays the page out itself */
	const void *how;             /* what that sink goes by, a constant: struct eni_chart, struct eni_agenda; else NULL */
};
enum { ENI_VERB_PAGES = 3 };

struct eni_verb {
	const char *name;
	const char *help;
	int (*run)(struct eni_run *run); /* 0, or -1 after eni_fail */
	bool own_files;     /* it answers from files of its own, or makes that of its main kind, which may be missing */
	bool no_book;       /* it starts one: none is opened, and run->lang is NULL when not said */
	enum eni_kind main; /* what its operands hold and --where looks at: clients (the default), or referrers */
	struct eni_verb_page page[ENI_VERB_PAGES]; /* ENI_FORMAT_NONE behind the last */
};

struct eni_command {
	const char *name;
	const char *what;            /* one line: the question it answers */
	const struct eni_verb *verb; /* the first one is the default */
	size_t n_verbs;
	const struct eni_option *option; /* all of them; those of shared_options.h come first */
	size_t n_options;
	const char *const *example;
	size_t n_examples;
	int no_status; /* see struct eni_book */
};

/* What was given for one option row. */
struct eni_given {
	const char **value;
	size_t n, cap; /* n: how often */
};

struct eni_run {
	const struct eni_command *command;
	const struct eni_verb *verb;
	struct eni_diag diag;
	struct eni_arena arena;
	FILE *out;
	struct eni_given *given; /* one per option of the command */
	char **operand;
	size_t n_operands;
	/* settled from the options before the verb runs: */
	struct eni_when now;   /* minute ENI_NOTIME: the whole day */
	struct eni_when stamp; /* what mail and calendars are dated by: now where it has a time, else the clock */
	bool whole_day;        /* -t today */
	enum eni_format format;
	const char *lang;          /* "ja", "zh", "en" for headings; the office's when not said */
	struct eni_outfile *aside; /* --rejects, or NULL; and its stream */
	FILE *rejects;
	size_t printed;           /* records written: -e */
	struct eni_period period; /* of a report; without ends where none was asked for */
	struct eni_buf figure;    /* -o html: the picture of the rows (eni_draw) */
	struct eni_book book;
	bool book_open;
};

/* The whole life of a command: parse, settle, run the verb, leave with everything flushed and checked.  Returns the exit status. */
int eni_command_main(const struct eni_command *c, int argc, char **argv);

/* The last value given for a long option name, or NULL; "" for a switch that was given. */
const char *eni_opt(const struct eni_run *run, const char *name);
/* All its values, in order. */
const struct eni_given *eni_opt_all(const struct eni_run *run, const char *name);

/* The verb's page of that format, NULL where it has none; and the set of those it has. */
const struct eni_verb_page *eni_verb_page(const struct eni_verb *v, enum eni_format format);
unsigned eni_verb_pages(const struct eni_verb *v);

bool eni_option_is_for(const struct eni_option *o, const struct eni_verb *v);
/* The set of formats that its value may name for this verb; v NULL: for any verb of the command. */
unsigned eni_option_formats(const struct eni_command *c, const struct eni_option *o, const struct eni_verb *v);

/* Writes -h. */
void eni_command_help(const struct eni_command *c, FILE *out);

#endif
