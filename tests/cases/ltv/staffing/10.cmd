ltv staffing -w 'status: active'
