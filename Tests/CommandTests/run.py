"""The command line as a user meets it: exit codes, problems in three lines, nothing half-written.

Plays Tervania from the committed readings, so that no page has to be drawn, and draws a few pages
only where a page is needed.
"""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOBUSH = ROOT / ".build/release/dobush"
VERIFY = ROOT / ".build/release/dobush-verify"
FIXTURE = ROOT / "Fixtures/tervania-2031"
SCHEMA = ROOT.parent / "shared/data/schemas/cvr-1500-103/NIST_V0_cast_vote_records.json"
BALLOTS = ROOT.parent / "shared/data/ballots/nh-test-ballot-batch"
passed = failed = skipped = 0


def run(*command, program=DOBUSH):
    done = subprocess.run(
        [str(program), *map(str, command)], capture_output=True, text=True, timeout=300)
    return done


def check(sentence, holds, detail=""):
    global passed, failed
    if holds:
        passed += 1
    else:
        failed += 1
        print(f"failed: {sentence} {detail}"[:1500])


def follows_schema(sentence, path):
    """Holds cast vote records to the schema that NIST publishes."""
    global skipped
    if not SCHEMA.exists():
        skipped += 1
        print(f"skipped: {sentence} needs ../shared")
        return
    import jsonschema

    validator = jsonschema.Draft4Validator(json.loads(SCHEMA.read_text()))
    errors = [e.message for e in validator.iter_errors(json.loads(path.read_text()))][:3]
    check(sentence, not errors, str(errors))


def problem(sentence, done, code, exit_code):
    """Three lines: code, what happened, hint."""
    lines = done.stderr.strip().split("\n")
    starts = [i for i, line in enumerate(lines) if line == f"problem: {code}"]
    shaped = bool(starts) and any(l.startswith("hint: ") for l in lines[starts[0]:])
    check(sentence, done.returncode == exit_code and shaped, f"exit {done.returncode}: {done.stderr}")


