"""Works the figures of `budget` and `attendance` out a second time, from the YAML alone, in whole cents and people.

Used by recompute.py. It shares no code with the program.
"""

import collections
import datetime

STEPS = "committed", "invoiced", "paid"
LINES = "granted", "carried-over", *STEPS, "counted", "left", "conditional", "planned"
PARTS = "upkeep", "investment", "whole"


def cents(text):
    """An amount as it was typed, in cents."""
    text = "".join(sign for sign in text.replace("€", "") if not sign.isspace())
    whole, _, rest = text.replace(".", ",").partition(",")
    return int(whole or 0) * 100 + int((rest + "00")[:2])


def euros(amount):
    return None if amount is None else amount / 100


def unit_of(council):
    own = council.file.get("unit")
    if own:
        return own
    residence = council.file.get("residence")
    residences = residence if isinstance(residence, list) else [residence] if residence else []
    units = {council.landlord["residences"][id].get("unit") for id in residences} - {None}
    return units.pop() if len(units) == 1 else None


def grant(landlord, unit, year):
    """What is granted and carried over, by part; nothing where no grant is declared."""
    grants = (landlord.get("units", {}).get(unit) or {}).get("grants") or {}
    given = grants.get(str(year))
    if given is None:
        return None
    if not isinstance(given, dict):
        return {"granted": {"whole": cents(given)}, "carried-over": {}}
    carried = given.get("carried_over") or {}
    carried = carried if isinstance(carried, dict) else {"whole": carried}
    return {"granted": {part: cents(given[part]) for part in PARTS if part in given},
            "carried-over": {part: cents(amount) for part, amount in carried.items()}}


def expenses(council, day, state):
    for id, action in council.actions.items():
        if datetime.date.fromisoformat(action["decided"][:10]) > day:
            continue
        given_up = state(council, action, day)[0] in ("declined", "dropped")
        for cost_id, cost in (action.get("costs") or {}).items():
            amounts, dates = {}, {}
            for step in STEPS:
                of = cost.get(step) or {}
                known = "date" not in of or datetime.date.fromisoformat(of["date"]) <= day
                amounts[step] = cents(of["amount"]) if "amount" in of and known else None
                dates[step] = of.get("date")
            year = cost["year"][:4] if "year" in cost else next((date[:4] for date in dates.values() if date), None)
            begun = any(amount is not None for amount in amounts.values())
            expected = 0 if begun or given_up or "planned" not in cost else cents(cost["planned"])
            counted = next((amounts[step] for step in ("invoiced", "committed") if amounts[step] is not None), 0)
            yield dict(council=council, action=id, title=action["title"], id=cost_id, cost=cost, dates=dates,
                       year=year and int(year), kind=cost.get("kind", "whole"), expected=expected,
                       conditional=expected if "condition" in cost else 0, typed=amounts, counted=counted,
                       planned=0 if "condition" in cost else expected, session=action["decided"],
                       **{step: amounts[step] or 0 for step in STEPS})


def sums(lines):
    keys = *STEPS, "counted", "planned", "conditional"
    return {key: sum(line[key] for line in lines) for key in keys}


def block(year, unit, lines, given, lefts=None, everybody=False):
    """The rows of a grant; `given` is nothing where there is none, `lefts` those of all units together."""
    by_part = {name: dict(given[name]) if given else {} for name in ("granted", "carried-over")}
    for name in (*STEPS, "counted", "conditional", "planned"):
        amounts = {part: sum(line[name] for line in lines if line["kind"] == part) for part in PARTS}
        by_part[name] = {part: amount for part, amount in amounts.items() if amount}
    if lefts is not None:
        by_part["left"] = lefts
    elif given:
        counted = by_part["counted"]
        if list(given["granted"]) == ["whole"]:
            by_part["left"] = {"whole": given["granted"]["whole"] - sum(counted.values())}
        else:
            of = lambda name, part: by_part[name].get(part)
            by_part["left"] = {part: (of("granted", part) or 0) + (of("carried-over", part) or 0) - (counted.get(part) or 0)
                               for part in PARTS
                               if part in counted or of("granted", part) is not None or of("carried-over", part) is not None}
    rows = []
    for name in LINES:
        parts = by_part.get(name)
        if parts or name == "left" and parts is not None:
            rows.append(dict(table="grants", year=year, unit=unit, all_units=everybody, line=name,
                             **{part: euros(parts.get(part)) for part in PARTS}, total=euros(sum(parts.values()))))
    return rows, by_part


def added(parts):
    total = collections.Counter()
    for one in parts:
        total.update(one)
    return {part: total[part] for part in PARTS if part in total}


