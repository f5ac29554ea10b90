"""The commands declare outcome, seats, ranked and replay from outside: files, exit codes, problems in
three lines, records that replay and altered ones that do not, and files made to harm.

Expected numbers: the capital of Tennessee and 100, 80, 30, 20 thousand votes for eight seats are examples
of many textbooks; the rest is by hand. Real figures: Central Election Commission of the Kyrgyz Republic,
15 and 20 January 2021.
"""
import gzip
import hashlib
import json
import random
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOBUSH = ROOT / ".build/release/dobush"
RCTAB = ROOT.parent / "shared/data/audit/rctab"
SFDA = (ROOT.parent / "shared/data/audit/shangrla-sfda2019"
        / "SFDA2019_PrelimReport12VBMJustDASheets.raire")
passed = failed = skipped = 0

TENNESSEE = {
    "method": "instant-runoff", "overvote": "exhaust",
    "candidates": [
        {"id": i, "name": {"en": n}, "kind": "candidate"} for i, n in
        (("mem", "Memphis"), ("nash", "Nashville"), ("chat", "Chattanooga"), ("knox", "Knoxville"))],
    "tie": {"steps": [{"by": "seed", "seed": "20210110"}]},
}
BALLOTS = (
    "id,rank1,rank2,rank3,rank4,count\r\n1,mem,nash,chat,knox,42\r\n2,nash,chat,knox,mem,26\r\n"
    "3,chat,knox,nash,mem,15\r\n4,knox,chat,nash,mem,17\r\n")
SEATS = {"method": "d-hondt", "seats": 8}
VOTES = "list,votes\na,100000\nb,80000\nc,30000\nd,20000\n"


def check(name, holds, what=""):
    global passed, failed
    if holds:
        passed += 1
    else:
        failed += 1
        print(f"failed: {name}: {what}"[:1500])


def run(*words):
    done = subprocess.run([DOBUSH, *map(str, words)], capture_output=True, text=True, timeout=120)
    return done.returncode, done.stdout, done.stderr


def put(path, content):
    if isinstance(content, bytes):
        path.write_bytes(content)
    else:
        path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return path


def problem(name, words, code, exit_code=2, out=None):
    status, _, err = run(*words)
    lines = err.strip().split("\n")
    shaped = f"problem: {code}" in lines and any(line.startswith("hint: ") for line in lines)
    check(name, status == exit_code and shaped, f"exit {status}: {err}")
    if out is not None:
        check(f"{name}, nothing is left", not out.exists() and not list(out.parent.glob("*.part-*")))


def ranked(folder):
    rule, ballots = put(folder / "rule.json", TENNESSEE), put(folder / "ballots.csv", BALLOTS)
    out = folder / "count"
    words = ["declare", "ranked", "--rule", rule, "--ballots", ballots]
    status, text, err = run(*words, "--out", out)
    check("Knoxville is elected with 58 of 100", status == 0 and text.strip().endswith("Elected: Knoxville."),
          f"{status} {text}{err}")
    check("every round is told", "  Memphis 42; Knoxville 58" in text and "Round 3: 100 votes count, 51" in text)
    rounds = out / "rounds.json"
    status, text, _ = run("declare", "replay", rounds, "--ballots", ballots)
    check("the file replays", status == 0 and text.startswith("equal: "), text)
    for language, word in (("ru", "Избраны: Knoxville."), ("ky", "Шайланды: Knoxville.")):
        _, text, _ = run(*words, "--language", language, "--out", folder / language)
        check(f"the steps are told in {language}", word in text, text)
    packed = put(folder / "ballots.csv.gz", gzip.compress(BALLOTS.encode()))
    run("declare", "ranked", "--rule", rule, "--ballots", packed, "--out", folder / "packed")
    check("same ballots, same bytes", rounds.read_bytes() == (folder / "packed/rounds.json").read_bytes())
    order = json.loads(rounds.read_text())["rule"]["tie"]["steps"][0]["order"]
    wanted = sorted(["mem", "nash", "chat", "knox"],
                    key=lambda i: hashlib.sha256(f"20210110,{i}".encode()).hexdigest())
    check("the lot is the one that sha256sum gives", order == wanted, str(order))
    altered = json.loads(rounds.read_text())
    altered["result"]["rounds"][0]["tally"]["mem"] = "43"
    status, text, _ = run("declare", "replay", put(folder / "altered.json", altered))
    check("an altered tally is found", status == 1 and text.startswith("not equal"), text)
    altered = json.loads(rounds.read_text())
    altered["rule"]["tie"]["steps"][0]["order"].reverse()
    problem("an altered lot is refused", ["declare", "replay", put(folder / "lot.json", altered)],
            "rules.tie-seed-order")
    put(folder / "other.csv", BALLOTS.replace("42", "41"))
    status, _, err = run("declare", "replay", rounds, "--ballots", folder / "other.csv")
    check("other ballots are told", status == 1 and "not those of the table" in err, err)


