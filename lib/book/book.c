/* Opening a book and finding people in it: see book.h. */
#include "book/book.h"

#include <assert.h>
#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <strings.h>
#include <sys/stat.h>

#include "base/text.h"
#include "book/cell_word.h"
#include "book/files.h"
#include "form/xlsx.h"

#define AMBIGUOUS (UINT32_MAX - 1) /* a name several people have */

const char *
eni_book_fallback(const struct eni_book *b)
{
	return b->office.country == ENI_CN ? "GB18030" : "CP932";
}

int
eni_book_open(struct eni_book *b, const struct eni_book_options *o, struct eni_diag *d)
{
	struct stat st;

	*b = (struct eni_book){.opt = *o, .diag = d, .today = o->now.day};
	eni_sheet_init(&b->clients, ENI_CLIENTS);
	eni_sheet_init(&b->referrers, ENI_REFERRERS);
	eni_sheet_init(&b->staff, ENI_STAFF);
	if (stat(o->dir, &st) == -1)
		return eni_fail(d, eni_at(o->dir, 0), NULL, "%s; want the folder of the book (-b DIR)", strerror(errno));
	if (!S_ISDIR(st.st_mode))
		return eni_fail(d, eni_at(o->dir, 0), NULL, "is no folder; want the folder of the book (-b DIR)");
	return eni_office_read(&b->office, o->dir, d);
}

void
eni_book_close(struct eni_book *b)
{
	for (size_t i = 0; i < b->n_inputs; i++) {
		eni_reader_close(b->input[i].reader);
		free(b->input[i].bound);
	}
	free(b->input);
	free(b->id_operand);
	eni_deaths_free(&b->deaths);
	eni_sheet_free(&b->clients);
	eni_sheet_free(&b->referrers);
	eni_sheet_free(&b->staff);
	eni_unknown_words_free(&b->words);
	eni_voids_forget(b);
	eni_map_free(&b->names);
	eni_name_fold_free(&b->fold);
	eni_buf_free(&b->key);
	eni_office_free(&b->office);
	eni_arena_free(&b->arena);
}

static struct eni_sheet *
sheet_of(struct eni_book *b, enum eni_kind kind)
{
	return kind == ENI_CLIENTS ? &b->clients : kind == ENI_REFERRERS ? &b->referrers : &b->staff;
}

const char *
eni_book_shown(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash == NULL ? path : slash + 1;
}

int
eni_book_bind(struct eni_book *b, struct eni_reader *r, enum eni_kind kind, const char *shown, const struct eni_field ***bound)
{
	struct eni_headers h = {.aliases = &b->office.aliases, .file = shown, .line = eni_reader_head(r)->line};
	struct eni_row first;
	bool look = false;

	h.name = eni_reader_header(r, &h.n);
	*bound = eni_realloc(NULL, (h.n + 1) * sizeof **bound);
	for (size_t i = 0; i < h.n; i++)
		look |= eni_header_contact_or_phone(h.name[i]) != NULL;
	if (look && eni_reader_sample(r, &first))
		h.first = &first;
	return eni_bind(kind, &h, *bound, b->diag);
}

static int
add_input(
    struct eni_book *b, enum eni_kind kind, const char *path, const char *shown, const struct eni_source_options *o, bool operand)
{
	struct eni_input in = {.kind = kind, .operand = operand};
	struct eni_source_options list = *o;
	size_t n;
	const struct eni_str *header;

	b->input = eni_grow(b->input, &b->cap_inputs, b->n_inputs + 1, sizeof *b->input);
	list.spreadsheet = true;
	list.kind = kind;
	list.aliases = &b->office.aliases;
	if ((in.reader = eni_reader_open(path, shown, &list, b->diag)) == NULL)
		return -1;
	if (eni_book_bind(b, in.reader, kind, shown, &in.bound) == -1) {
		eni_reader_close(in.reader);
		free(in.bound);
		return -1;
	}
	header = eni_reader_header(in.reader, &n);
	eni_sheet_note_headers(sheet_of(b, kind), header, in.bound, n);
	b->input[b->n_inputs++] = in;
	return 0;
}

