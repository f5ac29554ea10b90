import Primitives

/// What a share is a share of. Always printed beside it.
package enum Denominator: String, Codable, Sendable, CaseIterable {
    /// Names on the list at the close.
    case registered
    /// Papers found in the boxes, valid or not: those who took part.
    case participants
    /// Valid papers.
    case valid
}

/// Who wins, as data.
///
/// Against-all counts as an option when shares are computed, unless the rule takes it out of the
/// base, and can never win. Fields that a rule does not need are left out of its file. Sources of the
/// shape: Kyrgyz constitutional law on elections of 2011 (majority of those who took part, second
/// round of two, against-all must be beaten); law on the referendum (turnout of 30 per cent).
package struct OutcomeRule: Codable, Hashable, Sendable {
    package enum Kind: String, Codable, Sendable {
        /// An option wins with more than `numerator / divisor` of the base.
        case majority
        /// The option with most votes wins; a tie has no winner.
        case plurality
    }

    /// What follows when no option wins.
    package enum Otherwise: String, Codable, Sendable {
        /// A second round between the two candidates with most votes.
        case runoff
        /// No option is adopted.
        case rejected
        /// The whole election is held again.
        case newElection = "new-election"
    }

    /// What follows when against-all has as many votes as the leader or more.
    package enum AgainstAllWins: String, Codable, Sendable {
        /// The vote has no result.
        case void
        /// The whole election is held again.
        case newElection = "new-election"
    }

    package var kind: Kind
    package var base: Denominator
    package var numerator: Int
    package var divisor: Int
    package var otherwise: Otherwise
    /// The least turnout in per cent of the registered; nil when any turnout will do.
    package var minimumTurnoutPercent: Int?
    /// The leader must have more votes than against-all, else nobody is elected.
    package var mustBeatAgainstAll: Bool
    /// The rule in words, with the article it comes from.
    package var text: LocalizedText
    /// The turnout must be more than the least one; as much is enough where this is missing.
    package var turnoutMustExceed: Bool?
    /// Papers against all are taken out of the base of the share.
    package var baseWithoutAgainstAll: Bool?
    /// Void where it is missing.
    package var againstAllWins: AgainstAllWins?
    /// How many are elected by plurality; one where it is missing.
    package var seats: Int?
    /// The one answer that can be adopted: "yes" in a question of yes and no. Another answer that
    /// wins adopts nothing.
    package var adopts: ContestOption.ID?
    /// What the law does with equal votes; without it a tie is only said to be one.
    package var tie: TieRule?

    package init(
        kind: Kind, base: Denominator, numerator: Int = 1, divisor: Int = 2, otherwise: Otherwise,
        minimumTurnoutPercent: Int? = nil, mustBeatAgainstAll: Bool, text: LocalizedText
    ) {
        self.kind = kind
        self.base = base
        self.numerator = numerator
        self.divisor = divisor
        self.otherwise = otherwise
        self.minimumTurnoutPercent = minimumTurnoutPercent
        self.mustBeatAgainstAll = mustBeatAgainstAll
        self.text = text
    }
}

/// Which ink in a target is a vote, which is none, and which a person must look at.
///
/// Ink is the part of the target's inside that is newly dark, in ten-thousandths (0...10000).
/// Below `ignoredBelow` nothing is marked; from `countedFrom` on the target is marked; between the
/// two nobody can say from the ink alone.
package struct MarkPolicy: Codable, Hashable, Sendable {
    package var ignoredBelow: Int
    package var countedFrom: Int
    package var text: LocalizedText
    /// The marks that the law prescribes; any mark counts where it is missing. A mark of another
    /// kind goes to a person.
    package var prescribed: [MarkKind]?
    /// Whether a name written in is a vote; true where it is missing. Where it is none, a mark at
    /// such a place goes to a person.
    package var writeIns: Bool?

    package init(ignoredBelow: Int, countedFrom: Int, text: LocalizedText) {
        self.ignoredBelow = ignoredBelow
        self.countedFrom = countedFrom
        self.text = text
    }
}

/// What a mark looks like, told from its ink alone.
package enum MarkKind: String, Codable, Sendable, CaseIterable {
    /// At least half of the target is dark.
    case filled
    /// Two strokes that cross.
    case cross
    /// A line: a tick, a slash, a scribble that covers less than half.
    case stroke
    /// Ink in one small place.
    case dot
}

/// What may be published of a station so that no paper can be tied to a person.
package struct PublicationRule: Codable, Hashable, Sendable {
    /// Stations with fewer papers are pooled with others of the same district.
    package var smallestPool: Int

    package init(smallestPool: Int) { self.smallestPool = smallestPool }
}