def ranked_trouble(folder):
    rule = put(folder / "rule.json", TENNESSEE)
    out = folder / "out"
    words = ["declare", "ranked", "--rule", rule, "--out", out, "--ballots"]
    rows = BALLOTS + "1,mem,,,,1\n5,paris,,,,1\n6,mem,,,,0\n7,mem\n8,,,,,1\n9,mem|nash,,,,1\n"
    status, text, err = run(*words, put(folder / "bad.csv", rows))
    codes = [line[9:] for line in err.split("\n") if line.startswith("problem: ")]
    check("bad rows are told and the rest is counted", status == 1 and codes == [
        "ballots.ballot-twice", "ballots.unknown-candidate", "ballots.count", "tables.short-row"]
        and text.startswith("102 ballots, 1 of them rank nobody."), f"{status} {codes} {text[:80]}")
    out = folder / "none"
    words = ["declare", "ranked", "--rule", rule, "--out", out, "--ballots"]
    for name, table, code in (
        ("no header", "", "tables.no-header"), ("no rows", "rank1\n", "tables.no-rows"),
        ("a misspelt rank", "rank1,rnak2\nmem,nash\n", "tables.bad-header"),
        ("a gap in the ranks", "rank1,rank3\nmem,nash\n", "tables.bad-header"),
        ("a column twice", "rank1,rank1\nmem,nash\n", "tables.column-twice"),
        ("no gzip", b"\x1f\x8b\x08broken", "tables.not-gzip"),
        ("too many ballots", "rank1,count\n" + "mem,999999999\n" * 3, "tables.too-many-rows"),
    ):
        problem(f"ranked ballots: {name}", [*words, put(folder / "t.csv", table)], code, out=out)
    tried = {"@type": "CVR.CastVoteRecordReport", "CVR": [], "ReportType": ["other"], "OtherReportType": "test"}
    problem("ranked ballots: records of a test", [*words, put(folder / "t.json", tried)], "formats.records-of-a-test",
            out=out)
    ballots = put(folder / "ballots.csv", BALLOTS)
    for name, change, code in (
        ("more seats than candidates", {"method": "single-transferable-vote", "seats": 5},
         "rules.seats-and-candidates"),
        ("an unknown method", {"method": "crystal-ball"}, "formats.not-this-document"),
        ("a number of forty digits", {"seats": int("9" * 40)}, "formats.not-this-document"),
        ("a candidate with a bar", {"candidates": [{"id": "a|b", "name": {"en": "x"}, "kind": "candidate"}]},
         "rules.candidate-bar"),
        ("a lot without an order", {"tie": {"steps": [{"by": "order"}]}}, "rules.tie-order"),
        ("a seed that is none", {"tie": {"steps": [{"by": "java-random", "seed": "x"}]}}, "rules.tie-seed"),
    ):
        problem(f"a rule with {name}", [
            "declare", "ranked", "--rule", put(folder / "r.json", dict(TENNESSEE, **change)),
            "--ballots", ballots, "--out", out], code, out=out)
    problem("a rule that is missing", [
        "declare", "ranked", "--rule", folder / "nowhere", "--ballots", ballots, "--out", out],
        "files.missing")
    problem("a language that is none", [
        "declare", "ranked", "--rule", rule, "--ballots", ballots, "--out", out, "--language", "xx"],
        "command.usage", out=out)
    level = put(folder / "level.csv", "rank1\nmem\nnash\n")
    nobody = put(folder / "nobody.json", dict(TENNESSEE, tie={"steps": []}))
    status, text, _ = run("declare", "ranked", "--rule", nobody, "--ballots", level, "--out", folder / "tie")
    check("a tie that the rule leaves open ends with 1", status == 1 and "does not break" in text, text)


