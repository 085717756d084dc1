/* Mail: see mail.h. */
#include "page/mail.h"

#include "base/text.h"

enum {
	LONGEST_LINE = 998,  /* RFC 5322, 2.1.1 */
	LONGEST_WORD = 75,   /* RFC 2047, section 2: an encoded word with its marks */
	LONGEST_HEADER = 76, /* and a line that holds one */
	LONGEST_ADDRESS = 254,
	BASE64_LINE = 57 /* bytes that make a line of 76 */
};
static const char word_head[] = "=?utf-8?B?", word_tail[] = "?=";

/* ---- base64 ---- */

static void
base64(struct eni_buf *out, struct eni_str s)
{
	static const char digit[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

	for (size_t i = 0; i < s.n; i += 3) {
		size_t left = s.n - i;
		uint32_t b = (uint32_t)(unsigned char)s.p[i] << 16 | (left > 1 ? (uint32_t)(unsigned char)s.p[i + 1] << 8 : 0) |
			     (left > 2 ? (uint32_t)(unsigned char)s.p[i + 2] : 0);

		eni_buf_char(out, digit[b >> 18]);
		eni_buf_char(out, digit[b >> 12 & 63]);
		eni_buf_char(out, left > 1 ? digit[b >> 6 & 63] : '=');
		eni_buf_char(out, left > 2 ? digit[b & 63] : '=');
	}
}

/* ---- headers ---- */

struct eni_str
eni_mail_address(struct eni_str text)
{
	const char *open, *close;

	text = eni_str_trim(text);
	open = text.n == 0 ? NULL : memrchr(text.p, '<', text.n);
	close = open == NULL ? NULL : memchr(open, '>', text.n - (size_t)(open - text.p));
	return close == NULL ? text : eni_str_trim((struct eni_str){open + 1, (size_t)(close - open) - 1});
}

struct eni_str
eni_mail_name(struct eni_str text)
{
	struct eni_str address = eni_mail_address(text), name = {text.p, 0};
	const char *open = address.p == NULL ? NULL : memrchr(text.p, '<', (size_t)(address.p - text.p));

	if (open != NULL)
		name.n = (size_t)(open - text.p);
	name = eni_str_trim(name);
	if (name.n >= 2 && name.p[0] == '"' && name.p[name.n - 1] == '"')
		name = (struct eni_str){name.p + 1, name.n - 2};
	return name;
}

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/* Characters of an atom (RFC 5322, 3.2.3), and dots between them. */
static bool
is_dot_atom(struct eni_str s, const char *signs)
{
	for (size_t i = 0; i < s.n; i++) {
		bool dot = s.p[i] == '.' && i > 0 && i + 1 < s.n && s.p[i - 1] != '.';

		if (!dot && !is_letter(s.p[i]) && (s.p[i] == '\0' || strchr(signs, s.p[i]) == NULL))
			return false;
	}
	return s.n > 0;
}

bool
eni_mail_address_ok(struct eni_str address)
{
	const char *at = address.n == 0 ? NULL : memchr(address.p, '@', address.n);
	size_t n = at == NULL ? 0 : (size_t)(at - address.p);

	return at != NULL && address.n <= LONGEST_ADDRESS && address.p[0] != '-' &&
	       is_dot_atom((struct eni_str){address.p, n}, "!#$%&'*+-/=?^_`{|}~") && is_dot_atom(eni_str_from(address, n + 1), "-");
}

static bool
is_plain(struct eni_str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] < ' ' || s.p[i] > '~')
			return false;
	return s.n < LONGEST_WORD && memmem(s.p, s.n, "=?", 2) == NULL;
}

/* As many whole characters as an encoded word holds on a line on which so many bytes stand already. */
static size_t
chunk(struct eni_str s, size_t used)
{
	size_t room = used == 0 || LONGEST_HEADER - used > LONGEST_WORD ? LONGEST_WORD : LONGEST_HEADER - used;
	size_t most = (room - (sizeof word_head - 1) - (sizeof word_tail - 1)) / 4 * 3, n = s.n < most ? s.n : most;

	while (n < s.n && n > 0 && ((unsigned char)s.p[n] & 0xc0) == 0x80)
		n--;
	return n > 0 ? n : s.n;
}

