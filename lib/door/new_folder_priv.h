/* The folder of a new book.  Room: door, seen only there. */
#ifndef ENI_DOOR_NEW_FOLDER_PRIV_H
#define ENI_DOOR_NEW_FOLDER_PRIV_H

#include "base/diag.h"

/* Makes the folder (0700) where it is missing, else sees that nothing but a lock stands in it.  0 or -1 after eni_fail. */
int eni_fresh_folder(const char *dir, bool dry_run, struct eni_diag *d);
/* Only the second half: again under the lock, for two may start the same book. */
int eni_fresh_check(const char *dir, struct eni_diag *d);

#endif
