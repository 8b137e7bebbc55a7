"""Works out the figures of all councils together, and what the next survey needs, from the YAML alone with statsmodels, and
compares them with `council satisfaction --by landlord` and `--plan`.

    pip install statsmodels pyyaml
    cargo build && python3 tests/statistics/landlord.py target/debug/council examples/habitat-exemple [DAY]

Without a population, intervals and differences are statsmodels' own; compare.py, beside this file, says what stands for
them where there is one. It shares no code with the program, prints what differs, and exits with 1 where anything does.
"""

import datetime
import json
import pathlib
import subprocess
import sys

import yaml

from compare import difference, interval, needed

Z2 = 1.959964**2
PRECISIONS = "5", "2,5", "10"
FEWEST = 5


class Loader(yaml.SafeLoader):
    """Every scalar is the text that was typed."""


Loader.yaml_implicit_resolvers = {}


def read(path):
    return yaml.load(path.read_text("utf-8-sig"), Loader) or {}


def number(value):
    return None if value in (None, "", "~", "null") else int(value)


def a_list(value):
    return value if isinstance(value, list) else [value] if value else []


def first_and_year(period):
    """The first day of a period, and the year of its last."""
    year, _, rest = period.partition("-")
    if rest[:1] == "W":
        monday = datetime.date.fromisocalendar(int(year), int(rest[1:]), 1)
        return monday, (monday + datetime.timedelta(6)).year
    if len(rest) == 5:
        return datetime.date.fromisoformat(period), int(year)
    month = {"": 1, "S": 6 * int(rest[1:] or 0) - 5, "Q": 3 * int(rest[1:] or 0) - 2}.get(rest[:1].replace("T", "Q"))
    return datetime.date(int(year), month or int(rest), 1), int(year)


class Sum:
    def __init__(self, satisfied, base, population, way):
        self.satisfied, self.base, self.population, self.ways, self.councils = satisfied, base, population, {way}, 1

    def add(self, other):
        if self.population is not None:
            self.population = None if other.population is None else self.population + other.population
        self.satisfied += other.satisfied
        self.base += other.base
        self.ways |= other.ways
        self.councils += other.councils

    def numbers(self):
        return self.satisfied, self.base, self.population

    def copy(self):
        copied = Sum(*self.numbers(), None)
        copied.ways = set(self.ways)
        return copied


def waves_of(folder, landlord, day):
    """Each question of each wave of a council that had begun, the earliest first."""
    residences = a_list(read(folder / "council.yaml").get("residence"))
    dwellings = [number((landlord["residences"].get(id) or {}).get("dwellings")) for id in residences]
    known = sum(dwellings) if dwellings and None not in dwellings else None
    paths = [path for path in (folder / "surveys").glob("*.yaml") if path.stem != "reported"]
    for path in sorted(paths, key=lambda path: first_and_year(path.stem)[0]):
        first, year = first_and_year(path.stem)
        if first > day:
            continue
        survey = read(path)
        method = survey.get("method") or {}
        for question, answers in (survey.get("answers") or {}).items():
            declared = landlord["questions"][question]
            tenants = (declared.get("asked") or "tenants") == "tenants"
            count = lambda *keys: sum(number(answers.get(key)) or 0 for key in keys)
            satisfied = count("very_satisfied", "satisfied")
            base = satisfied + count("dissatisfied", "very_dissatisfied")
            population = number(survey.get("dwellings")) or (known if tenants else None)
            if base:
                sum_ = Sum(satisfied, base, population, (method.get("mode"), method.get("sampling")))
                yield question, answers.get("wording") or None, year, path.stem, tenants, sum_


def add(sums, key, sum_):
    if key in sums:
        sums[key].add(sum_)
    else:
        sums[key] = sum_.copy()


def together(folders, landlord, day):
    """Sums by question, wording and year; and of the councils asked in two years in the same way."""
    years, twice = {}, {}
    for folder in folders:
        last = {}
        for question, wording, year, _, _, sum_ in waves_of(folder, landlord, day):
            last.setdefault((question, wording), {})[year] = sum_
        for key, sums in last.items():
            for year, sum_ in sums.items():
                add(years, (*key, year), sum_)
            in_order = sorted(sums)
            for before, after in zip(in_order, in_order[1:]):
                if sums[before].ways == sums[after].ways:
                    pair = twice.setdefault((*key, after), {}).setdefault(before, {})
                    add(pair, "before", sums[before])
                    add(pair, "after", sums[after])
    return years, twice


def close(given, expected):
    """Whether a printed figure is the worked-out one to a decimal: one that lies on the half may go either way."""
    if given is None or expected is None:
        return given is expected
    return abs(given - expected) < 0.05 + 1e-9


