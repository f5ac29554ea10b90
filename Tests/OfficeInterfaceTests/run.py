"""Tries the results office's API as stations, officers, observers and strangers do.

Starts the demonstration and a service on a fresh folder, and lets schemathesis ask for everything in
the description. `python run.py`.
"""

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "Support", "Python"))
import office
from office import Checks, Client, Server

check = Checks()
ROOT = office.ROOT
PNG = (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x00\x00\x00\x00"
       b"\x3a\x7e\x9b\x55\x00\x00\x00\nIDATx\x9cc\xf8\x0f\x00\x01\x01\x01\x00\x1b\xb6\xeeV"
       b"\x00\x00\x00\x00IEND\xaeB`\x82")


def filing(server, people):
    """Two members file; once, whatever the line does."""
    public = Client(server)
    _, _, election = public.call("GET", "/api/v1/election")
    first, second = people["commission-member"]
    votes = [40, 30, 20, 10, 5]
    good = office.sheet(election, "president", "south-005", votes, invalid=2, registered=195)
    status, _, answer = first.call("POST", "/api/v1/sheets", good, key="station-south-005-1")
    check("a member states a sheet", status == 200 and not answer["already"], (status, answer))
    again = first.call("POST", "/api/v1/sheets", good, key="station-south-005-1")
    check("the same request again is answered the same", again[0] == 200 and again[2] == answer
          and again[1].get("idempotent-replayed") == "true", again)
    other = dict(good, series="scanner")
    check("a key used for something else is refused",
          first.call("POST", "/api/v1/sheets", other, key="station-south-005-1")[2]["problem"]
          == "api.idempotency-key-reused")
    check("without a key nothing is written",
          first.call("POST", "/api/v1/sheets", good, key=None)[2]["problem"]
          == "api.idempotency-key-missing")
    where = f"/api/v1/sheets/{answer['sheet']}"
    check("the first person cannot be the second",
          first.call("POST", where + "/confirmation")[2]["problem"] == "filing.second-person")
    check("what waits is not public", public.call("GET", where)[0] == 404)
    status, _, done = second.call("POST", where + "/confirmation")
    check("a second member confirms it", status == 200 and done["act"] == answer["act"] + 1, done)
    check("confirming twice does nothing", second.call("POST", where + "/confirmation")[2]["already"])
    _, _, station = public.call("GET", "/api/v1/stations/south-005")
    mine = [s for s in station["sheets"] if s["contest"] == "president" and s["counts"]]
    check("the public sees it", [s["sheet"] for s in mine if s["series"] == "hand"]
          == [answer["sheet"]], station)
    text = public.call("GET", where)[2]
    check("its text is what was signed", text.decode().startswith("dobush-sheet-1\nelection "))
    moved = dict(good, figures=dict(good["figures"], maro=41, telin=29))
    check("a filed sheet is not replaced without a word",
          first.call("POST", "/api/v1/sheets", moved)[2]["problem"] == "filing.already-filed")
    fixed = dict(moved, replaces=answer["sheet"])
    check("a correction says why",
          first.call("POST", "/api/v1/sheets", fixed)[2]["problem"] == "filing.why-missing")
    fixed["why"] = "One paper lay in the wrong pile."
    status, _, stated = first.call("POST", "/api/v1/sheets", fixed)
    check("a correction is stated", status == 200, stated)
    where = f"/api/v1/sheets/{stated['sheet']}/confirmation"
    check("a colleague cannot confirm a correction",
          second.call("POST", where)[2]["problem"] == "filing.not-allowed")
    check("an officer of the territory can",
          people["territorial-officer"][0].call("POST", where)[0] == 200)
    _, _, station = public.call("GET", "/api/v1/stations/south-005")
    versions = [s for s in station["sheets"] if s["contest"] == "president"]
    check("both versions stay", len(versions) == 2 and [s["counts"] for s in versions]
          == [False, True], versions)


