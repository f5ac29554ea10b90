import Cryptography
import Offices
import Primitives

/// One doubtful paper: the reading's name and the paper's place in it, from 1, written
/// `<64 hexadecimal digits>-<place>`.
package struct PaperRef: Hashable, Sendable {
    package let reading: Digest
    package let number: Int

    package init(_ reading: Digest, _ number: Int) {
        self.reading = reading
        self.number = number
    }

    package init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, let reading = Digest(hex: String(parts[0])),
            let number = Int(parts[1]), (1...Reading.mostDoubtful).contains(number),
            String(number) == parts[1]
        else { return nil }
        self.init(reading, number)
    }

    package var text: String { "\(reading.hex)-\(number)" }
}

extension PaperRef: Codable {
    package init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let ref = PaperRef(text) else {
            throw DecodingError.dataCorrupted(
                .init(
                    codingPath: decoder.codingPath,
                    debugDescription: "a paper is a reading's digest, a dash and a number"))
        }
        self = ref
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

/// What a person says of one target.
package enum TargetChoice: String, Codable, CaseIterable, Sendable {
    case mark
    case noMark = "no-mark"
    case cannotTell = "cannot-tell"
}

/// What one person says of one paper, without knowing what another says.
package struct PaperOpinion: Codable, Hashable, Sendable {
    package var paper: PaperRef
    /// One for each of the paper's targets, in their order; empty where the paper is spoiled.
    package var choices: [TargetChoice]
    /// The whole paper is no vote.
    package var spoiled: Bool
    /// Why it is spoiled or cannot be told; one line.
    package var why: String?
    /// 32 random hexadecimal digits. The log shows the digest of what is not opened yet, and there
    /// are few things to say of a paper: without it another reviewer would try them until one fits.
    package var salt: String

    package init(
        paper: PaperRef, choices: [TargetChoice], spoiled: Bool, why: String?, salt: String
    ) {
        self.paper = paper
        self.choices = choices
        self.spoiled = spoiled
        self.why = why
        self.salt = salt
    }

    package func agrees(with other: PaperOpinion) -> Bool {
        spoiled == other.spoiled && (spoiled || choices == other.choices)
    }

    package var needsWhy: Bool { spoiled || choices.contains(.cannotTell) }
}
