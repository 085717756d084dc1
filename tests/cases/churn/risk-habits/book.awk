# n clients who come on Mondays and Thursdays, since 1 June 2026; K01 misses three of the last four, K12 the last two; further
# absences by a fixed rule, for some oftener than for others.
function date_of(day,	month) {
	for (month = 6; day >= length_of[month]; month++)
		day -= length_of[month]
	return sprintf("2026-%02d-%02d", month, day + 1)
}
BEGIN {
	split("31 28 31 30 31 30 31 31 30 31 30 31", length_of, " ")
	print "id,status,start_date,weekdays" >"book/clients.csv"
	print "id,date,outcome" >"book/visits.csv"
	for (i = 1; i <= n; i++) {
		id = sprintf("K%02d", i)
		print id ",active,2026-06-01,mon thu" >"book/clients.csv"
		for (k = 0; k < 50; k++) { # 2026-06-01 is a Monday; 50 visits up to 2026-11-19
			day = int(k / 2) * 7 + k % 2 * 3
			date = date_of(day)
			missed = (k * 7 + i * i) % (4 + i % 17) == 0
			if (i == 1)
				missed = k >= 46 && k != 47
			if (i == 12)
				missed = k >= 48
			print id "," date "," (missed ? "absent" : "attended") >"book/visits.csv"
		}
	}
}
