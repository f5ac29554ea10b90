import Elections
import Primitives
import Tabulation

/// Which places have a sheet already, by the digest of their names. Equal digests of unlike places
/// sit next to each other.
struct NameBook {
    typealias Place = (areas: [String], name: String)

    private var seen: [UInt64: Int] = [:]

    mutating func keep(_ key: UInt64, sheet: Int) { seen[key] = sheet }

    /// A free key for a place that may have one sheet.
    func key(
        _ digest: UInt64, _ place: Place, in sheets: [ResultsSheet]
    ) throws(RowReason) -> UInt64 {
        var key = digest
        while let first = seen[key] {
            if Self.isSame(sheets[first], place) { throw Self.twice(place, sheets[first]) }
            key &+= 1
        }
        return key
    }

    /// A free key for a place that may have several sheets, of which no two have the same figures
    /// unless these are all zero.
    ///
    /// Later sheets of a place are kept by a digest of their figures as well, so that a table of
    /// one name a million times is still read in one pass.
    func repeatedKey(
        _ digest: UInt64, _ place: Place, _ figures: [Int], in sheets: [ResultsSheet]
    ) throws(RowReason) -> (key: UInt64, repeats: Bool) {
        var key = digest
        while let first = seen[key], !Self.isSame(sheets[first], place) { key &+= 1 }
        guard let first = seen[key] else { return (key, false) }
        if figures.allSatisfy({ $0 == 0 }) {
            return (Self.mixed(key, [sheets.count]), true)
        }
        if sheets[first].figures == figures { throw Self.twice(place, sheets[first]) }
        key = Self.mixed(key, figures)
        while let other = seen[key] {
            if Self.isSame(sheets[other], place), sheets[other].figures == figures {
                throw Self.twice(place, sheets[other])
            }
            key &+= 1
        }
        return (key, true)
    }

    private static func isSame(_ sheet: ResultsSheet, _ place: Place) -> Bool {
        sheet.name == place.name && sheet.areas == place.areas
    }

    private static func twice(_ place: Place, _ sheet: ResultsSheet) -> RowReason {
        .twice((place.areas + [place.name]).joined(separator: " / "), first: sheet.row ?? 0)
    }

    /// Source: FNV-1a over 64-bit words, after the place's digest.
    private static func mixed(_ digest: UInt64, _ numbers: [Int]) -> UInt64 {
        numbers.reduce(digest) { ($0 ^ UInt64(bitPattern: Int64($1))) &* 0x100_0000_01b3 }
    }
}
