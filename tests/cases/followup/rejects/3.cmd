for file in some.csv ./some.csv more.yaml; do
	followup some.csv -r more.yaml -t 2026-06-05 --rejects "$file"; echo "exit $?"
done; cat some.csv more.yaml
