import Filing
import Primitives
import Reviewing
import Web

/// The decisions on one paper. Works by pressing and typing alone; with the script a key is enough for
/// each, and the form says which.
struct PaperForm {
    let visit: Visit
    let fields: Fields
    let look: PaperLook
    let review: PaperReview

    /// Shown only where the script makes it true.
    static func key(_ letter: String) -> HTML {
        tag("kbd", Attribute("aria-hidden", "true")) { letter }
    }

    func html() -> HTML {
        fields.form(css: "review-form", id: "review") {
            tag("div", .css("paper")) {
                tag("div", .css("targets")) {
                    for (place, target) in look.paper.targets.enumerated() {
                        self.target(place, target)
                    }
                    whole
                }
                tag("aside", Attribute("aria-label", visit.say(.wholePaper))) { look.pages() }
            }
        }
    }

    private func target(_ place: Int, _ target: DoubtfulTarget) -> HTML {
        let fault = fields.filled.fault("c\(place)")
        let now = fields.filled.value("c\(place)")
        return tag(
            "fieldset", fault == nil ? .css("target") : .css("target faulty"),
            .id("t\(place)"), Attribute("tabindex", "-1"),
            // The place has the focus and none of the choices, so that none is nearer.
            place == 0 && fields.filled.faults.isEmpty ? Attribute("autofocus", "") : nil
        ) {
            look.heading(target, "legend")
            if let fault {
                tag("p", .css("fault")) {
                    Standing.bad.shape
                    tag("span") { fault }
                }
            }
            look.crop(target)
            look.reasons(target)
            tag("div", .css("choices")) {
                for (index, choice) in TargetChoice.allCases.enumerated() {
                    tag("label") {
                        void(
                            "input", Attribute("type", "radio"), Attribute("name", "c\(place)"),
                            Attribute("value", choice.rawValue),
                            index == 0 ? .id("f-c\(place)") : nil,
                            choice.rawValue == now ? Attribute("checked", "") : nil)
                        tag("span") { visit.say(PaperLook.word(choice)) }
                        Self.key("\(index + 1)")
                    }
                }
            }
        }
    }

    private var spoiling: HTML {
        tag("label", .css("tick")) {
            void(
                "input", Attribute("type", "checkbox"), Attribute("name", "spoiled"),
                Attribute("value", "yes"), .id("f-spoiled"),
                fields.filled.value("spoiled") == "yes" ? Attribute("checked", "") : nil)
            tag("span") { visit.say(.paperIsSpoiled) }
            Self.key("s")
        }
            + fields.text(
                Fields.Text(
                    name: "why", label: visit.say(.whyOfPaper), most: 300, required: false))
    }

    private var whole: HTML {
        tag("div", .css("whole-paper")) {
            tag("div", .css("spoiling")) { spoiling }
            tag("p", .css("small"), .id("chosen"), Attribute("role", "status")) { "" }
            tag("div", .css("buttons")) {
                tag(
                    "button", .css("button"), Attribute("type", "submit"), Attribute("name", "do"),
                    Attribute("value", "send"), .id("send")
                ) {
                    visit.say(.sendAndNext)
                    Self.key("n")
                }
                tag("button", .css("button second"), Attribute("type", "reset"), .id("undo")) {
                    visit.say(.undoChoice)
                    Self.key("u")
                }
            }
            tag("div", .css("buttons away")) {
                if let lease = review.lease {
                    tag("p", .css("small soft")) {
                        visit.say(
                            .yoursUntil,
                            visit.view.speech.clock(
                                lease.until, zoneMinutes: visit.view.frame.zoneMinutes))
                    }
                }
                fields.button(visit.say(.keepLonger), deed: "keep", css: "plain")
                fields.button(visit.say(.putPaperBack), deed: "put-back", css: "plain")
            }
        }
    }
}
