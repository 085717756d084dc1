/*
 * The writing door: what it leaves alone, what it refuses, and what survives kill -9, a full disk and eight writers at once.
 * Every test has a book of its own under $TMPDIR (or build); all data is invented.
 */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "unit.h"

#include "book/files.h"
#include "book/sheet.h"
#include "door/door.h"

#define BOM "\xef\xbb\xbf"
#define T(text)                                                                                                                    \
	{                                                                                                                          \
		(text), sizeof(text) - 1                                                                                           \
	} /* ENI_S where a constant is wanted */
#define E(name, value)                                                                                                             \
	{                                                                                                                          \
		T(name), T(value)                                                                                                  \
	}
#define COUNT(a) (sizeof(a) / sizeof *(a))

/* ---- a book, and looking at it ---- */

struct world {
	char dir[256];
	struct eni_office office;
	struct eni_door_options opt;
	struct eni_diag d;
	char *said, *err;
	size_t said_n, err_n;
};

static const char *
path_of(const struct world *w, const char *name)
{
	static char path[512];

	snprintf(path, sizeof path, "%s/%s", w->dir, name);
	return path;
}

static void
begin(struct world *w)
{
	const char *tmp = getenv("TMPDIR");

	*w = (struct world){.office = {.lang = ENI_S("en")}, .opt = {.fallback = "CP932"}, .d = {.prog = "test"}};
	snprintf(w->dir, sizeof w->dir, "%s/door.XXXXXX", tmp != NULL ? tmp : access("build", W_OK) == 0 ? "build" : "/tmp");
	if (mkdtemp(w->dir) == NULL) {
		perror(w->dir);
		exit(2);
	}
	w->opt.said = open_memstream(&w->said, &w->said_n);
	w->d.out = open_memstream(&w->err, &w->err_n);
}

/* Lets fn see every name in the book but . and .. */
static size_t
each_name(const struct world *w, void (*fn)(const char *path))
{
	DIR *dir = opendir(w->dir);
	const struct dirent *entry;
	size_t n = 0;

	while (dir != NULL && (entry = readdir(dir)) != NULL) {
		if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
			continue;
		n++;
		if (fn != NULL)
			fn(path_of(w, entry->d_name));
	}
	if (dir != NULL)
		closedir(dir);
	return n;
}

static void
remove_name(const char *path)
{
	if (unlink(path) == -1)
		rmdir(path);
}

static void
end(struct world *w)
{
	each_name(w, remove_name);
	rmdir(w->dir);
	fclose(w->opt.said);
	fclose(w->d.out);
	free(w->said);
	free(w->err);
}

static void
put(const struct world *w, const char *name, struct eni_str bytes)
{
	FILE *f = fopen(path_of(w, name), "w");

	fwrite(bytes.p, 1, bytes.n, f);
	fclose(f);
}

static void
has(const struct world *w, const char *name, struct eni_str want, const char *what)
{
	FILE *f = fopen(path_of(w, name), "r");
	struct eni_buf got = {0};
	size_t n = 0;

	while (f != NULL && (n = fread(eni_buf_room(&got, 4096), 1, 4096, f)) > 0)
		got.n += n;
	if (f != NULL)
		fclose(f);
	ok(f != NULL, what);
	ok(eni_str_eq(eni_buf_str(&got), want), what);
	if (!eni_str_eq(eni_buf_str(&got), want))
		printf("     want \"%.*s\"\n     got  \"%.*s\"\n", (int)want.n, want.p, (int)got.n, got.p);
	eni_buf_free(&got);
}

#define holds(w, name, bytes, what) has(w, name, ENI_S(bytes), what)

static void
complains(struct world *w, const char *part, const char *what)
{
	fflush(w->d.out);
	ok(w->err != NULL && strstr(w->err, part) != NULL, what);
	if (w->err == NULL || strstr(w->err, part) == NULL)
		printf("     want \"%s\" in \"%s\"\n", part, w->err);
}

/* A commit of its own: one append, or one update where there is a target. */
static int
commit(struct world *w, enum eni_kind kind, const struct eni_target *target, const struct eni_entry *entry, size_t n)
{
	struct eni_door *door = eni_door_open(w->dir, &w->office, &w->opt, &w->d);
	int rc = -1;

	if (door == NULL)
		return -1;
	if (target == NULL)
		rc = eni_door_append(door, kind, entry, n);
	else
		rc = eni_door_update(door, kind, target, entry, n);
	if (rc == 0)
		rc = eni_door_commit(door);
	eni_door_close(door);
	return rc;
}

static int
add(struct world *w, enum eni_kind kind, const struct eni_entry *entry, size_t n)
{
	return commit(w, kind, NULL, entry, n);
}

/* The record of that id, read on that line. */
static int
change(struct world *w, enum eni_kind kind, const char *id, uint32_t line, const struct eni_entry *entry, size_t n)
{
	const struct eni_target target = {eni_at("list", line), eni_str_of(id), NULL, NULL};

	return commit(w, kind, &target, entry, n);
}

static const struct eni_entry touch_row[] = {
    E("at", "2026-11-21"), E("id", "c1"), E("channel", "call"), E("to", "family"), E("outcome", "done")};

static int
append(struct world *w)
{
	return add(w, ENI_CONTACTS, touch_row, COUNT(touch_row));
}

/* ---- appending ---- */

static const struct {
	const char *what;
	struct eni_str before, after;
} appends[] = {
    {"LF", T("at,id,channel,to,outcome,note\nx,y,z,,,\n"),
	T("at,id,channel,to,outcome,note\nx,y,z,,,\n2026-11-21,c1,call,family,done,\n")},
    {"CRLF", T("at,id,channel,to,outcome\r\n"), T("at,id,channel,to,outcome\r\n2026-11-21,c1,call,family,done\r\n")},
    {"CR alone", T("at,id,channel,to,outcome\rx,y,z,,\r"),
	T("at,id,channel,to,outcome\rx,y,z,,\r2026-11-21,c1,call,family,done\r")},
    {"BOM", T(BOM "at,id,channel,to,outcome\n"), T(BOM "at,id,channel,to,outcome\n2026-11-21,c1,call,family,done\n")},
    {"column order", T("outcome,to,channel,id,at\n"), T("outcome,to,channel,id,at\ndone,family,call,c1,2026-11-21\n")},
    {"torn last line", T("at,id,channel,to,outcome\n2026-11-2"),
	T("at,id,channel,to,outcome\n2026-11-2\n2026-11-21,c1,call,family,done\n")},
    {"torn in a CRLF file", T("at,id,channel,to,outcome\r\nx"),
	T("at,id,channel,to,outcome\r\nx\r\n2026-11-21,c1,call,family,done\r\n")},
    {"torn between CR and LF", T("at,id,channel,to,outcome\r\nx\r"),
	T("at,id,channel,to,outcome\r\nx\r\n2026-11-21,c1,call,family,done\r\n")},
    {"a header without line end", T("at,id,channel,to,outcome"), T("at,id,channel,to,outcome\n2026-11-21,c1,call,family,done\n")},
    {"a file that quotes all", T("\"at\",\"id\",\"channel\",\"to\",\"outcome\",\"note\"\n\"a\",\"b\",\"\",\"\",\"\",\"\"\n"),
	T("\"at\",\"id\",\"channel\",\"to\",\"outcome\",\"note\"\n\"a\",\"b\",\"\",\"\",\"\",\"\"\n"
	  "\"2026-11-21\",\"c1\",\"call\",\"family\",\"done\",\"\"\n")},
    {"Japanese headers", T("日時,利用者番号,手段,相手,結果,備考\n"),
	T("日時,利用者番号,手段,相手,結果,備考\n2026-11-21,c1,電話,家族,済,\n")},
    {"Chinese headers", T("日期时间,编号,渠道,对象,转归\n"), T("日期时间,编号,渠道,对象,转归\n2026-11-21,c1,电话,家属,已联系\n")},
    /* 日時,ID,手段,相手,結果 and a record with 表 (0x955c) and ﾃｽﾄ, as Excel saves them */
    {"CP932", T("\x93\xfa\x8e\x9e,ID,\x8e\xe8\x92i,\x91\x8a\x8e\xe8,\x8c\x8b\x89\xca\r\n\x95\\,\xc3\xbd\xc4,,,\r\n"),
	T("\x93\xfa\x8e\x9e,ID,\x8e\xe8\x92i,\x91\x8a\x8e\xe8,\x8c\x8b\x89\xca\r\n\x95\\,\xc3\xbd\xc4,,,\r\n2026-11-21,c1,"
	  "\x93\x64\x98\x62,\x89\xc6\x91\xb0,\x8d\xcf\r\n")},
    {"^Z gives way", T("at,id,channel,to,outcome\r\n\x1a\x1a"),
	T("at,id,channel,to,outcome\r\n2026-11-21,c1,call,family,done\r\n")},
    {"titles above the header", T("連絡簿,,,,\n\n日時,利用者番号,手段,相手,結果\n"),
	T("連絡簿,,,,\n\n日時,利用者番号,手段,相手,結果\n2026-11-21,c1,電話,家族,済\n")},
    {"only a BOM", T(BOM),
	T(BOM "at,id,channel,to,dir,who,staff,rule,anchor,topic,outcome,next,note\r\n2026-11-21,c1,call,family,,,,,,,done,,\r\n")},
    {"an empty file", T(""),
	T(BOM "at,id,channel,to,dir,who,staff,rule,anchor,topic,outcome,next,note\r\n2026-11-21,c1,call,family,,,,,,,done,,\r\n")},
};

