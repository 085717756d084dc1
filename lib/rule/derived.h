/*
 * Derived fields: what is worked out of the records (enishi-records(5); decision 10).  Room: rule.
 * Rules, --where and -f name them like any other field; their columns are read only when one is asked for.
 */
#ifndef ENI_RULE_DERIVED_H
#define ENI_RULE_DERIVED_H

#include "rule/match.h"
#include "rule/seats.h"

/* The derived fields, and the stored ones that are worked out where the record does not say them (consent_until, age).  Their rows
 * in the schema stand in an order of their own: eni_fact_field. */
enum eni_fact {
	ENI_FACT_LAST_CONTACT,
	ENI_FACT_ABSENT_RUN,
	ENI_FACT_LAST_ABSENT,
	ENI_FACT_CONSENT_UNTIL,
	ENI_FACT_OPEN_DAYS,
	ENI_FACT_TERMS_MISSING,
	ENI_FACT_BAND,
	ENI_FACT_GB_LEVEL,
	ENI_FACT_RECEIVED_AT,
	ENI_FACT_READY_AT,
	ENI_FACT_END_SETTLED,
	ENI_FACT_TRIAL_MID,
	ENI_FACT_HERE_LAST_MONTH,
	ENI_FACT_HOUSE_RULE,
	ENI_FACT_FREE_SLOTS,
	ENI_FACT_CAUSE_UNCLEAR,
	ENI_FACT_DEATH_NOTED,
	ENI_FACT_OFFICE_KIND,
	ENI_FACT_STORY_MISSING,
	ENI_FACT_AGE,
	ENI_FACTS
};
extern const char *const eni_fact_name[]; /* their names */

/* What is asked for, and where it comes from: columns of the fields that are needed. */
struct eni_derived {
	uint32_t needs;               /* bits of enum eni_fact */
	size_t visit_end, inquiry_at; /* last contact, received at; age */
	size_t referrer_since;        /* last contact */
	size_t consent_from, consent_kind, consent_until;
	size_t ready_date, signed_date; /* ready at */
	size_t term[4];
	size_t reason_note;                   /* house rule */
	size_t adl;                           /* band */
	size_t gb_score, cognition;           /* GB level */
	size_t own_slots;                     /* free slots */
	size_t birth, age;                    /* age */
	struct eni_seat_columns seat_columns; /* open days, free slots, cause unclear */
	struct eni_seats seats;
};

struct eni_facts;

/* The derived field of that name, or ENI_FACTS; and its row in the schema. */
enum eni_fact eni_fact_find(struct eni_str name);
const struct eni_field *eni_fact_field(enum eni_fact fact);

/* Asks for a derived field; before loading. */
void eni_facts_need(struct eni_facts *f, enum eni_fact fact);
/* Whether it was asked for. */
bool eni_facts_needs(const struct eni_facts *f, enum eni_fact fact);
/* Its value for a subject, once gathered; texts live as long as the facts. */
struct eni_value eni_fact_value(struct eni_facts *f, enum eni_fact fact, uint32_t subject);
/* Whether the list says another end of a doctor's consent than its day and kind give; with ENI_FACT_CONSENT_UNTIL. */
bool eni_consent_is_odd(const struct eni_facts *f, uint32_t client);
/* Appends it as it is printed. */
void eni_fact_text(struct eni_facts *f, enum eni_fact fact, uint32_t subject, struct eni_buf *out);
/* The day a client or partner came to us, from which the last contact counts before there is one; with ENI_FACT_LAST_CONTACT. */
struct eni_when eni_facts_came(const struct eni_facts *f, uint32_t subject);

#endif