def bad_sheets(server, people):
    """Every sheet that cannot be filed, and why."""
    _, _, election = Client(server).call("GET", "/api/v1/election")
    first = people["commission-member"][0]
    good = office.sheet(election, "referendum", "south-005", [30, 20, 10], registered=195)

    def sent(**changes):
        figures = dict(good["figures"])
        figures.update(changes)
        return dict(good, figures={k: v for k, v in figures.items() if v is not None})

    rows = [
        ("a line missing", sent(invalid=None), 422, "filing.lines-missing"),
        ("a line too many", sent(ghost=1), 422, "filing.lines-unknown"),
        ("a negative figure", sent(invalid=-1), 422, "filing.figure-range"),
        ("a huge figure", sent(invalid=10_000_000), 422, "filing.figure-range"),
        ("a figure beyond any", sent(invalid=10**30), 400, "api.unfit"),
        ("a text for a figure", sent(invalid="7"), 400, "api.unfit"),
        ("full-width digits", sent(invalid="７"), 400, "api.unfit"),
        ("a fraction", sent(invalid=1.5), 400, "api.unfit"),
        ("a sheet that does not add up", sent(valid=61), 422, "filing.does-not-add-up"),
        ("a soft equation without a reason",
         sent(**{"in-stationary-boxes": 61, "valid": 61, "direct": 31}), 422,
         "filing.reason-missing"),
        ("a station of another election", dict(good, station="elsewhere-1"), 404,
         "filing.unknown-station"),
        ("another station", dict(good, station="south-004"), 403, "filing.not-allowed"),
        ("a contest that is not held", dict(good, contest="senate"), 404, "filing.unknown-contest"),
        ("a count that does not exist", dict(good, series="foot"), 400, "api.unfit"),
        ("a picture that did not come", dict(good, image="0" * 64), 422, "filing.no-image"),
        ("an unknown member", dict(good, extra=1), 400, "api.unfit"),
        ("a list for a sheet", [good], 400, "api.unfit"),
    ]
    for claim, body, status, problem in rows:
        got = first.call("POST", "/api/v1/sheets", body)
        check(claim, (got[0], got[2]["problem"]) == (status, problem), got)
        # What a law refuses is told to people; what does not fit its description, to programs.
        spoken = {"en", "ru", "ky"} if problem.startswith("filing.") else {"en"}
        check(f"{claim}: said to whoever sent it", all(
            set(text) >= spoken for text in got[2]["texts"].values()), got[2])
    for claim, body, status in [
        ("a broken body", b'{"station": ', 400), ("no body", b"", 400),
        ("not UTF-8", b'{"station": "\xff"}', 400), ("nested deeply", b"[" * 500 + b"]" * 500, 400),
        ("ten times the limit", b" " * (6 << 20), 413),
    ]:
        check(claim, first.call("POST", "/api/v1/sheets", body)[0] == status)
    check("another kind of body", first.call("POST", "/api/v1/sheets", b"x", kind="text/xml")[0]
          == 415)
    # A refused sheet stays on the board.
    _, _, work = first.call("GET", "/api/v1/work")
    mine = [i for i in work["items"] if i["contest"] == "referendum" and i["series"] == "hand"]
    check("a sheet that does not add up stays on the board",
          any(v["state"] == "refused" for i in mine for v in i["sheets"]), mine)
    soft = sent(**{"in-stationary-boxes": 61, "valid": 61, "direct": 31})
    soft["reasons"] = {"boxes-at-most-issued": "A paper of another station lay in the box."}
    check("with its reason a soft equation is filed",
          first.call("POST", "/api/v1/sheets", soft)[0] == 200)


