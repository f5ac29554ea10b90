"""Definitions and layouts of papers for which a folder has no places of targets.

Targets are found on the unmarked pages that lie beside the scans, or, where those show another
arrangement, on the scans themselves (`dobush define layouts`).
"""
import json
import re
import subprocess
from pathlib import Path

DOBUSH = ".build/release/dobush"
PICTURES = {".jpg", ".jpeg", ".png", ".tif", ".tiff"}
# Contests in the order in which one reads them on the pages, and how many may be marked: read off
# the papers themselves. The options of a contest stand in the order of its results.
PRINTED = {
    frozenset({"School Director", "College Director"}): [
        ("School Director", 3), ("College Director", 1)],
    frozenset({"Mayor", "School Board", "Prop1", "Prop2", "Assembly 1", "Assembly 2"}): [
        ("School Board", 3), ("Assembly 1", 1), ("Assembly 2", 1), ("Mayor", 1), ("Prop1", 1),
        ("Prop2", 1)],
}


def run(*words):
    return subprocess.run([DOBUSH, *map(str, words)], capture_output=True, text=True, timeout=1800)


def pictures(folder):
    return sorted(p for p in folder.rglob("*") if p.suffix.lower() in PICTURES)


def is_blank(path):
    """Unmarked pages are named so, or lie in a folder named so."""
    return path.stem.startswith(("blank", "ballot-p")) or path.parent.name.startswith("blank")


def identifier(text):
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def results(path):
    """Contest to (options with votes in order, other lines), from an election_results.txt."""
    contests, current = {}, None
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("-") or line.strip() == "TOTAL":
            continue
        if not line.startswith(("\t", " ")):
            current = contests.setdefault(line.strip(), ([], {}))
            continue
        name, count = line.strip().rsplit(":", 1)
        if name in ("Over Votes", "Under Votes", "Total Ballots"):
            current[1][name] = int(count)
        else:
            current[0].append((name, int(count)))
    return contests


def definition_of(contests, folder):
    """A definition of the contests in the order in which they are printed."""
    order = PRINTED.get(frozenset(contests))
    if order is None:
        return None
    made = []
    for name, allowed in order:
        options, written = [], 0
        for option, _ in contests[name][0]:
            kind = "write-in" if option == "writein" else "candidate"
            written += kind == "write-in"
            options.append({
                "id": f"write-in-{written}" if kind == "write-in" else identifier(option),
                "kind": kind, "name": {"en": option}})
        made.append({
            "id": identifier(name), "kind": "election", "options": options,
            "title": {"en": name}, "votesAllowed": allowed})
    return {
        "id": identifier(folder.name), "name": {"en": folder.name}, "day": "2011-09-13",
        "contests": made, "districts": [{"id": "all", "name": {"en": "All"}}],
        "stations": [{
            "id": "one", "name": {"en": "One"}, "district": "all", "seat": "home",
            "zoneMinutes": 0, "opens": "2011-09-13T00:00:00Z", "closes": "2011-09-14T00:00:00Z"}],
        # What VotingWorks uses when its file says nothing; see VotingWorksElection.
        "markPolicy": {
            "ignoredBelow": 100, "countedFrom": 1000, "text": {"en": "any mark in the target"}},
        "publication": {"smallestPool": 1},
    }


def styles(election):
    """For each kind of ballot its contests, as the paper has them."""
    found = []
    for style in election["ballotStyles"]:
        contests = []
        for contest in election["contests"]:
            if contest["districtId"] not in style["districts"]:
                continue
            if contest["type"] == "ms-either-neither":
                contests += [contest["eitherNeitherContestId"], contest["pickOneContestId"]]
            else:
                contests.append(contest["id"])
        if contests not in found:
            found.append(contests)
    return found


def lay_out(definition, blanks, contests=None, separate=True):
    words = ["define", "layouts", definition, "--blanks", ",".join(map(str, blanks))]
    if contests:
        words += ["--contests", ",".join(contests)]
    return run(*words, *(["--separate"] if separate else []))


def prepare(folder, definition, scans):
    """Makes the definition with layouts; returns the problem in words, or None."""
    blanks = [p for p in pictures(folder) if is_blank(p)]
    if (folder / "election.json").exists():
        election = json.loads((folder / "election.json").read_text(encoding="utf-8"))
        made = run("define", "import-votingworks", folder / "election.json", "--out", definition)
        if made.returncode != 0:
            return made.stderr
        if "gridLayouts" in election:
            return None
        for contests in styles(election):
            made = lay_out(definition, blanks, contests)
            if made.returncode == 0 and reads_most(definition, scans):
                return None
            made = lay_out(definition, scans, contests)
            if made.returncode == 0 and reads_most(definition, scans):
                print(f"{folder.name}: the blank pages are of another arrangement; "
                      "the targets were found on the scans")
                return None
        return made.stderr or "no kind of ballot fits the pages"
    if (folder / "election_results.txt").exists():
        made = definition_of(results(folder / "election_results.txt"), folder)
        if made is None:
            return "contests of an unknown paper"
        definition.mkdir()
        (definition / "definition.json").write_text(json.dumps(made), encoding="utf-8")
        laid = lay_out(definition, blanks)
        return laid.stderr if laid.returncode else None
    return "no election.json and no results"


def reads_most(definition, scans):
    out = definition.parent / "try"
    done = run("read", "--definition", definition, "--out", out, *scans)
    if done.returncode not in (0, 1):
        return False
    refused = json.loads((out / "refusals.json").read_text(encoding="utf-8"))
    subprocess.run(["rm", "-r", str(out)], check=True)
    return 2 * len(refused) < len(scans)
