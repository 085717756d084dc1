/* YAML trees: what is read, what is refused and in which words, bombs, and the YAML test suite where it is there. */
#include "form/tree.h"

#include <unistd.h>

#include "shared.h"
#include "unit.h"

/* A tree on one line: {key:value;..} [item;..] and "quoted" scalars. */
static void
draw(struct eni_buf *out, const struct eni_node *node)
{
	if (node->type == ENI_SCALAR) {
		eni_buf_printf(out, node->quoted ? "\"%.*s\"" : "%.*s", (int)node->text.n, node->text.p);
		return;
	}
	eni_buf_char(out, node->type == ENI_SEQ ? '[' : '{');
	for (size_t i = 0; i < node->n; i++) {
		if (i > 0)
			eni_buf_char(out, ';');
		if (node->type == ENI_MAP)
			eni_buf_printf(out, "%.*s:", (int)node->key[i]->text.n, node->key[i]->text.p);
		draw(out, node->item[i]);
	}
	eni_buf_char(out, node->type == ENI_SEQ ? ']' : '}');
}

/* The drawing, or the message behind "t: ". */
static void
read_tree(struct eni_str yaml, struct eni_buf *out)
{
	char *said = NULL;
	size_t n = 0;
	FILE *f = open_memstream(&said, &n);
	struct eni_diag d = {.prog = "t", .out = f};
	struct eni_arena a = {0};
	const struct eni_node *root = eni_tree_parse(&a, yaml, "f.yaml", &d);

	out->n = 0;
	fclose(f);
	if (root != NULL)
		draw(out, root);
	else
		eni_buf_add(out, (struct eni_str){said + 3, n > 4 ? n - 4 : 0});
	free(said);
	eni_arena_free(&a);
}

static const struct {
	const char *note, *yaml, *want;
} reads[] = {
    {"nothing is an empty map", "", "{}"},
    {"a comment is an empty map", "# nothing yet\n", "{}"},
    {"--- alone is an empty map", "---\n", "{}"},
    {"BOM",
	"\xef\xbb\xbf"
	"a: b\n",
	"{a:b}"},
    {"CRLF", "a: b\r\nc: d\r\n", "{a:b;c:d}"},
    {"scalars stay text", "a: no\nb: 010\nc: ~\nd: 1.50\ne: 2026-01-05\n", "{a:no;b:010;c:~;d:1.50;e:2026-01-05}"},
    {"quotes are seen", "a: ''\nb:\nc: \"x\"\n", "{a:\"\";b:;c:\"x\"}"},
    {"flow", "{a: [1, 2], b: {c: d}}\n", "{a:[1;2];b:{c:d}}"},
    {"a list of records", "- id: C1\n  name: 山田\n- id: C2\n", "[{id:C1;name:山田};{id:C2}]"},
    {"a block text", "say: |\n  one\n  two\n", "{say:\"one\ntwo\n\"}"},
    {"one scalar", "5\n", "5"},
};

static const struct {
	const char *note, *yaml, *want;
} refusals[] = {
    {"a second colon", "memo: 朝: 迎え\n",
	"f.yaml:1: column 8: no YAML: a second \": \" on one line: put a value such as 「a: b」 in quotes"},
    {"a full-width colon", "a: b\nメモ：い\n",
	"f.yaml:2: column 1: no YAML: want \"key: value\"; the full-width colon ： does not count, write \": \""},
    {"only full-width colons", "あ：い\n", "f.yaml:1: want \"key: value\"; the full-width colon ： does not count, write \": \""},
    {"a tab", "a:\n\tb: c\n",
	"f.yaml:2: column 1: no YAML: a character that cannot begin a value: blanks, not tabs, indent; put @, ` and % in quotes; "
	"this line begins with a tab, indent with blanks"},
    {"@", "a: @b\n",
	"f.yaml:1: column 4: no YAML: a character that cannot begin a value: blanks, not tabs, indent; put @, ` and % in quotes"},
    {"an open quote is found where it began", "a: 1\nb: \"x\nc: d\n", "f.yaml:2: column 4: no YAML: a quote is not closed"},
    {"an open bracket", "a: [1, 2\nb: 3\n", "f.yaml:2: column 2: no YAML: a list in [ ] is not closed, or a comma is missing"},
    {"an alias", "a: b\nc: *a\n", "f.yaml:2: column 4: aliases (*) are not read: put the value in quotes"},
    {"an anchor", "a: &x b\n", "f.yaml:1: column 4: anchors (&) are not read: put the value in quotes"},
    {"a tag", "a: !!str b\n", "f.yaml:1: column 4: tags (!) are not read: put the value in quotes"},
    {"a key twice", "a: 1\nb: 2\na: 3\n", "f.yaml:3: a: this key stands twice in one map: keep one of them"},
    {"a key that is no word", "? [a, b]\n: c\n", "f.yaml:1: a key must be a plain word"},
    {"two documents", "a: 1\n---\nb: 2\n", "f.yaml:2: column 1: a second document (---): one per file"},
    {"an escaped NUL", "a: \"x\\0y\"\n", "f.yaml:1: column 4: a NUL character in a value"},
    {"an escape sequence for the terminal", "a: b\nc: \x1b[31m\n", "f.yaml:2: column 4: a control character: take it out"},
    {"CP932", "a: b\nc: \x8e\x52\x93\x63\n", "f.yaml:2: column 4: not UTF-8: save the file as UTF-8"},
    {"overlong UTF-8", "a: \xc0\xaf\n", "f.yaml:1: column 4: not UTF-8: save the file as UTF-8"},
};

