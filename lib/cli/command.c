/*
 * The door every command goes through: options, the clock (read once, here), the book, and leaving.
 */
#include "cli/command.h"

#include <errno.h>
#include <fcntl.h>
#include <getopt.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/text.h"
#include "cli/complete.h"
#include "cli/progress.h"
#include "cli/version.h"

static const struct eni_option shared[] = {
    {'b', "book", "DIR", "the book: a folder of record files (default $ENISHI_BOOK, else .)"},
    {'t', "today", "WHEN", "pretend it is this day or 'DAY HH:MM'; today: the whole day (default $ENISHI_TODAY, else now)"},
    {'o', "output", "FORMAT", "csv (in a pipe), table (on a terminal), tsv, json, jsonl, yaml, excel; some verbs: text, svg, ics"},
    {'f', "fields", "A,B,C", "columns to print, in this order"},
    {'w', "where", "'FIELD: MATCHER'", "only records that match, such as 'late: over 3'; may be repeated"},
    {'i', "input", "FORMAT", "read the input as csv, tsv, yaml, json, jsonl or excel"},
    {0, "encoding", "NAME", "the input's encoding, such as cp932 or gb18030"},
    {'r', "rules", "FILE", "further rules, after the book's own; may be repeated"},
    {'n', "dry-run", NULL, "say what would be written, write nothing"},
    {0, "strict", NULL, "stop at the first record that cannot be used"},
    {0, "rejects", "FILE", "write records set aside to FILE, as they came, with line and reason"},
    {0, "lang", "LANG", "ja, zh or en: words and table headings"},
    {0, "no-header", NULL, "csv and tsv without the header line"},
    {'e', "exit-code", NULL, "exit 3 when nothing was found"},
    {0, "completion", "SHELL", "write the completions for bash, zsh or fish and stop"},
    {'h', "help", NULL, "show this and stop"},
    {'V', "version", NULL, "show the version and stop"},
};
enum { SHARED = sizeof shared / sizeof *shared };

static const struct eni_option *
row(const struct eni_command *c, size_t i)
{
	return i < SHARED ? &shared[i] : &c->option[i - SHARED];
}

const struct eni_option *
eni_command_option(const struct eni_command *c, size_t i)
{
	return i < SHARED + c->n_options ? row(c, i) : NULL;
}

static size_t
row_of(const struct eni_run *run, const char *name)
{
	size_t i = 0;

	while (i < SHARED + run->command->n_options && strcmp(row(run->command, i)->name, name) != 0)
		i++;
	return i;
}

const struct eni_given *
eni_opt_all(const struct eni_run *run, const char *name)
{
	static const struct eni_given never; /* an option this command does not have was not given */
	size_t i = row_of(run, name);

	return i < SHARED + run->command->n_options ? &run->given[i] : &never;
}

const char *
eni_opt(const struct eni_run *run, const char *name)
{
	const struct eni_given *g = eni_opt_all(run, name);

	return g->n == 0 ? NULL : g->value[g->n - 1];
}

/* ---- help ---- */

static void
help_option(FILE *out, const struct eni_option *o)
{
	char left[64];
	int n = o->letter != 0 ? snprintf(left, sizeof left, "  -%c, --%s%s%s", o->letter, o->name, o->arg == NULL ? "" : " ",
				     o->arg == NULL ? "" : o->arg)
			       : snprintf(left, sizeof left, "      --%s%s%s", o->name, o->arg == NULL ? "" : " ",
				     o->arg == NULL ? "" : o->arg);

	fprintf(out, "%s%*s%s\n", left, n < 28 ? 28 - n : 2, "", o->help);
}

void
eni_command_help(const struct eni_command *c, FILE *out)
{
	fprintf(out, "usage: %s [VERB] [OPTION...] [OPERAND...]\n\n%s\n\nVerbs (the first is the default):\n", c->name, c->what);
	for (size_t i = 0; i < c->n_verbs; i++)
		fprintf(out, "  %-10s%s\n", c->verb[i].name, c->verb[i].help);
	fprintf(out, "\nOptions:\n");
	for (size_t i = 0; i < SHARED + c->n_options; i++)
		help_option(out, row(c, i));
	fprintf(out, "\nAn operand that is -, has a / or ends in .csv, .tsv, .yaml or .jsonl is a file; any other is an id or a "
		     "unique name.\n"
		     "Exit: 0 done, 1 done but some records were set aside, 2 could not run, 3 nothing found (only with "
		     "-e).\n\nExamples:\n");
	for (size_t i = 0; i < c->n_examples; i++)
		fprintf(out, "  %s\n", c->example[i]);
	fprintf(out, "\nManuals: %s(1), enishi(7), enishi-records(5), enishi-rules(5)\n", c->name);
}

