/*
 * Kinds of office and countries as sets, for the tables that say what an office begins with: its files and columns (outline.c) and
 * its settings (intake init).  Room: book; seen by those two alone, so the names are short.
 */
#ifndef ENI_BOOK_OUTLINE_SETS_H
#define ENI_BOOK_OUTLINE_SETS_H

#include "book/office.h"

#define DAY (UINT64_C(1) << ENI_OFFICE_DAY_SERVICE)
#define CLINIC (UINT64_C(1) << ENI_OFFICE_VISIT_CLINIC)
#define CM (UINT64_C(1) << ENI_OFFICE_CM_OFFICE)
#define HOME (UINT64_C(1) << ENI_OFFICE_NURSING_HOME)
#define EVERY UINT64_MAX
#define HELP (EVERY & ~(DAY | CLINIC | CM | HOME)) /* also every kind of which no line says more, and the unknown one */
#define JP (UINT64_C(1) << ENI_JP)
#define CN (UINT64_C(1) << ENI_CN)
#define BOTH (JP | CN)

static inline bool
is_for(uint64_t set, int member)
{
	return (set >> member & 1) != 0;
}

#endif
