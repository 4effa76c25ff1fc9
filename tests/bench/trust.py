#!/usr/bin/env python3
"""Speed on a trust of 100 schools (trust_gen.py), as ratios in the same run.

    trust.py [--runs N] [--schools N] PROGRAM

Prints a line a measure as bench.py does. Exit 1 when one is over its limit.
"""
import argparse
import os
import shutil
import subprocess
import sys
import tempfile

from bench import Bench, Took

HERE = os.path.dirname(os.path.abspath(__file__))
SCHOOL = 50
OF = f"g.school_id = {SCHOOL} AND g.from_on < '2027-09-01' AND g.voided_at IS NULL"
NOW = OF + " AND (g.until_on IS NULL OR g.until_on > '2026-09-01')"
IN = f"(SELECT m.pupil_id FROM provision g JOIN provision_pupil m ON m.provision_id = g.id WHERE {NOW})"
# The rows that the map of one school is made of.
SAME_ROWS = [
    f"SELECT * FROM provision g WHERE {OF}",
    f"SELECT s.* FROM provision g JOIN session s ON s.provision_id = g.id WHERE {OF} AND s.held_on >= '2026-09-01'"
    " AND s.held_on < '2027-09-01'",
    f"SELECT m.*, p.left_on, p.died_on FROM provision g JOIN provision_pupil m ON m.provision_id = g.id"
    f" JOIN pupil p ON p.id = m.pupil_id WHERE {NOW}",
    f"SELECT a.*, f.role FROM provision g JOIN provision_adult a ON a.provision_id = g.id LEFT JOIN staff f ON f.id = a.staff_id"
    f" WHERE {NOW}",
    f"SELECT a.* FROM provision g JOIN session s ON s.provision_id = g.id JOIN absence a ON a.session_id = s.id WHERE {NOW}"
    " AND s.held_on >= '2026-09-01' AND s.held_on < '2027-09-01'",
    f"SELECT p.* FROM pupil p WHERE p.id IN {IN}", f"SELECT e.* FROM enrolment e WHERE e.pupil_id IN {IN}",
    f"SELECT n.* FROM need n WHERE n.pupil_id IN {IN}", f"SELECT r.* FROM register_entry r WHERE r.pupil_id IN {IN}",
    f"SELECT r.* FROM rate r WHERE r.school_id = {SCHOOL}",
    # Who is on the register with nothing: the children of the school.
    f"SELECT r.*, p.sort_key, e.class, n.type FROM register_entry r JOIN pupil p ON p.id = r.pupil_id"
    f" LEFT JOIN enrolment e ON e.pupil_id = p.id LEFT JOIN need n ON n.pupil_id = p.id"
    f" WHERE r.kind IN ('register', 'plan') AND r.until_on IS NULL AND r.school_id = {SCHOOL}"]


class Trust(Bench):
    def map(self, db):
        git, read = ["git", "--version"], {"argv": ["sqlite3", "-readonly", db], "stdin": self.path("same.sql")}
        with open(self.path("same.sql"), "w", encoding="utf-8") as f:
            f.write(";\n".join(SAME_ROWS) + ";\n")
        ours = self.ours(db, "report", "provision", "--whole-school", "--costs", "--school", f"330/{2000 + SCHOOL}")
        took, start, kib = self.pair(ours, git, 41)
        _, rows, _ = self.pair(git, read, 41)
        _, bare, _ = self.pair(git, {"argv": ["sqlite3", "-readonly", db], "stdin": "/dev/null"}, 41)
        limit = Took(3 * start.wall + rows.wall, 3 * start.cpu + rows.cpu)
        strict = took.wall / (3 * start.wall + rows.wall - bare.wall)
        print(f"     (git --version {start.wall * 1000:.1f} ms, sqlite3 for the same rows {rows.wall * 1000:.1f} ms, its own start "
              f"{bare.wall * 1000:.1f} ms; without that the ratio would be {strict:.2f})")
        self.line("report provision of one school in 100, against 3 git + sqlite3", took, limit, 1.0, kib)

    def log(self, db):
        """A session each time, at times that have none yet; a note each time. First all that is owed is worked out,
        which the generator left."""
        full, db = db, self.path("log.db")
        self.copy(full, db)
        self.once(self.ours(db, "--school", f"330/{2000 + SCHOOL}", "term", "close", "2027-06-14", "--name", "INSET"))
        with open(self.path("groups"), "w", encoding="utf-8") as f:
            subprocess.run(["sqlite3", db, f"SELECT id FROM provision g WHERE g.school_id = {SCHOOL} AND g.from_on BETWEEN '2026-09-10' AND '2026-10-15'"], stdout=f,
                           check=True)
        with open(self.path("groups"), encoding="utf-8") as f:
            groups = f.read().split()
        sessions, notes = [], []
        for i in range(31):
            sessions.append(self.once(self.ours(db, "session", "log", f"G{groups[i % len(groups)]}", "--on", "2026-11-20",
                                                "--at", f"{8 + i // 6:02d}:{i % 6}0", "--anyway", "bench")))
            notes.append(self.once(self.ours(db, "pupil", "note", f"P{24501 + i}", "spoke with home")))
        self.line("session log, against pupil note", middle(sessions), middle(notes), 1.5)

    def overdue_of_all(self, db):
        ours, theirs, kib = self.pair(self.ours(db, "report", "overdue"), ["git", "--version"], 41)
        self.line("report overdue, 100 of 100,000 deadlines", ours, theirs, 2.5, kib)


def middle(times):
    order = sorted(times)
    return order[len(order) // 2]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--schools", type=int, default=100)
    args = parser.parse_args()
    work = os.environ.get("BENCH_DIR") or tempfile.mkdtemp(prefix="sendctl-trust.")
    os.makedirs(work, mode=0o700, exist_ok=True)
    try:
        bench = Trust(args.program, work, args.runs, "")
        db = bench.path("trust.db")
        if not os.path.exists(db):
            bench.empty(db)
            subprocess.run([sys.executable, os.path.join(HERE, "trust_gen.py"), db, str(args.schools)], check=True)
        print("     measure                                          sendctl            other       ratio")
        bench.map(db)
        bench.overdue_of_all(db)
        bench.log(db)
        print("all within their limits" if not bench.over else f"{bench.over} over their limit")
    finally:
        if not os.environ.get("BENCH_DIR"):
            shutil.rmtree(work, ignore_errors=True)
    return 1 if bench.over else 0


if __name__ == "__main__":
    sys.exit(main())
