/*
 * How old bytes and changes become the new file: the old bytes with patches in their places, then the tail.  Texts stay UTF-8 until
 * here, so that --convert is one switch and no second way.  The old file is copied block by block: a journal may be larger than
 * memory.
 */
#include "door/draft_priv.h"

static int
put_text(struct eni_draft *draft, struct eni_str utf8, struct eni_diag *d)
{
	struct eni_buf bytes = {0};
	int rc;

	if (draft->convert || draft->code.name == NULL)
		return eni_replace_write(&draft->file, utf8, d);
	if (eni_code_put(&draft->code, &bytes, utf8))
		rc = eni_replace_write(&draft->file, eni_buf_str(&bytes), d);
	else
		rc = eni_fail(d, eni_draft_place(draft, 0), NULL, "has a character its encoding cannot hold");
	eni_buf_free(&bytes);
	return rc;
}

/* Old bytes on their way out, block by block; what a block cuts off in the middle of a character stays in it for the next. */
static int
put_block(struct eni_draft *draft, struct eni_buf *block, struct eni_diag *d)
{
	struct eni_buf text = {0};
	size_t done = block->n;
	int rc;

	if (!draft->convert)
		rc = eni_replace_write(&draft->file, eni_buf_str(block), d);
	else {
		done = eni_code_get(&draft->code, &text, eni_buf_str(block));
		rc = eni_replace_write(&draft->file, eni_buf_str(&text), d);
	}
	memmove(block->p, block->p + done, block->n - done);
	block->n -= done;
	eni_buf_free(&text);
	return rc;
}

static int
copy_old(struct eni_draft *draft, off_t from, off_t to, struct eni_diag *d)
{
	enum { LONGEST_CHARACTER = 4 };
	struct eni_buf block = {0};
	int rc = 0;

	while (rc == 0 && from < to && block.n < LONGEST_CHARACTER) {
		size_t want = to - from < ENI_BLOCK ? (size_t)(to - from) : ENI_BLOCK;
		ssize_t got = eni_replace_read(&draft->file, from, eni_buf_room(&block, want), want, d);

		if (got > 0) {
			block.n += (size_t)got;
			from += got;
			rc = put_block(draft, &block, d);
		} else
			rc = got == 0 ? eni_fail(d, eni_draft_place(draft, 0), NULL, "became shorter while it was read; try again")
				      : -1;
	}
	if (rc == 0 && block.n > 0)
		rc = eni_fail(
		    d, eni_draft_place(draft, 0), NULL, "has bytes that are no %s and cannot be converted", draft->code.name);
	eni_buf_free(&block);
	return rc;
}

/* The old bytes with the patches in their places, then the tail. */
static int
compose(struct eni_draft *draft, struct eni_diag *d)
{
	off_t at = 0;

	if (draft->rewritten)
		return copy_old(draft, 0, draft->bom, d) == -1 ? -1 : put_text(draft, eni_buf_str(&draft->whole), d);
	for (size_t i = 0; i < draft->patches; i++) {
		const struct eni_patch *patch = &draft->patch[i];

		if (copy_old(draft, at, patch->at, d) == -1 || put_text(draft, eni_buf_str(&patch->text), d) == -1)
			return -1;
		at = patch->at + patch->old;
	}
	if (draft->file.old != -1 && copy_old(draft, at, draft->file.was.st_size, d) == -1)
		return -1;
	return put_text(draft, eni_buf_str(&draft->tail), d);
}

bool
eni_draft_is_changed(const struct eni_draft *draft)
{
	return draft->rewritten || draft->patches > 0 || draft->tail.n > 0;
}

int
eni_draft_write(struct eni_draft *draft, struct eni_diag *d)
{
	if (!eni_draft_is_changed(draft))
		return 0;
	eni_replace_sweep(draft->file.folder, draft->file.name);
	if (eni_replace_begin(&draft->file, d) == -1 || compose(draft, d) == -1)
		return -1;
	return eni_replace_end(&draft->file, d);
}
