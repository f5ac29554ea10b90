import Filing
import Formats
import Foundation
import HTTPServer
import Offices
import Primitives

/// One way into the API: where it is, who may use it, what comes in and goes out. The router, the
/// check of what comes in and the description at `/openapi.json` are made from it.
struct Operation: Sendable {
    enum Method: String, Sendable {
        case get = "GET"
        case post = "POST"
        case put = "PUT"
        case delete = "DELETE"
    }

    enum Entry: Sendable {
        /// Everybody.
        case open
        /// Whoever is signed in; the deed itself is checked where it is done.
        case signedIn
    }

    enum Input: Sendable {
        case none
        case json(Schema)
        /// A file of one of these types, of at most so many bytes.
        case file([String], most: Int)
    }

    /// What a well-formed request is answered with.
    enum Output: Sendable {
        case json(status: Int, Schema)
        case empty
        case text(String)
        case file
        case events
    }

    /// A named part of the address or of the query.
    struct Parameter: Sendable {
        let name: String
        let schema: Schema
        let words: String
        var inPath = true
    }

    let method: Method
    /// `/api/v1/stations/{station}`.
    let path: String
    let summary: String
    var entry = Entry.signedIn
    var parameters: [Parameter] = []
    var input = Input.none
    let output: Output
    /// Statuses of problems that this operation may answer with, beyond those that all may.
    var problems: [Int] = []
    /// True when the answer depends on the public acts alone and may be kept.
    var isPublic = false
    let run: @Sendable (OfficeCall, Arguments) throws -> Response

    /// Operations that write name their request.
    var writes: Bool { method != .get && entry == .signedIn }

    var bodyLimit: Int {
        switch input {
        case .none: 4096  // a body that nobody reads
        case .json:
            ["/api/v1/election", "/api/v1/readings"].contains(path) ? 16 << 20 : 512 << 10
        case .file(_, let most): most
        }
    }
}

/// What was found in a request: the parts of its address, its query, its body.
struct Arguments: Sendable {
    var path: [String: String] = [:]
    var query: [String: String] = [:]
    var body: JSONValue = .null
    var file: (type: String, bytes: [UInt8])?

    /// Reads a type from the body, whose shape was checked before.
    func read<Value: Decodable>(_ type: Value.Type) throws -> Value {
        do {
            return try JSONDecoder().decode(type, from: JSONEncoder().encode(body))
        } catch let error as DecodingError {
            throw CallProblem.meaningless(Self.words(error))
        }
    }

    func identifier<Subject>(_ name: String) throws -> Identifier<Subject> {
        guard let id = path[name].flatMap({ Identifier<Subject>($0) }) else {
            throw CallProblem.unfit(["\(name) is not an identifier"])
        }
        return id
    }

    func number(_ name: String, or other: Int, most: Int) throws -> Int {
        guard let text = query[name] else { return other }
        guard let value = Int(text), (0...most).contains(value), String(value) == text else {
            throw CallProblem.unfit(["\(name) is not a whole number from 0 to \(most)"])
        }
        return value
    }

    private static func words(_ error: DecodingError) -> String {
        switch error {
        case .dataCorrupted(let context), .typeMismatch(_, let context),
            .valueNotFound(_, let context), .keyNotFound(_, let context):
            let place = context.codingPath.map(\.stringValue).joined(separator: ".")
            return place.isEmpty
                ? context.debugDescription : "\(place): \(context.debugDescription)"
        @unknown default: return "it cannot be read"
        }
    }
}

/// Finds the operation of a request.
struct Router: Sendable {
    enum Match: Sendable {
        case found(Operation, [String: String])
        case otherMethods([String])
        case none
    }

    /// One part of an operation's address: a word, or the name of what stands in its place.
    private enum Part: Sendable {
        case word(Substring)
        case named(String)
    }

    private struct Route: Sendable {
        let parts: [Part]
        let operation: Operation
    }

    let all: [Operation]
    /// By the number of parts, so that a request is held to few.
    private let routes: [Int: [Route]]

    init(_ operations: [Operation]) {
        all = operations
        let found = operations.map { operation in
            Route(
                parts: Self.split(operation.path).map {
                    $0.hasPrefix("{") ? .named(String($0.dropFirst().dropLast())) : .word($0)
                }, operation: operation)
        }
        routes = Dictionary(grouping: found, by: \.parts.count)
    }

    private static func split(_ path: String) -> [Substring] {
        // By bytes: letters need not be put together to find a slash.
        path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
            .map { Substring($0) }
    }

    /// HEAD is answered where GET is.
    func match(_ method: String, _ path: String) -> Match {
        let parts = Self.split(path)
        var methods: [String] = []
        for route in routes[parts.count] ?? [] {
            guard let values = Self.values(route.parts, parts) else { continue }
            let own = route.operation.method.rawValue
            if own == method || (method == "HEAD" && route.operation.method == .get) {
                return .found(route.operation, values)
            }
            methods += route.operation.method == .get ? ["GET", "HEAD"] : [own]
        }
        return methods.isEmpty ? .none : .otherMethods(methods)
    }

    private static func values(_ wanted: [Part], _ parts: [Substring]) -> [String: String]? {
        var values: [String: String] = [:]
        for (wanted, part) in zip(wanted, parts) {
            switch wanted {
            case .word(let word): if word != part { return nil }
            case .named(let name):
                guard !part.isEmpty else { return nil }
                values[name] = String(part)
            }
        }
        return values
    }
}
