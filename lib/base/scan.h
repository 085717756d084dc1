/*
 * Reading one short value (a day, a number, a price) from left to right, in its NFKC form and without blanks around it.
 * Room: base; shared by bounds.c, day_read.c, num.c and real.c alone.
 */
#ifndef ENI_BASE_SCAN_H
#define ENI_BASE_SCAN_H

#include "base/mem.h"

enum { ENI_SCAN_LONGEST = 128, ENI_SCAN_ROOM = 384 };

/* Not to be copied: rest may point into room.  To go back, keep `rest` alone. */
struct eni_scan {
	struct eni_str rest; /* what has not been read yet */
	char room[ENI_SCAN_ROOM];
};

/* 1: ready; 0: s is empty or blank; -1: longer than ENI_SCAN_LONGEST bytes or no UTF-8, so no value at all. */
int eni_scan_open(struct eni_scan *s, struct eni_str value);

/* Passes over word if it comes next (ASCII letters of any case); the empty word always does. */
bool eni_scan_pass(struct eni_scan *s, const char *word);
/* The same for the first of n words that fits. */
bool eni_scan_pass_any(struct eni_scan *s, const char *const *word, size_t n);
/* Passes over blanks; true when there were any. */
bool eni_scan_blanks(struct eni_scan *s);
/* Reads at most `most` (up to 9) ASCII digits; returns how many, and their value. */
size_t eni_scan_digits(struct eni_scan *s, size_t most, int *value);

static inline bool
eni_scan_done(const struct eni_scan *s)
{
	return s->rest.n == 0;
}

static inline bool
eni_is_digit(char c)
{
	return c >= '0' && c <= '9';
}

#endif
