/* libzip: see libzip.h. */
#include "form/libzip.h"

#include "form/library.h"

#define ROW(call) {#call, offsetof(struct eni_libzip, call)},

const struct eni_libzip *
eni_libzip(void)
{
	/* 5 differs from 4 in what writers use. */
	static const char *const file[] = {"libzip.so.4", "libzip.so.5", "libzip.so"};
	static const struct eni_library_call calls[] = {ENI_LIBZIP_CALLS(ROW)};
	static struct eni_libzip library;
	static bool loaded;

	for (size_t i = 0; !loaded && i < sizeof file / sizeof *file; i++)
		loaded = eni_library_load(file[i], calls, sizeof calls / sizeof *calls, &library);
	return loaded ? &library : NULL;
}
