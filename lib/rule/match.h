/*
 * Matchers: the words of `when` and of --where (enishi-rules(5), Matchers).  Room: rule.
 *   value | [a, b] | any | none | not a b | has a b | 61..99 | at least N | at most N | over N | under N | older 30d | within 30d |
 * next 30d A matcher is parsed once, resolved against its field's type once, and tested against typed values.
 */
#ifndef ENI_RULE_MATCH_H
#define ENI_RULE_MATCH_H

#include "base/bounds.h"
#include "base/day.h"
#include "base/diag.h"
#include "form/tree.h"
#include "rec/kinds.h"

/* A cell, read as its type says. */
enum eni_value_type {
	ENI_VALUE_EMPTY,
	ENI_VALUE_CODE,
	ENI_VALUE_WHEN,
	ENI_VALUE_NUMBER,
	ENI_VALUE_BOUNDS,
	ENI_VALUE_BITS,
	ENI_VALUE_TEXT
};
struct eni_value {
	enum eni_value_type type;
	union {
		int code;                 /* of the field's vocabulary */
		struct eni_when when;     /* */
		int64_t number;           /* times ENI_NUM_SCALE */
		struct eni_bounds bounds; /* the same; a matcher holds when it holds for every number of it */
		uint64_t bits;            /* weekdays (ENI_WEEKDAY_BITS), or 1 << code for lists of codes */
		struct eni_str text;
	} as;
};
#define ENI_EMPTY_VALUE ((struct eni_value){ENI_VALUE_EMPTY, {0}})
static inline struct eni_value
eni_value_when(struct eni_when w)
{
	return eni_is_day(w) ? (struct eni_value){ENI_VALUE_WHEN, {.when = w}} : ENI_EMPTY_VALUE;
}
static inline struct eni_value
eni_value_code(int code)
{
	return code > 0 ? (struct eni_value){ENI_VALUE_CODE, {.code = code}} : ENI_EMPTY_VALUE;
}
static inline struct eni_value
eni_value_bits(uint64_t bits)
{
	return bits != 0 ? (struct eni_value){ENI_VALUE_BITS, {.bits = bits}} : ENI_EMPTY_VALUE;
}

enum eni_op { ENI_OP_IS, ENI_OP_NOT, ENI_OP_HAS, ENI_OP_ANY, ENI_OP_RANGE, ENI_OP_OLDER, ENI_OP_WITHIN, ENI_OP_NEXT };

struct eni_match {
	struct eni_str field;
	enum eni_op op;
	struct eni_place place;
	const struct eni_node *node; /* the matcher as written */
	struct eni_str *word;        /* the words of is, not, has as written; `none` among them sets or_empty */
	size_t n_words;
	bool or_empty;
	struct eni_str from, to; /* range: as written; empty: open end */
	bool over, under;        /* the ends are excluded */
	struct eni_span span;    /* older, within, next */
	/* resolved: */
	enum eni_type type;
	enum eni_vocab vocab;
	uint64_t codes;   /* bits 1 << code, or weekday bits */
	int64_t *numbers; /* numbers of is and not */
	int64_t lo, hi;   /* range of numbers, or of days (minutes) */
	bool range_is_date;
	int column; /* for the caller, by source: which column, derived field or stream field has the value */
	int source; /* enum eni_source */
};

/* Parses one `field: matcher` pair of a tree.  0 or -1 after eni_fail. */
int eni_match_parse(struct eni_match *m, struct eni_arena *a, const struct eni_node *field, const struct eni_node *value,
    const char *file, struct eni_diag *d);
/* The same from --where text such as 'status: [ended, paused]'. */
int eni_match_parse_where(struct eni_match *m, struct eni_arena *a, const char *text, struct eni_diag *d);

/* Resolves words into codes, numbers or days for a field of that type.  A word the vocabulary does not know is eni_fail with the
 * nearest one. */
int eni_match_resolve(struct eni_match *m, struct eni_arena *a, enum eni_type type, enum eni_vocab vocab, struct eni_diag *d);

/* Whether the value matches on that day. */
bool eni_match_test(const struct eni_match *m, struct eni_value v, int32_t today);
/* Whether the matcher would hold for an empty field. */
bool eni_match_takes_empty(const struct eni_match *m);

/* Appends the matcher as it was written: "reason: [unknown, none]". */
void eni_match_text(struct eni_buf *out, const struct eni_match *m);

/* Reads a text cell as its field says, for values that are not kept typed.  *usable is false when it could not be read (then
 * EMPTY); a word that is not understood is unread, a value like any other. */
struct eni_value eni_value_read(const struct eni_field *f, struct eni_str cell, int32_t today, bool *usable);

#endif
