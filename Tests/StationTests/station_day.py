"""A day as it should go, what is refused, papers that come twice, exports that were changed, and print."""
import csv
import json
import re
import shutil
import subprocess

from station import Station, digest, dobush, papers


def problem(done, code, exit_code=2):
    return done.returncode == exit_code and f"problem: {code}\n" in done.stderr and "\nhint: " in done.stderr


def day(tally, work, definition, wanted):
    station = Station(work / "s", definition)
    pages = papers(work / "pages", 12)
    tally.check(problem(station.do("open", "--by", "Ana"), "station.not-prepared"), "nothing opens unprepared")
    done = station.prepare("--equipment", "Scanner 7, serial 0042")
    tally.check(done.returncode == 0, "a count is prepared", done.stderr)
    tally.check(problem(station.prepare(), "station.already-prepared"), "once")
    other = dobush("read", "station", "prepare", "--data", work / "o", "--definition", definition, "--station", "nowhere",
                   "--key", station.key, "--export", station.stick)
    tally.check(problem(other, "station.unknown-station"), "a station that is not in the definition is refused")
    station.feed(pages[:1])
    done, told = station.scan()
    tally.check(problem(done, "station.not-open") and not told, "nothing is scanned before the opening", done.stderr)
    tally.check((station.watch / pages[0].name).exists(), "and the picture stays where it is")
    tally.check(problem(station.do("open"), "station.persons-needed"), "nobody opens it without a name")
    done = station.do("open", "--by", "Ana", "--by", "Bek", "--json")
    zero = json.loads(done.stdout)
    figures = [count[key] for count in zero["contests"] for key in ("papers", "blank", "overvoted", "undecided")]
    figures += [votes for count in zero["contests"] for votes in count["votes"].values()]
    figures += [zero["counted"], zero["held"], zero["takenOut"], *zero["refused"].values()]
    tally.check(
        zero["occasion"] == "zero" and not any(figures) and len(figures) == 2 * 4 + 5 + 3 + 3,
        "the zero report has a zero for everything", figures)
    tally.check(re.fullmatch(r"landlock-\d+|no-landlock", zero["reader"]) is not None,
                "and says how pictures are read apart", zero["reader"])
    station.feed(pages[1:])
    done, told = station.scan()
    tally.check(
        done.returncode == 0 and [line["result"] for line in told] == ["counted"] * 12
        and all(line["exported"] for line in told), "every paper is counted and exported", done.stderr)
    tally.check([line["counted"] for line in told] == list(range(1, 13)), "and the counter goes up by one")
    tally.check(
        sorted(p.name for p in (station.watch / "done").iterdir()) == [p.name for p in pages], "pictures that were read lie in done")
    tally.check(not any(re.search(r"\b[0-9a-f]{10}\b", json.dumps(line)) for line in told), "no number of a paper is told")
    tally.check(station.report()["contests"] == [] and station.report()["counted"] == 12, "no votes are shown while it goes on")
    code, check = station.check()
    tally.check(code == 0 and check["counted"] == 12 and not check["closed"], "a stranger finds the open export whole", check)
    tally.check(station.exported() == sorted(map(digest, pages)), "the medium holds each picture once")
    paused(tally, station, papers(work / "more", 1, first=12)[0])
    closed(tally, work, station, definition)


def paused(tally, station, page):
    done = station.do("pause", "--by", "Ana", "--why", "box is carried in")
    tally.check(done.returncode == 0, "a person pauses", done.stderr)
    station.feed([page])
    done, told = station.scan()
    tally.check(problem(done, "station.paused") and not told, "and nothing is scanned", done.stderr)
    tally.check(problem(station.do("resume"), "station.persons-needed"), "a pause by a person ends through a person")
    tally.check(station.do("resume", "--by", "Bek").returncode == 0, "and goes on")
    done, told = station.scan()
    tally.check([line["counted"] for line in told] == [13], "with the next paper", done.stderr)