/* Whether the input opened last holds nothing at all: a list of nobody has its header, or is the YAML []. */
static bool
holds_nothing(const struct eni_book *b, const char *path, enum eni_format format)
{
	struct stat st;
	size_t columns;

	eni_reader_header(b->input[b->n_inputs - 1].reader, &columns);
	return columns == 0 && (format != ENI_YAML || (stat(path, &st) == 0 && st.st_size == 0));
}

int
eni_book_peek(struct eni_book *b, enum eni_kind kind)
{
	struct eni_source_options o = {
	    .fallback = eni_book_fallback(b), .hidden = b->opt.hidden, .rejects = kind == b->main ? b->opt.rejects : NULL};
	const char *path;
	int found = eni_book_file(&b->arena, b->opt.dir, kind, &path, &o.format, b->diag);

	assert(b->stage == ENI_BOOK_OPEN);
	if (kind == b->main)
		b->main_name = found == 0 ? eni_book_shown(path) : eni_book_name(&b->arena, kind, ENI_CSV).p;
	if (found != 0) {
		b->main_file = kind == b->main ? ENI_MAIN_MISSING : b->main_file;
		return found == 1 ? 0 : -1;
	}
	if (kind == b->main && !b->file_operands) {
		o.encoding = b->opt.encoding;
		o.format = b->opt.format == ENI_FORMAT_NONE ? o.format : b->opt.format;
	}
	if (add_input(b, kind, path, eni_book_shown(path), &o, false) == -1)
		return -1;
	if (kind == b->main)
		b->main_file = holds_nothing(b, path, o.format) ? ENI_MAIN_EMPTY : ENI_MAIN_THERE;
	return 0;
}

/* Excel and old systems write .CSV. */
static bool
ends_in(struct eni_str name, const char *const *ending, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		size_t m = strlen(ending[i]);

		if (name.n > m && strncasecmp(name.p + name.n - m, ending[i], m) == 0)
			return true;
	}
	return false;
}

bool
eni_is_file_name(struct eni_str word)
{
	bool file = eni_str_is(word, "-") || (word.n > 0 && memchr(word.p, '/', word.n) != NULL);
	bool ends = word.n > 0 && memchr(word.p, '.', word.n) != NULL; /* most words are ids */
	struct eni_str name = ends ? eni_xlsx_file_part(word) : word;  /* book.xlsx#SHEET */

	for (enum eni_format f = ENI_FORMAT_NONE; !file && ends && f < ENI_FORMATS; f++) {
		const char *ending = eni_format_ending(f);

		file = eni_format_is(f, ENI_FORMAT_OPERAND) && ends_in(name, &ending, 1);
	}
	return file;
}

bool
eni_operand_is_file(const char *operand)
{
	return eni_is_file_name(eni_str_of(operand));
}

int
eni_book_operand(struct eni_book *b, enum eni_kind kind, const char *operand)
{
	struct eni_source_options o = {.format = b->opt.format,
	    .encoding = b->opt.encoding,
	    .hidden = b->opt.hidden,
	    .fallback = eni_book_fallback(b),
	    .rejects = b->opt.rejects};

	assert(b->stage == ENI_BOOK_OPEN);
	b->any_operand = true;
	if (eni_operand_is_file(operand))
		return add_input(b, kind, operand, operand, &o, true);
	b->id_operand = eni_realloc(b->id_operand, (b->n_id_operands + 1) * sizeof *b->id_operand);
	b->id_operand[b->n_id_operands++] = operand;
	return 0;
}

/* A file of the folder that looks like the list of the clients under another name, or NULL. */
static const char *
find_near(struct eni_book *b)
{
	static const char *const begin[] = {"clients", "meibo", "利用者", "患者", "名簿", "客户", "老人"};
	const char *near = NULL;
	struct dirent *e;
	DIR *dir = opendir(b->opt.dir);

	while (dir != NULL && near == NULL && (e = readdir(dir)) != NULL)
		for (size_t i = 0; i < sizeof begin / sizeof *begin; i++)
			if (strncasecmp(e->d_name, begin[i], strlen(begin[i])) == 0)
				near = eni_arena_keep(&b->arena, eni_str_of(e->d_name)).p;
	if (dir != NULL)
		closedir(dir);
	return near;
}

