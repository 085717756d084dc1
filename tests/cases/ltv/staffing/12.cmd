ltv staffing -o table --lang zh -f option --calls 30
