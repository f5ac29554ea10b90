"""Packed folders of invented readings, written without the program: the format as its specification has it."""
import hashlib
import json
from pathlib import Path

import synthetic_country as country


def digest(content):
    return hashlib.sha256(content).hexdigest()


def report(text, test=False):
    """A cast vote record report (NIST SP 1500-103) without a record, of a count or of a test."""
    types = {"ReportType": ["originating-device-export"]}
    if test:
        types = {"ReportType": ["originating-device-export", "other"], "OtherReportType": "test"}
    return json.dumps({"@type": "CVR.CastVoteRecordReport", "Version": "1.0.0", "Notes": text, **types}).encode()


def packed(folder, station, papers, election="load-2031", text="records", records=None):
    """A folder ready to be taken in: `papers` papers, every one with a doubtful mark at the first option of the
    first contest, every third also at the first of the second. The pictures begin like JPEG and are none; the
    records are the bytes given, or none but a report's head."""
    folder = Path(folder)
    (folder / "pictures").mkdir(parents=True)

    def picture(name):
        content = b"\xff\xd8\xff" + name.encode()
        (folder / "pictures" / f"{digest(content)}.jpg").write_bytes(content)
        return digest(content)

    def target(paper, part):
        return {"part": part, "place": 0, "doubt": "scanning.partial-mark", "first": "unknown", "second": "no",
                "crop": picture(f"{station} {paper} {part}"), "width": 472, "height": 142, "frame": [60, 36, 86, 70],
                "page": 0, "box": [40, 100 + part, 236, 71]}

    names = {contest: [option for option in options] for contest, options in country.OPTIONS.items()}
    doubtful = []
    for number in range(papers):
        both = number % 3 == 0
        doubtful.append({
            "sheet": f"{station}-{number:04}", "ballot": 0, "marks": ["?nnn", "?n" if both else "yn"],
            "pages": [{"picture": picture(f"{station} page {number}"), "width": 827, "height": 1169}],
            "targets": [target(number, 0)] + ([target(number, 1)] if both else [])})
    records = records or report(f"{text} of {station}")
    (folder / "cast-vote-records.json").write_bytes(records)
    twice = sum(len(paper["targets"]) == 2 for paper in doubtful)
    totals = [
        {"contest": "president", "papers": papers, "votes": dict.fromkeys(names["president"], 0), "blank": 0,
         "overvoted": 0, "undecided": papers},
        {"contest": "referendum", "papers": papers, "votes": {"yes": papers - twice, "no": 0}, "blank": 0,
         "overvoted": 0, "undecided": twice}]
    reading = {
        "format": "dobush-reading-1", "election": election, "station": station, "papers": papers, "refusedPages": 0,
        "totals": totals, "doubtful": doubtful,
        "ballots": [{"layout": "one", "parts": [
            {"contest": contest, "options": options} for contest, options in names.items()]}],
        "files": [{"name": "cast-vote-records.json", "sha256": digest(records), "bytes": len(records),
                   "pieces": [digest(records)]}]}
    (folder / "reading.json").write_text(json.dumps(reading))
    return reading


def name(reading):
    """The reading's own digest, by its specification."""
    lines = ["dobush-reading-1", reading["election"], reading["station"]] + [
        f"{file['sha256']} {file['name']}" for file in reading["files"]]
    return digest("".join(line + "\n" for line in lines).encode())
