cp -R book before
for move in "leave T1" "back T2" "leave T3" "leave T4" "leave T7" "leave T9"; do
	churn $move -t 2026-06-05 --on 2026-06-01; echo "$move: exit $?"
done
diff -r -x .lock before book && echo "the book stands as it was"
