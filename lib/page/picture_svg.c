/* Pictures as SVG: see picture.h.  gnuplot reads its script from a pipe and writes to the very file descriptor of `out`. */
#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/real.h"
#include "base/text.h"
#include "page/picture.h"

/* Okabe and Ito, "Color Universal Design" (2008), the darkest first and yellow, which print swallows, left out. */
static const char *const colours[] = {"#0072B2", "#D55E00", "#000000", "#009E73", "#CC79A7", "#E69F00", "#56B4E9"};
enum { N_COLOURS = sizeof colours / sizeof *colours, N_DASHES = 5 /* of gnuplot's own */ };

/* In pixels, or in what else there is room for. */
#define WIDTH "840"
#define HEIGHT "520"

/* A text in single quotes, in which gnuplot neither runs commands nor looks for variables. */
static void
quote(struct eni_buf *b, struct eni_str s)
{
	eni_buf_char(b, '\'');
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];

		if (c == '\'')
			eni_buf_char(b, '\'');
		eni_buf_char(b, c < ' ' || c == 0x7f ? ' ' : (char)c);
	}
	eni_buf_char(b, '\'');
}

static void
setting(struct eni_buf *b, const char *what, struct eni_str text)
{
	eni_buf_printf(b, "set %s ", what);
	quote(b, text);
	eni_buf_char(b, '\n');
}

static void
numbers(struct eni_buf *b, const double *x, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		eni_buf_char(b, i == 0 ? '\n' : ' ');
		eni_real_format(b, x[i]);
	}
}

/* What is not there is a gap.  half: each holds for so much on either side, as a month's limit does. */
static void
put_each(struct eni_buf *b, const struct eni_series *s, double half, double unit)
{
	for (size_t i = 0; i < s->n; i++) {
		const struct eni_point *p = &s->point[i];

		if (isnan(p->y))
			eni_buf_printf(b, "\n%zu NaN", i);
		else
			numbers(b, (double[]){p->x - half, p->y * unit}, 2);
		if (half > 0 && !isnan(p->y))
			numbers(b, (double[]){p->x + half, p->y * unit}, 2);
	}
}

/* A step is two points: gnuplot can fill between two lines, not between two stairs. */
static void
put_stairs(struct eni_buf *b, const struct eni_series *s, bool limits, double unit)
{
	const struct eni_point *before = NULL;
	size_t n = limits ? 4 : 2;

	for (size_t i = 0; i < s->n; i++) {
		const struct eni_point *p = &s->point[i];

		if (limits && !(p->low <= p->high)) {
			before = NULL;
			continue;
		}
		if (before != NULL)
			numbers(b, (double[]){p->x, before->y * unit, before->low * unit, before->high * unit}, n);
		numbers(b, (double[]){p->x, p->y * unit, p->low * unit, p->high * unit}, n);
		before = p;
	}
}

static double
unit_of(const struct eni_picture *p)
{
	return p->share ? 100 : 1;
}

static void
put_data(struct eni_buf *b, const struct eni_picture *p)
{
	for (size_t i = 0; i < p->n; i++) {
		eni_buf_printf(b, "$curve%zu << EOD", i);
		if (p->kind == ENI_PICTURE_STEPS)
			put_stairs(b, &p->series[i], false, unit_of(p));
		else
			put_each(b, &p->series[i], p->kind == ENI_PICTURE_CONTROL && i > 0 ? 0.5 : 0, unit_of(p));
		eni_buf_printf(b, "\nEOD\n$limits%zu << EOD", i);
		if (p->kind == ENI_PICTURE_STEPS)
			put_stairs(b, &p->series[i], true, unit_of(p));
		eni_buf_printf(b, "\nEOD\n");
	}
}

static bool
has_limits(const struct eni_series *s)
{
	for (size_t i = 0; i < s->n; i++)
		if (s->point[i].low <= s->point[i].high)
			return true;
	return false;
}

static void
put_curves(struct eni_buf *b, const struct eni_picture *p)
{
	const char *between = "plot ";

	for (size_t i = 0; i < p->n; i++)
		if (has_limits(&p->series[i])) {
			eni_buf_printf(b,
			    "%s$limits%zu using 1:3:4 with filledcurves lc rgb '%s' fs transparent solid 0.13 notitle", between, i,
			    colours[i % N_COLOURS]);
			between = ", ";
		}
	for (size_t i = 0; i < p->n; i++) {
		eni_buf_printf(b, "%s$curve%zu using 1:2 with lines lw %s dt %zu lc rgb '%s' title ", between, i,
		    i < N_DASHES ? "2.5" : "1.5", i % N_DASHES + 1, colours[i % N_COLOURS]);
		quote(b, p->series[i].name);
		between = ", ";
	}
}

