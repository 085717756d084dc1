/*
 * Answers of forms: Google Forms, 问卷星, 腾讯问卷, 金数据 and their like (enishi-records(5), FORMS).  Room: form.
 * They dress up their headers, put several answers into a cell or give each option a column of its own.  Here are the texts; which
 * field a question is says eni_bind, and what its columns join into says whoever reads them.
 */
#ifndef ENI_FORM_ANSWERS_H
#define ENI_FORM_ANSWERS_H

#include "rec/kinds.h"

/* A header undressed: parts of it. */
struct eni_question {
	struct eni_str number; /* Q3, 3, 第3题; empty: none */
	struct eni_str text;   /* without number, * （必填） [多选题] and a last colon */
};
struct eni_question eni_question_of(struct eni_str header);

/* The moment at which a form was answered, begun or sent: タイムスタンプ, 提交答卷时间, 結束答题时间. */
bool eni_question_is_moment(struct eni_str text);
/* Whether the i-th of n headers is no question but one that the form adds itself: the number of the answer (序号, 编号) or where it
 * came from (来自IP, 浏览器) beside such a moment. */
bool eni_question_is_own(const struct eni_str *header, size_t n, size_t i);

/* The next place from *at on (0 at first) at which a text can be a question and one of its options: 照护需求:A.助浴, 必要な支援
 * [入浴]. False when there is none left. */
bool eni_question_part(struct eni_str text, size_t *at, struct eni_str *question, struct eni_str *option);
/* The option when the text is nothing else, in brackets or not: (助浴), A.助浴. */
struct eni_str eni_question_option(struct eni_str text);

/* Whether a question for that field can be answered with several words. */
bool eni_takes_several(const struct eni_field *f);
/* Whether a text has the bar, ┋, with which 问卷星 parts answers. */
bool eni_has_answer_bars(struct eni_str s);
/* Whether a cell without such a bar, for a field of one value, is surely the answer as it stands.  Nearly all are, and only their
 * ends are looked at: no (空), no letter of an option, no 〗. */
static inline bool
eni_is_plain_answer(struct eni_str cell)
{
	const unsigned char *p = (const unsigned char *)cell.p, *last;

	if (cell.n < 2)
		return true;
	last = p + cell.n - 1;
	if (p[0] == ' ' || p[0] == '(' || (last[0] == 0x97 && last[-1] == 0x80))
		return false;
	if (p[0] == 0xef) /* of full width: a digit begins neither */
		return cell.n >= 3 && p[2] >= 0x90 && p[2] <= 0x99;
	return p[0] < 'A' || p[0] > 'Z' || (p[1] >= '0' && p[1] <= '9') || (p[1] >= 'A' && p[1] <= 'z');
}
/* A cell as an answer for that field: (空) and (跳过) are empty, ┋ | and line breaks part a list, letters before options (A.) go,
 * 其他〖text〗 is the text.  The cell itself, or a text in the arena. */
struct eni_str eni_answer(struct eni_arena *a, const struct eni_field *f, struct eni_str cell);
/* The same for the column of one option: the option where the cell chooses it, the cell where it says something else, else empty.
 */
struct eni_str eni_answer_option(struct eni_arena *a, const struct eni_field *f, struct eni_str option, struct eni_str cell);

#endif
