"""On the demonstration: what a reviewer may know of another's opinion before a paper is settled, by every way
in; and the records and comparisons that come out."""
import json

import office


def run(check, server, schema):
    people = office.demo(server)
    reviewers = people["reviewer"]
    one, two, three = reviewers
    officer, auditor = people["national-officer"][0], people["auditor"][0]
    _, _, before = one.call("GET", "/api/v1/review")
    check("the demonstration has papers of two stations", len(before["readings"]) == 2
          and all(r["waiting"] > 2 for r in before["readings"]), before)
    rights(check, people)
    paper = take(one)
    choices = say(one, paper, "mark")
    check("an opinion is taken once", one.call("POST", f"/api/v1/review/papers/{paper}/opinion", body(choices))[2][
        "problem"] == "filing.own-opinion")
    check("one who has said something is not given the paper again", take(one) != paper)
    check("another is", take(two) == paper, "the paper that was begun comes first")
    closed(check, server, people, paper, choices)
    other = ["no-mark" if c == "mark" else "mark" for c in choices]
    say(two, paper, choices=other)
    shown = two.call("GET", f"/api/v1/review/papers/{paper}")[2]
    check("two who differ are told nothing but that it waits", shown["state"] == "waiting"
          and all("decided" not in t for t in shown["targets"]), shown)
    got = one.call("POST", f"/api/v1/review/papers/{paper}/opinion-withdrawal")
    check("and can no longer change what they said", got[2]["problem"] == "filing.looked-since", got)
    closed(check, server, people, paper, choices)
    check("the third is given it", take(three) == paper)
    told = three.call("GET", f"/api/v1/review/papers/{paper}")[2]
    same = {k: v for k, v in told.items() if not k.startswith("yours")}
    check("and sees what the others saw", same == {k: v for k, v in shown.items() if not k.startswith("yours")}, told)
    say(three, paper, choices=choices)
    settled = auditor.call("GET", f"/api/v1/review/papers/{paper}")[2]
    check("two of three decide", settled["state"] == "settled"
          and [t["decided"] for t in settled["targets"]] == choices, settled)
    records(check, officer, auditor, paper, schema)
    comparison(check, people)


def take(client):
    return client.call("POST", "/api/v1/review/next")[2].get("paper")


def body(choices, spoiled=False, why=None):
    return {"choices": choices, "spoiled": spoiled, "why": why}


def say(client, paper, choice=None, choices=None):
    shown = client.call("GET", f"/api/v1/review/papers/{paper}")[2]
    choices = choices or [choice] * len(shown["targets"])
    status, _, answer = client.call("POST", f"/api/v1/review/papers/{paper}/opinion", body(choices))
    if status != 200:
        raise RuntimeError(answer)
    return choices


def rights(check, people):
    for role, clients in sorted(people.items()):
        status = clients[0].call("POST", "/api/v1/review/next")[0]
        wanted = 200 if role == "reviewer" else 403
        check(f"{role}: {'gets' if wanted == 200 else 'gets no'} paper", status == wanted, status)
    status, _, answer = people["administrator"][0].call("POST", "/api/v1/accounts", {
        "id": "both@tervania.example", "name": "Both", "active": True,
        "grants": [{"role": "administrator", "area": "nation"}, {"role": "reviewer", "area": "nation"}]})
    check("an administrator cannot be a reviewer too", answer.get("problem") == "filing.account-roles", answer)
    # A picture of a voter's paper is for those who see its station's work.
    reading = people["reviewer"][0].call("GET", "/api/v1/review")[2]
    taken = take(people["reviewer"][0])
    crop = people["reviewer"][0].call("GET", f"/api/v1/review/papers/{taken}")[2]["targets"][0]["crop"]
    people["reviewer"][0].call("POST", f"/api/v1/review/papers/{taken}/return")
    for role, wanted in [("reviewer", 200), ("auditor", 200), ("national-officer", 200), ("observer", 404),
                         ("administrator", 404), ("commission-member", 404)]:
        got = people[role][0].call("GET", f"/api/v1/files/{crop}")
        check(f"{role}: the crop is {'shown' if wanted == 200 else 'closed'}", got[0] == wanted, got[0])
    check("nothing of this is for strangers", reading["readings"] != [] and office.Client(
        type("S", (), {"port": people["reviewer"][0].port})).call("GET", f"/api/v1/files/{crop}")[0] == 404)


