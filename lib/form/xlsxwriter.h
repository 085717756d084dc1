/*
 * libxlsxwriter, loaded when it is first asked for.  Private to room form.
 * Linked in, it would bring OpenSSL with it (for sums of pictures, of which we write none), and every start of every command would
 * take twice as long.
 */
#ifndef ENI_FORM_XLSXWRITER_H
#define ENI_FORM_XLSXWRITER_H

#include <xlsxwriter.h>

/* Its file, by the version that we are compiled for. */
#define ENI_XLSXWRITER "libxlsxwriter.so." LXW_SOVERSION

/* What we call of it. */
#define ENI_XLSXWRITER_CALLS(X)                                                                                                    \
	X(workbook_new_opt)                                                                                                        \
	X(workbook_add_format)                                                                                                     \
	X(workbook_add_worksheet)                                                                                                  \
	X(workbook_set_properties)                                                                                                 \
	X(workbook_close)                                                                                                          \
	X(format_set_align)                                                                                                        \
	X(format_set_bg_color)                                                                                                     \
	X(format_set_bold)                                                                                                         \
	X(format_set_font_name)                                                                                                    \
	X(format_set_num_format)                                                                                                   \
	X(format_set_text_wrap)                                                                                                    \
	X(worksheet_autofilter)                                                                                                    \
	X(worksheet_data_validation_range)                                                                                         \
	X(worksheet_fit_to_pages)                                                                                                  \
	X(worksheet_freeze_panes)                                                                                                  \
	X(worksheet_gridlines)                                                                                                     \
	X(worksheet_ignore_errors)                                                                                                 \
	X(worksheet_print_area)                                                                                                    \
	X(worksheet_repeat_rows)                                                                                                   \
	X(worksheet_set_column)                                                                                                    \
	X(worksheet_set_default_row)                                                                                               \
	X(worksheet_set_footer)                                                                                                    \
	X(worksheet_set_header)                                                                                                    \
	X(worksheet_set_landscape)                                                                                                 \
	X(worksheet_set_margins)                                                                                                   \
	X(worksheet_set_paper)                                                                                                     \
	X(worksheet_set_row)                                                                                                       \
	X(worksheet_write_blank)                                                                                                   \
	X(worksheet_write_number)                                                                                                  \
	X(worksheet_write_string)

#define ENI_XLSXWRITER_POINTER(call) __typeof__(call) *call;
struct eni_xlsxwriter {
	ENI_XLSXWRITER_CALLS(ENI_XLSXWRITER_POINTER)
};

/* NULL where this machine has it not.  Lives as long as the program. */
const struct eni_xlsxwriter *eni_xlsxwriter(void);

#endif
