/*
 * The words of the enumerations: what a cell of an enumeration may say, in three languages, and what the program knows of it.
 * Room: rec.  A word is a row of vocabulary.c: its code, its labels, how else people write it, and in further columns what follows
 * from it (a status that has a seat, a reason that nothing would have changed, the page of a channel).  Nothing elsewhere lists the
 * words of a vocabulary, so that a new one is a row there and nothing else.
 *
 * A word's number is the index of its row, from 1; 0 means empty, ENI_UNKNOWN_WORD that something is written which is
 * not understood: unread, a state of its own (decision 53).  Numbers
 * hold within one build and are never written to a file.  The words the program itself reasons about have names, which stand in
 * their rows.
 */
#ifndef ENI_REC_VOCABULARY_H
#define ENI_REC_VOCABULARY_H

#include "base/day.h"
#include "base/str.h"

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
	ENI_V_CALL_TYPE,
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
	ENI_V_YES,    /* of fields that only describe */
	ENI_V_PERMIT, /* of consents: doubt is no */
	ENI_V_FORBID, /* of wishes to be left alone: doubt is yes */
	ENI_V_SEX,
	ENI_V_CONSENT_KIND,
	ENI_V_ACCEPTED,
	ENI_V_HOLIDAY_KIND,
	ENI_V_OFFICE_KIND,
	ENI_V_NEED,        /* of the free words in clients.needs */
	ENI_V_RISK,        /* of those in clients.risks */
	ENI_V_SYMPTOM,     /* of those in visits.symptoms, and of what notes of visits say */
	ENI_V_HOUSE_RULE,  /* of those in clients.reason_note */
	ENI_V_SERVICE,     /* of care plans */
	ENI_V_PHASE,       /* of the reception: before, face to face, after */
	ENI_V_STAGE,       /* from inquiry to signature */
	ENI_V_CALLER,      /* of the call-back list: who rings */
	ENI_V_WHEREABOUTS, /* of whom a call is about */
	ENI_V_SHARING,     /* whether partners may be told */
	ENI_V_ANSWER,      /* of acceptance criteria */
	ENI_V_AWAY,        /* how being away ends */
	ENI_V_SIDE,        /* of a benchmark */
	ENI_V_CONTROL,     /* whether a count is one that chance alone may bring */
	ENI_V_SENDER,
	ENI_V_CONCENTRATION,
	ENI_V_LEVEL, /* of what lint finds */
	ENI_V_BECAUSE,
	ENI_V_MEASURE,   /* what an office is compared in */
	ENI_V_ANSWERING, /* ways to have calls answered */
	ENI_V_COUNTED,   /* what an amount is of */
	ENI_V_ASSUMED,   /* how many first callers would have become clients */
	ENI_VOCABS
};

/*
 * Room for every number of any vocabulary, and for 0: the size of a table indexed by one, since only vocabulary.c knows how many
 * words there are.  Sets of words are 64 bits, 1 << number.  What is not understood has a place in both, behind all words.
 */
enum { ENI_CODES = 64, ENI_UNKNOWN_WORD = ENI_CODES - 1 };

