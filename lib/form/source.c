/*
 * Bytes in, UTF-8 out: see source.h, and the rule on encodings in reader.h.
 *
 * The first bytes that are not ASCII decide, unless a BOM or --encoding has.  A well-formed sequence of three or more bytes is
 * UTF-8 (kana, kanji); a malformed one is the office's encoding.  Two-byte sequences decide nothing, because GB18030 and half-width
 * katakana look like them (the GB18030 bytes of U+65F6, as in a header for time, are also a Latin letter in UTF-8).
 */
#include "form/source.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/text.h"
#include "form/reader.h"

enum { HELD = 64 * 1024 };

static int
fail(const struct eni_source *s, const char *what)
{
	return eni_fail(s->diag, eni_at(s->file, 0), NULL, "%s", _(what));
}

int
eni_source_is_file(const char *path, struct eni_diag *d)
{
	struct stat st;

	if (stat(path, &st) == -1 || S_ISREG(st.st_mode) || S_ISDIR(st.st_mode))
		return 0;
	return eni_fail(d, eni_at(path, 0), NULL, "is a pipe, a device or a socket: want a file of records");
}

/* The path without the sheet that it names. */
static int
open_part(const char *path)
{
	struct eni_str part = eni_xlsx_file_part(eni_str_of(path));
	char *file = strndup(part.p, part.n);
	int fd, why;

	if (file == NULL)
		return -1;
	fd = open(file, O_RDONLY | O_CLOEXEC | O_NOCTTY);
	why = errno;
	free(file);
	errno = why;
	return fd;
}

static int
open_file(struct eni_source *s, const char *path)
{
	struct stat st;

	s->fd = strcmp(path, "-") == 0 ? STDIN_FILENO : open_part(path);
	if (s->fd == -1 || fstat(s->fd, &st) == -1)
		return fail(s, strerror(errno));
	if (S_ISDIR(st.st_mode))
		return fail(s, N_("this is a folder: want a file of records"));
	return 0;
}

/* Names people write that iconv knows under another name, or knows too narrowly (SHIFT_JIS lacks what Windows writes). */
static const char *
iconv_name(const char *name)
{
	static const char *const same[][2] = {
	    {"sjis", "CP932"},
	    {"shift_jis", "CP932"},
	    {"shift-jis", "CP932"},
	    {"ms932", "CP932"},
	    {"windows-31j", "CP932"},
	    {"gbk", "GB18030"},
	    {"gb2312", "GB18030"},
	    {"cp936", "GB18030"},
	    {"utf8", "UTF-8"},
	};

	for (size_t i = 0; i < sizeof same / sizeof *same; i++)
		if (strcasecmp(name, same[i][0]) == 0)
			return same[i][1];
	return name;
}

static int
convert_from(struct eni_source *s, const char *name)
{
	name = iconv_name(name);
	if (strcasecmp(name, "UTF-8") == 0) {
		s->mode = ENI_SOURCE_PASS;
		return 0;
	}
	s->cd = iconv_open("UTF-8", name);
	if (s->cd == (iconv_t)-1)
		return eni_fail(s->diag, eni_at(s->file, 0), NULL,
		    "unknown encoding %s: want utf-8, cp932, gb18030 or another name iconv knows", name);
	s->name = name;
	s->mode = ENI_SOURCE_CONVERT;
	return 0;
}

static ssize_t
read_some(struct eni_source *s, char *out, size_t room)
{
	ssize_t n;

	do
		n = s->ended ? 0 : read(s->fd, out, room);
	while (n == -1 && errno == EINTR);
	if (n == -1)
		return fail(s, strerror(errno));
	s->ended = n == 0;
	if (s->diag->progress != NULL)
		s->diag->progress(s->diag, s->file, (size_t)n);
	return n;
}

/* Reads on until the hold is full or the file ends; pipes give less than asked. */
static int
hold_more(struct eni_source *s)
{
	ssize_t got = 1;

	if (s->at > 0) {
		memmove(s->held, s->held + s->at, s->n - s->at);
		s->n -= s->at;
		s->at = 0;
	}
	while (s->n < HELD && got > 0) {
		got = read_some(s, s->held + s->n, HELD - s->n);
		s->n += got > 0 ? (size_t)got : 0;
	}
	return got == -1 ? -1 : 0;
}

