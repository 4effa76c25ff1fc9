# sendctl: `make help` lists the targets. Everything built is under $(B).
# Variants are other trees: `make asan` builds in build/asan.
B       ?= build
CC      ?= gcc
PREFIX  ?= /usr/local
BINDIR  ?= $(PREFIX)/bin
MANDIR  ?= $(PREFIX)/share/man
BASHDIR ?= $(PREFIX)/share/bash-completion/completions
ZSHDIR  ?= $(PREFIX)/share/zsh/site-functions
FISHDIR ?= $(PREFIX)/share/fish/vendor_completions.d
VERSION := 0.1.0

PKGS   := sqlite3 libcjson libutf8proc smartcols libsodium inih
WARN   := -Wall -Wextra -Wpedantic -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wvla \
          -Wno-gnu-zero-variadic-macro-arguments -Werror=implicit -Werror=unused-result
OPT    ?= -O2 -g
SAN    ?=
BASE_CFLAGS = -std=gnu11 -D_GNU_SOURCE -DSENDCTL_VERSION='"$(VERSION)"' $(WARN) $(OPT) $(SAN) \
          -fno-strict-aliasing -fstack-protector-strong
LDLIBS  = $(shell pkg-config --libs $(PKGS)) -lcsv
LDFLAGS += $(SAN) -Wl,--as-needed

LIB_SRC := $(wildcard lib/*/*.c)
CMD_SRC := $(wildcard cmd/*.c)
LIB_OBJ := $(LIB_SRC:%.c=$(B)/%.o) $(B)/gen/schema.o $(B)/gen/policies.o
CMD_OBJ := $(CMD_SRC:%.c=$(B)/%.o)

all: $(B)/sendctl $(B)/sendctl-test man ## build the program and its pages

$(B)/sendctl: $(CMD_OBJ) $(B)/libsen.a
	$(CC) $(LDFLAGS) -o $@ $(CMD_OBJ) $(B)/libsen.a $(LDLIBS)
# The same program with the test clock: no test reads the real one.
$(B)/sendctl-test: $(CMD_OBJ) $(B)/tests/clock.o $(B)/libsen.a
	$(CC) $(LDFLAGS) -o $@ $(CMD_OBJ) $(B)/tests/clock.o $(B)/libsen.a $(LDLIBS)
$(B)/libsen.a: $(LIB_OBJ)
	rm -f $@ && $(AR) rcs $@ $(LIB_OBJ)

# cmd/ sees include/ only: the wall is compiled, not asked for.
$(B)/cmd/%.o: cmd/%.c $(B)/flags
	@mkdir -p $(@D)
	$(CC) $(BASE_CFLAGS) $(CFLAGS) -Iinclude -Icmd -MMD -MP -c -o $@ $<
$(B)/lib/%.o: lib/%.c $(B)/flags
	@mkdir -p $(@D)
	$(CC) $(BASE_CFLAGS) $(CFLAGS) -Iinclude -Ilib -MMD -MP -c -o $@ $<
$(B)/tests/%.o: tests/%.c $(B)/flags
	@mkdir -p $(@D)
	$(CC) $(BASE_CFLAGS) $(CFLAGS) -Iinclude -Ilib -Itests -MMD -MP -c -o $@ $<
$(B)/gen/%.o: $(B)/gen/%.c $(B)/flags
	$(CC) $(BASE_CFLAGS) -Iinclude -Ilib -c -o $@ $<
$(B)/gen/schema.c: lib/store/schema/embed.sh $(wildcard lib/store/schema/*.sql)
	@mkdir -p $(@D)
	sh lib/store/schema/embed.sh lib/store/schema/*.sql > $@.tmp && mv $@.tmp $@
$(B)/gen/policies.c: lib/data/embed.sh $(wildcard lib/data/policies/*.json)
	@mkdir -p $(@D)
	sh lib/data/embed.sh lib/data/policies/*.json > $@.tmp && mv $@.tmp $@
# Changes only when the flags do.
$(B)/flags: FORCE
	@mkdir -p $(B); echo '$(CC) $(BASE_CFLAGS) $(CFLAGS)' > $@.new; cmp -s $@.new $@ && rm $@.new || mv $@.new $@
FORCE:
-include $(LIB_OBJ:.o=.d) $(CMD_OBJ:.o=.d)
