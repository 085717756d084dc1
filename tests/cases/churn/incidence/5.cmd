PATH=$(dirname $(command -v churn)) churn incidence -t 2026-01-31 -o svg