/* A folder without any of a book's files is a wrong folder, or its files are named otherwise: said, not answered with an empty
 * list. */
static int
check_book(struct eni_book *b)
{
	const char *near;

	if (b->n_inputs > 0 || b->office.file != NULL)
		return 0;
	near = find_near(b);
	return eni_fail(b->diag, eni_at(b->opt.dir, 0), NULL,
	    near == NULL
		? N_("no book here: want clients.csv (or .tsv, .yaml, .xlsx), referrers.csv or office.yaml; -b names a folder "
		     "that is one, intake init starts one")
		: N_("no book here: want clients.csv (or .tsv, .yaml, .xlsx), referrers.csv or office.yaml; %s is not read under "
		     "that name"),
	    near);
}

int
eni_book_check_main(struct eni_book *b)
{
	const char *near;

	if (b->office.file == NULL || b->may_lack_main || b->main_file == ENI_MAIN_UNASKED || b->main_file == ENI_MAIN_THERE)
		return 0;
	for (size_t i = 0; i < b->n_inputs; i++)
		if (b->input[i].operand)
			return 0;
	if (b->main_file == ENI_MAIN_EMPTY)
		return eni_fail(
		    b->diag, eni_at(b->main_name, 0), NULL, "is empty, without even a header: nothing can be answered from it");
	near = b->main == ENI_CLIENTS ? find_near(b) : NULL;
	return eni_fail(b->diag, eni_at(b->main_name, 0), NULL,
	    near == NULL ? N_("is missing (nor is there a .tsv, .yaml or .xlsx of that name): nothing can be answered without it")
			 : N_("is missing: nothing can be answered without it; %s is not read under that name"),
	    near);
}

static void
settle(struct eni_book *b)
{
	eni_sheet_settle(&b->clients);
	eni_sheet_settle(&b->referrers);
	eni_sheet_settle(&b->staff);
	b->stage = ENI_BOOK_LOADED;
}

static void
report_words(struct eni_book *b, struct eni_sheet *s)
{
	if (b->quote_words)
		eni_unknown_words_quote(&s->unknown, b->diag);
	else
		eni_unknown_words_report(&s->unknown, b->diag);
}

int
eni_book_load(struct eni_book *b)
{
	size_t nth = 0, own = 0;

	assert(b->stage == ENI_BOOK_OPEN);
	if (check_book(b) == -1 || eni_book_check_main(b) == -1)
		return -1;
	eni_deaths_want(b);
	eni_decided_ends_want(b);
	settle(b);
	for (size_t i = 0; i < b->n_inputs; i++) {
		struct eni_input *in = &b->input[i];
		struct eni_feed f = {.reader = in->reader,
		    .bound = in->bound,
		    .office = &b->office,
		    .prefix = in->operand ? b->prefix : NULL,
		    .nth = nth,
		    .overlay = in->operand,
		    .select = in->operand,
		    .today = b->today};
		int got = eni_sheet_load(sheet_of(b, in->kind), &f, b->diag);

		nth = in->operand ? f.nth : nth;
		own = in->operand ? own : b->clients.n;
		eni_reader_close(in->reader);
		in->reader = NULL;
		if (got == -1)
			return -1;
	}
	report_words(b, &b->clients);
	report_words(b, &b->referrers);
	report_words(b, &b->staff);
	eni_decided_ends_settle(b);
	return eni_deaths_load(b, own);
}

bool
eni_operand_is_workbook(const char *operand)
{
	static const char *const endings[] = {".xls", ".xlsb", ".ods", ".numbers"};

	return ends_in(eni_str_of(operand), endings, sizeof endings / sizeof *endings);
}

static bool
is_ascii(struct eni_str s)
{
	size_t i = 0;

	while (i < s.n && (unsigned char)s.p[i] < 0x80)
		i++;
	return i == s.n;
}

