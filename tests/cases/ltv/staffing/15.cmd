ltv staffing -f option,months,counted --calls 30
