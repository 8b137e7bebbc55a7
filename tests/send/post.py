"""A mail server on loopback that misbehaves as it is told, and `council send` run against it."""

import asyncio
import collections
import logging
import os
import shutil
import socket
import ssl
import subprocess
import tempfile
from pathlib import Path

import trustme
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword

for name in ("mail.log", "mail.debug", "asyncio"):
    logging.getLogger(name).setLevel(logging.CRITICAL)

EXAMPLE = Path(__file__).parents[2] / "examples/habitat-exemple"
AUTHORITY = trustme.CA()


class Handler:
    """Takes messages. Each rule is called with the address and how many messages were taken; what it gives is answered."""

    def __init__(self, rcpt=None, data=None, taken=None):
        self.rcpt, self.data, self.taken = rcpt, data, taken
        self.received = collections.Counter()
        self.messages, self.connections, self.asked = [], 0, collections.Counter()

    async def handle_EHLO(self, server, session, envelope, hostname, responses):
        session.host_name = hostname
        return responses

    async def handle_RCPT(self, server, session, envelope, address, options):
        self.asked[address] += 1
        answer = self.rcpt and self.rcpt(self, address)
        answer = await self.obey(server, answer)
        if answer is None:
            envelope.rcpt_tos.append(address)
            answer = "250 OK"
        return answer

    async def handle_DATA(self, server, session, envelope):
        [address] = envelope.rcpt_tos
        answer = await self.obey(server, self.data and self.data(self, address))
        if answer is not None:
            return answer
        self.received[address] += 1
        self.messages.append(envelope.content)
        answer = await self.obey(server, self.taken and self.taken(self, address))
        return answer or "250 OK"

    @staticmethod
    async def obey(server, order):
        if order == "drop":
            server.transport.abort()
            return "250 never heard"
        if order == "close":
            server.closes = True  # once it has answered
            return None
        if order == "stall":
            await asyncio.sleep(30)
            return "421 too late"
        return order


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Counting(SMTP):
    """Counts its connections, and may greet them badly."""

    def connection_made(self, transport):
        self.event_handler.connections += 1
        super().connection_made(transport)

    closes = False

    async def push(self, status):
        await super().push(status)
        if self.closes:
            self.transport.close()


class Post(Controller):
    def factory(self):
        return Counting(self.handler, **self.SMTP_kwargs)


class Server:
    """A server for the length of a `with`: `tls` says "wrapped", "starttls" or nothing."""

    def __init__(self, handler, tls="wrapped", name="127.0.0.1", authority=AUTHORITY, password=None):
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        authority.issue_cert(name).configure_cert(context)
        options = {}
        if tls == "starttls":
            options.update(tls_context=context, require_starttls=True)
        if password:
            def check(server, session, envelope, mechanism, data):
                good = isinstance(data, LoginPassword) and data.password == password.encode()
                return AuthResult(success=good, handled=False)
            options.update(authenticator=check, auth_required=True, auth_require_tls=tls == "starttls")
        self.tls, self.port = tls, free_port()
        self.post = Post(handler, hostname="127.0.0.1", port=self.port, ready_timeout=10,
                         ssl_context=context if tls == "wrapped" else None, **options)
        self.handler = handler

    def __enter__(self):
        self.post.start()
        self.handler.connections = 0  # the one by which it was seen to be there
        return self

    def __exit__(self, *_):
        self.post.stop(no_assert=True)

    @property
    def url(self):
        return f"{'smtps' if self.tls == 'wrapped' else 'smtp'}://127.0.0.1:{self.port}"


class Home:
    """A copy of the example and its contacts."""

    def __init__(self, council, recipients, what="agenda", name="les-tilleuls"):
        self.council, self.what, self.name = council, what, name
        self.folder = Path(tempfile.mkdtemp(prefix="council-send-"))
        self.record = self.folder / "record"
        shutil.copytree(EXAMPLE, self.record, ignore=shutil.ignore_patterns(".council"))
        self.addresses = [f"habitant{number:04}@exemple.fr" for number in range(recipients)]
        rows = (f"{address};Prénomville{place} Nomdefamille;{name}" for place, address in enumerate(self.addresses))
        self.contacts = self.folder / "contacts.csv"
        self.contacts.write_text("Courriel;Nom;Conseil\n" + "\n".join(rows) + "\n", encoding="utf-8")
        AUTHORITY.cert_pem.write_to_path(str(self.folder / "ca.pem"))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.folder)

    def command(self, server, *more, ca=True):
        trust = ["--ca", str(self.folder / "ca.pem")] if ca else []
        return [*self.begin, "--smtp", server if isinstance(server, str) else server.url, "--timeout", "2", "--pause", "0",
                *trust, *more]

    @property
    def begin(self):
        return [self.council, "--record", str(self.record), "--today", "2024-03-15", "send", self.name,
                "--what", self.what, "--to", str(self.contacts)]

    def run(self, *more):
        subprocess.run([*self.begin, *more], check=True, capture_output=True, timeout=120)

    def send(self, server, *more, status=0, ca=True, env=None):
        done = subprocess.run(self.command(server, *more, ca=ca), capture_output=True, text=True, encoding="utf-8",
                              env={**os.environ, **(env or {})}, timeout=120)
        assert done.returncode == status, f"status {done.returncode}, not {status}:\n{done.stderr}"
        assert "habitant" not in done.stderr + done.stdout, done.stderr
        return done.stderr

    def all_once(self, *handlers):
        total = sum((handler.received for handler in handlers), collections.Counter())
        twice = [address for address, times in total.items() if times > 1]
        missing = [address for address in self.addresses if total[address] == 0]
        assert not twice, f"twice: {twice}"
        assert not missing, f"never: {missing}"

    def keeps_no_name(self):
        for path in self.record.rglob("*"):
            if path.is_file():
                text = path.read_bytes()
                assert b"habitant0" not in text and b"Nomdefamille" not in text, path
