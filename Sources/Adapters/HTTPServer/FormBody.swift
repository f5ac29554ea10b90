/// What a form sent.
package struct FormBody: Sendable {
    /// One file of a form.
    package struct File: Sendable, Equatable {
        /// Of the form's field.
        package let name: String
        /// As the client calls it; never a path to write to.
        package let filename: String
        /// As the client says, `application/octet-stream` when it does not. Nothing is checked.
        package let type: String
        package let bytes: [UInt8]
    }

    /// In the order they were sent; a name may come more than once.
    package private(set) var fields: [(name: String, value: String)] = []
    package private(set) var files: [File] = []

    /// The first value of a field.
    package func value(_ name: String) -> String? { fields.first { $0.name == name }?.value }
    /// The first file of a field.
    package func file(_ name: String) -> File? { files.first { $0.name == name } }
}

extension FormBody {
    /// A form of either kind, by the request's Content-Type.
    package static func read(
        _ request: Request, limits: FormLimits = FormLimits()
    ) throws(FormProblem) -> FormBody {
        let type = MediaType(request.header("content-type") ?? "")
        return type.name == "multipart/form-data"
            ? try multipart(request, limits: limits) : try urlencoded(request, limits: limits)
    }

    /// Source: WHATWG URL, section 5.1; UTF-8 only.
    package static func urlencoded(
        _ request: Request, limits: FormLimits = FormLimits()
    ) throws(FormProblem) -> FormBody {
        let type = MediaType(request.header("content-type") ?? "")
        guard type.name == "application/x-www-form-urlencoded" else {
            throw .wrongType(type.name, wanted: "application/x-www-form-urlencoded")
        }
        guard let text = String(validating: request.body, as: UTF8.self),
            let pairs = Target.pairs(text[...], atMost: limits.parts + 1)
        else { throw .malformed("it is not percent-encoded UTF-8") }
        guard pairs.count <= limits.parts else { throw .tooManyParts(limit: limits.parts) }
        var form = FormBody()
        for (name, value) in pairs {
            try form.add(field: name, value, limits)
        }
        return form
    }

    /// Source: RFC 7578.
    package static func multipart(
        _ request: Request, limits: FormLimits = FormLimits()
    ) throws(FormProblem) -> FormBody {
        let type = MediaType(request.header("content-type") ?? "")
        guard type.name == "multipart/form-data" else {
            throw .wrongType(type.name, wanted: "multipart/form-data")
        }
        guard let boundary = type.parameters["boundary"], (1...70).contains(boundary.utf8.count)
        else { throw .malformed("its boundary is missing or longer than 70 bytes") }
        var form = FormBody()
        var reader = try MultipartReader(request.body, boundary: boundary)
        while let part = try reader.next() {
            guard form.fields.count + form.files.count < limits.parts else {
                throw .tooManyParts(limit: limits.parts)
            }
            try form.add(part, limits)
        }
        return form
    }

    private mutating func add(
        field name: String, _ value: String, _ limits: FormLimits
    ) throws(FormProblem) {
        guard name.utf8.count <= limits.nameBytes else {
            throw .tooLong("a field's name", limit: limits.nameBytes)
        }
        guard value.utf8.count <= limits.fieldBytes else {
            throw .tooLong("the field \(name)", limit: limits.fieldBytes)
        }
        fields.append((name, value))
    }

    private mutating func add(
        _ part: MultipartReader.Part, _ limits: FormLimits
    ) throws(FormProblem) {
        let disposition = MediaType(part.header("content-disposition") ?? "")
        guard disposition.name == "form-data", let name = disposition.parameters["name"] else {
            throw .malformed("a part does not say which field it is")
        }
        guard let filename = disposition.parameters["filename"] else {
            guard part.body.count <= limits.fieldBytes else {
                throw .tooLong("a field", limit: limits.fieldBytes)
            }
            guard let value = String(validating: part.body, as: UTF8.self) else {
                throw .malformed("a field is not UTF-8")
            }
            return try add(field: name, value, limits)
        }
        guard name.utf8.count <= limits.nameBytes, filename.utf8.count <= limits.nameBytes else {
            throw .tooLong("a file's name", limit: limits.nameBytes)
        }
        guard files.count < limits.files else { throw .tooManyFiles(limit: limits.files) }
        guard part.body.count <= limits.fileBytes else {
            throw .tooLong("a file", limit: limits.fileBytes)
        }
        files.append(
            File(
                name: name, filename: filename,
                type: part.header("content-type") ?? "application/octet-stream",
                bytes: Array(part.body)))
    }
}

/// What a form may hold. The whole is bounded by the body's limit.
package struct FormLimits: Sendable {
    /// Fields and files together.
    package var parts = 1_000
    package var files = 20
    /// Bytes of a field's name or a file's.
    package var nameBytes = 255
    /// Bytes of one field's value.
    package var fieldBytes = 65_536
    /// Bytes of one file.
    package var fileBytes = 16_777_216

    package init() {}
}
