/*
 * What surveys say: marks of 1 (poor) to 5 (good) by kind of survey and item (decision 45).  Room: reception.
 */
#ifndef ENI_RECEPTION_RATINGS_H
#define ENI_RECEPTION_RATINGS_H

#include "base/ratio.h"
#include "book/book.h"
#include "stat/chance.h"

enum { ENI_RATING_ITEMS = 5 };
extern const char *const eni_rating_item[]; /* time, clarity, warmth, core_needs, tour_match */

struct eni_survey_row {
	struct eni_when at;
	struct eni_str id, staff;       /* as written; until the next row */
	int kind;                       /* code */
	int64_t mark[ENI_RATING_ITEMS]; /* times ENI_NUM_SCALE; 0: not answered */
	struct eni_place place;
};

struct eni_survey_stream {
	struct eni_book *book;
	struct eni_stream in;
};

/* 1: the book has no surveys; 0; -1. */
int eni_surveys_open(struct eni_survey_stream *s, struct eni_book *b);
/* 1, 0, -1.  A row without a known kind is set aside; a mark beyond 1 to 5 counts as not given, and is reported.  Rows after the
 * moment do not exist. */
int eni_surveys_next(struct eni_survey_stream *s, struct eni_survey_row *row);
bool eni_surveys_know_staff(const struct eni_survey_stream *s); /* the file has a column of staff */
void eni_surveys_close(struct eni_survey_stream *s);

/* Marks given, by kind and item: how many, their sum and that of their squares (times ENI_NUM_SCALE, and its square). */
struct eni_ratings {
	struct {
		int64_t n, sum;
		eni_wide squares;
	} of[ENI_CODES][ENI_RATING_ITEMS];
};

void eni_ratings_add(struct eni_ratings *r, const struct eni_survey_row *row);
struct eni_ratio eni_ratings_mean(const struct eni_ratings *r, int kind, int item);
/* Student's 95 % limits of that mean, within the scale.  False where fewer than ten were asked or all gave one mark: nothing is
 * known then of how much opinions differ. */
bool eni_ratings_limits(const struct eni_ratings *r, int kind, int item, struct eni_interval *out);

#endif
