#!/usr/bin/env python3
"""What provision costs, worked out a second time, apart from the program.

    cost.py generate DB SEED    overlapping groups, joiners, absences, cover, a rate rise
    cost.py compare DB TODAY FROM UNTIL < ANSWER
                                ANSWER: sendctl report provision --costs --json
    cost.py conserve DB < ANSWER...     (see tests/cli/B0-cost.sh)

The definition is that of include/sen/cost.h; nothing is shared with it but the words.
Every adult's day is gone through minute by minute, money is in fractions.
"""
import collections
import datetime
import json
import random
import sqlite3
import sys
from fractions import Fraction

DAY = datetime.timedelta(days=1)
# England, 2026/27 (gov.uk).
HOLIDAYS = {"2026-12-25", "2026-12-28", "2027-01-01", "2027-03-26", "2027-03-29", "2027-05-03", "2027-05-31",
            "2026-08-31", "2027-08-30"}
ROLES = {"Teaching assistant": "ta", "Class teacher": "class-teacher"}


def day(text):
    return datetime.date.fromisoformat(text) if text else None


def half_up(x):
    return (2 * x.numerator + x.denominator) // (2 * x.denominator)


# ---- A school ----

class Writer:
    def __init__(self, db, seed):
        self.db, self.rng, self.count = sqlite3.connect(db), random.Random(seed), collections.Counter()
        self.school = self.db.execute("SELECT id FROM school").fetchone()[0]

    def add(self, table, **row):
        self.count[table] += 1
        have = self.db.execute(f"SELECT coalesce(max(id), 0) FROM {table}").fetchone()[0]
        row = dict(id=have + 1, uid=f"{table[:8]}{have + 1:024d}"[:32], school_id=self.school, rev=1, **row)
        names = ", ".join(f'"{name}"' for name in row)
        self.db.execute(f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(row))})", list(row.values()))
        return have + 1


def generate(path, seed):
    w = Writer(path, seed)
    rng = w.rng
    pupils = [row[0] for row in w.db.execute(
        "SELECT r.pupil_id FROM register_entry r JOIN pupil p ON p.id = r.pupil_id WHERE r.kind IN ('register', 'plan')"
        " AND r.until_on IS NULL AND p.left_on IS NULL ORDER BY r.pupil_id")]
    adults = [("Mrs Lee", "ta"), ("Mr Shah", "ta"), ("Ms Quinn", "class-teacher"), ("Mrs Abbott", "learning-mentor")]
    staff = [(w.add("staff", name=name, role=role), name) for name, role in adults]
    for role, pence, start in (("ta", 1447, "2026-09-01"), ("Teaching assistant", 1519, "2026-11-02"),
                               ("class-teacher", 3301, "2026-09-01"), ("elsa", 1702, "2026-10-01")):
        w.add("rate", kind="hour", name=role, pence=pence, from_on=start)
    first = datetime.date(2026, 9, 7)
    for number in range(24):
        provision(w, rng, number, first + DAY * rng.randrange(0, 70), pupils, staff)
    # A child who leaves, one who changes class, one whose need changes.
    gone, moved, other = rng.sample(pupils, 3)
    w.db.execute("UPDATE pupil SET left_on = '2026-10-30' WHERE id = ?", [gone])
    change(w, "enrolment", moved, "2026-10-05", "class", "9Z")
    change(w, "need", other, "2026-10-12", "type", "HI")
    w.db.commit()


def change(w, table, pupil, on, column, value):
    """The period that is open ends, the next one differs in one column."""
    w.db.row_factory = sqlite3.Row
    where = "pupil_id = ? AND until_on IS NULL" + (" AND rank = 1" if table == "need" else "")
    row = dict(w.db.execute(f"SELECT * FROM {table} WHERE {where}", [pupil]).fetchone())
    w.db.row_factory = None
    w.db.execute(f"UPDATE {table} SET until_on = ? WHERE id = ?", [on, row["id"]])
    for key in ("id", "uid", "school_id", "rev"):
        del row[key]
    w.add(table, **{**row, "from_on": on, column: value})


