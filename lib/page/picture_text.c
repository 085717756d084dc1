/* Pictures in characters: see picture.h. */
#include <math.h>
#include <stdlib.h>

#include "base/real.h"
#include "base/text.h"
#include "page/picture.h"

enum { ROWS = 20, TICKS = 4, MARGIN = 7 /* of the scale at the left */, NARROWEST = 24 };

static const char marks[] = "*o+x#@%&";
_Static_assert(sizeof marks > ENI_PICTURE_MOST, "a mark for each curve");

static const char funnel_marks[] = "*-..::"; /* the points, the mean, pairs of limits */

static char
mark_of(const struct eni_picture *p, size_t series)
{
	if (p->kind == ENI_PICTURE_FUNNEL)
		return funnel_marks[series % (sizeof funnel_marks - 1)];
	return marks[series % (sizeof marks - 1)];
}

static double
highest_x(const struct eni_picture *p)
{
	double most = 0;

	for (size_t i = 0; i < p->n; i++)
		for (size_t k = 0; k < p->series[i].n; k++)
			most = fmax(most, p->series[i].point[k].x);
	return most;
}

static double
highest_y(const struct eni_picture *p)
{
	double most = 0;

	for (size_t i = 0; i < p->n; i++)
		for (size_t k = 0; k < p->series[i].n; k++)
			most = fmax(most, p->series[i].point[k].y);
	return p->top > 0 ? p->top : most > 0 ? most : 1;
}

/* The end of a scale from 0 whose ticks are short numbers: the first that reaches x. */
static double
scale_end(double x)
{
	static const double step[] = {1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10};
	double tick = x / TICKS, unit = pow(10, floor(log10(tick)));
	size_t i = 0;

	while (i + 1 < sizeof step / sizeof *step && step[i] * unit < tick * (1 - 1e-9))
		i++;
	return TICKS * step[i] * unit;
}

/* The name as it may be shown, filled up to `width` screen columns. */
static void
put_name(FILE *out, struct eni_str name, size_t width)
{
	struct eni_buf b = {0};
	size_t wide;

	eni_show(&b, name);
	wide = eni_columns(eni_buf_str(&b), true);
	fprintf(out, "%.*s%*s", (int)b.n, b.n == 0 ? "" : b.p, wide < width ? (int)(width - wide) : 0, "");
	eni_buf_free(&b);
}

static void
put_title(const struct eni_picture *p, FILE *out)
{
	put_name(out, p->title, 0);
	fputc('\n', out);
}

/* Which mark is whose. */
static void
put_names(const struct eni_picture *p, FILE *out)
{
	for (size_t i = 0; i < p->n; i++) {
		if (p->series[i].name.n == 0)
			continue;
		fprintf(out, "  %c ", mark_of(p, i));
		put_name(out, p->series[i].name, 0);
		fputc('\n', out);
	}
}

/* ---- curves ---- */

/* The curve column by column; where it jumps, its mark fills the way. */
static void
trace(char *grid, size_t width, const struct eni_series *s, char mark, double right, double top)
{
	size_t at = 0, before = SIZE_MAX;

	for (size_t column = 0; column < width && s->n > 0; column++) {
		double x = right * (double)column / (double)(width - 1);
		size_t row, from;

		while (at + 1 < s->n && s->point[at + 1].x <= x)
			at++;
		if (x > s->point[s->n - 1].x + right / (double)width)
			return; /* none was watched so long */
		row = (size_t)lround((1 - fmin(1, s->point[at].y / top)) * ROWS);
		from = before == SIZE_MAX ? row : before;
		for (size_t r = row < from ? row : from; r <= (row < from ? from : row); r++)
			grid[r * width + column] = mark;
		before = row;
	}
}

/* Single marks, without a line. */
static void
spot(char *grid, size_t width, const struct eni_series *s, char mark, double right, double top)
{
	for (size_t i = 0; i < s->n; i++) {
		size_t column = (size_t)lround(s->point[i].x / right * (double)(width - 1));

		grid[(size_t)lround((1 - fmin(1, s->point[i].y / top)) * ROWS) * width + column] = mark;
	}
}

/* The points of a funnel stand on their limits. */
static void
fill(char *grid, size_t width, const struct eni_picture *p, double right, double top)
{
	size_t points = p->kind == ENI_PICTURE_FUNNEL;

	memset(grid, ' ', (ROWS + 1) * width);
	for (size_t i = points; i < p->n; i++)
		trace(grid, width, &p->series[i], mark_of(p, i), right, top);
	for (size_t i = 0; i < points; i++)
		spot(grid, width, &p->series[i], mark_of(p, i), right, top);
}