/* gnuplot's fill patterns: full, hatched, crossed, hatched the other way, empty. */
static const int patterns[] = {3, 4, 1, 5, 0};
enum { N_PATTERNS = sizeof patterns / sizeof *patterns };

/* What fits below the picture: names side by side, or slanted, or only every so many. */
enum { NAMES_SIDE_BY_SIDE = 80 /* columns */, BESIDE_A_KEY = 60, NAMES_SLANTED = 24, SLANTED_MARGIN = 7 };

static void
put_ticks(struct eni_buf *b, const struct eni_picture *p)
{
	size_t n = p->series[0].n, every = (n + NAMES_SLANTED - 1) / NAMES_SLANTED, widest = 0;
	bool key = p->n > 1 && p->kind == ENI_PICTURE_BARS;
	size_t room = key ? BESIDE_A_KEY : NAMES_SIDE_BY_SIDE;

	for (size_t i = 0; i < n; i++) {
		size_t wide = eni_columns(p->tick[i], true) + 1;

		widest = wide > widest ? wide : widest;
	}
	eni_buf_printf(b, "set xrange [-0.6:%.1f]\nset xzeroaxis lt -1\nset xtics %s (", (double)n - 0.4,
	    n * widest <= room ? "norotate" : "rotate by -30");
	for (size_t i = 0; i < n; i++) {
		if (i % every != 0)
			continue;
		eni_buf_add(b, eni_str_of(i == 0 ? "" : ", "));
		quote(b, p->tick[i]);
		eni_buf_printf(b, " %zu", i);
	}
	eni_buf_printf(b, ")\nset rmargin %d\n", n * widest <= room || key ? -1 : SLANTED_MARGIN);
}

static void
put_bars(struct eni_buf *b, const struct eni_picture *p)
{
	put_ticks(b, p);
	eni_buf_printf(b, "set boxwidth %.3f\n", 0.8 / (double)p->n);
	for (size_t i = 0; i < p->n; i++) {
		eni_buf_printf(b, "%s$curve%zu using ($1+%.3f):2 with boxes lc rgb '%s' fs pattern %d border lc rgb 'black' title ",
		    i == 0 ? "plot " : ", ", i, ((double)i + 0.5) * 0.8 / (double)p->n - 0.4, colours[i % N_COLOURS],
		    patterns[i % N_PATTERNS]);
		quote(b, p->series[i].name);
	}
}

/* ---- points against limits ---- */

enum { POINTS, MEAN, LIMITS };

/* Points keep their distance to the axes, and labels stay within the picture. */
static void
put_labels(struct eni_buf *b, const struct eni_picture *p)
{
	const struct eni_series *s = &p->series[POINTS];

	for (size_t i = 0; i < s->n; i++) {
		if (p->label[i].n == 0)
			continue;
		eni_buf_printf(b, "set label ");
		quote(b, p->label[i]);
		eni_buf_printf(b, " at %.10g,%.10g offset 0.8,0.4\n", s->point[i].x, s->point[i].y * unit_of(p));
	}
}

/* The mean is a full line, limits are dashed, each pair closer than the last. */
static void
put_line(struct eni_buf *b, size_t i)
{
	eni_buf_printf(b, "$curve%zu using 1:2 with lines lw %s dt %zu lc rgb '%s' title ", i, i == MEAN ? "1.5" : "2",
	    i == MEAN ? (size_t)1 : 2 + (i - LIMITS) / 2, i == MEAN ? "#000000" : colours[1]);
}

static void
put_points(struct eni_buf *b, const struct eni_picture *p)
{
	bool months = p->kind == ENI_PICTURE_CONTROL;

	if (months)
		put_ticks(b, p);
	else
		put_labels(b, p);
	eni_buf_printf(b, "plot ");
	for (size_t i = MEAN; i < p->n; i++) {
		put_line(b, i);
		quote(b, p->series[i].name);
		eni_buf_printf(b, ", ");
	}
	eni_buf_printf(
	    b, "$curve0 using 1:2 with %s pt 7 ps 0.7 lc rgb '%s' title ", months ? "linespoints" : "points", colours[0]);
	quote(b, p->series[POINTS].name);
}

