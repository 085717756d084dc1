# The office of tests/walk. Days are numbers: 0 is 2026-01-01, a Thursday.
#
# A play is told by due(id, rule): the day from which that rule may speak, or NEVER. The list may be later by SLACK days, for closed
# days; it may not be earlier, except where a day rolls back (EARLY), and what is due and unanswered must be on it.

# ---- chance, days ----

# Park and Miller's minimal standard generator (CACM 31, 1988), so that every awk throws the same.
function chance() {
	seed = (seed * 16807) % 2147483647
	return seed / 2147483647
}
function happens(p) { return chance() < p }
function one_of(n) { return 1 + int(chance() * n) }

function leap(y) { return y % 4 == 0 }
function length_of(y, m) { return m == 2 ? 28 + leap(y) : m == 4 || m == 6 || m == 9 || m == 11 ? 30 : 31 }
function day_of(y, m, d,	n, i) {
	for (i = 2026; i < y; i++)
		n += 365 + leap(i)
	for (i = 1; i < m; i++)
		n += length_of(y, i)
	return n + d - 1
}
function split_day(n) {
	for (Y = 2026; n >= 365 + leap(Y); Y++)
		n -= 365 + leap(Y)
	for (M = 1; n >= length_of(Y, M); M++)
		n -= length_of(Y, M)
	D = n + 1
}
function iso(n) {
	split_day(n)
	return sprintf("%04d-%02d-%02d", Y, M, D)
}
function number(s) { return s == "" ? NEVER : day_of(substr(s, 1, 4) + 0, substr(s, 6, 2) + 0, substr(s, 9, 2) + 0) }
# Months keep the day of the month, or take the last.
function months(n, k) {
	if (n >= NEVER)
		return NEVER
	split_day(n)
	M += k
	while (M > 12) {
		M -= 12
		Y++
	}
	return day_of(Y, M, D > length_of(Y, M) ? length_of(Y, M) : D)
}
function weekday(n) { return (n + 3) % 7 } # 0 Monday

# ---- the files ----

function run(command, into,	line) {
	if (system(command " 2>" work "/err >" work "/" (into == "" ? "out" : into)) == 0)
		return
	getline line < (work "/err")
	close(work "/err")
	fail("ended with an error: " command ": " line)
}

function read_clients(	line, cell, i) {
	getline line < clients
	gsub("\r", "", line)
	for (i = split(line, cell, ","); i > 0; i--)
		header[i] = cell[i]
	while ((getline line < clients) > 0) {
		gsub("\r", "", line)
		split(line, cell, ",")
		for (i = 1; i <= columns; i++)
			f[cell[1], header[i]] = cell[i]
	}
	close(clients)
}
function write_clients(	n, i) {
	for (i = 1; i <= columns; i++)
		printf "%s%s", header[i], i < columns ? "," : "\n" > clients
	for (n = 1; n <= people; n++)
		if ((person[n], "status") in f)
			for (i = 1; i <= columns; i++)
				printf "%s%s", f[person[n], header[i]], i < columns ? "," : "\n" > clients
	close(clients)
	changed = 0
}
function set(id, field, value) {
	f[id, field] = value
	changed = 1
}

# ---- results ----

function fail(what) {
	failed++
	if (failed <= 20)
		print "FAIL " iso(today) ": " what
}
function check(ok, what) {
	if (ok)
		passed++
	else
		fail(what)
}

# ---- what happens ----

