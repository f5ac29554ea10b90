"""Reads cast vote records in the forms that RCTab's cases use, and writes them as our table of ranked
ballots: ES&S workbooks, generic CSV with a column a candidate, and NIST's common data format in JSON or XML.

A ballot is a list of ranks; a rank is a list of names, or OVERVOTE where the record names nobody.
"""
import csv
import json
import warnings
import xml.etree.ElementTree as tree
import zipfile

WRITE_IN = "Undeclared Write-ins"
OVERVOTE = "|"


class NotSupported(Exception):
    pass


def read(source, path, config):
    provider = source["provider"]
    names = Names(config)
    if provider == "ess":
        return workbook(source, path, config, names)
    if provider == "genericCsv":
        return columns(source, path, names)
    if provider == "cdf":
        report = json.loads(path.read_text(encoding="utf-8")) if path.suffix == ".json" else from_xml(path)
        return common_data(report, source, names)
    raise NotSupported(f"cast vote records of {provider}")


def write(ballots, ids, path):
    width = max([len(b) for b in ballots] + [1])
    with open(path, "w", newline="", encoding="utf-8") as file:
        table = csv.writer(file)
        table.writerow(["id"] + [f"rank{n}" for n in range(1, width + 1)])
        for place, ballot in enumerate(ballots, 1):
            ranks = [OVERVOTE if OVERVOTE in r else "|".join(ids[n] for n in r) for r in ballot]
            table.writerow([place] + ranks + [""] * (width - len(ranks)))


class Names:
    """The name of a candidate for any of the names and codes it goes by."""

    def __init__(self, config):
        self.known = {}
        for candidate in config["candidates"]:
            others = candidate.get("aliases") or []
            for name in [candidate["name"], candidate.get("code"), *others]:
                if name:
                    self.known[name] = candidate["name"]

    def __getitem__(self, name):
        return WRITE_IN if name == WRITE_IN else self.known[name]


def most_ranks(config):
    text = str(config["rules"]["maxRankingsAllowed"])
    return len(config["candidates"]) if text == "max" else int(text)


def place(ranks, rank, name):
    while len(ranks) < rank:
        ranks.append([])
    if name not in ranks[rank - 1]:
        ranks[rank - 1].append(name)


def rows_stored(path):
    """Numbers of the rows that the first sheet holds, empty ones too: RCTab takes each for a ballot."""
    with zipfile.ZipFile(path) as archive, archive.open("xl/worksheets/sheet1.xml") as sheet:
        return {
            int(row.attrib["r"]) for _, row in tree.iterparse(sheet)
            if row.tag.endswith("}row") and "r" in row.attrib}


def workbook(source, path, config, names):
    import openpyxl

    first = int(source["firstVoteColumnIndex"]) - 1
    ranks = most_ranks(config)
    blank_is_write_in = config["rules"].get("treatBlankAsUndeclaredWriteIn") is True
    warnings.simplefilter("ignore", UserWarning)
    sheet = openpyxl.load_workbook(path, read_only=True).worksheets[0]
    start = int(source["firstVoteRowIndex"])
    stored = rows_stored(path)
    ballots = []
    for number, row in enumerate(sheet.iter_rows(min_row=start, values_only=True), start):
        if number not in stored:
            continue
        ballot = []
        cells = list(row[first:first + ranks])
        for rank, cell in enumerate(cells + [None] * (ranks - len(cells)), 1):
            text = "" if cell is None else str(cell).strip()
            if not text:
                if blank_is_write_in:
                    place(ballot, rank, WRITE_IN)
                continue
            delimiter = source.get("overvoteDelimiter")
            for part in [p.strip() for p in text.split(delimiter)] if delimiter else [text]:
                if part == source.get("skippedRankLabel"):
                    continue
                if part == source.get("overvoteLabel"):
                    place(ballot, rank, OVERVOTE)
                elif part == source.get("undeclaredWriteInLabel"):
                    place(ballot, rank, WRITE_IN)
                else:
                    place(ballot, rank, names[part])
        ballots.append(ballot)
    return ballots


def columns(source, path, names):
    first = int(source["firstVoteColumnIndex"]) - 1
    with open(path, newline="", encoding="utf-8-sig") as file:
        rows = list(csv.reader(file))
    header = rows[0]
    ballots = []
    for row in rows[int(source["firstVoteRowIndex"]) - 1:]:
        ballot = []
        for title, cell in zip(header[first:], row[first:]):
            if not cell.strip():
                continue
            write_in = title.strip() == source.get("undeclaredWriteInLabel")
            place(ballot, int(cell), WRITE_IN if write_in else names[title.strip()])
        ballots.append(ballot)
    return ballots


def from_xml(path):
    """The XML form as the JSON form has it: lists where elements repeat, @id for ObjectId."""
    def plain(element):
        inside = list(element)
        if not inside and not element.attrib:
            return element.text or ""
        found = {"@id": element.attrib.get("ObjectId")}
        for child in inside:
            found.setdefault(child.tag.split("}")[-1], []).append(plain(child))
        return found
    return plain(tree.parse(path).getroot())


def many(value):
    return value if isinstance(value, list) else [] if value is None else [value]


def one(value):
    return many(value)[0] if many(value) else None


def common_data(report, source, names):
    candidates, contest = {}, None
    for election in many(report.get("Election")):
        for candidate in many(election.get("Candidate")):
            label = one(candidate.get("Name"))
            candidates[candidate["@id"]] = one(label["Text"]) if isinstance(label, dict) else label
        for found in many(election.get("Contest")):
            if one(found.get("Name")) == source["contestId"]:
                contest = found
    if contest is None:
        raise NotSupported(f"no contest {source['contestId']}")
    selections = {}
    for selection in many(contest.get("ContestSelection")):
        if str(one(selection.get("IsWriteIn"))).lower() == "true":
            selections[selection["@id"]] = WRITE_IN
        else:
            name = candidates[one(selection["CandidateIds"]).split()[0]]
            is_overvote = bool(name) and name == source.get("overvoteLabel")
            selections[selection["@id"]] = OVERVOTE if is_overvote else name
    ballots = []
    for record in many(report.get("CVR")):
        current = one(record.get("CurrentSnapshotId"))
        snapshot = next((s for s in many(record.get("CVRSnapshot")) if s["@id"] == current), {})
        marked = next(
            (c for c in many(snapshot.get("CVRContest")) if one(c["ContestId"]) == contest["@id"]), None)
        if marked is not None:
            ballots.append(common_ballot(marked, selections, names))
    return ballots


def common_ballot(marked, selections, names):
    ballot = []
    for selection in many(marked.get("CVRContestSelection")):
        if one(selection.get("Status")) == "needs-adjudication":
            continue
        name = selections[one(selection["ContestSelectionId"])]
        name = name if name in (WRITE_IN, OVERVOTE) else names[name]
        rank = one(selection.get("Rank"))
        if rank is not None:
            place(ballot, int(rank), name)
            continue
        for position in many(selection.get("SelectionPosition")):
            if one(position.get("HasIndication")) == "no" or one(position.get("IsAllocable")) == "no":
                continue
            written = position.get("CVRWriteIn") is not None
            place(ballot, int(one(position["Rank"])), WRITE_IN if written else name)
    return ballot
