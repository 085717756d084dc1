/*
 * The built-in public holidays, as data: a new year is a few rows here, or a file in the book (see calendar.h).
 * Room: rule.  Japan 2026 and 2027: the list of the Cabinet Office.  China 2026: State Council notice of 2025-11-04,
 * with the weekend days that are worked instead.
 */
#include "rule/calendar.h"

enum { OFF = false, WORK = true };

static const struct eni_holiday japan[] = {
    {20260101, 20260101, OFF}, /* 元日 */
    {20260112, 20260112, OFF}, /* 成人の日 */
    {20260211, 20260211, OFF}, /* 建国記念の日 */
    {20260223, 20260223, OFF}, /* 天皇誕生日 */
    {20260320, 20260320, OFF}, /* 春分の日 */
    {20260429, 20260429, OFF}, /* 昭和の日 */
    {20260503, 20260506, OFF}, /* 憲法記念日, みどりの日, こどもの日, 休日 */
    {20260720, 20260720, OFF}, /* 海の日 */
    {20260811, 20260811, OFF}, /* 山の日 */
    {20260921, 20260923, OFF}, /* 敬老の日, 休日, 秋分の日 */
    {20261012, 20261012, OFF}, /* スポーツの日 */
    {20261103, 20261103, OFF}, /* 文化の日 */
    {20261123, 20261123, OFF}, /* 勤労感謝の日 */
    {20270101, 20270101, OFF}, /* 元日 */
    {20270111, 20270111, OFF}, /* 成人の日 */
    {20270211, 20270211, OFF}, /* 建国記念の日 */
    {20270223, 20270223, OFF}, /* 天皇誕生日 */
    {20270321, 20270322, OFF}, /* 春分の日, 休日 */
    {20270429, 20270429, OFF}, /* 昭和の日 */
    {20270503, 20270505, OFF}, /* 憲法記念日, みどりの日, こどもの日 */
    {20270719, 20270719, OFF}, /* 海の日 */
    {20270811, 20270811, OFF}, /* 山の日 */
    {20270920, 20270920, OFF}, /* 敬老の日 */
    {20270923, 20270923, OFF}, /* 秋分の日 */
    {20271011, 20271011, OFF}, /* スポーツの日 */
    {20271103, 20271103, OFF}, /* 文化の日 */
    {20271123, 20271123, OFF}, /* 勤労感謝の日 */
};

static const struct eni_holiday china[] = {
    {20260101, 20260103, OFF},  /* 元旦 */
    {20260104, 20260104, WORK}, /* Sunday */
    {20260214, 20260214, WORK}, /* Saturday */
    {20260215, 20260223, OFF},  /* 春节 */
    {20260228, 20260228, WORK}, /* Saturday */
    {20260404, 20260406, OFF},  /* 清明节 */
    {20260501, 20260505, OFF},  /* 劳动节 */
    {20260509, 20260509, WORK}, /* Saturday */
    {20260619, 20260621, OFF},  /* 端午节 */
    {20260920, 20260920, WORK}, /* Sunday */
    {20260925, 20260927, OFF},  /* 中秋节 */
    {20261001, 20261007, OFF},  /* 国庆节 */
    {20261010, 20261010, WORK}, /* Saturday */
};

const struct eni_holiday *
eni_holidays_builtin(enum eni_holidays country, size_t *n)
{
	switch (country) {
	case ENI_HOLIDAYS_JP:
		*n = sizeof japan / sizeof *japan;
		return japan;
	case ENI_HOLIDAYS_CN:
		*n = sizeof china / sizeof *china;
		return china;
	case ENI_HOLIDAYS_OPEN:
	case ENI_HOLIDAY_CALENDARS:
		break;
	}
	*n = 0;
	return NULL;
}
