"""Dobush beside auto-multiple-choice: the same votes, pens and scanner, each program on its own form.

    python3 Benchmarks/read_peer.py [pages] [runs]

Needs `swift build -c release --product dobush` and `--product mark-corpus`, poppler-utils, sqlite3, taskset,
and Debian's package auto-multiple-choice with LaTeX (686 MB to download; nothing else here wants it, so it
stands in no list of packages):

    apt-get install --no-install-recommends auto-multiple-choice

The ballot is an 18-way president with "against all" and a 3-way referendum. Each program's own form is
printed to PDF and drawn at 300 dpi; `mark-corpus papers` puts the same voters' strokes at each form's
targets and sends both through the same scanner at 200 dpi. Then both read, in turns, on one core (taskset)
and on all. Figures are wall seconds and the processor seconds of all processes of a program. Nothing here
passes or fails.
"""
import json
import os
import resource
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DOBUSH = str(ROOT / ".build/release/dobush")
CORPUS = str(ROOT / ".build/release/mark-corpus")
SEED = 2031
CORES = os.cpu_count() or 1
# Of the darkness of a box; the program's own default.
AMC_MARKED = 0.15
CONTESTS = [
    ("president", "President", [f"Candidate {number}" for number in range(1, 18)] + ["Against all"]),
    ("referendum", "Question", ["Yes", "No", "As it is now"]),
]

TEX = r"""\documentclass[a4paper]{article}
\usepackage[utf8]{inputenc}
\usepackage[T1]{fontenc}
\usepackage[box]{automultiplechoice}
\begin{document}
\AMCboxDimensions{shape=square,size=4mm}
\AMCinterIrep=2.6mm
\AMCinterBrep=2.6mm
\onecopy{1}{
%s}
\end{document}
"""


def tell(*command, **options):
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, **options)
    if done.returncode not in (0, 1):
        sys.exit(f"{command[0]} {command[1]} failed ({done.returncode}): {done.stderr[-800:]}{done.stdout[-800:]}")
    return done


def blank(pdf, work):
    tell("pdftoppm", "-r", "300", "-gray", "-png", "-f", "1", "-l", "1", "-singlefile", pdf, work / "blank")
    return work / "blank.png"


def papers(form, picture, out, pages, dpi=200):
    """Marks and scans; gives what is true of each page."""
    path = out.with_suffix(".json")
    path.write_text(json.dumps(form))
    tell(CORPUS, "papers", "--form", path, "--picture", picture, "--pages", pages, "--seed", SEED, "--dpi", dpi,
         "--out", out)
    return json.loads((out / "truth.json").read_text())


# The other program's form.

def amc_form(work):
    questions = ""
    for name, title, options in CONTESTS:
        choices = "".join(f"\\wrongchoice{{{option}}}\n" for option in options)
        questions += f"\\begin{{questionmult}}{{{name}}}{title}\n\\begin{{choices}}[o]\n{choices}\\end{{choices}}\n\\end{{questionmult}}\n"
    (work / "ballot.tex").write_text(TEX % questions)
    (work / "data").mkdir()
    tell("auto-multiple-choice", "prepare", "--mode", "s", "--prefix", f"{work}/", "--data", work / "data",
         "ballot.tex", "--out-sujet", work / "form.pdf", "--out-calage", work / "form.xy", "--with", "pdflatex",
         cwd=work)
    tell("auto-multiple-choice", "meptex", "--src", work / "form.xy", "--data", work / "data", cwd=work)
    with sqlite3.connect(work / "data/layout.sqlite") as layout:
        pages = layout.execute("SELECT count(*) FROM layout_page").fetchone()[0]
        boxes = layout.execute(
            "SELECT question, answer, xmin, xmax, ymin, ymax, dpi, width, height FROM layout_box JOIN layout_page "
            "USING (student, page) WHERE role = 1 ORDER BY question, answer").fetchall()
    wanted = [(name, number) for name, _, options in CONTESTS for number in range(1, len(options) + 1)]
    assert pages == 1 and len(boxes) == len(wanted), f"{pages} pages, {len(boxes)} boxes"
    places = []
    for (contest, number), (_, _, left, right, top, bottom, dpi, _, _) in zip(wanted, boxes):
        mm = 25.4 / dpi
        places.append({"contest": contest, "option": f"{contest}-{number}", "left": left * mm, "top": top * mm,
                       "width": (right - left) * mm, "height": (bottom - top) * mm})
    size = {"width": boxes[0][7] * 25.4 / boxes[0][6], "height": boxes[0][8] * 25.4 / boxes[0][6]}
    return {**size, "shape": "box", "line": 0.2, "places": places}


