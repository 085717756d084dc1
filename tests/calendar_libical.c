/*
 * What libical reads in a calendar on stdin: a line for its name, and for each component one of uid, status, sequence, day, summary
 * and description, with tabs between.  In texts a line end is \n and a backslash \\.  Exit 1 when libical finds a fault.
 */
#include <libical/ical.h>
#include <stdbool.h>
#include <stdio.h>

static void
put_text(const char *text, char end)
{
	for (; text != NULL && *text != '\0'; text++)
		if (*text == '\n' || *text == '\\')
			printf("\\%c", *text == '\n' ? 'n' : '\\');
		else
			putchar(*text);
	putchar(end);
}

static void
put_component(icalcomponent *c)
{
	icalproperty *status = icalcomponent_get_first_property(c, ICAL_STATUS_PROPERTY);
	icalproperty *sequence = icalcomponent_get_first_property(c, ICAL_SEQUENCE_PROPERTY);
	bool todo = icalcomponent_isa(c) == ICAL_VTODO_COMPONENT;
	struct icaltimetype day = todo ? icalcomponent_get_due(c) : icalcomponent_get_dtstart(c);

	put_text(icalcomponent_get_uid(c), '\t');
	put_text(status == NULL ? "" : icalproperty_get_value_as_string(status), '\t');
	put_text(sequence == NULL ? "" : icalproperty_get_value_as_string(sequence), '\t');
	put_text(icaltime_as_ical_string(day), '\t');
	put_text(icalcomponent_get_summary(c), '\t');
	put_text(icalcomponent_get_description(c), '\n');
}

static char *
read_stdin(char *line, size_t size, void *unused)
{
	(void)unused;
	return fgets(line, (int)size, stdin);
}

int
main(void)
{
	icalparser *parser = icalparser_new();
	icalcomponent *calendar = icalparser_parse(parser, read_stdin);
	bool good = calendar != NULL && icalcomponent_count_errors(calendar) == 0 && icalrestriction_check(calendar);

	if (!good)
		return 1;
	put_text(icalproperty_get_x(icalcomponent_get_first_property(calendar, ICAL_X_PROPERTY)), '\n');
	for (icalcomponent *c = icalcomponent_get_first_component(calendar, ICAL_ANY_COMPONENT); c != NULL;
	     c = icalcomponent_get_next_component(calendar, ICAL_ANY_COMPONENT))
		put_component(c);
	icalcomponent_free(calendar);
	icalparser_free(parser);
	return ferror(stdout) ? 1 : 0;
}
