/*
 * Libraries that are loaded when they are first asked for, because linked in they would cost every start of every command.  Private
 * to room form.
 */
#ifndef ENI_FORM_LIBRARY_H
#define ENI_FORM_LIBRARY_H

#include <stdbool.h>
#include <stddef.h>

/* A call of the library, and where its pointer goes in the caller's table. */
struct eni_library_call {
	const char *name;
	size_t at;
};

/* Loads it for as long as the program runs and fills in the table: false where this machine has not the file, or not in a version
 * that has all of the calls. */
bool eni_library_load(const char *file, const struct eni_library_call *call, size_t n, void *table);

#endif
