"""Audit and tabulation cases of others: one module a set, found by the name of the set's folder.

The folder is laid out like audit (one folder a set), like one of its sets, or like one case. A set that is
not supported yet counts as failed, by name; a case whose ballots are not in the data is skipped, by name.
"""
import sys
from pathlib import Path

import audit_rctab
import russia_precincts

# A set's name, what tells a folder of its cases, and what runs it with a report to write into.
SETS = {
    "rctab": (audit_rctab.is_set, audit_rctab.run),
    "russia-precincts": (
        lambda folder: any(folder.glob("*_expected.json")) and any(folder.glob("*.csv*")),
        lambda folder, report: russia_precincts.run(folder, report.check)),
}


class Report:
    """Counts what passed, failed and was skipped, and names what did not pass."""

    def __init__(self):
        self.passed = self.failed = self.skipped = 0

    def check(self, name, holds, what=""):
        if holds:
            self.passed += 1
        else:
            self.failed += 1
            print(f"failed: {name}{': ' if what else ''}{what}")

    def skip(self, name, what):
        self.skipped += 1
        print(f"skipped: {name}: {what}")


def main():
    folder = Path(sys.argv[1]).resolve()
    report = Report()
    if not folder.is_dir():
        report.check(folder.name, False, "not a folder")
    else:
        known = next((run for is_set, run in SETS.values() if is_set(folder)), None)
        if known:
            known(folder, report)
        else:
            inside = sorted(p for p in folder.iterdir() if p.is_dir())
            for one in inside:
                run = next((run for is_set, run in SETS.values() if is_set(one)), None)
                if run:
                    run(one, report)
                else:
                    report.check(one.name, False, "this set is not supported yet")
            if not inside:
                report.check(folder.name, False, "this set is not supported yet")
    if report.skipped:
        print(f"{report.skipped} skipped")
    print(f"{report.passed} passed, {report.failed} failed")
    sys.exit(1 if report.failed or not report.passed else 0)


main()