class AMC:
    name = "auto-multiple-choice"

    def __init__(self, work, pages):
        self.work = work
        work.mkdir()
        form = amc_form(work)
        self.truth = papers(form, blank(work / "form.pdf", work), work / "scans", pages)
        self.scans = sorted(str(p) for p in (work / "scans").glob("*.jpeg"))

    def prepare(self):
        """Results are kept in the data folder, so every run gets a fresh one."""
        for name in ("run-data", "run-cr"):
            shutil.rmtree(self.work / name, ignore_errors=True)
        shutil.copytree(self.work / "data", self.work / "run-data")
        (self.work / "run-cr").mkdir()

    def command(self, jobs):
        return ["auto-multiple-choice", "analyse", "--data", str(self.work / "run-data"), "--cr",
                str(self.work / "run-cr"), "--multiple", "--n-procs", str(jobs), *self.scans]

    def errors(self):
        with sqlite3.connect(self.work / "run-data/capture.sqlite") as capture:
            rows = capture.execute(
                "SELECT p.src, z.id_a, z.id_b, z.black, z.total FROM capture_zone z JOIN capture_page p USING "
                "(student, page, copy) WHERE z.type = 4").fetchall()
        ids = sorted({row[1] for row in rows})
        said = {}
        for source, question, answer, black, total in rows:
            contest = CONTESTS[ids.index(question)][0]
            said[Path(source).name, f"{contest}-{answer}"] = black / total >= AMC_MARKED
        return compare(self.truth, said)


# Ours.

class Dobush:
    name = "Dobush"

    def __init__(self, work, pages, paper="a4", dpi=200, contests=None):
        self.work = work
        work.mkdir()
        definition = work / "definition"
        definition.mkdir()
        (definition / "definition.json").write_text(json.dumps(self.definition(contests or CONTESTS)))
        tell(DOBUSH, "define", "ballots", definition, "--out", work / "form.pdf", "--layouts",
             definition / "ballot-layouts.json", "--paper", paper)
        layouts = json.loads((definition / "ballot-layouts.json").read_text())
        assert len(layouts) == 1, "one paper holds both contests"
        self.truth = papers(self.form(layouts[0]), blank(work / "form.pdf", work), work / "scans", pages, dpi)

    @staticmethod
    def definition(wanted):
        contests = []
        for name, title, options in wanted:
            president = name == "president"
            kinds = ["candidate"] * (len(options) - 1) + ["against-all"] if president else ["answer"] * len(options)
            contests.append({
                "id": name, "title": {"en": title}, "kind": "election" if president else "referendum",
                "votesAllowed": 1,
                "options": [{"id": f"{name}-{number}", "name": {"en": option}, "kind": kind}
                            for number, (option, kind) in enumerate(zip(options, kinds), 1)]})
        return {
            "id": "peer-2031", "name": {"en": "A ballot to compare by"}, "inventedNotice": {"en": "Invented"},
            "day": "2031-05-18", "contests": contests, "districts": [{"id": "d", "name": {"en": "District"}}],
            "stations": [{"id": "s-1", "name": {"en": "Station"}, "district": "d", "seat": "home", "zoneMinutes": 0,
                          "opens": "2031-05-18T08:00:00Z", "closes": "2031-05-18T20:00:00Z"}],
            "markPolicy": {"ignoredBelow": 250, "countedFrom": 1000, "text": {"en": "Any mark counts."}},
            "publication": {"smallestPool": 1}}

    @staticmethod
    def form(layout):
        side = layout["sides"][0]
        pitch = layout["markPitchMillimetres"]
        width, height = layout["widthMillimetres"], layout["heightMillimetres"]
        left = (width - (side["columns"] - 1) * pitch) / 2
        top = (height - (side["rows"] - 1) * pitch) / 2
        size = layout["targetWidth"], layout["targetHeight"]
        places = [{
            "contest": target["contest"], "option": target["option"],
            "left": left + target["column"] * pitch - size[0] / 2, "top": top + target["row"] * pitch - size[1] / 2,
            "width": size[0], "height": size[1]} for target in side["targets"]]
        return {"width": width, "height": height, "shape": layout.get("targetShape", "ellipse"), "line": 0.3,
                "places": places}

    def prepare(self):
        shutil.rmtree(self.work / "read", ignore_errors=True)

    def command(self, jobs):
        return [DOBUSH, "read", "--definition", str(self.work / "definition"), "--out", str(self.work / "read"),
                "--jobs", str(jobs), str(self.work / "scans")]

    def errors(self):
        report = json.loads((self.work / "read/cast-vote-records.json").read_text())
        images = {}
        said = {}
        for record in report["CVR"]:
            current = next(s for s in record["CVRSnapshot"] if s["@id"] == record["CurrentSnapshotId"])
            page = Path(record["UniqueId"]).name
            for contest in current["CVRContest"]:
                for selection in contest["CVRContestSelection"]:
                    marks = [position["HasIndication"] for position in selection["SelectionPosition"]]
                    option = selection["ContestSelectionId"].split("/")[-1]
                    said[page, option] = {"yes": True, "no": False}.get(marks[0])
        return compare(self.truth, said, by_stem=True)