struct eni_str
eni_book_said(struct eni_book *b, struct eni_str id)
{
	uint32_t at = eni_book_find(b, id);
	bool is_client = at != ENI_NONE && eni_subject_is_client(b, at),
	     is_partner = at != ENI_NONE && !is_client && eni_subject_is_referrer(b, at);
	const struct eni_sheet *s = is_client ? &b->clients : is_partner ? &b->referrers : NULL;
	struct eni_place place;

	if (s == NULL)
		return is_ascii(id) ? id : eni_str_of(_("that name"));
	if (!s->named)
		return eni_subject_id(b, at);
	place = eni_sheet_place(s, is_client ? at : at - (uint32_t)b->clients.n);
	return eni_arena_printf(&b->arena, "%s:%lu", place.file, (unsigned long)place.line);
}

static int
no_such_id(struct eni_book *b, const char *id)
{
	static const char *const named[] = {".xlsm", ".json", ".yml", ".txt", ".log"};
	const char *verb = b->opt.words == NULL ? NULL : eni_nearest(eni_str_of(id), b->opt.words, b->opt.n_words);
	struct eni_buf endings = {0};

	if (eni_operand_is_workbook(id))
		return eni_fail(
		    b->diag, ENI_NOWHERE, NULL, "%s: this is no list yet: save the sheet as CSV or .xlsx and give that file", id);
	if (ends_in(eni_str_of(id), named, sizeof named / sizeof *named)) {
		eni_format_endings(&endings, eni_formats(ENI_FORMAT_OPERAND), ", ", " or ");
		eni_fail(b->diag, ENI_NOWHERE, NULL, "%s: no such id; names of files end in %.*s, any other wants its folder: ./%s",
		    id, (int)endings.n, endings.p, id);
		eni_buf_free(&endings);
		return -1;
	}
	return eni_fail(b->diag, ENI_NOWHERE, NULL,
	    verb == NULL ? N_("%s: no such id (nor a unique name) among clients and referrers")
			 : N_("%s: no such id (nor a unique name) among clients and referrers; nearest verb is %s"),
	    is_ascii(eni_str_of(id)) ? id : _("that name"), verb);
}

static void
select_subject(struct eni_book *b, uint32_t at)
{
	for (; eni_subject_is_client(b, at); at = b->clients.same[at]) {
		b->clients.selected[at] = true;
		if (b->clients.same == NULL || b->clients.same[at] == ENI_NONE)
			return;
	}
	b->referrers.selected[at - b->clients.n] = true;
}

static int
select_id(struct eni_book *b, const char *id)
{
	uint32_t at = eni_book_find(b, eni_str_of(id));

	if (at == ENI_NONE || at >= eni_subject_office(b))
		return no_such_id(b, id);
	select_subject(b, at);
	return 0;
}

/* Ids of a stream that are not of the main kind: another's, or a unique name. */
static int
select_foreign(struct eni_book *b)
{
	const struct eni_sheet *s = sheet_of(b, b->main);

	for (size_t i = 0; i < s->n_foreign; i++) {
		const struct eni_foreign *x = &s->foreign[i];
		uint32_t at = eni_book_find(b, x->id);

		if (at != ENI_NONE && at < eni_subject_office(b))
			select_subject(b, at);
		else if (at == ENI_NONE && eni_aside(b->diag, x->place, "id", "no such id") == -1 && b->diag->status == 2)
			return -1;
	}
	return 0;
}

int
eni_book_index(struct eni_book *b)
{
	assert(b->stage == ENI_BOOK_LOADED);
	for (size_t i = 0; i < b->n_id_operands; i++)
		if (select_id(b, b->id_operand[i]) == -1)
			return -1;
	b->stage = ENI_BOOK_INDEXED;
	return select_foreign(b);
}

struct eni_str
eni_subject_id(const struct eni_book *b, uint32_t subject)
{
	if (eni_subject_is_client(b, subject))
		return eni_sheet_id(&b->clients, subject);
	if (eni_subject_is_referrer(b, subject))
		return eni_sheet_id(&b->referrers, subject - b->clients.n);
	if (subject == eni_subject_office(b))
		return ENI_S("office");
	return eni_sheet_id(&b->staff, subject - eni_subject_staff(b, 0));
}