static void
test_appends(void)
{
	for (size_t i = 0; i < COUNT(appends); i++) {
		struct world w;

		begin(&w);
		put(&w, "contacts.csv", appends[i].before);
		is_int(append(&w), 0, appends[i].what);
		has(&w, "contacts.csv", appends[i].after, appends[i].what);
		is_int(each_name(&w, NULL), 2, "the file and the lock, nothing else");
		is_int(w.d.messages, 0, appends[i].what);
		end(&w);
	}
}

static void
test_new_file(void)
{
	struct world w;
	struct stat st;
	mode_t mask = umask(0);

	begin(&w);
	put(&w, ".clients.csv.enishi.1f", ENI_S("left by a killed writer of another file"));
	is_int(append(&w), 0, "a missing file is made");
	is_int(each_name(&w, NULL), 2, "and litter is swept");
	holds(&w, "contacts.csv",
	    BOM "at,id,channel,to,dir,who,staff,rule,anchor,topic,outcome,next,note\r\n2026-11-21,c1,call,family,,,,,,,done,,\r\n",
	    "as a new book has it");
	ok(stat(path_of(&w, "contacts.csv"), &st) == 0 && (st.st_mode & 07777) == 0600, "a new file is 0600 whatever the umask");
	ok(stat(path_of(&w, ".lock"), &st) == 0 && (st.st_mode & 07777) == 0600, "so is the lock");
	is_int(append(&w), 0, "and takes a second record");
	umask(mask);
	end(&w);
}

static void
test_quoting(void)
{
	static const struct eni_entry row[] = {E("id", "c1"), E("note", "a,\"b\"\nc"), E("topic", " x")};
	struct world w;

	begin(&w);
	put(&w, "contacts.csv", ENI_S("id,topic,note\n"));
	is_int(add(&w, ENI_CONTACTS, row, COUNT(row)), 0, "commas, quotes, line ends and blanks");
	holds(&w, "contacts.csv", "id,topic,note\nc1,\" x\",\"a,\"\"b\"\"\nc\"\n", "are quoted");
	end(&w);
	begin(&w);
	put(&w, "contacts.tsv", ENI_S("id\ttopic\tnote\n"));
	is_int(add(&w, ENI_CONTACTS, row, COUNT(row)), 0, "in a tsv");
	holds(&w, "contacts.tsv", "id\ttopic\tnote\nc1\t x\ta,\"b\"\\nc\n", "they are escaped");
	end(&w);
}

static void
test_lacking_column(void)
{
	static const struct eni_entry with[] = {E("id", "c1"), E("topic", "secret"), E("staff", "s1")},
				      without[] = {E("id", "c1"), E("topic", "")};
	struct world w;

	begin(&w);
	put(&w, "contacts.csv", ENI_S("id,note\n"));
	is_int(add(&w, ENI_CONTACTS, with, 3), -1, "a value for a lacking column is refused");
	is_int(w.d.status, 2, "with exit 2");
	complains(
	    &w, "test: contacts.csv: has no column for topic, staff; --add-columns adds what is lacking", "naming all of them");
	ok(strstr(w.err, "secret") == NULL, "and never the value");
	holds(&w, "contacts.csv", "id,note\n", "and nothing is written");
	is_int(add(&w, ENI_CONTACTS, without, 2), 0, "an empty one needs no column");
	holds(&w, "contacts.csv", "id,note\nc1,\n", "and is left out");
	end(&w);
}

/* What the neighbours write, and what we write then: 2026-11-02 09:05 by telephone to the family, done, next on 2027-01-04. */
static const struct {
	const char *what;
	struct eni_str before, after;
} hands[] = {
    {"labels and days of the journal", T("日時,id,手段,相手,結果,次回\n2026/10/1 8:30,x,電話,家族,不在,2026/10/12\n"),
	T("2026/11/2 9:05,c1,電話,家族,済,2027/1/4\n")},
    {"other words for the same", T("日時,id,手段,相手,結果,次回\n2026/10/01 08:30,x,TEL,ご家族,済み,2026/10/12\n"),
	T("2026/11/02 09:05,c1,TEL,ご家族,済み,2027/01/04\n")},
    {"a word that says more is not said again", T("日時,id,手段,相手,結果,次回\nR8.10.1,x,携帯,長女,話せた,R8.10.12\n"),
	T("R8.11.2 9:05,c1,電話,家族,済,R9.1.4\n")},
    {"eras in kanji, with the time and the weekday",
	T("日時,id,手段,相手,結果,次回\n令和8年10月1日 14時30分,x,,,,令和8年10月12日（月）\n"),
	T("令和8年11月2日 9時05分,c1,電話,家族,済,令和9年1月4日（月）\n")},
    {"full width", T("日時,id,手段,相手,結果,次回\nＲ８．１０．１,x,電話,,,\n"),
	T("Ｒ８．１１．２　９：０５,c1,電話,家族,済,Ｒ９．１．４\n")},
    {"Chinese", T("日期时间,id,渠道,对象,转归,下次联系\n2026年10月1日 14:30,x,微信,子女,无人接听,\n"),
	T("2026年11月2日 9:05,c1,电话,家属,已联系,2027年1月4日\n")},
    {"most of the column, not its last",
	T("日時,id,手段,相手,結果,次回\n2026.10.1,x,call,client,done,\n2026.10.2,x,call,client,busy,\n2026-10-03,x,電話,本人,済,"
	  "\n"),
	T("2026.11.2 9:05,c1,call,family,done,2027.1.4\n")},
    {"of equally many the latest", T("日時,id,手段,相手,結果,次回\n2026.10.1,x,call,client,,\n2026-10-03,x,電話,本人,,\n"),
	T("2026-11-02 09:05,c1,電話,家族,済,2027-01-04\n")},
    {"English stays English", T("at,id,channel,to,outcome,next\n2026-10-01 08:30,x,call,client,busy,\n"),
	T("2026-11-02 09:05,c1,call,family,done,2027-01-04\n")},
    {"an empty list in the words of its headers", T("at,id,channel,to,outcome,next\n"),
	T("2026-11-02 09:05,c1,call,family,done,2027-01-04\n")},
    {"a remark behind a day is nobody else's", T("日時,id,手段,相手,結果,次回\n2026/10/1 (夕方),x,電話,家族,済,2026/10/12まで\n"),
	T("2026-11-02 09:05,c1,電話,家族,済,2027-01-04\n")},
    {"days of a spreadsheet", T("日時,id,手段,相手,結果,次回\n46296,x,電話,家族,済,46307\n"),
	T("2026-11-02 09:05,c1,電話,家族,済,46391\n")},
};

static void
test_hands(void)
{
	static const struct eni_entry row[] = {E("at", "2026-11-02 09:05"), E("id", "c1"), E("channel", "call"), E("to", "family"),
	    E("outcome", "done"), E("next", "2027-01-04")};

	for (size_t i = 0; i < COUNT(hands); i++) {
		struct eni_buf want = {0};
		struct world w;

		begin(&w);
		put(&w, "contacts.csv", hands[i].before);
		is_int(add(&w, ENI_CONTACTS, row, COUNT(row)), 0, hands[i].what);
		eni_buf_add(&want, hands[i].before);
		eni_buf_add(&want, hands[i].after);
		has(&w, "contacts.csv", eni_buf_str(&want), hands[i].what);
		eni_buf_free(&want);
		end(&w);
	}
}

/* Lists of words and weekdays, and words of the office's own. */
static void
test_hand_of_lists(void)
{
	static const struct eni_entry row[] = {E("id", "c9"), E("weekdays", "mon thu-am"), E("contact", "fax call"),
	    E("optout", "yes"), E("sour", "yes"), E("consent_share", "2026-11-02"), E("needs", "bathing 夜の話し相手")};
	struct world w;

	begin(&w);
	put(&w, "clients.csv",
	    ENI_S(
		"id,曜日,連絡方法,連絡不要,強い不満,情報共有同意,ニーズ\nx,火・金,電話/FAX,○,,R8.4.1,入浴 食事\ny,月,電話,,,○,\n"));
	is_int(add(&w, ENI_CLIENTS, row, COUNT(row)), 0, "lists");
	holds(&w, "clients.csv",
	    "id,曜日,連絡方法,連絡不要,強い不満,情報共有同意,ニーズ\nx,火・金,電話/FAX,○,,R8.4.1,入浴 食事\ny,月,電話,,,○,\n"
	    "c9,月・木午前,FAX/電話,○,○,R8.11.2,入浴 夜の話し相手\n",
	    "are joined as their neighbours are");
	end(&w);
}

