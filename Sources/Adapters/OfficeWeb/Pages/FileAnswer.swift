import Cryptography
import Filing
import HTTPServer
import Offices
import Primitives
import ResultsOffice
import Reviewing
import Storage

/// A scan or a photograph, for those who may see what it belongs to.
enum FileAnswer {
    static func response(_ digest: Digest, _ visit: Visit) -> Response {
        guard isOpen(digest, to: visit) else {
            return ProblemPage.refused([.seeWork], visit)
        }
        do {
            guard let file = try visit.call.office.store.file(digest), file.isPicture else {
                return ProblemPage.missing(visit)
            }
            var response = Response(type: file.type, body: file.bytes)
            // Named by its digest, so it never changes; private, because it may not be public yet.
            response.headers += [
                ("Cache-Control", "private, max-age=3600, immutable"),
                ("X-Content-Type-Options", "nosniff"),
                ("Content-Security-Policy", "default-src 'none'; sandbox"),
            ]
            return response
        } catch { return ProblemPage.response(error, visit.view, visit.call) }
    }

    /// Where the sheets and records that name a file lie, one of them must be open to the person. A
    /// picture that nothing names yet is open to those who may send one: its digest is known only to
    /// somebody who has it.
    static func isOpen(_ digest: Digest, to visit: Visit) -> Bool {
        if let station = visit.state.review.files[digest] {
            return visit.may(.seeWork, at: station)
        }
        var isNamed = false
        for (key, file) in visit.state.sheets {
            let named =
                file.versions.contains { $0.statement.image == digest }
                || file.entries.contains { $0.statement.image == digest }
            guard named else { continue }
            isNamed = true
            if visit.may(.seeWork, at: key.station) { return true }
        }
        for (key, item) in visit.state.readiness {
            let named =
                item.record?.value.evidence == digest
                || item.remarks.contains { $0.value.evidence == digest }
            guard named else { continue }
            isNamed = true
            if visit.may(.seeReadiness, at: key.station) { return true }
        }
        return !isNamed
            && [.fileSheet, .enterSheet, .correctSheet, .takeSignedSheets]
                .contains { visit.account.mayAnywhere($0) }
    }
}

extension StoredFile {
    var isPicture: Bool { type == "image/jpeg" || type == "image/png" }

    /// A picture by its first bytes, whatever it calls itself; nil for anything else.
    static func picture(_ bytes: [UInt8]) -> StoredFile? {
        PictureKind.of(bytes).map { StoredFile(type: $0, bytes: bytes) }
    }
}
