#!/usr/bin/env python3
"""Models of staying and coming, worked out with 40 digits: python3 tests/data/figures.py, from the top of the repository.

Writes anew, out of retention.csv, cdnow.csv and visitors.csv (see README.md),
  sbg-fits sbg-curves sbg-residuals sbg-points   the shifted-beta-geometric model of Fader and Hardie, 2007 and 2010
  bgnbd-fits bgnbd-points             BG/NBD, Fader, Hardie and Lee, 2005
  gammagamma-fits gammagamma-points   gamma-gamma, Fader and Hardie, 2013
  visitor-points                      both, for some of the visitors whom the models were fitted to, 39 weeks and 12 months ahead
  cadence.tsv                                      months counted from a day, by Python's calendar
Formulas are those of the papers, as they stand there; the highest point of a likelihood is found by Newton's steps on numerical
derivatives.  Needs mpmath 1.2 (Debian: python3-mpmath).  With the argument "visitors" it also writes visitors.csv anew.
"""
import calendar
import csv
import random
import sys
from datetime import date, timedelta

from mpmath import beta, hyp2f1, log, loggamma, lu_solve, matrix, mp, mpf, nint, sqrt

mp.dps = 40
THERE = 'tests/data/'


def read(name):
    with open(THERE + name + '.csv', newline='') as f:
        return list(csv.DictReader(f))


def text(x):
    return mp.nstr(x, 15) if isinstance(x, mpf) else str(x)


def save(name, header, rows):
    with open(THERE + name + '.csv', 'w', newline='') as f:
        out = csv.writer(f, lineterminator='\n')
        out.writerow(header)
        out.writerows([text(x) for x in row] for row in rows)


def climb(f, start):
    """The highest point of f, and the standard errors there: Newton's method on the logarithms of the parameters."""
    h, n = mpf(10) ** -10, len(start)
    at = [log(mpf(x)) for x in start]

    def slope(at):
        def moved(*steps):
            y = list(at)
            for i, by in steps:
                y[i] += by
            return f([mp.exp(x) for x in y])
        here, up, down = f([mp.exp(x) for x in at]), [moved((i, h)) for i in range(n)], [moved((i, -h)) for i in range(n)]
        g = matrix([(up[i] - down[i]) / (2 * h) for i in range(n)])
        H = matrix(n, n)
        for i in range(n):
            H[i, i] = (up[i] - 2 * here + down[i]) / h ** 2
            for k in range(i):
                H[i, k] = H[k, i] = (moved((i, h), (k, h)) - moved((i, h), (k, -h)) - moved((i, -h), (k, h)) +
                                     moved((i, -h), (k, -h))) / (4 * h * h)
        return here, g, H

    for _ in range(30):
        here, g, H = slope(at)
        if max(abs(x) for x in g) < mpf(10) ** -14:
            break
        step = lu_solve(-H, g)
        at = [x + max(min(s, 1), -1) for x, s in zip(at, step)]
    else:
        raise ArithmeticError('no highest point')
    covariance = (-H) ** -1
    point = [mp.exp(x) for x in at]
    return point, [x * sqrt(covariance[i, i]) for i, x in enumerate(point)], here


# ---- staying ----

def sbg_stay(a, b, t):
    return beta(a, b + t) / beta(a, b)


def sbg_leave(a, b, t):
    return beta(a + 1, b + t - 1) / beta(a, b)


def sbg_loglik(cohorts):
    def f(at):
        a, b = at
        return sum((n[t - 1] - n[t]) * log(sbg_leave(a, b, t)) for n in cohorts for t in range(1, len(n))) + \
            sum(n[-1] * log(sbg_stay(a, b, len(n) - 1)) for n in cohorts)
    return f


def sbg_residual(a, b, n, v):
    """The worth of somebody before the renewal after n - 1 periods, of somebody new with n 0; v: of a period to the one before."""
    term = (b + n - 1) / (a + b + n - 1) if n > 0 else mpf(1)
    total = mpf(0)
    while term > total * mpf(10) ** -30:
        total, n = total + term, n + 1
        term *= v * (b + n - 1) / (a + b + n - 1)
    return total


