import Primitives

/// Why a fact is not known. Blank is not "none", and there are four ways of being blank.
package enum Unknown: String, Codable, Sendable, CaseIterable, Hashable {
    /// The source prints the label and leaves its value empty.
    case labelWithoutValue = "label-without-value"
    /// The source has no label for this fact at all.
    case noLabel = "no-label"
    /// The source names the body or the office and gives nobody who holds it.
    case holderNotGiven = "holder-not-given"
    /// A member that should be on the list is not on it.
    case memberAbsent = "member-absent"

    package var words: LocalizedText {
        switch self {
        case .labelWithoutValue:
            LocalizedText(
                "label printed without a value", ru: "подпись напечатана без значения",
                ky: "белги басылган, мааниси жок")
        case .noLabel:
            LocalizedText(
                "no label at all", ru: "подписи нет вовсе", ky: "белгинин өзү жок")
        case .holderNotGiven:
            LocalizedText(
                "body named, no holder given", ru: "орган назван, лицо не указано",
                ky: "орган аталган, адам көрсөтүлгөн эмес")
        case .memberAbsent:
            LocalizedText(
                "member absent from the list", ru: "участника нет в перечне",
                ky: "мүчө тизмеде жок")
        }
    }
}

/// A fact from a source, or the way in which the source does not give it.
///
/// In a file: `{"value": …}` or `{"unknown": "no-label"}`. A field that is left out of the file
/// is one for which the source has no label.
package enum Known<Value> {
    case known(Value)
    case unknown(Unknown)

    package var value: Value? {
        guard case .known(let value) = self else { return nil }
        return value
    }

    package var unknown: Unknown? {
        guard case .unknown(let kind) = self else { return nil }
        return kind
    }

    package func map<Other>(_ change: (Value) -> Other) -> Known<Other> {
        switch self {
        case .known(let value): .known(change(value))
        case .unknown(let kind): .unknown(kind)
        }
    }
}

extension Known: Equatable where Value: Equatable {}
extension Known: Hashable where Value: Hashable {}
extension Known: Sendable where Value: Sendable {}

private enum KnownKeys: String, CodingKey { case value, unknown }

extension Known: Decodable where Value: Decodable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: KnownKeys.self)
        let hasValue = container.contains(.value)
        guard hasValue != container.contains(.unknown) else {
            throw DecodingError.dataCorrupted(
                .init(
                    codingPath: decoder.codingPath,
                    debugDescription: "a fact has either a value or a kind of unknown"))
        }
        self =
            hasValue
            ? .known(try container.decode(Value.self, forKey: .value))
            : .unknown(try container.decode(Unknown.self, forKey: .unknown))
    }
}

extension Known: Encodable where Value: Encodable {
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: KnownKeys.self)
        switch self {
        case .known(let value): try container.encode(value, forKey: .value)
        case .unknown(let kind): try container.encode(kind, forKey: .unknown)
        }
    }
}

extension KeyedDecodingContainer {
    /// What a file leaves out, its source has no label for. The compiler's own decoding of a
    /// structure with a `Known` member finds this overload.
    package func decode<Value: Decodable>(
        _ type: Known<Value>.Type, forKey key: Key
    ) throws -> Known<Value> {
        try decodeIfPresent(type, forKey: key) ?? .unknown(.noLabel)
    }
}
