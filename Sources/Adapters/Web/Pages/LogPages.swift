import Cryptography
import Ledger
import Primitives
import Publication

extension Site {
    func publishChapter(_ view: View) -> HTML {
        var result = tag("p") { verdictBadge(view) }
        result += tag("ul", .css("actions")) {
            tag("li") { view.link(.verify, view.say(.verifyYourself)) }
            tag("li") { view.link(.log, view.say(.openLog)) }
        }
        if let disclosure = dossier.disclosure {
            result += tag("h2") { view.say(.disclosure) } + tag("p") { view.say(.disclosureLead) }
            result += tag("ul", .css("steps")) {
                for (number, line) in disclosure.lines.enumerated() {
                    tag("li") {
                        tag("span", .css("no")) { "\(number + 1)" }
                        tag("div") {
                            tag("div") { view.say(line.text) }
                            (line.exceptions.isEmpty ? Standing.good : .bad).badge(
                                line.exceptions.isEmpty
                                    ? view.say(.holds)
                                    : view.say(
                                        .doesNotHoldFor, line.exceptions.joined(separator: ", ")))
                        }
                    }
                }
            }
        }
        return result
    }

    /// How a stranger checks this record, with our program and without it; and what came of it here.
    func verify(_ view: View) -> Page {
        let log = dossier.log
        return Page(title: view.say(.verifyYourself), chain: publishChain(.verifyYourself, view)) {
            tag("h1") { view.say(.verifyYourself) }
            tag("p", .css("question-line")) { view.say(.verifyQuestion) }
            tag("p") { verdictBadge(view) }
            tag("p") { view.say(log.keyWasGiven ? .keyWasGiven : .keyFromRecord) }
            verifications(view)
            tag("h2") { view.say(.withProgram) }
            tag("p") { view.say(.withProgramText) }
            tag("pre") { tag("code") { "dobush-verify --key '\(log.keyText)' record" } }
            tag("h2") { view.say(.byHand) }
            tag("p") { view.say(.byHandText) }
            if let entry = log.entries.first(where: { $0.kind == .definition }) {
                tag("pre") {
                    tag("code") { "sha256sum record/\(entry.path)\n\(entry.digest.hex)" }
                }
            }
            tag("p") { view.say(.byHandLeaf) }
            tag("p") {
                view.file("log/checkpoint")
                " · "
                view.file("log/key.txt")
                " · "
                view.link(.log, view.say(.openLog))
            }
            if !log.checkpoint.isEmpty { tag("pre") { tag("code") { log.checkpoint } } }
        }
    }

    private func publishChain(_ here: Phrase, _ view: View) -> Chain {
        Chain(
            [
                (
                    "\(Chapter.publish.rawValue) \(view.say(Chapter.publish.verb))",
                    .chapter(.publish)
                )
            ], here: view.say(here))
    }

    private func verifications(_ view: View) -> HTML {
        tag("ol", .css("steps")) {
            for step in dossier.log.verification {
                tag("li") {
                    tag("span", .css("no")) { "\(step.number)" }
                    tag("div") {
                        title(of: step, view)
                        if step.holds {
                            Standing.good.badge(view.say(.holds))
                            if !step.measure.isEmpty {
                                tag("div", .css("small soft"), .lang("en")) { step.measure }
                            }
                        } else {
                            Standing.bad.badge(view.say(.doesNotHold))
                            tag("ul", .css("small"), .lang("en")) {
                                for fault in step.faults.prefix(20) {
                                    tag("li") { "\(fault.file): \(fault.reason)" }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    /// A step that the catalogue does not know keeps its English words, and says that they are.
    private func title(of step: VerificationResult, _ view: View) -> HTML {
        guard let phrase = Phrase.verifications[step.title] else {
            return tag("div", .lang("en")) { step.title }
        }
        return tag("div") { view.say(phrase) }
    }

    /// Every entry of the log, in the order sealed.
    func log(_ view: View) -> Page {
        let log = dossier.log
        return Page(title: view.say(.theLog), chain: publishChain(.theLog, view)) {
            tag("h1") { view.say(.theLog) }
            tag("p", .css("question-line")) { view.say(.logLead) }
            tag("dl", .css("terms")) {
                tag("dt") { view.say(.logOrigin) }
                tag("dd") { log.origin }
                tag("dt") { view.say(.logSize) }
                tag("dd") { view.count(log.entries.count, .entries) }
                tag("dt") { view.say(.logRoot) }
                tag("dd") { tag("span", .css("digest")) { log.root?.hex ?? "–" } }
                tag("dt") { view.say(.logKey) }
                tag("dd") { tag("span", .css("digest")) { log.keyText } }
            }
            entryTable(view).html()
        }
    }

    private func entryTable(_ view: View) -> Table {
        let places = Dictionary(
            dossier.log.entries.enumerated().map { ($1.digest, $0) },
            uniquingKeysWith: { first, _ in first })
        return Table(
            caption: view.say(.entriesCaption),
            columns: [
                .text(view.say(.entryNumber)), .text(view.say(.file)), .text(view.say(.kind)),
                .number(view.say(.bytes)), .text("SHA-256"), .text(view.say(.madeFrom)),
            ],
            rows: dossier.log.entries.enumerated().map { number, entry in
                let parents = entry.parents.map { digest in
                    places[digest].map { "\($0)" } ?? String(digest.hex.prefix(8))
                }
                return Table.Row([
                    HTML(text: "\(number)"), view.file(entry.path),
                    HTML(text: entry.kind.rawValue), HTML(text: view.number(entry.bytes)),
                    tag("span", .css("digest"), Attribute("title", entry.digest.hex)) {
                        entry.digest.hex.prefix(16) + "…"
                    },
                    HTML(text: parents.joined(separator: ", ")),
                ])
            })
    }
}
