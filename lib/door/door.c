/*
 * The door itself: the lock, which files are open for change and in what order they were touched, and the one moment at which all
 * of them take the place of the old ones.  One file as it shall stand is a draft (draft.c); what a change is in CSV or in YAML is
 * said in csv_edit.c and yaml_edit.c.
 */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

#include "book/files.h"
#include "door/csv_edit_priv.h"
#include "door/hand_priv.h"
#include "door/lock_priv.h"
#include "door/new_folder_priv.h"
#include "door/yaml_edit_priv.h"

struct eni_door {
	const char *dir;
	int lock;
	const struct eni_office *office;
	struct eni_door_options opt;
	struct eni_diag *d;
	struct eni_arena arena;
	struct eni_draft **draft; /* in the order in which they were first touched */
	size_t n, cap;
};

struct eni_door *
eni_door_open(const char *dir, const struct eni_office *o, const struct eni_door_options *opt, struct eni_diag *d)
{
	struct eni_door *door;
	int folder, lock = -1;

	if (opt->fresh && eni_fresh_folder(dir, opt->dry_run, d) == -1)
		return NULL;
	/* A dry run leaves nothing behind, not even a lock: it reads like any reader. */
	if (!opt->dry_run && (lock = eni_lock_take(dir, d)) == -1)
		return NULL;
	if (opt->fresh && lock != -1 && eni_fresh_check(dir, d) == -1) {
		close(lock);
		return NULL;
	}
	folder = opt->dry_run ? -1 : open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (folder != -1) {
		eni_replace_sweep(folder, NULL);
		close(folder);
	}
	door = eni_realloc(NULL, sizeof *door);
	*door = (struct eni_door){.lock = lock, .office = o, .opt = *opt, .d = d};
	door->dir = eni_arena_keep(&door->arena, eni_str_of(dir)).p;
	return door;
}

/* ---- drafts ---- */

static struct eni_edit
edit_of(const struct eni_door *door, struct eni_draft *draft, const struct eni_entry *entry, size_t n)
{
	return (struct eni_edit){.draft = draft, .office = door->office, .opt = &door->opt, .d = door->d, .entry = entry, .n = n};
}

static struct eni_draft *
find_draft(const struct eni_door *door, enum eni_kind kind)
{
	for (size_t i = 0; i < door->n; i++)
		if (door->draft[i]->kind == kind)
			return door->draft[i];
	return NULL;
}

static void
keep_draft(struct eni_door *door, struct eni_draft *draft)
{
	door->draft = eni_grow(door->draft, &door->cap, door->n + 1, sizeof(struct eni_draft *));
	door->draft[door->n++] = draft;
}

static int
open_draft(const struct eni_edit *e, const char *path)
{
	struct eni_draft *draft = e->draft;

	if (eni_draft_open(e, path) == -1 || (draft->format == ENI_YAML ? eni_yaml_open(e) : eni_csv_open(e)) == -1)
		return -1;
	draft->id = eni_id_column(draft->kind, draft->field, draft->columns);
	return 0;
}

/* Where the kind's file is, or will be: *workbook is what it will be made of, or NULL.  0 or -1 after eni_fail. */
static int
find_file(struct eni_door *door, enum eni_kind kind, const char **path, const char **workbook, enum eni_format *format)
{
	const char *name;

	*workbook = NULL;
	if (eni_book_file(&door->arena, door->dir, kind, path, format, door->d) == -1)
		return -1;
	if (*path != NULL && *format == ENI_XLSX) {
		name = strrchr(*path, '/') + 1;
		if (!door->opt.convert)
			return eni_fail(door->d, eni_at(name, 0), NULL,
			    "is a workbook, and nothing is written into one: --convert makes %s.csv of it and keeps it as %s.old",
			    eni_kind_name(kind), name);
		*workbook = *path;
		*path = NULL;
		*format = ENI_CSV;
	}
	if (*path == NULL)
		*path = eni_arena_printf(&door->arena, "%s/%s.csv", door->dir, eni_kind_name(kind)).p;
	return 0;
}

/* The draft of the kind's file, opened at the first touch; NULL after eni_fail. */
static struct eni_draft *
touch(struct eni_door *door, enum eni_kind kind, const struct eni_entry *entry, size_t n)
{
	struct eni_draft *draft = find_draft(door, kind);
	enum eni_format format = ENI_CSV;
	struct eni_edit e;
	const char *path, *workbook;

	if (draft != NULL)
		return draft;
	if (find_file(door, kind, &path, &workbook, &format) == -1)
		return NULL;
	draft = eni_realloc(NULL, sizeof *draft);
	*draft = (struct eni_draft){.kind = kind, .format = format, .file = ENI_REPLACEMENT_NONE, .workbook = workbook};
	draft->path = path;
	draft->file.shown = strrchr(path, '/') + 1;
	e = edit_of(door, draft, entry, n);
	if (open_draft(&e, path) == -1) {
		eni_draft_free(draft);
		return NULL;
	}
	keep_draft(door, draft);
	return draft;
}

/* ---- the verbs ---- */

/* The draft of the kind's file, with a column for every entry that needs one; NULL after eni_fail. */
static struct eni_draft *
ready(struct eni_door *door, enum eni_kind kind, const struct eni_entry *entry, size_t n)
{
	struct eni_draft *draft = touch(door, kind, entry, n);
	struct eni_edit e = edit_of(door, draft, entry, n);

	if (draft == NULL || (draft->hand == NULL && (draft->hand = eni_hand_read(&e)) == NULL))
		return NULL;
	if (draft->format != ENI_YAML &&
	    (draft->made || door->opt.add_columns ? eni_csv_add_columns(&e) : eni_edit_judge_columns(&e)) == -1)
		return NULL;
	return draft;
}