static struct eni_str
held(const struct eni_source *s)
{
	return (struct eni_str){s->held + s->at, s->n - s->at};
}

static int
read_mark(struct eni_source *s, const char *encoding)
{
	struct eni_str head = held(s);

	if (eni_str_starts(head, ENI_S("\xef\xbb\xbf"))) {
		s->at += 3;
		s->mode = ENI_SOURCE_PASS;
		return 0;
	}
	if (eni_str_starts(head, ENI_S("\xff\xfe")) || eni_str_starts(head, ENI_S("\xfe\xff"))) {
		s->at += 2;
		s->unit = 2;
		return convert_from(s, head.p[0] == '\xff' ? "UTF-16LE" : "UTF-16BE");
	}
	return encoding == NULL ? 0 : convert_from(s, encoding);
}

int
eni_source_open(
    struct eni_source *s, const char *path, const char *shown, const char *encoding, const char *fallback, struct eni_diag *d)
{
	*s = (struct eni_source){.fd = -1,
	    .file = shown == NULL ? path : shown,
	    .diag = d,
	    .fallback = fallback,
	    .cd = (iconv_t)-1,
	    .unit = 1,
	    .sheet = SIZE_MAX};
	if (open_file(s, path) == -1)
		return -1;
	s->held = eni_realloc(NULL, HELD);
	return hold_more(s) == -1 ? -1 : read_mark(s, encoding);
}

void
eni_source_close(struct eni_source *s)
{
	if (s->cd != (iconv_t)-1)
		iconv_close(s->cd);
	if (s->fd > STDIN_FILENO)
		close(s->fd);
	eni_xlsx_close(s->book);
	s->book = NULL;
	free(s->held);
	s->held = NULL;
	s->fd = -1;
	s->cd = (iconv_t)-1;
}

static size_t
sequence_length(unsigned char lead)
{
	return lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
}

/* Looks at what is held; answers how much of it may be handed on before more is known, -1 after eni_fail. */
static ssize_t
decide(struct eni_source *s)
{
	struct eni_str all = held(s);
	size_t valid, n;

	if (eni_is_ascii(all))
		return (ssize_t)all.n;
	valid = eni_utf8_prefix(all);
	for (size_t i = 0; i < valid; i += n) {
		n = sequence_length((unsigned char)all.p[i]);
		if (n > 2) {
			s->mode = ENI_SOURCE_PASS;
			return (ssize_t)all.n;
		}
	}
	if (valid == all.n)
		return (ssize_t)all.n;
	/* A sequence cut off by the end of the hold is no fault yet. */
	if (!s->ended && all.n - valid < sequence_length((unsigned char)all.p[valid]))
		return (ssize_t)valid;
	if (s->fallback == NULL)
		s->mode = ENI_SOURCE_PASS;
	else if (convert_from(s, s->fallback) == -1)
		return -1;
	return (ssize_t)all.n;
}

/*
 * One unit that cannot be converted.  It stays as it came where that can be no UTF-8: a byte that would continue another such
 * byte, and any of UTF-16, becomes ENI_SOURCE_BAD.
 */
static char *
pass_broken(struct eni_source *s, char *to)
{
	unsigned char c = (unsigned char)s->held[s->at];
	bool as_came = s->unit == 1 && c >= 0x80 && !(s->raw_last && (c & 0xc0) == 0x80);

	*to = as_came ? (char)c : (char)ENI_SOURCE_BAD;
	s->at += s->unit < s->n - s->at ? s->unit : s->n - s->at;
	s->raw_last = true;
	return to + 1;
}

static ssize_t
convert(struct eni_source *s, char *out, size_t room)
{
	char *from, *to = out;
	size_t left, space;
	bool full = false;

	while (s->at < s->n && !full && (size_t)(to - out) < room) {
		from = s->held + s->at;
		left = s->n - s->at;
		space = room - (size_t)(to - out);
		if (iconv(s->cd, &from, &left, &to, &space) == (size_t)-1 && errno == E2BIG)
			full = true;
		s->raw_last = s->raw_last && from == s->held + s->at;
		s->at = s->n - left;
		if (full || left == 0)
			continue;
		if (errno == EINVAL && !s->ended)
			break;
		if (space == 0)
			full = true;
		else
			to = pass_broken(s, to);
	}
	return to - out;
}

