#!/usr/bin/env python3
"""Makes tests/clock/stories.csv: whole stories of children, and what one rule comes to
in each, worked out apart from sendctl: nothing here reads law.json or knows the engine.

  STORY,RULE,TODAY,DUE[=MET] STATE; ...

The words of a story are those of tests/unit/test_ehc_steps.c; DAYS are of domain.md 1.
"""
from datetime import date, timedelta

from cases import months, period

DAY = timedelta(days=1)
TODAY = date(2026, 11, 22)


def state(due, met, today=TODAY, excused=False):
    if met and met <= due:
        return "met"
    if not met and today <= due:
        return "due"
    if excused:
        return "excused"
    return "late" if met else "overdue"


def row(story, rule, rows, today=TODAY):
    """rows: (due, met, excused)"""
    words = "; ".join("%s%s %s" % (due, "=%s" % met if met else "", state(due, met, today, excused))
                      for due, met, excused in sorted(rows, key=lambda r: r[0]))
    print("%s,%s,%s,%s" % ("; ".join(story), rule, today, words))


def request():
    """Every weekday and every awkward day of receipt; each step a day early, on the day,
    a day late, and open the day before, on and after its last day."""
    days = [date(2026, 3, 2) + timedelta(days=i) for i in range(7)]
    days += [date(2024, 2, 29), date(2028, 2, 29), date(2025, 12, 31), date(2026, 1, 31), date(2026, 8, 31),
             date(2025, 3, 29), date(2025, 10, 25)]
    for received in days:
        begun = ["case school", "request-sent %s" % (received - 2 * DAY), "request-received %s" % received]
        limits = {"ehc-decision": (6, "assess-decision", " result=assess"),
                  "ehc-no-plan-notice": (16, "no-plan-notice", ""),
                  "ehc-final-plan": (20, "final-plan", "")}
        for rule, (weeks, event, more) in limits.items():
            due = received + timedelta(weeks=weeks)
            for late in (-1, 0, 1):
                met = due + late * DAY
                row(begun + ["%s %s%s" % (event, met, more)], rule, [(due, met, False)])
                row(begun, rule, [(due, None, False)], today=met)
        asked = received + 10 * DAY
        due = asked + timedelta(weeks=6)
        for late in (-1, 0, 1):
            row(begun + ["advice-asked %s" % asked, "advice-sent %s" % (due + late * DAY)], "ehc-school-advice",
                [(due, due + late * DAY, False)])
        served = received + timedelta(weeks=15)
        last = served + 14 * DAY
        for late in (-1, 0, 1):
            row(begun + ["draft-served %s" % served, "draft-comments %s" % (last + late * DAY)], "draft-comments",
                [(last, last + late * DAY, False)])
        for code, weeks in (("ehc-decision", 6), ("ehc-final-plan", 20)):
            row(["case school", "request-sent %s" % received], code,
                [(received + timedelta(weeks=weeks), None, False)])


def closures():
    """A school shut for 27, 28 and 29 days, its advice asked at each edge of the window."""
    for shut in (date(2026, 7, 22), date(2026, 3, 10), date(2026, 2, 2)):
        for length in (27, 28, 29):
            opens = shut + timedelta(days=length)
            # A weekend beside it is shut as well.
            first, again = shut, opens
            while (first - DAY).weekday() > 4:
                first -= DAY
            while again.weekday() > 4 or again in (date(2026, 4, 3), date(2026, 4, 6)):
                again += DAY
            for asked in (first - 8 * DAY, first - 7 * DAY, first - DAY, first, again - 8 * DAY, again - 7 * DAY,
                          again - 6 * DAY, again):
                window = first - 7 * DAY <= asked <= again - 7 * DAY and (again - first).days >= 28
                story = ["case school", "request-received %s" % (asked - 3 * DAY), "advice-asked %s" % asked,
                         "shut %s %s" % (shut, opens)]
                due = asked - 3 * DAY + timedelta(weeks=6)
                for late in (0, 1):
                    met = due + late * DAY
                    row(story + ["assess-decision %s result=assess" % met], "ehc-decision", [(due, met, window)])
                row(story, "ehc-final-plan", [(asked - 3 * DAY + timedelta(weeks=20), None, window)],
                    today=asked + timedelta(weeks=30))


