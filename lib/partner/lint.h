/*
 * Reading what we write to partners before they do: words that ask for clients, words that offer a benefit, texts that carry no
 * fact.  Room: partner.  The words are one table in lint.c.
 *
 * Words are compared after folding (full and half width, ASCII case), and blanks, commas and line ends between their letters do not
 * hide them.  Where several begin at one place the longest counts; some are in the table only to keep a shorter one from counting
 * (お菓子作り is no gift, and who thanks for ご紹介くださいました asks for nothing).  A gift that its own clause takes back is none
 * (謝礼はいただきません, 谢绝红包); a sum that is paid for whom they send is one.
 */
#ifndef ENI_PARTNER_LINT_H
#define ENI_PARTNER_LINT_H

#include "rec/kinds.h"

/* For whom a text is. */
struct eni_audience {
	bool commissioned; /* publicly: every benefit is forbidden */
	bool wants_fact;   /* a text to them without any number (places, a day) outside what it offers says nothing */
	bool partner;      /* fruit is a gift to one, and on the menu of a family */
};

struct eni_lint_row {
	size_t line; /* of the text, from 1 */
	size_t at;   /* where in the folded text: order within the line */
	enum eni_level level;
	struct eni_str word; /* as in the table; empty: the text as a whole */
	enum eni_because because;
};

struct eni_lint {
	struct eni_arena arena;
	struct eni_lint_word *word; /* the table */
	size_t n_words;
	bool starts[1024];        /* by a hash of the first bytes: some word may begin here */
	struct eni_lint_row *row; /* of the text at hand */
	size_t n, cap;
	struct eni_buf folded;
	size_t *line_at; /* where in it each line begins */
	size_t n_lines, cap_lines;
	size_t *comma_at; /* where in it a comma between clauses was */
	size_t n_commas, cap_commas;
	struct eni_lint_hit {
		size_t at, end; /* in the folded text */
		int sort;       /* as in lint.c */
		struct eni_lint_word *word;
		bool gift; /* it was taken for one */
	} * hit;
	size_t n_hits, cap_hits;
};

void eni_lint_open(struct eni_lint *l);
/*
 * Fills l->row for one text: by line, on one line ask before gift and then as they come, and last what is missing from the text as
 * a whole.  Of the words that ask the first is reported, and a mere greeting (よろしくお願いします, a note) only where nothing
 * asks; each gift word once.
 */
void eni_lint_text(struct eni_lint *l, struct eni_str text, struct eni_audience to);
void eni_lint_close(struct eni_lint *l);

/* A benefit to such a reader: a warning, or an error where it is forbidden. */
enum eni_level eni_gift_level(struct eni_audience to);
enum eni_because eni_gift_because(struct eni_audience to);

#endif
