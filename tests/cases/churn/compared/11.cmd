churn survival --by care_level --strata status
