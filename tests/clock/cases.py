#!/usr/bin/env python3
"""Makes tests/clock/cases.csv: what the law's clock must say, worked out apart from
sendctl: nothing here reads law.json or knows the engine.  The numbers are typed from
domain.md 1 and the texts it cites.

  due,RULE,EVENT=DATE EVENT=DATE,DAY     the day the rule comes to ("" when unknown)
  state,DUE,MET,TODAY,EXCUSED,WORD       how it stands
  excuse,EXCEPTION,SHUT,REOPENS,ASKED,yes|no
"""
from calendar import monthrange
from datetime import date, timedelta

DAY = timedelta(days=1)

# England, as published on gov.uk; those the cases below touch.
HOLIDAYS = {date(2026, 4, 3), date(2026, 4, 6), date(2026, 5, 4), date(2026, 5, 25), date(2026, 8, 31),
            date(2026, 12, 25), date(2026, 12, 28), date(2027, 1, 1), date(2027, 3, 26), date(2027, 3, 29),
            date(2027, 5, 3), date(2027, 5, 31), date(2027, 8, 30), date(2027, 12, 27), date(2027, 12, 28)}

# The school year of the cases (the unit test lays out the same): first day, last day.
TERMS = [(date(2026, 9, 2), date(2026, 12, 18)), (date(2027, 1, 4), date(2027, 3, 25)),
         (date(2027, 4, 12), date(2027, 7, 21))]
BREAKS = [(date(2026, 10, 26), date(2026, 10, 30)), (date(2027, 2, 15), date(2027, 2, 19)),
          (date(2027, 5, 31), date(2027, 6, 4))]
SHUT = {date(2026, 9, 2), date(2026, 11, 27)}  # INSET


def months(day, n):
    index = day.year * 12 + day.month - 1 + n
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def period(day, n):
    """The last day of the period of n months beginning with the day."""
    end = months(day, n)
    return end if end.day != day.day else end - DAY


def weeks(n):
    return lambda day: day + timedelta(weeks=n)


def days(n):
    return lambda day: day + timedelta(days=n)


def working(day, n, counts_first):
    at = day if counts_first else day + DAY
    while True:
        if at.weekday() < 5 and at not in HOLIDAYS:
            n -= 1
            if n == 0:
                return at
        at += DAY


def school_day(day):
    return (day.weekday() < 5 and day not in HOLIDAYS and day not in SHUT
            and any(first <= day <= last for first, last in TERMS)
            and not any(first <= day <= last for first, last in BREAKS))


def school(day, n):
    while n:
        day += DAY
        n -= school_day(day)
    return day


def review_end(day):
    return period(day, 12)


