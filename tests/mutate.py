#!/usr/bin/env python3
"""Changes one operator or number at a time and runs the unit tests: a change
that no test notices (a survivor) is a test that is missing, or is explained in
tests/mutants.txt.

    tests/mutate.py                                       the clock and the dates
    tests/mutate.py lib/base/json.c --suite json          another file
    tests/mutate.py --only-known                          only what mutants.txt tells of

Exit status 1 when a survivor is not explained, or an explanation is of a change
that is noticed now or cannot be made any more.  A survivor is printed as
mutants.txt writes it.  Works in a folder of its own, never in the tree.  Needs
the unit tests built before (make build/unit): only the file in question is
compiled anew.
"""
import argparse
import glob
import os
import re
import resource
import subprocess
import sys
import tempfile

DATES = ["lib/base/date.c", "lib/base/calendar.c"]
CLOCK = ["lib/rules/clock.c", *sorted(glob.glob("lib/rules/ehc_steps*.c"))]
# The quickest first: one that fails is enough.
CLOCK_SUITES = ["ehc_steps_edges", "ehc_steps", "law"]
DATE_SUITES = ["date", "calendar"]
SWAPS = [
    (r"<=", ["<", ">="]), (r">=", [">", "<="]), (r"==", ["!="]), (r"!=", ["=="]),
    (r"(?<![<\-])<(?![<=])", ["<=", ">"]), (r"(?<![>\-])>(?![>=])", [">=", "<"]),
    (r"&&", ["||"]), (r"\|\|", ["&&"]), (r"(?<=[\w)\]]) \+ (?=\w|\()", [" - "]),
    (r"(?<=[\w)\]]) - (?=\w|\()", [" + "]), (r" % ", [" / "]), (r" / ", [" * "]),
    (r"\btrue\b", ["false"]), (r"\bfalse\b", ["true"]), (r"\bbreak;", [";"]), (r"\bcontinue;", [";"]),
    (r"(?<![\w.\"'])\d+(?![\w.\"'])", ["+1", "-1"]),
]
SKIP = re.compile(r'^\s*(#|//|/?\*)|"[^"]*%|^\s*\{\d{4}, ')
# The first failed check ends the program: what the others say is no matter.
STOP = """#include <unistd.h>
extern char records_folder[];
void __wrap__ck_assert_failed(void);
void __wrap__ck_assert_failed(void) { rmdir(records_folder); _exit(1); }
"""
FLAGS = "-std=gnu11 -D_GNU_SOURCE -O1 -fPIC -w -Iinclude -Ilib -Itests".split()


def code_only(line):
    """The line with texts and comments blanked, same length."""
    line = re.sub(r'"(\\.|[^"\\])*"|\'(\\.|[^\'\\])*\'', lambda m: " " * len(m.group()), line)
    return re.sub(r"/\*.*?(\*/|$)", lambda m: " " * len(m.group()), line)


def mutants(lines):
    """Each change: the line's number, the function it is in, the line as it is and as it would be."""
    where = "-"
    for number, line in enumerate(lines):
        if re.match(r"[a-z]", line):
            named = re.search(r"(\w+)( =|\[.*=|\()", line)
            where = named.group(1) if named else "-"
        if SKIP.search(line):
            continue
        bare = code_only(line)
        for pattern, changes in SWAPS:
            for hit in re.finditer(pattern, bare):
                for change in changes:
                    new = str(int(hit.group()) + int(change)) if hit.group().isdigit() else change
                    yield number, where, line, line[: hit.start()] + new + line[hit.end():]


def run(command, seconds):
    """The exit status; a change that runs on for ever is ended by its time on the processor
    (a slow box must not count as a test that noticed)."""
    def limit():
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    return subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, preexec_fn=limit).returncode


def noticed(program, suites, seconds):
    """Whether a suite fails; the first that does is enough."""
    return any(run([program, *one], seconds) for one in ([[s] for s in suites] or [[]]))


def spent():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def read_known(path):
    """What is explained, (file, function, old, new), and what of it is noticed or not by chance."""
    known, chance, where, old = set(), set(), None, None
    by_chance = False
    for line in open(path) if os.path.exists(path) else ():
        line = line.rstrip("\n")
        if line.startswith(("= ", "~ ")):
            by_chance = line[0] == "~"
        elif line.startswith("@ "):
            where = tuple(line[2:].split(" "))
        elif line.startswith("- "):
            old = line[2:]
        elif line.startswith("+ "):
            known.add((*where, old, line[2:]))
            if by_chance:
                chance.add((*where, old, line[2:]))
    return known, chance


