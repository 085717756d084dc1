/*
 * A draft: one file opened for change, and what its editors share.  The editors say only which texts go where, as UTF-8; judging
 * whether the file can hold them is done here, once for all formats, before anything is changed.
 */
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/text.h"
#include "door/hand_priv.h"
#include "form/source.h"

void
eni_draft_free(struct eni_draft *draft)
{
	if (draft == NULL)
		return;
	eni_replace_drop(&draft->file);
	eni_code_close(&draft->code);
	for (size_t i = 0; i < draft->patches; i++)
		eni_buf_free(&draft->patch[i].text);
	free(draft->patch);
	eni_buf_free(&draft->whole);
	eni_buf_free(&draft->tail);
	free(draft->row_line);
	eni_hand_free(draft->hand);
	eni_arena_free(&draft->arena);
	free(draft);
}

struct eni_place
eni_draft_place(const struct eni_draft *draft, uint32_t line)
{
	return eni_at(draft->file.shown, line);
}

/* LibreOffice and Excel leave such a file while they hold the table open, and would write over our rows when they save. */
static bool
has_beside(const struct eni_draft *draft, const char *head, const char *foot)
{
	const struct eni_replacement *file = &draft->file;
	const char *own = draft->workbook == NULL ? file->name : strrchr(draft->workbook, '/') + 1;
	struct eni_buf name = {0};
	bool there;

	eni_buf_printf(&name, "%s%s%s", head, own, foot);
	eni_buf_char(&name, '\0');
	there = faccessat(file->folder, name.p, F_OK, AT_SYMLINK_NOFOLLOW) == 0;
	eni_buf_free(&name);
	return there;
}

static void
warn_of_sheet(const struct eni_draft *draft, struct eni_diag *d)
{
	if (!has_beside(draft, ".~lock.", "#") && !has_beside(draft, "~$", ""))
		return;
	if (draft->workbook == NULL)
		eni_warn(d, eni_draft_place(draft, 0), NULL,
		    "is open in a spreadsheet: load it anew there before saving, or this change is lost");
	else
		eni_warn(d, eni_at(strrchr(draft->workbook, '/') + 1, 0), NULL,
		    "is open in a spreadsheet: close it there; what is saved from now on is not read");
}

/* The encoding by the reader's own rule: its source is read until it has made up its mind. */
static int
find_encoding(struct eni_draft *draft, const char *path, const char *fallback, struct eni_diag *d)
{
	struct eni_source source;
	struct eni_buf text = {0};
	const char *name = NULL;
	ssize_t n = 1;
	int rc = eni_source_open(&source, path, draft->file.shown, NULL, fallback, d);

	while (rc == 0 && n > 0 && source.mode == ENI_SOURCE_UNDECIDED)
		if ((n = eni_source_read(&source, eni_buf_room(&text, ENI_BLOCK), ENI_BLOCK)) == -1)
			rc = -1;
	if (rc == 0 && source.mode == ENI_SOURCE_CONVERT)
		name = source.name;
	eni_source_close(&source);
	eni_buf_free(&text);
	if (rc == 0 && name != NULL && strncmp(name, "UTF-16", 6) == 0)
		return eni_fail(d, eni_draft_place(draft, 0), NULL, "is UTF-16: save it as UTF-8, then it can be written to");
	return rc == -1 ? -1 : eni_code_open(&draft->code, name, eni_draft_place(draft, 0), d);
}

/* The bytes before the text: 3 where a UTF-8 BOM stands. */
static int
find_bom(struct eni_draft *draft, struct eni_diag *d)
{
	struct eni_buf head = {0};
	ssize_t n = eni_replace_read(&draft->file, 0, eni_buf_room(&head, 3), 3, d);

	if (n == 3 && memcmp(head.p, "\xef\xbb\xbf", 3) == 0)
		draft->bom = 3;
	eni_buf_free(&head);
	return n == -1 ? -1 : 0;
}

