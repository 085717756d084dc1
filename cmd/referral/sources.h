/*
 * Reports about those who send us people, or look after them: the report with the senders its operands and --where choose.
 * Room: cmd/referral.
 *
 *     eni_sources_open     headers known, --where and the period resolved, the columns of senders asked for
 *     (the verb asks for its own)
 *     eni_sources_load     everything read
 */
#ifndef ENI_REFERRAL_SOURCES_H
#define ENI_REFERRAL_SOURCES_H

#include "cli/report.h"
#include "partner/senders.h"

struct eni_sources {
	struct eni_report report;
	struct eni_senders senders;
};

/* field: the clients' column that names them.  0, or -1 after eni_fail; eni_sources_close in every case. */
int eni_sources_open(struct eni_sources *s, struct eni_run *run, const char *field);
int eni_sources_load(struct eni_sources *s);
/* Whether operands and --where choose this sender.  Who is no referrer on file is known by its kind alone. */
bool eni_sources_takes(struct eni_sources *s, uint32_t sender);
/* The senders in the order of their ids' bytes: s->senders.n of them, in the run's arena. */
const uint32_t *eni_sources_sorted(struct eni_sources *s);
/* How a sender is printed: a word for a kind stands in the reader's language where people read it. */
struct eni_str eni_source_id(const struct eni_print *p, const struct eni_sender *sender);
void eni_sources_close(struct eni_sources *s);

#endif
