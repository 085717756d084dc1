/* libxlsxwriter: see xlsxwriter.h. */
#include "form/xlsxwriter.h"

#include <dlfcn.h>
#include <stddef.h>
#include <string.h>

#define ROW(call) {#call, offsetof(struct eni_xlsxwriter, call)},

const struct eni_xlsxwriter *
eni_xlsxwriter(void)
{
	static const struct {
		const char *name;
		size_t at;
	} calls[] = {ENI_XLSXWRITER_CALLS(ROW)};
	static struct eni_xlsxwriter library;
	static void *handle;

	if (handle != NULL)
		return &library;
	handle = dlopen(ENI_XLSXWRITER, RTLD_NOW | RTLD_LOCAL);
	for (size_t i = 0; handle != NULL && i < sizeof calls / sizeof *calls; i++) {
		void *call = dlsym(handle, calls[i].name);

		if (call == NULL) {
			dlclose(handle);
			handle = NULL;
			break;
		}
		/* ISO C has no conversion of one into the other */
		memcpy((char *)&library + calls[i].at, &call, sizeof call);
	}
	return handle == NULL ? NULL : &library;
}
