/* What the fuzz targets share: bytes as a file, and messages that are worded but not read.  A target aborts where a promise breaks.
 */
#ifndef ENI_TESTS_FUZZ_H
#define ENI_TESTS_FUZZ_H

#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/diag.h"

/* The fuzzer's entry: its bytes, and 0 when done. */
int LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t n);

struct fuzz_file {
	int fd;
	char path[32];
};

static inline struct fuzz_file
fuzz_file(const unsigned char *bytes, size_t n)
{
	struct fuzz_file f = {.fd = memfd_create("fuzz", MFD_CLOEXEC)};

	if (f.fd == -1 || write(f.fd, bytes, n) != (ssize_t)n)
		abort();
	snprintf(f.path, sizeof f.path, "/proc/self/fd/%d", f.fd);
	return f;
}

static inline struct eni_diag
fuzz_diag(void)
{
	static FILE *nowhere;

	if (nowhere == NULL && (nowhere = fopen("/dev/null", "w")) == NULL)
		abort();
	return (struct eni_diag){.prog = "fuzz", .out = nowhere};
}

static inline void
fuzz_promise(int kept)
{
	if (!kept)
		abort();
}

#endif
