import Foundation
import Primitives

/// A scanner that SANE knows, run by Debian's `scanimage` in a process of its own: each page that is
/// finished appears in the watched folder whole.
final class SaneScanner {
    private let process = Process()
    private let output = Pipe()
    private let errors = Pipe()
    private let folder: String
    private let incoming: String
    private let heard = Heard()
    private let device: String
    private let group = DispatchGroup()

    /// - Parameters:
    ///   - folder: the watched one.
    ///   - invocation: with `--resolution`, `--pages` and `--sane-option`.
    init(device: String, into folder: String, _ invocation: Invocation) throws {
        self.device = device
        self.folder = folder
        incoming = folder + "/.incoming"
        try FileManager.default.createDirectory(
            atPath: incoming, withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700])
        let resolution = try invocation.number("--resolution") ?? 200
        var arguments = [
            "scanimage", "--device-name=\(device)", "--format=png", "--mode=Gray",
            "--resolution=\(resolution)", "--batch=\(incoming)/page-%d.png", "--batch-print",
        ]
        if let pages = try invocation.number("--pages") {
            arguments.append("--batch-count=\(pages)")
        }
        arguments += invocation.all("--sane-option").map { "--\($0)" }
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = arguments
        process.standardOutput = output
        process.standardError = errors
        process.standardInput = FileHandle.nullDevice
        listen(output) { [folder, incoming, heard] line in
            // Only pages that are whole are named.
            guard line.hasPrefix(incoming) else { return }
            heard.page()
            let name = (0..<10).map { _ in "0123456789abcdef".randomElement()! }
            _ = rename(line, "\(folder)/\(String(name)).png")
        }
        listen(errors) { [heard] line in heard.say(line) }
        do { try process.run() } catch {
            throw ScannerProblem.notInstalled
        }
    }

    private func listen(_ pipe: Pipe, _ line: @escaping @Sendable (String) -> Void) {
        let handle = pipe.fileHandleForReading
        group.enter()
        Thread.detachNewThread { [group] in
            var held = Data()
            while case let piece = handle.availableData, !piece.isEmpty {
                held.append(piece)
                while let end = held.firstIndex(of: 0x0A) {
                    line(String(decoding: held[held.startIndex..<end], as: UTF8.self))
                    held = Data(held[held.index(after: end)...])
                }
            }
            if !held.isEmpty { line(String(decoding: held, as: UTF8.self)) }
            group.leave()
        }
    }

    /// False once it has ended and every page that it finished lies in the folder.
    var isRunning: Bool {
        if process.isRunning { return true }
        group.wait()
        return false
    }

    /// Why it ended, when that was no good end.
    var problem: ScannerProblem? {
        guard !process.isRunning else { return nil }
        let code = process.terminationStatus
        // An empty feeder is how every stack ends.
        if code == 0 || code == 7 && heard.pages > 0 { return nil }
        return ScannerProblem(status: code, device: device, words: heard.words)
    }

    func end() {
        if process.isRunning { process.terminate() }
        process.waitUntilExit()
        try? FileManager.default.removeItem(atPath: incoming)
    }
}

/// What the scanner's program said.
private final class Heard: @unchecked Sendable {
    private let lock = NSLock()
    private var lines: [String] = []
    private var count = 0

    func page() { lock.withLock { count += 1 } }
    func say(_ line: String) {
        lock.withLock {
            // The end says why; the beginning lists defaults.
            lines.append(line)
            if lines.count > 5 { lines.removeFirst() }
        }
    }

    var pages: Int { lock.withLock { count } }
    var words: String { lock.withLock { lines.joined(separator: " ") } }
}

/// Why a scanner stopped, in words for whoever stands beside it.
enum ScannerProblem: ToldInThreeLanguages, Hashable {
    case notInstalled
    case jammed
    case empty
    case coverOpen
    case busy
    case notFound(String)
    case denied(String)
    case failed(String)

    /// - Parameter status: of `scanimage`, which ends with SANE's own status numbers (SANE standard
    ///   1.06, table 1).
    init(status: Int32, device: String, words: String) {
        self =
            switch status {
            case 3: .busy
            case 6: .jammed
            case 7: .empty
            case 8: .coverOpen
            case 11: .denied(device)
            case 127: .notInstalled
            case 4 where words.contains("open of device"): .notFound(device)
            default: .failed(words)
            }
    }