function begin(	n, i, id) {
	NEVER = 99999
	SLACK = 9
	# What rolls back to the last open day, or is spread over a group of clients, may speak before its own day.
	EARLY["survey-1w"] = EARLY["lost-survey"] = EARLY["trial-end"] = 9
	clients = work "/clients.csv"
	columns = split("id,name,status,phone,family_name,family_relation,family_phone,caremanager,contact,weekdays,inquiry_at,visit_at," \
		"visit_end,intent,ready_date,signed_date,first_visit,term_price,term_frequency,term_extension,term_cancel,start_date,end_date," \
		"reason,cause,outlook,discharge_date,returned_date,decided_on,optout,sour,lost_date,lost_reason,death_date", header, ",")
	split("春 夏 秋 冬 朝 昼 暮 宵 東 西 南 北", first, " ")
	split("原 沢 森 浜 島", second, " ")
	people = 60
	split("monthu tuefri wedsat monwed thusat", pairs, " ")
	for (n = 1; n <= people; n++) {
		id = person[n] = sprintf("P%02d", n)
		if (n > 42) # these come later, as inquiries
			continue
		enter(id, n)
		f[id, "status"] = "active"
		f[id, "start_date"] = "2025-" sprintf("%02d-%02d", one_of(12), one_of(28))
		f[id, "first_visit"] = f[id, "start_date"]
	}
	write_clients()
	print "id,org,person,kind,phone,contact,since" > (work "/referrers.csv")
	for (i = 1; i <= 8; i++)
		printf "R%d,%s居宅,%s野,%s,0000-10-%04d,%s,2025-12-0%d\n", i, first[i], second[i % 5 + 1],
		    i <= 4 ? "caremanager_office" : i <= 6 ? "center" : "hospital", i, i % 2 ? "call" : "", i > (work "/referrers.csv")
	close(work "/referrers.csv")
	print "at,id,channel,to,rule,outcome,next,note,topic" > (work "/contacts.csv")
	close(work "/contacts.csv")
	print "id,start,end,reason" > (work "/stays.csv")
	close(work "/stays.csv")
	print "office: {name: 歩み, " place ", person: 受付, phone: 0000-00-0000}\n" \
	    "calendar: {open: [mon, tue, wed, thu, fri, sat], holidays: open}\n" \
	    "partner: {open: [mon, tue, wed, thu, fri], closed: [12-29..01-03], window: 11-20}\n" \
	    "seats: {mon: 60, tue: 60, wed: 60, thu: 60, fri: 60, sat: 60}" > (work "/office.yaml")
	for (i = 1; i <= 14; i++)
		printf "%s", (i == 1 ? "stories:\n" : "") "  - {id: s" i ", text: 話" i ", of: external}\n" > (work "/office.yaml")
	close(work "/office.yaml")
}
function enter(id, n,	i, days) {
	for (i = 1; i <= columns; i++)
		f[id, header[i]] = ""
	f[id, "id"] = id
	f[id, "name"] = second[n % 5 + 1] " " first[n % 12 + 1] first[int(n / 12) + 1]
	f[id, "phone"] = sprintf("0000-20-%04d", n)
	f[id, "family_name"] = second[n % 5 + 1] " " second[n % 4 + 1] first[int(n / 4) % 12 + 1]
	f[id, "family_relation"] = n % 2 ? "長男" : "長女"
	f[id, "family_phone"] = sprintf("0000-30-%04d", n)
	f[id, "caremanager"] = "R" (1 + n % 4)
	days = pairs[n % 5 + 1]
	f[id, "weekdays"] = substr(days, 1, 3) " " substr(days, 4)
	f[id, "term_price"] = f[id, "term_frequency"] = f[id, "term_extension"] = f[id, "term_cancel"] = "済"
	changed = 1
}

