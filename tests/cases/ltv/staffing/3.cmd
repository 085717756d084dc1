ltv staffing --calls 45 --show ltv