/* ---- the words the program reasons about ---- */

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
enum { ENI_OUTLOOK_LIKELY = 1, ENI_OUTLOOK_UNLIKELY };
enum { ENI_LOST_REASON_UNKNOWN = 12 };
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
	ENI_OUTCOME_BOUNCED,
	ENI_OUTCOME_VOID /* takes a row back: book/voids.h */
};
enum { ENI_VISIT_ATTENDED = 1, ENI_VISIT_ABSENT, ENI_VISIT_CANCELLED_BY_US, ENI_VISIT_MOVED };
enum { ENI_DIR_OUT = 1, ENI_DIR_IN }; /* contacts and calls alike */
enum { ENI_RESULT_ANSWERED = 1 };
enum {
	ENI_CALL_INCOMING = 1,
	ENI_CALL_OUTGOING,
	ENI_CALL_MISSED,
	ENI_CALL_REJECTED,
	ENI_CALL_BLOCKED,
	ENI_CALL_VOICEMAIL,
	ENI_CALL_UNREACHED,
	ENI_CALL_INTERNAL,
	ENI_CALL_TYPES
};
enum {
	ENI_REFERRER_CENTER = 1,
	ENI_REFERRER_CAREMANAGER_OFFICE,
	ENI_REFERRER_HOSPITAL,
	ENI_REFERRER_CLINIC,
	ENI_REFERRER_WORD_OF_MOUTH = 8
};
enum {
	ENI_INCIDENT_COMPLAINT = 1,
	ENI_INCIDENT_FAMILY_UPSET,
	ENI_INCIDENT_FEE_DISPUTE,
	ENI_INCIDENT_EXTENSION,
	ENI_INCIDENT_EXCEPTION,
	ENI_INCIDENT_RECORD_BURDEN,
	ENI_INCIDENT_ACCIDENT,
	ENI_INCIDENT_FALL,
	ENI_INCIDENT_PRESSURE_SORE,
	ENI_INCIDENT_CAREGIVER_BURDEN,
	ENI_INCIDENT_NEAR_MISS,
	ENI_INCIDENT_OTHER
};
enum { ENI_INCIDENT_OPEN = 1, ENI_INCIDENT_CLOSED };
enum { ENI_STEP_REGISTER = 1, ENI_STEP_ASSESS, ENI_STEP_TOUR, ENI_STEP_PLAN, ENI_STEP_OBJECTION };
enum { ENI_STEP_DONE = 1, ENI_STEP_DROPPED, ENI_STEP_SKIPPED };
enum { ENI_ROLE_CLERK = 1, ENI_ROLE_SENIOR, ENI_ROLE_DOCTOR };
enum { ENI_SURVEY_RECEPTION = 1, ENI_SURVEY_LOST, ENI_SURVEY_MYSTERY, ENI_SURVEY_SERVICE };
enum { ENI_CARE_LEVEL_GB0 = 11, ENI_CARE_LEVEL_GB1, ENI_CARE_LEVEL_GB2, ENI_CARE_LEVEL_GB3, ENI_CARE_LEVEL_GB4 };
enum { ENI_BAND_INDEPENDENT = 1, ENI_BAND_MILD, ENI_BAND_MODERATE, ENI_BAND_SEVERE };
enum { ENI_CONSENT_DEFORMITY = 3 };
enum { ENI_HOLIDAY_OFF = 1, ENI_HOLIDAY_WORK };
enum { ENI_OFFICE_DAY_SERVICE = 1, ENI_OFFICE_VISIT_CLINIC, ENI_OFFICE_CM_OFFICE, ENI_OFFICE_NURSING_HOME, ENI_OFFICE_HOME_HELP };

/* Values that the program itself makes: a further word takes further code, so vocabulary.c asserts that each name has a row and
 * that there is no other row. */
enum { ENI_SESSION_AM = 1, ENI_SESSION_PM, ENI_SESSIONS };
enum { ENI_YES_YES = 1, ENI_YES_NO, ENI_YESES };
enum { ENI_STAGE_INQUIRY = 1, ENI_STAGE_VISITED, ENI_STAGE_SIGNED, ENI_STAGES };
enum { ENI_CALLER_NEW = 1, ENI_CALLER_REFERRER, ENI_CALLER_CLIENT, ENI_CALLER_FAMILY, ENI_CALLER_STAFF, ENI_CALLERS };
enum {
	ENI_WHEREABOUTS_PAUSED = 1,
	ENI_WHEREABOUTS_HOSPITAL,
	ENI_WHEREABOUTS_ENDED,
	ENI_WHEREABOUTS_DEATH_NOTED,
	ENI_WHEREABOUTS_DECEASED,
	ENI_WHEREABOUTSES
};
enum { ENI_SHARING_NOT_ON_FILE = 1, ENI_SHARINGS };
/* In rising order of weight; risk refuses nobody and weighs nothing. */
enum eni_answer { ENI_ANSWER_RISK = 1, ENI_ANSWER_YES, ENI_ANSWER_ASK, ENI_ANSWER_NO, ENI_ANSWERS };
enum { ENI_AWAY_RETURN = 1, ENI_AWAY_DEATH, ENI_AWAYS };
enum { ENI_SIDE_ABOVE = 1, ENI_SIDE_UNCLEAR, ENI_SIDE_BELOW, ENI_SIDES };
enum { ENI_CONTROL_INSIDE = 1, ENI_CONTROL_ABOVE, ENI_CONTROL_BELOW, ENI_CONTROL_UNCLEAR, ENI_CONTROLS };
enum { ENI_SENDER_EARLY = 1, ENI_SENDER_REFERS, ENI_SENDER_SILENT, ENI_SENDERS };
enum { ENI_CONCENTRATION_OK = 1, ENI_CONCENTRATION_OVER, ENI_CONCENTRATIONS };
enum eni_level { ENI_LEVEL_NOTE = 1, ENI_LEVEL_WARN, ENI_LEVEL_ERROR, ENI_LEVELS };
enum eni_because { ENI_BECAUSE_ASK = 1, ENI_BECAUSE_GIFT, ENI_BECAUSE_GIFT_FORBIDDEN, ENI_BECAUSE_NO_NUMBER, ENI_BECAUSES };
enum { ENI_MEASURE_REVENUE = 1, ENI_MEASURE_CLIENTS_PER_FTE, ENI_MEASURE_REVENUE_PER_CLIENT, ENI_MEASURES };
enum { ENI_ANSWERING_CLERK = 1, ENI_ANSWERING_SERVICE, ENI_ANSWERINGS };
enum { ENI_COUNTED_REVENUE = 1, ENI_COUNTED_MARGIN, ENI_COUNTEDS };
enum { ENI_ASSUMED_ALL = 1, ENI_ASSUMED_SHARE, ENI_ASSUMEDS };

