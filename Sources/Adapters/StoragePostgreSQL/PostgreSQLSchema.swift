import Storage

/// The tables, in a schema named `dobush`, and how an older one is brought forward.
package enum PostgreSQLSchema {
    /// In the order in which they are taken. A step that was ever released never changes.
    package static let steps: [String] = [
        """
        CREATE TABLE dobush.act (
            sequence bigint PRIMARY KEY CHECK (sequence > 0),
            moment bigint NOT NULL,
            actor text COLLATE "C" NOT NULL,
            kind text COLLATE "C" NOT NULL,
            link bytea NOT NULL CHECK (octet_length(link) = 32),
            body bytea NOT NULL
        );
        CREATE TABLE dobush.file (
            digest bytea PRIMARY KEY CHECK (octet_length(digest) = 32),
            type text COLLATE "C" NOT NULL,
            bytes bytea NOT NULL
        );
        -- Pictures are compressed already.
        ALTER TABLE dobush.file ALTER COLUMN bytes SET STORAGE EXTERNAL;

        CREATE FUNCTION dobush.refuse() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            RAISE EXCEPTION 'rows of dobush.% are never changed or removed', TG_TABLE_NAME;
        END $$;
        CREATE TRIGGER never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON dobush.act
            FOR EACH STATEMENT EXECUTE FUNCTION dobush.refuse();
        CREATE TRIGGER never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON dobush.file
            FOR EACH STATEMENT EXECUTE FUNCTION dobush.refuse();

        CREATE TABLE dobush.reply (
            account text COLLATE "C" NOT NULL,
            key text COLLATE "C" NOT NULL,
            request bytea NOT NULL CHECK (octet_length(request) = 32),
            status bigint NOT NULL,
            expires bigint NOT NULL,
            body bytea NOT NULL,
            PRIMARY KEY (account, key)
        );
        CREATE INDEX reply_expires ON dobush.reply (expires);

        CREATE TABLE dobush.vault (
            name text COLLATE "C" PRIMARY KEY,
            expires bigint,
            value bytea NOT NULL
        );
        CREATE INDEX vault_expires ON dobush.vault (expires) WHERE expires IS NOT NULL;
        """
    ]

    /// Brings the schema forward to the last step; of several programs at once, one does it.
    static func bringForward(
        _ connection: PostgreSQLConnection, steps: [String]
    ) throws(PostgreSQLFailure) {
        if try version(connection, known: steps.count) == steps.count { return }
        try connection.script("BEGIN")
        do throws(PostgreSQLFailure) {
            // "Dobu" in ASCII; given back when the transaction ends.
            try connection.run("SELECT 1 FROM pg_advisory_xact_lock(1148150389)")
            let version = try version(connection, known: steps.count)
            if version == 0 {
                try connection.script(
                    """
                    CREATE SCHEMA dobush;
                    CREATE TABLE dobush.schema_step (
                        number bigint PRIMARY KEY,
                        taken timestamptz NOT NULL DEFAULT now()
                    );
                    """)
            }
            for number in version..<steps.count {
                try connection.script(steps[number])
                try connection.run(
                    "INSERT INTO dobush.schema_step (number) VALUES ($1)", [.number(number + 1)])
            }
            _ = try connection.commit()
        } catch {
            _ = connection.rollback()
            throw error
        }
    }

    /// How many steps were taken.
    static func version(
        _ connection: PostgreSQLConnection, known: Int
    ) throws(PostgreSQLFailure) -> Int {
        let rows = try connection.run(
            """
            SELECT (count(*) FILTER (WHERE c.relname = 'schema_step'))::bigint, count(n.oid)::bigint
            FROM pg_namespace n LEFT JOIN pg_class c ON c.relnamespace = n.oid
            WHERE n.nspname = 'dobush'
            """)
        guard rows.number(0, 1) > 0 else { return 0 }
        guard rows.number(0, 0) > 0 else {
            throw PostgreSQLFailure(
                .foreign("the schema dobush of the database belongs to another program"))
        }
        return try refuseNewer(connection, known: known)
    }

    /// How many steps were taken, once there are the tables of the first.
    @discardableResult
    static func refuseNewer(
        _ connection: PostgreSQLConnection, known: Int
    ) throws(PostgreSQLFailure) -> Int {
        let found = try connection.run("SELECT max(number) FROM dobush.schema_step").number(0, 0)
        guard found <= known else {
            throw PostgreSQLFailure(.newerSchema(found: found, known: known))
        }
        return found
    }
}
