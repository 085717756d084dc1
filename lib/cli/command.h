/*
 * A command: its verbs and its options as tables.  One table feeds getopt_long, -h, the test against the manual and the
 * shell completions.  Room: cli.
 */
#ifndef ENI_CLI_COMMAND_H
#define ENI_CLI_COMMAND_H

#include "duty/plan.h"
#include "form/writer.h"

struct eni_option {
	int letter;       /* 0: only the long name */
	const char *name; /* long name */
	const char *arg;  /* what follows it; NULL: a switch */
	const char *help;
};

struct eni_run;

struct eni_verb {
	const char *name;
	const char *help;
	int (*run)(struct eni_run *run); /* 0, or -1 after eni_fail */
	bool no_book;                    /* it starts one: none is opened, and run->lang is NULL when not said */
	enum eni_kind main;              /* what its operands hold and --where looks at: clients (the default), or referrers */
	const char *takes;               /* which of the command's own options, parted by blanks; NULL: any */
	unsigned pages;                  /* what -o may ask for besides streams of records: ENI_PAGE(ENI_TEXT_PAGE) | .. */
};
#define ENI_PAGE(format) (1u << (format))

struct eni_command {
	const char *name;
	const char *what;            /* one line: the question it answers */
	const struct eni_verb *verb; /* the first one is the default */
	size_t n_verbs;
	const struct eni_option *option; /* its own; those all commands share come first */
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
	struct eni_given *given; /* one per row: shared options, then the command's own */
	char **operand;
	size_t n_operands;
	/* settled from the options before the verb runs: */
	struct eni_when now; /* minute ENI_NOTIME: the whole day */
	bool whole_day;      /* -t today */
	enum eni_format format;
	const char *lang; /* "ja", "zh", "en" for headings; the office's when not said */
	FILE *rejects;
	size_t printed; /* records written: -e */
	struct eni_book book;
	bool book_open;
};

/* The whole life of a command: parse, settle, run the verb, leave with everything flushed and checked.  Returns the exit status. */
int eni_command_main(const struct eni_command *c, int argc, char **argv);

/* The last value given for a long option name, or NULL; "" for a switch that was given. */
const char *eni_opt(const struct eni_run *run, const char *name);
/* The i-th row of a command's options, shared ones first; NULL behind the last. */
const struct eni_option *eni_command_option(const struct eni_command *c, size_t i);
const struct eni_given *eni_opt_all(const struct eni_run *run, const char *name);

/* Writes -h. */
void eni_command_help(const struct eni_command *c, FILE *out);

#endif
