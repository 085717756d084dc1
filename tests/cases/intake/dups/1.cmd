intake dups
