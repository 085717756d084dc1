/* Missed calls as people: what ltv counts of them, and who rang. */
#include <stdlib.h>
#include <unistd.h>

#include "phone/calls.h"
#include "unit.h"

/* A book in a folder of its own, with the calls folded. */
struct folded {
	char dir[32];
	char *said;
	size_t said_n;
	struct eni_diag diag;
	struct eni_book book;
	struct eni_phones phones;
	struct eni_phonelog log;
	struct eni_callers callers;
};

static void
put(const struct folded *f, const char *name, const char *text)
{
	char path[64];
	FILE *out;

	snprintf(path, sizeof path, "%s/%s", f->dir, name);
	if (text == NULL) {
		unlink(path);
		return;
	}
	out = fopen(path, "w");
	ok(out != NULL && fputs(text, out) >= 0 && fclose(out) == 0, name);
}

static void
fold(struct folded *f, const char *calls, const char *clients, struct eni_when now)
{
	struct eni_book_options o = {.dir = f->dir, .now = now};

	strcpy(f->dir, "/tmp/unit_calls_XXXXXX");
	ok(mkdtemp(f->dir) != NULL, "a folder");
	put(f, "calls.csv", calls);
	put(f, "clients.csv", clients);
	f->diag = (struct eni_diag){.prog = "t", .out = open_memstream(&f->said, &f->said_n)};
	ok(eni_book_open(&f->book, &o, &f->diag) == 0 && eni_book_peek(&f->book, ENI_CLIENTS) == 0, "the book opens");
	eni_phones_want(&f->phones, &f->book);
	ok(eni_book_load(&f->book) == 0 && eni_phones_index(&f->phones) == 0, "the people are read");
	f->log = (struct eni_phonelog){.book = &f->book};
	is_int(eni_phonelog_read(&f->log, NULL), 0, "the calls are read");
	eni_callers_fold(&f->callers, &f->log, &f->phones, now);
}

static void
done(struct folded *f)
{
	is_int(f->diag.status, 0, "nothing was set aside");
	eni_callers_free(&f->callers);
	eni_phonelog_free(&f->log);
	eni_phones_free(&f->phones);
	eni_book_close(&f->book);
	put(f, "calls.csv", NULL);
	put(f, "clients.csv", NULL);
	rmdir(f->dir);
	fclose(f->diag.out);
	free(f->said);
}

static struct eni_when
moment(const char *text)
{
	struct eni_when w = ENI_NEVER;

	ok(eni_when_parse(eni_str_of(text), &w, NULL) == 1, text);
	return w;
}

/* 1 never reached, 2 called back, 3 hours ago, 4 the family of a client, 5 answered at once; and one without a number. */
static void
test_missed(void)
{
	struct folded f = {0};

	fold(&f,
	    "at,dir,number,result\n2026-11-18 10:05,in,090-0000-0001,voicemail_hangup\n"
	    "2026-11-18 16:40,in,09000000001,no_answer\n2026-11-20 09:10,in,090-0000-0002,no_answer\n"
	    "2026-11-20 12:05,out,090-0000-0002,answered\n2026-11-21 11:30,in,090-0000-0003,no_answer\n"
	    "2026-11-21 11:31,in,090-0000-0003,no_answer\n2026-11-21 10:00,in,03-0000-0004,voicemail_left\n"
	    "2026-11-21 13:00,in,非通知,no_answer\n2026-11-21 14:00,in,090-0000-0005,answered\n",
	    "id,name,status,phone,family_phone\nP1,x,active,,03-0000-0004\n", moment("2026-11-21 18:00"));
	is_int(f.callers.missed.new_callers, 3, "new callers, not rings");
	is_int(f.callers.missed.saved, 1, "saved");
	is_int(f.callers.missed.call_back_now, 1, "to be called back");
	is_int(f.callers.missed.lost, 1, "lost");
	is_int(f.callers.missed.anonymous, 1, "without a number");
	is_int((intmax_t)f.callers.n, 4, "episodes");
	done(&f);
}

