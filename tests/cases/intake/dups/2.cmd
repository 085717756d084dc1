intake dups C7; intake dups -w 'name: has 渡辺 渡邉' -o json
