import Primitives

/// Something in a definition that makes an election under it impossible or unclear.
package struct DefinitionFlaw: Problem, Hashable {
    package let code: String
    package let summary: String
    package let remedy: String
}

extension ElectionDefinition {
    /// Every flaw, in the order of the file; empty when the definition can be used.
    ///
    /// - Parameter maximumContests: a definition with more is taken for a mistake.
    package func flaws(maximumContests: Int = 1000) -> [DefinitionFlaw] {
        var found: [DefinitionFlaw] = []
        if contests.isEmpty {
            found.append(flaw("no-contests", "The definition has no contest.", "Add a contest."))
        }
        if contests.count > maximumContests {
            found.append(
                flaw(
                    "too-many-contests", "The definition has \(contests.count) contests.",
                    "Check the file; at most \(maximumContests) are accepted."))
        }
        found += duplicates(contests.map(\.id.text), of: "contest")
        found += duplicates(districts.map(\.id.text), of: "district")
        found += duplicates(stations.map(\.id.text), of: "station")
        for contest in contests { found += flaws(of: contest) }
        found += stationFlaws()
        if markPolicy.ignoredBelow < 0 || markPolicy.countedFrom > 10_000
            || markPolicy.ignoredBelow > markPolicy.countedFrom
        {
            found.append(
                flaw(
                    "mark-policy",
                    "The mark policy ignores below \(markPolicy.ignoredBelow) and counts from \(markPolicy.countedFrom).",
                    "Both are ten-thousandths, the first at most the second."))
        }
        if let limit = riskLimitThousandths, !(1..<1000).contains(limit) {
            found.append(
                flaw(
                    "risk-limit", "The risk limit is \(limit) thousandths.",
                    "Give a whole number from 1 to 999; 50 is five per cent."))
        }
        return found
    }

    private func flaws(of contest: Contest) -> [DefinitionFlaw] {
        var found = duplicates(
            contest.options.map(\.id.text), of: "option of contest \(contest.id)")
        if contest.options.isEmpty {
            found.append(
                flaw(
                    "no-options", "Contest \(contest.id) has no options to choose from.",
                    "Add its candidates or answers, in the order printed."))
        }
        if contest.votesAllowed < 1
            || (!contest.options.isEmpty && contest.votesAllowed > contest.options.count)
        {
            found.append(
                flaw(
                    "votes-allowed",
                    "Contest \(contest.id) allows \(contest.votesAllowed) votes among \(contest.options.count) options.",
                    "Allow at least one vote and at most one for each option."))
        }
        if let rule = contest.outcome, rule.divisor < 1 || rule.numerator < 0 {
            found.append(
                flaw(
                    "outcome-share",
                    "Contest \(contest.id) asks for \(rule.numerator)/\(rule.divisor) of the base.",
                    "Give the share as two whole numbers, the second above zero."))
        }
        return found + outcomeFlaws(of: contest)
    }

    private func outcomeFlaws(of contest: Contest) -> [DefinitionFlaw] {
        contest.outcomeFlaws().map {
            flaw(String($0.code.dropFirst("rules.".count)), $0.summary, $0.remedy)
        }
    }

    private func stationFlaws() -> [DefinitionFlaw] {
        var found: [DefinitionFlaw] = []
        let known = Set(districts.map(\.id))
        for station in stations {
            if !known.contains(station.district) {
                found.append(
                    flaw(
                        "unknown-district",
                        "Station \(station.id) lies in district \(station.district), which is not defined.",
                        "Define the district or correct the station."))
            }
            if !(-1080...1080).contains(station.zoneMinutes) {
                found.append(
                    flaw(
                        "zone",
                        "Station \(station.id) lies \(station.zoneMinutes) minutes from UTC.",
                        "Give the minutes east of Greenwich, from -1080 to 1080."))
            }
            if station.closes <= station.opens {
                found.append(
                    flaw(
                        "hours", "Station \(station.id) closes before it opens.",
                        "Correct its hours; they are moments of UTC."))
            }
        }
        return found
    }

    private func duplicates(_ names: [String], of kind: String) -> [DefinitionFlaw] {
        var seen: Set<String> = []
        return names.filter { !seen.insert($0).inserted }.map {
            flaw("twice", "The \(kind) \($0) is defined twice.", "Give each \(kind) its own id.")
        }
    }

    private func flaw(_ name: String, _ summary: String, _ remedy: String) -> DefinitionFlaw {
        DefinitionFlaw(code: "elections.\(name)", summary: summary, remedy: remedy)
    }
}
