import Cryptography
import Primitives
import Storage

/// What the store asks of its tables.
extension PostgreSQLConnection {
    func head() throws(PostgreSQLFailure) -> ChainPlace {
        let rows = try run("SELECT sequence, link FROM dobush.act ORDER BY sequence DESC LIMIT 1")
        guard !rows.isEmpty else { return .start }
        return ChainPlace(sequence: rows.number(0, 0), link: Digest(bytes: rows.bytes(0, 1)))
    }

    func acts(after sequence: Int, limit: Int) throws(PostgreSQLFailure) -> [StoredAct] {
        let rows = try run(
            """
            SELECT sequence, moment, actor, kind, body, link FROM dobush.act
            WHERE sequence > $1 ORDER BY sequence LIMIT $2
            """, [.number(sequence), .number(limit)])
        var acts: [StoredAct] = []
        for row in 0..<rows.count {
            guard let link = Digest(bytes: rows.bytes(row, 5)) else {
                throw PostgreSQLFailure(.damaged("the link of act \(rows.number(row, 0))"))
            }
            acts.append(
                StoredAct(
                    sequence: rows.number(row, 0), moment: Instant(seconds: rows.number(row, 1)),
                    actor: rows.text(row, 2), kind: rows.text(row, 3), body: rows.bytes(row, 4),
                    link: link))
        }
        return acts
    }

    func link(of sequence: Int) throws(PostgreSQLFailure) -> Digest? {
        let rows = try run("SELECT link FROM dobush.act WHERE sequence = $1", [.number(sequence)])
        return rows.isEmpty ? nil : Digest(bytes: rows.bytes(0, 0))
    }

    func file(_ digest: Digest) throws(PostgreSQLFailure) -> StoredFile? {
        let rows = try run(
            "SELECT type, bytes FROM dobush.file WHERE digest = $1", [.bytes(digest.bytes)])
        guard !rows.isEmpty else { return nil }
        let file = StoredFile(type: rows.text(0, 0), bytes: rows.bytes(0, 1))
        guard file.digest == digest else {
            throw PostgreSQLFailure(.damaged("file \(digest.hex)"))
        }
        return file
    }

    func fileDigests(after digest: Digest?, limit: Int) throws(PostgreSQLFailure) -> [Digest] {
        let rows = try run(
            "SELECT digest FROM dobush.file WHERE digest > $1 ORDER BY digest LIMIT $2",
            [.bytes(digest?.bytes ?? []), .number(limit)])
        return (0..<rows.count).compactMap { Digest(bytes: rows.bytes($0, 0)) }
    }

    func reply(to key: RequestKey) throws(PostgreSQLFailure) -> KeptReply? {
        guard key.account.isStorable, key.key.isStorable else { return nil }
        let rows = try run(
            """
            SELECT account, key, request, status, expires, body FROM dobush.reply
            WHERE account = $1 AND key = $2
            """, [.text(key.account), .text(key.key)])
        return rows.isEmpty ? nil : try reply(rows, 0)
    }

    func replies(after key: RequestKey?, limit: Int) throws(PostgreSQLFailure) -> [KeptReply] {
        let rows = try run(
            """
            SELECT account, key, request, status, expires, body FROM dobush.reply
            WHERE $1::text IS NULL OR (account, key) > ($1, $2) ORDER BY account, key LIMIT $3
            """, [.text(key?.account), .text(key?.key), .number(limit)])
        var replies: [KeptReply] = []
        for row in 0..<rows.count { replies.append(try reply(rows, row)) }
        return replies
    }

    private func reply(_ rows: PostgreSQLRows, _ row: Int) throws(PostgreSQLFailure) -> KeptReply {
        guard let request = Digest(bytes: rows.bytes(row, 2)) else {
            throw PostgreSQLFailure(
                .damaged("the answer to a request of \(rows.text(row, 0))"))
        }
        return KeptReply(
            key: RequestKey(account: rows.text(row, 0), key: rows.text(row, 1)), request: request,
            status: rows.number(row, 3), body: rows.bytes(row, 5),
            expires: Instant(seconds: rows.number(row, 4)))
    }

