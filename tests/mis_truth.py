"""Compares `pupil list --all --json` (stdin) with the truth of tests/data/mis.

usage: mis_truth.py DIR sims|full|plain|dirty
sims: names and status as SIMS can say them; plain: monitoring is not said;
full: everything; dirty: the rows of dirty.expected.csv are not there.
Prints "N children agree" or the differences, at most twenty.
"""
import csv
import json
import sys

folder, shape = sys.argv[1:3]


def read(name, encoding="utf-8-sig"):
    with open(f"{folder}/{name}", encoding=encoding, newline="") as file:
        return list(csv.reader(file))


def table(name):
    rows = read(name)
    return {row[0]: dict(zip(rows[0], row)) for row in rows[1:]}


truth = table("truth.csv")
if shape == "sims":
    for upn, row in table("truth-sims.csv").items():
        truth[upn].update(row)
if shape == "plain":
    for row in truth.values():
        row["sen"] = row["sen"].replace("M", "N")
if shape == "dirty":
    # Data rows are counted from 1 below the heading (title and blank row above).
    data = read("dirty.csv")[3:]
    for number, _ in read("dirty.expected.csv")[1:]:
        upn = data[int(number) - 1][0].replace("\u00a0", "").strip().upper()
        names = tuple(cell.replace("\u00a0", " ").strip() for cell in data[int(number) - 1][1:3])
        gone = [key for key, row in truth.items() if (row["surname"], row["forename"]) == names and
                key[1:12].startswith(upn[1:11])]
        assert len(gone) == 1, (number, upn, gone)
        del truth[gone[0]]

year = {"-1": "N2", "-2": "N1", "0": "R"}
got = {row["upn"]: row for row in json.load(sys.stdin)["rows"]}
wrong = []
for upn in sorted(truth.keys() | got.keys()):
    t, g = truth.get(upn), got.get(upn)
    if not t or not g:
        wrong.append(f"{upn}: {'not expected' if g else 'missing'}")
        continue
    preferred = t["preferred_forename"] if shape != "dirty" else t["forename"]
    expected = {
        "forename": t["forename"], "surname": t["surname"], "name": f"{preferred} {t['surname']}",
        "dob": t["dob"], "sex": t["sex"], "year": year.get(t["ncy"], t["ncy"]), "class": t["class"],
        "census": "N" if t["sen"] == "M" else t["sen"], "on_register": t["sen"] in "KE",
        "primary_need": t["need1"] or None, "secondary_need": t["need2"] or None,
    }
    if shape != "dirty":
        expected["left_on"] = t["left"] or None
    wrong += [f"{upn}: {key} is {g[key]!r}, not {value!r}" for key, value in expected.items() if g[key] != value]
    monitored = t["sen"] == "M"
    if monitored != bool(g["level"] and not g["on_register"]):
        wrong.append(f"{upn}: level {g['level']!r}, monitored {monitored}")
print("\n".join(wrong[:20]) if wrong else f"{len(got)} children agree")