def rights(server, people):
    """Every writing route with every wrong role, without a session, and across sites."""
    _, _, document = Client(server).call("GET", "/openapi.json")
    stranger = Client(server)
    expired = Client(server, token="0" * 64)
    for path, methods in sorted(document["paths"].items()):
        for method, operation in methods.items():
            if "security" not in operation:
                continue
            address = path.replace("{station}", "south-001").replace("{contest}", "president")
            address = address.replace("{account}", "x@y").replace("{sheet}", "0" * 64)
            name = f"{method.upper()} {path}"
            for who, client in [("a stranger", stranger), ("an ended session", expired)]:
                got = client.call(method.upper(), address, {} if method != "get" else None)
                check(f"{name} as {who} is refused", got[0] == 401
                      and got[2]["problem"] == "sign-in.session-ended", got)
    # Role by deed: who may do it, where it is really tried.
    sheet = next(
        v for i in people["auditor"][0].call("GET", "/api/v1/work")[2]["items"]
        for v in i["sheets"] if v["state"] == "filed" and v["contest"] == "president")["sheet"]
    deeds = [
        ("POST", f"/api/v1/sheets/{sheet}/annulment", {"why": "A test."}, {"national-officer"}),
        ("POST", "/api/v1/publications/president", None, {"national-officer"}),
        ("GET", "/api/v1/accounts", None, {"administrator"}),
        ("POST", "/api/v1/accounts/x@y/invitations", None, {"administrator"}),
        ("PUT", "/api/v1/stations/south-001/keys", {"keys": []}, {"administrator"}),
        ("GET", "/api/v1/work", None, {
            "commission-member", "territorial-officer", "national-officer", "reviewer", "auditor"}),
        ("GET", "/api/v1/readiness", None, {
            "commission-member", "territorial-officer", "national-officer", "observer", "auditor"}),
        ("POST", "/api/v1/readiness/remarks", {
            "key": {"station": "south-001", "requirement": "power", "serial": ""},
            "agrees": True, "text": "Seen."}, {"observer"}),
    ]
    for method, path, body, allowed in deeds:
        for role, clients in sorted(people.items()):
            status = clients[0].call(method, path, body)[0]
            if role in allowed:
                check(f"{method} {path} as {role} is allowed", status not in (401, 403), status)
            else:
                check(f"{method} {path} as {role} is refused", status == 403, status)
    outside = people["territorial-officer"][0]
    north = next(s["sheet"] for s in Client(server).call("GET", "/api/v1/stations/north-001")[2][
        "sheets"] if s["counts"])
    check("an officer of the south does not doubt a sheet of the north", outside.call(
        "POST", f"/api/v1/sheets/{north}/question", {"why": "A test."})[0] == 403)


def cookies(server):
    """A browser's cookie reads; it writes only with the form's token, from our own site."""
    account = next(a for a in server.told["accounts"] if a["role"] == "observer")
    client = Client(server).sign_in(account["user"], account["password"])
    token, client.token = client.token, None
    jar = {"Cookie": f"dobush={token}"}
    check("a cookie is enough to read", client.call("GET", "/api/v1/session", headers=jar)[0] == 200)
    body = {"key": {"station": "south-001", "requirement": "power", "serial": ""},
            "agrees": True, "text": "Seen."}
    got = client.call("POST", "/api/v1/readiness/remarks", body, headers=jar)
    check("a cookie alone does not write", got[2]["problem"] == "api.other-site", got)
    for name, value in [("Origin", "https://evil.example"), ("Sec-Fetch-Site", "cross-site")]:
        got = client.call("POST", "/api/v1/readiness/remarks", body, headers=dict(
            jar, **{name: value, "X-Form-Token": "0" * 64}))
        check(f"another site does not write ({name})", got[0] == 403, got)


def signing_in(server):
    """Wrong passwords tell nothing and cost time."""
    client = Client(server)
    right = server.told["accounts"][1]
    for user in [right["user"], "nobody@tervania.example", "no name", ""]:
        got = client.call("POST", "/api/v1/session", {"user": user, "password": "wrong"}, key=None)
        check(f"a wrong password of {user!r}", (got[0], got[2]["problem"])
              == (401, "sign-in.wrong"), got)
    statuses = [client.call("POST", "/api/v1/session", {
        "user": "guess@tervania.example", "password": str(n)}, key=None)[0] for n in range(12)]
    check("after some tries one must wait", 429 in statuses, statuses)
    client.sign_in(right["user"], right["password"])
    check("whoever is signed in is told so", client.call("GET", "/api/v1/session")[0] == 200)
    check("signing out ends it", client.call("DELETE", "/api/v1/session")[0] == 204
          and client.call("GET", "/api/v1/session")[0] == 401)


