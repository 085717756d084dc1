# Stays and what R makes of them: Rscript tests/data/figures.R, from the top of the repository, writes anew
#   aml lung veteran heart mgus2   data sets of the package survival
#   late away edges compared       invented ones, the same at every run
#   curves summary points logrank gray incidence rests tails rest-of-tails annuities   the figures
# Needs the packages survival 3.5 and cmprsk 2.2 (Debian: r-cran-survival, r-cran-cmprsk).  What they do not answer, the log-rank
# test with late entries and sums over months, is summed here from the definition and, where it can be, held against them.
library(survival)
library(cmprsk)
options(stringsAsFactors = FALSE)
there <- "tests/data"

text <- function(x) {
	if (is.character(x)) return(x)
	ifelse(is.finite(x), vapply(x, function(v) format(v, digits = 15), ""), "")
}
save <- function(table, name)
	write.table(as.data.frame(lapply(table, text), check.names = FALSE), file.path(there, paste0(name, ".csv")),
	    sep = ",", quote = FALSE, row.names = FALSE)

# ---- stays: group, entry, exit, cause; an empty cause is lost from view ----

stays <- function(group, entry, exit, cause)
	data.frame(group = as.character(group), entry = as.numeric(entry), exit = as.numeric(exit), cause = as.character(cause))
left <- function(status) ifelse(status == 1, "left", "")

late <- function() {
	set.seed(20260101)
	n <- 120
	group <- rep(c("east", "south", "west"), length.out = n)
	start <- round(runif(n, -400, 300)) # records begin on day 0
	stay <- ceiling(rexp(n, c(east = 1 / 200, south = 1 / 150, west = 1 / 300)[group]))
	entry <- pmax(0, -start)
	exit <- pmin(stay, 365 - start)
	s <- stays(group, entry, exit, left(as.numeric(stay <= 365 - start)))
	s[s$exit > s$entry, ]
}
away <- function() {
	set.seed(20260102)
	n <- 150
	back <- ceiling(rweibull(n, 0.8, 120)); dead <- ceiling(rexp(n, 1 / 400)); seen <- ceiling(runif(n, 10, 360))
	stays("all", 0, pmin(back, dead, seen), ifelse(dead <= pmin(back, seen), "death", ifelse(back <= seen, "return", "")))
}
edge <- function(name, exit, status, entry = 0) stays(name, entry, exit, left(status))
edges <- function() rbind(
	edge("nobody leaves", c(3, 5, 5, 9), 0),
	edge("all leave at once", c(4, 4, 4), 1),
	edge("one stay", 7, 1),
	edge("one stay lost", 7, 0),
	edge("leaving before lost on one day", c(5, 5, 5, 8, 8, 10), c(1, 0, 1, 1, 0, 0)),
	edge("lost before the first leaving", c(1, 2, 2, 6, 9), c(0, 0, 0, 1, 0)),
	edge("half exactly", 1:4, 1),
	edge("half to the end", c(2, 4, 9, 11), c(1, 1, 0, 0)),
	edge("down to nothing", c(1, 3, 3, 7, 8), c(1, 0, 1, 1, 1)),
	edge("stays of no length", c(0, 0, 2, 5, 6), c(1, 0, 1, 1, 0)),
	edge("fractions", c(0.25, 0.5, 0.75, 1.125, 2.5), c(1, 1, 0, 1, 0)),
	edge("long times", c(10000, 20000, 20001, 36525), c(1, 0, 1, 1)),
	edge("late entries", c(4, 6, 6, 9, 12), c(1, 1, 0, 1, 0), c(0, 0, 4, 5, 6)),
	edge("alone and gone", c(2, 9, 10, 12), c(1, 1, 0, 1), c(0, 3, 3, 4)))

