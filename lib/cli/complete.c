/* Shell completion: see complete.h. */
#include "cli/complete.h"

#include <ctype.h>

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
	for (size_t i = 1; i <= eni_word_count(vocab); i++)
		add_word(b, eni_word_code(vocab, (int)i));
}

/* The records' formats; behind -o also the pages some verb has. */
static void
add_formats(struct eni_buf *b, const struct eni_command *c, bool out)
{
	unsigned pages = 0;

	for (size_t i = 0; i < c->n_verbs; i++)
		pages |= c->verb[i].pages;
	for (int f = ENI_CSV; f < ENI_FORMATS; f++)
		if (f < ENI_TABLE || (out && (f == ENI_TABLE || (pages & ENI_PAGE(f)) != 0)))
			add_word(b, eni_format_name((enum eni_format)f));
}

/* CODE, or the option's own name in capitals, stands for a word of the field called like the option. */
static enum eni_vocab
vocab_of(const struct eni_option *o)
{
	static const struct {
		const char *option, *arg;
		enum eni_vocab vocab;
	} further[] = {{"kind", "KIND", ENI_V_OFFICE_KIND}, {"upto", "STEP", ENI_V_STEP}};
	const struct eni_field *f;
	bool own = strlen(o->name) == strlen(o->arg);

	for (size_t i = 0; i < sizeof further / sizeof *further; i++)
		if (strcmp(o->name, further[i].option) == 0 && strcmp(o->arg, further[i].arg) == 0)
			return further[i].vocab;
	for (size_t i = 0; own && o->name[i] != '\0'; i++)
		own = toupper((unsigned char)o->name[i]) == o->arg[i];
	if (!own && strcmp(o->arg, "CODE") != 0)
		return ENI_V_NONE;
	f = eni_field_find(ENI_CONTACTS, eni_str_of(o->name));
	if (f == NULL)
		f = eni_field_find(ENI_CLIENTS, eni_str_of(o->name));
	return f != NULL && f->type == ENI_ENUM ? f->vocab : ENI_V_NONE;
}

