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

static size_t
row_of(const struct eni_run *run, const char *name)
{
	size_t i = 0;

	while (i < run->command->n_options && strcmp(run->command->option[i].name, name) != 0)
		i++;
	return i;
}

const struct eni_given *
eni_opt_all(const struct eni_run *run, const char *name)
{
	static const struct eni_given never; /* an option this command does not have was not given */
	size_t i = row_of(run, name);

	return i < run->command->n_options ? &run->given[i] : &never;
}

const char *
eni_opt(const struct eni_run *run, const char *name)
{
	const struct eni_given *g = eni_opt_all(run, name);

	return g->n == 0 ? NULL : g->value[g->n - 1];
}

/* ---- what an option is for ---- */

bool
eni_option_is_for(const struct eni_option *o, const struct eni_verb *v)
{
	struct eni_str rest = eni_str_of(o->verbs), name;

	if (o->verbs == NULL)
		return true;
	while (eni_piece(&rest, &name))
		if (eni_str_is(name, v->name))
			return true;
	return false;
}

const struct eni_verb_page *
eni_verb_page(const struct eni_verb *v, enum eni_format format)
{
	for (size_t i = 0; i < ENI_VERB_PAGES && v->page[i].format != ENI_FORMAT_NONE; i++)
		if (v->page[i].format == format)
			return &v->page[i];
	return NULL;
}

unsigned
eni_verb_pages(const struct eni_verb *v)
{
	unsigned set = 0;

	for (size_t i = 0; i < ENI_VERB_PAGES && v->page[i].format != ENI_FORMAT_NONE; i++)
		set |= ENI_FORMAT_BIT(v->page[i].format);
	return set;
}

unsigned
eni_option_formats(const struct eni_command *c, const struct eni_option *o, const struct eni_verb *v)
{
	unsigned pages = 0;

	for (size_t i = 0; i < c->n_verbs; i++)
		if (v == NULL || v == &c->verb[i])
			pages |= eni_verb_pages(&c->verb[i]);
	return eni_formats(o->formats) & (pages | ~eni_formats(ENI_FORMAT_PAGE));
}

/* Appends "list, merged": the verbs an option is for, or those it is not for.  How many. */
static size_t
name_verbs(struct eni_buf *b, const struct eni_command *c, const struct eni_option *o, bool is_for)
{
	size_t n = 0;

	for (size_t i = 0; i < c->n_verbs; i++)
		if (eni_option_is_for(o, &c->verb[i]) == is_for)
			eni_buf_printf(b, "%s%s", n++ > 0 ? ", " : "", c->verb[i].name);
	return n;
}

/* ---- help ---- */

/* "list, merged: ", or "all but init: " where those are fewer. */
static void
help_verbs(struct eni_buf *b, const struct eni_command *c, const struct eni_option *o)
{
	struct eni_buf with = {0}, without = {0};
	size_t n = name_verbs(&with, c, o, true), others = name_verbs(&without, c, o, false);

	if (others > 0)
		eni_buf_printf(b, others < n ? _("all but %.*s: ") : "%.*s: ", (int)(others < n ? without.n : with.n),
		    others < n ? without.p : with.p);
	eni_buf_free(&with);
	eni_buf_free(&without);
}

/* Those every verb has, then the pages with the verbs they are of. */
static void
help_formats(struct eni_buf *b, const struct eni_command *c, const struct eni_option *o)
{
	unsigned all = eni_option_formats(c, o, NULL), pages = eni_formats(ENI_FORMAT_PAGE);

	if (all == 0)
		return;
	eni_buf_add(b, ENI_S(": "));
	eni_format_names(b, all & ~pages, ", ", ", ");
	for (size_t i = 0; (all & pages) != 0 && i < c->n_verbs; i++) {
		unsigned own = eni_verb_pages(&c->verb[i]);
		size_t same = 0;

		while (eni_verb_pages(&c->verb[same]) != own)
			same++;
		if (own == 0 || same < i)
			continue; /* it has none, or stands beside an earlier one */
		eni_buf_add(b, ENI_S("; "));
		for (size_t k = i; k < c->n_verbs; k++)
			if (eni_verb_pages(&c->verb[k]) == own)
				eni_buf_printf(b, "%s%s", k > i ? ", " : "", c->verb[k].name);
		eni_buf_add(b, eni_str_of(_(" also ")));
		eni_format_names(b, own, ", ", ", ");
	}
}