male <- function(sex) ifelse(sex == 1, "male", "female")
sets <- list(
	aml = with(aml, stays(x, 0, time, left(status))),
	lung = with(lung, stays(male(sex), 0, time, left(status - 1))),
	veteran = with(veteran, stays(celltype, 0, time, left(status))),
	heart = with(heart, stays(ifelse(transplant == 1, "transplant", "waiting"), start, stop, left(event))),
	late = late(), edges = edges(), away = away(),
	mgus2 = with(mgus2, stays(sex, 0, ifelse(pstat == 0, futime, ptime), ifelse(pstat == 1, "pcm", ifelse(death == 1, "death", "")))))
for (name in names(sets))
	save(sets[[name]], name)

# ---- Kaplan and Meier ----

surv <- function(s) if (any(s$entry > 0)) Surv(s$entry, s$exit, s$cause != "") else Surv(s$exit, s$cause != "")
fit <- function(s) survfit(surv(s) ~ 1, conf.type = "log-log")
curve <- function(set, group, s) {
	f <- fit(s)
	data.frame(set, group, time = f$time, at_risk = f$n.risk, events = f$n.event, censored = f$n.censor, survival = f$surv,
	    std_error = f$surv * f$std.err, low = f$lower, high = f$upper)
}
summarise <- function(set, group, s, tau) {
	f <- fit(s)
	median <- quantile(f, 0.5)
	mean <- summary(f, rmean = tau)$table
	q <- function(p) { x <- quantile(f, p); c(as.numeric(x$quantile), as.numeric(x$lower), as.numeric(x$upper)) }
	q25 <- q(0.25); q75 <- q(0.75)
	data.frame(set, group, n = nrow(s), events = sum(s$cause != ""), median = as.numeric(median$quantile),
	    low = as.numeric(median$lower), high = as.numeric(median$upper), tau, mean = mean[["rmean"]], std_error = mean[["se(rmean)"]],
	    q25 = q25[1], q25_low = q25[2], q25_high = q25[3], q75 = q75[1], q75_low = q75[2], q75_high = q75[3])
}
# at days of the curve, between them, and behind the last; extend: nothing is known there, and we say so
points <- function(set, group, s) {
	f <- fit(s)
	times <- sort(unique(c(91.3125, 182.625, 365.25, f$time[c(1, ceiling(length(f$time) / 2))], max(f$time), max(f$time) + 1)))
	p <- summary(f, times = times, extend = TRUE)
	known <- times <= max(f$time) | p$surv == 0
	limited <- known & p$surv < 1
	at_risk <- vapply(times, function(t) sum((s$entry < t | s$entry == 0) & s$exit >= t), 0) # R's is that of the next leaving
	data.frame(set, group, time = times, at_risk, survival = ifelse(known, p$surv, NA),
	    std_error = ifelse(known & p$surv > 0, p$std.err, NA), low = ifelse(limited, p$lower, NA),
	    high = ifelse(limited, p$upper, NA))
}
taus <- c(aml = 45, lung = 365, veteran = 200, heart = 365, late = 300)
curves <- summaries <- at <- NULL
for (name in c(names(taus), "edges")) {
	s <- sets[[name]]
	parts <- split(s, factor(s$group, unique(s$group)))
	if (name != "edges") parts <- c(list(all = s), parts)
	for (group in names(parts)) {
		tau <- if (name == "edges") max(parts[[group]]$exit) else taus[[name]]
		curves <- rbind(curves, curve(name, group, parts[[group]]))
		summaries <- rbind(summaries, summarise(name, group, parts[[group]], tau))
		at <- rbind(at, points(name, group, parts[[group]]))
	}
}
save(curves, "curves")
save(summaries, "summary")
save(at, "points")

# ---- groups compared: the sets above in strata of their own, and awkward ones (cmprsk squares 32-bit counts: none above 46340) ----

compare <- function(set, group, stratum, exit, cause, entry = 0, count = 1)
	data.frame(set, group = as.character(group), stratum = as.character(stratum), entry, exit, cause = as.character(cause), count)