# A stay ends: half of the office writes with churn, half with a spreadsheet.
function leave(id, reason, paused) {
	if (reason == "death" || id ~ /[02468]$/) {
		if (changed)
			write_clients()
		run(bin "/churn leave " id " --reason " (reason == "" ? "unknown" : reason) " --on " iso(today) \
			" -t " iso(today) " -b " work)
		read_clients()
	} else {
		set(id, "status", paused ? "paused" : "ended")
		set(id, "reason", reason)
		set(id, "end_date", iso(today))
		set(id, "discharge_date", "")
	}
}
function come_back(id) {
	if (id ~ /[02468]$/) {
		if (changed)
			write_clients()
		run(bin "/churn back " id " --on " iso(today) " -t " iso(today) " -b " work)
		read_clients()
	} else {
		set(id, "status", "active")
		set(id, "returned_date", iso(today))
	}
	begun[id] = today
}
function sign(id) {
	set(id, "signed_date", iso(today))
	set(id, "start_date", iso(today))
	set(id, "first_visit", iso(today))
	set(id, "end_date", "")
	set(id, "status", "active")
	begun[id] = today
}
function lose(id) {
	set(id, "status", "lost")
	set(id, "lost_date", iso(today))
	set(id, "lost_reason", happens(.5) ? "price" : "")
}
function live(id, n,	s, reason) {
	s = f[id, "status"]
	if (s == "deceased")
		return
	if (s == "active") {
		if (happens(.0030))
			leave(id, "hospital", happens(.7))
		else if (happens(.0008))
			leave(id, "other_service", 0)
		else if (happens(.0008)) {
			leave(id, "person", 0)
			set(id, "cause", happens(.7) ? person[1 + n % 42] : "")
		} else if (happens(.0006))
			leave(id, "facility", 0)
		else if (happens(.0006))
			leave(id, "", 0)
		else if (happens(.0006))
			leave(id, "other", happens(.3))
		else if (happens(.0003))
			leave(id, "death", 0)
		return
	}
	if (s == "paused" || s == "ended") {
		if (f[id, "reason"] == "hospital" && f[id, "discharge_date"] == "") {
			if (happens(.012))
				set(id, "discharge_date", iso(today))
			else if (happens(.003))
				set(id, "outlook", "unlikely")
		}
		if (happens(f[id, "discharge_date"] != "" ? .08 : .0015))
			come_back(id)
		else if (happens(.0010))
			leave(id, "death", 0)
		else if (happens(.0006))
			set(id, "optout", "yes")
		else if (happens(.0006))
			set(id, "sour", "yes")
		return
	}
	if (s == "inquiry") {
		if (f[id, "visit_at"] == "" && happens(.15))
			set(id, "visit_at", iso(today + one_of(5)) " 10:00")
		else if (f[id, "visit_end"] == "" && f[id, "visit_at"] != "" && number(f[id, "visit_at"]) <= today && happens(.25))
			set(id, "visit_end", iso(today) " 11:00")
		else if (f[id, "visit_end"] != "" && f[id, "intent"] == "" && happens(.2))
			set(id, "intent", n % 4 == 0 ? "high" : n % 4 == 1 ? "hesitant" : n % 4 == 2 ? "notnow" : "ready")
		else if (f[id, "intent"] != "" && happens(.008))
			sign(id)
		else if (f[id, "intent"] == "high" && happens(.03)) {
			set(id, "status", "trial")
			set(id, "start_date", iso(today))
			set(id, "end_date", happens(.6) ? iso(today + 10 + one_of(10)) : "")
		} else if (f[id, "intent"] != "" && happens(.004))
			lose(id)
		else if (happens(.0005))
			set(id, "optout", "yes")
		return
	}
	if (s == "trial") {
		if (happens(.05))
			sign(id)
		else if (happens(.01))
			lose(id)
	}
}
function happenings(	n, id) {
	for (n = 1; n <= people; n++) {
		id = person[n]
		if ((id, "status") in f)
			live(id, n)
		else if (happens(.01)) {
			enter(id, n)
			f[id, "status"] = "inquiry"
			f[id, "inquiry_at"] = iso(today) " 09:00"
			begun[id] = today
		}
	}
	if (changed)
		write_clients()
}

# ---- the plays, as a care worker tells them ----

# The latest real answer to a rule since a day, or -1; how many there were.
function answered(id, rule, since) { return (id, rule) in answer && answer[id, rule] >= since ? answer[id, rule] : -1 }
function once(id, rule, since, day) { return answered(id, rule, since) >= 0 ? NEVER : day }
function every_months(id, rule, since, k, upto,	a, due) {
	a = answered(id, rule, since)
	due = months(a >= 0 ? a : since, k)
	return today > months(since, upto) ? NEVER : due
}

