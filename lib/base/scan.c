/* Reading short values: see scan.h. */
#include "base/scan.h"

#include "base/text.h"

int
eni_scan_open(struct eni_scan *s, struct eni_str value)
{
	value = eni_str_trim(value);
	if (value.n == 0)
		return 0;
	if (value.n > ENI_SCAN_LONGEST)
		return -1;
	value = eni_nfkc_into(s->room, sizeof s->room, value);
	if (value.p == NULL)
		return -1;
	s->rest = eni_str_trim(value);
	return s->rest.n > 0;
}

static char
lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

bool
eni_scan_pass(struct eni_scan *s, const char *word)
{
	size_t n = 0;

	for (; word[n] != '\0'; n++)
		if (n == s->rest.n || lower(s->rest.p[n]) != lower(word[n]))
			return false;
	s->rest = eni_str_from(s->rest, n);
	return true;
}

bool
eni_scan_pass_any(struct eni_scan *s, const char *const *word, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (eni_scan_pass(s, word[i]))
			return true;
	return false;
}

bool
eni_scan_blanks(struct eni_scan *s)
{
	size_t n = 0;

	while (n < s->rest.n && (s->rest.p[n] == ' ' || s->rest.p[n] == '\t'))
		n++;
	s->rest = eni_str_from(s->rest, n);
	return n > 0;
}

size_t
eni_scan_digits(struct eni_scan *s, size_t most, int *value)
{
	size_t n = 0;

	*value = 0;
	for (; n < most && n < s->rest.n && eni_is_digit(s->rest.p[n]); n++)
		*value = *value * 10 + (s->rest.p[n] - '0');
	s->rest = eni_str_from(s->rest, n);
	return n;
}
