#!/usr/bin/env python3
"""A trust in one records file: 100 schools, 50,000 pupils, 9,000 plans, 30,000 targets,
20,000 provisions, 1,000,000 sessions, five years.

    trust_gen.py DB [SCHOOLS]    DB: made by `sendctl init`

Straight into the tables: through the program it would take an hour, and what is
measured is reading. The audit knows nothing of it.
"""
import datetime
import random
import sqlite3
import sys

DAY = datetime.timedelta(days=1)
AREAS = {"SLCN": "communication", "ASD": "communication", "SPLD": "cognition", "MLD": "cognition", "SEMH": "semh",
         "HI": "physical"}
PUPILS, PROVISIONS, SESSIONS, TARGETS = 500, 200, 50, 300  # a school; sessions: a provision
FORENAMES = "Zoë Amelia Olivia Noah Muhammad George Arthur Isla Ava Freya Leo Oscar Theo Aisha Fatima".split()
SURNAMES = "Smith Jones Taylor Brown Williams Wilson Patel Robinson Wright Thompson Khan O'Brien Kowalska Okoye".split()


class Table:
    """Rows of one kind, handed over by the thousand."""

    def __init__(self, db, name, columns):
        names = ["id", "uid", "school_id", "rev"] + columns.split()
        self.db, self.rows, self.name = db, [], name
        self.id = db.execute(f"SELECT coalesce(max(id), 0) FROM {name}").fetchone()[0]
        quoted = ", ".join(f'"{n}"' for n in names)
        self.sql = f"INSERT INTO {name} ({quoted}) VALUES ({', '.join('?' * len(names))})"

    def add(self, school, *values):
        self.id += 1
        self.rows.append((self.id, f"{self.name[:6]}{self.id:026d}"[:32], school, 1) + values)
        if len(self.rows) >= 5000:
            self.flush()
        return self.id

    def flush(self):
        self.db.executemany(self.sql, self.rows)
        self.rows = []


def copy_school(db, schools):
    """The first school's policy and dates, for each."""
    for table in ("policy_version", "term"):
        columns = [row[1] for row in db.execute(f"PRAGMA table_info({table})") if row[1] not in ("id", "uid", "school_id")]
        names = ", ".join(f'"{c}"' for c in columns)
        for n in range(2, schools + 1):
            db.execute(f"INSERT INTO {table} (id, uid, school_id, {names}) SELECT id + {n * 1000}, substr(uid, 1, 26) || "
                       f"'{n:06d}', {n}, {names} FROM {table} WHERE school_id = 1")


def weekday(date):
    while date.weekday() > 4:
        date += DAY
    return date.isoformat()


