import Elections
import Primitives

extension Site {
    /// What all languages share: the style sheet, the mark, the figures of the pictures, and the
    /// page at the root on which a language is chosen.
    package var sharedFiles: [String: [UInt8]] {
        var files: [String: [UInt8]] = [
            Stylesheet.path: Array(Stylesheet.text.utf8),
            Stylesheet.iconPath: Array(Stylesheet.icon.utf8),
            "index.html": Array(
                LanguageChoice(
                    name: dossier.definition.name, notice: dossier.definition.inventedNotice,
                    front: .front
                ).document.utf8),
        ]
        for contest in dossier.contests {
            files[Self.dataPath(contest.contest.id)] = Array(table(of: contest).utf8)
        }
        return files
    }

    /// Every file of the site but the record's own, one after the other.
    package func write(_ each: (_ path: String, _ bytes: [UInt8]) throws -> Void) rethrows {
        for (path, bytes) in sharedFiles.sorted(by: { $0.key < $1.key }) { try each(path, bytes) }
        for language in Language.allCases {
            for path in paths {
                guard let document = document(path, language) else { continue }
                try each("\(language.rawValue)/\(path)", Array(document.utf8))
            }
        }
    }

    /// The figures of a contest as comma-separated values, one row an option.
    private func table(of contest: DeclaredContest) -> String {
        let sums = contest.nation
        let notice = dossier.definition.inventedNotice?.en ?? ""
        var lines = ["contest,option,name,votes,participants,valid,registered,stations,notice"]
        for (option, votes) in zip(contest.contest.options, sums.votes) {
            let cells = [
                contest.contest.id.text, option.id.text, option.name.en, "\(votes)",
                "\(sums.participants)", "\(sums.valid)", "\(sums.registered)", "\(sums.stations)",
                notice,
            ]
            lines.append(cells.map(Self.quoted).joined(separator: ","))
        }
        return lines.joined(separator: "\r\n") + "\r\n"
    }

    /// Source: RFC 4180.
    private static func quoted(_ cell: String) -> String {
        guard cell.contains(where: { ",\"\r\n".contains($0) }) else { return cell }
        return "\"" + cell.replacing("\"", with: "\"\"") + "\""
    }
}
