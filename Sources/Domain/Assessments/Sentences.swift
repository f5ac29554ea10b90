import Elections
import Missions
import Primitives

extension Assessment {
    /// The conclusion with its figures filled in from the findings.
    package func sentence(_ conclusion: Conclusion, _ language: Language) -> String {
        filled(conclusion.text[language])
    }

    /// A finding's text with its figure: "… (in 1 of 8 visits in which it could be seen)".
    package func sentence(_ finding: Finding, _ language: Language) -> String {
        guard let figure = finding.stated else { return finding.text[language] }
        return finding.text[language] + " " + Self.caption(finding, figure)[language]
    }

    private static func caption(_ finding: Finding, _ figure: Measurement) -> LocalizedText {
        let n = figure.matching
        let m = figure.of
        if case .visits? = finding.measure {
            return LocalizedText(
                "(\(n) of \(m) visits)", ru: "(\(n) из \(m) посещений)",
                ky: "(\(m) баруунун ичинен \(n))")
        }
        return LocalizedText(
            "(in \(n) of \(m) stations visited where it could be seen)",
            ru: "(\(n) из \(m) посещённых участков, где это можно было видеть)",
            ky: "(муну көрүүгө мүмкүн болгон \(m) участканын ичинен \(n))")
    }

    /// Replaces `{finding.n}` and `{finding.m}`; a name that is no finding stays as it is, and is
    /// reported by the checks.
    package func filled(_ text: String) -> String {
        var result = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "{") {
            result += rest[..<open]
            guard let close = rest[open...].firstIndex(of: "}") else { break }
            let inside = rest[rest.index(after: open)..<close]
            result += figure(inside).map(String.init) ?? String(rest[open...close])
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }

    private func figure(_ name: Substring) -> Int? {
        guard name.hasSuffix(".n") || name.hasSuffix(".m"),
            let id = Finding.ID(String(name.dropLast(2))), let stated = finding(id)?.stated
        else { return nil }
        return name.hasSuffix(".n") ? stated.matching : stated.of
    }

    /// The statement as it is read out: headings and filled sentences.
    package func statementText(
        _ language: Language
    ) -> [(heading: String, sentences: [String])] {
        statement.map { section in
            let sentences = section.sentences.map { sentence -> String in
                switch sentence {
                case .text(let text): filled(text[language])
                case .conclusion(let id):
                    conclusion(id).map { self.sentence($0, language) } ?? id.text
                }
            }
            return (section.heading[language], sentences)
        }
    }
}
