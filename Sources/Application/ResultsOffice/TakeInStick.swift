import Cryptography
import Filing
import Foundation
import Offices
import Primitives
import Storage

/// Takes in what a station's memory stick holds: signed sheets and their pictures, in any order.
///
/// Every file is answered for by itself: one that is refused keeps no other from being taken.
package struct TakeInStick {
    package struct File: Sendable {
        /// As it is called on the stick; only shown.
        package let name: String
        package let bytes: [UInt8]

        package init(name: String, bytes: [UInt8]) {
            self.name = name
            self.bytes = bytes
        }
    }

    package enum Result: Sendable {
        case taken(SheetRef)
        case already(SheetRef?)
        case refused(FilingProblem)
        /// Kept as the picture of so many sheets of this stick.
        case picture(sheets: Int)
        /// A picture that no sheet of this stick names; it is not kept.
        case strangePicture
        /// Neither a sheet nor a picture.
        case passedOver
    }

    private let office: ResultsOffice
    private let account: Account

    package init(_ office: ResultsOffice, as account: Account) {
        self.office = office
        self.account = account
    }

    /// - Returns: for each file, in the order given, what came of it.
    /// - Throws: only when the store cannot be used; what was taken until then stays taken.
    package func take(_ files: [File]) throws -> [(name: String, result: Result)] {
        let notes = files.map { Self.note($0.bytes) }
        let named = notes.compactMap { $0?.statement?.image }
        var results: [(name: String, result: Result)] = []
        for (file, note) in zip(files, notes) {
            results.append((file.name, try take(file, note, named, files)))
        }
        return results
    }

    private struct Note {
        let text: String
        let statement: SheetStatement?
    }

    private static func note(_ bytes: [UInt8]) -> Note? {
        guard bytes.count <= SheetStatement.longest + 65_536,
            let text = String(validating: bytes, as: UTF8.self), text.hasPrefix("dobush-sheet-")
        else { return nil }
        let signed = try? SignedNote(reading: text)
        return Note(text: text, statement: signed.flatMap { SheetStatement(text: $0.text) })
    }

    private func take(
        _ file: File, _ note: Note?, _ named: [Digest], _ files: [File]
    ) throws -> Result {
        guard let note else {
            guard PictureKind.of(file.bytes) != nil else { return .passedOver }
            let digest = Digest.of(file.bytes)
            let sheets = named.filter { $0 == digest }.count
            return sheets > 0 ? .picture(sheets: sheets) : .strangePicture
        }
        let image = note.statement?.image
        let pictures = files.compactMap { file -> StoredFile? in
            guard let image, Digest.of(file.bytes) == image, let kind = PictureKind.of(file.bytes)
            else { return nil }
            return StoredFile(type: kind, bytes: file.bytes)
        }
        do {
            let outcome = try office.perform(
                as: account.id, files: Array(pictures.prefix(1))
            ) { state, _ in
                guard let now = state.accounts[account.id] else { throw FilingProblem.notAllowed }
                return try state.takeSigned(note.text, by: now)
            }
            switch outcome {
            case .done(let entry):
                guard let ref = entry.act.ref else { return .already(nil) }
                return .taken(ref)
            case .already(let ref): return .already(ref)
            case .refused(_, let problem): return .refused(problem)
            }
        } catch let problem as FilingProblem {
            return .refused(problem)
        }
    }
}

/// What a picture is, by its first bytes; what its sender calls it is not believed.
package enum PictureKind {
    /// `image/jpeg` or `image/png`; nil for anything else.
    package static func of(_ bytes: [UInt8]) -> String? {
        if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return "image/jpeg" }
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            return "image/png"
        }
        return nil
    }
}