def log(server, people):
    """The log is a chain that anybody can follow, and keeps what is not public."""
    entries, after = [], 0
    while True:
        _, _, part = Client(server).call("GET", f"/api/v1/log?after={after}&limit=1000")
        entries += part["entries"]
        if not part["entries"]:
            break
        after = entries[-1]["act"]
    check("the log has no gaps", [e["act"] for e in entries] == list(range(1, len(entries) + 1)))
    kinds = {e.get("kind") for e in entries}
    check("who signed in is not public", not kinds & {"signed-in", "account-set", "sheet-entered"})
    waiting = [e for e in entries if e.get("kind") == "sheet-refused" and "body" in e]
    check("figures that nobody confirmed are withheld", not waiting, waiting[:1])
    _, _, whole = people["auditor"][0].call("GET", "/api/v1/log?limit=1000")
    check("an auditor sees every act", all("kind" in e for e in whole["entries"]))
    import hashlib
    link = "0" * 64
    for entry in whole["entries"]:
        text = "\n".join([link, str(entry["act"]), entry["moment"], entry["actor"], entry["kind"],
                          hashlib.sha256(entry["body"].encode()).hexdigest()]) + "\n"
        link = hashlib.sha256(text.encode()).hexdigest()
        if link != entry["link"]:
            check("each link follows from the one before", False, entry["act"])
            return
    check("each link follows from the one before", True)


def events(server, people):
    """A live reader hears of a change within two seconds."""
    heard = []

    def listen():
        line = socket.create_connection(("127.0.0.1", server.port), timeout=10)
        line.sendall(b"GET /api/v1/events HTTP/1.1\r\nHost: localhost\r\n\r\n")
        got = b""
        while b"event: changed" not in got:
            piece = line.recv(4096)
            if not piece:
                break
            got += piece
        heard.append((time.time(), got))
        line.close()

    thread = threading.Thread(target=listen)
    thread.start()
    time.sleep(0.5)
    began = time.time()
    status = people["commission-member"][0].call("POST", "/api/v1/turnout", {
        "station": "south-005", "hour": "2031-05-18T14:00:00+05:00", "voters": 90})
    check("turnout is reported", status[0] == 200, status)
    thread.join(8)
    check("a live reader hears of it within two seconds",
          bool(heard) and heard[0][0] - began < 2, heard)
    check("the public answer is new", any(
        h["hour"] == "2031-05-18T09:00:00Z" and h["stations"] == 12
        for h in Client(server).call("GET", "/api/v1/turnout")[2]["hours"]))
    client = Client(server)
    _, headers, _ = client.call("GET", "/api/v1/results")
    check("an answer that has not changed is not sent again", client.call(
        "GET", "/api/v1/results", headers={"If-None-Match": headers["etag"]})[0] == 304)


def desk(server, people):
    """What the desk counted is held against the sheets, whichever comes first."""
    public = Client(server)
    before = public.call("GET", "/api/v1/stations/south-004")[2]
    check("a box with a paper more than voters admitted is told", [
        (r["relation"], r["left"] - r["right"]) for r in before["brokenRelations"]["hand"]]
        == [("boxes-at-most-admitted", 1)], before["brokenRelations"])
    alarms = people["territorial-officer"][0].call("GET", "/api/v1/work")[2]["alarms"]
    check("and an officer of the territory has an alarm", len(alarms) == 2, alarms)
    counts = dict(before["desk"], admitted=before["desk"]["admitted"] + 1)
    check("an observer hands no counts on", people["observer"][0].call(
        "POST", "/api/v1/desk-counts", counts)[0] == 403)
    got = people["territorial-officer"][0].call("POST", "/api/v1/desk-counts", counts)
    check("the counts are put right", got[0] == 200, got)
    after = public.call("GET", "/api/v1/stations/south-004")[2]
    check("then the relation holds", after["brokenRelations"]["hand"] == [], after)
    check("the alarm stays until an officer has looked", len(people["territorial-officer"][0].call(
        "GET", "/api/v1/work")[2]["alarms"]) == 2)
    got = people["territorial-officer"][0].call("POST", f"/api/v1/sheets/{alarms[0]}/alarm-seen")
    check("an officer looks", got[0] == 200, got)


def methods(server):
    client = Client(server)
    for method, path, status in [
        ("POST", "/api/v1/results", 405), ("PATCH", "/api/v1/session", 405),
        ("GET", "/api/v1/nothing", 404), ("GET", "/api/v1/stations/%20", 404),
        ("HEAD", "/api/v1/results", 200), ("GET", "/health", 200),
    ]:
        check(f"{method} {path}", client.call(method, path, b"" if method == "POST" else None)[0]
              == status)