bool
eni_subject_asked(const struct eni_book *b, uint32_t subject)
{
	assert(b->stage == ENI_BOOK_INDEXED);
	if (!b->any_operand)
		return true;
	if (eni_subject_is_client(b, subject))
		return b->clients.selected[subject];
	return eni_subject_is_referrer(b, subject) && b->referrers.selected[subject - b->clients.n];
}

/* ---- names ---- */

enum name_by { BY_IDENTITY, BY_REFERENCE, NAME_BYS };
enum { KEY_HEAD = 2 }; /* by what, and among whom */

/* A name as it is compared, among the people of one kind or (ENI_KINDS) among all. */
static struct eni_str
name_key(struct eni_book *b, struct eni_str name, enum name_by by, enum eni_kind among)
{
	b->key.n = 0;
	eni_buf_char(&b->key, (char)by);
	eni_buf_char(&b->key, (char)among);
	if (by == BY_IDENTITY)
		eni_name_identity(&b->key, name);
	else
		eni_name_reference(&b->fold, &b->key, name);
	return eni_buf_str(&b->key);
}

static void
add_key(struct eni_book *b, struct eni_str key, uint32_t subject)
{
	uint32_t had = eni_map_get(&b->names, key);

	if (had == ENI_NONE)
		eni_map_add(&b->names, eni_arena_pack(&b->arena, key), subject);
	else if (had != subject)
		eni_map_set(&b->names, key, AMBIGUOUS);
}

/* As most names do; then its keys do, too. */
static bool
begins_with_kanji(struct eni_str name)
{
	return name.n > 0 && (unsigned char)name.p[0] >= 0xe4 && (unsigned char)name.p[0] <= 0xe9; /* U+4000..U+9FFF */
}

/* Either the names that begin with a kanji or all others. */
static void
name_sheet(struct eni_book *b, struct eni_sheet *s, const char *field, uint32_t base, bool kanji)
{
	for (size_t c = 0; c < s->n_columns; c++) {
		if (!eni_str_is(s->column[c].name, field) || s->column[c].type != ENI_CELL_TEXT)
			continue;
		for (uint32_t i = 0; i < s->n; i++) {
			struct eni_str name = eni_sheet_text(s, c, i);

			if (begins_with_kanji(name) != kanji)
				continue;
			for (enum name_by by = BY_IDENTITY; name.n > 0 && by < NAME_BYS; by++) {
				add_key(b, name_key(b, name, by, ENI_KINDS), base + i);
				if (s->kind != ENI_CLIENTS) /* of whom no field asks */
					add_key(b, name_key(b, name, by, s->kind), base + i);
			}
		}
	}
}

static void
build_names(struct eni_book *b, bool kanji)
{
	if (b->named[kanji])
		return;
	b->named[kanji] = true;
	name_sheet(b, &b->clients, "name", 0, kanji);
	name_sheet(b, &b->referrers, "person", eni_subject_referrer(b, 0), kanji);
	name_sheet(b, &b->referrers, "org", eni_subject_referrer(b, 0), kanji);
	name_sheet(b, &b->staff, "name", eni_subject_staff(b, 0), kanji);
}

/* One set of ids for clients, referrers and staff: the first that has it. */
uint32_t
eni_book_find_id(const struct eni_book *b, struct eni_str id)
{
	uint32_t at = eni_map_get(&b->clients.by_id, id);

	assert(b->stage >= ENI_BOOK_LOADED);
	if (at != ENI_NONE)
		return at;
	if ((at = eni_map_get(&b->referrers.by_id, id)) != ENI_NONE)
		return eni_subject_referrer(b, at);
	if (eni_str_is(id, "office"))
		return eni_subject_office(b);
	at = eni_map_get(&b->staff.by_id, id);
	return at == ENI_NONE ? at : eni_subject_staff(b, at);
}

void
eni_book_prefetch(const struct eni_book *b, struct eni_str id)
{
	eni_map_prefetch(&b->clients.by_id, id);
}

