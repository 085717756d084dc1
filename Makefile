# Enishi, with GNU make: `make demo` shows what it does, `make check` that it does it.
#
# What is built lies under $(B), by default build/ of the folder where make runs; the sources are only read:
#	mkdir /tmp/enishi && make -C /tmp/enishi -f "$PWD/Makefile"
# CC, AR, PKG_CONFIG, CPPFLAGS, CFLAGS, LDFLAGS and LDLIBS come from the environment or the command line, the flags after ours.
.DELETE_ON_ERROR:

CFLAGS     ?= -O2 -g
PKG_CONFIG ?= pkg-config
PREFIX      = /usr/local
DESTDIR     =
B           = build
# By its whole path, however it was given: the files of dependencies name their objects so.
override B := $(abspath $(B))
# Runs a command that was built for another machine, to have its completions: RUN=qemu-aarch64.
RUN         =

# Debian packages: to build and test.
PACKAGES = gcc libc6-dev make libcsv-dev libyaml-dev libunistring-dev libjansson-dev libzip-dev libexpat1-dev libxlsxwriter-dev r-mathlib mandoc tzdata

S      := $(patsubst %/,%,$(dir $(abspath $(lastword $(MAKEFILE_LIST)))))
THIS    = -f $(S)/Makefile
# The library, also for those who link it: `make mutate` takes libenishi.so.
LIB     = $(B)/libenishi.a

# Libraries as pkg-config knows them, otherwise by their plain names: $(call library,MODULE,NAME).
library = $(or $(shell $(PKG_CONFIG) --libs $(1) 2>/dev/null),-l$(2))
LIBS   := -lcsv -lunistring $(call library,yaml-0.1,yaml) $(call library,jansson,jansson) $(call library,expat,expat) $(call library,libRmath,Rmath) -lm
HEADERS := $(foreach module,yaml-0.1 jansson expat libzip libRmath,$(shell $(PKG_CONFIG) --cflags $(module) 2>/dev/null))

STD     = -std=c17 -D_GNU_SOURCE
# Enumerators serve as integer constants, beside doubles too, which -Wextra of clang 19 warns of.
WARN    = -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes -Wvla -Wno-enum-float-conversion
# The same bytes wherever they are built: a compiler takes its folder from PWD.
SAME    = -ffile-prefix-map=$(S)=. -ffile-prefix-map=$(CURDIR)=.
export PWD := $(CURDIR)
# What a fault can still do is little (tests/hardened).  The sanitizers watch more closely, and FORTIFY_SOURCE wants an optimizer.
HARDEN  = $(if $(findstring -fsanitize,$(CFLAGS)),,-fstack-protector-strong \
	$(if $(findstring -O0,$(CFLAGS)),,-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3))
COMPILE = $(CC) $(STD) $(WARN) $(SAME) -fPIE $(HARDEN) -I$(S)/lib -I$(S) $(HEADERS) $(CPPFLAGS) $(CFLAGS)
LINK    = $(COMPILE) $(PIE) -Wl,-z,relro,-z,now,-z,noexecstack $(LDFLAGS)
PIE     = -pie