/* The names of the series stand beside what is drawn, never on it; the title names what is alone. */
static const char *
key_of(const struct eni_picture *p)
{
	if (p->kind == ENI_PICTURE_CONTROL) /* months want the width */
		return "below center";
	return p->n == 1 && (p->kind == ENI_PICTURE_BARS || p->series[0].name.n == 0) ? "off" : "outside right top";
}

static double
beyond(const struct eni_picture *p, bool most)
{
	double y = 0;

	for (size_t i = 0; i < p->n; i++)
		for (size_t k = 0; k < p->series[i].n; k++)
			y = most ? fmax(y, p->series[i].point[k].y) : fmin(y, p->series[i].point[k].y);
	return y;
}

/* Bars for a few people: gnuplot would cut the axis finer than into whole ones. */
static bool
counts_few(const struct eni_picture *p)
{
	enum { FEW = 8 };

	for (size_t i = 0; i < p->n; i++)
		for (size_t k = 0; k < p->series[i].n; k++)
			if (p->series[i].point[k].y != floor(p->series[i].point[k].y))
				return false;
	return p->kind == ENI_PICTURE_BARS && beyond(p, false) >= 0 && beyond(p, true) <= FEW;
}

/* From zero up; bars may go below: seats that are missing. */
static void
put_range(struct eni_buf *b, const struct eni_picture *p)
{
	if (p->top > 0)
		eni_buf_printf(b, "set yrange [0:%g]\n", p->top * unit_of(p));
	else if (counts_few(p))
		eni_buf_printf(b, "set yrange [0:%g]\nset ytics 1\n", fmax(1, beyond(p, true)));
	else if (beyond(p, true) == 0 && beyond(p, false) == 0)
		eni_buf_printf(b, "set yrange [0:1]\n");
	else
		eni_buf_printf(b, "set yrange [%s:*]\n", beyond(p, false) < 0 ? "*" : "0");
	if (p->share)
		eni_buf_printf(b, "set format y '%%g %%%%'\n");
}

static void
put_script(struct eni_buf *b, const struct eni_picture *p)
{
	static void (*const put[])(struct eni_buf *, const struct eni_picture *) = {[ENI_PICTURE_STEPS] = put_curves,
	    [ENI_PICTURE_BARS] = put_bars,
	    [ENI_PICTURE_CONTROL] = put_points,
	    [ENI_PICTURE_FUNNEL] = put_points};

	eni_buf_printf(b,
	    "set encoding utf8\nset terminal svg size " WIDTH "," HEIGHT " noenhanced font 'sans-serif,15' background rgb 'white'\n"
	    "set border 3\nset tics nomirror out\nset grid ytics lc rgb '#cccccc' lw 1\nset xrange [%s:*]\n"
	    "set key %s Left reverse samplen 3 width 1\n",
	    p->kind == ENI_PICTURE_STEPS || p->kind == ENI_PICTURE_FUNNEL ? "0" : "*", key_of(p));
	put_range(b, p);
	setting(b, "title", p->title);
	setting(b, "xlabel", p->x);
	setting(b, "ylabel", p->y);
	put_data(b, p);
	put[p->kind](b, p);
	eni_buf_char(b, '\n');
}

/* Starts gnuplot; *in is the pipe to it.  0 or an errno. */
static int
start(FILE *out, pid_t *pid, int *in)
{
	char *argv[] = {(char[]){"gnuplot"}, (char[]){"--default-settings"}, (char[]){"-"}, NULL};
	/* nothing of the caller's: the same bytes in every language, and without one gnuplot would warn of its degree sign */
	char *environment[] = {(char[]){"LC_ALL=C.UTF-8"}, NULL};
	posix_spawn_file_actions_t actions;
	int ends[2], rc;

	if (pipe2(ends, O_CLOEXEC) == -1)
		return errno;
	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_adddup2(&actions, ends[0], 0);
	posix_spawn_file_actions_adddup2(&actions, fileno(out), 1);
	rc = posix_spawnp(pid, argv[0], &actions, NULL, argv, environment);
	posix_spawn_file_actions_destroy(&actions);
	close(ends[0]);
	if (rc != 0)
		close(ends[1]);
	*in = ends[1];
	return rc;
}

