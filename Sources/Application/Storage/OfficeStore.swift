import Cryptography
import Primitives

/// Where a results office keeps what was done: a list of acts that only grows, the files they speak
/// of, the answers already given, and a vault for what is never published.
///
/// Three stores keep this promise: memory, SQLite, PostgreSQL. One suite of tests runs over all.
///
/// - What ``commit(_:)`` has answered with ``CommitOutcome/done`` outlives a kill, and a power cut as
///   far as the disk keeps its word. A change is kept whole or not at all.
/// - Acts are numbered from 1 without a gap. Two writers never give the same number. An act whose
///   link does not follow from the act before it is refused as ``StorageProblem/damaged(_:)``.
/// - What is read is what was written: links and digests are recomputed on the way out.
/// - Names are compared byte by byte, so that two spellings of one letter are two names.
/// - After any problem but ``StorageProblem/damaged(_:)`` the same store works again as soon as the
///   cause is gone; it need not be opened anew.
/// - Every method may be called from any thread. Reading does not wait for a writer.
package protocol OfficeStore: Sendable {
    /// The number of the newest act; 0 when there is none.
    func head() throws(StorageProblem) -> Int

    /// Acts with a number above `sequence`, in order, at most `limit` of them.
    func acts(after sequence: Int, limit: Int) throws(StorageProblem) -> [StoredAct]

    /// Keeps a change, if nobody has added an act since ``Change/after``.
    ///
    /// An answer already given comes before being behind. A database that breaks off while it
    /// confirms is asked again, so ``StorageProblem/outcomeUnknown(_:)`` is rare; after it the writer
    /// reads the newest acts before it goes on.
    func commit(_ change: Change) throws(StorageProblem) -> CommitOutcome

    /// The answer once given to a request of this key; nil when there is none.
    func reply(to key: RequestKey) throws(StorageProblem) -> KeptReply?

    /// A file by its digest; nil when it is not here.
    func file(_ digest: Digest) throws(StorageProblem) -> StoredFile?

    /// A value of the vault; nil when there is none or its time has passed.
    func secret(_ name: String, at now: Instant) throws(StorageProblem) -> [UInt8]?

    /// Names in the vault that begin with `prefix`, in the order of bytes, whose time has not passed.
    func secretNames(prefix: String, at now: Instant) throws(StorageProblem) -> [String]

    /// Removes vault values and answers whose time has passed. Safe at any moment.
    func forgetExpired(at now: Instant) throws(StorageProblem)

    /// Digests of the files above `digest` in the order of bytes, from the first for nil, at most
    /// `limit` of them.
    func fileDigests(after digest: Digest?, limit: Int) throws(StorageProblem) -> [Digest]

    /// Answers with a key above `key`, ordered by the bytes of the account, then of the key, from the
    /// first for nil, at most `limit` of them; those whose time has passed too.
    func replies(after key: RequestKey?, limit: Int) throws(StorageProblem) -> [KeptReply]

    /// Values of the vault with a name above `name` in the order of bytes, from the first for nil, at
    /// most `limit` of them; those whose time has passed too.
    func vaultEntries(after name: String?, limit: Int) throws(StorageProblem) -> [VaultEntry]

    /// Keeps answers copied from another store, all or none; a key that has an answer keeps it.
    func keep(_ replies: [KeptReply]) throws(StorageProblem)

    /// Ends the use of the store; later calls are a problem, not a crash.
    func close()
}