def closed(tally, work, station, definition):
    done = station.do("close", "--by", "Ana", "--by", "Bek", "--json")
    closing = json.loads(done.stdout)
    tally.check(done.returncode == 0 and closing["occasion"] == "closing" and closing["counted"] == 13, "the count is closed",
                done.stderr)
    code, check = station.check("--key", json.loads((station.stick / "station.json").read_text())["key"])
    tally.check(code == 0 and check["closed"] and check["totals"] == closing["contests"], "a stranger finds it whole", check)
    rows = list(csv.DictReader((station.stick / "sheets.csv").open()))
    numbers = [row["sheet"] for row in rows]
    tally.check(numbers == sorted(numbers) and len(set(numbers)) == 13, "papers stand in the order of random numbers")
    out = work / "again"
    done = dobush("read", "--definition", station.stick / "definition", "--sheets", station.stick / "sheets.csv",
                  "--out", out, station.stick / "images")
    for name in ("cast-vote-records.json", "review.json", "refusals.json", "totals.json"):
        same = (out / name).read_bytes() == (station.stick / name).read_bytes()
        tally.check(done.returncode == 0 and same, f"dobush read gives the same {name} from the medium", done.stderr)
    times = {path.stat().st_mtime for path in station.stick.rglob("*") if path.is_file()}
    tally.check(len(times) == 1, "no file's time tells when its paper came", times)
    text = "".join(path.read_text() for path in station.stick.rglob("*.json"))
    minutes = [m for m in re.findall(r"20\d\d-\d\d-\d\dT(\d\d:\d\d:\d\d)", text) if not m.endswith("00:00")]
    tally.check(len(set(minutes)) <= 2, "no minute but those of opening and closing is on the medium", minutes[:6])
    tally.check(problem(station.scan()[0], "station.closed"), "nothing is scanned after the closing")
    tally.check(problem(station.do("reopen", "--by", "Ana", "--why", "x"), "station.persons-needed"),
                "one person alone does not open it again")
    tally.check(problem(station.do("reopen", "--by", "Ana", "--by", "Ana", "--why", "x"), "station.persons-needed"),
                "nor twice the same")
    tally.check(problem(station.do("reopen", "--by", "Ana", "--by", "Bek"), "station.reason-needed"), "nor two without a reason")
    done = station.do("reopen", "--by", "Ana", "--by", "Bek", "--why", "a pile was found under the table")
    tally.check(done.returncode == 0, "two persons with a reason do", done.stderr)
    code, check = station.check()
    tally.check(code == 0 and not check["closed"] and not (station.stick / "totals.json").exists(), "the summary is gone until then",
                check)
    done = station.do("close", "--by", "Ana", "--json")
    deeds = [deed["what"] for deed in json.loads(done.stdout)["deeds"]]
    tally.check(deeds == ["opened", "paused", "resumed", "closed", "reopened", "closed"], "the report tells it all", deeds)
    done = dobush("read", "station", "check", "--data", station.data)
    tally.check(done.returncode == 0, "the store is whole", done.stdout + done.stderr)


def refusals(tally, work, definition, wanted):
    real = Station(work / "real", definition).opened()
    test = Station(work / "test", definition, test=True).opened()
    plain = papers(work / "plain", 2)
    tried = papers(work / "tried", 2, first=2, code="test")
    other = papers(work / "other", 1, first=4, code="at:north-002")
    own = papers(work / "own", 1, first=5, code="at:north-001")

    def scanned(station, pages, name=None):
        station.feed(pages, (lambda _: name) if name else None)
        done, told = station.scan()
        return done.returncode, [line["result"] if line["result"] != "refused" else line["refusals"][0]["code"] for line in told]

    tally.check(scanned(real, tried[:1]) == (1, ["station.test-paper"]), "a test paper is no vote in the real count")
    tally.check(scanned(test, tried) == (0, ["counted"] * 2), "test papers are counted in a test")
    tally.check(scanned(test, plain[:1]) == (1, ["station.real-paper"]), "a real paper is not spent on a test")
    tally.check(scanned(real, other) == (1, ["station.other-station"]), "a paper of another station is refused")
    tally.check(scanned(real, own) == (0, ["counted"]), "one of this station is counted")
    tally.check(scanned(real, plain) == (0, ["counted"] * 2), "and one that is the same at every station")
    tally.check(scanned(real, plain[:1], "another.jpg") == (1, ["scanning.page-twice"]), "the same picture under another name is refused")
    real.feed(plain[:1])
    done, told = real.scan()
    tally.check([(line["result"], line["again"]) for line in told] == [("counted", True)] and real.report()["counted"] == 3,
                "the same file again is answered as before, and counts once", told)
    junk = work / "junk"
    junk.mkdir()
    whole = plain[1].read_bytes()
    for name, content in {"cut.jpg": whole[:9000], "empty.jpg": b"", "words.jpg": b"not a picture at all"}.items():
        page = junk / name
        page.write_bytes(content)
        code, results = scanned(real, [page])
        tally.check(code == 1 and len(results) == 1 and results[0].startswith("imaging."), f"{name} is refused by name", results)
    changed = work / "elsewhere"
    shutil.copytree(definition, changed)
    text = json.loads((changed / "definition.json").read_text())
    text["id"] = "borea-2031"
    (changed / "definition.json").write_text(json.dumps(text))
    elsewhere = Station(work / "elsewhere-station", changed).opened()
    tally.check(scanned(elsewhere, plain[:1]) == (1, ["scanning.other-election"]), "a paper of another election is refused")
    refused = real.report()["refused"]
    tally.check(refused == {"station.test-paper": 1, "station.other-station": 1, "scanning.page-twice": 1,
                            "imaging.corrupt": 1, "imaging.empty": 1, "imaging.unknown-kind": 1},
                "the report counts refusals by their codes", refused)
    tally.check(len(list((real.watch / "refused").iterdir())) == 6, "pictures that were refused lie in refused")
    code, check = real.check()
    tally.check(code == 0, "and the medium holds them with their reasons", check)
    modes(tally, real, test)


