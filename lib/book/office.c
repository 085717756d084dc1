/*
 * An office: its defaults, then what office.yaml says (setting.c), then answers about it.  See office.h.  Room: book.
 */
#include "book/office.h"

#include <sys/stat.h>

#include "base/num.h"
#include "book/setting.h"
#include "form/source.h"

enum { MON_TO_FRI = 0x1f, MON_TO_SAT = 0x3f };

/* What differs between countries when the file does not say it. */
static const struct {
	const char *zone, *lang;
	enum eni_holidays holidays;
	int decimals;
} countries[] = {
    [ENI_JP] = {"Asia/Tokyo", "ja", ENI_HOLIDAYS_JP, 0},
    [ENI_CN] = {"Asia/Shanghai", "zh", ENI_HOLIDAYS_CN, 2},
};
ENI_ROW_FOR_EACH(countries, ENI_COUNTRIES);

static void
set_defaults(struct eni_office *o)
{
	o->country = eni_str_is(eni_str_trim(eni_node_text(eni_office_get(o, "office.country"))), "cn") ? ENI_CN : ENI_JP;
	o->zone = eni_str_of(countries[o->country].zone);
	o->lang = eni_str_of(countries[o->country].lang);
	o->decimals = countries[o->country].decimals;
	o->own = (struct eni_calendar){.open = MON_TO_SAT, .holidays = ENI_HOLIDAYS_OPEN};
	o->partner = (struct eni_calendar){.open = MON_TO_FRI, .holidays = countries[o->country].holidays};
	o->records_from = ENI_NODAY;
	o->contact_hours = (struct eni_hours){9 * 60, 18 * 60};
	o->hold_reason = ENI_REASON_HOSPITAL;
	o->hold_for = (struct eni_span){3, ENI_MONTHS};
	o->stale_after = (struct eni_span){90, ENI_DAYS};
	o->change_after = 3;
	o->calls_lost_after = (struct eni_span){48, ENI_HOURS};
	o->defaults.channel = ENI_CHANNEL_CALL;
	o->defaults.outcome = ENI_OUTCOME_DONE;
	o->bands.mild_from = 61, o->bands.mild_to = 99;
	o->bands.moderate_from = 41, o->bands.moderate_to = 60;
	o->bands.severe_from = 0, o->bands.severe_to = 40;
	o->bands.independent_from = 100;
}

/* Known before the walk, because values: may name them. */
static void
keep_own_fields(struct eni_office *o)
{
	const struct eni_node *list = eni_office_get(o, "fields");

	for (size_t i = 0; list != NULL && list->type == ENI_SEQ && i < list->n; i++)
		eni_map_add(&o->own_fields, eni_str_trim(eni_node_text(list->item[i])), 0);
}

/* A dangling link is a file that should be there: reading it will say so. */
static bool
is_there(const char *path)
{
	struct stat st;

	return lstat(path, &st) == 0;
}

static int
read_tree(struct eni_office *o, const char *dir, struct eni_diag *d)
{
	const char *path = eni_path_in(&o->arena, dir, ENI_S("office.yaml"));
	struct stat st;

	if (!is_there(path)) {
		if (stat(dir, &st) == 0 && S_ISDIR(st.st_mode))
			return 0;
		return eni_fail(d, eni_at(dir, 0), NULL, "no such folder; want a book, a folder of record files");
	}
	if (eni_source_is_file(path, d) == -1)
		return -1;
	o->file = path;
	o->root = eni_tree_read(&o->arena, path, d);
	if (o->root != NULL && o->root->type != ENI_MAP)
		return eni_fail(d, eni_at(path, o->root->line), NULL, "want settings such as office: {kind: day_service}");
	return o->root == NULL ? -1 : 0;
}

/* A zone that was written is checked at its line; this is the country's own, missing only where tzdata is. */
static int
check_zone(const struct eni_office *o, struct eni_diag *d)
{
	if (eni_office_get(o, "office.tz") != NULL || eni_zone_known(o->zone))
		return 0;
	return eni_fail(d, ENI_NOWHERE, "office.tz", "this machine does not know %.*s; install tzdata, or look at TZDIR",
	    (int)o->zone.n, o->zone.p);
}

int
eni_office_read(struct eni_office *o, const char *dir, struct eni_diag *d)
{
	int rc;

	*o = (struct eni_office){0};
	rc = read_tree(o, dir, d);
	if (rc == 0) {
		set_defaults(o);
		keep_own_fields(o);
		rc = o->root == NULL ? 0 : eni_settings_read(o, d);
	}
	if (rc == 0)
		rc = check_zone(o, d);
	if (rc != 0) {
		eni_office_free(o);
		return -1;
	}
	if (o->calls_zone.n == 0)
		o->calls_zone = o->zone;
	return 0;
}

void
eni_office_free(struct eni_office *o)
{
	eni_map_free(&o->aliases);
	eni_map_free(&o->values);
	eni_map_free(&o->story_ids);
	eni_map_free(&o->own_fields);
	eni_arena_free(&o->arena);
	*o = (struct eni_office){0};
}

const struct eni_node *
eni_office_get(const struct eni_office *o, const char *path)
{
	const struct eni_node *node = o->root;
	struct eni_buf key = {0};

	for (const char *end; path != NULL && node != NULL; path = *end == '.' ? end + 1 : NULL) {
		end = strchrnul(path, '.');
		key.n = 0;
		eni_buf_add(&key, (struct eni_str){path, (size_t)(end - path)});
		eni_buf_char(&key, '\0');
		node = eni_node_get(node, key.p);
	}
	eni_buf_free(&key);
	return node != NULL && node->type == ENI_SCALAR && !node->quoted && node->text.n == 0 ? NULL : node;
}

int
eni_office_kind(const struct eni_office *o)
{
	return eni_word_known(eni_word_find(ENI_V_OFFICE_KIND, eni_node_text(eni_office_get(o, "office.kind"))));
}

int64_t
eni_office_horizon(const struct eni_office *o)
{
	int64_t months;

	return eni_count_parse(eni_node_text(eni_office_get(o, "ltv.horizon")), &months) == 1 ? months : ENI_USUAL_HORIZON;
}

struct eni_str
eni_office_value(const struct eni_office *o, struct eni_str field, struct eni_str word)
{
	struct eni_buf key = {0};
	uint32_t i;

	if (o->values.n == 0)
		return (struct eni_str){NULL, 0};
	eni_value_key(&key, field, word);
	i = eni_map_get(&o->values, eni_buf_str(&key));
	eni_buf_free(&key);
	return i == ENI_NONE ? (struct eni_str){NULL, 0} : o->value_code[i];
}

bool
eni_office_has_field(const struct eni_office *o, struct eni_str name)
{
	return eni_map_get(&o->own_fields, name) != ENI_NONE;
}

const char *
eni_path_in(struct eni_arena *a, const char *dir, struct eni_str name)
{
	bool bare = (name.n > 0 && name.p[0] == '/') || strcmp(dir, ".") == 0;

	return eni_arena_printf(a, "%s%s%.*s", bare ? "" : dir, bare ? "" : "/", (int)name.n, name.p).p;
}

int
eni_office_when(const struct eni_office *o, struct eni_str cell, struct eni_when *out)
{
	bool utc = false;
	int got = eni_when_parse(cell, out, &utc);

	if (got == 1 && utc)
		*out = eni_when_add(*out, (struct eni_span){o->utc_minutes, ENI_MINUTES}, 1);
	return got;
}
