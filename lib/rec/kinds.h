/*
 * What there is in a book: kinds of records, their fields, the headers people use; vocabulary.h has the words of the enumerations.
 * Room: rec.  One table each (kinds.c fields, headers.c aliases and headings, vocabulary.c words), read by everything: readers,
 * rules, checks, manuals and completions.  A new field, alias or word is a row there and nowhere else.
 */
#ifndef ENI_REC_KINDS_H
#define ENI_REC_KINDS_H

#include "base/map.h"
#include "base/table.h"
#include "rec/vocabulary.h"

enum eni_kind {
	ENI_CLIENTS,
	ENI_CONTACTS,
	ENI_STAYS,
	ENI_CALLS,
	ENI_VISITS,
	ENI_INCIDENTS,
	ENI_REFERRERS,
	ENI_STEPS,
	ENI_SURVEYS,
	ENI_STAFF,
	ENI_PLANS,
	ENI_HOLIDAYS,
	ENI_KINDS
};

/* What a field holds; decides how it is read, compared and printed. */
enum eni_type {
	ENI_TEXT,
	ENI_ID,    /* an id of a client, referrer or staff member, or a unique name */
	ENI_DATE,  /* a day or a moment */
	ENI_MONTH, /* a month (plans.month) */
	ENI_MONEY,
	ENI_NUMBER, /* eni_num_parse */
	ENI_BUDGET, /* a range of money */
	ENI_AGE,    /* a range of whole years, or the day of birth */
	ENI_PHONE,
	ENI_ADDRESS,  /* where else someone is reached: a postal or mail address, a name in WeChat; text, but なし is none */
	ENI_ENUM,     /* one word of the field's vocabulary */
	ENI_ENUMS,    /* several words of the vocabulary */
	ENI_WORDS,    /* several free words (needs, tags); those of the field's vocabulary, if it has one, become codes */
	ENI_WEEKDAYS, /* mon..sun, each with or without -am, -pm */
	ENI_WISHES,   /* contact preferences: channel words in order, 優先 puts one first */
	ENI_YES,      /* yes, no, or the date on which it was given */
	ENI_TYPES
};

/* What else is to be known of a field; the days are those of decision 56. */
enum eni_field_trait {
	ENI_MUST = 1 << 0,     /* required */
	ENI_TIMED = 1 << 1,    /* a moment: midnight is a time of it, where in a mere day it says nothing */
	ENI_LASTS = 1 << 2,    /* a last day: of a range the end counts */
	ENI_DATED = 1 << 3,    /* a day without a year cannot be used */
	ENI_FORWARD = 1 << 4,  /* such a day lies ahead: not before the row's own day; elsewhere it lies back */
	ENI_STARTING = 1 << 5, /* or ahead where it is near, of who has not come for good yet */
	ENI_STOPPING = 1 << 6, /* or ahead where it is near, of who is still here */
	ENI_PERSON = 1 << 7,   /* the name of a person, or may be one: kept and printed bare, see eni_name_split */
	ENI_SPOKEN = 1 << 9,   /* a day may be said as from the row's own one: 明日, 来週月曜 */
	ENI_BARTHEL = 1 << 8   /* a number from 0 to 100; what lies outside it is none */
};

struct eni_field {
	const char *name;
	enum eni_type type;
	enum eni_vocab vocab;
	uint32_t kinds;      /* bits 1 << enum eni_kind: one for a stored field, any for a derived one */
	unsigned traits;     /* bits of enum eni_field_trait */
	const char *ja, *zh; /* headings for people; also accepted as headers */
	const char *note;    /* one line of English for enishi-records(5) */
};

#define ENI_IN(kind) (1u << (kind))

const char *eni_kind_name(enum eni_kind kind); /* "clients": also the file name without its ending */
/* The kind of that name, or ENI_KINDS. */
enum eni_kind eni_kind_find(struct eni_str name);

/* All field rows; *n is their number.  Each kind has rows of its own, in the order of its columns, so a name may stand in several:
 * who holds the row of another kind asks eni_field_find(kind, row->name). */
const struct eni_field *eni_fields(size_t *n);
/* The field of that canonical name in that kind, or NULL. */
const struct eni_field *eni_field_find(enum eni_kind kind, struct eni_str name);

/* The field a header names: canonical name, heading or alias (after eni_casefold), if the kind has that field; of one that begins
 * with a word for somebody else (家族の電話番号) theirs; else NULL.
 * 联系方式, 連絡先 and 联络方式 are not answered here: see eni_bind in form/reader.h. */
const struct eni_field *eni_header_find(enum eni_kind kind, struct eni_str header);
/* Whether a field is of what belongs to a person (name, phone ..), and is another's under a word for another. */
bool eni_field_is_personal(const struct eni_field *f);
/* Whether a word for somebody else (家族, ケアマネ) stands anywhere in a header. */
bool eni_header_names_another(enum eni_kind kind, struct eni_str header);
/* Whether the word over a column (家族, ケアマネ, merged sideways) says that the column is about somebody else, and its header is
 * of what belongs to a person (氏名, 電話番号): the client's it is not then.  Both joined are the header, known or not. */
bool eni_header_is_anothers(enum eni_kind kind, struct eni_str over, struct eni_str header);
/* The i-th header besides name and headings that names this field, as eni_casefold leaves it; NULL behind the last. */
const char *eni_field_alias(const struct eni_field *f, size_t i);
/* Such a header gives way: beside another header for the same field it is an unknown column and no error (メモ beside 備考, 氏名
 * beside 利用者番号 in visits, where a name can stand for the id; one that is put together from a word for somebody and a header).
 */
bool eni_header_yields(enum eni_kind kind, struct eni_str header);
/* Which of these unknown headers (each with a NUL behind it) looks most like a word for that field, or NULL: where its column may
 * stand.  Names of fields among them count as known. */
const char *eni_header_near(enum eni_kind kind, const struct eni_field *f, const struct eni_str *header, size_t n);
/* The headers that are decided by the column's first filled value (number: phone, channel word: contact): what the two fields begin
 * with, "" for 联系方式 and "family_" for 家属联系方式; NULL for all others. */
const char *eni_header_contact_or_phone(struct eni_str header);
/* The heading of a field or report column for people, in "ja", "zh" or "en" (the name): of the verb's own column first (verb NULL:
 * nobody's in particular), then of the kind's own field (ENI_KINDS: no kind), of the column, of a derived field or another kind's.
 * NULL when the name is unknown. */
const char *eni_heading(const char *verb, struct eni_str name, enum eni_kind kind, const char *lang);

/* Columns that reports and tasks print besides fields (due, late, say ...), for -w, -f and rules: decision 7. */
const char *const *eni_columns_known(size_t *n);
/* The column that a header names, by its name or a heading (filled-in Excel lists come back localised); NULL when there is none. */
const char *eni_column_find(struct eni_str header);
/* Derived fields rules may name (last_contact, absent_run ...), with their type. */
const struct eni_field *eni_derived(size_t *n);

#endif
