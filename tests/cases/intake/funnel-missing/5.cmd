intake funnel --since yesterday
