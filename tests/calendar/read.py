"""Reads what `council calendar` prints with PyPI's icalendar, and holds each event against the files of the record.

    python read.py COUNCIL RECORD DAY
"""

import datetime as dt
import pathlib
import re
import subprocess
import sys
import zoneinfo

import icalendar
import yaml

PARIS = zoneinfo.ZoneInfo("Europe/Paris")


class Plain(yaml.SafeLoader):
    """Every scalar as it is typed."""


Plain.yaml_implicit_resolvers = {}


def last_day(period):
    """The last day of a period."""
    if m := re.fullmatch(r"(\d{4})-W(\d\d)", period):
        return dt.date.fromisocalendar(int(m[1]), int(m[2]), 7)
    if re.fullmatch(r"\d{4}-\d\d-\d\d", period):
        return dt.date.fromisoformat(period)
    year, _, part = period.partition("-")
    month = {"": 12, "S": 6 * int(part[1:] or 0), "Q": 3 * int(part[1:] or 0), "T": 3 * int(part[1:] or 0)}.get(part[:1])
    month = month if month is not None else int(part)
    after = dt.date(int(year) + month // 12, month % 12 + 1, 1)
    return after - dt.timedelta(days=1)


def minutes(time):
    """A time of day as it is typed."""
    hour, minute = re.fullmatch(r"(\d{1,2})\s?[h:]\s?(\d\d)?", time).groups()
    return dt.time(int(hour), int(minute or 0))


def read(path):
    return yaml.load(path.read_text("utf-8"), Plain) or {}


def sessions_of(council):
    for path in sorted((council / "sessions").glob("*.yaml")):
        yield dt.date.fromisoformat(path.stem[:10]), read(path)


def due_of(council, day):
    """The actions still to be done on a day: title and last day."""
    body = read(council / "council.yaml")
    closed = (body.get("closed") or {}).get("date") or ""
    if closed and last_day(closed) < day:
        return
    plan = council / "plan.yaml"
    for action in ((read(plan) if plan.exists() else {}).get("actions") or {}).values():
        if dt.date.fromisoformat(action["decided"][:10]) > day:
            continue
        status, due = "planned", action.get("due")
        for update in action.get("updates") or []:
            if dt.date.fromisoformat(update["date"]) <= day:
                status, due = update.get("status") or status, update.get("due") or due
        if due and status not in ("done", "declined", "dropped"):
            yield " ".join(action["title"].split()), last_day(due)


def check_event(event):
    assert event["UID"].endswith(".invalid") and "@" in event["UID"], event
    assert event["DTSTAMP"].dt.tzinfo is not None, event
    assert not event.errors, event.errors
    start, end = event["DTSTART"].dt, event.get("DTEND") and event["DTEND"].dt
    if isinstance(start, dt.datetime):
        assert start.utcoffset() == dt.timedelta(0), start
        assert end is None or end > start, event
    else:
        assert end > start, event


def held_against(council, events, day):
    """Every session with its hours, every action still to be done, and nothing else that has a file."""
    own = [event for event in events if event["UID"].startswith(f"{council.name}.")]
    actions = [event for event in own if event["UID"].startswith(f"{council.name}.action.")]
    others = [event for event in own if event not in actions]
    due = sorted(due_of(council, day))
    plain = lambda text: text.replace("\u00a0", " ").partition(": ")[2].strip()
    found = sorted((plain(str(event["SUMMARY"])), event["DTSTART"].dt) for event in actions)
    assert found == [(title.replace("\u00a0", " "), last) for title, last in due], (found, due)
    for date, session in sessions_of(council):
        mine = [event for event in others if local_day(event) == date]
        assert mine, (council, date)
        if session.get("time") is None:
            continue
        start = dt.datetime.combine(date, minutes(session["time"]), PARIS).astimezone(dt.timezone.utc)
        event = next(event for event in mine if event["DTSTART"].dt == start)
        status = {"held": "CONFIRMED", "planned": "CONFIRMED", "cancelled": "CANCELLED"}[session["status"]]
        assert str(event["STATUS"]) == status, event
        if session.get("place"):
            assert " ".join(session["place"].split()) == str(event["LOCATION"]).replace("\u00a0", " "), event
        if session.get("ends"):
            after = minutes(session["ends"]) < minutes(session["time"])
            end = dt.datetime.combine(date + dt.timedelta(days=after), minutes(session["ends"]), PARIS)
            assert event["DTEND"].dt == end.astimezone(dt.timezone.utc), event
    return len(own)


def local_day(event):
    start = event["DTSTART"].dt
    return start.astimezone(PARIS).date() if isinstance(start, dt.datetime) else start


def main(program, record, day):
    command = [program, "--record", record, "--today", day, "--lang", "fr", "calendar"]
    text = subprocess.run(command, check=True, capture_output=True).stdout
    calendar = icalendar.Calendar.from_ical(text)
    assert not calendar.errors, calendar.errors
    assert calendar["VERSION"] == "2.0" and calendar["METHOD"] == "PUBLISH" and calendar["PRODID"]
    events = calendar.walk("VEVENT")
    uids = [str(event["UID"]) for event in events]
    assert len(set(uids)) == len(uids), "two events have one UID"
    for event in events:
        check_event(event)
    councils = [path.parent for path in pathlib.Path(record).glob("*/council.yaml")]
    counted = sum(held_against(council, events, dt.date.fromisoformat(day)) for council in councils)
    assert counted == len(events), (counted, len(events))
    print(f"{record}: {counted} events of {len(councils)} councils are as the record has them")


main(*sys.argv[1:])
