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
            PublicOperations.all + SheetOperations.all + DayOperations.all + AccountOperations.all
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
        return try kept.answer(call) {
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

    private let answers = Mutex<[String: Kept]>([:])
    private let most: Int
    /// Seconds for which a proxy or browser may show an answer without asking.
    private let freshSeconds: Int

    package init(most: Int = 20_000, freshSeconds: Int = 1) {
        self.most = most
        self.freshSeconds = freshSeconds
    }

    /// - Parameter minute: of the clock, where the answer changes with it; 0 where it does not.
    package func answer(
        _ call: OfficeCall, minute: Int = 0, make: () throws -> Response
    ) rethrows -> Response {
        let through = call.state.publicThrough
        let request = call.request
        let query = request.query.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        let name = "\(request.path)?\(query.joined(separator: "&"))"
        if let kept = answers.withLock({ $0[name] }), kept.through == through,
            kept.minute == minute
        {
            return kept.response.revalidated(for: request)
        }
        var response = try make()
        guard response.status == 200 else { return response }
        response.headers.append(("ETag", "\"\(through)-\(minute)-\(call.place.release)\""))
        response.headers.append(("Cache-Control", "public, max-age=\(freshSeconds)"))
        let made = Kept(through: through, minute: minute, response: response)
        answers.withLock { answers in
            if answers.count >= most { answers.removeAll(keepingCapacity: true) }
            answers[name] = made
        }
        return response.revalidated(for: request)
    }
}
