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
        let taking = TakeInStick(visit.call.office, as: visit.account)
        let results = try taking.take(
            files.map { TakeInStick.File(name: $0.filename, bytes: $0.bytes) })
        let told = try zip(files, results).map { file, taken in
            try self.told(taken.result, file, visit)
        }
        return .show(page(visit, Filled(), results: told))
    }

    private func told(
        _ taken: TakeInStick.Result, _ file: FormBody.File, _ visit: Visit
    ) throws -> Result {
        let name = file.filename
        switch taken {
        case .taken(let ref):
            return Result(
                file: name, standing: .good, word: visit.say(.takenAndFiled),
                more: try missingPicture(ref, visit), ref: ref)
        case .already(let ref):
            return Result(file: name, standing: .quiet, word: visit.say(.thereAlready), ref: ref)
        case .refused(let problem):
            return Result(
                file: name, standing: .bad, word: visit.say(.notTaken),
                more: visit.say(problem.what) + " " + visit.say(problem.next), code: problem.code)
        case .picture:
            return Result(file: name, standing: .good, word: visit.say(.pictureMatched))
        case .strangePicture: return try late(file, visit)
        case .passedOver:
            return Result(
                file: name, standing: .bad, word: visit.say(.notTaken),
                more: visit.say(.neitherSheetNorPicture), code: "filing.not-a-sheet")
        }
    }

    private func missingPicture(_ ref: SheetRef, _ visit: Visit) throws -> String {
        let version = visit.call.office.state.file(ref.key).version(ref.id)
        guard let image = version?.statement.image,
            try visit.call.office.store.file(image) == nil
        else { return "" }
        return visit.say(.pictureToCome)
    }

    /// A picture of a sheet that came on an earlier stick.
    private func late(_ file: FormBody.File, _ visit: Visit) throws -> Result {
        let digest = Digest.of(file.bytes)
        let isNamed = visit.state.sheets.contains { key, file in
            file.versions.contains { $0.statement.image == digest }
                && visit.may(.takeSignedSheets, at: key.station)
        }
        guard isNamed, let picture = StoredFile.picture(file.bytes) else {
            return Result(
                file: file.filename, standing: .doubt, word: visit.say(.pictureOfNoSheet),
                more: visit.say(.pictureOfNoSheetWhy))
        }
        _ = try visit.call.office.perform(as: visit.account.id, files: [picture]) { _, _ in nil }
        return Result(file: file.filename, standing: .good, word: visit.say(.pictureMatched))
    }
}
