/// The description of the API, OpenAPI 3.1, made from the operations that the router uses.
enum OpenAPIDocument {
    static func bytes(_ operations: [Operation]) -> [UInt8] {
        var paths: [String: [String: JSONValue]] = [:]
        for operation in operations {
            paths[operation.path, default: [:]][operation.method.rawValue.lowercased()] =
                describe(operation)
        }
        let document = JSONValue.object([
            "openapi": .string("3.1.0"),
            "info": .object([
                "title": .string("Dobush: results office"), "version": .string("1"),
                "description": .string(
                    "Counts are whole numbers; shares are left to the reader. Whoever writes names the request in Idempotency-Key: a random text, the same when the request is repeated. Problems carry a permanent code, what happened, and the next thing to do."
                ),
            ]),
            "paths": .object(paths.mapValues { .object($0) }),
            "components": .object([
                "securitySchemes": .object([
                    "token": .object(["type": .string("http"), "scheme": .string("bearer")])
                ]),
                "schemas": .object(["Problem": problem]),
            ]),
        ])
        return JSONAnswer.bytes(document) ?? []
    }

    private static let problem = Schema.object([
        .init("problem", .text(most: 200)), .init("summary", .text(most: 100_000)),
        .init("hint", .text(most: 100_000)),
        .init(
            "texts",
            .object([.init("summary", Schema.localized), .init("hint", Schema.localized)])),
    ]).json(closed: false)

    private static func describe(_ operation: Operation) -> JSONValue {
        var object: [String: JSONValue] = [
            "summary": .string(operation.summary),
            "operationId": .string(
                operation.method.rawValue.lowercased()
                    + operation.path.replacing("/api/v1", with: "").map {
                        $0.isLetter || $0.isNumber ? String($0) : "_"
                    }.joined()),
            "responses": .object(responses(operation)),
        ]
        var parameters = operation.parameters.map(describe)
        if operation.writes {
            parameters.append(
                .object([
                    "name": .string("Idempotency-Key"), "in": .string("header"),
                    "required": .bool(true),
                    "description": .string("A random text, the same when the request is repeated."),
                    "schema": .object([
                        "type": .string("string"), "pattern": .string("^[!-~]{8,128}$"),
                    ]),
                ]))
        }
        if !parameters.isEmpty { object["parameters"] = .array(parameters) }
        if case .signedIn = operation.entry {
            object["security"] = .array([.object(["token": .array([])])])
        }
        if let body = body(operation.input) { object["requestBody"] = body }
        return .object(object)
    }

    private static func describe(_ parameter: Operation.Parameter) -> JSONValue {
        .object([
            "name": .string(parameter.name),
            "in": .string(parameter.inPath ? "path" : "query"),
            "required": .bool(parameter.inPath), "description": .string(parameter.words),
            "schema": parameter.schema.json(closed: true),
        ])
    }

    private static func body(_ input: Operation.Input) -> JSONValue? {
        switch input {
        case .none: return nil
        case .json(let schema):
            return .object([
                "required": .bool(true),
                "content": .object([
                    "application/json": .object(["schema": schema.json(closed: true)])
                ]),
            ])
        case .file(let types, _):
            return .object([
                "required": .bool(true),
                "content": .object(
                    Dictionary(
                        uniqueKeysWithValues: types.map {
                            (
                                $0,
                                .object([
                                    "schema": .object([
                                        "type": .string("string"), "format": .string("binary"),
                                    ])
                                ])
                            )
                        })),
            ])
        }
    }

    private static func responses(_ operation: Operation) -> [String: JSONValue] {
        var all: [String: JSONValue] = [:]
        func add(_ status: Int, _ words: String, _ type: String?, _ schema: JSONValue) {
            var object: [String: JSONValue] = ["description": .string(words)]
            if let type {
                object["content"] = .object([type: .object(["schema": schema])])
            }
            all["\(status)"] = .object(object)
        }
        let binary = JSONValue.object(["type": .string("string"), "format": .string("binary")])
        switch operation.output {
        case .json(let status, let schema):
            add(status, "Done", "application/json", schema.json(closed: false))
        case .empty: add(204, "Done", nil, .null)
        case .text(let type): add(200, "The text", type, .object(["type": .string("string")]))
        case .file: add(200, "The file", "image/*", binary)
        case .events:
            add(
                200, "Events, until either side ends it", "text/event-stream",
                .object(["type": .string("string")]))
        }
        var statuses: Set<Int> = [400, 422, 500, 503]
        if case .signedIn = operation.entry { statuses.formUnion([401, 403]) }
        if operation.parameters.contains(where: \.inPath) { statuses.insert(404) }
        switch operation.input {
        case .none: break
        case .json, .file: statuses.formUnion([413, 415])
        }
        statuses.formUnion(operation.problems)
        let reference = JSONValue.object(["$ref": .string("#/components/schemas/Problem")])
        for status in statuses {
            add(status, "A problem", "application/json", reference)
        }
        return all
    }
}
