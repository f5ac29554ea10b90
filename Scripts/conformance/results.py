"""Polling-station results: totals, equations, the report for other programs, whole percentages.

The folder is laid out like results/ru, with expected.json in it or above it, or like results with
one folder a country. A set that is not supported yet counts as failed, by name.
"""
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import results_world
import table_mutations

DOBUSH = ".build/release/dobush"
passed = failed = 0


def check(name, holds, what=""):
    global passed, failed
    if holds:
        passed += 1
    else:
        failed += 1
        print(f"failed: {name}{': ' if what else ''}{what}")


def run(*words):
    result = subprocess.run([DOBUSH, *words], capture_output=True, text=True, timeout=300)
    return result.returncode, result.stdout, result.stderr


def references(node, found, ids):
    """Every @id, and every text under a name that refers to one."""
    if isinstance(node, dict):
        if "@id" in node:
            ids.add(node["@id"])
        for name, value in node.items():
            if name.endswith("Id") and name not in ("VendorApplicationId",) and isinstance(value, str):
                found.add(value)
            elif name.endswith("Ids") and isinstance(value, list):
                found.update(value)
            references(value, found, ids)
    elif isinstance(node, list):
        for value in node:
            references(value, found, ids)


def report_adds_up(path):
    report = json.loads(path.read_text(encoding="utf-8"))
    found, ids = set(), set()
    references(report, found, ids)
    if found - ids:
        return f"names what is not there: {sorted(found - ids)[:3]}"
    children = {u["@id"]: u.get("ComposingGpUnitIds", []) for u in report["GpUnit"]}
    for contest in report["Election"][0]["Contest"]:
        for selection in contest["ContestSelection"]:
            counts = {c["GpUnitId"]: c["Count"] for c in selection["VoteCounts"]}
            for parent, inside in children.items():
                if inside and counts[parent] != sum(counts[unit] for unit in inside):
                    return f"{selection['@id']} at {parent} is not the sum of its parts"
    return None


def year_case(year, file, wanted, precincts):
    with tempfile.TemporaryDirectory() as folder:
        code, out, err = run(
            "balance", "--form", "ru-federal", "--sheets", str(file), "--json")
        report = json.loads(out) if out else None
        if report is None:
            check(f"{year} balance", False, err.strip())
            return
        totals = dict(report["totals"], rows=report["sheets"]["accepted"])
        differing = [k for k in wanted["totals"] if totals.get(k) != wanted["totals"][k]]
        check(f"{year} totals", not differing and code == 0, ", ".join(differing))
        if precincts:
            counts = [e["count"] for e in report["equations"]]
            check(f"{year} equations", counts == list(precincts["checks"].values()), str(counts))
        out_dir = Path(folder) / "declared"
        code, _, err = run(
            "declare", "--form", "ru-federal", "--sheets", str(file), "--out", str(out_dir))
        if code != 0:
            check(f"{year} declare", False, err.strip())
        else:
            results = json.loads((out_dir / "results.json").read_text(encoding="utf-8"))
            check(
                f"{year} declare",
                results["totals"] == report["totals"]
                and results["outcome"] == "no rule given, none stated")
            what = report_adds_up(out_dir / "err.json")
            check(f"{year} err.json", what is None, what or "")
        exact = wanted["integer_anomaly_exact"]
        code, out, err = run(
            "check", "integer-percentages", "--form", "ru-federal", "--sheets", str(file),
            "--leader", wanted["leader_column"], "--json")
        rows = {
            r["subject"]: r for r in (json.loads(out)["rows"] if out else [])
            if r["weight"] == "stations"
        }
        names = {"obs": "observed", "exp": "expected", "sd": "sd", "anom": "excess", "z": "z"}
        for subject in ("either", "leader", "turnout"):
            got = {k: round(rows.get(subject, {}).get(v, -1), 2) for k, v in names.items()}
            check(f"{year} whole percentages, {subject}", got == exact[subject], str(got))


def russia(folder, expected):
    audit = folder.parent.parent / "audit" / "russia-precincts"
    for year, wanted in sorted(expected["ru"].items()):
        file = folder / f"ru{year}.csv.gz"
        if not file.exists():
            check(f"{year}", False, f"{file.name} is missing")
            continue
        found = audit / f"{year}_expected.json"
        precincts = json.loads(found.read_text(encoding="utf-8")) if found.exists() else None
        year_case(year, file, wanted, precincts)
    newest = sorted(folder.glob("ru????.csv.gz"))[-1]
    rows = results_world.rows_of(newest)[:40]
    table_mutations.run("ru-federal", rows, "cancelled", "registered", check, mapped=False)


def main():
    folder = Path(sys.argv[1]).resolve()
    places = [folder / "expected.json", folder.parent / "expected.json"]
    place = next((p for p in places if p.exists()), None)
    if place is None:
        check("expected.json", False, "neither in the folder nor above it")
        return
    expected = json.loads(place.read_text(encoding="utf-8"))
    sets = [folder] if any(folder.glob("*.csv*")) else sorted(p for p in folder.iterdir() if p.is_dir())
    for one in sets:
        if any(re.fullmatch(r"ru\d{4}\.csv\.gz", p.name) for p in one.iterdir()):
            russia(one, expected)
        elif not results_world.run(one, expected, check):
            check(one.name, False, "this set is not supported yet")


main()
print(f"{passed} passed, {failed} failed")
sys.exit(1 if failed or not passed else 0)
