/* Shell completion: see complete.h.  Functions sh_* write what bash and zsh have in common. */
#include "cli/complete.h"

#include "base/text.h"

/* ---- values ---- */

static void
add_word(struct eni_buf *b, const char *word)
{
	if (b->n > 0)
		eni_buf_char(b, ' ');
	eni_buf_add(b, eni_str_of(word));
}

static void
add_codes(struct eni_buf *b, enum eni_vocab vocab)
{
	for (int code = 1; code <= (int)eni_word_count(vocab); code++)
		if (!eni_word_is(vocab, code, ENI_IS_NO_CHOICE))
			add_word(b, eni_word_code(vocab, code));
}

/* What may stand behind an option of this verb (NULL: of any); empty where anything may.  The buffer ends in a NUL. */
static void
add_values(struct eni_buf *b, const struct eni_command *c, const struct eni_option *o, const struct eni_verb *v)
{
	const char *arg = o->arg == NULL ? "" : o->arg;

	b->n = 0;
	if (o->formats != 0)
		eni_format_names(b, eni_option_formats(c, o, v), " ", " ");
	else if (strchr(arg, '|') != NULL)
		for (const char *p = arg; *p != '\0'; p++)
			eni_buf_char(b, (char)(*p == '|' ? ' ' : *p));
	else if (o->words != ENI_V_NONE)
		add_codes(b, o->words);
	eni_buf_char(b, '\0');
	b->n--;
}

/* The verbs with this page, parted by blanks; the caller frees it. */
static struct eni_buf
verbs_with(const struct eni_command *c, enum eni_format page)
{
	struct eni_buf b = {0};

	for (size_t i = 0; i < c->n_verbs; i++)
		if (eni_verb_page(&c->verb[i], page) != NULL)
			add_word(&b, c->verb[i].name);
	eni_buf_char(&b, '\0');
	return b;
}

/* The pages among an option's formats, which only some verbs have. */
static unsigned
pages_of(const struct eni_command *c, const struct eni_option *o)
{
	return eni_option_formats(c, o, NULL) & eni_formats(ENI_FORMAT_PAGE);
}

/* The values that are the same for every verb. */
static void
add_common_values(struct eni_buf *b, const struct eni_command *c, const struct eni_option *o)
{
	static const struct eni_verb plain; /* one without pages */

	add_values(b, c, o, &plain);
}

/* Text for single quotes, with a backslash before what `special` holds. */
static void
quoted(FILE *out, const char *text, const char *special)
{
	for (; *text != '\0'; text++) {
		if (*text == '\'')
			fputs("'\\'", out);
		else if (strchr(special, *text) != NULL)
			fputc('\\', out);
		fputc(*text, out);
	}
}

/* ---- bash and zsh ---- */

/* What follows, up to " ;; esac", is for these verbs, and for a line without a verb. */
static void
sh_case(FILE *out, const char *verbs)
{
	struct eni_str rest = eni_str_of(verbs), name;

	fputs("\tcase $verb in ''", out);
	while (eni_piece(&rest, &name))
		fprintf(out, " | %.*s", (int)name.n, name.p);
	fputs(") ", out);
}

/* The verb on the line, in $verb; `words` are those in front of what is begun. */
static void
sh_find_verb(FILE *out, const char *words)
{
	fprintf(out,
	    "\tfor word in %s; do\n"
	    "\t\tcase \" $verbs \" in *\" $word \"*) verb=${verb:-$word} ;; esac\n"
	    "\tdone\n",
	    words);
}

/* Sets $values to what may follow the option. */
static void
sh_values(const struct eni_command *c, const struct eni_option *o, FILE *out)
{
	unsigned pages = pages_of(c, o);
	struct eni_buf values = {0};

	add_common_values(&values, c, o);
	fprintf(out, "\tvalues='%s'\n", values.p);
	eni_buf_free(&values);
	for (enum eni_format f = ENI_FORMAT_NONE; f < ENI_FORMATS; f++) {
		struct eni_buf verbs = verbs_with(c, f);

		if ((pages & ENI_FORMAT_BIT(f)) != 0) {
			sh_case(out, verbs.p);
			fprintf(out, "values+=' %s' ;; esac\n", eni_format_name(f));
		}
		eni_buf_free(&verbs);
	}
}

static void
sh_verbs(const struct eni_command *c, FILE *out)
{
	for (size_t i = 0; i < c->n_verbs; i++)
		fprintf(out, "%s%s", i == 0 ? "" : " ", c->verb[i].name);
}

/* ---- bash ---- */