static void
test_added_columns(void)
{
	static const struct eni_entry row[] = {
	    E("id", "c9"), E("name", "森"), E("cause", "c1"), E("reason_note", "a,b"), E("血液型", "A"), E("optout", "")};
	static const struct eni_entry cells[] = {E("status", "ended"), E("cause", "c2")};
	const struct eni_target c2 = {eni_at("clients.csv", 4), ENI_S("c2"), NULL, NULL};
	struct eni_door *door;
	struct world w;

	begin(&w);
	w.opt.add_columns = true;
	/* id,氏名,状態 in CP932; 利用中, 中止 */
	put(&w, "clients.csv",
	    ENI_S("id,\x8e\x81\x96\xbc,\x8f\xf3\x91\xd4\r\nc1,\"\x95\\\r\n\",\x97\x98\x97p\x92\x86\r\nc2,x,\r\n\r\nc3,y,,,,,\r\n"));
	door = eni_door_open(w.dir, &w.office, &w.opt, &w.d);
	is_int(eni_door_takes(door, ENI_CLIENTS, ENI_S("death_date")), 1, "any column is taken");
	is_int(eni_door_need(door, ENI_CLIENTS, row, COUNT(row)), 0, "columns are added");
	is_int(eni_door_append(door, ENI_CLIENTS, row, COUNT(row)), 0, "before the first record");
	is_int(eni_door_update(door, ENI_CLIENTS, &c2, cells, COUNT(cells)), 0, "and a record gets cells there");
	is_int(eni_door_commit(door), 0, "in one write");
	eni_door_close(door);
	holds(&w, "clients.csv",
	    "id,\x8e\x81\x96\xbc,\x8f\xf3\x91\xd4,\x8c\xb4\x88\xf6\x8e\xd2,\x97\x9d\x97R\x8f\xda\x8d\xd7,\x8c\x8c\x89t\x8c^\r\n"
	    "c1,\"\x95\\\r\n\",\x97\x98\x97p\x92\x86,,,\r\nc2,x,\x92\x86\x8e~,c2,,\r\n\r\nc3,y,,,,,\r\n"
	    "c9,\x90X,,c1,\"a,b\",A\r\n",
	    "at the end of the header, in its language, and of every record; no other byte moves");
	end(&w);
	begin(&w);
	w.opt.add_columns = true;
	put(&w, "clients.csv", ENI_S("氏名,状態\n山,利用中\n"));
	is_int(add(&w, ENI_CLIENTS, row, COUNT(row)), -1, "no ids are added where names stand for them");
	complains(&w, "clients.csv: id: names stand for ids in this list", "for every record would be without");
	holds(&w, "clients.csv", "氏名,状態\n山,利用中\n", "and nothing is written");
	end(&w);
	begin(&w);
	w.opt.add_columns = true;
	put(&w, "clients.tsv", ENI_S("id\tname\nc1\tx"));
	is_int(add(&w, ENI_CLIENTS, row, COUNT(row)), 0, "in a torn tsv");
	holds(&w, "clients.tsv", "id\tname\tcause\treason_note\t血液型\nc1\tx\t\t\t\nc9\t森\tc1\ta,b\tA\n", "likewise");
	end(&w);
	begin(&w);
	w.opt.add_columns = w.opt.dry_run = true;
	put(&w, "clients.csv", ENI_S("\"id\",\"name\"\n\"c1\",\"x\"\n"));
	is_int(add(&w, ENI_CLIENTS, row, COUNT(row)), 0, "in a dry run");
	fflush(w.opt.said);
	is_str(eni_str_of(w.said),
	    "clients.csv: \"id\",\"name\",\"cause\",\"reason_note\",\"血液型\"\nclients.csv: \"c9\",\"森\",\"c1\",\"a,b\",\"A\"\n",
	    "the new header is said, too");
	holds(&w, "clients.csv", "\"id\",\"name\"\n\"c1\",\"x\"\n", "and nothing is written");
	w.opt.dry_run = false;
	is_int(add(&w, ENI_CLIENTS, row, COUNT(row)), 0, "where all is quoted");
	holds(&w, "clients.csv",
	    "\"id\",\"name\",\"cause\",\"reason_note\",\"血液型\"\n\"c1\",\"x\",\"\",\"\",\"\"\n"
	    "\"c9\",\"森\",\"c1\",\"a,b\",\"A\"\n",
	    "new cells are quoted, too");
	end(&w);
	begin(&w);
	w.opt.add_columns = true;
	put(&w, "clients.csv",
	    ENI_S("利用者名簿,,\r\n\r\nid,氏名,状態\r\n■月曜,,\r\nc1,山,利用中\r\nc2,川\r\n合計,2名,\r\nc3,谷,〃\r\n\x1a"));
	is_int(add(&w, ENI_CLIENTS, row, 3), 0, "under a title");
	holds(&w, "clients.csv",
	    "利用者名簿,,\r\n\r\nid,氏名,状態,原因者\r\n■月曜,,\r\nc1,山,利用中,\r\nc2,川,,\r\n合計,2名,\r\nc3,谷,〃,\r\nc9,森,,"
	    "c1\r\n",
	    "titles, groups and totals stay as they are, a record that ends early is filled");
	end(&w);
}

static void
test_unknown_column(void)
{
	static const struct eni_entry row[] = {E("id", "c1"), E("血液型", "A")};
	struct world w;

	begin(&w);
	put(&w, "clients.csv", ENI_S("血液型,id\n"));
	is_int(add(&w, ENI_CLIENTS, row, 2), 0, "a column only the file knows");
	holds(&w, "clients.csv", "血液型,id\nA,c1\n", "is written by its header");
	end(&w);
	begin(&w);
	is_int(add(&w, ENI_STAYS, row, 2), 0, "in a new file");
	holds(&w, "stays.csv", BOM "id,start,end,reason,cause,note,血液型\r\nc1,,,,,,A\r\n", "it stands behind the known ones");
	end(&w);
}

static void
test_encodings(void)
{
	static const struct eni_entry taka[] = {E("id", "c2"), E("name", "髙﨑")}, emoji[] = {E("id", "c3"), E("name", "😀")},
				      yen[] = {E("id", "c4"), E("name", "¥")};
	struct world w;

	begin(&w);
	put(&w, "clients.csv", ENI_S("id,\x8e\x81\x96\xbc\n")); /* 氏名 */
	is_int(add(&w, ENI_CLIENTS, taka, 2), 0, "CP932 holds U+9AD9 and U+FA11");
	holds(&w, "clients.csv", "id,\x8e\x81\x96\xbc\nc2,\xfb\xfc\xfa\xb1\n", "as Windows writes them");
	is_int(add(&w, ENI_CLIENTS, emoji, 2), -1, "but no emoji");
	complains(&w, "name: has a character that the file's encoding CP932 cannot hold", "named by its field");
	is_int(add(&w, ENI_CLIENTS, yen, 2), -1, "nor a yen sign that would become a backslash");
	holds(&w, "clients.csv", "id,\x8e\x81\x96\xbc\nc2,\xfb\xfc\xfa\xb1\n", "and the file stands");
	w.opt.convert = true;
	is_int(add(&w, ENI_CLIENTS, emoji, 2), 0, "--convert");
	holds(&w, "clients.csv", "id,氏名\nc2,髙﨑\nc3,😀\n", "rewrites all as UTF-8");
	end(&w);
	begin(&w);
	w.opt.fallback = "GB18030";
	put(&w, "clients.csv", ENI_S("id,\xd0\xd5\xc3\xfb,\xb5\xe7\xbb\xb0\n")); /* 姓名, 电话 */
	is_int(add(&w, ENI_CLIENTS, taka, 2), 0, "GB18030 too");
	is_int(add(&w, ENI_CLIENTS, emoji, 2), 0, "holds everything");
	holds(&w, "clients.csv", "id,\xd0\xd5\xc3\xfb,\xb5\xe7\xbb\xb0\nc2,\xf3\x7b\xfe\x44,\nc3,\x94\x39\xfc\x36,\n",
	    "in four bytes if need be");
	end(&w);
	begin(&w);
	put(&w, "clients.csv", ENI_S("\xff\xfei\0d\0\n\0"));
	is_int(add(&w, ENI_CLIENTS, taka, 2), -1, "UTF-16 is not written to");
	end(&w);
}

/* A file larger than any block, converted, its characters moved against the blocks' borders by `shift` bytes. */
static void
convert_large(int shift)
{
	static const struct eni_entry emoji[] = {E("id", "c3"), E("name", "😀")};
	struct eni_buf old = {0}, new = {0};
	struct world w;

	begin(&w);
	eni_buf_printf(&old, "id,\x8e\x81\x96\xbc\n%.*s,\n", shift, "xxxxxxxx");
	eni_buf_printf(&new, "id,氏名\n%.*s,\n", shift, "xxxxxxxx");
	for (int i = 0; i < 60000; i++) {
		eni_buf_printf(&old, "%d,\x95\\\x94\\%s\n", i, i % 2 == 0 ? "a" : "");
		eni_buf_printf(&new, "%d,表能%s\n", i, i % 2 == 0 ? "a" : "");
	}
	eni_buf_add(&new, ENI_S("c3,😀\n"));
	put(&w, "clients.csv", eni_buf_str(&old));
	w.opt.convert = true;
	is_int(add(&w, ENI_CLIENTS, emoji, 2), 0, "converting many blocks");
	has(&w, "clients.csv", eni_buf_str(&new), "keeps every character");
	eni_buf_free(&old);
	eni_buf_free(&new);
	end(&w);
}

