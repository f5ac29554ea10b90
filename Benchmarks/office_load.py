"""The load of an election night: stations that file, and readers who watch. Run by office.py, one process for
each side, so that neither waits for the other; raw sockets under uvloop, so that little of what is measured
is the generator's own.

    office_load.py filers|readers < plan.json > figures.json
"""
import asyncio
import json
import os
import random
import resource
import sys
import time
from pathlib import Path

import uvloop

sys.path[:0] = [str(Path(__file__).resolve().parents[1] / "Tests/Support/Python")]
import synthetic_country as country


class Line(asyncio.Protocol):
    """One kept connection; one request at a time."""

    def __init__(self):
        self.left = b""
        self.need = -1
        self.waiting = None
        self.transport = None

    @classmethod
    async def open(cls, port):
        _, line = await asyncio.get_running_loop().create_connection(cls, "127.0.0.1", port)
        return line

    def connection_made(self, transport):
        self.transport = transport

    def data_received(self, bytes_):
        self.left += bytes_
        if self.need < 0:
            end = self.left.find(b"\r\n\r\n")
            if end < 0:
                return
            head = self.left[:end].lower()
            place = head.find(b"content-length:")
            length = 0 if place < 0 else int(head[place + 15:].split(b"\r\n", 1)[0])
            self.need = end + 4 + length
            self.start = end + 4
        if len(self.left) >= self.need:
            status, body = int(self.left[9:12]), self.left[self.start:self.need]
            self.left = self.left[self.need:]
            self.need = -1
            waiting, self.waiting = self.waiting, None
            if waiting and not waiting.done():
                waiting.set_result((status, body))

    def connection_lost(self, error):
        self.transport = None
        if self.waiting and not self.waiting.done():
            self.waiting.set_exception(ConnectionResetError())

    async def ask(self, *pieces):
        if self.transport is None:
            raise ConnectionResetError()
        self.waiting = asyncio.get_running_loop().create_future()
        self.transport.writelines(pieces)
        return await self.waiting


def head(method, path, length, token=None, key=None, kind=b"application/json"):
    lines = [f"{method} {path} HTTP/1.1", "Host: office"]
    if token:
        lines.append("Authorization: Bearer " + token)
    if key:
        lines.append("Idempotency-Key: " + key)
    if length is not None:
        lines += [f"Content-Length: {length}", "Content-Type: " + kind.decode()]
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


class Filers:
    """With a rate, every sheet at its moment, whether or not the ones before it are done; without one, as
    fast as so many at once can."""

    def __init__(self, plan):
        self.plan = plan
        self.idle = []
        self.figures = {"picture": [], "statement": [], "confirmation": [], "filing": [], "late": []}
        self.acts = []
        self.refused = []
        self.chance = random.Random(plan["seed"])
        self.picture = bytearray(country.picture(plan["picture"], self.chance)) if plan["picture"] else None

    async def run(self):
        jobs = list(enumerate(self.plan["jobs"]))
        began = time.monotonic()
        if self.plan["rate"]:
            await self.paced(jobs, began)
        else:
            jobs.reverse()
            await asyncio.gather(*(self.table(jobs) for _ in range(self.plan["at_once"])))
        return {"seconds": time.monotonic() - began, "times": self.figures, "acts": self.acts,
                "refused": self.refused[:5], "filed": len(self.acts), "cpu": cpu()}

    async def paced(self, jobs, began):
        tasks = []
        for number, job in jobs:
            due = began + number / self.plan["rate"]
            wait = due - time.monotonic()
            if wait > 0:
                await asyncio.sleep(wait)
            tasks.append(asyncio.create_task(self.file(number, job, due)))
        await asyncio.gather(*tasks)

    async def table(self, jobs):
        while jobs:
            number, job = jobs.pop()
            await self.file(number, job, time.monotonic())

    async def file(self, number, job, due):
        # From the moment it was due, so that a server that stalls is charged for those who queue.
        self.figures["late"].append(time.monotonic() - due)
        line = await self.line()
        try:
            image = None
            started = due
            if self.picture:
                picture = bytearray(self.picture)
                picture[8:16] = number.to_bytes(8, "big")
                sent = head("POST", "/api/v1/files", len(picture), job["first"],
                            f"picture-{self.plan['seed']}-{number}", b"image/jpeg")
                answer = await self.step("picture", line, started, 201, sent, bytes(picture))
                if not answer:
                    return
                image = answer["file"]
                started = time.monotonic()
            body = {**job["sheet"], **({"image": image} if image else {})}
            bytes_ = json.dumps(body).encode()
            sent = head("POST", "/api/v1/sheets", len(bytes_), job["first"], f"state-{self.plan['seed']}-{number}")
            answer = await self.step("statement", line, started, 200, sent, bytes_)
            if not answer:
                return
            sent = head("POST", f"/api/v1/sheets/{answer['sheet']}/confirmation", 0, job["second"],
                        f"confirm-{self.plan['seed']}-{number}")
            answer = await self.step("confirmation", line, time.monotonic(), 200, sent)
            if answer:
                now = time.monotonic()
                self.figures["filing"].append(now - due)
                self.acts.append((answer["act"], now))
        finally:
            if line.transport:
                self.idle.append(line)

    async def line(self):
        """The line used last; those that were idle for long have been closed."""
        while self.idle:
            line = self.idle.pop()
            if line.transport:
                return line
        return await Line.open(self.plan["port"])

    async def step(self, name, line, started, expected, *pieces):
        try:
            status, body = await line.ask(*pieces)
        except ConnectionResetError:
            self.refused.append(f"{name}: the line broke")
            return None
        self.figures[name].append(time.monotonic() - started)
        if status != expected:
            self.refused.append(f"{name}: {status} {body[:200].decode(errors='replace')}")
            return None
        return json.loads(body)


