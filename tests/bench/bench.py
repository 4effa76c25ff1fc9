#!/usr/bin/env python3
"""Speed and size, as ratios to sqlite3 and git in the same run (medians).

    bench.py [--million] [--runs N] [--only WORD] PROGRAM

Prints a line a measure: ours, theirs, the ratio, its limit. Exit 1 when one is
over. The directory is $BENCH_DIR, else a temporary one.
"""
import argparse
import collections
import csv
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
TODAY = "2026-11-22"
# Seconds by the clock, by which the limits go, and of the processor, which a busy machine disturbs less.
Took = collections.namedtuple("Took", "wall cpu")
# The columns of `pupil list`, from the same records in the same order.
PERIOD = "{0}.pupil_id = p.id AND {0}.voided_at IS NULL AND ({0}.from_on IS NULL OR {0}.from_on <= '" + TODAY + \
    "') AND ({0}.until_on IS NULL OR {0}.until_on > '" + TODAY + "')"
SAME_LIST = f"""SELECT 'P' || p.id AS id, p.upn, p.admission_number, p.forename, p.surname,
  coalesce(p.preferred_forename, p.forename) || ' ' || coalesce(p.preferred_surname, p.surname) AS name, p.dob, p.sex,
  e.year, e.class, r.level, r.level_name, coalesce(r.census, 'N') AS census,
  CASE WHEN r.kind IN ('register', 'plan') THEN 1 ELSE 0 END AS on_register,
  n1.type AS primary_need, n2.type AS secondary_need, r.from_on AS since, p.left_on
FROM pupil p LEFT JOIN enrolment e ON {PERIOD.format('e')} LEFT JOIN register_entry r ON {PERIOD.format('r')}
  LEFT JOIN need n1 ON n1.rank = 1 AND {PERIOD.format('n1')} LEFT JOIN need n2 ON n2.rank = 2 AND {PERIOD.format('n2')}
WHERE p.voided_at IS NULL AND (p.admitted_on IS NULL OR p.admitted_on <= '{TODAY}')
  AND (p.left_on IS NULL OR p.left_on >= '{TODAY}') ORDER BY p.sort_key, p.id"""


def median(times):
    return Took(statistics.median(t.wall for t in times), statistics.median(t.cpu for t in times))


