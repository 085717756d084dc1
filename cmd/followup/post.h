/*
 * Tasks as pages to print and as mail (verbs list and merged, -o text and -o mail).  Room: cmd/followup.
 *
 * A page is a letter, a fax sheet, the script of a call or a note for one of us, as the channel asks for; texts.yaml has what is
 * said, pages.yaml the layouts.  Mail is one digest for the staff, or with --each one message for every task whose channel is
 * email.  What leaves without one of us in between passes the gate once more, as ENI_WAY_MESSAGE; a page for one of us
 * is headed where it tells a partner of a client whose consent to that is not on file (decision 19).
 */
#ifndef ENI_FOLLOWUP_POST_H
#define ENI_FOLLOWUP_POST_H

#include "cli/client_report.h"
#include "cli/task_print.h"
#include "partner/capacity.h"

struct eni_post {
	struct eni_status_words w; /* the desk, the letters, the records, the journal */
	struct eni_places places;
	struct eni_seat_columns seats;
	size_t reason, reason_note, consent_photo, photos, visit_at, visit_end, first_visit; /* client columns */
	const struct eni_tasks *tasks;
	size_t *visit;            /* per task: its visit among those of the status; SIZE_MAX: none */
	bool *known;              /* per referrer: somebody of us was in contact with them, or a client of theirs is here */
	struct eni_str *promised; /* per promise of the facts: the note or topic of its row */
	size_t visits;            /* of a memo at hand: how many visits it reports, the last of which is the task's */
	bool apart;               /* the page at hand joins tasks of clients whom different people look after */
	bool each;                /* --each */
	bool merged;
	bool told[ENI_BLANKS];   /* a missing setting was reported */
	struct eni_map wordless; /* codes without words, reported */
	struct eni_arena codes;
	size_t unagreed; /* tasks not mailed for want of consent */
	struct eni_place unagreed_at;
};

static inline const struct eni_task *
eni_post_task(const struct eni_post *p, size_t task)
{
	return &p->tasks->task[task];
}
static inline const struct eni_rule *
eni_post_rule(const struct eni_post *p, size_t task)
{
	return p->w.desk.rules.rule[eni_post_task(p, task)->rule];
}
/* Takes the buffer's text; it lives until the letter is put. */
static inline struct eni_str
eni_post_keep(struct eni_post *p, struct eni_buf *b)
{
	struct eni_str s = eni_arena_keep(&p->w.letters.page.row, eni_buf_str(b));

	eni_buf_free(b);
	return s;
}

/* Whether pages or mail were asked for. */
bool eni_is_post(const struct eni_run *run);
/* Checks the options: --each and --journal go with mail.  0 or -1. */
int eni_post_check(struct eni_run *run);
/* Asks for what the texts need, at the open desk p->w.desk; before loading.  0 or -1. */
int eni_post_want(struct eni_post *p);
/* Writes the tasks through `print`, joined or each by itself, and the journal if asked for.  0 or -1. */
int eni_post_tasks(struct eni_post *p, struct eni_print *print, struct eni_tasks *tasks, bool merged);
/* Closes the desk too; harmless for one that was never opened. */
void eni_post_close(struct eni_post *p);

/* ---- the page of a line of tasks: post_page.c; texts live until the letter is put ---- */

/* What is said of tasks in due order, laid out as the channel asks for and wrapped; for mail the text with who we are below it.
 * Empty: no words. *heading: for the subject of a mail. */
struct eni_str eni_post_page(struct eni_post *p, const size_t *due, size_t n, struct eni_str *heading);
/* Fills what a line of tasks is about: title, channel, to, when, late, job, today, sharing. */
void eni_post_about(struct eni_post *p, const size_t *at, size_t n, struct eni_blank blank[ENI_BLANKS]);
/* What each of several tasks is about; empty for one. */
struct eni_str eni_post_topics(struct eni_post *p, const size_t *at, size_t n, bool full);
/* Whom a task is about, where that is not who it goes to; in full as addressed, else as below. */
struct eni_str eni_post_subject(struct eni_post *p, size_t task, bool full);
/* Initials, unless --full-names. */
struct eni_str eni_post_short_name(struct eni_post *p, struct eni_str name);

/* ---- the blanks of a task: post_blanks.c ---- */

/* Reads what visits and incidents say about the tasks at hand.  0 or -1. */
int eni_post_read(struct eni_post *p);
/* The recipient as addressed; ____ and a warning when unknown. */
struct eni_str eni_post_who(struct eni_post *p, size_t task, bool need);
/* Fills the blanks of what is said. */
void eni_post_blanks(struct eni_post *p, size_t task, struct eni_blank blank[ENI_BLANKS]);
struct eni_place eni_post_place(const struct eni_post *p, uint32_t subject);

/* ---- the circumstances of a task: post_case.c ---- */

/* Reads who is known to us and what was promised, as far as the tasks at hand ask for it.  0 or -1. */
int eni_post_read_journal(struct eni_post *p);
/* Fills the circumstances, and the blanks that only hold under some: visit_at, explained, and the note of a promise. */
void eni_post_case(struct eni_post *p, size_t task, struct eni_blank blank[ENI_BLANKS]);
/* The day of a client's first visit; that of the task where none is on file. */
int32_t eni_post_first_visit(const struct eni_post *p, size_t task);
/* The client's place is theirs today. */
bool eni_post_has_place(const struct eni_post *p, uint32_t client);

#endif
