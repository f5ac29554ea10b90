import Filing
import Formats
import HTTPServer
import Primitives
import ResultsOffice
import Storage

/// A problem as it is answered: status, permanent code, and its words in three languages.
package struct ProblemAnswer: Encodable, Sendable {
    package let problem: String
    package let summary: String
    package let hint: String
    package let texts: Texts

    package struct Texts: Encodable, Sendable {
        package let summary: LocalizedText
        package let hint: LocalizedText
    }

    package let status: Int
    /// Seconds after which it is worth trying again.
    package let retryAfter: Int?

    private enum CodingKeys: String, CodingKey { case problem, summary, hint, texts }

    /// - Parameter error: any; one that is no problem of ours is told as our fault, without its text.
    package init(_ error: any Error) {
        let told = (error as? any Problem) ?? Self.fault
        var words = (LocalizedText(told.summary), LocalizedText(told.remedy))
        var status = 500
        var retry: Int?
        switch told {
        case let told as FilingProblem:
            words = (told.what, told.next)
            status = Self.status(told.cause)
        case let told as SignInProblem:
            words = (told.what, told.next)
            (status, retry) = Self.status(told)
        case let told as CallProblem: status = told.status
        case let told as FormProblem: status = told.status
        case let told as StorageProblem: (status, retry) = Self.status(told)
        default: break
        }
        problem = told.code
        summary = told.summary
        hint = told.remedy
        texts = Texts(summary: words.0, hint: words.1)
        self.status = status
        retryAfter = retry
    }

    private static let fault = PlainProblem(
        code: "program.fault", summary: "Something went wrong on our side.",
        remedy: "Try again; if it stays, tell the administrator what you did.")

    private static func status(_ cause: FilingProblem.Cause) -> Int {
        switch cause {
        case .notAllowed: 403
        case .unknown: 404
        case .conflict: 409
        case .invalid: 422
        }
    }

    private static func status(_ problem: SignInProblem) -> (Int, Int?) {
        switch problem {
        case .wrong, .sessionEnded: (401, nil)
        case .wait(let seconds): (429, seconds)
        case .invitation: (404, nil)
        case .weakPassword: (422, nil)
        case .noMemory: (503, 2)
        }
    }

    private static func status(_ problem: StorageProblem) -> (Int, Int?) {
        switch problem {
        case .tooLarge: (413, nil)
        case .unfitName: (422, nil)
        case .damaged, .newerSchema, .foreign, .closed: (500, nil)
        case .unavailable, .full, .readOnly, .busy, .outcomeUnknown: (503, 5)
        }
    }

    package var response: Response {
        var response = JSONAnswer.response(self, status: status)
        if let retryAfter { response.headers.append(("Retry-After", "\(retryAfter)")) }
        if status == 401 { response.headers.append(("WWW-Authenticate", "Bearer")) }
        response.headers.append(("Cache-Control", "no-store"))
        return response
    }
}
