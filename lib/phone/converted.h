/*
 * First calls and what came of them: of the people who rang for the first time and were answered, how many became clients, by who
 * took the call.  Room: phone.
 */
#ifndef ENI_PHONE_CONVERTED_H
#define ENI_PHONE_CONVERTED_H

#include "base/period.h"
#include "phone/phonelog.h"
#include "phone/phones.h"

struct eni_converted {
	uint32_t callers[ENI_CODES]; /* numbers, by the code of who first spoke with them; 0: not said */
	uint32_t clients[ENI_CODES]; /* those of them that belong to a client by now */
};

/* Sorts the log by number and time.  A caller is new when the number was not on file at the first answered call, either way, or
 * whoever has it came into the book on that very day, at no known hour: inquiry_at is often a day alone, and that call was the
 * inquiry.  A client by now when the number belongs to one, or to a client's family, who came: trial, active, paused, ended or
 * deceased. status: the client column; period: of the first answered call, earlier ones being in the log too. */
void eni_converted_count(struct eni_converted *c, struct eni_phonelog *l, const struct eni_phones *p, struct eni_when now,
    const struct eni_period *period, size_t status);

#endif
