import Cryptography
import Primitives
import Storage

/// What the store asks of its tables.
extension SQLiteConnection {
    func acts(after sequence: Int, limit: Int) throws(StorageProblem) -> [StoredAct] {
        var acts: [StoredAct] = []
        try run(
            """
            SELECT sequence, moment, actor, kind, body, link FROM act
            WHERE sequence > ? ORDER BY sequence LIMIT ?
            """, [.number(sequence), .number(limit)]
        ) { row throws(StorageProblem) in
            guard let link = Digest(bytes: row.bytes(5)) else {
                throw .damaged("the link of act \(row.number(0))")
            }
            acts.append(
                StoredAct(
                    sequence: row.number(0), moment: Instant(seconds: row.number(1)),
                    actor: row.text(2), kind: row.text(3), body: row.bytes(4), link: link))
        }
        return acts
    }

    func link(of sequence: Int) throws(StorageProblem) -> Digest? {
        var found: Digest?
        try run("SELECT link FROM act WHERE sequence = ?", [.number(sequence)]) {
            row throws(StorageProblem) in found = Digest(bytes: row.bytes(0))
        }
        return found
    }

    /// What to answer to a change, before anything is written: done when it may be kept.
    func decide(_ change: Change) throws(StorageProblem) -> CommitOutcome {
        if let reply = change.reply, let earlier = try self.reply(to: reply.key) {
            return .answered(earlier)
        }
        guard !change.acts.isEmpty else { return .done }
        let head = try number("SELECT max(sequence) FROM act") ?? 0
        guard head == change.after else { return .behind(head: head) }
        let link = head == 0 ? nil : try link(of: head)
        try change.checkChain(onto: ChainPlace(sequence: head, link: link))
        return .done
    }

    func write(_ change: Change) throws(StorageProblem) {
        for act in change.acts {
            try run(
                """
                INSERT INTO act (sequence, moment, actor, kind, link, body)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
                [
                    .number(act.sequence), .number(act.moment.seconds), .text(act.actor),
                    .text(act.kind), .bytes(act.link.bytes), .bytes(act.body),
                ])
        }
        for file in change.files {
            try run(
                "INSERT INTO file (digest, type, bytes) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                [.bytes(file.digest.bytes), .text(file.type), .bytes(file.bytes)])
        }
        if let reply = change.reply { try insert(reply, orLeave: false) }
        for entry in change.vault {
            guard let value = entry.value else {
                try run("DELETE FROM vault WHERE name = ?", [.text(entry.name)])
                continue
            }
            try run(
                """
                INSERT INTO vault (name, expires, value) VALUES (?, ?, ?)
                ON CONFLICT (name) DO UPDATE SET expires = excluded.expires, value = excluded.value
                """, [.text(entry.name), .number(entry.expires?.seconds), .bytes(value)])
        }
    }

    func insert(_ reply: KeptReply, orLeave: Bool) throws(StorageProblem) {
        try run(
            """
            INSERT INTO reply (account, key, request, status, expires, body)
            VALUES (?, ?, ?, ?, ?, ?)\(orLeave ? " ON CONFLICT DO NOTHING" : "")
            """,
            [
                .text(reply.key.account), .text(reply.key.key), .bytes(reply.request.bytes),
                .number(reply.status), .number(reply.expires.seconds), .bytes(reply.body),
            ])
    }

    private static let replyColumns = "account, key, request, status, expires, body"

    func reply(to key: RequestKey) throws(StorageProblem) -> KeptReply? {
        var found: KeptReply?
        try run(
            "SELECT \(Self.replyColumns) FROM reply WHERE account = ? AND key = ?",
            [.text(key.account), .text(key.key)]
        ) { row throws(StorageProblem) in found = try Self.reply(row) }
        return found
    }

    func replies(after key: RequestKey?, limit: Int) throws(StorageProblem) -> [KeptReply] {
        var replies: [KeptReply] = []
        let place = key == nil ? "" : " WHERE (account, key) > (?, ?)"
        let values = key.map { [SQLiteValue.text($0.account), .text($0.key)] } ?? []
        try run(
            "SELECT \(Self.replyColumns) FROM reply\(place) ORDER BY account, key LIMIT ?",
            values + [.number(limit)]
        ) { row throws(StorageProblem) in replies.append(try Self.reply(row)) }
        return replies
    }

    private static func reply(_ row: SQLiteRow) throws(StorageProblem) -> KeptReply {
        guard let request = Digest(bytes: row.bytes(2)) else {
            throw .damaged("the answer to a request of \(row.text(0))")
        }
        return KeptReply(
            key: RequestKey(account: row.text(0), key: row.text(1)), request: request,
            status: row.number(3), body: row.bytes(5), expires: Instant(seconds: row.number(4)))
    }

    func vaultEntries(after name: String?, limit: Int) throws(StorageProblem) -> [VaultEntry] {
        var entries: [VaultEntry] = []
        try run(
            """
            SELECT name, value, expires FROM vault
            WHERE ? IS NULL OR name > ? ORDER BY name LIMIT ?
            """,
            [name.map { .text($0) } ?? .none, name.map { .text($0) } ?? .none, .number(limit)]
        ) { row throws(StorageProblem) in
            entries.append(
                VaultEntry(
                    name: row.text(0), value: row.bytes(1),
                    expires: row.optionalNumber(2).map { Instant(seconds: $0) }))
        }
        return entries
    }
}
