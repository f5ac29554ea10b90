"""One station for tests: its folders, its key, its commands. Nothing here asserts anything."""
import hashlib
import json
import os
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BUILT = ROOT / ".build/release"
DOBUSH = BUILT / "dobush"
PAPERS = BUILT / "station-papers"


def dobush(*words, timeout=120):
    return subprocess.run([str(DOBUSH), *map(str, words)], capture_output=True, text=True, timeout=timeout)


def papers(folder, count, first=0, again=False, code=None):
    """Marked papers of Tervania, scanned; with `again` the same ones scanned a second time."""
    words = [str(PAPERS), str(folder), str(count), str(first)]
    words += ["again"] if again else []
    words += [f"code={code}"] if code else []
    subprocess.run(words, check=True, timeout=300)
    return [Path(folder) / f"p{index:04d}.jpg" for index in range(first, first + count)]


def told(text):
    """One object a sheet; a problem that ended the scan is a document of several lines behind them."""
    return [json.loads(line) for line in text.split("\n{\n")[0].splitlines() if line.startswith('{"')]


def digest(path):
    return hashlib.sha256(Path(path).read_bytes()).hexdigest()


class Station:
    def __init__(self, work, definition, name="north-001", test=False, key=None):
        self.work = Path(work)
        self.work.mkdir(parents=True, exist_ok=True)
        self.definition, self.name, self.test = definition, name, test
        self.data, self.stick, self.watch = self.work / "data", self.work / "stick", self.work / "watch"
        self.key = key or self.work / "station.key"
        self.stick.mkdir(exist_ok=True)
        self.watch.mkdir(exist_ok=True)
        if not self.key.exists():
            dobush("balance", "key", "--name", name, "--out", self.key)

    def prepare(self, *more):
        words = ["--definition", self.definition, "--station", self.name] + (["--test"] if self.test else [])
        return self.do("prepare", *words, *more)

    def do(self, verb, *words, export=True):
        place = ["--data", self.data] + (["--key", self.key, "--export", self.stick] if export else [])
        return dobush("read", "station", verb, *place, *words)

    def opened(self):
        done = self.prepare()
        assert done.returncode == 0, done.stderr
        done = self.do("open", "--by", "Ana", "--by", "Bek", "--json")
        assert done.returncode == 0, done.stderr
        return self

    def scan_words(self, *more):
        return ["read", "station", "scan", "--data", self.data, "--key", self.key, "--export", self.stick,
                "--watch", self.watch, "--json", *more]

    def scan(self, *more):
        """Scans what is in the folder: the process and what it said about each sheet."""
        done = dobush(*self.scan_words("--once", *more), timeout=300)
        return done, told(done.stdout)

    def start(self, *more):
        return subprocess.Popen(
            [str(DOBUSH), *map(str, self.scan_words(*more))], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            text=True, env={**os.environ, "SWIFT_BACKTRACE": "enable=no"})

    def feed(self, pages, rename=None):
        for page in pages:
            name = rename(page.name) if rename else page.name
            shutil.copy(page, self.watch / f".{name}.part")
            os.rename(self.watch / f".{name}.part", self.watch / name)

    def report(self, *words):
        done = self.do("report", "--json", *words, export=False)
        return json.loads(done.stdout)

    def check(self, *words):
        done = dobush("read", "station", "check", self.stick, "--json", *words)
        return done.returncode, json.loads(done.stdout) if done.stdout.startswith("{") else {}

    def exported(self):
        """Digests of the pictures of papers that count, each as often as it is there."""
        return sorted(digest(path) for path in (self.stick / "images").glob("*"))


def child_of(process):
    """The reader that the process has started; None while there is none."""
    for entry in Path("/proc").iterdir():
        try:
            words = (entry / "stat").read_text().rsplit(")", 1)[1].split()
        except (OSError, IndexError):
            continue
        if words[1] == str(process.pid) and words[0] != "Z":
            return int(entry.name)
    return None
