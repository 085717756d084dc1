/*
 * Who has died, asked once for the whole book (decision 52).  Room: book.
 * A client has died where status, reason, reason_note, death_date or a stay that ended says so, in the book or in an operand laid
 * over it; from then on their status reads as deceased, whoever asks for it.  Of a word of death in a text that is about anything
 * (note, outlook, lost_reason), or where it has no place (田中 様（逝去）, 死亡退院 as a day), it is only noted, until a reason is written beside it that explains it;
 * nothing explains a death on a day after the stay.
 *
 * The journal is not read here: what its rows tell is noted where they are folded (rule/fold_contacts.c).
 *
 * Book.c calls want, load and free; everybody else reads the status, and asks the last three what it does not say.
 */
#ifndef ENI_BOOK_DEATHS_H
#define ENI_BOOK_DEATHS_H

#include "base/day.h"
#include "rec/death.h"
#include "rec/kinds.h"

struct eni_book;
struct eni_office;

enum { ENI_DEATH_SAYS = 4, ENI_DEATH_HINTS = 8 };

struct eni_deaths {
	bool wanted, days;
	size_t status, reason;                               /* typed columns of the clients */
	size_t says[ENI_DEATH_SAYS], hints[ENI_DEATH_HINTS]; /* ENI_AS_DEATH */
	size_t died, end, start, back;                       /* with days */
	uint8_t *noted;                                      /* bits, by client's row */
	uint8_t *written;                                    /* by row: the status as it is written */
	int32_t *stay_end; /* by row: the end of the stay in stays.csv that ended by death; NULL: none did */
};

/* What a cell of that field says on that day: a word, a text, or a day of death that has come.  In such a date whatever is no day
 * and no listed no-word counts as one. */
enum eni_death eni_cell_death(const struct eni_office *o, const struct eni_field *f, struct eni_str cell, int32_t today);

/* Whether a death in that field is a record of it (status, reason, reason_note, death_date) and no hint. */
bool eni_field_records_death(const struct eni_field *f);

/* Asks for what must be read, where the job asks for the clients' status at all; and for the days of death.  Before loading. */
void eni_deaths_want(struct eni_book *b);
void eni_deaths_want_days(struct eni_book *b);
/* Answers for everybody, once all inputs are loaded; rows of the clients from `own` on are of operands alone.  0, or -1 where
 * stays.csv cannot be read. */
int eni_deaths_load(struct eni_book *b, size_t own);
void eni_deaths_free(struct eni_deaths *d);

/* The status as it is written: of who is about to change it, or asks what somebody was before they died. */
int eni_written_status(const struct eni_book *b, uint32_t client);
/* Whether a client's death is noted, and nothing more. */
bool eni_death_is_noted(const struct eni_book *b, uint32_t client);
/* With the days asked for: death_date, else (also where that is still to come) the end of the stay; it may lie behind the moment.
 * ENI_NEVER where neither is written.  *field (may be NULL): the one of death_date and end_date that it is, or "". */
struct eni_when eni_death_day(const struct eni_book *b, uint32_t client, const char **field);

#endif
