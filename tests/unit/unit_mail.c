/* Mail: addresses, encoded words, and that nothing in a record begins a header or a message of its own. */
#include <stdlib.h>

#include "page/mail.h"
#include "unit.h"

static const struct {
	const char *text;
	bool good;
} addresses[] = {
    {"office@example.org", true},
    {"a.b+c@mail.example.org", true},
    {"a@b", true},
    {"", false},
    {"office", false},
    {"@example.org", false},
    {"office@", false},
    {"a@b@c", false},
    {"a b@example.org", false},
    {"a@example.org,b@example.org", false},
    {"a@example.org\nBcc: b@example.org", false},
    {".a@example.org", false},
    {"a..b@example.org", false},
    {"a@-", true},
    {"-oQ/tmp@example.org", false},
    {"山田@example.org", false},
    {"a@例.org", false},
    {"<a@example.org>", false},
};

/* What a header's text becomes. */
static const struct {
	const char *text, *want;
} subjects[] = {
    {"plain text", "plain text"},
    {"", ""},
    {"two\nlines\r\n", "two lines"},
    {"空", "=?utf-8?B?56m6?="},
    {"=?utf-8?B?eA==?=", "=?utf-8?B?PT91dGYtOD9CP2VBPT0/PQ==?="},
    {"0123456789012345678901234567890123456789012345678901234567890123456789012345",
	"=?utf-8?B?MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0?=\n"
	" =?utf-8?B?NTY3ODkwMTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0NQ==?="},
    /* 45 bytes a word, and no character is cut: 15 of three bytes */
    {"一二三四五六七八九十一二三四五六",
	"=?utf-8?B?5LiA5LqM5LiJ5Zub5LqU5YWt5LiD5YWr5Lmd5Y2B5LiA5LqM5LiJ5Zub5LqU?=\n =?utf-8?B?5YWt?="},
    {"a一二三四五六七八九十一二三四五",
	"=?utf-8?B?YeS4gOS6jOS4ieWbm+S6lOWFreS4g+WFq+S5neWNgeS4gOS6jOS4ieWbmw==?=\n =?utf-8?B?5LqU?="},
};

/* The messages as text; the caller frees. */
static struct eni_str
written(const struct eni_mail *mail, size_t n)
{
	char *text = NULL;
	size_t size = 0;
	FILE *f = open_memstream(&text, &size);

	eni_mail_write(f, mail, n);
	fclose(f);
	return (struct eni_str){text, size};
}

static bool
has(struct eni_str text, const char *piece)
{
	return memmem(text.p, text.n, piece, strlen(piece)) != NULL;
}

static const struct eni_pass *
pass(void)
{
	const struct eni_errand errand = {ENI_WAY_LIST, ENI_CHANNEL_EMAIL, ENI_TO_STAFF, ENI_CLASS_CARE, false, false, false};
	const struct eni_pass *p;

	eni_gate((struct eni_standing){0}, errand, &p);
	return p;
}

static struct eni_mail
sample(void)
{
	struct eni_mail m = {.pass = pass(),
	    .from = ENI_S("office@example.org"),
	    .from_name = ENI_S("Elm \"Home\""),
	    .office = ENI_S("Elm"),
	    .to = ENI_S("cm@example.net"),
	    .subject = ENI_S("Status\nBcc: x@example.org"),
	    .body = ENI_S("Hello\nFrom now on\n>From then\n.\n"),
	    .date = {0, 65},
	    .utc_minutes = -210,
	    .about = ENI_S("memo")};

	return m;
}

static void
test_one(void)
{
	struct eni_mail m = sample();
	struct eni_str text = written(&m, 1), again = written(&m, 1);
	const char *head =
	    "From: \"Elm \\\"Home\\\"\" <office@example.org>\nTo: cm@example.net\n"
	    "Subject: Status Bcc: x@example.org\nDate: Thu, 1 Jan 1970 01:05:00 -0330\nMessage-ID: <enishi.1970-01-01.";
	const char *tail = "@example.org>\nAuto-Submitted: auto-generated\nMIME-Version: 1.0\n"
			   "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 7bit\n\n"
			   "Hello\nFrom now on\n>From then\n.\n";

	ok(eni_str_starts(text, eni_str_of(head)), "head of a single message");
	ok(eni_str_ends(text, eni_str_of(tail)), "tail of a single message");
	ok(eni_str_eq(text, again), "the same bytes again");
	free((char *)text.p);
	m.body = ENI_S("other");
	text = written(&m, 1);
	ok(eni_str_ends(text, ENI_S("\n\nother\n")), "the last line is ended");
	ok(!has(text, "enishi.1970-01-01.cbf29ce484222325"), "the id is of the message");
	free((char *)text.p);
	free((char *)again.p);
}

