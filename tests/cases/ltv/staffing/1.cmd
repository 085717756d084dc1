ltv staffing
