"""An election night as a load: a whole country files, readers watch, and the sums are done again by hand."""
import bisect
import json
import random
import subprocess
import sys
import threading
import time
from pathlib import Path

import synthetic_country as country
from restarted_office import Client, Office

HERE = Path(__file__).resolve().parent
EACH = 100  # stations of one pair of members; an account has at most a hundred grants


class Country:
    """An office that is set up for so many stations, and two members for each hundred of them."""

    def __init__(self, served, stations):
        self.served = served
        self.stations = stations
        self.office = Office(served)
        self.office.set_election(country.definition(stations), country.FORMS)
        self.pairs = []
        for start in range(0, stations, EACH):
            areas = [f"station:{country.station(n)}" for n in range(start, min(start + EACH, stations))]
            self.pairs.append([
                self.office.person(f"m{start // EACH}-{place}", "commission-member", *areas).token
                for place in (1, 2)])

    def jobs(self, series="hand", seed=1):
        """Every station's sheet for every contest, in a mixed order."""
        chance = random.Random(seed)
        jobs = []
        for number in range(self.stations):
            first, second = self.pairs[number // EACH]
            for contest in country.OPTIONS:
                sheet = {"station": country.station(number), "contest": contest, "series": series,
                         "figures": country.figures(contest, chance)}
                jobs.append({"first": first, "second": second, "sheet": sheet})
        chance.shuffle(jobs)
        return jobs


def side(name, plan):
    process = subprocess.Popen(
        [sys.executable, str(HERE / "office_load.py"), name], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, text=True)
    process.stdin.write(json.dumps(plan) + "\n")
    process.stdin.flush()
    return process


def play(served, jobs, minutes, readers, spread, picture, seed=1):
    """The night; what both sides measured, and what the office used."""
    watching = side("readers", {"port": served.port, "readers": readers, "spread": spread})
    if "ready" not in watching.stderr.readline():
        raise RuntimeError("readers did not come: " + watching.stderr.read())
    threading.Thread(target=watching.stderr.read, daemon=True).start()
    before = served.processor_seconds()
    peak = Peak(served)
    filing = side("filers", {
        "port": served.port, "jobs": jobs, "rate": len(jobs) / (minutes * 60), "picture": picture, "seed": seed})
    filed_text, filing_said = filing.communicate()
    seen, _ = watching.communicate("\n")
    used = served.processor_seconds() - before
    if filing.returncode or watching.returncode:
        raise RuntimeError(filing_said)
    return json.loads(filed_text), json.loads(seen), used, peak.end()


def hurry(served, jobs, at_once, picture):
    """Every sheet, `at_once` of them at a time, the next as soon as one is done."""
    before = served.processor_seconds()
    peak = Peak(served)
    filing = side("filers", {
        "port": served.port, "jobs": jobs, "rate": None, "at_once": at_once, "picture": picture, "seed": 1})
    text, said = filing.communicate()
    if filing.returncode:
        raise RuntimeError(said)
    return json.loads(text), served.processor_seconds() - before, peak.end()


class Peak:
    """The most memory the office held while this looked."""

    def __init__(self, served):
        self.served, self.most, self.ended = served, 0.0, threading.Event()
        self.thread = threading.Thread(target=self.look, daemon=True)
        self.thread.start()

    def look(self):
        while not self.ended.wait(0.25):
            self.most = max(self.most, self.served.resident())

    def end(self):
        self.ended.set()
        self.thread.join()
        return self.most


def lags(filed, seen):
    """Seconds from a sheet's acknowledgement until a reader's page shows figures at or after its act: one for
    each sheet and each reader."""
    found = []
    for shown in seen["shown"]:
        moments = [moment for moment, _ in shown]
        acts = [act for _, act in shown]
        for act, moment in filed["acts"]:
            place = bisect.bisect_left(acts, act)
            found.append(max(0.0, moments[place] - moment) if place < len(acts) else float("inf"))
    return found


def quantile(values, share):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))] if ordered else float("nan")


def lost(served, jobs):
    """What is not as it was filed: each sheet of each station, and the sums by hand."""
    reader = Client(served.url)
    found, sums = [], {}
    for job in jobs:
        sheet = job["sheet"]
        station = reader.must("GET", f"/api/v1/stations/{sheet['station']}").json
        same = [version for version in station["sheets"]
                if (version["contest"], version["series"]) == (sheet["contest"], sheet["series"]) and version["counts"]]
        if len(same) != 1 or same[0]["figures"] != sheet["figures"]:
            found.append(f"{sheet['station']} {sheet['contest']}: {len(same)} sheets count")
        total = sums.setdefault((sheet["contest"], sheet["series"]), {})
        for name, value in sheet["figures"].items():
            total[name] = total.get(name, 0) + value
    for (contest, series), total in sums.items():
        shown = reader.must("GET", f"/api/v1/results/{contest}?series={series}").json["nation"]
        if shown["figures"] != total:
            found.append(f"{contest}: by hand {total}, shown {shown}")
    return found
