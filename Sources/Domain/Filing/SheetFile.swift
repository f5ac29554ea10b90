import Cryptography
import Elections
import Offices
import Primitives
import Tabulation

/// Everything that came for one station, contest and count, oldest first.
package struct SheetFile: Hashable, Sendable {
    package internal(set) var versions: [SheetVersion] = []
    /// Entries of clerks that still wait for one that agrees.
    package internal(set) var entries: [PaperEntry] = []

    package init() {}

    /// The sheet that counts: filed, and not replaced by a filed or annulled one. What an annulled
    /// correction had replaced does not come back; the station then counts for nothing until
    /// another sheet names the annulled one.
    ///
    /// Where a part of the chain of corrections is still on its way, several stand side by side.
    /// Then the end of a chain counts whose beginning is missing, and of two such the longer, and of
    /// two as long the one whose digest is smaller: a rule that knows nothing of the order in which
    /// they came.
    package var current: SheetVersion? {
        if versions.count == 1 { return versions[0].state == .filed ? versions[0] : nil }
        let names = placesByName
        let replaced = replacedPlaces(names)
        var best: (place: Int, chain: Chain)?
        for place in versions.indices
        where versions[place].state == .filed && !replaced.contains(place) {
            let chain = chain(to: place, names)
            guard let other = best else {
                best = (place, chain)
                continue
            }
            if goesBefore(chain, versions[place], other.chain, versions[other.place]) {
                best = (place, chain)
            }
        }
        return best.map { versions[$0.place] }
    }

    /// The annulled sheet that nothing has taken the place of; nil while a sheet counts.
    package var annulledLast: SheetVersion? {
        guard current == nil else { return nil }
        let replaced = replacedPlaces(placesByName)
        return versions.indices.last {
            if case .annulled = versions[$0].state { !replaced.contains($0) } else { false }
        }.map { versions[$0] }
    }

    /// True when a filed correction names a sheet that has not come.
    package var hasGap: Bool {
        let names = placesByName
        return filed.contains { version in
            version.statement.replaces.map { names[$0] == nil } ?? false
        }
    }

    /// The sheet that waits for a second person.
    package var proposal: SheetVersion? { versions.last { $0.state == .proposed } }

    /// The newest version of this digest, or of a text with the same figures.
    package func version(_ id: Digest) -> SheetVersion? { place(named: id).map { versions[$0] } }

    /// Filed versions, replaced ones too, in the order they came.
    package var filed: [SheetVersion] { versions.filter { $0.state == .filed } }

    package var status: SheetStatus {
        if let current {
            if current.question != nil || current.annulment != nil { return .inQuestion }
            return current.statement.replaces == nil ? .filed : .corrected
        }
        if entries.count > 1 { return .entriesDiffer }
        if proposal != nil || !entries.isEmpty { return .waiting }
        // An annulled sheet is the last word until another is filed in its place.
        if annulledLast != nil { return .annulled }
        return versions.contains { if case .refused = $0.state { true } else { false } }
            ? .refused : .silent
    }

    func place(named id: Digest) -> Int? {
        versions.lastIndex { $0.id == id } ?? versions.lastIndex { $0.isNamed(id) }
    }

    mutating func change(_ id: Digest, _ body: (inout SheetVersion) -> Void) {
        guard let place = place(named: id) else { return }
        body(&versions[place])
    }

    // MARK: Chains of corrections

    /// Every name of every version with its place, made once for what asks often: the newest version
    /// of a digest, before one that has only the same figures.
    private var placesByName: [Digest: Int] {
        var names: [Digest: Int] = [:]
        names.reserveCapacity(versions.count)
        for (place, version) in versions.enumerated() {
            for twin in version.twins { names[twin] = place }
        }
        for (place, version) in versions.enumerated() { names[version.id] = place }
        return names
    }

    /// Places of versions that a filed or annulled one took the place of.
    private func replacedPlaces(_ names: [Digest: Int]) -> Set<Int> {
        Set(
            versions.compactMap { version in
                guard version.isSettled, let replaces = version.statement.replaces else {
                    return nil
                }
                return names[replaces]
            })
    }

    private struct Chain {
        /// Sheets from the first one known to the last.
        var length: Int
        /// True when the first one known corrects a sheet that has not come.
        var lacksBeginning: Bool
    }

    /// The chain that ends at a place. A digest cannot name itself, so it ends.
    private func chain(to place: Int, _ names: [Digest: Int]) -> Chain {
        var chain = Chain(length: 1, lacksBeginning: false)
        var place = place
        while let replaces = versions[place].statement.replaces, chain.length <= versions.count {
            guard let before = names[replaces] else {
                chain.lacksBeginning = true
                break
            }
            guard versions[before].isSettled else { break }
            chain.length += 1
            place = before
        }
        return chain
    }

    private func goesBefore(
        _ one: Chain, _ version: SheetVersion, _ other: Chain, _ otherVersion: SheetVersion
    ) -> Bool {
        if one.lacksBeginning != other.lacksBeginning { return one.lacksBeginning }
        if one.length != other.length { return one.length > other.length }
        return one.lacksBeginning && version.id.hex < otherVersion.id.hex
    }
}

/// What a sheet under signatures is to the ones that are there.
enum Arrival: Hashable, Sendable {
    /// The first one, the next one, or a part of a chain that came before it.
    case fits
    /// The same figures in the same place of the chain: evidence for the version at this place.
    case twin(Int)
    /// Another sheet has its place.
    case conflict(FilingProblem)
}

extension SheetFile {
    /// Decides the same whatever came first, as long as all sheets belong to one chain.
    func arrival(_ statement: SheetStatement, _ figures: [Int]) -> Arrival {
        let settled = versions.indices.filter { versions[$0].isSettled }
        let rivals = settled.filter { stands(versions[$0], where: statement) }
        if let twin = rivals.first(where: { versions[$0].figures == figures }) {
            return .twin(twin)
        }
        // Somebody corrects it already: it is the missing part.
        if versions.contains(where: { $0.isSettled && $0.statement.replaces == statement.id }) {
            return .fits
        }
        guard let replaces = statement.replaces else {
            guard rivals.isEmpty, settled.isEmpty || hasGap else {
                return .conflict(current == nil ? .annulledBefore : .alreadyFiled)
            }
            return .fits
        }
        guard rivals.isEmpty else { return .conflict(.replacesOther) }
        if let before = place(named: replaces), !versions[before].isSettled {
            return settled.isEmpty || hasGap ? .fits : .conflict(.replacesOther)
        }
        return .fits
    }

    /// True when a version takes the place of the same sheet as the statement does, or both of none.
    private func stands(_ version: SheetVersion, where statement: SheetStatement) -> Bool {
        guard let one = version.statement.replaces, let other = statement.replaces else {
            return version.statement.replaces == nil && statement.replaces == nil
        }
        return one == other
            || (place(named: one) != nil && place(named: one) == place(named: other))
    }

    /// Two first sheets with different figures: at most one of them can be right.
    var hasTwoBeginnings: Bool {
        filed.count { $0.statement.replaces == nil } > 1
    }
}
