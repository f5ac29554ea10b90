"""The commands balance, declare and check integer-percentages from outside: files, exit codes, problems,
and the report for other programs against the schema that NIST publishes.

The election is a small one of the invented country Tervania; figures and outcomes are by hand.
"""
import gzip
import json
import subprocess
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOBUSH = ROOT / ".build/release/dobush"
SHARED = ROOT.parent / "shared/data"
SCHEMA = SHARED / "schemas/err-1500-100/NIST_V2_election_results_reporting.json"
passed = failed = skipped = 0

LINES = ("registered,received,issued,cancelled,in-mobile-boxes,in-stationary-boxes,invalid,valid")
GOOD = "100,100,60,40,0,60,2,58"


def check(name, holds, what=""):
    global passed, failed
    if holds:
        passed += 1
    else:
        failed += 1
        print(f"failed: {name}: {what}")


def skip(name):
    global skipped
    skipped += 1
    print(f"skipped: {name} needs ../shared")


def run(*words):
    result = subprocess.run([DOBUSH, *map(str, words)], capture_output=True, text=True, timeout=120)
    return result.returncode, result.stdout, result.stderr


def words(text):
    return {"en": text, "ru": text, "ky": text}


def contest(name, kind, options, otherwise, against):
    return {
        "id": name, "title": words(name), "kind": kind, "votesAllowed": 1,
        "options": [{"id": o, "name": words(o), "kind": k} for o, k in options],
        "outcome": {
            "kind": "majority", "base": "participants", "numerator": 1, "divisor": 2,
            "otherwise": otherwise, "mustBeatAgainstAll": against, "text": words("a rule")},
    }


def definition(folder):
    folder.mkdir()
    stations = [("north-001", "north"), ("north-002", "north"), ("south-001", "south")]
    (folder / "definition.json").write_text(json.dumps({
        "id": "tervania-small", "name": words("Tervania, small"),
        "inventedNotice": words("Invented."), "day": "2031-05-18",
        "contests": [
            contest("president", "election", [
                ("maro", "candidate"), ("telin", "candidate"), ("savan", "candidate"),
                ("against-all", "against-all")], "runoff", True),
            contest("referendum", "referendum", [
                ("direct", "answer"), ("as-now", "answer")], "rejected", False)],
        "districts": [{"id": d, "name": words(d)} for d in ("north", "south")],
        "stations": [{
            "id": s, "name": words(s), "district": d, "seat": "home", "zoneMinutes": 300,
            "opens": "2031-05-18T03:00:00Z", "closes": "2031-05-18T15:00:00Z"}
            for s, d in stations],
        "markPolicy": {"ignoredBelow": 250, "countedFrom": 1000, "text": words("ink")},
        "publication": {"smallestPool": 30},
    }), encoding="utf-8")
    return folder


def schema_says(path):
    import jsonschema
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    report = json.loads(path.read_text(encoding="utf-8"))
    return [e.message[:200] for e in jsonschema.Draft4Validator(schema).iter_errors(report)][:3]


