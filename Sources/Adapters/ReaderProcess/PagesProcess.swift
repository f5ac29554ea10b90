import CountingStation
import Foundation
import Primitives
import StationCount

/// Opens files of several pages in children that hold no key: page after page as a file of its own.
///
/// A child for each file. It must start poppler's programs and decoders, so it cannot shut itself in
/// as a reader does; instead it is fenced before its first step, and what decodes in it is shut in.
package final class PagesProcess {
    private let arguments: [String]
    private let folder: String
    private let patience: Duration

    /// - Parameters:
    ///   - arguments: of this program, that make it a worker: see ``PagesWorker``.
    ///   - folder: where each child's folder is made, with its file in it, and removed again.
    ///   - patience: how long opening a file, or one page of it, may take.
    package init(arguments: [String], folder: String, patience: Duration = .seconds(60)) {
        self.arguments = arguments
        self.folder = folder
        self.patience = patience
        for left in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        where left.hasPrefix(Self.prefix) {
            try? FileManager.default.removeItem(atPath: folder + "/" + left)
        }
        // A child that died must not end the station with it.
        signal(SIGPIPE, SIG_IGN)
    }

    private static let prefix = "pages-"

    /// Opens a file.
    ///
    /// - Throws: ``PageFault`` when it cannot be opened; ``ReaderProblem`` when no child can be started.
    package func open(_ bytes: [UInt8]) throws -> OpenedFile {
        try OpenedFile(bytes) { [arguments, folder, patience] in
            let name = folder + "/" + Self.prefix + String(repeating: "X", count: 6)
            var place = Array(name.utf8CString)
            guard mkdtemp(&place) != nil else { throw ReaderProblem.notStarted(errno) }
            return try OpenedFile.Child(
                arguments,
                folder: String(
                    decoding: place.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self),
                patience: patience)
        }
    }
}

/// A file whose pages are fetched one after the other.
package final class OpenedFile {
    /// At least one.
    package private(set) var pages = 0
    private let bytes: [UInt8]
    private let start: () throws -> Child
    private var child: Child?

    /// A child and the folder that is its own.
    final class Child {
        let process: StationChild
        let patience: Duration
        private let folder: String

        init(_ arguments: [String], folder: String, patience: Duration) throws {
            self.folder = folder
            self.patience = patience
            do {
                process = try StationChild(arguments: arguments, fence: .folder(folder))
            } catch {
                try? FileManager.default.removeItem(atPath: folder)
                throw error
            }
        }

        deinit {
            process.end()
            try? FileManager.default.removeItem(atPath: folder)
        }
    }

    fileprivate init(_ bytes: [UInt8], start: @escaping () throws -> Child) throws {
        self.bytes = bytes
        self.start = start
        pages = try asked()
    }

    /// One page as a file of its own; the same bytes whenever it is asked for.
    ///
    /// - Parameter number: counted from 1.
    /// - Throws: ``PageFault`` for a page that cannot be taken out; others may still be.
    package func page(_ number: Int) throws -> [UInt8] {
        precondition((1...pages).contains(number), "page \(number) of \(pages)")
        if child == nil { _ = try asked() }
        return try talk { child throws(ReaderProblem) in
            let deadline = ContinuousClock.now + child.patience
            try child.process.send(
                try ReaderMessages.told(PagesMessages.Ask(page: number)), until: deadline)
            let answer = try ReaderMessages.message(
                PagesMessages.Page.self, child.process.line(until: deadline))
            if let fault = answer.fault { return .failure(fault) }
            guard let count = answer.bytes, (1...PagesMessages.largestPage).contains(count) else {
                throw .nonsense
            }
            return .success(try child.process.bytes(count, until: deadline))
        }
    }

    /// Hands the file to a new child, and hears how many pages it has.
    private func asked() throws -> Int {
        child = try start()
        return try talk { [bytes] child throws(ReaderProblem) in
            let deadline = ContinuousClock.now + child.patience
            let head = try ReaderMessages.told(PagesMessages.File(bytes: bytes.count))
            try child.process.send(head + bytes, until: deadline)
            let answer = try ReaderMessages.message(
                PagesMessages.Opened.self, child.process.line(until: deadline))
            if let fault = answer.fault { return .failure(fault) }
            guard let pages = answer.pages, pages > 0 else { throw .nonsense }
            return .success(pages)
        }
    }

    /// What the child answers; one that fails is ended, and its failure is a fault of what was asked.
    private func talk<Answer>(
        _ body: (Child) throws(ReaderProblem) -> Result<Answer, PageFault>
    ) throws -> Answer {
        guard let child else { throw ReaderProblem.nonsense }
        let answer: Result<Answer, PageFault>
        do throws(ReaderProblem) {
            answer = try body(child)
        } catch {
            self.child = nil
            throw PageFault(.readerFailed(error.words))
        }
        return try answer.get()
    }
}
