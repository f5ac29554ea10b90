import Ballots
import Elections
import Formats
import Primitives

/// How papers look: the folder's style file, and what the command line says otherwise.
struct StyleOptions {
    /// Options of every command that lays papers out.
    static let options: Set<String> = [
        "--paper", "--contests-on-page", "--papers", "--languages", "--arrangement", "--target",
        "--type", "--targets-at", "--option-columns",
    ]
    static let usage = """
        [--paper a4|a5|auto] [--contests-on-page 1|2|all] [--papers one|separate] \
        [--languages en,ru,ky] [--arrangement stacked|columns] [--target oval|pill|box] \
        [--type standard|large] [--targets-at left|right] [--option-columns 1|2]
        """

    let style: BallotStyle
    /// Fields in which the command line differs from the folder's file, each `field: was -> is`.
    let overrides: [String]

    init(_ invocation: Invocation, folder: DefinitionFolder) throws {
        let filed = try folder.style()
        var style = filed
        try Self.take("--paper", invocation, into: &style.paper)
        try Self.take("--contests-on-page", invocation, into: &style.contestsOnPage)
        try Self.take("--papers", invocation, into: &style.papers)
        try Self.take("--arrangement", invocation, into: &style.arrangement)
        try Self.take("--target", invocation, into: &style.target)
        try Self.take("--type", invocation, into: &style.type)
        try Self.take("--targets-at", invocation, into: &style.targetsAt)
        if let columns = try invocation.number("--option-columns") {
            style.optionColumns = columns
        }
        if let text = invocation.value("--languages") {
            style.languages = try text.split(separator: ",").map { word in
                guard let language = Language(rawValue: String(word)) else {
                    throw BallotDesignProblem.styleValue("languages", text)
                }
                return language
            }
        }
        if let flaw = style.flaw { throw flaw }
        self.style = style
        overrides = Self.differences(filed, style)
    }

    private static func take<Value: RawRepresentable & CaseIterable>(
        _ option: String, _ invocation: Invocation, into field: inout Value
    ) throws where Value.RawValue == String {
        guard let text = invocation.value(option) else { return }
        guard let value = Value(rawValue: text) else {
            let known = Value.allCases.map(\.rawValue).joined(separator: ", ")
            throw UsageProblem(
                summary: "\(option) is one of \(known), got \(text).", command: nil)
        }
        field = value
    }

    private static func differences(_ filed: BallotStyle, _ chosen: BallotStyle) -> [String] {
        let fields: [(String, (BallotStyle) -> String)] = [
            ("paper", { $0.paper.rawValue }),
            ("contestsOnPage", { $0.contestsOnPage.rawValue }),
            ("papers", { $0.papers.rawValue }),
            ("languages", { $0.languages.map(\.rawValue).joined(separator: ",") }),
            ("arrangement", { $0.arrangement.rawValue }),
            ("target", { $0.target.rawValue }),
            ("type", { $0.type.rawValue }),
            ("targetsAt", { $0.targetsAt.rawValue }),
            ("optionColumns", { String($0.optionColumns) }),
        ]
        return fields.compactMap { name, value in
            value(filed) == value(chosen)
                ? nil : "\(name): \(value(filed)) -> \(value(chosen))"
        }
    }
}

/// Which stations' papers are made.
struct StationChoice {
    static let options: Set<String> = ["--station"]
    static let flags: Set<String> = ["--each-station"]

    /// Nil stands for papers that any station may use.
    let stations: [PollingStation?]

    init(
        _ invocation: Invocation, definition: ElectionDefinition, style: BallotStyle
    ) throws {
        if let text = invocation.value("--station") {
            guard let id = PollingStation.ID(text), let station = definition.station(id) else {
                throw PlainProblem(
                    code: "ballots.unknown-station",
                    summary: "Station \(text) is not in the definition.",
                    remedy: "Name a station as definition.json does.")
            }
            stations = [station]
        } else if invocation.flags.contains("--each-station") || style.stations == .each {
            guard !definition.stations.isEmpty else {
                throw PlainProblem(
                    code: "ballots.no-stations",
                    summary: "The definition has no station to print papers for.",
                    remedy: "Add the stations, or print papers that any station may use.")
            }
            stations = definition.stations
        } else {
            stations = [nil]
        }
    }
}
