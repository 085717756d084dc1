/*
 * The terms on which money is counted, as options over settings: --price, --visits-per-month, --months, --discount, --margin,
 * --churn, --paid.  Room: cmd/ltv.
 */
#ifndef ENI_LTV_TERMS_H
#define ENI_LTV_TERMS_H

#include "cli/print.h"
#include "worth/worth.h"

/* 0 or -1 after eni_fail. */
int eni_terms_read(struct eni_run *run, struct eni_usual *u, struct eni_terms *t);
/* An option that is a share from 0 to 1, or percent with the sign; *out stays as it is when it was not given.  want: what would be
 * right.  0 or -1 after eni_fail. */
int eni_share_option(struct eni_run *run, const char *name, const char *want, double *out);
/* --discount, a year; 0 when not given.  --margin; 1. */
int eni_discount_option(struct eni_run *run, double *yearly);
int eni_margin_option(struct eni_run *run, double *margin);
/* --months; -1 in *months where it was not given.  0 or -1 after eni_fail. */
int eni_terms_months(struct eni_run *run, int64_t *months);
/* --horizon, whole months from 1 to 1200; -1 in *months where it was not given.  0 or -1 after eni_fail. */
int eni_terms_horizon(struct eni_run *run, int64_t *months);
/* What a usual client is worth; what is missing for it is reported by say (eni_fail or eni_warn), what is too big is eni_fail. */
enum eni_known eni_terms_worth(struct eni_run *run, const struct eni_usual *u, const struct eni_terms *t,
    int (*say)(struct eni_diag *d, struct eni_place at, const char *field, const char *fmt, ...), int64_t *ltv);
/* What amounts on these terms are of: a code of ENI_V_COUNTED. */
int eni_terms_counted(const struct eni_terms *t);
/* An amount does not fit; -1. */
int eni_terms_too_big(struct eni_run *run, const char *field);

/* The amount, or "-" where it is not known. */
struct eni_str eni_terms_money(struct eni_print *p, enum eni_known known, int64_t minor);

#endif
