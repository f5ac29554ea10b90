import Primitives

/// What is decided, by whom and under which rules: everything the later chapters need to know,
/// as data. File `definition.json`.
package struct ElectionDefinition: Codable, Hashable, Sendable {
    package typealias ID = Identifier<ElectionDefinition>

    package var id: ID
    package var name: LocalizedText
    /// Set when the election is invented; printed on every page, file and picture made from it.
    package var inventedNotice: LocalizedText?
    package var day: CivilDay
    package var contests: [Contest]
    package var districts: [District]
    package var stations: [PollingStation]
    package var markPolicy: MarkPolicy
    package var publication: PublicationRule
    /// The largest accepted chance that a wrong outcome passes the audit, in parts of a thousand;
    /// nil where the law asks for no such audit.
    package var riskLimitThousandths: Int?

    package init(
        id: ID, name: LocalizedText, inventedNotice: LocalizedText?, day: CivilDay,
        contests: [Contest], districts: [District], stations: [PollingStation],
        markPolicy: MarkPolicy, publication: PublicationRule, riskLimitThousandths: Int? = nil
    ) {
        self.id = id
        self.name = name
        self.inventedNotice = inventedNotice
        self.day = day
        self.contests = contests
        self.districts = districts
        self.stations = stations
        self.markPolicy = markPolicy
        self.publication = publication
        self.riskLimitThousandths = riskLimitThousandths
    }

    package func contest(_ id: Contest.ID) -> Contest? { contests.first { $0.id == id } }
    package func station(_ id: PollingStation.ID) -> PollingStation? {
        stations.first { $0.id == id }
    }
}

/// One question put to the voters.
package struct Contest: Codable, Hashable, Sendable, Identifiable {
    package typealias ID = Identifier<Contest>

    package enum Kind: String, Codable, Sendable { case election, referendum }

    package var id: ID
    package var title: LocalizedText
    package var kind: Kind
    /// Most options that a valid paper may mark.
    package var votesAllowed: Int
    /// In the order printed.
    package var options: [ContestOption]
    /// Nil where the source of the definition states no rule; then no outcome is declared.
    package var outcome: OutcomeRule?

    package init(
        id: ID, title: LocalizedText, kind: Kind, votesAllowed: Int, options: [ContestOption],
        outcome: OutcomeRule?
    ) {
        self.id = id
        self.title = title
        self.kind = kind
        self.votesAllowed = votesAllowed
        self.options = options
        self.outcome = outcome
    }
}

/// One thing a voter can mark in a contest.
package struct ContestOption: Codable, Hashable, Sendable, Identifiable {
    package typealias ID = Identifier<ContestOption>

    package enum Kind: String, Codable, Sendable {
        case candidate
        case againstAll = "against-all"
        case answer
        case writeIn = "write-in"
    }

    package var id: ID
    package var name: LocalizedText
    package var kind: Kind

    package init(id: ID, name: LocalizedText, kind: Kind) {
        self.id = id
        self.name = name
        self.kind = kind
    }
}

/// A part of the country whose stations report together.
package struct District: Codable, Hashable, Sendable, Identifiable {
    package typealias ID = Identifier<District>
    package var id: ID
    package var name: LocalizedText

    package init(id: ID, name: LocalizedText) {
        self.id = id
        self.name = name
    }
}

/// A place where papers are issued, cast and first counted.
package struct PollingStation: Codable, Hashable, Sendable, Identifiable {
    package typealias ID = Identifier<PollingStation>

    package enum Seat: String, Codable, Sendable {
        case home
        /// At a diplomatic mission or consular office.
        case abroad
    }

    package var id: ID
    package var name: LocalizedText
    package var district: District.ID
    package var seat: Seat
    /// Minutes east of Greenwich on the day.
    package var zoneMinutes: Int
    package var opens: Instant
    package var closes: Instant

    package init(
        id: ID, name: LocalizedText, district: District.ID, seat: Seat, zoneMinutes: Int,
        opens: Instant, closes: Instant
    ) {
        self.id = id
        self.name = name
        self.district = district
        self.seat = seat
        self.zoneMinutes = zoneMinutes
        self.opens = opens
        self.closes = closes
    }
}