def fresh(folder):
    """From an empty folder to a signed sheet that came on a stick."""
    data = os.path.join(folder, "data")
    server = Server("--data", data)
    try:
        check("the store is nobody else's", oct(os.stat(data).st_mode)[-3:] == "700")
        administrator = Client(server).accept(server.invitation())
        used = Client(server).call("GET", f"/api/v1/invitations/{server.invitation()}")
        check("an invitation works once", used[0] == 404, used)
        with_demo = Server("--demo")
        _, _, election = Client(with_demo).call("GET", "/api/v1/election")
        with_demo.stop()
        status, _, answer = administrator.call("PUT", "/api/v1/election", {
            "definition": election["definition"],
            "forms": {"president": "tervania", "referendum": "tervania"}})
        check("an administrator sets the election up", status == 200, answer)
        status, _, answer = administrator.call("POST", "/api/v1/accounts", {
            "id": "south@example.org", "name": "South", "active": True,
            "grants": [{"role": "territorial-officer", "area": "district:south"}]})
        check("and makes an account", status == 200, answer)
        wrong = administrator.call("POST", "/api/v1/accounts", {
            "id": "x@example.org", "name": "X", "active": True,
            "grants": [{"role": "territorial-officer", "area": "nation"}]})
        check("a role fits its area", wrong[2]["problem"] == "filing.account-area", wrong)
        _, _, invitation = administrator.call("POST", "/api/v1/accounts/south@example.org/invitations")
        weak = Client(server)
        _, _, told = weak.call("GET", f"/api/v1/invitations/{invitation['token']}")
        got = weak.call("POST", f"/api/v1/invitations/{invitation['token']}", {
            "password": "short", "code": office.code(told["secret"])}, key=None)
        check("a short password is refused", got[2]["problem"] == "sign-in.weak-password", got)
        officer = Client(server).accept(invitation["token"])
        check("a code is used once", Client(server).call("POST", "/api/v1/session", {
            "user": officer.user, "password": officer.password,
            "code": office.code(officer.secret)}, key=None)[0] == 401)
        stick(folder, server, administrator, officer, election, data)
    finally:
        server.stop()


def stick(folder, server, administrator, officer, election, data):
    """Two members sign a sheet without a line; the stick is taken in twice."""
    def dobush(*words):
        done = subprocess.run([office.PROGRAM, *words], capture_output=True, text=True, timeout=60,
                              cwd=folder)
        return done.returncode, done.stdout.strip(), done.stderr

    os.makedirs(os.path.join(folder, "definition"))
    with open(os.path.join(folder, "definition", "definition.json"), "w") as file:
        json.dump(election["definition"], file)
    keys = [dobush("balance", "key", "--name", f"t/south-004/{n}", "--out", f"{n}.key")[1]
            for n in (1, 2)]
    check("a key file is its owner's", oct(os.stat(os.path.join(folder, "1.key")).st_mode)[-3:]
          == "600")
    check("an existing key is not replaced", dobush(
        "balance", "key", "--name", "x", "--out", "1.key")[0] == 2)
    got = administrator.call("PUT", "/api/v1/stations/south-004/keys", {"keys": keys})
    check("the station's keys are registered", got[0] == 200, got)
    paper = office.sheet(election, "president", "south-004", [50, 20, 10, 5, 2], invalid=1,
                         received=190, registered=180)
    with open(os.path.join(folder, "sheet.csv"), "w") as file:
        file.write("station," + ",".join(paper["figures"]) + "\n")
        file.write("south-004," + ",".join(str(v) for v in paper["figures"].values()) + "\n")
    os.makedirs(os.path.join(folder, "stick"))
    with open(os.path.join(folder, "stick", "scan.png"), "wb") as file:
        file.write(PNG)
    with open(os.path.join(folder, "stick", "notes.txt"), "w") as file:
        file.write("not a sheet\n")
    words = ["balance", "seal", "--definition", "definition", "--contest", "president", "--form",
             "tervania", "--sheets", "sheet.csv", "--key", "1.key", "--image", "stick/scan.png",
             "--out", "stick/south-004.sheet"]
    code, _, said = dobush(*words)
    check("a sheet is sealed", code == 0, said)
    note = open(os.path.join(folder, "stick", "south-004.sheet")).read()
    got = officer.call("POST", "/api/v1/signed-sheets", {"note": note})
    check("one signature is not enough", got[2]["problem"] == "filing.few-signatures", got)
    check("the second member signs", dobush(
        "balance", "sign", "--sheet", "stick/south-004.sheet", "--key", "2.key")[0] == 0)
    note = open(os.path.join(folder, "stick", "south-004.sheet")).read()
    altered = note.replace("figure maro 50", "figure maro 51").replace(
        "figure telin 20", "figure telin 19")
    got = officer.call("POST", "/api/v1/signed-sheets", {"note": altered})
    check("a sheet that was altered on its way is refused",
          got[2]["problem"] == "filing.bad-signature", got)
    words = ["balance", "collect", "stick", "--as", "south@example.org", "--data", data, "--json"]
    code, out, said = dobush(*words)
    results = {one["file"]: one["result"] for one in json.loads(out)}
    check("the stick is taken in while the service runs", code == 0 and results == {
        "notes.txt": "passed-over", "scan.png": "picture", "south-004.sheet": "taken"}, said or out)
    results = {one["file"]: one["result"] for one in json.loads(dobush(*words)[1])}
    check("and once only", results["south-004.sheet"] == "already", results)
    ends, sheets = time.time() + 3, []
    while time.time() < ends and not sheets:
        sheets = Client(server).call("GET", "/api/v1/stations/south-004")[2]["sheets"]
        time.sleep(0.1)
    check("the running service shows it", len(sheets) == 1 and sheets[0]["channel"] == "signed"
          and sheets[0]["signers"] == ["t/south-004/1", "t/south-004/2"], sheets)
    got = Client(server).call("GET", f"/api/v1/files/{sheets[0]['image']}") if sheets else (0,)
    check("with its picture", got[0] == 200 and got[2] == PNG, got[:2])
    check("the same sheet over the network is there already", officer.call(
        "POST", "/api/v1/signed-sheets", {"note": note})[2]["already"])


