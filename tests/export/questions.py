"""Reads an export with programs that know nothing of `council`, and compares with what `council` says.

    python3 -m venv target/tools/python
    target/tools/python/bin/pip install duckdb frictionless
    cargo build && target/tools/python/bin/python tests/export/questions.py target/debug/council examples/habitat-exemple [DAY]

Frictionless holds every row against datapackage.json: types, words, keys, references. DuckDB answers questions in SQL, and
each answer must be that of a table of the program, asked for as JSON. It prints every difference and exits with 1 where
there is one. Another question is another function under @question.
"""

import decimal
import json
import pathlib
import subprocess
import sys
import tempfile

import duckdb
import frictionless
import yaml

QUESTIONS = []


def question(ask):
    QUESTIONS.append(ask)
    return ask


class Program:
    def __init__(self, path, record, day):
        self.path, self.record, self.day = str(pathlib.Path(path).resolve()), pathlib.Path(record), day

    def run(self, *arguments):
        command = [self.path, "--record", str(self.record), "--today", self.day, *arguments]
        return subprocess.run(command, capture_output=True, text=True, encoding="utf-8")

    def table(self, *arguments):
        """What a table says, as JSON; nothing where this program has no such table."""
        asked = self.run(*arguments, "--format", "json")
        if asked.returncode == 2:
            return None
        assert asked.returncode == 0, asked.stderr
        return json.loads(asked.stdout)


def load(folder):
    """The tables of an export as a database, with the types that datapackage.json gives them."""
    types = {
        "boolean": "BOOLEAN",
        "date": "DATE",
        "integer": "BIGINT",
        "number": "DECIMAL(18, 2)",
        "string": "VARCHAR",
        "time": "TIME",
        "year": "INTEGER",
    }
    base = duckdb.connect()
    package = json.loads((folder / "datapackage.json").read_text("utf-8"))
    for resource in package["resources"]:
        columns = {field["name"]: types[field["type"]] for field in resource["schema"]["fields"]}
        base.execute(
            f"CREATE TABLE {resource['name']} AS SELECT * FROM "
            f"read_csv(?, header = true, delim = ',', quote = '\"', escape = '\"', columns = {columns!r})",
            [str(folder / resource["path"])],
        )
    return base


@question
def which_actions_are_late_and_by_how_many_days(base, program):
    rows = base.sql("SELECT council, action, days_late, due FROM actions WHERE late").fetchall()
    told = program.table("actions", "--late")
    return rows, [(one["council"], one["id"], one["days_late"], one["due"]) for one in told]


@question
def how_many_actions_are_in_which_state(base, program):
    rows = base.sql("SELECT council, status, count(*) FROM actions GROUP BY ALL").fetchall()
    counts = {}
    for one in program.table("actions"):
        counts[one["council"], one["status"]] = counts.get((one["council"], one["status"]), 0) + 1
    return rows, [(*key, count) for key, count in counts.items()]


@question
def how_many_sessions_were_held_and_which_was_the_last(base, program):
    rows = base.sql(
        """
        SELECT councils.council, councils.closed, count(session), max(session),
               (SELECT count(*) FROM actions
                WHERE actions.council = councils.council AND status NOT IN ('done', 'declined', 'dropped'))
        FROM councils LEFT JOIN sessions ON sessions.council = councils.council AND sessions.status = 'held'
        GROUP BY ALL
        """
    ).fetchall()
    told = program.table("status")
    return rows, [
        (one["council"], one["closed"], one["sessions_held"], one["last_session"], one["actions_open"]) for one in told
    ]


@question
def how_satisfied_were_those_who_answered(base, program):
    rows = base.sql(
        """
        SELECT council, wave, question, base, percent::DOUBLE, low::DOUBLE, high::DOUBLE,
               coalesce(very_satisfied, 0) + coalesce(satisfied, 0) + coalesce(dissatisfied, 0)
                   + coalesce(very_dissatisfied, 0) = base
        FROM satisfaction
        """
    ).fetchall()
    told = [one for one in program.table("satisfaction") if one["reported"] is None]
    keys = ("council", "period", "question", "base", "percent", "low", "high")
    return rows, [(*(one[key] for key in keys), True) for one in told]


@question
def what_was_spent_of_which_grant(base, program):
    """Held against the plans themselves, read here; the table of the budget does the same for itself."""
    rows = base.sql(
        "SELECT council, coalesce(kind, ''), grant_year, sum(counted) FROM costs WHERE counted IS NOT NULL GROUP BY ALL"
    ).fetchall()
    sums = {}
    for plan in program.record.glob("*/plan.yaml"):
        for action in (yaml.load(plan.read_text("utf-8-sig"), yaml.BaseLoader).get("actions") or {}).values():
            if (action or {}).get("decided", "")[:10] > program.day:
                continue
            for cost in ((action or {}).get("costs") or {}).values():
                steps = [cost.get(step) or {} for step in ("committed", "invoiced", "paid")]
                years = [cost.get("year") or "", *((step.get("date") or "") for step in steps)]
                known = [step for step in steps[1::-1] if step.get("amount") and step.get("date", "") <= program.day]
                if known:
                    year = next((int(year[:4]) for year in years if year), None)
                    key = plan.parent.name, cost.get("kind") or "", year
                    sums[key] = sums.get(key, 0) + euros(known[0]["amount"])
    return rows, [(*key, amount) for key, amount in sums.items()]


def euros(text):
    """Exact, to the cent, as the export writes it."""
    plain = "".join(sign for sign in text.replace(",", ".") if sign in "-.0123456789")
    return decimal.Decimal(plain).quantize(decimal.Decimal("0.01"))


def main():
    path, record, *days = sys.argv[1:]
    program = Program(path, record, days[0] if days else "2024-03-15")
    differences = 0
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        exported = program.run("export", "--out", str(folder))
        assert exported.returncode == 0, exported.stderr
        report = frictionless.validate(str(folder / "datapackage.json"))
        for task in report.tasks:
            for error in task.errors:
                differences += 1
                print(f"{task.name}: {error.message}")
        base = load(folder)
        for ask in QUESTIONS:
            found, told = (sorted(map(repr, rows)) for rows in ask(base, program))
            for row in sorted(set(found) ^ set(told)):
                differences += 1
                print(f"{ask.__name__}: {'the export' if row in found else 'the program'} alone says {row}")
            print(f"{ask.__name__}: {len(found)} rows")
    print(f"{record} on {program.day}: {differences} differences")
    return differences > 0


if __name__ == "__main__":
    sys.exit(main())