static ssize_t
take_held(struct eni_source *s, char *out, size_t room)
{
	ssize_t ready = s->mode == ENI_SOURCE_UNDECIDED ? decide(s) : (ssize_t)(s->n - s->at);

	if (ready <= 0 || s->mode == ENI_SOURCE_CONVERT)
		return ready == -1 ? -1 : s->mode == ENI_SOURCE_CONVERT ? convert(s, out, room) : 0;
	if ((size_t)ready > room)
		ready = (ssize_t)room;
	memcpy(out, s->held + s->at, (size_t)ready);
	s->at += (size_t)ready;
	return ready;
}

ssize_t
eni_source_read(struct eni_source *s, char *out, size_t room)
{
	ssize_t n;

	if (s->book != NULL)
		return eni_xlsx_read(s->book, out, room);
	for (;;) {
		if (s->at == s->n && s->mode == ENI_SOURCE_PASS)
			return read_some(s, out, room);
		n = take_held(s, out, room);
		if (n != 0 || (s->at == s->n && s->ended))
			return n;
		if (hold_more(s) == -1)
			return -1;
	}
}

int
eni_source_drain(struct eni_source *s, struct eni_buf *out, size_t limit)
{
	ssize_t n;

	do {
		n = eni_source_read(s, eni_buf_room(out, HELD), HELD);
		out->n += n > 0 ? (size_t)n : 0;
	} while (n > 0 && out->n <= limit);
	if (n > 0)
		return eni_fail(
		    s->diag, eni_at(s->file, 0), NULL, "over %zu MiB: want csv or tsv for files of this size", limit >> 20);
	return n == -1 ? -1 : 0;
}

bool
eni_source_is_book(const struct eni_source *s)
{
	return eni_xlsx_is(held(s));
}

/* It is read at once: an archive has its table of contents at the end. */
int
eni_source_open_book(struct eni_source *s, const char *path)
{
	struct eni_str whole = eni_str_of(path), sheet = eni_str_from(whole, eni_xlsx_file_part(whole).n + 1);
	struct eni_buf bytes = {0};
	int rc;

	if (!eni_source_is_book(s))
		return sheet.n == 0 ? 0 : fail(s, N_("is no workbook and has no sheets: want its name without #"));
	s->mode = ENI_SOURCE_PASS;
	rc = eni_source_drain(s, &bytes, ENI_XLSX_FILE_MAX);
	if (rc == 0)
		s->book = eni_xlsx_open(&bytes, s->file, s->diag);
	eni_buf_free(&bytes);
	if (s->book == NULL)
		return -1;
	if (sheet.n == 0)
		return 1;
	s->sheet = eni_xlsx_find_sheet(s->book, sheet);
	return s->sheet == SIZE_MAX ? fail(s, N_("the workbook has no sheet of that name")) : 1;
}

const char *
eni_source_complaint(const struct eni_source *s)
{
	if (s->name != NULL)
		return strcasecmp(s->name, "CP932") == 0 ? N_("neither UTF-8 nor CP932; a list from China wants --encoding gb18030")
							 : N_("bytes that do not fit the encoding of this file");
	return s->fallback != NULL && strcasecmp(iconv_name(s->fallback), "GB18030") == 0 ? N_("not UTF-8; try --encoding gb18030")
											  : N_("not UTF-8; try --encoding cp932");
}

static uint32_t
line_at(struct eni_str s, size_t at)
{
	uint32_t line = 1;

	for (size_t i = 0; i < at; i++)
		line += s.p[i] == '\n';
	return line;
}

int
eni_slurp(struct eni_buf *out, const char *path, const char *encoding, const char *fallback, size_t limit, struct eni_diag *d)
{
	struct eni_source s;
	size_t from = out->n, good;
	struct eni_str all;
	int rc = eni_source_open(&s, path, NULL, encoding, fallback, d);

	if (rc == 0)
		rc = eni_source_drain(&s, out, limit);
	if (rc == 0) {
		all = eni_str_from(eni_buf_str(out), from);
		good = eni_utf8_prefix(all);
		if (good < all.n)
			rc = eni_fail(d, eni_at(path, line_at(all, good)), NULL, "%s",
			    encoding == NULL && fallback == NULL ? _("not UTF-8; save it as UTF-8") : _(eni_source_complaint(&s)));
	}
	eni_source_close(&s);
	return rc;
}
