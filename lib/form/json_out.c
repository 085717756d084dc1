/*
 * json (an array, one object a line) and jsonl.  UTF-8 stays as it is; only what JSON cannot hold bare is escaped.
 * By hand: jansson would build a tree per record to print what is already text.
 */
#include "form/writer_parts.h"

static void
string(struct eni_buf *out, struct eni_str s)
{
	size_t from = 0;

	eni_buf_char(out, '"');
	for (size_t i = 0; i < s.n; i++) {
		if ((unsigned char)s.p[i] >= 0x20 && s.p[i] != '"' && s.p[i] != '\\')
			continue;
		eni_buf_add(out, (struct eni_str){s.p + from, i - from});
		if (!eni_put_escape(out, (unsigned char)s.p[i]))
			eni_buf_printf(out, "\\u%04x", (unsigned)s.p[i]);
		from = i + 1;
	}
	eni_buf_add(out, eni_str_from(s, from));
	eni_buf_char(out, '"');
}

static void
value(struct eni_buf *out, struct eni_str s, enum eni_column_type type)
{
	if (eni_column_is_number(type) && (s.n == 0 || eni_str_is(s, "-")))
		eni_buf_add(out, ENI_S("null"));
	else if (eni_column_is_number(type) && eni_is_json_number(s))
		eni_buf_add(out, s);
	else
		string(out, s);
}

/* What stands before each value: `{"id": ` or `, "name": `; the same in every row, so made once. */
static void
begin(struct eni_writer *w)
{
	const struct eni_str *key = eni_writer_keys(w);
	struct eni_str *lead = eni_arena_take(&w->arena, w->n * sizeof *lead);
	struct eni_buf b = {0};

	for (size_t i = 0; i < w->n; i++) {
		b.n = 0;
		eni_buf_add(&b, i == 0 ? ENI_S("{") : ENI_S(", "));
		string(&b, key[i]);
		eni_buf_add(&b, ENI_S(": "));
		lead[i] = eni_arena_keep(&w->arena, eni_buf_str(&b));
	}
	eni_buf_free(&b);
	w->state = lead;
}

static void
object(struct eni_writer *w, const struct eni_str *cell)
{
	const struct eni_str *lead = w->state;

	for (size_t i = 0; i < w->n; i++) {
		eni_buf_add(&w->out, lead[i]);
		value(&w->out, cell[i], w->column[i].type);
	}
	eni_buf_add(&w->out, w->n == 0 ? ENI_S("{}") : ENI_S("}"));
}

static void
row_jsonl(struct eni_writer *w, const struct eni_str *cell)
{
	object(w, cell);
	eni_buf_char(&w->out, '\n');
}

static void
row_json(struct eni_writer *w, const struct eni_str *cell)
{
	eni_buf_add(&w->out, w->rows == 0 ? ENI_S("[\n") : ENI_S(",\n"));
	object(w, cell);
}

static void
end_json(struct eni_writer *w)
{
	eni_buf_add(&w->out, w->rows == 0 ? ENI_S("[]\n") : ENI_S("\n]\n"));
}

const struct eni_format_ops eni_json_ops = {.begin = begin, .row = row_json, .end = end_json};
const struct eni_format_ops eni_jsonl_ops = {.begin = begin, .row = row_jsonl};
