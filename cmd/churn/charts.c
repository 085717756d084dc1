/* Charts of churn: see charts.h. */
#include "cmd/churn/charts.h"

const struct eni_chart eni_reasons_chart = {.kind = ENI_PICTURE_BARS,
    .x = "reason",
    .y = {"count"},
    .title = "Why clients left",
    .title_ja = "終了・休止の理由",
    .title_zh = "退住原因"};

const struct eni_chart eni_seats_chart = {.kind = ENI_PICTURE_BARS,
    .x = "weekday",
    .y = {"booked", "held", "free"},
    .title = "Seats: booked, held and free",
    .title_ja = "利用・確保・空きの人数",
    .title_zh = "已安排、预留、空余人数"};

const struct eni_chart eni_rate_chart = {.kind = ENI_PICTURE_CONTROL,
    .x = "month",
    .y = {"churn_percent", "average", "low", "high"},
    .title = "Clients lost by the month, and what chance alone may bring",
    .title_ja = "月ごとの終了率と偶然によるばらつきの範囲",
    .title_zh = "每月退住率与偶然波动范围"};

const struct eni_chart eni_cohorts_chart = {.kind = ENI_PICTURE_STEPS,
    .x = "month",
    .by = "cohort",
    .y = {"percent"},
    .title = "Of those who came in one month: how many stay (%)",
    .title_ja = "開始月別の継続率（%）",
    .title_zh = "各开始月份的留存率（%）"};
