/*
 * What there is in a book: kinds of records, their fields, the words of the enumerations, the headers people use.
 * Room: rec.  One table each (kinds.c fields, headers.c aliases and headings, vocabulary.c enumerations), read by everything:
 * readers, rules, checks, manuals and completions.  A new field, alias or enumeration word is a row there and nowhere else.
 */
#ifndef ENI_REC_KINDS_H
#define ENI_REC_KINDS_H

#include "base/map.h"

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
	ENI_PHONE,
	ENI_ENUM,     /* one word of the field's vocabulary */
	ENI_ENUMS,    /* several words of the vocabulary */
	ENI_WORDS,    /* several free words (needs, tags); those of the field's vocabulary, if it has one, become codes */
	ENI_WEEKDAYS, /* mon..sun, each with or without -am, -pm */
	ENI_WISHES,   /* contact preferences: channel words in order, 優先 puts one first */
	ENI_YES       /* yes, no, or the date on which it was given */
};

enum eni_vocab {
	ENI_V_NONE,
	ENI_V_STATUS,
	ENI_V_REASON,
	ENI_V_OUTLOOK,
	ENI_V_LOST_REASON,
	ENI_V_INTENT,
	ENI_V_CHANNEL,
	ENI_V_TO,
	ENI_V_OUTCOME, /* contacts */
	ENI_V_VISIT_OUTCOME,
	ENI_V_STEP_OUTCOME,
	ENI_V_DIR,
	ENI_V_CALL_DIR,
	ENI_V_RESULT,
	ENI_V_ANSWERED_BY,
	ENI_V_LINE,
	ENI_V_REFERRER_KIND,
	ENI_V_INCIDENT_KIND,
	ENI_V_INCIDENT_STATUS,
	ENI_V_STEP,
	ENI_V_STAFF_ROLE,
	ENI_V_SURVEY_KIND,
	ENI_V_FAMILY_ATTITUDE,
	ENI_V_CONCERN,
	ENI_V_COGNITION,
	ENI_V_MOBILITY,
	ENI_V_CARE_LEVEL,
	ENI_V_BAND,
	ENI_V_FOCUS,
	ENI_V_PRICE_SENSE,
	ENI_V_WEEKDAY,
	ENI_V_SESSION,
	ENI_V_YES,
	ENI_V_SEX,
	ENI_V_CONSENT_KIND,
	ENI_V_ACCEPTED,
	ENI_V_HOLIDAY_KIND,
	ENI_V_OFFICE_KIND,
	ENI_V_NEED,   /* of the free words in clients.needs */
	ENI_V_PHASE,  /* of the reception: before, face to face, after */
	ENI_V_STAGE,  /* from inquiry to signature */
	ENI_V_CALLER, /* of the call-back list: who rings */
	ENI_V_ANSWER, /* of acceptance criteria */
	ENI_V_AWAY,   /* how being away ends */
	ENI_V_SIDE,   /* of a benchmark */
	ENI_V_LEVEL,  /* of what lint finds */
	ENI_V_BECAUSE,
	ENI_V_MEASURE,   /* what an office is compared in */
	ENI_V_ANSWERING, /* ways to have calls answered */
	ENI_VOCABS
};

