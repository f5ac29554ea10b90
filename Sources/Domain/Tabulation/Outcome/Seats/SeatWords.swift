import Elections
import Primitives

/// A sharing of seats told step by step.
struct SeatWords {
    let rule: SeatRule
    let figures: SeatFigures
    let allocation: SeatAllocation

    private var names: [ContestOption.ID: LocalizedText] {
        Dictionary(
            figures.lists.map { ($0.id, $0.name ?? LocalizedText($0.id.text)) },
            uniquingKeysWith: { first, _ in first })
    }

    var sentences: [LocalizedText] {
        let names = names
        func name(_ id: ContestOption.ID) -> LocalizedText { names[id] ?? LocalizedText(id.text) }
        var told = allocation.steps.map { sentence($0, name($0.list)) }
        told += allocation.ties.map { $0.sentence(names: names) }
        told += allocation.lists.map { list in
            let name = name(list.id)
            return LocalizedText(
                "\(name.en): \(list.votes) votes, \(list.seats) seats.",
                ru: "\(name[.russian]): голосов \(list.votes), мандатов \(list.seats).",
                ky: "\(name[.kyrgyz]): добуш \(list.votes), мандат \(list.seats).")
        }
        for list in allocation.lists {
            guard let vacant = list.vacant else { continue }
            let name = name(list.id)
            told.append(
                LocalizedText(
                    "\(name.en) has no candidate for \(vacant) of its seats.",
                    ru: "«\(name[.russian])»: нет кандидатов на \(vacant) мандатов.",
                    ky: "«\(name[.kyrgyz])»: \(vacant) мандатка талапкер жок."))
        }
        if allocation.seatsLeft > 0 {
            told.append(
                LocalizedText(
                    "\(allocation.seatsLeft) seats are left: the rule does not break the tie.",
                    ru:
                        "Не распределено мандатов: \(allocation.seatsLeft); правило не разрешает равенство.",
                    ky: "Бөлүштүрүлбөгөн мандат: \(allocation.seatsLeft); эреже теңдикти чечпейт."))
        }
        return told
    }

    private func sentence(_ step: SeatAllocation.Step, _ name: LocalizedText) -> LocalizedText {
        let ru = name[.russian]
        let ky = name[.kyrgyz]
        switch step.kind {
        case .threshold:
            let share = Percentage(step.numerator, of: step.divisor).text() ?? "–"
            let local = Language.russian.decimals(share)
            return step.holds == true
                ? LocalizedText(
                    "\(name.en) has \(step.numerator) of \(step.divisor), \(share) %: takes part.",
                    ru: "«\(ru)»: \(step.numerator) из \(step.divisor), \(local) %: участвует.",
                    ky: "«\(ky)»: \(step.divisor) ичинен \(step.numerator), \(local) %: катышат.")
                : LocalizedText(
                    "\(name.en) has \(step.numerator) of \(step.divisor), \(share) %: below the threshold.",
                    ru: "«\(ru)»: \(step.numerator) из \(step.divisor), \(local) %: ниже барьера.",
                    ky:
                        "«\(ky)»: \(step.divisor) ичинен \(step.numerator), \(local) %: босогодон төмөн."
                )
        case .quota:
            return LocalizedText(
                "\(name.en): \(step.seats) whole quotas in \(step.numerator) votes.",
                ru: "«\(ru)»: целых квот \(step.seats) в \(step.numerator) голосах.",
                ky: "«\(ky)»: \(step.numerator) добушта бүтүн квота \(step.seats).")
        case .remainder:
            return LocalizedText(
                "\(name.en): one seat for the remainder \(step.numerator)/\(step.divisor).",
                ru: "«\(ru)»: один мандат за остаток \(step.numerator)/\(step.divisor).",
                ky: "«\(ky)»: \(step.numerator)/\(step.divisor) калдыгы үчүн бир мандат.")
        case .quotient:
            let divisor =
                step.divisor % 10 == 0
                ? "\(step.divisor / 10)" : "\(step.divisor / 10).\(step.divisor % 10)"
            let local = Language.russian.decimals(divisor)
            return LocalizedText(
                "\(name.en): one seat for the quotient \(step.numerator) / \(divisor).",
                ru: "«\(ru)»: один мандат за частное \(step.numerator) / \(local).",
                ky: "«\(ky)»: \(step.numerator) / \(local) бөлүндүсү үчүн бир мандат.")
        }
    }
}