in_strata <- function(name, stratum) {
	s <- sets[[name]]
	s$stratum <- stratum
	tally <- aggregate(list(count = rep(1, nrow(s))), s[c("group", "stratum", "entry", "exit", "cause")], sum)
	compare(name, tally$group, tally$stratum, tally$exit, tally$cause, tally$entry, tally$count)
}
compared <- function() {
	set.seed(20260103)
	n <- 90
	g <- sample(c("a", "b", "c"), n, TRUE)
	busy <- compare("three causes on few days", g, sample(1:3, n, TRUE), ceiling(rexp(n) * 6),
	    sample(c("", "x", "y", "z"), n, TRUE, c(2, 3, 2, 1)))
	rbind(in_strata("aml", "all"), in_strata("lung", ifelse(is.na(lung$ph.ecog), "-", lung$ph.ecog)),
	    in_strata("veteran", veteran$prior), in_strata("heart", heart$surgery), in_strata("late", seq_len(nrow(sets$late)) %% 4),
	    in_strata("mgus2", mgus2$age %/% 20), busy,
	    compare("one group alone in its stratum", c("a", "b", "a", "b", "a", "c", "c", "c"), c(1, 1, 1, 1, 1, 2, 2, 2),
		c(2, 3, 5, 6, 8, 1, 4, 7), c("x", "y", "x", "x", "", "x", "y", "x")),
	    compare("two pairs that never meet", rep(c("a", "b", "c", "d"), each = 5), rep(1:2, each = 10),
		c(1, 3, 5, 7, 9, 2, 4, 4, 6, 8, 3, 3, 5, 8, 9, 1, 2, 6, 7, 7), rep(c("x", "y", "x", "", "x"), 4)),
	    compare("all lost", rep(c("a", "b"), each = 3), 1, 1:6, ""),
	    compare("all leave at once", rep(c("a", "b"), each = 3), 1, 5, "x"),
	    compare("one group only", "a", 1:2, c(3, 4, 5, 6), c("x", "y", "x", "")),
	    compare("gone before the others begin to leave", c("a", "a", "b", "b", "b"), 1, c(1, 2, 3, 4, 5), c("", "", "x", "y", "x")),
	    compare("tiny times", rep(c("a", "b"), 6), 1, (1:12) * 1e-6, rep(c("x", "y", ""), 4)),
	    compare("huge counts", rep(c("a", "b", "c"), each = 4), 1, c(100, 200, 300, 400, 110, 200, 310, 400, 100, 210, 300, 400) * 100,
		rep(c("x", "y", "x", ""), 3), 0, c(12000, 8000, 3600, 16400, 8000, 10000, 3800, 18200, 1, 1, 1, 2)),
	    compare("p below what a double holds", rep(c("a", "b"), each = 2), 1, c(1, 9, 5, 9), c("x", "", "x", ""), 0,
		c(9000, 1000, 1000, 9000)))
}
contests <- compared()
save(contests, "compared")
people <- function(s) s[rep(seq_len(nrow(s)), s$count), ]

# ---- log-rank: sums over the risk sets of each stratum, as survdiff has it where nobody enters late ----

