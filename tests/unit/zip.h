/* An archive written by the test itself, each part stored as it is: what a workbook is packed in. */
#ifndef ENI_TESTS_ZIP_H
#define ENI_TESTS_ZIP_H

#include "base/mem.h"

struct zip_out {
	struct eni_buf bytes, directory;
	unsigned parts;
};

static inline void
zip_number(struct eni_buf *out, uint32_t value, int bytes)
{
	for (int i = 0; i < bytes; i++)
		eni_buf_char(out, (char)(unsigned char)(value >> (8 * i)));
}

static inline uint32_t
zip_crc(struct eni_str s)
{
	uint32_t crc = 0xffffffff;

	for (size_t i = 0; i < s.n; i++) {
		crc ^= (unsigned char)s.p[i];
		for (int k = 0; k < 8; k++)
			crc = crc >> 1 ^ (0xedb88320 & (0 - (crc & 1)));
	}
	return ~crc;
}

/* What both the part and the directory say of it. */
static inline void
zip_about(struct eni_buf *out, const char *name, struct eni_str text)
{
	zip_number(out, 20, 2);         /* version needed */
	zip_number(out, 0, 2);          /* flags */
	zip_number(out, 0, 2);          /* stored */
	zip_number(out, 0x21 << 16, 4); /* 1980-01-01 00:00 */
	zip_number(out, zip_crc(text), 4);
	zip_number(out, (uint32_t)text.n, 4);
	zip_number(out, (uint32_t)text.n, 4);
	zip_number(out, (uint32_t)strlen(name), 2);
	zip_number(out, 0, 2);
}

static inline void
zip_add(struct zip_out *z, const char *name, struct eni_str text)
{
	uint32_t at = (uint32_t)z->bytes.n;

	eni_buf_add(&z->bytes, ENI_S("PK\003\004"));
	zip_about(&z->bytes, name, text);
	eni_buf_add(&z->bytes, eni_str_of(name));
	eni_buf_add(&z->bytes, text);
	eni_buf_add(&z->directory, ENI_S("PK\001\002"));
	zip_number(&z->directory, 20, 2);
	zip_about(&z->directory, name, text);
	zip_number(&z->directory, 0, 4); /* neither comment nor further disks */
	zip_number(&z->directory, 0, 2);
	zip_number(&z->directory, 0, 4);
	zip_number(&z->directory, at, 4);
	eni_buf_add(&z->directory, eni_str_of(name));
	z->parts++;
}

/* The whole archive is in z->bytes then. */
static inline void
zip_end(struct zip_out *z)
{
	uint32_t at = (uint32_t)z->bytes.n;

	eni_buf_add(&z->bytes, eni_buf_str(&z->directory));
	eni_buf_add(&z->bytes, ENI_S("PK\005\006"));
	zip_number(&z->bytes, 0, 4);
	zip_number(&z->bytes, z->parts, 2);
	zip_number(&z->bytes, z->parts, 2);
	zip_number(&z->bytes, (uint32_t)z->directory.n, 4);
	zip_number(&z->bytes, at, 4);
	zip_number(&z->bytes, 0, 2);
	eni_buf_free(&z->directory);
}

#endif
