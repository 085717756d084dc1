/*
 * What the question of a form asks for.  Room: rec.
 * A list has headers, which are known or not (kinds.h); a form has sentences.  They are read by the words in them, and by the
 * person they are about: 您的姓名 is the name of the relative who writes.
 */
#ifndef ENI_REC_QUESTIONS_H
#define ENI_REC_QUESTIONS_H

#include "rec/kinds.h"

/* Whether the question speaks of the client as of somebody else than the one who answers: 老人, ご利用者様, ご本人. */
bool eni_question_is_about_client(struct eni_str question);

/* The field of clients that the question asks for, or NULL.  `apart`: the form has questions about the client as about somebody
 * else, so that 您 is the relative. */
const struct eni_field *eni_question_find(struct eni_str question, bool apart);

#endif