/* Empty where anything may stand. */
static void
add_values(struct eni_buf *b, const struct eni_command *c, const struct eni_option *o)
{
	b->n = 0;
	if (strcmp(o->arg, "FORMAT") == 0)
		add_formats(b, c, strcmp(o->name, "output") == 0);
	else if (strcmp(o->arg, "LANG") == 0)
		add_word(b, "ja zh en");
	else if (strcmp(o->arg, "SHELL") == 0)
		add_word(b, "bash zsh fish");
	else if (strchr(o->arg, '|') != NULL)
		for (const char *p = o->arg; *p != '\0'; p++)
			eni_buf_char(b, (char)(*p == '|' ? ' ' : *p));
	else if (vocab_of(o) != ENI_V_NONE)
		add_codes(b, vocab_of(o));
	eni_buf_char(b, '\0');
	b->n--;
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

/* ---- bash ---- */

static void
bash_options(const struct eni_command *c, FILE *out)
{
	const struct eni_option *o;
	struct eni_buf values = {0};

	for (size_t i = 0; (o = eni_command_option(c, i)) != NULL; i++) {
		if (o->arg == NULL)
			continue;
		add_values(&values, c, o);
		if (o->letter != 0)
			fprintf(out, "\t-%c | ", o->letter);
		else
			fputc('\t', out);
		fprintf(out, "--%s) values='%s' ;;\n", o->name, values.p);
	}
	eni_buf_free(&values);
}

static void
bash(const struct eni_command *c, FILE *out)
{
	const struct eni_option *o;

	fprintf(out,
	    "# bash completion for %s, made by: %s --completion bash\n"
	    "_%s() {\n"
	    "\tlocal cur=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} verbs='",
	    c->name, c->name, c->name);
	for (size_t i = 0; i < c->n_verbs; i++)
		fprintf(out, "%s%s", i == 0 ? "" : " ", c->verb[i].name);
	fputs("' values word\n"
	      "\tCOMPREPLY=()\n"
	      "\tif [ \"$cur\" = = ]; then # --name=value is three words here\n"
	      "\t\tcur=\n"
	      "\telif [ \"$before\" = = ]; then\n"
	      "\t\tbefore=${COMP_WORDS[COMP_CWORD - 2]}\n"
	      "\tfi\n"
	      "\tcase $before in\n",
	    out);
	bash_options(c, out);
	fputs("\t*)\n"
	      "\t\tvalues=$verbs\n"
	      "\t\tfor word in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do\n"
	      "\t\t\tcase \" $verbs \" in\n"
	      "\t\t\t*\" $word \"*) values= ;; # a verb is given: files and ids follow\n"
	      "\t\t\tesac\n"
	      "\t\tdone\n"
	      "\t\t[ \"${cur:0:1}\" != - ] || values='",
	    out);
	for (size_t i = 0; (o = eni_command_option(c, i)) != NULL; i++)
		fprintf(out, "%s--%s", i == 0 ? "" : " ", o->name);
	fprintf(out,
	    "'\n\t\t;;\n"
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

	fputs("\t'*'", out);
	if (o->letter != 0)
		fprintf(out, "{-%c%s,--%s%s}'[", o->letter, o->arg == NULL ? "" : "+", o->name, o->arg == NULL ? "" : "=");
	else
		fprintf(out, "--%s%s'[", o->name, o->arg == NULL ? "" : "=");
	quoted(out, o->help, "[]:\\");
	fputc(']', out);
	if (o->arg != NULL) {
		add_values(&values, c, o);
		fputc(':', out);
		quoted(out, o->arg, ":\\");
		if (values.n > 0)
			fprintf(out, ":(%s)", values.p);
		else
			fputs(strcmp(o->arg, "DIR") == 0 ? ":_files -/" : strcmp(o->arg, "FILE") == 0 ? ":_files" : ": ", out);
	}
	fputs("' \\\n", out);
	eni_buf_free(&values);
}

static void
zsh(const struct eni_command *c, FILE *out)
{
	const struct eni_option *o;

	fprintf(out, "#compdef %s\n# made by: %s --completion zsh\n_%s_first() {\n\tlocal -a verbs=(\n", c->name, c->name, c->name);
	for (size_t i = 0; i < c->n_verbs; i++) {
		fprintf(out, "\t\t'%s:", c->verb[i].name);
		quoted(out, c->verb[i].help, ":\\");
		fputs("'\n", out);
	}
	fprintf(out, "\t)\n\t_describe -t verbs verb verbs\n\t_files\n}\n_%s() {\n\t_arguments -s -S \\\n", c->name);
	for (size_t i = 0; (o = eni_command_option(c, i)) != NULL; i++)
		zsh_option(c, o, out);
	fprintf(out, "\t'1: :_%s_first' '*:file:_files'\n}\n", c->name);
	/* found in $fpath the file itself is the function; sourced it says whose it is */
	fprintf(out, "if [ \"${funcstack[1]}\" = _%s ]; then _%s \"$@\"; else compdef _%s %s; fi\n", c->name, c->name, c->name,
	    c->name);
}

/* ---- fish ---- */

static void
fish_option(const struct eni_command *c, const struct eni_option *o, FILE *out)
{
	struct eni_buf values = {0};

	fprintf(out, "complete -c %s", c->name);
	if (o->letter != 0)
		fprintf(out, " -s %c", o->letter);
	fprintf(out, " -l %s", o->name);
	if (o->arg != NULL) {
		add_values(&values, c, o);
		if (values.n > 0)
			fprintf(out, " -x -a '%s'", values.p);
		else
			fputs(strcmp(o->arg, "DIR") == 0    ? " -x -a '(__fish_complete_directories)'"
			      : strcmp(o->arg, "FILE") == 0 ? " -r -F"
							    : " -x",
			    out);
	}
	fputs(" -d '", out);
	quoted(out, o->help, "\\");
	fputs("'\n", out);
	eni_buf_free(&values);
}

static void
fish(const struct eni_command *c, FILE *out)
{
	const struct eni_option *o;

	fprintf(out, "# fish completion for %s, made by: %s --completion fish\n", c->name, c->name);
	for (size_t i = 0; i < c->n_verbs; i++) {
		fprintf(out, "complete -c %s -n __fish_use_subcommand -a %s -d '", c->name, c->verb[i].name);
		quoted(out, c->verb[i].help, "\\");
		fputs("'\n", out);
	}
	for (size_t i = 0; (o = eni_command_option(c, i)) != NULL; i++)
		fish_option(c, o, out);
}

bool
eni_complete(const struct eni_command *c, const char *shell, FILE *out)
{
	static const struct {
		const char *name;
		void (*write)(const struct eni_command *, FILE *);
	} shells[] = {{"bash", bash}, {"zsh", zsh}, {"fish", fish}};

	for (size_t i = 0; i < sizeof shells / sizeof *shells; i++)
		if (strcmp(shell, shells[i].name) == 0) {
			shells[i].write(c, out);
			return true;
		}
	return false;
}
