"""Six reviewers at once over HTTP, while the service is killed and started again: nobody is given a paper that
lies before somebody else, and every opinion that was acknowledged is there and is in the totals."""
import random
import subprocess
import threading
import time
import uuid

import papers
import synthetic_country as country
from restarted_office import DOBUSH, Client, Office, Served

STATION = country.station(0)
REVIEWERS = 6
PAPERS = 60


def load(place, folder, account):
    return subprocess.run([DOBUSH, "review", "load", *place, "--as", account, str(folder), "--json"],
                          capture_output=True, text=True, timeout=120)


class Reviewer(threading.Thread):
    """Takes papers and says what they are until none waits; a mind of its own, so that some differ."""

    def __init__(self, watch, client, number):
        super().__init__()
        self.watch, self.client, self.number = watch, client, number
        self.said = {}

    def run(self):
        try:
            quiet = 0
            while quiet < 40:
                answer = self.client.persistently_under(str(uuid.uuid4()), "POST", "/api/v1/review/next")
                paper = answer.json.get("paper")
                if not paper:
                    # Others may differ yet, and then a third is needed.
                    quiet += 1
                    time.sleep(0.05)
                    continue
                quiet = 0
                self.look(paper)
        except Exception as error:  # a thread that dies must be told of
            self.watch.faults.append(f"reviewer {self.number}: {error!r}")

    def look(self, paper):
        with self.watch.lock:
            holder = self.watch.lying.get(paper)
            if holder not in (None, self.number):
                self.watch.faults.append(f"{paper[-6:]} lies before {holder} and was given to {self.number}")
            if paper in self.said:
                self.watch.faults.append(f"{paper[-6:]} was given twice to {self.number}")
            self.watch.lying[paper] = self.number
        path = f"/api/v1/review/papers/{paper}"
        shown = self.steadily("GET", path).json
        place = int(paper.rsplit("-", 1)[1])
        if not shown["yours"]:
            self.watch.faults.append(f"{paper[-6:]} is not shown as {self.number}'s: {shown}")
        # Reviewers 0 to 4 agree on most papers; every fifth paper is a matter of opinion.
        choices = ["mark" if place % 5 or (self.number + place) % 2 else "no-mark" for _ in shown["targets"]]
        with self.watch.lock:
            # From here the service may give it to somebody else at any moment.
            self.watch.lying.pop(paper, None)
        answer = self.client.persistently_under(
            str(uuid.uuid4()), "POST", path + "/opinion", {"choices": choices, "spoiled": False, "why": None})
        if answer.status != 200:
            self.watch.faults.append(f"{self.number} on {paper[-6:]}: {answer}")
        self.said[paper] = choices

    def steadily(self, method, path):
        return self.client.persistently_under(None, method, path)


class Watch:
    def __init__(self):
        self.lock = threading.Lock()
        self.lying = {}
        self.faults = []


def run(tally, work):
    data = work / "many"
    served = Served("--data", str(data))
    try:
        served.start()
        office = Office(served)
        office.set_election(country.definition(4), country.FORMS)
        officer = office.person("officer", "national-officer", "nation")
        auditor = office.person("auditor", "auditor", "nation")
        people = [office.person(f"reviewer{n}", "reviewer", "nation") for n in range(REVIEWERS)]
        taking_in(tally, work, data, people[0])
        over_the_network(tally, work, officer, people[0])
        reviewing(tally, served, people, auditor)
        settled(tally, data, work)
    finally:
        served.close()


def taking_in(tally, work, data, anybody):
    place = ("--data", str(data))
    reading = papers.packed(work / "packed", STATION, PAPERS)
    again = [load(place, work / "packed", "officer@example.org") for _ in range(2)]
    tally.check([one.returncode for one in again] == [0, 0] and '"taken" : true' in again[0].stdout
                and '"taken" : false' in again[1].stdout, "a folder is taken in while the service runs, and once",
                again[0].stderr + again[1].stdout)
    until = time.monotonic() + 5
    found = []
    while time.monotonic() < until and not found:
        found = anybody.must("GET", "/api/v1/review").json["readings"]
        time.sleep(0.05)
    tally.check(bool(found) and found[0]["reading"] == papers.name(reading) and found[0]["waiting"] == PAPERS,
                "the running service has it, under the name that its specification gives", str(found)[:300])
    rows = [
        ("a reading of another election", "election", "filing.reading-of-other-election"),
        ("a second reading of the station", "again", "filing.reading-there"),
        ("a picture that is missing", "missing", "review.file-missing"),
        ("a picture that was changed", "changed", "review.file-missing"),
        ("a reviewer's account", "account", "filing.not-allowed"),
        ("a name that nobody has", "nobody", "filing.not-allowed"),
        ("a reading of a test's papers", "test", "filing.reading-of-a-test"),
        ("one whose records are none", "other-records", "filing.reading-unfit"),
    ]
    records = {"test": papers.report("tried", test=True), "other-records": b'{"records": "none"}'}
    for claim, kind, code in rows:
        folder = work / kind
        station = STATION if kind == "again" else country.station(1)
        papers.packed(folder, station, 3, "elsewhere" if kind == "election" else "load-2031", text=kind,
                      records=records.get(kind))
        picture = sorted((folder / "pictures").iterdir())[0]
        if kind == "missing":
            picture.unlink()
        if kind == "changed":
            picture.write_bytes(picture.read_bytes() + b"!")
        account = {"account": "reviewer0@example.org", "nobody": "nobody@example.org"}.get(
            kind, "officer@example.org")
        done = load(place, folder, account)
        tally.check(done.returncode == 2 and f"problem: {code}" in done.stderr, f"{claim} is refused as {code}",
                    "" if code in done.stderr else done.stderr[-300:])


