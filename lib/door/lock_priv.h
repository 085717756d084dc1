/* The lock of a book.  Room: door, seen only there. */
#ifndef ENI_DOOR_LOCK_PRIV_H
#define ENI_DOOR_LOCK_PRIV_H

#include "base/diag.h"

/* Takes the lock of the book; the descriptor to give to close(), or -1 after eni_fail.  Waits at most 30 s. */
int eni_lock_take(const char *dir, struct eni_diag *d);

#endif
