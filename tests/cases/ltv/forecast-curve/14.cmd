printf "time,alive\\n0,100\\n1,95\\n2,85\\n3,65\\n4,35\\n" >old.csv; ltv forecast --time time --alive alive old.csv -f parameter,value