score <- function(x, v) { # of any rank
	e <- eigen(v, TRUE)
	some <- e$values > 1e-9 * max(e$values, 1e-300) & e$values > 1e-300
	c(chisq = if (any(some)) sum((t(e$vectors[, some, drop = FALSE]) %*% x)^2 / e$values[some]) else NA, df = sum(some))
}
logrank <- function(name, stratified) {
	s <- people(contests[contests$set == name, ])
	if (!stratified) s$stratum <- "all"
	groups <- sort(unique(s$group), method = "radix")
	k <- length(groups)
	o <- e <- numeric(k); v <- matrix(0, k, k)
	for (one in split(s, s$stratum)) for (t in sort(unique(one$exit[one$cause != ""]))) {
		risk <- (one$entry < t | one$entry == 0) & one$exit >= t
		n <- as.numeric(sum(risk)); d <- as.numeric(sum(one$exit == t & one$cause != ""))
		part <- vapply(groups, function(g) sum(risk & one$group == g), 0)
		o <- o + vapply(groups, function(g) sum(one$exit == t & one$cause != "" & one$group == g), 0)
		e <- e + d * part / n
		if (n > 1) v <- v + d * (n - d) / (n - 1) * (diag(part / n, k) - outer(part / n, part / n))
	}
	test <- score(o - e, v)
	if (test[["df"]] == k - 1 && k > 1) {
		theirs <- if (all(s$entry == 0)) survdiff(surv(s) ~ group + strata(stratum), s)$chisq else
			coxph(surv(s) ~ group + strata(stratum), s, ties = "exact", iter.max = 0, init = rep(0, k - 1))$score
		stopifnot(abs(test[["chisq"]] / theirs - 1) < 1e-8)
	}
	data.frame(set = name, stratified, group = groups, n = vapply(groups, function(g) sum(s$group == g), 0), observed = o,
	    expected = e, chisq = test[["chisq"]], df = test[["df"]], p = pchisq(test[["chisq"]], test[["df"]], lower.tail = FALSE))
}
both <- expand.grid(name = unique(contests$set), stratified = c(FALSE, TRUE))
save(do.call(rbind, Map(logrank, as.character(both$name), both$stratified)), "logrank")

# ---- Gray's test, where nobody enters late; cmprsk says -1 where its variance is singular, which is not compared ----

gray <- function(name, stratified) {
	s <- people(contests[contests$set == name, ])
	if (any(s$entry > 0) || length(unique(s$group)) == 1 || all(s$cause == "")) return(NULL)
	z <- cuminc(s$exit, s$cause, s$group, if (stratified) s$stratum else rep("all", nrow(s)), cencode = "")$Tests
	z <- z[z[, "stat"] >= 0, , drop = FALSE]
	if (nrow(z) == 0) return(NULL)
	data.frame(set = name, stratified, cause = rownames(z), chisq = z[, "stat"], df = z[, "df"],
	    p = pchisq(z[, "stat"], z[, "df"], lower.tail = FALSE))
}
save(do.call(rbind, Map(gray, as.character(both$name), both$stratified)), "gray")

# ---- Aalen and Johansen, with Aalen's errors ----

incidence <- function(set, group, s, times) {
	causes <- sort(setdiff(unique(s$cause), ""), method = "radix")
	at <- timepoints(cuminc(s$exit, ifelse(s$cause == "", "lost", s$cause), cencode = "lost"), times)
	do.call(rbind, lapply(seq_along(causes), function(i)
		data.frame(set, group, cause = causes[i], time = times, incidence = as.numeric(at$est[i, ]),
		    std_error = sqrt(as.numeric(at$var[i, ])))))
}
m <- sets$mgus2
save(rbind(incidence("mgus2", "all", m, 12 * 1:30), incidence("mgus2", "F", m[m$group == "F", ], 12 * 1:30),
    incidence("mgus2", "M", m[m$group == "M", ], 12 * 1:30), incidence("away", "all", sets$away, c(7, 14, 30 * 1:11))), "incidence")

# ---- areas under the curve of lung, discounted by so much a year ----

area <- function(tau, annual) {
	f <- fit(sets$lung)
	d <- log1p(annual) / 365.25
	from <- c(0, f$time[f$time < tau]); to <- c(f$time[f$time < tau], tau)
	s <- c(1, f$surv[f$time < tau])
	sum(s * if (d == 0) to - from else (exp(-d * from) - exp(-d * to)) / d)
}
grid <- expand.grid(tau = c(90, 365, 730), annual = c(0, 0.03, 0.1))
save(cbind(grid, days = mapply(area, grid$tau, grid$annual)), "rests")

# ---- laws fitted to stays, late entries and all, and the days that one of them leaves behind a day ----