/// One act as kept: who did what, and when.
package struct StoredAct: Hashable, Sendable {
    /// 1 for the first; no gaps.
    package let sequence: Int
    package let moment: Instant
    /// The account that acted, as the service names it; `system` for the service itself.
    package let actor: String
    /// What kind of act the body describes: `sheet-filed`.
    package let kind: String
    /// A JSON document of at most ``StorageLimits/body`` bytes.
    package let body: [UInt8]
    /// SHA-256 over the link before and this act, so that no act can be changed or left out unseen.
    package let link: Digest

    package init(
        sequence: Int, moment: Instant, actor: String, kind: String, body: [UInt8], link: Digest
    ) {
        self.sequence = sequence
        self.moment = moment
        self.actor = actor
        self.kind = kind
        self.body = body
        self.link = link
    }

    /// The act that follows `previous` in the chain.
    package init(
        after previous: StoredAct?, moment: Instant, actor: String, kind: String, body: [UInt8]
    ) {
        let sequence = (previous?.sequence ?? 0) + 1
        self.init(
            sequence: sequence, moment: moment, actor: actor, kind: kind, body: body,
            link: Self.link(
                after: previous?.link, sequence: sequence, moment: moment, actor: actor, kind: kind,
                body: body))
    }

    /// True when the link is what the act and its predecessor give.
    package func follows(_ previous: StoredAct?) -> Bool { follows(previous?.place ?? .start) }

    /// True when the act comes next after a place in the chain.
    package func follows(_ place: ChainPlace) -> Bool {
        sequence == place.sequence + 1
            && link
                == Self.link(
                    after: place.link, sequence: sequence, moment: moment, actor: actor,
                    kind: kind, body: body)
    }

    /// Where the chain stands after this act.
    package var place: ChainPlace { ChainPlace(sequence: sequence, link: link) }

    /// SHA-256 of the predecessor's link in hexadecimal (64 zeros for the first), number, moment,
    /// actor, kind and the SHA-256 of the body in hexadecimal, one a line.
    private static func link(
        after previous: Digest?, sequence: Int, moment: Instant, actor: String, kind: String,
        body: [UInt8]
    ) -> Digest {
        let before = previous?.hex ?? String(repeating: "0", count: 64)
        return Digest.of(
            "\(before)\n\(sequence)\n\(moment.text())\n\(actor)\n\(kind)\n\(Digest.of(body).hex)\n")
    }
}

/// A file that an act speaks of: a scan of a sheet, a photograph.
package struct StoredFile: Hashable, Sendable {
    /// SHA-256 of the bytes.
    package let digest: Digest
    /// The media type, as `image/jpeg`.
    package let type: String
    package let bytes: [UInt8]

    package init(type: String, bytes: [UInt8]) {
        digest = Digest.of(bytes)
        self.type = type
        self.bytes = bytes
    }
}

/// Which request an answer belongs to: the key that its sender chose, within the sender's account.
package struct RequestKey: Hashable, Sendable {
    package let account: String
    package let key: String

    package init(account: String, key: String) {
        self.account = account
        self.key = key
    }
}

/// An answer kept so that the same request, sent again, is answered the same and done once.
package struct KeptReply: Hashable, Sendable {
    package let key: RequestKey
    /// Of what was asked, so that a key used for something else is noticed.
    package let request: Digest
    package let status: Int
    package let body: [UInt8]
    package let expires: Instant

    package init(key: RequestKey, request: Digest, status: Int, body: [UInt8], expires: Instant) {
        self.key = key
        self.request = request
        self.status = status
        self.body = body
        self.expires = expires
    }
}

/// A value of the vault to set, or with nil to remove: a password's hash, a session.
package struct VaultEntry: Hashable, Sendable {
    /// `session/…`, `credential/…`; at most 256 bytes.
    package let name: String
    package let value: [UInt8]?
    /// Nil for a value that stays.
    package let expires: Instant?

    package init(name: String, value: [UInt8]?, expires: Instant? = nil) {
        self.name = name
        self.value = value
        self.expires = expires
    }
}

/// What is to be kept together.
package struct Change: Sendable {
    /// The newest act that the writer knows of. Compared only when the change has acts.
    package var after: Int
    /// Numbered from `after + 1`.
    package var acts: [StoredAct]
    /// Files already there are left alone.
    package var files: [StoredFile]
    package var reply: KeptReply?
    package var vault: [VaultEntry]

    package init(
        after: Int = 0, acts: [StoredAct] = [], files: [StoredFile] = [], reply: KeptReply? = nil,
        vault: [VaultEntry] = []
    ) {
        self.after = after
        self.acts = acts
        self.files = files
        self.reply = reply
        self.vault = vault
    }
}

package enum CommitOutcome: Hashable, Sendable {
    /// Kept, and durable.
    case done
    /// Somebody else added acts; nothing was kept. The writer reads them and decides again.
    case behind(head: Int)
    /// The request's key already has an answer; nothing was kept.
    case answered(KeptReply)
}

/// Bounds that every store keeps.
package enum StorageLimits {
    /// Bytes of an actor, a kind, a media type, an account or a request's key.
    package static let name = 256
    /// Bytes of one act's body.
    package static let body = 16 << 20
    /// Bytes of one file.
    package static let file = 32 << 20
    package static let vaultName = 256
    package static let vaultValue = 64 << 10
}
