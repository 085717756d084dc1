/*
 * The file an option names: whose place it may not take, when it takes one, and what is left of the old one otherwise.
 * Every test has a folder of its own under $TMPDIR (or build), with a book in it.
 */
#include "door/outfile.h"

#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "unit.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))

/* ---- a folder with a book, which is where we are ---- */

struct world {
	char dir[256];
	int back; /* where we were */
	struct eni_office office;
	struct eni_diag d;
	char *err;
	size_t err_n;
};

static void
put(const char *path, const char *text)
{
	FILE *f = fopen(path, "w");

	fputs(text, f);
	fclose(f);
}

static void
holds(const char *path, const char *want, const char *what)
{
	struct eni_buf got = {0};
	FILE *f = fopen(path, "r");

	ok(f != NULL, what);
	if (f != NULL) {
		got.n = fread(eni_buf_room(&got, 65536), 1, 65536, f);
		fclose(f);
	}
	is_str(eni_buf_str(&got), want, what);
	eni_buf_free(&got);
}

static void
begin(struct world *w)
{
	const char *tmp = getenv("TMPDIR");

	*w = (struct world){.d = {.prog = "t"}, .back = open(".", O_RDONLY | O_DIRECTORY)};
	w->office.playbook = ENI_S("our-rules.yaml");
	w->office.playbook_add = ENI_S("../more.yaml");
	w->office.holiday_file = ENI_S("syukujitsu.csv");
	snprintf(w->dir, sizeof w->dir, "%s/outfile.XXXXXX", tmp != NULL ? tmp : access("build", W_OK) == 0 ? "build" : "/tmp");
	if (mkdtemp(w->dir) == NULL || chdir(w->dir) == -1 || mkdir("book", 0700) == -1) {
		perror(w->dir);
		exit(2);
	}
	put("book/clients.csv", "id,name\nc1,a\n");
	put("book/office.yaml", "office: {country: jp}\n");
	put("book/.lock", "");
	put("more.yaml", "all: []\n");
	put("form.csv", "name\nb\n");
	put("aside.csv", "old\n");
	w->d.out = open_memstream(&w->err, &w->err_n);
}

/* How many names stand in a folder. */
static int
names_in(const char *folder)
{
	DIR *dir = opendir(folder);
	const struct dirent *entry;
	int n = 0;

	while (dir != NULL && (entry = readdir(dir)) != NULL)
		n += strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0;
	if (dir != NULL)
		closedir(dir);
	return n;
}

static void
end(struct world *w)
{
	char command[512];

	if (fchdir(w->back) == -1)
		exit(2);
	close(w->back);
	snprintf(command, sizeof command, "rm -r '%s'", w->dir);
	is_int(system(command), 0, "everything goes");
	fclose(w->d.out);
	free(w->err);
}

/* A run that reads form.csv and the rules more.yaml over the book. */
static struct eni_outfile *
opened(struct world *w, const char *path)
{
	static const char *const input[] = {"-", "form.csv", "c1", "more.yaml"};
	const struct eni_outfile_spare spare = {input, COUNT(input), "book", &w->office};

	w->d.status = 0;
	fflush(w->d.out);
	rewind(w->d.out);
	return eni_outfile_open(path, "--rejects FILE", &spare, &w->d);
}

/* ---- whose place it may not take ---- */

static const struct {
	const char *path, *said;
} refused[] = {
    {"book/clients.csv", "is the book's own clients.csv: want another file, such as aside.csv"},
    {"./book/../book//clients.csv", "is the book's own clients.csv"},
    {"hard.csv", "is the book's own clients.csv"},
    {"soft.csv", "is the book's own clients.csv"},
    {"linked/clients.csv", "is the book's own clients.csv"},
    {"book/office.yaml", "is the book's own office.yaml"},
    {"book/.lock", "is the book's own .lock"},
    /* what the book would have there: nothing yet */
    {"book/clients.tsv", "is the book's own clients.tsv"},
    {"book/contacts.csv", "is the book's own contacts.csv"},
    {"linked/holidays.yaml", "is the book's own holidays.yaml"},
    {"book/our-rules.yaml", "is the book's own our-rules.yaml"},
    {"book/syukujitsu.csv", "is the book's own syukujitsu.csv"},
    /* likewise in any other */
    {"clients.csv", "has the name of a book's own clients.csv: want another file, such as aside.csv"},
    {"stays.yaml", "has the name of a book's own stays.yaml"},
    {"office.yaml", "has the name of a book's own office.yaml"},
    /* and what is read besides */
    {"form.csv", "is read by this run as form.csv"},
    {"linked/../form.csv", "is read by this run as form.csv"},
    {"more.yaml", "is read by this run as more.yaml"},
    {"book", "is a folder, or no name: want the name of a file"},
    {".", "is a folder, or no name"},
    {"/", "is a folder, or no name"},
    {"", "is a folder, or no name"},
    {"aside.csv/", "cannot be read: Not a directory"},
    {"nowhere/aside.csv", "cannot be reached: No such file or directory"},
    {"nowhere/", "cannot be reached: No such file or directory"},
    {"nothing.csv", "cannot be read: No such file or directory"},
};

