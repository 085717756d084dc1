/* Cumulative incidence: see incidence.h. */
#include "stat/incidence.h"

#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "stat/survival.h"

/* What one pass carries: survival free of any event, incidence, and three sums from which Aalen's variance is put together,
 * v1 + F^2 v3 - 2 F v2 (Aalen 1978; in this order by R. Gray, cmprsk). */
struct pass {
	double free, incidence, v1, v2, v3;
};

/* d events of one kind among n: `own` is the weight of the incidence itself (1 for the cause in question), `left` what remains
 * event-free behind this time. */
static void
add_variance(struct pass *p, double d, double n, double own, double left)
{
	double ties = d > 1 ? 1 - (d - 1) / (n - 1) : 1;
	double jump = p->free * p->free * ties * d / (n * n);
	double share = left > 0 ? 1 / left : 0, mine = own + share * p->incidence;

	p->v1 += mine * mine * jump;
	p->v2 += share * mine * jump;
	p->v3 += share * share * jump;
}

static void
add_step(struct pass *p, const struct eni_life_step *s, uint32_t cause)
{
	double n = (double)s->at_risk, mine = (double)eni_life_events(s, cause), others = (double)s->events - mine;
	double left = s->events == s->at_risk ? 0 : p->free * ((n - (double)s->events) / n);

	if (s->events == 0)
		return;
	p->incidence += p->free * mine / n;
	if (others > 0 && left > 0)
		add_variance(p, others, n, 0, left);
	if (mine > 0)
		add_variance(p, mine, n, 1, left);
	p->free = left;
}

struct eni_incidence_curve
eni_incidence_curve(const struct eni_life *l, uint32_t group, uint32_t cause)
{
	struct eni_life_walk w = eni_life_walk(l, group);
	struct eni_incidence_curve c = {0};
	struct pass p = {.free = 1};
	struct eni_life_step s;
	double std_error = 0;
	size_t cap = 0;

	while (eni_life_next(&w, &s)) {
		struct eni_incidence *row;

		add_step(&p, &s, cause);
		if (eni_life_events(&s, cause) > 0) /* between its own events neither changes but by rounding */
			std_error = sqrt(fmax(0, p.v1 + p.incidence * p.incidence * p.v3 - 2 * p.incidence * p.v2));
		c.row = eni_grow(c.row, &cap, c.n + 1, sizeof *c.row);
		row = &c.row[c.n++];
		*row = (struct eni_incidence){s.time, p.incidence, std_error, NAN, NAN};
		eni_loglog_limits(p.incidence, std_error, &row->low, &row->high);
	}
	return c;
}

void
eni_incidence_free(struct eni_incidence_curve *c)
{
	free(c->row);
	*c = (struct eni_incidence_curve){0};
}
