import Cryptography
import Elections
import Filing
import Primitives
import Tabulation

extension LiveSite {
    /// How to redo the sums, the chain of the log and the signatures with nothing but the downloads.
    func check(_ view: View) -> Page {
        let title = view.say(.liveCheck)
        return Page(
            title: title, chain: Chain([(view.say(.liveFront), .live(.front))], here: title)
        ) {
            tag("h1") { title }
            tag("p", .css("question-line")) { view.say(.checkQuestion) }
            tag("h2") { view.say(.checkFiles) }
            tag("p") { view.say(.checkFilesText) }
            downloadList(tablePaths, view)
            tag("p") {
                view.say(.checkLogParts) + " "
                view.link(.live(.log()), view.say(.theLog))
            }
            tag("h2") { view.say(.checkSums) }
            tag("p") { view.say(.checkSumsText, "check-sums.py") }
            program("check-sums.py", CheckPrograms.sums(places))
            tag("p") { view.say(.checkBalanceText) }
            tag("pre") { tag("code") { balanceCommands } }
            tag("h2") { view.say(.checkLog) }
            tag("p") { view.say(.checkLogText, "check-log.py") }
            program("check-log.py", CheckPrograms.log)
            tag("p") {
                view.say(.checkLogWanted, view.number(state.through)) + " "
                tag("span", .css("digest")) { model.link?.hex ?? "–" }
            }
            tag("h2") { view.say(.checkSheet) }
            tag("p") { view.say(.checkSheetText) }
            tag("pre") { tag("code") { sheetCommands } }
            tag("p") { view.say(.checkNoteText, "check-note.py") }
            program("check-note.py", CheckPrograms.note)
            tag("h2") { view.say(.checkNot) }
            tag("p") { view.say(.checkNotText) }
        }
    }

    private func program(_ name: String, _ text: String) -> HTML {
        tag("pre", Attribute("data-program", name)) { tag("code") { text } }
    }

    /// Columns before the figures in each contest's table of sheets.
    private var places: [(contest: String, columns: Int)] {
        contests.compactMap { contest in
            state.forms[contest.id].map {
                (Address.segment(contest.id.text), $0.places.count)
            }
        }
    }

    private var balanceCommands: String {
        contests.map { contest in
            let name = Address.segment(contest.id.text)
            return
                "dobush balance --form form-\(name).json --sheets sheets-\(name)-\(deciding.rawValue).csv --out \(name).json"
        }.joined(separator: "\n")
    }

    private var sheetCommands: String {
        let example = stations.lazy.flatMap { self.sheetKeys($0.id) }
            .compactMap { self.state.file($0).current?.id }.first
        guard let example else { return "sha256sum NAME.txt" }
        return "sha256sum \(example.hex).txt\n\(example.hex)  \(example.hex).txt"
    }
}

/// Programs that are printed on the page, whole. They use Python's own library and, for signatures,
/// the command `openssl`.
enum CheckPrograms {
    /// Adds up the tables of sheets and compares with the sums published.
    ///
    /// - Parameter places: for each contest, how many columns name the station.
    static func sums(_ places: [(contest: String, columns: Int)]) -> String {
        let list = places.map { "\"\($0.contest)\": \($0.columns)" }.joined(separator: ", ")
        return """
            import csv

            def rows(name):
                with open(name, encoding="utf-8", newline="") as file:
                    return list(csv.DictReader(file))

            checked = wrong = 0
            for contest, places in {\(list)}.items():
                stated = rows(f"results-{contest}.csv")
                for count in ["hand", "scanner"]:
                    sums = {}
                    for sheet in rows(f"sheets-{contest}-{count}.csv"):
                        cells = list(sheet.items())
                        for area in ["nation", "district:" + cells[0][1], "station:" + cells[places - 1][1]]:
                            total = sums.setdefault(area, {"sheets": 0})
                            total["sheets"] += 1
                            for line, figure in cells[places:]:
                                total[line] = total.get(line, 0) + int(figure)
                    for row in stated:
                        if row["count"] == count:
                            for line, figure in sums.get(row["area"], {"sheets": 0}).items():
                                checked += 1
                                if int(row[line]) != figure:
                                    wrong += 1
                                    print(contest, count, row["area"], line, row[line], "is not", figure)
            print(checked, "sums checked,", wrong, "differ")

            """
    }

    /// Makes every link of the log again.
    static let log = """
        import glob, hashlib, json

        def digest(text):
            return hashlib.sha256(text.encode("utf-8")).hexdigest()

        link, checked, withheld = "0" * 64, 0, 0
        for name in sorted(glob.glob("log-*.jsonl")):
            for line in open(name, encoding="utf-8"):
                act = json.loads(line)
                if "kind" in act:
                    if "body" in act and digest(act["body"]) != act["body_sha256"]:
                        raise SystemExit(f"the body of act {act['sequence']} is not the one in the log")
                    parts = [link, str(act["sequence"]), act["moment"], act["actor"], act["kind"],
                             act["body_sha256"], ""]
                    if digest("\\n".join(parts)) != act["link"]:
                        raise SystemExit(f"act {act['sequence']} does not follow from the one before")
                    checked += 1
                else:
                    withheld += 1
                link = act["link"]
        print(checked, "acts follow,", withheld, "not public; newest link", link)

        """

    /// Checks the signatures of one signed sheet.
    static let note = """
        import base64, os, subprocess, sys, tempfile

        note = open(sys.argv[1], encoding="utf-8").read()
        text, _, signatures = note.rpartition("\\n\\n")
        text += "\\n"
        station = text.split("\\n")[2].split(" ")[1]
        keys = {}
        for line in open("keys.txt", encoding="utf-8"):
            owner, key = line.split()
            if owner == station:
                keys[key.split("+")[0]] = base64.b64decode(key.split("+", 2)[2])[1:]
        for line in signatures.splitlines():
            name, signature = line.split(" ")[1:]
            with tempfile.TemporaryDirectory() as folder:
                files = {"text": text.encode(), "signature": base64.b64decode(signature)[4:],
                         "key": bytes.fromhex("302a300506032b6570032100") + keys[name]}
                for file, data in files.items():
                    with open(os.path.join(folder, file), "wb") as out:
                        out.write(data)
                done = subprocess.run(
                    ["openssl", "pkeyutl", "-verify", "-pubin", "-keyform", "DER", "-inkey", "key",
                     "-rawin", "-in", "text", "-sigfile", "signature"], cwd=folder, capture_output=True)
            print(station, name, "signed it" if done.returncode == 0 else "DID NOT SIGN IT")

        """
}