/* Codes the program itself reasons about.  Their values are positions in the vocabulary's rows, from 1; 0 is empty. */
enum {
	ENI_STATUS_INQUIRY = 1,
	ENI_STATUS_TRIAL,
	ENI_STATUS_ACTIVE,
	ENI_STATUS_PAUSED,
	ENI_STATUS_ENDED,
	ENI_STATUS_DECLINED,
	ENI_STATUS_LOST,
	ENI_STATUS_DECEASED
};
enum {
	ENI_REASON_PERSON = 1,
	ENI_REASON_RULE_CHANGE,
	ENI_REASON_OTHER_SERVICE,
	ENI_REASON_FACILITY,
	ENI_REASON_HOSPITAL,
	ENI_REASON_DEATH,
	ENI_REASON_UNKNOWN,
	ENI_REASON_OTHER
};
enum {
	ENI_CHANNEL_CALL = 1,
	ENI_CHANNEL_FAX,
	ENI_CHANNEL_EMAIL,
	ENI_CHANNEL_VISIT,
	ENI_CHANNEL_LETTER,
	ENI_CHANNEL_MEET,
	ENI_CHANNEL_SMS,
	ENI_CHANNEL_LINE,
	ENI_CHANNEL_WECHAT,
	ENI_CHANNEL_TASK,
	ENI_CHANNEL_HOLD
};
enum {
	ENI_TO_CLIENT = 1,
	ENI_TO_FAMILY,
	ENI_TO_DECISION_MAKER,
	ENI_TO_CAREMANAGER,
	ENI_TO_CENTER,
	ENI_TO_HOSPITAL,
	ENI_TO_DOCTOR,
	ENI_TO_REFERRER,
	ENI_TO_STAFF
};
enum {
	ENI_OUTCOME_DONE = 1,
	ENI_OUTCOME_SENT,
	ENI_OUTCOME_BOOKED,
	ENI_OUTCOME_CONSIDERING,
	ENI_OUTCOME_RECEIVED,
	ENI_OUTCOME_REFUSED,
	ENI_OUTCOME_RETURNED,
	ENI_OUTCOME_NO_ANSWER,
	ENI_OUTCOME_VOICEMAIL,
	ENI_OUTCOME_BUSY,
	ENI_OUTCOME_BOUNCED
};
enum { ENI_VISIT_ATTENDED = 1, ENI_VISIT_ABSENT, ENI_VISIT_CANCELLED_BY_US, ENI_VISIT_MOVED };
enum { ENI_YES_YES = 1, ENI_YES_NO };
enum { ENI_REFERRER_CENTER = 1 };
enum { ENI_DIR_OUT = 1, ENI_DIR_IN }; /* contacts and calls alike */
enum {
	ENI_INCIDENT_COMPLAINT = 1,
	ENI_INCIDENT_FAMILY_UPSET,
	ENI_INCIDENT_FEE_DISPUTE,
	ENI_INCIDENT_EXTENSION,
	ENI_INCIDENT_EXCEPTION,
	ENI_INCIDENT_RECORD_BURDEN,
	ENI_INCIDENT_ACCIDENT, /* the last of the troubles */
	ENI_INCIDENT_FALL,
	ENI_INCIDENT_PRESSURE_SORE,
	ENI_INCIDENT_CAREGIVER_BURDEN,
	ENI_INCIDENT_NEAR_MISS,
	ENI_INCIDENT_OTHER
};
enum { ENI_RESULT_ANSWERED = 1 };
enum { ENI_CALLER_NEW = 1, ENI_CALLER_REFERRER, ENI_CALLER_CLIENT, ENI_CALLER_FAMILY, ENI_CALLER_STAFF };
enum { ENI_INCIDENT_OPEN = 1, ENI_INCIDENT_CLOSED };
enum { ENI_SESSION_AM = 1, ENI_SESSION_PM };
enum { ENI_STEP_REGISTER = 1, ENI_STEP_ASSESS, ENI_STEP_TOUR, ENI_STEP_PLAN, ENI_STEP_OBJECTION };
enum { ENI_STEP_DONE = 1, ENI_STEP_DROPPED, ENI_STEP_SKIPPED };
enum { ENI_SURVEY_RECEPTION = 1, ENI_SURVEY_LOST, ENI_SURVEY_MYSTERY, ENI_SURVEY_SERVICE };
enum { ENI_OFFICE_DAY_SERVICE = 1, ENI_OFFICE_VISIT_CLINIC, ENI_OFFICE_CM_OFFICE, ENI_OFFICE_NURSING_HOME, ENI_OFFICE_HOME_HELP };
enum { ENI_SIDE_ABOVE = 1, ENI_SIDE_AT, ENI_SIDE_BELOW };
/* In rising order of weight; risk refuses nobody and weighs nothing. */
enum eni_answer { ENI_ANSWER_RISK = 1, ENI_ANSWER_YES, ENI_ANSWER_ASK, ENI_ANSWER_NO };
/* A contact with one of these outcomes is a try, not a contact. */
static inline bool
eni_outcome_is_try(int outcome)
{
	return outcome >= ENI_OUTCOME_NO_ANSWER && outcome <= ENI_OUTCOME_BOUNCED;
}