def pupils(t, rng, n):
    listed = []
    for i in range(PUPILS):
        forename, surname = rng.choice(FORENAMES), rng.choice(SURNAMES)
        pupil = t["pupil"].add(n, forename, surname, f"{surname} {forename}".lower(), "2018-03-01", "2022-09-01")
        year = 1 + i % 6
        t["enrolment"].add(n, pupil, str(year), f"{year}{'AB'[i // 6 % 2]}", "2026-09-01")
        if i % 100 >= 18:
            continue
        need = rng.choice(list(AREAS))
        t["register_entry"].add(n, pupil, n if n == 1 else n * 1000 + 1, "C", "Stage C", "K", "register", "2025-09-08")
        t["need"].add(n, pupil, need, 1, "2025-09-08")
        listed.append((pupil, need))
        plan = t["plan"].add(n, pupil, "learning-plan", "Learning Plan", 1, 1, "2026-09-10")
        for k in range(TARGETS // 90 + (len(listed) % 3 == 0)):
            t["target"].add(n, pupil, plan, k + 1, "short", "Reads 20 words", 0)
    return listed


def provision(t, rng, n, i, listed, adults):
    year, (pupil, need) = 2022 + i // 40, rng.choice(listed)
    start = datetime.date(year, 9, 6) + DAY * rng.randrange(0, 20 if year == 2026 else 250)
    start = datetime.date.fromisoformat(weekday(start))
    times = rng.choice([2, 3])
    group = t["provision"].add(n, f"Intervention {i % 25}", "Wave 3", AREAS[need], start.isoformat(),
                               (start + DAY * 130).isoformat() if year < 2026 else None, 20, times, 12,
                               rng.choice([None, "09:00", "09:15", "11:00"]), rng.choice([None, "notional", "sspp"]))
    others = rng.sample(listed, 3)
    for child in dict.fromkeys([pupil] + [p for p, _ in others]):
        t["provision_pupil"].add(n, child, group, start.isoformat(), None)
    t["provision_adult"].add(n, group, *rng.choice(adults), start.isoformat())
    span = 54 if year == 2026 else 125
    days = sorted({weekday(start + DAY * rng.randrange(0, span)) for _ in range(3 * SESSIONS)})[:SESSIONS]
    for k in range(SESSIONS):
        session = t["session"].add(n, group, days[k % len(days)], None)
        if k % 10 == 0:
            t["absence"].add(n, pupil, session, "ill")


def school(t, rng, db, n):
    if n > 1:
        t["school"].add(n, f"School {n}", f"330/{2000 + n}", "2022-09-01")
    else:
        db.execute("UPDATE school SET dfe = '330/2001'")
    adults = []
    for k in range(12):
        role = "ta" if k < 10 else "class-teacher"
        adults.append((t["staff"].add(n, f"Mrs Adult{n}-{k}", role), f"Mrs Adult{n}-{k}"))
    for role, pence in (("ta", 1450), ("class-teacher", 3300)):
        for year in range(2022, 2027):
            t["rate"].add(n, "hour", role, pence + 40 * (year - 2022), f"{year}-04-01")
    listed = pupils(t, rng, n)
    for i in range(PROVISIONS):
        provision(t, rng, n, i, listed, adults)


def main():
    db = sqlite3.connect(sys.argv[1])
    schools = int(sys.argv[2]) if len(sys.argv) > 2 else 100
    db.executescript("PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA cache_size = -200000;")
    rng = random.Random(20261122)
    shapes = {"school": "name dfe adopted_on", "staff": "name role", "rate": "kind name pence from_on",
              "pupil": "forename surname sort_key dob admitted_on", "enrolment": "pupil_id year class from_on",
              "register_entry": "pupil_id policy_id level level_name census kind from_on",
              "need": "pupil_id type rank from_on", "plan": "pupil_id kind kind_name cycle version made_on",
              "target": "pupil_id plan_id number horizon target carried",
              "provision": "name wave area from_on until_on minutes times weeks at funding",
              "provision_pupil": "pupil_id provision_id from_on until_on",
              "provision_adult": "provision_id staff_id name from_on",
              "session": "provision_id held_on cancelled", "absence": "pupil_id session_id why"}
    tables = {name: Table(db, name, columns) for name, columns in shapes.items()}
    with db:
        copy_school(db, schools)
        for n in range(1, schools + 1):
            school(tables, rng, db, n)
        for table in tables.values():
            table.flush()
            db.execute("INSERT INTO counter (kind, next) VALUES (?, ?) ON CONFLICT (kind) DO UPDATE SET next = excluded.next",
                       [{"provision_pupil": "member", "provision_adult": "gives", "register_entry": "register"}.get(
                           table.name, table.name), table.id + 1])
        db.execute("""INSERT INTO deadline (id, school_id, pupil_id, rule, subject, cycle, due_on, owner, basis, cite, what, fix, lapses)
            SELECT 2 * id + k, school_id, id, 'concern-window', 'C' || (2 * id + k), 0,
              CASE WHEN (2 * id + k) % 1000 = 0 THEN '2026-11-02' ELSE '2027-02-01' END, 'SENCo', 'policy', '4.2',
              'decide what follows from the concern', NULL, 0 FROM pupil, (SELECT 0 AS k UNION ALL SELECT 1)""")
        db.execute("INSERT INTO counter (kind, next) SELECT 'deadline', max(id) + 1 FROM deadline WHERE true"
                   " ON CONFLICT (kind) DO UPDATE SET next = excluded.next")
    db.executescript("PRAGMA journal_mode = WAL;")
    db.close()


if __name__ == "__main__":
    main()