/* The subject of that very id among the people of a kind, or (ENI_KINDS) of any. */
static uint32_t
find_id(struct eni_book *b, struct eni_str id, enum eni_kind among)
{
	uint32_t row;

	if (among == ENI_KINDS)
		return eni_book_find_id(b, id);
	row = eni_map_get(&sheet_of(b, among)->by_id, id);
	return row == ENI_NONE ? row : among == ENI_STAFF ? eni_subject_staff(b, row) : eni_subject_referrer(b, row);
}

/* The subject of an id or a name; AMBIGUOUS where several have the name. */
static uint32_t
find(struct eni_book *b, struct eni_str id, enum eni_kind among)
{
	uint32_t at;

	id = eni_str_trim(id);
	if (id.n == 0)
		return ENI_NONE;
	if ((at = find_id(b, id, among)) != ENI_NONE)
		return at;
	build_names(b, false);
	if (!eni_is_ascii(id)) /* for an id that nobody has (C0099) most names need not be folded */
		build_names(b, true);
	for (enum name_by by = BY_IDENTITY; at == ENI_NONE && by < NAME_BYS; by++) {
		struct eni_str key = name_key(b, id, by, among), made = eni_str_from(key, KEY_HEAD);

		if (by == BY_IDENTITY && !eni_str_eq(made, id)) /* an id in full width, or one made of a name */
			at = find_id(b, made, among);
		if (at == ENI_NONE)
			at = eni_map_get(&b->names, key);
	}
	return at;
}

uint32_t
eni_book_find(struct eni_book *b, struct eni_str id)
{
	uint32_t at = find(b, id, ENI_KINDS);

	return at == AMBIGUOUS ? ENI_NONE : at;
}

bool
eni_book_names_several(struct eni_book *b, struct eni_str name)
{
	return find(b, name, ENI_KINDS) == AMBIGUOUS;
}

uint32_t
eni_book_find_stripped(const struct eni_book *b, struct eni_str id)
{
	char room[16];
	uint32_t at = ENI_NONE;

	id = eni_str_trim(id);
	for (size_t i = 0; i < id.n; i++)
		if (id.p[i] < '0' || id.p[i] > '9')
			return ENI_NONE;
	for (size_t zeros = 1; at == ENI_NONE && id.n > 0 && zeros + id.n <= sizeof room; zeros++) {
		memset(room, '0', zeros);
		memcpy(room + zeros, id.p, id.n);
		at = eni_book_find_id(b, (struct eni_str){room, zeros + id.n});
	}
	return at;
}

static bool
cut_brackets(struct eni_str s, struct eni_str part[2])
{
	static const char *const open[] = {"（", "("}, *const close[] = {"）", ")"};

	for (size_t i = 0; i < sizeof open / sizeof *open; i++) {
		struct eni_str in = eni_str_of(open[i]), out = eni_str_of(close[i]);
		const char *at = eni_str_ends(s, out) ? memmem(s.p, s.n, in.p, in.n) : NULL;

		if (at == NULL)
			continue;
		part[0] = eni_name_split((struct eni_str){s.p, (size_t)(at - s.p)}).bare;
		part[1] = eni_name_split((struct eni_str){at + in.n, (size_t)(s.p + s.n - at) - in.n - out.n}).bare;
		return part[0].n > 0 && part[1].n > 0;
	}
	return false;
}

/* Whether that is, or begins, the name of that partner's person or organisation: 田中, あおば. */
static bool
begins_name_of(struct eni_book *b, uint32_t at, struct eni_str said)
{
	const struct eni_sheet *s = &b->referrers;

	if (find(b, said, ENI_REFERRERS) == at)
		return true;
	for (size_t c = 0; c < s->n_columns; c++)
		if ((eni_str_is(s->column[c].name, "person") || eni_str_is(s->column[c].name, "org")) &&
		    s->column[c].type == ENI_CELL_TEXT &&
		    eni_str_starts(eni_sheet_text(s, c, at - eni_subject_referrer(b, 0)), said))
			return true;
	return false;
}

