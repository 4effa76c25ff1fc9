# sendctl: `make help` lists the targets. Everything built is under $(B).
# Variants are other trees of the same rules: `make asan` builds in build/asan.
B       ?= build
CC      := $(if $(filter default,$(origin CC)),gcc,$(CC))
PREFIX  ?= /usr/local
BINDIR  ?= $(PREFIX)/bin
MANDIR  ?= $(PREFIX)/share/man
BASHDIR ?= $(PREFIX)/share/bash-completion/completions
ZSHDIR  ?= $(PREFIX)/share/zsh/site-functions
FISHDIR ?= $(PREFIX)/share/fish/vendor_completions.d
VERSION := 0.1.0
FUZZ_SECONDS ?= 60
# V=1 shows the commands.
Q       := $(if $(V),,@)

WARN   := -Wall -Wextra -Wpedantic -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wvla \
          -Wno-gnu-zero-variadic-macro-arguments -Werror=implicit -Werror=unused-result
OPT    ?= -O2 -g
SAN    ?=
BASE_CFLAGS = -std=gnu11 -D_GNU_SOURCE -DSENDCTL_VERSION='"$(VERSION)"' $(WARN) $(OPT) $(SAN) \
          -fno-strict-aliasing -fstack-protector-strong
# Every shared library costs each run some 0.03 ms, libsqlite3 0.3 ms: so archives
# are linked where there are any. The program keeps to its 2.5 times `git --version`
# by that alone (tests/bench/README.md); `make SQLITE=-lsqlite3` links the system's,
# which is mended without building anew. What is tested is linked to the shared one,
# because the fault tests stand between it and us.
whole    = $(or $(filter /%,$(shell $(CC) -print-file-name=lib$(1).a)),-l$(1))
SQLITE  ?= $(call whole,sqlite3) -lm
SMALL    = $(shell pkg-config --libs libcjson) $(foreach l,utf8proc sodium inih csv,$(call whole,$(l)))
LDLIBS   = $(shell pkg-config --libs sqlite3) $(SMALL)
# All symbols are found at the start: quicker than one by one, and their table can
# be made read-only.  The tables of commands and fields are 16,000 pointers: packed,
# they are 4 KiB to move instead of 380.
LDFLAGS += $(SAN) -Wl,--as-needed -Wl,-z,now -Wl,-z,pack-relative-relocs
ASAN   := -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer

