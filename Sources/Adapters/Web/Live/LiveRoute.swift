import Cryptography
import Elections
import Filing
import Primitives

/// Every page of the count as it goes on: public ones, and those of the office behind the sign-in.
package enum LiveRoute: Hashable, Sendable {
    case front
    case contest(Contest.ID)
    /// The stations of a district; pages count from 1.
    case district(District.ID, page: Int = 1)
    case station(PollingStation.ID)
    /// One sheet with all its versions.
    case sheet(SheetKey)
    /// Where every station stands; pages count from 1.
    case stations(page: Int = 1)
    case turnout
    case machineAgainstHand
    /// Pages count from 1 with the oldest acts, so that a full one never changes; nil is the newest.
    case log(page: Int? = nil)
    /// How to redo the sums.
    case check
    case office(OfficeRoute)

    /// Below the folder of the language.
    package var path: String {
        switch self {
        case .front: "live/index.html"
        case .contest(let contest): "live/results/\(Address.segment(contest.text)).html"
        case .district(let district, let page):
            "live/districts/\(Address.segment(district.text))\(Self.page(page)).html"
        case .station(let station): "live/stations/\(Address.segment(station.text)).html"
        case .sheet(let key): "live/sheets/\(Self.segment(key)).html"
        case .stations(let page): "live/stations\(Self.page(page)).html"
        case .turnout: "live/turnout.html"
        case .machineAgainstHand: "live/machine-against-hand.html"
        case .log(let page): page.map { "live/log/\($0).html" } ?? "live/log.html"
        case .check: "live/check.html"
        case .office(let office): "office/\(office.path)"
        }
    }

    /// Two tildes stand in no name that ``Address/segment(_:)`` makes.
    private static func page(_ number: Int) -> String { number == 1 ? "" : "~~\(number)" }

    package static func segment(_ key: SheetKey) -> String {
        [key.station.text, key.contest.text, key.series.rawValue].map(Address.segment)
            .joined(separator: "~~")
    }
}

/// Pages of the office. None is shown to anybody who is not signed in, but for the first two.
package enum OfficeRoute: Hashable, Sendable {
    case signIn
    case invitation
    case signOut
    /// What waits for the person who is signed in.
    case desk
    /// Stations within the person's areas.
    case stations
    case station(PollingStation.ID)
    /// Stating a sheet, or a correction of one.
    case state(SheetKey)
    /// Copying a sheet from its scan, unseen by the other clerk.
    case copy(SheetKey)
    /// One version: confirming, returning, doubting, annulling it.
    case version(Digest)
    /// Taking in sheets from a stick.
    case stick
    case turnout(PollingStation.ID)
    case readiness
    case stationReadiness(PollingStation.ID)
    /// Doubtful papers: how far people have come, and the way to the next.
    case review
    /// One doubtful paper: its reading, and its place there.
    case reviewPaper(Digest, Int)
    /// One reading of a station's papers: its totals, and taking it back.
    case reading(Digest)
    case publication
    case accounts
    case account(String)
    case election
    case log
    /// A scan or photograph.
    case file(Digest)
    /// What the office's pages look like, beyond the site's own style.
    case style
    /// Checks sums while somebody types; everything works without it.
    case script

    package var path: String {
        switch self {
        case .signIn: "sign-in.html"
        case .invitation: "invitation.html"
        case .signOut: "sign-out.html"
        case .desk: "index.html"
        case .stations: "stations.html"
        case .station(let id): "stations/\(Address.segment(id.text)).html"
        case .state(let key): "state/\(LiveRoute.segment(key)).html"
        case .copy(let key): "copy/\(LiveRoute.segment(key)).html"
        case .version(let id): "versions/\(id.hex).html"
        case .stick: "stick.html"
        case .turnout(let id): "turnout/\(Address.segment(id.text)).html"
        case .readiness: "readiness.html"
        case .stationReadiness(let id): "readiness/\(Address.segment(id.text)).html"
        case .review: "review.html"
        case .reviewPaper(let reading, let number): "review/\(reading.hex)-\(number).html"
        case .reading(let digest): "readings/\(digest.hex).html"
        case .publication: "publication.html"
        case .accounts: "accounts.html"
        case .account(let id): "accounts/\(Address.segment(id)).html"
        case .election: "election.html"
        case .log: "log.html"
        case .file(let digest): "files/\(digest.hex)"
        case .style: "office.css"
        case .script: "office.js"
        }
    }
}
