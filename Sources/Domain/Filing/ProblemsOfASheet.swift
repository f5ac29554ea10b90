import Elections
import Primitives
import Tabulation

// What is wrong with a sheet by itself: its lines, its figures, its words.

extension FilingProblem {
    package static func otherElection(_ id: ElectionDefinition.ID) -> FilingProblem {
        FilingProblem(
            "other-election", .invalid,
            LocalizedText(
                "The sheet is of another election, \(id).", ru: "Протокол других выборов, \(id).",
                ky: "Протокол башка шайлоонуку, \(id)."),
            LocalizedText(
                "Find the sheet of this election; do not copy figures across.",
                ru: "Найдите протокол этих выборов; не переносите числа.",
                ky: "Ушул шайлоонун протоколун табыңыз; сандарды көчүрбөңүз."))
    }

    package static func linesMissing(_ names: [String]) -> FilingProblem {
        let list = names.joined(separator: ", ")
        return FilingProblem(
            "lines-missing", .invalid,
            LocalizedText(
                "These lines have no figure: \(list).", ru: "В этих строках нет числа: \(list).",
                ky: "Бул саптарда сан жок: \(list)."),
            LocalizedText(
                "Write a figure in every line; nothing counted is 0.",
                ru: "Впишите число в каждую строку; если ничего нет — 0.",
                ky: "Ар бир сапка сан жазыңыз; эч нерсе жок болсо — 0."))
    }

    package static func linesUnknown(_ names: [String]) -> FilingProblem {
        let list = names.joined(separator: ", ")
        return FilingProblem(
            "lines-unknown", .invalid,
            LocalizedText(
                "These lines are not on the form, or stand twice or in another order: \(list).",
                ru: "Этих строк нет в форме, или они повторяются или стоят не по порядку: \(list).",
                ky: "Бул саптар формада жок, же кайталанат, же иретсиз: \(list)."),
            LocalizedText(
                "Fill in the form of this contest.", ru: "Заполните форму этого вопроса.",
                ky: "Ушул маселенин формасын толтуруңуз."))
    }

    package static func figureRange(_ name: String, _ value: Int) -> FilingProblem {
        FilingProblem(
            "figure-range", .invalid,
            LocalizedText(
                "Line \(name) says \(value); a figure is 0 to \(OfficeState.largestFigure).",
                ru:
                    "В строке \(name) указано \(value); число от 0 до \(OfficeState.largestFigure).",
                ky: "\(name) сабында \(value); сан 0дөн \(OfficeState.largestFigure) чейин."),
            LocalizedText(
                "Read the figure on the sheet again.", ru: "Перечитайте число в протоколе.",
                ky: "Протоколдогу санды кайра окуңуз."))
    }

    /// - Parameter equations: the texts of those broken, with both sides' figures put in.
    package static func doesNotAddUp(_ equations: [LocalizedText], _ imbalances: [Imbalance])
        -> FilingProblem
    {
        func list(_ language: Language) -> String {
            equations.map { $0[language] }.joined(separator: " ")
        }
        return FilingProblem(
            "does-not-add-up", .invalid,
            LocalizedText(
                "The sheet does not add up. \(list(.english))",
                ru: "Протокол не сходится. \(list(.russian))",
                ky: "Протокол дал келбейт. \(list(.kyrgyz))"),
            LocalizedText(
                "Read the lines of these equations again, then count again. What you sent is kept.",
                ru: "Перечитайте эти строки, затем пересчитайте. Отправленное сохранено.",
                ky: "Бул саптарды кайра окуп, анан кайра санаңыз. Жөнөтүлгөнү сакталды."),
            imbalances: imbalances)
    }

    package static func reasonMissing(_ equations: [LocalizedText], _ imbalances: [Imbalance])
        -> FilingProblem
    {
        func list(_ language: Language) -> String {
            equations.map { $0[language] }.joined(separator: " ")
        }
        return FilingProblem(
            "reason-missing", .invalid,
            LocalizedText(
                "This does not hold and needs a reason: \(list(.english))",
                ru: "Это не выполняется и требует объяснения: \(list(.russian))",
                ky: "Бул аткарылбайт жана себебин жазуу керек: \(list(.kyrgyz))"),
            LocalizedText(
                "Write beside each why it is so.", ru: "Напишите рядом с каждым, почему это так.",
                ky: "Ар биринин жанына эмне үчүн экенин жазыңыз."),
            imbalances: imbalances)
    }

    package static let whyMissing = FilingProblem(
        "why-missing", .invalid,
        LocalizedText(
            "A reason is missing.", ru: "Не указана причина.", ky: "Себеби көрсөтүлгөн жок."),
        LocalizedText(
            "Say why in a sentence; it is published.",
            ru: "Напишите причину одним предложением; она публикуется.",
            ky: "Себебин бир сүйлөм менен жазыңыз; ал жарыяланат."))

    package static let tooLong = FilingProblem(
        "too-long", .invalid,
        LocalizedText(
            "A text is longer than \(OfficeState.longestText) letters.",
            ru: "Текст длиннее \(OfficeState.longestText) знаков.",
            ky: "Текст \(OfficeState.longestText) белгиден узун."),
        LocalizedText("Say it shorter.", ru: "Сократите.", ky: "Кыскартыңыз."))

    package static let noImage = FilingProblem(
        "no-image", .invalid,
        LocalizedText(
            "The picture that the sheet names is not here.",
            ru: "Изображения, на которое ссылается протокол, здесь нет.",
            ky: "Протокол көрсөткөн сүрөт бул жерде жок."),
        LocalizedText(
            "Send the picture first, then the sheet.",
            ru: "Сначала отправьте изображение, затем протокол.",
            ky: "Адегенде сүрөттү, анан протоколду жөнөтүңүз."))
}
