churn leave 鈴木一郎#2 --reason death --on 2026-11-20 -t 2026-11-21
