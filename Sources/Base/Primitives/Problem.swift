/// Why something cannot go on, told so that the reader knows what to do next.
///
/// Only what stops the work is a problem. Bad news about an election (a sheet that does not add up,
/// a paper that cannot be read) is a value, kept and published.
package protocol Problem: Error, Sendable {
    /// Permanent and lower case, `room.what-happened`. Programs and manuals rely on it.
    var code: String { get }
    /// One or two sentences with the particulars: file, line, field, value.
    var summary: String { get }
    /// The next thing for the reader to do.
    var remedy: String { get }
}

/// A problem without particulars of its own beyond its text.
package struct PlainProblem: Problem, Equatable {
    package let code: String
    package let summary: String
    package let remedy: String

    package init(code: String, summary: String, remedy: String) {
        self.code = code
        self.summary = summary
        self.remedy = remedy
    }
}
