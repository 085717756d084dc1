/*
 * Who may be one person: a score of 100 from name, birth, telephone and address (decision 26).  Room: who.
 *
 *     name or kana  40   as names are compared that refer to people: eni_name_reference
 *     birth         35   the same day
 *     phone         25   the digits of phone, phone2, family_phone or decision_phone, of at least six; a cell may hold several
 *     address       15   NFKC, blanks dropped, 丁目 番地 番 号 and all dashes alike
 *
 * capped at 100; from 60 on two records may be one person.  So an equal telephone alone is never enough (half of all offices share
 * one), nor an equal name alone: two of name, birth and phone must agree, and only records that agree in two of them are compared.
 * That is what makes 100,000 against 100,000 a matter of a second.  Of those who share the same two only the first ENI_SAME_CROWD
 * can be found by them: a list of one made-up record would else be nothing but pairs.
 */
#ifndef ENI_WHO_DUPLICATES_H
#define ENI_WHO_DUPLICATES_H

#include "base/day.h"
#include "base/name.h"

enum { ENI_SAME_FROM = 60, ENI_PHONE_CELLS = 4, ENI_SAME_PHONES = 6, ENI_SAME_CROWD = 2000 };
enum eni_same_by {
	ENI_SAME_NAME = 1,
	ENI_SAME_KANA = 2, /* when the names as written differ */
	ENI_SAME_BIRTH = 4,
	ENI_SAME_PHONE = 8,
	ENI_SAME_ADDRESS = 16
};

/* What is known of one person, as text; empty where unknown. */
struct eni_traits {
	struct eni_str name, kana, address;
	struct eni_str phone[ENI_PHONE_CELLS]; /* phone, phone2, family_phone, decision_phone */
	int32_t birth;                         /* ENI_NODAY: unknown */
};

/* The same as numbers: equal numbers are equal traits; 0 is unknown. */
struct eni_trait_numbers {
	uint32_t name, kana, address;
	uint32_t phone[ENI_SAME_PHONES]; /* different ones, without a gap */
	int32_t birth;
};

struct eni_alike {
	uint32_t other;
	unsigned score, by; /* bits of enum eni_same_by */
};

struct eni_same {
	struct eni_arena arena;
	struct eni_map words; /* folded name, digits, address -> number */
	uint32_t n_words;
	struct eni_name_fold fold;
	struct eni_trait_numbers *person;
	size_t n, cap;
	struct eni_map blocks; /* two traits -> the person who had them last */
	uint32_t *next;        /* per person and pair of traits: who had them before */
	uint16_t *depth;       /* and how many */
	size_t next_cap, depth_cap;
	bool sparing;          /* who comes to a full crowd is not compared with it */
	size_t n_crowded;      /* people who came to a full one */
	uint32_t *asked, asks; /* per person: the number of the question it was last looked at for */
	size_t asked_cap;
	struct eni_buf text;
	struct eni_alike *found;
	size_t n_found, cap_found;
};

/* Zero-initialise but for sparing.  Adds a person (numbered from 0) who from now on may be found. */
uint32_t eni_same_add(struct eni_same *s, const struct eni_traits *t);
/* Those already added who may be this person, in the order in which they were added; good until the next call. */
const struct eni_alike *eni_same_find(struct eni_same *s, const struct eni_traits *t, size_t *n);
void eni_same_free(struct eni_same *s);

/* The numbers of a person's traits. */
struct eni_trait_numbers eni_same_numbers(struct eni_same *s, const struct eni_traits *t);
/* Which of birth and telephone both have and differ in, and which agree: bits. */
unsigned eni_same_clash(const struct eni_same *s, const struct eni_trait_numbers *t, uint32_t person, unsigned *agree);

/* Appends the reasons: "name birth phone". */
void eni_same_text(struct eni_buf *out, unsigned by);
#endif
