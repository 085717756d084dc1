/* Any bytes as the texts of a reminder: lines that keep to RFC 5545, and that say those texts. */
#include "../unit/any_text.h"
#include "fuzz.h"

int
LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t n)
{
	fuzz_promise(fault_with((struct eni_str){(const char *)bytes, n}) == NULL);
	return 0;
}
