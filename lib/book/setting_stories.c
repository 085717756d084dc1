/*
 * The stories an office tells (stories:): an id that can stand in the journal, a text, and whose story it is.  Room: book.
 */
#include "book/setting.h"

#include "base/text.h"

static const char *const keys[] = {"id", "text", "of"};
enum { KEYS = sizeof keys / sizeof *keys };

static int
refuse(struct eni_load *l, const struct eni_node *at, const char *want)
{
	return eni_fail(l->d, eni_setting_place(l, at), "stories", "want %s", _(want));
}

static bool
is_key(struct eni_str word)
{
	size_t i = 0;

	while (i < KEYS && !eni_str_is(word, keys[i]))
		i++;
	return i < KEYS;
}

/* As it is found again in a cell of topics, or behind the rule's id and a colon. */
static bool
is_good_id(struct eni_str id)
{
	struct eni_str rest = id, piece;

	return eni_piece(&rest, &piece) && piece.n == id.n && memchr(id.p, ':', id.n) == NULL &&
	       memmem(id.p, id.n, "：", 3) == NULL && id.p[0] != '-';
}

/* A text, or texts by language. */
static int
check_text(struct eni_load *l, const struct eni_node *story, const struct eni_node *text)
{
	static const char want[] = N_("text: what is told, or {ja: ..., zh: ..., en: ...}");
	size_t n = text == NULL ? 0 : text->type == ENI_MAP ? text->n : 1;

	if (n == 0)
		return refuse(l, story, want);
	for (size_t i = 0; i < n; i++) {
		const struct eni_node *said = text->type == ENI_MAP ? text->item[i] : text;

		if (eni_str_trim(eni_node_text(said)).n == 0 ||
		    (text->type == ENI_MAP && eni_lang_find(text->key[i]->text) == ENI_LANGS))
			return refuse(l, said, want);
	}
	return 0;
}

static uint32_t
find_folded(const struct eni_office *o, struct eni_str id, struct eni_buf *key)
{
	key->n = 0;
	eni_casefold(key, id);
	return eni_map_get(&o->story_ids, eni_buf_str(key));
}

static int
add_story(struct eni_load *l, const struct eni_node *node)
{
	struct eni_office *o = l->o;
	struct eni_str id = eni_str_trim(eni_node_text(eni_node_get(node, "id"))),
		       of = eni_str_trim(eni_node_text(eni_node_get(node, "of")));
	struct eni_buf key = {0};
	int rc = 0;

	if (node->type != ENI_MAP)
		return refuse(l, node, N_("stories such as {id: garden, text: ..., of: A01}"));
	for (size_t i = 0; i < node->n; i++)
		if (!is_key(node->key[i]->text))
			return refuse(l, node->key[i], N_("the keys id, text and of"));
	if (!is_good_id(id))
		return refuse(l, node, N_("an id without blanks, commas, slashes and colons"));
	if (of.n == 0)
		return refuse(l, node, N_("of: the id of the client whose story it is, or external"));
	if (check_text(l, node, eni_node_get(node, "text")) == -1)
		return -1;
	if (find_folded(o, id, &key) != ENI_NONE)
		rc = refuse(l, node, N_("an id of its own for each story; this one stands twice"));
	else
		eni_map_add(&o->story_ids, eni_arena_keep(&o->arena, eni_buf_str(&key)), (uint32_t)o->n_stories);
	eni_buf_free(&key);
	o->story[o->n_stories++] =
	    (struct eni_story){id, of, eni_str_is(of, "external"), eni_node_get(node, "text"), eni_setting_place(l, node)};
	return rc;
}

int
eni_stories_take(struct eni_load *l, const struct eni_setting *s, const struct eni_node *v)
{
	int rc = 0;

	if (v->type != ENI_SEQ)
		return eni_setting_refuse(l, s, v);
	l->o->story = eni_arena_take(&l->o->arena, (v->n + 1) * sizeof *l->o->story);
	for (size_t i = 0; i < v->n; i++)
		rc |= add_story(l, v->item[i]);
	return rc;
}

struct eni_str
eni_story_text(const struct eni_office *o, const struct eni_story *story, const char *lang)
{
	const struct eni_node *text = story->text, *said;

	if (text->type != ENI_MAP)
		return eni_str_trim(eni_node_text(text));
	said = eni_node_get(text, lang);
	if (said == NULL)
		said = eni_node_get(text, o->lang.p);
	return eni_str_trim(eni_node_text(said == NULL ? text->item[0] : said));
}

uint32_t
eni_story_next(const struct eni_office *o, struct eni_str *topics, struct eni_buf *room)
{
	struct eni_str piece;
	uint32_t found = ENI_NONE;

	while (found == ENI_NONE && o->n_stories > 0 && eni_piece(topics, &piece))
		found = find_folded(o, piece, room);
	return found;
}
