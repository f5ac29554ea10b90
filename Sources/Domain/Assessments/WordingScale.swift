import Primitives

/// The words for a share, from a fixed table that is printed beside the statement.
package enum ShareWord: String, Codable, Sendable, CaseIterable, Comparable {
    case none, isolated, few, some, many, most, all

    /// A single case, or up to 5 %: isolated; up to 15 %: few; up to 30 %: some; up to 50 %: many;
    /// above: most; every case of two or more: all. Our own table.
    package static func fitting(_ matching: Int, of base: Int) -> ShareWord? {
        guard base > 0, (0...base).contains(matching) else { return nil }
        if matching == 0 { return ShareWord.none }
        if matching == 1 { return .isolated }
        if matching == base { return .all }
        let share = matching * 100
        if share <= 5 * base { return .isolated }
        if share <= 15 * base { return .few }
        if share <= 30 * base { return .some }
        return share <= 50 * base ? .many : .most
    }

    package static func < (left: ShareWord, right: ShareWord) -> Bool {
        left.rank < right.rank
    }

    private var rank: Int { ShareWord.allCases.firstIndex(of: self) ?? 0 }

    /// How words of the scale begin in a sentence. A longer beginning is found before a shorter.
    private func beginnings(_ language: Language) -> [String] {
        switch (language, self) {
        case (.english, .none): ["none"]
        case (.english, .isolated): ["isolated"]
        case (.english, .few): ["few"]
        case (.english, .some): ["some"]
        case (.english, .many): ["many"]
        case (.english, .most): ["most"]
        case (.english, .all): ["all", "every"]
        case (.russian, .none): ["ни на одном", "нигде"]
        case (.russian, .isolated): ["единичн"]
        case (.russian, .few): ["немног"]
        case (.russian, .some): ["некотор"]
        case (.russian, .many): ["многи", "много"]
        case (.russian, .most): ["большинств"]
        case (.russian, .all): ["все", "всех", "всём"]
        case (.kyrgyz, .none): ["бир да"]
        case (.kyrgyz, .isolated): ["жалгыз"]
        case (.kyrgyz, .few): ["аз сандаг"]
        case (.kyrgyz, .some): ["айрым"]
        case (.kyrgyz, .many): ["көптөгөн", "көп жер"]
        case (.kyrgyz, .most): ["көпчүлү"]
        case (.kyrgyz, .all): ["бардык", "баары"]
        }
    }

    /// Words of the scale in a sentence. English and "все" count only as whole words.
    package static func found(in text: String, _ language: Language) -> Set<ShareWord> {
        let words = text.lowercased().split { !$0.isLetter && $0 != "-" }.map(String.init)
        let line = " " + words.joined(separator: " ") + " "
        var found: Set<ShareWord> = []
        for word in ShareWord.allCases {
            for beginning in word.beginnings(language) {
                let whole = language == .english || word == .all && language == .russian
                if line.contains(" " + beginning + (whole ? " " : "")) { found.insert(word) }
            }
        }
        return found
    }
}
