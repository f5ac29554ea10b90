import CountingStation
import Cryptography
import Elections
import Formats
import Foundation
import Primitives
import ReaderProcess
import StationCount
import StationExport
import Storage
import StorageSQLite

/// A station's day: prepare, open, scan, pause, close, and what is printed and signed on the way.
enum StationCommands {
    static let all: [Command] = [
        Command(
            words: ["read", "station", "prepare"],
            usage:
                "--data DIR --definition DIR --station ID --key FILE --export DIR [--test] [--equipment TEXT]",
            summary: "Makes the store of one station's count, real or test, and its second medium.",
            options: [
                "--data", "--definition", "--station", "--key", "--export", "--equipment",
            ], flags: ["--test"], run: prepare),
        Command(
            words: ["read", "station", "open"],
            usage: "--data DIR --key FILE --export DIR --by NAME… [REPORT]",
            summary: "Opens the count and prints the zero report.",
            options: acting.union(reporting), run: open),
        Command(
            words: ["read", "station", "scan"],
            usage:
                "--data DIR --key FILE --export DIR --watch FOLDER [--once] [--discard] [--patience SECONDS] [--sane DEVICE [--resolution DPI] [--pages N] [--sane-option NAME=VALUE]…]",
            summary:
                "Counts what a scanner puts into a folder; one line a sheet, JSON with --json.",
            options: acting.union([
                "--watch", "--patience", "--sane", "--resolution", "--pages", "--sane-option",
            ]), flags: ["--once", "--discard"], run: StationScan.scan),
        Command(
            words: ["read", "station", "pause"],
            usage: "--data DIR --key FILE --export DIR --by NAME [--why TEXT]",
            summary: "Stops scanning until somebody resumes it.", options: acting, run: pause),
        Command(
            words: ["read", "station", "resume"],
            usage: "--data DIR --key FILE --export DIR --by NAME [--new-medium]",
            summary: "Brings the second medium into step and goes on.", options: acting,
            flags: ["--new-medium"], run: resume),
        Command(
            words: ["read", "station", "decide"],
            usage:
                "--data DIR [--case N --count|--take-out --by NAME --why TEXT --key FILE --export DIR]",
            summary: "Shows papers that may have been scanned twice, or decides about one.",
            options: acting.union(["--case"]), flags: ["--count", "--take-out"], run: decide),
        Command(
            words: ["read", "station", "close"],
            usage: "--data DIR --key FILE --export DIR --by NAME… [REPORT]",
            summary: "Closes the count, completes the export, prints the closing report.",
            options: acting.union(reporting), run: close),
        Command(
            words: ["read", "station", "reopen"],
            usage: "--data DIR --key FILE --export DIR --by NAME --by NAME --why TEXT",
            summary: "Opens a closed count again; two persons and a reason.", options: acting,
            run: reopen),
        Command(
            words: ["read", "station", "report"],
            usage:
                "--data DIR [--zero] [REPORT]; REPORT is [--out FILE.pdf] [--copies N] [--language en|ru|ky]…",
            summary: "Prints the report of the opening, or of what is counted now.",
            options: reporting.union(["--data"]), flags: ["--zero"], run: StationReports.report),
        Command(
            words: ["read", "station", "check"],
            usage: "[--key VKEY] EXPORT | --data DIR",
            summary: "Checks an export as a stranger, or the store itself; exit 1 if damaged.",
            options: ["--key", "--data"], run: StationChecks.check),
        Command(
            words: ["read", "worker"], usage: "",
            summary: "Reads one sheet, shut in; started by the station's scan, not by people.",
            run: StationScan.worker),
        Command(
            words: ["read", "worker", "pages"], usage: "",
            summary: "Opens one file of several pages, fenced in; started by the station's scan.",
            run: StationScan.pagesWorker),
    ]

    private static let acting: Set<String> = ["--data", "--key", "--export", "--by", "--why"]
    private static let reporting: Set<String> = ["--out", "--copies", "--language"]

    // MARK: Preparing

