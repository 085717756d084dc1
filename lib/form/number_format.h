/*
 * What a spreadsheet shows of a number: a day, a time, digits with zeros in front, a word.  Room: form.
 * A number format has up to four sections, `positive;negative;zero;text` or `[<=999]one;another`.  A cell holds the number alone;
 * that it is a day, or that 9012345678 is the telephone number 090-1234-5678, is said by its format.
 *
 * What comes out is what the cell says, in the form our readers know best: days and months in ISO whatever the format (eras too),
 * times as 9:05, elapsed hours as 26:30, all else with every digit the number has; thousands are not separated, and of the text
 * around a number only words stay (3割, 要介護2), no signs of money.
 */
#ifndef ENI_FORM_NUMBER_FORMAT_H
#define ENI_FORM_NUMBER_FORMAT_H

#include "base/mem.h"

enum { ENI_NUMBER_SECTIONS = 4 };

/* For which numbers a section is. */
enum eni_number_holds {
	ENI_HOLDS_ALWAYS,
	ENI_HOLDS_BELOW,
	ENI_HOLDS_UP_TO,
	ENI_HOLDS_AT,
	ENI_HOLDS_BUT,
	ENI_HOLDS_FROM,
	ENI_HOLDS_ABOVE
};

/* One section: when it holds, and what it shows. */
struct eni_number_section {
	struct eni_str code;
	enum eni_number_holds holds;
	double limit;
	unsigned parts; /* of a day and a time: number_format.c */
	bool chinese;   /* whose weekdays */
	size_t digits;  /* places for digits */
	bool mask;      /* zeros in front or text between the digits are to be kept */
	bool percent;
	bool words; /* letters stand in its text */
};

struct eni_number_format {
	struct eni_number_section section[ENI_NUMBER_SECTIONS];
	size_t n;
	bool conditions; /* some section says when it holds */
	bool plain;      /* the number is shown as it is */
};

/* Takes a format code to pieces; the code must outlive *f.  Any bytes make a format. */
void eni_number_format_read(struct eni_number_format *f, struct eni_str code);
/* The code of a format that every spreadsheet has built in, or "". */
struct eni_str eni_number_format_built_in(unsigned id);

/* Appends what is shown of a finite number.  since_1904: days count from 1904-01-01, as old Macintoshes had it. */
void eni_number_show(struct eni_buf *out, const struct eni_number_format *f, double v, bool since_1904);

#endif