def reviews():
    """Three annual reviews running, the twelve months begun again by the decision, and by
    the meeting; a day early, on the day and a day late."""
    for made in (date(2023, 12, 10), date(2024, 2, 29), date(2023, 8, 31), date(2023, 3, 1)):
        for late in (-1, 0, 1):
            for by_meeting in (False, True):
                story, complete, meetings, start = ["case -", "plan-made %s" % made], [], [], made
                for n in (1, 2, 3):
                    end = period(start, 12)
                    meeting = end - 28 * DAY + late * DAY
                    decided = meeting + 28 * DAY
                    again = meeting if by_meeting else decided
                    story += ["review annual held=%s" % meeting, "review-decision %s result=maintain R%d" % (decided, n),
                              "plan-made %s R%d" % (again, n)]
                    complete.append((end, decided, False))
                    meetings.append((end - 28 * DAY, meeting, False))
                    row(story, "annual-review-complete", complete + [(period(again, 12), None, False)])
                    row(story, "annual-review-meeting",
                        meetings + [(period(again, 12) - 28 * DAY, None, False)])
                    start = again
                row(story, "annual-review-decision", [(m + 28 * DAY, m + 28 * DAY, False) for _, m, _ in meetings])


def amendments():
    for meeting in (date(2026, 11, 12), date(2027, 12, 31), date(2028, 2, 1)):
        for gap in (0, 27, 28, 29, 40):
            sent = meeting + gap * DAY
            due = min(sent + timedelta(weeks=8), meeting + timedelta(weeks=12))
            story = ["case -", "plan-made %s" % (meeting - 340 * DAY), "review annual held=%s" % meeting,
                     "review-decision %s result=amend R1" % sent, "plan-made %s R1" % sent,
                     "amendments-sent %s R1" % sent, "amendments-served %s R1" % sent]
            row(story, "amendments-notice", [(meeting + 28 * DAY, sent, False)])
            row(story, "amendment-comments", [(sent + 14 * DAY, None, False)], today=sent)
            for late in (-1, 0, 1):
                row(story + ["amended-final %s R1" % (due + late * DAY)], "amended-final",
                    [(due, due + late * DAY, False)])


def transfers():
    """Every year group in every kind of school, known in two school years."""
    years = ["N1", "N2", "R", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11"]
    tops = {"": 6, "top 2": 2, "top 4": 4, "top 6": 6, "top 8": 8, "top 11": 11}
    for top, last in tops.items():
        for at, year in enumerate(years):
            number = at - 2
            for autumn in (2025, 2026):
                end = -1 if number < 0 else last if number <= last else 6 if number <= 6 else 11
                move = autumn + end - number + 1
                story = ["case -", "plan-made 2025-12-10", "year %s %d-09-03" % (year, autumn)]
                if top:
                    story.append(top)
                # Told from the school year before the last; 2025 is the year known by the plan.
                told = number >= end - 1 or move - 2 <= 2025
                early, late = (date(move, 2, 14), None), (date(move, 3, 30), None)
                rows = [] if not told else [(late if end == 11 else early)[0]]
                rule = "phase-transfer-post-16" if end == 11 else "phase-transfer"
                row(story, rule, [(due, None, False) for due in rows])
                if told and end != 11:
                    row(story, "phase-transfer-notice", [(rows[0] - 56 * DAY, None, False)])
                    row(story, "phase-transfer-meeting", [(rows[0] - 84 * DAY, None, False)])
                    for by in (-1, 0, 1):
                        row(story + ["amended-final %s" % (rows[0] + by * DAY)], rule,
                            [(rows[0], rows[0] + by * DAY, False)])


def appeals():
    for notice in (date(2026, 12, 31), date(2026, 7, 31), date(2026, 3, 2), date(2027, 12, 29), date(2028, 2, 29)):
        for gap in (None, 0, 27, 28, 31, 59, 62, 90):
            story = ["case -", "plan-made %s" % notice, "appeal contents notice=%s" % notice]
            due = months(notice, 2)
            if gap is not None:
                certificate = notice + timedelta(days=gap)
                story.append("mediation-certificate %s AP1" % certificate)
                due = max(due, months(certificate, 1))
            for late in (-1, 0, 1):
                row(story + ["appeal-sent %s AP1" % (due + late * DAY)], "appeal", [(due, due + late * DAY, False)])


for part in (request, closures, reviews, amendments, transfers, appeals):
    part()