static void
test_convert_large(void)
{
	for (int shift = 1; shift <= 8; shift++)
		convert_large(shift);
}

static void
test_bad_values(void)
{
	static const struct eni_entry bad[][1] = {
	    {E("note", "a\0b")}, {E("note", "\x1b[31m")}, {E("note", "\xff")}, {E("note", "\xed\xa0\x80")}};
	struct world w;

	begin(&w);
	put(&w, "contacts.csv", ENI_S("id,note\n"));
	for (size_t i = 0; i < COUNT(bad); i++)
		is_int(add(&w, ENI_CONTACTS, bad[i], 1), -1, "what no reader takes is refused");
	holds(&w, "contacts.csv", "id,note\n", "and not written");
	end(&w);
}

/* ---- changing ---- */

static const struct eni_entry leave[] = {E("status", "ended"), E("end_date", "2026-11-21"), E("reason", "hospital")};

static void
test_update(void)
{
	struct world w;

	begin(&w);
	put(&w, "clients.csv",
	    ENI_S(BOM "status,\"id\",name,end_date,reason\r\nactive,\"c1\",\" a \",,\r\n\"active\",c2 ,\"b, "
		      "\"\"x\"\"\r\ny\",\"\",old\r\n\r\nx,c3,z,,\r\n"));
	is_int(change(&w, ENI_CLIENTS, "c2", 3, leave, COUNT(leave)), 0, "a change");
	holds(&w, "clients.csv",
	    BOM "status,\"id\",name,end_date,reason\r\nactive,\"c1\",\" a \",,\r\n\"ended\",c2 ,\"b, "
		"\"\"x\"\"\r\ny\",\"2026-11-21\",hospital\r\n\r\nx,c3,z,,\r\n",
	    "touches the cells of that record alone, with the quotes they have");
	is_int(change(&w, ENI_CLIENTS, "c2", 2, leave, COUNT(leave)), -1, "a record that is elsewhere by now");
	complains(&w, "clients.csv:2: id: the record that was read here has changed since; try again", "is said");
	is_int(change(&w, ENI_CLIENTS, "c2", 99, leave, COUNT(leave)), -1, "or gone");
	end(&w);
}

/* Readers set the row of the wrong width aside, and the one whose status nobody knows; a change must not land there. */
static const struct {
	const char *name;
	struct eni_str text;
	uint32_t line; /* where a reader finds c1 */
	const char *said;
} doubtful[] = {
    {"clients.csv", T("id,status,end_date,reason\nc1,active,,,,,x\nc1,active,,\n"), 3,
	"clients.csv:3: id: line 2 has this id, too"},
    {"clients.csv", T("id,status,end_date,reason\nc1,active,,\nc1,active\n"), 2, "clients.csv:2: id: line 3 has this id, too"},
    {"clients.csv", T("id,status,end_date,reason\nc1,active,,\n\n\"c1\",?,,\n"), 2, "clients.csv:2: id: line 4 has this id, too"},
    {"clients.csv", T("id,status,end_date,reason\nc1,active,,\n\xef\xbc\xa3\x31,active,,\n\xef\xbd\x83\x31,active,,\n"), 2,
	"clients.csv:2: id: line 4 has this id, too"},
    {"clients.csv", T("氏名,状態,中止日,理由\n\"山 田\",利用中,,\n山田,利用中,,\n"), 2,
	"clients.csv:2: id: line 3 has this id, too"},
    {"clients.tsv", T("id\tstatus\tend_date\treason\nc1\tactive\t\t\tx\nc1\tactive\t\t\n"), 3,
	"clients.tsv:3: id: line 2 has this id, too"},
    {"clients.yaml", T("- id: c1\n  status: {is: active}\n- id: c2\n- id: c1\n  status: active\n"), 4,
	"clients.yaml:4: id: line 1 has this id, too: keep one of the two records, or give each an id of its own"},
};

static void
test_doubtful(void)
{
	for (size_t i = 0; i < COUNT(doubtful); i++) {
		const char *id = eni_str_starts(doubtful[i].text, ENI_S("id")) || doubtful[i].text.p[0] == '-' ? "c1" : "山田";
		struct world w;

		begin(&w);
		put(&w, doubtful[i].name, doubtful[i].text);
		is_int(change(&w, ENI_CLIENTS, id, doubtful[i].line, leave, COUNT(leave)), -1, "another row of that id");
		complains(&w, doubtful[i].said, "both lines are named");
		has(&w, doubtful[i].name, doubtful[i].text, "and nothing is written");
		end(&w);
	}
}

static void
test_where(void)
{
	static const struct eni_entry open = E("end", ""), over[] = {E("end", "2026-11-21"), E("reason", "moved")};
	struct world w;

	begin(&w);
	put(&w, "stays.csv",
	    ENI_S("id,start,end,reason\nc1,2024-01-01,2024-06-01,moved\nc1,2025-01-01,,\nc2,2025-01-01,,\nc3,2025-01-01,,\nc3,bad, "
		  ",\n"
		  "c4,2025-01-01,2027-01-01,\n"));
	is_int(commit(&w, ENI_STAYS, &(struct eni_target){eni_at("s", 3), ENI_S("c1"), &open, NULL}, over, 2), 0,
	    "the stay that goes on");
	is_int(
	    commit(&w, ENI_STAYS, &(struct eni_target){eni_at("s", 5), ENI_S("c3"), &open, NULL}, over, 2), -1, "two that go on");
	complains(&w, "stays.csv:5: id: line 6 has this id and the same end, too: keep one of the two records", "are both named");
	is_int(commit(&w, ENI_STAYS, &(struct eni_target){eni_at("s", 7), ENI_S("c4"), &open, NULL}, over, 2), -1,
	    "one that ends already");
	complains(&w, "stays.csv:7: end: is filled in already: empty it first", "is refused");
	holds(&w, "stays.csv",
	    "id,start,end,reason\nc1,2024-01-01,2024-06-01,moved\nc1,2025-01-01,2026-11-21,moved\nc2,2025-01-01,,\nc3,2025-01-01,,"
	    "\n"
	    "c3,bad, ,\nc4,2025-01-01,2027-01-01,\n",
	    "and one row has changed");
	end(&w);
	begin(&w);
	put(&w, "stays.yaml", ENI_S("- id: c1\n  start: 2024-01-01\n  end: 2024-06-01\n- id: c1\n  start: 2025-01-01\n"));
	is_int(commit(&w, ENI_STAYS, &(struct eni_target){eni_at("s", 4), ENI_S("c1"), &open, NULL}, over, 1), 0, "in yaml, too");
	holds(&w, "stays.yaml",
	    "- id: c1\n  start: 2024-01-01\n  end: 2024-06-01\n- id: c1\n  start: 2025-01-01\n  end: \"2026-11-21\"\n",
	    "where the key is missing");
	end(&w);
}

/* ---- what a reader reads is what the door changes ---- */

static const struct {
	const char *name, *what;
	struct eni_str text;
} lists[] = {
    {"clients.csv", "every trap of csv",
	T("\n  \nid,note,name\r\nc1,\"a\nb\r\nc\rd\",x\n\n\tc2 ,\"\"\"\", \"q\" \nc3,a\"b,x\nc4,\"open,x\n"
	  "c5,\"a\"b,x\rc6,plain,x\r\r\nc7,short\nc8,too,long,x\nc9,surplus,x,,\n,no id,x\n\"c10\",\"a,b\",\"\"\n,,\nc11,torn,x")},
    {"clients.csv", "BOM, bytes that are nothing", T(BOM "id,note,name\nc1,x,y\nc2,\xff,y\nc3,x\x01,y\nc4,x,y\n")},
    {"clients.csv", "CP932", T("id,note,\x8e\x81\x96\xbc\nc1,\x95\\,x\nc2,\x81\n\x82P,\x95\\,x\nc4,\x81\",x\nc5,,x\n")},
    {"clients.tsv", "tsv",
	T("id\tnote\tname\nc1\ta\\nb\tx\nc2\t\"\tx\n\nc3\tx\nc4\tx\ty\tz\nc5\tx\ty\n\"c6\"\tx\ty\nc\\7\\\\\tx\ty\n")},
    {"clients.yaml", "yaml",
	T("# list\n- id: c1\n  note: x\n\n-   # second\n    note: 'y'\n    id: \"c2\"\n- id: c3\n  note: z\n  needs: [a, b]\n- id: "
	  "c4\n"
	  "  note: z\n  needs: {a: b}\n- id: c5\n")},
};

