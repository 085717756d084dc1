/*
 * The files and columns of a new book: see outline.h.  One table: the files of each kind of office and their columns.  What an
 * office lacks later is added: a column is a header word.
 */
#include "book/outline.h"

#include "base/text.h"
#include "book/outline_sets.h"

#define PERSON "id name kana sex birth phone wechat address area "
#define FAMILY "family_name family_relation family_phone "
/* Whatever `churn leave` and `back` write, and what keeps those who left from being asked. */
#define LEFT "end_date decided_on reason reason_note cause outlook discharge_date returned_date death_date sour optout "

struct file {
	enum eni_kind kind;
	uint64_t kinds;
	const char *columns;
};

static const struct file files[] = {
    {ENI_CLIENTS, DAY,
	PERSON "status care_level weekdays caremanager referrer staff contact " FAMILY "inquiry_at visit_end start_date " LEFT
	       "note"},
    {ENI_CLIENTS, CLINIC,
	PERSON "status care_level mobility weekdays caremanager referrer doctor " FAMILY
	       "inquiry_at first_visit term_price term_frequency term_extension term_cancel consent_from consent_kind "
	       "consent_share risks " LEFT "note"},
    {ENI_CLIENTS, CM,
	PERSON "status care_level care_until meeting_date doctor referrer staff contact " FAMILY "inquiry_at start_date " LEFT
	       "consent_share note"},
    {ENI_CLIENTS, HOME,
	PERSON
	"age status " FAMILY
	"decision_maker family_attitude concern care_level adl cognition mobility health needs focus price_sense budget autonomy "
	"intent referrer staff inquiry_at visit_at visit_end ready_date signed_date start_date lost_date lost_reason "
	"end_date reason optout note"},
    {ENI_CLIENTS, HELP,
	PERSON "status care_level needs weekdays caremanager referrer staff contact " FAMILY "inquiry_at start_date " LEFT "note"},
    {ENI_CONTACTS, EVERY, "at id channel to dir who staff rule anchor topic outcome next note"},
    {ENI_REFERRERS, EVERY, "id org person kind phone fax email address contact since next_event optout note"},
    {ENI_VISITS, DAY, "id date outcome note"},
    {ENI_VISITS, CLINIC, "id date outcome minutes fee staff note"},
    {ENI_VISITS, HELP, "id date outcome minutes staff note"},
    {ENI_PLANS, CM, "month service corp plans"},
    {ENI_STAFF, CM, "id name role phone email"},
    {ENI_INCIDENTS, EVERY, "id date kind status severity note"},
    {ENI_STEPS, HOME, "id step started_at ended_at staff staff_role outcome note"},
};

/* Columns that only one country has a use for. */
static const struct {
	const char *field;
	uint64_t countries;
} only[] = {{"kana", JP}, {"caremanager", JP}, {"care_until", JP}, {"fax", JP}, {"wechat", CN}};

static bool
is_used(struct eni_str field, enum eni_country country)
{
	for (size_t i = 0; i < sizeof only / sizeof *only; i++)
		if (eni_str_is(field, only[i].field))
			return is_for(only[i].countries, (int)country);
	return true;
}

static const struct file *
find_file(enum eni_kind kind, int office_kind)
{
	for (size_t i = 0; i < sizeof files / sizeof *files; i++)
		if (files[i].kind == kind && is_for(files[i].kinds, office_kind))
			return &files[i];
	return NULL;
}

bool
eni_outline_keeps(enum eni_kind kind, int office_kind)
{
	return find_file(kind, office_kind) != NULL;
}

const struct eni_field *const *
eni_outline_columns(struct eni_arena *a, enum eni_kind kind, int office_kind, enum eni_country country, size_t *n)
{
	size_t rows;
	const struct eni_field *row = eni_fields(&rows), **column = eni_arena_take(a, (rows + 1) * sizeof *column);
	const struct file *file = find_file(kind, office_kind);
	struct eni_str rest = eni_str_of(file == NULL ? NULL : file->columns), name;

	*n = 0;
	while (file != NULL && eni_piece(&rest, &name))
		if (is_used(name, country))
			column[(*n)++] = eni_field_find(kind, name);
	for (size_t i = 0; file == NULL && i < rows; i++)
		if ((row[i].kinds & ENI_IN(kind)) != 0)
			column[(*n)++] = &row[i];
	return column;
}
