"""Papers of a test deck, read with `--test`: no door of the real count takes them, whoever packed them."""
import json
import shutil
import subprocess

import papers
import synthetic_country as country
from restarted_office import DOBUSH, Office, Served

STATION = country.station(0)


def dobush(*words):
    return subprocess.run([DOBUSH, *map(str, words)], capture_output=True, text=True, timeout=300)


def run(tally, work):
    place = work / "tried-papers"
    (place / "def").mkdir(parents=True)
    (place / "def/definition.json").write_text(json.dumps(country.definition(4)))
    done = dobush("define", "test-deck", place / "def", "--out", place / "deck", "--scans")
    if not tally.check(done.returncode == 0, "a test deck is made", done.stderr[-300:]):
        return
    read = ["read", "--definition", place / "deck/definition", "--out"]
    done = dobush(*read, place / "read", "--test", place / "deck/scans")
    records = (place / "read/cast-vote-records.json").read_bytes()
    report = json.loads(records)
    tally.check(done.returncode == 0 and done.stdout.startswith("TEST: "), "`read --test` says that it is one", done.stdout)
    tally.check(len(report["CVR"]) > 5 and (report["ReportType"], report["OtherReportType"])
                == (["originating-device-export", "other"], "test"), "and so do the records that it leaves",
                str(report.get("OtherReportType")))
    done = dobush(*read, place / "real", place / "deck/scans")
    left = json.loads((place / "real/cast-vote-records.json").read_bytes())
    tally.check(done.returncode == 1 and left["CVR"] == [] and "OtherReportType" not in left,
                "without it every paper of the deck is refused, and the records are of a count", done.stdout)
    not_packed(tally, place)
    not_taken_in(tally, place, records)


def pack(place, reading):
    return dobush("review", "pack", "--definition", place / "deck/definition", "--reading", reading, "--station", STATION,
                  "--out", place / "packed", place / "deck/scans")


def not_packed(tally, place):
    done = pack(place, place / "read")
    tally.check(done.returncode == 2 and "problem: formats.records-of-a-test" in done.stderr
                and not (place / "packed").exists(), "what is left of a test is not packed for review", done.stderr[-300:])
    tally.check("hint: Find what was read of the real papers." in done.stderr, "and the person is told what to do",
                done.stderr[-300:])
    done = pack(place, place / "real")
    tally.check(done.returncode == 0, "what is left of a count is", done.stderr[-300:])


def not_taken_in(tally, place, records):
    """Packed by another program, or by one that does not look: the office asks the records themselves."""
    papers.packed(place / "forged", STATION, 3, records=records)
    long = json.loads(records)
    long["CVR"] *= 2 + (8 << 20) // len(json.dumps(long["CVR"]))
    long = json.dumps(long).encode()
    # Longer than one piece of a file, with the mark behind the first.
    reading = papers.packed(place / "long", STATION, 3, records=long)
    pieces = [long[:8 << 20], long[8 << 20:]]
    reading["files"][0]["pieces"] = [papers.digest(piece) for piece in pieces]
    (place / "long/reading.json").write_text(json.dumps(reading))
    tally.check(b"OtherReportType" not in pieces[0] and b"OtherReportType" in pieces[1], "a long file has its mark at the end")
    data = place / "data"
    served = Served("--data", str(data))
    try:
        served.start()
        office = Office(served)
        office.set_election(country.definition(4), country.FORMS)
        office.person("officer", "national-officer", "nation")
        auditor = office.person("auditor", "auditor", "nation")
        for folder in ("forged", "long"):
            done = dobush("review", "load", "--data", data, "--as", "officer@example.org", place / folder)
            tally.check(done.returncode == 2 and "problem: filing.reading-of-a-test" in done.stderr,
                        f"a packet of a test is not taken in ({folder})", done.stderr[-300:])
        found = auditor.must("GET", "/api/v1/review").json["readings"]
        tally.check(found == [], "and nothing of it is in the office", str(found)[:200])
        shutil.rmtree(place / "forged")
        papers.packed(place / "forged", STATION, 3)
        done = dobush("review", "load", "--data", data, "--as", "officer@example.org", place / "forged")
        tally.check(done.returncode == 0, "the same papers of a count are", done.stderr[-300:])
    finally:
        served.close()
