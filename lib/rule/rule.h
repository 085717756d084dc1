/*
 * Rules: id / for / when / do, one form for everything (enishi-rules(5)).  Room: rule.
 * The built-in playbook, the book's own rules and -r files are read by the same code; a later rule of the same id replaces the
 * earlier one whole and keeps its place, `off: [ids]` switches off (decision 13).
 */
#ifndef ENI_RULE_RULE_H
#define ENI_RULE_RULE_H

#include "base/text.h"
#include "book/office.h"
#include "rule/calendar.h"
#include "rule/match.h"

enum eni_for { ENI_FOR_CLIENTS, ENI_FOR_REFERRERS, ENI_FOR_VISITS, ENI_FOR_INCIDENTS, ENI_FOR_OFFICE, ENI_FOR_CONTACTS, ENI_FORS };

enum eni_class { ENI_CLASS_CARE, ENI_CLASS_REVIVE, ENI_CLASS_SALES, ENI_CLASS_DEADLINE, ENI_CLASS_OFFICE, ENI_CLASSES };

/* What the cadence counts from. */
enum eni_anchor {
	ENI_ANCHOR_FIELD, /* a date field of the row or, where its kind has none of that name, of the client */
	ENI_ANCHOR_LAST_CONTACT,
	ENI_ANCHOR_DEATH, /* the day of death, else the end of the stay; `or today` in any case */
	ENI_ANCHOR_MONTH, /* start of the current month, quarter, week (Monday); today */
	ENI_ANCHOR_QUARTER,
	ENI_ANCHOR_WEEK,
	ENI_ANCHOR_TODAY,
	ENI_ANCHORS
};
/* As rules write it; "" for a field. */
const char *eni_anchor_word(enum eni_anchor anchor);

/* Besides the words, in their number space: do.channel: prefer; do.channel and do.to: same (as in the journal row). */
enum { ENI_CHANNEL_PREFER = ENI_CODES, ENI_AS_ROW };

enum { ENI_RULE_TOS = 3 };

/* What is said of clients with that status, in place of what is said of others. */
struct eni_say_of {
	int status;
	struct eni_str say;
};

struct eni_rule {
	struct eni_str id;
	struct eni_str title[ENI_LANGS]; /* what people call it; empty: it has none (titles.h) */
	enum eni_for subject;
	struct eni_match *when;
	size_t n_when;
	struct eni_place place; /* where it was written */
	const char *origin;     /* "built-in", or the file as the user named it */
	struct eni_place cadence_at;
	bool has_cadence;      /* a follow-up rule; others are tags, routes, acceptance ... */
	int channel, to;       /* codes, ENI_CHANNEL_PREFER, ENI_AS_ROW; to is the first of tos */
	int tos[ENI_RULE_TOS]; /* of several the first who is on file */
	size_t n_tos;
	struct eni_str say;
	struct eni_say_of *say_of;
	size_t n_say_of;
	enum eni_anchor anchor;
	struct eni_str anchor_field;
	bool or_today;                 /* where the anchor has no day the rule is due today, until it is answered */
	struct eni_span offset, every; /* every.n 0: none; offset.n has the sign */
	int stop_count;                /* 0: none */
	struct eni_span stop_after;    /* n 0: none */
	uint32_t *closes;              /* rules that a real contact for this one answers, too: their indexes */
	size_t n_closes;
	const struct eni_node *missing; /* the fields that `check` asks for where it holds; NULL: it asks for none */
	bool invites;                   /* it asks them to come: silent while an appointment lies ahead */
	struct eni_str one_per;         /* clients with one word in that field are one task (groups.h); empty: each is one */
	enum eni_class class;
	bool offer; /* offers somebody something, where others ask or tell */
	enum eni_roll roll;
	int days_from, days_to;      /* 0: no window */
	int priority;                /* 1..3 */
	const struct eni_node *node; /* as written, for `rules` and for verbs that read other keys of do */
};

struct eni_rules {
	struct eni_arena arena;
	struct eni_rule **rule; /* in rule order; switched-off ones are gone */
	size_t n, cap;
	struct eni_map by_id;
	struct eni_map by_title; /* folded, in any language */
};

/*
 * Reads the rules in force: built-in (or the office's playbook: in its place), the office's playbook_add:, then the files of -r.
 * Checks ids, titles, subjects, keys, codes and cadences; matchers are parsed but their fields are resolved by eni_rules_resolve,
 * once the headers at hand are known.  0 or -1 after eni_fail naming file and line, with the nearest known word.
 */
int eni_rules_read(
    struct eni_rules *r, const struct eni_office *o, const char *dir, const char *const *file, size_t n_files, struct eni_diag *d);
/* Reads one list of rules into an empty *r, a set of its own (office.accept: its ids are not the playbook's).  0 or -1 likewise. */
int eni_rules_read_list(struct eni_rules *r, const struct eni_node *list, const char *file, struct eni_diag *d);
void eni_rules_free(struct eni_rules *r);
/* What it says of a client with that status; 0: of anybody else. */
struct eni_str eni_rule_say(const struct eni_rule *r, int status);
/* Whether such words tell a story of the office's: the code `story`. */
static inline bool
eni_say_is_story(struct eni_str say)
{
	return eni_str_is(say, "story");
}
/* Whether the rule tells stories, to whomever. */
bool eni_rule_tells_stories(const struct eni_rule *r);
/* Whether a contact of that rule (an index) answers the other, too. */
bool eni_rule_closes(const struct eni_rules *r, uint32_t rule, size_t other);
/* Index of the rule of that id or title, or ENI_NONE. */
uint32_t eni_rules_find(const struct eni_rules *r, struct eni_str word);

/* What is compiled in, as the YAML it is, and what messages call it. */
struct eni_builtin {
	const char *file;
	struct eni_str yaml;
};
struct eni_builtin eni_builtin_playbook(void);
enum { ENI_BUILTIN_TEXTS = 3 };
/* texts.yaml, pages.yaml, labels.yaml; i below ENI_BUILTIN_TEXTS. */
struct eni_builtin eni_builtin_texts(size_t i);

/* Writes the rules in force as YAML, each with its origin (verb rules). */
void eni_rules_print(const struct eni_rules *r, struct eni_buf *out);

#endif
