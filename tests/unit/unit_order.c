/* The order of use of book.h, sheet.h, touches.h and facts.h: each call out of turn ends the program at once. */
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include "book/touches.h"
#include "folder.h"
#include "rule/facts.h"
#include "unit.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))

#ifdef NDEBUG
enum { WATCHED = 0 };
#else
enum { WATCHED = 1 };
#endif

/* A book of one client, and how far it is. */
struct world {
	struct folder folder;
	struct eni_diag diag;
	struct eni_book book;
	size_t name, status;
	struct eni_rules rules;
	struct eni_facts facts;
};

static void
open_book(struct world *w)
{
	const struct eni_book_options o = {.dir = w->folder.path, .now = {20600, ENI_NOTIME}};

	w->diag = (struct eni_diag){.prog = "t", .out = stderr};
	if (eni_book_open(&w->book, &o, &w->diag) == -1 || eni_book_peek(&w->book, ENI_CLIENTS) == -1)
		_exit(2);
	w->name = eni_sheet_want(&w->book.clients, ENI_S("name"), ENI_AS_RAW);
	w->status = eni_sheet_want(&w->book.clients, ENI_S("status"), ENI_AS_TYPED);
}

static void
load(struct world *w)
{
	open_book(w);
	if (eni_book_load(&w->book) == -1)
		_exit(2);
}

static void
load_and_index(struct world *w)
{
	load(w);
	if (eni_book_index(&w->book) == -1)
		_exit(2);
}

static void
in_order(struct world *w)
{
	load_and_index(w);
	if (eni_sheet_code(&w->book.clients, w->status, 0) != ENI_STATUS_ACTIVE ||
	    !eni_str_is(eni_sheet_text(&w->book.clients, w->name, 0), "青木") || !eni_subject_asked(&w->book, 0) ||
	    eni_sheet_find(&w->book.clients, ENI_S("name"), ENI_AS_RAW) != w->name)
		_exit(2);
}

/* ---- out of turn ---- */

static void
want_late(struct world *w)
{
	load(w);
	eni_sheet_want(&w->book.clients, ENI_S("phone"), ENI_AS_RAW);
}

static void
want_late_without_a_file(struct world *w)
{
	load(w);
	eni_sheet_want(&w->book.staff, ENI_S("name"), ENI_AS_RAW);
}

static void
read_early(struct world *w)
{
	open_book(w);
	eni_sheet_text(&w->book.clients, w->name, 0);
}

static void
read_no_row(struct world *w)
{
	load(w);
	eni_sheet_text(&w->book.clients, w->name, 1);
}

static void
read_unwanted(struct world *w)
{
	load(w);
	eni_sheet_text(&w->book.clients, w->status + 1, 0);
}

/* The number of a column that nobody asked for is 0, the id's, in a struct that was cleared. */
static void
read_forgotten(struct world *w)
{
	load(w);
	eni_sheet_when(&w->book.clients, 0, 0);
}

static void
read_as_other(struct world *w)
{
	load(w);
	eni_sheet_code(&w->book.clients, w->name, 0);
}

static void
look_up_unwanted(struct world *w)
{
	load(w);
	eni_sheet_find(&w->book.clients, ENI_S("phone"), ENI_AS_RAW);
}

static void
put_before_window(struct world *w)
{
	open_book(w);
	eni_sheet_put(&w->book.clients, &w->book.office, 20600, w->name, ENI_S("x"));
}

static void
peek_late(struct world *w)
{
	load(w);
	eni_book_peek(&w->book, ENI_STAFF);
}

static void
operand_late(struct world *w)
{
	load(w);
	eni_book_operand(&w->book, ENI_CLIENTS, "c1");
}

static void
load_twice(struct world *w)
{
	load(w);
	eni_book_load(&w->book);
}

static void
find_early(struct world *w)
{
	open_book(w);
	eni_book_find(&w->book, ENI_S("c1"));
}

static void
index_early(struct world *w)
{
	open_book(w);
	eni_book_index(&w->book);
}

static void
ask_early(struct world *w)
{
	load(w);
	eni_subject_asked(&w->book, 0);
}

static const char *const stream_names[] = {"id", "at"};

static void
stream_unwanted(struct world *w)
{
	struct eni_stream s;

	load(w);
	if (eni_stream_open(&s, &w->book, ENI_CONTACTS, stream_names, 2) != 0 || eni_stream_next(&s) != 1)
		_exit(2);
	eni_stream_cell(&s, 2);
}

static void
stream_people_early(struct world *w)
{
	struct eni_stream s;

	open_book(w);
	if (eni_stream_open(&s, &w->book, ENI_CONTACTS, stream_names, 2) != 0)
		_exit(2);
	eni_stream_people(&s, &w->book, NULL, 0);
}

/* ---- facts ---- */

static void
prepare(struct world *w)
{
	open_book(w);
	if (eni_rules_read(&w->rules, &w->book.office, w->folder.path, NULL, 0, &w->diag) == -1 ||
	    eni_facts_prepare(&w->facts, &w->book, &w->rules, NULL, &w->diag) == -1)
		_exit(2);
}

static void
gather(struct world *w)
{
	prepare(w);
	if (eni_book_load(&w->book) == -1 || eni_book_index(&w->book) == -1 || eni_facts_gather(&w->facts) == -1)
		_exit(2);
}

static void
facts_in_order(struct world *w)
{
	struct eni_errand list = {ENI_WAY_LIST, ENI_CHANNEL_CALL, ENI_TO_CLIENT, ENI_CLASS_SALES, false, false, false};

	gather(w);
	if (eni_fact_value(&w->facts, ENI_FACT_LAST_CONTACT, 0).type != ENI_VALUE_WHEN ||
	    eni_gate(eni_facts_standing(&w->facts, 0), list, NULL) != ENI_SPEAKS)
		_exit(2);
}

