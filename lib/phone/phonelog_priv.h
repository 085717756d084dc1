/* What the readers of phone logs share.  Private to room phone. */
#ifndef ENI_PHONE_PHONELOG_PRIV_H
#define ENI_PHONE_PHONELOG_PRIV_H

#include "phone/phonelog.h"

enum { ENI_LOG_FIELDS = 16 };

/* One log being read.  at[k]: the column of field k of its shape, or SIZE_MAX. */
struct eni_log_input {
	struct eni_phonelog *log;
	struct eni_reader *reader;
	const char *file;
	const struct eni_str *header;
	size_t n_header;
	size_t at[ENI_LOG_FIELDS];
	const struct eni_field *field[ENI_LOG_FIELDS]; /* of named columns */
	struct eni_row row;
	struct eni_buf buf;
	struct eni_unknown_words *unknown;
};

static inline struct eni_str
eni_log_cell(const struct eni_log_input *in, size_t k)
{
	return in->at[k] == SIZE_MAX ? (struct eni_str){"", 0} : in->row.cell[in->at[k]];
}

/* The shape is settled: only its first `fields` fields are looked at. */
void eni_log_want(struct eni_log_input *in, size_t fields);
/* Sets the present row aside: 0 to go on, -1 under --strict. */
int eni_log_reject(struct eni_log_input *in, const char *field, const char *reason);
/* The moment of a cell, with its second; false when it has none. */
bool eni_log_moment(struct eni_log_input *in, struct eni_str cell, struct eni_call *c);
/* Which number the cell holds; ENI_NONE: withheld. */
uint32_t eni_log_number(struct eni_log_input *in, struct eni_str cell);
void eni_log_add(struct eni_phonelog *l, const struct eni_call *c);

/* ---- numbers ---- */

/* Fewer digits are a telephone of the house. */
enum { ENI_SHORTEST_OUTSIDE = 7 };
bool eni_number_is_short(struct eni_str number);
bool eni_number_is_outside(struct eni_str number);

/* ---- calls of several rows ---- */

/* A call in the making.  Legs that turned out to be one call point to it. */
struct eni_leg {
	struct eni_call call;
	uint32_t same; /* the leg it belongs to, or itself */
	bool local;    /* known so far from a leg within the telephone system alone: it says nothing of who rang whom */
};

/* Zero-initialise. */
struct eni_legs {
	struct eni_arena arena; /* of keys */
	struct eni_map by_key;
	struct eni_leg *leg;
	size_t n, cap;
};

/* Adds a leg, a call of its own as yet; returns its number. */
uint32_t eni_legs_add(struct eni_legs *l, const struct eni_call *call, bool local);
/* Puts the leg's call under one more key; what was there under that key is the same call. */
void eni_legs_join(struct eni_legs *l, struct eni_str key, uint32_t leg);
/* Gives the calls to the log, in the order of their first rows, but for those within the house (dir 0); frees. */
void eni_legs_end(struct eni_legs *l, struct eni_phonelog *log);

/* ---- shapes ---- */

/* Whether the input is a CDR; then its columns are settled (and a header that was none is a record again). */
bool eni_cdr_is(struct eni_log_input *in);
int eni_cdr_read(struct eni_log_input *in);

/* Any other log: columns known by their headers.  -1 after eni_fail, where they are not enough. */
int eni_named_read(struct eni_log_input *in);

#endif
