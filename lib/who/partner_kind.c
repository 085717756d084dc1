/* Sorts of partners: see partner_kind.h. */
#include "who/partner_kind.h"

#include "base/text.h"

/* A name says it for sure only where the law keeps the word for such (介護保険法 115条の46, 医療法 3条): anywhere in it, or at the
 * end of a part of it, for beside a 病院 there may be a 病院前薬局. */
static const struct {
	const char *word;
	int kind;
	bool ends;
} telling[] = {{"地域包括支援センター", ENI_REFERRER_CENTER, false}, {"居宅介護支援", ENI_REFERRER_CAREMANAGER_OFFICE, false},
    {"病院", ENI_REFERRER_HOSPITAL, true}, {"診療所", ENI_REFERRER_CLINIC, true}, {"クリニック", ENI_REFERRER_CLINIC, true}};

int
eni_partner_kind_word(struct eni_str cell)
{
	int code = eni_word_find(ENI_V_REFERRER_KIND, eni_str_trim(cell));

	return code == ENI_UNKNOWN_WORD ? 0 : code;
}

static bool
says(struct eni_str name, struct eni_str word, bool ends)
{
	struct eni_str piece;

	if (!ends)
		return memmem(name.p, name.n, word.p, word.n) != NULL;
	while (eni_piece(&name, &piece))
		if (eni_str_ends(piece, word))
			return true;
	return false;
}

int
eni_partner_kind_name(struct eni_str name)
{
	for (size_t i = 0; i < sizeof telling / sizeof *telling; i++)
		if (name.n > 0 && says(name, eni_str_of(telling[i].word), telling[i].ends))
			return telling[i].kind;
	return 0;
}
