"""Review of doubtful papers through the real service and the real commands.

Folders are packed from real scans where they are at hand, and from drawn papers in files of many pages; what was read
of a test deck comes in by no door; six reviewers work at once while the service is killed;
on the demonstration nobody learns what another said before a paper is settled; a person with nothing but a
keyboard, and one without scripts, do their papers in a browser; officers decide for the commission where reviewers
do not agree. Needs the release build.
"""
import json
import os
import sys
import tempfile
import threading
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "Tests/Support/Python"), str(Path(__file__).parent)]
import blindness  # noqa: E402
import browser  # noqa: E402
import commission  # noqa: E402
import many_pages  # noqa: E402
import many_reviewers  # noqa: E402
import office  # noqa: E402
import packing  # noqa: E402
import tried_papers  # noqa: E402
from restarted_office import Tally  # noqa: E402

LIMIT = 600
SCHEMA = ROOT.parent / "shared/data/schemas/cvr-1500-103/NIST_V0_cast_vote_records.json"


def main():
    tally = Tally()

    def stop():
        print(f"FAIL  stopped after {LIMIT} s")
        tally.failed += 1
        tally.close()
        os._exit(1)

    timer = threading.Timer(LIMIT, stop)
    timer.daemon = True
    timer.start()
    checks = office.Checks()

    def schema(claim, document):
        if not SCHEMA.exists():
            tally.skip(claim, "it needs ../shared")
            return
        import jsonschema
        errors = [e.message for e in jsonschema.Draft4Validator(json.loads(SCHEMA.read_text())).iter_errors(document)]
        checks(claim, not errors, errors[:3])

    with tempfile.TemporaryDirectory(prefix="dobush-review-") as folder:
        for part in (packing, tried_papers, many_pages, many_reviewers):
            try:
                part.run(tally, Path(folder))
            except Exception as error:  # one broken part must not hide the others
                tally.check(False, f"{part.__name__} comes to its end", repr(error)[:800])
    for part in (lambda server: blindness.run(checks, server, schema), lambda server: browser.run(checks, server),
                 lambda server: commission.run(checks, server, schema)):
        server = office.Server("--demo")
        try:
            part(server)
        except Exception as error:
            checks("a part comes to its end", False, repr(error)[:800])
        finally:
            server.stop()
    timer.cancel()
    tally.passed += checks.passed
    tally.failed += checks.failed
    return tally.close()


if __name__ == "__main__":
    sys.exit(main())