static void
test_rows(void)
{
	struct eni_buf got = {0};

	for (size_t i = 0; i < sizeof reads / sizeof *reads; i++) {
		read_tree(eni_str_of(reads[i].yaml), &got);
		is_str(eni_buf_str(&got), reads[i].want, reads[i].note);
	}
	for (size_t i = 0; i < sizeof refusals / sizeof *refusals; i++) {
		read_tree(eni_str_of(refusals[i].yaml), &got);
		is_str(eni_buf_str(&got), refusals[i].want, refusals[i].note);
	}
	read_tree(ENI_S("a: x\0y\n"), &got);
	is_str(eni_buf_str(&got), "f.yaml:1: column 5: a control character: take it out", "a raw NUL");
	eni_buf_free(&got);
}

static void
repeat(struct eni_buf *out, const char *text, size_t n)
{
	out->n = 0;
	while (n-- > 0)
		eni_buf_add(out, eni_str_of(text));
}

/* Each is answered with the given beginning, none with what it would grow to. */
static void
test_bombs(void)
{
	struct eni_buf yaml = {0}, got = {0};

	repeat(&yaml, "[", 10000);
	read_tree(eni_buf_str(&yaml), &got);
	is_str(eni_buf_str(&got), "f.yaml:1: column 65: nested deeper than 64 levels", "10,000 open brackets");
	repeat(&yaml, "{a: ", 10000);
	read_tree(eni_buf_str(&yaml), &got);
	is_str(eni_buf_str(&got), "f.yaml:1: column 257: nested deeper than 64 levels", "10,000 maps");
	repeat(&yaml, "- ", 100000);
	read_tree(eni_buf_str(&yaml), &got);
	is_str(eni_buf_str(&got), "f.yaml:1: column 129: nested deeper than 64 levels", "100,000 dashes");
	read_tree(ENI_S("a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n"), &got);
	is_str(eni_buf_str(&got), "f.yaml:1: column 4: anchors (&) are not read: put the value in quotes", "an alias bomb");
	repeat(&yaml, "x", 1024 * 1024 + 1);
	read_tree(eni_buf_str(&yaml), &got);
	is_str(eni_buf_str(&got), "f.yaml:1: column 1: a value over 1 MiB", "a scalar over 1 MiB");
	yaml.n = 0;
	for (int i = 0; i < 50000; i++)
		eni_buf_printf(&yaml, "k%d: v\n", i);
	eni_buf_add(&yaml, ENI_S("k77: again\n"));
	read_tree(eni_buf_str(&yaml), &got);
	is_str(eni_buf_str(&got), "f.yaml:50001: k77: this key stands twice in one map: keep one of them", "50,000 keys");
	repeat(&yaml, "x,\n", 4100000);
	memcpy(yaml.p, "[x", 2);
	read_tree(eni_buf_str(&yaml), &got);
	is_str(eni_buf_str(&got), "f.yaml:4000002: more than 4,000,000 keys and values: want csv or tsv for files of this size",
	    "nodes and nothing else");
	eni_buf_free(&yaml);
	eni_buf_free(&got);
}

static void
test_depth_64(void)
{
	struct eni_buf yaml = {0}, got = {0};

	for (int i = 0; i < 64; i++)
		eni_buf_char(&yaml, '[');
	for (int i = 0; i < 64; i++)
		eni_buf_char(&yaml, ']');
	read_tree(eni_buf_str(&yaml), &got);
	ok(eni_str_eq(eni_buf_str(&got), eni_buf_str(&yaml)), "64 levels are read");
	eni_buf_free(&yaml);
	eni_buf_free(&got);
}

