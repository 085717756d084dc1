churn survival --time to --event end --by team --summary - <table.csv
