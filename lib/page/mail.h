/*
 * Mail: messages as sendmail -t takes them (RFC 5322, RFC 2045..2047, Auto-Submitted of RFC 3834).  Room: page.
 * One message stands as it is; several follow each other as a mailbox (RFC 4155), each behind a From_ line.  Nothing is sent here.
 *
 * The body goes out in UTF-8 as it is; where a line is longer than mail may carry (998 bytes), in base64.  Headers are ASCII:
 * other text becomes encoded words.  What a record holds cannot begin a header of its own: controls become blanks, and an address
 * is checked before it is used.  Same input, same bytes: the Message-ID is made of what the message is about,
 * where the caller says it, else of the message.
 */
#ifndef ENI_PAGE_MAIL_H
#define ENI_PAGE_MAIL_H

#include <stdio.h>

#include "rule/gate.h"

struct eni_mail {
	const struct eni_pass *pass;    /* given by the gate; without one nothing is written */
	struct eni_str from, from_name; /* an address, and the name shown with it; may be empty */
	struct eni_str to;              /* an address; or several, with a comma and a line end and a blank between */
	struct eni_str subject;
	struct eni_str body;     /* lines ended by \n; the last end may be missing */
	struct eni_when date;    /* a moment */
	int32_t utc_minutes;     /* of the zone the date is in */
	struct eni_str about;    /* what makes it this message among others of the day, for the Message-ID; its hash is used */
	struct eni_str identity; /* what it stays the same message by from run to run; with the office it makes the Message-ID.
				    Empty: the Message-ID is made of the message */
	struct eni_str office;   /* whose message it is */
	struct eni_str lang;     /* "ja", "zh", "en", or empty */
};

/* Whether a text is an address that may stand in a header: one @, a name and a host of the plain characters, no blank, at most 254
 * bytes. */
bool eni_mail_address_ok(struct eni_str address);
/* The address of "NAME <ADDRESS>", or the text itself, trimmed. */
struct eni_str eni_mail_address(struct eni_str text);
/* Its NAME, without the quotation marks around it; empty where there is none. */
struct eni_str eni_mail_name(struct eni_str text);

/* Appends an unstructured header's text: as it is where it is short plain ASCII, else as encoded words (RFC 2047). */
void eni_mail_text(struct eni_buf *out, struct eni_str text);

/* Writes n messages.  from and to must be addresses (eni_mail_address_ok). */
void eni_mail_write(FILE *out, const struct eni_mail *mail, size_t n);

#endif