static void
help_option(FILE *out, const struct eni_command *c, const struct eni_option *o)
{
	struct eni_buf b = {0};

	if (o->letter != 0)
		eni_buf_printf(&b, "  -%c, --%s", o->letter, o->name);
	else
		eni_buf_printf(&b, "      --%s", o->name);
	if (o->arg != NULL)
		eni_buf_printf(&b, " %s", o->arg);
	eni_buf_printf(&b, "%*s", b.n < 28 ? (int)(28 - b.n) : 2, "");
	help_verbs(&b, c, o);
	eni_buf_add(&b, eni_str_of(_(o->help)));
	help_formats(&b, c, o);
	fprintf(out, "%.*s%s\n", (int)b.n, b.p, o->repeats ? _("; may be repeated") : "");
	eni_buf_free(&b);
}

void
eni_command_help(const struct eni_command *c, FILE *out)
{
	struct eni_buf endings = {0};

	fprintf(
	    out, _("usage: %s [VERB] [OPTION...] [OPERAND...]\n\n%s\n\nVerbs (the first is the default):\n"), c->name, _(c->what));
	for (size_t i = 0; i < c->n_verbs; i++)
		fprintf(out, "  %-10s%s\n", c->verb[i].name, _(c->verb[i].help));
	fputs(_("\nOptions, and the verbs that take them where not all do:\n"), out);
	for (size_t i = 0; i < c->n_options; i++)
		help_option(out, c, &c->option[i]);
	eni_format_endings(&endings, eni_formats(ENI_FORMAT_OPERAND), ", ", " or ");
	fprintf(out,
	    _("\nAn operand that is -, has a / or ends in %.*s is a file; any other is an id or a unique name.\n"
	      "Exit: 0 done, 1 done but some records were set aside, 2 could not run, 3 nothing found (only with "
	      "-e).\n\nExamples:\n"),
	    (int)endings.n, endings.p);
	eni_buf_free(&endings);
	for (size_t i = 0; i < c->n_examples; i++)
		fprintf(out, "  %s\n", _(c->example[i]));
	fprintf(out, _("\nManuals: %s(1), enishi(7), enishi-records(5), enishi-rules(5)\n"), c->name);
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
	const char **names = eni_arena_take(&run->arena, c->n_options * sizeof *names), *near, *word = arg + strspn(arg, "-");

	for (size_t i = 0; i < c->n_options; i++)
		names[i] = c->option[i].name;
	near = arg[0] == '-' && arg[1] == '-' ? eni_nearest((struct eni_str){word, strcspn(word, "=")}, names, c->n_options) : NULL;
	if (near == NULL)
		return eni_fail(&run->diag, ENI_NOWHERE, NULL, "%s: no such option; see %s -h", arg, c->name);
	return eni_fail(&run->diag, ENI_NOWHERE, NULL, "%s: no such option; nearest is --%s; see %s -h", arg, near, c->name);
}

/* After '?'.  getopt_long leaves in optopt the letter it does not know, the val of an option that takes no value, or else 0. */
static int
refuse_option(struct eni_run *run, const char *arg)
{
	const struct eni_command *c = run->command;

	if (optopt >= 256)
		return eni_fail(
		    &run->diag, ENI_NOWHERE, NULL, "--%s: takes no value; see %s -h", c->option[optopt - 256].name, c->name);
	return unknown_option(run, optopt == 0 ? arg : eni_arena_printf(&run->arena, "-%c", optopt).p);
}

