ltv staffing --calls 30
