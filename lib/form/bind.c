/* Which column is which field: headers in the user's words, the office's own words first, and the questions of forms.  See eni_bind
 * in reader.h. */
#include <stdio.h>
#include <stdlib.h>

#include "base/dial.h"
#include "base/text.h"
#include "form/answers.h"
#include "form/reader_parts.h"
#include "rec/questions.h"

/* The office's own word for a field, if the kind has that field. */
static const struct eni_field *
find_own(enum eni_kind kind, struct eni_str header, const struct eni_map *aliases)
{
	struct eni_buf folded = {0};
	size_t n;
	const struct eni_field *fields = eni_fields(&n);
	uint32_t at;

	eni_casefold(&folded, header);
	at = eni_map_get(aliases, eni_buf_str(&folded));
	eni_buf_free(&folded);
	return at == ENI_NONE ? NULL : eni_field_find(kind, eni_str_of(fields[at].name));
}

/* A way to reach someone: five digits make it a number, anything else are words for channels. */
static const struct eni_field *
contact_or_phone(enum eni_kind kind, const char *prefix, struct eni_str value)
{
	struct eni_buf digits = {0};
	char name[64];

	eni_phone_digits(&digits, value);
	snprintf(name, sizeof name, "%s%s", prefix, digits.n >= 5 ? "phone" : "contact");
	eni_buf_free(&digits);
	return eni_field_find(kind, eni_str_of(name));
}

const struct eni_field *
eni_field_of_header(enum eni_kind kind, struct eni_str header, struct eni_str value, const struct eni_map *aliases)
{
	const struct eni_field *field = aliases == NULL ? NULL : find_own(kind, header, aliases);
	const char *prefix;

	if (field != NULL)
		return field;
	if ((prefix = eni_header_contact_or_phone(header)) != NULL)
		field = contact_or_phone(kind, prefix, value);
	return field != NULL ? field : eni_header_find(kind, header); /* in a journal 連絡先 is whom somebody spoke to */
}

/* A header on its way to a field. */
struct asked {
	const struct eni_field *field;
	enum { HOLDS, YIELDS, GUESSED } as; /* of two for one field the lower holds: メモ gives way to 備考, a question to both */
	/* of a form: */
	struct eni_question question;
	struct eni_str option; /* where the column is that of one option */
	bool moment;           /* of answering */
};

static struct eni_str
value_of(const struct eni_headers *h, size_t i)
{
	return h->first == NULL || i >= h->first->n ? (struct eni_str){NULL, 0} : h->first->cell[i];
}

static struct asked
read_header(enum eni_kind kind, const struct eni_headers *h, size_t i)
{
	return (struct asked){.field = eni_field_of_header(kind, h->name[i], value_of(h, i), h->aliases),
	    .as = eni_header_yields(kind, h->name[i]) ? YIELDS : HOLDS};
}

/* ---- forms ---- */

/* What the headers of a form say of each other. */
struct form {
	bool asks;  /* they are questions: beside a moment of answering, or with numbers and marks */
	bool apart; /* some are about the client as about somebody else */
};

/* A header of a plain list that is not known stays so. */
static const struct eni_field *
find_question(const struct form *form, struct eni_str text)
{
	return form->asks ? eni_question_find(text, form->apart) : NULL;
}

/* A question that has a column for each option: it must be known, and take several words. */
static bool
find_option(enum eni_kind kind, const struct eni_headers *h, struct asked *x, const struct form *form)
{
	struct eni_str question, option;
	size_t at = 0;

	while (eni_question_part(x->question.text, &at, &question, &option)) {
		const struct eni_field *f = eni_field_of_header(kind, question, question, h->aliases);

		if (f == NULL)
			f = find_question(form, question);
		if (f == NULL || !eni_takes_several(f))
			continue;
		x->field = f;
		x->option = option;
		return true;
	}
	if (x->question.number.n == 0 || h->aliases == NULL || (x->field = find_own(kind, x->question.number, h->aliases)) == NULL)
		return false;
	x->option = eni_question_option(x->question.text);
	return true;
}

