"""What people or other programs say is on the papers, and how a reading compares with it."""
import collections
import csv
import json

FIRM = {"marked": "yes", "none": "no"}


def short(option):
    """Answers are named by their word alone in some truths."""
    for word in ("yes", "no"):
        if option.endswith("-option-" + word):
            return word
    return option.removeprefix("__")


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
            if "votes" in contests:
                # Votes as another program's test asserts them; contests without one are blank.
                contests = {
                    **{c: [] for (s, c, _) in read if s == sheet}, **contests["votes"]
                }
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
        if len(positions) > 1 and label == "none":
            # A name printed twice: this kind of truth goes by names and can lose a mark (in
            # nh-distorted it does: both places of the Sheriff are listed as empty, one is filled).
            label = "disputed"
        if len(positions) == 1 or label != "marked":
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