class Events(asyncio.Protocol):
    """One reader: told of changes, asks anew a little later, as the page does."""

    def __init__(self, readers):
        self.readers = readers
        self.planned = False
        self.line = None
        #: When what it shows was read, and the newest act that it knows of.
        self.shown = []
        readers.all.append(self)

    def connection_made(self, transport):
        transport.write(b"GET /api/v1/events HTTP/1.1\r\nHost: office\r\n\r\n")

    def data_received(self, bytes_):
        if b"event: changed" in bytes_ or b"event:changed" in bytes_:
            self.readers.told += 1
            if not self.planned and not self.readers.ended:
                self.planned = True
                wait = self.readers.chance.random() * self.readers.plan["spread"]
                asyncio.get_running_loop().call_later(wait, self.ask)

    def connection_lost(self, error):
        if not self.readers.ended:
            self.readers.lost += 1

    def ask(self):
        asyncio.ensure_future(self.read())

    async def read(self):
        if self.line is None or self.line.transport is None:
            self.line = await Line.open(self.readers.plan["port"])
        self.planned = False
        began = time.monotonic()
        try:
            status, body = await self.line.ask(REQUEST)
        except ConnectionResetError:
            status, body = 0, b""
        ended = time.monotonic()
        self.readers.reads.append(ended - began)
        if status != 200:
            self.readers.refused += 1
            return
        place = body.find(b'"act":')
        self.shown.append((ended, int(body[place + 6:body.find(b",", place)])))


REQUEST = b"GET /api/v1/results/president HTTP/1.1\r\nHost: office\r\n\r\n"


class Readers:
    def __init__(self, plan):
        self.plan = plan
        self.reads = []
        self.all = []
        self.told = self.lost = self.refused = 0
        self.ended = False
        self.chance = random.Random(1)

    async def run(self):
        loop = asyncio.get_running_loop()
        for _ in range(self.plan["readers"]):
            await loop.create_connection(lambda: Events(self), "127.0.0.1", self.plan["port"])
        print("ready", file=sys.stderr, flush=True)
        # Until the one who started us closes our input.
        await loop.run_in_executor(None, sys.stdin.readline)
        await asyncio.sleep(self.plan["spread"] + 1)
        self.ended = True
        return {"reads": self.reads, "shown": [one.shown for one in self.all], "told": self.told, "lost": self.lost,
                "refused": self.refused, "cpu": cpu()}


def cpu():
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


if __name__ == "__main__":
    plan = json.loads(sys.stdin.readline())
    side = {"filers": Filers, "readers": Readers}[sys.argv[1]]
    uvloop.install()
    json.dump(asyncio.run(side(plan).run()), sys.stdout)
    sys.stdout.flush()
    os._exit(0)  # the thread that reads our input may still wait
