/*
 * Everything the rules can see, gathered in one pass over each file.  Room: rule.
 *
 * Order of use: eni_facts_prepare resolves the names in the rules and asks the sheets for the columns they need; the caller asks
 * for more (eni_facts_resolve, _need, _want_consent, _want_recent); after the book was loaded and indexed eni_facts_gather folds
 * visits, incidents and the journal; then facts are asked for.  A call out of order is a bug, caught by an
 * assertion.
 *
 * Memory depends on people and the rules that may speak for them, never on the journal's length (rules for visits and incidents
 * keep one small row for each row they speak for).
 */
#ifndef ENI_RULE_FACTS_H
#define ENI_RULE_FACTS_H

#include "rule/absences.h"
#include "rule/deciders.h"
#include "rule/derived.h"
#include "rule/events.h"
#include "rule/gate.h"
#include "rule/groups.h"
#include "rule/promises.h"
#include "rule/stories.h"
#include "rule/tries.h"

/* Where the value of a name comes from: eni_match.source. */
enum eni_source { ENI_FROM_CLIENT, ENI_FROM_REFERRER, ENI_FROM_ROW, ENI_FROM_FACT, ENI_FROM_OWN };

/* A rule bound to the book: what it needs at run time besides what it says. */
struct eni_rule_bound {
	bool alive;        /* the parts that are the same for everybody (office_kind) hold */
	uint64_t statuses; /* bits 1 << code: the client statuses it may speak for */
	enum eni_source anchor_from;
	int anchor_at;            /* column, stream field or fact */
	struct eni_match one_per; /* of a rule that has it: where to look */
	bool no_column;           /* no file has the anchor's, and no matcher of the rule asks for it */
	bool missed;              /* so it was silent about somebody for whom it would have spoken (eni_plan_tasks) */
};

/* One rule that may speak for one person, and how it was answered since its anchor. */
struct eni_rule_tally {
	uint16_t rule;
	uint16_t count;
	int32_t since; /* packed: touches from here on answer */
	int32_t last;  /* packed: the latest answer */
};

/* What the journal says of one subject, close together: a row touches it once. */
struct eni_person {
	uint32_t first_tally; /* of its own, one behind the other */
	int32_t last_contact; /* packed */
	uint32_t first_tried; /* of its tries, or ENI_NONE */
	uint16_t tallies;
	bool refused : 1, refused_lately : 1; /* ever; since the present or last stay began */
	bool returned : 1;                    /* since that stay ended */
	bool mourned : 1;                     /* a row of the journal speaks of a death of theirs */
	bool aside : 1;                       /* a needed anchor was unusable: the person is not answered */
};

/* A journal or visit row that could not be used; reported only when its person is listed (decision 48), but for a promise. */
struct eni_pending {
	uint32_t subject;
	struct eni_place place;
	const char *field;
};

/* A touch that was taken back (book/voids.h); moments packed, as in struct eni_touch. */
struct eni_undone {
	uint32_t subject, rule; /* ENI_NONE: none in force */
	int32_t at, next;
	uint8_t channel, to;
	bool contact;
};

/* Who has a journal row after that day, and what was ever taken back: for calendars, which have had both. */
struct eni_recent {
	bool wanted;
	int32_t after;
	bool *has; /* per subject, or NULL: not wanted, or there is no journal */
	struct eni_undone *undone;
	size_t n_undone, cap_undone;
};

enum eni_facts_stage {
	ENI_FACTS_PREPARED,
	ENI_FACTS_GATHERED,
	ENI_FACTS_HEARD /* gathered, and the journal was read for it */
};

struct eni_facts {
	struct eni_book *book;
	const struct eni_rules *rules;
	const struct eni_almanac *almanac;
	struct eni_diag *diag;
	struct eni_arena arena;
	enum eni_facts_stage stage;
	bool labels;                    /* only rules without a cadence are resolved: there are no tasks */
	struct eni_rule_bound *bound;   /* one per rule */
	uint16_t *by_status[ENI_CODES]; /* rules that may speak for a status: indexes, ended by UINT16_MAX */
	/* Matchers about whom a client's field names: when the book is there, their words become ids, as the cells' do. */
	struct eni_naming {
		struct eni_match *match;
		const struct eni_field *field;
		const struct eni_str *word; /* as written */
	} * named;
	size_t n_named, cap_named;
	struct eni_standing_columns standing;
	size_t began[2]; /* with a rule that is due today without its anchor: columns of the clients in which a stay begins */
	struct eni_derived derived;
	struct eni_absences absences;
	uint8_t *falls;            /* per client: care-risk events in the last 30 days, or NULL */
	struct eni_person *person; /* per subject up to the office */
	struct eni_rule_tally *tally;
	size_t n_tallies, cap_tallies;
	size_t answered_today; /* journal rows of today that answer a rule: limits: per_day */
	struct eni_events events;
	struct eni_groups groups;
	struct eni_promises promises;
	struct eni_tries tries;
	struct eni_stories stories;
	struct eni_recent recent;
	struct eni_deciders deciders;
	struct eni_buf row_words; /* of the row at hand, eni_fold_value */
	struct eni_pending *pending;
	size_t n_pending, cap_pending;
};

