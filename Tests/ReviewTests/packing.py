"""From scanned pages to a folder for review, with the real reader: what is packed is what was read."""
import hashlib
import json
import shutil
import subprocess

from restarted_office import DOBUSH, ROOT

BALLOTS = ROOT.parent / "shared/data/ballots/nh-test-ballot-batch"


def dobush(*words):
    return subprocess.run([DOBUSH, *map(str, words)], capture_output=True, text=True, timeout=300)


def run(tally, work):
    if not BALLOTS.exists():
        tally.skip("real scans are packed for review", "they need ../shared")
        return
    dobush("define", "import-votingworks", BALLOTS / "election.json", "--out", work / "nh")
    done = dobush("read", "--definition", work / "nh", "--out", work / "read", BALLOTS / "images")
    station = json.loads((work / "nh/definition.json").read_text())["stations"][0]["id"]
    words = ["review", "pack", "--definition", work / "nh", "--reading", work / "read", "--station", station]
    done = dobush(*words, "--out", work / "nhp", BALLOTS / "images")
    if not tally.check(done.returncode == 0, "real scans are packed for review", done.stderr[-400:] or done.stdout):
        return
    items = json.loads((work / "read/review.json").read_text())
    reading = json.loads((work / "nhp/reading.json").read_text())
    targets = [t for p in reading["doubtful"] for t in p["targets"]]
    tally.check(len(targets) == len(items) and {p["sheet"] for p in reading["doubtful"]}
                == {i["sheet"] for i in items}, "every doubtful target is in the folder, and no other",
                f"{len(targets)} targets on {len(reading['doubtful'])} papers")
    names = {t["crop"] for t in targets} | {g["picture"] for p in reading["doubtful"] for g in p["pages"]}
    there = {f.stem for f in (work / "nhp/pictures").iterdir()}
    right = all(hashlib.sha256(f.read_bytes()).hexdigest() == f.stem for f in (work / "nhp/pictures").iterdir())
    tally.check(names == there and right, "every picture is there under its digest", f"{len(names)} pictures")
    same = all((work / "nhp" / n).read_bytes() == (work / "read" / n).read_bytes()
               for n in ("cast-vote-records.json", "review.json", "refusals.json", "totals.json"))
    tally.check(same, "what the machine left is there byte for byte")
    sizes = [f.stat().st_size for f in (work / "nhp/pictures").iterdir()]
    crops = {t["crop"]: t["width"] / t["height"] for t in targets}
    tally.check(all(3 < shape < 3.7 for shape in crops.values()), "crops are 60 by 18 mm", str(set(crops.values()))[:80])
    tally.check(max(sizes) < 400_000, "and small enough for a slow line", f"largest {max(sizes)} bytes")
    refusals(tally, work, words)


def refusals(tally, work, words):
    fewer = work / "fewer"
    fewer.mkdir()
    done = dobush(*words, "--out", work / "x1", fewer)
    tally.check(done.returncode == 2, "without the pages nothing is packed", done.stderr.strip()[:120])
    for image in (BALLOTS / "images").iterdir():
        shutil.copy(image, fewer / image.name)
    items = json.loads((work / "read/review.json").read_text())
    page = fewer / items[0]["page"]
    page.write_bytes(page.read_bytes() + b" ")
    done = dobush(*words, "--out", work / "x2", fewer)
    tally.check(done.returncode == 2 and "problem: review.other-page" in done.stderr and not (work / "x2").exists(),
                "a page that is not the one that was read is refused, and nothing is left", done.stderr[-200:])
    page.unlink()
    done = dobush(*words, "--out", work / "x3", fewer)
    tally.check(done.returncode == 2 and "problem: review.page-missing" in done.stderr, "so is a missing one",
                done.stderr[-200:])
    done = dobush(*words[:-1], "nowhere-1", "--out", work / "x4", BALLOTS / "images")
    tally.check(done.returncode == 2 and "problem: review.unknown-station" in done.stderr,
                "so is a station of another election", done.stderr[-200:])
