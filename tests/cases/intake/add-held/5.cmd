for i in 1 2 3 4 5 6; do printf "name,phone\nP$i,090-0123-00$i$i\n" | intake add > /dev/null & done; wait; cut -d, -f1 book/clients.csv | sort | uniq -d; wc -l < book/clients.csv