/* getopt_long's own tables, made from ours.  val: row number + 256. */
static int
parse(struct eni_run *run, int argc, char **argv)
{
	const struct eni_command *c = run->command;
	size_t n = c->n_options;
	struct option *longs = eni_arena_clear(&run->arena, (n + 1) * sizeof *longs);
	struct eni_buf letters = {0};
	int got, rc = 0;

	eni_buf_char(&letters, ':');
	for (size_t i = 0; i < n; i++) {
		const struct eni_option *o = &c->option[i];

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
			rc = refuse_option(run, argv[optind - 1]);
		else {
			for (size_t k = 0; got < 256 && k < n; k++)
				if (c->option[k].letter == got)
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

/* What the verb would pass over in silence: a period, say, for letters that go out whatever it is; and of two values one. */
static int
check_given(struct eni_run *run)
{
	const struct eni_command *c = run->command;
	struct eni_buf who = {0};
	int rc = 0;

	for (size_t i = 0; rc == 0 && i < c->n_options; i++) {
		const struct eni_option *o = &c->option[i];

		if (run->given[i].n == 0)
			continue;
		if (!eni_option_is_for(o, run->verb)) {
			name_verbs(&who, c, o, true);
			rc = eni_fail(&run->diag, ENI_NOWHERE, NULL, "--%s: is not for %s, but for: %.*s", o->name, run->verb->name,
			    (int)who.n, who.p);
		} else if (run->given[i].n > 1 && o->arg != NULL && !o->repeats) {
			rc = eni_fail(&run->diag, ENI_NOWHERE, NULL, "--%s: is given more than once; want one value", o->name);
		}
	}
	eni_buf_free(&who);
	return rc;
}

/* ---- settling ---- */

/* The format an option names; *format stays as it is where it was not given.  0 or -1. */
static int
settle_format(struct eni_run *run, const char *option, enum eni_format *format)
{
	const struct eni_option *o = &run->command->option[row_of(run, option)];
	const char *name = eni_opt(run, option);
	struct eni_buf want = {0};
	unsigned may;

	if (name == NULL)
		return 0;
	*format = eni_format_find(eni_str_of(name));
	may = eni_option_formats(run->command, o, run->verb);
	if ((may & ENI_FORMAT_BIT(*format)) != 0)
		return 0;
	if ((o->formats & ENI_FORMAT_WRITE) != 0 && strpbrk(name, "./") != NULL)
		return eni_fail(&run->diag, ENI_NOWHERE, NULL, "--%s %s: unknown format; use > %s", option, name, name);
	if ((eni_formats(o->formats) & ENI_FORMAT_BIT(*format)) != 0)
		return eni_fail(&run->diag, ENI_NOWHERE, NULL, "--%s %s: %s has no page to lay out", option, name, run->verb->name);
	eni_format_names(&want, may, ", ", " or ");
	eni_fail(&run->diag, ENI_NOWHERE, NULL, "--%s %s: unknown format; want %.*s", option, name, (int)want.n, want.p);
	eni_buf_free(&want);
	return -1;
}

/* What no terminal shows, or this machine cannot write, is refused before anything is read. */
static int
settle_output(struct eni_run *run)
{
	const char *lacks, *name;

	run->format = isatty(fileno(run->out)) ? ENI_TABLE : ENI_CSV;
	if (settle_format(run, "output", &run->format) == -1)
		return -1;
	name = eni_format_name(run->format);
	if (eni_format_is(run->format, ENI_FORMAT_BYTES) && isatty(fileno(run->out)))
		return eni_fail(&run->diag, ENI_NOWHERE, NULL, "--output %s: is nothing for a terminal; use > list.%s", name, name);
	if ((lacks = eni_format_lacks(run->format)) != NULL)
		return eni_fail(&run->diag, ENI_NOWHERE, NULL, "--output %s: needs %s, which is not installed", name, lacks);
	return 0;
}

/* -f chooses among columns; a page has none. */
static int
settle_fields(struct eni_run *run)
{
	if (eni_opt(run, "fields") == NULL || (eni_formats(ENI_FORMAT_PAGE) & ENI_FORMAT_BIT(run->format)) == 0)
		return 0;
	return eni_fail(&run->diag, ENI_NOWHERE, NULL, "--fields: --output %s is a page, which has no columns to choose",
	    eni_opt(run, "output"));
}

/* Any other format would pass it over. */
static int
settle_title(struct eni_run *run)
{
	if (eni_opt(run, "title") == NULL || run->format == ENI_HTML)
		return 0;
	return eni_fail(&run->diag, ENI_NOWHERE, NULL, "--title: is for --output html");
}

static int
settle_lang(struct eni_run *run)
{
	run->lang = eni_opt(run, "lang");
	if (run->lang == NULL || strcmp(run->lang, "ja") == 0 || strcmp(run->lang, "zh") == 0 || strcmp(run->lang, "en") == 0)
		return 0;
	return eni_fail(&run->diag, ENI_NOWHERE, NULL, "--lang %s: want ja, zh or en", run->lang);
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
	run->stamp.minute = tm.tm_hour * 60 + tm.tm_min;
	eni_day_make(tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday, &run->stamp.day);
	if (given && run->now.minute >= 0)
		run->stamp = run->now;
	if (!given)
		run->now = (struct eni_when){run->stamp.day, run->whole_day ? ENI_NOTIME : run->stamp.minute};
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
	    .hidden = eni_opt(run, "hidden") != NULL,
	    .words = verb_names(run),
	    .n_words = run->command->n_verbs};
	int given = given_today(run);

	o.dir = eni_opt(run, "book");
	if (o.dir == NULL)
		o.dir = getenv("ENISHI_BOOK");
	if (o.dir == NULL || *o.dir == '\0')
		o.dir = ".";
	if (given == -1 || settle_format(run, "input", &o.format) == -1)
		return -1;
	o.now = run->now;
	run->book_open = true;
	if (eni_book_open(&run->book, &o, &run->diag) == -1)
		return -1;
	run->book.main = run->verb->main;
	run->book.may_lack_main = run->verb->own_files;
	run->book.no_status = run->command->no_status;
	read_clock(run, run->book.office.zone, given == 1);
	run->book.opt.now = run->now;
	run->book.today = run->now.day;
	if (run->lang == NULL)
		run->lang = eni_arena_keep(&run->arena, run->book.office.lang).p;
	return 0;
}

/* Nothing has been read yet but the settings, which say what belongs to the book. */
static int
open_rejects(struct eni_run *run)
{
	const char *path = eni_opt(run, "rejects");
	const struct eni_given *rules = eni_opt_all(run, "rules");
	size_t n = run->n_operands + rules->n;
	const char **input = eni_arena_take(&run->arena, (n + 1) * sizeof *input);
	struct eni_outfile_spare spare = {.input = input, .n = n, .office = &run->book.office};

	if (path == NULL)
		return 0;
	for (size_t i = 0; i < n; i++)
		input[i] = i < rules->n ? rules->value[i] : run->operand[i - rules->n];
	spare.dir = run->book_open ? run->book.opt.dir : NULL;
	run->aside = eni_outfile_open(path, eni_arena_printf(&run->arena, "--rejects %s", path).p, &spare, &run->diag);
	if (run->aside == NULL)
		return -1;
	run->rejects = run->book.opt.rejects = eni_outfile_stream(run->aside);
	return 0;
}

/* ---- leaving ---- */

/* After a failure whoever wrote has said why; here the reason may be lost. */
static void
flush_output(struct eni_run *run)
{
	errno = 0;
	if ((fflush(run->out) == EOF || ferror(run->out)) && run->diag.status < 2)
		eni_fail(
		    &run->diag, eni_at("standard output", 0), NULL, "cannot be written: %s", strerror(errno != 0 ? errno : EIO));
}

static int
leave(struct eni_run *run)
{
	int status;

	eni_diag_flush(&run->diag);
	flush_output(run);
	if (run->aside != NULL && run->diag.status < 2)
		eni_outfile_end(run->aside, &run->diag);
	else
		eni_outfile_drop(run->aside);
	eni_diag_end(&run->diag);
	status = run->diag.status;
	if (status == 0 && eni_opt(run, "exit-code") != NULL && run->printed == 0)
		status = 3;
	if (run->book_open)
		eni_book_close(&run->book);
	for (size_t i = 0; i < run->command->n_options; i++)
		free(run->given[i].value);
	eni_buf_free(&run->figure);
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
		return eni_fail(&run->diag, ENI_NOWHERE, NULL, "--completion %s: want bash, zsh, fish or tsv", shell);
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
	if (check_given(run) == -1)
		return -1;
	run->diag.strict = eni_opt(run, "strict") != NULL;
	if (settle_output(run) == -1 || settle_fields(run) == -1 || settle_title(run) == -1 || settle_lang(run) == -1)
		return -1;
	if ((!run->verb->no_book && open_book(run) == -1) || open_rejects(run) == -1)
		return -1;
	return run->verb->run(run);
}

int
eni_command_main(const struct eni_command *c, int argc, char **argv)
{
	struct eni_run run = {.command = c, .now = ENI_NEVER, .period = {ENI_NEVER, ENI_NEVER}};

	open_standard_streams();
	run.out = stdout;
	run.diag = (struct eni_diag){.prog = c->name, .out = stderr, .holds = true};
	run.given = eni_arena_clear(&run.arena, c->n_options * sizeof *run.given);
	eni_progress_watch(&run.diag);
	work(&run, argc, argv);
	eni_progress_end(&run.diag);
	return leave(&run);
}
