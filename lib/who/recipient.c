/* Recipients: see recipient.h. */
#include "who/recipient.h"

#include "base/dial.h"
#include "rec/death.h"
#include "rec/household.h"
#include "rule/rule.h"

static size_t
client(struct eni_book *b, const char *name)
{
	return eni_sheet_want(&b->clients, eni_str_of(name), ENI_AS_RAW);
}

static size_t
referrer(struct eni_book *b, const char *name)
{
	return eni_sheet_want(&b->referrers, eni_str_of(name), ENI_AS_RAW);
}

static void
want_via(struct eni_people *p, struct eni_book *b)
{
	p->phone = client(b, "phone");
	p->phone2 = client(b, "phone2");
	p->email = client(b, "email");
	p->address = client(b, "address");
	p->wechat = client(b, "wechat");
	p->family_phone = client(b, "family_phone");
	p->family_email = client(b, "family_email");
	p->family_address = client(b, "family_address");
	p->decision_phone = client(b, "decision_phone");
	p->ref_phone = referrer(b, "phone");
	p->ref_email = referrer(b, "email");
	p->ref_address = referrer(b, "address");
	p->ref_fax = referrer(b, "fax");
	p->staff_phone = eni_sheet_want(&b->staff, ENI_S("phone"), ENI_AS_RAW);
	p->staff_email = eni_sheet_want(&b->staff, ENI_S("email"), ENI_AS_RAW);
}

static struct eni_named_columns
named_columns(struct eni_book *b, enum eni_as as)
{
	struct eni_sheet *s = &b->clients;

	return (struct eni_named_columns){.client = eni_sheet_want(s, ENI_S("name"), as),
	    .family = eni_sheet_want(s, ENI_S("family_name"), as),
	    .decision_maker = eni_sheet_want(s, ENI_S("decision_maker"), as),
	    .caremanager = eni_sheet_want(s, ENI_S("caremanager"), as),
	    .doctor = eni_sheet_want(s, ENI_S("doctor"), as),
	    .referrer = eni_sheet_want(s, ENI_S("referrer"), as),
	    .person = eni_sheet_want(&b->referrers, ENI_S("person"), as)};
}

void
eni_people_want_addressed(struct eni_people *p)
{
	p->addressed = named_columns(p->book, ENI_AS_ADDRESSED);
}

void
eni_people_want(struct eni_people *p, struct eni_book *b)
{
	*p = (struct eni_people){
	    .book = b, .without_cm = eni_word_is(ENI_V_OFFICE_KIND, eni_office_kind(&b->office), ENI_IS_WITHOUT_CM)};
	p->name = named_columns(b, ENI_AS_RAW);
	p->staff = client(b, "staff");
	p->contact = client(b, "contact");
	p->family_contact = client(b, "family_contact");
	p->family_relation = client(b, "family_relation");
	p->ref_org = referrer(b, "org");
	p->ref_kind = eni_sheet_want(&b->referrers, ENI_S("kind"), ENI_AS_TYPED);
	p->ref_contact = referrer(b, "contact");
	p->ref_optout = eni_sheet_want(&b->referrers, ENI_S("optout"), ENI_AS_TYPED);
	p->staff_name = eni_sheet_want(&b->staff, ENI_S("name"), ENI_AS_RAW);
	want_via(p, b);
}

static struct eni_str
text(const struct eni_people *p, uint32_t subject, size_t col)
{
	return eni_str_trim(eni_sheet_text(&p->book->clients, col, subject));
}

static struct eni_str
ref_text(const struct eni_people *p, uint32_t row, size_t col)
{
	return eni_str_trim(eni_sheet_text(&p->book->referrers, col, row));
}

static struct eni_str
first_filled(struct eni_str a, struct eni_str b, struct eni_str c)
{
	return a.n > 0 ? a : b.n > 0 ? b : c;
}

/* The cell that names a partner of a client, or empty. */
static struct eni_str
partner_cell(const struct eni_people *p, const struct eni_named_columns *c, uint32_t subject, int to)
{
	switch (to) {
	case ENI_TO_CAREMANAGER:
		return text(p, subject, c->caremanager);
	case ENI_TO_DOCTOR:
		return text(p, subject, c->doctor);
	default:
		return text(p, subject, c->referrer);
	}
}

