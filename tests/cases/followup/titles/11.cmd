followup rules -r after-off.yaml | grep -e '季節' -e ご家族へ
