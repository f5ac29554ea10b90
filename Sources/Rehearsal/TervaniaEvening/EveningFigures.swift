import Elections
import Filing
import Primitives
import Tabulation
import Tervania

/// The figures of one station's sheet, as its invented commission counts them.
struct EveningFigures {
    let profile: Tervania.Profile
    let contest: Contest

    /// Papers given out.
    var issued: Int { profile.registered * profile.turnout / 100 }

    /// - Parameter series: the scanner sees one paper in north-002 as blank that the hand counts.
    func values(_ series: Series) -> [SheetStatement.Figure] {
        let papers = Tervania.intentions(at: profile.id, papers: issued, seed: 2031)
            .map { $0[contest.id] ?? [] }
        var votes = contest.options.map { option in
            papers.filter { $0 == [option.id] }.count
        }
        if series == .scanner, profile.id == "north-002", votes[0] > 0 { votes[0] -= 1 }
        let valid = votes.reduce(0, +)
        let received = Tervania.papersReceived(at: profile)
        let mobile = issued / 12
        let lines = [
            profile.registered, received, issued, received - issued, mobile, issued - mobile,
            issued - valid, valid,
        ]
        let names = TervaniaForms.sheet.lines.map(\.id.text) + contest.options.map(\.id.text)
        return zip(names, lines + votes).map { SheetStatement.Figure($0, $1) }
    }

    func statement(
        _ series: Series, changing changes: [String: Int] = [:],
        reasons: [SheetStatement.Reason] = [], replaces: SheetStatement? = nil, why: String? = nil
    ) -> SheetStatement {
        SheetStatement(
            election: Tervania.definition.id, station: profile.id, contest: contest.id,
            series: series,
            figures: values(series).map {
                SheetStatement.Figure($0.name, $0.value + (changes[$0.name] ?? 0))
            }, reasons: reasons, replaces: replaces?.id, why: why)
    }
}
