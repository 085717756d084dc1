/*
 * The container of a workbook: an archive of XML parts, which name each other by relations.  What is asked of it here: which sheets
 * there are and where, how days count, and which number format each style of cells has.  See xlsx.h.
 */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/num.h"
#include "base/text.h"
#include "form/xlsx_parts.h"

/* Limits, far beyond what people keep in lists.  A part over PACKED_SMALL that unpacks to more than RATIO times its size is no
 * list; what a parser must keep whole (a tag, a comment) is bounded by PIECE. */
enum { ENTRIES = 10000, RATIO = 400, PACKED_SMALL = 16 * 1024 * 1024, DEPTH = 100, PIECE = 4 * 1024 * 1024, CHUNK = 64 * 1024 };
enum { SHEETS = 1000, FORMATS = 100000 };
#define PART_MAX ((uint64_t)4 << 30)

int
eni_xlsx_fail(const struct eni_xlsx *x, const char *what)
{
	return eni_fail(x->diag, eni_at(x->file, 0), NULL, "%s", _(what));
}

/* ---- what it is ---- */

#define ARCHIVE ENI_S("PK\003\004")
#define CONTAINER ENI_S("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")

bool
eni_xlsx_is(struct eni_str head)
{
	return eni_str_starts(head, ARCHIVE) || eni_str_starts(head, CONTAINER);
}

struct eni_str
eni_xlsx_file_part(struct eni_str path)
{
	for (size_t i = 6; i < path.n; i++)
		if (path.p[i] == '#' &&
		    (strncasecmp(path.p + i - 5, ".xlsx", 5) == 0 || strncasecmp(path.p + i - 5, ".xlsm", 5) == 0))
			return (struct eni_str){path.p, i};
	return path;
}

