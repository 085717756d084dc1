/*
 * What the models of staying and of coming are fitted to: stays and visits of the book as they stood on a day.  Room: worth.
 * A period is so many days: a month has 30.4375.  What happened later than the day is kept apart, to be compared with a forecast.
 */
#ifndef ENI_WORTH_FORECAST_H
#define ENI_WORTH_FORECAST_H

#include "stat/bgnbd.h"
#include "stat/gammagamma.h"
#include "stat/sbg.h"
#include "stay/stays.h"
#include "worth/price.h"

/* ---- staying ---- */

/* A stay that went on on that day. */
struct eni_present {
	struct eni_str id;
	uint32_t subject; /* as in struct eni_stay */
	double stayed;    /* periods, not rounded */
	bool still;       /* it goes on today */
};

/*
 * Stays by whole periods.  A period counts once it would be over for everybody who began when the stay did: who came ten
 * days ago says nothing of the first month yet, neither by leaving nor by staying.  Every end of a stay is leaving, death and
 * facility too.  A stay that began before the records did counts from its first period that they hold as a whole (decision 71).
 */
struct eni_staying {
	int32_t as_of, today;
	double days; /* of a period */
	struct eni_sbg_exits exits;
	struct eni_present *present;
	size_t n, cap;
	struct eni_arena arena; /* their ids */
	size_t stays;           /* how many were counted */
	size_t undated;         /* stays without a first or last day */
	struct eni_place first_undated;
};
/* Counts a stay; `listed`: keep it in `present` if it went on. */
void eni_staying_take(struct eni_staying *s, const struct eni_stay *stay, bool listed);
void eni_staying_free(struct eni_staying *s);

/* ---- coming ---- */

/* One visit. */
struct eni_came {
	uint32_t who; /* a client's row; numbers from the clients' count on are people not on file */
	int32_t at;   /* eni_pack_when */
	int64_t fee;  /* minor units; -1: not known */
};

struct eni_comings {
	struct eni_book *book;
	struct eni_came *came;
	size_t n, cap;
	struct eni_map strangers; /* ids of people not on file */
	struct eni_str *stranger; /* their ids by number */
	size_t cap_strangers;
	struct eni_arena arena;
	const struct eni_field *outcome;
	struct eni_prices prices;
	bool known_outcome; /* the file has that column; without it every row is a visit */
	size_t twice;       /* rows of a person, moment and fee that were there already */
};

/* Asks for columns.  Before loading. */
void eni_comings_want(struct eni_comings *c, struct eni_book *b);
/* Reads attended visits up to today, in the order of persons and moments.  A visit without a fee earned the person's price, else
 * the office's.  1: there is no visits file; 0; -1. */
int eni_comings_read(struct eni_comings *c);
struct eni_str eni_comings_id(const struct eni_comings *c, uint32_t who);
void eni_comings_free(struct eni_comings *c);

/* A person's visits as they stood on a day; several visits of one day are one. */
struct eni_guest {
	uint32_t who;
	struct eni_visitor seen; /* in periods */
	double mean;             /* minor units a repeat day earned; NaN: not known */
	uint32_t later;          /* days they came after that day, up to today */
};
/* All who had come by that day; *n of them, malloc'd.  keep(to, who) chooses; days: of a period. */
struct eni_guest *eni_comings_guests(
    const struct eni_comings *c, int32_t as_of, double days, bool (*keep)(void *to, uint32_t who), void *to, size_t *n);

/* ---- money ---- */

/* Whole minor units, half away from zero.  False where x is no number or does not fit. */
bool eni_minor_units(double x, int64_t *out);

#endif
