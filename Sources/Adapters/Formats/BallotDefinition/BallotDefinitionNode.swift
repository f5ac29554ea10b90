import Foundation

/// A piece of a ballot definition of NIST SP 1500-20, as JSON.
indirect enum BallotDefinitionNode: Codable, Sendable {
    case fields([String: BallotDefinitionNode])
    case list([BallotDefinitionNode])
    case text(String)
    case number(Double)
    case truth(Bool)
    case nothing

    private struct Key: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    /// An object of a kind that the standard names.
    static func object(_ kind: String, _ fields: [String: BallotDefinitionNode?]) -> Self {
        var all = fields.compactMapValues { $0 }
        all["@type"] = .text("BallotDefinition.\(kind)")
        return .fields(all)
    }

    init(from decoder: any Decoder) throws {
        if let container = try? decoder.container(keyedBy: Key.self) {
            var fields: [String: Self] = [:]
            for key in container.allKeys {
                fields[key.stringValue] = try container.decode(Self.self, forKey: key)
            }
            self = .fields(fields)
            return
        }
        if var container = try? decoder.unkeyedContainer() {
            var items: [Self] = []
            while !container.isAtEnd { items.append(try container.decode(Self.self)) }
            self = .list(items)
            return
        }
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .nothing
        } else if let truth = try? container.decode(Bool.self) {
            self = .truth(truth)
        } else if let number = try? container.decode(Double.self) {
            self = .number(number)
        } else {
            self = .text(try container.decode(String.self))
        }
    }

    func encode(to encoder: any Encoder) throws {
        switch self {
        case .fields(let fields):
            var container = encoder.container(keyedBy: Key.self)
            for (name, value) in fields {
                try container.encode(value, forKey: Key(stringValue: name))
            }
        case .list(let items):
            var container = encoder.unkeyedContainer()
            for item in items { try container.encode(item) }
        case .text(let text):
            var container = encoder.singleValueContainer()
            try container.encode(text)
        case .number(let number):
            var container = encoder.singleValueContainer()
            if let whole = Int(exactly: number) {
                try container.encode(whole)
            } else {
                try container.encode(number)
            }
        case .truth(let truth):
            var container = encoder.singleValueContainer()
            try container.encode(truth)
        case .nothing:
            var container = encoder.singleValueContainer()
            try container.encodeNil()
        }
    }

    // MARK: Looking inside

    subscript(field: String) -> Self? {
        guard case .fields(let fields) = self else { return nil }
        return fields[field]
    }

    /// The items of a list; empty where the field is missing.
    func items(_ field: String) -> [Self] {
        guard case .list(let items)? = self[field] else { return [] }
        return items
    }

    func text(_ field: String) -> String? {
        guard case .text(let text)? = self[field] else { return nil }
        return text
    }

    func number(_ field: String) -> Double? {
        guard case .number(let number)? = self[field] else { return nil }
        return number
    }

    func whole(_ field: String) -> Int? { number(field).flatMap { Int(exactly: $0) } }

    func truth(_ field: String) -> Bool? {
        guard case .truth(let truth)? = self[field] else { return nil }
        return truth
    }

    func texts(_ field: String) -> [String] {
        items(field).compactMap { item in
            guard case .text(let text) = item else { return nil }
            return text
        }
    }

    /// The name of its kind without the standard's prefix.
    var kind: String { text("@type")?.split(separator: ".").last.map(String.init) ?? "" }

    // MARK: What the standard has no field for

    /// Our own facts ride in external identifiers of this kind.
    static let own = "dobush:"

    static func own(_ name: String, _ value: String) -> Self {
        .object(
            "ExternalIdentifier",
            ["Type": .text("other"), "OtherType": .text(own + name), "Value": .text(value)])
    }

    /// What we wrote under a name; nil in a file of others.
    func own(_ name: String) -> String? {
        items("ExternalIdentifier").first { $0.text("OtherType") == Self.own + name }?.text("Value")
    }
}