laws <- list(
	exponential = list(h = function(t, k) 0 * t, H = function(t, k) t, s = function(t, k, a) exp(-a * t), parameters = 1),
	weibull = list(h = function(t, k) log(k) + (k - 1) * log(t), H = function(t, k) t^k, s = function(t, k, a) exp(-a * t^k),
	    parameters = 2, shape = c(0.2, 5)),
	lomax = list(h = function(t, k) -log(k + t), H = function(t, k) log1p(t / k), s = function(t, k, a) (1 + t / k)^-a,
	    parameters = 2, shape = c(1, 1e6)))
tail_of <- function(name, law) {
	l <- laws[[law]]; s <- sets[[name]]
	exit <- pmax(s$exit, 0.5); d <- s$cause != ""
	rate <- function(k) sum(d) / (sum(l$H(exit, k)) - sum(l$H(s$entry[s$entry > 0], k)))
	loglik <- function(k) sum(l$h(exit[d], k)) + sum(d) * (log(rate(k)) - 1)
	k <- if (is.null(l$shape)) 1 else exp(optimize(function(x) loglik(exp(x)), log(l$shape), maximum = TRUE, tol = 1e-10)$maximum)
	data.frame(set = name, law, events = sum(d), rate = rate(k), shape = k, likelihood = loglik(k),
	    aicc = 2 * l$parameters - 2 * loglik(k) + 2 * l$parameters * (l$parameters + 1) / (sum(d) - l$parameters - 1))
}
tails <- do.call(rbind, lapply(c("lung", "veteran", "heart", "late"), function(name)
	do.call(rbind, lapply(names(laws), tail_of, name = name))))
weibull <- survreg(surv(sets$lung) ~ 1)
stopifnot(abs(1 / weibull$scale / tails$shape[tails$set == "lung" & tails$law == "weibull"] - 1) < 1e-6,
    abs(weibull$loglik[1] - tails$likelihood[tails$set == "lung" & tails$law == "weibull"]) < 1e-6)
best <- ave(tails$aicc, tails$set, FUN = min)
tails$weight <- exp((best - tails$aicc) / 2); tails$weight <- tails$weight / ave(tails$weight, tails$set, FUN = sum)
save(tails[c("set", "law", "rate", "shape", "likelihood", "weight")], "tails")
rest <- function(set, from, ahead, discount) {
	t <- tails[tails$set == set, ]
	sum(t$weight * mapply(function(law, a, k) integrate(function(u) exp(-discount * u) * laws[[law]]$s(from + u, k, a) /
	    laws[[law]]$s(from, k, a), 0, ahead, rel.tol = 1e-11)$value, t$law, t$rate, t$shape))
}
grid <- expand.grid(set = unique(tails$set), from = c(300, 1000), ahead = c(90, 1826.25), discount = c(0, log1p(0.03) / 365.25))
save(cbind(grid, days = mapply(rest, as.character(grid$set), grid$from, grid$ahead, grid$discount)), "rest-of-tails")

# ---- the value of 1 a month, summed month by month ----

month <- function(annual) (1 + annual)^(1 / 12) - 1
fixed <- expand.grid(months = c(1, 12, 18, 60), churn = NA, annual = c(0, 0.03, 0.05, 0.12))
churn <- expand.grid(months = NA, churn = c(0.01, 1 / 18, 0.05, 0.5), annual = c(0, 0.03, 0.05, 0.12))
value <- function(months, churn, annual) {
	k <- seq_len(if (is.na(months)) 6000 else months) # 0.99^6000 is 6e-27
	v <- 1 / (1 + month(annual)); r <- if (is.na(churn)) 1 else 1 - churn
	c(arrears = sum(rev(v^k * r^(k - 1))), advance = sum(rev((v * r)^(k - 1))), residual = if (is.na(churn)) NA else sum(rev((v * r)^k)))
}
grid <- rbind(fixed, churn)
save(cbind(grid, t(mapply(value, grid$months, grid$churn, grid$annual))), "annuities")