def send_files(officer, folder):
    files = [(file, "image/jpeg") for file in sorted((folder / "pictures").iterdir())]
    files.append((folder / "cast-vote-records.json", "application/octet-stream"))
    for file, kind in files:
        officer.write("POST", "/api/v1/reading-files", file.read_bytes(), type=kind)


def over_the_network(tally, work, officer, reviewer):
    reading = papers.packed(work / "network", country.station(2), 4)
    answer = officer.call("POST", "/api/v1/readings", reading, key=str(uuid.uuid4()))
    tally.check(answer.problem == "filing.reading-file-missing", "a manifest before its files is refused", str(answer)[:90])
    send_files(officer, work / "network")
    tried = papers.packed(work / "tried", country.station(2), 4, records=papers.report("tried", test=True))
    send_files(officer, work / "tried")
    answer = officer.call("POST", "/api/v1/readings", tried, key=str(uuid.uuid4()))
    tally.check((answer.status, answer.problem) == (422, "filing.reading-of-a-test"),
                "a test's reading is refused over the network too", str(answer)[:90])
    answers = [officer.write("POST", "/api/v1/readings", reading).json["already"] for _ in range(2)]
    tally.check(answers == [False, True], "then it is taken in over the network, and once", str(answers))
    answer = reviewer.call("POST", "/api/v1/reading-files", b"\xff\xd8\xff", key=str(uuid.uuid4()), type="image/jpeg")
    tally.check(answer.status == 403, "a reviewer sends none", str(answer)[:80])
    path = f"/api/v1/readings/{papers.name(reading)}/withdrawal"
    answer = officer.write("POST", path, {"why": "The glass was dirty."}).json
    found = officer.must("GET", "/api/v1/review").json["readings"]
    tally.check(not answer["already"] and [r["station"] for r in found] == [STATION], "and taken back with a reason",
                str(found)[:120])


def reviewing(tally, served, people, auditor):
    watch = Watch()
    reviewers = [Reviewer(watch, person, number) for number, person in enumerate(people)]
    began = time.monotonic()
    for reviewer in reviewers:
        reviewer.start()
    chance, kills = random.Random(2031), 0
    while any(reviewer.is_alive() for reviewer in reviewers) and kills < 8:
        time.sleep(chance.uniform(0.1, 0.4))
        served.kill()
        kills += 1
        served.start()
    for reviewer in reviewers:
        reviewer.join(240)
    tally.check(not any(reviewer.is_alive() for reviewer in reviewers), "every reviewer comes to an end")
    tally.check(not watch.faults, f"{REVIEWERS} reviewers at once, killed {kills} times: no paper lies before two, "
                "and nobody looks twice", "; ".join(watch.faults[:3]) or f"{time.monotonic() - began:.1f} s")
    given = opinions(auditor)
    promised = {(paper, f"reviewer{r.number}@example.org"): choices
                for r in reviewers for paper, choices in r.said.items()}
    tally.check(given == promised, "every opinion that was acknowledged is in the log, once, and no other",
                f"{len(promised)} opinions on {PAPERS} papers")
    counts = [sum(1 for paper, _ in promised if paper.endswith(f"-{n + 1}")) for n in range(PAPERS)]
    tally.check(set(counts) == {2, 3}, "two or three persons looked at each paper, never more", str(sorted(set(counts))))
    # Of three who choose between two answers on every paper, two agree: nothing is left undecided.
    found = auditor.must("GET", "/api/v1/review").json["readings"][0]
    tally.check((found["settled"], found["waiting"], found["undecided"]) == (PAPERS, 0, 0), "all papers are settled",
                str(found))
    totals = auditor.must("GET", f"/api/v1/readings/{found['reading']}").json
    marks = 0
    for n in range(1, PAPERS + 1):
        votes = [choices[0] for (paper, _), choices in promised.items() if paper.endswith(f"-{n}")]
        marks += votes.count("mark") >= 2
    after = totals["after"][0]
    tally.check((after["votes"]["alder"], after["blank"], after["undecided"]) == (marks, PAPERS - marks, 0)
                and totals["before"][0]["undecided"] == PAPERS, "and in the totals as a second count has them",
                f"{marks} marks of {PAPERS}")


def opinions(auditor):
    import json
    found, after = {}, 0
    while True:
        page = auditor.must("GET", f"/api/v1/log?after={after}&limit=1000").json
        if not page["entries"]:
            return found
        for entry in page["entries"]:
            if entry["kind"] == "opinion-given":
                opinion = json.loads(entry["body"])["opinion"]
                key = (opinion["paper"], entry["actor"])
                assert key not in found, key
                found[key] = opinion["choices"]
        after = page["entries"][-1]["act"]


def settled(tally, data, work):
    # The records of this folder are no cast vote records, which is told and not crashed over.
    done = subprocess.run([DOBUSH, "review", "records", "--data", str(data), "--station", STATION, "--out",
                           str(work / "none")], capture_output=True, text=True, timeout=60)
    tally.check(done.returncode == 2 and "problem: formats.not-this-document" in done.stderr,
                "records that are none are told", done.stderr[-200:])
    check = subprocess.run([DOBUSH, "store", "check", "--data", str(data)], capture_output=True, text=True)
    tally.check(check.returncode == 0, "the store is whole", check.stderr[-200:])