static void
test_access(void)
{
	struct eni_arena a = {0};
	struct eni_diag d = {.prog = "t", .out = stderr};
	const struct eni_node *root = eni_tree_parse(&a, ENI_S("office: {tz: Asia/Tokyo}\nlist: [a]\n"), "f.yaml", &d);
	const struct eni_node *office = eni_node_get(root, "office");

	is_str(eni_node_text(eni_node_get(office, "tz")), "Asia/Tokyo", "get in get");
	is_int(eni_node_get(root, "list")->line, 2, "line");
	ok(eni_node_get(root, "none") == NULL && eni_node_get(NULL, "x") == NULL, "NULL for what is not there");
	ok(eni_node_get(eni_node_get(root, "list"), "x") == NULL, "no key in a list");
	is_int(eni_node_text(office).n, 0, "a map has no text");
	is_int(eni_node_text(NULL).n, 0, "nothing has no text");
	eni_arena_free(&a);
}

static void
test_read(void)
{
	char path[] = "/tmp/unit_tree_XXXXXX";
	int fd = mkstemp(path);
	struct eni_arena a = {0};
	struct eni_diag d = {.prog = "t", .out = stderr, .quiet = true};
	const struct eni_node *root;

	ok(fd != -1 && write(fd,
			   "\xef\xbb\xbf"
			   "a: b\n",
			   8) == 8,
	    "a file to read");
	root = eni_tree_read(&a, path, &d);
	is_str(eni_node_text(eni_node_get(root, "a")), "b", "read a file with BOM");
	ok(eni_tree_read(&a, "/nowhere/at/all.yaml", &d) == NULL && d.status == 2, "a missing file");
	ok(eni_tree_read(&a, "/tmp", &d) == NULL, "a folder");
	eni_arena_free(&a);
	close(fd);
	unlink(path);
}

/* The suite's name for a file: the folders behind yaml-test-suite. */
static struct eni_str
suite_name(const char *path)
{
	struct eni_str s = eni_str_of(strstr(path, "yaml-test-suite/") + strlen("yaml-test-suite/"));

	return (struct eni_str){s.p, s.n - strlen("/in.yaml")};
}

/* A file the suite calls wrong is refused, unless libyaml is known to take it; none takes long or crashes. */
static void
check_suite_file(const char *path, struct eni_str known, struct eni_buf *yaml)
{
	struct eni_arena a = {0};
	struct eni_diag d = {.prog = "t", .out = stderr, .quiet = true};
	struct eni_buf error = {0};
	const struct eni_node *root;
	struct eni_str name = suite_name(path);

	eni_buf_add(&error, (struct eni_str){path, strlen(path) - strlen("in.yaml")});
	eni_buf_add(&error, ENI_S("error"));
	eni_buf_char(&error, '\0');
	ok(shared_read(path, yaml), path);
	root = eni_tree_parse(&a, eni_buf_str(yaml), path, &d);
	ok((root == NULL) == (d.messages == 1), path);
	if (access(error.p, F_OK) == 0 && memmem(known.p, known.n, name.p, name.n) == NULL)
		ok(root == NULL, path);
	eni_buf_free(&error);
	eni_arena_free(&a);
}

static void
test_suite(void)
{
	static const char *const patterns[] = {"corpora/yaml-test-suite/*/in.yaml", "corpora/yaml-test-suite/*/*/in.yaml"};
	struct eni_buf known = {0}, yaml = {0};
	glob_t found;
	size_t total = 0;

	if (shared_files("harness/known-libyaml-accepts.txt", &found) > 0)
		shared_read(found.gl_pathv[0], &known);
	globfree(&found);
	for (size_t i = 0; i < 2; i++) {
		total += shared_files(patterns[i], &found);
		for (size_t j = 0; j < found.gl_pathc; j++)
			check_suite_file(found.gl_pathv[j], eni_buf_str(&known), &yaml);
		globfree(&found);
	}
	ok(total == 0 || total == 402, "402 files of the YAML test suite");
	eni_buf_free(&known);
	eni_buf_free(&yaml);
}

int
main(void)
{
	test_rows();
	test_depth_64();
	test_bombs();
	test_access();
	test_read();
	test_suite();
	return unit_done();
}
