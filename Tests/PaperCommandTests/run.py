"""Ballots designed, proved and tried through the command line: a deck's scans are read to exactly the totals
that its rule says, styles from file and flags agree, and a definition goes to NIST SP 1500-20 and back.
"""
import csv
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import jsonschema

ROOT = Path(__file__).resolve().parents[2]
DOBUSH = ROOT / ".build/release/dobush"
NIST = ROOT / "Fixtures/nist-1500-20"
FIXTURE = ROOT / "Fixtures/tervania-2031"
passed = failed = skipped = 0


def check(sentence, holds, detail=""):
    global passed, failed
    if holds:
        passed += 1
    else:
        failed += 1
        print(f"failed: {sentence}: {detail}"[:1500])


def run(*words):
    return subprocess.run([DOBUSH, *map(str, words)], capture_output=True, text=True, timeout=300)


def load(path):
    return json.loads(Path(path).read_text(encoding="utf-8"))


def council(number, options, votes=1):
    return {
        "id": f"council-{number}", "kind": "election", "votesAllowed": votes,
        "title": {"en": f"Council {number}", "ru": f"Совет {number}", "ky": f"{number}-кеңеш"},
        "options": [
            {"id": f"c{number}-{i}", "kind": "candidate",
             "name": {"en": f"Candidate {i}", "ru": f"Кандидат {i}", "ky": f"{i}-талапкер"}}
            for i in range(1, options + 1)]}


STYLES = {
    "usual": [],
    "squares in columns": ["--target", "box", "--arrangement", "columns", "--languages", "ky,ru"],
    "large pills at the right": ["--type", "large", "--target", "pill", "--targets-at", "right"],
    "front and back": ["--contests-on-page", "1", "--paper", "a5"],
    "separate papers": ["--papers", "separate", "--target", "box"],
    "two columns of options": ["--option-columns", "2", "--paper", "a4"],
    "one station's": ["--station", "north-001"],
}