def budget(landlord, councils, day, state):
    lines = [line for council in councils for line in expenses(council, day, state)]
    rows = []
    units = [*(landlord.get("units") or {}), None]
    keys = {(line["year"], unit_of(line["council"])) for line in lines}
    keys |= {(int(year), unit) for unit in units if unit for year in landlord["units"][unit].get("grants") or {}
             if int(year) <= day.year + 1}
    years = sorted({year for year, _ in keys}, key=lambda year: (year is None, year))
    for year in years:
        blocks = []
        for unit in units:
            if (year, unit) in keys:
                of = [line for line in lines if (line["year"], unit_of(line["council"])) == (year, unit)]
                given = grant(landlord, unit, year)
                more, parts = block(year, unit, of, given)
                rows += more
                blocks.append((of, given, parts))
        if len(blocks) > 1:
            given = {name: added(parts[name] for _, _, parts in blocks) for name in ("granted", "carried-over")}
            lefts = added(parts["left"] for _, _, parts in blocks) if all(given for _, given, _ in blocks) else None
            everything = [line for of, _, _ in blocks for line in of]
            more, _ = block(year, None, everything, given, lefts, True)
            rows += more if lefts is not None else [row for row in more if row["line"] != "left"]
    whole = {key: euros(amount) for key, amount in sums(lines).items()}
    for council in councils:
        own = [line for line in lines if line["council"] is council]
        for year in sorted({line["year"] for line in own}, key=lambda year: (year is not None, year)):
            of = sums([line for line in own if line["year"] == year])
            rows.append(dict(table="councils", council=council.id, unit=unit_of(council), year=year,
                             **{key: euros(amount) for key, amount in of.items()}))
    total = any(whole.values())
    if total:
        rows.append(dict(table="councils", council=None, unit=None, year=None, **whole))
    for council in councils:
        for action in dict.fromkeys(line["action"] for line in lines if line["council"] is council):
            of = [line for line in lines if line["council"] is council and line["action"] == action]
            rows.append(dict(table="actions", council=council.id, action=action, title=of[0]["title"],
                             **{key: euros(amount) for key, amount in sums(of).items()}))
    if total:
        rows.append(dict(table="actions", council=None, action=None, title=None, **whole))
    for council in councils:
        own = [line for line in lines if line["council"] is council]
        rows += [one_line(line, day) for line in sorted(own, key=lambda line: line["year"] or 9999)]
    if total:
        keys = ("table council action cost label path unit year kind decided in_minutes condition planned committed "
                "committed_on invoiced invoiced_on paid paid_on counted").split()
        rows.append({**dict.fromkeys(keys), "table": "lines", "planned": euros(sum(line["expected"] for line in lines)),
                     **{key: whole[key] for key in (*STEPS, "counted")}})
    return rows


def one_line(line, day):
    council, cost = line["council"], line["cost"]
    session = council.sessions.get(line["session"], {})
    older = any(line["dates"][step] and line["dates"][step] < line["session"][:10] for step in ("committed", "invoiced"))
    decided = session.get("status") == "held" and not older
    told = [outcome.get("action") for topic in session.get("topics") or [] for outcome in topic.get("outcomes") or []]
    on = {step: line["dates"][step] if line["dates"][step] and line["dates"][step] <= str(day) else None for step in STEPS}
    return dict(table="lines", council=council.id, action=line["action"], cost=line["id"], label=cost["label"],
                path=f"{council.id}/plan.yaml", unit=unit_of(council), year=line["year"], kind=cost.get("kind"),
                decided=line["session"] if decided else None, in_minutes=decided and line["action"] in told,
                condition=cost.get("condition"), planned=euros(line["expected"] or None),
                **{key: value for step in STEPS for key, value in ((step, euros(line["typed"][step])), (f"{step}_on", on[step]))},
                counted=euros(line["counted"]))


SIDES = {"resident": "residents", "association": "residents", "caretaker": "staff", "manager": "staff",
         "landlord": "staff", "partner": "others", "elected": "others"}
ROLES = "resident association caretaker manager landlord partner elected".split()


def tenth(numerator, denominator):
    """Per cent to one decimal, halves away from zero, in whole numbers."""
    return (2000 * numerator + denominator) // (2 * denominator) / 10


def minutes(text):
    digits = text.lower().replace(" ", "").replace("h", ":").split(":")
    return 60 * int(digits[0]) + int(digits[1] or 0 if len(digits) > 1 else 0)


def unique(values):
    return list(dict.fromkeys(values or []))


def facts(council, day):
    """What is known of each session held, in order."""
    members, seen, sessions, unsure = council.file.get("members") or {}, set(), 0, False
    for id, session in council.sessions.items():
        if session["status"] != "held" or datetime.date.fromisoformat(id[:10]) > day:
            continue
        attendance = session.get("attendance") or {}
        counts = attendance.get("counts") or {}
        present = unique(attendance.get("present"))
        by_side = collections.Counter(SIDES[members[id]["role"]] for id in present)
        guests, extra = len(attendance.get("guests") or []), attendance.get("residents")
        about = counts.get("about") == "true"
        listed = len(present) + guests + int(extra or 0)
        all_listed = present and not about and int(counts.get("present") or 0) <= listed
        exact = "present" not in counts or all_listed
        came = int(counts["present"]) if "present" in counts else (
            len(present) + guests + int(extra) if present and extra is not None else None)
        new = [id for id in present if id not in seen]
        new_faces = len(new) if present and sessions and not unsure else None
        seen, sessions, unsure = seen | set(present), sessions + 1, unsure or not present
        invitation = session.get("invitation") or {}
        typed = invitation.get("invited")
        invited = int(typed) if typed else None
        residents = by_side["residents"] + int(extra or 0) if present else None
        sure = residents if extra is not None and exact else None
        staff = by_side["staff"] if present and exact else None
        evening = None
        if "time" in session and "ends" in session:
            begins, ends = minutes(session["time"]), minutes(session["ends"])
            evening = max(0, ends - max(begins, 18 * 60)) if ends > begins else None
        excused = len(unique(attendance.get("excused"))) or (int(counts["excused"]) if "excused" in counts else None)
        proxies = len(set(attendance.get("proxies") or {}) - set(present)) or None
        yield id, dict(invited=invited, came=came, about=about and "present" in counts, residents=residents, sure=sure,
                       new=new_faces, present=len(present) or None, excused=excused, proxies=proxies, staff=staff,
                       others=by_side["others"] + guests if present and exact else None,
                       evening=None if evening is None or staff is None else evening * staff,
                       channels=unique(invitation.get("channels")))


