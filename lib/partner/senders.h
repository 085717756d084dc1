/*
 * Whom a client's cell names: who sent them (referrer), or who looks after them (caremanager).  Room: partner.
 * A cell is an id or a unique name of a referrer, or of a client who referred others (word of mouth); in `referrer` a word for a
 * kind of referrer, such as 口碑, stands for all there are of it; any other text stands for itself (decisions 34 and 36).
 * Referrers are numbered as in their file, the others behind them as they come up.
 */
#ifndef ENI_PARTNER_SENDERS_H
#define ENI_PARTNER_SENDERS_H

#include "book/book.h"

struct eni_sender {
	struct eni_str id; /* as it is printed: an id, the code of a kind, or the text */
	uint32_t subject;  /* ENI_NONE: not on file */
	int kind;          /* of ENI_V_REFERRER_KIND; 0: not known */
};

struct eni_senders {
	struct eni_book *book;
	const char *field;
	size_t col, kind, person, org, name; /* columns */
	struct eni_arena arena;
	struct eni_map by_cell, by_id;
	struct eni_sender *one;
	size_t n, cap;
};

/* Zero-initialise.  field: "referrer" or "caremanager".  Asks for the columns; before loading. */
void eni_senders_want(struct eni_senders *s, struct eni_book *b, const char *field);
/* After loading: the referrers, named or not. */
void eni_senders_begin(struct eni_senders *s);
/* Who is named by this client's cell; ENI_NONE when it is empty.  Warns, once for each text, of those who are not on file. */
uint32_t eni_senders_of(struct eni_senders *s, uint32_t client);
/* The sender that this subject is; ENI_NONE when it is no referrer and was not named so far. */
uint32_t eni_senders_find(const struct eni_senders *s, uint32_t subject);
void eni_senders_free(struct eni_senders *s);

#endif
