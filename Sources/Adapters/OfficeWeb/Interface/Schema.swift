import Primitives
import Reviewing

/// The shape of a JSON document. It is printed into the description of the API and checks what
/// comes in, so that the two cannot differ.
indirect enum Schema: Sendable {
    /// A text of at most so many letters, perhaps of a shape.
    case text(most: Int, shape: Shape? = nil)
    case choice([String])
    case integer(least: Int = 0, most: Int)
    case boolean
    case list(Schema, most: Int)
    /// In the order written.
    case object([Member])
    /// Any names, all values of one shape.
    case map(Schema, most: Int)
    /// An object whose inside is described elsewhere.
    case document(String)
    case nullable(Schema)

    struct Member: Sendable {
        let name: String
        let schema: Schema
        let required: Bool

        init(_ name: String, _ schema: Schema, required: Bool = true) {
            self.name = name
            self.schema = schema
            self.required = required
        }
    }

    /// Shapes of texts, each a pattern in the description and a check here.
    enum Shape: Sendable {
        case identifier
        case digest
        case moment
        case area
        case paper

        var pattern: String {
            switch self {
            case .identifier: "^[!-~]{1,128}$"
            case .digest: "^[0-9a-f]{64}$"
            case .moment:
                "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(Z|[+-][0-9]{2}:[0-9]{2})$"
            case .paper: "^[0-9a-f]{64}-[1-9][0-9]{0,4}$"
            case .area: "^(nation|district:[!-~]{1,128}|station:[!-~]{1,128})$"
            }
        }

        func holds(_ text: String) -> Bool {
            switch self {
            case .identifier:
                (1...128).contains(text.utf8.count)
                    && text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
            case .digest:
                text.utf8.count == 64
                    && text.utf8.allSatisfy {
                        (0x30...0x39).contains($0) || (0x61...0x66).contains($0)
                    }
            case .paper: PaperRef(text) != nil
            case .moment: Self.looksLikeMoment(Array(text.utf8))
            case .area:
                text == "nation" || text.hasPrefix("district:") || text.hasPrefix("station:")
            }
        }

        /// As the pattern has it; whether there is such a day is asked when it is read.
        private static func looksLikeMoment(_ bytes: [UInt8]) -> Bool {
            let shape: [UInt8]
            switch bytes.count {
            case 20: shape = Array("0000-00-00T00:00:00Z".utf8)
            case 25: shape = Array("0000-00-00T00:00:00+00:00".utf8)
            default: return false
            }
            return zip(bytes, shape).allSatisfy { byte, wanted in
                switch wanted {
                case UInt8(ascii: "0"): (0x30...0x39).contains(byte)
                case UInt8(ascii: "+"): byte == wanted || byte == UInt8(ascii: "-")
                default: byte == wanted
                }
            }
        }
    }

    static let identifier = Schema.text(most: 128, shape: .identifier)
    static let digest = Schema.text(most: 64, shape: .digest)
    static let moment = Schema.text(most: 25, shape: .moment)
    static let paper = Schema.text(most: 70, shape: .paper)
    static let figure = Schema.integer(most: 9_999_999)
    /// A count in an answer, which may be a sum.
    static let count = Schema.integer(most: 1 << 53)
    static let words = Schema.text(most: 2000)
    static let localized = Schema.object([
        Member("en", .text(most: 10_000)), Member("ru", .text(most: 10_000), required: false),
        Member("ky", .text(most: 10_000), required: false),
    ])

    /// Everything in a document that does not fit, named by its place; at most ten.
    func faults(_ value: JSONValue) -> [String] {
        var found: [String] = []
        check(value, at: "", &found)
        return Array(found.prefix(10))
    }

    private func check(_ value: JSONValue, at place: String, _ found: inout [String]) {
        guard found.count < 10 else { return }
        let name = place.isEmpty ? "the body" : place
        switch (self, value) {
        case (.nullable, .null): break
        case (.nullable(let inner), _): inner.check(value, at: place, &found)
        case (.text(let most, let shape), .string(let text)):
            if text.unicodeScalars.count > most {
                found.append("\(name) is longer than \(most) letters")
            } else if let shape, !shape.holds(text) {
                found.append("\(name) is not \(shape)")
            }
        case (.choice(let values), .string(let text)):
            if !values.contains(text) {
                found.append("\(name) is none of \(values.joined(separator: ", "))")
            }
        case (.integer(let least, let most), .integer(let number)):
            if number < least || number > most {
                found.append("\(name) is not between \(least) and \(most)")
            }
        case (.boolean, .bool), (.document, .object): break
        case (.list(let inner, let most), .array(let values)):
            if values.count > most { found.append("\(name) has more than \(most) entries") }
            for (index, value) in values.prefix(most).enumerated() {
                inner.check(value, at: "\(place)[\(index)]", &found)
            }
        case (.object(let members), .object(let values)):
            check(values, members, at: place, &found)
        case (.map(let inner, let most), .object(let values)):
            if values.count > most { found.append("\(name) has more than \(most) entries") }
            for (key, value) in values.sorted(by: { $0.key < $1.key }).prefix(most) {
                inner.check(value, at: place.isEmpty ? key : "\(place).\(key)", &found)
            }
        default: found.append("\(name) is of the wrong kind")
        }
    }

    private func check(
        _ values: [String: JSONValue], _ members: [Member], at place: String,
        _ found: inout [String]
    ) {
        for member in members {
            let inside = place.isEmpty ? member.name : "\(place).\(member.name)"
            if let value = values[member.name] {
                member.schema.check(value, at: inside, &found)
            } else if member.required {
                found.append("\(inside) is missing")
            }
        }
        let known = Set(members.map(\.name))
        for name in values.keys.sorted() where !known.contains(name) {
            found.append("\(name.prefix(40).debugDescription) is not known")
        }
    }

    /// As JSON Schema (draft 2020-12, which OpenAPI 3.1 uses).
    ///
    /// - Parameter closed: true for what comes in, where unknown members are refused.
    func json(closed: Bool) -> JSONValue {
        switch self {
        case .text(let most, let shape):
            var object: [String: JSONValue] = [
                "type": .string("string"), "maxLength": .integer(most),
            ]
            if let shape { object["pattern"] = .string(shape.pattern) }
            return .object(object)
        case .choice(let values):
            return .object(["type": .string("string"), "enum": .array(values.map { .string($0) })])
        case .integer(let least, let most):
            return .object([
                "type": .string("integer"), "minimum": .integer(least), "maximum": .integer(most),
            ])
        case .boolean: return .object(["type": .string("boolean")])
        case .list(let inner, let most):
            return .object([
                "type": .string("array"), "items": inner.json(closed: closed),
                "maxItems": .integer(most),
            ])
        case .object(let members):
            var object: [String: JSONValue] = [
                "type": .string("object"),
                "properties": .object(
                    Dictionary(
                        uniqueKeysWithValues: members.map {
                            ($0.name, $0.schema.json(closed: closed))
                        })
                ),
                "required": .array(members.filter(\.required).map { .string($0.name) }),
            ]
            if closed { object["additionalProperties"] = .bool(false) }
            return .object(object)
        case .map(let inner, let most):
            return .object([
                "type": .string("object"), "additionalProperties": inner.json(closed: closed),
                "maxProperties": .integer(most),
            ])
        case .document(let words):
            return .object(["type": .string("object"), "description": .string(words)])
        case .nullable(let inner):
            return .object([
                "anyOf": .array([inner.json(closed: closed), .object(["type": .string("null")])])
            ])
        }
    }
}
