/* Charts of intake: see charts.h. */
#include "cmd/intake/charts.h"

const struct eni_chart eni_funnel_chart = {.kind = ENI_PICTURE_BARS,
    .x = "stage",
    .y = {"entered"},
    .title = "From inquiry to contract",
    .title_ja = "問い合わせから契約まで",
    .title_zh = "从咨询到签约"};

const struct eni_chart eni_steps_chart = {.kind = ENI_PICTURE_BARS,
    .x = "step",
    .y = {"entered", "dropped"},
    .title = "Reception: who came to each step, and who left there",
    .title_ja = "受付の段階ごとの人数と途中離脱",
    .title_zh = "接待各环节人数与流失"};

const struct eni_chart eni_lost_chart = {.kind = ENI_PICTURE_BARS,
    .x = "reason",
    .y = {"count"},
    .title = "Why people did not sign",
    .title_ja = "契約に至らなかった理由",
    .title_zh = "未签约原因"};

const struct eni_chart eni_ratings_chart = {.kind = ENI_PICTURE_BARS,
    .x = "item",
    .by = "kind",
    .y = {"mean"},
    .title = "Ratings",
    .title_ja = "アンケートの評価",
    .title_zh = "满意度评价"};