int
eni_draft_open(const struct eni_edit *e, const char *path)
{
	struct eni_draft *draft = e->draft;

	if (eni_replace_open(&draft->file, path, draft->file.shown, e->d) == -1)
		return -1;
	warn_of_sheet(draft, e->d);
	if (draft->workbook != NULL)
		return eni_draft_take_workbook(e);
	if (draft->file.old == -1)
		return 0;
	return find_bom(draft, e->d) == -1 ? -1 : find_encoding(draft, path, e->opt->fallback, e->d);
}

struct eni_buf *
eni_draft_patch(struct eni_draft *draft, off_t at, off_t old, bool behind)
{
	size_t i = draft->patches;

	while (i > 0 && (draft->patch[i - 1].at > at || (draft->patch[i - 1].at == at && draft->patch[i - 1].behind && !behind)))
		i--;
	if (i > 0 && draft->patch[i - 1].at == at && draft->patch[i - 1].behind == behind)
		return &draft->patch[i - 1].text;
	draft->patch = eni_grow(draft->patch, &draft->patch_cap, draft->patches + 1, sizeof *draft->patch);
	memmove(draft->patch + i + 1, draft->patch + i, (draft->patches - i) * sizeof *draft->patch);
	draft->patch[i] = (struct eni_patch){.at = at, .old = old, .behind = behind};
	draft->patches++;
	return &draft->patch[i].text;
}

bool
eni_draft_is_patched(const struct eni_draft *draft, off_t at)
{
	size_t i = 0;

	while (i < draft->patches && draft->patch[i].at != at)
		i++;
	return i < draft->patches;
}

/* Tabs and line ends may stand inside a value; other controls would make the reader set the record aside. */
static bool
has_control(struct eni_str s)
{
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];

		if ((c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7f)
			return true;
	}
	return false;
}

/* True when the file can hold the text, if need be by leaving as UTF-8. */
static bool
is_held(const struct eni_edit *e, struct eni_str s)
{
	struct eni_buf out = {0};
	bool held = e->draft->convert || eni_code_put(&e->draft->code, &out, s);

	eni_buf_free(&out);
	if (!held && e->opt->convert)
		held = e->draft->convert = true;
	return held;
}

int
eni_edit_judge_columns(const struct eni_edit *e)
{
	struct eni_buf names = {0};
	int rc = 0;

	for (size_t i = 0; i < e->n; i++)
		if (e->entry[i].value.n > 0 && eni_edit_column(e->draft, e->entry[i].name) == ENI_NONE)
			eni_buf_printf(&names, "%s%.*s", names.n > 0 ? ", " : "", (int)e->entry[i].name.n, e->entry[i].name.p);
	if (names.n > 0)
		rc = eni_fail(e->d, eni_draft_place(e->draft, 0), NULL,
		    "has no column for %.*s; --add-columns adds what is lacking", (int)names.n, names.p);
	eni_buf_free(&names);
	return rc;
}

int
eni_edit_judge(const struct eni_edit *e, const struct eni_entry *entry)
{
	struct eni_str name = eni_arena_keep(&e->draft->arena, entry->name);
	struct eni_place at = eni_draft_place(e->draft, 0);

	if (entry->value.n > ENI_CELL_MAX)
		return eni_fail(e->d, at, name.p, "over 1 MiB: want a shorter value");
	if (eni_utf8_prefix(entry->value) < entry->value.n)
		return eni_fail(e->d, at, name.p, "not UTF-8: nothing was written");
	if (has_control(entry->value))
		return eni_fail(e->d, at, name.p, "has a control character: take it out");
	if (!is_held(e, entry->value))
		return eni_fail(e->d, at, name.p,
		    "has a character that the file's encoding %s cannot hold; --convert rewrites the file as UTF-8",
		    e->draft->code.name);
	return 0;
}

