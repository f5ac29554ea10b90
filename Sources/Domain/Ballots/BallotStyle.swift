import Primitives

/// How the papers of an election look, as data. File `ballot-style.json`; every field may be left
/// out, and the empty file is one page in three stacked languages with ovals on the left.
package struct BallotStyle: Hashable, Sendable {
    package enum Paper: String, Codable, Sendable, CaseIterable {
        case a4
        case a5
        /// A5 when it fits, else A4.
        case auto
    }

    /// How many contests share one page.
    package enum ContestsOnPage: String, Codable, Sendable, CaseIterable {
        case one = "1"
        case two = "2"
        case all
    }

    package enum Papers: String, Codable, Sendable, CaseIterable {
        /// All contests on one paper; its pages are front and back, then further sheets.
        case one
        /// Each contest on a paper of its own.
        case separate
    }

    package enum Arrangement: String, Codable, Sendable, CaseIterable {
        /// The first language large, the others below it.
        case stacked
        /// The languages side by side, all alike.
        case columns
    }

    package enum Target: String, Codable, Sendable, CaseIterable {
        case oval
        case pill
        case box
    }

    package enum TypeSize: String, Codable, Sendable, CaseIterable {
        case standard
        /// A third larger, with larger targets, for readers of large print.
        case large
    }

    package enum Edge: String, Codable, Sendable, CaseIterable { case left, right }

    package enum Stations: String, Codable, Sendable, CaseIterable {
        /// Any paper may be used at any station.
        case alike
        /// The code and the heading name the one station.
        case each
    }

    package var paper = Paper.auto
    package var contestsOnPage = ContestsOnPage.all
    package var papers = Papers.one
    /// In the order printed: at least one, each once.
    package var languages: [Language] = [.english, .russian, .kyrgyz]
    package var arrangement = Arrangement.stacked
    package var target = Target.oval
    package var type = TypeSize.standard
    package var targetsAt = Edge.left
    /// Columns in which the options of a contest stand, filled one after the other: 1 or 2. Two
    /// make long lists fit, and voters overlook more in them, so they are only taken when asked for.
    package var optionColumns = 1
    package var stations = Stations.alike

    package init() {}

    /// What is wrong with it; nil when papers can be made.
    package var flaw: BallotDesignProblem? {
        if languages.isEmpty || Set(languages).count != languages.count {
            return .styleValue("languages", languages.map(\.rawValue).joined(separator: ", "))
        }
        if !(1...2).contains(optionColumns) {
            return .styleValue("optionColumns", String(optionColumns))
        }
        return nil
    }

    /// What differs from the usual choice and moves a target, for the layout's name, so that papers
    /// of two styles of one election are never taken for each other.
    var layoutWords: [String] {
        let usual = BallotStyle()
        var words: [String] = []
        if contestsOnPage != usual.contestsOnPage, papers == .one {
            words.append("by\(contestsOnPage.rawValue)")
        }
        if papers != usual.papers { words.append(papers.rawValue) }
        if type != usual.type { words.append(type.rawValue) }
        if arrangement != usual.arrangement { words.append(arrangement.rawValue) }
        if languages != usual.languages { words += languages.map(\.rawValue) }
        if target != usual.target { words.append(target.rawValue) }
        if targetsAt != usual.targetsAt { words.append(targetsAt.rawValue) }
        if optionColumns != usual.optionColumns { words.append("\(optionColumns)col") }
        return words
    }
}

extension BallotStyle: Codable {
    private enum Key: String, CodingKey, CaseIterable {
        case paper, contestsOnPage, papers, languages, arrangement, target, type, targetsAt
        case optionColumns, stations
    }

    /// Any key of a document, to find those that we do not know.
    private struct Word: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    /// A misspelt field would silently give the usual choice, so fields of other names are refused.
    package init(from decoder: any Decoder) throws {
        let words = try decoder.container(keyedBy: Word.self).allKeys.map(\.stringValue).sorted()
        if let strange = words.first(where: { Key(rawValue: $0) == nil }) {
            let known = Key.allCases.map(\.rawValue).joined(separator: ", ")
            throw DecodingError.dataCorrupted(
                .init(
                    codingPath: decoder.codingPath,
                    debugDescription: "there is no field “\(strange)”, only \(known)"))
        }
        let fields = try decoder.container(keyedBy: Key.self)
        func value<Value: Decodable>(_ key: Key, else usual: Value) throws -> Value {
            try fields.decodeIfPresent(Value.self, forKey: key) ?? usual
        }
        paper = try value(.paper, else: paper)
        contestsOnPage = try value(.contestsOnPage, else: contestsOnPage)
        papers = try value(.papers, else: papers)
        languages = try value(.languages, else: languages)
        arrangement = try value(.arrangement, else: arrangement)
        target = try value(.target, else: target)
        type = try value(.type, else: type)
        targetsAt = try value(.targetsAt, else: targetsAt)
        optionColumns = try value(.optionColumns, else: optionColumns)
        stations = try value(.stations, else: stations)
    }

    package func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: Key.self)
        try fields.encode(paper, forKey: .paper)
        try fields.encode(contestsOnPage, forKey: .contestsOnPage)
        try fields.encode(papers, forKey: .papers)
        try fields.encode(languages, forKey: .languages)
        try fields.encode(arrangement, forKey: .arrangement)
        try fields.encode(target, forKey: .target)
        try fields.encode(type, forKey: .type)
        try fields.encode(targetsAt, forKey: .targetsAt)
        try fields.encode(optionColumns, forKey: .optionColumns)
        try fields.encode(stations, forKey: .stations)
    }
}
