"""The machine's clock is moved while the office works."""
import os
import time
from pathlib import Path

from night import Night, read_log, wait_until
from restarted_office import Client, Served

# libfaketime changes the environment of the first process it is loaded into, and Swift then finds no
# arguments beside it; so a shell is that process.
SHELL = ("/bin/sh", "-c", 'exec "$0" "$@"')


def run(tally, work, wanted):
    libraries = list(Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1"))
    if not libraries:
        tally.skip("clock jumps", "Debian's faketime is not installed")
        return
    moved = work / "clock"
    moved.write_text("+0\n")
    served = Served("--data", str(work / "data"), prefix=SHELL, environment={
        "LD_PRELOAD": str(libraries[0]), "FAKETIME_TIMESTAMP_FILE": str(moved), "FAKETIME_NO_CACHE": "1",
        "FAKETIME_DONT_FAKE_MONOTONIC": "1"}).start()

    def move(by):
        draft = work / "clock.new"
        draft.write_text(by + "\n")
        os.replace(draft, moved)

    try:
        night = Night(served, filers=2)
        night.run(lambda: time.sleep(0.7))
        before = night.sheets
        night.run(lambda: (move("-3h"), time.sleep(1.2)))
        tally.check(
            wait_until(lambda: "clock.jumped" in served.words(), 3) is not None,
            "a clock set back three hours: the log of the machine says clock.jumped")
        told = Client(served.url).call("GET", "/health")
        tally.check(
            told.status == 200 and told.json["clock"]["jumped"] in range(-10_801, -10_798),
            "a clock set back: /health is well and tells the jump", repr(told))
        tally.check(night.sheets > before, "a clock set back: filing goes on", f"{night.sheets - before} sheets")
        log, faults = read_log(night.administrator)
        moments = [entry["moment"] for entry in log.values()]
        tally.check(
            not faults and moments == sorted(moments), "a clock set back: no act is dated before an earlier one")

        move("+20h")
        seconds = wait_until(
            lambda: night.administrator.call("GET", "/api/v1/session").status == 401, 3)
        tally.check(seconds is not None, "a clock set forward by a day: sessions have ended")
        time.sleep(1)
        move("+0")
        seconds = wait_until(
            lambda: night.administrator.call("GET", "/api/v1/session").status == 200, 3)
        tally.check(seconds is not None, "the clock is put right: the same sessions go on")
        night.run(lambda: time.sleep(0.7))
        faults = night.faults()
        tally.check(
            not faults, "what was acknowledged while the clock jumped is there, once",
            "; ".join(faults[:4]) or f"{night.sheets} sheets, {len(night.acts)} acts")
    finally:
        served.close()
