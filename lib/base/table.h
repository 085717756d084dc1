/*
 * Tables indexed by an enumeration.  Room: base.
 * The rows name their places; behind the table stands how many there must be, so that a value more does not compile until it has
 * its row:
 *
 *     enum colour { RED, GREEN, COLOURS };
 *     static const char *const names[] = {[RED] = "red", [GREEN] = "green"};
 *     ENI_ROW_FOR_EACH(names, COLOURS);
 *
 * A table that a header declares is declared there without a size, which would make the assertion true whatever the rows.
 */
#ifndef ENI_BASE_TABLE_H
#define ENI_BASE_TABLE_H

#define ENI_ROW_FOR_EACH(table, count) _Static_assert(sizeof(table) / sizeof *(table) == (count), #table ": a row for each")

#endif