# Since the stay began that they are in; a trial is one.
function said_no(id,	from) {
	from = number(f[id, "start_date"])
	return id in refused && refused[id] >= (from < NEVER ? from : begun[id])
}
function due(id, rule,	s, r, since, alone, a) {
	s = f[id, "status"]
	r = f[id, "reason"]
	since = number(f[id, "end_date"])
	if (s == "deceased") {
		return rule == "death-stop" ? once(id, rule, 0, number(f[id, "death_date"] != "" ? f[id, "death_date"] : f[id, "end_date"])) : NEVER
	}
	alone = (id in refused && refused[id] >= begun[id]) || f[id, "sour"] != ""
	away = s == "ended" || s == "paused"
	if (f[id, "optout"] != "" && s != "active" && toward[rule] != "partner" && toward[rule] != "staff")
		return NEVER
	if (toward[rule] == "us" && away && alone)
		return NEVER
	if (away && r == "hospital") {
		if (rule == "hospital-back")
			return f[id, "discharge_date"] == "" ? NEVER : once(id, rule, number(f[id, "discharge_date"]), number(f[id, "discharge_date"]))
		if (f[id, "discharge_date"] != "")
			return NEVER
		if (rule == "hospital-ask-cm")
			return once(id, rule, since, since)
		if (rule == "hospital-letter")
			return f[id, "outlook"] == "unlikely" ? once(id, rule, since, since) : NEVER
		if (f[id, "outlook"] == "unlikely")
			return NEVER
		if (rule == "hospital-ask-family")
			return once(id, rule, since, since)
		if (rule == "hospital-monthly")
			return every_months(id, rule, since, 1, 12)
		if (rule == "hospital-visit")
			return every_months(id, rule, since, 2, 12)
		return NEVER
	}
	if (s == "paused")
		return rule == "paused-check" ? every_months(id, rule, since, 1, 12) : NEVER
	if (s == "ended") {
		if (rule == "leave-reason-ask")
			return r == "" || r == "unknown" ? once(id, rule, since, since + 7) : NEVER
		if (rule == "person-reopen") {
			if (r != "person" || f[id, "cause"] == "" || alone)
				return NEVER
			a = answered(id, rule, since)
			return today > months(since, 24) ? NEVER : a >= 0 ? months(a, 3) : since + 7
		}
		if (rule == "ask-cause")
			return r == "person" && f[id, "cause"] == "" ? once(id, rule, since, since + 7) : NEVER
		if (rule == "rival-cm")
			return r == "other_service" ? every_months(id, rule, since, 3, 24) : NEVER
		if (rule == "rival-hello")
			return r == "other_service" ? every_months(id, rule, since, 6, 24) : NEVER
		if (rule == "facility-letter")
			return r == "facility" ? once(id, rule, since, since) : NEVER
		if (rule == "other-review")
			return r == "other" ? once(id, rule, since, since + 7) : NEVER
		return NEVER
	}
	if (s == "trial") {
		began = number(f[id, "start_date"])
		if (rule == "trial-3d" || rule == "trial-7d")
			return since < NEVER ? NEVER : once(id, rule, began, began + (rule == "trial-3d" ? 3 : 7))
		if (rule == "trial-mid")
			return since >= NEVER ? NEVER : once(id, rule, began, int((began + since) / 2))
		if (rule == "trial-end")
			return since >= NEVER ? NEVER : once(id, rule, since - 16, since - 1)
	}
	if (s == "inquiry" || s == "trial") {
		came = number(f[id, "visit_end"])
		asked = number(f[id, "inquiry_at"])
		if (rule == "inquiry-reply")
			return s == "trial" || came < NEVER ? NEVER : once(id, rule, asked, asked)
		if (rule == "summary-1h")
			return came < NEVER ? once(id, rule, came, came) : NEVER
		if (rule == "visit-missed") {
			a = number(f[id, "visit_at"])
			return s == "inquiry" && a < NEVER && came >= NEVER ? once(id, rule, a, a + 1) : NEVER
		}
		if (rule == "ask-intent")
			return came < NEVER && f[id, "intent"] == "" ? once(id, rule, came, came + 1) : NEVER
		if (rule == "ready-prep" && f[id, "intent"] == "ready")
			return NEVER # without a day it waits for one
		if (rule ~ /^high-/ && (said_no(id) || f[id, "sour"] != ""))
			return NEVER # an invitation
		if (rule == "high-24h" && f[id, "intent"] == "high")
			return answered(id, "high-3d", came) >= 0 ? NEVER : once(id, rule, came, came + 1)
		if (rule == "high-3d" && f[id, "intent"] == "high") {
			if (id in promised && promised[id] >= today)
				return NEVER
			return (id in spoken ? spoken[id] : came) + 3
		}
		if (s == "trial")
			return NEVER
		if ((rule == "hesitant-weekly" || rule == "notnow-quarterly") && id in refused)
			return NEVER
		if (rule == "hesitant-weekly" && f[id, "intent"] == "hesitant") {
			a = answered(id, rule, came)
			return a < 0 ? came + 7 : told[id] >= 12 ? NEVER : a + 7
		}
		if (rule == "notnow-quarterly" && f[id, "intent"] == "notnow") {
			a = answered(id, rule, came)
			return months(a < 0 ? came : a, 3)
		}
		return NEVER
	}
	if (s == "lost" && rule == "lost-survey" && f[id, "lost_reason"] == "")
		return once(id, rule, number(f[id, "lost_date"]), number(f[id, "lost_date"]) + 7)
	if (s == "active" && rule == "survey-1w" && f[id, "signed_date"] != "")
		return once(id, rule, number(f[id, "signed_date"]), number(f[id, "signed_date"]) + 7)
	return NEVER
}

