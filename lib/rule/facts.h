/*
 * Everything the rules may know about everybody, gathered in one pass over each file.  Room: rule.
 *
 * eni_facts_prepare resolves the names in rules and --where, and asks the sheets for the columns they need; after the book was
 * loaded eni_facts_gather folds visits, incidents and the journal into fixed slots: per person the last real contact, absences, a
 * refusal; per person and rule that may speak how often and when it was answered.  Memory depends on people and the rules that may
 * speak for them, never on the journal's length (rules for visits and incidents keep one small row for each row they speak for).
 */
#ifndef ENI_RULE_FACTS_H
#define ENI_RULE_FACTS_H

#include "rule/gate.h"
#include "rule/seats.h"

/* Derived fields (decision 10 and RECORDS section 1); positions in eni_derived(). */
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
	ENI_FACT_FREE_SLOTS,
	ENI_FACT_OFFICE_KIND,
	ENI_FACTS
};
extern const char *const eni_fact_name[ENI_FACTS];

enum eni_source { ENI_FROM_CLIENT, ENI_FROM_REFERRER, ENI_FROM_ROW, ENI_FROM_FACT, ENI_FROM_TASK };

/* What a rule needs at run time besides what it says. */
struct eni_live {
	bool alive;        /* the parts that are the same for everybody (office_kind) hold */
	uint16_t statuses; /* bit code: the client statuses it may speak for */
	enum eni_source anchor_from;
	int anchor_at; /* column, stream field or fact */
};

/* One rule that may speak for one subject. */
struct eni_slot {
	uint16_t rule;
	uint16_t count;
	int32_t since; /* packed: contacts from here on answer */
	int32_t last;  /* packed: the latest answer */
};

/* A visit or incident some rule speaks for. */
struct eni_event {
	uint32_t client;
	uint16_t rule;
	bool answered;
	int32_t date; /* packed */
	int32_t answered_at;
	uint32_t nth; /* row number in its file */
};

/* A date set by hand in the journal (decision 15). */
struct eni_promise {
	uint32_t subject;
	uint32_t nth;
	int32_t at, next; /* packed */
	uint8_t channel, to;
	bool answered;
};

/* A journal or visit row that could not be used; told only when its person is listed (decision 48). */
struct eni_pending {
	uint32_t subject;
	struct eni_place place;
	const char *field;
};

struct eni_absence {
	int32_t attended, last_absent; /* days */
	uint32_t list;                 /* days of absence after the last attendance */
};

/* What the journal says of one subject, close together: a row touches it once. */
struct eni_person {
	uint32_t first_slot;
	int32_t last_contact; /* packed */
	uint16_t slots;
	bool refused;
	bool aside; /* a needed anchor was unusable: the person is not answered */
};

struct eni_absent_day {
	int32_t day;
	uint32_t next; /* or ENI_NONE */
};

struct eni_facts {
	struct eni_book *book;
	const struct eni_rules *rules;
	const struct eni_almanac *almanac;
	struct eni_diag *diag;
	struct eni_arena arena;
	struct eni_live *live; /* one per rule */
	uint32_t needs;        /* bits of enum eni_fact */
	/* Matchers about whom a client's field names: when the book is there, their words become ids, as the cells' do. */
	struct eni_naming {
		struct eni_match *match;
		const struct eni_field *field;
		const struct eni_str *word; /* as written */
	} * named;
	size_t n_named, cap_named;
	bool labels;    /* only rules without a cadence are resolved: nobody is owed a task here */
	bool all_slots; /* keep slots also for rules the gate stops (why, facts) */
	/* client columns; SIZE_MAX: not wanted */
	size_t status, reason, optout, sour, visit_end, inquiry_at, consent_from, consent_kind, adl, gb_score, cognition, term[4],
	    own_slots;
	size_t consent_contact, consent_share, consent_story; /* yes-fields; see eni_facts_want_consent */
	bool consents;
	size_t ref_since, ref_optout;
	struct eni_seat_cols seat_cols;
	struct eni_seats seats;
	uint16_t *by_status[16];     /* rules that may speak for a status: indexes, ended by UINT16_MAX */
	struct eni_person *person;   /* per subject */
	struct eni_absence *absence; /* per client, or NULL */
	struct eni_absent_day *absent_day;
	size_t n_absent_days, cap_absent_days;
	uint8_t *falls; /* per client: care-risk events in the last 30 days, or NULL */
	struct eni_slot *slot;
	size_t n_slots, cap_slots;
	struct eni_event *event;
	size_t n_events, cap_events;
	struct eni_promise *promise;
	size_t n_promises, cap_promises;
	uint32_t *promise_of;  /* per subject, or NULL */
	size_t answered_today; /* journal rows of today that answer a rule: limits: per_day */
	bool recents;          /* somebody asks for */
	int32_t recent_after;  /* the day: see eni_facts_want_recent */
	bool *recent;          /* per subject, or NULL: the journal has a row after that day */
	struct eni_pending *pending;
	size_t n_pending, cap_pending;
};

