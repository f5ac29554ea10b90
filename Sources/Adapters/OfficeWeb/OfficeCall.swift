import Cryptography
import Filing
import HTTPServer
import Offices
import Primitives
import ResultsOffice
import Storage

/// Who sent a request, if anybody is signed in.
package struct Caller: Sendable {
    package enum Way: Sendable {
        /// A page's cookie, which a browser also sends when another site makes it.
        case cookie
        /// A token in the Authorization header, which only a program of ours sends.
        case bearer
    }

    package let account: Account
    package let session: Session
    package let token: String
    package let way: Way

    package init(account: Account, session: Session, token: String, way: Way) {
        self.account = account
        self.session = session
        self.token = token
        self.way = way
    }
}

/// One request with everything that answering it needs.
package struct OfficeCall: Sendable {
    package let request: Request
    package let office: ResultsOffice
    package let signIn: SignIn
    /// Nil when nobody is signed in, or the session has ended.
    package let caller: Caller?
    /// The state when the request came.
    package let state: OfficeState
    package let now: Instant
    package let place: ServicePlace
    /// Why it could not be found out who is signed in; nil when it could.
    package var trouble: StorageProblem?

    package init(
        request: Request, office: ResultsOffice, signIn: SignIn, caller: Caller?,
        state: OfficeState, now: Instant, place: ServicePlace
    ) {
        self.request = request
        self.office = office
        self.signIn = signIn
        self.caller = caller
        self.state = state
        self.now = now
        self.place = place
    }

    /// The sender's address: the peer's, or behind a proxy on this machine what that proxy says.
    package var sender: String { place.sender(of: request) }

    /// The account that is signed in.
    package func person() throws -> Account {
        guard let caller else { throw trouble ?? SignInProblem.sessionEnded as any Problem }
        return caller.account
    }

    /// The account, when the request may change something: a form of ours or a program of ours sent
    /// it, and no other site.
    ///
    /// - Parameter formToken: what the form carried; programs with a bearer token need none.
    package func writer(formToken: String?) throws -> Account {
        _ = try person()
        guard let caller else { throw SignInProblem.sessionEnded }
        if case .cookie = caller.way {
            let sent = Array((formToken ?? "").utf8)
            guard Secrets.equal(sent, Array(caller.session.formToken.utf8)), isOwnSite else {
                throw CallProblem.otherSite
            }
        }
        return caller.account
    }

    /// False when a browser says that another site made the request (Fetch Metadata, Origin).
    package var isOwnSite: Bool {
        if let site = request.header("sec-fetch-site") {
            return site == "same-origin" || site == "none"
        }
        guard let origin = request.header("origin") else { return true }
        return place.isOwn(origin: origin, host: request.header("host") ?? "")
    }
}

/// How the service is reached from outside.
package struct ServicePlace: Sendable {
    /// True when a proxy on this machine stands in front, whose X-Forwarded-For and
    /// X-Forwarded-Proto are believed.
    package var behindProxy = false
    /// Changes with every start, so that a kept answer of an older program is asked for again.
    package let release: String

    package init(behindProxy: Bool = false) {
        self.behindProxy = behindProxy
        release = String(Secrets.token().prefix(8))
    }

    func sender(of request: Request) -> String {
        let near = ["127.0.0.1", "::1", "unix"].contains(request.remote)
        guard behindProxy, near, let list = request.header("x-forwarded-for"),
            // The last entry is the one that our own proxy wrote.
            let last = list.split(separator: ",").last
        else { return request.remote }
        return last.filter { $0 != " " }
    }

    func isSecure(_ request: Request) -> Bool {
        behindProxy && request.header("x-forwarded-proto") == "https"
    }

    func isOwn(origin: String, host: String) -> Bool {
        origin == "http://\(host)" || origin == "https://\(host)"
    }
}

/// Why a request is not even looked at.
package enum CallProblem: Problem, Hashable {
    case otherSite
    case noSuchResource(String)
    case wrongMethod(allowed: [String])
    case keyMissing
    case keyUsedOtherwise
    case keyShape
    case wrongType(wanted: String)
    case notJSON(String)
    /// The shape is not the described one.
    case unfit([String])
    /// The shape is right, and a value in it names nothing: the 30th of February.
    case meaningless(String)
    case tooLarge(limit: Int)

    package var code: String {
        switch self {
        case .otherSite: "api.other-site"
        case .noSuchResource: "api.no-such-resource"
        case .wrongMethod: "api.wrong-method"
        case .keyMissing: "api.idempotency-key-missing"
        case .keyUsedOtherwise: "api.idempotency-key-reused"
        case .keyShape: "api.idempotency-key-shape"
        case .wrongType: "api.wrong-type"
        case .notJSON: "api.not-json"
        case .unfit: "api.unfit"
        case .meaningless: "api.meaningless"
        case .tooLarge: "api.too-large"
        }
    }

    package var status: Int {
        switch self {
        case .otherSite: 403
        case .noSuchResource: 404
        case .wrongMethod: 405
        case .keyMissing, .keyShape, .notJSON, .unfit: 400
        case .keyUsedOtherwise, .meaningless: 422
        case .wrongType: 415
        case .tooLarge: 413
        }
    }

    package var summary: String {
        switch self {
        case .otherSite: "The request was not made by a page of this service."
        case .noSuchResource(let path): "There is no \(path)."
        case .wrongMethod(let allowed): "Only \(allowed.joined(separator: ", ")) works here."
        case .keyMissing: "The request has no Idempotency-Key."
        case .keyUsedOtherwise: "The Idempotency-Key was used for another request."
        case .keyShape: "An Idempotency-Key is 8 to 128 printable ASCII characters without space."
        case .wrongType(let wanted): "The body is not \(wanted)."
        case .notJSON(let why): "The body is not JSON: \(why)."
        case .unfit(let faults):
            "The request does not fit its description: \(faults.joined(separator: "; "))."
        case .meaningless(let why): "A value of the request cannot be meant: \(why)."
        case .tooLarge(let limit): "The body may have at most \(limit) bytes."
        }
    }

    package var remedy: String {
        switch self {
        case .otherSite: "Open the page again and send it from there."
        case .noSuchResource, .wrongMethod, .wrongType, .notJSON, .unfit, .meaningless:
            "GET /openapi.json describes what there is."
        case .keyMissing, .keyShape:
            "Send a random key; send the same one when you repeat the request."
        case .keyUsedOtherwise: "Take a new key for a new request."
        case .tooLarge: "Send less at a time."
        }
    }
}
