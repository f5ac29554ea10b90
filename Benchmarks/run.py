"""CPU time and peak memory of what users wait for, medians of several runs, a peer beside it.

    python3 Benchmarks/run.py [runs]

Needs a release build and, for real input, ../shared. Figures are of whole processes: user plus system
time and the largest resident set, as the kernel accounts for them. Machines differ and are noisy;
compare within one run only. Nothing here passes or fails.
"""
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DOBUSH = str(ROOT / ".build/release/dobush")
VERIFY = str(ROOT / ".build/release/dobush-verify")
SHARED = ROOT.parent / "shared/data"
RUNS = int(sys.argv[1]) if len(sys.argv) > 1 else 5

PEER_SHEETS = r"""
import csv, gzip, sys
lines = ["registered", "received_by_commission", "issued_early", "issued_in_station", "issued_outside",
         "cancelled", "in_mobile_boxes", "in_stationary_boxes", "invalid", "valid", "lost_ballots",
         "unaccounted_ballots"]
totals, broken = {}, 0
with gzip.open(sys.argv[1], "rt", encoding="utf-8") as file:
    for row in csv.DictReader(file):
        v = {k: int(row[k]) for k in row if k in lines or (k[0] == "c" and k[1:].isdigit())}
        votes = sum(n for k, n in v.items() if k not in lines)
        issued = v["issued_early"] + v["issued_in_station"] + v["issued_outside"]
        boxes = v["in_mobile_boxes"] + v["in_stationary_boxes"]
        broken += boxes != v["invalid"] + v["valid"] or v["valid"] != votes or boxes > issued
        for k, n in v.items():
            totals[k] = totals.get(k, 0) + n
print(broken, totals["valid"])
"""


def measure(command):
    """CPU seconds, wall seconds and peak MB of one run."""
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return usage.ru_utime + usage.ru_stime, time.monotonic() - start, usage.ru_maxrss / 1024, process.returncode


def row(name, command, clean=None):
    figures = []
    for number in range(RUNS + 1):
        if clean:
            shutil.rmtree(clean, ignore_errors=True)
        figure = measure(command)
        if number:
            figures.append(figure)
    cpu, wall, memory = (statistics.median(f[i] for f in figures) for i in range(3))
    print(f"| {name} | {cpu:.2f} | {wall:.2f} | {memory:.0f} | {figures[0][3]} |", flush=True)


with tempfile.TemporaryDirectory() as name:
    work = Path(name)
    print(f"median of {RUNS} runs after one that is not counted; {os.cpu_count()} processors")
    print("| what | CPU s | wall s | peak MB | exit |\n|---|---|---|---|---|")
    sheets = SHARED / "results/ru/ru2018.csv.gz"
    if sheets.exists():
        row("balance 97,699 sheets", [DOBUSH, "balance", "--form", "ru-federal", "--sheets", str(sheets), "--out", str(work / "b.json")])
        row("peer: the same sums and three equations, Python's csv", [sys.executable, "-c", PEER_SHEETS, str(sheets)])
        row("declare 97,699 sheets", [DOBUSH, "declare", "--form", "ru-federal", "--sheets", str(sheets), "--out", str(work / "d")], work / "d")
    ballots = SHARED / "ballots/nh-test-ballot-batch"
    if ballots.exists():
        subprocess.run([DOBUSH, "define", "import-votingworks", str(ballots / "election.json"), "--out", str(work / "nh")], check=True, capture_output=True)
        row("read 22 two-sided sheets, 200 dpi, one job", [DOBUSH, "read", "--definition", str(work / "nh"), "--out", str(work / "r"), "--jobs", "1", str(ballots / "images")], work / "r")
    record = work / "record"
    row("demo from committed readings", [DOBUSH, "demo", "--out", str(record), "--committed", str(ROOT / "Fixtures/tervania-2031")], record)
    row("verify that record", [VERIFY, str(record)])