uint32_t
eni_edit_column(const struct eni_draft *draft, struct eni_str name)
{
	for (size_t i = 0; i < draft->columns; i++)
		if (draft->field[i] != NULL && eni_str_is(name, draft->field[i]->name))
			return (uint32_t)i;
	for (size_t i = 0; i < draft->columns; i++)
		if (draft->field[i] == NULL && eni_str_eq(name, draft->header[i]))
			return (uint32_t)i;
	return ENI_NONE;
}

/* Of NAME#2 the name, which is all that a list without ids has. */
static struct eni_str
name_of(struct eni_str id)
{
	size_t n = id.n;

	while (n > 0 && id.p[n - 1] >= '0' && id.p[n - 1] <= '9')
		n--;
	return n > 1 && n < id.n && id.p[n - 1] == '#' ? (struct eni_str){id.p, n - 1} : id;
}

/* As readers compare ids; one that cannot be read matches none. */
static bool
is_id(const struct eni_edit *e, struct eni_str utf8)
{
	static const struct eni_id_column plain = {.is_name = false};
	struct eni_buf its = {0}, want = {0};
	struct eni_str id = eni_id_read(plain, e->target->id, &want);
	bool same = eni_utf8_prefix(utf8) == utf8.n &&
		    eni_str_eq(eni_id_read(e->draft->id, utf8, &its), e->draft->id.is_name ? name_of(id) : id);

	eni_buf_free(&its);
	eni_buf_free(&want);
	return same;
}

bool
eni_edit_look(const struct eni_edit *e, struct eni_hunt *hunt, uint32_t line, struct eni_str id, struct eni_str where)
{
	const struct eni_entry *also = e->target->where;
	bool holds = also == NULL || eni_str_eq(eni_str_trim(where), eni_str_trim(also->value));

	line = eni_draft_known_line(e->draft, line);
	if (eni_voids_have(e->target->gone, line) || !is_id(e, id))
		return false;
	if (line == e->target->at.line) {
		hunt->found = true;
		hunt->holds = holds;
		return true;
	}
	if (holds)
		hunt->twin = line;
	return false;
}

int
eni_edit_judge_target(const struct eni_edit *e, const struct eni_hunt *hunt)
{
	const struct eni_entry *also = e->target->where;
	struct eni_place at = eni_draft_place(e->draft, e->target->at.line);
	unsigned long twin = hunt->twin;

	if (!hunt->found)
		return eni_fail(e->d, at, "id", "the record that was read here has changed since; try again");
	if (!hunt->holds)
		return eni_fail(e->d, at, eni_arena_keep(&e->draft->arena, also->name).p,
		    also->value.n == 0 ? N_("is filled in already: empty it first")
				       : N_("has changed since it was read; try again"));
	if (twin == 0)
		return 0;
	if (also == NULL)
		return eni_fail(
		    e->d, at, "id", "line %lu has this id, too: keep one of the two records, or give each an id of its own", twin);
	return eni_fail(e->d, at, "id", "line %lu has this id and the same %.*s, too: keep one of the two records", twin,
	    (int)also->name.n, also->name.p);
}

/* Tabs and line ends are the record's own; anything else that could steer a terminal is shown harmless. */
void
eni_edit_say(const struct eni_edit *e, struct eni_str utf8)
{
	struct eni_buf line = {0};

	if (!e->opt->dry_run || e->opt->said == NULL)
		return;
	eni_buf_printf(&line, "%s: ", e->draft->file.shown);
	for (size_t i = 0, n; i < utf8.n; i += n + 1) {
		struct eni_str rest = eni_str_from(utf8, i);

		for (n = 0; n < rest.n && rest.p[n] != '\t' && rest.p[n] != '\n' && rest.p[n] != '\r'; n++)
			;
		eni_show(&line, (struct eni_str){rest.p, n});
		if (n < rest.n)
			eni_buf_char(&line, rest.p[n]);
	}
	eni_buf_char(&line, '\n');
	fwrite(line.p, 1, line.n, e->opt->said);
	eni_buf_free(&line);
}