static void
test_refused(void)
{
	struct world w;

	begin(&w);
	ok(link("book/clients.csv", "hard.csv") == 0 && symlink("hard.csv", "soft.csv") == 0 && symlink("book", "linked") == 0 &&
		symlink("gone.csv", "nothing.csv") == 0,
	    "links");
	for (size_t i = 0; i < COUNT(refused); i++) {
		ok(opened(&w, refused[i].path) == NULL, refused[i].path);
		is_int(w.d.status, 2, refused[i].path);
		fflush(w.d.out);
		ok(strstr(w.err, "t: --rejects FILE: ") == w.err && strstr(w.err, refused[i].said) != NULL, w.err);
	}
	holds("book/clients.csv", "id,name\nc1,a\n", "what was refused stands");
	holds("form.csv", "name\nb\n", "all of it");
	is_int(names_in("book"), 3, "and nothing is left beside it");
	end(&w);
}

static void
test_streams(void)
{
	struct world w;
	int out = dup(STDOUT_FILENO), fd;

	begin(&w);
	fflush(stdout);
	fd = open("aside.csv", O_WRONLY);
	dup2(fd, STDOUT_FILENO);
	ok(opened(&w, "aside.csv") == NULL, "where the records go already");
	dup2(out, STDOUT_FILENO);
	close(fd);
	close(out);
	fflush(w.d.out);
	ok(strstr(w.err, "is standard output") != NULL, "is refused");
	holds("aside.csv", "old\n", "and stands");
	end(&w);
}

/* ---- when it takes a place ---- */

static void
test_end(void)
{
	struct eni_outfile *o;
	struct world w;
	struct stat st;

	begin(&w);
	chmod("aside.csv", 0640);
	ok((o = opened(&w, "aside.csv")) != NULL, "an old file");
	fputs("new\n", eni_outfile_stream(o));
	fflush(eni_outfile_stream(o));
	holds("aside.csv", "old\n", "stands while the run lasts");
	is_int(names_in("."), 4, "with nothing beside it");
	is_int(eni_outfile_end(o, &w.d), 0, "and is replaced at the end");
	holds("aside.csv", "new\n", "whole");
	ok(stat("aside.csv", &st) == 0 && (st.st_mode & 07777) == 0640, "with its mode");
	ok((o = opened(&w, "book/aside.csv")) != NULL, "a new one, in the book's folder");
	is_int(access("book/aside.csv", F_OK), -1, "is not there before the end");
	is_int(eni_outfile_end(o, &w.d), 0, "but then");
	holds("book/aside.csv", "", "though nothing was written");
	ok(stat("book/aside.csv", &st) == 0 && (st.st_mode & 07777) == 0600, "0600");
	ok(symlink("aside.csv", "link.csv") == 0 && (o = opened(&w, "link.csv")) != NULL, "a link");
	fputs("newer\n", eni_outfile_stream(o));
	is_int(eni_outfile_end(o, &w.d), 0, "is followed");
	holds("aside.csv", "newer\n", "to its file");
	ok(lstat("link.csv", &st) == 0 && S_ISLNK(st.st_mode), "and stays");
	end(&w);
}

static void
test_drop(void)
{
	struct eni_outfile *o;
	struct world w;

	begin(&w);
	ok((o = opened(&w, "aside.csv")) != NULL, "a run that fails");
	fputs("new\n", eni_outfile_stream(o));
	eni_outfile_drop(o);
	holds("aside.csv", "old\n", "leaves the old file");
	ok((o = opened(&w, "other.csv")) != NULL, "a new one");
	eni_outfile_drop(o);
	is_int(access("other.csv", F_OK), -1, "is not made");
	is_int(names_in("."), 4, "no litter");
	end(&w);
}

