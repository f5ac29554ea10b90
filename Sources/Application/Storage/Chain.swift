import Cryptography
import Primitives

/// Where a chain of acts stands: the number and the link of its newest act.
package struct ChainPlace: Hashable, Sendable {
    package let sequence: Int
    /// Nil before the first act.
    package let link: Digest?

    /// Before the first act.
    package static let start = ChainPlace(sequence: 0, link: nil)

    package init(sequence: Int, link: Digest?) {
        self.sequence = sequence
        self.link = link
    }

    /// The place after acts that were read from a store.
    ///
    /// - Throws: ``StorageProblem/damaged(_:)`` at the first act that does not follow.
    package func reading(_ acts: [StoredAct]) throws(StorageProblem) -> ChainPlace {
        var place = self
        for act in acts {
            guard act.sequence == place.sequence + 1 else {
                throw .damaged("after act \(place.sequence) comes act \(act.sequence)")
            }
            guard act.follows(place) else {
                throw .damaged("act \(act.sequence) is not the one that was kept")
            }
            place = act.place
        }
        return place
    }
}

extension Change {
    /// Holds the acts to the newest one in the store, which the writer claims to know.
    ///
    /// A chain broken here would stay broken, and a writer whose past is another one than the
    /// store's (a backup was restored under it) would never notice.
    package func checkChain(onto head: ChainPlace) throws(StorageProblem) {
        var place = head
        for act in acts {
            guard act.follows(place) else {
                throw .damaged("act \(act.sequence) does not follow from what the store holds")
            }
            place = act.place
        }
    }

    /// Every store refuses the same sizes and names, before it writes anything.
    package func checkLimits() throws(StorageProblem) {
        for act in acts {
            try Self.check(bytes: act.body.count, StorageLimits.body, "The act \(act.kind)")
            try Self.check(name: act.actor, "The actor")
            try Self.check(name: act.kind, "The kind of act")
        }
        for file in files {
            try Self.check(bytes: file.bytes.count, StorageLimits.file, "The file")
            try Self.check(name: file.type, "The media type")
        }
        if let reply { try reply.checkLimits() }
        for entry in vault {
            try Self.check(name: entry.name, "A name of the vault", limit: StorageLimits.vaultName)
            try Self.check(
                bytes: entry.value?.count ?? 0, StorageLimits.vaultValue, "A value of the vault")
        }
        for (place, act) in acts.enumerated() where act.sequence != after + 1 + place {
            preconditionFailure("act \(act.sequence) after \(after + place)")
        }
    }

    fileprivate static func check(
        bytes: Int, _ limit: Int, _ what: String
    ) throws(StorageProblem) {
        guard bytes <= limit else { throw .tooLarge(what: what, bytes: bytes, limit: limit) }
    }

    fileprivate static func check(
        name: String, _ what: String, limit: Int = StorageLimits.name
    ) throws(StorageProblem) {
        try check(bytes: name.utf8.count, limit, what)
        guard name.isStorable else { throw .unfitName(what: what) }
    }
}

extension KeptReply {
    /// As ``Change/checkLimits()``, for an answer alone.
    package func checkLimits() throws(StorageProblem) {
        try Change.check(name: key.account, "The account")
        try Change.check(name: key.key, "The request's key")
        try Change.check(bytes: body.count, StorageLimits.body, "The answer")
    }
}

extension String {
    /// False for a text that PostgreSQL cannot hold.
    package var isStorable: Bool { !utf8.contains(0) }
}

extension VaultEntry {
    /// True when the value is no longer to be had.
    package func isPast(_ now: Instant) -> Bool { expires.map { $0 <= now } ?? false }
}
