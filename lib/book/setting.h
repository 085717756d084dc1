/*
 * The settings of office.yaml, read into an office whose defaults are set.  Room: book; only office.c and setting*.c see this.
 */
#ifndef ENI_BOOK_SETTING_H
#define ENI_BOOK_SETTING_H

#include "book/office.h"

struct eni_load {
	struct eni_office *o;
	struct eni_diag *d;
};

struct eni_setting {
	const char *path; /* "calendar.open" */
	/* 0, or -1 after eni_fail */
	int (*read)(struct eni_load *l, const struct eni_setting *s, const struct eni_node *v);
	size_t at;        /* the member of struct eni_office it fills, if any */
	const char *want; /* what would be right */
	const char
	    *readers; /* "churn seats, reopen; followup": commands, and which of their verbs; "all": every one; NULL: a section */
};
/* All of them, sections among them; static. */
const struct eni_setting *eni_settings(size_t *n);

/* Reads every key below o->root (a map); each fault is reported.  0 or -1. */
int eni_settings_read(struct eni_office *o, struct eni_diag *d);
/* Says what is wanted at v's line; -1. */
int eni_setting_refuse(struct eni_load *l, const struct eni_setting *s, const struct eni_node *v);
struct eni_place eni_setting_place(const struct eni_load *l, const struct eni_node *v);

/* aliases: HEADER: FIELD or FIELD: [HEADER, ..]; values: FIELD: {WORD: CODE}. */
int eni_aliases_take(struct eni_load *l, const struct eni_setting *s, const struct eni_node *v);
int eni_values_take(struct eni_load *l, const struct eni_setting *s, const struct eni_node *v);
/* stories: a list of {id, text, of}. */
int eni_stories_take(struct eni_load *l, const struct eni_setting *s, const struct eni_node *v);
/* Appends the key under which an office's own word of a field is kept in o->values. */
void eni_value_key(struct eni_buf *out, struct eni_str field, struct eni_str word);

/* Small texts (NFKC, trimmed); false when they cannot be read. */
bool eni_whole_read(struct eni_str s, int32_t low, int32_t high, int32_t *out);
/* "11..20", "11-20", or one number for both ends. */
bool eni_bounds_read(struct eni_str s, int32_t low, int32_t high, int32_t *from, int32_t *to);
/* What eni_weekdays_parse reads, and "mon..sat"; "sat..mon" runs over the week's end. */
bool eni_weekdays_read(struct eni_str s, uint32_t *bits);
bool eni_hours_read(struct eni_str s, struct eni_hours *h);
/* A day or a range: 2026-08-13, 08-13 (every year), 12-29..01-03. */
bool eni_range_read(struct eni_str s, struct eni_range *r);

/* Whether this machine knows the time zone. */
bool eni_zone_known(struct eni_str zone);

#endif
