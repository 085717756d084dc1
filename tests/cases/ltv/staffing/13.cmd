ltv staffing -f option,per_month,salary