def run(program, record, day, *arguments):
    command = [program, "satisfaction", "--record", record, "--today", str(day), "--format", "json", *arguments]
    return json.loads(subprocess.run(command, check=True, capture_output=True).stdout)


def hold_together(printed, years, twice, wrong):
    seen = set()
    for row in printed:
        key = row["question"], row["wording"], row["year"]
        seen.add(key)
        sum_ = years.get(key)
        if sum_ is None:
            wrong.append(f"not to be there: {row}")
            continue
        shown = sum_.base >= FEWEST
        low, high = interval(*sum_.numbers()) if shown else (None, None)
        percent = lambda part: None if part is None else 100 * part
        expected = [percent(sum_.satisfied / sum_.base if shown else None), percent(low), percent(high)]
        figures = [close(row[name], value) for name, value in zip(("percent", "low", "high"), expected)]
        exact = (row["base"], row["dwellings"], row["councils"]) == (
            sum_.base if shown else None, sum_.population, sum_.councils)
        ways = {(way["mode"], way["sampling"]) for way in row["ways"]} == sum_.ways
        if not (all(figures) and exact and ways):
            wrong.append(f"not {expected}, {sum_.numbers()}, {sum_.councils}, {sum_.ways}: {row}")
        pairs = twice.get(key) or {}
        from_year = max(pairs, default=None)
        pair = pairs.get(from_year)
        change = row["change"]
        if not pair or min(pair["before"].base, pair["after"].base) < FEWEST:
            if change is not None:
                wrong.append(f"no change is to be shown: {row}")
            continue
        before, after = pair["before"].numbers(), pair["after"].numbers()
        low, high = difference(before, after)
        points = after[0] / after[1] - before[0] / before[1]
        verdict = "up" if low > 0 else "down" if high < 0 else "inconclusive"
        same = change and change["from"] == str(from_year) and change["councils"] == pair["after"].councils
        same = same and all(close(change[name], 100 * part) for name, part in
                            (("points", points), ("low", low), ("high", high)))
        if not same or (change["verdict"] != verdict and min(abs(low), abs(high)) > 1e-9):
            wrong.append(f"not {points}, {low}, {high}, {verdict} since {from_year}: {row}")
    for key in years.keys() - seen:
        wrong.append(f"missing: {key}")
    return len(seen)


def hold_plan(printed, folders, landlord, day, points, wrong):
    last = {}
    for folder in folders:
        for _, _, _, period, tenants, sum_ in waves_of(folder, landlord, day):
            if tenants:
                known = last.get(folder.name)
                if known is None or known[0] != period or sum_.base < known[1].base:
                    last[folder.name] = period, sum_
    spoken_for = set()
    for row in printed:
        spoken_for |= set(row["residences"])
        dwellings = [number((landlord["residences"].get(id) or {}).get("dwellings")) for id in row["residences"]]
        dwellings = sum(dwellings) if None not in dwellings else None
        # Without a number, more than enough for any.
        wanted = needed(dwellings if dwellings is not None else 10**7, points)
        if (row["dwellings"], row["needed"]) != (dwellings, wanted):
            wrong.append(f"±{points}: not {wanted} of {dwellings}: {row}")
        period, sum_ = last.get(row["council"], (None, None))
        if not period:
            if row["last"] is not None:
                wrong.append(f"no survey of tenants: {row}")
            continue
        n, population = sum_.base, sum_.population
        left = Z2 if population is None else Z2 * (population - n) / (population - 1)
        precision = 50 * (left / (n + left)) ** 0.5
        if row["last"]["period"] != period or row["last"]["base"] != n or not close(row["last"]["precision"], precision):
            wrong.append(f"not {n} in {period}, ±{precision}: {row}")
    if spoken_for != set(landlord["residences"]):
        wrong.append(f"residences: {spoken_for}")
    return len(printed)


def main(program, record, day="2024-03-15"):
    root, day, wrong = pathlib.Path(record), datetime.date.fromisoformat(day), []
    landlord = read(root / "landlord.yaml")
    folders = sorted(path.parent for path in root.glob("*/council.yaml"))
    years, twice = together(folders, landlord, day)
    rows = hold_together(run(program, record, day, "--by", "landlord"), years, twice, wrong)
    plans = 0
    for points in PRECISIONS:
        printed = run(program, record, day, "--plan", points)
        plans += hold_plan(printed, folders, landlord, day, float(points.replace(",", ".")), wrong)
    for line in wrong[:20]:
        print(line, file=sys.stderr)
    print(f"{record}: {rows} figures of all councils, {plans} of the next survey, {len(wrong)} wrong")
    return 1 if wrong or not plans else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
