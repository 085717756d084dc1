churn incidence -t 2026-01-31 --by care_level -f group,cause,time,incidence -w 'care_level: care2' -o table --lang ja
