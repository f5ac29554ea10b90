"""A results office for tests: starts `dobush serve`, signs people in, calls the API.

Used by the run.py scripts beside it; nothing here asserts anything.
"""

import base64
import hashlib
import hmac
import http.client
import json
import os
import secrets
import signal
import struct
import subprocess
import tempfile
import time
import urllib.parse

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", "..", ".."))
PROGRAM = os.path.join(ROOT, ".build", "release", "dobush")


def code(secret, at=None):
    """The six digits of RFC 6238 for a base32 secret."""
    padded = secret + "=" * (-len(secret) % 8)
    step = int((time.time() if at is None else at) // 30)
    mac = hmac.new(base64.b32decode(padded), struct.pack(">Q", step), hashlib.sha1).digest()
    offset = mac[19] & 15
    return f"{(struct.unpack('>I', mac[offset:offset + 4])[0] & 0x7FFFFFFF) % 1_000_000:06d}"


class Server:
    """One running service."""

    def __init__(self, *options, wait=20):
        self.log = tempfile.TemporaryFile("w+")
        self.process = subprocess.Popen(
            [PROGRAM, "serve", "--listen", "127.0.0.1:0", "--json", *options],
            stdout=subprocess.PIPE, stderr=self.log, text=True, cwd=ROOT)
        line = self.process.stdout.readline()
        if not line:
            self.process.wait(5)
            raise RuntimeError(f"the service did not start: {self.said()}")
        self.told = json.loads(line)
        self.url = self.told["url"].rstrip("/")
        self.port = urllib.parse.urlsplit(self.url).port

    def said(self):
        self.log.seek(0)
        return self.log.read()

    def invitation(self, wait=10):
        """The token of the first administrator's link."""
        ends = time.time() + wait
        while time.time() < ends:
            for line in self.said().splitlines():
                if "invitation.html?token=" in line:
                    return line.split("token=")[1].strip()
            time.sleep(0.02)
        raise RuntimeError("no link was printed")

    def stop(self, how=signal.SIGTERM):
        if self.process.poll() is None:
            self.process.send_signal(how)
        return self.process.wait(20)


class Client:
    """One person's program: a line to the service, and a token."""

    def __init__(self, server, token=None):
        self.port = server.port
        self.token = token
        self.line = None

    def connect(self):
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)

    def call(self, method, path, body=None, key=True, headers=None, kind="application/json"):
        """Status, headers, and the body read as JSON where it is JSON."""
        sent = dict(headers or {})
        if self.token:
            sent["Authorization"] = f"Bearer {self.token}"
        if key is True and method not in ("GET", "HEAD"):
            key = secrets.token_hex(16)
        if isinstance(key, str) and method not in ("GET", "HEAD"):
            sent["Idempotency-Key"] = key
        if body is not None:
            sent.setdefault("Content-Type", kind)
            if not isinstance(body, (bytes, bytearray)):
                body = json.dumps(body).encode()
        for attempt in (1, 2):
            try:
                if self.line is None:
                    self.line = self.connect()
                self.line.request(method, path, body=body, headers=sent)
                answer = self.line.getresponse()
                content = answer.read()
                break
            except (http.client.RemoteDisconnected, BrokenPipeError, ConnectionResetError):
                # A kept line may have been closed for idleness; writes carry a key.
                self.line = None
                if attempt == 2:
                    raise
        found = {name.lower(): value for name, value in answer.getheaders()}
        if found.get("content-type", "").startswith("application/json") and content:
            content = json.loads(content)
        return answer.status, found, content

    def sign_in(self, user, password, one_time=None):
        body = {"user": user, "password": password}
        if one_time:
            body["code"] = one_time
        status, _, answer = self.call("POST", "/api/v1/session", body, key=None)
        if status != 201:
            raise RuntimeError(f"{status} {answer}")
        self.token = answer["token"]
        return self

    def accept(self, token, password="four plain words here"):
        """Follows an invitation; the secret of the second factor is kept as `secret`."""
        status, _, answer = self.call("GET", f"/api/v1/invitations/{token}")
        if status != 200:
            raise RuntimeError(f"{status} {answer}")
        self.user, self.password, self.secret = answer["account"], password, answer.get("secret")
        body = {"password": password}
        if self.secret:
            body["code"] = code(self.secret)
        status, _, answer = self.call(
            "POST", f"/api/v1/invitations/{token}", body, key=None)
        if status != 201:
            raise RuntimeError(f"{status} {answer}")
        self.token = answer["token"]
        return self


def demo(server):
    """Signed-in clients of the demonstration by role; a list for each."""
    people = {}
    for account in server.told["accounts"]:
        client = Client(server).sign_in(account["user"], account["password"])
        client.user = account["user"]
        people.setdefault(account["role"], []).append(client)
    return people


def sheet(election, contest, station, votes, invalid=0, received=300, registered=290):
    """A sheet of Tervania's form that adds up, from votes in ballot order."""
    form = election["forms"][contest]
    options = next(c for c in election["definition"]["contests"] if c["id"] == contest)["options"]
    valid = sum(votes)
    issued = valid + invalid
    lines = {
        "registered": registered, "received": received, "issued": issued,
        "cancelled": received - issued, "in-mobile-boxes": 0, "in-stationary-boxes": issued,
        "invalid": invalid, "valid": valid,
    }
    names = [line["id"] for line in form["lines"]]
    figures = {name: lines[name] for name in names}
    figures.update({option["id"]: count for option, count in zip(options, votes)})
    return {"station": station, "contest": contest, "series": "hand", "figures": figures}


class Checks:
    """Counts claims and prints those that do not hold."""

    def __init__(self):
        self.passed = self.failed = self.skipped = 0

    def __call__(self, claim, holds, what=""):
        if holds:
            self.passed += 1
        else:
            self.failed += 1
            print(f"FAILED {claim}: {what}" if what != "" else f"FAILED {claim}", flush=True)
        return holds

    def close(self):
        print(f"{self.passed} passed, {self.failed} failed, {self.skipped} skipped")
        return 1 if self.failed else 0
