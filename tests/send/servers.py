"""`council send` against servers of every mood: each run says what happened, and the next finishes it; nobody twice."""

import shutil
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import trustme
from post import Handler, Home, Server

COUNCIL = sys.argv[1]


def thousand():
    with Home(COUNCIL, 1000) as home, Server(handler := Handler()) as server:
        said = home.send(server)
        assert "1000 messages envoyés" in said.replace("\u202f", "").replace("\u00a0", ""), said
        home.all_once(handler)
        assert handler.connections == 1, handler.connections
        assert "0 message envoyé" in home.send(server)
        home.all_once(handler)
        home.keeps_no_name()


def drops_after_37():
    # It comes back: the run goes on by itself.
    with Home(COUNCIL, 100) as home:
        close = lambda handler, _: "close" if sum(handler.received.values()) % 37 == 0 else None
        with Server(handler := Handler(taken=close)) as server:
            home.send(server)
            home.all_once(handler)
            assert handler.connections >= 3, handler.connections
    # It does not: the next run does the rest.
    with Home(COUNCIL, 100) as home:
        gone = lambda handler, _: "drop" if sum(handler.received.values()) >= 37 else None
        with Server(first := Handler(rcpt=gone)) as server:
            said = home.send(server, status=1)
            assert "coupé la connexion" in said and "63 en attente" in said, said
        with Server(second := Handler()) as server:
            assert "63 messages envoyés" in home.send(server)
        home.all_once(first, second)


def drops_after_the_message():
    with Home(COUNCIL, 40) as home:
        address = home.addresses[22]
        drop = lambda _, to: "drop" if to == address else None
        with Server(first := Handler(taken=drop)) as server:
            said = home.send(server, status=1)
            assert "ligne 24" in said and "1 incertain" in said, said
            assert "39 messages envoyés" in said, said
        with Server(second := Handler()) as server:
            said = home.send(server, status=1)
            assert "ligne 24" in said and "0 message envoyé" in said, said
            home.all_once(first, second)
            assert "1 message envoyé" in home.send(server, "--retry-doubtful")
            assert second.received[address] == 1
            assert "0 message envoyé" in home.send(server, "--retry-doubtful")
            assert second.received[address] == 1


def is_busy():
    with Home(COUNCIL, 40) as home:
        first_time = lambda handler, to: "421 closing" if to == home.addresses[20] and handler.asked[to] == 1 else None
        with Server(handler := Handler(rcpt=first_time)) as server:
            home.send(server)
            home.all_once(handler)
    with Home(COUNCIL, 40) as home:
        with Server(first := Handler(rcpt=lambda *_: "421 closing")) as server:
            said = home.send(server, status=1)
            assert "réponse 421" in said and "40 en attente" in said, said
            assert sum(first.asked.values()) < 10
        with Server(second := Handler()) as server:
            home.send(server)
        home.all_once(first, second)


def puts_off():
    with Home(COUNCIL, 40) as home:
        grey = lambda handler, to: "450 later" if int(to[8:12]) % 3 == 0 and handler.asked[to] < 3 else None
        with Server(handler := Handler(rcpt=grey)) as server:
            home.send(server)
            home.all_once(handler)
    with Home(COUNCIL, 40) as home:
        late = lambda _, to: "451 not now" if to == home.addresses[3] else None
        with Server(first := Handler(data=late)) as server:
            said = home.send(server, status=1)
            assert "ligne 5" in said and "1 remis à plus tard" in said and "451" in said, said
        with Server(second := Handler()) as server:
            assert "1 message envoyé" in home.send(server)
        home.all_once(first, second)


def refuses():
    with Home(COUNCIL, 40) as home:
        unknown = lambda _, to: "550 no such user" if to in home.addresses[5:8] else None
        with Server(first := Handler(rcpt=unknown)) as server:
            said = home.send(server, status=1)
            assert "lignes 7, 8 et 9" in said and "3 refusés" in said and "550" in said, said
            assert sum(first.received.values()) == 37
        with Server(second := Handler(data=lambda _, to: "554 no" if to == home.addresses[5] else None)) as server:
            said = home.send(server, status=1)
            assert "2 messages envoyés" in said and "37 déjà envoyés" in said, said
        with Server(third := Handler()) as server:
            assert "1 message envoyé" in home.send(server)
        home.all_once(first, second, third)


def refuses_and_puts_off():
    """Each line is told with the answer to it."""
    with Home(COUNCIL, 6) as home:
        answers = {home.addresses[1]: "550 no such user", home.addresses[3]: "450 try later"}
        with Server(first := Handler(rcpt=lambda _, to: answers.get(to))) as server:
            said = home.send(server, status=1)
            assert "ligne 3\u00a0: le serveur refuse (réponse 550)" in said, said
            assert "ligne 5\u00a0: le serveur remet à plus tard (réponse 450)" in said, said
            assert "plus tard, envoie ce qui manque" in said, said
        with Server(second := Handler()) as server:
            home.send(server)
        home.all_once(first, second)


