import Cryptography
import Filing
import HTTPServer
import Offices
import Primitives
import ResultsOffice
import Reviewing
import Storage

/// Performs a deed that a request asks for, under the request's key.
enum Deeds {
    typealias Decide = (OfficeState, Instant, Account) throws -> Decision?

    /// - Parameter files: kept together with the act.
    static func perform(
        _ call: OfficeCall, files: [StoredFile] = [], decide: Decide
    ) throws -> Response {
        let person = try call.writer(formToken: call.request.header("x-form-token"))
        let key = RequestKey(account: person.id.text, key: try requestKey(call.request))
        let asked = Digest.of(
            Array("\(call.request.method) \(call.request.path)\n".utf8), call.request.body)
        if let earlier = try call.office.store.reply(to: key) {
            return try repeated(earlier, asked)
        }
        let request = KeyedRequest(key: key, digest: asked) { plan, act in
            if let problem = plan.problem {
                let answer = ProblemAnswer(problem)
                return (answer.status, JSONAnswer.bytes(answer) ?? [])
            }
            let answer = DeedAnswer(
                act: act, sheet: plan.ref?.id.hex, already: act == nil,
                paper: plan.act?.paper?.text)
            return (200, JSONAnswer.bytes(answer) ?? [])
        }
        do {
            let outcome = try call.office.perform(as: person.id, request: request, files: files) {
                // Rights are asked of the account as it is when the deed is done.
                guard let now = $0.accounts[person.id], now.active else {
                    throw SignInProblem.sessionEnded
                }
                return try decide($0, $1, now)
            }
            return answer(outcome)
        } catch let answered as AnsweredBefore {
            return try repeated(answered.reply, asked)
        }
    }

    private static func answer(_ outcome: ResultsOffice.Outcome) -> Response {
        switch outcome {
        case .done(let entry):
            JSONAnswer.response(
                DeedAnswer(
                    act: entry.sequence, sheet: entry.act.ref?.id.hex, already: false,
                    paper: entry.act.paper?.text))
        case .already(let ref):
            JSONAnswer.response(DeedAnswer(act: nil, sheet: ref?.id.hex, already: true))
        case .refused(_, let problem): ProblemAnswer(problem).response
        }
    }

    private static func repeated(_ reply: KeptReply, _ asked: Digest) throws -> Response {
        guard reply.request == asked else { throw CallProblem.keyUsedOtherwise }
        var response = Response(
            status: reply.status, type: "application/json", body: reply.body)
        response.headers.append(("Idempotent-Replayed", "true"))
        return response
    }

    static func requestKey(_ request: Request) throws -> String {
        guard let key = request.header("idempotency-key") else { throw CallProblem.keyMissing }
        guard (8...128).contains(key.utf8.count),
            key.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
        else { throw CallProblem.keyShape }
        return key
    }

    /// The picture that a sheet names must have come before it.
    static func needsImage(_ statement: SheetStatement, _ call: OfficeCall) throws {
        guard let image = statement.image else { return }
        guard try call.office.store.file(image) != nil else { throw FilingProblem.noImage }
    }
}
