/*
 * Letters: words to one recipient, filled from the book, as a row, a page or a mail.  Room: cli.
 *
 *     eni_letters_open    the words; for -o mail also who sends (mail: from)
 *     eni_letters_blanks  the blanks every letter has, then the verb's own
 *     eni_letters_begin   a page a letter, or mail, where the verb's row names that sink for the format of -o; else records
 *     eni_letters_put     one letter; for records the verb fills the cells of its columns before
 *     eni_letters_end     what was collected leaves
 */
#ifndef ENI_CLI_LETTER_H
#define ENI_CLI_LETTER_H

#include "cli/page.h"
#include "cli/print.h"
#include "page/mail.h"

enum eni_letter_blank {
	ENI_BLANK_NAME,
	ENI_BLANK_WHO,
	ENI_BLANK_OFFICE,
	ENI_BLANK_PERSON,
	ENI_BLANK_PHONE,
	ENI_BLANK_DATE,
	ENI_BLANK_UNTIL,
	ENI_BLANK_NEXT,
	ENI_BLANK_NOTE,
	ENI_BLANK_KIND,
	ENI_BLANK_MISSING,
	ENI_BLANK_RULE,
	ENI_BLANK_ALTERNATIVE,
	ENI_BLANK_CAPACITY,
	ENI_BLANK_WEEKDAYS,
	ENI_BLANK_TERMS,
	ENI_BLANK_STRENGTHS,
	ENI_BLANK_CARE_LEVEL,
	ENI_BLANK_SAFETY,
	ENI_BLANK_TROUBLE,
	ENI_BLANK_FAMILY,
	ENI_BLANK_EFFECT,
	ENI_BLANK_RISKS,
	ENI_BLANK_LINES,
	ENI_BLANK_COUNT,
	ENI_BLANK_ORG,
	ENI_BLANK_VIA,
	ENI_BLANK_TO,
	ENI_BLANK_CHANNEL,
	ENI_BLANK_TODAY,
	ENI_BLANK_TITLE,
	ENI_BLANK_WHY,
	ENI_BLANK_LATE,
	ENI_BLANK_TOPICS,
	ENI_BLANK_SIGN,
	ENI_BLANK_ID,
	ENI_BLANK_WHEN,
	ENI_BLANK_DAYS,
	ENI_BLANK_FREE,
	ENI_BLANK_MONTH,
	ENI_BLANK_REASON_NOTE,
	ENI_BLANK_PHOTOS,
	ENI_BLANK_CONSENT,
	ENI_BLANK_JOB,
	ENI_BLANK_DEAR,
	ENI_BLANK_ADDRESS,
	ENI_BLANK_FAX,
	ENI_BLANK_LINK,
	ENI_BLANK_DATED,
	ENI_BLANK_SEASON,
	ENI_BLANK_VISIT_AT,
	ENI_BLANK_EXPLAINED,
	ENI_BLANK_GREETING,
	ENI_BLANK_SHARING,
	/* The circumstances that rows of texts ask about. */
	ENI_BLANK_BY,
	ENI_BLANK_OFFICE_KIND,
	ENI_BLANK_STATUS,
	ENI_BLANK_REASON,
	ENI_BLANK_SAME_DAY,
	ENI_BLANK_AHEAD,
	ENI_BLANK_VISITED,
	ENI_BLANK_CALM,
	ENI_BLANK_HELD,
	ENI_BLANK_FULL,
	ENI_BLANK_CAUSES_KNOWN,
	ENI_BLANK_PARTNER,
	ENI_BLANK_KNOWN,
	ENI_BLANK_OWN,
	ENI_BLANK_UNATTENDED,
	ENI_BLANKS
};

/* What a letter is about, and how it reaches its reader. */
struct eni_letter {
	const struct eni_pass *pass; /* given by the gate; without one nothing is put */
	uint32_t subject;            /* whom it is about, for -f; ENI_NONE: none */
	struct eni_str address;      /* for -o mail, one that eni_letters_mailable gave */
	struct eni_str heading;      /* of the mail */
	struct eni_str identity;     /* of the mail, as in struct eni_mail; may be empty */
	struct eni_str text;
};