/* A task to a centre or a hospital about a client goes to whoever referred the client, if that is one. */
static bool
kind_fits(const struct eni_people *p, uint32_t row, int to)
{
	return eni_to_kind(to) == 0 || eni_to_kind(to) == eni_sheet_code(&p->book->referrers, p->ref_kind, row);
}

uint32_t
eni_people_partner(const struct eni_people *p, uint32_t subject, int to)
{
	uint32_t row;

	if (!eni_to_is_partner(to))
		return ENI_NONE;
	if (eni_subject_is_referrer(p->book, subject))
		return subject - (uint32_t)p->book->clients.n;
	if (!eni_subject_is_client(p->book, subject))
		return ENI_NONE;
	row = eni_book_find_referrer(p->book, partner_cell(p, &p->name, subject, to));
	return row != ENI_NONE && kind_fits(p, row, to) ? row : ENI_NONE;
}

bool
eni_people_referred_by_partner(const struct eni_people *p, uint32_t client)
{
	uint32_t row = eni_people_partner(p, client, ENI_TO_REFERRER);

	return row != ENI_NONE &&
	       !eni_word_is(ENI_V_REFERRER_KIND, eni_sheet_code(&p->book->referrers, p->ref_kind, row), ENI_IS_NO_PARTNER);
}

bool
eni_people_unwanted(const struct eni_people *p, uint32_t client, int to)
{
	uint32_t row = eni_subject_is_client(p->book, client) ? eni_people_partner(p, client, to) : (uint32_t)ENI_NONE;

	return row != ENI_NONE && eni_sheet_code(&p->book->referrers, p->ref_optout, row) == ENI_YES_YES;
}

bool
eni_people_has_none(const struct eni_people *p, uint32_t client, int to)
{
	return p->without_cm && to == ENI_TO_CAREMANAGER && eni_subject_is_client(p->book, client) &&
	       text(p, client, p->name.caremanager).n == 0;
}

static bool
is_known(const struct eni_people *p, uint32_t subject, int to)
{
	if (eni_people_unwanted(p, subject, to))
		return false;
	if (to == ENI_TO_REFERRER && eni_subject_is_client(p->book, subject))
		return eni_people_referred_by_partner(p, subject);
	return !eni_str_is(eni_people_who(p, subject, to), "-");
}

int
eni_people_first(const struct eni_people *p, uint32_t subject, const int *to, size_t n)
{
	size_t i = 0;

	while (i + 1 < n && !is_known(p, subject, to[i]))
		i++;
	return n == 0 ? (int)ENI_AS_ROW : to[i];
}

/* An id that is not on file is nobody; any other text is a name (decision 36). */
bool
eni_looks_like_id(struct eni_str s)
{
	bool digit = false;

	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];

		if (c >= 0x80 || c == ' ')
			return false;
		digit |= c >= '0' && c <= '9';
	}
	return digit;
}

static struct eni_str
partner_name(const struct eni_people *p, const struct eni_named_columns *c, uint32_t subject, int to)
{
	uint32_t row = eni_people_partner(p, subject, to);
	struct eni_str cell;

	if (row != ENI_NONE) {
		struct eni_str person = ref_text(p, row, c->person);

		return person.n > 0 ? person : ref_text(p, row, p->ref_org);
	}
	if (!eni_subject_is_client(p->book, subject) || eni_to_kind(to) != 0)
		return (struct eni_str){"", 0};
	cell = partner_cell(p, c, subject, to);
	return eni_looks_like_id(cell) ? (struct eni_str){"", 0} : cell;
}

static struct eni_str
staff_name(const struct eni_people *p, uint32_t subject)
{
	struct eni_str cell = eni_subject_is_client(p->book, subject) ? text(p, subject, p->staff) : (struct eni_str){"", 0};
	uint32_t row = eni_book_find_staff(p->book, cell);

	if (row != ENI_NONE)
		return eni_sheet_text(&p->book->staff, p->staff_name, row);
	return eni_looks_like_id(cell) ? (struct eni_str){"", 0} : cell;
}

