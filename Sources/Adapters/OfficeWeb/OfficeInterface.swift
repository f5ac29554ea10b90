import Filing
import HTTPServer
import Offices
import Primitives
import ResultsOffice
import Synchronization

/// The JSON API under `/api/v1`, and its description.
package struct OfficeInterface: Sendable {
    private let router: Router
    private let description: [UInt8]
    private let kept = KeptAnswers()

    package init() {
        let operations =
            PublicOperations.all + SheetOperations.all + DayOperations.all
            + ReviewOperations.all + ReadingOperations.all + AccountOperations.all
        router = Router(operations)
        description = OpenAPIDocument.bytes(operations)
    }

    package var openAPI: Response { Response(type: "application/json", body: description) }

    /// Bytes that a body may have; nil for an address that is none of the API's.
    package func bodyLimit(_ method: String, _ path: String) -> Int? {
        guard case .found(let operation, _) = router.match(method, path) else { return nil }
        return operation.bodyLimit
    }

    /// True for an operation whose answer does not depend on who asks.
    package func isSameForAll(_ method: String, _ path: String) -> Bool {
        guard path.hasPrefix("/api/"), case .found(let operation, _) = router.match(method, path)
        else { return false }
        return operation.isPublic
    }

    package func answer(_ call: OfficeCall) -> Response {
        do {
            switch router.match(call.request.method, call.request.path) {
            case .none: throw CallProblem.noSuchResource(call.request.path)
            case .otherMethods(let allowed):
                var response = ProblemAnswer(CallProblem.wrongMethod(allowed: allowed)).response
                response.headers.append(("Allow", allowed.joined(separator: ", ")))
                return response
            case .found(let operation, let path): return try run(operation, path, call)
            }
        } catch {
            return ProblemAnswer(error).response
        }
    }

    private func run(
        _ operation: Operation, _ path: [String: String], _ call: OfficeCall
    ) throws -> Response {
        if case .signedIn = operation.entry { _ = try call.person() }
        guard operation.isPublic else {
            var response = try operation.run(call, try arguments(operation, path, call))
            if response.header("cache-control") == nil {
                response.headers.append(("Cache-Control", "no-store"))
            }
            return response.revalidated(for: call.request)
        }
        let parts = operation.parameters.filter { !$0.inPath }.map(\.name)
        return try kept.answer(call, parts: parts) {
            try operation.run(call, try arguments(operation, path, call))
        }
    }

    private func arguments(
        _ operation: Operation, _ path: [String: String], _ call: OfficeCall
    ) throws -> Arguments {
        var arguments = Arguments(path: path, query: call.request.query)
        for parameter in operation.parameters where parameter.inPath {
            let value = JSONValue.string(path[parameter.name] ?? "")
            guard parameter.schema.faults(value).isEmpty else {
                throw CallProblem.noSuchResource(call.request.path)
            }
        }
        switch operation.input {
        case .none: break
        case .json(let schema):
            guard Self.mediaType(call.request) == "application/json" else {
                throw CallProblem.wrongType(wanted: "application/json")
            }
            arguments.body = try JSONValue.read(call.request.body)
            let faults = schema.faults(arguments.body)
            guard faults.isEmpty else { throw CallProblem.unfit(faults) }
        case .file(let types, _):
            let type = Self.mediaType(call.request)
            guard types.contains(type) else {
                throw CallProblem.wrongType(wanted: types.joined(separator: " or "))
            }
            arguments.file = (type, call.request.body)
        }
        return arguments
    }

    private static func mediaType(_ request: Request) -> String {
        let value = request.header("content-type") ?? ""
        return value.prefix { $0 != ";" }.filter { $0 != " " }.lowercased()
    }
}

/// Public answers, made once for each public act and kept until the next: five hundred readers ask
/// for the same few pages.
package final class KeptAnswers: Sendable {
    private struct Kept: Sendable {
        let through: Int
        let minute: Int
        let response: Response
    }

    private struct Shelf: Sendable {
        var answers: [String: Kept] = [:]
        var bytes = 0
    }

    private let shelf = Mutex(Shelf())
    private let mostBytes: Int
    /// Seconds for which a proxy or browser may show an answer without asking.
    private let freshSeconds: Int

    /// - Parameter mostBytes: of all bodies together; beyond them all are made anew.
    package init(mostBytes: Int = 128 << 20, freshSeconds: Int = 1) {
        self.mostBytes = mostBytes
        self.freshSeconds = freshSeconds
    }

    /// Bytes of the bodies that are kept.
    package var bytes: Int { shelf.withLock { $0.bytes } }

    /// - Parameters:
    ///   - minute: of the clock, where the answer changes with it; 0 where it does not.
    ///   - parts: parts of the query that the answer depends on. Others are not looked at, so that
    ///     nobody fills the memory with one page under a thousand addresses.
    package func answer(
        _ call: OfficeCall, minute: Int = 0, parts: [String] = [], make: () throws -> Response
    ) rethrows -> Response {
        let through = call.state.publicThrough
        let request = call.request
        // With its length, since a value may look like another part.
        let query = parts.compactMap { part in
            request.query[part].map { "\(part)=\($0.utf8.count):\($0)" }
        }
        let name = "\(request.path)?\(query.joined(separator: "&"))"
        if let kept = shelf.withLock({ $0.answers[name] }), kept.through == through,
            kept.minute == minute
        {
            return kept.response.revalidated(for: request)
        }
        var response = try make()
        guard response.status == 200 else { return response }
        response.headers.append(("ETag", "\"\(through)-\(minute)-\(call.place.release)\""))
        response.headers.append(("Cache-Control", "public, max-age=\(freshSeconds)"))
        keep(Kept(through: through, minute: minute, response: response), name)
        return response.revalidated(for: request)
    }

    private func keep(_ made: Kept, _ name: String) {
        shelf.withLock { shelf in
            // What a name takes beside its body, so that small answers are counted too.
            func weight(_ kept: Kept) -> Int { kept.response.body.count + name.utf8.count + 1024 }
            shelf.bytes += weight(made) - (shelf.answers[name].map(weight) ?? 0)
            shelf.answers[name] = made
            guard shelf.bytes > mostBytes else { return }
            shelf = Shelf()
        }
    }
}
