import Foundation
import Primitives
import Tabulation

/// A results form by its built-in name, or from a JSON file with one form or a list of editions.
package enum FormFile {
    package static func forms(_ nameOrFile: String) throws -> [ResultsForm] {
        if let known = BuiltInForms.all[nameOrFile] { return known }
        guard FileManager.default.fileExists(atPath: nameOrFile) else {
            throw PlainProblem(
                code: "tabulation.unknown-form",
                summary: "There is no built-in form and no file of the name \(nameOrFile).",
                remedy: "Built-in forms: \(BuiltInForms.names.joined(separator: ", ")).")
        }
        let data = try Files.read(nameOrFile, limit: 1 << 24)
        let forms: [ResultsForm]
        if data.first(where: { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }) == UInt8(ascii: "[") {
            forms = try Documents.decode([ResultsForm].self, from: data, name: nameOrFile)
        } else {
            forms = [try Documents.decode(ResultsForm.self, from: data, name: nameOrFile)]
        }
        guard !forms.isEmpty else {
            throw PlainProblem(
                code: "tabulation.form-none", summary: "\(nameOrFile) holds no form.",
                remedy: "Give one form, or a list of its editions.")
        }
        if let flaw = forms.lazy.flatMap({ $0.flaws() }).first { throw flaw }
        return forms
    }
}