/* used: bytes of the header on this line. */
static void
add_text(struct eni_buf *out, struct eni_str text, size_t used)
{
	struct eni_buf safe = {0};
	struct eni_str rest;

	for (size_t i = 0; i < text.n; i++)
		eni_buf_char(&safe, (unsigned char)text.p[i] < ' ' || text.p[i] == 0x7f ? ' ' : text.p[i]);
	rest = eni_str_trim(eni_buf_str(&safe));
	if (rest.n > 0 && is_plain(rest)) {
		eni_buf_add(out, rest);
		rest.n = 0;
	}
	for (size_t n, first = 1; rest.n > 0; first = 0, rest = eni_str_from(rest, n)) {
		n = chunk(rest, first ? used : 1);
		eni_buf_printf(out, "%s%s", first ? "" : "\n ", word_head);
		base64(out, (struct eni_str){rest.p, n});
		eni_buf_add(out, ENI_S(word_tail));
	}
	eni_buf_free(&safe);
}

void
eni_mail_text(struct eni_buf *out, struct eni_str text)
{
	add_text(out, text, 0);
}

static void
add_header(struct eni_buf *out, const char *name, struct eni_str text)
{
	eni_buf_printf(out, "%s: ", name);
	add_text(out, text, strlen(name) + 2);
	eni_buf_char(out, '\n');
}

static size_t
line_length(const struct eni_buf *out)
{
	const char *end = out->n == 0 ? NULL : memrchr(out->p, '\n', out->n);

	return end == NULL ? out->n : out->n - (size_t)(end - out->p) - 1;
}

static void
add_from(struct eni_buf *out, const struct eni_mail *m)
{
	struct eni_str name = eni_str_trim(m->from_name);

	eni_buf_add(out, ENI_S("From: "));
	if (name.n > 0 && is_plain(name)) {
		eni_buf_char(out, '"');
		for (size_t i = 0; i < name.n; i++)
			eni_buf_printf(out, "%s%c", name.p[i] == '"' || name.p[i] == '\\' ? "\\" : "", name.p[i]);
		eni_buf_char(out, '"');
	} else {
		add_text(out, name, strlen("From: "));
	}
	if (name.n > 0 && line_length(out) + sizeof " <>" - 1 + m->from.n > LONGEST_HEADER)
		eni_buf_char(out, '\n');
	eni_buf_printf(out, name.n > 0 ? " <%.*s>\n" : "%.*s\n", (int)m->from.n, m->from.p);
}

static const char *const day_name[] = {[ENI_MON] = "Mon",
    [ENI_TUE] = "Tue",
    [ENI_WED] = "Wed",
    [ENI_THU] = "Thu",
    [ENI_FRI] = "Fri",
    [ENI_SAT] = "Sat",
    [ENI_SUN] = "Sun"};
