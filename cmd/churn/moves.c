/* churn leave and back: the end and the return of a stay (decision 1).  See verbs.h. */
#include <stdlib.h>
#include <unistd.h>

#include "cli/desk.h"
#include "cmd/churn/verbs.h"
#include "stay/moves.h"

/* What may be said as an option, and is asked on a terminal when it is not. */
enum { Q_ON, Q_REASON, Q_CAUSE, Q_OUTLOOK, Q_NOTE, QUESTIONS };
struct question {
	const char *option;
	enum eni_vocab vocab; /* its codes; ENI_V_NONE: any text */
	const char *ask;
	bool leaving_only;
};
static const struct question questions[] = {
    [Q_ON] = {"on", ENI_V_NONE, N_("day (empty: today)"), false},
    [Q_REASON] = {"reason", ENI_V_REASON, N_("reason"), true},
    [Q_CAUSE] = {"cause", ENI_V_NONE, N_("ids of whoever was the cause (empty: nobody)"), true},
    [Q_OUTLOOK] = {"outlook", ENI_V_OUTLOOK, N_("will they return"), true},
    [Q_NOTE] = {"note", ENI_V_NONE, N_("note"), false},
};
ENI_ROW_FOR_EACH(questions, QUESTIONS);

struct answers {
	struct eni_run *run;
	bool ask; /* at a terminal */
	struct eni_str text[QUESTIONS];
};

/* ---- options and questions ---- */

static void
show_question(const struct answers *a, const struct question *q)
{
	FILE *out = a->run->diag.out;

	eni_diag_flush(&a->run->diag);
	fputs(_(q->ask), out);
	for (int i = 1; q->vocab != ENI_V_NONE && i <= (int)eni_word_count(q->vocab); i++) {
		const char *code = eni_word_code(q->vocab, i), *word = eni_word_label(q->vocab, i, a->run->lang);

		fprintf(out, "%s%s", i == 1 ? " (" : ", ", code);
		if (strcmp(code, word) != 0)
			fprintf(out, " %s", word);
	}
	fputs(q->vocab != ENI_V_NONE ? "): " : ": ", out);
	fflush(out);
}

/* A line from the terminal; empty at its end. */
static struct eni_str
read_answer(struct answers *a)
{
	char *line = NULL;
	size_t cap = 0;
	ssize_t n = getline(&line, &cap, stdin);
	struct eni_str text = n <= 0 ? (struct eni_str){"", 0} : eni_str_trim((struct eni_str){line, (size_t)n});

	text = eni_arena_keep(&a->run->arena, text);
	free(line);
	return text;
}

/* Whether it is a word of the question's list; then the code stands in its place, unless the word says more. */
static bool
is_word(const struct question *q, struct eni_str *text)
{
	int code = text->n == 0 ? 0 : eni_word_find(q->vocab, *text);

	if (code == ENI_UNKNOWN_WORD)
		return false;
	if (code > 0)
		*text = eni_word_kept(q->vocab, code, *text);
	return true;
}

static int
answer(struct answers *a, int which)
{
	const struct question *q = &questions[which];
	const char *given = eni_opt(a->run, q->option), *near;
	struct eni_str *text = &a->text[which];

	*text = eni_str_trim(eni_str_of(given));
	if (given == NULL && a->ask)
		do {
			show_question(a, q);
			*text = read_answer(a);
		} while (q->vocab != ENI_V_NONE && !is_word(q, text));
	if (q->vocab == ENI_V_NONE || is_word(q, text))
		return 0;
	near = eni_word_nearest(q->vocab, *text);
	return eni_fail(&a->run->diag, ENI_NOWHERE, NULL,
	    near == NULL ? N_("--%s %s: unknown") : N_("--%s %s: unknown; nearest is %s"), q->option, given, near);
}

static int
code_of(const struct answers *a, int which)
{
	return a->text[which].n == 0 ? 0 : eni_word_find(questions[which].vocab, a->text[which]);
}