def outcome_case(tmp, folder):
    sheets = tmp / "president.csv"
    sheets.write_text(
        f"station,{LINES},maro,telin,savan,against-all\n"
        f"north-001,{GOOD},30,20,5,3\nnorth-002,{GOOD},30,20,5,3\nsouth-001,{GOOD},30,20,5,3\n")
    out = tmp / "declared"
    code, _, err = run("declare", "--form", "tervania", "--sheets", sheets, "--definition", folder, "--out", out)
    check("declare by the rule", code == 0, err)
    results = json.loads((out / "results.json").read_text(encoding="utf-8"))
    # 90 of 180 took part's votes is exactly one half: a second round.
    check("one half is no majority", results["outcome"]["decision"] == "runoff", results["outcome"])
    check("the two ahead", results["outcome"]["options"] == ["maro", "telin"])
    shares = {s["base"]: (s["of"], s["percent"]) for s in results["options"][0]["shares"]}
    check("shares name their base", shares == {"participants": (180, "50.00"), "valid": (174, "51.72")}, shares)
    again = tmp / "again"
    run("declare", "--form", "tervania", "--sheets", sheets, "--definition", folder, "--out", again)
    same = all((out / f).read_bytes() == (again / f).read_bytes() for f in ("results.json", "err.json"))
    check("the same sheets give the same bytes", same)
    code, _, err = run("declare", "--form", "tervania", "--sheets", sheets, "--definition", folder, "--out", out)
    check("a full folder is refused", code == 2 and "files.output-not-empty" in err, err)
    referendum = tmp / "referendum.csv"
    referendum.write_text(f"station,{LINES},direct,as-now\nnorth-001,{GOOD},31,27\n")
    code, text, err = run(
        "declare", "--form", "tervania", "--sheets", referendum, "--definition", folder, "--out", tmp / "ref")
    check("the contest is found by its options", code == 0 and "Adopted: direct" in text, text + err)
    check("missing stations are named", "1 of 3 stations" in err and "south-001" in err, err)
    if SCHEMA.exists():
        check("the report validates", schema_says(out / "err.json") == [], schema_says(out / "err.json"))
        check("a referendum's too", schema_says(tmp / "ref/err.json") == [], schema_says(tmp / "ref/err.json"))
    else:
        skip("the schema of results reports")


def bad_cases(tmp):
    head = f"station,{LINES},yes,no\n"
    row = f"a,{GOOD},30,28\n"
    cases = [
        ("a good table", 0, "", head + row),
        ("a soft equation broken", 0, "", head + "a,100,100,60,40,0,61,2,59,30,29\n"),
        ("a hard equation broken", 1, "", head + f"a,{GOOD},30,27\n"),
        ("a negative number", 1, "tables.negative", head + row + "b,100,100,60,40,0,60,-2,58,30,28\n"),
        ("two rows for one station", 1, "tables.station-twice", head + row + row),
        ("a short row", 1, "tables.short-row", head + row + "b,100\n"),
        ("a missing column", 2, "tabulation.missing-column", head.replace("invalid,", "") + row),
        ("no rows", 2, "tables.no-rows", head), ("an empty file", 2, "tables.no-header", ""),
    ]
    for name, wanted, problem, text in cases:
        sheets, out = tmp / "case.csv", tmp / "case.json"
        sheets.write_text(text)
        code, _, err = run("balance", "--form", "tervania", "--sheets", sheets, "--out", out)
        check(name, code == wanted and problem in err, f"{code} {err}")
        check(f"{name}: output only when done", out.exists() == (wanted != 2))
        out.unlink(missing_ok=True)
    whole = gzip.compress((head + row * 1).encode())
    sheets = tmp / "case.csv.gz"
    sheets.write_bytes(whole)
    code, out, _ = run("balance", "--form", "tervania", "--sheets", sheets, "--json")
    check("gzip, to stdout", code == 0 and json.loads(out)["totals"]["yes"] == 30)
    sheets.write_bytes(whole[:-5])
    code, _, err = run("balance", "--form", "tervania", "--sheets", sheets, "--json")
    check("gzip cut short", code == 2 and "tables.truncated" in err, err)
    left = [p.name for p in tmp.iterdir() if ".part-" in p.name]
    check("nothing half-written", left == [], left)


STRANGER = {
    "id": "stranger", "title": words("A stranger's table"), "source": words("invented"), "form": {
        "id": "stranger", "title": words("A form"), "source": words("invented"),
        "places": [{"column": "land", "optional": False, "mayBeEmpty": False},
                   {"column": "station", "optional": False, "mayBeEmpty": False}],
        "lines": [{"id": n, "number": str(i), "label": words(n), "optional": False}
                  for i, n in enumerate(["registered", "voters"], 1)],
        "choices": {"prefix": "c"},
        "equations": [
            {"id": "two-votes", "text": words("two votes"), "severity": "hard", "left": ["votes"],
             "relation": "<=", "right": ["2*voters"]},
            {"id": "spare", "text": words("five spare"), "severity": "alarm", "left": ["voters"],
             "relation": "<=", "right": ["registered", 5], "provided": ["registered"]}],
        "bases": {"registered": ["registered"], "participants": ["voters"], "valid": ["votes"]}},
    "columns": {"registered": ["Wahlberechtigte"], "voters": ["Wähler"]}, "point": "thousands"}


