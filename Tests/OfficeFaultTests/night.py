"""An election night under faults: several people file at once, remember every answer that they were given,
and at the end hold the office to each of them."""
import hashlib
import random
import threading
import time
import uuid

import synthetic_country as country
from restarted_office import Client, Office
from signed_notes import Signer, note

EACH = 100  # stations of one table; an account has at most a hundred grants
KEYED = 10  # of them with keys, for signed sheets
OFFICE_KINDS = {"account-set", "signed-in", "sign-in-refused", "signed-out", "sheet-proposed", "sheet-entered",
                "sheet-refused", "alarm-seen"}


class Night:
    """An office that is set up, and what its people were promised."""

    def __init__(self, served, filers=4, pause=0.0):
        self.served = served
        self.pause = pause
        self.office = Office(served)
        self.office.set_election(country.definition(filers * EACH), country.FORMS)
        self.administrator = self.office.administrator
        self.keys = {}
        for number in range(filers * EACH):
            if number % EACH >= KEYED:
                continue
            name = country.station(number)
            self.keys[name] = [Signer(f"{name}-{place}") for place in (1, 2)]
            self.administrator.write(
                "PUT", f"/api/v1/stations/{name}/keys", {"keys": [key.text for key in self.keys[name]]})
        self.filers = [Filer(self, number) for number in range(filers)]
        self.lock = threading.Lock()
        self.acts = {}  # number of the act -> (kind, sheet)
        self.filed = {}  # (station, contest, series) -> [(sheet, figures)], oldest first
        self.files = set()
        self.replies = []  # (client, path, body, key, answer)
        self.surprises = []
        self.ending = threading.Event()

    def promised(self, answer, kind):
        """Remembers an act that was acknowledged; its sheet."""
        if answer is None or answer.status != 200:
            self.surprises.append(f"{kind}: {answer}")
            return None
        told = answer.json
        with self.lock:
            if told["act"] is not None:
                self.acts[told["act"]] = (kind, told["sheet"])
            elif not told["already"]:
                self.surprises.append(f"{kind}: neither an act nor already there: {told}")
        return told["sheet"]

    def run(self, body):
        """Files while `body` does what it does to the office, and lets everybody finish."""
        self.ending.clear()
        threads = [threading.Thread(target=filer.file_until, args=(self.ending,)) for filer in self.filers]
        for thread in threads:
            thread.start()
        try:
            body()
        finally:
            self.ending.set()
            for thread in threads:
                thread.join()

    @property
    def sheets(self):
        return sum(len(versions) for versions in self.filed.values())

    # MARK: What must hold afterwards

    def faults(self):
        """Every promise that is not kept; empty when all are."""
        log, found = read_log(self.administrator)
        found += self.surprises[:5]
        found += self.missing_acts(log)
        found += doubles(log)
        found += self.wrong_sums()
        found += self.missing_files()
        found += self.changed_replies()
        return found

    def missing_acts(self, log):
        found = []
        for number, (kind, sheet) in self.acts.items():
            entry = log.get(number)
            if entry is None or entry["kind"] != kind:
                found.append(f"act {number}, {kind}, was acknowledged; the log has {entry and entry['kind']}")
            elif kind == "sheet-confirmed" and sheet not in entry["body"]:
                found.append(f"act {number} speaks of another sheet than was acknowledged")
        return found

    def wrong_sums(self):
        """Adds up by hand what was acknowledged, and compares with what is shown."""
        found = []
        sums = {}
        for (_, contest, series), versions in self.filed.items():
            total = sums.setdefault((contest, series), [0, {}])
            total[0] += 1
            for name, value in versions[-1][1].items():
                total[1][name] = total[1].get(name, 0) + value
        reader = Client(self.served.url)
        for (contest, series), (sheets, total) in sums.items():
            shown = reader.must("GET", f"/api/v1/results/{contest}?series={series}").json["nation"]
            if (shown["sheets"], shown["figures"]) != (sheets, total):
                found.append(f"{contest} {series}: by hand {sheets} sheets, {total}; shown {shown}")
        return found

    def missing_files(self):
        found = []
        for digest in random.sample(sorted(self.files), min(40, len(self.files))):
            answer = self.filers[0].officer.call("GET", f"/api/v1/files/{digest}")
            if answer.status != 200 or hashlib.sha256(answer.body).hexdigest() != digest:
                found.append(f"file {digest} was acknowledged and is {answer.status}")
        return found

    def changed_replies(self):
        """The same request under the same key is answered the same, and done once."""
        found = []
        for client, path, body, key, answer in random.sample(self.replies, min(30, len(self.replies))):
            again = client.persistently_under(key, "POST", path, body)
            if again.body != answer.body or again.headers["Idempotent-Replayed"] != "true":
                found.append(f"{path} sent again is answered {again}; it was {answer}")
        return found