def record(number, marks, contest="x"):
    """A cast vote record of NIST SP 1500-103; a mark is (selection, rank, indication, written in)."""
    selections = []
    for name, rank, indication, written in marks:
        position = {"HasIndication": indication, "IsAllocable": "unknown", "NumberVotes": 1, "Rank": rank}
        if written:
            position["CVRWriteIn"] = {"Text": "somebody"}
        selections.append({"ContestSelectionId": name, "SelectionPosition": [position]})
    return {"CurrentSnapshotId": f"s{number}", "CVRSnapshot": [
        {"@id": "old", "CVRContest": []},
        {"@id": f"s{number}", "CVRContest": [{"ContestId": contest, "CVRContestSelection": selections}]}]}


def records(folder):
    rule = put(folder / "rule.json", dict(TENNESSEE, overvote="skip", candidates=TENNESSEE["candidates"] + [
        {"id": "other", "name": {"en": "Other"}, "kind": "write-in"}]))
    good = [
        record(1, [("mem", 1, "yes", False), ("nash", 1, "yes", False), ("knox", 2, "yes", False)]),
        record(2, [("mem", 1, "no", False), ("chat", 3, "yes", False)]),
        record(3, [("w1", 1, "yes", True), ("knox", 2, "yes", False)]),
        record(4, []), record(5, [("mem", 1, "yes", False)], contest="y"),
    ]
    path = put(folder / "records.json", {"CVR": good})
    words = ["declare", "ranked", "--rule", rule, "--ballots"]
    problem("records of two contests want a name", [*words, path, "--json"], "ballots.which-contest")
    status, out, err = run(*words, path, "--contest", "x", "--json", "--out", folder / "count")
    result = json.loads(out)["result"] if out else {"rounds": [{"tally": err}]}
    check("records are read as ranked ballots", status == 0 and result["ballots"] == 4
          and result["blank"] == 1 and result["elected"] == ["knox"] and result["rounds"][0]["tally"]
          == {"mem": "0", "nash": "0", "chat": "1", "knox": "1", "other": "1"}, f"{status} {result}")
    status, text, _ = run(
        "declare", "replay", folder / "count/rounds.json", "--ballots", path, "--contest", "x")
    check("a count of records replays", status == 0, text)
    bad = good[:4] + [
        record(6, [("mem", 1, "unknown", False)]), record(7, [("mem", 0, "yes", False)]),
        record(8, [("paris", 1, "yes", False)]), {"CurrentSnapshotId": "gone", "CVRSnapshot": []}]
    status, out, err = run(*words, put(folder / "bad.json", {"CVR": bad}), "--json")
    codes = [line[9:] for line in err.split("\n") if line.startswith("problem: ")]
    check("records that are no ballots are told, the rest is counted", status == 1 and codes == [
        "ballots.undecided", "ballots.no-rank", "ballots.unknown-candidate", "ballots.no-snapshot"]
        and json.loads(out)["result"]["ballots"] == 4, f"{status} {codes}")


