churn survival -t 2026-01-31 --by care_level --test --strata status -f group,observed,expected,chisq,df,p