class Filer:
    """Two members and an officer who work at one table."""

    def __init__(self, night, number):
        self.night = night
        stations = [country.station(n) for n in range(number * EACH, (number + 1) * EACH)]
        areas = [f"station:{station}" for station in stations]
        self.first = night.office.person(f"first-{number}", "commission-member", *areas)
        self.second = night.office.person(f"second-{number}", "commission-member", *areas)
        self.officer = night.office.person(f"officer-{number}", "national-officer", "nation")
        self.chance = random.Random(uuid.uuid4().int)
        self.own = []
        self.free = [(station, contest, series) for station in stations for contest in country.OPTIONS
                     for series in ("hand", "scanner")]
        self.chance.shuffle(self.free)

    def file_until(self, ending):
        while not ending.is_set():
            # A night has some thousands of sheets, however often the office is killed in it.
            time.sleep(self.night.pause)
            key = self.free.pop() if self.free else None
            if key is None or (self.own and self.chance.random() < 0.2):
                if key:
                    self.free.append(key)
                self.correct(*self.chance.choice(self.own))
            elif key[0] in self.night.keys:
                self.sign(*key)
            else:
                self.file(*key)

    def send(self, client, path, body=None):
        """Until it is answered, under one key."""
        key = str(uuid.uuid4())
        while True:
            answer = client.persistently_under(key, "POST", path, body)
            if answer.status == 200:
                with self.night.lock:
                    self.night.replies.append((client, path, body, key, answer))
            return answer

    def picture(self):
        if self.chance.random() > 0.4:
            return None
        bytes_ = country.picture(self.chance.randrange(2_000, 60_000), self.chance)
        answer = self.first.persistently_under(str(uuid.uuid4()), "POST", "/api/v1/files", bytes_, type="image/jpeg")
        if answer.status != 201:
            self.night.surprises.append(f"picture: {answer}")
            return None
        with self.night.lock:
            self.night.files.add(answer.json["file"])
        return answer.json["file"]

    def file(self, station, contest, series):
        figures = country.figures(contest, self.chance)
        body = {"station": station, "contest": contest, "series": series, "figures": figures, "image": self.picture()}
        self.state(body, self.second)

    def correct(self, station, contest, series):
        before = self.night.filed[(station, contest, series)][-1][0]
        figures = country.figures(contest, self.chance)
        body = {"station": station, "contest": contest, "series": series, "figures": figures, "replaces": before,
                "why": "Counted again."}
        self.state(body, self.officer)

    def state(self, body, confirmer):
        sheet = self.night.promised(self.send(self.first, "/api/v1/sheets", body), "sheet-proposed")
        if sheet and self.night.promised(
                self.send(confirmer, f"/api/v1/sheets/{sheet}/confirmation"), "sheet-confirmed"):
            self.done(body["station"], body["contest"], body["series"], sheet, body["figures"])

    def sign(self, station, contest, series):
        figures = country.figures(contest, self.chance)
        text = country.statement(station, contest, series, figures, self.picture())
        body = {"note": note(text, self.night.keys[station])}
        sheet = self.night.promised(self.send(self.officer, "/api/v1/signed-sheets", body), "sheet-signed")
        if sheet != hashlib.sha256(text.encode()).hexdigest():
            self.night.surprises.append(f"a signed sheet is named {sheet}")
        self.done(station, contest, series, sheet, figures)

    def done(self, station, contest, series, sheet, figures):
        with self.night.lock:
            self.night.filed.setdefault((station, contest, series), []).append((sheet, figures))
        self.own.append((station, contest, series))


def read_log(client):
    """Every act, and what is wrong with the chain; recomputed as the manual says."""
    log, found, last, link = {}, [], 0, "0" * 64
    while True:
        page = client.must("GET", f"/api/v1/log?after={last}&limit=1000").json
        if not page["entries"]:
            return log, found
        for entry in page["entries"]:
            digest = hashlib.sha256(entry["body"].encode()).hexdigest()
            lines = (link, entry["act"], entry["moment"], entry["actor"], entry["kind"], digest)
            link = hashlib.sha256("".join(f"{line}\n" for line in lines).encode()).hexdigest()
            if entry["act"] != last + 1 or entry["link"] != link or entry["bodyDigest"] != digest:
                found.append(f"the chain breaks at act {entry['act']} after {last}")
                link = entry["link"]
            last = entry["act"]
            log[last] = entry


def doubles(log):
    """Sheets that were filed twice."""
    seen, found = set(), []
    for number, entry in log.items():
        if entry["kind"] not in ("sheet-confirmed", "sheet-signed", "sheet-proposed"):
            continue
        name = (entry["kind"], entry["body"])
        if name in seen:
            found.append(f"act {number} does again what an earlier one did")
        seen.add(name)
    return found


def wait_until(holds, seconds, step=0.05):
    """Seconds until it held; None when it did not."""
    began = time.monotonic()
    while time.monotonic() - began < seconds:
        if holds():
            return time.monotonic() - began
        time.sleep(step)
    return None