/* Letters as pages, with a form feed between, and as mail; about: struct eni_letter. */
extern const struct eni_sink eni_pages_sink, eni_mail_sink;

struct eni_letters {
	struct eni_run *run;
	struct eni_page page;    /* words and texts; those of a letter live until it is put */
	struct eni_print *print; /* the verb's columns */
	struct eni_people *people;
	size_t sex, relation; /* client columns */
};

/* people: with via.  Asks for client columns: before loading.  0, or -1 after eni_fail; eni_letters_close in every case. */
int eni_letters_open(struct eni_letters *l, struct eni_run *run, struct eni_people *people, struct eni_print *print);
/* How many of a verb's n columns are printed where nobody named any: the last one, the text, is none for a table. */
size_t eni_letters_columns(const struct eni_run *run, size_t n);
/* Clears the blanks and fills those about us and today: office, its kind, person, phone, fax, address, terms,
 * strengths, dated, season. */
void eni_letters_blanks(struct eni_letters *l, struct eni_blank blank[ENI_BLANKS]);
/* Who of us speaks for a client: whoever looks after them, with their own number where it is on file; else it stays as it is. */
void eni_letters_person(struct eni_letters *l, uint32_t client, struct eni_blank blank[ENI_BLANKS]);
/* A circumstance that is or is not. */
static inline void
eni_letters_is(struct eni_blank *circumstance, bool is)
{
	circumstance->value = is ? ENI_S("yes") : (struct eni_str){"", 0};
}
/* The name of a client; and of a recipient as he is addressed: 先生 for doctors, 御中 for an organisation without a person.  Empty
 * when unknown. */
struct eni_str eni_letters_name(struct eni_letters *l, uint32_t client);
struct eni_str eni_letters_who(struct eni_letters *l, uint32_t subject, int to);
/* The same where it can stand in a greeting: empty for a bare name where the language wants a title with it. */
struct eni_str eni_letters_dear(struct eni_letters *l, uint32_t subject, int to);
/* Fills {greeting}, of who is {dear}, by `by`, and `known`. */
void eni_letters_greet(struct eni_letters *l, struct eni_blank blank[ENI_BLANKS]);
/* A partner's organisation, where it is not the recipient itself; else empty. */
struct eni_str eni_letters_house(struct eni_letters *l, uint32_t subject, int to);
/* Whether the recipient is the client. */
bool eni_letters_is_own(const struct eni_letters *l, uint32_t subject, int to);
/* Fills a blank the text cannot do without: its value, else what the option says, else ____ and a warning at that place. */
void eni_letters_need(struct eni_letters *l, struct eni_blank *blank, const char *option, uint32_t subject, struct eni_place at);
/* The e-mail address of a recipient who may be written to by mail: on file, well formed, and not against his wishes; else empty,
 * after a warning.  -o mail only; with other formats empty without a word. */
struct eni_str eni_letters_mailable(struct eni_letters *l, uint32_t subject, int to);
void eni_letters_begin(struct eni_letters *l);
void eni_letters_put(struct eni_letters *l, const struct eni_letter *x);
/* 0 or -1; everything is on its way out (flushed) when 0. */
int eni_letters_end(struct eni_letters *l);
void eni_letters_close(struct eni_letters *l);

/* A note of a record, on one line. */
struct eni_str eni_letters_note(struct eni_letters *l, struct eni_str note);
/* A text filled, without blanks at line ends. */
struct eni_str eni_letters_fill(struct eni_letters *l, const char *say, const struct eni_blank blank[ENI_BLANKS]);
/* The same for a recipient: a code of ENI_V_TO. */
struct eni_str eni_letters_fill_to(struct eni_letters *l, struct eni_str say, int to, const struct eni_blank blank[ENI_BLANKS]);
/* What is not on file of the consent to share (a code of ENI_V_SHARING, or 0) in words, empty for 0; and a page for one of us to
 * act on, headed by them. */
struct eni_str eni_letters_sharing(struct eni_letters *l, int sharing);
struct eni_str eni_letters_headed(struct eni_letters *l, int sharing, struct eni_str page);
/* Items put together: alone one stands as it is, several on a line each behind a mark. */
struct eni_str eni_letters_items(struct eni_letters *l, const struct eni_str *item, size_t n);

#endif
