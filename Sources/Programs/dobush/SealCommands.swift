import Cryptography
import Elections
import Filing
import Formats
import Foundation
import Offices
import Primitives
import ResultsOffice
import Storage
import Tabulation

/// A station's sheet as a file under signatures, and the stick that carries it to the centre.
enum SealCommands {
    static let all: [Command] = [
        Command(
            words: ["balance", "key"], usage: "--name NAME --out FILE",
            summary: "Makes a commission member's key; prints the part that is registered.",
            options: ["--name", "--out"], run: key),
        Command(
            words: ["balance", "seal"],
            usage:
                "--definition DIR --contest ID --form NAME_OR_FILE --sheets FILE.csv --series hand|scanner --key FILE [--key FILE] [--image FILE] [--reason EQUATION=TEXT] [--replaces DIGEST --why TEXT] --out FILE.sheet",
            summary: "Makes a signed sheet of a table with one row.",
            options: [
                "--definition", "--contest", "--form", "--sheets", "--series", "--key", "--image",
                "--reason", "--replaces", "--why", "--out",
            ], run: seal),
        Command(
            words: ["balance", "sign"], usage: "--sheet FILE.sheet --key FILE",
            summary: "Adds a member's signature to a sheet.", options: ["--sheet", "--key"],
            run: sign),
        Command(
            words: ["balance", "collect"],
            usage: "DIR --as ACCOUNT [--data DIR | --database postgres://…]",
            summary: "Takes the signed sheets and pictures of a stick into the results office.",
            options: ["--as", "--data", "--database"], run: collect),
    ]

    // MARK: Keys