# ---- the evening ----

# Whom a rule addresses: us (client, family, deciding person), partner or staff. All that are here are looked for by due().
function plays(	i, n, word, pair) {
	n = split("hospital-ask-cm:partner hospital-ask-family:us hospital-letter:us hospital-monthly:us hospital-visit:us hospital-back:us " \
		"paused-check:us leave-reason-ask:partner person-reopen:partner ask-cause:partner rival-cm:partner rival-hello:us " \
		"facility-letter:us other-review:staff death-stop:staff inquiry-reply:us summary-1h:us visit-missed:us ask-intent:staff " \
		"high-24h:us high-3d:us hesitant-weekly:us notnow-quarterly:us lost-survey:us survey-1w:us " \
		"trial-3d:us trial-7d:us trial-mid:us trial-end:us", word, " ")
	for (i = 1; i <= n; i++) {
		split(word[i], pair, ":")
		rule_of[i] = pair[1]
		toward[pair[1]] = pair[2]
	}
	rules = n
}
# Rules whose one task grows stale leave the list after ninety days; those with an interval move on.
function is_stale(when) { return today - when > 90 }

function read_list(	line, cell, n) {
	split("", listed)
	lines = 0
	getline line < (work "/list")
	while ((getline line < (work "/list")) > 0) {
		n = split(line, cell, ",")
		check(n == 6, "a line of " n " cells")
		lines++
		L_id[lines] = cell[1]
		L_rule[lines] = cell[2]
		L_to[lines] = cell[3]
		L_channel[lines] = cell[4]
		L_anchor[lines] = cell[6]
		listed[cell[1], cell[2]] = 1
		seen[cell[2]]++
		if (cell[2] == "outreach-monthly")
			outreach[cell[1], substr(iso(today), 1, 7)] = 1
	}
	close(work "/list")
}
function check_list(	n, i, id, rule, when, us) {
	for (n = 1; n <= lines; n++) {
		id = L_id[n]
		rule = L_rule[n]
		if (id ~ /^R/) {
			check(!(id in refused), id " " rule ": a partner who refused")
			continue
		}
		us = L_to[n] == "client" || L_to[n] == "family" || L_to[n] == "decision_maker"
		check(f[id, "status"] != "deceased" || L_to[n] == "staff", id " " rule ": is dead")
		check(rule !~ /^high-/ || !said_no(id), id " " rule ": said no")
		check(!us || f[id, "optout"] == "" || f[id, "status"] == "active", id " " rule ": wants no contact")
		if (rule == "by-hand") {
			check(id in promised && promised[id] <= today, id " by-hand: nothing was promised for today")
			continue
		}
		if (!(rule in toward)) {
			fail(id " " rule ": nobody knows that play")
			continue
		}
		when = due(id, rule)
		check(when - EARLY[rule] <= today, id " " rule ": due " (when < NEVER ? iso(when) : "never") ", " f[id, "status"] " " f[id, "reason"])
	}
	for (i = 1; i <= people; i++)
		for (n = 1; n <= rules; n++) {
			id = person[i]
			if (!((id, "status") in f))
				continue
			when = due(id, rule_of[n])
			if (when + SLACK <= today && !is_stale(when))
				check((id, rule_of[n]) in listed, id " " rule_of[n] ": is due since " iso(when) " and not listed")
		}
	for (id in promised)
		if (promised[id] <= today && f[id, "status"] != "deceased" && (f[id, "optout"] == "" || f[id, "status"] == "active"))
			check((id, "by-hand") in listed || is_stale(promised[id]), id " by-hand: promised for " iso(promised[id]) " and not listed")
}
# No two lines for one person on one channel.
function check_merged(	line, cell, twice) {
	getline line < (work "/merged")
	while ((getline line < (work "/merged")) > 0) {
		split(line, cell, ",")
		if (cell[2] == "task" || cell[1] == "" || cell[1] == "-")
			continue
		check(!((cell[1], cell[2], cell[3]) in twice), "two lines in merged for one person by " cell[2])
		twice[cell[1], cell[2], cell[3]] = 1
	}
	close(work "/merged")
}
# On the last day of a month: everybody had their outreach, but who was spoken to so late that a month has not passed.
function check_month(	i, id, late, month, window_ends) {
	month = substr(iso(today), 1, 7)
	window_ends = today - D + 20
	for (i = 1; i <= 8; i++) {
		id = "R" i
		late = id in spoken && months(spoken[id], 1) > window_ends
		check(late || (id, month) in outreach, id ": no outreach in " month)
	}
}

