import Filing
import Foundation
import HTTPServer
import Offices
import Primitives
import ResultsOffice
import Storage
import Synchronization
import Web

/// The results office over HTTP: the API, the pages, the live events, and what keeps them going.
package final class OfficeService: Sendable {
    package let office: ResultsOffice
    package let signIn: SignIn
    private let place: ServicePlace
    private let interface = OfficeInterface()
    private let events = LiveEvents()
    private let live = LivePages()
    private let pages = OfficePages()
    private let health = Mutex(Health())
    private let watched: WatchedStore?

    private struct Health: Sendable {
        /// Why the store could not be used at the last try; nil when it could.
        var problem: ProblemAnswer?
        var clock: ClockWatch?
        /// The newest jump of the clock: its seconds, and when it was seen by the steady clock.
        var jump: (seconds: Int, seen: Instant)?
        var ended = false
    }

    /// Seconds for which a jump of the clock is told, and nothing counts as expired for good: a clock
    /// that is put right finds every session where it was.
    private static let jumpMemory = 3600

    /// - Parameter watched: the office's store, when it is one that knows whether it can be written.
    package init(
        _ office: ResultsOffice, signIn: SignIn, watched: WatchedStore? = nil,
        place: ServicePlace = ServicePlace()
    ) {
        self.office = office
        self.signIn = signIn
        self.watched = watched
        self.place = place
        health.withLock { $0.clock = ClockWatch(office.clock) }
        office.onActs { [events] entries, _ in events.note(entries) }
        keepGoing()
    }

    /// For the server: how long a body may be.
    package func bodyLimit(_ method: String, _ path: String) -> Int? {
        if let limit = interface.bodyLimit(method, path) { return limit }
        // Pages take forms with pictures; a stick holds many sheets.
        return path.contains("/office/") ? 64 << 20 : 64 << 10
    }

    /// For the server: what a client is told whose request does not come so far as here.
    package func refused(_ refusal: Refusal) -> Response {
        switch refusal {
        case .bodyTooLong(let limit): ProblemAnswer(CallProblem.tooLarge(limit: limit)).response
        case .unreadable, .unclearFraming: refusal.response
        }
    }

    package func answer(_ request: Request) -> Response {
        let (caller, trouble) = self.caller(request)
        var call = OfficeCall(
            request: request, office: office, signIn: signIn, caller: caller,
            state: office.state, now: office.clock.now(), place: place)
        call.trouble = trouble
        if request.path.utf8.starts(with: "/api/".utf8), request.path != "/api/v1/events" {
            return interface.answer(call)
        }
        let parts = request.path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
        let first = String(parts.first ?? "")
        let rest = parts.dropFirst().joined(separator: "/")
        if let language = Language(rawValue: first) {
            if rest.isEmpty { return Self.redirect(to: "/\(language.rawValue)/live/index.html") }
            return page(rest, language, call) ?? ProblemPage.nowhere(language, call)
        }
        switch first {
        case "": return Self.redirect(to: "/\(call.language.rawValue)/live/index.html")
        case "health": return healthAnswer()
        case "openapi.json": return interface.openAPI
        case "api" where rest == "v1/events": return liveAnswer(request)
        case "api": return interface.answer(call)
        default:
            return looking(call) { live.file(String(request.path.dropFirst()), call) }
                ?? ProblemPage.nowhere(call.language, call)
        }
    }

    private func page(_ path: String, _ language: Language, _ call: OfficeCall) -> Response? {
        guard path.hasPrefix("office/") else {
            return looking(call) { live.page(path, language, call) }
        }
        return pages.answer(String(path.dropFirst(7)), language, call)
    }

    /// What can only be looked at.
    private func looking(_ call: OfficeCall, _ make: () -> Response?) -> Response? {
        guard ["GET", "HEAD"].contains(call.request.method) else {
            var response = Response(status: 405, text: "Only GET and HEAD.\n")
            response.headers.append(("Allow", "GET, HEAD"))
            return response
        }
        return make()
    }

    /// Ends streams and timers; the store is closed by whoever opened it.
    package func close() {
        health.withLock { $0.ended = true }
        events.close()
    }

    private func liveAnswer(_ request: Request) -> Response {
        guard request.method == "GET" else {
            var response = ProblemAnswer(CallProblem.wrongMethod(allowed: ["GET"])).response
            response.headers.append(("Allow", "GET"))
            return response
        }
        return events.subscribe(request)
    }

    /// Who is signed in; or why that cannot be said, since a store that does not answer ends nobody's
    /// session. Answers that are the same for everybody do not ask.
    private func caller(_ request: Request) -> (Caller?, StorageProblem?) {
        let path = request.path
        let isLive = path.dropFirst(3).hasPrefix("/live/") || path.hasPrefix("/data/live/")
        guard !isLive, !interface.isSameForAll(request.method, path) else { return (nil, nil) }
        var token = request.cookies[Self.cookie]
        var way = Caller.Way.cookie
        if let header = request.header("authorization"), header.hasPrefix("Bearer ") {
            token = String(header.dropFirst(7))
            way = .bearer
        }
        guard let token else { return (nil, nil) }
        do {
            let (session, account) = try signIn.session(token)
            return (Caller(account: account, session: session, token: token, way: way), nil)
        } catch {
            return (nil, error as? StorageProblem)
        }
    }

    package static let cookie = "dobush"

    package static func redirect(to path: String) -> Response {
        var response = Response(status: 303, type: "text/plain; charset=utf-8", body: [])
        response.headers.append(("Location", path))
        response.headers.append(("Vary", "Accept-Language"))
        return response
    }

    // MARK: Keeping going

    /// Two threads: one tells readers, forgets what has expired and looks at the clock; the other
    /// follows the store, which may not answer for a while.
    private func keepGoing() {
        every(0.2, "office") { service, round in service.round(round) }
        every(0.4, "office-store") { service, round in service.watchStore(round) }
    }

    private func every(
        _ seconds: Double, _ name: String,
        _ body: @escaping @Sendable (OfficeService, _ round: Int) -> Void
    ) {
        let thread = Thread { [weak self] in
            var round = 0
            while let service = self, !service.health.withLock({ $0.ended }) {
                body(service, round)
                round += 1
                Thread.sleep(forTimeInterval: seconds)
            }
        }
        thread.name = name
        thread.start()
    }

    private func round(_ number: Int) {
        events.flush()
        if number % 50 == 0 { events.heartbeat() }
        health.withLock { health in
            guard let jump = health.clock?.look(office.clock) else { return }
            health.jump = (jump, office.clock.steady())
            Self.say(
                "problem: clock.jumped\nThe machine's clock moved by \(jump) seconds.\nhint: Check its time source; the order of acts does not rest on the clock."
            )
        }
    }

    private func watchStore(_ number: Int) {
        do {
            try office.follow()
            let now = office.clock.now()
            if number % 150 == 149, freshJump == nil { try? office.store.forgetExpired(at: now) }
            if number % 2 == 0 { watched?.probe(at: now) }
            setProblem((watched?.trouble).map { ProblemAnswer($0) })
        } catch {
            setProblem(ProblemAnswer(error))
        }
    }

    private var freshJump: Int? {
        let now = office.clock.steady()
        return health.withLock { health in
            guard let jump = health.jump, now.seconds - jump.seen.seconds < Self.jumpMemory else {
                return nil
            }
            return jump.seconds
        }
    }

    private func setProblem(_ problem: ProblemAnswer?) {
        let told = health.withLock { health -> ProblemAnswer?? in
            guard health.problem?.problem != problem?.problem else { return nil }
            health.problem = problem
            return .some(problem)
        }
        switch told {
        case .none: break
        case .some(.none): Self.say("The store answers again.")
        case .some(.some(let problem)):
            Self.say("problem: \(problem.problem)\n\(problem.summary)\nhint: \(problem.hint)")
        }
    }

    private static func say(_ text: String) {
        try? FileHandle.standardError.write(contentsOf: Data((text + "\n").utf8))
    }

    private struct HealthAnswer: Encodable {
        let status: String
        let act: Int
        let readers: Int
        let clock: Clock

        struct Clock: Encodable {
            /// Seconds by which the machine's clock jumped within the last hour.
            let jumped: Int?
            /// Seconds by which the newest act is dated after the clock; 0 unless it was set back.
            let behind: Int
        }
    }

    private func healthAnswer() -> Response {
        if let problem = health.withLock({ $0.problem }) { return problem.response }
        if let trouble = watched?.trouble { return ProblemAnswer(trouble).response }
        let state = office.state
        let now = office.clock.now()
        let clock = HealthAnswer.Clock(
            jumped: freshJump, behind: max(0, (state.asOf ?? now).seconds - now.seconds))
        var response = JSONAnswer.response(
            HealthAnswer(
                status: "ok", act: state.through, readers: events.readers, clock: clock))
        response.headers.append(("Cache-Control", "no-store"))
        return response
    }
}

extension OfficeCall {
    /// The first language of the request that we speak; English else.
    package var language: Language { .preferred(request.languages) }
}
