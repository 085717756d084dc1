/* The progress line: see progress.h. */
#include "cli/progress.h"

#include <time.h>
#include <unistd.h>

enum { FIRST_MS = 1000, EVERY_MS = 200 };

/* One terminal, one line: what has been read of the file at hand. */
static struct {
	const char *file;
	size_t bytes;
	int64_t start, last; /* ms */
	bool shown;
} line;

static int64_t
now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static void
progress(struct eni_diag *d, const char *file, size_t bytes)
{
	int64_t now = now_ms();

	if (file == NULL) {
		eni_progress_end(d);
		return;
	}
	if (line.file != file) {
		line.file = file;
		line.bytes = 0;
	}
	line.bytes += bytes;
	if (now - line.start < FIRST_MS || now - line.last < EVERY_MS)
		return;
	line.last = now;
	line.shown = true;
	fprintf(d->out, "\r%s: reading %s, %zu MB\033[K", d->prog, file, line.bytes / 1000000);
	fflush(d->out);
}

void
eni_progress_watch(struct eni_diag *d)
{
	if (!isatty(fileno(d->out)))
		return;
	line.start = now_ms();
	d->progress = progress;
}

void
eni_progress_end(struct eni_diag *d)
{
	if (line.shown)
		fputs("\r\033[K", d->out);
	line.shown = false;
}
