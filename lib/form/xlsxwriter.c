/* libxlsxwriter: see xlsxwriter.h. */
#include "form/xlsxwriter.h"

#include "form/library.h"

#define ROW(call) {#call, offsetof(struct eni_xlsxwriter, call)},

const struct eni_xlsxwriter *
eni_xlsxwriter(void)
{
	static const struct eni_library_call calls[] = {ENI_XLSXWRITER_CALLS(ROW)};
	static struct eni_xlsxwriter library;
	static bool loaded;

	if (!loaded)
		loaded = eni_library_load(ENI_XLSXWRITER, calls, sizeof calls / sizeof *calls, &library);
	return loaded ? &library : NULL;
}