def seats(folder):
    rule, votes = put(folder / "seats-rule.json", SEATS), put(folder / "votes.csv", VOTES)
    words = ["declare", "seats", "--votes", votes]
    for method, wanted in (("d-hondt", [4, 3, 1, 0]), ("sainte-lague", [3, 3, 1, 1])):
        put(rule, dict(SEATS, method=method))
        status, text, err = run(*words, "--rule", rule, "--json", "--out", folder / method)
        shared = [one["seats"] for one in json.loads(text)["allocation"]["lists"]] if text else err
        check(f"{method} shares eight seats", status == 0 and shared == wanted, str(shared))
        status, text, _ = run("declare", "replay", folder / method / "seats.json")
        check(f"{method} replays", status == 0 and text.startswith("equal"), text)
    put(rule, dict(SEATS, method="modified-sainte-lague"))
    status, text, _ = run(*words, "--rule", rule, "--out", folder / "tied")
    check("100,000 / 7 = 20,000 / 1.4 leaves a seat", status == 1 and "1 seats are left" in text, text)
    put(rule, dict(SEATS, threshold={"numerator": 10, "divisor": 100, "base": "registered"}))
    problem("a threshold of an unknown base", [*words, "--rule", rule, "--out", folder / "no"],
            "rules.no-base", out=folder / "no")
    status, text, _ = run(*words, "--rule", rule, "--registered", "200001", "--out", folder / "part")
    check("a list one vote below 10 % takes no part", status == 0 and "d has 20000 of 200001, 10.00 %: below"
          in text, text)
    put(rule, SEATS)
    for name, table, code in (
        ("a negative figure", "list,votes\na,-1\n", "lists.not-a-number"),
        ("a figure of many digits", "list,votes\na,9999999999999\n", "lists.not-a-number"),
        ("digits of another script", "list,votes\na,١٢\n", "lists.not-a-number"),
        ("no votes", "list,votes\na,0\n", "rules.no-votes"),
        ("a list twice", "list,votes\na,1\na,2\n", "rules.list-twice"),
        ("a strange column", "list,votes,seats\na,1,2\n", "tables.bad-header"),
    ):
        problem(f"votes by list: {name}", [
            "declare", "seats", "--rule", rule, "--votes", put(folder / "v.csv", table), "--out",
            folder / "never"], code, out=folder / "never")


def outcome(folder):
    def contest(base, kind="referendum"):
        return {
            "id": "x", "title": {"en": "x"}, "kind": kind, "votesAllowed": 1,
            "options": [{"id": i, "name": {"en": i}, "kind": "answer"} for i in "abc"],
            "outcome": {
                "kind": "majority", "base": base, "numerator": 1, "divisor": 2, "otherwise": "rejected",
                "minimumTurnoutPercent": 30, "mustBeatAgainstAll": False, "text": {"en": "a rule"}}}
    figures = put(folder / "figures.json", {
        "votes": {"a": 1133485, "b": 151931, "c": 62145}, "registered": 3563574,
        "participants": 1394218, "valid": 1347561})
    for base, word, share in (
            ("participants", "Adopted: a.", "81.30 %"), ("registered", "No answer is adopted.", "31.81 %")):
        rule = put(folder / f"{base}.json", contest(base))
        status, text, err = run(
            "declare", "outcome", "--contest", rule, "--figures", figures, "--out", folder / base)
        check(f"the referendum of 2021 by a majority of {base}",
              status == 0 and word in text and share in text, f"{status} {text}{err}")
        status, text, _ = run("declare", "replay", folder / base / "outcome.json")
        check(f"{base} replays", status == 0, text)
    rule = put(folder / "contest.json", contest("valid"))
    bad = put(folder / "bad.json", {"votes": {"a": 5}, "registered": 9, "participants": 4, "valid": 4})
    problem("more votes than papers", [
        "declare", "outcome", "--contest", rule, "--figures", bad, "--out", folder / "bad"],
        "rules.figures", out=folder / "bad")
    problem("a replay of something else", ["declare", "replay", bad], "formats.not-this-document")


