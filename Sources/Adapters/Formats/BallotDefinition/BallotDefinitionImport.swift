import Ballots
import Elections
import Foundation
import Primitives

/// A ballot definition of NIST SP 1500-20 as ours.
///
/// What we have no place for is named in `unheld`, kind by kind and field by field; what would change
/// what a paper says (ranks, contests that steer other contests) is refused.
package struct BallotDefinitionImport: Sendable {
    package let definition: ElectionDefinition
    package let layouts: [BallotLayout]
    /// Fields of the file that are not kept, with how often each stands there.
    package let unheld: [Unheld]
    /// What had to be supplied or understood, in sentences.
    package let remarks: [String]

    package struct Unheld: Codable, Hashable, Sendable {
        /// `Kind.Field`
        package let field: String
        package let count: Int
    }

    package init(_ data: Data, name: String) throws {
        let root = try Documents.decode(BallotDefinitionNode.self, from: data, name: name)
        guard root.kind == "BallotDefinition" else {
            throw BallotDefinitionProblem.cannotHold(name, "it is no ballot definition")
        }
        guard root.text("Version") == "1.0.0" else {
            throw BallotDefinitionProblem.cannotHold(
                "Version", "only 1.0.0 is read, this is \(root.text("Version") ?? "none")")
        }
        guard root.items("Election").count == 1 else {
            throw BallotDefinitionProblem.cannotHold(
                "Election", "there are \(root.items("Election").count) elections; one is read")
        }
        var source = BallotDefinitionSource(root)
        let election = try source.readElection()
        layouts = try source.layouts()
        definition = try source.completed(election)
        unheld = UnheldFields(root).list
        remarks = source.remarks
    }
}

/// Reads a file step by step; what it had to supply collects in `remarks`.
struct BallotDefinitionSource {
    let root: BallotDefinitionNode
    let election: BallotDefinitionNode
    var remarks: [String] = []
    /// Our own files are read letter by letter; in others, line ends and tabs inside names are not
    /// meant.
    let isOwn: Bool
    /// Contests as read so far, with names of the file.
    var contests: [Contest] = []
    var contestIDs: [String: Contest.ID] = [:]
    var optionIDs: [String: ContestOption.ID] = [:]
    private let candidates: [String: BallotDefinitionNode]
    private let parties: [String: BallotDefinitionNode]

    init(_ root: BallotDefinitionNode) {
        self.root = root
        election = root.items("Election")[0]
        isOwn = root.text("VendorApplicationId") == "Dobush"
        func byName(_ items: [BallotDefinitionNode]) -> [String: BallotDefinitionNode] {
            Dictionary(items.compactMap { item in item.text("@id").map { ($0, item) } }) {
                first, _ in first
            }
        }
        candidates = byName(election.items("Candidate"))
        parties = byName(root.items("Party"))
    }

    func problem(_ place: String, _ what: String) -> BallotDefinitionProblem {
        .cannotHold(place, what)
    }

    func identifier<Subject>(_ text: String, _ place: String) throws -> Identifier<Subject> {
        guard let name = Identifier<Subject>(text) else {
            throw problem(place, "“\(text)” is no identifier")
        }
        return name
    }

    /// Our own id where the file is ours, else its name in the file.
    func name(of node: BallotDefinitionNode, _ place: String) throws -> String {
        guard let name = node.own("id") ?? node.text("@id") else {
            throw problem(place, "it has no @id")
        }
        return name
    }

    mutating func text(_ node: BallotDefinitionNode?) -> LocalizedText? {
        var found: [String: String] = [:]
        var order: [String] = []
        for item in node?.items("Text") ?? [] {
            guard let language = item.text("Language"), let content = item.text("Content") else {
                continue
            }
            // `en-US` is English too.
            let short = String(language.split(separator: "-").first ?? "").lowercased()
            if Language(rawValue: short) == nil {
                remark("texts in the language \(language) are not kept")
            }
            if found[short] == nil { order.append(short) }
            found[short] = found[short] ?? clean(content)
        }
        guard let first = order.first.flatMap({ found[$0] }) else { return nil }
        if found["en"] == nil {
            remark("where English is missing, the first language stands in its place")
        }
        return LocalizedText(found["en"] ?? first, ru: found["ru"], ky: found["ky"])
    }