# rule: (event, how)
SIMPLE = {
    "ehc-receipt": ("request-sent", weeks(2)),
    "ehc-decision": ("request-received", weeks(6)),
    "ehc-school-advice": ("advice-asked", weeks(6)),
    "ehc-no-plan-notice": ("request-received", weeks(16)),
    "ehc-draft-usual": ("request-received", weeks(16)),
    "draft-comments": ("draft-served", days(14)),
    "draft-finalised-not-before": ("draft-served", days(15)),
    "consultation-reply": ("consultation-received", days(15)),
    "ehc-final-plan": ("request-received", weeks(20)),
    "annual-review-complete": ("plan-made", review_end),
    "annual-review-meeting": ("plan-made", lambda d: review_end(d) - timedelta(days=28)),
    "annual-review-list": ("term-start", days(-14)),
    "annual-review-invite": ("review-meeting", days(-14)),
    "annual-review-advice": ("review-meeting", days(-14)),
    "annual-review-report": ("review-meeting", weeks(2)),
    "annual-review-decision": ("review-meeting", weeks(4)),
    "amendments-notice": ("review-meeting", weeks(4)),
    "amendment-comments": ("amendments-served", days(14)),
    "under-five": ("under-five-considered", lambda d: months(d, 6)),
    "phase-transfer": ("transfer", lambda d: date(d.year, 2, 14)),
    "phase-transfer-notice": ("transfer", lambda d: date(d.year, 2, 14) - timedelta(days=56)),
    "phase-transfer-meeting": ("transfer", lambda d: date(d.year, 2, 14) - timedelta(days=84)),
    "phase-transfer-post-16": ("transfer", lambda d: date(d.year, 3, 30)),
    "reassess-decision": ("reassess-asked", days(15)),
    "reassess-final": ("reassess-started", weeks(14)),
    "moved-told": ("plan-transferred", weeks(6)),
    "mediation-contact": ("appealable-notice", lambda d: months(d, 2)),
    "mediation-meeting": ("mediation-asked", days(30)),
    "mediation-done": ("mediation-agreement", weeks(2)),
    "order-assess": ("order", weeks(2)),
    "order-assess-no-plan": ("order", weeks(10)),
    "order-assess-final": ("order", weeks(14)),
    "order-draft": ("order", weeks(5)),
    "order-final": ("order", weeks(11)),
    "order-amend": ("order", weeks(5)),
    "order-school": ("order", weeks(2)),
    "unopposed-assess": ("unopposed", weeks(2)),
    "unopposed-no-plan": ("unopposed", weeks(10)),
    "unopposed-final": ("unopposed", weeks(14)),
    "unopposed-amend": ("unopposed", weeks(5)),
    "unopposed-school": ("unopposed", weeks(2)),
    "unopposed-draft": ("unopposed", weeks(5)),
    "unopposed-draft-final": ("unopposed", weeks(11)),
    "hearing": ("hearing", days(0)),
    "recommendation-reply": ("recommendation", weeks(5)),
}

WEEKDAYS = [date(2026, 3, 2) + timedelta(days=i) for i in range(7)]
EDGES = [date(2024, 2, 29), date(2028, 2, 29), date(2025, 12, 31), date(2026, 1, 31), date(2026, 8, 31),
         date(2026, 7, 31), date(2026, 4, 30), date(2027, 2, 28), date(2025, 12, 10)]


def due(rule, events, day):
    print("due,%s,%s,%s" % (rule, " ".join("%s=%s" % e for e in events), day or ""))


def simple():
    for rule, (event, how) in SIMPLE.items():
        for day in WEEKDAYS + EDGES:
            due(rule, [(event, day)], how(day))
        due(rule, [("complied", WEEKDAYS[0])], None)


def counted_days():
    for day in WEEKDAYS + [date(2026, 12, 23), date(2026, 12, 24), date(2026, 12, 25), date(2027, 3, 25),
                           date(2026, 4, 2), date(2026, 8, 28)]:
        due("moved-transfer", [("moved", day)], working(day, 15, True))
        due("mediation-certificate", [("mediation-declined", day)], working(day, 3, False))
    for day in [date(2026, 9, 1) + timedelta(days=i) for i in range(7)] + \
            [date(2026, 10, 23), date(2026, 11, 20), date(2026, 12, 17), date(2026, 12, 18), date(2027, 2, 12),
             date(2027, 1, 3), date(2027, 4, 30)]:
        due("school-transfer-file", [("left-school", day)], school(day, 15))
        due("record-access", [("record-asked", day)], school(day, 15))


def several():
    for notice in [date(2026, 12, 31), date(2026, 7, 31), date(2026, 3, 2), date(2027, 12, 29)]:
        due("appeal", [("appealable-notice", notice)], months(notice, 2))
        for gap in (0, 20, 27, 28, 29, 30, 31, 40, 60, 90):
            certificate = notice + timedelta(days=gap)
            due("appeal", [("appealable-notice", notice), ("mediation-certificate", certificate)],
                max(months(notice, 2), months(certificate, 1)))
    for meeting in [date(2026, 11, 12), date(2026, 12, 31), date(2028, 2, 29)]:
        due("amended-final", [("review-meeting", meeting)], meeting + timedelta(weeks=12))
        for gap in (0, 14, 27, 28, 29, 40):
            sent = meeting + timedelta(days=gap)
            due("amended-final", [("review-meeting", meeting), ("amendments-sent", sent)],
                min(meeting + timedelta(weeks=12), sent + timedelta(weeks=8)))
    for made in [date(2026, 1, 15), date(2024, 2, 29)]:
        for moved in [date(2026, 2, 1), date(2026, 11, 30), date(2026, 12, 20)]:
            due("moved-review", [("plan-made", made), ("plan-transferred", moved)],
                max(period(made, 12), period(moved, 3)))
            due("moved-review-meeting", [("plan-made", made), ("plan-transferred", moved)],
                max(period(made, 12), period(moved, 3)) - timedelta(days=28))