/* Empty where the name or the word for a relative says that they have died: 寺田 春子（故人）. */
static struct eni_str
living(const struct eni_people *p, uint32_t subject, size_t col)
{
	struct eni_str s = text(p, subject, col);

	return eni_death_read(s) == ENI_DEATH_NONE ? s : (struct eni_str){"", 0};
}

static struct eni_household
household(const struct eni_people *p, const struct eni_named_columns *c, uint32_t subject)
{
	struct eni_household h = {.client = text(p, subject, c->client),
	    .family = living(p, subject, c->family),
	    .relation = living(p, subject, p->family_relation),
	    .decision_maker = living(p, subject, c->decision_maker)};

	if (h.relation.n == 0 && text(p, subject, p->family_relation).n > 0)
		h.family = h.relation;
	if (eni_word_find(ENI_V_TO, h.family) == ENI_TO_CLIENT) /* キーパーソン：本人 */
		h.family = h.client;
	return h;
}

static struct eni_str
person_name(const struct eni_people *p, const struct eni_named_columns *c, uint32_t subject, int to)
{
	struct eni_household h;

	if (!eni_subject_is_client(p->book, subject))
		return (struct eni_str){"", 0};
	h = household(p, c, subject);
	switch (to) {
	case ENI_TO_CLIENT:
		return h.client;
	case ENI_TO_FAMILY:
		return h.family;
	case ENI_TO_DECISION_MAKER:
		return eni_household_decider(&h);
	default:
		return (struct eni_str){"", 0};
	}
}

static struct eni_str
who(const struct eni_people *p, const struct eni_named_columns *c, uint32_t subject, int to)
{
	struct eni_str name = eni_to_is_partner(to) ? partner_name(p, c, subject, to)
			      : to == ENI_TO_STAFF  ? staff_name(p, subject)
						    : person_name(p, c, subject, to);

	return name.n > 0 ? name : ENI_S("-");
}

struct eni_str
eni_people_who(const struct eni_people *p, uint32_t subject, int to)
{
	return who(p, &p->name, subject, to);
}

struct eni_str
eni_people_who_addressed(const struct eni_people *p, uint32_t subject, int to)
{
	return who(p, &p->addressed, subject, to);
}

static struct eni_str
name(const struct eni_people *p, const struct eni_named_columns *c, uint32_t subject)
{
	if (eni_subject_is_client(p->book, subject))
		return text(p, subject, c->client);
	if (!eni_subject_is_referrer(p->book, subject))
		return (struct eni_str){"", 0};
	subject -= (uint32_t)p->book->clients.n;
	return first_filled(ref_text(p, subject, c->person), ref_text(p, subject, p->ref_org), (struct eni_str){"", 0});
}

struct eni_str
eni_people_name(const struct eni_people *p, uint32_t subject)
{
	return name(p, &p->name, subject);
}

struct eni_str
eni_people_name_addressed(const struct eni_people *p, uint32_t subject)
{
	return name(p, &p->addressed, subject);
}

struct eni_str
eni_people_org(const struct eni_people *p, uint32_t subject, int to)
{
	uint32_t row = eni_people_partner(p, subject, to);

	if (row == ENI_NONE && eni_subject_is_referrer(p->book, subject))
		row = subject - (uint32_t)p->book->clients.n;
	return row == ENI_NONE ? (struct eni_str){"", 0} : ref_text(p, row, p->ref_org);
}

bool
eni_people_is_house(const struct eni_people *p, uint32_t subject, int to)
{
	struct eni_str org = eni_people_org(p, subject, to);

	return org.n > 0 && eni_str_eq(org, eni_people_who(p, subject, to));
}

/* ---- via ---- */

/* Of several numbers in a cell the first is dialled, and remarks are none of it (decision 54). */
static struct eni_str
ref_number(const struct eni_people *p, uint32_t row, size_t col)
{
	return eni_phone_first(ref_text(p, row, col));
}

