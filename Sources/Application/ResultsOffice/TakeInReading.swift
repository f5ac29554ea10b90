import Cryptography
import Elections
import Filing
import Offices
import Primitives
import Reviewing
import Storage

/// Takes in what a machine read of a station's papers, with its pictures: the files first, then the
/// act that names them, so that whoever sees the act finds them. Doing it again changes nothing.
package struct TakeInReading {
    private let office: ResultsOffice
    private let account: Account.ID

    package init(_ office: ResultsOffice, as account: Account.ID) {
        self.office = office
        self.account = account
    }

    /// - Parameters:
    ///   - look: finds in the records' own bytes whether they are those of a test.
    ///   - file: the bytes of a picture or of a piece by their digest; nil where there are none.
    /// - Returns: false when the reading was here already.
    @discardableResult
    package func take(
        _ reading: Reading, look: LookAtRecords, file: @escaping (Digest) throws -> [UInt8]?
    ) throws -> Bool {
        // Asked before anything is looked at, again before anything is kept, and when the act is.
        guard try decide(reading, of: .real, office.state) != nil else { return false }
        let mode = try reading.mode(look: look, file: file)
        guard try decide(reading, of: mode, office.state) != nil else { return false }
        var waiting: [StoredFile] = []
        var weight = 0
        func keep() throws {
            guard !waiting.isEmpty else { return }
            _ = try office.store.commit(Change(files: waiting))
            (waiting, weight) = ([], 0)
        }
        for (digest, isPicture) in reading.pictures.map({ ($0, true) })
            + reading.files.flatMap(\.pieces).map({ ($0, false) })
        {
            guard let bytes = try file(digest), Digest.of(bytes) == digest,
                !isPicture || PictureKind.of(bytes) != nil
            else { throw ReadingFileProblem(digest: digest) }
            waiting.append(
                StoredFile(
                    type: isPicture ? PictureKind.of(bytes) ?? "" : Self.pieceType, bytes: bytes))
            weight += bytes.count
            if weight > Self.mostAtOnce { try keep() }
        }
        try keep()
        let outcome = try office.perform(as: account) { state, _ in
            try decide(reading, of: mode, state)
        }
        if case .done = outcome { return true }
        return false
    }

    private func decide(
        _ reading: Reading, of mode: CountMode?, _ state: OfficeState
    ) throws -> Decision? {
        guard let now = state.accounts[account] else { throw FilingProblem.notAllowed }
        return try state.takeReading(reading, of: mode, by: now)
    }

    /// The media type of a piece of a machine's file.
    package static let pieceType = "application/octet-stream"
    private static let mostAtOnce = 16 << 20
}

/// Finds in cast vote records, handed over piece by piece until there is none, whether their papers are
/// those of a test; nil when they are no cast vote records.
package typealias LookAtRecords = (_ next: () throws -> [UInt8]?) throws -> CountMode?

extension Reading {
    /// What the machine's records say of themselves: whatever packed them is not believed.
    ///
    /// - Parameters:
    ///   - look: reads them.
    ///   - file: the bytes of a piece by their digest.
    package func mode(
        look: LookAtRecords, file: @escaping (Digest) throws -> [UInt8]?
    ) throws -> CountMode? {
        var pieces = files.first { $0.name == Reading.recordsName }?.pieces[...] ?? []
        return try look {
            guard let digest = pieces.popFirst() else { return nil }
            guard let bytes = try file(digest), Digest.of(bytes) == digest else {
                throw ReadingFileProblem(digest: digest)
            }
            return bytes
        }
    }
}

/// A file that a reading names is missing or another one.
package struct ReadingFileProblem: ToldInThreeLanguages, Hashable {
    package let digest: Digest

    package init(digest: Digest) { self.digest = digest }

    package var code: String { "review.file-missing" }
    package var text: LocalizedText {
        LocalizedText(
            "The file \(digest.hex) of the reading is missing or damaged.",
            ru: "Файл \(digest.hex) чтения отсутствует или повреждён.",
            ky: "Окуунун \(digest.hex) файлы жок же бузулган.")
    }
    package var advice: LocalizedText {
        LocalizedText(
            "Copy the whole folder again, or pack it again.",
            ru: "Скопируйте всю папку заново или упакуйте её заново.",
            ky: "Папканы толугу менен кайра көчүрүңүз же кайра таңгактаңыз.")
    }
}

extension OfficeStore {
    /// A machine's file, put together from its pieces and checked; nil where one is missing.
    package func whole(_ kept: KeptFile) throws -> [UInt8]? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(kept.bytes)
        for piece in kept.pieces {
            guard let file = try file(piece) else { return nil }
            bytes += file.bytes
        }
        return Digest.of(bytes) == kept.sha256 ? bytes : nil
    }
}