def modes(tally, real, test):
    """What was signed in a test is nothing in a real count."""
    name = json.loads((real.stick / "station.json").read_text())["key"].split("+")[0]
    tally.check(name == "tervania-2031/north-001/real", "the real count signs as one", name)
    shutil.copytree(test.stick, test.work / "forged")
    identity = json.loads((test.stick / "station.json").read_text())
    identity["mode"] = "real"
    (test.work / "forged/station.json").write_text(json.dumps(identity))
    done = dobush("read", "station", "check", test.work / "forged")
    tally.check(done.returncode == 1 and "BAD" in done.stdout, "a test's export cannot be made into a real one", done.stdout)
    done = test.do("close", "--by", "Ana", "--by", "Bek")
    code, check = test.check()
    tally.check(done.returncode == 0 and code == 0 and check["closed"], "a test is closed, and whole", check)
    documents = [test.stick / "cast-vote-records.json", *(test.stick / "records").iterdir()]
    marks = {json.loads(path.read_text()).get("OtherReportType") for path in documents}
    tally.check(marks == {"test"} and len(documents) == 3, "each of its records says that it is one", marks)
    done = dobush("review", "pack", "--definition", test.stick / "definition", "--reading", test.stick,
                  "--station", "north-001", "--out", test.work / "packed", test.stick / "images")
    tally.check(problem(done, "formats.records-of-a-test"), "and the review does not take them", done.stderr)
    path = test.work / "forged" / documents[1].relative_to(test.stick)
    path.write_text(path.read_text().replace('  "OtherReportType" : "test",\n', ""))
    done = dobush("read", "station", "check", test.work / "forged")
    tally.check(done.returncode == 1, "a record without the mark is found", done.stdout)
    tally.check("T E S T" in test.do("report", "--language", "en", export=False).stdout, "a test's report says so in large letters")
    tally.check("T E S T" not in real.do("report", export=False).stdout, "and a real one does not")


def twins(tally, work, definition, wanted):
    station = Station(work / "s", definition).opened()
    first = papers(work / "first", 10)
    again = papers(work / "again", 2, again=True)
    station.feed(first)
    tally.check(len(station.scan()[1]) == 10, "ten papers are counted")
    station.feed(again, lambda name: "again-" + name)
    done, told = station.scan()
    tally.check([line["result"] for line in told] == ["held"] * 2 and done.returncode == 1,
                "two of them scanned a second time are held", told)
    tally.check(station.report()["counted"] == 10 and station.report()["held"] == 2, "and are in no sum")
    done = station.do("decide", "--json", export=False)
    cases = json.loads(done.stdout)
    pairs = [(digest(station.stick / case["pictures"][0]), digest(station.stick / case["like"][0])) for case in cases]
    tally.check(pairs == [(digest(new), digest(old)) for new, old in zip(again, first)], "each with the paper it looks like", cases)
    tally.check(problem(station.do("close", "--by", "Ana"), "station.undecided-papers"), "the count does not close over them")
    tally.check(problem(station.do("decide", "--case", "1", "--count", "--by", "Ana"), "station.reason-needed"), "a decision has a reason")
    tally.check(station.do("decide", "--case", "1", "--take-out", "--by", "Ana", "--why", "fed twice").returncode == 0, "one is taken out")
    tally.check(station.do("decide", "--case", "2", "--count", "--by", "Ana", "--why", "two papers lie here").returncode == 0,
                "the other is counted")
    tally.check(problem(station.do("decide", "--case", "2", "--count", "--by", "Ana", "--why", "x"), "station.case-decided"), "once")
    done = station.do("close", "--by", "Ana", "--json")
    report = json.loads(done.stdout)
    tally.check((report["counted"], report["takenOut"], report["contests"][0]["papers"]) == (11, 1, 11), "and the sums follow", report)
    code, check = station.check()
    tally.check(code == 0 and len(list((station.stick / "held").glob("*.jpg"))) == 1, "what was taken out stays on the medium", check)


