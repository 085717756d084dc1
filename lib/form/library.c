/* Libraries loaded on demand: see library.h. */
#include "form/library.h"

#include <dlfcn.h>
#include <string.h>

bool
eni_library_load(const char *file, const struct eni_library_call *call, size_t n, void *table)
{
	void *handle = dlopen(file, RTLD_NOW | RTLD_LOCAL);

	for (size_t i = 0; handle != NULL && i < n; i++) {
		void *found = dlsym(handle, call[i].name);

		if (found == NULL) {
			dlclose(handle);
			return false;
		}
		/* ISO C has no conversion of one into the other */
		memcpy((char *)table + call[i].at, &found, sizeof found);
	}
	return handle != NULL;
}
