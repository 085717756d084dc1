/*
 * How reports of referral are drawn: -o svg and -o text.  Room: cmd/referral.
 */
#ifndef ENI_REFERRAL_CHARTS_H
#define ENI_REFERRAL_CHARTS_H

#include "cli/funnel.h"

extern const struct eni_funnel eni_trouble_funnel;

#endif
