"""Scanned ballots with labels: every bubble read against what people say is there.

A folder holds election.json (VotingWorks, with gridLayouts), the pictures (in images/ or beside it),
and the truth: marks-agreed.csv with marks.csv (a label for each bubble, rows in the same order), or
expected.json (the options marked, by contest). A folder of such folders is taken one by one.

Passed are bubbles with a firm label (marked or none) that were read right. Failed are those read
wrong or not read at all; those sent to a person beyond one in a hundred; and doubtful bubbles that
were counted without a person beyond one in twenty.
"""
import collections
import csv
import json
import subprocess
import sys
import tempfile
from pathlib import Path

DOBUSH = ".build/release/dobush"
FIRM = {"marked": "yes", "none": "no"}


def run(*words):
    return subprocess.run([DOBUSH, *map(str, words)], capture_output=True, text=True, timeout=1800)


def short(option):
    """Answers are named by their word alone in some truths."""
    for word in ("yes", "no"):
        if option.endswith("-option-" + word):
            return word
    return option


def readings(out):
    """(sheet, contest, option) to the indications of its positions, as printed."""
    report = json.loads((out / "cast-vote-records.json").read_text(encoding="utf-8"))
    found = {}
    for record in report.get("CVR", []):
        snapshot = next(s for s in record["CVRSnapshot"] if s["Type"] == "original")
        for contest in snapshot["CVRContest"]:
            for choice in contest["CVRContestSelection"]:
                option = choice["ContestSelectionId"].split("/")[-1]
                key = (record["UniqueId"], contest["ContestId"], short(option))
                found[key] = [p["HasIndication"] for p in choice["SelectionPosition"]]
    return found


def labelled(folder):
    """Bubbles as (sheet, contest, option, how many before it with that name, label)."""
    with open(folder / "marks-agreed.csv", encoding="utf-8", newline="") as file:
        agreed = list(csv.DictReader(file))
    with open(folder / "marks.csv", encoding="utf-8", newline="") as file:
        if len(list(csv.DictReader(file))) != len(agreed):
            raise ValueError("marks-agreed.csv and marks.csv have different rows")
    before = collections.Counter()
    for row in agreed:
        key = (row["sheet"], row["contest"], short(row["option"]))
        yield (*key, before[key], row["label"])
        before[key] += 1


def expected(folder, read):
    """The same from expected.json, which names only the options marked."""
    truth = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    marked, doubtful, known = set(), set(), set()
    if isinstance(truth, list):
        for sheet in truth:
            for contest in sheet["contests"]:
                known.add((sheet["sheet"], contest["contest"]))
                for option in contest["marked"]:
                    marked.add((sheet["sheet"], contest["contest"], short(option)))
                for item in contest["needsReview"]:
                    doubtful.add((sheet["sheet"], contest["contest"], short(item["option"])))
    else:
        for page, contests in truth.items():
            sheet = page.rsplit(".", 1)[0]
            for end in ("-front", "-back"):
                sheet = sheet.removesuffix(end)
            for contest, options in contests.items():
                known.add((sheet, contest))
                marked.update((sheet, contest, short(option)) for option in options)
    missing = known - {key[:2] for key in read}
    for sheet, contest in sorted(missing):
        yield (sheet, contest, "(whole contest)", 0, "none")
    for key, positions in read.items():
        if key[:2] not in known:
            continue
        if key in doubtful:
            label = "ambiguous"
        else:
            label = "marked" if key in marked else "none"
        if len(positions) == 1 or label == "none":
            for index in range(len(positions)):
                yield (*key, index, label)
        else:
            # Truth of this kind does not say at which of its places an option is marked.
            yield (*key, -1, label)


def score(bubbles, read):
    table = collections.Counter()
    right, wrong = 0, []
    for sheet, contest, option, index, label in bubbles:
        positions = read.get((sheet, contest, option), [])
        if index < 0:
            said = "yes" if "yes" in positions else "unknown" if "unknown" in positions else "no"
        else:
            said = positions[index] if index < len(positions) else "not read"
        table[label, said] += 1
        if label in FIRM and said == FIRM[label]:
            right += 1
        elif label in FIRM and said != "unknown":
            wrong.append(f"{sheet} {contest}/{option}: {label}, read as {said}")
    return table, right, wrong


def conform(folder):
    with tempfile.TemporaryDirectory() as place:
        definition, out = Path(place) / "definition", Path(place) / "out"
        made = run("define", "import-votingworks", folder / "election.json", "--out", definition)
        if made.returncode != 0:
            print(f"failed: {folder.name} is not supported yet: {made.stderr.splitlines()[:2]}")
            return 0, 1
        images = folder / "images"
        pages = images if images.is_dir() else folder
        done = run("read", "--definition", definition, "--out", out, pages)
        if done.returncode not in (0, 1):
            print(f"failed: {folder.name}: {done.stderr}")
            return 0, 1
        read = readings(out)
        for refusal in json.loads((out / "refusals.json").read_text(encoding="utf-8")):
            print(f"refused: {refusal['page']}: {refusal['code']}")
        if (folder / "marks-agreed.csv").exists():
            bubbles = list(labelled(folder))
        elif (folder / "expected.json").exists():
            bubbles = list(expected(folder, read))
        else:
            print(f"{folder.name}: {len(read)} options read, no truth to compare with")
            return 0, 0
        table, right, wrong = score(bubbles, read)
    for (label, said), count in sorted(table.items()):
        print(f"{folder.name}: {label} read as {said}: {count}")
    for line in wrong:
        print("failed:", line)
    firm = sum(count for (label, _), count in table.items() if label in FIRM)
    asked = sum(table[label, "unknown"] for label in FIRM)
    unsure = [key for key in table if key[0] not in FIRM and key[0] != "disputed"]
    doubtful = sum(table[key] for key in unsure)
    silent = sum(table[key] for key in unsure if key[1] != "unknown")
    print(f"{folder.name}: {asked} of {firm} firm bubbles and {doubtful - silent} of {doubtful} doubtful ones sent to a person")
    beyond = max(0, asked - firm // 100) + max(0, silent - doubtful // 20)
    if beyond:
        print(f"failed: {beyond} beyond the limits for review")
    return right, len(wrong) + beyond


folder = Path(sys.argv[1])
if (folder / "election.json").exists():
    folders = [folder]
else:
    folders = sorted(p for p in folder.iterdir() if p.is_dir()) if folder.is_dir() else []
passed = failed = 0
if not folders:
    print("failed: no election.json here")
    failed = 1
for each in folders:
    if not (each / "election.json").exists():
        print(f"failed: {each.name} is not supported yet: no election.json with gridLayouts")
        failed += 1
        continue
    p, f = conform(each)
    passed, failed = passed + p, failed + f
print(f"{passed} passed, {failed} failed")
sys.exit(1 if failed else 0)