    func clean(_ text: String) -> String {
        guard !isOwn, text.contains(where: { $0.isNewline || $0 == "\t" }) else { return text }
        return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// Each remark once.
    mutating func remark(_ sentence: String) {
        if !remarks.contains(sentence) { remarks.append(sentence) }
    }

    static func decoded<Value: Decodable>(
        _ type: Value.Type, _ text: String?, _ place: String
    ) throws -> Value? {
        try text.map { try Documents.decode(type, from: Data($0.utf8), name: place) }
    }

    // MARK: Contests

    mutating func readElection() throws -> ElectionDefinition {
        guard let day = election.text("StartDate").flatMap({ CivilDay(text: $0) }) else {
            throw problem("Election.StartDate", "it is no day")
        }
        if let end = election.text("EndDate"), end != day.text {
            throw problem("Election.EndDate", "an election of several days is not held")
        }
        guard let name = text(election["Name"]) else {
            throw problem("Election.Name", "there is no text")
        }
        for (index, node) in election.items("Contest").enumerated() {
            contests.append(try contest(node, "Contest[\(index)]"))
        }
        remarkUnused()
        let areas = try areas(day: day)
        return ElectionDefinition(
            id: try identifier(electionName(day), "Election"), name: name,
            inventedNotice: root.items("Header").first { $0.text("@id") == "notice" && isOwn }
                .flatMap { text($0["Name"]) },
            day: day, contests: contests, districts: areas.districts, stations: areas.stations,
            markPolicy: try markPolicy(), publication: try publication(),
            riskLimitThousandths: election.own("risk-limit-thousandths").flatMap { Int($0) })
    }

    /// Candidates that stand in no contest are told, since they leave no trace in ours.
    private mutating func remarkUnused() {
        let used = Set(
            election.items("Contest").flatMap { $0.items("ContestOption") }
                .flatMap { $0.texts("CandidateIds") })
        for name in candidates.keys.sorted() where !used.contains(name) {
            remark("candidate \(name) stands in no contest and is not kept")
        }
    }

    /// With the contests as the papers left them: a place for a write-in may be on the paper only.
    func completed(_ definition: ElectionDefinition) throws -> ElectionDefinition {
        var whole = definition
        whole.contests = contests
        return whole
    }

    private func electionName(_ day: CivilDay) -> String {
        if let own = election.own("id") { return own }
        let stated = election.items("ExternalIdentifier").compactMap { $0.text("Value") }.first
        let issuer = root.text("IssuerAbbreviation") ?? "election"
        return (stated ?? "\(issuer)-\(day.text)").filter { $0.isASCII && !$0.isWhitespace }
    }

    private mutating func markPolicy() throws -> MarkPolicy {
        if let own = try Self.decoded(
            MarkPolicy.self, election.own("mark-policy"), "dobush:mark-policy")
        {
            return own
        }
        remark("the file states no rule for marks; any mark of a tenth of the target counts")
        return MarkPolicy(
            ignoredBelow: 250, countedFrom: 1000,
            text: LocalizedText(
                "The imported file states no rule. Any mark in the target counts from 10 % ink; below 2.5 % it is ignored; between the two a person looks."
            ))
    }

    private func publication() throws -> PublicationRule {
        try Self.decoded(
            PublicationRule.self, election.own("publication"), "dobush:publication")
            ?? PublicationRule(smallestPool: 1)
    }

    private mutating func contest(_ node: BallotDefinitionNode, _ place: String) throws -> Contest {
        let kind: Contest.Kind
        switch node.kind {
        case "CandidateContest", "PartyContest": kind = .election
        case "BallotMeasureContest", "RetentionContest": kind = .referendum
        default:
            throw problem(
                place, "a \(node.kind) steers other contests, which no paper of ours can")
        }
        if let ranks = node.number("RanksAllowed"), ranks > 1 {
            throw problem(place, "ranked contests have no place on our papers")
        }
        switch node.text("VoteVariation") {
        case nil, "n-of-m", "plurality", "majority", "super-majority", "approval",
            "proportional":
            break
        case let other?: throw problem(place, "VoteVariation \(other) is not one mark, one vote")
        }
        let id: Contest.ID = try identifier(try name(of: node, place), place)
        if let file = node.text("@id") { contestIDs[file] = id }
        let options = try node.items("ContestOption").enumerated().map { index, option in
            try self.option(option, "\(place).ContestOption[\(index)]")
        }
        let name = node.text("Name").map { LocalizedText(clean($0)) }
        guard let title = text(node["BallotTitle"]) ?? name else {
            throw problem(place, "it has no name")
        }
        if let name, name.en != title.en {
            remark("contest \(id) is “\(name.en)” to its office; its title on paper is kept")
        }
        return Contest(
            id: id, title: title, kind: kind,
            votesAllowed: node.whole("VotesAllowed") ?? node.own("votes-allowed").flatMap {
                Int($0)
            }
                ?? 1,
            options: options,
            outcome: try Self.decoded(OutcomeRule.self, node.own("outcome"), "dobush:outcome"))
    }

    private mutating func option(
        _ node: BallotDefinitionNode, _ place: String
    ) throws -> ContestOption {
        let id: ContestOption.ID = try identifier(try name(of: node, place), place)
        if let file = node.text("@id") { optionIDs[file] = id }
        switch node.kind {
        case "CandidateOption":
            let isWriteIn = node.truth("IsWriteIn") ?? false
            let names = try node.texts("CandidateIds").map { reference in
                guard let candidate = candidates[reference],
                    let name = text(candidate["BallotName"])
                else { throw problem(place, "candidate \(reference) is not defined") }
                return name
            }
            if names.isEmpty, !isWriteIn {
                remark("option \(id) names no candidate; its id stands for a name")
            }
            let first = names.first ?? LocalizedText(isWriteIn ? "Write-in" : id.text)
            return ContestOption(
                id: id, name: names.dropFirst().reduce(first, Self.together),
                kind: isWriteIn ? .writeIn : .candidate)
        case "PartyOption":
            let names = try node.texts("PartyIds").map { reference in
                guard let party = parties[reference], let name = text(party["Name"]) else {
                    throw problem(place, "party \(reference) is not defined")
                }
                return name
            }
            guard let first = names.first else { throw problem(place, "it names no party") }
            return ContestOption(
                id: id, name: names.dropFirst().reduce(first, Self.together), kind: .candidate)
        case "BallotMeasureOption":
            guard let name = text(node["Selection"]) else {
                throw problem(place, "it has no words")
            }
            let kind = node.own("kind").flatMap { ContestOption.Kind(rawValue: $0) }
            return ContestOption(id: id, name: name, kind: kind ?? .answer)
        default: throw problem(place, "options of kind \(node.kind) are not read")
        }
    }

    /// Two names of one option, as where a president and a deputy stand together.
    private static func together(_ one: LocalizedText, _ other: LocalizedText) -> LocalizedText {
        func joined(_ language: Language) -> String? {
            guard one.translated(into: language) != nil || other.translated(into: language) != nil
            else { return nil }
            return "\(one[language]) / \(other[language])"
        }
        return LocalizedText(
            "\(one.en) / \(other.en)", ru: joined(.russian), ky: joined(.kyrgyz))
    }
}
