/* Messages: see diag.h. */
#include "base/diag.h"

#include "base/text.h"

static void
say(struct eni_diag *d, struct eni_place at, const char *field, const char *fmt, va_list ap)
{
	struct eni_buf text = {0}, line = {0};

	d->messages++;
	if (d->quiet || d->messages > ENI_MESSAGES_MAX)
		return;
	if (d->progress != NULL)
		d->progress(d, NULL, 0);
	eni_buf_printf(&line, "%s: ", d->prog);
	if (at.file != NULL)
		eni_show(&line, eni_str_of(at.file));
	if (at.file != NULL && at.line > 0)
		eni_buf_printf(&line, ":%lu", (unsigned long)at.line);
	if (at.file != NULL)
		eni_buf_add(&line, ENI_S(": "));
	if (field != NULL) {
		eni_show(&line, eni_str_of(field));
		eni_buf_add(&line, ENI_S(": "));
	}
	eni_buf_vprintf(&text, fmt, ap);
	eni_show(&line, eni_buf_str(&text));
	eni_buf_char(&line, '\n');
	fwrite(line.p, 1, line.n, d->out);
	eni_buf_free(&text);
	eni_buf_free(&line);
}

int
eni_warn(struct eni_diag *d, struct eni_place at, const char *field, const char *fmt, ...)
{
	va_list ap;

	if (d->muted)
		return 0;
	va_start(ap, fmt);
	say(d, at, field, fmt, ap);
	va_end(ap);
	return 0;
}

int
eni_aside(struct eni_diag *d, struct eni_place at, const char *field, const char *fmt, ...)
{
	va_list ap;

	if (d->muted)
		return -1;
	va_start(ap, fmt);
	say(d, at, field, fmt, ap);
	va_end(ap);
	if (d->status < 1 || d->strict)
		d->status = d->strict ? 2 : 1;
	return -1;
}

int
eni_fail(struct eni_diag *d, struct eni_place at, const char *field, const char *fmt, ...)
{
	va_list ap;

	if (d->messages >= ENI_MESSAGES_MAX) { /* why it ends is always said */
		eni_diag_end(d);
		d->messages = 0;
	}
	va_start(ap, fmt);
	say(d, at, field, fmt, ap);
	va_end(ap);
	d->status = 2;
	return -1;
}

void
eni_diag_end(struct eni_diag *d)
{
	if (!d->quiet && d->messages > ENI_MESSAGES_MAX)
		fprintf(d->out, _("%s: and %lu more messages like these\n"), d->prog, d->messages - ENI_MESSAGES_MAX);
}
