/// The name of one thing of one kind.
///
/// The kind is part of the type, so a contest's name cannot be passed where a polling station's is
/// wanted. Write `PollingStation.ID`, never `String`.
package struct Identifier<Subject>: Hashable, Sendable {
    /// The printed form: 1 to 128 bytes of printable ASCII without space, case kept.
    package let text: String

    /// Reads the printed form; nil when it has any other shape.
    package init?(_ text: String) {
        let allowed = text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
        guard allowed, (1...128).contains(text.utf8.count) else { return nil }
        self.text = text
    }
}

extension Identifier: ExpressibleByStringLiteral {
    /// For names written in our own source. Traps on a text that is no name.
    package init(stringLiteral text: String) {
        guard let name = Identifier(text) else {
            preconditionFailure("not an identifier: \(text)")
        }
        self = name
    }
}

extension Identifier: Comparable {
    /// Orders by bytes, so that the order is the same on every machine and in every language.
    package static func < (left: Identifier, right: Identifier) -> Bool {
        left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
    }
}

extension Identifier: CustomStringConvertible {
    package var description: String { text }
}

extension Identifier: Codable, CodingKeyRepresentable {
    package init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let name = Identifier(text) else {
            throw DecodingError.dataCorrupted(
                .init(
                    codingPath: decoder.codingPath,
                    debugDescription:
                        "an identifier is 1 to 128 bytes of printable ASCII without space"))
        }
        self = name
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }

    package var codingKey: any CodingKey { NameKey(stringValue: text) }

    package init?<Key: CodingKey>(codingKey: Key) { self.init(codingKey.stringValue) }
}

/// A dictionary key in a coded document: any text, never a number.
private struct NameKey: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
}