def closed(check, server, people, paper, choices):
    """Before it is settled: nobody's page, answer or log shows a choice, and no reviewer's shows who looked."""
    import urllib.request
    for role in ("reviewer", "auditor", "national-officer", "administrator"):
        for client in people[role][:2]:
            _, _, log = client.call("GET", "/api/v1/log?after=0&limit=1000")
            entries = log["entries"]
            after = entries[-1]["act"]
            while log["entries"]:
                _, _, log = client.call("GET", f"/api/v1/log?after={after}&limit=1000")
                entries += log["entries"]
                after = entries[-1]["act"]
            bodies = [e["body"] for e in entries if paper in (e.get("body") or "")]
            check(f"{role}: no body in the log speaks of the paper", not bodies, bodies[:1])
            if role == "reviewer":
                kinds = {e.get("kind") for e in entries} & {"opinion-given", "paper-taken"}
                check("a reviewer's log names no one who looked", not kinds, kinds)
            # Few things can be said of a paper: the digest of what was said must not give it away.
            opinion = {"choices": choices, "paper": paper, "spoiled": False}
            guesses = {office.hashlib.sha256(json.dumps(
                {"opinion": guess}, sort_keys=True, separators=(",", ":")).encode()).hexdigest()
                for guess in (opinion, dict(opinion, salt=""))}
            check(f"{role}: and its digest cannot be guessed", not guesses & {e["bodyDigest"] for e in entries})
    names = [a["user"] for a in server.told["accounts"] if a["role"] == "reviewer"]
    for client in people["reviewer"]:
        others = [name for name in names if name != client.user]
        for path in ("/api/v1/review", f"/api/v1/review/papers/{paper}"):
            text = json.dumps(client.call("GET", path)[2])
            check("no answer names another reviewer", not any(name in text for name in others), text[:200])
        for page in ("review.html", f"review/{paper}.html", "index.html", "stations/north-004.html"):
            request = urllib.request.Request(f"{server.url}/en/office/{page}",
                                             headers={"Authorization": f"Bearer {client.token}"})
            text = urllib.request.urlopen(request).read().decode()
            main = text[text.index("<main"):]
            own = {"reviewer-2": "Second", "reviewer-3": "Third"}.get(client.user.split("@")[0])
            words = [f"{word} reviewer" for word in ("Second", "Third") if word != own] + ["Decided:"]
            found = [word for word in words if word in main]
            check(f"{page} names no other reviewer and no decision", not found, found)


def records(check, officer, auditor, paper, schema):
    reading = paper.rsplit("-", 1)[0]
    path = f"/api/v1/readings/{reading}"
    status, _, report = auditor.call("GET", path + "/records")
    sheet = auditor.call("GET", f"/api/v1/review/papers/{paper}")[2]["sheet"]
    check("the records come with every snapshot", status == 200, report)
    record = next(r for r in report["CVR"] if r["UniqueId"] == sheet)
    kinds = [s["Type"] for s in record["CVRSnapshot"]]
    check("the settled paper has one more behind the machine's", kinds == ["original", "interpreted", "modified"]
          and record["CurrentSnapshotId"] == record["CVRSnapshot"][2]["@id"], kinds)
    note = record["CVRSnapshot"][2]["Annotation"][0]
    check("with who decided, in their order, and why", note["AdjudicatorName"] == [
        "reviewer@tervania.example", "reviewer-2@tervania.example", "reviewer-3@tervania.example"]
        and note["Message"] == ["Two of three reviewers agree."], note)
    others = [r for r in report["CVR"] if r["UniqueId"] != sheet]
    check("and no other has", all(len(r["CVRSnapshot"]) == 2 for r in others))
    schema("the records with a person's decision follow the schema of NIST", report)
    totals = auditor.call("GET", path)[2]
    moved = sum(b["undecided"] for b in totals["before"]) - sum(a["undecided"] for a in totals["after"])
    check("the totals before and after differ by this paper", moved >= 1
          and totals["reading"]["settled"] == 1, totals["reading"])
    check("an officer sees the totals too", officer.call("GET", path)[0] == 200)


def comparison(check, people):
    """All papers settled as the machine's first reader has them; then the differences are those of the sheets."""
    reviewers = people["reviewer"]
    for _ in range(100):
        papers = [(client, take(client)) for client in reviewers]
        if not any(paper for _, paper in papers):
            break
        for client, paper in papers:
            if paper:
                say(client, paper, "no-mark")
    found = reviewers[0].call("GET", "/api/v1/review")[2]["readings"]
    check("all papers are settled", all(r["settled"] == r["doubtful"] for r in found), found)
    status, _, both = people["national-officer"][0].call("GET", "/api/v1/stations/north-004/machine-against-hand")
    check("machine and hand are compared contest by contest", status == 200
          and [c["contest"] for c in both["contests"]] == ["president", "referendum"], both)
    sheets = people["auditor"][0].call("GET", "/api/v1/stations/north-004")[2]["sheets"]
    totals = people["auditor"][0].call("GET", f"/api/v1/readings/{both['reading']['reading']}")[2]["after"]
    for contest in both["contests"]:
        hand = next(s for s in sheets if s["series"] == "hand" and s["counts"] and s["contest"] == contest["contest"])
        total = next(t for t in totals if t["contest"] == contest["contest"])
        for line in contest["lines"]:
            option = line.get("option")
            machine = total["votes"][option] if option else total["blank"] + total["overvoted"] + total["spoiled"]
            check(f"{contest['contest']}: {option or 'not valid'} by machine and by hand",
                  (line["machine"], line["hand"]) == (machine, hand["figures"][option or "invalid"]), line)
            helps = len(line["countedHere"]) if line["difference"] > 0 else len(line["couldBe"])
            check("what nothing explains is the rest", line["unexplained"]
                  == max(0, abs(line["difference"]) - helps - (
                      contest["refusedPages"] if line["difference"] < 0 else 0)), line)
    check("a station without a reading has no comparison", people["auditor"][0].call(
        "GET", "/api/v1/stations/north-001/machine-against-hand")[0] == 404)
    check("and a member of another station is refused", people["commission-member"][0].call(
        "GET", "/api/v1/stations/north-004/machine-against-hand")[0] == 403)