class Bench:
    """The unit tests, linked once with the file in question as a library of its own, which
    is then the only thing that is made anew."""

    def __init__(self, options, work, path):
        self.options, self.path = options, path
        self.source = os.path.join(work, os.path.basename(path))
        self.library, self.program = os.path.join(work, "libchanged.so"), os.path.join(work, "unit")

    def compiled(self, text):
        """What is in the library now; None when it is no C."""
        with open(self.source, "w") as out:
            out.write(text)
        if run([*self.compiler(), "-shared", "-o", self.library, self.source], 60):
            return None
        with open(self.library, "rb") as file:
            return file.read()

    def compiler(self):
        return [self.options.cc, *FLAGS, "-fuse-ld=" + self.options.ld]

    def link(self, work):
        def find(folder):
            return subprocess.check_output(["find", f"{self.options.build}/{folder}", "-name", "*.o"], text=True).split()
        objects = self.options.objects
        if objects is None:
            objects = [o for o in find("tests/unit") + find("tests/property") + find("cmd")
                       if not o.endswith("/cmd/main.o")]
            objects += [self.options.build + "/tests/clock.o", self.options.build + "/libsen.a"]
        libs = subprocess.check_output(
            "pkg-config --libs sqlite3 libcjson libutf8proc libsodium inih check".split(), text=True).split()
        stop = os.path.join(work, "stop.c")
        with open(stop, "w") as out:
            out.write(STOP)
        # Before the archive, so that its own copy of the file is not taken.
        if run([*self.compiler(), "-rdynamic", "-Wl,--wrap=_ck_assert_failed", "-Wl,-rpath," + work, "-o", self.program,
                stop, self.library, *objects, *libs, "-lcsv"], 60):
            sys.exit(f"{self.path}: does not link")


def try_file(bench, path, suites, known, only_known):
    """Every change of a file: (how many, survivors without an explanation, explanations that held)."""
    lines = open(path).read().splitlines(keepends=True)
    as_is = bench.compiled("".join(lines))
    bench.link(os.path.dirname(bench.program))
    before = spent()
    if noticed(bench.program, suites, 60):
        sys.exit(f"{path}: the tests fail as it is")
    seconds = int(2 + 2 * (spent() - before))
    total = open_ones = 0
    held = set()
    for number, where, old, new in mutants(lines):
        key = (path, where, old.strip(), new.strip())
        if only_known and key not in known:
            continue
        changed = bench.compiled("".join(lines[:number] + [new] + lines[number + 1:]))
        if changed is None or changed == as_is:  # no C, or the very same code
            continue
        total += 1
        if noticed(bench.program, suites, seconds):
            continue
        if key in known:
            held.add(key)
            continue
        open_ones += 1
        print(f"@ {path} {where}\n- {old.strip()}\n+ {new.strip()}\n  line {number + 1}", flush=True)
    return total, open_ones, held


def main():
    parse = argparse.ArgumentParser()
    parse.add_argument("files", nargs="*")
    parse.add_argument("--build", default="build", help="where the unit tests were built")
    parse.add_argument("--suite", action="append", help="only this suite (again for more)")
    parse.add_argument("--known", default="tests/mutants.txt", help="the survivors that are explained")
    parse.add_argument("--only-known", action="store_true", help="try only those")
    parse.add_argument("--objects", nargs="*", help="link these instead of those of --build")
    parse.add_argument("--cc", default="gcc")
    parse.add_argument("--ld", default="bfd", help="gold and lld are quicker")
    options = parse.parse_args()
    known, chance = read_known(options.known)
    os.environ["CK_FORK"] = "no"
    total = open_ones = 0
    files = options.files or CLOCK + DATES
    held = set()
    for path in files:
        with tempfile.TemporaryDirectory() as work:
            suites = options.suite
            if suites is None:
                suites = CLOCK_SUITES if path in CLOCK else DATE_SUITES if path in DATES else []
            count, left, kept = try_file(Bench(options, work, path), path, suites, known, options.only_known)
            print(f"{path}: {count} changes, {left + len(kept)} not noticed, {left} of them not explained", flush=True)
            total, open_ones, held = total + count, open_ones + left, held | kept
    stale = sorted(key for key in known - held - chance if key[0] in files)
    for path, where, old, new in stale:
        print(f"explained, but noticed or not to be made:\n@ {path} {where}\n- {old}\n+ {new}")
    print(f"{total} changes, {len(held) + open_ones} not noticed, {open_ones} of them not explained, {len(stale)} stale")
    return 1 if open_ones or stale else 0


if __name__ == "__main__":
    sys.exit(main())
