import Ballots
import Pen
import Scanning
import Statistics

/// What was seen on any number of pages. Tallies of slices add up.
struct CorpusTally: Codable, Sendable {
    /// Pages and positions that have something in common.
    struct Part: Codable, Sendable {
        var pages = 0
        var refused = 0
        /// Of the pages that were read.
        var positions = 0
        var missed = 0
        var invented = 0
        /// Positions that a pen left plain and that a person must look at all the same.
        var plainToPerson = 0

        mutating func add(_ other: Part) {
            pages += other.pages
            refused += other.refused
            positions += other.positions
            missed += other.missed
            invented += other.invented
            plainToPerson += other.plainToPerson
        }
    }

    var all = Part()
    /// By what is said of the page.
    var parts: [String: Part] = [:]
    /// By the code of the refusal.
    var refusals: [String: Int] = [:]
    /// By what the pen did, then by what the reader said.
    var deeds: [String: [String: Int]] = [:]
    /// By style, what it amounted to, and what the reader said.
    var styles: [String: [String: Int]] = [:]
    /// Reasons for a person to look, by what the pen did.
    var doubts: [String: [String: Int]] = [:]
    /// Of the marks that were missed, those with an invented one in the same group.
    var moved = 0
    /// Processor seconds spent on drawing and on reading, decoding included.
    var drawing = 0.0
    var reading = 0.0

    /// Positions about which no careful person is in doubt.
    var plain: Int { count(.firmMark) + count(.nothing) }

    func count(_ deed: TargetTruth.Deed, _ said: PositionReading.Indication? = nil) -> Int {
        let row = deeds[deed.rawValue] ?? [:]
        return said.map { row[$0.rawValue] ?? 0 } ?? row.values.reduce(0, +)
    }

    var errors: Int { all.missed + all.invented }

    /// What became of one page.
    mutating func add(_ part: Part, labels: [String]) {
        all.add(part)
        for label in labels { parts[label, default: Part()].add(part) }
    }

    mutating func add(_ truth: TargetTruth, _ said: Judgement) {
        let word = said.indication.rawValue
        deeds[truth.deed.rawValue, default: [:]][word, default: 0] += 1
        if let style = truth.style, truth.meant {
            styles["\(style.rawValue), \(truth.deed.rawValue)", default: [:]][word, default: 0] += 1
        } else if truth.deed == .doubtful {
            let name = truth.style == nil ? "rubbed out or run over" : "hesitation"
            styles[name, default: [:]][word, default: 0] += 1
        }
        if let doubt = said.doubt {
            doubts[truth.deed.rawValue, default: [:]][doubt.rawValue, default: 0] += 1
        }
    }

    mutating func add(_ other: CorpusTally) {
        all.add(other.all)
        for (label, part) in other.parts { parts[label, default: Part()].add(part) }
        refusals.merge(other.refusals, uniquingKeysWith: +)
        for (key, row) in other.deeds { deeds[key, default: [:]].merge(row, uniquingKeysWith: +) }
        for (key, row) in other.styles { styles[key, default: [:]].merge(row, uniquingKeysWith: +) }
        for (key, row) in other.doubts { doubts[key, default: [:]].merge(row, uniquingKeysWith: +) }
        moved += other.moved
        drawing += other.drawing
        reading += other.reading
    }

    /// The one-sided 95 % upper bound on a rate of errors; nil where nothing was tried.
    static func bound(_ errors: Int, of trials: Int) -> Double? {
        trials > 0 ? upperBound(successes: errors, trials: trials) : nil
    }
}
