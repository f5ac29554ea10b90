"""The results office under load, on two cores with the load generator beside it.

    python3 Benchmarks/office.py [night|reads|filing]… [--minutes 5] [--stations 2474] [--readers 500]
                                 [--spread 1.0] [--runs 5] [--store sqlite|postgresql]

night   every station files two sheets with pictures of 500 kB, paced over so many minutes, while readers
        hold event streams and read the sums again when they are told
reads   the same JSON by wrk from the office and from FastAPI under uvicorn, taking turns
filing  sheets a second that are durable, as fast as sixteen stations can file, on both stores

Needs a release build and Debian's wrk; makes a Python environment of its own under .build/benchmarks/python
from requirements.txt. The country is invented. Nothing here passes or fails.
"""
import argparse
import os
import re
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
VENV = ROOT / ".build/benchmarks/python"
PYTHON = VENV / "bin/python"


def own_python():
    """Goes on in the environment that has what the load needs."""
    if Path(sys.executable) == PYTHON:
        return
    if not PYTHON.exists():
        subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=True)
    subprocess.run([str(PYTHON), "-m", "pip", "install", "-q", "-r", str(HERE / "requirements.txt")], check=True)
    os.execv(str(PYTHON), [str(PYTHON), *sys.argv])


own_python()
# The tests' office.py goes before this file of the same name.
sys.path[:0] = [str(ROOT / "Tests/Support/Python"), str(ROOT / "Tests/OfficeFaultTests")]

import office_night as load
from database import Database
from restarted_office import Client, Served, free_port


def night(wanted, work):
    with store(wanted.store, work / "night") as place:
        served = Served(*place).start()
        try:
            country = load.Country(served, wanted.stations)
            jobs = country.jobs()
            filed, seen, used, peak = load.play(
                served, jobs, wanted.minutes, wanted.readers, wanted.spread, wanted.picture)
            faults = load.lost(served, jobs)
            tell_night(wanted, jobs, filed, seen, used, peak, faults)
            began = time.monotonic()
            served.kill()
            served.start()
            print(f"| started again on {filed['filed'] * 2} acts | {time.monotonic() - began:.2f} s | |")
        finally:
            served.close()


def tell_night(wanted, jobs, filed, seen, used, peak, faults):
    times = filed["times"]
    q = load.quantile
    lags = load.lags(filed, seen)
    seconds = filed["seconds"]
    print(f"\n{wanted.store}: {wanted.stations} stations, {len(jobs)} sheets with pictures of {wanted.picture} bytes in "
          f"{seconds:.0f} s; {wanted.readers} readers, each reading within {wanted.spread} s of being told")
    print("| what | median | p99 | longest |\n|---|---|---|---|")
    for name in ("picture", "statement", "confirmation", "filing"):
        print(f"| {name}, ms | {1000 * q(times[name], .5):.1f} | {1000 * q(times[name], .99):.1f} "
              f"| {1000 * max(times[name]):.1f} |")
    reads = seen["reads"]
    print(f"| cached read, ms | {1000 * q(reads, .5):.1f} | {1000 * q(reads, .99):.1f} | {1000 * max(reads):.1f} |")
    print(f"| from acknowledged to shown, each sheet on each reader's page, s | {q(lags, .5):.2f} | {q(lags, .99):.2f} "
          f"| {max(lags):.2f} |")
    print("| what | figure | |\n|---|---|---|")
    print(f"| acknowledged filings | {filed['filed']} of {len(jobs)} | {'; '.join(filed['refused'])} |")
    print(f"| lost, double or wrong | {len(faults)} | {'; '.join(faults[:3])} |")
    print(f"| reads | {len(reads)}, {len(reads) / seconds:.0f} a second | refused {seen['refused']}, "
          f"readers lost {seen['lost']} |")
    print(f"| office | {used:.1f} s of CPU, {used / seconds:.2f} cores | peak {peak:.0f} MB |")
    print(f"| load generator | filers {filed['cpu']:.1f} s, readers {seen['cpu']:.1f} s of CPU | started late by at "
          f"most {max(times['late']):.2f} s |", flush=True)


def reads(wanted, work):
    folder = work / "reads"
    served = Served("--data", str(folder)).start()
    peer = None
    try:
        country = load.Country(served, wanted.stations)
        load.play(served, country.jobs(), wanted.stations * 2 / 400 / 60, 0, 0.1, 0)
        file = answers(served, folder, wanted.stations)
        port = free_port()
        peer = subprocess.Popen(
            [str(PYTHON), "-m", "uvicorn", "office_peer:app", "--port", str(port), "--workers", "2", "--loop", "uvloop",
             "--http", "httptools", "--no-access-log", "--log-level", "warning"],
            cwd=HERE, env={**os.environ, "ANSWERS": str(file)})
        wait_for(port)
        ours, theirs = f"http://127.0.0.1:{served.port}", f"http://127.0.0.1:{port}"
        rows = {
            "stations, office": (ours, "stations", served.process.pid),
            "stations, FastAPI, ready bytes": (theirs, "stations", peer.pid),
            "stations, FastAPI, values": (theirs + "/values", "stations", peer.pid),
            "results, office": (ours, "results", served.process.pid),
            "results, FastAPI, ready bytes": (theirs, "results", peer.pid),
            "results, FastAPI, values": (theirs + "/values", "results", peer.pid),
        }
        figures = {name: [] for name in rows}
        for _ in range(wanted.runs):
            for name, row in rows.items():
                figures[name].append(wrk(*row, wanted.stations, wanted.seconds))
        print(f"\nwrk -t1 -c64, {wanted.seconds} s, medians of {wanted.runs} runs taking turns; {os.cpu_count()} processors")
        print("| what | requests/s | range | p99 ms | CPU us a request | peak MB |\n|---|---|---|---|---|---|")
        for name, runs in figures.items():
            rate, p99, cpu = (statistics.median(run[i] for run in runs) for i in range(3))
            memory = sum(resident(pid) for pid in family(rows[name][2]))
            low, high = min(run[0] for run in runs), max(run[0] for run in runs)
            print(f"| {name} | {rate:.0f} | {low:.0f} to {high:.0f} | {p99:.1f} | {cpu:.0f} | {memory:.0f} |")
        for what in ("stations", "results"):
            pairs = zip(figures[f"{what}, office"], figures[f"{what}, FastAPI, ready bytes"])
            print(f"{what}: {statistics.median(a[0] / b[0] for a, b in pairs):.1f} times FastAPI with ready bytes")
    finally:
        if peer:
            peer.terminate()
            peer.wait()
        served.close()


