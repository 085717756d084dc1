/* Charts of referral: see charts.h. */
#include "cmd/referral/charts.h"

const struct eni_funnel eni_trouble_funnel = {.of = "served",
    .share = "percent",
    .title = "Share with trouble, and what chance alone may bring",
    .title_ja = "トラブルの割合と偶然によるばらつきの範囲",
    .title_zh = "纠纷占比与偶然波动范围"};