static int
read_answers(struct answers *a, struct eni_move *move)
{
	struct eni_run *run = a->run;
	struct eni_when on = run->now;

	for (int i = 0; i < QUESTIONS; i++) {
		bool idle = move->back && questions[i].leaving_only;

		if (!idle && !(i == Q_CAUSE && a->ask && !eni_word_is(ENI_V_REASON, code_of(a, Q_REASON), ENI_IS_PERSONAL)) &&
		    answer(a, i) == -1)
			return -1;
	}
	if (a->text[Q_ON].n > 0 && eni_office_when(&run->book.office, a->text[Q_ON], &on) != 1)
		return eni_fail(&run->diag, ENI_NOWHERE, NULL, "--on: want a day such as 2026-04-01");
	move->on = on.day;
	move->reason = code_of(a, Q_REASON);
	move->reason_word = a->text[Q_REASON];
	move->outlook = code_of(a, Q_OUTLOOK);
	move->cause = a->text[Q_CAUSE];
	move->note = a->text[Q_NOTE];
	return 0;
}

/* Not at a terminal: the reason is unknown, and the care manager may find out. */
static void
settle_reason(struct answers *a, struct eni_move *move)
{
	if (move->back || move->reason != 0)
		return;
	move->reason = ENI_REASON_UNKNOWN;
	if (!a->ask)
		eni_warn(&a->run->diag, ENI_NOWHERE, "reason", "was not said; written as unknown");
}

/* ---- writing ---- */

static int
find_row(struct eni_run *run, uint32_t *row)
{
	struct eni_str id = eni_str_of(run->operand[0]), said = eni_book_said(&run->book, id);

	*row = eni_book_find(&run->book, id);
	if (*row != ENI_NONE && eni_subject_is_client(&run->book, *row))
		return 0;
	return eni_fail(
	    &run->diag, ENI_NOWHERE, NULL, "%.*s: no such id (nor a unique name) among the clients", (int)said.n, said.p);
}

static int
write_move(struct eni_run *run, struct eni_door *door, const struct eni_move *move)
{
	struct eni_mover m;
	uint32_t row;
	int rc = -1;

	if (eni_desk_people(run, false) == -1)
		return -1;
	eni_mover_want(&m, &run->book);
	run->diag.muted = !run->diag.strict; /* what is wrong with other people's records is not this one's business */
	rc = eni_book_load(&run->book);
	run->diag.muted = false;
	if (rc == 0 && (rc = find_row(run, &row)) == 0)
		rc = eni_mover_write(&m, door, row, move);
	if (rc == 1) {
		run->printed++;
		rc = eni_door_commit(door);
	}
	eni_mover_free(&m);
	return rc;
}

/* Nothing is asked: what is taken back stands in the book. */
static int
check_undo(struct eni_run *run)
{
	for (int i = 0; i < QUESTIONS; i++)
		if (eni_opt(run, questions[i].option) != NULL)
			return eni_fail(&run->diag, ENI_NOWHERE, NULL, "--undo goes without --%s", questions[i].option);
	return 0;
}

static int
run_move(struct eni_run *run, struct eni_move move)
{
	struct answers a = {.run = run, .ask = isatty(STDIN_FILENO) && isatty(fileno(run->diag.out))};
	const struct eni_door_options o = {.dry_run = eni_opt(run, "dry-run") != NULL,
	    .convert = eni_opt(run, "convert") != NULL,
	    .hidden = run->book.opt.hidden,
	    .add_columns = eni_opt(run, "add-columns") != NULL,
	    .fallback = eni_book_fallback(&run->book),
	    .said = run->out};
	struct eni_door *door;
	int rc;

	if (run->n_operands != 1 || eni_operand_is_file(run->operand[0]))
		return eni_fail(&run->diag, ENI_NOWHERE, NULL, "%s: want the id of one client", run->verb->name);
	/* everything is asked before the lock is taken: others can write while the user thinks */
	move.undo = eni_opt(run, "undo") != NULL;
	if ((move.undo ? check_undo(run) : read_answers(&a, &move)) == -1)
		return -1;
	if (!move.undo)
		settle_reason(&a, &move);
	if ((door = eni_door_open(run->book.opt.dir, &run->book.office, &o, &run->diag)) == NULL)
		return -1;
	rc = write_move(run, door, &move);
	eni_door_close(door);
	return rc;
}

int
eni_verb_leave(struct eni_run *run)
{
	return run_move(run, (struct eni_move){.back = false});
}

int
eni_verb_back(struct eni_run *run)
{
	return run_move(run, (struct eni_move){.back = true});
}