/* One person of two episodes counts as the last one has it; one who became a client in between as the last one before that. */
static void
test_again(void)
{
	struct folded f = {0};

	fold(&f,
	    "at,dir,number,result\n2026-11-10 10:00,in,090-0000-0001,no_answer\n2026-11-10 11:00,out,090-0000-0001,answered\n"
	    "2026-11-12 10:00,in,090-0000-0001,no_answer\n2026-11-10 10:00,in,090-0000-0002,no_answer\n"
	    "2026-11-10 11:00,out,090-0000-0002,answered\n2026-11-21 10:00,in,090-0000-0002,no_answer\n",
	    "id,name,status,phone,inquiry_at\nP1,x,inquiry,090-0000-0002,2026-11-10 11:05\n", moment("2026-11-21"));
	is_int(f.callers.missed.new_callers, 2, "two people");
	is_int(f.callers.missed.saved, 1, "the one who is a client now was saved as a new caller");
	is_int(f.callers.missed.lost, 1, "the other was lost in the end");
	is_int(f.callers.missed.call_back_now, 0, "a client's call is no new caller's");
	is_int((intmax_t)f.callers.n, 4, "episodes");
	done(&f);
}

static void
test_withheld(void)
{
	struct folded f = {0};

	fold(&f,
	    "at,dir,number,result\n2026-11-21 10:00,in,匿名,no_answer\n2026-11-21 10:30,in,anonymous,busy\n"
	    "2026-11-21 11:00,in,,no_answer\n2026-11-21 11:31,in,非通知,no_answer\n2026-11-21 11:40,in,非通知,answered\n",
	    "id,name,status,phone\n", moment("2026-11-21"));
	is_int(f.callers.missed.anonymous, 2, "half an hour apart they are one person");
	is_int(f.callers.missed.anonymous_rings, 4, "rings");
	is_int((intmax_t)f.callers.n, 0, "and no episode");
	done(&f);
}

/* The end of a day, for a moment without time; a span of days for hours. */
static void
test_lost_after(void)
{
	struct folded f = {0};
	const char *calls = "at,dir,number,result\n2026-11-18 23:59,in,090-0000-0001,no_answer\n"
			    "2026-11-19 00:00,in,090-0000-0002,no_answer\n";

	fold(&f, calls, "id,name,status,phone\n", moment("2026-11-20"));
	is_int(f.callers.missed.lost, 1, "48 hours have passed at the end of the second day");
	is_int(f.callers.missed.call_back_now, 1, "for the ring of midnight just not");
	f.book.office.calls_lost_after = (struct eni_span){2, ENI_DAYS};
	eni_callers_free(&f.callers);
	eni_callers_fold(&f.callers, &f.log, &f.phones, moment("2026-11-20 23:59"));
	is_int(f.callers.missed.lost, 0, "two days are over on the third");
	eni_callers_free(&f.callers);
	eni_callers_fold(&f.callers, &f.log, &f.phones, moment("2026-11-21 00:00"));
	is_int(f.callers.missed.lost, 1, "which has come");
	done(&f);
}

/* Who was rung back in time, too late, and who rang again. */
static void
test_called_back(void)
{
	struct folded f = {0};

	fold(&f,
	    "at,dir,number,result\n2026-11-10 10:00,in,090-0000-0001,no_answer\n2026-11-12 10:00,out,090-0000-0001,answered\n"
	    "2026-11-10 10:00,in,090-0000-0002,no_answer\n2026-11-12 10:01,out,090-0000-0002,answered\n"
	    "2026-11-10 10:00,in,090-0000-0003,no_answer\n2026-11-15 10:00,in,090-0000-0003,answered\n"
	    "2026-11-10 10:00,in,090-0000-0004,no_answer\n2026-11-10 11:00,out,090-0000-0004,no_answer\n",
	    "id,name,status,phone\n", moment("2026-11-21"));
	is_int(f.callers.missed.new_callers, 4, "four people");
	is_int(f.callers.missed.saved, 2, "within 48 hours, and who rang again");
	is_int(f.callers.missed.lost, 2, "a minute too late, and never reached");
	done(&f);
}

int
main(void)
{
	test_missed();
	test_again();
	test_withheld();
	test_lost_after();
	test_called_back();
	return unit_done();
}