def mapping_cases(tmp):
    mapping = tmp / "mapping.json"
    mapping.write_text(json.dumps(STRANGER), encoding="utf-8")
    head = "land;station;Wahlberechtigte;Wähler;c1;c2\n"
    cases = [
        # 1,000 and 600 voters of two votes; 5 more than registered is allowed, 6 are an alarm.
        ("a point explained", 0, "traps.point-thousands", "n;1;1.000;600;700;500\n"),
        ("an alarm", 1, "", "n;1;100;106;1;1\n"), ("five to spare", 0, "", "n;1;100;105;1;1\n"),
        ("no register", 0, "traps.no-register", "n;1;0;106;1;1\n"),
        ("too many votes", 1, "", "n;1;100;50;60;41\n"), ("a fraction", 1, "tables.mark-in-number", "n;1;100;50;6.5;1\n"),
    ]
    for name, wanted, told, row in cases:
        sheets, out = tmp / "stranger.csv", tmp / "stranger.json"
        sheets.write_text("\ufeff" + head.replace("\n", "\r\n") + row + "n;2;50;40;30;10\n", encoding="utf-8")
        code, text, err = run("balance", "--form", mapping, "--sheets", sheets, "--out", out)
        check(f"mapping: {name}", code == wanted and told in text + err, f"{code} {text} {err}")
        check(f"mapping: {name}: separator told", json.loads(out.read_text())["reading"]["separator"] == ";")
    mapping.write_text(json.dumps(dict(STRANGER, derived={"voters": ["nobody"]})), encoding="utf-8")
    code, _, err = run("balance", "--form", mapping, "--sheets", tmp / "stranger.csv", "--json")
    check("a mapping with a flaw is unusable", code == 2 and "tables.mapping-derived" in err, err)


def lists_cases(tmp):
    code, text, _ = run("balance", "forms")
    check("forms are listed", code == 0 and "de-ep2024" in text and "kg-2021" in text, text)
    check("so they are by help", run("help", "forms")[1] == text)
    code, text, _ = run("balance", "forms", "--json")
    names = {entry["name"]: entry["kind"] for entry in json.loads(text)}
    check("as a document", names.get("ru-federal") == "form" and names.get("ca-2011") == "mapping" and names.get("ru-duma") == "set")
    for name in names:
        code, text, err = run("balance", "forms", name)
        check(f"{name} is printed", code == 0 and json.loads(text), err)
    code, _, err = run("balance", "forms", "atlantis")
    check("a name that is none", code == 2 and "atlantis" in err, err)
    ours = tmp / "ours.json"
    ours.write_text(run("balance", "forms", "tervania")[1], encoding="utf-8")
    sheets = tmp / "ours.csv"
    sheets.write_text(f"station,{LINES},yes,no\na,{GOOD},30,28\n")
    code, _, err = run("balance", "--form", ours, "--sheets", sheets, "--json")
    check("what is printed is read again", code == 0, err)


