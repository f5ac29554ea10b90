import Ballots
import Elections
import Primitives

/// The election, its contests and what can be chosen, as the report repeats them.
extension CVRReport {
    struct ElectionPart: Codable {
        var id: String
        var type = "CVR.Election"
        var Candidate: [CandidatePart]?
        var Contest: [ContestPart]
        var ElectionScopeId: String
        var Name: String?
        /// Not a field of the standard's election: it goes into the report's notes.
        var notice: String?

        enum CodingKeys: String, CodingKey {
            case id = "@id"
            case type = "@type"
            case Candidate, Contest, ElectionScopeId, Name
        }

        init(_ definition: ElectionDefinition) {
            id = definition.id.text
            Name = definition.name.en
            ElectionScopeId = CVRReport.scope
            notice = definition.inventedNotice?.en
            let candidates = definition.contests.flatMap { contest in
                contest.kind == .referendum
                    ? [] : contest.options.map { CVRReport.CandidatePart(contest.id, $0) }
            }
            Candidate = candidates.isEmpty ? nil : candidates
            Contest = definition.contests.map { CVRReport.ContestPart($0) }
        }
    }

    struct CandidatePart: Codable {
        var id: String
        var type = "CVR.Candidate"
        var Name: String?

        enum CodingKeys: String, CodingKey {
            case id = "@id"
            case type = "@type"
            case Name
        }

        init(_ contest: Contest.ID, _ option: ContestOption) {
            id = "candidate/\(contest)/\(option.id)"
            Name = option.name.en
        }
    }

    struct ContestPart: Codable {
        var id: String
        var type: String
        var ContestSelection: [SelectionPart]
        var Name: String?
        var VotesAllowed: Int?

        enum CodingKeys: String, CodingKey {
            case id = "@id"
            case type = "@type"
            case ContestSelection, Name, VotesAllowed
        }

        init(_ contest: Contest) {
            let question = contest.kind == .referendum
            id = contest.id.text
            type = question ? "CVR.BallotMeasureContest" : "CVR.CandidateContest"
            Name = contest.title.en
            VotesAllowed = question ? nil : contest.votesAllowed
            ContestSelection = contest.options.map { option in
                CVRReport.SelectionPart(
                    id: "\(contest.id)/\(option.id)",
                    type: question ? "CVR.BallotMeasureSelection" : "CVR.CandidateSelection",
                    CandidateIds: question ? nil : ["candidate/\(contest.id)/\(option.id)"],
                    IsWriteIn: option.kind == .writeIn && !question ? true : nil,
                    Selection: question ? option.name.en : nil)
            }
        }
    }

    struct SelectionPart: Codable {
        var id: String
        var type: String
        var CandidateIds: [String]?
        var IsWriteIn: Bool?
        var Selection: String?

        enum CodingKeys: String, CodingKey {
            case id = "@id"
            case type = "@type"
            case CandidateIds, IsWriteIn, Selection
        }
    }
}
