"""What happens to a table when a clerk, a spreadsheet or an attacker has been at it.

Each case changes a few rows of a real table and says which problem must be told, or that nothing may
change. Rows are lists of cells; the header is the first.
"""
import copy
import csv
import io
import json
import subprocess
import tempfile
from pathlib import Path

DOBUSH = ".build/release/dobush"


def text_of(rows, separator=",", end="\n", quoting=csv.QUOTE_MINIMAL):
    out = io.StringIO()
    csv.writer(out, delimiter=separator, lineterminator=end, quoting=quoting).writerows(rows)
    return out.getvalue()


def balance(form, data, suffix=".csv"):
    with tempfile.TemporaryDirectory() as folder:
        sheets = Path(folder) / f"sheets{suffix}"
        sheets.write_bytes(data)
        result = subprocess.run(
            [DOBUSH, "balance", "--form", form, "--sheets", str(sheets), "--json"],
            capture_output=True, text=True, timeout=120)
    report = json.loads(result.stdout) if result.stdout else {}
    return result.returncode, report, result.stderr


def same_tables(rows):
    """The same table, written in another way."""
    order = list(reversed(range(len(rows[0]))))
    yield "columns in another order", text_of([[r[i] for i in order] for r in rows]).encode()
    yield "a byte order mark and returns", b"\xef\xbb\xbf" + text_of(rows, end="\r\n").encode()
    yield "semicolons", text_of(rows, separator=";").encode()
    yield "tabs", text_of(rows, separator="\t").encode()
    yield "every cell quoted", text_of(rows, quoting=csv.QUOTE_ALL).encode()
    yield "quoted, with semicolons", text_of(rows, separator=";", quoting=csv.QUOTE_ALL).encode()
    yield "no line feed at the end", text_of(rows).rstrip("\n").encode()
    yield "blank lines between", text_of(rows).replace("\n", "\n\n").encode()


CELLS = [
    ("full-width digits", "１２", "tables.not-a-number"), ("Arabic digits", "٣٤", "tables.not-a-number"),
    ("Devanagari digits", "१२", "tables.not-a-number"), ("a negative number", "-5", "tables.negative"),
    ("a huge number", "99999999999999999999", "tables.number-too-large"),
    ("a thousand million", "1000000000", "tables.number-too-large"), ("a word", "many", "tables.not-a-number"),
    ("a plus", "+5", "tables.not-a-number"), ("a space before", " 5", "tables.not-a-number"),
    ("an exponent", "1e3", "tables.not-a-number"), ("hexadecimal", "0x10", "tables.not-a-number"),
    ("a formula", "=1+1", "tables.not-a-number"), ("not a number", "NaN", "tables.not-a-number"),
    ("a null byte", "\0", "tables.not-a-number"), ("a comma for thousands", "1,234", "mark"),
    ("a point for thousands", "1.234", "point"), ("a fraction", "1.5", "mark"),
    ("one thousand with a point", "1.000", "point"), ("an odd point", "12.34", "mark"),
]


def cell_cases(form, rows, place, point, mapped, check, label):
    """One figure of the second sheet is something else."""
    line = 3
    for name, text, wanted in CELLS:
        spoiled = copy.deepcopy(rows)
        spoiled[2][place] = text
        code, report, err = balance(form, text_of(spoiled).encode())
        told = [(r["line"], r["code"]) for r in report.get("refused", [])]
        if wanted == "point" and point == "thousands":
            traps = [t for t in report["reading"]["traps"] if t["code"] == "traps.point-thousands"]
            check(f"{label}: {name}", told == [] and any(line in t["lines"] and t["accepted"] for t in traps), str(told))
            continue
        if wanted in ("mark", "point"):
            wanted = "tables.mark-in-number" if mapped else "tables.not-a-number"
        check(f"{label}: {name}", code == 1 and told == [(line, wanted)], f"{code} {told} {err[:200]}")


def row_cases(form, rows, named, check, label):
    def told(changed):
        code, report, err = balance(form, text_of(changed).encode())
        return code, [(r["line"], r["code"]) for r in report.get("refused", [])], err

    cases = [
        ("a short row", rows[:2] + [rows[2][:-2]] + rows[3:], [(3, "tables.short-row")]),
        ("a long row", rows[:2] + [rows[2] + ["7"]] + rows[3:], [(3, "tables.long-row")]),
        ("an empty row", rows[:2] + [[""] * len(rows[0])] + rows[2:], [(3, "tables.empty-row")]),
    ]
    if named:
        cases.append(("a row twice", rows + [rows[2]], [(len(rows) + 1, "tables.station-twice")]))
    for name, changed, wanted in cases:
        code, got, err = told(changed)
        check(f"{label}: {name}", code == 1 and got == wanted, f"{code} {got} {err[:200]}")


def header_cases(form, rows, required, check, label):
    def code_of(changed):
        code, report, err = balance(form, text_of(changed).encode())
        return code, report.get("problem", {}).get("code"), err

    place = rows[0].index(required)
    without = [r[:place] + r[place + 1:] for r in rows]
    cases = [
        ("a missing column", without, "tabulation.missing-column"),
        ("a column twice", [r + [r[place]] for r in rows], "tables.column-twice"),
        ("a header alone", rows[:1], "tables.no-rows"), ("no table", [], "tables.no-header"),
    ]
    for name, changed, wanted in cases:
        code, got, err = code_of(changed)
        check(f"{label}: {name}", code == 2 and got == wanted, f"{code} {got} {err[:200]}")


def run(form, rows, figure, required, check, *, point=None, mapped=True, named=True):
    """All cases on the first rows of a table.

    figure: a column of figures, not of a total that may be made from others.
    required: a column without which the table is not read.
    """
    label = f"{form} changed"
    code, report, err = balance(form, text_of(rows).encode())
    if not report.get("totals"):
        check(label, False, err)
        return
    for name, data in same_tables(rows):
        _, again, err = balance(form, data)
        check(f"{label}: {name}", again.get("totals") == report["totals"], err[:200])
    cell_cases(form, rows, rows[0].index(figure), point, mapped, check, label)
    row_cases(form, rows, named, check, label)
    header_cases(form, rows, required, check, label)
