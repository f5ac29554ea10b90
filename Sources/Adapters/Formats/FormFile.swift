import Foundation
import Primitives
import Tabulation

/// A results form or a mapping by its built-in name, or from a JSON file with one of them or a list
/// of editions.
package enum FormFile {
    /// Forms alone, for those who fill them in.
    package static func forms(_ nameOrFile: String) throws -> [ResultsForm] {
        try mappings(nameOrFile).map(\.form)
    }

    /// How a table is read: a mapping as it is, a form as the mapping of its own columns.
    package static func mappings(_ nameOrFile: String) throws -> [TableMapping] {
        if let known = BuiltInMappings.named(nameOrFile) { return known }
        guard FileManager.default.fileExists(atPath: nameOrFile) else {
            throw PlainProblem(
                code: "tabulation.unknown-form",
                summary: "There is no built-in form and no file of the name \(nameOrFile).",
                remedy: "Built-in forms: \(BuiltInMappings.names.joined(separator: ", ")).")
        }
        let data = try Files.read(nameOrFile, limit: 1 << 24)
        let found: [FormOrMapping]
        if data.first(where: { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }) == UInt8(ascii: "[") {
            found = try Documents.decode([FormOrMapping].self, from: data, name: nameOrFile)
        } else {
            found = [try Documents.decode(FormOrMapping.self, from: data, name: nameOrFile)]
        }
        let mappings = found.map(\.mapping)
        guard !mappings.isEmpty else {
            throw PlainProblem(
                code: "tabulation.form-none", summary: "\(nameOrFile) holds no form.",
                remedy: "Give one form, or a list of its editions.")
        }
        if let flaw = mappings.lazy.flatMap({ $0.flaws() }).first { throw flaw }
        guard Set(mappings.map(\.quoteByte)).count == 1 else {
            throw PlainProblem(
                code: "tables.mapping-quotes",
                summary: "The editions in \(nameOrFile) quote cells in different ways.",
                remedy: "Give each way of quoting a file of its own.")
        }
        return mappings
    }

    /// The forms of contests held at once, by a built-in name or from a JSON file.
    package static func set(_ nameOrFile: String) throws -> FormSet {
        if let known = BuiltInForms.sets[nameOrFile] { return known }
        guard FileManager.default.fileExists(atPath: nameOrFile) else {
            throw PlainProblem(
                code: "tabulation.unknown-set",
                summary: "There is no built-in set of forms and no file of the name \(nameOrFile).",
                remedy:
                    "Built-in sets: \(BuiltInForms.sets.keys.sorted().joined(separator: ", ")).")
        }
        let data = try Files.read(nameOrFile, limit: 1 << 24)
        let set = try Documents.decode(FormSet.self, from: data, name: nameOrFile)
        if let flaw = set.flaws().first { throw flaw }
        return set
    }
}

/// A document with a field `form` is a mapping, any other a form.
private struct FormOrMapping: Decodable {
    let mapping: TableMapping

    private enum Field: CodingKey { case form }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Field.self)
        mapping =
            fields.contains(.form)
            ? try TableMapping(from: decoder) : TableMapping(try ResultsForm(from: decoder))
    }
}