with tempfile.TemporaryDirectory() as name:
    work = Path(name)
    record = work / "record"

    done = run("demo", "--out", record, "--committed", FIXTURE, "--json")
    told = json.loads(done.stdout)
    check("demo tells nine chapters and exits 0", done.returncode == 0 and len(told) == 9, done.stderr)
    check("each with its file", all(Path(line["file"]).exists() for line in told))
    problem("demo refuses a folder that is not empty",
            run("demo", "--out", record, "--committed", FIXTURE), "files.output-not-empty", 2)
    check("and leaves nothing half-written", [p.name for p in work.iterdir()] == ["record"])

    # Outputs destroy nothing
    precious = work / "precious"
    precious.write_text("precious")
    problem("publish refuses a file in the folder's place", run("publish", record, "--out", precious), "files.output-not-empty", 2)
    problem("demo refuses it too", run("demo", "--committed", FIXTURE, "--out", precious), "files.output-not-empty", 2)
    check("and the file is as it was", precious.read_text() == "precious")
    problem("publish refuses a place inside the record", run("publish", record, "--out", record / "site"), "publish.inside-the-record", 2)
    problem("a file cannot be named with a slash at its end",
            run("define", "ballots", record / "1-define", "--out", f"{work}/new/"), "files.unwritable", 2)
    sheets = work / "sheets.csv"
    shutil.copy(record / "5-balance/referendum.csv", sheets)
    problem("balance does not write over its own sheets",
            run("balance", "--form", record / "1-define/results-form.json", "--sheets", sheets, "--out", sheets), "command.usage", 2)
    check("which are as they were", sheets.read_bytes() == (record / "5-balance/referendum.csv").read_bytes())
    done = run("frobnicate", "--json")
    check("a problem is one JSON document where JSON was asked for", json.loads(done.stdout)["problem"]["code"] == "command.unknown")
    check("so is the help", len(json.loads(run("help", "--json").stdout)) > 10)
    precious.unlink()
    sheets.unlink()

    # Definitions
    check("define check accepts Tervania", run("define", "check", record / "1-define").returncode == 0)
    problem("define check without a file", run("define", "check", work / "nowhere"), "files.missing", 2)
    broken = work / "broken"
    shutil.copytree(record / "1-define", broken)
    definition = json.loads((broken / "definition.json").read_text())
    definition["contests"][0]["options"] = []
    (broken / "definition.json").write_text(json.dumps(definition))
    problem("a contest without choices", run("define", "check", broken), "elections.no-options", 2)
    definition["contests"][0]["votesAllowed"] = 9223372036854775807
    (broken / "definition.json").write_text(json.dumps(definition))
    problem("a number that nobody can compute with", run("define", "check", broken), "formats.not-this-document", 2)
    (broken / "definition.json").write_text("{")
    problem("a truncated definition", run("define", "check", broken), "formats.not-this-document", 2)
    problem("an unknown command", run("defien"), "command.unknown", 2)
    problem("an unknown option", run("define", "check", "--loud", broken), "command.usage", 2)

    # Verification
    def verified(folder, *options):
        return run(*options, folder, program=VERIFY)

    key = (record / "log/key.txt").read_text().strip()
    done = verified(record, "--key", key)
    check("the verifier accepts the record", done.returncode == 0 and "All 18 steps hold." in done.stdout, done.stdout)
    check("and says that the key was given", "key given" in done.stdout)
    check("without a key it says where the key came from", "from the record itself" in verified(record).stdout)
    other = "example.org/election/kg-2026+ba4995b4+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4"
    check("another key is not accepted", verified(record, "--key", other).returncode == 1)
    problem("a key that is none", verified(record, "--key", "x"), "record.not-a-key", 2)
    problem("a folder that is no record", verified(broken), "record.no-log", 2)
    problem("a folder that is not there", verified(work / "nowhere"), "files.missing", 2)

    def spoiled(change):
        copy = work / "spoiled"
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(record, copy)
        change(copy)
        return verified(copy)

    done = spoiled(lambda c: (c / "3-admit/turnout.json").unlink())
    check("a missing file is named", done.returncode == 1 and "3-admit/turnout.json: the log names it and it is missing" in done.stdout, done.stdout)
    done = spoiled(lambda c: (c / "3-admit/names.txt").write_text("x"))
    check("an extra file is named", done.returncode == 1 and "3-admit/names.txt: the log does not name it" in done.stdout, done.stdout)
    done = spoiled(lambda c: (c / "3-admit/link").symlink_to("/etc/passwd"))
    check("a link out of the record is named", done.returncode == 1 and "3-admit/link: it is a symbolic link" in done.stdout, done.stdout)

    def link_instead(copy):
        (copy / "3-admit/turnout.json").unlink()
        (copy / "3-admit/turnout.json").symlink_to(record / "3-admit/turnout.json")

    done = spoiled(link_instead)
    check("a link in place of a file is named", done.returncode == 1 and "3-admit/turnout.json: it is a symbolic link" in done.stdout, done.stdout)

    # Ledger
    golden = (FIXTURE / "golden-ledger.txt").read_text()
    check("the ledger is the golden one", run("publish", "ledger", record).stdout == golden)
    check("the log's tiles hold", run("publish", "check-log", record / "log", "--key", key).returncode == 0)

    # Pages
    drawn = work / "drawn"
    check("demo draws and reads its own pages", run("demo", "--out", drawn).returncode == 0)
    images = sorted((drawn / "4-read/images").iterdir())
    pages = work / "pages"
    pages.mkdir()
    for image in images[:6]:
        shutil.copy(image, pages / image.name)
    define = drawn / "1-define"
    done = run("read", "--definition", define, "--out", work / "r1", "--jobs", 1, pages)
    again = run("read", "--definition", define, "--out", work / "r2", "--jobs", 2, pages)
    check("six pages are read", done.returncode == 0 and again.returncode == 0, done.stderr)
    names = ["cast-vote-records.json", "review.json", "refusals.json", "totals.json"]
    check("with the same bytes whatever --jobs is",
          all((work / "r1" / n).read_bytes() == (work / "r2" / n).read_bytes() for n in names))
    inks = lambda folder, sheet: [
        p["MarkMetricValue"] for r in json.loads((folder / "cast-vote-records.json").read_text())["CVR"]
        if r["UniqueId"].startswith(sheet) for c in r["CVRSnapshot"][0]["CVRContest"]
        for s in c["CVRContestSelection"] for p in s["SelectionPosition"]]
    sheet = images[0].name[:10]
    check("and the ink that the record holds", inks(work / "r1", sheet) == inks(drawn / "4-read", sheet))

    follows_schema("these records follow the schema of NIST", work / "r1/cast-vote-records.json")
    follows_schema("so do the record's, decided by persons", record / "4-read/cast-vote-records.json")
    if BALLOTS.exists():
        run("define", "import-votingworks", BALLOTS / "election.json", "--out", work / "nh")
        done = run("read", "--definition", work / "nh", "--out", work / "nhr", BALLOTS / "images")
        check("the real scans are all read", done.returncode == 0, done.stderr)
        follows_schema("and so do records of real scans", work / "nhr/cast-vote-records.json")
    else:
        skipped += 1
        print("skipped: real scans need ../shared")

    def refused(sentence, file, data, code):
        bad = work / "bad"
        shutil.rmtree(bad, ignore_errors=True)
        shutil.rmtree(work / "rb", ignore_errors=True)
        bad.mkdir()
        shutil.copy(images[0], bad / images[0].name)
        (bad / file).write_bytes(data)
        done = run("read", "--definition", define, "--out", work / "rb", bad)
        refusals = json.loads((work / "rb/refusals.json").read_text()) if (work / "rb").exists() else []
        codes = [r["code"] for r in refusals]
        check(sentence, done.returncode == 1 and codes and re.fullmatch(code, codes[0]), f"{done.returncode} {codes} {done.stderr}")

    whole = images[1].read_bytes()
    refused("a truncated page is refused by name", "cut.jpg", whole[: len(whole) // 2], r"imaging\..*")
    refused("a page of noise is refused by name", "noise.jpg", os.urandom(4000), r"imaging\..*")
    refused("a page twice is refused by name", "twice.jpg", images[0].read_bytes(), r"scanning\.page-twice")
    another = work / "another"
    shutil.copytree(define, another)
    definition = json.loads((another / "definition.json").read_text())
    definition["id"] = "another-2031"
    (another / "definition.json").write_text(json.dumps(definition))
    done = run("read", "--definition", another, "--out", work / "ro", pages)
    codes = {r["code"] for r in json.loads((work / "ro/refusals.json").read_text())}
    check("a page of another election is refused by name", done.returncode == 1 and codes == {"scanning.other-election"}, f"{codes} {done.stderr}")
    problem("read without a definition", run("read", "--definition", work / "nowhere", "--out", work / "rx", pages), "files.missing", 2)
    check("leaves nothing half-written", not list(work.glob("rx*")))

    # The real snapshot
    done = run("watch", "show")
    check("watch show prints the delegations of the seed", done.returncode == 0 and "Viktor Kogut" in done.stdout, done.stderr)
    (work / "not.json").write_text("[1, 2")
    done = run("watch", "import", work / "not.json")
    check("watch import refuses what it cannot read", done.returncode == 2 and "problem: " in done.stderr, done.stderr)

print(f"{passed} passed, {failed} failed, {skipped} skipped")
sys.exit(1 if failed else 0)
