/* Who may be one person, and the next id: who/duplicates.h, who/ids.h. */
#include "unit.h"
#include "who/duplicates.h"
#include "who/ids.h"

/* One pair each: the second is looked for among the first alone. */
static const struct {
	struct eni_traits a, b;
	unsigned score; /* 0: below 60 */
	const char *because;
} pairs[] = {
    {{.name = {"森 清", 7}, .birth = 1}, {.name = {"森清", 6}, .birth = 1}, 75, "name birth"},
    {{.name = {"森 清", 7}, .birth = 1}, {.name = {"森清", 6}, .birth = 2}, 0, ""},
    {{.name = {"森 清", 7}, .birth = ENI_NODAY}, {.name = {"森清", 6}, .birth = ENI_NODAY}, 0, ""},
    {{.phone = {{"03-0123-4567", 12}}, .birth = ENI_NODAY}, {.phone = {{"0301234567", 10}}, .birth = ENI_NODAY}, 0, ""},
    {{.phone = {{"03-0123-4567", 12}}, .birth = 9}, {.phone = {{"", 0}, {"+81-3-0123-4567", 15}}, .birth = 9}, 60, "birth phone"},
    {{.phone = {{"000", 3}}, .birth = 9}, {.phone = {{"000", 3}}, .birth = 9}, 0, ""},
    {{.name = {"モリ", 6}, .birth = 1}, {.name = {"森", 3}, .kana = {"もり", 6}, .birth = 1}, 75, "kana birth"},
    {{.name = {"森", 3}, .address = {"港町1丁目2番3号", 21}, .birth = 1},
	{.name = {"森", 3}, .address = {"港町１－２－３", 21}, .birth = 1}, 90, "name birth address"},
    {{.name = {"森", 3}, .kana = {"もり", 6}, .address = {"港", 3}, .phone = {{"0301234567", 10}}, .birth = 1},
	{.name = {"森", 3}, .kana = {"モリ", 6}, .address = {"港", 3}, .phone = {{"0301234567", 10}}, .birth = 1}, 100,
	"name birth phone address"},
};

static void
test_pairs(void)
{
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
		struct eni_same s = {0};
		struct eni_buf b = {0};
		const struct eni_alike *found;
		size_t n;

		eni_same_add(&s, &pairs[i].a);
		found = eni_same_find(&s, &pairs[i].b, &n);
		is_int(n, pairs[i].score > 0, pairs[i].because);
		is_int(n == 0 ? 0 : found->score, pairs[i].score, pairs[i].because);
		if (n > 0)
			eni_same_text(&b, found->by);
		is_str(eni_buf_str(&b), pairs[i].because, "because");
		eni_buf_free(&b);
		eni_same_free(&s);
	}
}

static void
test_ids(void)
{
	struct eni_ids ids = {0}, none = {0}, wide = {0};

	eni_ids_note(&ids, ENI_S("R007"));
	eni_ids_note(&ids, ENI_S("X120"));
	eni_ids_note(&ids, ENI_S("R009"));
	eni_ids_note(&ids, ENI_S("office"));
	ok(eni_ids_take(&ids, ENI_S("R010")), "R010 is brought by a list");
	ok(!eni_ids_take(&ids, ENI_S("R009")), "R009 is taken");
	is_str(eni_ids_next(&ids), "R011", "after one that is taken");
	is_str(eni_ids_next(&ids), "R012", "and on");
	is_str(eni_ids_next(&none), "C001", "a book without ids");
	eni_ids_note(&wide, ENI_S("99"));
	is_str(eni_ids_next(&wide), "100", "no prefix, one digit more");
	eni_ids_free(&ids);
	eni_ids_free(&none);
	eni_ids_free(&wide);
}

int
main(void)
{
	test_pairs();
	test_ids();
	return unit_done();
}
