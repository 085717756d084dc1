/*
 * What sort of partner it is, as far as a list says it without a column of ours.  Room: who.
 */
#ifndef ENI_WHO_PARTNER_KIND_H
#define ENI_WHO_PARTNER_KIND_H

#include "rec/kinds.h"

/* Codes of ENI_V_REFERRER_KIND, or 0: of a cell that holds nothing but the word for a kind or a service (病院, 通所介護); of a name
 * that has such a word in it (地域包括支援センター西, 南病院　地域連携室). */
int eni_partner_kind_word(struct eni_str cell);
int eni_partner_kind_name(struct eni_str name);

#endif