struct seen {
	struct eni_buf text[16]; /* "id|note|.." of each record */
	uint32_t line[16];
	struct eni_buf id[16];
	size_t n;
};

static void
see(const struct world *w, const char *name, struct seen *seen)
{
	const struct eni_source_options o = {.fallback = "CP932"};
	struct eni_diag quiet = {.prog = "t", .quiet = true};
	const struct eni_field *bound[8];
	struct eni_id_column column;
	struct eni_row row;
	size_t n;
	struct eni_reader *r = eni_reader_open(path_of(w, name), name, &o, &quiet);
	const struct eni_str *header = eni_reader_header(r, &n);

	*seen = (struct seen){0};
	eni_bind(ENI_CLIENTS, &(struct eni_headers){.name = header, .n = n, .file = name}, bound, &quiet);
	column = eni_id_column(ENI_CLIENTS, bound, n);
	while (eni_reader_next(r, &row) == 1 && seen->n < COUNT(seen->line)) {
		struct eni_buf id = {0};

		for (size_t i = 0; i < n; i++) {
			eni_buf_add(&seen->text[seen->n], row.cell[i]);
			eni_buf_char(&seen->text[seen->n], '|');
		}
		eni_buf_add(&seen->id[seen->n], eni_id_read(column, row.cell[column.at], &id));
		seen->line[seen->n++] = row.place.line;
		eni_buf_free(&id);
	}
	eni_reader_close(r);
}

static void
forget(struct seen *seen)
{
	for (size_t i = 0; i < seen->n; i++) {
		eni_buf_free(&seen->text[i]);
		eni_buf_free(&seen->id[i]);
	}
}

/* Each record that a reader gives can be changed, and then a reader finds just that one changed. */
static void
change_each(const char *name, struct eni_str text, const char *what)
{
	static const struct eni_entry note[] = {E("note", "NEW")};
	struct seen before, after;
	struct world w;
	size_t n = 1;

	for (size_t i = 0; i < n; i++) {
		struct eni_target target = {.where = NULL};

		begin(&w);
		put(&w, name, text);
		see(&w, name, &before);
		n = before.n;
		target.at = eni_at(name, before.line[i]);
		target.id = eni_buf_str(&before.id[i]);
		is_int(commit(&w, ENI_CLIENTS, &target, note, 1), target.id.n > 0 ? 0 : -1, what);
		see(&w, name, &after);
		is_int(after.n, before.n, what);
		for (size_t k = 0; k < after.n; k++)
			ok(eni_str_eq(eni_buf_str(&before.text[k]), eni_buf_str(&after.text[k])) == (k != i || target.id.n == 0),
			    what);
		ok(target.id.n == 0 || memmem(after.text[i].p, after.text[i].n, "|NEW|", 5) != NULL, what);
		forget(&before);
		forget(&after);
		end(&w);
	}
	ok(n > 1, what);
}

static void
test_lists(void)
{
	for (size_t i = 0; i < COUNT(lists); i++)
		change_each(lists[i].name, lists[i].text, lists[i].what);
}

static void
test_hand_of_yaml(void)
{
	struct world w;

	begin(&w);
	put(&w, "clients.yaml", ENI_S("- 番号: c1\n  状態: 利用中\n  利用開始日: R6.4.1\n- 番号: c2\n  状態: 終了\n"));
	is_int(change(&w, ENI_CLIENTS, "c1", 1, leave, COUNT(leave)), 0, "in yaml");
	holds(&w, "clients.yaml",
	    "- 番号: c1\n  状態: 終了\n  利用開始日: R6.4.1\n  中止日: R8.11.21\n  理由: 入院\n- 番号: c2\n  状態: 終了\n",
	    "keys, words and days are as their neighbours, and no key is lacking");
	end(&w);
}

static void
test_update_encoded(void)
{
	struct world w;

	begin(&w);
	/* 氏名,状態,ID,理由,中止日; 表 and half-width kana stay as they are; the id is full-width １ */
	put(&w, "clients.csv",
	    ENI_S("\x8e\x81\x96\xbc,\x8f\xf3\x91\xd4,ID,\x97\x9d\x97R,\x92\x86\x8e~\x93\xfa\n\x95\\\xb1,\x97\x98\x97p\x92\x86,"
		  "\x82P,,\n"));
	is_int(change(&w, ENI_CLIENTS, "1", 2, leave, COUNT(leave)), 0, "in CP932, by an id of another width");
	holds(&w, "clients.csv",
	    "\x8e\x81\x96\xbc,\x8f\xf3\x91\xd4,ID,\x97\x9d\x97R,\x92\x86\x8e~\x93\xfa\n\x95\\\xb1,\x92\x86\x8e~,\x82P,"
	    "\x93\xfc\x89\x40,2026-11-21\n",
	    "only three cells change");
	end(&w);
}

static void
test_update_bad_neighbours(void)
{
	static const struct eni_entry row[] = {E("note", "new")};
	struct world w;

	begin(&w);
	put(&w, "clients.csv", ENI_S("id,name,note\nc0,\"open,x\nc1,a\"b,x\nc2,\"a\"b,x\nc4\nc3, \"q\" ,x\n"));
	is_int(change(&w, ENI_CLIENTS, "c3", 6, row, 1), 0, "lines with bad quotes before it");
	holds(&w, "clients.csv", "id,name,note\nc0,\"open,x\nc1,a\"b,x\nc2,\"a\"b,x\nc4\nc3, \"q\" ,new\n", "do no harm");
	is_int(change(&w, ENI_CLIENTS, "c4", 5, row, 1), 0, "a record that ends early");
	holds(&w, "clients.csv", "id,name,note\nc0,\"open,x\nc1,a\"b,x\nc2,\"a\"b,x\nc4,,new\nc3, \"q\" ,new\n", "gets its cells");
	is_int(change(&w, ENI_CLIENTS, "c2", 4, row, 1), -1, "a record the reader sets aside is not there");
	end(&w);
}

/* Lists as spreadsheets leave them: titles, groups over the header, totals, marks that repeat a cell, rows that end early. */
static void
test_update_sheets(void)
{
	static const struct eni_entry end_date[] = {E("end_date", "2026-11-21")}, status[] = {E("status", "ended")},
				      both[] = {E("status", "ended"), E("reason", "hospital")};
	static const struct {
		const char *what, *id;
		uint32_t line;
		const struct eni_entry *entry;
		size_t n;
		const char *before, *after;
	} cases[] = {
	    {"titles, groups and a total stay", "2", 5, end_date, 1,
		"名簿,,\r\n\r\n利用者,,,家族\r\n番号,氏名,中止日,氏名\r\n2,山田,,花\r\n合計,1名,,\r\n",
		"名簿,,\r\n\r\n利用者,,,家族\r\n番号,氏名,中止日,氏名\r\n2,山田,2026-11-21,花\r\n合計,1名,,\r\n"},
	    {"a header of two lines is no record", "1", 3, end_date, 1, "番号,氏名,期間,\n,,開始日,中止日\n1,山田,,\n",
		"番号,氏名,期間,\n,,開始日,中止日\n1,山田,,2026-11-21\n"},
	    {"a mark right below keeps the old word, one below that repeats it", "1", 2, status, 1,
		"id,status,name\n1,利用中,a\n2,〃,b\n3,〃,c\n", "id,status,name\n1,中止,a\n2,利用中,b\n3,〃,c\n"},
	    {"and so behind a total", "1", 2, status, 1, "id,status,name\n1,利用中,a\n小計,1,\n2,同上,b\n",
		"id,status,name\n1,中止,a\n小計,1,\n2,利用中,b\n"},
	    {"a mark is written over, and what it said goes on below", "2", 3, status, 1,
		"id,status,name\n1,利用中,a\n2,〃,b\n3,〃,c\n", "id,status,name\n1,利用中,a\n2,中止,b\n3,利用中,c\n"},
	    {"marks of other columns stay", "1", 2, status, 1, "id,name,status,note\n1,a,利用中,x\n2,〃,入院,〃\n",
		"id,name,status,note\n1,a,中止,x\n2,〃,入院,〃\n"},
	    {"to the right", "1", 2, status, 1, "id,status,reason,note\n1,入院,同左,←\n", "id,status,reason,note\n1,中止,入院,←\n"},
	    {"which is itself written", "1", 2, both, 2, "id,status,reason,note\n1,入院,同左,←\n",
		"id,status,reason,note\n1,中止,入院,入院\n"},
	    {"an id that is repeated", "1", 3, end_date, 1, "id,name,end_date\n1,a,2026-01-01\n〃,a,\n", NULL},
	    {"what a short record lacks is put behind it", "1", 2, end_date, 1, "id,name,status,end_date\n1,a\n2,b\n",
		"id,name,status,end_date\n1,a,,2026-11-21\n2,b\n"},
	    {"behind an empty cell", "1", 2, end_date, 1, "id,name,status,end_date\n1,\n",
		"id,name,status,end_date\n1,,,2026-11-21\n"},
	    {"a line sep=", "1", 3, status, 1, "sep=,\nid,status\n1,\n", "sep=,\nid,status\n1,ended\n"},
	    {"zeros kept by a formula, and ^Z", "001", 2, status, 1, "id,status\r\n=\"001\",x\r\n\x1a",
		"id,status\r\n=\"001\",ended\r\n\x1a"},
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		struct world w;
		bool refused = cases[i].after == NULL;

		begin(&w);
		put(&w, "clients.csv", eni_str_of(cases[i].before));
		is_int(change(&w, ENI_CLIENTS, cases[i].id, cases[i].line, cases[i].entry, cases[i].n), refused ? -1 : 0,
		    cases[i].what);
		has(&w, "clients.csv", eni_str_of(refused ? cases[i].before : cases[i].after), cases[i].what);
		end(&w);
	}
}