/* ---- what follows from a word ---- */

/* Bits of a row, by vocabulary; each says what a word without them is. */
enum eni_trait {
	/* of a status; without HERE and GONE: never came, and no date of theirs begins a stay */
	ENI_IS_ASKING = 1 << 0, /* has asked, and nothing is decided: the reception's */
	ENI_IS_HERE = 1 << 1,   /* comes to us, and has a seat */
	ENI_IS_GONE = 1 << 2,   /* came once, and does not come now */
	ENI_IS_AWAY = 1 << 3,   /* gone, and may come back */
	ENI_IS_OVER = 1 << 4,   /* gone, and the time with us is over; without: a seat is kept */
	/* of a status or a reason for leaving; without: nothing is said of it */
	ENI_IS_DEATH = 1 << 16, /* the client has died */
	/* of a reason for leaving; without: a leaving that might have been prevented */
	ENI_IS_UNWINNABLE = 1 << 5, /* nothing we could have done */
	ENI_IS_PERSONAL = 1 << 6,   /* because of another person, who may be named as the cause */
	ENI_IS_FINAL = 1 << 21,     /* who left so is not expected back (decision 72) */
	/* of a recipient; without either, and not staff: no record says who it is */
	ENI_IS_PRIVATE = 1 << 7, /* the client, or who speaks for the client */
	ENI_IS_PARTNER = 1 << 8, /* a professional outside the house */
	/* of a contact's outcome; without: they were reached */
	ENI_IS_TRY = 1 << 9, /* a try, and no contact */
	/* of a receptionist's role; without: whoever is at the desk */
	ENI_IS_EXPERT = 1 << 22, /* is called in for the assessment, which is no change of hands (decision 76) */
	/* of a visit's outcome; without: the appointment stands */
	ENI_IS_CALLED_OFF = 1 << 10,
	/* of an incident's kind; without: neither */
	ENI_IS_TROUBLE = 1 << 11,   /* counts as trouble with those a partner sent */
	ENI_IS_CARE_RISK = 1 << 12, /* counts for the level of GB/T 42195 */
	ENI_IS_GRAVE = 1 << 19,     /* is told before the others, however slight it was */
	/* of a referrer's kind; without: a partner like any other */
	ENI_IS_NO_PARTNER = 1 << 13,   /* not addressed as a professional: neighbours, a web page */
	ENI_IS_COMMISSIONED = 1 << 14, /* publicly, so that every benefit is forbidden */
	/* of cognition; without: unimpaired */
	ENI_IS_DEMENTIA = 1 << 15, /* raises the level of GB/T 42195 */
	ENI_IS_ADVANCED = 1 << 21, /* needs care for it, asked for or not */
	/* of a service; without: no part of it */
	ENI_IS_CONCENTRATED = 1 << 22, /* the rule of 80 % is about it */
	/* of a kind of office; without: the client pays a part, and has a care manager */
	ENI_IS_FREE = 1 << 0,       /* its work costs the client nothing: no price, no overtime */
	ENI_IS_WITHOUT_CM = 1 << 1, /* no care manager outside stands behind its clients, unless the record names one */
	/* of any; without: a word that says something of its own */
	ENI_IS_NO_CHOICE = 1 << 20, /* says nothing of what happened, and is offered to nobody who is asked for a word */
	ENI_IS_VAGUE = 1 << 17, /* says little, and gives way to any other word beside it: その他（入院）, 電話したが不在 */
	ENI_IS_AHEAD =
	    1 << 18, /* is so as well when what it is about lies ahead: 見学予定, 訪問予約; without: 休止予定 is no 休止 */
};

