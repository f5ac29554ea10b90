"""The second medium: gone, empty, somebody else's, full, read-only, and back."""
import json
import os
import shutil
import signal
import subprocess
import time

from station import Station, papers


def run(tally, work, definition, wanted):
    away(tally, work, definition)
    strangers(tally, work, definition)
    if os.geteuid() != 0:
        tally.skip("a full and a read-only medium", "mounting needs root")
        return
    mounted(tally, work, definition)


def standing(station, code):
    """Scanning once stands still for this reason."""
    done, told = station.scan()
    return done.returncode == 2 and f"problem: {code}\n" in done.stderr, told, done.stderr


def whole(tally, station, count, sentence):
    code, check = station.check()
    tally.check(code == 0 and check["counted"] == count and station.report()["counted"] == count, sentence, check)


def away(tally, work, definition):
    station = Station(work / "away", definition).opened()
    pages = papers(work / "pages", 8)
    station.feed(pages[:2])
    station.scan()
    station.stick.rename(work / "pocket")
    station.feed(pages[2:4])
    held, told, words = standing(station, "station.medium-missing")
    tally.check(held and not told, "without the medium nothing is counted", words)
    report = station.report()
    tally.check(report["counted"] == 2 and report["deeds"][-1].get("cause") == "out-of-step", "and the day says it is out of step")
    station.stick.mkdir()
    held, told, words = standing(station, "station.medium-empty")
    tally.check(held and not told, "an empty folder, as an unplugged stick leaves, is not taken for the medium", words)
    station.stick.rmdir()
    (work / "pocket").rename(station.stick)
    done, told = station.scan()
    tally.check([line["counted"] for line in told] == [3, 4] and done.returncode == 0, "back again, scanning goes on by itself", done.stderr)
    whole(tally, station, 4, "and the medium holds everything")
    pulled(tally, work, station, pages[4:])
    shutil.rmtree(station.stick)
    station.stick.mkdir()
    done = station.do("resume", "--by", "Ana", "--new-medium")
    tally.check(done.returncode == 0, "a new medium is begun on a person's word", done.stderr)
    whole(tally, station, 8, "and holds all that was read before")


def pulled(tally, work, station, pages):
    """Pulled out while scanning goes on: at most one paper more is acknowledged."""
    process = station.start()
    try:
        station.feed(pages[:1])
        lines = [json.loads(process.stdout.readline())]
        station.stick.rename(work / "pocket")
        station.feed(pages[1:])
        time.sleep(3)
        count = station.report()["counted"]
        tally.check(lines[0]["counted"] == 5 and count <= 6, "pulled out while scanning: at most one paper more is read", count)
        (work / "pocket").rename(station.stick)
        while len(lines) < 4:
            lines.append(json.loads(process.stdout.readline()))
        tally.check([line["counted"] for line in lines] == [5, 6, 7, 8], "put back: the rest is read, without anybody's command", lines)
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait()
    whole(tally, station, 8, "and the medium holds everything")


def strangers(tally, work, definition):
    one = Station(work / "one", definition).opened()
    two = Station(work / "two", definition, name="north-002").opened()
    again = Station(work / "three", definition, key=one.key).opened()
    trial = Station(work / "trial", definition, test=True, key=one.key).opened()
    pages = papers(work / "strange", 2)
    one.feed(pages[:1])
    own = one.stick
    for other, sentence in ((two, "another station's medium"), (again, "a medium of another count of the same station"),
                            (trial, "the test's medium")):
        one.stick = other.stick
        before = sorted(str(path) for path in other.stick.rglob("*"))
        held, told, words = standing(one, "station.medium-of-another-count")
        tally.check(held and not told and before == sorted(str(path) for path in other.stick.rglob("*")),
                    f"{sentence} is refused and left as it is", words)
    foreign = work / "foreign"
    foreign.mkdir()
    (foreign / "holiday.jpg").write_bytes(b"x")
    one.stick = foreign
    held, told, words = standing(one, "station.medium-foreign")
    tally.check(held and not told, "a medium with other files is refused", words)
    one.stick = own
    tally.check(len(one.scan()[1]) == 1, "the right one is taken")
    copy = work / "older"
    shutil.copytree(one.data, copy)
    one.feed(pages[1:])
    one.scan()
    shutil.rmtree(one.data)
    copy.rename(one.data)
    one.feed(papers(work / "third", 1, first=2))
    held, told, words = standing(one, "station.medium-ahead")
    tally.check(held and not told, "a store older than its medium (a backup put back) is noticed", words)
    key = one.key
    one.key = two.key
    done = one.do("pause", "--by", "Ana")
    tally.check(done.returncode == 2 and "station.other-key" in done.stderr, "another key is refused", done.stderr)
    one.key = key


def mounted(tally, work, definition):
    station = Station(work / "mounted", definition)
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(station.stick)], check=True)
    try:
        station.opened()
        station.feed(papers(work / "many", 30))
        done, told = station.scan()
        tally.check(
            done.returncode == 2 and "problem: station.medium-full\n" in done.stderr and 3 < len(told) < 30, "a full medium stops scanning",
            done.stderr)
        kept = station.report()["counted"]
        late = [line for line in told if not line["exported"]]
        tally.check(len(told) == kept and len(late) <= 1, "at most one paper was read that is not on it", late)
        subprocess.run(["mount", "-o", "remount,size=60m", str(station.stick)], check=True)
        done, told = station.scan()
        tally.check(done.returncode == 0 and len(told) == 30 - kept, "with room again, the rest is read", done.stderr)
        whole(tally, station, 30, "and the medium holds everything")
        station.feed(papers(work / "late", 3, first=30))
        subprocess.run(["mount", "-o", "remount,ro", str(station.stick)], check=True)
        done, told = station.scan()
        tally.check(
            done.returncode == 2 and "problem: station.medium-read-only\n" in done.stderr and len(told) <= 1,
            "a read-only medium stops scanning after one paper", done.stderr)
        subprocess.run(["mount", "-o", "remount,rw", str(station.stick)], check=True)
        station.scan()
        whole(tally, station, 33, "and back again, nothing is missing")
    finally:
        subprocess.run(["umount", "-l", str(station.stick)], capture_output=True)
