intake kept.ods
