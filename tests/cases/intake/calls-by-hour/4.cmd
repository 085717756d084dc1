intake calls --by month
