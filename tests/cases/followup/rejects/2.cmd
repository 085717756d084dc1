cp -R book before; ln book/clients.csv hard.csv; ln -s ../book/clients.csv before/soft.csv; ln -s book linked
for file in hard.csv before/soft.csv linked/clients.csv book/../book/visits.tsv linked/contacts.csv book/office.yaml book/.lock ours.yaml; do
	followup rules -t 2026-06-05 --rejects "$file" >out 2>err; echo "$file: exit $?, $(wc -c <out) bytes"
done
rm before/soft.csv; diff -r before book && echo "the book stands as it was"
