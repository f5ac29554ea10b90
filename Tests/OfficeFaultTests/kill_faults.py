"""SIGKILL at any moment, while filing and while starting, on both stores."""
import random
import statistics
import subprocess
import time

from database import Database
from night import Night
from restarted_office import DOBUSH, Served


def run(tally, work, wanted):
    folder = work / "data"
    served = Served("--data", str(folder))
    killed(tally, "SQLite", served, wanted.kills)
    check = subprocess.run(
        ["sqlite3", str(folder / "office.sqlite"), "PRAGMA integrity_check"], capture_output=True, text=True)
    tally.check(check.stdout.strip() == "ok", "SQLite: the file is whole", check.stdout.strip()[:200])
    store_check(tally, "SQLite", "--data", str(folder))
    with Database() as database:
        served = Served("--database", database.url)
        killed(tally, "PostgreSQL", served, wanted.kills)
        store_check(tally, "PostgreSQL", "--database", database.url)


def killed(tally, store, served, kills):
    chance = random.Random()
    starting = 0
    try:
        served.start()
        night = Night(served, pause=0.1 if kills > 50 else 0.0)

        def kill_again_and_again():
            nonlocal starting
            for _ in range(kills):
                time.sleep(chance.uniform(0.02, 0.7))
                served.kill()
                while chance.random() < 0.3:
                    served.launch()
                    time.sleep(chance.uniform(0, 0.15))
                    served.kill()
                    starting += 1
                served.start()

        night.run(kill_again_and_again)
        faults = night.faults()
        starts = served.seconds_to_start
        tally.check(
            not faults, f"{store}: killed {kills} times while filing and {starting} times while starting; every "
            "acknowledged act is there, once, in one chain, and the sums are those by hand",
            "; ".join(faults[:4])
            or f"{len(night.acts)} acts, {night.sheets} sheets, {len(night.files)} pictures acknowledged")
        tally.check(
            statistics.median(starts) < 0.5, f"{store}: starts within half a second",
            f"median {statistics.median(starts):.2f} s, longest {max(starts):.2f} s of {len(starts)}")
        if faults:
            print(served.words()[-2000:])
    finally:
        served.close()


def store_check(tally, store, *place):
    """`dobush store check`, where this build has it."""
    usage = subprocess.run([DOBUSH, "help"], capture_output=True, text=True)
    if "store check" not in usage.stdout + usage.stderr:
        return
    check = subprocess.run([DOBUSH, "store", "check", *place], capture_output=True, text=True, timeout=120)
    tally.check(check.returncode == 0, f"{store}: dobush store check finds nothing", check.stderr[-300:].strip())
