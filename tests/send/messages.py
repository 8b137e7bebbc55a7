"""Every message that `council send --outbox` writes, read by Python's `email`: no defect, nothing injected."""

import email
import email.policy
import email.utils
import re
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from post import EXAMPLE, Home

COUNCIL = sys.argv[1]
NAMES = {
    "simple@exemple.fr": "Paul Martin",
    "accents@exemple.fr": "Zoé Le Bœuf",
    "quotes@exemple.fr": 'Dr. "Zo", dite <Zo> (la; grande)',
    "emoji@exemple.fr": "👩‍🦽 Ève 🏳️‍🌈",
    "lines@exemple.fr": "Paul\r\nBcc: tous@exemple.fr\r\n\r\nbonjour",
    "lone@exemple.fr": "Paul\rBcc: tous@exemple.fr\x0b\x0cX-Mal: 1\u2028Y: 2",
    "long@exemple.fr": "é" * 300,
    "word@exemple.fr": "w" * 300,
    "encoded@exemple.fr": "=?utf-8?q?=0D=0ABcc:_x?=",
    "empty@exemple.fr": "",
    "at@exemple.fr": "a@b.fr, c@d.fr",
    "o'neil+cr@exemple.fr": "\\ back\\slash \\\"",
}
BAD = ['"a b"@exemple.fr', "a@exemple.fr\r\nBcc: tous@exemple.fr", "é@exemple.fr", "a" * 300 + "@exemple.fr", "😀@exemple.fr",
       "a@b.fr>\r\nRCPT TO:<x@y.fr", "a@b.fr, c@d.fr"]


def cell(text):
    return '"' + text.replace('"', '""') + '"'


def read(path):
    raw = path.read_bytes()
    assert raw.isascii(), path
    assert all(len(line) <= 998 for line in raw.split(b"\r\n")), path
    assert b"\n" not in raw.replace(b"\r\n", b"") and b"\r" not in raw.replace(b"\r\n", b""), path
    message = email.message_from_bytes(raw, policy=email.policy.default)
    for part in message.walk():
        assert not part.defects, (path, part.defects)
        for name, value in part.items():
            assert not value.defects, (path, name, value, value.defects)
    return message


def texts_of(message):
    whole = [message] if message.get_content_type() == "multipart/alternative" else message.iter_parts()
    alternative, *attached = whole
    assert alternative.get_content_type() == "multipart/alternative"
    plain, page = alternative.iter_parts()
    assert (plain.get_content_type(), page.get_content_type()) == ("text/plain", "text/html")
    return plain.get_content(), page.get_content(), attached


def hold(message, what, home):
    allowed = {"From", "To", "Reply-To", "Subject", "Date", "Message-ID", "List-Unsubscribe", "MIME-Version", "Content-Type",
               "Content-Transfer-Encoding", "X-Unsent"}
    assert set(message.keys()) <= allowed, message.keys()
    assert len(message.keys()) == len(set(message.keys()))
    [to] = message["To"].addresses
    typed = " ".join(re.sub(r"[\x00-\x1f\u2028]", " ", NAMES[to.addr_spec]).split())
    # Before 3.13, Python leaves the blanks between encoded words where they are not meant.
    shown, typed = ("".join(name.split()) for name in (to.display_name, typed))
    assert shown == typed or len(shown) > 40 and typed.startswith(shown.rstrip("…")), (shown, typed)
    assert message["From"].addresses[0].display_name and message["Reply-To"].addresses[0].addr_spec
    assert re.fullmatch(r"<mailto:[^\s<>@]+@[^\s<>@]+>", message["List-Unsubscribe"])
    assert re.fullmatch(r"<[0-9a-f]{32}@[\w.-]+>", message["Message-ID"])
    assert email.utils.parsedate_to_datetime(message["Date"]).tzinfo
    plain, page, attached = texts_of(message)
    shown = subprocess.run([COUNCIL, "--record", home.record, "--today", "2024-03-15", what, "les-tilleuls", "--stdout"],
                           capture_output=True, text=True, encoding="utf-8").stdout
    title = shown.splitlines()[0].lstrip("# ")
    assert title.replace("\u00a0", " ") in " ".join(plain.replace("\u00a0", " ").split()), (title, plain[:200])
    assert page.startswith("<!DOCTYPE html>") and "<script" not in page
    if what == "agenda":
        [event] = attached
        assert event.get_content_type() == "text/calendar" and event.get_filename().endswith(".ics")
        assert event.get_content_disposition() == "attachment"
        assert event.get_content().startswith("BEGIN:VCALENDAR")
        assert "BEGIN:VEVENT" in event.get_content()
    else:
        assert not attached
    return message["Message-ID"], message["Subject"]


def write(home, out, what, *more):
    done = subprocess.run([COUNCIL, "--record", home.record, "--today", "2024-03-15", "send", "les-tilleuls", "--what", what,
                           "--to", home.contacts, "--outbox", out, *more], capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 1, done.stderr  # some addresses are bad
    return done.stderr


assert EXAMPLE.exists()
for what, word in (("minutes", "relevé de discussions"), ("agenda", "convocation"), ("notice", "nouvelles")):
    with Home(COUNCIL, 0) as home:
        rows = list(NAMES.items()) + [(address, "X") for address in BAD]
        home.contacts.write_text("Nom,E-mail\n" + "\n".join(f"{cell(name)},{cell(address)}" for address, name in rows),
                                 encoding="utf-8", newline="")
        out = home.folder / "box"
        said = write(home, out, what, "--again")
        files = sorted(out.iterdir())
        assert len(files) == len(NAMES), said
        assert not any("@" in path.name or "exemple" in path.name for path in files), files
        found = {read(path)["To"].addresses[0].addr_spec: hold(read(path), what, home) for path in files}
        assert set(found) == set(NAMES), found
        assert len({identity for identity, _ in found.values()}) == len(NAMES)
        assert all(word in subject and "Tilleuls" in subject for _, subject in found.values()), found
        # Taken away and asked for once more, the messages are those that they were; but nothing is written unasked.
        files[0].unlink()
        assert "0 message" in write(home, out, what), "twice"
        for ledger in (home.record / ".council/sent").iterdir():
            ledger.unlink()
        write(home, home.folder / "again", what, "--again")
        assert {read(path)["Message-ID"] for path in (home.folder / "again").iterdir()} == {
            identity for identity, _ in found.values()}
        for path in home.record.rglob("*"):
            if path.is_file():
                assert b"simple@" not in path.read_bytes() and "Bœuf".encode() not in path.read_bytes(), path
    print(f"well: {len(NAMES)} messages with {what}")