/* 0, or -1 after eni_fail: a name nobody knows, with the nearest known one; a word that is none. */
int eni_facts_prepare(
    struct eni_facts *f, struct eni_book *b, const struct eni_rules *r, const struct eni_almanac *a, struct eni_diag *d);
/* The same for the reception: resolves the rules without a cadence (tags, routes, acceptance) instead, so that followup does not
 * pay for their columns, nor intake for the journal. */
int eni_facts_prepare_labels(
    struct eni_facts *f, struct eni_book *b, const struct eni_rules *r, const struct eni_almanac *a, struct eni_diag *d);
/* Resolves all matchers of one more rule (office.accept).  0 or -1. */
int eni_facts_resolve_rule(struct eni_facts *f, struct eni_rule *r);
/* Resolves one more matcher (--where) for the clients (or referrers, staying in task columns when task_columns).  0 or -1. */
int eni_facts_resolve(struct eni_facts *f, struct eni_match *m, enum eni_for subject, bool task_columns);
/* Asks for a derived field (verb facts, -f). */
void eni_facts_need(struct eni_facts *f, enum eni_fact fact);
/* The words of such matchers as ids: see `named`.  After loading; eni_facts_gather does it. */
void eni_facts_settle_named(struct eni_facts *f);
/* 0 or -1 when reading had to stop. */
int eni_facts_gather(struct eni_facts *f);
void eni_facts_free(struct eni_facts *f);

/* The derived field of that name, or ENI_FACTS. */
enum eni_fact eni_fact_find(struct eni_str name);
/* Its value for a subject; texts live until the next call. */
struct eni_value eni_fact_value(struct eni_facts *f, enum eni_fact fact, uint32_t subject);
/* Appends it as it is printed. */
void eni_fact_text(struct eni_facts *f, enum eni_fact fact, uint32_t subject, struct eni_buf *out);

/* The value a matcher looks at; `row` only for rules about visits and incidents while they are read. */
struct eni_value eni_facts_value(struct eni_facts *f, const struct eni_match *m, uint32_t subject, const struct eni_stream *row);
/* The first matcher of the rule that does not hold, or NULL. */
const struct eni_match *eni_facts_unfit(
    struct eni_facts *f, const struct eni_rule *r, uint32_t subject, const struct eni_stream *row);

/* Asks for what people agreed to, for doors that need a yes; before loading. */
void eni_facts_want_consent(struct eni_facts *f);
/* Asks who has a journal row within so many days back; before gathering. */
void eni_facts_want_recent(struct eni_facts *f, int32_t days);
struct eni_standing eni_facts_standing(const struct eni_facts *f, uint32_t subject);
/* The anchor of a rule for clients, referrers or the office. */
struct eni_when eni_facts_anchor(struct eni_facts *f, size_t rule, uint32_t subject);
/* The anchor of a visit or incident: its own date, or a field of the client the rule names. */
struct eni_when eni_event_anchor(struct eni_facts *f, const struct eni_event *e);
bool eni_facts_anchor_bad(const struct eni_facts *f, size_t rule, uint32_t subject);

/* Whether a name is a field, derived field, column or header somebody knows (decision 7); else the nearest known word or NULL in
 * *near. */
bool eni_name_known(const struct eni_book *b, enum eni_kind kind, struct eni_str name, const char **near);

#endif
