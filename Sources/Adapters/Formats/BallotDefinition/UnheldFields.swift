/// Counts what a ballot definition says that we have no place for. Every field of every object is
/// looked up; one that is not on the list below is named.
struct UnheldFields {
    private var counts: [String: Int] = [:]

    /// Fields that are read, by kind. Type and order of things are in how they are written.
    private static let held: [String: Set<String>] = [
        "BallotDefinition": [
            "Version", "VendorApplicationId", "IssuerAbbreviation", "GpUnit", "Party", "Shape",
            "BallotFormat", "Election",
        ],
        "Election": [
            "ElectionScopeId", "Name", "StartDate", "EndDate", "ExternalIdentifier", "Candidate",
            "Contest", "BallotStyle",
        ],
        "Candidate": ["@id", "BallotName"],
        "Party": ["@id", "Name"],
        "ReportingUnit": ["@id", "Type", "Name", "ComposingGpUnitIds"],
        "CandidateContest": [
            "@id", "Name", "BallotTitle", "VotesAllowed", "VoteVariation", "RanksAllowed",
            "ContestOption", "ElectionDistrictId",
        ],
        "PartyContest": [
            "@id", "Name", "BallotTitle", "VoteVariation", "ContestOption", "ElectionDistrictId",
        ],
        "BallotMeasureContest": [
            "@id", "Name", "BallotTitle", "VoteVariation", "ContestOption", "ElectionDistrictId",
        ],
        "RetentionContest": [
            "@id", "Name", "BallotTitle", "VoteVariation", "ContestOption", "ElectionDistrictId",
        ],
        "CandidateOption": ["@id", "CandidateIds", "IsWriteIn"],
        "PartyOption": ["@id", "PartyIds"],
        "BallotMeasureOption": ["@id", "Selection"],
        "InternationalizedText": ["Text"],
        "LanguageString": ["Language", "Content"],
        "Shape": ["@id", "ShapeType"],
        "BallotFormat": [
            "@id", "LongEdge", "ShortEdge", "MeasurementUnit", "Orientation", "FiducialMark",
            "SelectionCaptureMethod",
        ],
        "FiducialMark": ["Side", "Sheet", "X", "Y", "W", "H"],
        "BallotStyle": ["ExternalIdentifier", "OrderedContent"],
        "OrderedContest": ["ContestId", "Physical"],
        "OrderedHeader": ["OrderedContent"],
        "PhysicalContest": ["BallotFormatId", "PhysicalContestOption"],
        "PhysicalContestOption": ["ContestOptionId", "OptionPosition", "WriteInPosition"],
        "OptionPosition": [
            "Side", "Sheet", "X", "Y", "W", "H", "IndicatorId", "NumberVotes", "FractionalVotes",
            "Rank",
        ],
        "WriteInPosition": ["Side", "Sheet", "X", "Y", "W", "H"],
        "ExternalIdentifier": ["Type", "OtherType", "Value"],
    ]

    /// What our own export writes for other readers; ours finds it elsewhere in the file.
    private static let written: Set<String> = [
        "BallotDefinition.GeneratedDate", "BallotDefinition.Issuer",
        "BallotDefinition.SequenceStart", "BallotDefinition.SequenceEnd",
        "BallotDefinition.Notes", "BallotDefinition.Header", "Header.@id", "Header.Name",
        "Election.Type", "Election.OtherType", "ReportingUnit.OtherType",
        "CandidateContest.SequenceOrder", "BallotMeasureContest.SequenceOrder",
        "BallotMeasureContest.Type", "CandidateOption.SequenceOrder",
        "BallotMeasureOption.SequenceOrder", "BallotStyle.GpUnitIds", "BallotStyle.Language",
        "OrderedHeader.HeaderId", "OrderedContest.OrderedContestOptionIds",
        "WriteInPosition.SelectionRequired", "FiducialMark.ShapeId",
    ]

    init(_ root: BallotDefinitionNode) {
        walk(root)
        // Parties are kept where voters choose among them, as the names of options.
        if counts["PartyOption"] == nil, !root.items("Party").isEmpty {
            counts["BallotDefinition.Party"] = root.items("Party").count
        }
        counts["PartyOption"] = nil
        if root.text("VendorApplicationId") == "Dobush" {
            for field in Self.written { counts[field] = nil }
        }
    }

    var list: [BallotDefinitionImport.Unheld] {
        counts.sorted { $0.key < $1.key }.map { .init(field: $0.key, count: $0.value) }
    }

    private mutating func walk(_ node: BallotDefinitionNode) {
        switch node {
        case .list(let items): for item in items { walk(item) }
        case .fields(let fields):
            let kind = node.kind
            if kind == "PartyOption" { counts[kind] = 1 }
            for (name, value) in fields where name != "@type" {
                let isOwn = name == "ExternalIdentifier" && Self.isOurs(value)
                if isOwn || Self.held[kind]?.contains(name) == true {
                    walk(value)
                } else {
                    counts["\(kind).\(name)", default: 0] += 1
                }
            }
        default: break
        }
    }

    private static func isOurs(_ identifiers: BallotDefinitionNode) -> Bool {
        guard case .list(let items) = identifiers else { return false }
        return items.allSatisfy {
            $0.text("OtherType")?.hasPrefix(BallotDefinitionNode.own) == true
        }
    }
}