def staying():
    series = {}
    for row in read('retention'):
        series.setdefault(row['set'], {}).setdefault(row['cohort'], []).append(int(row['alive']))
    cases = [(name, years, [n[:years + 1] for n in cohorts.values()])
             for name, cohorts in series.items() for years in ((4, 7) if len(cohorts) == 1 else (4,))]
    fits, curves, residuals, points = [], [], [], []
    for name, years, cohorts in cases:
        (a, b), error, loglik = climb(sbg_loglik(cohorts), (1, 3))
        fits.append((name, years, a, b, error[0], error[1], loglik, a / (a + b)))
        for t in range(13):
            curves.append((name, years, t, sbg_stay(a, b, t), sbg_stay(a, b, t) / sbg_stay(a, b, t - 1) if t > 0 else ''))
        for d in ('0.1', '0.03'):
            for n in (0, 1, 2, 5, 8):
                residuals.append((name, years, d, n, sbg_residual(a, b, n, 1 / (1 + mpf(d)))))
    for a, b in (('0.668', '3.806'), ('0.704', '1.182'), ('3.8', '15.19'), ('0.05', '0.9'), ('1', '1'), ('40', '900'), ('10000', '250000'),
                 ('2.5', '0.01'), ('0.001', '5')):
        for t, d in ((1, '0.1'), (2, '0.03'), (12, '0.01'), (60, '0.0025'), (240, '0.5')):
            a, b, v = mpf(a), mpf(b), 1 / (1 + mpf(d))
            points.append((a, b, t, d, sbg_stay(a, b, t), sbg_leave(a, b, t), sbg_stay(a, b, t) / sbg_stay(a, b, t - 1),
                           sbg_residual(a, b, 0, v), sbg_residual(a, b, t, v)))
    # the sum against the closed form of the papers
    a, b, v = mpf('0.668'), mpf('3.806'), 1 / mpf('1.1')
    assert abs(sbg_residual(a, b, 8, v) / ((b + 7) / (a + b + 7) * hyp2f1(1, b + 8, a + b + 8, v)) - 1) < mpf(10) ** -20
    save('sbg-fits', 'set years alpha beta alpha_error beta_error loglik churn'.split(), fits)
    save('sbg-curves', 'set years t survival retention'.split(), curves)
    save('sbg-residuals', 'set years d n residual'.split(), residuals)
    save('sbg-points', 'alpha beta t d survival leave retention new residual'.split(), points)


# ---- coming ----

def bgnbd_loglik(r, alpha, a, b, x, tx, T):
    A = loggamma(r + x) - loggamma(r) + r * log(alpha)
    came = beta(a, b + x) / beta(a, b) * (alpha + T) ** -(r + x)
    gone = beta(a + 1, b + x - 1) / beta(a, b) * (alpha + tx) ** -(r + x) if x > 0 else 0
    return A + log(came + gone)


def bgnbd_alive(r, alpha, a, b, x, tx, T):
    return 1 / (1 + (a / (b + x - 1) * ((alpha + T) / (alpha + tx)) ** (r + x) if x > 0 else 0))


def bgnbd_visits(r, alpha, a, b, x, tx, T, t):
    if a == 1:
        a += mpf(10) ** -25  # the formula has a gap there
    F = hyp2f1(r + x, b + x, a + b + x - 1, t / (alpha + T + t), maxterms=10 ** 7)
    return (a + b + x - 1) / (a - 1) * (1 - ((alpha + T) / (alpha + T + t)) ** (r + x) * F) * bgnbd_alive(r, alpha, a, b, x, tx, T)


def bgnbd_sum(rows):
    """The log-likelihood of all visitors; what depends on x alone is worked out once."""
    many = {}
    for x, tx, T in rows:
        many[x, tx, T] = many.get((x, tx, T), 0) + 1
    xs = {x for x, _, _ in many}

    def f(at):
        r, alpha, a, b = at
        A = {x: loggamma(r + x) - loggamma(r) + r * log(alpha) for x in xs}
        P = {x: beta(a, b + x) / beta(a, b) for x in xs}
        Q = {x: beta(a + 1, b + x - 1) / beta(a, b) if x > 0 else mpf(0) for x in xs}
        return sum(n * (A[x] + log(P[x] * (alpha + T) ** -(r + x) + Q[x] * (alpha + tx) ** -(r + x))) for (x, tx, T), n in many.items())
    return f


def gammagamma_loglik(p, q, v, x, m):
    return loggamma(p * x + q) - loggamma(p * x) - loggamma(q) + q * log(v) + (p * x - 1) * log(m) + p * x * log(x) - \
        (p * x + q) * log(x * m + v)


def gammagamma_mean(p, q, v, x, m):
    return p * (v + x * m) / (p * x + q - 1)


def people(name, unit):
    """x, tx, T in units of so many days, and the mean repeat purchase, of every visitor."""
    rows = []
    for row in read(name):
        x, m = int(row['x']), mpf(row['cents']) / 100
        rows += [(x, mpf(row['tx']) / unit, mpf(row['T']) / unit, m / x if x > 0 else mpf(0))] * int(row['n'])
    return rows


