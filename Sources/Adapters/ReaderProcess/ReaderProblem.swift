import Primitives

/// What a reader that runs apart can do wrong.
package enum ReaderProblem: Problem, Hashable {
    /// It could not be started; the system's error number.
    case notStarted(Int32)
    /// It could not shut itself in; the system's error number.
    case notConfined(Int32)
    case died(String)
    case tooSlow
    case nonsense

    package var code: String {
        switch self {
        case .notStarted: "station.reader-not-started"
        case .notConfined: "station.reader-not-confined"
        case .died, .tooSlow, .nonsense: "station.reader-failed"
        }
    }

    package var summary: String {
        switch self {
        case .notStarted(let number): "The reader cannot be started (error \(number))."
        case .notConfined(let number): "The reader could not shut itself in (error \(number))."
        case .died, .tooSlow, .nonsense: "The reader failed: \(words)."
        }
    }

    package var remedy: String {
        switch self {
        case .notStarted: "Check the machine's memory and its limit of processes."
        case .notConfined: "This kernel lacks what keeps the reader apart; use Debian's own."
        case .died, .tooSlow, .nonsense: "Scan the sheet again, or count it by hand."
        }
    }

    /// For a refusal.
    package var words: String {
        switch self {
        case .died(let how): how
        case .tooSlow: "too slow"
        case .nonsense: "no answer that can be read"
        case .notStarted, .notConfined: "not started"
        }
    }
}
