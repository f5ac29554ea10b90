import Cryptography
import Elections
import Filing
import Primitives
import Tabulation
import Web

/// The form of a sheet, for stating, correcting and copying: numbered lines, options, sums beside
/// them, the scan in view.
struct SheetForm {
    let visit: Visit
    let fields: Fields
    let draft: SheetDraft
    /// Figures of the sheet that a correction replaces.
    var old: [Int]?
    /// The last press asked for what breaks a sum that the law demands.
    var offersAnyway = false
    let button: Phrase

    func html() -> HTML {
        tag("div", draft.image == nil ? .css("beside no-scan") : .css("beside")) {
            if let image = draft.image { ScanFrame(visit, image).html() }
            fields.form(files: true, css: "form sheet", id: "sheet") {
                if let replaces = draft.replaces { Fields.hidden("replaces", replaces.hex) }
                if let image = draft.image { Fields.hidden("image", image.hex) }
                lines
                tag("p", .css("small soft")) { visit.say(draft.fitted.form.source) }
                EquationList(
                    visit: visit, readings: draft.equations, fields: fields,
                    reasons: draft.reasons
                ).html()
                RelationReasons(visit: visit, fields: fields, draft: draft).html()
                if old != nil { whyField }
                picture
                buttons
            }
        }
    }

    private var lines: HTML {
        let names = LineNames(draft.fitted, visit)
        let split = draft.fitted.lines.count
        return tag("h2") { visit.say(.linesOfSheet) }
            + tag("ol", .css("lines")) {
                for place in 0..<split { row(place, names) }
            }
            + tag("h2") { visit.say(.votesOnSheet) }
            + tag("ol", .css("lines")) {
                for place in split..<draft.fitted.figureCount { row(place, names) }
            }
    }

    private func row(_ place: Int, _ names: LineNames) -> HTML {
        let id = "f-n\(place)"
        let fault = fields.filled.fault("n\(place)")
        let split = draft.fitted.lines.count
        return tag("li", fault == nil ? nil : .css("faulty")) {
            tag("label", Attribute("for", id)) {
                if let line = names.line(place) {
                    tag("span", .css("no")) { line.number }
                } else {
                    Key(place - split + 1).html
                }
                tag("span") {
                    names.label(place)
                    if let law = names.line(place)?.law {
                        tag("span", .css("sub small soft")) { visit.say(law) }
                    }
                }
            }
            if let fault { Fields.fault(id, fault) }
            tag("span", .css("entry")) {
                if let old {
                    tag("span", .css("was"), .id("\(id)-was")) {
                        visit.say(.was, visit.view.number(old[place]))
                    }
                }
                void(
                    "input", .id(id), Attribute("name", "n\(place)"), Attribute("type", "text"),
                    Attribute("inputmode", "numeric"), Attribute("autocomplete", "off"),
                    Attribute("maxlength", "12"), Attribute("value", draft.typed[place]),
                    Attribute("data-figure", draft.fitted.columns[place]),
                    Attribute("data-kind", place < split ? "line" : "vote"),
                    fault == nil ? nil : Attribute("aria-invalid", "true"),
                    Attribute(
                        "aria-describedby",
                        fault != nil ? "\(id)-fault" : old != nil ? "\(id)-was" : "equations"))
            }
        }
    }

    private var whyField: HTML {
        tag("h2") { visit.say(.whyCorrect) }
            + fields.area(
                "why", visit.say(.whyCorrectLabel), hint: visit.say(.reasonIsPublished),
                value: draft.why)
    }

    private var picture: HTML {
        tag("h2") { visit.say(.pictureOfSheet) }
            + (draft.image == nil
                ? fields.picture(visit.say(.takePicture))
                : tag("details") {
                    tag("summary") { visit.say(.anotherPicture) }
                    fields.picture(visit.say(.takePicture))
                })
    }

    private var buttons: HTML {
        tag("div", .css("buttons")) {
            fields.button(visit.say(.checkSums), deed: "check", css: "button second")
            fields.button(visit.say(button), deed: "file")
            if offersAnyway {
                tag("div", .css("box")) {
                    tag("p") { visit.say(.sheetSaysSo) }
                    fields.button(visit.say(.sendAsItStands), deed: "anyway", css: "button second")
                }
            }
        }
    }
}

/// A scan that can be looked at closely without a script: three sizes, and the picture by itself.
struct ScanFrame {
    let visit: Visit
    let image: Digest

    init(_ visit: Visit, _ image: Digest) {
        self.visit = visit
        self.image = image
    }

    func html() -> HTML {
        tag("figure", .css("scan"), Attribute("aria-label", visit.say(.scanOfSheet))) {
            tag("div", .css("zoom")) {
                for (place, size) in ["1", "2", "4"].enumerated() {
                    void(
                        "input", Attribute("type", "radio"), Attribute("name", "zoom"),
                        .id("zoom-\(size)"), place == 0 ? Attribute("checked", "") : nil)
                    tag("label", Attribute("for", "zoom-\(size)")) { "×\(size)" }
                }
                tag(
                    "a", .href(visit.address(.file(image))), Attribute("target", "_blank"),
                    Attribute("rel", "noopener")
                ) { visit.say(.openPicture) }
            }
            tag(
                "div", .css("window"), Attribute("tabindex", "0"), Attribute("role", "region"),
                Attribute("aria-label", visit.say(.scanOfSheet))
            ) {
                void(
                    "img", .src(visit.address(.file(image))),
                    Attribute("alt", visit.say(.scanOfSheet)))
            }
        }
    }
}
