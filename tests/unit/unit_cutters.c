/* The door cuts CSV and TSV as the reader does: see cutters.h.  Made records, broken ones, and the corpora where they are there. */
#include "cutters.h"

#include <sys/mman.h>

#include "shared.h"
#include "unit.h"

static const char *const bits[] = {"a", "b c", " ", "  ", "\t", ",", ",", "\"", "\"", "\"\"", "\n", "\r\n", "\r", "\n\n", "山",
    "=\"", "\",", "\x1a", "　", "\\", "\\t", "\\\\", "\x95\x5c", "\x81", "\xff", "\0"};

static unsigned long
next_random(unsigned long *state)
{
	*state = *state * 6364136223846793005u + 1442695040888963407u;
	return *state >> 33;
}

static int
file_of(struct eni_str bytes)
{
	int fd = memfd_create("unit_cutters", MFD_CLOEXEC);

	if (fd == -1 || write(fd, bytes.p, bytes.n) != (ssize_t)bytes.n)
		abort();
	return fd;
}

static void
complain(struct eni_str bytes, enum eni_format format, const char *encoding, const char *differ)
{
	printf("     %s as %s: %s: %zu bytes, ending ", encoding == NULL ? "UTF-8" : encoding, eni_format_name(format), differ,
	    bytes.n);
	for (size_t i = bytes.n < 80 ? 0 : bytes.n - 80; i < bytes.n; i++)
		printf(bytes.p[i] >= ' ' && bytes.p[i] <= '~' ? "%c" : "\\%03o", (unsigned char)bytes.p[i]);
	printf("\n");
}

static void
compare(struct eni_str bytes, const char *what)
{
	static const char *const encodings[] = {NULL, "CP932", "GB18030"};
	struct eni_diag d = {.prog = "t", .out = stdout};
	int fd = file_of(bytes);

	for (size_t i = 0; i < sizeof encodings / sizeof *encodings; i++)
		for (int format = ENI_CSV; format <= ENI_TSV; format++) {
			const char *differ = cutters_differ(bytes, fd, (enum eni_format)format, encodings[i], &d);

			ok(differ == NULL, what);
			if (differ != NULL)
				complain(bytes, (enum eni_format)format, encodings[i], differ);
		}
	close(fd);
}

static struct eni_str
random_bit(unsigned long *state)
{
	size_t bit = next_random(state) % (sizeof bits / sizeof *bits);

	return (struct eni_str){bits[bit], bits[bit][0] == '\0' ? 1 : strlen(bits[bit])};
}

/* A record before them, so that they lie across the end of a block: of the reader's, of the door's. */
static void
add_filler(struct eni_buf *text, unsigned long *state)
{
	size_t n = (next_random(state) % 2 == 0 ? (size_t)64 << 10 : (size_t)ENI_BLOCK) - 2 - next_random(state) % 24;

	memset(eni_buf_room(text, n), 'x', n);
	text->n += n;
	eni_buf_add(text, ENI_S("\r\n"));
}

static void
test_random(void)
{
	struct eni_buf text = {0};
	unsigned long state = 20260331;

	for (int i = 0; i < 2000; i++) {
		text.n = 0;
		if (i % 8 == 0)
			add_filler(&text, &state);
		for (size_t n = next_random(&state) % 24; n > 0; n--)
			eni_buf_add(&text, random_bit(&state));
		compare(eni_buf_str(&text), "any bytes");
	}
	eni_buf_free(&text);
}

/* Seeds of the kinds that once were cut in two ways, and those that quotes make. */
static void
test_kinds(void)
{
	static const struct {
		const char *note, *bytes;
	} rows[] = {
	    {"a line of tabs is blank in csv and a record in tsv", "id\n\t\nC1\n"},
	    {"a line of an ideographic blank is a record", "id\n　\nC1\n"},
	    {"a quote in tsv is a letter", "id\tx\n\"C1\"\t \"\"\n"},
	    {"escapes of tsv", "id\tx\nC\\\\1\ta\\tb\\nc\\\n"},
	    {"blanks around quotes, and a tab", "id,x\n \"C1\" ,\t\"a\"\t\n"},
	    {"a quote out of place", "id,x\nC1,a\"b\nC2,\"a\"b\"\n"},
	    {"a quote that never closes", "id,x\nC1,\"a\nC2,b\r\nC3,c\rC4,d"},
	    {"lines in quotes", "id,x\r\nC1,\"a\r\nb\rc\n\"\r\nC2,\"\"\"\"\r\n"},
	    {"a mark at the front", "\xef\xbb\xbf\"id\",x\nC1,\n"},
	    {"cells of spreadsheets that keep their zeros", "id,x\n=\"001\",a\n\"=\"\"002\"\"\",=\"b\",\n=\"003\r\n4,=\"\"\n"},
	    {"one that a block cuts off, and one that is none", "id,x\n=\"a,b\",c\n=\"a\"b,c\n =\"d\",e\n=\"f"},
	    {"a first line that says the separator", "sep=,\r\nid,x\r\nC1,a\r\n"},
	    {"the same in quotes", "\"sep=,\"\nid,x\nC1,a\n"},
	    {"the end of a text of DOS descent", "id,x\r\nC1,a\r\n\x1a"},
	    {"the same in the last record", "id,x\nC1,a\x1a\x1a"},
	    {"the same earlier is a control", "id,x\nC1,\x1a\nC2,b\n"},
	    {"nothing", ""},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		compare(eni_str_of(rows[i].bytes), rows[i].note);
}

static void
test_corpora(void)
{
	static const char *const patterns[] = {"corpora/*/*.[ct]sv", "corpora/*/*/*.[ct]sv", "corpora/*/*/*/*.[ct]sv"};
	struct eni_buf bytes = {0};
	glob_t found;

	for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++) {
		for (size_t n = shared_files(patterns[i], &found), j = 0; j < n; j++)
			if (shared_read(found.gl_pathv[j], &bytes) && cutters_can_cut(eni_buf_str(&bytes)))
				compare(eni_buf_str(&bytes), found.gl_pathv[j]);
		globfree(&found);
	}
	eni_buf_free(&bytes);
}

int
main(void)
{
	test_kinds();
	test_random();
	test_corpora();
	return unit_done();
}
