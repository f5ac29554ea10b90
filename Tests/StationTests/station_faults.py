"""SIGKILL at any moment while scanning, and the disk as it was at any moment, as a power cut leaves it."""
import json
import random
import shutil
import sqlite3
import subprocess
import threading
import time

from station import Station, digest, dobush, papers


def run(tally, work, definition, wanted):
    kills = wanted.kills
    station = Station(work / "s", definition).opened()
    count = max(60, kills * 4)
    pages = papers(work / "pages", count)
    known = {page.name: digest(page) for page in pages}
    chance = random.Random()
    acknowledged, snapshots, killed, cut = [], [], 0, 0
    waiting = list(pages)
    stopped = threading.Event()

    def feed():
        while waiting and not stopped.is_set():
            station.feed([waiting.pop(0)])
            time.sleep(0.02)

    feeder = threading.Thread(target=feed)
    feeder.start()
    while killed < kills:
        process = station.start()
        heard = threading.Thread(target=lambda: acknowledged.extend(lines(process)))
        heard.start()
        time.sleep(chance.uniform(0.05, 1.6))
        if chance.random() < 0.4:
            snapshots.append(snapshot(station, work / f"cut{len(snapshots)}", acknowledged))
        process.kill()
        process.wait()
        heard.join()
        killed += 1
        if chance.random() < 0.3:
            code, check = station.check()
            cut += code
    before = len({name for line in acknowledged for name in line["files"]})
    feeder.join()
    done, told = station.scan()
    acknowledged += told
    names = {name for line in acknowledged for name in line["files"]}
    tally.check(done.returncode in (0, 1) and names == set(known), f"killed {killed} times, every paper is acknowledged in the end",
                done.stderr[-600:] or f"{before} of {count} before the last run, {cut} cut in the middle of an export")
    firsts = [name for line in acknowledged if not line["again"] for name in line["files"]]
    tally.check(len(firsts) == len(set(firsts)), "and none is taken for new twice")
    for case in json.loads(station.do("decide", "--json", export=False).stdout):
        station.do("decide", "--case", case["case"], "--count", "--by", "Ana", "--why", "two papers")
    tally.check(station.exported() == sorted(known.values()), "every paper is on the medium once", len(known))
    done = station.do("close", "--by", "Ana", "--json")
    tally.check(done.returncode == 0 and json.loads(done.stdout)["counted"] == count, "and in the sums once", done.stderr)
    done = dobush("read", "station", "check", "--data", station.data)
    tally.check(done.returncode == 0, "the chain of events is whole", done.stdout)
    left = [path.name for path in station.watch.iterdir() if path.is_file()]
    tally.check(not left, "no picture was left behind", left)
    cuts(tally, snapshots, known)


def lines(process):
    """What the process acknowledged; a line that was cut off is not an acknowledgement."""
    for line in process.stdout:
        if line.endswith("\n"):
            yield json.loads(line)


def snapshot(station, place, acknowledged):
    """The store's files as they lie on the disk while it is written."""
    before = [name for line in list(acknowledged) if line["result"] != "refused" for name in line["files"]]
    place.mkdir()
    # The log first: what it holds and the file does not is kept, the other way round is not promised.
    for name in ("station.sqlite-wal", "station.sqlite"):
        source = station.data / name
        if source.exists():
            shutil.copy(source, place / name)
    return place, before


def cuts(tally, snapshots, known):
    """A copy that was torn between the two files may be refused, and never lies."""
    whole = torn = lost = 0
    for place, before in snapshots:
        done = dobush("read", "station", "check", "--data", place)
        if done.returncode != 0:
            torn += 1
            continue
        whole += 1
        with sqlite3.connect(place / "station.sqlite") as store:
            held = {row[0].hex() for row in store.execute("SELECT digest FROM file")}
        lost += sum(known[name] not in held for name in before)
    tally.check(lost == 0 and whole > 0, f"of {len(snapshots)} copies of the disk under way, {whole} open and miss nothing acknowledged",
                f"{torn} were torn by the copying itself and say so; {lost} lost")
