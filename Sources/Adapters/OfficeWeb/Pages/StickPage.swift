import Cryptography
import Elections
import Filing
import HTTPServer
import Offices
import Primitives
import ResultsOffice
import Storage
import Web

/// Sheets that their commissions signed, and their pictures, from a stick: many files at once, in any
/// order, as often as one likes, with an answer for each.
struct StickPage: OfficePage {
    var deeds: [Deed] { [.takeSignedSheets] }

    func page(_ visit: Visit, _ filled: Filled) throws -> Page { page(visit, filled, results: []) }

    private struct Result {
        let file: String
        let standing: Standing
        let word: String
        var more = ""
        var code: String?
        var ref: SheetRef?
    }

    private func page(_ visit: Visit, _ filled: Filled, results: [Result]) -> Page {
        let fields = Fields(visit, filled)
        return Page(title: visit.say(.stick), chain: nil) {
            tag("h1") { visit.say(.stick) }
            fields.above()
            if !results.isEmpty { table(results, visit) }
            tag("p") { visit.say(.stickHow) }
            fields.form("take", files: true) {
                fields.file(
                    "files", visit.say(.stickFiles), hint: visit.say(.stickHint),
                    accept: ".sheet,image/jpeg,image/png", many: true)
                fields.button(visit.say(.takeThemIn))
            }
        }
    }

    private func table(_ results: [Result], _ visit: Visit) -> HTML {
        tag(
            "div", Attribute("role", "status"), Attribute("tabindex", "-1"),
            Attribute("autofocus", "")
        ) {
            Table(
                caption: visit.say(.stickResults, visit.view.number(results.count)),
                columns: [
                    .text(visit.say(.fileWord)), .text(visit.say(.whatCameOfIt)),
                ],
                rows: results.map { result in
                    Table.Row([
                        HTML(text: result.file),
                        tag("div", .css("wide")) {
                            result.standing.badge(result.word)
                            if !result.more.isEmpty { tag("p") { result.more } }
                            if let ref = result.ref {
                                tag("p") {
                                    visit.link(
                                        .version(ref.id),
                                        "\(visit.name(ref.key.station)) · \(visit.title(ref.key))")
                                }
                            }
                            if let code = result.code {
                                tag("p", .css("small soft")) { tag("code") { code } }
                            }
                        },
                    ])
                }
            ).html()
        }
    }

    // MARK: Taking

    func act(_ visit: Visit, _ form: PostedForm) throws -> Answered {
        var filled = Filled(form: form)
        let files = form.files("files")
        guard !files.isEmpty else {
            filled.blame("files", visit.say(.noFileChosen))
            return .again(filled)
        }
        // Pictures first: a sheet may name one that lies behind it in the list.
        let pictures = files.compactMap { file in
            StoredFile.picture(file.bytes).map { (file.filename, $0) }
        }
        let byDigest = Dictionary(
            pictures.map { ($0.1.digest, $0.1) }, uniquingKeysWith: { first, _ in first })
        var used: Set<Digest> = []
        var results: [Result] = []
        for file in files where StoredFile.picture(file.bytes) == nil {
            results.append(take(file, byDigest, &used, visit))
        }
        results += try pictures.map { try picture($0.0, $0.1, used, visit) }
        return .show(page(visit, Filled(), results: results))
    }

    private func take(
        _ file: FormBody.File, _ pictures: [Digest: StoredFile], _ used: inout Set<Digest>,
        _ visit: Visit
    ) -> Result {
        guard file.bytes.count <= 2 * SheetStatement.longest,
            let text = String(validating: file.bytes, as: UTF8.self)
        else {
            return Result(
                file: file.filename, standing: .bad, word: visit.say(.notTaken),
                more: visit.say(.neitherSheetNorPicture), code: "filing.not-a-sheet")
        }
        let named = (try? SignedNote(reading: text)).flatMap { SheetStatement(text: $0.text) }?
            .image
        let own = named.flatMap { pictures[$0] }
        if let own { used.insert(own.digest) }
        let account = visit.account
        do {
            let outcome = try visit.call.office.perform(
                as: account.id, files: own.map { [$0] } ?? []
            ) { state, _ in try state.takeSigned(text, by: account) }
            return told(outcome, file.filename, visit)
        } catch {
            let answer = ProblemAnswer(error)
            return Result(
                file: file.filename, standing: .bad, word: visit.say(.notTaken),
                more: visit.say(answer.texts.summary) + " " + visit.say(answer.texts.hint),
                code: answer.problem)
        }
    }

    private func told(
        _ outcome: ResultsOffice.Outcome, _ name: String, _ visit: Visit
    ) -> Result {
        switch outcome {
        case .done(let entry):
            Result(
                file: name, standing: .good, word: visit.say(.takenAndFiled), ref: entry.act.ref)
        case .already(let ref):
            Result(file: name, standing: .quiet, word: visit.say(.thereAlready), ref: ref)
        case .refused(let entry, let problem):
            Result(
                file: name, standing: .bad, word: visit.say(.refusedAndKept),
                more: visit.say(problem.what) + " " + visit.say(problem.next), code: problem.code,
                ref: entry.act.ref)
        }
    }

    /// A picture stays when a sheet names it: one that came with it, or one that is here.
    private func picture(
        _ name: String, _ picture: StoredFile, _ used: Set<Digest>, _ visit: Visit
    ) throws -> Result {
        if used.contains(picture.digest) {
            return Result(file: name, standing: .good, word: visit.say(.pictureMatched))
        }
        let isNamed = visit.state.sheets.contains { key, file in
            file.versions.contains { $0.statement.image == picture.digest }
                && visit.may(.takeSignedSheets, at: key.station)
        }
        guard isNamed else {
            return Result(
                file: name, standing: .doubt, word: visit.say(.pictureOfNoSheet),
                more: visit.say(.pictureOfNoSheetWhy))
        }
        _ = try visit.call.office.perform(as: visit.account.id, files: [picture]) { _, _ in nil }
        return Result(file: name, standing: .good, word: visit.say(.pictureMatched))
    }
}
