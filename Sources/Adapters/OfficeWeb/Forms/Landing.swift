import Cryptography
import Filing
import HTTPServer
import Offices
import Primitives
import ResultsOffice
import Storage
import Web

/// What happened, said on the page that a form leads to. Only these can stand in an address, so that
/// nobody can put words of their own on a page of the office.
enum Done: String, Sendable, CaseIterable {
    case none
    case already
    case kept
    case signedOut = "signed-out"
    case stated
    case correctionStated = "correction-stated"
    case refused
    case filed
    case returned
    case withdrawn
    case entered
    case entriesAgree = "entries-agree"
    case entriesDiffer = "entries-differ"
    case questionRaised = "question-raised"
    case questionSettled = "question-settled"
    case annulmentProposed = "annulment-proposed"
    case annulmentWithdrawn = "annulment-withdrawn"
    case annulled
    case alarmSeen = "alarm-seen"
    case opinionGiven = "opinion-given"
    case opinionTakenBack = "opinion-taken-back"
    case paperPutBack = "paper-put-back"
    case paperKept = "paper-kept"
    case decisionEntered = "decision-entered"
    case decisionWithdrawn = "decision-withdrawn"
    case paperDecided = "paper-decided"
    case readingWithdrawn = "reading-withdrawn"
    case turnoutReported = "turnout-reported"
    case recorded
    case confirmed
    case remarked
    case publicationProposed = "publication-proposed"
    case publicationWithdrawn = "publication-withdrawn"
    case published
    case accountSet = "account-set"
    case electionSet = "election-set"
    case mapSet = "map-set"
    case keysSet = "keys-set"

    /// Bad news keeps its own look.
    var standing: Standing {
        switch self {
        case .refused, .entriesDiffer: .bad
        case .stated, .correctionStated, .entered, .annulmentProposed, .publicationProposed, .kept,
            .recorded, .decisionEntered:
            .doubt
        default: .good
        }
    }
}

/// Where a form leads once it was done.
struct Landing: Sendable {
    let path: String

    init(_ route: OfficeRoute, _ done: Done, _ query: [(String, String)] = []) {
        let pairs = query + (done == .none ? [] : [("done", done.rawValue)])
        let text = pairs.map { "\($0.0)=\($0.1)" }.joined(separator: "&")
        path = route.path + (text.isEmpty ? "" : "?" + text)
    }

    private init(path: String) { self.path = path }

    /// From a kept answer. It begins below `office/`, so it can lead to no other site.
    init?(kept: [UInt8]) {
        guard let path = String(validating: kept, as: UTF8.self),
            path.utf8.allSatisfy({ (0x21...0x7E).contains($0) }), !path.hasPrefix("/")
        else { return nil }
        self.init(path: path)
    }

    /// 303, so that going back or sending again does nothing twice. Source: RFC 9110, 15.4.4.
    func response(_ view: View) -> Response {
        var response = Response(status: 303, type: "text/plain; charset=utf-8", body: [])
        response.headers += [
            ("Location", "/\(view.language.rawValue)/office/\(path)"),
            ("Cache-Control", "no-store"),
        ]
        return response
    }
}

extension Visit {
    /// Does one deed once, however often the form is sent.
    ///
    /// - Parameter land: where it leads, from what is about to be kept.
    func perform(
        _ form: PostedForm, files: [StoredFile] = [],
        land: @escaping @Sendable (Plan) -> Landing,
        decide: (OfficeState, Instant) throws -> Decision?
    ) throws -> Answered {
        guard let text = form.key else { throw CallProblem.keyMissing }
        let key = RequestKey(account: account.id.text, key: text)
        let digest = form.digest(of: view.route.path)
        // Asked first, because a deed done once may not be allowed a second time.
        if let reply = try call.office.store.reply(to: key) { return try landed(reply, digest) }
        do {
            let request = KeyedRequest(key: key, digest: digest) { plan, _ in
                (plan.problem == nil ? 303 : 422, Array(land(plan).path.utf8))
            }
            _ = try call.office.perform(as: account.id, request: request, files: files) {
                state, now in
                // Rights taken away while the form was on its way are gone.
                guard state.accounts[account.id] == account else { throw FilingProblem.notAllowed }
                return try decide(state, now)
            }
        } catch let before as AnsweredBefore {
            return try landed(before.reply, digest)
        }
        guard let reply = try call.office.store.reply(to: key) else {
            throw StorageProblem.damaged("an answer just kept is not there")
        }
        return try landed(reply, digest)
    }

    private func landed(_ reply: KeptReply, _ digest: Digest) throws -> Answered {
        guard reply.request == digest, let landing = Landing(kept: reply.body) else {
            throw CallProblem.keyUsedOtherwise
        }
        return .go(landing)
    }
}