with tempfile.TemporaryDirectory() as name:
    work = Path(name)
    run("demo", "--out", work / "record", "--committed", FIXTURE)
    tervania = work / "tervania"
    tervania.mkdir()
    shutil.copy(work / "record/1-define/definition.json", tervania)
    definition = load(tervania / "definition.json")

    # A deck of every kind of paper
    three = work / "three"
    three.mkdir()
    changed = dict(definition, contests=[council(1, 5), council(2, 3, 2), council(3, 2)])
    (three / "definition.json").write_text(json.dumps(changed), encoding="utf-8")
    for title, flags in STYLES.items():
        deck = work / "deck"
        done = run("define", "test-deck", three, "--out", deck, "--scans", *flags)
        check(f"{title}: the deck is made", done.returncode == 0, done.stderr)
        read = run("read", "--test", "--definition", deck / "definition", "--out", work / "read", deck / "scans")
        totals = {t["contest"]: t for t in load(work / "read/totals.json")}
        expected = {t["contest"]: t for t in load(deck / "expected-totals.json")}
        check(f"{title}: the machine reads what the deck says", totals == expected,
              f"{totals} is not {expected}; {read.stderr}")
        check(f"{title}: nothing is left for a person", load(work / "read/review.json") == [])
        rows = list(csv.DictReader((deck / "deck-list.csv").open(encoding="utf-8")))
        counted = {}
        for row in rows:
            if row["says"] == "vote":
                counted[row["option"]] = counted.get(row["option"], 0) + 1
        votes = {o: n for t in expected.values() for o, n in t["votes"].items()}
        check(f"{title}: the list adds up to the totals", counted == votes, f"{counted} {votes}")
        info = subprocess.run(["pdftotext", deck / "deck.pdf", "-"], capture_output=True, text=True)
        words = info.stdout.count("TEST BALLOT") if "ky,ru" not in flags else \
            info.stdout.count("СЫНОО БЮЛЛЕТЕНИ")
        faces = {l["id"]: len(l["sides"]) for l in load(deck / "definition/ballot-layouts.json")}
        pages = sum(faces[layout] for _, layout in {(r["paper"], r["layout"]) for r in rows})
        check(f"{title}: every page says that it is a test", words >= 2 * pages, f"{words} on {pages}")
        for folder in (deck, work / "read"):
            shutil.rmtree(folder)
    twice = [run("define", "test-deck", three, "--out", work / d, "--scans", "--jobs", j)
             for d, j in (("one", 1), ("two", 2))]
    same = all(
        (work / "one" / p.relative_to(work / "two")).read_bytes() == p.read_bytes()
        for p in (work / "two").rglob("*") if p.is_file())
    check("any number of jobs makes the same deck", same and twice[0].returncode == 0)
    done = run("define", "test-deck", three, "--out", work / "one")
    check("a folder that is there is not overwritten", "files.output-not-empty" in done.stderr)

    # Style by file and by flag
    style = three / "ballot-style.json"
    style.write_text('{"target":"box","languages":["ky","ru"],"paper":"a4"}')
    done = run("define", "ballots", three, "--out", work / "a.pdf", "--layouts", work / "a.json", "--json")
    told = json.loads(done.stdout)
    check("the folder's style is followed",
          told["style"]["target"] == "box" and told["paper"] == "a4" and told["overrides"] == [])
    done = run("define", "ballots", three, "--out", work / "b.pdf", "--target", "pill", "--json")
    told = json.loads(done.stdout)
    check("the command line wins, and says where", told["overrides"] == ["target: box -> pill"])
    for text, code in (
            ('{"targt":"box"}', "formats.not-this-document"),
            ('{"target":"star"}', "formats.not-this-document"),
            ('{"languages":[]}', "ballots.style-value"),
            ('{"optionColumns":3}', "ballots.style-value")):
        style.write_text(text)
        done = run("define", "ballots", three, "--out", work / "c.pdf")
        check(f"{text} is refused", done.returncode == 2 and code in done.stderr, done.stderr)
    check("and nothing is left", not (work / "c.pdf").exists())
    style.unlink()
    done = run("define", "ballots", three, "--out", work / "c.pdf", "--languages", "en,xx")
    check("an unknown language is refused", "ballots.style-value" in done.stderr, done.stderr)
    done = run("define", "ballots", three, "--out", work / "c.pdf", "--station", "nowhere")
    check("an unknown station is refused", "ballots.unknown-station" in done.stderr, done.stderr)

    # Papers for each station, and layouts that join the folder's
    done = run("define", "ballots", tervania, "--out", work / "each.pdf", "--each-station", "--json")
    told = json.loads(done.stdout)
    check("each station has its paper", told["pages"] == len(definition["stations"]), done.stdout)
    layouts = tervania / "ballot-layouts.json"
    run("define", "ballots", tervania, "--out", work / "usual.pdf", "--layouts", layouts)
    check("the usual paper is the one that was always printed",
          (work / "usual.pdf").read_bytes() == (FIXTURE / "ballots.pdf").read_bytes()
          and load(layouts) == load(FIXTURE / "ballot-layouts.json"))
    done = run("define", "ballots", tervania, "--out", work / "large.pdf", "--type", "large")
    check("papers that no layout of the folder describes are refused",
          "printing.layout-differs" in done.stderr, done.stderr)
    run("define", "ballots", tervania, "--out", work / "large.pdf", "--type", "large", "--layouts", layouts)
    check("a large-print paper joins the usual one",
          [l["id"] for l in load(layouts)] == ["paper-a5", "paper-a4-large"], load(layouts))

    # The proof
    done = run("define", "proof", tervania, "--out", work / "proof.pdf", "--json")
    told = json.loads(done.stdout)
    check("Tervania's paper is proved", done.returncode == 0 and told["clean"], done.stdout)
    check("with its code", told["codes"] == ["DOBUSH1 tervania-2031 paper-a5 front"])
    broken = json.loads(json.dumps(changed))
    del broken["contests"][0]["options"][0]["name"]["ky"]
    (three / "definition.json").write_text(json.dumps(broken), encoding="utf-8")
    done = run("define", "proof", three, "--out", work / "proof.pdf", "--json")
    told = json.loads(done.stdout)
    check("a missing translation is reported, and the proof is there",
          done.returncode == 1 and not told["clean"] and (work / "proof.pdf").exists())
    check("by its place", ["council-1/c1-1: no ky"] ==
          [f for c in told["checks"] if c["code"] == "proof.translations" for f in c["found"]])

    # NIST SP 1500-20
    validator = jsonschema.Draft7Validator(load(NIST / "NIST_V1_ballot_definition.json"))
    (three / "definition.json").write_text(json.dumps(changed), encoding="utf-8")
    for folder in (tervania, three):
        run("define", "ballots", folder, "--out", work / "x.pdf", "--contests-on-page", "1",
            "--layouts", folder / "ballot-layouts.json")
        done = run("define", "export-nist", folder, "--out", work / "nist.json")
        check("a definition is exported", done.returncode == 0, done.stderr)
        errors = [e.message for e in validator.iter_errors(load(work / "nist.json"))][:3]
        check("and follows the schema", not errors, errors)
        done = run("define", "import-nist", work / "nist.json", "--out", work / "back")
        check("and comes back as it was", done.returncode == 0
              and load(work / "back/definition.json") == load(folder / "definition.json")
              and load(work / "back/ballot-layouts.json") == load(folder / "ballot-layouts.json"),
              done.stderr)
        shutil.rmtree(work / "back")
    for number, contests, papers in ((1, 1, 1), (2, 1, 1), (3, 25, 2)):
        file = NIST / f"physical_ballot_def_{number}.json"
        check("the example itself follows the schema", not list(validator.iter_errors(load(file))))
        done = run("define", "import-nist", file, "--out", work / "back", "--json")
        told = json.loads(done.stdout)
        check(f"NIST's example {number} is imported",
              (told["contests"], len(told["layouts"])) == (contests, papers), done.stderr)
        check("and what is not kept is named",
              "not kept: Shape.StrokeWidth" in done.stderr and told["unheld"], done.stderr)
        shutil.rmtree(work / "back")

print(f"{passed} passed, {failed} failed, {skipped} skipped")
sys.exit(failed > 0)
