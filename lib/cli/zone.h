/*
 * Phone logs kept in another zone (office.yaml calls: {tz}).  Room: cli, since the zone is the process's own.
 */
#ifndef ENI_CLI_ZONE_H
#define ENI_CLI_ZONE_H

#include "phone/phonelog.h"

/* Moves the calls that were read from the zone of the log to the office's.  Calls with a day alone, and those whose row named its
 * zone, stay.  Of an hour that a change of the clocks gives twice, the C library chooses. */
void eni_zone_move(struct eni_phonelog *l);

#endif
