followup -t 2026-11-21 -o mail --each --journal | grep -ac '畑仕事'; sed 1,3d book/contacts.csv; followup -t 2026-11-28 -f id,rule,why -w 'id: N2'