static void
test_no_ids(void)
{
	struct world w;

	begin(&w);
	put(&w, "clients.csv", ENI_S("氏名,状態,中止日,理由\n山田,利用中,,\n鈴木,利用中,,\n"));
	is_int(change(&w, ENI_CLIENTS, "鈴木", 3, leave, COUNT(leave)), 0, "where there are no ids the name serves");
	holds(&w, "clients.csv", "氏名,状態,中止日,理由\n山田,利用中,,\n鈴木,中止,2026-11-21,入院\n", "as one");
	end(&w);
}

static void
test_several(void)
{
	static const struct eni_entry first[] = {E("id", "c1"), E("status", "active")},
				      second[] = {E("id", "c2"), E("status", "active")}, again[] = {E("status", "lost")},
				      stay[] = {E("id", "c1"), E("end", "2026-11-21")}, bad[] = {E("nope", "x")};
	const struct eni_target c0 = {eni_at("clients.csv", 2), ENI_S("c0"), NULL, NULL};
	struct world w;
	struct eni_door *door;

	begin(&w);
	put(&w, "clients.csv", ENI_S("id,status,reason,end_date\nc0,active,,\n"));
	door = eni_door_open(w.dir, &w.office, &w.opt, &w.d);
	ok(door != NULL, "one door");
	is_int(eni_door_append(door, ENI_STAYS, stay, 2), 0, "a stay");
	is_int(eni_door_append(door, ENI_CLIENTS, first, 2), 0, "a client");
	is_int(eni_door_append(door, ENI_CLIENTS, bad, 1), -1, "a refused one");
	is_int(eni_door_append(door, ENI_CLIENTS, second, 2), 0, "another");
	is_int(eni_door_update(door, ENI_CLIENTS, &c0, leave, COUNT(leave)), 0, "a change of what was there");
	is_int(eni_door_update(door, ENI_CLIENTS, &c0, again, 1), 0, "and of the same once more");
	holds(&w, "clients.csv", "id,status,reason,end_date\nc0,active,,\n", "nothing is written before the commit");
	is_int(eni_door_commit(door), 0, "commit");
	eni_door_close(door);
	holds(&w, "clients.csv", "id,status,reason,end_date\nc0,lost,hospital,2026-11-21\nc1,active,,\nc2,active,,\n", "all of it");
	holds(&w, "stays.csv", BOM "id,start,end,reason,cause,note\r\nc1,,2026-11-21,,,\r\n", "in both files");
	door = eni_door_open(w.dir, &w.office, &w.opt, &w.d);
	eni_door_append(door, ENI_CLIENTS, first, 2);
	eni_door_close(door);
	holds(&w, "clients.csv", "id,status,reason,end_date\nc0,lost,hospital,2026-11-21\nc1,active,,\nc2,active,,\n",
	    "what is not committed is dropped");
	end(&w);
}

/* ---- yaml ---- */

static void
test_yaml_append(void)
{
	static const struct eni_entry odd[] = {E("id", "007"), E("note", "a: b # \"c\"\nd"), E("to", "")};
	struct world w;

	begin(&w);
	put(&w, "contacts.yaml", ENI_S("# 記録\n  - 日時: 2026-01-01   # first\n    結果: done\n    id: c0\n\n"));
	is_int(append(&w), 0, "yaml");
	holds(&w, "contacts.yaml",
	    "# 記録\n  - 日時: 2026-01-01   # first\n    結果: done\n    id: c0\n\n"
	    "  - 日時: \"2026-11-21\"\n    結果: done\n    id: c1\n    手段: call\n    相手区分: family\n",
	    "the file's indentation, keys and order");
	end(&w);
	begin(&w);
	put(&w, "contacts.yaml", ENI_S("- id: c0\r\n  note: x"));
	is_int(add(&w, ENI_CONTACTS, odd, COUNT(odd)), 0, "a torn last line, CRLF, marks of the language");
	holds(&w, "contacts.yaml", "- id: c0\r\n  note: x\r\n- id: \"007\"\r\n  note: \"a: b # \\\"c\\\"\\nd\"\r\n",
	    "empty values are left out");
	end(&w);
	begin(&w);
	put(&w, "contacts.yaml", ENI_S(""));
	is_int(append(&w), 0, "an empty yaml file");
	is_int(append(&w), 0, "twice");
	holds(&w, "contacts.yaml",
	    "- at: \"2026-11-21\"\n  id: c1\n  channel: call\n  to: family\n  outcome: done\n"
	    "- at: \"2026-11-21\"\n  id: c1\n  channel: call\n  to: family\n  outcome: done\n",
	    "begins a list");
	end(&w);
}

static void
test_yaml_refused(void)
{
	static const struct eni_str form[] = {T("[{id: c1}]\n"), T("- {id: c1}\n"), T("id: c1\n"), T("- c1\n"),
	    T("- id: c1\n...\n"), T("- id: &a c1\n"), T("- id: c1\n  id: c2\n"), T("- id: \"c1\n"), T("records:\n  - id: c1\n")};

	for (size_t i = 0; i < COUNT(form); i++) {
		struct world w;

		begin(&w);
		put(&w, "contacts.yaml", form[i]);
		is_int(append(&w), -1, "another form of yaml is refused");
		ok(w.d.messages > 0 && w.d.status == 2, "with a message");
		has(&w, "contacts.yaml", form[i], "and stands as it was");
		end(&w);
	}
}

static void
test_yaml_update(void)
{
	static const struct eni_entry note[] = {E("note", "x")}, needs[] = {E("needs", "bath")};
	struct world w;

	begin(&w);
	put(&w, "clients.yaml",
	    ENI_S(BOM "- id: c1\n  状態: active\n-   氏名: \"山田 😀\"   # 一人目\n    id: 'c2'\n    状態: active # since spring\n  "
		      "  理由:\n    note: |\n      "
		      "two\n      lines\n    needs: [bath, meal]\n# foot\n- id: c3\n"));
	is_int(change(&w, ENI_CLIENTS, "c2", 3, leave, COUNT(leave)), 0, "a change in yaml");
	holds(&w, "clients.yaml",
	    BOM "- id: c1\n  状態: active\n-   氏名: \"山田 😀\"   # 一人目\n    id: 'c2'\n    状態: ended # since spring\n    "
		"理由: hospital\n    end_date: "
		"\"2026-11-21\"\n    note: |\n      two\n      lines\n    needs: [bath, meal]\n# foot\n- id: c3\n",
	    "replaces values, inserts keys, keeps the rest");
	is_int(change(&w, ENI_CLIENTS, "c2", 3, note, 1), -1, "a text of several lines is not replaced");
	is_int(change(&w, ENI_CLIENTS, "c2", 3, needs, 1), -1, "nor a list");
	complains(&w, "clients.yaml:11: needs: ", "named by its line");
	is_int(change(&w, ENI_CLIENTS, "c3", 13, note, 1), 0, "the last record");
	is_int(change(&w, ENI_CLIENTS, "c4", 3, note, 1), -1, "another id");
	end(&w);
}

/* A line that is inserted moves the records behind it, not the places where they were read. */
static void
test_yaml_twice(void)
{
	static const struct eni_entry note[] = {E("note", "x")};
	const struct eni_target first = {eni_at("clients.yaml", 1), ENI_S("c1"), NULL, NULL},
				second = {eni_at("clients.yaml", 2), ENI_S("c2"), NULL, NULL};
	struct world w;
	struct eni_door *door;

	begin(&w);
	put(&w, "clients.yaml", ENI_S("- id: c1\n- id: c2\n- id: c3\n"));
	door = eni_door_open(w.dir, &w.office, &w.opt, &w.d);
	is_int(eni_door_update(door, ENI_CLIENTS, &first, note, 1), 0, "one record");
	is_int(eni_door_update(door, ENI_CLIENTS, &second, note, 1), 0, "and the next");
	is_int(eni_door_commit(door), 0, "in one commit");
	eni_door_close(door);
	holds(&w, "clients.yaml", "- id: c1\n  note: x\n- id: c2\n  note: x\n- id: c3\n", "each in its place");
	end(&w);
}