static struct eni_str
partner_via(const struct eni_people *p, uint32_t row, int channel)
{
	switch (channel) {
	case ENI_CHANNEL_FAX:
		return ref_number(p, row, p->ref_fax);
	case ENI_CHANNEL_EMAIL:
		return ref_text(p, row, p->ref_email);
	case ENI_CHANNEL_LETTER:
	case ENI_CHANNEL_VISIT:
		return ref_text(p, row, p->ref_address);
	default:
		return ref_number(p, row, p->ref_phone);
	}
}

/* ---- private people ---- */

static enum eni_whose
whose(const struct eni_people *p, uint32_t subject, int to)
{
	const struct eni_household h = household(p, &p->name, subject);

	return to == ENI_TO_CLIENT   ? ENI_CLIENT_SELF
	       : to == ENI_TO_FAMILY ? ENI_THE_RELATIVE
				     : eni_household_decides(&p->book->fold, &h);
}

static struct eni_member
member(const struct eni_people *p, uint32_t subject, int to, enum eni_whose whose)
{
	const struct eni_household h = household(p, &p->name, subject);
	struct eni_str named = to == ENI_TO_DECISION_MAKER ? h.decision_maker : (struct eni_str){"", 0};

	switch (whose) {
	case ENI_CLIENT_SELF:
		return (struct eni_member){h.client, ENI_S("本人")};
	case ENI_THE_RELATIVE:
		return (struct eni_member){h.family.n > 0 ? h.family : named, h.relation};
	default:
		return (struct eni_member){named, {"", 0}};
	}
}

/* The number of that very person: wherever a remark says so, else in their own cells.  Whoever has no name is reached by what is on
 * file of the household.  *cell: where it stands. */
static struct eni_str
find_number(const struct eni_people *p, uint32_t subject, int to, struct eni_str *cell)
{
	const size_t cells[] = {p->decision_phone, p->phone, p->phone2, p->family_phone};
	enum { DECISION, OWN, OWN2, FAMILY, CELLS };
	static const uint8_t own[ENI_WHOSE][CELLS + 1] = {[ENI_CLIENT_SELF] = {DECISION, OWN, OWN2, CELLS},
	    [ENI_THE_RELATIVE] = {DECISION, FAMILY, CELLS},
	    [ENI_SOMEBODY_ELSE] = {DECISION, CELLS},
	    [ENI_NOBODY_NAMED] = {DECISION, OWN, OWN2, FAMILY, CELLS}};
	static const uint8_t any_relative[] = {FAMILY, OWN, OWN2, CELLS}; /* who is not named, or is the client */
	enum eni_whose is = whose(p, subject, to);
	const struct eni_member who = member(p, subject, to, is);
	bool any = is == ENI_THE_RELATIVE && (who.name.n == 0 || eni_str_eq(who.name, text(p, subject, p->name.client)));
	const uint8_t *at = any ? any_relative : own[is];
	struct eni_str s = {"", 0};

	*cell = s;
	for (size_t i = 0; s.n == 0 && i < CELLS; i++) {
		*cell = text(p, subject, cells[i]);
		s = eni_number_marked(&p->book->fold, *cell, &who);
	}
	for (; s.n == 0 && *at < CELLS; at++) {
		*cell = text(p, subject, cells[*at]);
		if (*at != DECISION || to == ENI_TO_DECISION_MAKER)
			s = eni_number_own(&p->book->fold, *cell, &who);
	}
	return s;
}

static struct eni_str
person_number(const struct eni_people *p, uint32_t subject, int to)
{
	struct eni_str cell;

	return find_number(p, subject, to, &cell);
}

struct eni_str
eni_people_phones(const struct eni_people *p, uint32_t subject, int to)
{
	struct eni_str none = {"", 0}, cell;

	if (!eni_word_is(ENI_V_TO, to, ENI_IS_PRIVATE) || !eni_subject_is_client(p->book, subject))
		return none;
	return find_number(p, subject, to, &cell).n == 0 ? none : cell;
}

