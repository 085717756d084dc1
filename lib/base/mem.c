/* Memory that leaves at once when there is none: see mem.h. */
#include "base/mem.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/uio.h>
#include <unistd.h>

enum { BLOCK = 64 * 1024, BLOCK_MAX = 4 * 1024 * 1024, ALIGN = 8 };

struct eni_block {
	struct eni_block *next;
	size_t size; /* of the whole block */
};

static _Noreturn void
no_memory(void)
{
	static char text[] = ": out of memory\n";
	struct iovec said[] = {{program_invocation_short_name, strlen(program_invocation_short_name)}, {text, sizeof text - 1}};
	ssize_t ignored = writev(STDERR_FILENO, said, 2);

	(void)ignored;
	_exit(2);
}

void *
eni_realloc(void *p, size_t bytes)
{
	void *q = realloc(p, bytes);

	if (q == NULL && bytes > 0)
		no_memory();
	return q;
}

void *
eni_grow(void *p, size_t *cap, size_t want, size_t size)
{
	size_t bytes, n = *cap < 8 ? 8 : *cap;

	if (want <= *cap)
		return p;
	while (n < want)
		if (__builtin_mul_overflow(n, (size_t)2, &n))
			no_memory();
	if (__builtin_mul_overflow(n, size, &bytes))
		no_memory();
	*cap = n;
	return eni_realloc(p, bytes);
}

static void
new_block(struct eni_arena *a, size_t bytes)
{
	/* Blocks grow with the arena, so that small books stay small and large ones need few calls. */
	size_t size = a->total / 4 < BLOCK ? BLOCK : a->total / 4 > BLOCK_MAX ? BLOCK_MAX : a->total / 4;
	struct eni_block *b;

	if (size < bytes + sizeof *b + ALIGN)
		size = bytes + sizeof *b + ALIGN;
	if (size < bytes)
		no_memory();
	b = eni_realloc(NULL, size);
	b->next = a->head;
	b->size = size;
	a->head = b;
	a->at = (char *)(b + 1);
	a->left = size - sizeof *b;
	a->total += size;
}

static void *
take(struct eni_arena *a, size_t bytes, size_t align)
{
	size_t pad = a->at == NULL ? 0 : (align - (uintptr_t)a->at % align) % align;
	char *p;

	if (a->left < pad || a->left - pad < bytes) {
		new_block(a, bytes);
		pad = 0;
	}
	p = a->at + pad;
	a->at = p + bytes;
	a->left -= pad + bytes;
	return p;
}

void *
eni_arena_take(struct eni_arena *a, size_t bytes)
{
	return take(a, bytes, ALIGN);
}

void *
eni_arena_clear(struct eni_arena *a, size_t bytes)
{
	return memset(take(a, bytes, ALIGN), 0, bytes);
}

struct eni_str
eni_arena_keep(struct eni_arena *a, struct eni_str s)
{
	char *p = take(a, s.n + 1, 1);

	if (s.n > 0)
		memcpy(p, s.p, s.n);
	p[s.n] = '\0';
	return (struct eni_str){p, s.n};
}

struct eni_str
eni_arena_pack(struct eni_arena *a, struct eni_str s)
{
	char *p;

	if (s.n == 0)
		return (struct eni_str){"", 0};
	p = take(a, s.n, 1);
	memcpy(p, s.p, s.n);
	return (struct eni_str){p, s.n};
}

struct eni_str
eni_arena_printf(struct eni_arena *a, const char *fmt, ...)
{
	struct eni_buf b = {0};
	struct eni_str s;
	va_list ap;

	va_start(ap, fmt);
	eni_buf_vprintf(&b, fmt, ap);
	va_end(ap);
	s = eni_arena_keep(a, eni_buf_str(&b));
	eni_buf_free(&b);
	return s;
}

void
eni_arena_reset(struct eni_arena *a)
{
	struct eni_block *keep = a->head;

	if (keep == NULL)
		return;
	a->head = keep->next;
	a->at = NULL;
	a->left = 0;
	eni_arena_free(a);
	keep->next = NULL;
	*a = (struct eni_arena){keep, (char *)(keep + 1), keep->size - sizeof *keep, keep->size};
}

void
eni_arena_free(struct eni_arena *a)
{
	struct eni_block *next;

	for (struct eni_block *b = a->head; b != NULL; b = next) {
		next = b->next;
		free(b);
	}
	*a = (struct eni_arena){0};
}

char *
eni_buf_room(struct eni_buf *b, size_t more)
{
	size_t want;

	if (__builtin_add_overflow(b->n, more, &want))
		no_memory();
	b->p = eni_grow(b->p, &b->cap, want == 0 ? 1 : want, 1);
	return b->p + b->n;
}

void
eni_buf_add(struct eni_buf *b, struct eni_str s)
{
	if (s.n == 0)
		return;
	memcpy(eni_buf_room(b, s.n), s.p, s.n);
	b->n += s.n;
}

void
eni_buf_char(struct eni_buf *b, char c)
{
	*eni_buf_room(b, 1) = c;
	b->n++;
}

void
eni_buf_vprintf(struct eni_buf *b, const char *fmt, va_list ap)
{
	va_list again;
	int n;

	va_copy(again, ap);
	n = vsnprintf(NULL, 0, fmt, ap);
	if (n > 0) {
		char *at = eni_buf_room(b, (size_t)n + 1);

		b->n += (size_t)vsnprintf(at, (size_t)n + 1, fmt, again);
	}
	va_end(again);
}

void
eni_buf_printf(struct eni_buf *b, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	eni_buf_vprintf(b, fmt, ap);
	va_end(ap);
}

void
eni_buf_free(struct eni_buf *b)
{
	free(b->p);
	*b = (struct eni_buf){0};
}