def provision(w, rng, number, start, pupils, staff):
    at = rng.choice([None, "09:00", "09:10", "09:20", "10:45", "13:30"])
    weeks, times = rng.randrange(3, 12), rng.choice([1, 2, 3, 5, 6])
    group = w.add("provision", name=f"Group {number}", wave=rng.choice([None, "Wave 2", "Wave 3"]),
                  area=rng.choice([None, "cognition", "communication", "semh"]), from_on=start.isoformat(),
                  minutes=rng.choice([10, 15, 20, 25, 30, 45, 47]), times=times, weeks=weeks,
                  days=rng.choice([None, None, "mon,wed,fri"]) if times == 3 else None, at=at,
                  funding=rng.choice([None, "notional", "sspp"]), session_pence=rng.choice([None, None, None, 2503]),
                  resource_pence=rng.choice([None, None, 4999]),
                  until_on=rng.choice([None, None, (start + DAY * 30).isoformat()]))
    members = rng.sample(pupils, rng.randrange(1, 7))
    for pupil in members:
        joined = start + DAY * rng.choice([0, 0, 0, 9, 20])
        w.add("provision_pupil", pupil_id=pupil, provision_id=group, from_on=joined.isoformat(),
              until_on=rng.choice([None, None, None, (joined + DAY * 25).isoformat()]))
    for who, name in rng.sample(staff, rng.choice([0, 1, 1, 1, 2])):
        w.add("provision_adult", provision_id=group, staff_id=who, name=name,
              role=rng.choice([None, None, None, "ELSA"]), from_on=start.isoformat(),
              until_on=rng.choice([None, None, (start + DAY * 40).isoformat()]))
    for i in range(rng.randrange(0, 40)):
        held = start + DAY * rng.randrange(0, 60)
        if held.weekday() > 4 or held > datetime.date(2026, 11, 20):
            continue
        session = w.add("session", provision_id=group, held_on=held.isoformat(),
                        at=rng.choice([None, None, None, "09:05"]), minutes=rng.choice([None, None, 20, 35]),
                        cancelled=rng.choice([None] * 6 + ["fire drill"]),
                        covered_by=rng.choice([None] * 6 + ["Mr Shah", "mrs lee", "Supply, agency"]))
        for pupil in rng.sample(members, rng.choice([0, 0, 0, 1, min(2, len(members)), len(members)])):
            w.add("absence", pupil_id=pupil, session_id=session, why="ill")


# ---- The same, counted ----