/* Excel puts an encrypted workbook into the container of the old ones, under this name. */
static int
refuse_container(const struct eni_xlsx *x)
{
	static const char encrypted[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";

	if (memmem(x->bytes.p, x->bytes.n, encrypted, sizeof encrypted) != NULL)
		return eni_xlsx_fail(x, N_("is a workbook with a password: save it without one and give that file"));
	return eni_xlsx_fail(x, N_("is a workbook of the old kind (.xls): save it as .xlsx or CSV and give that file"));
}

/* ---- parts ---- */

static const char *
local(const char *name)
{
	const char *colon = strchr(name, ':');

	return colon == NULL ? name : colon + 1;
}

const char *
eni_xlsx_attribute(const char **attribute, const char *name)
{
	for (size_t i = 0; attribute[i] != NULL; i += 2)
		if (strcmp(local(attribute[i]), name) == 0)
			return attribute[i + 1];
	return NULL;
}

bool
eni_xlsx_is_true(const char *value)
{
	return value != NULL && (strcmp(value, "1") == 0 || strcmp(value, "true") == 0);
}

void
eni_xlsx_part_stop(struct eni_xlsx_part *p, const char *why)
{
	if (p->why == NULL)
		p->why = why;
	XML_StopParser(p->xml, XML_FALSE);
}

void
eni_xlsx_part_pause(struct eni_xlsx_part *p)
{
	XML_StopParser(p->xml, XML_TRUE);
}

static void
on_start(void *part, const char *name, const char **attribute)
{
	struct eni_xlsx_part *p = part;

	if (p->depth++ == DEPTH)
		eni_xlsx_part_stop(p, N_("is no workbook of people's making: its XML is nested too deep"));
	else if (p->why == NULL)
		p->events->start(p->state, local(name), attribute);
}

static void
on_end(void *part, const char *name)
{
	struct eni_xlsx_part *p = part;

	p->depth--;
	if (p->why == NULL)
		p->events->end(p->state, local(name));
}

static void
on_text(void *part, const char *s, int n)
{
	struct eni_xlsx_part *p = part;

	if (p->why == NULL)
		p->events->text(p->state, s, n);
}

/* Workbooks have none; those who write one want to blow up who reads it. */
static void
on_doctype(void *part, const char *name, const char *system, const char *public, int internal)
{
	(void)name;
	(void)system;
	(void)public;
	(void)internal;
	eni_xlsx_part_stop(part, N_("is no workbook of people's making: its XML declares entities"));
}

int
eni_xlsx_part_open(struct eni_xlsx_part *p, struct eni_xlsx *x, const char *name, const struct eni_xlsx_events *e, void *state)
{
	const struct eni_libzip *z = x->libzip;
	zip_int64_t at = z->zip_name_locate(x->zip, name, ZIP_FL_NOCASE);
	struct zip_stat st;

	*p = (struct eni_xlsx_part){.book = x, .events = e, .state = state};
	if (at == -1)
		return eni_xlsx_fail(
		    x, N_("is damaged: a part of the workbook is missing; open it in a spreadsheet and save it anew"));
	if (z->zip_stat_index(x->zip, (zip_uint64_t)at, 0, &st) == -1 || (st.valid & ZIP_STAT_COMP_SIZE) == 0 ||
	    (p->file = z->zip_fopen_index(x->zip, (zip_uint64_t)at, 0)) == NULL)
		return eni_xlsx_fail(x, N_("cannot be unpacked: open it in a spreadsheet and save it anew"));
	p->packed = st.comp_size;
	p->xml = XML_ParserCreate(NULL);
	if (p->xml == NULL)
		return eni_xlsx_fail(x, N_("no memory to read it"));
	XML_SetUserData(p->xml, p);
	XML_SetElementHandler(p->xml, on_start, on_end);
	if (e->text != NULL)
		XML_SetCharacterDataHandler(p->xml, on_text);
	XML_SetStartDoctypeDeclHandler(p->xml, on_doctype);
	return 0;
}

void
eni_xlsx_part_close(struct eni_xlsx_part *p)
{
	if (p->xml != NULL)
		XML_ParserFree(p->xml);
	if (p->file != NULL)
		p->book->libzip->zip_fclose(p->file);
	*p = (struct eni_xlsx_part){0};
}

static int
fail_part(const struct eni_xlsx_part *p)
{
	return eni_xlsx_fail(p->book, p->why != NULL ? p->why : N_("is damaged: open it in a spreadsheet and save it anew"));
}

static enum XML_Status
feed(struct eni_xlsx_part *p)
{
	void *chunk = XML_GetBuffer(p->xml, CHUNK);
	zip_int64_t n = chunk == NULL ? -1 : p->book->libzip->zip_fread(p->file, chunk, CHUNK);
	XML_Index done = XML_GetCurrentByteIndex(p->xml);

	if (n == -1)
		return XML_STATUS_ERROR;
	p->bytes += (uint64_t)n;
	if (p->bytes > PART_MAX || (p->bytes > PACKED_SMALL && p->bytes / RATIO > p->packed))
		p->why = N_("is no workbook of people's making: it unpacks to far more than its size");
	else if (done >= 0 && p->bytes - (uint64_t)done > PIECE + CHUNK)
		p->why = N_("is no workbook of people's making: its XML has a piece over 4 MiB");
	if (p->why != NULL)
		return XML_STATUS_ERROR;
	p->ended = n == 0;
	return XML_ParseBuffer(p->xml, (int)n, n == 0);
}

int
eni_xlsx_part_step(struct eni_xlsx_part *p)
{
	enum XML_Status status = p->paused ? XML_ResumeParser(p->xml) : feed(p);

	if (status == XML_STATUS_ERROR)
		return fail_part(p);
	p->paused = status == XML_STATUS_SUSPENDED;
	return p->paused || !p->ended;
}

int
eni_xlsx_part_read(struct eni_xlsx *x, const char *name, const struct eni_xlsx_events *e, void *state)
{
	struct eni_xlsx_part p;
	int got = eni_xlsx_part_open(&p, x, name, e, state) == -1 ? -1 : 1;

	while (got == 1)
		got = eni_xlsx_part_step(&p);
	eni_xlsx_part_close(&p);
	return got;
}

/* ---- relations: which part is what ---- */

struct relation {
	struct eni_str id;
	const char *type, *part;
};

struct relations {
	struct eni_xlsx *x;
	struct eni_str folder; /* of the part whose relations they are, with its slash */
	struct relation *item;
	size_t n, cap;
};

/* The name of a part in the archive: targets are relative to the folder of who names them, or begin at the root. */
static const char *
resolve(struct relations *r, const char *target)
{
	struct eni_str folder = r->folder, rest = eni_str_of(target);

	if (rest.n > 0 && rest.p[0] == '/') {
		folder.n = 0;
		rest = eni_str_from(rest, 1);
	}
	while (eni_str_starts(rest, ENI_S("../"))) {
		rest = eni_str_from(rest, 3);
		folder.n -= folder.n > 0;
		while (folder.n > 0 && folder.p[folder.n - 1] != '/')
			folder.n--;
	}
	return eni_arena_printf(&r->x->arena, "%.*s%.*s", (int)folder.n, folder.n == 0 ? "" : folder.p, (int)rest.n, rest.p).p;
}

static void
on_relation(void *state, const char *name, const char **attribute)
{
	struct relations *r = state;
	const char *id = eni_xlsx_attribute(attribute, "Id"), *type = eni_xlsx_attribute(attribute, "Type");
	const char *target = eni_xlsx_attribute(attribute, "Target"), *slash = type == NULL ? NULL : strrchr(type, '/');

	if (strcmp(name, "Relationship") != 0 || id == NULL || slash == NULL || target == NULL || r->n == ENTRIES)
		return;
	r->item = eni_grow(r->item, &r->cap, r->n + 1, sizeof *r->item);
	r->item[r->n++] = (struct relation){eni_arena_keep(&r->x->arena, eni_str_of(id)),
	    eni_arena_keep(&r->x->arena, eni_str_of(slash + 1)).p, resolve(r, target)};
}

static void
on_nothing(void *state, const char *name)
{
	(void)state;
	(void)name;
}

static int
read_relations(struct relations *r, const char *part)
{
	static const struct eni_xlsx_events events = {on_relation, on_nothing, NULL};

	return eni_xlsx_part_read(r->x, part, &events, r);
}

static const char *
part_of_type(const struct relations *r, const char *type)
{
	for (size_t i = 0; i < r->n; i++)
		if (strcmp(r->item[i].type, type) == 0)
			return r->item[i].part;
	return NULL;
}

/* ---- the sheets ---- */

static void
add_sheet(struct relations *r, const char **attribute)
{
	struct eni_xlsx *x = r->x;
	const char *name = eni_xlsx_attribute(attribute, "name"), *id = eni_xlsx_attribute(attribute, "id");
	const char *state = eni_xlsx_attribute(attribute, "state");

	for (size_t i = 0; name != NULL && id != NULL && i < r->n && x->sheets < SHEETS; i++)
		if (eni_str_is(r->item[i].id, id) && strcmp(r->item[i].type, "worksheet") == 0) {
			x->sheet = eni_grow(x->sheet, &x->sheet_cap, x->sheets + 1, sizeof *x->sheet);
			x->sheet[x->sheets++] = (struct eni_xlsx_sheet){eni_arena_keep(&x->arena, eni_str_of(name)),
			    r->item[i].part, state != NULL && strcmp(state, "visible") != 0};
			return;
		}
}

static void
on_book(void *state, const char *name, const char **attribute)
{
	struct relations *r = state;

	if (strcmp(name, "sheet") == 0)
		add_sheet(r, attribute);
	else if (strcmp(name, "workbookPr") == 0)
		r->x->since_1904 = eni_xlsx_is_true(eni_xlsx_attribute(attribute, "date1904"));
}

/* ---- number formats ---- */

struct styles {
	struct eni_xlsx *x;
	struct eni_map own; /* id of a format of the workbook's own -> position */
	struct eni_str *code;
	size_t n, cap;
	bool in_cells; /* <cellXfs>: the styles that cells name */
};

static unsigned
id_of(const char **attribute)
{
	const char *text = eni_xlsx_attribute(attribute, "numFmtId");
	int64_t id;

	return text != NULL && eni_count_parse(eni_str_of(text), &id) == 1 && id < UINT16_MAX ? (unsigned)id : 0;
}

static struct eni_str
key_of(struct eni_xlsx *x, unsigned id)
{
	return eni_arena_printf(&x->arena, "%u", id);
}

static void
add_code(struct styles *s, const char **attribute)
{
	const char *code = eni_xlsx_attribute(attribute, "formatCode");

	if (code == NULL || s->n == FORMATS)
		return;
	s->code = eni_grow(s->code, &s->cap, s->n + 1, sizeof *s->code);
	s->code[s->n] = eni_arena_keep(&s->x->arena, eni_str_of(code));
	eni_map_set(&s->own, key_of(s->x, id_of(attribute)), (uint32_t)s->n++);
}

static void
add_style(struct styles *s, const char **attribute)
{
	struct eni_xlsx *x = s->x;
	unsigned id = id_of(attribute);
	uint32_t own = eni_map_get(&s->own, key_of(x, id));

	if (x->formats == FORMATS)
		return;
	x->format = eni_grow(x->format, &x->format_cap, x->formats + 1, sizeof *x->format);
	eni_number_format_read(&x->format[x->formats++], own != ENI_NONE ? s->code[own] : eni_number_format_built_in(id));
}

static void
on_style(void *state, const char *name, const char **attribute)
{
	struct styles *s = state;

	if (strcmp(name, "cellXfs") == 0)
		s->in_cells = true;
	else if (strcmp(name, "numFmt") == 0)
		add_code(s, attribute);
	else if (s->in_cells && strcmp(name, "xf") == 0)
		add_style(s, attribute);
}

static void
on_style_end(void *state, const char *name)
{
	struct styles *s = state;

	s->in_cells = s->in_cells && strcmp(name, "cellXfs") != 0;
}

static int
read_styles(struct eni_xlsx *x)
{
	static const struct eni_xlsx_events events = {on_style, on_style_end, NULL};
	struct styles s = {.x = x};
	int rc = eni_xlsx_part_read(x, x->styles, &events, &s);

	eni_map_free(&s.own);
	free(s.code);
	return rc;
}

/* ---- opening ---- */

static bool
has_part(const struct eni_xlsx *x, const char *name)
{
	return x->libzip->zip_name_locate(x->zip, name, ZIP_FL_NOCASE) != -1;
}

static int
open_archive(struct eni_xlsx *x)
{
	const struct eni_libzip *z = eni_libzip();
	zip_error_t error;
	zip_source_t *source;
	zip_int64_t entries;

	if (z == NULL)
		return eni_xlsx_fail(x, N_("is a workbook, and libzip, which unpacks them, is not installed here"));
	x->libzip = z;
	source = z->zip_source_buffer_create(x->bytes.p, x->bytes.n, 0, &error);
	x->zip = source == NULL ? NULL : z->zip_open_from_source(source, ZIP_RDONLY, &error);
	if (x->zip == NULL) {
		if (source != NULL)
			z->zip_source_free(source);
		return eni_xlsx_fail(x, N_("is damaged, or no workbook: open it in a spreadsheet and save it as .xlsx"));
	}
	entries = z->zip_get_num_entries(x->zip, 0);
	return entries > ENTRIES ? eni_xlsx_fail(x, N_("is no workbook of people's making: it has more than 10,000 parts")) : 0;
}

/* An archive without the parts of a workbook. */
static int
refuse_archive(const struct eni_xlsx *x)
{
	if (has_part(x, "xl/workbook.bin"))
		return eni_xlsx_fail(x, N_("is a binary workbook (.xlsb): save it as .xlsx or CSV and give that file"));
	if (has_part(x, "content.xml"))
		return eni_xlsx_fail(x, N_("is a document of another kind (.ods): save it as .xlsx or CSV and give that file"));
	return eni_xlsx_fail(x, N_("is an archive and no workbook: unpack it and give the file that is in it"));
}

static int
read_book(struct eni_xlsx *x)
{
	static const struct eni_xlsx_events events = {on_book, on_nothing, NULL};
	struct relations root = {.x = x}, own = {.x = x};
	const char *book = "xl/workbook.xml", *slash, *named, *relations;
	int rc = 0;

	if (has_part(x, "_rels/.rels")) {
		rc = read_relations(&root, "_rels/.rels");
		if (rc == 0 && (named = part_of_type(&root, "officeDocument")) != NULL)
			book = named;
	}
	free(root.item);
	if (rc == -1)
		return -1;
	slash = strrchr(book, '/');
	own.folder = (struct eni_str){book, slash == NULL ? 0 : (size_t)(slash - book) + 1};
	relations = eni_arena_printf(&x->arena, "%.*s_rels/%s.rels", (int)own.folder.n, book, book + own.folder.n).p;
	if (!has_part(x, book) || !has_part(x, relations))
		return refuse_archive(x);
	rc = read_relations(&own, relations) == -1 || eni_xlsx_part_read(x, book, &events, &own) == -1 ? -1 : 0;
	x->styles = part_of_type(&own, "styles");
	x->shared = part_of_type(&own, "sharedStrings");
	free(own.item);
	if (rc == 0 && x->sheets == 0)
		return refuse_archive(x);
	return rc == 0 && x->styles != NULL ? read_styles(x) : rc;
}

struct eni_xlsx *
eni_xlsx_open(struct eni_buf *bytes, const char *file, struct eni_diag *d)
{
	struct eni_xlsx *x = eni_realloc(NULL, sizeof *x);
	int rc;

	*x = (struct eni_xlsx){.file = file, .diag = d, .bytes = *bytes};
	*bytes = (struct eni_buf){0};
	if (eni_str_starts(eni_buf_str(&x->bytes), CONTAINER))
		rc = refuse_container(x);
	else
		rc = open_archive(x) == -1 || read_book(x) == -1 ? -1 : 0;
	if (rc == 0)
		return x;
	eni_xlsx_close(x);
	return NULL;
}

void
eni_xlsx_close(struct eni_xlsx *x)
{
	if (x == NULL)
		return;
	eni_xlsx_end_sheet(x);
	if (x->zip != NULL)
		x->libzip->zip_discard(x->zip);
	free(x->sheet);
	free(x->format);
	free(x->text);
	eni_buf_free(&x->texts);
	eni_buf_free(&x->bytes);
	eni_arena_free(&x->arena);
	free(x);
}

void
eni_xlsx_set_diag(struct eni_xlsx *x, struct eni_diag *d)
{
	x->diag = d;
}

size_t
eni_xlsx_sheets(const struct eni_xlsx *x)
{
	return x->sheets;
}

bool
eni_xlsx_sheet_is_hidden(const struct eni_xlsx *x, size_t sheet)
{
	return x->sheet[sheet].hidden;
}

size_t
eni_xlsx_find_sheet(const struct eni_xlsx *x, struct eni_str name)
{
	struct eni_buf want = {0}, its = {0};
	size_t i = 0;

	eni_casefold(&want, name);
	for (; i < x->sheets; i++) {
		its.n = 0;
		eni_casefold(&its, x->sheet[i].name);
		if (eni_str_eq(eni_buf_str(&its), eni_buf_str(&want)))
			break;
	}
	eni_buf_free(&want);
	eni_buf_free(&its);
	return i == x->sheets ? SIZE_MAX : i;
}

bool
eni_xlsx_has_readings(const struct eni_xlsx *x)
{
	return x->has_readings;
}
