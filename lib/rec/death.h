/*
 * What a text says of death: the client's, somebody else's, or nothing (decision 52); and whom it names.  Room: rec.
 * Words of death, words for those who are not the client, and what shields (看取り希望, 死亡保険, 亡くなっていない) are rows of a
 * table in death.c.  Doubt never harms: a death of which it is not plain that somebody else died it is the client's.
 */
#ifndef ENI_REC_DEATH_H
#define ENI_REC_DEATH_H

#include "base/str.h"

enum eni_death {
	ENI_DEATH_NONE,
	ENI_DEATH_OTHER,    /* 妻死亡, 夫の死去, 老伴去世: the client lives */
	ENI_DEATH_DOUBTFUL, /* 老人走了: they died, or left; enough for silence, and no record of a death */
	ENI_DEATH_CLIENT,   /* also where both died */
	ENI_DEATH_LATER     /* the client's, when they had left; no text says so by itself */
};

/* Of any text as it was written, UTF-8 in any width, of any length; what is no UTF-8 says nothing.  Texts without a word of death
 * are passed over quickly. */
enum eni_death eni_death_read(struct eni_str text);

/* Whether a text names somebody besides the client: a relative, another client, a neighbour, an animal. */
bool eni_names_another(struct eni_str text);

#endif