ENI_ROW_FOR_EACH(day_name, ENI_WEEK);
static const char *const month_name[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

static void
add_date(struct eni_buf *out, const struct eni_mail *m)
{
	int y, month, d, minute = m->date.minute, zone = m->utc_minutes < 0 ? -m->utc_minutes : m->utc_minutes;

	eni_day_split(m->date.day, &y, &month, &d);
	eni_buf_printf(out, "Date: %s, %d %s %d %02d:%02d:00 %c%02d%02d\n", day_name[eni_day_weekday(m->date.day)], d,
	    month_name[month - 1], y, minute / 60, minute % 60, m->utc_minutes < 0 ? '-' : '+', zone / 60, zone % 60);
}

/* FNV-1a, 64 bits (Fowler, Noll, Vo). */
static uint64_t
hash(uint64_t h, struct eni_str s)
{
	for (size_t i = 0; i < s.n; i++)
		h = (h ^ (unsigned char)s.p[i]) * UINT64_C(0x100000001b3);
	return (h ^ 0xff) * UINT64_C(0x100000001b3); /* where one text ends */
}

static void
add_message_id(struct eni_buf *out, const struct eni_mail *m)
{
	uint64_t h = hash(hash(hash(hash(UINT64_C(0xcbf29ce484222325), m->to), m->about), m->subject), m->body);
	const char *at = memchr(m->from.p, '@', m->from.n);
	struct eni_str host = eni_str_from(m->from, (size_t)(at - m->from.p) + 1);
	char day[ENI_WHEN_TEXT];

	if (m->identity.n > 0) {
		h = hash(hash(UINT64_C(0xcbf29ce484222325), m->office), m->identity);
		eni_buf_printf(out, "Message-ID: <enishi.%016llx@%.*s>\n", (unsigned long long)h, (int)host.n, host.p);
		return;
	}
	eni_when_format((struct eni_when){m->date.day, ENI_NOTIME}, day);
	eni_buf_printf(out, "Message-ID: <enishi.%s.%016llx@%.*s>\n", day, (unsigned long long)h, (int)host.n, host.p);
}

/* ---- a message ---- */

static bool
has_long_line(struct eni_str s)
{
	while (s.n > 0) {
		const char *end = memchr(s.p, '\n', s.n);
		size_t n = end == NULL ? s.n : (size_t)(end - s.p);

		if (n > LONGEST_LINE)
			return true;
		s = eni_str_from(s, n + 1);
	}
	return false;
}

/* Lines end in \n alone and hold no other control but the tab; a last line is ended. */
static void
clean_body(struct eni_buf *out, struct eni_str body)
{
	for (size_t i = 0; i < body.n; i++) {
		unsigned char c = (unsigned char)body.p[i];

		if (c >= ' ' || c == '\n' || c == '\t')
			eni_buf_char(out, body.p[i]);
	}
	if (out->n > 0 && out->p[out->n - 1] != '\n')
		eni_buf_char(out, '\n');
}

/* In a mailbox a line that would begin the next message is quoted. */
static void
add_lines(struct eni_buf *out, struct eni_str body, bool mailbox)
{
	while (body.n > 0) {
		const char *end = memchr(body.p, '\n', body.n);
		struct eni_str line = {body.p, (size_t)(end - body.p) + 1}, bare = line;

		while (mailbox && bare.p[0] == '>')
			bare = eni_str_from(bare, 1);
		if (mailbox && eni_str_starts(bare, ENI_S("From ")))
			eni_buf_char(out, '>');
		eni_buf_add(out, line);
		body = eni_str_from(body, line.n);
	}
}

static void
add_body(struct eni_buf *out, struct eni_str body, bool mailbox)
{
	bool encode = has_long_line(body);

	eni_buf_printf(out, "MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: %s\n\n",
	    encode               ? "base64"
	    : eni_is_ascii(body) ? "7bit"
				 : "8bit");
	if (!encode)
		add_lines(out, body, mailbox);
	for (; encode && body.n > 0; body = eni_str_from(body, BASE64_LINE)) {
		base64(out, (struct eni_str){body.p, body.n < BASE64_LINE ? body.n : BASE64_LINE});
		eni_buf_char(out, '\n');
	}
}

/* The line a mailbox parts messages by: who, and asctime's form of the date. */
static void
add_parting(struct eni_buf *out, const struct eni_mail *m)
{
	int y, month, d, minute = m->date.minute;

	eni_day_split(m->date.day, &y, &month, &d);
	eni_buf_printf(out, "From %.*s %s %s %2d %02d:%02d:00 %d\n", (int)m->from.n, m->from.p,
	    day_name[eni_day_weekday(m->date.day)], month_name[month - 1], d, minute / 60, minute % 60, y);
}

void
eni_mail_write(FILE *out, const struct eni_mail *mail, size_t n)
{
	struct eni_buf text = {0}, body = {0};

	for (size_t i = 0; i < n; i++) {
		const struct eni_mail *m = &mail[i];

		if (m->pass == NULL)
			continue;
		text.n = body.n = 0;
		clean_body(&body, m->body);
		if (n > 1)
			add_parting(&text, m);
		add_from(&text, m);
		eni_buf_printf(&text, "To: %.*s\n", (int)m->to.n, m->to.p);
		add_header(&text, "Subject", m->subject);
		add_date(&text, m);
		add_message_id(&text, m);
		eni_buf_add(&text, ENI_S("Auto-Submitted: auto-generated\n"));
		if (m->lang.n > 0)
			add_header(&text, "Content-Language", m->lang);
		add_body(&text, eni_buf_str(&body), n > 1);
		if (n > 1)
			eni_buf_char(&text, '\n');
		fwrite(text.p, 1, text.n, out);
	}
	eni_buf_free(&text);
	eni_buf_free(&body);
}
