/* The imprint of a sheet: see imprint.h. */
#include "duty/imprint.h"

#include "base/text.h"

void
eni_imprint_put(struct eni_buf *out, struct eni_when at, struct eni_str office)
{
	char text[ENI_WHEN_TEXT];

	eni_buf_add(out, (struct eni_str){text, eni_when_format(at, text)});
	if (office.n > 0)
		eni_buf_printf(out, " %.*s", (int)office.n, office.p);
}

/* Length of the first n words. */
static size_t
words(struct eni_str s, int n)
{
	size_t i = 0;

	for (; n > 0 && i < s.n; n--) {
		while (i < s.n && s.p[i] == ' ')
			i++;
		while (i < s.n && s.p[i] != ' ')
			i++;
	}
	return i;
}

/* The day with its time, which a name cannot be part of, else the day alone. */
int
eni_imprint_read(struct eni_str cell, struct eni_imprint *out)
{
	cell = eni_str_trim(cell);
	*out = (struct eni_imprint){.at = ENI_NEVER};
	for (int n = 2; n > 0 && cell.n > 0; n--) {
		size_t head = words(cell, n);

		if (eni_when_parse((struct eni_str){cell.p, head}, &out->at, NULL) != 1)
			continue;
		out->office = eni_str_trim(eni_str_from(cell, head));
		return 1;
	}
	return cell.n == 0 ? 0 : -1;
}

bool
eni_imprint_is_of(const struct eni_imprint *x, struct eni_str office)
{
	struct eni_buf theirs = {0}, ours = {0};
	bool is;

	eni_casefold(&theirs, x->office);
	eni_casefold(&ours, office);
	is = eni_str_eq(eni_buf_str(&theirs), eni_buf_str(&ours));
	eni_buf_free(&theirs);
	eni_buf_free(&ours);
	return is;
}
