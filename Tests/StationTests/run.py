"""A station's day from the command line: what is counted, refused, held, exported and signed, and what is
kept when the machine or the second medium fails.

    .build/python/bin/python Tests/StationTests/run.py [PART…] [--kills N]

PART is some of: day refusals batches twins tamper print medium real kill reader scanner; all without it. N is how often the
scanning machine is killed (DOBUSH_KILLS says so too; 15 without either). Needs a release build; media that are
full or read-only need root for their mounts; the scanner part needs Debian's sane-utils.
"""
import argparse
import os
import shutil
import sys
import tempfile
import time
import traceback
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import station_batches
import station_day
import station_faults
import station_media
import station_reader
from station import BUILT, DOBUSH, PAPERS, ROOT, dobush

PARTS = {
    "day": station_day.day, "refusals": station_day.refusals, "twins": station_day.twins,
    "batches": station_batches.batches,
    "tamper": station_day.tamper, "print": station_day.prints, "medium": station_media.run, "real": station_media.real,
    "kill": station_faults.run, "reader": station_reader.reader, "scanner": station_reader.scanner}


class Tally:
    passed = failed = skipped = 0

    def check(self, holds, sentence, detail=""):
        if holds:
            self.passed += 1
            print(f"ok    {sentence} {str(detail)[:160] if detail else ''}", flush=True)
        else:
            self.failed += 1
            print(f"FAILED {sentence}: {str(detail)[:1500]}", flush=True)

    def skip(self, sentence, why):
        self.skipped += 1
        print(f"skipped {sentence}: {why}", flush=True)


def main():
    wanted = argparse.ArgumentParser()
    wanted.add_argument("parts", nargs="*", default=[])
    wanted.add_argument("--kills", type=int, default=int(os.environ.get("DOBUSH_KILLS", "15")))
    wanted = wanted.parse_args()
    for program in (DOBUSH, PAPERS, BUILT / "confine-trial"):
        if not program.exists():
            print(f"{program} is not built", file=sys.stderr)
            return 2
    tally = Tally()
    with tempfile.TemporaryDirectory(prefix="dobush-station-") as work:
        definition = Path(work) / "record"
        played = dobush("demo", "--committed", ROOT / "Fixtures/tervania-2031", "--out", definition)
        assert played.returncode == 0, played.stderr
        definition = definition / "1-define"
        for name in wanted.parts or PARTS:
            print(f"== {name}", flush=True)
            began = time.monotonic()
            place = Path(work) / name
            place.mkdir()
            try:
                PARTS[name](tally, place, definition, wanted)
            except Exception:
                traceback.print_exc()
                tally.check(False, f"{name} ran to its end")
            shutil.rmtree(place, ignore_errors=True)
            print(f"      {name}: {time.monotonic() - began:.0f} s", flush=True)
    print(f"{tally.passed} passed, {tally.failed} failed, {tally.skipped} skipped")
    return 1 if tally.failed else 0


if __name__ == "__main__":
    sys.exit(main())