def schemathesis(server, folder):
    """Asks for everything in the description, right and wrong; nothing may differ from it.

    The tool keeps what it found beside itself: in the test's own folder."""
    tool = os.path.join(os.path.dirname(sys.executable), "schemathesis")
    account = next(a for a in server.told["accounts"] if a["role"] == "administrator")
    token = Client(server).sign_in(account["user"], account["password"]).token
    officer = next(a for a in server.told["accounts"] if a["role"] == "national-officer")
    rounds = [("an administrator", token, []), ("an officer", Client(server).sign_in(
        officer["user"], officer["password"]).token, []), ("a stranger", None, [])]
    for who, bearer, more in rounds:
        words = [tool, "--config-file", os.path.join(os.path.dirname(os.path.abspath(__file__)), "schemathesis.toml"),
                 "run", f"{server.url}/openapi.json", "--url", server.url, "--max-examples",
                 os.environ.get("DOBUSH_EXAMPLES", "12"), "--seed", "2031",
                 "--generation-database", "none",
                 "--exclude-checks", "unsupported_method", "--request-timeout", "10", *more]
        if bearer:
            # Ending its own session would make every later request a stranger's.
            words += ["-H", f"Authorization: Bearer {bearer}", "--exclude-method", "DELETE"]
        else:
            words += ["--exclude-checks", "ignored_auth,unsupported_method"]
        done = subprocess.run(words, capture_output=True, text=True, timeout=600, cwd=folder)
        check(f"schemathesis finds nothing as {who}", done.returncode == 0,
              done.stdout[-6000:] + done.stderr[-2000:])


def main():
    folder = tempfile.mkdtemp(prefix="dobush-office-")
    server = Server("--demo")
    try:
        people = office.demo(server)
        methods(server)
        desk(server, people)
        filing(server, people)
        bad_sheets(server, people)
        rights(server, people)
        cookies(server)
        signing_in(server)
        events(server, people)
        log(server, people)
        fresh(folder)
        schemathesis(server, folder)
        check("the service is still well", Client(server).call("GET", "/health")[0] == 200)
    finally:
        server.stop()
        shutil.rmtree(folder, ignore_errors=True)
    check("nothing secret was said", not re.search(
        r"\$argon2|Bearer|password", server.said()), server.said()[-500:])
    return check.close()


if __name__ == "__main__":
    sys.exit(main())
