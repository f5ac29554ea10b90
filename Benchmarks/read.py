"""Reading paper: CPU time against decoding, cores, and memory from one page to a hundred thousand.

    python3 Benchmarks/read.py [speed] [cores] [memory] [--most PAGES]

Needs `swift build -c release` of dobush, mark-corpus and read-speed, poppler-utils, and for real pages ../shared.
`speed`: decoding and both readers on one core. `cores`: `dobush read` with one job and with as many as there are
processors. `memory`: peak of `dobush read` over 1, 100, 10,000 and 100,000 pages; writes some 50 kB a page, and
takes about a minute of CPU for each 4,000 pages, so `--most 10000` is the usual way. Nothing here passes or fails.
"""
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import read_peer

ROOT = Path(__file__).resolve().parents[1]
RELEASE = ROOT / ".build/release"
BALLOTS = ROOT.parent / "shared/data/ballots/nh-test-ballot-batch"
MOST = int(sys.argv[sys.argv.index("--most") + 1]) if "--most" in sys.argv else 100_000
PARTS = [word for word in sys.argv[1:] if word in ("speed", "cores", "memory")] or ["speed", "cores", "memory"]
CORES = os.cpu_count() or 1
RUNS = 5


def our_pages(work, pages, small=False):
    """Marked papers of our own: A4 with 21 targets at 200 dpi, or A5 with 8 at 150."""
    contests = [("president", "President", ["One", "Two", "Three", "Four", "Against all"]),
                ("referendum", "Question", ["Yes", "No", "As it is now"])]
    if small:
        return read_peer.Dobush(work, pages, "a5", 150, contests)
    return read_peer.Dobush(work, pages)


def new_hampshire(work):
    definition = work / "nh"
    subprocess.run([RELEASE / "dobush", "define", "import-votingworks", BALLOTS / "election.json", "--out", definition],
                   check=True, capture_output=True)
    return definition, sorted((BALLOTS / "images").glob("*.jpg"))


def speed(work):
    rows = []
    ours = our_pages(work / "ours", 20)
    scans = sorted((work / "ours/scans").glob("*.jpeg"))
    rows.append(("our A4 paper with a code, 21 targets, grey JPEG", [], ours.work / "definition", scans))
    if BALLOTS.exists():
        definition, images = new_hampshire(work)
        rows.append(("New Hampshire batch made grey, quality 85", ["--grey", "85"], definition, images))
        rows.append(("New Hampshire batch as it came, in colour", [], definition, images))
    else:
        print("skipped: the New Hampshire batch needs ../shared")
    print("| 200 dpi, one core, ms of CPU a page | pages | kB a page | decode | code | both readers | times decoding | refused |")
    print("|---|---|---|---|---|---|---|---|")
    for name, options, definition, pages in rows:
        done = subprocess.run(["taskset", "-c", "0", RELEASE / "read-speed", *options, definition, *pages],
                              capture_output=True, text=True, check=True)
        figure = json.loads(done.stdout)
        print(f"| {name} | {figure['pages']} | {figure['bytes'] // 1000} | {figure['decode_ms']:.1f} | "
              f"{figure['code_ms']:.1f} | {figure['read_ms']:.1f} | {figure['times_decoding']:.2f} | {figure['refused']} |",
              flush=True)


def read(definition, out, pages, jobs):
    """Wall seconds, CPU seconds and peak MB of one run."""
    command = [str(RELEASE / "dobush"), "read", "--definition", str(definition), "--out", str(out), "--jobs", str(jobs),
               *map(str, pages)]
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    words = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        sys.exit(f"dobush read ended with {process.returncode}: {words[-500:].decode()}")
    return time.monotonic() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def cores(work):
    ours = our_pages(work / "cores", 200)
    print("| dobush read, 200 pages of our A4 paper at 200 dpi | wall s | pages/s | CPU ms a page |\n|---|---|---|---|")
    wall = {}
    figures = {}
    for number in range(RUNS + 1):
        for jobs in sorted({1, CORES}):
            figure = read(ours.work / "definition", work / f"cores-out-{number}-{jobs}", [work / "cores/scans"], jobs)
            if number:
                figures.setdefault(jobs, []).append(figure)
    for jobs, runs in figures.items():
        wall[jobs] = statistics.median(run[0] for run in runs)
        cpu = statistics.median(run[1] for run in runs)
        print(f"| {jobs} jobs | {wall[jobs]:.2f} | {200 / wall[jobs]:.1f} | {cpu * 5:.1f} |", flush=True)
    print(f"{CORES} jobs are {wall[1] / wall[CORES]:.2f} times as fast as one, on {CORES} processors")


def memory(work):
    """Many pages of a few, each made a file of its own by a comment in the JPEG."""
    ours = our_pages(work / "memory", 50, small=True)
    models = [path.read_bytes() for path in sorted((work / "memory/scans").glob("*.jpeg"))]
    folder = work / "many"
    folder.mkdir()
    made = 0
    print("| dobush read, pages of our A5 paper at 150 dpi | peak MB | CPU s | wall s |\n|---|---|---|---|")
    for pages in (1, 100, 10_000, 100_000):
        if pages > MOST:
            break
        for number in range(made, pages):
            page = models[number % len(models)]
            comment = b"\xff\xfe\x00\x0a%08d" % number
            (folder / f"p{number:06}.jpeg").write_bytes(page[:2] + comment + page[2:])
        made = pages
        wall, cpu, peak = read(ours.work / "definition", work / f"memory-out-{pages}", [folder], CORES)
        print(f"| {pages} | {peak:.0f} | {cpu:.1f} | {wall:.1f} |", flush=True)


with tempfile.TemporaryDirectory(dir=ROOT / ".build") as name:
    print(f"{CORES} processors")
    for part in PARTS:
        {"speed": speed, "cores": cores, "memory": memory}[part](Path(name))
        print()
