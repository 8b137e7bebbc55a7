"""Writes a record for recompute.py in which everything that figures depend on is there or missing at random.

    python3 tests/tables/twisted.py FOLDER [SEED]

The same seed gives the same record, without an error in it. Its days are those of 2022 to 2024.
"""

import pathlib
import random
import sys

DAYS = [f"{year}-{month:02}-{day:02}" for year in (2022, 2023, 2024) for month in range(1, 13) for day in (3, 17, 28)]
KINDS = "upkeep", "investment", None
ROLES = ["resident"] * 5 + ["association", "caretaker", "manager", "landlord", "partner", "elected"]


class Writer:
    def __init__(self, draw):
        self.draw, self.lines = draw, []

    def add(self, depth, text):
        self.lines.append("  " * depth + text)

    def maybe(self, share=0.5):
        return self.draw.random() < share

    def amount(self, most=3000):
        cents = self.draw.randrange(1, most * 100)
        whole = f"{cents // 100:,}".replace(",", self.draw.choice(["", " ", "\u202f"]))
        return f"{whole}{self.draw.choice('.,')}{cents % 100:02}{self.draw.choice(['', ' €'])}"

    def text(self):
        return "\n".join(self.lines) + "\n"


def landlord(draw, councils):
    out = Writer(draw)
    out.add(0, "name: Habitat du Hasard\nunits:")
    for unit in range(3):
        out.add(1, f"ug-{unit}:\n    name: Unité {unit}")
        years = [year for year in (2022, 2023, 2024) if out.maybe(0.8)]
        if not years:
            continue
        out.add(2, "grants:")
        for year in years:
            if out.maybe(0.4):
                # As large as what can be spent of it.
                out.add(3, f"{year}: {draw.randrange(10**6, 10**7)},{draw.randrange(100):02}")
                continue
            out.add(3, f"{year}:")
            for part in ("upkeep", "investment"):
                out.add(4, f"{part}: {draw.randrange(10**6, 10**7)}.{draw.randrange(100):02}")
            if out.maybe():
                out.add(4, f"carried_over: {out.amount()}")
            elif out.maybe():
                out.add(4, f"carried_over:\n          investment: {out.amount()}")
    out.add(0, "residences:")
    for council in range(councils):
        out.add(1, f"r-{council:02}:\n    name: Résidence {council}")
        if out.maybe(0.8):
            out.add(2, f"unit: ug-{draw.randrange(3)}")
        if out.maybe(0.8):
            out.add(2, f"dwellings: {draw.randrange(40, 300)}")
    out.add(0, "mobilisation:")
    for way in range(5):
        out.add(1, f"w{way}:\n    name: Façon {way}")
    out.add(0, "themes:\n  t:\n    name: Thème\nquestions:")
    for question, asked in enumerate(["tenants", "tenants", "members", "staff"]):
        out.add(1, f"q{question}:\n    text: Question {question} ?\n    theme: t\n    asked: {asked}")
    return out.text()


def body(draw, index):
    out = Writer(draw)
    out.add(0, f"name: Conseil {index}")
    out.add(0, f"residence: r-{index:02}" if out.maybe(0.9) else "scope: le quartier")
    out.add(0, "members:")
    for member, role in enumerate(ROLES):
        out.add(1, f"m{member}:\n    role: {role}")
        if member in (0, 7) and out.maybe(0.8):
            out.add(2, f"position: {'chair' if member == 0 else 'secretary'}")
        if out.maybe(0.6):
            begin, end = sorted(draw.sample(DAYS[:-1], 2))
            out.add(2, f"mandates:\n      - since: {begin}")
            if out.maybe(0.8):
                out.add(4, f"until: {end}")
                if out.maybe(0.3):
                    out.add(3, f"- since: {DAYS[DAYS.index(end) + 1]}")
    return out.text()


