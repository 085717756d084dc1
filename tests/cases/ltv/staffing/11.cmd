ltv staffing K1
