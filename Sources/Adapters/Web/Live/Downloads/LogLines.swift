import Cryptography
import Filing
import Foundation
import Primitives

/// Acts as lines of JSON, with what is needed to make every link again.
///
/// An act that is not public is its number and its link, so that the chain goes on through it. A sheet
/// that was not filed is public as an act; its body, which holds figures, is given as a digest until
/// it is filed.
struct LogLines {
    private let state: OfficeState

    init(_ state: OfficeState) { self.state = state }

    private struct Line: Encodable {
        var sequence: Int
        var moment: String?
        var actor: String?
        var kind: String?
        /// The body's own bytes, as a text.
        var body: String?
        var bodyDigest: String?
        var link: String

        private enum CodingKeys: String, CodingKey {
            case sequence, moment, actor, kind, body, link
            case bodyDigest = "body_sha256"
        }
    }

    /// - Parameter part: from 1.
    func bytes(_ log: LiveLog, part: Int) -> [UInt8] {
        let from = (part - 1) * LiveFile.actsInPart + 1
        let through = min(log.count, part * LiveFile.actsInPart)
        guard from <= through else { return [] }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var result: [UInt8] = []
        for act in log.acts(from...through) {
            guard let line = try? encoder.encode(line(act)) else { continue }
            result += line
            result.append(0x0A)
        }
        return result
    }

    private func line(_ act: LiveAct) -> Line {
        var line = Line(sequence: act.sequence, link: act.link.hex)
        guard act.act.isPublic else { return line }
        line.moment = act.moment.text()
        line.actor = act.actor
        line.kind = act.act.kind
        line.bodyDigest = Digest.of(act.body).hex
        if state.opens(act.act) { line.body = String(decoding: act.body, as: UTF8.self) }
        return line
    }
}
