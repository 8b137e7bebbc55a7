"""Writes the records of several fictional landlords, each as any landlord keeps its own: docs/federation.md uses them.

    python3 tests/export/national.py --out target/national                     # 12 landlords, 250 councils each
    python3 tests/export/national.py --out target/small --landlords 3 --councils 4

The same arguments give the same bytes. `--today 2025-01-15` is a day after all that is in them.
"""

import argparse
import pathlib
import random

TOWNS = ["Rivebourg", "Valmont", "Chênevert", "Pontclair", "Aubeterre", "Montfleur"]
THEMES = [("proprete", "Propreté"), ("tranquillite", "Tranquillité"), ("cadre-de-vie", "Cadre de vie")]
ACTIONS = [
    "Réparer l'éclairage du square",
    "Afficher le calendrier des encombrants",
    "Organiser une visite de nuit",
    "Remettre en peinture le local à poussettes",
    "Installer un composteur",
    "Poser deux bancs",
    "Revoir la fermeture du parking",
    "Préparer la fête des voisins",
]
WEAKNESSES = ["La présence de squatteurs en soirée", "Les encombrants", "Un éclairage défaillant"]
DATES = ["2023-03-14", "2023-10-10", "2024-05-21"]
STATES = ["in-progress", "in-progress", "done", "done", "on-hold", "dropped"]


def landlord(number, councils):
    lines = [f"name: Organisme fictif n° {number + 1:02}", "units:"]
    for unit in range(-(-councils // 25)):
        lines += [f"  ug-{unit}:", f"    name: Unité de Gestion {unit + 1}", "    grants:"]
        lines += [f"      {year}:\n        upkeep: 60000.00\n        investment: 90000.00" for year in (2023, 2024)]
    lines += ["partners:", "  mairie:", "    name: la mairie", "themes:"]
    lines += [f"  {theme}:\n    name: {name}" for theme, name in THEMES]
    lines += ["questions:", "  overall:", "    text: Êtes-vous satisfait de votre résidence ?"]
    for theme, name in THEMES:
        lines += [f"  {theme}:", f"    text: Êtes-vous satisfait ({name.lower()}) ?", f"    theme: {theme}"]
    lines.append("residences:")
    for council in range(councils):
        lines += [f"  r{council}:", f"    name: Résidence {council + 1}", f"    city: {TOWNS[council % len(TOWNS)]}"]
        lines += [f"    dwellings: {60 + council * 7 % 190}", f"    unit: ug-{council // 25}"]
    return lines


def body(council):
    lines = [f"name: Conseil de Résidents {council + 1}", f"residence: r{council}", "created: 2023", "members:"]
    for member in range(1, 9):
        lines += [f"  r{member}:", "    role: resident"]
    return [*lines, "  g1:", "    role: caretaker", "  m1:", "    role: manager"]


def session(draw, place):
    members = [f"r{member}" for member in range(1, 9)]
    draw.shuffle(members)
    came = draw.randint(3, 7)
    lines = ["status: held", f"kind: {'diagnosis' if place == 0 else 'follow-up'}", "invitation:"]
    lines += [f"  invited: {draw.randint(60, 250)}", "attendance:", "  present:"]
    lines += [f"    - {member}" for member in [*members[:came], "g1", "m1"]]
    lines += ["  excused:", *(f"    - {member}" for member in members[came:]), f"  residents: {draw.randint(0, 25)}"]
    if place == 0:
        lines += ["diagnosis:", "  strengths:", "    gardiens: la disponibilité des gardiens", "  weaknesses:"]
        lines += [f"    w{number}: {text}" for number, text in enumerate(WEAKNESSES)]
    elif place == 2:
        lines += ["reviews:"]
        words = ["solved", "better", "same", "worse"]
        lines += [f"  {DATES[0]}/w{number}: {draw.choice(words)}" for number in range(len(WEAKNESSES))]
    return lines


def plan(draw):
    lines = ["axes:"]
    for number, (theme, name) in enumerate(THEMES):
        lines += [f"  {theme}:", f"    title: {name}", f"    theme: {theme}", "    answers:", f"      - {DATES[0]}/w{number}"]
    lines.append("actions:")
    for number, title in enumerate(draw.sample(ACTIONS, draw.randint(3, len(ACTIONS)))):
        decided = draw.randrange(2)
        lines += [f"  a{number}:", f"    title: {title}", f"    decided: {DATES[decided]}"]
        lines += [f"    axis: {draw.choice(THEMES)[0]}", f"    owner: {draw.choice(['landlord', 'mairie', 'g1'])}"]
        lines.append(f"    due: {draw.choice(['2024-Q2', '2024-Q4', '2025', '2024-09'])}")
        if draw.random() < 0.4:
            year = draw.choice([2023, 2024])
            amount = draw.randint(20_000, 150_000)
            lines += ["    costs:", "      c1:", "        label: Fournitures et pose"]
            lines += [f"        kind: {draw.choice(['upkeep', 'investment'])}", "        committed:"]
            lines += [f"          date: {year}-11-20", f"          amount: {amount // 100}.{amount % 100:02}"]
        state = draw.choice(STATES)
        lines += ["    updates:", f"      - date: {DATES[2]}", f"        status: {state}", "        note: Vu en séance"]
    return lines


def survey(draw):
    lines = ["questioned: 60", "returned: 40", "method:", "  mode: paper"]
    lines += [f"  sampling: {draw.choice(['random', 'voluntary'])}", "answers:"]
    for question in ["overall", *(theme for theme, _ in THEMES)]:
        satisfied = draw.randint(8, 26)
        lines += [f"  {question}:", f"    very_satisfied: {draw.randint(0, 8)}", f"    satisfied: {satisfied}"]
        lines += [f"    dissatisfied: {draw.randint(0, 5)}", "    no_opinion: 1"]
    return lines


def write(path, lines):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", "utf-8", newline="\n")


def main(out, landlords, councils):
    for number in range(landlords):
        record = out / f"organisme-{number + 1:02}"
        write(record / "landlord.yaml", landlord(number, councils))
        for council in range(councils):
            draw = random.Random(f"{number} {council}")
            folder = record / f"conseil-{council + 1:04}"
            write(folder / "council.yaml", body(council))
            for place, date in enumerate(DATES):
                write(folder / "sessions" / f"{date}.yaml", session(draw, place))
            write(folder / "plan.yaml", plan(draw))
            write(folder / "surveys" / "2024-10.yaml", survey(draw))


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--landlords", type=int, default=12)
    parser.add_argument("--councils", type=int, default=250)
    main(**vars(parser.parse_args()))
