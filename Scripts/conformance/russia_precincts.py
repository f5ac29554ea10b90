"""Protocols of all Russian precincts under the columns of the official site: rows, totals, votes, and how
many stations break each control relation.

The folder holds YEAR.csv.zip and YEAR_expected.json, like audit/russia-precincts.
"""
import json
import subprocess
import tempfile
from pathlib import Path

DOBUSH = ".build/release/dobush"
LINES = ["registered", "received_by_commission", "issued_early", "issued_in_station", "issued_outside",
         "cancelled", "in_mobile_boxes", "in_stationary_boxes", "invalid", "valid"]


def run(folder, check):
    """Calls check(name, holds, what) for each thing that must hold."""
    folder = Path(folder)
    years = sorted(folder.glob("*_expected.json"))
    check("russia-precincts", bool(years), "no YEAR_expected.json in the folder")
    for place in years:
        year = place.name.split("_")[0]
        tables = [p for p in (folder / f"{year}.csv.zip", folder / f"{year}.csv.gz", folder / f"{year}.csv") if p.exists()]
        if not tables:
            check(f"precincts {year}", False, "its table is missing")
            continue
        _year(year, tables[0], json.loads(place.read_text(encoding="utf-8")), check)


def _dobush(*words):
    result = subprocess.run([DOBUSH, *map(str, words)], capture_output=True, text=True, timeout=300)
    return result.returncode, result.stdout, result.stderr


def _year(year, table, wanted, check):
    code, out, err = _dobush("balance", "--form", "ru-federal", "--sheets", table, "--json")
    report = json.loads(out) if out else {}
    if "totals" not in report:
        check(f"precincts {year} balance", False, err.strip())
        return
    check(f"precincts {year} rows", report["sheets"]["accepted"] == wanted["rows"], str(report["sheets"]))
    check(f"precincts {year} exit code", code == 0, f"{code} {err.strip()[:200]}")
    columns = {i: c for i, c in report["reading"]["columns"].items()}
    totals = report["totals"]
    by_column = {columns.get(i, i): n for i, n in totals.items()}
    for name, number in wanted["totals"].items():
        got = totals.get(LINES[int(name[1:]) - 1]) if name[0] == "L" and name[1:].isdigit() else by_column.get(name)
        check(f"precincts {year} total {name[:40]}", got == number, f"{got} and not {number}")
    for name, number in wanted.get("candidate_totals", {}).items():
        check(f"precincts {year} votes {name}", by_column.get(name) == number, f"{by_column.get(name)} and not {number}")
    counts = [e["count"] for e in report["equations"]]
    for place, (name, number) in enumerate(wanted["checks"].items()):
        got = counts[place] if place < len(counts) else None
        check(f"precincts {year} {name}", got == number, f"{got} and not {number}")
    _declared(year, table, report, check)


def _declared(year, table, report, check):
    """The way up: regions are the sum of their commissions, and the nation of its regions."""
    import csv
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "d"
        code, _, err = _dobush("declare", "--form", "ru-federal", "--sheets", table, "--levels", "1", "--out", out)
        if code != 0:
            check(f"precincts {year} declare", False, err.strip())
            return
        with open(out / "areas.csv", encoding="utf-8", newline="") as file:
            areas = list(csv.DictReader(file))
        names = list(report["totals"])
        for level in ("nation", "region", "tik"):
            rows = [a for a in areas if a["area_level"] == level]
            sums = {n: sum(int(a[n]) for a in rows) for n in names}
            check(f"precincts {year} {level} adds up", sums == report["totals"])
        with open(out / "sheets.csv", encoding="utf-8", newline="") as file:
            sheets = list(csv.DictReader(file))
        check(f"precincts {year} sheets below", len(sheets) == report["sheets"]["accepted"])
        broken = sum("boxes-at-most-issued" in s["sheet_breaks"].split() for s in sheets)
        wanted = next(e["count"] for e in report["equations"] if e["id"] == "boxes-at-most-issued")
        check(f"precincts {year} sheets name what they break", broken == wanted)