# Here the relative decides: a talk with the one is a talk with the other.
function spoken_to(to) { return to == "decision_maker" ? "family" : to }
function act(n,	id, rule, p, outcome, next_day) {
	id = L_id[n]
	rule = L_rule[n]
	p = chance()
	if (L_to[n] == "staff")
		outcome = p < .7 ? "done" : ""
	else if (p < .15)
		outcome = ""
	else if (p < .35)
		outcome = p < .25 ? "no_answer" : "voicemail"
	else if (p < .37)
		outcome = id ~ /^R/ ? "done" : "refused"
	else if (p < .42)
		outcome = "considering"
	else
		outcome = "done"
	if (outcome == "considering")
		next_day = today + 2 + one_of(20)
	if (outcome == "")
		return
	printf "%s 17:%02d,%s,%s,%s,%s,%s,%s,%s\n", iso(today), minute++ % 60, id, rule, L_to[n], L_channel[n], outcome, L_anchor[n],
	    next_day ? iso(next_day) : "" > (work "/said.csv")
	said++
	if (outcome == "no_answer" || outcome == "voicemail")
		return
	if (id in promised && promised_to[id] == spoken_to(L_to[n]))
		delete promised[id]
	answer[id, rule] = today
	if (rule == "hesitant-weekly")
		told[id]++
	if (L_to[n] != "staff")
		spoken[id] = today
	if (outcome == "refused")
		refused[id] = today
	if (next_day) {
		promised[id] = next_day
		promised_to[id] = spoken_to(L_to[n])
	}
}

# One office through all its days.
function walk(	n) {
	begin()
	for (today = 4; today < days; today++) {
		happenings()
		run(bin "/followup -b " work " -t " iso(today) " -o csv -f id,rule,to,channel,priority,anchor", "list")
		read_list()
		check_list()
		run(bin "/followup merged -b " work " -t " iso(today) " -o csv -f who,channel,via", "merged")
		check_merged()
		split_day(today)
		if (D == length_of(Y, M) && today > 45)
			check_month()
		if (weekday(today) > 4 || lines == 0)
			continue
		said = 0
		print "at,id,rule,to,channel,outcome,anchor,next" > (work "/said.csv")
		for (n = 1; n <= lines; n++)
			act(n)
		close(work "/said.csv")
		if (said)
			run(bin "/followup done -b " work " -t '" iso(today) " 18:00' " work "/said.csv")
	}
	split("", f)
	split("", begun)
	split("", refused)
	split("", spoken)
	split("", promised)
	split("", promised_to)
	split("", answer)
	split("", told)
	split("", outreach)
}

BEGIN {
	plays()
	offices = split("kind: day_service, country: jp, lang: ja|kind: nursing_home, country: cn, lang: zh|" \
		"kind: visit_clinic, country: jp, lang: ja|kind: day_service, country: cn, lang: zh", kinds, "|")
	for (office = 1; office <= offices; office++) {
		place = kinds[office]
		seed = (first_seed + office) * 7919
		walk()
	}
	for (n = 1; n <= rules; n++)
		check(seen[rule_of[n]] > 0, rule_of[n] ": nobody needed it in all that time")
	printf "%d passed, %d failed\n", passed, failed
	exit failed > 0
}