class School:
    def __init__(self, path, today, start, end):
        self.db = sqlite3.connect(path)
        self.db.row_factory = sqlite3.Row
        self.today, self.start, self.end = day(today), day(start), day(end)
        self.terms = [(row["kind"], day(row["from_on"]), day(row["until_on"])) for row in self.rows("term")]
        self.staff = {row["id"]: row for row in self.rows("staff")}
        self.rates = [(ROLES.get(r["name"], r["name"].lower()), day(r["from_on"]), r["pence"])
                      for r in self.rows("rate") if r["kind"] == "hour"]
        self.people = {row["id"]: row for row in self.rows("pupil")}
        self.members = self.by("provision_pupil", "provision_id")
        self.adults = self.by("provision_adult", "provision_id")
        self.classes, self.needs = self.by("enrolment", "pupil_id"), self.by("need", "pupil_id")
        self.sessions, self.away = self.by("session", "provision_id"), self.by("absence", "session_id")

    def rows(self, table):
        return self.db.execute(f"SELECT * FROM {table} WHERE voided_at IS NULL ORDER BY id").fetchall()

    def by(self, table, column):
        out = collections.defaultdict(list)
        for row in self.rows(table):
            out[row[column]].append(row)
        return out

    def school_day(self, date):
        if date.weekday() > 4 or date.isoformat() in HOLIDAYS:
            return False
        kinds = {kind for kind, start, end in self.terms if start <= date < end}
        return kinds == {"term"}

    def rate(self, role, date):
        known = [(start, pence) for name, start, pence in self.rates if name == role and start <= date]
        return max(known)[1] if known else None

    def children(self, group, date):
        out = set()
        for row in self.members[group]:
            person = self.people[row["pupil_id"]]
            if (day(row["from_on"]) <= date and not (row["until_on"] and day(row["until_on"]) <= date)
                    and not (person["left_on"] and day(person["left_on"]) < date)
                    and not (person["died_on"] and day(person["died_on"]) <= date)
                    and not (person["admitted_on"] and day(person["admitted_on"]) > date)):
                out.add(row["pupil_id"])
        return sorted(out)

    def adults_on(self, group, date):
        """(who, role) in order, each once."""
        out = {}
        for row in self.adults[group]:
            if day(row["from_on"]) <= date and not (row["until_on"] and day(row["until_on"]) <= date):
                role = row["role"] or self.staff[row["staff_id"]]["role"]
                out.setdefault(f"ST{row['staff_id']}", ROLES.get(role, role.lower()))
        return list(out.items())

    def planned_days(self, g):
        spread = [{}, {2: 1}, {1: 1, 3: 1}, {0: 1, 2: 1, 4: 1}, {0: 1, 1: 1, 3: 1, 4: 1}]
        week = {i: g["times"] // 5 + spread[g["times"] % 5].get(i, 0) for i in range(5)}
        if g["days"]:
            week = {i: int(name in g["days"].split(",")) for i, name in enumerate("mon tue wed thu fri".split())}
        left, date = g["weeks"] * g["times"], day(g["from_on"])
        until = day(g["until_on"]) or datetime.date(2040, 1, 1)
        while left > 0 and date < until and date < self.end:
            for _ in range(min(left, week.get(date.weekday(), 0)) if self.school_day(date) else 0):
                yield date
                left -= 1
            date += DAY

    # A session: group, number, day, start (or None), minutes, {who: role}, children.
    def planned(self):
        for g in self.rows("provision"):
            seen = set()
            for number, date in enumerate(self.planned_days(g)):
                children = self.children(g["id"], date)
                if date >= self.start and children:
                    yield (g["id"], number, date, None if date in seen else clock(g["at"]), g["minutes"] or 0,
                           self.adults_on(g["id"], date), children)
                seen.add(date)

    def held(self):
        for g in self.rows("provision"):
            seen = set()
            for row in sorted(self.sessions[g["id"]], key=lambda r: (r["held_on"], r["id"])):
                date, at = day(row["held_on"]), clock(row["at"])
                if row["cancelled"] or not self.start <= date < self.end or date > self.today:
                    continue
                if at is None and date not in seen:
                    at = clock(g["at"])
                    seen.add(date)
                there = self.children(g["id"], date)
                away = {a["pupil_id"] for a in self.away[row["id"]]}
                yield (g["id"], row["id"], date, at, row["minutes"] or g["minutes"] or 0,
                       self.covered(row, self.adults_on(g["id"], date)), [c for c in there if c not in away] or there)

    def covered(self, row, adults):
        name = row["covered_by"]
        if not name:
            return adults
        staff = [s for s in self.staff.values() if s["name"].lower() == name.lower()]
        who = f"ST{staff[0]['id']}" if staff else name
        for other, role in adults:
            if other == who:
                return [(who, role)]
        role = staff[0]["role"] if staff else adults[0][1] if adults else None
        return [(who, role)] + adults[1:]

    def price(self, sessions):
        """{(group, number): {who: [minutes, pence, unpriced]}}"""
        days, out = collections.defaultdict(list), collections.defaultdict(lambda: collections.defaultdict(lambda: [0, 0, 0]))
        for group, number, date, at, minutes, adults, _ in sessions:
            for who, role in adults:
                days[who, date].append((group, number, at, minutes, role))
        for (who, date), gives in days.items():
            gone = collections.Counter()
            for length, together in stretches(gives):
                role = together[0][4]
                rate = self.rate(role, date) if role else None
                pence = unpriced = 0
                if rate is None:
                    unpriced = length
                else:
                    pence = half_up(Fraction((gone[role] + length) * rate, 60)) - half_up(Fraction(gone[role] * rate, 60))
                gone[role] += length
                for give, *parts in zip(together, shares(length, len(together)), shares(pence, len(together)),
                                        shares(unpriced, len(together))):
                    mine = out[give[0], give[1]][who]
                    for i in range(3):
                        mine[i] += parts[i]
        return out


def clock(text):
    return int(text[:2]) * 60 + int(text[3:]) if text else None


def shares(whole, count):
    return [whole // count + (whole % count if i == 0 else 0) for i in range(count)]


def stretches(gives):
    """Minutes in a row with the same sessions; then those without a time."""
    now, length = [], 0
    for minute in range(0, 2 * 24 * 60):
        here = sorted(g for g in gives if g[2] is not None and g[2] <= minute < g[2] + g[3])
        if here != now and length:
            yield length, now
            length = 0
        now, length = here, length + 1 if here else 0
    for give in sorted((g for g in gives if g[2] is None), key=lambda g: g[:2]):
        if give[3]:
            yield give[3], [give]


class Sums:
    def __init__(self):
        self.of = collections.defaultdict(lambda: [0, 0, 0])  # sessions, pence, unpriced

    def add(self, kind, name, key, sessions, pence, unpriced):
        mine = self.of[kind, name, key]
        mine[0] += sessions
        mine[1] += pence
        mine[2] += unpriced


def word(periods, column, date, rank=False):
    for row in periods:
        if rank and row["rank"] != 1:
            continue
        if not (row["from_on"] and day(row["from_on"]) > date) and not (row["until_on"] and day(row["until_on"]) <= date):
            return row[column]
    return None


def whole_school(school):
    sums, groups = Sums(), {g["id"]: g for g in school.rows("provision")}

    def count(kinds, group, date, adults, fee, unpriced, children, session):
        pence = sum(a[1] for a in adults.values()) + fee
        lacks = sum(a[2] for a in adults.values()) + unpriced
        for kind in kinds:
            sums.add(kind, "total", None, session, pence, lacks)
            sums.add(kind, "map", f"G{group}", session, pence, lacks)
            for who, (_, p, u) in adults.items():
                sums.add(kind, "adults", who, session, p, u)
            if fee or unpriced:
                sums.add(kind, "adults", None, session, fee, unpriced)
            for child, p, u in zip(children, shares(pence, len(children)), shares(lacks, len(children))) if children else [(None, pence, lacks)]:
                if child:
                    sums.add(kind, "children", f"P{child}", session, p, u)
                    sums.add(kind, "shares", (f"G{group}", f"P{child}"), session, p, u)
                n = session if child else 0
                sums.add(kind, "needs", word(school.needs[child], "type", date, True) if child else None, n, p, u)
                sums.add(kind, "classes", word(school.classes[child], "class", date) if child else None, n, p, u)
                sums.add(kind, "funding", groups[group]["funding"], n, p, u)
                sums.add(kind, "interventions", groups[group]["name"], n, p, u)

    for kind, sessions in (("planned", list(school.planned())), ("delivered", list(school.held()))):
        priced = school.price(sessions)
        for group, number, date, _, minutes, adults, children in sessions:
            g = groups[group]
            fee = g["session_pence"] or 0
            lacks = (1 if adults or not fee else 0) if not minutes else minutes if not adults and not fee else 0
            kinds = [kind] + (["due"] if kind == "planned" and date <= school.today else [])
            mine = {who: priced[group, number][who] for who, _ in adults}
            count(kinds, group, date, mine, fee, lacks, children, 1)
        for group, g in groups.items():
            date = day(g["from_on"])
            if not g["resource_pence"] or not school.start <= date < school.end or (kind == "delivered" and date > school.today):
                continue
            children = school.children(group, date)
            if not children and school.members[group]:
                children = [min(school.members[group], key=lambda r: (r["from_on"], r["pupil_id"]))["pupil_id"]]
            kinds = [kind] + (["due"] if kind == "planned" and date <= school.today else [])
            count(kinds, group, date, {}, g["resource_pence"], 0, children, 0)
    return sums


def compare(path, today, start, end, answer):
    school = School(path, today, start, end)
    sums, row = whole_school(school), answer["rows"][0]
    staff = {s["name"]: f"ST{key}" for key, s in school.staff.items()}
    keys = {"map": lambda r: r["id"], "children": lambda r: r["id"], "shares": lambda r: (r["provision"], r["pupil_id"]),
            "adults": lambda r: staff.get(r["key"], r["key"]), "total": lambda r: None}
    fields = {"planned": ("planned_sessions", "planned_pence", "unpriced_minutes"),
              "due": ("due_sessions", "due_pence", "due_unpriced_minutes"),
              "delivered": ("held_sessions", "delivered_pence", "delivered_unpriced_minutes")}
    faults = 0
    for name in ("total", "map", "children", "shares", "needs", "classes", "funding", "interventions", "adults"):
        rows = [row] if name == "total" else row[name]
        given = {keys.get(name, lambda r: r["key"])(r): r for r in rows}
        assert len(given) == len(rows), f"{name}: a key comes twice"
        for kind, columns in fields.items():
            wanted = {k[2]: v for k, v in sums.of.items() if k[:2] == (kind, name)}
            for key in set(wanted) | set(given):
                got = [(given[key][c] or 0) if key in given else 0 for c in columns]
                if got != wanted.get(key, [0, 0, 0]):
                    faults += 1
                    print(f"{name} {key} {kind}: sendctl {got}, counted {wanted.get(key)}")
            if name != "total" and name != "shares":
                whole = sums.of[kind, "total", None][1]
                parts = sum(r[columns[1]] or 0 for r in rows)
                if name != "children" and parts != whole:
                    print(f"{name} {kind}: the parts come to {parts}, the whole is {whole}")
                    faults += 1
    for kind in fields:
        n, pence, lacks = sums.of[kind, "total", None]
        print(f"{kind}: {n} sessions, {pence} pence, {lacks} minutes without a rate")
    print(f"{faults} differ" if faults else "agrees to the penny")
    return 1 if faults else 0


if __name__ == "__main__":
    if sys.argv[1] == "generate":
        generate(sys.argv[2], int(sys.argv[3]))
    elif sys.argv[1] == "compare":
        sys.exit(compare(*sys.argv[2:6], json.load(sys.stdin)))