    @Sendable static func prepare(_ invocation: Invocation) throws -> ExitStatus {
        let data = try invocation.required("--data", for: "an empty folder for the count")
        let path = try invocation.required("--definition", for: "the folder of the definition")
        let key = try MemberKey(invocation.required("--key", for: "the station's key file")).key
        let folder = DefinitionFolder(path: path)
        let (definition, layouts) = try ReadCommands.election(folder)
        let name = try invocation.required("--station", for: "the station's name")
        guard let station = PollingStation.ID(name), definition.station(station) != nil else {
            throw CountProblem.unknownStation(PollingStation.ID(name) ?? "?")
        }
        guard !layouts.isEmpty else { throw noPapers }
        guard !FileManager.default.fileExists(atPath: StationPlace.file(data)) else {
            throw CountProblem.alreadyPrepared
        }
        let files = try ["definition.json", "ballot-layouts.json"].map { name in
            StoredFile(
                type: "application/json",
                bytes: Array(try Files.read(path + "/" + name, limit: StorageLimits.file)))
        }
        try FileManager.default.createDirectory(
            atPath: data, withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700])
        let store = try SQLiteStore(path: StationPlace.file(data))
        let identity = CountIdentity(
            election: definition.id, station: station,
            mode: invocation.flags.contains("--test") ? .test : .real,
            definition: files[0].digest, layouts: files[1].digest, store: Secrets.token(),
            key: key.verifyingKey, equipment: invocation.value("--equipment"))
        let book = try CountBook(store, now: StationPlace.now)
        try book.perform(files: files) { try $0.prepare(identity) }
        store.close()
        let place = try StationPlace(invocation)
        try place.alone { try place.follow(try place.medium(invocation)) }
        if invocation.json {
            Talk.out(String(decoding: try Documents.encode(identity), as: UTF8.self))
        } else {
            Talk.out("\(mode(identity))prepared \(identity.origin), key \(identity.fingerprint)")
            Talk.say("Signed by: \(identity.key)")
        }
        return .done
    }

    private static let noPapers = PlainProblem(
        code: "station.no-papers", summary: "The definition has no papers that a machine reads.",
        remedy: "Name a definition with ballot-layouts.json.")

    static func mode(_ identity: CountIdentity) -> String {
        identity.mode == .test ? "TEST: " : ""
    }

    // MARK: The day

    @Sendable static func open(_ invocation: Invocation) throws -> ExitStatus {
        let place = try StationPlace(invocation)
        let medium = try place.medium(invocation)
        // A machine that cannot read apart says so before the first paper.
        let reader = try StationScan.reader(place).confinement
        if reader == "no-landlock" {
            Talk.say("This kernel has no Landlock: the reader is held by limits alone.")
        }
        let by = invocation.all("--by")
        try place.alone {
            // Without its medium a count is not opened.
            if place.book.state.phase == .prepared { try place.follow(medium) }
            try place.book.perform { try $0.open(by: by, reader: reader) }
            try place.follow(medium)
        }
        return try StationReports.tell(.zero, place, invocation)
    }

    @Sendable static func pause(_ invocation: Invocation) throws -> ExitStatus {
        try act(invocation) { state in
            try state.pause(
                .person, by: invocation.all("--by"), why: invocation.value("--why"))
        }
    }

    @Sendable static func resume(_ invocation: Invocation) throws -> ExitStatus {
        let place = try StationPlace(invocation)
        let medium = try place.medium(
            invocation, mayBegin: invocation.flags.contains("--new-medium"))
        try place.alone {
            // In step first: nothing is scanned while it is not.
            try place.follow(medium)
            // A closed count needs no more than that.
            if place.book.state.phase != .open, place.book.state.phase != .closed {
                try place.book.perform { try $0.resume(by: invocation.all("--by")) }
                try place.follow(medium)
            }
        }
        return tell(place, invocation)
    }

    @Sendable static func reopen(_ invocation: Invocation) throws -> ExitStatus {
        try act(invocation) { state in
            try state.reopen(by: invocation.all("--by"), why: invocation.value("--why"))
        }
    }

    @Sendable static func decide(_ invocation: Invocation) throws -> ExitStatus {
        guard let number = try invocation.number("--case") else {
            return try StationReports.cases(StationPlace(invocation), invocation)
        }
        let flags = invocation.flags.intersection(["--count", "--take-out"])
        guard flags.count == 1 else {
            throw UsageProblem(summary: "Say --count or --take-out.", command: nil)
        }
        return try act(invocation) { state in
            try state.decide(
                case: number, counts: flags.contains("--count"), by: invocation.all("--by"),
                why: invocation.value("--why"))
        }
    }

    @Sendable static func close(_ invocation: Invocation) throws -> ExitStatus {
        let place = try StationPlace(invocation)
        let medium = try place.medium(invocation)
        try place.alone {
            // Everything is on the medium before the count is closed.
            try place.follow(medium)
            try place.book.perform { try $0.close(by: invocation.all("--by")) }
            try place.follow(medium)
        }
        let path = try invocation.required("--export", for: "the folder on the second medium")
        let check = try ExportCheck(folder: path, key: NoteKey(text: place.identity.key))
        let told = try StationReports.tell(.closing, place, invocation)
        guard check.isWhole else {
            Talk.problem(StationChecks.problem(check, path))
            return .reported
        }
        return told
    }

    private static func act(
        _ invocation: Invocation, _ decide: (CountState) throws -> CountEvent
    ) throws -> ExitStatus {
        let place = try StationPlace(invocation)
        let medium = try place.medium(invocation)
        try place.alone {
            try place.book.perform(decide: decide)
            try place.follow(medium)
        }
        return tell(place, invocation)
    }

    private static func tell(_ place: StationPlace, _ invocation: Invocation) -> ExitStatus {
        let state = place.book.state
        let phase =
            switch state.phase {
            case .absent: "absent"
            case .prepared: "prepared"
            case .open: "open"
            case .paused: "paused"
            case .closed: "closed"
            }
        Talk.out(
            invocation.json
                ? "{\"phase\": \"\(phase)\", \"counted\": \(state.counted.count)}"
                : "\(mode(place.identity))\(phase), \(state.counted.count) papers counted")
        return .done
    }
}
