"""97,699 sheets of 2018: parse, check every equation, sum to every level, declare; pandas and DuckDB beside it.

    python3 Benchmarks/sheets.py [runs]

All three read the same gzip file, ask the same five equations of every sheet, name the sheets that break
one, sum every column for nation, regions and territorial commissions, and write the sums as CSV. They
must agree before anything is measured. Figures are of whole processes: user plus system time, wall time and
the largest resident set, as the kernel accounts for them; medians, in turns, so that a busy machine is as
unfair to each. The target is 1 second of CPU and 150 MB. Needs a release build and ../shared.
"""
import csv
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
SHEETS = ROOT.parent / "shared/data/results/ru/ru2018.csv.gz"
VENV = ROOT / ".build/benchmarks/python"
RUNS = int(sys.argv[1]) if len(sys.argv) > 1 else 7

PANDAS = r"""
import sys
import pandas as pd
table, out = sys.argv[1:]
d = pd.read_csv(table, dtype={"region": "category", "tik": "category", "uik": str})
c = [n for n in d.columns if n[0] == "c" and n[1:].isdigit()]
issued = d.issued_early + d.issued_in_station + d.issued_outside
boxes = d.in_mobile_boxes + d.in_stationary_boxes
d["sheet_breaks"] = (
    (d.registered < issued).astype(int)
    + (d.received_by_commission != issued + d.cancelled + d.lost_ballots - d.unaccounted_ballots)
    + (boxes != d.invalid + d.valid) + (d.valid != d[c].sum(axis=1)) + (boxes > issued))
figures = list(d.columns[3:])
levels = [d[figures].sum().to_frame().T,
          d.groupby(["region"], observed=True)[figures].sum().reset_index(),
          d.groupby(["region", "tik"], observed=True)[figures].sum().reset_index()]
pd.concat(levels).to_csv(out + "/areas.csv", index=False)
d.to_csv(out + "/sheets.csv", index=False)
"""

DUCKDB = r"""
import sys
import duckdb
table, out = sys.argv[1:]
db = duckdb.connect()
db.execute("set threads to 1")
db.execute(f"create table d as select * from read_csv('{table}', types={{'uik': 'varchar'}})")
names = [r[0] for r in db.execute("describe d").fetchall()]
c = " + ".join(n for n in names if n[0] == "c" and n[1:].isdigit())
issued = "(issued_early + issued_in_station + issued_outside)"
boxes = "(in_mobile_boxes + in_stationary_boxes)"
breaks = (f"(registered < {issued})::int + (received_by_commission <> {issued} + cancelled + lost_ballots - unaccounted_ballots)::int"
          f" + ({boxes} <> invalid + valid)::int + (valid <> {c})::int + ({boxes} > {issued})::int")
db.execute(f"create view s as select *, {breaks} as sheet_breaks from d")
sums = ", ".join(f"sum({n})::bigint as {n}" for n in names[3:] + ["sheet_breaks"])
db.execute(f"copy (select region, tik, {sums} from s group by grouping sets ((), (region), (region, tik)) order by all) to '{out}/areas.csv' (header)")
db.execute(f"copy (select * from s) to '{out}/sheets.csv' (header)")
"""


def commands(out):
    python = str(VENV / "bin/python")
    return {
        "Dobush, declare": [DOBUSH, "declare", "--form", "ru-federal", "--sheets", str(SHEETS), "--out", str(out)],
        "Dobush, declare, report at every level": [
            DOBUSH, "declare", "--form", "ru-federal", "--sheets", str(SHEETS), "--levels", "2", "--out", str(out)],
        "pandas": [python, "-c", PANDAS, str(SHEETS), str(out)],
        "DuckDB, one thread": [python, "-c", DUCKDB, str(SHEETS), str(out)],
    }


def fresh(name, out):
    shutil.rmtree(out, ignore_errors=True)
    if not name.startswith("Dobush"):
        out.mkdir()


def run(command):
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{command[:2]} ended with {process.returncode}")
    return usage.ru_utime + usage.ru_stime, time.monotonic() - start, usage.ru_maxrss / 1024


def answer(out):
    """Areas, the sum of every figure over all of them, and the broken equations of all sheets."""
    with open(out / "areas.csv", encoding="utf-8", newline="") as file:
        areas = list(csv.DictReader(file))
    figures = [n for n in areas[0] if n in ("registered", "valid", "cancelled") or n[0] == "c" and n[1:].isdigit()]
    sums = tuple(sum(int(float(a[n])) for a in areas) for n in figures)
    with open(out / "sheets.csv", encoding="utf-8", newline="") as file:
        broken = [r["sheet_breaks"] for r in csv.DictReader(file)]
    count = sum(int(b) if b.isdigit() else len(b.split()) for b in broken)
    return len(areas), len(broken), count, sums


def prepare():
    if not SHEETS.exists():
        sys.exit("skipped: needs ../shared")
    if not (VENV / "bin/python").exists():
        subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=True)
    subprocess.run([str(VENV / "bin/pip"), "install", "-q", "-r", str(ROOT / "Benchmarks/requirements.txt")], check=True)


def main():
    prepare()
    with tempfile.TemporaryDirectory() as name:
        out = Path(name) / "out"
        answers = {}
        for label, command in commands(out).items():
            fresh(label, out)
            run(command)
            answers[label] = answer(out)
        if len(set(answers.values())) != 1:
            sys.exit(f"the answers differ: { {n: a[:3] for n, a in answers.items()} }")
        figures = {label: [] for label in answers}
        for _ in range(RUNS):
            for label, command in commands(out).items():
                fresh(label, out)
                figures[label].append(run(command))
        areas, sheets, broken, _ = next(iter(answers.values()))
        print(f"{sheets} sheets, {areas} areas, {broken} broken equations, the same in all")
        print(f"median of {RUNS} runs in turns after one that is not counted; {os.cpu_count()} processors\n")
        print("| what | CPU s | wall s | peak MB |\n|---|---|---|---|")
        for label, runs in figures.items():
            cpu, wall, memory = (statistics.median(r[i] for r in runs) for i in range(3))
            print(f"| {label} | {cpu:.2f} | {wall:.2f} | {memory:.0f} |")


main()
