extension ResultsForm {
    /// One summand of a side: a line, an option that the form itself names, `votes`, or a number.
    ///
    /// Written `cancelled`, `-unaccounted`, `2*seats`, `-3*spoilt`; `votes` is the sum of all
    /// columns of votes. A number of its own, `1`, stands in JSON without quotes.
    package struct Term: Hashable, Sendable {
        package static let votes = "votes"
        /// The largest coefficient.
        package static let largestFactor = 100
        /// The largest number that stands on its own.
        package static let largestNumber = 999_999_999

        /// The line, or `votes`; the number's digits when the term is a number.
        package var name: String
        package var negative: Bool
        /// How often the line is taken; at least 1.
        package var factor: Int
        /// True when the term is a number and no line.
        package let isNumber: Bool

        package init(_ text: String) {
            negative = text.hasPrefix("-")
            let rest = negative ? text.dropFirst() : Substring(text)
            isNumber = false
            if let (factor, name) = Self.split(rest) {
                self.factor = factor
                self.name = name
            } else {
                factor = 1
                name = String(rest)
            }
        }

        package init(number: Int) {
            negative = number < 0
            name = String(number.magnitude)
            factor = 1
            isNumber = true
        }

        /// The number; nil when the term is a line.
        package var number: Int? {
            guard isNumber else { return nil }
            return Int(name).map { negative ? -$0 : $0 }
        }

        /// The coefficient with its sign.
        package var coefficient: Int { negative ? -factor : factor }

        package var text: String {
            (negative ? "-" : "") + (factor == 1 ? "" : "\(factor)*") + name
        }

        /// `2*seats`: digits, a star, a name.
        private static func split(_ text: Substring) -> (Int, String)? {
            guard let star = text.firstIndex(of: "*") else { return nil }
            let digits = text[..<star]
            let name = text[text.index(after: star)...]
            guard !digits.isEmpty, digits.count <= 9, !name.isEmpty,
                digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let factor = Int(digits)
            else { return nil }
            return (factor, String(name))
        }
    }
}

extension ResultsForm.Term: Codable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
    package init(stringLiteral text: String) { self.init(text) }
    package init(integerLiteral number: Int) { self.init(number: number) }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let number = try? container.decode(Int.self) {
            self.init(number: number)
        } else {
            self.init(try container.decode(String.self))
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        if let number {
            try container.encode(number)
        } else {
            try container.encode(text)
        }
    }
}
