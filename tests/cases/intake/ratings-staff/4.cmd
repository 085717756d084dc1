rm book/steps.csv; sed -i 1s/接待人/备注/ book/surveys.csv; intake ratings --by staff; intake ratings --by role