    var code: String {
        switch self {
        case .notInstalled: "scanner.not-installed"
        case .jammed: "scanner.jammed"
        case .empty: "scanner.empty"
        case .coverOpen: "scanner.cover-open"
        case .busy: "scanner.busy"
        case .notFound: "scanner.not-found"
        case .denied: "scanner.denied"
        case .failed: "scanner.failed"
        }
    }

    var text: LocalizedText {
        switch self {
        case .notInstalled:
            LocalizedText(
                "The scanner's program is not installed.", ru: "Программа сканера не установлена.",
                ky: "Сканердин программасы орнотулган эмес.")
        case .jammed:
            LocalizedText(
                "A paper is jammed in the scanner.", ru: "В сканере застряла бумага.",
                ky: "Сканерге кагаз тыгылып калды.")
        case .empty:
            LocalizedText(
                "There is no paper in the scanner's feeder.", ru: "В лотке сканера нет бумаги.",
                ky: "Сканердин салгычында кагаз жок.")
        case .coverOpen:
            LocalizedText(
                "The scanner's cover is open.", ru: "Крышка сканера открыта.",
                ky: "Сканердин капкагы ачык.")
        case .busy:
            LocalizedText(
                "The scanner is busy.", ru: "Сканер занят.", ky: "Сканер бош эмес.")
        case .notFound(let device):
            LocalizedText(
                "No scanner answers as \(device).", ru: "Сканер \(device) не отвечает.",
                ky: "\(device) сканери жооп бербейт.")
        case .denied(let device):
            LocalizedText(
                "The scanner \(device) may not be used by this account.",
                ru: "Этой учётной записи нельзя пользоваться сканером \(device).",
                ky: "Бул эсепке \(device) сканерин колдонууга болбойт.")
        case .failed(let words):
            LocalizedText(
                "The scanner stopped: \(words)", ru: "Сканер остановился: \(words)",
                ky: "Сканер токтоду: \(words)")
        }
    }

    var advice: LocalizedText {
        switch self {
        case .notInstalled:
            LocalizedText(
                "Install Debian's package sane-utils.", ru: "Установите пакет sane-utils.",
                ky: "sane-utils топтомун орнотуңуз.")
        case .jammed:
            LocalizedText(
                "Take the paper out, look at the count to see whether it was counted, and scan it again only if it was not.",
                ru:
                    "Выньте бумагу, проверьте по счётчику, посчитана ли она, и сканируйте снова, только если нет.",
                ky:
                    "Кагазды чыгарып, эсептелгенин эсептегичтен караңыз; эсептелбесе гана кайра сканерлеңиз."
            )
        case .empty:
            LocalizedText(
                "Put papers in and start again.", ru: "Положите бумагу и начните снова.",
                ky: "Кагаз салып, кайра баштаңыз.")
        case .coverOpen:
            LocalizedText(
                "Close the cover and start again.", ru: "Закройте крышку и начните снова.",
                ky: "Капкагын жаап, кайра баштаңыз.")
        case .busy:
            LocalizedText(
                "End the other program that scans.", ru: "Завершите другую программу сканирования.",
                ky: "Сканерлеген башка программаны токтотуңуз.")
        case .notFound:
            LocalizedText(
                "Check its cable and power; scanimage -L lists what is there.",
                ru: "Проверьте кабель и питание; scanimage -L покажет, что есть.",
                ky: "Кабелин жана тогун текшериңиз; scanimage -L барын көрсөтөт.")
        case .denied:
            LocalizedText(
                "Add the account to the group scanner.",
                ru: "Добавьте учётную запись в группу scanner.",
                ky: "Эсепти scanner тобуна кошуңуз.")
        case .failed:
            LocalizedText(
                "Switch the scanner off and on, then start again; papers counted are kept.",
                ru: "Выключите и включите сканер, начните снова; посчитанное сохранено.",
                ky: "Сканерди өчүрүп-күйгүзүп, кайра баштаңыз; эсептелгени сакталган.")
        }
    }
}
