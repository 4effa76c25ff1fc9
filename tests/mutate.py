#!/usr/bin/env python3
"""Changes one operator or number at a time and runs the unit tests: a change
that no test notices (a survivor) is a test that is missing.

    tests/mutate.py lib/base/date.c lib/base/calendar.c [--suite date ...]

Works in a folder of its own, never in the tree.  Needs `make` of the unit
tests first: only the file in question is compiled anew, then all is linked.
"""
import argparse
import os
import re
import resource
import subprocess
import sys
import tempfile

SWAPS = [
    (r"<=", ["<", ">="]), (r">=", [">", "<="]), (r"==", ["!="]), (r"!=", ["=="]),
    (r"(?<![<\-])<(?![<=])", ["<=", ">"]), (r"(?<![>\-])>(?![>=])", [">=", "<"]),
    (r"&&", ["||"]), (r"\|\|", ["&&"]), (r"(?<=[\w)\]]) \+ (?=\w|\()", [" - "]),
    (r"(?<=[\w)\]]) - (?=\w|\()", [" + "]), (r" % ", [" / "]), (r" / ", [" * "]),
    (r"\btrue\b", ["false"]), (r"\bfalse\b", ["true"]), (r"\bbreak;", [";"]), (r"\bcontinue;", [";"]),
    (r"(?<![\w.\"'])\d+(?![\w.\"'])", ["+1", "-1"]),
]
SKIP = re.compile(r'^\s*(#|//|/?\*)|"[^"]*%|^\s*\{\d{4}, ')


def code_only(line):
    """The line with texts and comments blanked, same length."""
    line = re.sub(r'"(\\.|[^"\\])*"|\'(\\.|[^\'\\])*\'', lambda m: " " * len(m.group()), line)
    return re.sub(r"/\*.*?(\*/|$)", lambda m: " " * len(m.group()), line)


def mutants(text):
    for number, line in enumerate(text.splitlines(keepends=True)):
        if SKIP.search(line):
            continue
        bare = code_only(line)
        for pattern, changes in SWAPS:
            for hit in re.finditer(pattern, bare):
                for change in changes:
                    new = str(int(hit.group()) + int(change)) if hit.group().isdigit() else change
                    yield number, line, line[: hit.start()] + new + line[hit.end():]


def run(command, seconds):
    """The exit status; a change that runs on for ever is ended by its time on the processor
    (a slow box must not count as a test that noticed)."""
    def limit():
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    return subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, preexec_fn=limit).returncode


def noticed(program, suites):
    """Whether a suite fails; the first that does is enough."""
    return any(run([program, *one], 5) for one in ([[s] for s in suites] or [[]]))


def main():
    parse = argparse.ArgumentParser()
    parse.add_argument("files", nargs="+")
    parse.add_argument("--build", default="build", help="where the unit tests were built")
    parse.add_argument("--suite", action="append", default=[], help="only this suite (again for more)")
    parse.add_argument("--main", default="tests/unit/main.c")
    parse.add_argument("--objects", nargs="*", help="link these instead of those of --build")
    parse.add_argument("--cc", default="gcc")
    parse.add_argument("--ld", default="bfd", help="gold is quicker")
    options = parse.parse_args()
    flags = ("-std=gnu11 -D_GNU_SOURCE -O0 -w -Iinclude -Ilib -Itests").split()
    libs = subprocess.check_output("pkg-config --libs sqlite3 libcjson libutf8proc libsodium inih check".split(),
                                   text=True).split() + ["-lcsv"]
    survivors = total = 0
    os.environ["CK_FORK"] = "no"
    with tempfile.TemporaryDirectory() as work:
        for path in options.files:
            text = open(path).read()
            lines = text.splitlines(keepends=True)
            objects = options.objects
            if objects is None:
                objects = subprocess.check_output(
                    ["find", options.build + "/tests/unit", options.build + "/tests/property", "-name", "*.o"], text=True).split()
                objects += [o for o in subprocess.check_output(
                    ["find", options.build + "/cmd", "-name", "*.o"], text=True).split() if not o.endswith("/main.o")]
                objects += [options.build + "/tests/clock.o", options.build + "/libsen.a"]
            for number, old, new in mutants(text):
                source = os.path.join(work, os.path.basename(path))
                with open(source, "w") as out:
                    out.write("".join(lines[:number] + [new] + lines[number + 1:]))
                made, program = source + ".o", os.path.join(work, "unit")
                if run([options.cc, *flags, "-c", "-o", made, source], 60):
                    continue
                # First in the link, so that the library's own copy is not taken.
                if run([options.cc, "-fuse-ld=" + options.ld, "-o", program, made, *objects, *libs], 60):
                    sys.exit(f"{path}: does not link")
                total += 1
                if not noticed(program, options.suite):
                    survivors += 1
                    print(f"{path}:{number + 1}\n  - {old.strip()}\n  + {new.strip()}", flush=True)
    print(f"{total} changes, {survivors} not noticed")
    return 1 if survivors else 0


if __name__ == "__main__":
    sys.exit(main())