/* ---- parsing ---- */

static void
give(struct eni_run *run, size_t i, const char *value)
{
	struct eni_given *g = &run->given[i];

	g->value = eni_grow(g->value, &g->cap, g->n + 1, sizeof *g->value);
	g->value[g->n++] = value == NULL ? "" : value;
}

static int
unknown_option(struct eni_run *run, const char *arg)
{
	const struct eni_command *c = run->command;
	size_t n = SHARED + c->n_options;
	const char **names = eni_arena_take(&run->arena, n * sizeof *names), *near, *word = arg + strspn(arg, "-");

	for (size_t i = 0; i < n; i++)
		names[i] = row(c, i)->name;
	near = arg[0] == '-' && arg[1] == '-' ? eni_nearest((struct eni_str){word, strcspn(word, "=")}, names, n) : NULL;
	return eni_fail(&run->diag, ENI_NOWHERE, NULL, "%s: no such option%s%s%s; see %s -h", arg,
	    near == NULL ? "" : "; nearest is --", near == NULL ? "" : near, "", c->name);
}

/* getopt_long's own tables, made from ours.  val: row number + 256. */
static int
parse(struct eni_run *run, int argc, char **argv)
{
	const struct eni_command *c = run->command;
	size_t n = SHARED + c->n_options;
	struct option *longs = eni_arena_clear(&run->arena, (n + 1) * sizeof *longs);
	struct eni_buf letters = {0};
	int got, rc = 0;

	eni_buf_char(&letters, ':');
	for (size_t i = 0; i < n; i++) {
		const struct eni_option *o = row(c, i);

		longs[i] = (struct option){o->name, o->arg == NULL ? no_argument : required_argument, NULL, (int)i + 256};
		if (o->letter != 0)
			eni_buf_printf(&letters, "%c%s", o->letter, o->arg == NULL ? "" : ":");
	}
	eni_buf_char(&letters, '\0');
	opterr = 0;
	while (rc == 0 && (got = getopt_long(argc, argv, letters.p, longs, NULL)) != -1) {
		size_t i = got >= 256 ? (size_t)got - 256 : 0;

		if (got == ':')
			rc = eni_fail(&run->diag, ENI_NOWHERE, NULL, "%s: wants a value; see %s -h", argv[optind - 1], c->name);
		else if (got == '?')
			rc = unknown_option(run, optopt != 0 && optopt < 256 && argv[optind - 1][1] != '-'
						     ? eni_arena_printf(&run->arena, "-%c", optopt).p
						     : argv[optind - 1]);
		else {
			for (size_t k = 0; got < 256 && k < n; k++)
				if (row(c, k)->letter == got)
					i = k;
			give(run, i, optarg);
		}
	}
	eni_buf_free(&letters);
	run->operand = argv + optind;
	run->n_operands = (size_t)(argc - optind);
	return rc;
}

static void
choose_verb(struct eni_run *run)
{
	const struct eni_command *c = run->command;

	run->verb = &c->verb[0];
	for (size_t i = 0; run->n_operands > 0 && i < c->n_verbs; i++)
		if (strcmp(run->operand[0], c->verb[i].name) == 0) {
			run->verb = &c->verb[i];
			run->operand++;
			run->n_operands--;
			return;
		}
}

/* Whether the verb takes this option of the command's own. */
static bool
takes(const struct eni_verb *v, const char *option)
{
	size_t n = strlen(option);

	if (v->takes == NULL)
		return true;
	for (const char *p = v->takes; *p != '\0'; p += strcspn(p, " "), p += *p == ' ')
		if (strcspn(p, " ") == n && memcmp(p, option, n) == 0)
			return true;
	return false;
}

/* An option the verb would pass over in silence: a period, say, for letters that go out whatever it is. */
static int
refuse_strangers(struct eni_run *run)
{
	const struct eni_command *c = run->command;
	struct eni_buf who = {0};
	int rc = 0;

	for (size_t i = 0; rc == 0 && i < c->n_options; i++) {
		const char *option = c->option[i].name;

		if (run->given[SHARED + i].n == 0 || takes(run->verb, option))
			continue;
		for (size_t k = 0; k < c->n_verbs; k++)
			if (takes(&c->verb[k], option))
				eni_buf_printf(&who, "%s%s", who.n > 0 ? ", " : "", c->verb[k].name);
		eni_buf_char(&who, '\0');
		rc = eni_fail(&run->diag, ENI_NOWHERE, NULL, "--%s: is not for %s, but for: %s", option, run->verb->name, who.p);
	}
	eni_buf_free(&who);
	return rc;
}