def session(draw, actions):
    out = Writer(draw)
    out.add(0, f"status: {'held' if out.maybe(0.9) else 'planned'}")
    if out.maybe(0.8):
        out.add(0, f"time: {draw.choice(['14:00', '17:30', '18 h 30', '18h', '20:15'])}")
        if out.maybe(0.8):
            out.add(0, f"ends: {draw.choice(['19:00', '20h15', '21 h 30'])}" if out.maybe(0.9) else "ends: 00:30")
    if out.maybe(0.7):
        out.add(0, "invitation:")
        out.add(1, f"invited: {draw.randrange(1, 400)}" if out.maybe(0.8) else "invited:")
        ways = draw.sample(range(5), draw.randrange(0, 3))
        if ways:
            out.add(1, "channels:")
            for way in ways:
                out.add(2, f"- w{way}")
    if out.maybe(0.9):
        out.add(0, "attendance:")
        members = draw.sample(range(len(ROLES)), draw.randrange(0, 9))
        for key, some in (("present", members[:6]), ("excused", members[6:])):
            if some:
                out.add(1, f"{key}:")
                for member in some:
                    out.add(2, f"- m{member}")
        if members[6:] and out.maybe():
            out.add(1, f"proxies:\n    m{members[6]}:\n      to: m{members[0]}")
        if out.maybe(0.3):
            out.add(1, "guests:\n    - L'architecte")
        if out.maybe(0.6):
            out.add(1, f"residents: {draw.randrange(0, 40)}")
        if out.maybe(0.3):
            out.add(1, f"counts:\n    present: {draw.randrange(46, 90)}")
            if out.maybe(0.3):
                out.add(2, "about: true")
            if out.maybe(0.3):
                out.add(2, f"excused: {draw.randrange(0, 5)}")
    told = [action for action in actions if out.maybe()]
    if told:
        out.add(0, "topics:\n  - title: Le plan\n    outcomes:")
        for action in told:
            out.add(3, f"- action: {action}")
    return out.text()


def plan(draw, days):
    out = Writer(draw)
    out.add(0, "actions:")
    for action in range(8):
        out.add(1, f"a{action}:\n    title: Action {action}\n    decided: {draw.choice(days)}\n    owner: landlord")
        costs = draw.randrange(0, 4)
        if costs:
            out.add(2, "costs:")
        for cost in range(costs):
            out.add(3, f"c{cost}:\n        label: Dépense {action}.{cost}")
            kind = draw.choice(KINDS)
            if kind:
                out.add(4, f"kind: {kind}")
            if out.maybe(0.4):
                out.add(4, f"year: {draw.choice(['2022', '2023', '2024', '2023-T2'])}")
            if out.maybe(0.3):
                out.add(4, "condition: si la Ville ne paie pas")
            if out.maybe(0.6):
                out.add(4, f"planned: {out.amount()}")
            amount, day = out.amount(), draw.randrange(len(DAYS) - 9)
            for place, step in enumerate(("committed", "invoiced", "paid")):
                if out.maybe(0.6):
                    out.add(4, f"{step}:")
                    out.add(5, f"amount: {amount}")
                    if out.maybe(0.9):
                        out.add(5, f"date: {DAYS[day + 4 * place]}")
        if out.maybe(0.6):
            status = draw.choice(["in-progress", "done", "dropped", "declined", "on-hold"])
            out.add(2, f"updates:\n      - date: {draw.choice(DAYS[60:])}\n        status: {status}\n        note: dit")
    return out.text()


def survey(draw):
    out = Writer(draw)
    out.add(0, f"method:\n  mode: {draw.choice(['paper', 'phone'])}\n  sampling: {draw.choice(['census', 'random', 'voluntary'])}")
    out.add(0, "answers:")
    for question in range(4):
        if question == 0 or out.maybe(0.8):
            out.add(1, f"q{question}:")
            for answer in ("very_satisfied", "satisfied", "dissatisfied", "very_dissatisfied", "no_opinion"):
                out.add(2, f"{answer}: {draw.randrange(0, 8)}")
    return out.text()


def write(folder, seed, councils=12):
    draw, root = random.Random(seed), pathlib.Path(folder)
    root.mkdir(parents=True, exist_ok=True)
    (root / "landlord.yaml").write_text(landlord(draw, councils), "utf-8")
    for index in range(councils):
        home = root / f"c-{index:02}"
        for below in ("sessions", "surveys"):
            (home / below).mkdir(parents=True)
        (home / "council.yaml").write_text(body(draw, index), "utf-8")
        days = sorted(draw.sample(DAYS[:60], 6))
        for day in days:
            text = session(draw, [f"a{action}" for action in range(8)])
            (home / "sessions" / f"{day}.yaml").write_text(text, "utf-8")
        (home / "plan.yaml").write_text(plan(draw, days), "utf-8")
        for wave in ("2022-10", "2023-10", "2024-10"):
            if draw.random() < 0.7:
                (home / "surveys" / f"{wave}.yaml").write_text(survey(draw), "utf-8")


if __name__ == "__main__":
    write(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 1)