static struct asked
read_question(enum eni_kind kind, const struct eni_headers *h, size_t i, const struct form *form)
{
	struct asked x = read_header(kind, h, i);

	x.question = eni_question_of(h->name[i]);
	if (eni_question_is_own(h->name, h->n, i)) {
		x.field = NULL;
	} else if (kind == ENI_CLIENTS && eni_question_is_moment(x.question.text)) {
		x.field = eni_field_find(kind, ENI_S("inquiry_at"));
		x.moment = true;
		x.as = YIELDS;
	} else if (x.field == NULL && (x.field = eni_field_of_header(kind, x.question.text, value_of(h, i), h->aliases)) != NULL) {
		x.as = eni_header_yields(kind, x.question.text) ? YIELDS : HOLDS;
	} else if (x.field == NULL && !find_option(kind, h, &x, form)) {
		x.field = find_question(form, x.question.text);
		x.as = GUESSED;
	}
	return x;
}

static bool
is_other(struct eni_str option)
{
	return eni_str_starts(option, ENI_S("其他")) || eni_str_starts(option, ENI_S("その他"));
}

/* The field whose words are the options of a question that has only a number: Q5:助浴. */
static const struct eni_field *
find_by_options(enum eni_kind kind, const struct asked *x, size_t n, struct eni_str number)
{
	static const char *const list[] = {"needs", "focus", "concern"};

	for (size_t k = 0; k < sizeof list / sizeof *list; k++) {
		const struct eni_field *f = eni_field_find(kind, eni_str_of(list[k]));
		bool all = f != NULL, any = false;

		for (size_t i = 0; all && i < n; i++) {
			struct eni_str option = eni_question_option(x[i].question.text);

			if ((x[i].field != NULL && x[i].option.n == 0) || !eni_str_eq(x[i].question.number, number) ||
			    is_other(option))
				continue;
			any = true;
			all = eni_word_find(f->vocab, option) != ENI_UNKNOWN_WORD;
		}
		if (all && any)
			return f;
	}
	return NULL;
}

static void
read_form(enum eni_kind kind, const struct eni_headers *h, struct asked *x)
{
	struct form form = {false, false};

	for (size_t i = 0; kind == ENI_CLIENTS && i < h->n; i++) {
		struct eni_str text = eni_question_of(h->name[i]).text;

		form.asks = form.asks || text.n < eni_str_trim(h->name[i]).n || eni_question_is_moment(text);
		form.apart = form.apart || eni_question_is_about_client(text);
	}
	for (size_t i = 0; i < h->n; i++)
		x[i] = read_question(kind, h, i, &form);
	for (size_t i = 0; i < h->n; i++)
		if (x[i].field == NULL && x[i].question.number.n > 0 &&
		    (x[i].field = find_by_options(kind, x, h->n, x[i].question.number)) != NULL)
			x[i].option = eni_question_option(x[i].question.text);
}

/* ---- one field, one column ---- */

/* Options are joined into their question, and of two moments of answering the later counts. */
static bool
join(const struct asked *a, const struct asked *b)
{
	return (a->moment && b->moment) || a->option.n > 0 || b->option.n > 0;
}

/* The column before `i` that is bound to the same field, or i. */
static size_t
bound_before(const struct asked *x, size_t i)
{
	size_t j = 0;

	while (j < i && (x[j].field == NULL || x[j].field != x[i].field || join(&x[j], &x[i])))
		j++;
	return j;
}

/* A header that stands a second time is called NAME.2. */
static struct eni_str
without_number(struct eni_str name)
{
	size_t n = name.n;

	while (n > 0 && name.p[n - 1] >= '0' && name.p[n - 1] <= '9')
		n--;
	return n > 1 && n < name.n && name.p[n - 1] == '.' ? (struct eni_str){name.p, n - 1} : name;
}

/* Whose telephone follows such a column. */
static const struct owner {
	const char *name, *phone; /* NULL: the record has no such field */
} owners[] = {{"family_name", "family_phone"}, {"decision_maker", "decision_phone"}, {"caremanager", NULL}, {"doctor", NULL},
    {"referrer", NULL}, {"staff", NULL}};