TOOLS  := $(patsubst $(S)/cmd/%/main.c,%,$(wildcard $(S)/cmd/*/main.c))
ROOMS   = base stat rec form book door phone rule who stay duty reception partner worth page cli
OBJ    := $(patsubst $(S)/%.c,$(B)/%.o,$(wildcard $(ROOMS:%=$(S)/lib/%/*.c)))
BINS    = $(TOOLS:%=$(B)/bin/%)
UNITS  := $(patsubst $(S)/tests/%.c,$(B)/%,$(wildcard $(S)/tests/unit/*.c))
FUZZERS := $(patsubst $(S)/tests/%.c,$(B)/%,$(wildcard $(S)/tests/fuzz/*.c))
MANS   := $(wildcard $(S)/man/*.[157])
# Shell completions, written by the commands themselves out of their option tables.
COMPLETE_BASH = $(TOOLS:%=$(B)/completions/bash/%)
COMPLETE_ZSH  = $(TOOLS:%=$(B)/completions/zsh/_%)
COMPLETE_FISH = $(TOOLS:%=$(B)/completions/fish/%.fish)

all: $(BINS) $(COMPLETE_BASH) $(COMPLETE_ZSH) $(COMPLETE_FISH)

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
			$$as apt-get update -qq && $$as env DEBIAN_FRONTEND=noninteractive \
				apt-get install -y -qq --no-install-recommends $$missing >/dev/null; \
		fi; \
	else \
		echo "not a Debian system; these are needed: $(PACKAGES)"; \
	fi

# Tonight's list of an example office.
demo: deps
	@$(MAKE) $(THIS) -s all
	@$(B)/bin/followup -b $(S)/examples/dayservice -t 2026-11-21 -o table -f due,late,name,who,via,channel,title

check: deps
	@$(MAKE) $(THIS) --no-print-directory test

# All tests, with what is installed: for packagers.
test: all units
	@cd $(S) && tests/all $(B)

# The same tests under the address and undefined-behaviour sanitizers.
check-asan:
	@$(MAKE) $(THIS) check B=$(B)/asan CFLAGS='-O1 -g -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=all' \
		LDFLAGS='-fsanitize=address,undefined'

# How much of each file the tests run; afterwards `tests/cover build/cov FILE` names the lines they do not.
cover:
	@$(MAKE) $(THIS) -s all units B=$(B)/cov CFLAGS='-O0 -g --coverage'
	@find $(B)/cov -name '*.gcda' -exec rm -f {} +
	@cd $(S) && tests/all $(B)/cov | tail -n 1
	@cd $(S) && tests/cover $(B)/cov

# Does a test notice?  Breaks one operator or constant of ROOM at a time and lists the mutants that survive: see tests/mutate.
mutate:
	@cd $(S) && tests/mutate '$(ROOM)'

# The promises of the writing door under injected faults; long, so not part of check.
check-faults: all
	cd $(S) && tests/faults $(B)/bin

# The expected rest of ltv value in offices of which the truth is known; more than a minute, so not part of check.
check-value: all
	cd $(S) && tests/value $(B)/bin

# Any bytes into the readers, for FUZZ_SECONDS a target; long, with clang, so not part of check.
FUZZ_SECONDS = 300
fuzz:
	@$(MAKE) $(THIS) -s fuzzers B=$(B)/fuzz CC=clang CFLAGS='-O1 -g -fno-omit-frame-pointer -fsanitize=fuzzer-no-link,address,undefined \
		-fno-sanitize-recover=all' LDFLAGS='-fsanitize=fuzzer,address,undefined'
	cd $(S) && tests/fuzz/run $(B)/fuzz $(FUZZ_SECONDS)

# The commands with one word more in every vocabulary that may have one, for tests/one-more.
one-more:
	@$(MAKE) $(THIS) B=$(B)/more CFLAGS='-O0 -g1 -fsanitize=address,undefined -fno-sanitize-recover=all -DENI_ONE_MORE_WORD' \
		LDFLAGS='-fsanitize=address,undefined' all $(B)/more/unit/list_schema $(B)/more/unit/unit_kinds

# Ours against the peers, where the benchmark is at hand.
bench: all
	@if [ -x $(S)/../shared/perf/bench ]; then cd $(S) && ../shared/perf/bench $(B)/bin; else echo 'no ../shared/perf/bench here'; fi

LINTERS = git gcc clang clang-format shellcheck mandoc
lint:
	@missing=; for c in $(LINTERS); do command -v $$c >/dev/null || missing="$$missing $$c"; done; \
		[ -z "$$missing" ] || { echo "lint lacks:$$missing"; exit 1; }
	cd $(S) && case $$(clang-format --version) in \
		*' 14.'*) clang-format --dry-run -Werror $$(git ls-files '*.c' '*.h') ;; \
		*) echo 'skipped: the layout is that of clang-format 14' ;; \
	esac
	cd $(S) && shellcheck -x $$(git grep -l '^#!/bin/sh') tests/verbs.sh
	mandoc -T lint -W warning $(MANS)
	$(MAKE) $(THIS) B=$(B)/gcc CC=gcc CFLAGS='-O2 -Werror' all units
	$(MAKE) $(THIS) B=$(B)/clang CC=clang CFLAGS='-O2 -Werror' all units

format:
	cd $(S) && clang-format -i $$(git ls-files '*.c' '*.h')

# What lies where when it is installed: mode, folder, files.
share = $(PREFIX)/share
define placed
$(call $(1),755,$(PREFIX)/bin,$(BINS))
$(call $(1),644,$(share)/man/man1,$(filter %.1,$(MANS)))
$(call $(1),644,$(share)/man/man5,$(filter %.5,$(MANS)))
$(call $(1),644,$(share)/man/man7,$(filter %.7,$(MANS)))
$(call $(1),644,$(share)/doc/enishi,$(S)/LICENSE $(S)/README.md $(S)/NEWS.md)
$(call $(1),644,$(share)/bash-completion/completions,$(COMPLETE_BASH))
$(call $(1),644,$(share)/zsh/site-functions,$(COMPLETE_ZSH))
$(call $(1),644,$(share)/fish/vendor_completions.d,$(COMPLETE_FISH))
endef
put  = install -d '$(DESTDIR)$(2)' && install -m $(1) $(3) '$(DESTDIR)$(2)'
drop = rm -f $(patsubst %,'$(DESTDIR)$(2)/%',$(notdir $(3)))

install: all
	$(call placed,put)

uninstall:
	$(call placed,drop)
	rmdir '$(DESTDIR)$(share)/doc/enishi' 2>/dev/null || :

clean:
	rm -rf $(addprefix $(B)/,asan bin clang cmd completions cov fuzz gcc how lib libenishi.a libenishi.so more mutate unit)
	rmdir $(B) 2>/dev/null || :

# What there is to translate.  Functions with the argument that is the format of a message; tests/messages reads them here, too.
MESSAGES = eni_warn:4 eni_warn_all:4 eni_aside:4 eni_fail:4 eni_reader_reject:3 eni_reader_reject_kept:4 eni_log_reject:3
pot:
	@mkdir -p $(B)
	cd $(S) && find lib cmd -name '*.[ch]' | LC_ALL=C sort | xgettext --language=C --from-code=UTF-8 --no-wrap --add-comments=TRANSLATORS \
		--keyword --keyword=N_ --keyword=_ --keyword=eni_plural:2,3 $(MESSAGES:%=--keyword=%) \
		--package-name=enishi --files-from=- -o $(B)/enishi.pot

units: $(UNITS)

fuzzers: $(FUZZERS)

# Another compiler or other flags build everything anew.
HOW := $(strip $(LINK) $(LIBS) $(LDLIBS))
ifneq ($(HOW),$(shell cat $(B)/how 2>/dev/null))
$(B)/how: anew
endif
$(B)/how:
	@mkdir -p $(@D)
	@printf '%s\n' '$(subst ','\'',$(HOW))' >$@

$(B)/libenishi.a: $(OBJ)
	rm -f $@
	$(AR) rcs $@ $(OBJ)

$(B)/libenishi.so: PIE =
$(B)/libenishi.so: $(OBJ)
	$(LINK) -shared -o $@ $(OBJ) $(LIBS) $(LDLIBS)

$(B)/%.o: $(S)/%.c $(B)/how
	@mkdir -p $(@D)
	$(COMPILE) -MMD -MP -c -o $@ $<

# A command is the files of its own folder and what they need of the library.
define command
$(B)/bin/$(1): $(patsubst $(S)/%.c,$(B)/%.o,$(wildcard $(S)/cmd/$(1)/*.c)) $(LIB)
	@mkdir -p $$(@D)
	$$(LINK) -o $$@ $$^ $$(LIBS) $$(LDLIBS)
endef
$(foreach t,$(TOOLS),$(eval $(call command,$(t))))

$(B)/completions/bash/%: $(B)/bin/%
	@mkdir -p $(@D)
	$(RUN) $< --completion bash >$@

$(B)/completions/zsh/_%: $(B)/bin/%
	@mkdir -p $(@D)
	$(RUN) $< --completion zsh >$@

$(B)/completions/fish/%.fish: $(B)/bin/%
	@mkdir -p $(@D)
	$(RUN) $< --completion fish >$@

# Unit tests and fuzzers: a program each.
$(UNITS) $(FUZZERS): $(B)/%: $(S)/tests/%.c $(LIB) $(B)/how
	@mkdir -p $(@D)
	$(LINK) -I$(<D) -MMD -MP -MF $@.d -o $@ $< $(LIB) $(LIBS) $(LDLIBS)

# The built-in playbook and texts are compiled in as they stand.
$(B)/lib/rule/builtin.o: $(wildcard $(S)/lib/rule/*.yaml)
$(B)/lib/rule/builtin.o: STD += -DENI_SOURCE='"$(S)"'

-include $(OBJ:.o=.d) $(wildcard $(B)/cmd/*/*.d $(B)/unit/*.d $(B)/fuzz/*.d)

.PHONY: all anew bench check check-asan check-faults check-value clean cover demo deps format fuzz fuzzers install lint mutate one-more pot test uninstall units
