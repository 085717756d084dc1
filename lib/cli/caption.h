/*
 * What a verb's answer is called where it stands among others, on a page: one table.  Room: cli.
 */
#ifndef ENI_CLI_CAPTION_H
#define ENI_CLI_CAPTION_H

/* In "ja", "zh" or "en"; NULL: that verb prints no rows. */
const char *eni_caption(const char *command, const char *verb, const char *lang);

#endif