def publishes():
    """Minutes that have left for all are noted as published, for the other copies of the record; nothing less is."""
    def session(record):
        return (record / "le-parc/sessions/2024-02-08.yaml").read_text(encoding="utf-8")
    with Home(COUNCIL, 4, what="minutes", name="le-parc") as home:
        assert "published" not in session(home.record)
        home.run("--outbox", str(home.folder / "box"))
        with Server(Handler()) as server:
            said = home.send(server)
            assert "4 écrits dans un dossier, pas envoyés (--again" in said and "published" not in said, said
        assert "published" not in session(home.record)
        later = lambda _, to: "450 later" if to == home.addresses[2] else None
        with Server(first := Handler(rcpt=later)) as server:
            home.send(server, "--again", status=1)
        assert "published" not in session(home.record)
        before = home.folder / "before"
        shutil.copytree(home.record, before)
        with Server(second := Handler()) as server:
            said = home.send(server, "--again")
            assert "published" in said, said
        home.all_once(first, second)
        assert "\npublished: 2024-03-15\n" in session(home.record), session(home.record)
        with Server(third := Handler()) as server:
            assert "0 message envoyé, 4 déjà envoyés" in home.send(server)
            # Another copy, which has sent a part and then learnt that the rest has left from elsewhere.
            shutil.rmtree(home.record)
            shutil.copytree(before, home.record)
            path = home.record / "le-parc/sessions/2024-02-08.yaml"
            path.write_text(path.read_text(encoding="utf-8") + "published: 2024-03-15\n", encoding="utf-8")
            ledger = next((home.record / ".council/sent").iterdir())
            lines = [line for line in ledger.read_text().splitlines(keepends=True) if not line.startswith("laid")]
            ledger.write_text("".join(lines))
            assert "--again" in home.send(server, status=1)
        assert not third.received


def stalls():
    with Home(COUNCIL, 20) as home:
        stall = lambda handler, _: "stall" if sum(handler.received.values()) == 7 else None
        with Server(first := Handler(taken=stall)) as server:
            said = home.send(server, status=1)
            assert "1 incertain" in said and "19 messages envoyés" in said, said
            assert "ligne 8" in said, said
        with Server(second := Handler()) as server:
            home.send(server, status=1)
        home.all_once(first, second)


def cannot_be_trusted():
    with Home(COUNCIL, 5) as home:
        with Server(handler := Handler(), authority=trustme.CA()) as server:
            said = home.send(server, status=1)
            assert "certificat" in said and "5 en attente" in said, said
            assert "une fois cela réglé" in said, said
            mute = home.send(server.url.replace("smtps:", "smtp:"), status=1)
            assert "écrivez smtps://" in mute and "une fois cela réglé" in mute, mute
        with Server(handler, name="autre.exemple.fr") as server:
            assert "certificat" in home.send(server, status=1)
        with Server(handler) as server:
            assert "certificat" in home.send(server, ca=False, status=1)
        with Server(handler, tls=None) as server:
            assert "STARTTLS" in home.send(server, status=1)
            assert "TLS" in home.send(server.url.replace("smtp:", "smtps:"), status=1)
        assert not handler.received
        assert "ne répond pas" in home.send("smtp://127.0.0.1:1", status=1)
        with Server(handler, tls=None) as server:
            # Nobody listens in on this machine.
            home.send(server, ca=False)
            home.all_once(handler)


def lets_in():
    with Home(COUNCIL, 5) as home, Server(handler := Handler(), tls="starttls", password="sésame") as server:
        assert "réponse 530" in home.send(server, status=1)
        env = {"COUNCIL_SMTP_USER": "moi", "COUNCIL_SMTP_PASSWORD": "faux"}
        assert "mot de passe" in home.send(server, status=1, env=env)
        assert "COUNCIL_SMTP_USER" in home.send(server, status=2, env={"COUNCIL_SMTP_USER": "moi"})
        login = home.folder / "login.txt"
        login.write_text("moi\nsésame\n", encoding="utf-8")
        home.send(server, "--credentials", str(login))
        home.all_once(handler)
        assert "ligne de commande" in home.send("smtps://moi:secret@exemple.fr", status=2)


for scenario in (
    thousand, drops_after_37, drops_after_the_message, is_busy, puts_off, refuses, refuses_and_puts_off, publishes, stalls, cannot_be_trusted, lets_in,
):
    if len(sys.argv) > 2 and scenario.__name__ not in sys.argv[2:]:
        continue
    try:
        scenario()
    except AssertionError:
        print(f"in {scenario.__name__}")
        raise
    print(f"well: {scenario.__name__}")