def answers(served, folder, stations):
    """Puts the office's own answers beside its tables, in a copy of its file."""
    file = folder / "answers.sqlite"
    with sqlite3.connect(folder / "office.sqlite") as source, sqlite3.connect(file) as copy:
        source.backup(copy)
        copy.execute("PRAGMA journal_mode = WAL")
        copy.execute("CREATE TABLE answer (path TEXT PRIMARY KEY, body BLOB NOT NULL)")
        reader = Client(served.url)
        paths = [f"/api/v1/stations/{load.country.station(n)}" for n in range(stations)]
        for path in paths + [f"/api/v1/results/{contest}" for contest in load.country.OPTIONS]:
            copy.execute("INSERT INTO answer VALUES (?, ?)", (path, reader.must("GET", path).body))
    return file


def wrk(base, what, pid, stations, seconds):
    """Requests a second, p99 in ms, microseconds of CPU for each request."""
    before = sum(processor(one) for one in family(pid))
    out = subprocess.run(
        ["wrk", "-t1", "-c64", f"-d{seconds}s", "--latency", "-s", str(HERE / "stations.lua"), base, "--", what,
         base.split("/", 3)[3] if base.count("/") > 2 else "", str(stations)],
        capture_output=True, text=True, check=True).stdout
    used = sum(processor(one) for one in family(pid)) - before
    requests = int(re.search(r"(\d+) requests in", out)[1])
    if "Non-2xx" in out:
        raise RuntimeError(out)
    value, unit = re.search(r"99%\s+([\d.]+)(us|ms|s)", out).groups()
    return (float(re.search(r"Requests/sec:\s+([\d.]+)", out)[1]), float(value) * {"us": .001, "ms": 1, "s": 1000}[unit],
            1e6 * used / requests)


def family(pid):
    """A process and those it started."""
    found = [pid]
    for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split():
        found += family(int(child))
    return found


def processor(pid):
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def resident(pid):
    text = Path(f"/proc/{pid}/status").read_text()
    return int(re.search(r"VmHWM:\s+(\d+)", text)[1]) / 1024


def wait_for(port):
    for _ in range(200):
        try:
            Client(f"http://127.0.0.1:{port}").call("GET", "/docs")
            return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError("the peer did not start")


def filing(wanted, work):
    print(f"\nsixteen stations at once, as fast as they can; every answer is durable\n"
          "| store | picture | sheets/s | CPU ms a sheet | peak MB |\n|---|---|---|---|---|")
    for name in ("sqlite", "postgresql"):
        for picture in (0, 500_000):
            rows = []
            for run in range(max(1, wanted.runs // 2)):
                with store(name, work / f"{name}-{picture}-{run}") as place:
                    served = Served(*place).start()
                    try:
                        jobs = load.Country(served, 300).jobs()
                        filed, used, peak = load.hurry(served, jobs, 16, picture)
                        rows.append((filed["filed"] / filed["seconds"], 1000 * used / filed["filed"], peak))
                    finally:
                        served.close()
            rate, cpu, peak = (statistics.median(row[i] for row in rows) for i in range(3))
            low, high = min(row[0] for row in rows), max(row[0] for row in rows)
            print(f"| {name} | {picture} | {rate:.0f} ({low:.0f} to {high:.0f}) | {cpu:.2f} | {peak:.0f} |", flush=True)


class store:
    """A fresh store and the options that name it."""

    def __init__(self, name, folder):
        self.folder = folder
        self.database = Database() if name == "postgresql" else None

    def __enter__(self):
        return ("--database", self.database.__enter__().url) if self.database else ("--data", str(self.folder))

    def __exit__(self, *why):
        if self.database:
            self.database.__exit__(*why)
        shutil.rmtree(self.folder, ignore_errors=True)


def main():
    wanted = argparse.ArgumentParser()
    wanted.add_argument("parts", nargs="*", default=[])
    wanted.add_argument("--minutes", type=float, default=5)
    wanted.add_argument("--stations", type=int, default=2474)
    wanted.add_argument("--readers", type=int, default=500)
    wanted.add_argument("--spread", type=float, default=1.0)
    wanted.add_argument("--picture", type=int, default=500_000)
    wanted.add_argument("--runs", type=int, default=5)
    wanted.add_argument("--seconds", type=int, default=5)
    wanted.add_argument("--store", choices=["sqlite", "postgresql"], default="sqlite")
    wanted = wanted.parse_args()
    parts = {"night": night, "reads": reads, "filing": filing}
    work = Path(tempfile.mkdtemp(prefix="dobush-load-"))
    try:
        for name in wanted.parts or parts:
            parts[name](wanted, work)
    finally:
        shutil.rmtree(work, ignore_errors=True)


if __name__ == "__main__":
    main()