def from_the_record(folder):
    """The invented election of Tervania: what the record declares is repeated from the record."""
    record = folder / "record"
    run("demo", "--out", record, "--committed", ROOT / "Fixtures/tervania-2031")
    for contest in ("president", "referendum"):
        results = record / f"6-declare/{contest}/results.json"
        words = ["declare", "replay", "--definition", record / "1-define"]
        status, text, err = run(*words, results)
        check(f"{contest}: the declared outcome replays from the record",
              status == 0 and text.startswith("equal"), f"{status} {text}{err}")
        told = json.loads(results.read_text())
        told["options"][0]["votes"] += 1
        status, text, _ = run(*words, put(folder / "more.json", told))
        check(f"{contest}: one vote more is found", status == 1 and text.startswith("not equal"), text)
        told["options"][0]["votes"] = -5
        problem(f"{contest}: a negative figure is refused", [*words, put(folder / "less.json", told)],
                "tabulation.negative")
    problem("results without their definition", ["declare", "replay", results], "command.usage")


def hostile(folder):
    """Files with bytes changed, cut and doubled: a problem or a result, never a crash."""
    rule, ballots = put(folder / "rule.json", TENNESSEE), put(folder / "ballots.csv", BALLOTS)
    share, votes = put(folder / "seats.json", SEATS), put(folder / "votes.csv", VOTES)
    run("declare", "ranked", "--rule", rule, "--ballots", ballots, "--out", folder / "count")
    rounds = folder / "count/rounds.json"
    papers = put(folder / "papers.json", {"CVR": [record(n, [("mem", 1, "yes", False)]) for n in (1, 2)]})
    calls = [
        (papers, lambda p: ["declare", "ranked", "--rule", rule, "--ballots", p, "--json"]),
        (rule, lambda p: ["declare", "ranked", "--rule", p, "--ballots", ballots, "--json"]),
        (ballots, lambda p: ["declare", "ranked", "--rule", rule, "--ballots", p, "--json"]),
        (share, lambda p: ["declare", "seats", "--rule", p, "--votes", votes, "--json"]),
        (votes, lambda p: ["declare", "seats", "--rule", share, "--votes", p, "--json"]),
        (rounds, lambda p: ["declare", "replay", p, "--json"]),
    ]
    chance = random.Random(20310518)
    crashes, tried = [], 0
    for source, words in calls:
        good = source.read_bytes()
        for number in range(60):
            data = bytearray(good)
            for _ in range(chance.randint(1, 4)):
                at = chance.randrange(len(data))
                action = chance.randrange(4)
                if action == 0:
                    data[at] = chance.randrange(256)
                elif action == 1:
                    data[at:at + chance.randint(1, 20)] = b""
                elif action == 2:
                    data[at:at] = data[at:at + chance.randint(1, 40)]
                else:
                    data[at:at] = chance.choice([b"-1", b"999999999999", b"0", b"null", b"[", b'"', b"|"])
                data = data or bytearray(b"x")
            status, _, err = run(*words(put(folder / f"hostile{source.suffix}", bytes(data))))
            tried += 1
            if status not in (0, 1, 2) or "Fatal" in err:
                crashes.append((source.name, number, status, err[-200:]))
    check(f"{tried} altered files give a problem or a result", not crashes, str(crashes[:3]))


def peer_seats(folder):
    """Random votes shared by the package apportionment, which computes in exact fractions."""
    import apportionment.methods as peer

    chance, differing, tried = random.Random(1), [], 0
    for _ in range(40):
        votes = [chance.randint(1, chance.choice([50, 5000, 10**6])) for _ in range(chance.randint(1, 8))]
        wanted_seats = chance.randint(1, 40)
        table = put(folder / "v.csv", "list,votes\n" + "".join(f"l{n},{v}\n" for n, v in enumerate(votes)))
        for ours, theirs in (
                ("d-hondt", "dhondt"), ("sainte-lague", "saintelague"),
                ("modified-sainte-lague", "modified_saintelague"),
                ("hare-largest-remainder", "largest_remainder")):
            rule = put(folder / "r.json", {
                "method": ours, "seats": wanted_seats, "tie": {"steps": [{"by": "ballot-order"}]}})
            _, out, err = run("declare", "seats", "--rule", rule, "--votes", table, "--json")
            got = [one["seats"] for one in json.loads(out)["allocation"]["lists"]] if out else err
            tried += 1
            if got != list(peer.compute(theirs, votes, wanted_seats, verbose=False)):
                differing.append((ours, votes, wanted_seats, got))
    check(f"{tried} sharings agree with the package apportionment", not differing, str(differing[:2]))