static void
bash_values(const struct eni_command *c, FILE *out)
{
	fputs("\tcase $before in\n", out);
	for (size_t i = 0; i < c->n_options; i++) {
		const struct eni_option *o = &c->option[i];

		if (o->arg == NULL)
			continue;
		if (o->letter != 0)
			fprintf(out, "\t-%c | ", o->letter);
		else
			fputc('\t', out);
		fprintf(out, "--%s)\n", o->name);
		sh_values(c, o, out);
		fputs("\t;;\n", out);
	}
}

static void
bash_options(const struct eni_command *c, FILE *out)
{
	fputs("\tvalues=\n", out);
	for (size_t i = 0; i < c->n_options; i++) {
		const struct eni_option *o = &c->option[i];

		if (o->verbs == NULL) {
			fprintf(out, "\tvalues+=' --%s'\n", o->name);
			continue;
		}
		sh_case(out, o->verbs);
		fprintf(out, "values+=' --%s' ;; esac\n", o->name);
	}
}

static void
bash(const struct eni_command *c, FILE *out)
{
	fprintf(out,
	    "# bash completion for %s, made by: %s --completion bash\n"
	    "_%s() {\n"
	    "\tlocal cur=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} verbs='",
	    c->name, c->name, c->name);
	sh_verbs(c, out);
	fputs("' values word verb=\n"
	      "\tCOMPREPLY=()\n"
	      "\tif [ \"$cur\" = = ]; then # --name=value is three words here\n"
	      "\t\tcur=\n"
	      "\telif [ \"$before\" = = ]; then\n"
	      "\t\tbefore=${COMP_WORDS[COMP_CWORD - 2]}\n"
	      "\tfi\n",
	    out);
	sh_find_verb(out, "\"${COMP_WORDS[@]:1:COMP_CWORD-1}\"");
	bash_values(c, out);
	fputs("\t*)\n\tif [ \"${cur:0:1}\" = - ]; then\n", out);
	bash_options(c, out);
	fprintf(out,
	    "\telif [ -z \"$verb\" ]; then\n"
	    "\tvalues=$verbs\n"
	    "\telse\n"
	    "\tvalues= # files and ids follow\n"
	    "\tfi\n"
	    "\t;;\n"
	    "\tesac\n"
	    "\t[ -z \"$values\" ] || mapfile -t COMPREPLY < <(compgen -W \"$values\" -- \"$cur\")\n"
	    "}\n"
	    "complete -o default -F _%s %s\n",
	    c->name, c->name);
}

/* ---- zsh ---- */

static void
zsh_option(const struct eni_command *c, const struct eni_option *o, FILE *out)
{
	struct eni_buf values = {0};

	add_values(&values, c, o, NULL);
	if (values.n > 0)
		sh_values(c, o, out);
	if (o->verbs == NULL)
		fputc('\t', out);
	else
		sh_case(out, o->verbs);
	fputs("specs+=('*'", out);
	if (o->letter != 0)
		fprintf(out, "{-%c%s,--%s%s}'[", o->letter, o->arg == NULL ? "" : "+", o->name, o->arg == NULL ? "" : "=");
	else
		fprintf(out, "'--%s%s[", o->name, o->arg == NULL ? "" : "=");
	quoted(out, _(o->help), "[]:\\");
	fputc(']', out);
	if (o->arg != NULL) {
		fputc(':', out);
		quoted(out, o->arg, ":\\");
		fputs(values.n > 0                  ? ":('$values')"
		      : strcmp(o->arg, "DIR") == 0  ? ":_files -/"
		      : strcmp(o->arg, "FILE") == 0 ? ":_files"
						    : ": ",
		    out);
	}
	fprintf(out, "')%s\n", o->verbs == NULL ? "" : " ;; esac");
	eni_buf_free(&values);
}

static void
zsh(const struct eni_command *c, FILE *out)
{
	fprintf(out, "#compdef %s\n# made by: %s --completion zsh\n_%s_first() {\n\tlocal -a verbs=(\n", c->name, c->name, c->name);
	for (size_t i = 0; i < c->n_verbs; i++) {
		fprintf(out, "\t\t'%s:", c->verb[i].name);
		quoted(out, _(c->verb[i].help), ":\\");
		fputs("'\n", out);
	}
	fprintf(out, "\t)\n\t_describe -t verbs verb verbs\n\t_files\n}\n_%s() {\n\tlocal verbs='", c->name);
	sh_verbs(c, out);
	fputs("' values word verb=\n\tlocal -a specs\n", out);
	sh_find_verb(out, "\"${(@)words[2,CURRENT-1]}\"");
	for (size_t i = 0; i < c->n_options; i++)
		zsh_option(c, &c->option[i], out);
	fprintf(out, "\t_arguments -s -S $specs '1: :_%s_first' '*:file:_files'\n}\n", c->name);
	/* found in $fpath the file itself is the function; sourced it says whose it is */
	fprintf(out, "if [ \"${funcstack[1]}\" = _%s ]; then _%s \"$@\"; else compdef _%s %s; fi\n", c->name, c->name, c->name,
	    c->name);
}

