import Ballots
import Elections
import Ledger
import Primitives

/// Every kind of page. A link is made from one of these, so that none can lead nowhere.
package enum Route: Hashable, Sendable {
    case front
    case chapter(Chapter)
    case results(Contest.ID)
    case district(District.ID)
    case station(PollingStation.ID)
    case sheet(PollingStation.ID, Contest.ID)
    case batch(Batch.ID)
    case paper(CastVoteRecord.ID)
    case audit
    case statistic
    case statement
    case finding(String)
    case observation(String)
    case log
    case verify
    case missing
    /// A page of the count as it goes on.
    case live(LiveRoute)

    /// Below the folder of the language; names are safe in an address and as a file.
    package var path: String {
        switch self {
        case .front: "index.html"
        case .chapter(let chapter): "\(chapter.folder).html"
        case .results(let contest): "results/\(Address.segment(contest.text)).html"
        case .district(let district): "districts/\(Address.segment(district.text)).html"
        case .station(let station): "stations/\(Address.segment(station.text)).html"
        case .sheet(let station, let contest):
            "sheets/\(Address.segment(station.text))~~\(Address.segment(contest.text)).html"
        case .batch(let batch): "batches/\(Address.segment(batch.text)).html"
        case .paper(let paper): "papers/\(Address.segment(paper.text)).html"
        case .audit: "audit.html"
        case .statistic: "whole-percentages.html"
        case .statement: "statement.html"
        case .finding(let finding): "findings/\(Address.segment(finding)).html"
        case .observation(let name): "observations/\(Address.segment(name)).html"
        case .log: "log.html"
        case .verify: "verify.html"
        case .missing: "problem.html"
        case .live(let live): live.path
        }
    }

    /// The chapter whose page this belongs to; nil for the front.
    package var chapter: Chapter? {
        switch self {
        case .front, .missing, .live: nil
        case .chapter(let chapter): chapter
        case .results, .district: .declare
        case .station: .balance
        case .sheet: .balance
        case .batch, .paper: .read
        case .audit, .statistic: .check
        case .statement, .finding, .observation: .assess
        case .log, .verify: .publish
        }
    }
}
