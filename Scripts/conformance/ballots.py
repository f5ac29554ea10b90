"""Scanned ballots with truth: every bubble read against what people say is there.

A folder holds the pictures (in images/, votedballots/, voted/ or beside the rest) and says what is on
the papers: election.json (VotingWorks; with gridLayouts, or with unmarked pages beside the scans), or
election_results.txt with unmarked pages. The truth is marks-agreed.csv with marks.csv (a label for
each bubble, rows in the same order), expected.json (the options marked), or the totals of
election_results.txt. A folder of such folders is taken one by one. A folder with neither holds pages
that are no ballots of any election here: each must be refused by name.

Passed are bubbles with a firm label (marked or none) that were read right; of totals, lines that the
reading allows. Failed are those read wrong or not read at all; those sent to a person beyond one in
a hundred; and doubtful bubbles that were counted without a person beyond one in twenty.
"""
import json
import sys
import tempfile
from pathlib import Path

from ballot_papers import PRINTED, identifier, is_blank, pictures, prepare, results, run
from ballot_truth import FIRM, expected, labelled, readings, score


def bubbles_of(folder, read):
    if (folder / "marks-agreed.csv").exists():
        return list(labelled(folder))
    if (folder / "expected.json").exists():
        return list(expected(folder, read))
    return None


def conform(folder):
    with tempfile.TemporaryDirectory() as place:
        definition, out = Path(place) / "definition", Path(place) / "out"
        scans = [p for p in pictures(folder) if not is_blank(p)]
        problem = prepare(folder, definition, scans)
        if problem:
            print(f"failed: {folder.name} is not supported yet: {problem.splitlines()[:2]}")
            return 0, 1
        done = run("read", "--definition", definition, "--out", out, *scans)
        if done.returncode not in (0, 1):
            print(f"failed: {folder.name}: {done.stderr}")
            return 0, 1
        read = readings(out)
        refused = json.loads((out / "refusals.json").read_text(encoding="utf-8"))
        for refusal in refused:
            print(f"refused: {refusal['page']}: {refusal['code']}")
        if (folder / "election_results.txt").exists():
            return compare_totals(folder, out)
        bubbles = bubbles_of(folder, read)
        if bubbles is None:
            # Without truth a page counts as passed when it is read or refused by name.
            print(f"{folder.name}: {len(read)} options read, {len(refused)} pages refused, "
                  "no truth to compare with")
            return len(scans), 0
        return compare_bubbles(folder.name, bubbles, read)


def compare_bubbles(name, bubbles, read):
    table, right, wrong = score(bubbles, read)
    for (label, said), count in sorted(table.items()):
        print(f"{name}: {label} read as {said}: {count}")
    for line in wrong:
        print("failed:", line)
    firm = sum(count for (label, _), count in table.items() if label in FIRM)
    asked = sum(table[label, "unknown"] for label in FIRM)
    unsure = [key for key in table if key[0] not in FIRM and key[0] != "disputed"]
    doubtful = sum(table[key] for key in unsure)
    silent = sum(table[key] for key in unsure if key[1] != "unknown")
    print(f"{name}: {asked} of {firm} firm bubbles and {doubtful - silent} of {doubtful} "
          "doubtful ones sent to a person")
    beyond = max(0, asked - firm // 100) + max(0, silent - doubtful // 20)
    if beyond:
        print(f"failed: {beyond} beyond the limits for review")
    return right, len(wrong) + beyond


def compare_totals(folder, out):
    """Each line of the results: what the papers say is no more than it, and with the papers on
    which a person must look, no less."""
    truth = results(folder / "election_results.txt")
    totals = {t["contest"]: t for t in
              json.loads((out / "totals.json").read_text(encoding="utf-8"))}
    right, wrong = 0, 0
    for name, _ in PRINTED[frozenset(truth)]:
        options, other = truth[name]
        total = totals[identifier(name)]
        lines = [(option, votes, None) for option, votes in options if option != "writein"]
        written = sum(votes for option, votes in options if option == "writein")
        lines.append(("write-ins", written, None))
        lines.append(("Over Votes", other["Over Votes"], total["overvoted"]))
        lines.append(("Total Ballots", other["Total Ballots"], total["papers"]))
        for line, wanted, said in lines:
            if line == "write-ins":
                said = sum(v for k, v in total["votes"].items() if k.startswith("write-in"))
            elif said is None:
                said = total["votes"][identifier(line)]
            slack = 0 if line == "Total Ballots" else total["undecided"]
            if said <= wanted <= said + slack:
                right += 1
            else:
                wrong += 1
                print(f"failed: {folder.name} {name}/{line}: {wanted}, read {said} "
                      f"with {slack} papers for a person")
    undecided = sum(t["undecided"] for t in totals.values())
    print(f"{folder.name}: {undecided} contests on papers for a person")
    return right, wrong


def refuse_all(folder, others):
    """Pages that are none of ours, tried under every definition that could be made."""
    right, wrong = 0, 0
    with tempfile.TemporaryDirectory() as place:
        definition = Path(place) / "definition"
        other = next((f for f in others if (f / "election.json").exists()), None)
        if other is None or prepare(other, definition, []):
            print(f"failed: {folder.name}: no definition to try the pages with")
            return 0, 1
        for page in pictures(folder):
            out = Path(place) / "out"
            done = run("read", "--definition", definition, "--out", out / page.stem, page)
            refused = done.returncode == 1 and json.loads(
                (out / page.stem / "refusals.json").read_text(encoding="utf-8"))
            if refused:
                right += 1
                print(f"refused: {page.name}: {refused[0]['code']}")
            else:
                wrong += 1
                print(f"failed: {page.name} was not refused")
    return right, wrong


def is_set(folder):
    return any((folder / name).exists() for name in ("election.json", "election_results.txt"))


def main(folder):
    one = is_set(folder)
    folders = [folder] if one else sorted(p for p in folder.iterdir() if p.is_dir())
    others = [p for p in sorted(folder.resolve().parent.iterdir() if one else folders)
              if p.is_dir()]
    grids = [p for p in others if (p / "election.json").exists()
             and "gridLayouts" in (p / "election.json").read_text(encoding="utf-8")]
    passed = failed = 0
    for each in folders:
        right, wrong = conform(each) if is_set(each) else refuse_all(each, grids)
        passed, failed = passed + right, failed + wrong
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
