import Filing
import Primitives
import Reviewing
import Web

/// What each reviewer said of a paper, with the name beside it. Drawn only once reviewers are done with
/// it, for whom `OfficeState.opensOpinions` lets see it.
struct OpinionLook {
    let visit: Visit
    let review: PaperReview

    /// Of one place.
    func place(_ place: Int) -> HTML {
        tag("div", .css("said")) {
            tag("p", .css("small soft")) { visit.say(.reviewersSaid) }
            tag("ul") {
                for given in review.opinions {
                    tag("li") {
                        tag("span") { visit.person(given.by) }
                        tag("strong") { word(given.opinion, place) }
                    }
                }
            }
        }
    }

    private func word(_ opinion: PaperOpinion, _ place: Int) -> String {
        guard !opinion.spoiled, opinion.choices.indices.contains(place) else {
            return visit.say(.saidSpoiled)
        }
        return visit.say(PaperLook.word(opinion.choices[place]))
    }

    /// Why each said so, where they did.
    @HTMLBuilder
    func reasons() -> HTML {
        let told = review.opinions.filter { $0.opinion.why != nil }
        if !told.isEmpty {
            tag("div", .css("said")) {
                tag("p", .css("small soft")) { visit.say(.inTheirWords) }
                tag("ul") {
                    for given in told {
                        tag("li") {
                            tag("span") { visit.person(given.by) }
                            tag("q") { given.opinion.why ?? "" }
                        }
                    }
                }
            }
        }
    }
}