# ---- exact limits: of a rate, of a count among n, of a mean ----

events <- c(0:12, 18, 40, 99, 100, 250, 1000, 12345)
save(data.frame(events, t(vapply(events, function(n) as.numeric(poisson.test(n)$conf.int), c(low = 0, high = 0)))), "poisson")
grid <- expand.grid(n = c(0:6, 10, 17, 24, 40, 100, 333, 2500), p = c(0, 0.004, 0.0375, 0.11, 1 / 3, 0.5, 0.97, 1),
    tail = c(0.001, 0.025))
inside <- function(n, p, tail) { # the counts that the one-sided tests do not refuse, one after the other
	x <- 0:n
	kept <- x[pbinom(x, n, p) >= tail & pbinom(x - 1, n, p, lower.tail = FALSE) > tail]
	stopifnot(min(kept) == qbinom(tail, n, p), max(kept) == qbinom(tail, n, p, lower.tail = FALSE))
	if (n > 0 && p > 0 && p < 1 && max(kept) < n) # binom.test, of the first beyond
		stopifnot(binom.test(max(kept) + 1, n, p, "greater")$p.value <= tail)
	c(low = min(kept), high = max(kept))
}
save(cbind(grid, t(mapply(inside, grid$n, grid$p, grid$tail))), "binomial")
marks <- list(c(4, 5), c(1, 5, 3), c(5, 5, 4, 4, 5, 3, 4, 5, 5, 4), c(2.5, 3, 4.5, 1, 1, 5, 3, 2, 2, 4, 4), rep(c(1, 2, 5), 40))
save(do.call(rbind, lapply(marks, function(x) {
	t <- t.test(x)
	data.frame(n = length(x), mean = mean(x), sd = sd(x), low = t$conf.int[1], high = t$conf.int[2])
})), "means")

# ---- the figures that stand in unit_chance.c ----

wilson <- function(part, of) as.numeric(prop.test(part, of, correct = FALSE)$conf.int)
for (x in list(c(20, 160), c(0, 45), c(13, 57), c(2, 34), c(15, 78)))
	cat("wilson", x, format(wilson(x[1], x[2]), digits = 16), "\n")
cat("too few 6 of 46:", format(-pbinom(6, 46, 28 / 168, log.p = TRUE) / log(10), digits = 16), "\n")
cat("too many 2 of 2 among 8 of 48:", format(-phyper(1, 2, 46, 8, lower.tail = FALSE, log.p = TRUE) / log(10), digits = 16), "\n")
fisher <- function(k, n, m, of) -log10(fisher.test(rbind(c(k, n - k), c(m, of - m)), alternative = "greater")$p.value)
forecast <- function(k, n, m, of) { # the same as a beta-binomial tail, for counts that are not whole
	x <- k:n
	-log10(sum(exp(lchoose(n, x) + lbeta(1 + m + x, of - m + n - x) - lbeta(1 + m, of - m))))
}
stopifnot(abs(fisher(3, 4, 3, 42) / forecast(3, 4, 3, 42) - 1) < 1e-12)
cat("3 of 4 after 1 of 20 and habits 2, 20:", format(fisher(3, 4, 3, 42), digits = 16), "\n")
cat("3 of 4 after 1 of 20 and habits 2.25, 20.25:", format(forecast(3, 4, 3.25, 42.5), digits = 16), "\n")
cat("5 of 12 and habits 0.5, 4:", format(forecast(5, 12, 0.5, 4.5), digits = 16), "\n")
i <- 0:39; x <- ifelse(i %% 8 == 0, 6, i %% 3); n <- 10 + i; p <- sum(x) / sum(n)
within <- (sum(n * (x / n - p)^2) - 39 * p * (1 - p)) / (p * (1 - p) * (sum(n) - sum(n^2) / sum(n) - 39))
cat("habits:", format(c(p, 1 - p) * (1 / within - 1), digits = 16), "\n")
