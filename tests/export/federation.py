"""Runs what docs/federation.md shows: generated landlords, each with its export, read together by DuckDB.

    target/tools/python/bin/python tests/export/federation.py target/debug/council [--landlords 12] [--councils 250]

The SQL is that of the page, block after block. Each answer must come to what the members' own tables say, added up. It
prints the answers, and exits with 1 where one differs or the page has another number of questions.
"""

import argparse
import collections
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

import duckdb

import national

PAGE = pathlib.Path(__file__).parents[2] / "docs" / "federation.md"
DAY = "2025-01-15"


def queries():
    """The blocks of SQL: the first makes the tables, each of the others answers a question."""
    views, *questions = re.findall(r"```sql\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    return views, questions


def told(council, records, *arguments):
    """What the members' tables say, one after another."""
    for record in records:
        command = [council, "--record", str(record), "--today", DAY, *arguments, "--format", "json"]
        table = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
        yield from json.loads(table.stdout)


def late(council, records):
    """Actions late, in all."""
    return sum(1 for _ in told(council, records, "actions", "--late"))


def held(council, records):
    """Sessions held, in all."""
    return sum(one["sessions_held"] for one in told(council, records, "status"))


def states(council, records):
    """Actions by state."""
    return sorted(collections.Counter(one["status"] for one in told(council, records, "actions")).items())


def answers(council, records):
    """Opinions given to the question about the residence as a whole."""
    return sum(one["base"] for one in told(council, records, "satisfaction") if one["question"] == "overall")


def main(council, landlords, councils):
    council = str(pathlib.Path(council).resolve())
    views, questions = queries()
    with tempfile.TemporaryDirectory() as home:
        home = pathlib.Path(home)
        national.main(home / "national", landlords, councils)
        records = sorted((home / "national").iterdir())
        for record in records:
            command = [council, "--record", str(record), "export", "--out", str(home / "exports" / record.name)]
            subprocess.run([*command, "--as-of", DAY], check=True, capture_output=True)
        os.chdir(home)
        base = duckdb.connect()
        base.execute(views)
        found = []
        for query in questions:
            found.append(base.sql(query).fetchall())
            print(base.sql(query))
        wrong = []
        if len(found) != 5:
            wrong.append(f"{len(found)} questions")
        elif len(found) == 5:
            by_landlord, by_state, by_theme, by_grant, by_size = found
            if sum(row[2] for row in by_landlord) != held(council, records):
                wrong.append("sessions held")
            if sum(row[3] for row in by_landlord) != late(council, records):
                wrong.append("actions late")
            if sorted((row[0], row[1]) for row in by_state) != states(council, records):
                wrong.append("actions by state")
            if sum(row[1] for row in by_theme) != 3 * landlords * councils:
                wrong.append("findings")
            if sum(row[-1] for row in by_grant) != base.sql("SELECT count(counted) FROM costs").fetchall()[0][0]:
                wrong.append("expenses")
            if sum(row[2] for row in by_size) != answers(council, records):
                wrong.append("opinions")
        os.chdir(PAGE.parent)
    print(f"{landlords} landlords, {councils} councils each: differs in {', '.join(wrong) or 'nothing'}")
    return bool(wrong)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("council")
    parser.add_argument("--landlords", type=int, default=12)
    parser.add_argument("--councils", type=int, default=250)
    sys.exit(main(**vars(parser.parse_args())))
