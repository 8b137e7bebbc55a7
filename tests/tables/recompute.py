"""Works the figures of the tables out a second time, from the YAML alone, and compares them with `--format json`.

    pip install pyyaml
    cargo build && python3 tests/tables/recompute.py target/debug/council examples/habitat-exemple [DAY …]

The suite runs it (tests/suite/tables.rs). It shares no code with the program, and prints every object that differs, and a CSV that Python reads otherwise.
"""

import calendar
import csv
import datetime
import io
import itertools
import json
import math
import pathlib
import subprocess
import sys

import yaml

import programme


class Loader(yaml.SafeLoader):
    """Every scalar is the text that was typed."""


Loader.yaml_implicit_resolvers = {}


def read(path):
    return yaml.load(path.read_text("utf-8-sig"), Loader) or {}


def blank(value):
    return value in (None, "", "~", "null")


def a_list(value):
    return [] if blank(value) else value if isinstance(value, list) else [value]


def date(text):
    return datetime.date.fromisoformat(text)


def span(text):
    """The first and last day of a period."""
    year, _, rest = text.partition("-")
    year = int(year)
    if not rest:
        months = 1, 12
    elif rest[0] == "S":
        months = 6 * int(rest[1]) - 5, 6 * int(rest[1])
    elif rest[0] in "QT":
        months = 3 * int(rest[1]) - 2, 3 * int(rest[1])
    elif rest[0] == "W":
        monday = datetime.date.fromisocalendar(year, int(rest[1:]), 1)
        return monday, monday + datetime.timedelta(6)
    elif len(rest) == 2:
        months = int(rest), int(rest)
    else:
        return date(text), date(text)
    return datetime.date(year, months[0], 1), datetime.date(
        year, months[1], calendar.monthrange(year, months[1])[1]
    )


def one_decimal(value):
    """Halves away from zero, as in school."""
    return math.copysign(math.floor(abs(value) * 10 + 0.5) / 10, value) + 0.0


class Council:
    def __init__(self, folder, landlord):
        self.id, self.folder, self.landlord = folder.name, folder, landlord
        self.file = read(folder / "council.yaml")
        plan = folder / "plan.yaml"
        self.actions = (read(plan).get("actions") or {}) if plan.exists() else {}
        self.sessions = {path.stem: read(path) for path in sorted((folder / "sessions").glob("*.yaml"), key=session_order)}
        self.surveys = {path.stem: read(path) for path in (folder / "surveys").glob("*.yaml")}
        self.minutes = {path.stem for path in (folder / "minutes").glob("*.md")}

    def closed(self, day):
        when = (self.file.get("closed") or {}).get("date")
        return not blank(when) and date(when) <= day


def session_order(path):
    return path.stem[:10], int(path.stem[11:] or 1)


def state(council, action, day):
    status, owner, due, updated = "planned", a_list(action.get("owner")), action.get("due"), None
    for update in action.get("updates") or []:
        if date(update["date"]) <= day:
            status = update.get("status") or status
            owner = a_list(update.get("owner")) or owner
            due = update.get("due") or due
            updated = update["date"]
    late = None
    if due and status in ("planned", "in-progress") and not council.closed(day):
        late = (day - span(due)[1]).days
    return status, owner, due or None, updated, late if late and late > 0 else None


def decided(council, day):
    return {id: action for id, action in council.actions.items() if date(action["decided"][:10]) <= day}


def actions(council, day):
    rows = []
    for id, action in decided(council, day).items():
        status, owner, due, updated, late = state(council, action, day)
        row = dict(council=council.id, id=id, title=action["title"].rstrip("\n"), axis=action.get("axis"), owner=owner,
                   status=status, priority=action.get("priority") or "normal", decided=action["decided"], due=due,
                   late=late is not None, days_late=late, updated=updated)
        rank = ["high", "normal", "low"].index(row["priority"])
        ended = status in ("done", "declined", "dropped")
        end = span(due)[1] if due else datetime.date.max
        rows.append(((ended, late is None, rank, -(late or 0), end), row))
    return [row for _, row in sorted(rows, key=lambda pair: pair[0])]


def status(council, day):
    held = [id for id, session in council.sessions.items() if session["status"] == "held" and date(id[:10]) <= day]
    planned = [id for id, session in council.sessions.items() if session["status"] == "planned" and date(id[:10]) >= day]
    states = [state(council, action, day) for action in decided(council, day).values()]
    return [dict(council=council.id, name=council.file["name"], closed=council.closed(day), sessions_held=len(held),
                 last_session=held[-1] if held else None, next_session=planned[0] if planned else None,
                 actions_open=sum(state[0] not in ("done", "declined", "dropped") for state in states),
                 actions_late=sum(state[4] is not None for state in states),
                 actions_done=sum(state[0] == "done" for state in states),
                 minutes_missing=sum(id not in council.minutes for id in held))]


