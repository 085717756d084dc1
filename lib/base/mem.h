/*
 * Memory: arenas with one owner, growing buffers, and vectors.  Running out of memory ends the program at once
 * (exit 2, one line on stderr): no caller could answer a list without it, so no caller tests for it.
 * Room: base.
 */
#ifndef ENI_BASE_MEM_H
#define ENI_BASE_MEM_H

#include <stdarg.h>

#include "base/str.h"

/* realloc that never returns NULL; bytes may be 0 only with p NULL.  Give back with free(). */
void *eni_realloc(void *p, size_t bytes);

/* Room for at least `want` elements of `size` bytes in the vector p of capacity *cap (doubling); returns the vector. */
void *eni_grow(void *p, size_t *cap, size_t want, size_t size);

/* An arena: takes are freed together by the one who owns it.  Zero-initialise. */
struct eni_arena {
	struct eni_block *head;
	char *at;
	size_t left;
	size_t total; /* bytes asked from the system */
};

void *eni_arena_take(struct eni_arena *a, size_t bytes);  /* aligned to 8, not cleared */
void *eni_arena_clear(struct eni_arena *a, size_t bytes); /* aligned to 8, zeroed */
/* A copy that lives as long as the arena; NUL-terminated behind its length. */
struct eni_str eni_arena_keep(struct eni_arena *a, struct eni_str s);
/* The same without alignment and without a NUL: for millions of small texts. */
struct eni_str eni_arena_pack(struct eni_arena *a, struct eni_str s);
struct eni_str eni_arena_printf(struct eni_arena *a, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
/* Forgets everything taken but keeps one block for what comes next: for texts that live as long as a row. */
void eni_arena_reset(struct eni_arena *a);
void eni_arena_free(struct eni_arena *a);

/* A growing buffer.  Zero-initialise; eni_buf_free when done. */
struct eni_buf {
	char *p;
	size_t n, cap;
};

void eni_buf_add(struct eni_buf *b, struct eni_str s);
void eni_buf_char(struct eni_buf *b, char c);
void eni_buf_printf(struct eni_buf *b, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
void eni_buf_vprintf(struct eni_buf *b, const char *fmt, va_list ap);
/* At least `more` free bytes behind b->n; the caller fills them and adds to b->n. */
char *eni_buf_room(struct eni_buf *b, size_t more);
void eni_buf_free(struct eni_buf *b);

static inline struct eni_str
eni_buf_str(const struct eni_buf *b)
{
	return (struct eni_str){b->p, b->n};
}

/* What was appended since b->n was `from`. */
static inline struct eni_str
eni_buf_from(const struct eni_buf *b, size_t from)
{
	return eni_str_from(eni_buf_str(b), from);
}

#endif