/* The entries as the file's neighbours are written. */
static struct eni_entry *
in_hand(struct eni_draft *draft, const struct eni_entry *entry, size_t n)
{
	struct eni_entry *own = eni_arena_take(&draft->arena, (n + 1) * sizeof *own);

	for (size_t i = 0; i < n; i++) {
		uint32_t column = eni_edit_column(draft, entry[i].name);
		const struct eni_field *f = eni_field_find(draft->kind, entry[i].name);

		own[i] = entry[i];
		own[i].value = eni_hand_value(draft->hand, column, f, entry[i].value);
	}
	return own;
}

int
eni_door_need(struct eni_door *door, enum eni_kind kind, const struct eni_entry *entry, size_t n)
{
	return ready(door, kind, entry, n) == NULL ? -1 : 0;
}

int
eni_door_takes(struct eni_door *door, enum eni_kind kind, struct eni_str name)
{
	const struct eni_draft *draft = touch(door, kind, NULL, 0);

	if (draft == NULL)
		return -1;
	return door->opt.add_columns || draft->format == ENI_YAML || eni_edit_column(draft, name) != ENI_NONE;
}

int
eni_door_append(struct eni_door *door, enum eni_kind kind, const struct eni_entry *entry, size_t n)
{
	struct eni_draft *draft = ready(door, kind, entry, n);
	struct eni_edit e;

	if (draft == NULL)
		return -1;
	e = edit_of(door, draft, in_hand(draft, entry, n), n);
	return draft->format == ENI_YAML ? eni_yaml_append(&e) : eni_csv_append(&e);
}

int
eni_door_update(struct eni_door *door, enum eni_kind kind, const struct eni_target *target, const struct eni_entry *entry, size_t n)
{
	struct eni_draft *draft = ready(door, kind, entry, n);
	struct eni_edit e;

	if (draft == NULL)
		return -1;
	e = edit_of(door, draft, in_hand(draft, entry, n), n);
	e.target = target;
	return draft->format == ENI_YAML ? eni_yaml_update(&e) : eni_csv_update(&e);
}

/* What is said of a whole file: neither its BOM nor its last line end. */
static struct eni_str
bare(struct eni_str s)
{
	return eni_str_trim(eni_str_from(s, eni_str_starts(s, ENI_S("\xef\xbb\xbf")) ? 3 : 0));
}

/* A dry run may be about a folder that is still to be made, so it only says. */
int
eni_door_create(struct eni_door *door, const char *name, struct eni_str bytes)
{
	struct eni_draft *draft = eni_realloc(NULL, sizeof *draft);
	struct eni_edit e = edit_of(door, draft, NULL, 0);
	const char *path = eni_arena_printf(&door->arena, "%s/%s", door->dir, name).p;
	int rc = 0;

	*draft = (struct eni_draft){.kind = ENI_KINDS, .file = ENI_REPLACEMENT_NONE};
	draft->file.shown = strrchr(path, '/') + 1;
	if (!door->opt.dry_run)
		rc = eni_replace_open(&draft->file, path, draft->file.shown, door->d);
	if (rc == 0 && draft->file.old != -1)
		rc = eni_fail(door->d, eni_draft_place(draft, 0), NULL, "is there already");
	if (rc == 0)
		eni_buf_add(&draft->tail, bytes);
	eni_edit_say(&e, bare(bytes));
	keep_draft(door, draft);
	return rc;
}

/* ---- writing ---- */

/* First all files beside, which may fail and then nothing has happened; only then one rename after the other. */
static int
write_all(struct eni_door *door)
{
	int rc = 0;

	for (size_t i = 0; rc == 0 && i < door->n; i++)
		rc = eni_draft_write(door->draft[i], door->d);
	for (size_t i = 0; rc == 0 && i < door->n; i++)
		if (eni_draft_is_changed(door->draft[i]))
			rc = eni_replace_swap(&door->draft[i]->file, door->d);
	return rc;
}

static void
drop_drafts(struct eni_door *door)
{
	for (size_t i = 0; i < door->n; i++)
		eni_draft_free(door->draft[i]);
	door->n = 0;
}

/* Signals that would end us wait until the files stand; a file over the size limit then is an error like any other. */
static void
hold_signals(sigset_t *old)
{
	static const int held[] = {SIGTERM, SIGINT, SIGHUP, SIGQUIT, SIGXFSZ};
	sigset_t set;

	sigemptyset(&set);
	for (size_t i = 0; i < sizeof held / sizeof *held; i++)
		sigaddset(&set, held[i]);
	sigprocmask(SIG_BLOCK, &set, old);
}

static void
release_signals(const sigset_t *old)
{
	struct timespec now = {0};
	sigset_t size;

	sigemptyset(&size);
	sigaddset(&size, SIGXFSZ);
	if (!sigismember(old, SIGXFSZ))
		sigtimedwait(&size, NULL, &now);
	sigprocmask(SIG_SETMASK, old, NULL);
}

int
eni_door_commit(struct eni_door *door)
{
	sigset_t old;
	int rc;

	if (door->opt.dry_run)
		rc = 0;
	else {
		hold_signals(&old);
		rc = write_all(door);
		drop_drafts(door);
		release_signals(&old);
	}
	drop_drafts(door);
	return rc;
}

void
eni_door_close(struct eni_door *door)
{
	if (door == NULL)
		return;
	drop_drafts(door);
	free(door->draft);
	if (door->lock != -1)
		close(door->lock);
	eni_arena_free(&door->arena);
	free(door);
}