    func secret(_ name: String, at now: Instant) throws(PostgreSQLFailure) -> [UInt8]? {
        guard name.isStorable else { return nil }
        let rows = try run(
            """
            SELECT value FROM dobush.vault
            WHERE name = $1 AND (expires IS NULL OR expires > $2)
            """, [.text(name), .number(now.seconds)])
        return rows.isEmpty ? nil : rows.bytes(0, 0)
    }

    func secretNames(prefix: String, at now: Instant) throws(PostgreSQLFailure) -> [String] {
        guard prefix.isStorable else { return [] }
        let rows = try run(
            """
            SELECT name FROM dobush.vault
            WHERE starts_with(name, $1) AND (expires IS NULL OR expires > $2) ORDER BY name
            """, [.text(prefix), .number(now.seconds)])
        return (0..<rows.count).map { rows.text($0, 0) }
    }

    func vaultEntries(after name: String?, limit: Int) throws(PostgreSQLFailure) -> [VaultEntry] {
        let rows = try run(
            """
            SELECT name, value, expires FROM dobush.vault
            WHERE $1::text IS NULL OR name > $1 ORDER BY name LIMIT $2
            """, [.text(name), .number(limit)])
        return (0..<rows.count).map { row in
            VaultEntry(
                name: rows.text(row, 0), value: rows.bytes(row, 1),
                expires: rows.optionalNumber(row, 2).map { Instant(seconds: $0) })
        }
    }

    func insert(_ reply: KeptReply, orLeave: Bool) throws(PostgreSQLFailure) {
        try run(
            """
            INSERT INTO dobush.reply (account, key, request, status, expires, body)
            VALUES ($1, $2, $3, $4, $5, $6)\(orLeave ? " ON CONFLICT DO NOTHING" : "")
            """,
            [
                .text(reply.key.account), .text(reply.key.key), .bytes(reply.request.bytes),
                .number(reply.status), .number(reply.expires.seconds), .bytes(reply.body),
            ])
    }

    /// Writes a change that was decided to be kept. Rows that others may write too come in one order
    /// for everybody, so that two writers do not wait for each other.
    func write(_ change: Change) throws(PostgreSQLFailure) {
        for act in change.acts {
            try run(
                """
                INSERT INTO dobush.act (sequence, moment, actor, kind, link, body)
                VALUES ($1, $2, $3, $4, $5, $6)
                """,
                [
                    .number(act.sequence), .number(act.moment.seconds), .text(act.actor),
                    .text(act.kind), .bytes(act.link.bytes), .bytes(act.body),
                ])
        }
        if let reply = change.reply { try insert(reply, orLeave: false) }
        for file in change.files.sorted(by: { $0.digest.hex < $1.digest.hex }) {
            try run(
                """
                INSERT INTO dobush.file (digest, type, bytes) VALUES ($1, $2, $3)
                ON CONFLICT DO NOTHING
                """, [.bytes(file.digest.bytes), .text(file.type), .bytes(file.bytes)])
        }
        let last = Dictionary(
            change.vault.map { (Array($0.name.utf8), $0) }, uniquingKeysWith: { $1 })
        for entry in last.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }).map(\.value) {
            guard let value = entry.value else {
                try run("DELETE FROM dobush.vault WHERE name = $1", [.text(entry.name)])
                continue
            }
            try run(
                """
                INSERT INTO dobush.vault (name, expires, value) VALUES ($1, $2, $3)
                ON CONFLICT (name) DO UPDATE SET expires = excluded.expires, value = excluded.value
                """, [.text(entry.name), .number(entry.expires?.seconds), .bytes(value)])
        }
    }

    /// Writes something small that nobody reads, so that the commit after it waits until the
    /// synchronous standbys have all that came before. A transaction that only found rows would not
    /// wait.
    func writeMark() throws(PostgreSQLFailure) {
        try run("SELECT 1 FROM pg_logical_emit_message(true, 'dobush', '')")
    }
}