    @Sendable static func key(_ invocation: Invocation) throws -> ExitStatus {
        let name = try invocation.required("--name", for: "the key's name, as tervania/north-001/1")
        let out = try invocation.required("--out", for: "where the secret part goes")
        guard (1...128).contains(name.utf8.count),
            name.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "+") })
        else {
            throw UsageProblem(
                summary: "--name is printable ASCII without space and plus, got \(name).",
                command: nil)
        }
        guard !FileManager.default.fileExists(atPath: out) else {
            throw PlainProblem(
                code: "balance.key-exists", summary: "\(out) exists; a key is never replaced.",
                remedy: "Name another file.")
        }
        let seed = Secrets.random(32)
        guard let secret = SigningKey(seed: seed) else { throw MemberKey.unusable(out) }
        let text = "dobush-key-1\nname \(name)\nseed \(Base64.encode(seed))\n"
        // Nobody else may read it, not even for a moment.
        let made = FileManager.default.createFile(
            atPath: out, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600])
        guard made else {
            throw PlainProblem(
                code: "balance.key-not-written", summary: "\(out) cannot be written.",
                remedy: "Name a place that you may write to.")
        }
        let open = NoteKey(name: name, key: secret.verifyingKey).text
        Talk.out(invocation.json ? "{\"key\": \"\(open)\"}" : open)
        Talk.say("Register this line for the station; keep \(out) where only its owner reads it.")
        return .done
    }

    // MARK: Sheets

    @Sendable static func seal(_ invocation: Invocation) throws -> ExitStatus {
        let out = try invocation.required("--out", for: "the signed sheet to write")
        let keys = try invocation.all("--key").map(MemberKey.init)
        guard !keys.isEmpty else {
            throw UsageProblem(summary: "--key is missing: a member's key file.", command: all[1])
        }
        let definition = try SheetInput.definition(
            invocation.required("--definition", for: "the election's definition"))
        let batch = try SheetInput.read(invocation, definition: definition)
        guard batch.sheets.count == 1, batch.refused == 0, let sheet = batch.sheets.first,
            let contest = batch.fitted.contest
        else {
            SheetInput.tell(batch, of: invocation)
            throw PlainProblem(
                code: "balance.not-one-sheet",
                summary:
                    "The table has \(batch.sheets.count) sheets and \(batch.refused) refused rows; one sheet is sealed at a time.",
                remedy: "Leave one row in the table.")
        }
        let statement = try statement(invocation, definition, sheet, contest)
        let hard = sheet.imbalances().filter { $0.severity == .hard }
        guard hard.isEmpty else {
            for imbalance in hard {
                let text = batch.fitted.form.equations.first { $0.id == imbalance.equation }?.text
                    .en
                Talk.say("\(text ?? imbalance.equation.text) \(imbalance.left), \(imbalance.right)")
            }
            throw PlainProblem(
                code: "balance.does-not-add-up",
                summary: "The sheet of \(sheet.station) does not add up, and may not be filed.",
                remedy: "Read the lines named above again, then count again.")
        }
        guard var note = SignedNote(text: statement.text) else { throw MemberKey.unusable(out) }
        for key in keys { note.sign(as: key.name, by: key.key) }
        try Files.write(Data(note.note.utf8), to: out)
        Talk.out(
            invocation.json
                ? "{\"sheet\": \"\(statement.id.hex)\", \"signatures\": \(keys.count)}"
                : "\(statement.id.hex)  \(out), \(keys.count) signatures")
        return .done
    }

    private static func statement(
        _ invocation: Invocation, _ definition: ElectionDefinition, _ sheet: ResultsSheet,
        _ contest: Contest.ID
    ) throws -> SheetStatement {
        guard let series = Series(rawValue: invocation.value("--series") ?? "hand") else {
            throw UsageProblem(summary: "--series is hand or scanner.", command: nil)
        }
        let reasons = try invocation.all("--reason").map { text -> SheetStatement.Reason in
            let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2, let equation = ResultsForm.Equation.ID(parts[0]) else {
                throw UsageProblem(summary: "--reason is EQUATION=TEXT, got \(text).", command: nil)
            }
            return SheetStatement.Reason(equation, parts[1])
        }
        let replaces = try invocation.value("--replaces").map { text -> Digest in
            guard let digest = Digest(hex: text) else {
                throw UsageProblem(
                    summary: "--replaces is a sheet's 64 hexadecimal digits.", command: nil)
            }
            return digest
        }
        guard replaces == nil || invocation.value("--why")?.isEmpty == false else {
            throw UsageProblem(summary: "A correction says --why.", command: nil)
        }
        let image = try invocation.value("--image").map {
            Digest.of(Array(try Files.read($0, limit: 32 << 20)))
        }
        return SheetStatement(
            election: definition.id, station: sheet.station, contest: contest, series: series,
            figures: zip(sheet.fitted.columns, sheet.figures).map { SheetStatement.Figure($0, $1) },
            reasons: reasons, image: image, replaces: replaces, why: invocation.value("--why"))
    }

    @Sendable static func sign(_ invocation: Invocation) throws -> ExitStatus {
        let path = try invocation.required("--sheet", for: "a signed sheet")
        let key = try MemberKey(invocation.required("--key", for: "a member's key file"))
        let text = String(decoding: try Files.read(path, limit: 1 << 20), as: UTF8.self)
        guard var note = try? SignedNote(reading: text), SheetStatement(text: note.text) != nil
        else {
            throw PlainProblem(
                code: "balance.not-a-sheet", summary: "\(path) is no signed sheet.",
                remedy: "Name the file that dobush balance seal wrote.")
        }
        note.sign(as: key.name, by: key.key)
        try Files.write(Data(note.note.utf8), to: path)
        Talk.out(
            invocation.json
                ? "{\"signatures\": \(note.signatures.count)}"
                : "\(path), \(note.signatures.count) signatures")
        return .done
    }

    // MARK: The stick

    fileprivate struct Told: Encodable {
        let file: String
        let result: String
        let problem: String?
    }

    @Sendable static func collect(_ invocation: Invocation) throws -> ExitStatus {
        guard let folder = invocation.rest.first, invocation.rest.count == 1 else {
            throw UsageProblem(summary: "One folder is needed.", command: all[3])
        }
        let store = try StorePlace(invocation).open()
        defer { store.close() }
        let office = try ResultsOffice(store: store)
        let name = try invocation.required("--as", for: "the account that takes the stick in")
        guard let id = Account.ID(name), let account = office.state.accounts[id] else {
            throw FilingProblem.unknownAccount
        }
        let results = try TakeInStick(office, as: account).take(try files(of: folder))
        let told = results.map { Told($0.name, $0.result) }
        if invocation.json {
            Talk.out(String(decoding: try Documents.encode(told).dropLast(), as: UTF8.self))
        } else {
            for one in told { Talk.out("\(one.result)  \(one.file)") }
        }
        var refused = false
        for case (let name, .refused(let problem)) in results {
            refused = true
            Talk.problem(
                PlainProblem(
                    code: problem.code, summary: "\(name): \(problem.summary)",
                    remedy: problem.remedy))
        }
        return refused ? .reported : .done
    }

    /// Every regular file of the folder and the folders in it, in the order of their names.
    private static func files(of folder: String) throws -> [TakeInStick.File] {
        let root = URL(fileURLWithPath: folder)
        guard
            let walker = FileManager.default.enumerator(
                at: root, includingPropertiesForKeys: [.isRegularFileKey, .fileSizeKey])
        else {
            throw PlainProblem(
                code: "balance.no-folder", summary: "\(folder) cannot be read.",
                remedy: "Name the folder of the stick.")
        }
        var found: [TakeInStick.File] = []
        while let url = walker.nextObject() as? URL {
            let values = try? url.resourceValues(forKeys: [.isRegularFileKey, .fileSizeKey])
            guard values?.isRegularFile == true, (values?.fileSize ?? .max) <= 32 << 20 else {
                continue
            }
            guard found.count < 20_000 else {
                throw PlainProblem(
                    code: "balance.too-many-files",
                    summary: "\(folder) has more than 20,000 files.",
                    remedy: "Name the folder that holds the sheets.")
            }
            let bytes = Array(try Files.read(url.path, limit: 32 << 20))
            found.append(TakeInStick.File(name: url.lastPathComponent, bytes: bytes))
        }
        return found.sorted { $0.name < $1.name }
    }
}

extension SealCommands.Told {
    fileprivate init(_ name: String, _ result: TakeInStick.Result) {
        file = name
        switch result {
        case .taken: (self.result, problem) = ("taken", nil)
        case .already: (self.result, problem) = ("already", nil)
        case .refused(let why): (self.result, problem) = ("refused", why.code)
        case .picture: (self.result, problem) = ("picture", nil)
        case .strangePicture: (self.result, problem) = ("strange-picture", nil)
        case .passedOver: (self.result, problem) = ("passed-over", nil)
        }
    }
}

/// A member's key as it lies in a file: three lines of text.
struct MemberKey {
    let name: String
    let key: SigningKey

    init(_ path: String) throws {
        let text = String(decoding: try Files.read(path, limit: 4096), as: UTF8.self)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count == 4, lines[0] == "dobush-key-1", lines[1].hasPrefix("name "),
            lines[2].hasPrefix("seed "), let seed = Base64.decode(String(lines[2].dropFirst(5))),
            let key = SigningKey(seed: seed)
        else { throw Self.unusable(path) }
        name = String(lines[1].dropFirst(5))
        self.key = key
    }

    static func unusable(_ path: String) -> PlainProblem {
        PlainProblem(
            code: "balance.key-file", summary: "\(path) is no member's key.",
            remedy: "Name the file that dobush balance key wrote.")
    }
}