/* Somebody else to whom the telephone in column `i` belongs, for the columns before it are about them; NULL: the client. */
static const struct owner *
owner_of(enum eni_kind kind, const struct eni_headers *h, const struct asked *x, size_t i)
{
	static const struct owner nobody = {NULL, NULL};

	for (size_t j = i; j-- > 0;) {
		struct eni_str name = without_number(h->name[j]);

		for (size_t k = 0; x[j].field != NULL && k < sizeof owners / sizeof *owners; k++)
			if (strcmp(x[j].field->name, owners[k].name) == 0)
				return &owners[k];
		if (eni_header_is_anothers(kind, name, without_number(h->name[i])))
			return &nobody;
		if (x[j].field == NULL ? name.n == h->name[j].n : strcmp(x[j].field->name, "family_relation") != 0)
			break;
	}
	return NULL;
}

/* The field of a header that stands a second time, which is none of its own; or NULL. */
static const struct eni_field *
field_named_again(enum eni_kind kind, const struct eni_headers *h, const struct asked *x, size_t i)
{
	struct eni_str name = without_number(h->name[i]);

	return x[i].field == NULL && name.n < h->name[i].n ? eni_field_of_header(kind, name, value_of(h, i), h->aliases) : NULL;
}

/* 電話番号, 緊急連絡先, 続柄, 電話番号: where there are several columns of telephones, what stands before each says whose it is. */
static void
share_phones(enum eni_kind kind, const struct eni_headers *h, struct asked *x)
{
	const struct eni_field *phone = kind == ENI_CLIENTS ? eni_field_find(kind, ENI_S("phone")) : NULL;
	size_t n = 0;

	for (size_t i = 0; phone != NULL && i < h->n; i++)
		n += x[i].field == phone || field_named_again(kind, h, x, i) == phone;
	for (size_t i = 0; n > 1 && i < h->n; i++) {
		bool is_phone = x[i].field == phone || field_named_again(kind, h, x, i) == phone;
		const struct owner *owner = is_phone ? owner_of(kind, h, x, i) : NULL;

		if (owner != NULL)
			x[i] = (struct asked){
			    .field = owner->phone == NULL ? NULL : eni_field_find(kind, eni_str_of(owner->phone)), .as = GUESSED};
	}
}

/* Where a second column of a field goes: of 電話 and 携帯 beside each other neither is a mistake.  NULL: nowhere, it travels on as
 * an unknown column. */
static const struct eni_field *
second_field(enum eni_kind kind, const struct asked *x, size_t n, const struct eni_field *first)
{
	const struct eni_field *f = strcmp(first->name, "phone") == 0 ? eni_field_find(kind, ENI_S("phone2")) : NULL;

	for (size_t i = 0; f != NULL && i < n; i++)
		if (x[i].field == f)
			f = NULL;
	return f;
}

static int
settle(enum eni_kind kind, const struct eni_headers *h, struct asked *x, struct eni_diag *d)
{
	for (size_t i = 0, twin; i < h->n; i++)
		while (x[i].field != NULL && (twin = bound_before(x, i)) < i) {
			const struct eni_field *second = second_field(kind, x, h->n, x[i].field);

			if (x[twin].as > x[i].as)
				x[twin].field = second;
			else if (x[i].as != HOLDS || h->lenient || second != NULL)
				x[i].field = second;
			else
				return eni_fail(d, eni_at(h->file, h->line == 0 ? 1 : h->line), x[i].field->name,
				    "two columns for one field, %.*s and %.*s: rename one of them", (int)h->name[twin].n,
				    h->name[twin].p, (int)h->name[i].n, h->name[i].p);
		}
	return 0;
}

int
eni_bind(enum eni_kind kind, const struct eni_headers *h, const struct eni_field **out, struct eni_diag *d)
{
	struct asked *x = eni_realloc(NULL, (h->n + 1) * sizeof *x);
	int rc;

	for (size_t i = 0; !h->form && i < h->n; i++)
		x[i] = read_header(kind, h, i);
	if (h->form)
		read_form(kind, h, x);
	share_phones(kind, h, x);
	rc = settle(kind, h, x, d);
	for (size_t i = 0; i < h->n; i++) {
		out[i] = x[i].field;
		if (h->form)
			h->option[i] = x[i].field == NULL ? (struct eni_str){"", 0} : x[i].option;
	}
	free(x);
	return rc;
}