/* 田中 実（あおば居宅）, あおば居宅（田中）: whom one part names and the other does not deny. */
static uint32_t
find_by_both(struct eni_book *b, struct eni_str text)
{
	struct eni_str part[2];
	uint32_t at;

	if (!cut_brackets(eni_str_trim(text), part))
		return ENI_NONE;
	for (int i = 0; i < 2; i++) {
		at = find(b, part[i], ENI_REFERRERS);
		if (at != ENI_NONE && at != AMBIGUOUS && begins_name_of(b, at, part[1 - i]))
			return at;
	}
	return ENI_NONE;
}

uint32_t
eni_book_find_referrer(struct eni_book *b, struct eni_str id)
{
	uint32_t at = find(b, id, ENI_REFERRERS);

	if (at == ENI_NONE)
		at = find_by_both(b, id);
	return at == ENI_NONE || at == AMBIGUOUS ? (uint32_t)ENI_NONE : at - eni_subject_referrer(b, 0);
}

uint32_t
eni_book_find_staff(struct eni_book *b, struct eni_str id)
{
	uint32_t at = find(b, id, ENI_STAFF);

	return at == ENI_NONE || at == AMBIGUOUS ? (uint32_t)ENI_NONE : at - eni_subject_staff(b, 0);
}

static enum eni_kind
named_kind(const struct eni_field *f)
{
	static const struct {
		const char *field;
		enum eni_kind kind;
	} names[] = {{"caremanager", ENI_REFERRERS}, {"referrer", ENI_REFERRERS}, {"doctor", ENI_REFERRERS}, {"staff", ENI_STAFF}};

	for (size_t i = 0; f != NULL && i < sizeof names / sizeof *names; i++)
		if (strcmp(f->name, names[i].field) == 0)
			return names[i].kind;
	return ENI_KINDS;
}

void
eni_book_want_named(struct eni_book *b, const struct eni_field *f)
{
	enum eni_kind kind = named_kind(f);

	if (kind == ENI_STAFF)
		eni_sheet_want(&b->staff, ENI_S("name"), ENI_AS_RAW);
	if (kind == ENI_REFERRERS) {
		eni_sheet_want(&b->referrers, ENI_S("person"), ENI_AS_RAW);
		eni_sheet_want(&b->referrers, ENI_S("org"), ENI_AS_RAW);
	}
}

struct eni_str
eni_book_named(struct eni_book *b, const struct eni_field *f, struct eni_str text)
{
	enum eni_kind kind = named_kind(f);
	uint32_t at = ENI_NONE;

	if (kind == ENI_REFERRERS && (at = eni_book_find_referrer(b, text)) != ENI_NONE)
		return eni_sheet_id(&b->referrers, at);
	if (kind == ENI_STAFF && (at = eni_book_find_staff(b, text)) != ENI_NONE)
		return eni_sheet_id(&b->staff, at);
	return text;
}

struct eni_str
eni_book_field_name(const struct eni_book *b, enum eni_kind kind, struct eni_str name)
{
	const struct eni_sheet *s = kind == ENI_REFERRERS ? &b->referrers : &b->clients;
	const struct eni_field *f = eni_header_find(kind, name);
	struct eni_buf folded = {0};
	uint32_t own;
	size_t n;

	if (eni_sheet_has_header(s, name))
		return name; /* a column of that very name travels through */
	if (f != NULL)
		return eni_str_of(f->name);
	eni_casefold(&folded, name);
	own = eni_map_get(&b->office.aliases, eni_buf_str(&folded));
	eni_buf_free(&folded);
	if (own == ENI_NONE)
		return name;
	f = eni_field_find(kind, eni_str_of(eni_fields(&n)[own].name));
	return f == NULL ? name : eni_str_of(f->name);
}

int
eni_book_code(const struct eni_book *b, const struct eni_field *f, struct eni_str cell)
{
	int plain = eni_word_plain(f->vocab, cell);

	return plain != 0 || cell.n == 0 ? plain : eni_cell_read(&b->office, f, cell).code;
}

bool
eni_book_has_happened(const struct eni_book *b, struct eni_when w)
{
	struct eni_when now = b->opt.now;

	return w.day < now.day || (w.day == now.day && (w.minute < 0 || now.minute < 0 || w.minute <= now.minute));
}
