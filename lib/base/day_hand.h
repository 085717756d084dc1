/*
 * The hand in which days are written: seen in the cells of a column, and used to write one more day as its neighbours are.
 * Room: base.  A form is a cell with a letter for each number, as %E%y.%m.%d of R8.11.20; only what gives back the very cell it was
 * taken from is one, so what is not understood (a remark behind the day, a range, a day without its year) is never copied.
 */
#ifndef ENI_BASE_DAY_HAND_H
#define ENI_BASE_DAY_HAND_H

#include "base/day.h"

enum { ENI_HAND_FORMS = 8, ENI_HAND_FORM = 48, ENI_HAND_SHAPES = 64, ENI_HAND_SHAPE = 40 };

struct eni_hand_form {
	char text[ENI_HAND_FORM]; /* UTF-8, ends in a NUL */
	bool wide;                /* its digits are of full width */
	uint32_t n, last;         /* how many cells have it; the number of the last one */
	uint32_t padded, bare;    /* how many of them show a small number as 08, and as 8 */
};

/* What cells of one shape have: a shape is a cell with all its digits alike, but for a 0 before another one.  A journal has a
 * million days and at most some dozens of shapes: with a time, each of four numbers may begin with a 0. */
struct eni_hand_shape {
	char text[ENI_HAND_SHAPE];
	size_t n;
	struct {
		size_t form; /* its place; ENI_HAND_FORMS: none */
		bool padded, bare;
	} day, clock;
};

/* Zero-initialise.  Of more forms than there is room for the first are kept. */
struct eni_day_hand {
	struct eni_hand_form day[ENI_HAND_FORMS], clock[ENI_HAND_FORMS];
	size_t days, clocks;
	struct eni_hand_shape shape[ENI_HAND_SHAPES];
	size_t shapes;
};

/* Looks at a cell, the nth of its column; one that is no day says nothing. */
void eni_day_hand_see(struct eni_day_hand *h, struct eni_str cell, uint32_t nth);
/* Adds what was seen in another column. */
void eni_day_hand_join(struct eni_day_hand *h, const struct eni_day_hand *other);
/* Appends the day, and its time where it has one, in the form that most cells have; of equally many the one seen last.  What h does
 * not show (no day, no time, no small number) is as in `others`.  False, and nothing is appended, where neither saw a day. */
bool eni_day_hand_write(const struct eni_day_hand *h, const struct eni_day_hand *others, struct eni_buf *out, struct eni_when w);

#endif