def together_cases(tmp):
    head = f"station,{LINES},yes,no\n"
    president, referendum, desks = tmp / "p.csv", tmp / "r.csv", tmp / "desks.json"
    president.write_text(head + f"a,{GOOD},30,28\nb,{GOOD},30,28\n")

    def told(rows, admitted, *more):
        referendum.write_text(head + rows)
        desks.write_text(json.dumps([{
            "station": s, "registered": 100, "admitted": n, "admittedByFallback": 0, "refused": {}}
            for s, n in admitted.items()]))
        code, text, err = run(
            "balance", "together", "--set", "tervania", "--sheets", f"president={president}",
            "--sheets", f"referendum={referendum}", "--turnout", desks, "--json", *more)
        report = json.loads(text)
        found = {r["id"]: (r["count"], r["waiting"]) for r in report.get("relations", [])}
        return code, found, err

    same = f"a,{GOOD},30,28\nb,{GOOD},30,28\n"
    agree = {"one-list": (0, 0), "issued-together": (0, 0), "boxes-at-most-admitted": (0, 0)}
    code, found, err = told(same, {"a": 60, "b": 60})
    check("together: figures agree", code == 0 and found == agree, f"{code} {found} {err}")
    code, found, err = told(same, {"a": 59, "b": 60})
    check("together: one paper more than persons admitted", code == 1 and found == dict(agree, **{"boxes-at-most-admitted": (1, 0)}), found)
    code, found, _ = told(same, {"a": 60})
    check("together: a desk that is silent", code == 0 and found["boxes-at-most-admitted"] == (0, 1), found)
    more = same.replace("b,100,100,60,40", "b,101,101,61,40")
    code, found, _ = told(more, {"a": 60, "b": 60})
    check("together: one list, and issued together", code == 1 and found["one-list"] == (1, 0) and found["issued-together"] == (1, 0), found)
    for bad in ("mayor=x.csv", "president", f"president={president}"):
        code, _, err = run("balance", "together", "--set", "tervania", "--sheets", f"president={president}", "--sheets", bad)
        check(f"together: {bad[:12]} is no second sheet", code == 2 and "command.usage" in err, err)


def levels_cases(tmp, folder):
    sheets = tmp / "president.csv"
    out = tmp / "deep"
    code, _, err = run(
        "declare", "--form", "tervania", "--sheets", sheets, "--definition", folder, "--levels", "all", "--out", out)
    check("every level", code == 0, err)
    areas = (out / "areas.csv").read_text().splitlines()
    check("areas by district", [a.split(",")[:3] for a in areas[1:]] == [["nation", "", "3"], ["district", "north", "2"], ["district", "south", "1"]], areas)
    check("sheets below them", len((out / "sheets.csv").read_text().splitlines()) == 4)
    units = json.loads((out / "err.json").read_text())["GpUnit"]
    check("units down to the stations", [u["Type"] for u in units] == ["country", "state", "state"] + ["polling-place"] * 3)
    if SCHEMA.exists():
        check("a deep report validates", schema_says(out / "err.json") == [], schema_says(out / "err.json"))
    for bad in ("-1", "many", "101"):
        code, _, err = run("declare", "--form", "tervania", "--sheets", sheets, "--levels", bad, "--out", tmp / "no")
        check(f"--levels {bad}", code == 2 and not (tmp / "no").exists(), err)


def real_case(tmp):
    sheets = SHARED / "results/ru/ru2018.csv.gz"
    if not sheets.exists():
        skip("the sheets of 2018")
        return
    code, text, err = run("declare", "--form", "ru-federal", "--sheets", sheets, "--day", "2018-03-18", "--out", tmp / "ru")
    check("2018 without a rule", code == 0 and "no rule given, none stated" in text, err)
    report = json.loads((tmp / "ru/err.json").read_text(encoding="utf-8"))
    check("a large report keeps to districts", len(report["ElectionReport" if "ElectionReport" in report else "GpUnit"]) == 88)
    code, _, err = run("declare", "--form", "ru-federal", "--sheets", sheets, "--levels", "2", "--out", tmp / "ru2")
    check("2018 at every level validates", code == 0 and schema_says(tmp / "ru2/err.json") == [], err)
    code, _, err = run("declare", "--form", "ru-federal", "--sheets", sheets, "--levels", "all", "--out", tmp / "ru3")
    check("a report of 100,000 units is refused", code == 2 and "formats.report-too-large" in err and not (tmp / "ru3").exists(), err)
    check("2018 validates", schema_says(tmp / "ru/err.json") == [], schema_says(tmp / "ru/err.json"))


with tempfile.TemporaryDirectory() as name:
    base = Path(name)
    folder = definition(base / "definition")
    outcome_case(base, folder)
    levels_cases(base, folder)
    bad_cases(base)
    mapping_cases(base)
    lists_cases(base)
    together_cases(base)
    real_case(base)
print(f"{passed} passed, {failed} failed, {skipped} skipped")
