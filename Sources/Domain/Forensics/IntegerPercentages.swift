import Statistics

/// How many stations report a turnout, or a share of the leader, within 0.05 of a whole percentage,
/// and how many would by chance.
///
/// The null: at each station the papers issued are binomial among the registered, and the leader's
/// votes among the papers counted, independently, each with the reported share as its chance. The
/// expectation is summed exactly over the outcomes that lie at a whole percentage; nothing is drawn
/// at random.
///
/// It counts reports at round figures. It does not say who made them, at which station, or why, and
/// no result may be called false because of it.
///
/// Source: Kobak, Shpilkin and Pshenichnikov, "Integer percentages as electoral falsification
/// fingerprints", Annals of Applied Statistics 10 (2016); stations kept and the binary arithmetic of
/// the distance as in their code. They draw elections at random; the sum gives the same without
/// that noise.
package struct IntegerPercentages: Hashable, Sendable {
    /// Stations with fewer names are left out.
    package static let fewestRegistered = 100
    /// Stations above this turnout or share, in per cent, are left out.
    package static let highestPercent = 99
    /// Larger than any station; a row with more is not one.
    package static let mostPapers = 1_000_000

    /// What is added up for each station at a whole percentage.
    package enum Weight: String, CaseIterable, Codable, Sendable {
        case stations, registered, issued, leader
    }

    /// Which of the two percentages is asked about.
    package enum Subject: String, CaseIterable, Codable, Sendable {
        case either, leader, turnout
    }

    /// One sum and what chance alone makes of it.
    package struct Figure: Hashable, Sendable {
        package var observed = 0.0
        package var expected = 0.0
        package var variance = 0.0

        package var standardDeviation: Double { squareRoot(variance) }
        package var excess: Double { observed - expected }
        /// Standard deviations that the excess is away from zero; nil without spread.
        package var z: Double? { variance > 0 ? excess / standardDeviation : nil }

        mutating func add(weight: Double, chance: Double, hit: Bool) {
            if hit { observed += weight }
            expected += weight * chance
            variance += weight * weight * chance * (1 - chance)
        }
    }

    /// Stations that entered the sums.
    package private(set) var used = 0
    /// Stations that did not: empty boxes, few names, nearly everybody, or too many to be one.
    package private(set) var leftOut = 0
    private var figures: [Subject: [Figure]]

    package subscript(_ subject: Subject, _ weight: Weight) -> Figure {
        let place = Weight.allCases.firstIndex(of: weight) ?? 0
        return figures[subject]?[place] ?? Figure()
    }

    package init(_ stations: [StationShares]) {
        var either = Sums()
        var leader = Sums()
        var turnout = Sums()
        let kept = stations.filter(Self.isKept)
        used = kept.count
        leftOut = stations.count - kept.count
        let largest = kept.reduce(0) { max($0, $1.registered, $1.counted) }
        let factorials = LogFactorials(upTo: largest)
        for station in kept {
            let share = WholePercentage(
                part: station.leader, of: station.counted, factorials: factorials)
            let came = WholePercentage(
                part: station.issued, of: station.registered, factorials: factorials)
            let weights = (
                1.0, Double(station.registered), Double(station.issued), Double(station.leader)
            )
            leader.add(weights, chance: share.chance, hit: share.hit)
            turnout.add(weights, chance: came.chance, hit: came.hit)
            either.add(
                weights, chance: 1 - (1 - share.chance) * (1 - came.chance),
                hit: share.hit || came.hit)
        }
        figures = [.either: either.all, .leader: leader.all, .turnout: turnout.all]
    }

    private static func isKept(_ station: StationShares) -> Bool {
        station.counted > 0 && station.registered >= fewestRegistered
            && station.registered <= mostPapers && station.counted <= mostPapers
            && station.leader <= station.counted && station.issued >= 0
            && station.issued * 100 <= highestPercent * station.registered
            && station.leader * 100 <= highestPercent * station.counted
    }

    /// The four weights of one subject.
    private struct Sums {
        var stations = Figure()
        var registered = Figure()
        var issued = Figure()
        var leader = Figure()

        var all: [Figure] { [stations, registered, issued, leader] }

        mutating func add(
            _ weights: (Double, Double, Double, Double), chance: Double, hit: Bool
        ) {
            stations.add(weight: weights.0, chance: chance, hit: hit)
            registered.add(weight: weights.1, chance: chance, hit: hit)
            issued.add(weight: weights.2, chance: chance, hit: hit)
            leader.add(weight: weights.3, chance: chance, hit: hit)
        }
    }
}

/// One reported percentage: whether it lies at a whole one, and how likely that was.
struct WholePercentage {
    let hit: Bool
    let chance: Double

    /// Outcomes further from the mean than this many standard deviations are too rare to change a
    /// printed digit, even summed over a million stations.
    private static let reach = 9.0

    init(part: Int, of whole: Int, factorials: LogFactorials) {
        hit = Self.isWhole(part, of: whole)
        let binomial = Binomial(
            trials: whole, chance: Double(part) / Double(whole), factorials: factorials)
        let spread = Self.reach * binomial.standardDeviation + 2
        let lowest = max(0, Int(binomial.mean - spread))
        let highest = min(whole, Int(binomial.mean + spread) + 1)
        var sum = 0.0
        // Candidates: parts whose distance from a whole percentage is at most 0.05, in whole
        // numbers; the binary test then decides at the very edge as the published code does.
        var percent = max(0, lowest * 100 / whole - 1)
        while percent <= 100 {
            let first = max(lowest, ((20 * percent - 1) * whole + 1999).flooredQuotient2000)
            let last = min(highest, ((20 * percent + 1) * whole).flooredQuotient2000)
            if first > highest { break }
            if first <= last {
                for candidate in first...last where Self.isWhole(candidate, of: whole) {
                    sum += binomial.probability(of: candidate, factorials)
                }
            }
            percent += 1
        }
        chance = min(1, sum)
    }

    /// Within 0.05 of a whole percentage, in binary floating point: a share exactly at the edge falls
    /// to the side that this arithmetic puts it, on every machine alike.
    static func isWhole(_ part: Int, of whole: Int) -> Bool {
        let percentage = 100 * Double(part) / Double(whole)
        return (percentage - percentage.rounded(.toNearestOrEven)).magnitude <= 0.05
    }
}

extension Int {
    /// A 2000th, rounded towards minus infinity.
    fileprivate var flooredQuotient2000: Int { self >= 0 ? self / 2000 : -((1999 - self) / 2000) }
}
