/*
 * What offices write and how it is read: tests/words.d, a list for each field, KIND.FIELD.tsv.  Its columns are the cell; what it
 * says, as codes with blanks between them ("unread", "doubt" of a consent; nothing: as an empty cell); and where such a word was
 * seen. A status also says a reason for leaving or an intent, which follow it.  How many were read in which way is printed, and how
 * many name where they were seen: of the lists below at least SOURCED.  A source is a repository and file, an address, or the
 * number of a file in an index of public code that names no repositories, with what in the file to look for.
 */
#include <glob.h>

#include "book/cell_word.h"
#include "rec/value.h"
#include "table.h"

static const struct eni_office office; /* one without settings */
enum { TODAY = 20787 };                /* 2026-11-30: consents that are days count from it */

static const char *const how_texts[] = {[ENI_READ_WHOLE] = "whole",
    [ENI_READ_WITHOUT_REMARK] = "without a remark",
    [ENI_READ_BY_STEM] = "by a stem",
    [ENI_UNREAD] = "unread"};
enum { HOWS = ENI_UNREAD + 1 };

static void
add(struct eni_buf *out, const char *code)
{
	eni_buf_printf(out, "%s%s", out->n > 0 && code[0] != '\0' ? " " : "", code);
}

static enum eni_how
read_word(struct eni_buf *out, const struct eni_field *f, struct eni_str cell)
{
	struct eni_word_reading r = eni_cell_read(&office, f, cell);

	add(out, eni_word_code(f->vocab, r.code));
	if (f->vocab == ENI_V_STATUS) {
		add(out, eni_word_code(ENI_V_REASON, eni_reason_read(&office, r.code, cell, ENI_S("")).code));
		add(out, eni_word_code(ENI_V_INTENT, eni_status_says(&office, ENI_V_INTENT, r.code, cell)));
	}
	return r.how;
}

static enum eni_how
read_yes(struct eni_buf *out, const struct eni_field *f, struct eni_str cell)
{
	int code = eni_yes_read(f->vocab, cell, TODAY);

	add(out, code == ENI_UNKNOWN_WORD ? "doubt" : eni_word_code(f->vocab, code));
	return code == ENI_UNKNOWN_WORD                            ? ENI_UNREAD
	       : eni_word_said(f->vocab, cell) == ENI_UNKNOWN_WORD ? ENI_READ_WHOLE
								   : eni_word_read(f->vocab, cell).how;
}

/* Cells of several words, and days. */
static enum eni_how
read_several(struct eni_buf *out, const struct eni_field *f, struct eni_str cell)
{
	struct eni_words_reading several = {0};
	enum eni_how how = ENI_READ_WHOLE;

	if (f->type == ENI_ENUMS) {
		several = eni_words_read(f->vocab, cell);
		for (int code = 1; code < ENI_CODES; code++)
			if ((several.codes >> code & 1) != 0)
				add(out, eni_word_code(f->vocab, code));
		return several.how;
	}
	if (f->type == ENI_WORDS)
		how = eni_word_read(f->vocab, cell).how;

	if (eni_value_normal(out, f, cell, 0) >= 0)
		return how;
	out->n = 0;
	add(out, "unread");
	return ENI_UNREAD;
}

static enum eni_how
read_cell(struct eni_buf *out, const struct eni_field *f, struct eni_str cell)
{
	if (eni_says_none(f, cell))
		return ENI_READ_WHOLE;
	switch (f->type) {
	case ENI_ENUM:
		return read_word(out, f, cell);
	case ENI_YES:
		return read_yes(out, f, cell);
	default:
		return read_several(out, f, cell);
	}
}

/* What these say decides who is called, and how. */
static const char *const sourced[] = {"clients.status", "clients.reason", "contacts.outcome", "contacts.channel",
    "clients.care_level", "clients.cognition", "clients.mobility", "clients.needs", "clients.concern", "clients.lost_reason",
    "clients.consent_contact", "clients.contact"};
enum { SOURCED = 40, SOURCED_LISTS = sizeof sourced / sizeof *sourced };

static bool
must_be_sourced(const char *path)
{
	struct eni_str name = eni_str_of(strrchr(path, '/') + 1);

	name.n -= strlen(".tsv");
	for (int i = 0; i < SOURCED_LISTS; i++)
		if (eni_str_is(name, sourced[i]))
			return true;
	return false;
}

/* Whether the list must name sources. */
static bool
check_list(const char *path, const struct eni_field *f)
{
	struct eni_buf says = {0}, what = {0};
	size_t n[HOWS] = {0}, seen = 0;
	struct table t;

	table_read_file(&t, path);
	for (size_t i = 0; i < t.n; i++, says.n = what.n = 0) {
		struct eni_str cell = text_at(&t, i, "cell"), want = text_at(&t, i, "says");

		n[read_cell(&says, f, cell)]++;
		seen += text_at(&t, i, "source").n > 0;
		eni_buf_printf(&what, "%s: %.*s", path, (int)cell.n, cell.p);
		eni_buf_char(&what, '\0');
		unit_check_str(eni_buf_str(&says), want, __FILE__, __LINE__, what.p);
	}
	ok(!must_be_sourced(path) || seen >= SOURCED, path);
	printf("%s: %zu, %zu with a source", path, t.n, seen);
	for (int how = 0; how < HOWS; how++)
		printf(", %zu %s", n[how], how_texts[how]);
	printf("\n");
	eni_buf_free(&says);
	eni_buf_free(&what);
	table_free(&t);
	return must_be_sourced(path);
}

/* The field of words.d/KIND.FIELD.tsv, or NULL. */
static const struct eni_field *
field_of(const char *path)
{
	const char *name = strrchr(path, '/') + 1;
	struct eni_str rest = eni_str_of(name), kind = {name, strcspn(name, ".")};

	rest = eni_str_from(rest, kind.n + 1);
	rest.n = strcspn(rest.p, ".");
	return eni_kind_find(kind) == ENI_KINDS ? NULL : eni_field_find(eni_kind_find(kind), rest);
}

int
main(void)
{
	glob_t lists;
	int n = 0;

	ok(glob("tests/words.d/*.tsv", 0, NULL, &lists) == 0, "there are lists");
	for (size_t i = 0; i < lists.gl_pathc; i++) {
		const struct eni_field *f = field_of(lists.gl_pathv[i]);

		ok(f != NULL, lists.gl_pathv[i]);
		if (f != NULL)
			n += check_list(lists.gl_pathv[i], f);
	}
	is_int(n, SOURCED_LISTS, "each list that must name sources is there");
	globfree(&lists);
	return unit_done();
}