def hours(minutes):
    return None if minutes is None else (minutes * 1000 // 60 + 5) // 10 / 100


def attendance(landlord, councils, day):
    known = [(council.id, id, of) for council in councils for id, of in facts(council, day)]
    has_rate = lambda of: bool(of["invited"]) and of["sure"] is not None
    rated = [of for _, _, of in known if has_rate(of)]
    rate = lambda some: tenth(sum(of["sure"] for of in some), sum(of["invited"] for of in some)) if some else None
    keys = "council session sessions invited came came_about residents residents_at_least rate new_faces".split()
    rows = [dict(zip(["table", *keys], ["sessions", council, id, None, of["invited"], of["came"], of["about"], of["residents"],
                                        of["residents"] is not None and of["sure"] is None,
                                        rate([of]) if has_rate(of) else None, of["new"]]))
            for council, id, of in known]
    if len(rated) > 1:
        rows.append({"table": "sessions", **dict.fromkeys(keys), "sessions": len(rated), "came_about": False,
                     "invited": sum(of["invited"] for of in rated), "residents": sum(of["sure"] for of in rated),
                     "residents_at_least": False, "rate": rate(rated)})
    keys = "council session sessions members_present members_excused members_represented staff others evening_hours".split()
    rows += [dict(zip(["table", *keys], ["members", council, id, None, of["present"], of["excused"], of["proxies"], of["staff"],
                                         of["others"], hours(of["evening"])]))
             for council, id, of in known]
    evenings = [of["evening"] for _, _, of in known if of["evening"] is not None]
    if len(evenings) > 1:
        rows.append({"table": "members", **dict.fromkeys(keys), "sessions": len(evenings), "evening_hours": hours(sum(evenings))})
    for channel, means in [*(landlord.get("mobilisation") or {}).items(), (None, {})]:
        of_channel = [of for _, _, of in known if (channel in of["channels"] if channel else not of["channels"])]
        if channel is None and not (of_channel and landlord.get("mobilisation")):
            continue
        some = [of for of in of_channel if has_rate(of)]
        total = lambda key: sum(of[key] for of in some) if some else None
        rows.append(dict(table="channels", channel=channel, name=means.get("name"), proposed=means.get("proposed"),
                         sessions=len(of_channel), measured=len(some), invited=total("invited"), residents=total("sure"),
                         rate=rate(some)))
    for council in councils:
        rows += [] if council.closed(day) else seats(council, day)
    return rows


def seats(council, day):
    from recompute import span

    def sits(member, on):
        terms = member.get("mandates") or []
        since = lambda term: "since" not in term or span(term["since"])[0] <= on
        until = lambda term: "until" not in term or on <= span(term["until"])[1]
        return not terms or any(since(term) and until(term) for term in terms)

    created = council.file.get("created")
    if created and span(created)[0] > day:
        return
    members = council.file.get("members") or {}
    for kind, keys in (("role", ROLES), ("position", ("chair", "secretary"))):
        for key in keys:
            of = {id: member for id, member in members.items() if member.get(kind) == key}
            terms = [term for member in of.values() for term in member.get("mandates") or []]
            begun = [span(term["since"])[0] for term in terms if "since" in term and span(term["since"])[0] <= day]
            if kind == "role":
                most = max(sum(sits(member, on) for member in of.values()) for on in [*begun, day])
            else:
                was_held = any(not member.get("mandates") for member in of.values()) or begun
                most = 1 if was_held or any("since" not in term for term in terms) else 0
            if not most:
                continue
            sitting = {id: member for id, member in of.items() if sits(member, day)}
            ends = collections.defaultdict(list)
            for id, member in sitting.items():
                untils = [term.get("until") for term in member.get("mandates") or []]
                if untils and None not in untils:
                    ends[max(untils, key=lambda until: span(until)[1])].append(id)
            ending = [dict(until=until, members=ids) for until, ids in sorted(ends.items(), key=lambda end: span(end[0])[1])]
            yield dict(table="seats", council=council.id, role=key if kind == "role" else None,
                       position=key if kind == "position" else None, sitting=len(sitting),
                       vacant=max(0, most - len(sitting)), ending=ending)
