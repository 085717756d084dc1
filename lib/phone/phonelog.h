/*
 * Phone logs: our own calls.csv and what telephone systems write.  Room: phone.
 * A log is recognised by its shape, never guessed; an unknown shape is an error that names the known ones:
 *
 *   named        columns of the kind calls in any known language and any record format: our own calls.csv, and what phones, cloud
 *                telephones, 3CX and Yeastar export.  At least `at`; `dir` or `type`, or both `caller` and `called`; `number` or
 * one of these two; and `result`, `type`, `duration` or `answered_at`. cdr_csv      Asterisk's Master.csv without header: 21
 * columns, or 18 without peeraccount, linkedid and sequence. cdr_custom   Asterisk's other Master.csv without header: 19 columns.
 *   CDR export   FreePBX, MikoPBX and others: a header with calldate (or start), src, dst, channel, dstchannel, billsec,
 *                disposition, uniqueid (or the names MikoPBX has for them); perhaps dcontext, linkedid, is_app.
 *
 * A named log says in one word or in two who rang whom and whether anybody spoke; without such words the numbers and the duration
 * tell (decision 57).  Rows of one call_id are one call.
 *
 * A CDR has one row for each leg of a call.  Rows of one linkedid are one call; where there is none, rows of one uniqueid, together
 * with the legs that a Local/ channel joins to them.  The call is what its first leg on a real channel says.  It was answered when
 * a person was reached: some leg has a dstchannel that is no Local/ channel and billsec over 0.  So a voice mail box or a menu that
 * took the call does not make it answered.
 *
 * Directions: a call is outgoing when its called number is one of outside (seven digits or more) and it came from inside: from a
 * short number, from a channel named by one (PJSIP/101-0000002a), or out of a context for inside.  Calls between short numbers are
 * no calls of ours and left out.  All others are incoming.  A number without digits (非通知, anonymous), of one digit (Android's
 * -1, -2, -3) or of zeros alone is withheld.
 */
#ifndef ENI_PHONE_PHONELOG_H
#define ENI_PHONE_PHONELOG_H

#include "book/book.h"

/* One call, from however many rows. */
struct eni_call {
	struct eni_when at; /* the first ring; in the zone of the log until it is converted (office.calls_zone) */
	uint8_t second;     /* of that minute: for order, and to know a call again in another log */
	uint8_t dir;        /* ENI_DIR_IN, ENI_DIR_OUT */
	uint8_t answered_by;
	bool answered;
	bool zoned;       /* the row named its zone: at is in the office's zone already */
	uint8_t caller;   /* ENI_CALLER_NEW ..: of a missed call, once phone/calls.h has looked at it */
	uint32_t line;    /* which of our lines, of the log's; ENI_NONE: not known */
	uint32_t part;    /* for a count by part (phone/calls.h), set by whoever asks for it */
	uint16_t log;     /* which of the logs that were read */
	uint32_t nth;     /* order of reading, for calls of one moment */
	uint32_t number;  /* which of the log's numbers; ENI_NONE: withheld */
	uint32_t subject; /* of the row's id; ENI_NONE: none */
};

/* Zero-initialise but for the book, of whose people those that are loaded are known by their ids.  Logs add up. */
struct eni_phonelog {
	struct eni_book *book;
	struct eni_arena arena;
	struct eni_map by_digits;
	struct eni_str *number; /* the digits of each number */
	size_t n_numbers, cap_numbers;
	struct eni_map by_line;
	struct eni_str *line; /* each of our lines: its code, else the word as it stands */
	size_t n_lines, cap_lines;
	struct eni_call *call; /* in the order of the log */
	size_t n, cap;
	uint16_t logs;                    /* how many were read */
	struct eni_unknown_words *unread; /* words that are not understood are noted there; NULL: they are reported */
};

/* Reads a log; path NULL: the book's own calls.  1: the book has none; 0; -1 after eni_fail. */
int eni_phonelog_read(struct eni_phonelog *l, const char *path);
/* Whether the file is a CDR, whose columns are the telephone system's own; says nothing of a file that cannot be read. */
bool eni_phonelog_is_cdr(struct eni_book *b, const char *path);
/* Adds what the journal knows and the log does not: somebody was spoken with, from another telephone or face to face. */
void eni_phonelog_add_spoken(struct eni_phonelog *l, uint32_t number, struct eni_when at);
void eni_phonelog_free(struct eni_phonelog *l);

#endif
