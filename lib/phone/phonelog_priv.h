/* What the readers of phone logs share.  Private to room phone: phonelog.c, phonelog_cdr.c. */
#ifndef ENI_PHONE_PHONELOG_PRIV_H
#define ENI_PHONE_PHONELOG_PRIV_H

#include "phone/phonelog.h"

enum { ENI_LOG_FIELDS = 10 };

/* One log being read.  at[k]: the column of field k of its shape, or SIZE_MAX. */
struct eni_log_input {
	struct eni_phonelog *log;
	struct eni_reader *reader;
	const char *file;
	const struct eni_str *header;
	size_t n_header;
	size_t at[ENI_LOG_FIELDS];
	const struct eni_field *field[ENI_LOG_FIELDS]; /* our own format */
	struct eni_row row;
	struct eni_buf buf;
	struct eni_unknown_words unknown;
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

/* Whether the input is a CDR; then its columns are settled (and a header that was none is a record again). */
bool eni_cdr_is(struct eni_log_input *in);
int eni_cdr_read(struct eni_log_input *in);

#endif
