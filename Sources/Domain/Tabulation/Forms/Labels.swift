import Primitives

/// Texts that several forms share.
enum Labels {
    static func registered(_ id: ResultsForm.Line.ID, _ number: String) -> ResultsForm.Line {
        ResultsForm.Line(
            id, number,
            LocalizedText(
                "Voters on the list at the close",
                ru: "Избирателей в списке на момент окончания голосования",
                ky: "Добуш берүү аяктаганда тизмедеги шайлоочулар"))
    }

    static func received(_ id: ResultsForm.Line.ID, _ number: String) -> ResultsForm.Line {
        ResultsForm.Line(
            id, number,
            LocalizedText(
                "Papers received by the commission", ru: "Бюллетеней получено комиссией",
                ky: "Комиссия алган бюллетендер"))
    }

    static func issued(_ id: ResultsForm.Line.ID, _ number: String) -> ResultsForm.Line {
        ResultsForm.Line(
            id, number,
            LocalizedText(
                "Papers issued to voters", ru: "Бюллетеней выдано избирателям",
                ky: "Шайлоочуларга берилген бюллетендер"))
    }

    static func issuedEarly(_ id: ResultsForm.Line.ID, _ number: String) -> ResultsForm.Line {
        ResultsForm.Line(
            id, number,
            LocalizedText(
                "Papers issued to those who voted early",
                ru: "Бюллетеней выдано проголосовавшим досрочно",
                ky: "Мөөнөтүнөн мурда добуш бергендерге берилген бюллетендер"))
    }

    static func issuedInStation(_ id: ResultsForm.Line.ID, _ number: String) -> ResultsForm.Line {
        ResultsForm.Line(
            id, number,
            LocalizedText(
                "Papers issued in the station", ru: "Бюллетеней выдано в помещении для голосования",
                ky: "Добуш берүүчү жайда берилген бюллетендер"))
    }

    static func issuedOutside(_ id: ResultsForm.Line.ID, _ number: String) -> ResultsForm.Line {
        ResultsForm.Line(
            id, number,
            LocalizedText(
                "Papers issued outside the station",
                ru: "Бюллетеней выдано вне помещения для голосования",
                ky: "Добуш берүүчү жайдан тышкары берилген бюллетендер"))
    }

    static func cancelled(_ id: ResultsForm.Line.ID, _ number: String) -> ResultsForm.Line {
        ResultsForm.Line(
            id, number,
            LocalizedText(
                "Papers cancelled", ru: "Погашенных бюллетеней", ky: "Жокко чыгарылган бюллетендер")
        )
    }

    static func mobile(_ id: ResultsForm.Line.ID, _ number: String) -> ResultsForm.Line {
        ResultsForm.Line(
            id, number,
            LocalizedText(
                "Papers in mobile boxes", ru: "Бюллетеней в переносных ящиках",
                ky: "Көчмө урналардагы бюллетендер"))
    }

    static func stationary(_ id: ResultsForm.Line.ID, _ number: String) -> ResultsForm.Line {
        ResultsForm.Line(
            id, number,
            LocalizedText(
                "Papers in stationary boxes", ru: "Бюллетеней в стационарных ящиках",
                ky: "Туруктуу урналардагы бюллетендер"))
    }

    static func invalid(_ id: ResultsForm.Line.ID, _ number: String) -> ResultsForm.Line {
        ResultsForm.Line(
            id, number,
            LocalizedText(
                "Invalid papers", ru: "Недействительных бюллетеней", ky: "Жараксыз бюллетендер"))
    }

    static func valid(_ id: ResultsForm.Line.ID, _ number: String) -> ResultsForm.Line {
        ResultsForm.Line(
            id, number,
            LocalizedText(
                "Valid papers", ru: "Действительных бюллетеней", ky: "Жарактуу бюллетендер"))
    }

    static let ourReading = LocalizedText(
        "Our reading; not a text of the law", ru: "Наше прочтение, а не текст закона",
        ky: "Биздин окуубуз, мыйзамдын тексти эмес")

    static let papersAccounted = LocalizedText(
        "Papers received are the papers issued and cancelled.",
        ru: "Полученные бюллетени равны выданным и погашенным.",
        ky: "Алынган бюллетендер берилген жана жокко чыгарылган бюллетендерге барабар.")
    static let boxesCounted = LocalizedText(
        "Papers in the boxes are the papers counted, invalid and valid.",
        ru: "Бюллетени в ящиках равны сосчитанным, недействительным и действительным.",
        ky: "Урналардагы бюллетендер саналган жараксыз жана жарактуу бюллетендерге барабар.")
    static let votesCounted = LocalizedText(
        "Valid papers are the votes for all options together.",
        ru: "Действительные бюллетени равны сумме голосов за все варианты.",
        ky: "Жарактуу бюллетендер бардык варианттарга берилген добуштардын суммасына барабар.")
    static let boxesAtMostIssued = LocalizedText(
        "Papers in the boxes are no more than the papers issued.",
        ru: "Бюллетеней в ящиках не больше, чем выдано.",
        ky: "Урналардагы бюллетендер берилгенден көп эмес.")
    static let issuedAtMostRegistered = LocalizedText(
        "Papers issued are no more than the voters on the list.",
        ru: "Выдано бюллетеней не больше, чем избирателей в списке.",
        ky: "Берилген бюллетендер тизмедеги шайлоочулардан көп эмес.")
}
