/// A language of the pages.
package enum Language: String, CaseIterable, Codable, Sendable, Hashable {
    case english = "en"
    case russian = "ru"
    case kyrgyz = "ky"
}

extension Language {
    /// A number written with a point, as the language writes it.
    package func decimals(_ plain: String) -> String {
        self == .english ? plain : String(plain.map { $0 == "." ? "," : $0 })
    }
}

/// One text in the three languages. English is always there; a missing one falls back to it.
package struct LocalizedText: Hashable, Sendable, Codable {
    package var en: String
    package var ru: String?
    package var ky: String?

    package init(_ en: String, ru: String? = nil, ky: String? = nil) {
        self.en = en
        self.ru = ru
        self.ky = ky
    }

    package subscript(language: Language) -> String {
        switch language {
        case .english: en
        case .russian: ru ?? en
        case .kyrgyz: ky ?? en
        }
    }
}

/// A problem that people at a station meet: told in their language, not in English alone.
package protocol ToldInThreeLanguages: Problem {
    /// What is wrong, with the particulars.
    var text: LocalizedText { get }
    /// What to do next.
    var advice: LocalizedText { get }
}

extension ToldInThreeLanguages {
    package var summary: String { text.en }
    package var remedy: String { advice.en }
}
