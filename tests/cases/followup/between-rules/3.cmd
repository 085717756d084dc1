followup -t 2026-11-23 --lang zh -o text -w 'rule: [trial-end, trial-3d, visit-missed, decline-reply]'; followup why V4 -t 2026-11-21 --no-header | grep -E '^high'
