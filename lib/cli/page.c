/* Pages: see page.h. */
#include "cli/page.h"

#include "base/text.h"

int
eni_page_open(struct eni_page *p, struct eni_run *run)
{
	*p = (struct eni_page){.run = run};
	return eni_texts_read(&p->texts, &run->book.office, &run->diag);
}

void
eni_page_close(struct eni_page *p)
{
	eni_texts_free(&p->texts);
	eni_buf_free(&p->buf);
	eni_arena_free(&p->row);
}

static struct eni_str
keep(struct eni_page *p)
{
	struct eni_str s = eni_arena_keep(&p->row, eni_buf_str(&p->buf));

	p->buf.n = 0;
	return s;
}

struct eni_str
eni_page_shown(struct eni_page *p, struct eni_str s)
{
	const char *end;

	for (; s.n > 0 && (end = memchr(s.p, '\n', s.n)) != NULL; s = eni_str_from(s, (size_t)(end - s.p) + 1)) {
		size_t n = (size_t)(end - s.p);

		eni_show(&p->buf, (struct eni_str){s.p, n > 0 && end[-1] == '\r' ? n - 1 : n});
		eni_buf_char(&p->buf, '\n');
	}
	eni_show(&p->buf, s);
	return keep(p);
}

struct eni_str
eni_page_line(struct eni_page *p, struct eni_str s)
{
	struct eni_buf line = {0};

	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] != '\r')
			eni_buf_char(&line, s.p[i] == '\n' ? ' ' : s.p[i]);
	eni_show(&p->buf, eni_buf_str(&line));
	eni_buf_free(&line);
	return keep(p);
}

struct eni_str
eni_page_name(struct eni_page *p, struct eni_str name, int sex)
{
	name = eni_page_line(p, name);
	eni_texts_name(&p->buf, &p->texts, name, sex, p->run->lang);
	return keep(p);
}

struct eni_str
eni_page_when(struct eni_page *p, struct eni_when when)
{
	eni_texts_when(&p->buf, &p->texts, when, p->run->lang);
	return keep(p);
}

struct eni_str
eni_page_named(struct eni_page *p, struct eni_when when, enum eni_medium medium)
{
	bool timed = when.minute >= 0;
	int year, this_year, m, d;

	if (!eni_is_day(when))
		return (struct eni_str){"", 0};
	eni_day_split(when.day, &year, &m, &d);
	eni_day_split(p->run->now.day, &this_year, &m, &d);
	if (medium == ENI_MEDIUM_LETTER)
		eni_texts_day(&p->buf, &p->texts, when, timed ? "letter-moment" : "letter", p->run->lang);
	else if ((medium == ENI_MEDIUM_CALL || medium == ENI_MEDIUM_VISIT) && year == this_year)
		eni_texts_day(&p->buf, &p->texts, when, timed ? "said-moment" : "said", p->run->lang);
	else
		eni_texts_when(&p->buf, &p->texts, when, p->run->lang);
	return keep(p);
}

struct eni_str
eni_page_dated(struct eni_page *p, int32_t day)
{
	eni_texts_day(&p->buf, &p->texts, (struct eni_when){day, ENI_NOTIME}, "letter", p->run->lang);
	return keep(p);
}

struct eni_str
eni_page_season(struct eni_page *p, int32_t day)
{
	struct eni_str month, season;
	char number[12];
	int y, m, d;

	eni_day_split(day, &y, &m, &d);
	month = (struct eni_str){number, (size_t)snprintf(number, sizeof number, "%d", m)};
	season = eni_texts_label(&p->texts, "season", month, p->run->lang);
	return season.p == month.p ? (struct eni_str){"", 0} : season;
}

struct eni_str
eni_page_list(struct eni_page *p, const char *kind, struct eni_str codes)
{
	struct eni_str safe = eni_page_shown(p, codes);

	eni_texts_list(&p->buf, &p->texts, kind, safe, p->run->lang);
	return keep(p);
}

struct eni_str
eni_page_fill(struct eni_page *p, struct eni_str say, int to, const struct eni_blank *blank, size_t n)
{
	eni_texts_say(&p->buf, &p->texts, eni_texts_find(&p->texts, say, to, p->run->lang), p->run->lang, blank, n);
	return keep(p);
}

struct eni_str
eni_page_below(struct eni_page *p, struct eni_str above, struct eni_str below)
{
	eni_buf_add(&p->buf, above);
	if (above.n > 0 && below.n > 0)
		eni_buf_char(&p->buf, '\n');
	eni_buf_add(&p->buf, below);
	return keep(p);
}

void
eni_page_print(struct eni_page *p, struct eni_str say, const struct eni_blank *blank, size_t n)
{
	eni_page_put(p, eni_page_fill(p, say, 0, blank, n));
}

void
eni_page_put(struct eni_page *p, struct eni_str text)
{
	fprintf(p->run->out, "%s%.*s\n", p->printed == 0 ? "" : "\f", (int)text.n, text.p);
	p->printed++;
	p->run->printed++;
	eni_arena_reset(&p->row);
}
