import Storage

/// Why a call on a connection failed, and what that says about the connection.
struct PostgreSQLFailure: Error {
    let problem: StorageProblem
    /// The five letters and digits of the SQL standard; empty when the server did not answer.
    let state: String
    /// The connection is lost, or so slow that it counts as lost.
    let broken: Bool

    init(_ problem: StorageProblem, state: String = "", broken: Bool = false) {
        self.problem = problem
        self.state = state
        self.broken = broken
    }

    /// From the server's answer.
    ///
    /// Source: PostgreSQL 15, Appendix A, "PostgreSQL Error Codes".
    init(state: String, message: String) {
        self.state = state
        broken = state.hasPrefix("57P") || state.hasPrefix("08")
        problem =
            switch state {
            case "53100": .full(message)
            case "25006", "42501": .readOnly(message)
            case "55P03", "57014", "40001", "40P01", "53300", "55006": .busy(message)
            case "XX001", "XX002", "42P01", "42703", "3F000", "23502", "23514": .damaged(message)
            default: .unavailable(message)
            }
    }

    /// Somebody else's row is where ours should go, or two of us wait for each other: look again.
    var isRace: Bool { ["23505", "40001", "40P01"].contains(state) }
}