def tamper(tally, work, definition, wanted):
    station = Station(work / "s", definition).opened()
    station.feed(papers(work / "pages", 5))
    station.scan()
    station.do("close", "--by", "Ana")
    whole, image = station.stick, next((station.stick / "images").iterdir()).name
    record = next((station.stick / "records").iterdir()).name

    def spoiled(sentence, change, words):
        copy = work / "copy"
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(whole, copy)
        change(copy)
        done = dobush("read", "station", "check", copy)
        tally.check(done.returncode == 1 and words in done.stdout, sentence, done.stdout + done.stderr)

    def edit(path, change):
        text = path.read_text()
        assert change(text) != text, path
        path.write_text(change(text))

    def flip(path):
        content = bytearray(path.read_bytes())
        content[len(content) // 2] ^= 1
        path.write_bytes(content)

    spoiled("a bit of a picture", lambda c: flip(c / "images" / image), "is another picture")
    spoiled("a picture gone", lambda c: (c / "images" / image).unlink(), "a picture of it is missing")
    spoiled("a record gone", lambda c: (c / "records" / record).unlink(), "belongs to no paper")
    spoiled("a record's mark changed", lambda c: edit(
        c / "records" / record, lambda t: t.replace('"HasIndication" : "yes"', '"HasIndication" : "no"')), "not those under the checkpoint")
    spoiled("a total changed", lambda c: edit(
        c / "totals.json", lambda t: re.sub(r'"maro" : \d+', '"maro" : 99', t)), "not what the papers' own records give")
    spoiled("a file added", lambda c: (c / "records/ffffffffff.json").write_text("{}"), "no record of the paper")
    spoiled("a link in place of a file", lambda c: ((c / "day.json").unlink(), (c / "day.json").symlink_to("/etc/passwd")),
            "no regular file")
    spoiled("the checkpoint's size", lambda c: edit(c / "log/checkpoint", lambda t: t.replace("\n", "\n1", 1)), "signature")
    spoiled("another key", lambda c: edit(c / "log/key.txt", lambda t: t.replace("+", "+0", 1)), "verifier key")
    spoiled("the zero report", lambda c: edit(
        c / "zero-report.json", lambda t: t.replace('"counted" : 0', '"counted" : 3')), "more than zeros")
    spoiled("the definition", lambda c: edit(
        c / "definition/definition.json", lambda t: t.replace("Maro", "Moro")), "prepared with")
    stranger = Station(work / "o", definition)
    done = stranger.prepare()
    other = json.loads((stranger.stick / "station.json").read_text())["key"]
    done = dobush("read", "station", "check", whole, "--key", other)
    tally.check(done.returncode == 1 and "not the key you trust" in done.stdout, "another station's key", done.stdout)
    done = dobush("publish", "check-log", whole / "log", "--key", json.loads((whole / "station.json").read_text())["key"])
    tally.check(done.returncode == 0, "a checker of C2SP logs accepts the log of a closed count", done.stdout + done.stderr)


def prints(tally, work, definition, wanted):
    station = Station(work / "s", definition, test=True).opened()
    station.feed(papers(work / "pages", 3, code="test"))
    station.scan()
    out = work / "report.pdf"
    done = station.do("close", "--by", "Ana", "--by", "Bek", "--out", out, "--copies", 2)
    tally.check(done.returncode == 0, "the closing report is printed", done.stderr)
    text = subprocess.run(["pdftotext", "-layout", out, "-"], capture_output=True, text=True).stdout
    tally.check(all(text.count(word) >= 2 for word in ("TEST", "ПРОБА", "СЫНОО")), "in three languages, and says TEST in each")
    tally.check(text.count("Closing report") == 2 and text.count("Итоговый отчёт") == 2, "as often as copies are wanted")
    key = json.loads((station.stick / "closing-report.json").read_text())
    tally.check(key["link"] in text.replace("\n", ""), "with the head of the chain")
    tally.check("Tervania does not exist" in text, "and that the election is invented")
    interim = station.do("report", "--language", "ky", export=False).stdout
    tally.check("ЖЫЙЫНТЫК ОТЧЕТУ" in interim and "Айдана Маро" in interim, "the screen speaks the language that is asked for", interim[:300])
    tally.check(problem(station.do("report", "--language", "xx", export=False), "command.usage"), "and no other")