def compare(truth, said, by_stem=False):
    """Plain positions: how many there are, how many were read wrong, left to a person, or not read at all."""
    plain = wrong = person = unread = 0
    for page in truth:
        name = page["page"].removesuffix(".jpeg") if by_stem else page["page"]
        for target in page["targets"]:
            if target["deed"] not in ("firm-mark", "nothing"):
                continue
            plain += 1
            key = name, target["option"]
            if key not in said:
                unread += 1
            elif said[key] is None:
                person += 1
            elif said[key] != (target["deed"] == "firm-mark"):
                wrong += 1
    return {"plain": plain, "wrong": wrong, "to a person": person, "not read": unread}


def measure(command, one_core):
    if one_core:
        command = ["taskset", "-c", "0", *command]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.monotonic()
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    wall = time.monotonic() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in (0, 1):
        sys.exit(f"{command[:6]} ended with {done.returncode}: {done.stderr[-500:].decode()}")
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main(pages, runs):
    if shutil.which("auto-multiple-choice") is None:
        sys.exit("auto-multiple-choice is not installed: apt-get install --no-install-recommends auto-multiple-choice")
    with tempfile.TemporaryDirectory() as name:
        peers = [AMC(Path(name) / "amc", pages), Dobush(Path(name) / "dobush", pages)]
        figures = {}
        for number in range(runs + 1):
            for one_core in (True, False):
                for peer in peers:
                    peer.prepare()
                    figure = measure(peer.command(1 if one_core else CORES), one_core)
                    if number:
                        figures.setdefault((one_core, peer.name), []).append(figure)
        print(f"{pages} pages at 200 dpi, 21 targets each, medians of {runs} runs in turns after one that is not "
              f"counted; {CORES} cores")
        print("| program | cores | pages/s | wall s | CPU ms a page |\n|---|---|---|---|---|")
        speed = {}
        for (one_core, peer), measured in figures.items():
            wall = statistics.median(run[0] for run in measured)
            cpu = statistics.median(run[1] for run in measured)
            speed[one_core, peer] = pages / wall, cpu
            print(f"| {peer} | {1 if one_core else CORES} | {pages / wall:.1f} | {wall:.2f} | {cpu / pages * 1000:.1f} |")
        for one_core in (True, False):
            ours, theirs = speed[one_core, "Dobush"], speed[one_core, "auto-multiple-choice"]
            print(f"{'one core' if one_core else 'all cores'}: {ours[0] / theirs[0]:.1f} times the pages a second, "
                  f"{theirs[1] / ours[1]:.1f} times less CPU")
        print("| program | plain positions | wrong | to a person | not read |\n|---|---|---|---|---|")
        for peer in peers:
            found = peer.errors()
            print(f"| {peer.name} | " + " | ".join(str(value) for value in found.values()) + " |")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 60, int(sys.argv[2]) if len(sys.argv) > 2 else 5)
