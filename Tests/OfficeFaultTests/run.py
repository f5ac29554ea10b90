"""What a results office keeps when its machine fails: killed at any moment, disk full, disk read-only, clock
moved, database gone and back, two offices on one database, and memory over many requests.

    .build/python/bin/python Tests/OfficeFaultTests/run.py [PART…] [--kills N]

PART is some of: kill disk clock database pair memory; all without it. N is how often each store's office is
killed (200 for the figures in Documentation/Operations; DOBUSH_KILLS says so too; 15 without either). Needs
a release build; the disk part needs root for its mounts, the clock part Debian's faketime.
"""
import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
import traceback
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parent), str(Path(__file__).resolve().parents[1] / "Support/Python")]

import clock_faults
import database_faults
import disk_faults
import kill_faults
import memory_faults
from restarted_office import DOBUSH, Tally

PARTS = {
    "kill": kill_faults.run, "disk": disk_faults.run, "clock": clock_faults.run,
    "database": database_faults.run, "pair": database_faults.run_pair, "memory": memory_faults.run}


def main():
    wanted = argparse.ArgumentParser()
    wanted.add_argument("parts", nargs="*", default=[])
    wanted.add_argument("--kills", type=int, default=int(os.environ.get("DOBUSH_KILLS", "15")))
    wanted = wanted.parse_args()
    tally = Tally()
    if not Path(DOBUSH).exists():
        print(f"{DOBUSH} is not built: swift build -c release --product dobush", file=sys.stderr)
        return 2
    for name in wanted.parts or PARTS:
        print(f"== {name}", flush=True)
        began = time.monotonic()
        work = Path(tempfile.mkdtemp(prefix="dobush-fault-", dir="/tmp"))
        try:
            PARTS[name](tally, work, wanted)
        except Exception:
            traceback.print_exc()
            tally.check(False, f"{name} ran to its end")
        finally:
            subprocess.run(["umount", "-q", "-R", "-l", str(work / "mount")], capture_output=True)
            shutil.rmtree(work, ignore_errors=True)
        print(f"      {name}: {time.monotonic() - began:.0f} s", flush=True)
    return tally.close()


if __name__ == "__main__":
    sys.exit(main())
