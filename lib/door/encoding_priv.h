/* The encoding of a file that is changed.  Room: door, seen only there. */
#ifndef ENI_DOOR_ENCODING_PRIV_H
#define ENI_DOOR_ENCODING_PRIV_H

#include <iconv.h>

#include "base/diag.h"

struct eni_code {
	const char *name; /* iconv's, or NULL: the file is UTF-8 and nothing is converted */
	iconv_t to, from;
};

int eni_code_open(struct eni_code *c, const char *name, struct eni_place at, struct eni_diag *d);
void eni_code_close(struct eni_code *c);
/* Appends UTF-8 text in the file's encoding.  False, and nothing appended, when that cannot hold it. */
bool eni_code_put(const struct eni_code *c, struct eni_buf *out, struct eni_str utf8);
/* Appends bytes of the file as UTF-8 and returns how many were converted: fewer than all where they are broken off or wrong. */
size_t eni_code_get(const struct eni_code *c, struct eni_buf *out, struct eni_str bytes);

#endif