/* ---- settling ---- */

static int
settle_format(struct eni_run *run)
{
	const char *o = eni_opt(run, "output");
	struct eni_str name = eni_str_of(o);

	if (o == NULL) {
		run->format = isatty(fileno(run->out)) ? ENI_TABLE : ENI_CSV;
		return 0;
	}
	run->format = eni_format_find(name);
	if (run->format != ENI_FORMAT_NONE && (run->format < ENI_TEXT_PAGE || (run->verb->pages & ENI_PAGE(run->format)) != 0))
		return 0;
	if (strchr(o, '.') != NULL || strchr(o, '/') != NULL)
		return eni_fail(&run->diag, ENI_NOWHERE, NULL, "--output %s: unknown format; use > %s", o, o);
	if (run->format >= ENI_TEXT_PAGE)
		return eni_fail(&run->diag, ENI_NOWHERE, NULL, "--output %s: %s has no page to lay out", o, run->verb->name);
	return eni_fail(
	    &run->diag, ENI_NOWHERE, NULL, "--output %s: unknown format; want csv, tsv, json, jsonl, yaml, excel or table", o);
}

/* -f chooses among columns; a page has none. */
static int
settle_fields(struct eni_run *run)
{
	if (eni_opt(run, "fields") == NULL || run->format < ENI_TEXT_PAGE)
		return 0;
	return eni_fail(&run->diag, ENI_NOWHERE, NULL, "--fields: --output %s is a page, which has no columns to choose",
	    eni_opt(run, "output"));
}

static int
settle_input(struct eni_run *run, enum eni_format *format)
{
	const char *i = eni_opt(run, "input");

	*format = ENI_FORMAT_NONE;
	if (i == NULL)
		return 0;
	*format = eni_format_find(eni_str_of(i));
	if (*format == ENI_FORMAT_NONE || *format >= ENI_TABLE)
		return eni_fail(
		    &run->diag, ENI_NOWHERE, NULL, "--input %s: unknown format; want csv, tsv, yaml, json, jsonl or excel", i);
	return 0;
}

static int
settle_lang(struct eni_run *run)
{
	run->lang = eni_opt(run, "lang");
	if (run->lang == NULL || strcmp(run->lang, "ja") == 0 || strcmp(run->lang, "zh") == 0 || strcmp(run->lang, "en") == 0)
		return 0;
	return eni_fail(&run->diag, ENI_NOWHERE, NULL, "--lang %s: want ja, zh or en", run->lang);
}

static int
settle_rejects(struct eni_run *run)
{
	const char *path = eni_opt(run, "rejects");
	int fd;

	if (path == NULL)
		return 0;
	fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	if (fd == -1 || (run->rejects = fdopen(fd, "w")) == NULL)
		return eni_fail(&run->diag, (struct eni_place){path, 0}, NULL, "%s", strerror(errno));
	return 0;
}

/* The day or moment asked for with -t or $ENISHI_TODAY; 1 when given, 0 not, -1. */
static int
given_today(struct eni_run *run)
{
	const char *t = eni_opt(run, "today"), *from = "--today";

	if (t == NULL) {
		t = getenv("ENISHI_TODAY");
		from = "ENISHI_TODAY";
	}
	if (t == NULL || *t == '\0')
		return 0;
	if (strcmp(t, "today") == 0) {
		run->whole_day = true;
		return 0;
	}
	if (eni_when_parse(eni_str_of(t), &run->now, NULL) == 1)
		return 1;
	return eni_fail(
	    &run->diag, ENI_NOWHERE, NULL, "%s: want a day such as 2026-04-01 or a moment such as '2026-04-01 18:00'", from);
}

/* The clock, in the office's zone: the only place that reads it. */
static void
read_clock(struct eni_run *run, struct eni_str zone, bool given)
{
	time_t now = time(NULL);
	struct tm tm;

	setenv("TZ", eni_arena_printf(&run->arena, ":%.*s", (int)zone.n, zone.p).p, 1);
	tzset();
	localtime_r(&now, &tm);
	run->book.office.utc_minutes = (int32_t)(tm.tm_gmtoff / 60);
	if (!given && eni_day_make(tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday, &run->now.day) && !run->whole_day)
		run->now.minute = tm.tm_hour * 60 + tm.tm_min;
}