/* Whose points are outside. */
static void
put_labels(const struct eni_picture *p, FILE *out)
{
	for (size_t i = 0; p->label != NULL && i < p->series[0].n; i++) {
		if (p->label[i].n == 0)
			continue;
		fprintf(out, "    ");
		put_name(out, p->label[i], 0);
		fprintf(out, " (%.4g, %.4g)\n", p->series[0].point[i].x, p->series[0].point[i].y);
	}
}

static void
put_curves(const struct eni_picture *p, FILE *out, size_t width)
{
	size_t inner = width - MARGIN;
	double right = highest_x(p), top = scale_end(highest_y(p));
	char *grid = eni_realloc(NULL, (ROWS + 1) * inner);
	struct eni_buf b = {0};

	fill(grid, inner, p, right, top);
	for (size_t row = 0; row <= ROWS; row++) {
		size_t n = inner;

		while (n > 0 && grid[row * inner + n - 1] == ' ')
			n--;
		if (row % (ROWS / TICKS) == 0)
			fprintf(out, "%5.4g +", top * (ROWS - (double)row) / ROWS);
		else
			fprintf(out, "      |");
		fprintf(out, "%.*s\n", (int)n, grid + row * inner);
	}
	eni_real_format(&b, right);
	fprintf(out, "      0%*.*s\n      ", (int)inner, (int)b.n, b.n == 0 ? "" : b.p);
	put_name(out, p->x, 0);
	fputc('\n', out);
	put_names(p, out);
	put_labels(p, out);
	eni_buf_free(&b);
	free(grid);
}

/* ---- bars ---- */

static size_t
widest_name(const struct eni_picture *p)
{
	size_t most = 0;

	for (size_t k = 0; p->n > 0 && k < p->series[0].n; k++) {
		size_t wide = eni_columns(p->tick[k], true);

		most = wide > most ? wide : most;
	}
	return most;
}

enum { LOW = 2, HIGH }; /* series of a month: behind the share and the mean */

/* A bar of so many marks; of a month the limits, too: where it may end. */
static void
put_bar(const struct eni_picture *p, FILE *out, size_t series, size_t at, size_t room)
{
	double top = highest_y(p), y = p->series[series].point[at].y;
	long n = lround(fmax(0, fmin(1, y / top)) * (double)room), end = n;
	long limit[] = {-1, -1};

	for (size_t i = 0; p->kind == ENI_PICTURE_CONTROL && i < 2; i++) {
		double x = p->series[LOW + i].point[at].y;

		limit[i] = isnan(x) ? -1 : lround(fmin(1, x / top) * (double)room);
		end = limit[i] + 1 > end ? limit[i] + 1 : end;
	}
	for (long i = 0; i < end; i++)
		fputc(i == limit[0] || i == limit[1]                ? '|'
		      : i >= n                                      ? ' '
		      : p->kind == ENI_PICTURE_CONTROL || p->n == 1 ? '#'
								    : mark_of(p, series),
		    out);
}

static void
put_bars(const struct eni_picture *p, FILE *out, size_t width)
{
	size_t name = widest_name(p), room = width > name + 12 ? width - name - 12 : 1;
	size_t n = p->kind == ENI_PICTURE_CONTROL ? 1 : p->n;

	for (size_t k = 0; p->n > 0 && k < p->series[0].n; k++) {
		struct eni_str tick = p->tick[k];

		for (size_t i = 0; i < n; i++) {
			struct eni_buf b = {0};

			if (p->kind == ENI_PICTURE_BARS && isnan(p->series[i].point[k].y))
				continue;
			put_name(out, tick, name + 1);
			put_bar(p, out, i, k, room);
			eni_real_format(&b, p->series[i].point[k].y);
			fprintf(out, " %.*s\n", (int)b.n, b.n == 0 ? "" : b.p);
			eni_buf_free(&b);
			tick = (struct eni_str){"", 0};
		}
	}
	if (n > 1)
		put_names(p, out);
	if (p->kind == ENI_PICTURE_CONTROL) {
		fputs("  | ", out);
		put_name(out, p->series[LOW].name, 0);
		fputs(", ", out);
		put_name(out, p->series[HIGH].name, 0);
		fputc('\n', out);
	}
}

void
eni_picture_text(const struct eni_picture *p, FILE *out, size_t width)
{
	put_title(p, out);
	(p->kind == ENI_PICTURE_STEPS || p->kind == ENI_PICTURE_FUNNEL ? put_curves : put_bars)(
	    p, out, width < NARROWEST ? (size_t)NARROWEST : width);
}