def meetings():
    for first in [date(2026, 3, 2), date(2028, 2, 29)]:
        due("plan-meeting", [("final-plan", first)], first + timedelta(weeks=6))
        for gap in (1, 100, 400):
            again = first + timedelta(days=gap)
            due("plan-meeting", [("final-plan", first), ("amended-final", again)], again + timedelta(weeks=6))


def worked():
    """The worked dates of domain.md 1, typed by hand."""
    for rule, events, day in [
            ("ehc-decision", "request-received=2026-03-02", "2026-04-13"),
            ("ehc-no-plan-notice", "request-received=2026-03-02", "2026-06-22"),
            ("ehc-final-plan", "request-received=2026-03-02", "2026-07-20"),
            ("draft-comments", "draft-served=2026-06-15", "2026-06-29"),
            ("draft-finalised-not-before", "draft-served=2026-06-15", "2026-06-30"),
            ("annual-review-complete", "plan-made=2025-12-10", "2026-12-09"),
            ("annual-review-meeting", "plan-made=2025-12-10", "2026-11-11"),
            ("annual-review-invite", "review-meeting=2026-11-12", "2026-10-29"),
            ("annual-review-report", "review-meeting=2026-11-12", "2026-11-26"),
            ("annual-review-decision", "review-meeting=2026-11-12", "2026-12-10"),
            ("amended-final", "review-meeting=2026-11-12 amendments-sent=2026-12-10", "2027-02-04"),
            ("phase-transfer", "transfer=2027-09-01", "2027-02-14"),
            ("phase-transfer-notice", "transfer=2027-09-01", "2026-12-20"),
            ("phase-transfer-meeting", "transfer=2027-09-01", "2026-11-22"),
            ("phase-transfer-post-16", "transfer=2027-09-01", "2027-03-30"),
            ("appeal", "appealable-notice=2025-12-31", "2026-02-28"),
            ("appeal", "appealable-notice=2026-07-31", "2026-09-30"),
            # A version is in force by the day its clock starts.
            ("unopposed-assess", "unopposed=2015-03-22", ""),
            ("unopposed-assess", "unopposed=2015-03-23", "2015-04-06"),
            ("ehc-decision", "request-received=2014-08-31", ""),
            ("ehc-decision", "request-received=2014-09-01", "2014-10-13")]:
        print("due,%s,%s,%s" % (rule, events, day))


def states():
    limit = date(2026, 4, 13)
    for late in (-1, 0, 1):
        met = limit + timedelta(days=late)
        for excused in (0, 1):
            word = "met" if late <= 0 else "excused" if excused else "late"
            print("state,%s,%s,%s,%d,%s" % (limit, met, date(2026, 11, 22), excused, word))
            word = "due" if late <= 0 else "excused" if excused else "overdue"
            print("state,%s,,%s,%d,%s" % (limit, met, excused, word))


def closures():
    shut = date(2026, 7, 22)
    for length in (1, 14, 27, 28, 29, 42):
        opens = shut + timedelta(days=length)
        edges = [shut - timedelta(days=8), shut - timedelta(days=7), shut - DAY, shut, opens - timedelta(days=8),
                 opens - timedelta(days=7), opens - timedelta(days=6), opens]
        for asked in sorted(set(edges)):
            inside = length >= 28 and shut - timedelta(days=7) <= asked <= opens - timedelta(days=7)
            for code in ("school-closed", "provider-closed"):
                print("excuse,%s,%s,%s,%s,%s" % (code, shut, opens, asked, "yes" if inside else "no"))
            print("excuse,personal,%s,%s,%s,no" % (shut, opens, asked))


if __name__ == "__main__":
    for part in (worked, simple, counted_days, several, meetings, states, closures):
        part()