static void
test_yaml_encoded(void)
{
	static const struct eni_entry row[] = {E("id", "c2"), E("name", "髙")}, emoji[] = {E("id", "c3"), E("name", "😀")};
	struct world w;

	begin(&w);
	put(&w, "clients.yaml", ENI_S("- id: c1\n  \x8e\x81\x96\xbc: \x95\\\n"));
	is_int(add(&w, ENI_CLIENTS, row, 2), 0, "yaml in CP932");
	holds(&w, "clients.yaml", "- id: c1\n  \x8e\x81\x96\xbc: \x95\\\n- id: c2\n  \x8e\x81\x96\xbc: \xfb\xfc\n", "stays CP932");
	is_int(add(&w, ENI_CLIENTS, emoji, 2), -1, "an emoji is refused");
	w.opt.convert = true;
	is_int(add(&w, ENI_CLIENTS, emoji, 2), 0, "unless converted");
	holds(&w, "clients.yaml", "- id: c1\n  氏名: 表\n- id: c2\n  氏名: 髙\n- id: c3\n  氏名: 😀\n", "to UTF-8");
	end(&w);
}

/* ---- which file, and what kind of file ---- */

static void
test_which_file(void)
{
	struct world w;
	struct eni_arena a = {0};
	enum eni_format format;
	const char *path;

	begin(&w);
	is_int(eni_book_file(&a, w.dir, ENI_VISITS, &path, &format, &w.d), 1, "no file");
	put(&w, "visits.tsv", ENI_S(""));
	is_int(eni_book_file(&a, w.dir, ENI_VISITS, &path, &format, &w.d), 0, "one");
	ok(format == ENI_TSV && strcmp(path, path_of(&w, "visits.tsv")) == 0, "found with its format");
	put(&w, "visits.yaml", ENI_S(""));
	is_int(eni_book_file(&a, w.dir, ENI_VISITS, &path, &format, &w.d), -1, "two at once");
	complains(&w, "both visits.tsv and visits.yaml", "are both named");
	is_int(eni_book_file(&a, path_of(&w, "visits.tsv"), ENI_VISITS, &path, &format, &w.d), -1, "a book that is no folder");
	complains(&w, "visits.tsv: cannot be read: ", "is said");
	eni_arena_free(&a);
	end(&w);
}

static void
test_links_and_modes(void)
{
	struct world w, other;
	struct stat st;
	char target[600];

	begin(&w);
	begin(&other);
	put(&other, "real.csv", ENI_S("id,at,channel,to,outcome\n"));
	chmod(path_of(&other, "real.csv"), 0640);
	snprintf(target, sizeof target, "%s%s", other.dir[0] == '/' ? "" : "../../", path_of(&other, "real.csv"));
	ok(symlink(target, path_of(&w, "contacts.csv")) == 0, "a link");
	put(&other, ".real.csv.enishi.1f", ENI_S("litter"));
	put(&other, ".contacts.csv.enishi.1f", ENI_S("somebody else's"));
	is_int(append(&w), 0, "through a link");
	ok(lstat(path_of(&w, "contacts.csv"), &st) == 0 && S_ISLNK(st.st_mode), "the link stays");
	holds(&other, "real.csv", "id,at,channel,to,outcome\nc1,2026-11-21,call,family,done\n", "its target is written");
	ok(stat(path_of(&other, "real.csv"), &st) == 0 && (st.st_mode & 07777) == 0640, "and keeps its mode");
	is_int(each_name(&other, NULL), 2, "only its own litter is swept there");
	end(&other);
	is_int(append(&w), -1, "a link to nothing is refused");
	unlink(path_of(&w, "contacts.csv"));
	mkdir(path_of(&w, "contacts.csv"), 0700);
	is_int(append(&w), -1, "so is a folder");
	rmdir(path_of(&w, "contacts.csv"));
	mkfifo(path_of(&w, "contacts.csv"), 0600);
	is_int(append(&w), -1, "and a pipe, without waiting for it");
	complains(&w, "no ordinary file", "it says why");
	end(&w);
}

static void
test_spreadsheet(void)
{
	struct world w;

	begin(&w);
	put(&w, "contacts.csv", ENI_S("id,at,channel,to,outcome\n"));
	put(&w, ".~lock.contacts.csv#", ENI_S(",x"));
	is_int(append(&w), 0, "a file that LibreOffice has open is written");
	complains(&w, "contacts.csv: is open in a spreadsheet", "with a warning");
	is_int(w.d.status, 0, "and no more than that");
	end(&w);
}

/* ---- another program writes between our reading and our writing ---- */

#define SHEET "id,at,channel,to,outcome\nc1,2026-11-01,call,family,done\n"
#define EDITED "id,at,channel,to,outcome\nc1,2026-11-01,call,doctor,done\n" /* as many bytes */

static void
set_changed(const struct world *w, struct timespec at)
{
	const struct timespec times[2] = {at, at};

	utimensat(AT_FDCWD, path_of(w, "contacts.csv"), times, 0);
}

/* Each is given when the file was changed before. */
static void
write_longer(const struct world *w, struct timespec was)
{
	put(w, "contacts.csv", ENI_S(SHEET "c2,2026-11-02,call,family,done\n"));
	set_changed(w, was);
}

static void
write_as_long(const struct world *w, struct timespec was)
{
	put(w, "contacts.csv", ENI_S(EDITED));
	was.tv_nsec = was.tv_nsec == 0 ? 1 : was.tv_nsec - 1;
	set_changed(w, was);
}

static void
write_a_second_later(const struct world *w, struct timespec was)
{
	put(w, "contacts.csv", ENI_S(EDITED));
	was.tv_sec++;
	set_changed(w, was);
}

static void
put_another(const struct world *w, struct timespec was)
{
	char path[512];

	put(w, "sheet.tmp", ENI_S(EDITED));
	snprintf(path, sizeof path, "%s", path_of(w, "sheet.tmp"));
	rename(path, path_of(w, "contacts.csv"));
	set_changed(w, was);
}

static void
take_away(const struct world *w, struct timespec was)
{
	(void)was;
	unlink(path_of(w, "contacts.csv"));
}

static const struct {
	const char *what, *before, *after; /* what contacts.csv holds; NULL: it is not there */
	void (*meanwhile)(const struct world *w, struct timespec was);
} others[] = {
    {"rows added", SHEET, SHEET "c2,2026-11-02,call,family,done\n", write_longer},
    {"a cell changed, as long as before", SHEET, EDITED, write_as_long},
    {"the same a second later", SHEET, EDITED, write_a_second_later},
    {"another file in its place, as old and as long", SHEET, EDITED, put_another},
    {"the file gone", SHEET, NULL, take_away},
    {"a file made where there was none", NULL, EDITED, write_as_long},
};

static void
test_changed_meanwhile(void)
{
	for (size_t i = 0; i < COUNT(others); i++) {
		struct stat was = {0};
		struct eni_door *door;
		struct world w;

		begin(&w);
		if (others[i].before != NULL)
			put(&w, "contacts.csv", eni_str_of(others[i].before));
		stat(path_of(&w, "contacts.csv"), &was);
		door = eni_door_open(w.dir, &w.office, &w.opt, &w.d);
		is_int(eni_door_append(door, ENI_CONTACTS, touch_row, COUNT(touch_row)), 0, others[i].what);
		others[i].meanwhile(&w, was.st_mtim);
		is_int(eni_door_commit(door), -1, others[i].what);
		eni_door_close(door);
		complains(&w, "contacts.csv: was changed by another program just now", others[i].what);
		if (others[i].after != NULL)
			has(&w, "contacts.csv", eni_str_of(others[i].after), "what they wrote stands");
		is_int(each_name(&w, NULL), others[i].after == NULL ? 1 : 2, "no litter");
		end(&w);
	}
}

static void
test_dry_run(void)
{
	struct world w;

	begin(&w);
	put(&w, "clients.csv", ENI_S("id,\x8e\x81\x96\xbc,status,end_date,reason\nc1,\x95\\,\"active\",,\n"));
	w.opt.dry_run = true;
	is_int(append(&w), 0, "a dry run");
	is_int(change(&w, ENI_CLIENTS, "c1", 2, leave, COUNT(leave)), 0, "of both kinds");
	fflush(w.opt.said);
	is_str(eni_str_of(w.said),
	    "contacts.csv: at,id,channel,to,dir,who,staff,rule,anchor,topic,outcome,next,note\n"
	    "contacts.csv: 2026-11-21,c1,call,family,,,,,,,done,,\nclients.csv: c1,表,\"ended\",2026-11-21,hospital\n",
	    "says what would be written");
	is_int(each_name(&w, NULL), 1, "and leaves nothing, not even a lock");
	end(&w);
}

/* ---- trouble ---- */

/* How many records the journal holds; -1 when it is not one whole line each. */
static int
count_rows(const struct world *w)
{
	FILE *f = fopen(path_of(w, "contacts.csv"), "r");
	char line[256];
	int n = -1;

	while (f != NULL && fgets(line, sizeof line, f) != NULL) {
		if (strchr(line, '\n') == NULL || (n >= 0 && strstr(line, ",call,family,done") == NULL)) {
			fclose(f);
			return -1;
		}
		n++;
	}
	if (f != NULL)
		fclose(f);
	return n;
}

