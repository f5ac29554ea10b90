import Elections
import Filing
import Primitives
import Reviewing
import Web

/// On a station's page: a machine's count after review beside the count by hand, and under each
/// difference the papers that the machine could not read for certain.
struct ComparisonPart {
    let visit: Visit
    let station: PollingStation
    let contest: Contest

    @HTMLBuilder
    func html() -> HTML {
        if let taken = visit.state.review.reading(of: station.id) {
            tag("section", .css("sheet-box")) {
                tag("h3") { visit.say(.machineAgainstHandHere) }
                tag("p", .css("small soft")) { facts(taken) }
                if let comparison = visit.state.machineComparison(at: station.id, contest) {
                    compared(comparison)
                } else {
                    tag("p") { visit.say(.noHandCountYet) }
                }
            }
        }
    }

    private func facts(_ taken: TakenReading) -> String {
        let progress = visit.state.review.progress(taken.id)
        let refused = taken.reading.refusedPages
        return visit.say(
            .readingFacts, visit.view.number(taken.reading.papers),
            visit.moment(taken.at, at: station),
            visit.view.number(progress.settled + progress.undecided),
            visit.view.number(progress.papers))
            + (refused > 0 ? " " + visit.say(.refusedPagesFact, visit.view.number(refused)) : "")
    }

    @HTMLBuilder
    private func compared(_ comparison: MachineComparison) -> HTML {
        tag("p", .css("small soft")) {
            visit.say(
                .handFacts,
                visit.moment(comparison.sheet.filed ?? comparison.sheet.came, at: station))
        }
        tag("p") { verdict(comparison.both) }
        table(comparison)
        if !comparison.both.agrees {
            tag("ul", .css("traced")) {
                for (place, line) in comparison.both.lines.enumerated() where line.difference != 0 {
                    tag("li") { traced(line, place, comparison) }
                }
            }
        }
    }

    private func verdict(_ both: MachineAgainstHand) -> HTML {
        if both.agrees { return Standing.good.badge(visit.say(.machineAndHandAgree)) }
        return both.unexplained == 0
            ? Standing.doubt.badge(visit.say(.doubtfulMayExplain))
            : Standing.bad.badge(
                visit.say(.unexplainedPapers, visit.view.number(both.unexplained)))
    }

    private func table(_ comparison: MachineComparison) -> HTML {
        let before = comparison.reading.reading.totals.first { $0.contest == contest.id }
        return Table(
            caption: visit.say(.comparisonCaption, visit.say(contest.title)),
            columns: [
                .text(visit.say(.optionWord)), .number(visit.say(.machineBeforeReview)),
                .number(visit.say(.machineAfterReview)), .number(visit.say(.byHandShort)),
                .number(visit.say(.differenceWord)),
            ],
            rows: comparison.both.lines.enumerated().map { place, line in
                let first = line.option.map { before?.votes[$0] ?? 0 } ?? before?.notValid ?? 0
                return Table.Row(
                    [
                        name(line, place), HTML(text: visit.view.number(first)),
                        HTML(text: visit.view.number(line.machine)),
                        HTML(text: visit.view.number(line.hand)),
                        HTML(
                            text: (line.difference > 0 ? "+" : "")
                                + visit.view.number(line.difference)),
                    ], weight: line.difference == 0 ? .plain : .marked)
            },
            notes: comparison.both.open.isEmpty
                ? []
                : [visit.say(.openPapersNote, visit.view.number(comparison.both.open.count))]
        ).html()
    }

    private func word(_ line: MachineAgainstHand.Line, _ place: Int) -> String {
        line.option == nil ? visit.say(.papersNotValid) : visit.say(contest.options[place].name)
    }

    private func name(_ line: MachineAgainstHand.Line, _ place: Int) -> HTML {
        line.option == nil
            ? HTML(text: word(line, place)) : Key(place + 1).named(word(line, place))
    }

    // MARK: One difference

    private func traced(
        _ line: MachineAgainstHand.Line, _ place: Int, _ comparison: MachineComparison
    ) -> HTML {
        let papers = line.difference > 0 ? line.countedHere : line.couldBe
        return tag("p") { sentence(line, place, comparison.both) }
            + (papers.isEmpty
                ? HTML()
                : tag("details", .css("act")) {
                    tag("summary") {
                        visit.say(.showPapers, visit.view.number(papers.count))
                    }
                    for ref in papers { paper(ref, comparison.reading) }
                })
    }

    /// `The machine has 3 more for X. 4 papers had a doubtful mark in this contest; 3 of them are
    /// counted for X.`
    private func sentence(
        _ line: MachineAgainstHand.Line, _ place: Int, _ both: MachineAgainstHand
    ) -> String {
        let more = line.difference > 0
        let name = word(line, place)
        var parts = [
            visit.say(
                more ? .machineHasMore : .handHasMore, visit.view.number(abs(line.difference)),
                name),
            visit.say(
                more ? .doubtfulCountedHere : .doubtfulCouldBe,
                visit.view.number(both.doubtful.count),
                visit.view.number(more ? line.countedHere.count : line.couldBe.count), name),
        ]
        if !more, line.refusedPages > 0 {
            parts.append(visit.say(.refusedPagesFact, visit.view.number(line.refusedPages)))
        }
        parts.append(
            line.unexplained == 0
                ? visit.say(.lineMayBeExplained)
                : visit.say(.unexplainedPapers, visit.view.number(line.unexplained)))
        return parts.joined(separator: " ")
    }

    @HTMLBuilder
    private func paper(_ ref: PaperRef, _ taken: TakenReading) -> HTML {
        if let paper = visit.state.review.paper(ref) {
            tag("div", .css("target")) {
                tag("p", .css("take")) {
                    visit.link(
                        .reviewPaper(ref.reading, ref.number),
                        visit.say(.paperTitle, paper.sheet.text))
                }
                PaperLook(visit, taken.reading, paper)
                    .traced(contest.id, visit.state.review.review(ref).outcome)
            }
        }
    }
}
