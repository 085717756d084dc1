/*
 * Who decides for each client, as recipients are counted: one person may be two of them, the daughter who decides both family and
 * decision_maker, the care manager who sent us the client both caremanager and referrer, and whoever reached them reached both.
 * Room: rule.
 */
#ifndef ENI_RULE_DECIDERS_H
#define ENI_RULE_DECIDERS_H

#include "book/book.h"

struct eni_deciders {
	struct eni_book *book;
	size_t name, family, relation, decision_maker, caremanager, referrer; /* columns of the clients */
	uint8_t *is; /* per client: what was found out so far; NULL before anything was asked */
};

/* Before loading. */
void eni_deciders_want(struct eni_deciders *d, struct eni_book *b);
void eni_deciders_free(struct eni_deciders *d);

/* Whether two recipients (codes of ENI_V_TO) are one person for this subject; one is always oneself. */
bool eni_deciders_are_one(struct eni_deciders *d, uint32_t subject, int a, int b);
/* The other recipient who is the same person for this subject: of decision_maker family or client, of referrer caremanager, and the
 * other way round; 0: there is none. */
int eni_deciders_same(struct eni_deciders *d, uint32_t subject, int to);

#endif