def planning(council, day):
    rows = []
    for id, action in decided(council, day).items():
        works = action.get("works") or {}
        start, end = works.get("from") or works.get("to"), works.get("to") or works.get("from")
        now = state(council, action, day)[0]
        if not start or now in ("declined", "dropped"):
            continue
        first = span(start)[0]
        last = max(span(end)[1], first)  # an end before the beginning counts for nothing
        quarters = [f"{year}-Q{quarter}" for year in range(first.year, last.year + 1) for quarter in range(1, 5)
                    if (first.year, (first.month + 2) // 3) <= (year, quarter) <= (last.year, (last.month + 2) // 3)]
        rows.append((first, dict(council=council.id, id=id, title=action["title"], status=now,
                                 **{key: works[key].replace("T", "Q") if works.get(key) else None for key in ("from", "to")}, quarters=quarters)))
    return [row for _, row in sorted(rows, key=lambda pair: pair[0])]


Z2 = 1.959964**2


def wilson(k, n, population):
    p = k / n
    if population is not None and n >= population:
        return p, p
    psi = Z2 if population is None else Z2 * (population - n) / (population - 1)
    centre = (k + psi / 2) / (n + psi)
    half = math.sqrt(psi) / (n + psi) * math.sqrt(n * p * (1 - p) + psi / 4)
    return max(0.0, centre - half), min(1.0, centre + half)


def newcombe(one, other):
    if not one["n"] or not other["n"]:
        return None
    p1, (l1, u1) = one["k"] / one["n"], one["interval"]
    p2, (l2, u2) = other["k"] / other["n"], other["interval"]
    d = p2 - p1
    low = d - math.hypot(p2 - l2, u1 - p1)
    high = d + math.hypot(u2 - p2, p1 - l1)
    verdict = "up" if low > 1e-12 else "down" if high < -1e-12 else "inconclusive"
    return [one_decimal(100 * value) for value in (d, low, high)] + [verdict]


def change(one, other):
    if one["method"] != other["method"]:
        return {"from": one["period"], "points": None, "low": None, "high": None, "verdict": "not-comparable"}
    compared = newcombe(one, other)
    return compared and dict(zip(("from", "points", "low", "high", "verdict"), [one["period"], *compared]))


def progress(target, waves, day):
    start = [wave for wave in waves if wave["period"] == target.get("from")]
    last = waves[-1]
    if not start or not last["n"] or not start[0]["n"] or span(last["period"]) <= span(target["from"]):
        return None
    if start[0]["method"] != last["method"]:
        return "not-comparable"
    risen = 100 * last["k"] / last["n"] - 100 * start[0]["k"] / start[0]["n"]
    wanted = float(target["points"].replace(",", "."))
    if risen >= wanted - 1e-9:
        return "reached"
    begin, end, by = (span(period)[1] for period in (target["from"], last["period"], target["by"]))
    if by < day:
        return "out-of-reach"
    return "on-the-way" if risen * (by - begin).days / (end - begin).days >= wanted else "out-of-reach"


def satisfaction(council, day):
    rows = []
    number = lambda value: None if blank(value) else int(value)
    residences = [council.landlord["residences"][id].get("dwellings") for id in a_list(council.file.get("residence"))]
    known = sum(map(int, residences)) if residences and None not in residences else None
    periods = sorted((name for name in council.surveys if name != "reported" and span(name)[0] <= day), key=span)
    for question, declared in (council.landlord.get("questions") or {}).items():
        tenants = (declared.get("asked") or "tenants") == "tenants"
        waves = []
        for period in periods:
            survey = council.surveys[period]
            answers = (survey.get("answers") or {}).get(question)
            if answers is None:
                continue
            count = lambda *keys: sum(int(answers.get(key) or 0) for key in keys)
            k = count("very_satisfied", "satisfied")
            n = k + count("dissatisfied", "very_dissatisfied")
            method = survey.get("method") or {}
            dwellings = number(survey.get("dwellings")) or (known if tenants else None)
            waves.append(dict(period=period, k=k, n=n, interval=n and wilson(k, n, dwellings), survey=survey,
                              dwellings=dwellings, sampling=method.get("sampling"),
                              method=(answers.get("wording"), method.get("mode"), method.get("sampling"))))
        for place, wave in enumerate(waves):
            n = wave["n"]
            low, high = [one_decimal(100 * bound) for bound in wave["interval"]] if n else (None, None)
            target = (council.file.get("targets") or {}).get(question)
            rows.append(dict(
                council=council.id, question=question, period=wave["period"],
                percent=one_decimal(100 * wave["k"] / n) if n else None, low=low, high=high, base=n,
                returned=number(wave["survey"].get("returned")), questioned=number(wave["survey"].get("questioned")),
                dwellings=wave["dwellings"], sampling=wave["sampling"],
                change=change(waves[place - 1], wave) if place else None,
                change_since_first=change(waves[0], wave) if place else None,
                target=progress(target, waves, day) if target and place == len(waves) - 1 else None, reported=None,
                points=None, mark=None, years=None, source=None,
                notes=(wave["survey"].get("method") or {}).get("notes") or None))
    for period in sorted(council.surveys, key=lambda name: (name == "reported", name)):
        if period != "reported" and span(period)[0] > day:
            continue
        for figure in council.surveys[period].get("reported") or []:
            percent = figure.get("percent")
            row = dict.fromkeys(("council question period percent low high base returned questioned dwellings sampling "
                                 "change change_since_first target reported points mark years source notes").split())
            row.update(council=council.id, question=figure.get("question"), reported=figure["text"],
                       period=None if period == "reported" else period,
                       percent=percent and one_decimal(float(percent.replace(",", "."))),
                       years=number(figure.get("years")), source=figure.get("source") or None,
                       **{key: float(figure[key].replace(",", ".")) for key in ("points", "mark") if figure.get(key)})
            rows.append(row)
    return rows


def sheets(program, record, landlord, councils, day):
    """Those commands that print several tables: their JSON is one list, whose objects say their table."""
    wanted = {"budget": programme.budget(landlord, councils, date(day), state),
              "attendance": programme.attendance(landlord, councils, date(day))}
    differences = 0
    for name, rows in wanted.items():
        command = [program, name, "--record", record, "--today", "2024-03-15", "--as-of", day, "--format", "json"]
        got = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
        same = [list(row.items()) for row in got] == [list(row.items()) for row in rows]
        print(f"{day} {name}: {len(got)} rows, {'the same' if same else 'DIFFERENT'}")
        differences += not same
        for one, other in itertools.zip_longest(got, rows, fillvalue={}):
            if list(one.items()) != list(other.items()):
                print(f"    printed    {one}\n    worked out {other}")
    return differences


def main(program, record, *days):
    root = pathlib.Path(record)
    landlord = read(root / "landlord.yaml")
    councils = [Council(path.parent, landlord) for path in sorted(root.glob("*/council.yaml"))]
    differences = 0
    for day in days or ["2024-03-15"]:
        for table in (status, actions, planning, satisfaction):
            command = [program, table.__name__, "--record", record, "--today", "2024-03-15", "--as-of", day, "--format", "json"]
            got = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
            wanted = [row for council in councils for row in table(council, date(day))]
            if table is actions:
                # Late ones of all councils first, then each council's others.
                wanted.sort(key=lambda row: not row["late"])
            sheet = subprocess.run(command[:-1] + ["csv"], check=True, capture_output=True).stdout.decode("utf-8")
            lines = list(csv.reader(io.StringIO(sheet.removeprefix("\ufeff"), newline=""), delimiter=";"))
            harmless = all(cell[:1] not in tuple("=+-@\t\r") or not cell for line in lines for cell in line)
            if sheet[0] != "\ufeff" or len(lines) != len(got) + 1 or len({len(line) for line in lines}) > 1 or not harmless:
                print(f"{day} {table.__name__}: the CSV is not as it should be")
                differences += 1
            same = [list(row.items()) for row in got] == [list(row.items()) for row in wanted]
            print(f"{day} {table.__name__}: {len(got)} rows, {'the same' if same else 'DIFFERENT'}")
            differences += not same
            for one, other in zip(got + [{}] * len(wanted), wanted + [{}] * len(got)):
                for key in list(one or other) if one or other else []:
                    if one.get(key) != other.get(key):
                        print(f"    {one.get('council')} {one.get('id') or one.get('question')} {one.get('period') or ''} "
                              f"{key}: printed {one.get(key)!r}, worked out {other.get(key)!r}")
        differences += sheets(program, record, landlord, councils, day)
    return differences > 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