static void
gather_early(struct world *w)
{
	prepare(w);
	if (eni_book_load(&w->book) == 0)
		eni_facts_gather(&w->facts);
}

static void
gather_twice(struct world *w)
{
	gather(w);
	eni_facts_gather(&w->facts);
}

static void
need_late(struct world *w)
{
	gather(w);
	eni_facts_need(&w->facts, ENI_FACT_FREE_SLOTS);
}

static void
value_unneeded(struct world *w)
{
	gather(w);
	eni_fact_value(&w->facts, ENI_FACT_FREE_SLOTS, 0);
}

static void
recent_late(struct world *w)
{
	gather(w);
	eni_facts_want_recent(&w->facts, 30);
}

static void
consent_late(struct world *w)
{
	gather(w);
	eni_facts_want_consent(&w->facts);
}

static void
standing_early(struct world *w)
{
	prepare(w);
	if (eni_book_load(&w->book) == 0 && eni_book_index(&w->book) == 0)
		eni_facts_standing(&w->facts, 0);
}

/* What needs a yes is not judged where nobody read what was agreed to. */
static void
message_without_consents(struct world *w)
{
	gather(w);
	eni_gate(eni_facts_standing(&w->facts, 0),
	    (struct eni_errand){ENI_WAY_MESSAGE, ENI_CHANNEL_EMAIL, ENI_TO_CLIENT, ENI_CLASS_CARE, false, false, false}, NULL);
}

/* Nor is anything sold where nobody read whether it was refused. */
static void
sales_without_journal(struct world *w)
{
	struct eni_errand sales = {ENI_WAY_LIST, ENI_CHANNEL_CALL, ENI_TO_CLIENT, ENI_CLASS_SALES, false, false, false};

	open_book(w);
	if (eni_facts_prepare_labels(&w->facts, &w->book, &w->rules, NULL, &w->diag) == -1 || eni_book_load(&w->book) == -1 ||
	    eni_book_index(&w->book) == -1 || eni_facts_gather(&w->facts) == -1)
		_exit(2);
	eni_gate(eni_facts_standing(&w->facts, 0), sales, NULL);
}

static const struct {
	const char *what;
	void (*does)(struct world *);
	int ends; /* the signal; 0: it goes on */
} turns[] = {
    {"want, load, index, cells", in_order, 0},
    {"a column asked for after loading", want_late, SIGABRT},
    {"and of a kind without a file", want_late_without_a_file, SIGABRT},
    {"a cell before loading", read_early, SIGABRT},
    {"a cell of no row", read_no_row, SIGABRT},
    {"a cell of a column behind the last", read_unwanted, SIGABRT},
    {"a cell of a column whose number was never set", read_forgotten, SIGABRT},
    {"a text read as a code", read_as_other, SIGABRT},
    {"the number of a column that was not asked for", look_up_unwanted, SIGABRT},
    {"a cell put into no window", put_before_window, SIGABRT},
    {"a file opened after loading", peek_late, SIGABRT},
    {"an operand after loading", operand_late, SIGABRT},
    {"loading twice", load_twice, SIGABRT},
    {"finding people before loading", find_early, SIGABRT},
    {"indexing before loading", index_early, SIGABRT},
    {"who was asked for before indexing", ask_early, SIGABRT},
    {"a field a stream was not opened for", stream_unwanted, SIGABRT},
    {"a stream of people before loading", stream_people_early, SIGABRT},
    {"prepare, load, index, gather, ask", facts_in_order, 0},
    {"gathering before indexing", gather_early, SIGABRT},
    {"gathering twice", gather_twice, SIGABRT},
    {"a derived field asked for after gathering", need_late, SIGABRT},
    {"the value of a derived field that was not asked for", value_unneeded, SIGABRT},
    {"who was spoken to lately, asked for after gathering", recent_late, SIGABRT},
    {"consents asked for after loading", consent_late, SIGABRT},
    {"a standing before gathering", standing_early, SIGABRT},
    {"a message where consents were not read", message_without_consents, SIGABRT},
    {"sales where the journal was not read", sales_without_journal, SIGABRT},
};

/* The signal that ends it, 0 when it came through, -1 otherwise. */
static int
fate(struct world *w, void (*does)(struct world *))
{
	int status;
	pid_t child;

	fflush(NULL);
	if ((child = fork()) == 0) {
		setrlimit(RLIMIT_CORE, &(struct rlimit){0, 0});
		if (freopen("/dev/null", "w", stderr) == NULL)
			_exit(3);
		does(w);
		_exit(0);
	}
	if (child == -1 || waitpid(child, &status, 0) == -1)
		return -1;
	return WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status) == 0 ? 0 : -1;
}

static void
test_turns(void)
{
	struct world w = {0};

	folder_make(&w.folder);
	folder_put(&w.folder, "clients.csv", "id,name,status,phone\nc1,青木,active,03-0000-0000\n");
	folder_put(&w.folder, "contacts.csv", "at,id,channel,to,outcome\n2026-05-01,c1,call,client,done\n");
	for (size_t i = 0; i < COUNT(turns); i++)
		is_int(fate(&w, turns[i].does), turns[i].ends, turns[i].what);
	folder_remove(&w.folder);
}

int
main(void)
{
	if (WATCHED)
		test_turns();
	else
		puts("skipped: built without assertions (NDEBUG)");
	ok(true, "done");
	return unit_done();
}
