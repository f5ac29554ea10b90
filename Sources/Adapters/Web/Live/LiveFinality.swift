import Cryptography
import Elections
import Filing
import Primitives
import Tabulation

/// How far a contest's figures may be quoted.
enum Finality: Sendable {
    /// - whole: every station is in.
    case preliminary(whole: Bool)
    /// Two officers published these sums.
    case final(PublicationState.Done)
    /// They did, and the sums are no longer those.
    case changed(PublicationState.Done)

    var isFinal: Bool {
        if case .final = self { return true }
        return false
    }

    /// The word that stands in every picture and beside every figure.
    var word: Phrase {
        switch self {
        case .preliminary: .preliminaryWord
        case .final: .finalWord
        case .changed: .changedWord
        }
    }

    /// The same, short enough for the end of a bar.
    var mark: Phrase {
        if case .changed = self { return .changedMark }
        return word
    }

    var heading: Phrase {
        switch self {
        case .preliminary: .preliminarySeries
        case .final: .finalSeries
        case .changed: .changedSeries
        }
    }

    var standing: Standing {
        switch self {
        case .preliminary: .doubt
        case .final: .good
        case .changed: .bad
        }
    }
}

/// One contest in one count as the pages show it: the sums and how far they reach.
struct LiveCount: Sendable {
    let contest: Contest
    let series: Series
    let sums: ContestSums
    let counts: StatusCounts
    let finality: Finality
    /// The count that the law goes by.
    let decides: Bool

    var stations: Int { counts.total }

    /// Of what the shares in bars are.
    var shareBase: Denominator { contest.outcome?.base ?? .valid }

    /// Options with their votes in ballot order.
    func votes(_ sums: Sums) -> [(number: Int, option: ContestOption, votes: Int)] {
        zip(contest.options, self.sums.votes(sums)).enumerated().map { place, pair in
            (place + 1, pair.0, pair.1.votes)
        }
    }

    /// The option with most votes; nil while there is none, or where two are equal.
    func leader(_ sums: Sums) -> (number: Int, option: ContestOption, votes: Int)? {
        let ranked = votes(sums).sorted { $0.votes > $1.votes }
        guard let first = ranked.first, first.votes > 0 else { return nil }
        return ranked.count > 1 && ranked[1].votes == first.votes ? nil : first
    }

    func base(_ base: Denominator, of sums: Sums) -> Int { self.sums.base(base, of: sums) }

    /// Not valid, of those who took part; never below nothing, whatever a form's lines say.
    func invalid(_ sums: Sums) -> Int {
        max(0, base(.participants, of: sums) - base(.valid, of: sums))
    }
}

extension LiveSite {
    func count(_ contest: Contest, _ series: Series) -> LiveCount? {
        let key = CountKey(contest.id, series)
        return state.sums[key].map {
            LiveCount(
                contest: contest, series: series, sums: $0, counts: model.counts.nation(key),
                finality: finality(contest, series), decides: series == deciding)
        }
    }

    func deciding(_ contest: Contest) -> LiveCount? { count(contest, deciding) }

    /// The other count; nil while nothing of it has come.
    func other(_ contest: Contest) -> LiveCount? {
        Series.allCases.first { $0 != deciding }.flatMap { count(contest, $0) }
            .flatMap { $0.counts.inSums > 0 ? $0 : nil }
    }

    private func finality(_ contest: Contest, _ series: Series) -> Finality {
        let key = CountKey(contest.id, series)
        let whole = model.counts.nation(key).isIn
        guard series == deciding, let done = state.publications[contest.id]?.done.last else {
            return .preliminary(whole: whole)
        }
        return state.sums[key]?.digest == done.publication.sums ? .final(done) : .changed(done)
    }
}

extension View {
    /// `Hand count, preliminary`.
    func series(_ count: LiveCount) -> String {
        say(.seriesAnd, say(count.series.name), say(count.finality.word))
    }

    /// `9 of 12 stations`, in the sums.
    func coverage(_ count: LiveCount) -> String {
        coverage(count.counts.inSums, of: count.stations)
    }

    /// What a picture carries inside: the word, the coverage, the moment, and that the country is
    /// invented.
    func stamp(_ count: LiveCount) -> [String] {
        [series(count) + " · " + coverage(count)] + stampEnd
    }

    /// The moment, and that the country is invented where it is.
    var stampEnd: [String] {
        [asOf(), frame.notice == nil ? nil : say(.invented)].compactMap { $0 }
    }

    /// Which count, in how many stations, and whether it is final: a badge and a line of words.
    func badge(_ count: LiveCount) -> HTML {
        count.finality.standing.badge(say(count.finality.heading))
    }

    /// A share of any base, exact where the base is small.
    func shareOf(_ part: Int, _ base: Int, decimals: Int = 1) -> String {
        base > 0 && part >= 0 && part <= base * 100
            ? speech.careful(part, of: base, decimals: decimals) : "–"
    }

    /// The clock where the station is, with its zone when that is not the nation's.
    func local(_ moment: Instant, at station: PollingStation) -> String {
        speech.moment(moment, zoneMinutes: station.zoneMinutes)
    }
}

extension Series {
    var name: Phrase {
        switch self {
        case .scanner: .scannerCount
        case .hand: .handCountLong
        }
    }
}

extension PublicStatus {
    var word: Phrase {
        switch self {
        case .inQuestion: .statusInQuestion
        case .returned: .statusReturned
        case .silent: .statusSilent
        case .checking: .statusChecking
        case .annulled: .statusAnnulled
        case .corrected: .statusCorrected
        case .filed: .statusFiled
        }
    }

    /// The same as the head of a column.
    var column: Phrase {
        switch self {
        case .inQuestion: .columnInQuestion
        case .returned: .columnReturned
        case .silent: .columnSilent
        case .checking: .columnChecking
        case .annulled: .columnAnnulled
        case .corrected: .columnCorrected
        case .filed: .columnFiled
        }
    }

    var standing: Standing {
        switch self {
        case .inQuestion: .doubt
        case .returned, .annulled: .bad
        case .silent, .checking: .quiet
        case .corrected, .filed: .good
        }
    }

    func badge(_ view: View) -> HTML { standing.badge(view.say(word)) }
}
