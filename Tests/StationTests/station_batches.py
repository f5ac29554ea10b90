"""Files of several pages from a scanner: PDF and TIFF in the watched folder, page after page as if each were a file."""
import json
import random
import shutil
import signal
import subprocess
import sys
import time

from PIL import Image

from station import BUILT, ROOT, Station, digest, dobush, papers

sys.path.insert(0, str(ROOT / "Tests/DecodingTests"))
import pictures  # noqa: E402


def pdf(path, pages, spoiled=()):
    """The pages' own JPEGs in one PDF; of a spoiled one the second half is zeros."""
    parts = []
    for index, page in enumerate(pages):
        content = page.read_bytes()
        if index in spoiled:
            content = content[:len(content) // 2] + bytes(len(content) - len(content) // 2)
        parts.append((content, Image.open(page).size, b"DeviceGray"))
    path.write_bytes(pictures.pdf(parts))
    return path


def tiff(path, pages, **options):
    images = [Image.open(page).convert("L") for page in pages]
    images[0].save(path, save_all=True, append_images=images[1:], **options)
    return path


def results(told):
    return [line["result"] if line["result"] != "refused" else line["refusals"][0]["code"] for line in told]


def batches(tally, work, definition, wanted):
    station = Station(work / "s", definition).opened()
    pages = papers(work / "pages", 24)
    files = work / "files"
    files.mkdir()
    of_pdf(tally, station, files, pages)
    of_tiff(tally, station, files, pages)
    refused(tally, station, files, pages)
    stands_still(tally, station, files, pages)
    left = [path.name for path in station.data.iterdir() if path.name.startswith("pages-")]
    tally.check(not left, "nothing of a file stays in the station's folder", left)
    closed(tally, work, station, definition)
    two_sided(tally, work, definition)
    fenced(tally, work)
    kills(tally, work, definition, wanted)


def of_pdf(tally, station, files, pages):
    batch = pdf(files / "batch.pdf", pages[:6])
    station.feed([batch])
    done, told = station.scan()
    tally.check(done.returncode == 0 and results(told) == ["counted"] * 6, "each page of a PDF is a paper", done.stderr or told)
    tally.check([line["files"] for line in told] == [[f"batch.pdf#{page}"] for page in range(1, 7)], "and named as one", told)
    tally.check(station.exported() == sorted(map(digest, pages[:6])), "the medium holds the pictures as the scanner made them")
    tally.check([path.name for path in (station.watch / "done").iterdir()] == ["batch.pdf"], "the file lies in done")
    station.feed([batch])
    done, told = station.scan()
    tally.check(results(told) == ["counted"] * 6 and all(line["again"] for line in told) and station.report()["counted"] == 6,
                "the same file again is answered again, and counts once", told)
    station.feed([batch], lambda _: "other-name.pdf")
    done, told = station.scan()
    tally.check(results(told) == ["scanning.page-twice"] * 6 and station.report()["counted"] == 6,
                "under another name each of its pages is known", told)
    station.feed(pages[2:3])
    done, told = station.scan()
    tally.check(results(told) == ["scanning.page-twice"], "and so is one of its pages as a file of its own", told)
    single = pdf(files / "single.pdf", pages[6:7])
    station.feed([single])
    done, told = station.scan()
    tally.check(results(told) == ["counted"], "a PDF of one page is a paper", done.stderr or told)


def of_tiff(tally, station, files, pages):
    before = station.report()["counted"]
    station.feed([tiff(files / "batch.tif", pages[7:12], compression="tiff_lzw")])
    done, told = station.scan()
    tally.check(results(told) == ["counted"] * 5 and station.report()["counted"] == before + 5,
                "each page of a TIFF is a paper", done.stderr or told)
    station.feed([files / "batch.tif"], lambda _: "other-name.tif")
    done, told = station.scan()
    tally.check(results(told) == ["scanning.page-twice"] * 5, "and known when the file comes again", told)
    single = tiff(files / "single.tif", pages[12:13], compression="tiff_deflate")
    station.feed([single])
    done, told = station.scan()
    tally.check(results(told) == ["counted"] and digest(single) in station.exported(), "a TIFF of one page is kept as it is", done.stderr or told)


def refused(tally, station, files, pages):
    before = station.report()["counted"]
    photo = files / "photo.jpg"
    Image.effect_noise((1200, 1700), 90).save(photo, quality=60)
    batch = pdf(files / "mixed.pdf", [pages[13], photo, pages[14], pages[15]], spoiled={2})
    station.feed([batch])
    done, told = station.scan()
    codes = results(told)
    tally.check(codes[0] == "counted" and codes[3] == "counted" and codes[1].startswith("scanning.") and codes[2].startswith("imaging."),
                "a page that is no ballot and one that is damaged are refused, the others count", codes)
    tally.check(station.report()["counted"] == before + 2 and (station.watch / "refused/mixed.pdf").exists(),
                "and the file waits in refused for somebody to look")
    whole = batch.read_bytes()
    for name, content in {"cut.pdf": whole[:len(whole) // 2], "empty.pdf": b"%PDF-1.4\n%%EOF", "cut.tif": (files / "batch.tif").read_bytes()[:9000]}.items():
        (files / name).write_bytes(content)
        station.feed([files / name])
        done, told = station.scan()
        tally.check(len(told) == 1 and results(told)[0].startswith("imaging."), f"{name} is one refusal", results(told) or done.stderr)
    code, check = station.check()
    tally.check(code == 0, "the medium is whole after it", check)


def stands_still(tally, station, files, pages):
    before = station.report()["counted"]
    batch, away = pdf(files / "later.pdf", pages[16:20]), station.work / "away"
    station.stick.rename(away)
    station.feed([batch])
    done, told = station.scan()
    tally.check(done.returncode != 0 and not told and (station.watch / "later.pdf").exists(),
                "without the medium no file is begun", done.stderr)
    away.rename(station.stick)
    process = station.start()
    try:
        lines = [json.loads(process.stdout.readline())]
        station.stick.rename(away)
        time.sleep(1.5)
        away.rename(station.stick)
        lines += [json.loads(process.stdout.readline()) for _ in range(3)]
    finally:
        process.kill()
        process.wait()
    tally.check([line["files"] for line in lines] == [[f"later.pdf#{page}"] for page in range(1, 5)]
                and results(lines) == ["counted"] * 4 and not any(line["again"] for line in lines),
                "taken out in the middle of a file it is waited for, and each page is told once", lines)
    done, told = station.scan()
    tally.check(station.report()["counted"] == before + 4, "and counted once", told or done.stderr)


def closed(tally, work, station, definition):
    for case in json.loads(station.do("decide", "--json", export=False).stdout):
        station.do("decide", "--case", case["case"], "--count", "--by", "Ana", "--why", "two papers")
    done = station.do("close", "--by", "Ana", "--json")
    code, check = station.check()
    tally.check(done.returncode == 0 and code == 0, "the count closes, and a stranger finds it whole", done.stderr or check)
    again = work / "again"
    dobush("read", "--definition", station.stick / "definition", "--sheets", station.stick / "sheets.csv", "--out", again,
           station.stick / "images")
    same = [name for name in ("cast-vote-records.json", "totals.json", "review.json")
            if (again / name).read_bytes() == (station.stick / name).read_bytes()]
    tally.check(len(same) == 3, "and reading its pictures again gives the same bytes", same)


def two_sided(tally, work, definition):
    """A deck of papers with two sides, as a scanner's duplex feeder puts them into one file."""
    deck, source = work / "deck", work / "two"
    source.mkdir()
    shutil.copy(definition / "definition.json", source)
    made = dobush("define", "test-deck", source, "--out", deck, "--scans", "--contests-on-page", "1", "--paper", "a5")
    scans = sorted((deck / "scans").iterdir())
    station = Station(work / "d", deck / "definition", test=True).opened()
    station.feed([pdf(work / "duplex.pdf", scans[:8])])
    done, told = station.scan()
    tally.check(results(told) == ["counted"] * 4, "two pages of a file are front and back of one paper", made.stderr or done.stderr or told)
    tally.check(told and told[1]["files"] == ["duplex.pdf#3", "duplex.pdf#4"], "in the order of the feeder", told)
    station.feed([pdf(work / "odd.pdf", scans[8:11])])
    done, told = station.scan()
    tally.check(results(told) == ["counted", "scanning.face-missing"], "a last page without its back is refused", told)


def fenced(tally, work):
    """What the process that opens such files can reach, every way out tried from inside."""
    folder, secret = work / "fence", work / "station.key"
    folder.mkdir()
    secret.write_text("secret")
    done = subprocess.run([BUILT / "confine-trial", "--fenced", folder, secret], capture_output=True, text=True, timeout=60)
    told = dict(line.split(": ") for line in done.stdout.splitlines() if ": " in line)
    if "landlock 0" in subprocess.run([BUILT / "confine-trial"], capture_output=True, text=True, timeout=60).stdout:
        tally.skip("ways out of the opener of files", "this kernel has no Landlock")
        return
    may = {"write into its folder", "run poppler", "run itself", "talk with its children"}
    ways = {"read a key", "read /etc/passwd", "list a folder", "write beside its folder", "remove a key", "empty a key", "connect", "run a copy"}
    tally.check(set(told) == may | ways and {way for way in told if told[way] == "DONE"} == may and secret.read_text() == "secret",
                "the opener of files reaches its folder, poppler and itself, and nothing else", told or done)


def named(acknowledged):
    return {name for line in acknowledged for name in line["files"]}


def kills(tally, work, definition, wanted):
    station = Station(work / "k", definition).opened()
    pages = papers(work / "kill-pages", 20, first=30)
    station.feed([pdf(work / "long.pdf", pages[:12]), tiff(work / "long.tif", pages[12:], compression="tiff_lzw")])
    chance, acknowledged, killed = random.Random(), [], 0
    while killed < min(9, max(4, wanted.kills // 2)) and len(named(acknowledged)) < 14:
        process = station.start()
        new = 0
        # In the middle of a file: after a page or two that are new, and a moment. There is always a next line to
        # wait for, since a round takes two new pages and what comes in that moment, and begins with six left.
        while new < chance.randint(1, 2) and (line := process.stdout.readline()):
            acknowledged.append(json.loads(line))
            new += not acknowledged[-1]["again"]
        time.sleep(chance.uniform(0, 0.15))
        process.send_signal(signal.SIGKILL)
        acknowledged += [json.loads(line) for line in process.stdout if line.endswith("\n")]
        process.wait()
        killed += 1
    before = named(acknowledged)
    tally.check(killed > 1 and 0 < len(before) < 20, "it was killed in the middle of a file", f"{killed} times, {len(before)} of 20")
    done, told = station.scan()
    acknowledged += told
    names = named(acknowledged)
    wanted_names = {f"long.pdf#{i}" for i in range(1, 13)} | {f"long.tif#{i}" for i in range(1, 9)}
    tally.check(names == wanted_names, f"killed {killed} times in two files, every page is acknowledged in the end",
                f"{len(before)} of 20 before the last run" if names == wanted_names else done.stderr[-600:])
    firsts = [name for line in acknowledged if not line["again"] for name in line["files"]]
    tally.check(len(firsts) == len(set(firsts)), "and none is taken for new twice", firsts)
    for case in json.loads(station.do("decide", "--json", export=False).stdout):
        station.do("decide", "--case", case["case"], "--count", "--by", "Ana", "--why", "two papers")
    done = station.do("close", "--by", "Ana", "--json")
    tally.check(done.returncode == 0 and json.loads(done.stdout)["counted"] == 20 and len(station.exported()) == len(set(station.exported())) == 20,
                "each is in the sums and on the medium once", done.stderr or done.stdout[:300])
    left = [path.name for path in station.data.iterdir() if path.name.startswith("pages-")]
    tally.check(not left, "and nothing of the files that were open stays", left)
