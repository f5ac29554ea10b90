import Primitives

/// One text of the catalogue. It cannot be written without all three languages.
///
/// `{0}`, `{1}` … stand for what is put in, in the order given to `Speech.say`.
package struct Phrase: Hashable, Sendable {
    package let en: String
    package let ru: String
    package let ky: String

    package init(_ en: String, ru: String, ky: String) {
        self.en = en
        self.ru = ru
        self.ky = ky
    }

    package subscript(language: Language) -> String {
        switch language {
        case .english: en
        case .russian: ru
        case .kyrgyz: ky
        }
    }
}

/// A thing that is counted, in every form that a number asks for.
///
/// Source of the rules: Unicode CLDR 44, plural rules: English and Kyrgyz one and other, Russian
/// one, few and many for whole numbers.
package struct Counted: Hashable, Sendable {
    package let en: [String]
    package let ru: [String]
    package let ky: [String]

    /// - Parameters:
    ///   - en: one, other.
    ///   - ru: one, few, many.
    ///   - ky: one, other.
    package init(_ en: [String], ru: [String], ky: [String]) {
        precondition(en.count == 2 && ru.count == 3 && ky.count == 2, "forms of \(en)")
        self.en = en
        self.ru = ru
        self.ky = ky
    }

    package func form(_ number: Int, _ language: Language) -> String {
        switch language {
        case .english: en[number == 1 ? 0 : 1]
        case .kyrgyz: ky[number == 1 ? 0 : 1]
        case .russian: ru[Self.russian(number)]
        }
    }

    private static func russian(_ number: Int) -> Int {
        let tens = abs(number) % 100
        let ones = abs(number) % 10
        if ones == 1 && tens != 11 { return 0 }
        return (2...4).contains(ones) && !(12...14).contains(tens) ? 1 : 2
    }
}