/* How a contact over a channel goes, and so how its task is laid out and what is noted when it is done. */
enum eni_medium {
	ENI_MEDIUM_CALL, /* also where the channel is empty or unknown (decision 37) */
	ENI_MEDIUM_FAX,
	ENI_MEDIUM_LETTER,
	ENI_MEDIUM_MESSAGE, /* words on a screen */
	ENI_MEDIUM_VISIT,   /* face to face */
	ENI_MEDIUM_TASK,    /* inside the house */
	ENI_MEDIA
};

/* The heading of a memo an incident belongs under.  Falls, sores and the carer's burden are risks, which a care manager must hear
 * of. */
enum eni_heading { ENI_HEAD_TROUBLE, ENI_HEAD_FAMILY, ENI_HEAD_EFFECT, ENI_HEAD_RISKS, ENI_HEADS };

/* Whether the word has any of these traits.  0 and unknown words have none. */
bool eni_word_is(enum eni_vocab vocab, int code, unsigned traits);

static inline bool
eni_status_is(int status, unsigned traits)
{
	return eni_word_is(ENI_V_STATUS, status, traits);
}

static inline bool
eni_to_is_partner(int to)
{
	return eni_word_is(ENI_V_TO, to, ENI_IS_PARTNER);
}

/* A contact with such an outcome is a try, not a contact. */
static inline bool
eni_outcome_is_try(int outcome)
{
	return eni_word_is(ENI_V_OUTCOME, outcome, ENI_IS_TRY);
}

/* Whether they were reached.  Nobody knows what came of one with an unread outcome: it is neither a contact nor a try. */
static inline bool
eni_outcome_is_contact(int outcome)
{
	return outcome != ENI_UNKNOWN_WORD && !eni_outcome_is_try(outcome);
}

/* The number of a word, for tables: an unread one stands in none. */
static inline int
eni_word_known(int code)
{
	return code == ENI_UNKNOWN_WORD ? 0 : code;
}

enum eni_medium eni_channel_medium(int code);
/* The kind of referrer a recipient must be; 0: any. */
int eni_to_kind(int code);
enum eni_heading eni_incident_heading(int code);
/* What a step of the reception usually takes, in minutes; 0: as long as it takes. */
int eni_step_minutes(int code);

/* Most words of the step vocabulary: a wide row of steps has a column for each. */
enum { ENI_STEPS_MOST = 16 };

/* ---- words ---- */

/*
 * The number of a word: folds (eni_casefold), knows codes, labels and the further accepted ones; blank gives 0.
 * Plain canonical codes are found without folding or allocating.
 */
int eni_word_find(enum eni_vocab vocab, struct eni_str word);
/* The same of a word whose bytes stand so in the vocabulary; 0 otherwise. */
int eni_word_plain(enum eni_vocab vocab, struct eni_str word);
size_t eni_word_count(enum eni_vocab vocab);
const char *eni_word_code(enum eni_vocab vocab, int code);                    /* "hospital"; "unread" of ENI_UNKNOWN_WORD */
const char *eni_word_label(enum eni_vocab vocab, int code, const char *lang); /* 入院; the code for "en" or where none */
const char *eni_vocab_name(enum eni_vocab vocab);                             /* "reason", "lost_reason", "kind (referrers)" .. */
/* The i-th further accepted word of a code, as eni_casefold leaves it; NULL behind the last.  For manuals and tests. */
const char *eni_word_further(enum eni_vocab vocab, int code, size_t i);
/* Whether a word of that code, in any writing, says no more than the code does: the code itself, its labels, and the further words
 * of plain_words.c. */
bool eni_word_is_plain(enum eni_vocab vocab, int code, struct eni_str word);
/* What is to be kept of a word that somebody said: its code, or the word itself where it says more (特養). */
struct eni_str eni_word_kept(enum eni_vocab vocab, int code, struct eni_str word);
/* Those further words, as eni_casefold leaves them, parted by blanks; NULL: none, or *all.  For tests. */
const char *eni_plain_words(enum eni_vocab vocab, bool *all);
/* The nearest accepted word, as its code; NULL when none is near.  Never shows what the user wrote. */
const char *eni_word_nearest(enum eni_vocab vocab, struct eni_str word);
/* All codes that may be chosen, for messages: "done, dropped or skipped".  Lives as long as the program. */
const char *eni_vocab_list(enum eni_vocab vocab);

#endif
