/*
 * libzip, loaded when the first workbook is opened.  Private to room form.
 * Linked in, it would bring OpenSSL with it (for encrypted archives, of which we read none), and every start of every command would
 * take twice as long.
 */
#ifndef ENI_FORM_LIBZIP_H
#define ENI_FORM_LIBZIP_H

#include <zip.h>

/* What we call of it. */
#define ENI_LIBZIP_CALLS(X)                                                                                                        \
	X(zip_source_buffer_create)                                                                                                \
	X(zip_source_free)                                                                                                         \
	X(zip_open_from_source)                                                                                                    \
	X(zip_discard)                                                                                                             \
	X(zip_get_num_entries)                                                                                                     \
	X(zip_name_locate)                                                                                                         \
	X(zip_stat_index)                                                                                                          \
	X(zip_fopen_index)                                                                                                         \
	X(zip_fread)                                                                                                               \
	X(zip_fclose)

#define ENI_LIBZIP_POINTER(call) __typeof__(call) *call;
struct eni_libzip {
	ENI_LIBZIP_CALLS(ENI_LIBZIP_POINTER)
};

/* NULL where this machine has it not.  Lives as long as the program. */
const struct eni_libzip *eni_libzip(void);

#endif