/* ---- fish ---- */

/* The beginning of a line about an option, for these verbs (NULL: all). */
static void
fish_head(const struct eni_command *c, const struct eni_option *o, const char *verbs, FILE *out)
{
	fprintf(out, "complete -c %s", c->name);
	if (verbs != NULL)
		fprintf(out, " -n '__%s_for %s'", c->name, verbs);
	if (o->letter != 0)
		fprintf(out, " -s %c", o->letter);
	fprintf(out, " -l %s", o->name);
}

static void
fish_option(const struct eni_command *c, const struct eni_option *o, FILE *out)
{
	unsigned pages = pages_of(c, o);
	struct eni_buf values = {0};

	fish_head(c, o, o->verbs, out);
	if (o->arg != NULL) {
		add_common_values(&values, c, o);
		if (values.n > 0)
			fprintf(out, " -x -a '%s'", values.p);
		else
			fputs(strcmp(o->arg, "DIR") == 0    ? " -x -a '(__fish_complete_directories)'"
			      : strcmp(o->arg, "FILE") == 0 ? " -r -F"
							    : " -x",
			    out);
	}
	fputs(" -d '", out);
	quoted(out, _(o->help), "\\");
	fputs("'\n", out);
	eni_buf_free(&values);
	for (enum eni_format f = ENI_FORMAT_NONE; f < ENI_FORMATS; f++) {
		struct eni_buf verbs = verbs_with(c, f);

		if ((pages & ENI_FORMAT_BIT(f)) != 0) {
			fish_head(c, o, verbs.p, out);
			fprintf(out, " -x -a %s\n", eni_format_name(f));
		}
		eni_buf_free(&verbs);
	}
}

static void
fish(const struct eni_command *c, FILE *out)
{
	fprintf(out,
	    "# fish completion for %s, made by: %s --completion fish\n"
	    "function __%s_for -d 'after one of these verbs, or before any'\n"
	    "\tnot __fish_seen_subcommand_from ",
	    c->name, c->name, c->name);
	sh_verbs(c, out);
	fputs("\n\tor __fish_seen_subcommand_from $argv\nend\n", out);
	for (size_t i = 0; i < c->n_verbs; i++) {
		fprintf(out, "complete -c %s -n __fish_use_subcommand -a %s -d '", c->name, c->verb[i].name);
		quoted(out, _(c->verb[i].help), "\\");
		fputs("'\n", out);
	}
	for (size_t i = 0; i < c->n_options; i++)
		fish_option(c, &c->option[i], out);
}

/* ---- the table itself ---- */

static void
tsv_row(const struct eni_command *c, const struct eni_option *o, struct eni_str verb, FILE *out)
{
	const struct eni_verb *v = NULL;
	struct eni_buf values = {0};

	for (size_t i = 0; i < c->n_verbs; i++)
		if (eni_str_is(verb, c->verb[i].name))
			v = &c->verb[i];
	add_values(&values, c, o, v);
	fprintf(out, "%.*s\t%s\t%.1s\t%s\t%s\t%s\n", (int)verb.n, verb.p, o->name, (char[]){(char)o->letter, '\0'},
	    o->arg == NULL ? "" : o->arg, o->repeats ? "yes" : "", values.p);
	eni_buf_free(&values);
}

/* A line for each verb an option's row names, be there such a verb or not. */
static void
tsv(const struct eni_command *c, FILE *out)
{
	fputs("verb\toption\tletter\targument\trepeats\tvalues\n", out);
	for (size_t i = 0; i < c->n_options; i++) {
		struct eni_str rest = eni_str_of(c->option[i].verbs), name;

		for (size_t k = 0; c->option[i].verbs == NULL && k < c->n_verbs; k++)
			tsv_row(c, &c->option[i], eni_str_of(c->verb[k].name), out);
		while (eni_piece(&rest, &name))
			tsv_row(c, &c->option[i], name, out);
	}
}

bool
eni_complete(const struct eni_command *c, const char *shell, FILE *out)
{
	static const struct {
		const char *name;
		void (*write)(const struct eni_command *, FILE *);
	} shells[] = {{"bash", bash}, {"zsh", zsh}, {"fish", fish}, {"tsv", tsv}};

	for (size_t i = 0; i < sizeof shells / sizeof *shells; i++)
		if (strcmp(shell, shells[i].name) == 0) {
			shells[i].write(c, out);
			return true;
		}
	return false;
}
