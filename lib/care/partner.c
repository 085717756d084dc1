/* Sorts of partners: see partner.h. */
#include "care/partner.h"

/* A name says it for sure only where the law keeps the word for such. */
static const struct {
	const char *part, *kind;
} telling[] = {{"地域包括支援センター", "center"}, {"居宅介護支援", "caremanager_office"}};

int
eni_partner_kind_word(struct eni_str cell)
{
	int code = eni_word_find(ENI_V_REFERRER_KIND, eni_str_trim(cell));

	return code == ENI_UNKNOWN_WORD ? 0 : code;
}

static bool
has_part(struct eni_str s, struct eni_str part)
{
	return memmem(s.p, s.n, part.p, part.n) != NULL;
}

int
eni_partner_kind_name(struct eni_str name)
{
	for (size_t i = 0; i < sizeof telling / sizeof *telling; i++)
		if (name.n > 0 && has_part(name, eni_str_of(telling[i].part)))
			return eni_word_find(ENI_V_REFERRER_KIND, eni_str_of(telling[i].kind));
	return 0;
}
