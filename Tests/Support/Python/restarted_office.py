"""A results office that is killed and started again at the same address, and clients that live through it."""
import http.client
import json
import os
import re
import signal
import socket
import subprocess
import tempfile
import threading
import time
import uuid
from pathlib import Path

from office import code

ROOT = Path(__file__).resolve().parents[3]
DOBUSH = os.environ.get("DOBUSH", str(ROOT / ".build/release/dobush"))
PASSWORD = "four words nobody joins"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Served:
    """One `dobush serve`, started, killed and started again at the same port."""

    def __init__(self, *options, port=None, prefix=(), environment=None):
        self.port = port or free_port()
        self.command = [*prefix, DOBUSH, "serve", "--listen", f"127.0.0.1:{self.port}", *options]
        self.environment = {**os.environ, "SWIFT_BACKTRACE": "enable=no", **(environment or {})}
        self.said = tempfile.NamedTemporaryFile(mode="w+", suffix=".log", delete=False)
        self.process = None
        self.seconds_to_start = []

    @property
    def url(self):
        return f"http://127.0.0.1:{self.port}"

    def launch(self):
        """Starts it and does not wait."""
        self.process = subprocess.Popen(
            self.command, stdout=subprocess.DEVNULL, stderr=self.said, env=self.environment)
        return self

    def start(self, patience=30):
        """Starts it and waits for the first answer."""
        began = time.monotonic()
        self.launch()
        while time.monotonic() - began < patience:
            if self.process.poll() is not None:
                raise RuntimeError(f"it ended with {self.process.returncode}: {self.words()[-600:]}")
            try:
                with socket.create_connection(("127.0.0.1", self.port), timeout=1) as line:
                    line.sendall(b"GET /health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                    if line.recv(16).startswith(b"HTTP/1.1"):
                        self.seconds_to_start.append(time.monotonic() - began)
                        return self
            except OSError:
                time.sleep(0.005)
        raise RuntimeError(f"no answer within {patience} s: {self.words()[-600:]}")

    def kill(self):
        """As if the machine had lost it: SIGKILL."""
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
        if self.process:
            self.process.wait()

    def stop(self):
        """In order, as systemd does."""
        if self.process and self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
                raise RuntimeError("it did not end within 20 s of SIGTERM") from None

    def close(self):
        self.kill()
        self.said.close()
        os.unlink(self.said.name)

    def words(self):
        """Everything that it wrote to standard error."""
        return Path(self.said.name).read_text(errors="replace")

    def first_invitation(self):
        """The token of the link that makes the first administrator; it is told after the first answers."""
        until = time.monotonic() + 10
        while time.monotonic() < until:
            if found := re.findall(r"token=([0-9a-f]{64})", self.words()):
                return found[-1]
            time.sleep(0.02)
        return None

    def resident(self):
        """MB of memory that the process holds now."""
        for line in Path(f"/proc/{self.process.pid}/status").read_text().splitlines():
            if line.startswith("VmRSS"):
                return int(line.split()[1]) / 1024
        return 0.0

    def processor_seconds(self):
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


class Answer:
    def __init__(self, status, headers, body):
        self.status = status
        self.headers = headers
        self.body = body

    @property
    def json(self):
        return json.loads(self.body)

    @property
    def problem(self):
        try:
            return self.json.get("problem")
        except (ValueError, AttributeError):
            return None

    def __repr__(self):
        return f"{self.status} {self.body[:300]!r}"


class Refused(Exception):
    """An answer that nobody expected."""


class Client:
    """One connection, kept alive, of one person. Used by one thread."""

    def __init__(self, url, token=None, timeout=30):
        self.host = url.removeprefix("http://")
        self.token = token
        self.timeout = timeout
        self.line = None

    def call(self, method, path, body=None, key=None, type="application/json", headers=None):
        """One request; OSError or HTTPException when the line breaks."""
        if body is not None and not isinstance(body, bytes):
            body = json.dumps(body).encode()
        sent = dict(headers or {})
        if body is not None:
            sent["Content-Type"] = type
        if self.token:
            sent["Authorization"] = "Bearer " + self.token
        if key:
            sent["Idempotency-Key"] = key
        stale = self.line is not None and (method == "GET" or key)
        try:
            if self.line is None:
                self.line = http.client.HTTPConnection(self.host, timeout=self.timeout)
            self.line.request(method, path, body, sent)
            answer = self.line.getresponse()
            return Answer(answer.status, answer.headers, answer.read())
        except (OSError, http.client.HTTPException):
            self.close()
            if not stale:
                raise
        # A kept line may have ended meanwhile; reading again does no harm, and writes carry a key.
        return self.call(method, path, body, key, type, headers)

    def close(self):
        if self.line:
            self.line.close()
        self.line = None

    def must(self, method, path, body=None, expect=(200, 201, 204), **rest):
        answer = self.call(method, path, body, **rest)
        if answer.status not in expect:
            raise Refused(f"{method} {path}: {answer}")
        return answer

    def write(self, method, path, body=None, expect=(200, 201), **rest):
        """A deed under a key of its own."""
        return self.must(method, path, body, expect=expect, key=str(uuid.uuid4()), **rest)

    def persistently_under(self, key, method, path, body=None, patience=180, **rest):
        """The same request under the same key, until it is answered with something that is final."""
        until = time.monotonic() + patience
        while True:
            try:
                answer = self.call(method, path, body, key=key, **rest)
                if answer.status not in (429, 503):
                    return answer
                last = repr(answer)
            except (OSError, http.client.HTTPException) as error:
                last = repr(error)
            if time.monotonic() > until:
                raise Refused(f"{method} {path}: no final answer within {patience} s, last {last}")
            time.sleep(0.02)


def accept(url, token):
    """Takes an invitation: a client that is signed in, and the secret of the second factor."""
    client = Client(url)
    found = client.must("GET", f"/api/v1/invitations/{token}").json
    session = client.must(
        "POST", f"/api/v1/invitations/{token}", {"password": PASSWORD, "code": code(found["secret"])}).json
    client.token = session["token"]
    return client, found["secret"]


class Office:
    """An office that is set up: its administrator, and as many others as are asked for."""

    def __init__(self, served):
        self.served = served
        token = served.first_invitation()
        if not token:
            raise RuntimeError("no link for the first administrator: " + served.words()[-600:])
        self.administrator, _ = accept(served.url, token)

    def set_election(self, definition, forms, **more):
        self.administrator.write(
            "PUT", "/api/v1/election", {"definition": definition, "forms": forms, **more})

    def person(self, name, role, *areas):
        """A client of a new account."""
        account = f"{name}@example.org"
        self.administrator.write(
            "POST", "/api/v1/accounts",
            {"id": account, "name": name, "active": True, "grants": [{"role": role, "area": area} for area in areas]})
        token = self.administrator.write("POST", f"/api/v1/accounts/{account}/invitations").json["token"]
        return accept(self.served.url, token)[0]


class Tally:
    """Counts for the last line of a suite, and one printed line for each claim."""

    def __init__(self):
        self.passed = self.failed = self.skipped = 0
        self.lock = threading.Lock()

    def check(self, holds, claim, detail=""):
        with self.lock:
            self.passed += bool(holds)
            self.failed += not holds
        print(("ok    " if holds else "FAIL  ") + claim + (f": {detail}" if detail else ""), flush=True)
        return holds

    def skip(self, claim, why):
        self.skipped += 1
        print(f"skip  {claim}: {why}", flush=True)

    def close(self):
        print(f"{self.passed} passed, {self.failed} failed, {self.skipped} skipped")
        return 1 if self.failed else 0