/* An incident of this kind counts as trouble. */
static inline bool
eni_incident_is_trouble(int kind)
{
	return kind >= ENI_INCIDENT_COMPLAINT && kind <= ENI_INCIDENT_ACCIDENT;
}

struct eni_field {
	const char *name;
	enum eni_type type;
	enum eni_vocab vocab;
	uint32_t kinds; /* bits 1 << enum eni_kind: one for a stored field, any for a derived one */
	bool required;
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

/* The field a header names: canonical name, heading or alias (after eni_casefold), if the kind has that field; else NULL.
 * 联系方式, 連絡先 and 联络方式 are not answered here: see eni_bind in form/reader.h. */
const struct eni_field *eni_header_find(enum eni_kind kind, struct eni_str header);
/* The i-th header besides name and headings that names this field, as eni_casefold leaves it; NULL behind the last. */
const char *eni_field_alias(const struct eni_field *f, size_t i);
/* Such a header gives way: beside another header for the same field it is an unknown column and no error (メモ beside 備考, 氏名
 * beside 利用者番号 in visits, where a name can stand for the id). */
bool eni_header_yields(enum eni_kind kind, struct eni_str header);
/* The headers that are decided by the column's first filled value (number: phone, channel word: contact). */
bool eni_header_is_contact_or_phone(struct eni_str header);
/* The heading of a field or report column for people, in "ja", "zh" or "en" (the name): of the verb's own column first (verb NULL:
 * nobody's in particular), then of the kind's own field (ENI_KINDS: no kind), of the column, of a derived field or another kind's.
 * NULL when the name is unknown. */
const char *eni_heading(const char *verb, struct eni_str name, enum eni_kind kind, const char *lang);

/*
 * Enumeration words.  A code is 1..n of its vocabulary; 0 means empty; ENI_UNKNOWN_WORD a word nobody knows.
 * eni_word_find folds (eni_casefold) and knows codes, ja and zh words and the further accepted ones; blank gives 0.
 * Plain canonical codes are found without folding or allocating.
 */
enum { ENI_UNKNOWN_WORD = 255 };
int eni_word_find(enum eni_vocab vocab, struct eni_str word);
/* The reason that a word for paused or ended tells with it, as 入院中 and 施設入所 do; 0: none. */
int eni_status_reason(struct eni_str word);
size_t eni_word_count(enum eni_vocab vocab);
const char *eni_word_code(enum eni_vocab vocab, int code);                    /* "hospital" */
const char *eni_word_label(enum eni_vocab vocab, int code, const char *lang); /* 入院; the code for "en" or where none */
const char *eni_vocab_name(enum eni_vocab vocab);                             /* "reason", "lost_reason", "kind (referrers)" .. */
/* The i-th further accepted word of a code, as eni_casefold leaves it; NULL behind the last.  For manuals and tests. */
const char *eni_word_further(enum eni_vocab vocab, int code, size_t i);
/* The nearest accepted word, as its code; NULL when none is near.  Never shows what the user wrote. */
const char *eni_word_nearest(enum eni_vocab vocab, struct eni_str word);

/* Columns that reports and tasks print besides fields (due, late, say ...), for -w, -f and rules: decision 7. */
const char *const *eni_columns_known(size_t *n);
/* The column that a header names, by its name or a heading (filled-in Excel lists come back localised); NULL when there is none. */
const char *eni_column_find(struct eni_str header);
/* Derived fields rules may name (last_contact, absent_run ...), with their type. */
const struct eni_field *eni_derived(size_t *n);

#endif