def coming():
    fits, money, visitors, points, prices = [], [], [], [], []
    for name, unit, start, pay in (('cdnow', 7, (.25, 4.5, .8, 2.4), (6, 4, 15)), ('cdnow', 1, (.25, 31, .8, 2.4), None),
                                   ('visitors', 7, (2, 1, .6, 8), (5, 4, 12))):
        rows = people(name, unit)
        at, error, loglik = climb(bgnbd_sum([row[:3] for row in rows]), start)
        expected = {v: bgnbd_visits(*at, *v, mpf(39 * 7) / unit) for v in {row[:3] for row in rows}}
        fits.append((name, unit, len(rows), *at, *error, loglik, sum(expected[row[:3]] for row in rows)))
        if pay is None:
            continue
        payers = [(row[0], row[3]) for row in rows if row[0] > 0]
        price, error, loglik = climb(lambda p: sum(gammagamma_loglik(*p, x, m) for x, m in payers), pay)
        money.append((name, len(payers), *price, *error, loglik))
        for row in rows[::23]:
            x, tx, T, m = row
            mean = gammagamma_mean(*price, x, m)
            months = [bgnbd_visits(*at, x, tx, T, mpf(52) * k / 12) for k in range(13)]
            value = mean * sum((months[k] - months[k - 1]) / mpf('1.01') ** k for k in range(1, 13))
            visitors.append((name, x, int(nint(tx * unit)), int(nint(T * unit)), m, bgnbd_loglik(*at, x, tx, T),
                             bgnbd_alive(*at, x, tx, T), expected[x, tx, T], mean, value))
    shapes = (('0.2426', '4.4136', '0.7929', '2.4259'), ('8', '1', '0.3', '20'), ('1.5', '0.2', '1', '1'), ('0.6', '5', '1.0000001', '3'),
              ('30', '3.5', '0.02', '400'), ('0.01', '0.01', '5', '0.5'), ('100', '12', '2.5', '5000'))
    seen = ((0, 0, 40, 39), (1, 3, 40, 39), (2, '30.43', '38.86', 39), (26, '30.86', 31, 52), (90, 100, 101, 4), (400, 350, 700, 52),
            (3, 3, 3, '0.01'))
    for shape in shapes:
        for x, tx, T, t in seen:
            r, alpha, a, b = (mpf(y) for y in shape)
            v = x, mpf(tx), mpf(T)
            points.append((*shape, x, tx, T, t, bgnbd_loglik(r, alpha, a, b, *v), bgnbd_alive(r, alpha, a, b, *v),
                           bgnbd_visits(r, alpha, a, b, *v, mpf(t))))
    for p, q, v in (('6.25', '3.74', '15.44'), ('3', '9', '4200'), ('0.5', '1.2', '0.1'), ('200', '50', '1e6'), ('1', '2', '1')):
        for x, m in ((1, '35.5'), (2, '4000'), (12, '2337.89'), (100, '4269.11'), (900, '0.07')):
            at = mpf(p), mpf(q), mpf(v), x, mpf(m)
            prices.append((p, q, v, x, m, gammagamma_loglik(*at), gammagamma_mean(*at)))
    save('bgnbd-fits', 'set unit n r alpha a b r_error alpha_error a_error b_error loglik visits'.split(), fits)
    save('bgnbd-points', 'r alpha a b x tx T t loglik alive visits'.split(), points)
    save('gammagamma-fits', 'set n p q v p_error q_error v_error loglik'.split(), money)
    save('gammagamma-points', 'p q v x m loglik mean'.split(), prices)
    save('visitor-points', 'set x tx T m loglik alive visits mean value'.split(), visitors)


def visitors():
    """300 invented visitors of a clinic, seen for 20 to 60 weeks; who comes often has hundreds of visits."""
    dice, rows = random.Random(20260103), []
    for _ in range(300):
        rate, stop = dice.gammavariate(1.4, 1 / 1.1) + 1e-3, dice.betavariate(0.6, 9)
        T, at, days, cents = dice.randrange(140, 421), 0.0, set(), 0
        price = 1 / dice.gammavariate(4.2, 1 / 12.5)
        while True:
            at += dice.expovariate(rate) * 7
            if at > T:
                break
            day = max(1, int(at))
            if day not in days:
                days.add(day)
                cents += max(1, round(100 * dice.gammavariate(5, 1) * price))
            if dice.random() < stop:
                break
        rows.append((len(days), max(days, default=0), T, cents, 1))
    save('visitors', 'x tx T cents n'.split(), rows)


# ---- months counted from a day ----

def cadence():
    rows = []
    for start in ('2024-01-31', '2023-01-31', '2026-10-31', '2024-01-30', '2027-08-31', '2024-02-29', '2026-06-15', '2026-12-01'):
        day = date.fromisoformat(start)
        for every, months in (('1m', 1), ('2m', 2), ('3m', 3), ('1y', 12)):
            for k in (1, 2, 3, 5, 13):
                y, m = divmod(day.year * 12 + day.month - 1 + k * months, 12)
                rows.append((start, every, k, date(y, m + 1, min(day.day, calendar.monthrange(y, m + 1)[1]))))
        for every, days in (('1d', 1), ('2w', 14), ('30d', 30)):
            rows += [(start, every, k, day + timedelta(days=k * days)) for k in (-1, 1, 7)]
    with open(THERE + 'cadence.tsv', 'w') as f:
        for row in rows:
            f.write('\t'.join(str(x) for x in row) + '\n')


if 'visitors' in sys.argv[1:]:
    visitors()
cadence()
staying()
coming()
