/*
 * The office's own month against national figures.  Room: worth.
 * The figures of home-care support offices in Japan are built in with their source; they are of fiscal 2022, and the rules have
 * changed since (2024), so settings may replace them.  For other kinds of office nothing is built in.
 */
#ifndef ENI_WORTH_BENCH_H
#define ENI_WORTH_BENCH_H

#include "base/ratio.h"
#include "worth/worth.h"

/* Whether the measure (ENI_MEASURE_REVENUE ..) is money: a ratio of minor units; else a plain number. */
bool eni_bench_is_money(int measure);

struct eni_bench {
	struct eni_ratio national[ENI_MEASURES]; /* by measure; ENI_NO_RATIO: not set */
	struct eni_str source, year;             /* "-" when not said */
};
/* What the settings bench say, or what is built in.  0, or -1 after eni_fail: there is nothing for this kind of office. */
int eni_bench_read(struct eni_bench *b, struct eni_book *book);

/* The office's month; ENI_NO_RATIO: not known. */
struct eni_own {
	struct eni_ratio revenue, clients, fte; /* revenue in minor units */
};
/* What the settings own say. */
void eni_own_read(struct eni_own *o, const struct eni_book *book);
struct eni_ratio eni_own_measure(const struct eni_own *o, int measure);
/* own in percent of national; no ratio where one of them is none, or national is 0. */
struct eni_ratio eni_bench_percent(struct eni_ratio own, struct eni_ratio national);

/* Staff whose role says care manager, each as the part of a full-time post they work, else as one; times ENI_NUM_SCALE.  0: nobody
 * does, -1: a part cannot be read, which is reported.  role, fte: the staff's columns, fte as raw. */
int64_t eni_care_managers(const struct eni_book *book, size_t role, size_t fte);

/* The calendar month that was over last at that moment, both days included; a moment without time is the end of its day. */
struct eni_period eni_last_month(struct eni_when now);

#endif
