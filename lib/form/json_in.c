/*
 * json (a list of objects, or objects one after the other) and jsonl (one a line) as records.  jansson reads one object at a
 * time, so that each has its line.  Its own messages quote the text and are not shown.
 */
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/text.h"
#include "form/reader_parts.h"

/* The shortest decimal that reads back equal; whole numbers without a point. */
static struct eni_str
real_text(struct eni_arena *a, double value)
{
	char text[32];
	int digits = 15;

	do
		snprintf(text, sizeof text, "%.*g", digits, value);
	while (strtod(text, NULL) != value && ++digits <= 17);
	return eni_arena_pack(a, eni_str_of(text));
}

/* False for objects and arrays. */
static bool
scalar_text(struct eni_arena *a, const json_t *value, struct eni_str *out)
{
	*out = (struct eni_str){"", 0};
	switch (json_typeof(value)) {
	case JSON_STRING:
		*out = eni_arena_pack(a, (struct eni_str){json_string_value(value), json_string_length(value)});
		return true;
	case JSON_INTEGER:
		*out = eni_arena_printf(a, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
		return true;
	case JSON_REAL:
		*out = real_text(a, json_real_value(value));
		return true;
	case JSON_TRUE:
	case JSON_FALSE:
		*out = json_is_true(value) ? ENI_S("true") : ENI_S("false");
		return true;
	case JSON_NULL:
		return true;
	default:
		return false;
	}
}

static bool
join_items(struct eni_arena *a, const json_t *array, struct eni_str *out)
{
	struct eni_buf text = {0};
	struct eni_str item;
	size_t i = 0, n = json_array_size(array);

	for (; i < n && scalar_text(a, json_array_get(array, i), &item); i++) {
		if (i > 0)
			eni_buf_char(&text, ' ');
		eni_buf_add(&text, item);
	}
	*out = eni_arena_pack(a, eni_buf_str(&text));
	eni_buf_free(&text);
	return i == n;
}

static void
add_members(struct eni_list *l, json_t *object)
{
	struct eni_str text;

	for (void *i = json_object_iter(object); i != NULL; i = json_object_iter_next(object, i)) {
		const json_t *value = json_object_iter_value(i);
		struct eni_str name = eni_str_of(json_object_iter_key(i));

		if (scalar_text(l->arena, value, &text) || (json_is_array(value) && join_items(l->arena, value, &text)))
			eni_list_cell(l, eni_map_get(&l->column, name) == ENI_NONE ? eni_arena_pack(l->arena, name) : name, text);
		else
			eni_list_fault(l, N_("an object or list inside a field: want one value, or a list of plain values"));
	}
}

static const char *
explain(const json_error_t *e)
{
	switch (json_error_code(e)) {
	case json_error_duplicate_key:
		return N_("no JSON: a key stands twice in one object");
	case json_error_premature_end_of_input:
		return N_("no JSON: a bracket or quote is not closed");
	case json_error_invalid_utf8:
		return N_("not UTF-8");
	case json_error_numeric_overflow:
		return N_("a number too big: put ids and phone numbers in quotes");
	case json_error_stack_overflow:
		return N_("no JSON: nested too deep");
	default:
		return N_("no JSON: want {\"key\": \"value\", ...}");
	}
}

/* One value at the beginning of s.  Returns the bytes it took; 0 and *why when it is none. */
static size_t
add_value(struct eni_list *l, struct eni_str s, uint32_t line, size_t flags, const char **why)
{
	json_error_t e;
	size_t n = s.n < ENI_ROW_MAX ? s.n : ENI_ROW_MAX;
	json_t *value = json_loadb(s.p, n, flags | JSON_REJECT_DUPLICATES | JSON_ALLOW_NUL | JSON_DECODE_ANY, &e);

	if (value == NULL) {
		*why = n < s.n && (size_t)e.position + 8 > n ? N_("a record over 4 MiB") : explain(&e);
		return 0;
	}
	eni_list_record(l, line, (struct eni_str){s.p, (flags & JSON_DISABLE_EOF_CHECK) != 0 ? 0 : s.n});
	if (json_is_object(value))
		add_members(l, value);
	else
		eni_list_fault(l, N_("want an object {\"key\": \"value\", ...}"));
	json_decref(value);
	return (size_t)e.position;
}

static struct eni_str
pass_blanks(struct eni_str s, uint32_t *line)
{
	while (s.n > 0 && (s.p[0] == ' ' || s.p[0] == '\t' || s.p[0] == '\r' || s.p[0] == '\n')) {
		*line += s.p[0] == '\n';
		s = eni_str_from(s, 1);
	}
	return s;
}

static uint32_t
count_lines(struct eni_str s, size_t n)
{
	uint32_t lines = 0;

	for (size_t i = 0; i < n; i++)
		lines += s.p[i] == '\n';
	return lines;
}

static int
fail(const struct eni_list *l, uint32_t line, const char *why)
{
	return eni_fail(l->diag, eni_at(l->file, line), NULL, "%s", _(why));
}

/* What is kept of each record must stay within bounds, however little stands in it. */
static int
check_size(const struct eni_list *l, uint32_t line)
{
	if (l->cells + l->records < ENI_LIST_CELLS_MAX)
		return 0;
	return fail(l, line, N_("more than 4,000,000 values: want csv or tsv for files of this size"));
}

/* The rest of a list after one of its values: past the comma, or empty behind the bracket. */
static int
pass_comma(const struct eni_list *l, struct eni_str *s, uint32_t *line)
{
	*s = pass_blanks(*s, line);
	if (s->n == 0)
		return fail(l, *line, N_("no JSON: the list is not closed"));
	if (s->p[0] != ',' && s->p[0] != ']')
		return fail(l, *line, N_("no JSON: want a comma between two records"));
	if (s->p[0] == ']') {
		*s = eni_str_from(*s, 1);
		*s = pass_blanks(*s, line);
		return s->n == 0 ? 0 : fail(l, *line, N_("no JSON: text behind the end of the list"));
	}
	*s = eni_str_from(*s, 1);
	*s = pass_blanks(*s, line);
	return s->n > 0 ? 0 : fail(l, *line, N_("no JSON: the list is not closed"));
}

int
eni_list_from_json(struct eni_list *l)
{
	uint32_t line = 1;
	struct eni_str s = pass_blanks(eni_buf_str(&l->bytes), &line);
	bool in_list = s.n > 0 && s.p[0] == '[';
	const char *why = "";

	if (in_list)
		s = pass_blanks(eni_str_from(s, 1), &line);
	if (in_list && s.n > 0 && s.p[0] == ']')
		return pass_comma(l, &s, &line);
	if (in_list && s.n == 0)
		return fail(l, line, N_("no JSON: the list is not closed"));
	while (s.n > 0) {
		size_t n = add_value(l, s, line, JSON_DISABLE_EOF_CHECK, &why);

		if (check_size(l, line) == -1)
			return -1;
		if (n == 0)
			return fail(l, line, why);
		line += count_lines(s, n);
		s = pass_blanks(eni_str_from(s, n), &line);
		if (in_list && pass_comma(l, &s, &line) == -1)
			return -1;
	}
	return 0;
}

int
eni_list_from_jsonl(struct eni_list *l, const char *complaint)
{
	struct eni_str rest = eni_buf_str(&l->bytes), s, text;
	const char *why = "";

	for (uint32_t line = 1; rest.n > 0; line++) {
		const char *nl = memchr(rest.p, '\n', rest.n);

		s = (struct eni_str){rest.p, nl == NULL ? rest.n : (size_t)(nl - rest.p)};
		rest = eni_str_from(rest, s.n + 1);
		text = eni_str_trim(s);
		if (check_size(l, line) == -1)
			return -1;
		if (text.n == 0)
			continue;
		if (eni_utf8_prefix(text) < text.n)
			why = complaint;
		else if (add_value(l, text, line, 0, &why) > 0)
			continue;
		eni_list_record(l, line, text);
		eni_list_fault(l, why);
	}
	return 0;
}
