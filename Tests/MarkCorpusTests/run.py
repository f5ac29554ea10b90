"""A slice of the generated corpus: about 200,000 mark positions of known truth, read by both readers.

Fails on any plain mark read as none, any mark read where none is, and any refused page. The whole corpus
and what it leaves out: Benchmarks/README.md.
"""
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT / ".build/release/mark-corpus"
passed = failed = 0
# Ten print runs, one of each kind of sheet.
PAGES = 320


def check(sentence, holds, detail=""):
    global passed, failed
    if holds:
        passed += 1
    else:
        failed += 1
        print(f"failed: {sentence} {detail}"[:1500])


def corpus(folder, *words):
    done = subprocess.run(
        [str(CORPUS), "--out", str(folder), *words], capture_output=True, text=True, timeout=600)
    check("the corpus runs", done.returncode in (0, 1), done.stderr[-600:])
    return json.loads((folder / "corpus.json").read_text())


with tempfile.TemporaryDirectory() as name:
    work = Path(name)
    start = time.monotonic()
    report = corpus(work / "slice", "--pages", str(PAGES), "--jobs", str(os.cpu_count() or 1))
    tally = report["tally"]
    wrong = [w for w in report["wrong"] if w["kind"] in ("missed", "invented")]
    kept = ROOT / ".build/corpus-wrong"
    check("no plain mark is read as none, and no mark where none is", not wrong,
          f"{len(wrong)} wrong: {[(w['kind'], w['page'], w['option']) for w in wrong[:8]]}; crops in {kept}")
    if wrong:
        kept.mkdir(parents=True, exist_ok=True)
        for place in wrong:
            (kept / place["crop"]).write_bytes((work / "slice/crops" / place["crop"]).read_bytes())
    check("the slice is as large as it should be", tally["all"]["positions"] >= 190_000, tally["all"])
    check("at most one page in a hundred is refused", tally["all"]["refused"] <= PAGES // 100, tally["refusals"])
    plain = sum(sum(tally["deeds"][deed].values()) for deed in ("firm-mark", "nothing"))
    share = tally["all"]["plainToPerson"] / plain
    check("at most one plain position in twenty goes to a person", share <= 1 / 20, f"{share:.4f}")

    # The same page comes out of any slice and any number of threads.
    both = corpus(work / "both", "--from", "20", "--pages", "24", "--jobs", "2")["tally"]
    first = corpus(work / "first", "--from", "20", "--pages", "9")["tally"]
    second = corpus(work / "second", "--from", "29", "--pages", "15")["tally"]
    for key in ("positions", "plainToPerson", "missed", "invented"):
        check(f"slices add up: {key}", both["all"][key] == first["all"][key] + second["all"][key])
    for deed, row in both["deeds"].items():
        summed = {said: first["deeds"][deed].get(said, 0) + second["deeds"][deed].get(said, 0) for said in row}
        check(f"slices add up: {deed}", row == summed, f"{row} {summed}")
    added = subprocess.run(
        [str(CORPUS), "add", str(work / "first/corpus.json"), str(work / "second/corpus.json")],
        capture_output=True, text=True)
    check("reports are added", f"{both['all']['positions']} positions on" in added.stdout, added.stdout[:300])
    twice = subprocess.run(
        [str(CORPUS), "add", str(work / "first/corpus.json"), str(work / "both/corpus.json")],
        capture_output=True, text=True)
    check("pages are not added twice", twice.returncode == 2 and "corpus.different-corpora" in twice.stderr)
    print(f"{tally['all']['positions']} positions in {time.monotonic() - start:.0f} s")

print(f"{passed} passed, {failed} failed, 0 skipped")
sys.exit(1 if failed else 0)
