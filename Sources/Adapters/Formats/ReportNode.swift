/// A piece of a report of NIST SP 1500; an object carries the standard's name of its kind.
indirect enum ReportNode: Encodable, Sendable {
    case object(String, [String: ReportNode])
    case list([ReportNode])
    case text(String)
    case number(Int)
    case truth(Bool)

    private struct Key: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(_ text: String) { stringValue = text }
        init?(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    func encode(to encoder: any Encoder) throws {
        switch self {
        case .object(let kind, let fields):
            var container = encoder.container(keyedBy: Key.self)
            try container.encode("ElectionResults.\(kind)", forKey: Key("@type"))
            for (name, value) in fields { try container.encode(value, forKey: Key(name)) }
        case .list(let items):
            var container = encoder.unkeyedContainer()
            for item in items { try container.encode(item) }
        case .text(let text):
            var container = encoder.singleValueContainer()
            try container.encode(text)
        case .number(let number):
            var container = encoder.singleValueContainer()
            try container.encode(number)
        case .truth(let truth):
            var container = encoder.singleValueContainer()
            try container.encode(truth)
        }
    }
}
