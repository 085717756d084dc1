/* The hand in which days are written: see day_hand.h. */
#include "base/day_hand.h"

#include <stdio.h>

#include "base/scan.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))

/*
 * Letters behind a % in a form: Y y z (year: western, of the era as 8 or 08), m d H M S (numbers), G K E e W (the era: 令和 令 R r
 * Ｒ), a u n (the weekday: 土 六 Sat), 8 6 (20261120, 081120) and N (46346, the day of a spreadsheet).
 */

static const char *const weekday_name[][ENI_WEEK] = {
    {"月", "火", "水", "木", "金", "土", "日"},
    {"一", "二", "三", "四", "五", "六", "日"},
    {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"},
};
static const char weekday_letter[] = "aun";

enum { SERIAL_ZERO = -25569 /* 1899-12-30 */ };

/* ---- writing ---- */

static void
put_number(struct eni_buf *out, int n, int width, bool wide)
{
	char digits[16];
	int len = snprintf(digits, sizeof digits, "%0*d", width, n);

	for (int i = 0; i < len; i++)
		if (wide)
			eni_buf_printf(out, "\xef\xbc%c", (char)(0x90 + digits[i] - '0'));
		else
			eni_buf_char(out, digits[i]);
}

static void
put_era(struct eni_buf *out, char letter, const struct eni_era *era)
{
	char c = era->letter[0];

	if (letter == 'G' || letter == 'K')
		eni_buf_add(out, (struct eni_str){era->name, strlen(era->name) / (letter == 'K' ? 2 : 1)});
	else if (letter == 'W')
		eni_buf_printf(out, "\xef\xbc%c", (char)(0xa1 + c - 'A'));
	else
		eni_buf_char(out, letter == 'e' ? (char)(c - 'A' + 'a') : c);
}

/* The numbers of a moment, and how small ones are written. */
struct moment {
	struct eni_when w;
	int year, month, day, second;
	struct eni_era era;
	bool has_era, pad, wide;
};

static struct moment
split(struct eni_when w, bool pad, bool wide)
{
	struct moment m = {.w = w, .pad = pad, .wide = wide};

	eni_day_split(w.day, &m.year, &m.month, &m.day);
	m.has_era = eni_day_era(w.day, &m.era);
	return m;
}

static void
put_part(struct eni_buf *out, char letter, const struct moment *m)
{
	int small = m->pad ? 2 : 1, date = m->month * 100 + m->day;
	const struct {
		char letter;
		int n, width;
	} number[] = {{'Y', m->year, 4}, {'y', m->era.year, 1}, {'z', m->era.year, 2}, {'m', m->month, small}, {'d', m->day, small},
	    {'H', m->w.minute / 60, small}, {'M', m->w.minute % 60, 2}, {'S', m->second, 2}, {'8', m->year * 10000 + date, 8},
	    {'6', m->era.year * 10000 + date, 6}, {'N', m->w.day - SERIAL_ZERO, 5}};
	const char *set = strchr(weekday_letter, letter);

	for (size_t i = 0; i < COUNT(number); i++)
		if (number[i].letter == letter) {
			put_number(out, number[i].n, number[i].width, m->wide);
			return;
		}
	if (set != NULL)
		eni_buf_add(out, eni_str_of(weekday_name[set - weekday_letter][eni_day_weekday(m->w.day)]));
	else
		put_era(out, letter, &m->era);
}

static void
put_form(struct eni_buf *out, const char *form, const struct moment *m)
{
	for (; *form != '\0'; form++)
		if (*form == '%')
			put_part(out, *++form, m);
		else
			eni_buf_char(out, *form);
}

/* ---- seeing ---- */

/* A form in the making, and what is left of the cell it is made of. */
struct reading {
	struct eni_str rest;
	struct moment m;
	struct eni_buf form;
	unsigned parts;    /* numbers taken: year, month, day, hour, minute, second */
	bool era, digit;   /* the era was named; what was taken last is a number */
	bool padded, bare; /* a small number stood there as 08; as 8 */
};

/* A digit of either width at the start of s: its length in bytes, or 0. */
static size_t
digit(struct eni_str s, int *value, bool *wide)
{
	if (s.n > 0 && s.p[0] >= '0' && s.p[0] <= '9') {
		*value = s.p[0] - '0';
		*wide = false;
		return 1;
	}
	if (s.n < 3 || memcmp(s.p, "\xef\xbc", 2) != 0 || (unsigned char)s.p[2] < 0x90 || (unsigned char)s.p[2] > 0x99)
		return 0;
	*value = (unsigned char)s.p[2] - 0x90;
	*wide = true;
	return 3;
}

/* The letter of the number that comes next, by the digits it has; 0: none of ours. */
static char
letter_of(const struct reading *r, size_t digits, int value)
{
	static const char small[] = "?mdHMS", western[10] = {[4] = 'Y', [5] = 'N', [8] = '8'};

	if (r->parts > 0)
		return (char)(r->parts < sizeof small - 1 && digits <= 2 ? small[r->parts] : 0);
	if (digits > 2)
		return r->era ? (char)(digits == 6 ? '6' : 0) : western[digits];
	return (char)(!r->m.has_era ? 0 : digits == 2 && value < 10 ? 'z' : 'y');
}

static bool
take_number(struct reading *r)
{
	int value = 0, one;
	size_t digits = 0, n;
	char letter;

	for (; digits < 9 && (n = digit(r->rest, &one, &r->m.wide)) > 0; digits++) {
		value = value * 10 + one;
		r->rest = eni_str_from(r->rest, n);
	}
	letter = letter_of(r, digits, value);
	if (letter == 0)
		return false;
	if (letter == 'S')
		r->m.second = value;
	if (strchr("mdH", letter) != NULL) {
		r->padded |= digits == 2 && value < 10;
		r->bare |= digits == 1;
	}
	r->parts = strchr("86N", letter) != NULL ? 3 : r->parts + 1;
	eni_buf_printf(&r->form, "%%%c", letter);
	r->digit = true;
	return true;
}

static bool
take_as(struct reading *r, const char *text, char letter)
{
	if (text[0] == '\0' || !eni_str_starts(r->rest, eni_str_of(text)))
		return false;
	r->rest = eni_str_from(r->rest, strlen(text));
	eni_buf_printf(&r->form, "%%%c", letter);
	return true;
}

static bool
take_era(struct reading *r)
{
	static const char letters[] = "GKEeW";

	for (const char *l = letters; r->m.has_era && r->parts == 0 && !r->era && *l != '\0'; l++) {
		struct eni_buf text = {0};

		put_era(&text, *l, &r->m.era);
		eni_buf_char(&text, '\0');
		r->era = take_as(r, text.p, *l);
		eni_buf_free(&text);
		if (r->era)
			return true;
	}
	return false;
}

/* Right behind a number 日 is the mark of the day, not the weekday. */
static bool
take_weekday(struct reading *r)
{
	for (size_t i = 0; r->parts >= 3 && !r->digit && i < COUNT(weekday_name); i++)
		if (take_as(r, weekday_name[i][eni_day_weekday(r->m.w.day)], weekday_letter[i]))
			return true;
	return false;
}

/* What stands between numbers and is copied as it is.  Anything else may say something of that one day alone. */
static bool
take_mark(struct reading *r)
{
	static const char *const marks[] = {"-", "/", ".", ":", " ", "T", ",", "(", ")", "年", "月", "日", "号", "時", "时", "点",
	    "分", "（", "）", "　", "／", "．", "：", "－", "ー", "−", "‐", "曜日", "曜", "周", "星期", "礼拜"};

	for (size_t i = 0; i < COUNT(marks); i++)
		if (eni_str_starts(r->rest, eni_str_of(marks[i]))) {
			eni_buf_add(&r->form, eni_str_of(marks[i]));
			r->rest = eni_str_from(r->rest, strlen(marks[i]));
			return true;
		}
	return false;
}

/* Takes what comes next; false where it is nothing we would write. */
static bool
take(struct reading *r)
{
	int value;
	bool wide;

	if (digit(r->rest, &value, &wide) > 0)
		return take_number(r);
	if (!take_era(r) && !take_weekday(r) && !take_mark(r))
		return false;
	r->digit = false;
	return true;
}

/* The time begins behind the day with a blank, a T or a number. */
static bool
begins_clock(const struct reading *r)
{
	int value;
	bool wide;

	return r->parts >= 3 && (digit(r->rest, &value, &wide) > 0 || r->rest.p[0] == ' ' || r->rest.p[0] == 'T' ||
				    eni_str_starts(r->rest, ENI_S("　")));
}

/* Whether the form gives back the text it was made of. */
static bool
gives(struct reading *r, struct eni_str text)
{
	struct eni_buf back = {0};
	bool same = false;

	eni_buf_char(&r->form, '\0');
	r->m.pad = r->padded;
	if (r->form.n <= ENI_HAND_FORM) {
		put_form(&back, r->form.p, &r->m);
		same = eni_str_eq(eni_buf_str(&back), text);
	}
	eni_buf_free(&back);
	return same;
}

/* The place of that form, or n. */
static size_t
find_form(const struct eni_hand_form *form, size_t n, const struct eni_hand_form *like)
{
	size_t i = 0;

	while (i < n && (strcmp(form[i].text, like->text) != 0 || form[i].wide != like->wide))
		i++;
	return i;
}

/* Counts the form; its place, or ENI_HAND_FORMS where there is no room for it. */
static size_t
count(struct eni_hand_form *form, size_t *n, const struct eni_hand_form *seen)
{
	size_t i = find_form(form, *n, seen);

	if (i == ENI_HAND_FORMS)
		return i;
	if (i == *n) {
		form[(*n)++] = *seen;
		return i;
	}
	form[i].n += seen->n;
	form[i].last = seen->last > form[i].last ? seen->last : form[i].last;
	form[i].padded += seen->padded;
	form[i].bare += seen->bare;
	return i;
}

static size_t
keep(struct eni_hand_form *form, size_t *n, const struct reading *r, uint32_t nth)
{
	struct eni_hand_form seen = {.wide = r->m.wide, .n = 1, .last = nth, .padded = r->padded, .bare = r->bare};

	memcpy(seen.text, r->form.p, r->form.n);
	return count(form, n, &seen);
}

/* The form of what stands up to where the time begins, or from there to the end. */
static bool
read_form(struct reading *r, bool clock)
{
	struct eni_str all = r->rest;

	r->form.n = 0;
	r->padded = r->bare = false;
	while (r->rest.n > 0 && (clock || !begins_clock(r)))
		if (!take(r))
			return false;
	return r->parts >= (clock ? 5 : 3) && gives(r, (struct eni_str){all.p, all.n - r->rest.n});
}

static void
count_again(struct eni_hand_form *form, uint32_t nth, bool padded, bool bare)
{
	form->n++;
	form->last = nth;
	form->padded += padded;
	form->bare += bare;
}

/* False where the cell is too long for a shape. */
static bool
shape_of(struct eni_hand_shape *shape, struct eni_str cell)
{
	if (cell.n > sizeof shape->text)
		return false;
	shape->n = cell.n;
	for (size_t i = 0; i < cell.n; i++) {
		bool digit = eni_is_digit(cell.p[i]), first = i == 0 || !eni_is_digit(cell.p[i - 1]);

		shape->text[i] = (char)(digit && !(first && cell.p[i] == '0') ? '1' : cell.p[i]);
	}
	return true;
}

/* Counts a cell of a shape that was seen before. */
static bool
see_again(struct eni_day_hand *h, const struct eni_hand_shape *shape, uint32_t nth)
{
	const struct eni_hand_shape *s = h->shape, *end = h->shape + h->shapes;

	while (s < end && (s->n != shape->n || memcmp(s->text, shape->text, s->n) != 0))
		s++;
	if (s == end)
		return false;
	if (s->day.form < h->days)
		count_again(&h->day[s->day.form], nth, s->day.padded, s->day.bare);
	if (s->clock.form < h->clocks)
		count_again(&h->clock[s->clock.form], nth, s->clock.padded, s->clock.bare);
	return true;
}

void
eni_day_hand_see(struct eni_day_hand *h, struct eni_str cell, uint32_t nth)
{
	struct reading r = {.rest = eni_str_trim(cell)};
	struct eni_hand_shape shape = {.day = {.form = ENI_HAND_FORMS}, .clock = {.form = ENI_HAND_FORMS}};
	bool short_enough = shape_of(&shape, r.rest);
	struct eni_when w;

	if ((short_enough && see_again(h, &shape, nth)) || eni_when_parse(r.rest, &w, NULL) != 1)
		return;
	r.m = split(w, false, false);
	if (read_form(&r, false)) {
		shape.day.form = keep(h->day, &h->days, &r, nth);
		shape.day.padded = r.padded;
		shape.day.bare = r.bare;
		if (r.rest.n > 0 && read_form(&r, true)) {
			shape.clock.form = keep(h->clock, &h->clocks, &r, nth);
			shape.clock.padded = r.padded;
			shape.clock.bare = r.bare;
		}
	}
	if (short_enough && h->shapes < ENI_HAND_SHAPES)
		h->shape[h->shapes++] = shape;
	eni_buf_free(&r.form);
}

void
eni_day_hand_join(struct eni_day_hand *h, const struct eni_day_hand *other)
{
	for (size_t i = 0; i < other->days; i++)
		count(h->day, &h->days, &other->day[i]);
	for (size_t i = 0; i < other->clocks; i++)
		count(h->clock, &h->clocks, &other->clock[i]);
}

static const struct eni_hand_form *
usual(const struct eni_hand_form *form, size_t n)
{
	const struct eni_hand_form *best = NULL;

	for (size_t i = 0; i < n; i++)
		if (best == NULL || form[i].n > best->n || (form[i].n == best->n && form[i].last > best->last))
			best = &form[i];
	return best;
}

/* The usual form with what the other columns know of its small numbers; where nobody knows, ISO days have the 0, others not. */
static struct eni_hand_form
choose(const struct eni_hand_form *form, size_t n, const struct eni_hand_form *others, size_t n_others)
{
	const struct eni_hand_form *best = usual(form, n), *other;
	struct eni_hand_form chosen = {.n = 0};
	size_t i;

	if (best == NULL && (best = usual(others, n_others)) == NULL)
		return chosen;
	chosen = *best;
	i = find_form(others, n_others, best);
	other = i < n_others ? &others[i] : best;
	if (chosen.padded == chosen.bare) {
		chosen.padded = other->padded;
		chosen.bare = other->bare;
	}
	return chosen;
}

static bool
pads(const struct eni_hand_form *form, bool otherwise)
{
	return form->padded == form->bare ? otherwise : form->padded > form->bare;
}

bool
eni_day_hand_write(const struct eni_day_hand *h, const struct eni_day_hand *others, struct eni_buf *out, struct eni_when w)
{
	static const struct eni_hand_form plain = {.text = " %H:%M"}, plain_wide = {.text = "　%H：%M", .wide = true};
	struct eni_hand_form day = choose(h->day, h->days, others->day, others->days);
	struct eni_hand_form clock = choose(h->clock, h->clocks, others->clock, others->clocks);
	struct moment m = split(w, pads(&day, strchr(day.text, '-') != NULL), day.wide);

	if (day.n == 0 || (!m.has_era && strpbrk(day.text, "yz6") != NULL))
		return false;
	put_form(out, day.text, &m);
	if (w.minute < 0)
		return true;
	if (clock.n == 0)
		clock = day.wide ? plain_wide : plain;
	m.pad = pads(&clock, m.pad);
	m.wide = clock.wide;
	put_form(out, clock.text, &m);
	return true;
}
