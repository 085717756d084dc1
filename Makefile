# Enishi: `make demo` shows what it does, `make check` that it does it.  Everything built lies under build/.
.POSIX:
.DELETE_ON_ERROR:

CC      = cc
PREFIX  = /usr/local
DESTDIR =
CFLAGS  = -O2 -g
LDFLAGS =
B       = build

# Debian packages: to build and test, and further ones for `make lint`.
PACKAGES      = gcc libc6-dev make libcsv-dev libyaml-dev libunistring-dev libjansson-dev r-mathlib mandoc tzdata
LINT_PACKAGES = clang clang-format clang-tidy shellcheck gettext

STD    = -std=c17 -D_GNU_SOURCE
WARN   = -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes -Wvla
ALL    = $(STD) $(WARN) -Ilib -I. $(CFLAGS)
LIBS   = -lcsv -lyaml -lunistring -ljansson -lRmath -lm

TOOLS  = $(patsubst cmd/%/main.c,%,$(wildcard cmd/*/main.c))
ROOMS  = base stat rec form book door phone rule who stay duty reception partner worth page cli
SRC    = $(wildcard $(ROOMS:%=lib/%/*.c))
OBJ    = $(SRC:lib/%.c=$(B)/lib/%.o)
BINS   = $(TOOLS:%=$(B)/bin/%)
UNITS  = $(patsubst tests/unit/%.c,$(B)/unit/%,$(wildcard tests/unit/*.c))
FUZZERS = $(patsubst tests/fuzz/%.c,$(B)/fuzz/%,$(wildcard tests/fuzz/*.c))
MANS   = $(wildcard man/*.[157])
# Shell completions, written by the commands themselves out of their option tables.
COMPLETIONS = $(TOOLS:%=$(B)/completions/bash/%) $(TOOLS:%=$(B)/completions/zsh/_%) $(TOOLS:%=$(B)/completions/fish/%.fish)

all: $(BINS) $(COMPLETIONS)

# What is missing is installed through apt-get; elsewhere the list says what to look for.
deps:
	@missing=; \
	if command -v dpkg-query >/dev/null 2>&1; then \
		for p in $(PACKAGES); do \
			dpkg-query -W -f '$${db:Status-Status}' $$p 2>/dev/null | grep -q '^installed' || missing="$$missing $$p"; \
		done; \
		if [ -n "$$missing" ]; then \
			as=; [ "$$(id -u)" = 0 ] || as=sudo; \
			echo "installing what is missing:$$missing"; \
			$$as apt-get update -qq && DEBIAN_FRONTEND=noninteractive $$as apt-get install -y -qq --no-install-recommends $$missing >/dev/null; \
		fi; \
	else \
		echo "not a Debian system; these are needed: $(PACKAGES)"; \
	fi

# Tonight's list of an example office.
demo: deps
	@$(MAKE) -s all
	@$(B)/bin/followup -b examples/dayservice -t 2026-11-21 -o table -f due,late,id,rule,channel,to,who

check: deps
	@$(MAKE) all units
	@tests/all $(B)

# The same tests under the address and undefined-behaviour sanitizers.
check-asan: deps
	@$(MAKE) check B=build/asan CFLAGS='-O1 -g -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=all' \
		LDFLAGS='-fsanitize=address,undefined'

# The promises of the writing door under injected faults; long, so not part of check.
check-faults: all
	tests/faults $(B)/bin

# Any bytes into the readers, for FUZZ_SECONDS a target; long, with clang, so not part of check.
FUZZ_SECONDS = 300
fuzz: deps
	@$(MAKE) -s fuzzers B=build/fuzz CC=clang CFLAGS='-O1 -g -fno-omit-frame-pointer -fsanitize=fuzzer-no-link,address,undefined \
		-fno-sanitize-recover=all' LDFLAGS='-fsanitize=fuzzer,address,undefined'
	tests/fuzz/run build/fuzz $(FUZZ_SECONDS)

# The commands with one word more in every vocabulary that may have one, for tests/one-more.
one-more:
	@$(MAKE) B=$(B)/more CFLAGS='-O0 -g1 -fsanitize=address,undefined -fno-sanitize-recover=all -DENI_ONE_MORE_WORD' \
		LDFLAGS='-fsanitize=address,undefined' all $(B)/more/unit/list_schema $(B)/more/unit/unit_kinds

# Ours against the peers, where the benchmark is at hand.
bench: all
	@if [ -x ../shared/perf/bench ]; then ../shared/perf/bench $(B)/bin; else echo 'no ../shared/perf/bench here'; fi

lint: deps
	@command -v clang-format >/dev/null && command -v clang >/dev/null && command -v shellcheck >/dev/null || \
		{ echo 'lint wants these packages: $(LINT_PACKAGES)'; exit 1; }
	clang-format --dry-run -Werror $$(git ls-files '*.c' '*.h')
	shellcheck -x $$(git grep -l '^#!/bin/sh') tests/verbs.sh
	mandoc -T lint -W warning $(MANS)
	$(MAKE) B=build/gcc CC=gcc CFLAGS='-O2 -Werror' all units
	$(MAKE) B=build/clang CC=clang CFLAGS='-O2 -Werror' all units

format:
	clang-format -i $$(git ls-files '*.c' '*.h')

install: deps all
	install -d '$(DESTDIR)$(PREFIX)/bin' '$(DESTDIR)$(PREFIX)/share/man/man1' '$(DESTDIR)$(PREFIX)/share/man/man5' \
		'$(DESTDIR)$(PREFIX)/share/man/man7'
	install -m 755 $(BINS) '$(DESTDIR)$(PREFIX)/bin'
	for m in $(MANS); do install -m 644 $$m '$(DESTDIR)$(PREFIX)/share/man/man'$${m##*.}; done
	install -d '$(DESTDIR)$(PREFIX)/share/bash-completion/completions' '$(DESTDIR)$(PREFIX)/share/zsh/site-functions' \
		'$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d'
	install -m 644 $(TOOLS:%=$(B)/completions/bash/%) '$(DESTDIR)$(PREFIX)/share/bash-completion/completions'
	install -m 644 $(TOOLS:%=$(B)/completions/zsh/_%) '$(DESTDIR)$(PREFIX)/share/zsh/site-functions'
	install -m 644 $(TOOLS:%=$(B)/completions/fish/%.fish) '$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d'

uninstall:
	for t in $(TOOLS); do \
		rm -f '$(DESTDIR)$(PREFIX)/bin/'$$t '$(DESTDIR)$(PREFIX)/share/bash-completion/completions/'$$t \
			'$(DESTDIR)$(PREFIX)/share/zsh/site-functions/_'$$t '$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/'$$t.fish; \
	done
	for m in $(MANS); do rm -f '$(DESTDIR)$(PREFIX)/share/man/man'$${m##*.}/$${m#man/}; done

clean:
	rm -rf build

# What there is to translate.  Functions with the argument that is the format of a message; tests/messages reads them here, too.
MESSAGES = eni_warn:4 eni_aside:4 eni_fail:4 eni_reader_reject:3 eni_reader_reject_kept:4 eni_log_reject:3
pot:
	@mkdir -p $(B)
	find lib cmd -name '*.[ch]' | LC_ALL=C sort | xgettext --language=C --from-code=UTF-8 --no-wrap --add-comments=TRANSLATORS \
		--keyword --keyword=N_ --keyword=_ --keyword=eni_plural:2,3 $(MESSAGES:%=--keyword=%) \
		--package-name=enishi --files-from=- -o $(B)/enishi.pot

units: $(UNITS)

fuzzers: $(FUZZERS)

$(B)/libenishi.a: $(OBJ)
	rm -f $@
	$(AR) rcs $@ $(OBJ)

$(B)/lib/%.o: lib/%.c
	@mkdir -p $(@D)
	$(CC) $(ALL) -MMD -MP -c -o $@ $<

$(B)/cmd/%.o: cmd/%.c
	@mkdir -p $(@D)
	$(CC) $(ALL) -MMD -MP -c -o $@ $<

# A command is the files of its own folder and what they need of the library.
define command
$(B)/bin/$(1): $(patsubst %.c,$(B)/%.o,$(wildcard cmd/$(1)/*.c)) $(B)/libenishi.a
	@mkdir -p $$(@D)
	$$(CC) $$(ALL) -o $$@ $$^ $$(LDFLAGS) $$(LIBS)
endef
$(foreach t,$(TOOLS),$(eval $(call command,$(t))))

$(B)/completions/bash/%: $(B)/bin/%
	@mkdir -p $(@D)
	$< --completion bash >$@

$(B)/completions/zsh/_%: $(B)/bin/%
	@mkdir -p $(@D)
	$< --completion zsh >$@

$(B)/completions/fish/%.fish: $(B)/bin/%
	@mkdir -p $(@D)
	$< --completion fish >$@

$(B)/unit/%: tests/unit/%.c $(B)/libenishi.a
	@mkdir -p $(@D)
	$(CC) $(ALL) -Itests/unit -MMD -MP -MF $(B)/unit/$*.d -o $@ $< $(B)/libenishi.a $(LDFLAGS) $(LIBS)

$(B)/fuzz/%: tests/fuzz/%.c $(B)/libenishi.a
	@mkdir -p $(@D)
	$(CC) $(ALL) -Itests/fuzz -MMD -MP -MF $(B)/fuzz/$*.d -o $@ $< $(B)/libenishi.a $(LDFLAGS) $(LIBS)

# The built-in playbook and texts are compiled in as they stand.
$(B)/lib/rule/builtin.o: lib/rule/playbook.yaml lib/rule/texts.yaml lib/rule/pages.yaml lib/rule/labels.yaml

-include $(OBJ:.o=.d) $(wildcard $(B)/cmd/*/*.d $(B)/unit/*.d $(B)/fuzz/*.d)

.PHONY: all deps demo check check-asan check-faults one-more fuzz fuzzers bench lint format pot install uninstall clean units
