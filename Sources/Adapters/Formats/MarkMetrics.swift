import Ballots

/// Measurements of a mark as further values of `MarkMetricValue`, `name=number`, in a fixed order.
/// The first value of the field is the ink alone, a fraction of one, as other programs expect.
extension MarkMeasure {
    private static var parts: [(String, WritableKeyPath<MarkMeasure, Int?>)] {
        [
            ("second", \.second), ("ring", \.ring), ("near", \.near), ("writing", \.writing),
            ("apart", \.apart), ("streak", \.streak),
        ]
    }
    private static var lists: [(String, Int, WritableKeyPath<MarkMeasure, [Int]?>)] {
        [("extent", 4, \.extent), ("crossings", 5, \.crossings)]
    }
    private static var firm: [(String, WritableKeyPath<MarkMeasure, Int>)] {
        [
            ("smear", \.smear), ("outline", \.outline), ("beside", \.beside),
            ("contrast", \.contrast),
        ]
    }

    var named: [String] {
        MarkMeasure.firm.map { "\($0)=\(self[keyPath: $1])" }
            + MarkMeasure.parts.compactMap { name, path in
                self[keyPath: path].map { "\(name)=\($0)" }
            }
            + MarkMeasure.lists.compactMap { name, _, path in
                self[keyPath: path].map {
                    "\(name)=" + $0.map(String.init).joined(separator: ",")
                }
            }
    }

    /// Nil when there is nothing, or something that is not written by `named`.
    init?(ink: Int, named: [String]) {
        guard !named.isEmpty else { return nil }
        var values: [String: String] = [:]
        for text in named {
            let halves = text.split(separator: "=", omittingEmptySubsequences: false)
            guard halves.count == 2, values[String(halves[0])] == nil else { return nil }
            values[String(halves[0])] = String(halves[1])
        }
        self.init(ink: ink, smear: 0, outline: 0, beside: 0, contrast: 0)
        for (name, path) in MarkMeasure.firm {
            guard let value = values.removeValue(forKey: name).flatMap({ Int($0) }) else {
                return nil
            }
            self[keyPath: path] = value
        }
        for (name, path) in MarkMeasure.parts {
            guard let text = values.removeValue(forKey: name) else { continue }
            guard let value = Int(text) else { return nil }
            self[keyPath: path] = value
        }
        for (name, count, path) in MarkMeasure.lists {
            guard let text = values.removeValue(forKey: name) else { continue }
            let words = text.split(separator: ",", omittingEmptySubsequences: false)
            let known = words.compactMap { Int($0) }
            guard known.count == count, words.count == count else { return nil }
            self[keyPath: path] = known
        }
        guard values.isEmpty else { return nil }
    }
}
