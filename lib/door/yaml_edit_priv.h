/* Changes to a draft in YAML: each returns 0, or -1 after eni_fail; a refused entry leaves the draft as it was.  Room: door, seen
 * only there. */
#ifndef ENI_DOOR_YAML_EDIT_PRIV_H
#define ENI_DOOR_YAML_EDIT_PRIV_H

#include "door/draft_priv.h"

int eni_yaml_open(const struct eni_edit *e);
int eni_yaml_append(const struct eni_edit *e);
int eni_yaml_update(const struct eni_edit *e);

#endif