static void
test_writers(void)
{
	enum { WRITERS = 8, APPENDS = 50 };
	struct world w;
	int status, good = 0;

	begin(&w);
	put(&w, "contacts.csv", ENI_S("at,id,channel,to,outcome\n"));
	for (int i = 0; i < WRITERS; i++)
		if (fork() == 0) {
			int rc = 0;

			for (int k = 0; k < APPENDS; k++)
				rc |= append(&w);
			_exit(rc != 0);
		}
	while (wait(&status) > 0)
		good += status == 0;
	is_int(good, WRITERS, "eight writers at once, none refused");
	is_int(count_rows(&w), WRITERS * APPENDS, "nothing lost, nothing doubled");
	is_int(each_name(&w, NULL), 2, "no litter");
	end(&w);
}

/* How long one append takes here, in nanoseconds: moments to strike at are chosen by it. */
static long
append_time(struct world *w)
{
	struct timespec a, b;

	clock_gettime(CLOCK_MONOTONIC, &a);
	append(w);
	clock_gettime(CLOCK_MONOTONIC, &b);
	return (b.tv_sec - a.tv_sec) * 1000000000L + b.tv_nsec - a.tv_nsec;
}

static void
nap_up_to(long ns)
{
	long n = (long)(rand() % 1000) * (ns / 1000 + 1);
	struct timespec t = {n / 1000000000L, n % 1000000000L};

	nanosleep(&t, NULL);
}

/* A writer acknowledges every commit; what was acknowledged must be there. */
static void
test_kills(void)
{
	enum { KILLS = 100 };
	struct world w;
	int told = 1, rows, pipes[2];
	long one;
	char c;

	begin(&w);
	put(&w, "contacts.csv", ENI_S("at,id,channel,to,outcome\n"));
	srand(7);
	one = append_time(&w);
	for (int i = 0; i < KILLS; i++) {
		pid_t pid;

		if (pipe(pipes) == -1 || (pid = fork()) == -1)
			exit(2);
		if (pid == 0) {
			while (append(&w) == 0)
				if (write(pipes[1], "+", 1) != 1)
					break;
			_exit(1);
		}
		close(pipes[1]);
		nap_up_to(6 * one);
		kill(pid, SIGKILL);
		waitpid(pid, NULL, 0);
		while (read(pipes[0], &c, 1) == 1)
			told++;
		close(pipes[0]);
	}
	rows = count_rows(&w);
	ok(rows >= told && rows <= told + KILLS, "what was acknowledged is there after kill -9, each record once");
	is_int(append(&w), 0, "the next write works at once");
	is_int(count_rows(&w), rows + 1, "and counts");
	is_int(each_name(&w, NULL), 2, "and sweeps away what the killed ones left");
	ok(told > 1, "some writers got through");
	end(&w);
}

static void
test_full_disk(void)
{
	struct world w;
	struct eni_buf old = {0};
	int status = -1;
	pid_t pid;

	begin(&w);
	eni_buf_add(&old, ENI_S("at,id,channel,to,outcome\n"));
	for (int i = 0; i < 2000; i++)
		eni_buf_add(&old, ENI_S("2026-11-21,c1,call,family,done\n"));
	put(&w, "contacts.csv", eni_buf_str(&old));
	pid = fork();
	if (pid == 0) {
		struct rlimit limit = {40000, 40000};
		int rc;

		setrlimit(RLIMIT_FSIZE, &limit);
		rc = append(&w);
		_exit(rc == -1 && w.d.status == 2 && w.d.messages == 1 ? 3 : 4);
	}
	waitpid(pid, &status, 0);
	ok(WIFEXITED(status) && WEXITSTATUS(status) == 3, "a write error is a message and exit 2, not a death by signal");
	has(&w, "contacts.csv", eni_buf_str(&old), "and the old file stands whole");
	is_int(each_name(&w, NULL), 2, "without litter");
	is_int(append(&w), 0, "later it works again");
	eni_buf_free(&old);
	end(&w);
}

/* Signals that arrive while files are being put in place wait until that is done. */
static void
test_signals(void)
{
	static const int signals[] = {SIGTERM, SIGINT, SIGHUP};
	void (*was[3])(int);
	struct world w;
	int strays = 0;
	long one;

	begin(&w);
	put(&w, "contacts.csv", ENI_S("at,id,channel,to,outcome\n"));
	one = append_time(&w);
	/* nohup has HUP ignored, a job in the background INT; the writer must not be born that way, or it may miss its signal. */
	for (int k = 0; k < 3; k++)
		was[k] = signal(signals[k], SIG_DFL);
	for (int i = 0; i < 60; i++) {
		pid_t pid = fork();

		if (pid == 0) {
			while (append(&w) == 0)
				;
			_exit(1);
		}
		nap_up_to(4 * one);
		kill(pid, signals[i % 3]);
		waitpid(pid, NULL, 0);
		strays += each_name(&w, NULL) != 2;
	}
	for (int k = 0; k < 3; k++)
		signal(signals[k], was[k]);
	is_int(strays, 0, "TERM, INT and HUP leave nothing behind");
	ok(count_rows(&w) > 0, "and the journal whole");
	end(&w);
}

/* One letter per call that matters: t written to the temporary file, f that brought to the disk, r rename, d the folder brought to
 * the disk, ! a file opened for truncation. */
static void
order_of_calls(const char *trace, char *order, size_t room)
{
	FILE *f = fopen(trace, "r");
	char line[4096];
	size_t n = 0;

	while (f != NULL && n + 1 < room && fgets(line, sizeof line, f) != NULL) {
		bool temp = strstr(line, ".enishi.") != NULL;
		char c = 0;

		if (strstr(line, "O_TRUNC") != NULL)
			c = '!';
		else if (strstr(line, " rename") != NULL || strncmp(line, "rename", 6) == 0)
			c = 'r';
		else if (strstr(line, "fsync(") != NULL)
			c = temp ? 'f' : 'd';
		else if (strstr(line, "write(") != NULL && temp)
			c = 't';
		if (c != 0 && (n == 0 || order[n - 1] != c))
			order[n++] = c;
	}
	order[n] = '\0';
	if (f != NULL)
		fclose(f);
}

/* Power loss cannot be tried here; the order of calls that withstands it can be seen. */
static void
test_order(const char *self)
{
	struct world w;
	char command[2048], order[64];

	begin(&w);
	put(&w, "contacts.csv", ENI_S("at,id,channel,to,outcome\n"));
	snprintf(command, sizeof command,
	    "ASAN_OPTIONS=detect_leaks=0 strace -qq -y -o '%s/trace' -e trace=openat,write,fsync,rename,renameat,renameat2 '%s' "
	    "append '%s' "
	    "2>'%s/err'",
	    w.dir, self, w.dir, w.dir);
	if (system("command -v strace >/dev/null 2>&1 && strace -o /dev/null true 2>/dev/null") != 0) {
		printf("skipped: the order of system calls (no strace)\n");
	} else {
		is_int(system(command), 0, "one append, watched");
		order_of_calls(path_of(&w, "trace"), order, sizeof order);
		is_str(eni_str_of(order), "tfrd", "written, fsync, rename, fsync of the folder, in this order and nothing else");
	}
	end(&w);
}

/* For test_order: one append to the book in that folder. */
static int
append_in(const char *dir)
{
	struct world w = {.opt = {.fallback = "CP932"}, .d = {.prog = "test", .out = stderr}};

	snprintf(w.dir, sizeof w.dir, "%s", dir);
	return append(&w) == 0 ? 0 : 2;
}

static void
test_refusals(void)
{
	struct world w;

	begin(&w);
	put(&w, "contacts.csv", ENI_S("id,id\n"));
	is_int(append(&w), -1, "a header the reader refuses");
	ok(w.d.messages > 0, "is said once");
	put(&w, "contacts.csv", ENI_S("結果,outcome,id\n"));
	is_int(append(&w), -1, "two columns for one field");
	end(&w);
	is_int(eni_door_open("/nowhere/at/all", &w.office, &w.opt, &(struct eni_diag){.prog = "t", .quiet = true}) == NULL, 1,
	    "no such folder");
}

int
main(int argc, char *argv[])
{
	if (argc == 3 && strcmp(argv[1], "append") == 0)
		return append_in(argv[2]);
	test_appends();
	test_new_file();
	test_quoting();
	test_lacking_column();
	test_hands();
	test_hand_of_lists();
	test_hand_of_yaml();
	test_added_columns();
	test_unknown_column();
	test_encodings();
	test_convert_large();
	test_bad_values();
	test_update();
	test_doubtful();
	test_where();
	test_lists();
	test_update_encoded();
	test_update_sheets();
	test_update_bad_neighbours();
	test_no_ids();
	test_several();
	test_yaml_append();
	test_yaml_refused();
	test_yaml_update();
	test_yaml_twice();
	test_yaml_encoded();
	test_which_file();
	test_links_and_modes();
	test_spreadsheet();
	test_changed_meanwhile();
	test_dry_run();
	test_refusals();
	test_order(argv[0]);
	test_full_disk();
	test_signals();
	test_kills();
	test_writers();
	return unit_done();
}
