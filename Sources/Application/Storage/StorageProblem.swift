import Primitives

/// Why a store cannot do what it was asked. Nothing is half-kept when one of these is thrown, and
/// nothing at all is kept, but for ``outcomeUnknown(_:)``.
package enum StorageProblem: Problem, Hashable {
    /// The place does not answer: a database that is down, a folder that is gone.
    case unavailable(String)
    case full(String)
    case readOnly(String)
    /// Another program holds the store's lock for longer than we wait.
    case busy(String)
    /// The store was written by a newer program.
    case newerSchema(found: Int, known: Int)
    /// What was read is not what was written.
    case damaged(String)
    case tooLarge(what: String, bytes: Int, limit: Int)
    /// A name that not every store can keep.
    case unfitName(what: String)
    /// The database broke off while it confirmed, and cannot be asked: the change was kept or not.
    case outcomeUnknown(String)
    /// What lies at the place was not made by this program.
    case foreign(String)
    case closed

    package var code: String {
        switch self {
        case .unavailable: "storage.unavailable"
        case .full: "storage.full"
        case .readOnly: "storage.read-only"
        case .busy: "storage.busy"
        case .newerSchema: "storage.newer-schema"
        case .damaged: "storage.damaged"
        case .tooLarge: "storage.too-large"
        case .unfitName: "storage.unfit-name"
        case .outcomeUnknown: "storage.outcome-unknown"
        case .foreign: "storage.foreign"
        case .closed: "storage.closed"
        }
    }

    package var summary: String {
        switch self {
        case .unavailable(let why): "The store does not answer: \(why)."
        case .full(let why): "The store has no room left: \(why)."
        case .readOnly(let why): "The store can be read but not written: \(why)."
        case .busy(let why): "Another program holds the store: \(why)."
        case .newerSchema(let found, let known):
            "The store has schema \(found); this program knows schemas up to \(known)."
        case .damaged(let what): "The store is damaged: \(what)."
        case .tooLarge(let what, let bytes, let limit):
            "\(what) has \(bytes) bytes; at most \(limit) are kept."
        case .unfitName(let what): "\(what) holds the character NUL."
        case .outcomeUnknown(let why): "Whether the change was kept is not known: \(why)."
        case .foreign(let what): "This is not a store of this program: \(what)."
        case .closed: "The store was closed."
        }
    }

    package var remedy: String {
        switch self {
        case .unavailable:
            "Start the database or bring the disk back; the service goes on by itself."
        case .full: "Free room on the disk; the service goes on by itself."
        case .readOnly: "Make the place writable; the service goes on by itself."
        case .busy: "End the other program, or wait until it is done."
        case .newerSchema: "Use the newer program; this one would lose what it does not know."
        case .damaged: "Stop the service, keep the file as it is, and restore the last backup."
        case .tooLarge: "Send a smaller file."
        case .unfitName: "Send a name of letters, digits and signs."
        case .outcomeUnknown: "Send the same request with the same key again; it is done once."
        case .foreign: "Name another place, or move what lies there away."
        case .closed: "Start the service again."
        }
    }
}