/* Whose cell it is, of which no remark says more. */
static struct eni_str
owner_of(const struct eni_people *p, uint32_t client, size_t cell, int *to)
{
	const struct eni_household h = household(p, &p->name, client);
	bool own = cell == p->phone || cell == p->phone2 ||
		   (cell == p->decision_phone && whose(p, client, ENI_TO_DECISION_MAKER) == ENI_CLIENT_SELF);

	*to = own ? ENI_TO_CLIENT : ENI_TO_FAMILY;
	return own ? h.client : cell == p->decision_phone ? eni_household_decider(&h) : h.family;
}

struct eni_str
eni_people_caller(const struct eni_people *p, uint32_t client, struct eni_str digits, int *to)
{
	const size_t cells[] = {p->phone, p->phone2, p->family_phone, p->decision_phone};
	struct eni_str said, name = text(p, client, p->name.client), owner = {"", 0};

	*to = 0;
	for (size_t i = 0; *to == 0 && i < sizeof cells / sizeof *cells; i++) {
		if (!eni_number_remark(text(p, client, cells[i]), digits, &said))
			continue;
		owner = owner_of(p, client, cells[i], to);
		if (eni_word_find(ENI_V_TO, said) == ENI_TO_CLIENT || eni_name_same_person(&p->book->fold, said, name)) {
			*to = ENI_TO_CLIENT;
			owner = name;
		} else if (eni_name_has_kin(said)) {
			*to = ENI_TO_FAMILY;
			owner = said;
		}
	}
	return owner;
}

static struct eni_str
person_email(const struct eni_people *p, uint32_t subject, enum eni_whose whose)
{
	static const struct eni_str none = {"", 0};

	return first_filled(whose == ENI_CLIENT_SELF || whose == ENI_NOBODY_NAMED ? text(p, subject, p->email) : none,
	    whose == ENI_THE_RELATIVE || whose == ENI_NOBODY_NAMED ? text(p, subject, p->family_email) : none, none);
}

static struct eni_str
person_via(const struct eni_people *p, uint32_t subject, int to, int channel)
{
	static const struct eni_str none = {"", 0};
	enum eni_whose is = whose(p, subject, to);

	switch (channel) {
	case ENI_CHANNEL_EMAIL:
		return person_email(p, subject, is);
	case ENI_CHANNEL_LETTER:
	case ENI_CHANNEL_VISIT:
		return first_filled(
		    is != ENI_CLIENT_SELF && channel == ENI_CHANNEL_LETTER ? text(p, subject, p->family_address) : none,
		    text(p, subject, p->address), none);
	case ENI_CHANNEL_WECHAT:
		return first_filled(text(p, subject, p->wechat), person_number(p, subject, to), none);
	case ENI_CHANNEL_FAX:
	case ENI_CHANNEL_LINE:
		return none;
	default:
		return person_number(p, subject, to);
	}
}

static struct eni_str
staff_via(const struct eni_people *p, uint32_t subject, int channel)
{
	uint32_t row =
	    eni_subject_is_client(p->book, subject) ? eni_book_find_staff(p->book, text(p, subject, p->staff)) : (uint32_t)ENI_NONE;

	if (row == ENI_NONE)
		return (struct eni_str){"", 0};
	if (channel == ENI_CHANNEL_EMAIL)
		return eni_sheet_text(&p->book->staff, p->staff_email, row);
	return eni_phone_first(eni_sheet_text(&p->book->staff, p->staff_phone, row));
}

struct eni_str
eni_people_via(const struct eni_people *p, uint32_t subject, int to, int channel)
{
	uint32_t partner = eni_people_partner(p, subject, to);

	if (eni_channel_medium(channel) == ENI_MEDIUM_TASK || channel == ENI_CHANNEL_MEET)
		return (struct eni_str){"", 0};
	if (partner != ENI_NONE)
		return partner_via(p, partner, channel);
	if (to == ENI_TO_STAFF)
		return staff_via(p, subject, channel);
	if (!eni_word_is(ENI_V_TO, to, ENI_IS_PRIVATE) || !eni_subject_is_client(p->book, subject))
		return (struct eni_str){"", 0};
	return person_via(p, subject, to, channel);
}