static void
test_bodies(void)
{
	struct eni_mail m = sample();
	struct eni_buf line = {0};
	struct eni_str text;

	m.body = ENI_S("空\r\n\x1b[1mbold\n");
	text = written(&m, 1);
	ok(has(text, "Encoding: 8bit\n\n空\n[1mbold\n"), "UTF-8 as it is, without controls");
	free((char *)text.p);
	for (int i = 0; i < 999; i++)
		eni_buf_char(&line, 'x');
	m.body = eni_buf_str(&line);
	text = written(&m, 1);
	ok(has(text, "Encoding: base64\n\neHh4"), "a line beyond 998 bytes");
	ok(eni_str_ends(text, ENI_S("eHh4Cg==\n")), "and its end");
	free((char *)text.p);
	line.n = 998;
	m.body = eni_buf_str(&line);
	text = written(&m, 1);
	ok(has(text, "7bit"), "998 bytes fit");
	free((char *)text.p);
	eni_buf_free(&line);
}

static void
test_mailbox(void)
{
	struct eni_mail two[2] = {sample(), sample()};
	struct eni_str text = written(two, 2);

	ok(eni_str_starts(text, ENI_S("From office@example.org Thu Jan  1 01:05:00 1970\nFrom: ")), "a From_ line");
	ok(has(text, "\nHello\n>From now on\n>>From then\n.\n\nFrom office@example.org Thu"),
	    "quoted, and parted by an empty line");
	free((char *)text.p);
	text = written(two, 0);
	is_int(text.n, 0, "nothing");
	free((char *)text.p);
}

static void
test_senders(void)
{
	static const struct {
		const char *text, *name, *address;
	} rows[] = {
	    {"Elm Home <office@example.org>", "Elm Home", "office@example.org"},
	    {" \"Elm Home, West\" <office@example.org> ", "Elm Home, West", "office@example.org"},
	    {"こはる橋 < office@example.org >", "こはる橋", "office@example.org"},
	    {"<office@example.org>", "", "office@example.org"},
	    {"office@example.org", "", "office@example.org"},
	    {"", "", ""},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		is_str(eni_mail_name(eni_str_of(rows[i].text)), rows[i].name, rows[i].text);
		is_str(eni_mail_address(eni_str_of(rows[i].text)), rows[i].address, rows[i].text);
	}
}

/* What a message is about makes its id, whatever it says and whenever. */
static void
test_identity(void)
{
	struct eni_mail m = sample();
	struct eni_str one, two, other;

	m.identity = ENI_S("K01\thospital-monthly\t2026-08-31");
	m.from_name = ENI_S("デイサービスこはる橋と申します長い名前の事業所");
	m.subject = ENI_S("ご様子うかがいの件につきましてのご連絡でございます、よろしければご覧ください");
	m.to = ENI_S("a@example.net,\n b@example.net");
	one = written(&m, 1);
	m.body = ENI_S("other words");
	m.date.day = 7;
	two = written(&m, 1);
	m.identity = ENI_S("K01\thospital-monthly\t2026-09-30");
	other = written(&m, 1);
	ok(has(one, "To: a@example.net,\n b@example.net\n"), "several recipients");
	ok(memmem(one.p, one.n, "Message-ID: ", 12) != NULL && has(two, "Message-ID: "), "there is an id");
	{
		const char *id = memmem(one.p, one.n, "Message-ID: ", 12);
		struct eni_str line = {id, (size_t)((const char *)memchr(id, '\n', 200) - id)};

		ok(memmem(two.p, two.n, line.p, line.n) != NULL, "the same task, the same id");
		ok(memmem(other.p, other.n, line.p, line.n) == NULL, "another anchor, another id");
	}
	for (size_t at = 0, start = 0; at + 1 < one.n && !(one.p[at] == '\n' && one.p[at + 1] == '\n'); at++)
		if (one.p[at] == '\n') {
			ok(at - start <= 76, "a header line holds 76 bytes at most");
			start = at + 1;
		}
	free((char *)one.p);
	free((char *)two.p);
	free((char *)other.p);
}

int
main(void)
{
	struct eni_buf out = {0};

	for (size_t i = 0; i < sizeof addresses / sizeof *addresses; i++)
		ok(eni_mail_address_ok(eni_str_of(addresses[i].text)) == addresses[i].good, addresses[i].text);
	is_str(eni_mail_address(ENI_S(" Elm <a@example.org> ")), "a@example.org", "a name before it");
	is_str(eni_mail_address(ENI_S("a@example.org")), "a@example.org", "alone");
	is_str(eni_mail_address(ENI_S("")), "", "nothing");
	for (size_t i = 0; i < sizeof subjects / sizeof *subjects; i++) {
		out.n = 0;
		eni_mail_text(&out, eni_str_of(subjects[i].text));
		is_str(eni_buf_str(&out), subjects[i].want, subjects[i].text);
	}
	eni_buf_free(&out);
	test_one();
	test_senders();
	test_identity();
	test_bodies();
	test_mailbox();
	return unit_done();
}