def peer_ranked(folder):
    """Random ballots counted by the package PyRankVote, where no tie has to be broken."""
    import pyrankvote

    chance, differing, tried = random.Random(3), [], 0
    for _ in range(60):
        names = [f"c{n}" for n in range(chance.randint(2, 7))]
        ballots = [chance.sample(names, chance.randint(1, len(names)))
                   for _ in range(chance.randint(5, 400))]
        rows = [",".join(b + [""] * (len(names) - len(b))) for b in ballots]
        table = put(folder / "b.csv", "\n".join(
            [",".join(f"rank{n + 1}" for n in range(len(names)))] + rows) + "\n")
        rule = put(folder / "r.json", {
            "method": "instant-runoff", "overvote": "exhaust", "tie": {"steps": [{"by": "ballot-order"}]},
            "candidates": [{"id": n, "name": {"en": n}, "kind": "candidate"} for n in names]})
        result = json.loads(run("declare", "ranked", "--rule", rule, "--ballots", table, "--json")[1])["result"]
        if any(one["ties"] for one in result["rounds"]):
            continue
        people = {n: pyrankvote.Candidate(n) for n in names}
        theirs = pyrankvote.instant_runoff_voting(
            list(people.values()), [pyrankvote.Ballot([people[n] for n in b]) for b in ballots])
        tried += 1
        if [one.name for one in theirs.get_winners()] != result["elected"]:
            differing.append((names, result["elected"]))
    check(f"{tried} counts agree with the package PyRankVote", tried > 30 and not differing, str(differing[:2]))


def san_francisco():
    """District Attorney 2019, ballots by mail: SHANGRLA's data, which name candidate 15 as the winner."""
    global skipped
    if not SFDA.exists():
        skipped += 1
        print("skipped: San Francisco's ballots need ../shared")
        return
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        rows = []
        for line in SFDA.read_text(encoding="utf-8").split("\n"):
            cells = line.split(",")
            if cells[0] == "339" and len(cells) > 2:
                rows.append(",".join(cells[2:] + [""] * (6 - len(cells))))
        table = put(folder / "b.csv", "\n".join(["rank1,rank2,rank3,rank4"] + rows) + "\n")
        rule = put(folder / "r.json", {
            "method": "instant-runoff", "overvote": "exhaust", "candidates": [
                {"id": str(n), "name": {"en": str(n)}, "kind": "candidate"} for n in range(15, 19)]})
        _, out, err = run("declare", "ranked", "--rule", rule, "--ballots", table, "--json")
        result = json.loads(out)["result"] if out else {}
        check("146,662 ballots of San Francisco elect candidate 15",
              result.get("ballots") == 146662 and result.get("elected") == ["15"], f"{result} {err}")


def cases():
    global skipped
    if not RCTAB.exists():
        skipped += 1
        print("skipped: RCTab's cases need ../shared")
        return
    done = subprocess.run(
        [sys.executable, "Scripts/conformance/audit.py", str(RCTAB)], cwd=ROOT, capture_output=True,
        text=True, timeout=300)
    last = done.stdout.strip().split("\n")[-1]
    check("twelve of RCTab's cases have ballots, and all agree", last == "12 passed, 0 failed", done.stdout)


with tempfile.TemporaryDirectory() as place:
    for part in (ranked, ranked_trouble, records, seats, outcome, from_the_record, hostile, peer_seats, peer_ranked):
        inside = Path(place) / part.__name__
        inside.mkdir()
        part(inside)
cases()
san_francisco()
print(f"{passed} passed, {failed} failed, {skipped} skipped")
sys.exit(1 if failed else 0)
