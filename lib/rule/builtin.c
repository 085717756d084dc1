/*
 * The built-in playbook and words, compiled in as the YAML they are: the same reader reads them and the user's own.
 */
#include "rule/rule.h"

#define EMBED(symbol, file)                                                                                                        \
	__asm__(".section .rodata\n"                                                                                               \
		".global " #symbol "\n"                                                                                            \
		".global " #symbol "_end\n" #symbol ":\n"                                                                          \
		".incbin \"" file "\"\n" #symbol "_end:\n"                                                                         \
		".byte 0\n"                                                                                                        \
		".previous\n");                                                                                                    \
	extern const char symbol[], symbol##_end[]

EMBED(eni_playbook_yaml, "lib/rule/playbook.yaml");
EMBED(eni_words_yaml, "lib/rule/words.yaml");

struct eni_str
eni_builtin_playbook(void)
{
	return (struct eni_str){eni_playbook_yaml, (size_t)(eni_playbook_yaml_end - eni_playbook_yaml)};
}

struct eni_str
eni_builtin_words(void)
{
	return (struct eni_str){eni_words_yaml, (size_t)(eni_words_yaml_end - eni_words_yaml)};
}