static const char *const *
verb_names(struct eni_run *run)
{
	const char **names = eni_arena_take(&run->arena, run->command->n_verbs * sizeof *names);

	for (size_t i = 0; i < run->command->n_verbs; i++)
		names[i] = run->command->verb[i].name;
	return names;
}

static int
open_book(struct eni_run *run)
{
	struct eni_book_options o = {.encoding = eni_opt(run, "encoding"),
	    .rejects = run->rejects,
	    .words = verb_names(run),
	    .n_words = run->command->n_verbs};
	int given = given_today(run);

	o.dir = eni_opt(run, "book");
	if (o.dir == NULL)
		o.dir = getenv("ENISHI_BOOK");
	if (o.dir == NULL || *o.dir == '\0')
		o.dir = ".";
	if (given == -1 || settle_input(run, &o.format) == -1)
		return -1;
	o.now = run->now;
	run->book_open = true;
	if (eni_book_open(&run->book, &o, &run->diag) == -1)
		return -1;
	run->book.main = run->verb->main;
	run->book.no_status = run->command->no_status;
	read_clock(run, run->book.office.zone, given == 1);
	run->book.opt.now = run->now;
	run->book.today = run->now.day;
	if (run->lang == NULL)
		run->lang = eni_arena_keep(&run->arena, run->book.office.lang).p;
	return 0;
}

/* ---- leaving ---- */

static void
close_stream(struct eni_run *run, FILE *f, const char *name)
{
	if (f == NULL)
		return;
	errno = 0;
	if (fflush(f) == EOF || ferror(f))
		eni_fail(
		    &run->diag, (struct eni_place){name, 0}, NULL, "cannot be written: %s", strerror(errno != 0 ? errno : EIO));
	if (f != run->out)
		fclose(f);
}

static int
leave(struct eni_run *run)
{
	int status;

	close_stream(run, run->rejects, eni_opt(run, "rejects"));
	close_stream(run, run->out, "standard output");
	eni_diag_end(&run->diag);
	status = run->diag.status;
	if (status == 0 && eni_opt(run, "exit-code") != NULL && run->printed == 0)
		status = 3;
	if (run->book_open)
		eni_book_close(&run->book);
	for (size_t i = 0; i < SHARED + run->command->n_options; i++)
		free(run->given[i].value);
	eni_arena_free(&run->arena);
	return status;
}

/* Data files must never land on descriptors 0 to 2 that were closed by whoever started us. */
static void
open_standard_streams(void)
{
	int fd;

	while ((fd = open("/dev/null", O_RDWR)) != -1 && fd <= 2)
		;
	if (fd > 2)
		close(fd);
}

/* What the command says of itself: 1 when that was asked for, else 0; -1. */
static int
about_itself(struct eni_run *run)
{
	const char *shell = eni_opt(run, "completion");

	if (eni_opt(run, "help") != NULL)
		eni_command_help(run->command, run->out);
	else if (eni_opt(run, "version") != NULL)
		fprintf(run->out, "%s (enishi) %s\n", run->command->name, ENI_VERSION);
	else if (shell == NULL)
		return 0;
	else if (!eni_complete(run->command, shell, run->out))
		return eni_fail(&run->diag, ENI_NOWHERE, NULL, "--completion %s: want bash, zsh or fish", shell);
	run->printed = 1;
	return 1;
}

static int
work(struct eni_run *run, int argc, char **argv)
{
	int rc;

	if (parse(run, argc, argv) == -1)
		return -1;
	if ((rc = about_itself(run)) != 0)
		return rc == 1 ? 0 : -1;
	choose_verb(run);
	if (refuse_strangers(run) == -1)
		return -1;
	run->diag.strict = eni_opt(run, "strict") != NULL;
	if (settle_format(run) == -1 || settle_fields(run) == -1 || settle_lang(run) == -1 || settle_rejects(run) == -1)
		return -1;
	if (!run->verb->no_book && open_book(run) == -1)
		return -1;
	return run->verb->run(run);
}

int
eni_command_main(const struct eni_command *c, int argc, char **argv)
{
	struct eni_run run = {.command = c, .now = ENI_NEVER};

	open_standard_streams();
	run.out = stdout;
	run.diag = (struct eni_diag){.prog = c->name, .out = stderr};
	run.given = eni_arena_clear(&run.arena, (SHARED + c->n_options) * sizeof *run.given);
	eni_progress_watch(&run.diag);
	work(&run, argc, argv);
	eni_progress_end(&run.diag);
	return leave(&run);
}