/* All of it; a gnuplot that goes away early must not take us with it. */
static void
send(int fd, struct eni_str s)
{
	void (*before)(int) = signal(SIGPIPE, SIG_IGN);
	ssize_t n = 1;

	for (; s.n > 0 && n > 0; s = eni_str_from(s, n > 0 ? (size_t)n : 0))
		n = write(fd, s.p, s.n);
	close(fd);
	signal(SIGPIPE, before);
}

int
eni_picture_svg(const struct eni_picture *p, FILE *out)
{
	struct eni_buf script = {0};
	int status = 0, in = -1, rc;
	pid_t pid;

	fflush(out);
	if ((rc = start(out, &pid, &in)) != 0)
		return rc;
	put_script(&script, p);
	send(in, eni_buf_str(&script));
	eni_buf_free(&script);
	while (waitpid(pid, &status, 0) == -1 && errno == EINTR)
		;
	/* POSIX: where only the child can find out that there is no such program, it ends with 127. */
	if (WIFEXITED(status) && WEXITSTATUS(status) == 127)
		return ENOENT;
	return status == 0 ? 0 : -1;
}

/* ---- on a page ---- */

/* FNV-1a: names made of it are those of this picture alone. */
static uint32_t
sum_of(struct eni_str s)
{
	uint32_t sum = 2166136261u;

	for (size_t i = 0; i < s.n; i++)
		sum = (sum ^ (unsigned char)s.p[i]) * 16777619u;
	return sum;
}

/* Skips up to and with the end of the next such tag; all of s where there is none. */
static struct eni_str
behind(struct eni_str s, const char *tag)
{
	const char *at = s.n == 0 ? NULL : memmem(s.p, s.n, tag, strlen(tag));

	return eni_str_from(s, at == NULL ? s.n : (size_t)(at - s.p) + strlen(tag));
}

/* Appends markup with a prefix to each name in it, where it is given and where it is meant. */
static void
put_renamed(struct eni_buf *out, struct eni_str s, struct eni_str prefix)
{
	static const char *const before[] = {" id='", " id=\"", "href='#", "href=\"#", "url(#"};

	while (s.n > 0) {
		size_t n = 0;

		for (size_t i = 0; n == 0 && i < sizeof before / sizeof *before; i++)
			if (eni_str_starts(s, eni_str_of(before[i])))
				n = strlen(before[i]);
		eni_buf_add(out, (struct eni_str){s.p, n > 0 ? n : 1});
		eni_buf_add(out, n > 0 ? prefix : (struct eni_str){"", 0});
		s = eni_str_from(s, n > 0 ? n : 1);
	}
}

/* Of gnuplot's document what stands behind its head, in a head of ours: without its size in pixels, and not called Gnuplot. */
static void
put_element(struct eni_buf *out, struct eni_str document, struct eni_str title)
{
	char prefix[16];
	size_t n = (size_t)snprintf(prefix, sizeof prefix, "p%08x-", (unsigned)sum_of(document));

	eni_buf_add(out, ENI_S("<svg viewBox=\"0 0 " WIDTH " " HEIGHT "\" xmlns=\"http://www.w3.org/2000/svg\" "
			       "xmlns:xlink=\"http://www.w3.org/1999/xlink\" role=\"img\">\n<title>"));
	for (size_t i = 0; i < title.n; i++) {
		if (title.p[i] == '<' || title.p[i] == '&')
			eni_buf_printf(out, "&#%d;", title.p[i]);
		else
			eni_buf_char(out, title.p[i]);
	}
	eni_buf_add(out, ENI_S("</title>\n"));
	put_renamed(out, behind(behind(document, "<svg"), "</desc>"), (struct eni_str){prefix, n});
}

int
eni_picture_inline(const struct eni_picture *p, struct eni_buf *out)
{
	enum { PIECE = 64 * 1024 };
	FILE *file = tmpfile();
	struct eni_buf document = {0};
	size_t n;
	int rc;

	if (file == NULL)
		return errno;
	rc = eni_picture_svg(p, file);
	rewind(file);
	while (rc == 0 && (n = fread(eni_buf_room(&document, PIECE), 1, PIECE, file)) > 0)
		document.n += n;
	if (rc == 0)
		put_element(out, eni_buf_str(&document), p->title);
	fclose(file);
	eni_buf_free(&document);
	return rc;
}