/* 0, or -1 after eni_fail: an unknown name, with the nearest known one; a word that is none. */
int eni_facts_prepare(
    struct eni_facts *f, struct eni_book *b, const struct eni_rules *r, const struct eni_almanac *a, struct eni_diag *d);
/* The same for the reception: resolves the rules without a cadence (tags, routes, acceptance) instead, but for those about what is
 * missing, so that followup does not pay for their columns, nor intake for the journal. */
int eni_facts_prepare_labels(
    struct eni_facts *f, struct eni_book *b, const struct eni_rules *r, const struct eni_almanac *a, struct eni_diag *d);
/* The days of promises (`next`) that nobody can read: whoever was promised something would be listed on no day. */
void eni_facts_tell_promises(const struct eni_facts *f);
/* Resolves all matchers of one more rule (office.accept).  0 or -1. */
int eni_facts_resolve_rule(struct eni_facts *f, struct eni_rule *r);
/* Resolves one more matcher (--where) for clients or referrers.  both: the list is about either, and a name that is no field of
 * clients may be one of referrers.  0 or -1. */
int eni_facts_resolve(struct eni_facts *f, struct eni_match *m, enum eni_for subject, bool both);
/* Asks for what people agreed to, for ways out that need a yes. */
void eni_facts_want_consent(struct eni_facts *f);
/* Asks who has a journal row within so many days back. */
void eni_facts_want_recent(struct eni_facts *f, int32_t days);
/* The words of such matchers as ids: see `named`.  After loading; eni_facts_gather does it. */
void eni_facts_settle_named(struct eni_facts *f);

/* 0 or -1 when reading had to stop. */
int eni_facts_gather(struct eni_facts *f);
/* Whether a contact by hand with `to` reached whom a rule (an index) of that subject speaks to: the daughter who decides is family
 * and decision_maker. */
bool eni_facts_goes_to(struct eni_facts *f, size_t rule, uint32_t subject, int to);
/* The version of a reminder that was answered so often since its anchor: higher after every answer, and after every one that was
 * taken back.  With eni_facts_want_recent. */
uint32_t eni_facts_sequence(const struct eni_facts *f, uint32_t subject, uint32_t rule, uint32_t answers);
void eni_facts_free(struct eni_facts *f);

/* The value a matcher looks at; `row` only for rules about visits and incidents while they are read. */
struct eni_value eni_facts_value(struct eni_facts *f, const struct eni_match *m, uint32_t subject, const struct eni_stream *row);
/* The first matcher of the rule that does not hold, or NULL. */
const struct eni_match *eni_facts_unfit(
    struct eni_facts *f, const struct eni_rule *r, uint32_t subject, const struct eni_stream *row);
/* Whether a matcher asks for what only the journal may know, so that it is left until that was read. */
bool eni_facts_is_late(const struct eni_match *m);
/* What the gate judges by. */
struct eni_standing eni_facts_standing(const struct eni_facts *f, uint32_t subject);
/* What is on file of a client's consent to tell this recipient: ENI_SHARING_NOT_ON_FILE where a partner would hear of somebody who
 * did not agree, else 0.  After eni_facts_want_consent. */
int eni_facts_sharing(const struct eni_facts *f, uint32_t subject, int to);
/* The tries of a rule to reach a recipient since they were reached; NULL: none. */
const struct eni_tried *eni_facts_tried(const struct eni_facts *f, uint32_t subject, size_t rule, int to);
/* The tally of a rule for a subject; NULL: it may not speak there, or speaks for a group. */
const struct eni_rule_tally *eni_facts_tally(const struct eni_facts *f, uint32_t subject, size_t rule);
/* The anchor of a rule for clients, referrers or the office; of a rule with one_per that of the subject's group. */
struct eni_when eni_facts_anchor(struct eni_facts *f, size_t rule, uint32_t subject);
/* The subject's own, whatever its group says. */
struct eni_when eni_facts_own_anchor(struct eni_facts *f, size_t rule, uint32_t subject);
/* The field in which that day is written: the death rules count from is the day of death or the end of the stay, the last contact
 * of a partner whom nobody has spoken to yet the day of registration.  Empty where no field has it. */
struct eni_str eni_facts_anchor_field(const struct eni_facts *f, size_t rule, uint32_t subject);
/* From when on a contact counts as its answer: as eni_done_since; without an anchor, where the rule is due today, since the stay
 * began. */
struct eni_when eni_facts_done_since(struct eni_facts *f, size_t rule, uint32_t subject);
/* The anchor of a visit or incident: its own date, or a field of the client the rule names. */
struct eni_when eni_event_anchor(struct eni_facts *f, const struct eni_event *e);
/* Whether that field holds something that is no date. */
bool eni_facts_anchor_bad(const struct eni_facts *f, size_t rule, uint32_t subject);

#endif