/* ---- how to reach them ---- */

struct eni_wishes
eni_people_wishes(const struct eni_people *p, uint32_t subject, int to)
{
	uint32_t partner = eni_people_partner(p, subject, to);
	struct eni_str said = {"", 0};

	if (partner != ENI_NONE)
		return eni_wishes_read(ref_text(p, partner, p->ref_contact));
	if (!eni_subject_is_client(p->book, subject) || !eni_word_is(ENI_V_TO, to, ENI_IS_PRIVATE))
		return (struct eni_wishes){.n = 0};
	if (whose(p, subject, to) != ENI_CLIENT_SELF)
		said = text(p, subject, p->family_contact);
	if (said.n == 0 &&
	    (to != ENI_TO_FAMILY || text(p, subject, p->phone).n == 0)) /* a wish is about the number that is there */
		said = text(p, subject, p->contact);
	return eni_wishes_read(said);
}

/* Whether what that channel needs is on file; who is met, visited or written to on paper or in LINE needs nothing. */
static bool
is_on_file(const struct eni_people *p, uint32_t subject, int to, int channel)
{
	switch (channel) {
	case ENI_CHANNEL_CALL:
	case ENI_CHANNEL_SMS:
	case ENI_CHANNEL_WECHAT:
	case ENI_CHANNEL_FAX:
	case ENI_CHANNEL_EMAIL:
		return eni_people_via(p, subject, to, channel).n > 0;
	default:
		return true;
	}
}

/* How people are reached in place of what they exclude, where they name nothing else: the usual ways of the country. */
static int
otherwise(const struct eni_people *p, uint32_t subject, int to, const struct eni_wishes *w)
{
	static const uint8_t usual[][5] = {[ENI_JP] = {ENI_CHANNEL_CALL, ENI_CHANNEL_FAX, ENI_CHANNEL_EMAIL, ENI_CHANNEL_LETTER},
	    [ENI_CN] = {ENI_CHANNEL_CALL, ENI_CHANNEL_WECHAT, ENI_CHANNEL_SMS, ENI_CHANNEL_EMAIL, ENI_CHANNEL_LETTER}};
	ENI_ROW_FOR_EACH(usual, ENI_COUNTRIES);
	const uint8_t *way = usual[p->book->office.country];

	for (size_t i = 0; i < sizeof *usual && way[i] != 0; i++)
		if (!eni_wishes_exclude(w, way[i]) && is_on_file(p, subject, to, way[i]))
			return way[i];
	return ENI_CHANNEL_LETTER;
}

int
eni_people_channel(const struct eni_people *p, uint32_t subject, int to, int channel)
{
	struct eni_wishes w;

	if (channel != ENI_CHANNEL_PREFER && eni_channel_medium(channel) == ENI_MEDIUM_TASK)
		return channel;
	w = eni_people_wishes(p, subject, to);
	if (channel == ENI_CHANNEL_PREFER && w.n == 0)
		channel = ENI_CHANNEL_CALL;
	if (channel != ENI_CHANNEL_PREFER && !eni_wishes_exclude(&w, channel))
		return channel;
	for (size_t i = 0; i < w.n; i++)
		if (is_on_file(p, subject, to, w.code[i]))
			return w.code[i];
	return w.n > 0 ? w.code[0] : otherwise(p, subject, to, &w);
}

int
eni_people_other_way(const struct eni_people *p, uint32_t subject, int to, int channel, uint64_t tried)
{
	struct eni_wishes w;

	if (eni_channel_medium(channel) == ENI_MEDIUM_TASK || !eni_word_is(ENI_V_TO, to, ENI_IS_PRIVATE | ENI_IS_PARTNER))
		return channel;
	w = eni_people_wishes(p, subject, to);
	for (size_t i = 0; i < w.n; i++)
		if (w.code[i] != channel && (tried >> w.code[i] & 1) == 0 && is_on_file(p, subject, to, w.code[i]))
			return w.code[i];
	return eni_wishes_exclude(&w, ENI_CHANNEL_LETTER) ? channel : ENI_CHANNEL_LETTER;
}
