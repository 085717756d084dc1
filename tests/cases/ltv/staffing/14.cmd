ltv staffing -o table --lang ja --margin 30% --calls 30
