/* What the book holds on a client, put into the blanks of a memo or a draft.  Room: cli. */
#ifndef ENI_CLI_CLIENT_REPORT_H
#define ENI_CLI_CLIENT_REPORT_H

#include "cli/desk.h"
#include "cli/letter.h"
#include "duty/journal.h"
#include "partner/status.h"

struct eni_status_words {
	struct eni_desk desk;
	struct eni_letters letters;
	struct eni_print print;
	struct eni_status status;
	struct eni_journal journal;                         /* what was put, for --journal */
	size_t share, weekdays, care_level, meeting, risks; /* client columns */
	/* What the page at hand says already: of a client, folded, or an incident by its row.  A fact is told once. */
	struct eni_status_said {
		uint32_t client, incident; /* ENI_NONE: a note */
		struct eni_str note;
	} * said;
	size_t n_said, cap_said;
	bool terms_said;             /* our standing lines */
	bool *named;                 /* per client: asked for by id */
	bool *told_unwanted;         /* per referrer: that nothing is reported there was said */
	size_t unasked;              /* clients whose consent_share is empty */
	struct eni_place unasked_at; /* the first of them */
};

/* The desk with the columns a memo or a draft needs; any office may write them (see memo-each).  by_client: a row is about one
 * client, and -f may name that one's fields; else about a care manager.  0 or -1; eni_status_words_close in every case. */
int eni_status_words_open(struct eni_status_words *w, struct eni_run *run, const struct eni_offer *offer, size_t n, bool by_client);
/* The part of it about columns and words, at a desk that is open already (w->desk); before loading. */
int eni_status_words_want(struct eni_status_words *w);
/* Reads everything.  An id of a care manager stands for all of that one's clients. */
int eni_status_words_load(struct eni_status_words *w);
void eni_status_words_close(struct eni_status_words *w);

/* The pass to report this client to a care manager, or NULL (decision 19).  A client who was asked for by id is set aside with the
 * reason; of the others those whose consent is unknown are counted. */
const struct eni_pass *eni_status_pass(struct eni_status_words *w, uint32_t client);
/* Warns of those, in one line. */
void eni_status_report_unasked(struct eni_status_words *w);

/* Begins a page: nothing is said on it yet. */
void eni_status_page(struct eni_status_words *w);
/* The incident of that row has been told on this page, with its note. */
void eni_status_tell(struct eni_status_words *w, uint32_t client, uint32_t incident, struct eni_str note);
/* Fills name, date, note, next and the headings from the client's visits [from, from + n) of the status, but for what the page says
 * already. */
void eni_status_blanks(struct eni_status_words *w, uint32_t client, size_t from, size_t n, struct eni_blank blank[ENI_BLANKS]);

/* Where the office has no contact person, whoever made the last of these visits answers for them. */
void eni_status_person(struct eni_status_words *w, size_t from, size_t n, struct eni_blank *person);

/* The words for an incident's kind (not 0) in a report to a partner. */
struct eni_str eni_status_kind(struct eni_status_words *w, int kind);

/* The appointment that is written down, else the next of the client's days on which we are open; ENI_NEVER. */
struct eni_when eni_status_next(const struct eni_status_words *w, uint32_t client);

/* With --journal: one row for what was put to a recipient (a code of ENI_V_TO) about this client.  rule must not be empty: a row
 * without one would answer every rule for care managers. */
void eni_status_note(struct eni_status_words *w, uint32_t client, struct eni_str rule, int channel, int to, struct eni_when anchor,
    const struct eni_story *story);
/* Writes the journal, if asked for.  0 or -1. */
int eni_status_journal(struct eni_status_words *w);

#endif
