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

QUESTIONS = []


def question(ask):
    QUESTIONS.append(ask)
    return ask


class Program:
    def __init__(self, path, record, day):
        self.path, self.record, self.day = str(pathlib.Path(path).resolve()), record, day

    def run(self, *arguments):
        command = [self.path, "--record", self.record, "--today", self.day, *arguments]
        return subprocess.run(command, capture_output=True, text=True, encoding="utf-8")

    def table(self, *arguments):
        """What a table says, as JSON."""
        asked = self.run(*arguments, "--format", "json")
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
    rows = base.sql(
        """
        SELECT council, action, cost, unit, grant_year, kind, committed, invoiced, paid,
               coalesce(counted, 0) FROM costs
        """
    ).fetchall()
    keys = ("council", "action", "cost", "unit", "year", "kind")
    steps = ("committed", "invoiced", "paid", "counted")
    lines = [one for one in program.table("budget") if one["table"] == "lines" and one["council"] is not None]
    return rows, [(*(one[key] for key in keys), *(euros(one[step]) for step in steps)) for one in lines]


@question
def what_each_council_spent_each_year(base, program):
    rows = base.sql(
        "SELECT council, grant_year, sum(coalesce(counted, 0)) FROM costs GROUP BY ALL HAVING count(counted) > 0"
    ).fetchall()
    sums = [one for one in program.table("budget") if one["table"] == "councils" and one["council"] is not None]
    return rows, [(one["council"], one["year"], euros(one["counted"])) for one in sums if one["counted"]]


@question
def how_many_members_came(base, program):
    rows = base.sql(
        """
        SELECT council, session, count(*) FILTER (state = 'present'), any_value(invited)
        FROM attendance JOIN sessions USING (landlord, council, session)
        GROUP BY ALL HAVING count(*) FILTER (state = 'present') > 0
        """
    ).fetchall()
    told = [one for one in program.table("attendance") if one.get("session")]
    members = {(one["council"], one["session"]): one["members_present"] for one in told if one["table"] == "members"}
    invited = {(one["council"], one["session"]): one["invited"] for one in told if one["table"] == "sessions"}
    return rows, [(*key, count, invited.get(key)) for key, count in members.items() if count]


def euros(number):
    """To the cent, as the export writes it."""
    return None if number is None else decimal.Decimal(str(number)).quantize(decimal.Decimal("0.01"))


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
