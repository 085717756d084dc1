intake calls --by hour -w 'kind: new'
