/*
 * The built-in playbook and texts, compiled in as the YAML they are: the same reader reads them and the user's own.
 * ENI_SOURCE is the top folder of the sources, from the Makefile.
 */
#include "rule/rule.h"

#define EMBED(symbol, file)                                                                                                        \
	__asm__(".section .rodata\n"                                                                                               \
		".global " #symbol "\n"                                                                                            \
		".global " #symbol "_end\n" #symbol ":\n"                                                                          \
		".incbin \"" ENI_SOURCE "/" file "\"\n" #symbol "_end:\n"                                                          \
		".byte 0\n"                                                                                                        \
		".previous\n");                                                                                                    \
	extern const char symbol[], symbol##_end[]

EMBED(eni_playbook_yaml, "lib/rule/playbook.yaml");
EMBED(eni_texts_yaml, "lib/rule/texts.yaml");
EMBED(eni_pages_yaml, "lib/rule/pages.yaml");
EMBED(eni_labels_yaml, "lib/rule/labels.yaml");

#define BUILTIN(name)                                                                                                              \
	((struct eni_builtin){"built-in " #name, {eni_##name##_yaml, (size_t)(eni_##name##_yaml_end - eni_##name##_yaml)}})

struct eni_builtin
eni_builtin_playbook(void)
{
	return BUILTIN(playbook);
}

struct eni_builtin
eni_builtin_texts(size_t i)
{
	return i == 0 ? BUILTIN(texts) : i == 1 ? BUILTIN(pages) : BUILTIN(labels);
}