class Bench:
    def __init__(self, program, work, runs, only):
        self.program, self.work, self.runs, self.only = os.path.abspath(program), work, runs, only
        self.over = 0
        self.env = {k: v for k, v in os.environ.items() if not k.startswith(("SENDCTL_", "XDG_"))}
        self.env.update(HOME=work, SENDCTL_TODAY=TODAY, LC_ALL="C.UTF-8")

    def path(self, name):
        return os.path.join(self.work, name)

    def ours(self, db, *args):
        return [self.program, "--db", db, *args]

    def once(self, argv, out="/dev/null", stdin="/dev/null"):
        """What one run took."""
        actions = [(os.POSIX_SPAWN_OPEN, 0, stdin, os.O_RDONLY, 0),
                   (os.POSIX_SPAWN_OPEN, 1, out, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600),
                   (os.POSIX_SPAWN_OPEN, 2, self.path("stderr"), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)]
        start = time.perf_counter()
        pid = os.posix_spawnp(argv[0], argv, self.env, file_actions=actions)
        _, status, usage = os.wait4(pid, 0)
        took = time.perf_counter() - start
        if os.waitstatus_to_exitcode(status) != 0:
            with open(self.path("stderr"), errors="replace") as f:
                sys.exit(f"bench: {' '.join(argv)[:200]}: exit {os.waitstatus_to_exitcode(status)}: {f.read()[:600]}")
        return Took(took, usage.ru_utime + usage.ru_stime)

    def peak(self, argv):
        """Peak KiB of a run of its own, by time(1): a child of ours starts with our own pages to its name."""
        self.once(["/usr/bin/time", "-f", "%M", "-o", self.path("peak"), *argv])
        with open(self.path("peak"), encoding="ascii") as f:
            return int(f.read())

    def pair(self, ours, theirs, runs=None, before_ours=None, before_theirs=None):
        """Turn and turn about, so that a slow minute slows both. (Took, Took, KiB)"""
        times, others = [], []
        for _ in range(runs or self.runs):
            if before_ours:
                before_ours()
            times.append(self.once(ours))
            if before_theirs:
                before_theirs()
            others.append(self.once(**theirs) if isinstance(theirs, dict) else self.once(theirs))
        if before_ours:
            before_ours()
        return median(times), median(others), self.peak(ours)

    def line(self, name, ours, theirs, limit, kib=None, kib_limit=None):
        ratio = ours.wall / theirs.wall
        bad = ratio > limit or (kib_limit is not None and kib > kib_limit)
        self.over += bad
        size = "" if kib is None else f"  {kib / 1024:6.1f} MiB" + (f" (at most {kib_limit // 1024})" if kib_limit else "")
        print(f"{'OVER' if bad else 'ok  '} {name:<44} {ours.wall * 1000:9.1f} ms  {theirs.wall * 1000:9.1f} ms  {ratio:5.2f} "
              f"(at most {limit})  cpu {ours.cpu / theirs.cpu:5.2f}{size}", flush=True)

    def wants(self, word):
        return not self.only or self.only in word

    # ---- what is measured ----
    def generate(self, count):
        path = self.path(f"pupils-{count}.csv")
        if not os.path.exists(path):
            with open(path, "w", encoding="utf-8") as f:
                subprocess.run([sys.executable, os.path.join(HERE, "gen.py"), str(count)], stdout=f, check=True)
        return path

    def empty(self, db):
        for tail in ("", "-wal", "-shm"):
            if os.path.exists(db + tail):
                os.unlink(db + tail)
        self.once(self.ours(db, "init", "--name", "Bench", "--policy", "stages"))

    def copy(self, source, target):
        for tail in ("-wal", "-shm"):
            if os.path.exists(target + tail):
                os.unlink(target + tail)
        shutil.copyfile(source, target)
        os.chmod(target, 0o600)

    def indexes_filled(self, db):
        """The indexes that hold rows after an import: secondary ones, and the keys of WITHOUT ROWID tables."""
        sql = ("SELECT m.name FROM sqlite_master m JOIN dbstat s ON s.name = m.name WHERE m.name NOT LIKE 'sqlite_stat%' "
               "AND (m.type = 'index' OR m.sql LIKE '%WITHOUT ROWID%') GROUP BY m.name HAVING sum(s.ncell) >= 100")
        return subprocess.run(["sqlite3", db, sql], capture_output=True, text=True, check=True).stdout.split()

    def raw_import(self, path, db, count):
        """The yardstick: `.import` raw into one table with as many indexes."""
        with open(path, newline="", encoding="utf-8") as f:
            columns = next(csv.reader(f))
        quoted = [f'"{c}"' for c in columns]
        script = self.path("import.sql")
        with open(script, "w", encoding="utf-8") as f:
            f.write("PRAGMA journal_mode=WAL;\nPRAGMA synchronous=FULL;\n")
            f.write(f"CREATE TABLE raw ({', '.join(q + ' TEXT' for q in quoted)});\n")
            for i in range(count):
                f.write(f"CREATE INDEX i{i} ON raw ({quoted[i % len(quoted)]});\n")
            f.write(f".import --csv --skip 1 {path} raw\n")
        return {"argv": ["sqlite3", db], "stdin": script}

    def imports(self, path, limit_mib, label, runs=None):
        db, raw, full = self.path("import.db"), self.path("raw.db"), self.path("full.db")
        self.empty(full)
        self.once(self.ours(full, "pupil", "import", path, "--map", "sims"))
        indexes = self.indexes_filled(full)
        print(f"     ({label}: the import fills {len(indexes)} indexes: {' '.join(indexes)})")
        theirs = self.raw_import(path, raw, len(indexes))

        def no_raw():
            for tail in ("", "-wal", "-shm"):
                if os.path.exists(raw + tail):
                    os.unlink(raw + tail)
        ours, other, kib = self.pair(self.ours(db, "pupil", "import", path, "--map", "sims"), theirs, runs,
                                     lambda: self.empty(db), no_raw)
        self.line(f"import of {label}", ours, other, 1.5, kib, limit_mib * 1024)
        return full, other

    def reimports(self, path, full, yardstick):
        changed = self.path("changed.csv")
        with open(path, encoding="utf-8") as f, open(changed, "w", encoding="utf-8") as g:
            for i, row in enumerate(f):
                g.write(re.sub(r",(Year \d),\d([ABC]),", r",\1,9\2,", row) if i == 5000 else row)
        db = self.path("again.db")
        for name, what, limit in (("the identical file again", path, 0.1), ("the file with one changed row", changed, 0.8)):
            times = []
            argv = self.ours(db, "pupil", "import", what, "--map", "sims")
            for _ in range(self.runs):
                self.copy(full, db)
                times.append(self.once(argv))
            self.copy(full, db)
            self.line(name, median(times), yardstick, limit, self.peak(argv), 32 * 1024)

    def table_of(self, db, name, args):
        """The same columns and rows in a plain table, for sqlite3 to print."""
        with open(self.path("answer.csv"), "w") as f:
            subprocess.run(self.ours(db, *args, "--format", "csv", "--raw"), stdout=f, env=self.env, check=True)
        subprocess.run(["sqlite3", self.path(name), f".import --csv {self.path('answer.csv')} t"], check=True)

    def lists(self, full):
        plain = self.path("plain.db")
        self.table_of(full, "plain.db", ["pupil", "list"])
        for fmt, flag in (("ndjson", "-json"), ("json", "-json"), ("csv", "-csv")):
            argv = self.ours(full, "pupil", "list", "--format", fmt)
            ours, theirs, kib = self.pair(argv, ["sqlite3", flag, full, SAME_LIST])
            self.line(f"pupil list of 100,000 as {fmt}", ours, theirs, 1.2, kib, 12 * 1024)
            table = median([self.once(["sqlite3", flag, plain, "SELECT * FROM t"]) for _ in range(self.runs)])
            print(f"     (sqlite3 {flag} of the finished answer, stored as one table in this order: "
                  f"{table.wall * 1000:.1f} ms; against that {ours.wall / table.wall:.2f}, cpu {ours.cpu / table.cpu:.2f})")
        found = self.once(self.ours(full, "pupil", "list", "--format", "ndjson", "--limit", "1"))
        print(f"     (its first row alone: {found.wall * 1000:.1f} ms)")

    def small(self, full, runs=41):
        git = ["git", "--version"]
        ours, theirs, kib = self.pair([self.program, "--version"], git, runs)
        self.line("--version", ours, theirs, 1.5, kib)
        ours, theirs, kib = self.pair(self.ours(full, "pupil", "list", "--search", "zoe patel"), git, 15)
        self.line("name search over 100,000, against git --version", ours, theirs, 10, kib)

    def overdue(self, full):
        db = self.path("overdue.db")
        self.copy(full, db)
        subprocess.run(["sqlite3", db, """
            DELETE FROM deadline;
            WITH p AS (SELECT id, row_number() OVER (ORDER BY id) AS n FROM pupil)
            INSERT INTO deadline (id, school_id, pupil_id, rule, subject, cycle, due_on, owner, basis, cite, what, fix, lapses)
            SELECT n, 1, id, 'concern-window', 'C' || n, 0, CASE WHEN n % 1000 = 0 THEN '2026-11-02' ELSE '2027-02-01' END,
                   'SENCo', 'policy', '4.2', 'decide what follows from the concern', NULL, 0 FROM p;"""], check=True)
        ours, theirs, kib = self.pair(self.ours(db, "report", "overdue"), ["git", "--version"], 41)
        with open(self.path("said"), "w") as f:
            subprocess.run(self.ours(db, "report", "overdue", "--format", "ndjson"), stdout=f, env=self.env, check=True)
        with open(self.path("said")) as f:
            count = sum(1 for _ in f)
        if count != 100:
            sys.exit(f"bench: report overdue gives {count} rows, not 100")
        self.line("report overdue, 100 of 100,000 deadlines", ours, theirs, 2.5, kib)

    def million(self):
        path = self.generate(1000000)
        full, _ = self.imports(path, 96, "1,000,000 pupils", runs=3)
        ours, theirs, kib = self.pair(self.ours(full, "pupil", "show", "P500000"), ["git", "--version"], 41)
        self.line("pupil show among 1,000,000", ours, theirs, 2.5, kib)

    def show(self, full):
        ours, theirs, kib = self.pair(self.ours(full, "pupil", "show", "P50000"), ["git", "--version"], 41)
        self.line("pupil show among 100,000 (bench-million: 1,000,000)", ours, theirs, 2.5, kib)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--million", action="store_true")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--only", default="")
    args = parser.parse_args()
    work = os.environ.get("BENCH_DIR") or tempfile.mkdtemp(prefix="sendctl-bench.")
    os.makedirs(work, mode=0o700, exist_ok=True)
    try:
        bench = Bench(args.program, work, args.runs, args.only)
        print("     measure                                          sendctl        sqlite3/git  ratio")
        if args.million:
            bench.million()
        else:
            path = bench.generate(100000)
            full, yardstick = bench.imports(path, 32, "100,000 pupils")
            bench.reimports(path, full, yardstick)
            bench.lists(full)
            bench.small(full)
            bench.show(full)
            bench.overdue(full)
        print("all within their limits" if not bench.over else f"{bench.over} over their limit")
    finally:
        if not os.environ.get("BENCH_DIR"):
            shutil.rmtree(work, ignore_errors=True)
    return 1 if bench.over else 0


if __name__ == "__main__":
    sys.exit(main())
