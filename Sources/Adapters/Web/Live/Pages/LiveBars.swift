import Elections
import Filing
import Primitives
import Tabulation

extension LiveSite {
    /// The votes of a contest as bars, with the line that the rule draws.
    func bars(_ count: LiveCount, _ sums: Sums, _ view: View) -> HTML {
        let whole = count.base(count.shareBase, of: sums)
        guard whole > 0 else { return HTML() }
        let bars = count.votes(sums).map {
            BarPlot.Bar(key: Key($0.number), name: view.say($0.option.name), votes: $0.votes)
        }
        let limit = limit(count, view)
        let stamp = view.stamp(count)
        return BarPlot(
            title: view.say(
                .seriesAnd, view.say(.plotTitle, view.say(count.contest.title)),
                view.say(count.finality.word)),
            base: whole,
            baseText: view.say(
                .plotBase, view.say(count.shareBase.ofWhom), view.number(whole),
                view.coverage(count)),
            bars: bars, limit: limit,
            see: see(bars, whole, limit?.percent, view),
            data: view.address(shared: LiveFile.results(count.contest.id, "csv")),
            stamp: stamp.joined(separator: "\n"),
            mark: view.say(count.finality.mark), striped: !count.finality.isFinal
        ).html(view)
    }

    private func limit(_ count: LiveCount, _ view: View) -> (percent: Int, text: String)? {
        guard count.decides, let rule = count.contest.outcome, rule.kind == .majority,
            rule.divisor > 0, rule.numerator * 100 % rule.divisor == 0
        else { return nil }
        let percent = rule.numerator * 100 / rule.divisor
        return (percent, view.say(.moreThanNeeded, view.speech.percent("\(percent)")))
    }

    /// The things to see in the bars. Counted, not foretold.
    private func see(_ bars: [BarPlot.Bar], _ base: Int, _ limit: Int?, _ view: View) -> [String] {
        let ranked = bars.sorted { ($1.votes, $0.key.number) < ($0.votes, $1.key.number) }
        guard ranked.count > 1 else { return [] }
        func share(_ bar: BarPlot.Bar) -> String { view.shareOf(bar.votes, base) }
        guard ranked[0].votes > ranked[1].votes else {
            return [view.say(.seeEqual, ranked[0].name, ranked[1].name, share(ranked[0]))]
        }
        var lines = [
            view.say(.seeFirst, ranked[0].name, share(ranked[0])),
            view.say(
                .seeSecond, ranked[1].name, share(ranked[1]),
                view.count(ranked[0].votes - ranked[1].votes, .votesFewer)),
        ]
        if let limit {
            let over = ranked.filter { $0.votes * 100 > limit * base }.map(\.name)
            lines.append(
                view.say(
                    over.isEmpty ? .seeNoneOver : .seeOver, view.speech.percent("\(limit)"),
                    over.joined(separator: ", ")))
        }
        return lines
    }
}