static void
test_changed_meanwhile(void)
{
	struct eni_outfile *o;
	struct world w;

	begin(&w);
	ok((o = opened(&w, "aside.csv")) != NULL, "while a run lasts");
	put("aside.csv", "repaired by hand\n");
	is_int(eni_outfile_end(o, &w.d), -1, "somebody saves the file");
	holds("aside.csv", "repaired by hand\n", "which stands");
	ok((o = opened(&w, "other.csv")) != NULL, "or makes it");
	put("other.csv", "theirs\n");
	is_int(eni_outfile_end(o, &w.d), -1, "where none was");
	holds("other.csv", "theirs\n", "likewise");
	is_int(names_in("."), 5, "no litter");
	end(&w);
}

static void
test_not_ordinary(void)
{
	struct eni_outfile *o;
	struct world w;
	struct stat st;
	char got[8] = "";
	int fd;

	begin(&w);
	o = symlink("/dev/null", "book/visits.csv") == 0 ? opened(&w, "/dev/null") : NULL;
	ok(o != NULL, "a device, whatever links to it");
	is_int(eni_outfile_end(o, &w.d), 0, "is written to");
	ok(stat("/dev/null", &st) == 0 && S_ISCHR(st.st_mode), "and never replaced");
	fd = mkfifo("pipe", 0600) == 0 ? open("pipe", O_RDONLY | O_NONBLOCK) : -1;
	ok(fd != -1, "a pipe");
	ok((o = opened(&w, "pipe")) != NULL, "is opened");
	fputs("new\n", eni_outfile_stream(o));
	is_int(eni_outfile_end(o, &w.d), 0, "written to");
	is_int(read(fd, got, sizeof got), 4, "as it is");
	ok(stat("pipe", &st) == 0 && S_ISFIFO(st.st_mode), "and stays one");
	close(fd);
	ok((o = opened(&w, "/dev/full")) != NULL, "a device");
	fputs("new\n", eni_outfile_stream(o));
	is_int(eni_outfile_end(o, &w.d), -1, "that takes nothing");
	fflush(w.d.out);
	ok(strstr(w.err, "cannot be written: No space left on device") != NULL, "says so");
	end(&w);
}

/* ---- trouble ---- */

static void
test_killed(void)
{
	struct world w;
	int status = 0;
	pid_t pid;

	begin(&w);
	if ((pid = fork()) == 0) {
		struct eni_outfile *o = opened(&w, "aside.csv");

		fputs("new\n", eni_outfile_stream(o));
		fflush(eni_outfile_stream(o));
		raise(SIGKILL);
	}
	waitpid(pid, &status, 0);
	ok(WIFSIGNALED(status), "a run that is killed");
	holds("aside.csv", "old\n", "leaves the old file");
	is_int(names_in("."), 4, "and nothing else");
	end(&w);
}

/* The file cannot grow beyond a limit, which is how a full disk looks; the old one is larger than that. */
static void
test_full(void)
{
	struct world w;
	int status = 0;
	pid_t pid;

	begin(&w);
	if ((pid = fork()) == 0) {
		struct rlimit limit = {20000, 20000};
		struct eni_outfile *o;

		signal(SIGXFSZ, SIG_IGN);
		setrlimit(RLIMIT_FSIZE, &limit);
		w.d.out = stderr;
		w.d.quiet = true;
		o = opened(&w, "aside.csv");
		for (int i = 0; i < 20000; i++)
			fputs("new\n", eni_outfile_stream(o));
		_exit(eni_outfile_end(o, &w.d) == -1 && w.d.status == 2 ? 3 : 4);
	}
	waitpid(pid, &status, 0);
	ok(WIFEXITED(status) && WEXITSTATUS(status) == 3, "a full disk is an error");
	holds("aside.csv", "old\n", "and leaves the old file");
	is_int(names_in("."), 4, "and nothing else");
	end(&w);
}

/* A door sweeps the folder of its book, where a run may be about to put its file. */
static void
test_sweeping(void)
{
	struct world w;
	int fd;

	begin(&w);
	put(".aside.csv.enishi.1f", "");
	put(".form.csv.enishi.1f", "");
	fd = open(".aside.csv.enishi.1f", O_RDONLY);
	flock(fd, LOCK_EX);
	eni_outfile_drop(opened(&w, "aside.csv"));
	is_int(access(".aside.csv.enishi.1f", F_OK), 0, "what a living writer holds stays");
	close(fd);
	eni_outfile_drop(opened(&w, "aside.csv"));
	is_int(access(".aside.csv.enishi.1f", F_OK), -1, "what a killed one left goes");
	is_int(access(".form.csv.enishi.1f", F_OK), 0, "if it is of that file");
	end(&w);
}

int
main(void)
{
	test_refused();
	test_streams();
	test_end();
	test_drop();
	test_changed_meanwhile();
	test_not_ordinary();
	test_killed();
	test_full();
	test_sweeping();
	return unit_done();
}