LIB_SRC  := $(wildcard lib/*/*.c)
CMD_SRC  := $(wildcard cmd/*.c)
UNIT_SRC := $(wildcard tests/unit/*.c tests/property/*.c)
FUZZ_SRC := $(filter-out tests/fuzz/replay.c,$(wildcard tests/fuzz/*.c))
LIB_OBJ  := $(LIB_SRC:%.c=$(B)/%.o) $(B)/gen/schema.o $(B)/gen/policies.o $(B)/gen/law.o $(B)/gen/rules.o
CMD_OBJ  := $(CMD_SRC:%.c=$(B)/%.o)
UNIT_OBJ := $(UNIT_SRC:%.c=$(B)/%.o)
FUZZ_OBJ := $(FUZZ_SRC:%.c=$(B)/%.o)
# The program without main(), on the test clock: for unit tests and fuzzers.
BARE_OBJ := $(filter-out $(B)/cmd/main.o,$(CMD_OBJ)) $(B)/tests/clock.o $(B)/libsen.a
MAN      := $(patsubst man/%.in,$(B)/man/%,$(wildcard man/*.in))
REPLAY   := $(FUZZ_SRC:tests/fuzz/%.c=$(B)/replay/%)
FAULT    := $(B)/fault/shim.so $(B)/fault/sweep $(B)/fault/careless
TESTS    := $(B)/sendctl-test $(B)/unit $(B)/commands $(REPLAY) $(FAULT)
DEPS     := sh .ci/deps

all: $(B)/sendctl $(B)/sendctl-test man ## build the program and its pages
man: $(MAN)
deps: ## install, with apt, whatever is missing to build, test and lint
	$(DEPS) build test lint
help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## /\1|/p' Makefile | awk -F'|' '{printf "  make %-15s %s\n", $$1, $$2}'

$(B)/sendctl: $(CMD_OBJ) $(B)/libsen.a
	$(Q)echo "  LD   $@"; $(CC) $(LDFLAGS) -o $@ $(CMD_OBJ) $(B)/libsen.a $(SQLITE) $(SMALL)
# The same program with the test clock: no test reads the real one.
$(B)/sendctl-test: $(CMD_OBJ) $(B)/tests/clock.o $(B)/libsen.a
	$(Q)echo "  LD   $@"; $(CC) $(LDFLAGS) -o $@ $(CMD_OBJ) $(B)/tests/clock.o $(B)/libsen.a $(LDLIBS)
$(B)/libsen.a: $(LIB_OBJ)
	$(Q)echo "  AR   $@"; rm -f $@ && $(AR) rcs $@ $(LIB_OBJ)
$(B)/unit: $(UNIT_OBJ) $(BARE_OBJ)
	$(Q)echo "  LD   $@"; $(CC) $(LDFLAGS) -o $@ $^ $(LDLIBS) $$(pkg-config --libs check)

$(B)/commands: $(B)/tests/conform/commands.o $(BARE_OBJ)
	$(Q)echo "  LD   $@"; $(CC) $(LDFLAGS) -o $@ $^ $(LDLIBS)

# cmd/ sees include/ only: the wall is compiled, not asked for.
$(B)/cmd/%.o: cmd/%.c $(B)/flags
	@mkdir -p $(@D)
	$(Q)echo "  CC   $<"; $(CC) $(BASE_CFLAGS) $(CFLAGS) -Iinclude -Icmd -MMD -MP -c -o $@ $<
$(B)/lib/%.o: lib/%.c $(B)/flags
	@mkdir -p $(@D)
	$(Q)echo "  CC   $<"; $(CC) $(BASE_CFLAGS) $(CFLAGS) -Iinclude -Ilib -MMD -MP -c -o $@ $<
$(B)/tests/%.o: tests/%.c $(B)/flags
	@mkdir -p $(@D)
	$(Q)echo "  CC   $<"; $(CC) $(BASE_CFLAGS) $(CFLAGS) -Iinclude -Ilib -Icmd -Itests -MMD -MP -c -o $@ $<
$(B)/gen/%.o: $(B)/gen/%.c $(B)/flags
	$(Q)echo "  CC   $<"; $(CC) $(BASE_CFLAGS) -Iinclude -Ilib -c -o $@ $<
$(B)/gen/schema.c: lib/store/schema/embed.sh $(wildcard lib/store/schema/*.sql)
	@mkdir -p $(@D)
	$(Q)sh lib/store/schema/embed.sh lib/store/schema/*.sql > $@.tmp && mv $@.tmp $@
# What is owed is computed anew when the rules are others than those of the last write.
$(B)/gen/rules.c: $(wildcard lib/rules/*.[ch] lib/base/*.[ch] include/sen/*.h) lib/data/law.json
	@mkdir -p $(@D)
	$(Q)printf 'extern const char rules_mark[];\nconst char rules_mark[] = "%s";\n' \
	  "$$(cat $^ | cksum | tr ' ' -)" > $@.tmp && mv $@.tmp $@
$(B)/gen/policies.c: lib/data/embed.sh $(wildcard lib/data/policies/*.json)
	@mkdir -p $(@D)
	$(Q)sh lib/data/embed.sh lib/data/policies/*.json > $@.tmp && mv $@.tmp $@
$(B)/gen/law.c: lib/data/embed.sh lib/data/law.json
	@mkdir -p $(@D)
	$(Q)sh lib/data/embed.sh --text sen_law_json lib/data/law.json > $@.tmp && mv $@.tmp $@
$(B)/man/%: man/%.in $(B)/sendctl
	@mkdir -p $(@D)
	$(Q)echo "  MAN  $@"; $(B)/sendctl __man $< > $@.tmp && mv $@.tmp $@
# Changes only when the flags do.
$(B)/flags: FORCE $(B)/deps
	@echo '$(CC) $(BASE_CFLAGS) $(CFLAGS)' > $@.new; cmp -s $@.new $@ && rm $@.new || mv $@.new $@
$(B)/deps: .ci/deps
	@mkdir -p $(B) && $(DEPS) build && touch $@

# The fault tools are never built with a sanitizer: they are loaded beside it.
$(B)/fault/shim.so: tests/fault/shim.c
	@mkdir -p $(@D)
	$(Q)echo "  CC   $<"; $(CC) -std=gnu11 -D_GNU_SOURCE $(WARN) -O2 -g -fPIC -shared -o $@ $< -ldl
$(B)/fault/%: tests/fault/%.c
	@mkdir -p $(@D)
	$(Q)echo "  CC   $<"; $(CC) -std=gnu11 -D_GNU_SOURCE $(WARN) -O2 -g -o $@ $< $$(pkg-config --libs sqlite3)
$(B)/replay/%: $(B)/tests/fuzz/%.o $(B)/tests/fuzz/replay.o $(BARE_OBJ)
	@mkdir -p $(@D)
	$(Q)echo "  LD   $@"; $(CC) $(LDFLAGS) -o $@ $^ $(LDLIBS)
$(B)/fuzzer/%: $(B)/tests/fuzz/%.o $(BARE_OBJ)
	@mkdir -p $(@D)
	$(Q)echo "  LD   $@"; $(CC) $(LDFLAGS) -fsanitize=fuzzer -o $@ $^ $(LDLIBS)

test-deps:
	@$(DEPS) build test
test-tools: test-deps $(TESTS)
check: test-deps ## build and run the tests (six to eight minutes)
	@$(MAKE) --no-print-directory all test-tools
	@sh tests/check.sh $(B) unit shell replay conform fault kill writers
slow: test-deps ## the same with every fault point and 300 kills
	@$(MAKE) --no-print-directory all test-tools
	@SLOW=1 sh tests/check.sh $(B) unit shell replay conform fault kill writers
asan: test-deps ## unit and shell tests under the address and undefined sanitizers
	@$(MAKE) --no-print-directory B=build/asan OPT='-O1 -g' SAN='$(ASAN)' CFLAGS='$(CFLAGS) -DSEN_ARENA_MALLOC' \
	  build/asan/sendctl build/asan/sendctl-test build/asan/unit $(FUZZ_SRC:tests/fuzz/%.c=build/asan/replay/%)
	@ASAN_OPTIONS=detect_leaks=1:abort_on_error=0 UBSAN_OPTIONS=print_stacktrace=1 \
	  sh tests/check.sh build/asan unit shell replay
clang: ## build everything with clang, warnings as errors
	@$(MAKE) --no-print-directory B=build/clang CC=clang CFLAGS='$(CFLAGS) -Werror' all build/clang/unit
lint: ## formatter, clang-tidy, shellcheck, mandoc and the walls between the rooms
	@$(DEPS) build test lint
	@$(MAKE) --no-print-directory all
	@sh tests/lint/lint.sh $(B)
coverage: ## line and branch coverage (VERBS='ehcp-*': with faults of their database calls; FILES='lib/rules/ehc')
	@$(DEPS) build test coverage
	@$(MAKE) --no-print-directory B=build/cov OPT='-O0 -g' SAN=--coverage test-tools
	@sh tests/coverage.sh build/cov '$(VERBS)' '$(FILES)'
fuzz: ## run each fuzzer for FUZZ_SECONDS from its corpus
	@$(DEPS) build fuzz
	@$(MAKE) --no-print-directory B=build/fuzz CC=clang OPT='-O1 -g' \
	  SAN='-fsanitize=address,undefined,fuzzer-no-link' $(FUZZ_SRC:tests/fuzz/%.c=build/fuzz/fuzzer/%)
	@for f in $(FUZZ_SRC:tests/fuzz/%.c=%); do \
	  mkdir -p build/fuzz/corpus/$$f && build/fuzz/fuzzer/$$f -max_total_time=$(FUZZ_SECONDS) -timeout=10 \
	    -artifact_prefix=build/fuzz/ build/fuzz/corpus/$$f tests/fuzz/corpus/$$f || exit 1; done
bench: ## speed and size, as ratios to sqlite3 and git in the same run
	@$(DEPS) build bench
	@$(MAKE) --no-print-directory $(B)/sendctl
	@rc=0; python3 tests/bench/bench.py $(B)/sendctl || rc=1; python3 tests/bench/trust.py $(B)/sendctl || rc=1; exit $$rc
bench-million: ## import of a million pupils
	@$(DEPS) build bench
	@$(MAKE) --no-print-directory $(B)/sendctl
	@python3 tests/bench/bench.py --million $(B)/sendctl
demo: ## a first day with the sample school, in a temporary records file
	@$(DEPS) build demo
	@$(MAKE) --no-print-directory --silent $(B)/sendctl
	@sh tests/demo.sh $(B)/sendctl

PAGES = $(notdir $(MAN))
install: all ## install into $(DESTDIR)$(PREFIX)
	install -d '$(DESTDIR)$(BINDIR)' '$(DESTDIR)$(BASHDIR)' '$(DESTDIR)$(ZSHDIR)' '$(DESTDIR)$(FISHDIR)'
	install -m 755 $(B)/sendctl '$(DESTDIR)$(BINDIR)/sendctl'
	for p in $(PAGES); do install -D -m 644 $(B)/man/$$p "$(DESTDIR)$(MANDIR)/man$${p##*.}/$$p" || exit 1; done
	install -m 644 completions/sendctl.bash '$(DESTDIR)$(BASHDIR)/sendctl'
	install -m 644 completions/_sendctl '$(DESTDIR)$(ZSHDIR)/_sendctl'
	install -m 644 completions/sendctl.fish '$(DESTDIR)$(FISHDIR)/sendctl.fish'
uninstall: ## take away what install put there
	rm -f '$(DESTDIR)$(BINDIR)/sendctl' '$(DESTDIR)$(BASHDIR)/sendctl'
	rm -f '$(DESTDIR)$(ZSHDIR)/_sendctl' '$(DESTDIR)$(FISHDIR)/sendctl.fish'
	for p in $(PAGES); do rm -f "$(DESTDIR)$(MANDIR)/man$${p##*.}/$$p"; done
check-install: test-deps all ## install, look, uninstall, look again
	@sh tests/check-install.sh $(B)
dist: ## a tarball of what is committed
	@mkdir -p $(B)
	git archive --prefix=sendctl-$(VERSION)/ -o $(B)/sendctl-$(VERSION).tar.gz HEAD
	@ls -l $(B)/sendctl-$(VERSION).tar.gz
clean: ## remove what was built
	rm -rf '$(B)'

FORCE:
.PHONY: all man deps help test-deps test-tools check slow asan clang lint coverage fuzz bench bench-million demo \
        install uninstall check-install dist clean FORCE
.SECONDARY:
.DELETE_ON_ERROR:
-include $(LIB_OBJ:.o=.d) $(CMD_OBJ:.o=.d) $(UNIT_OBJ:.o=.d) $(FUZZ_OBJ:.o=.d)
