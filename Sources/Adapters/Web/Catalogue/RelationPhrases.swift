/// Words on relations between a station's sheets and to its desk.
extension Phrase {
    static let betweenSheets = Phrase(
        "Between the sheets, and the desk", ru: "Между протоколами и столом идентификации",
        ky: "Протоколдордун жана идентификация үстөлүнүн ортосу")
    static let deskLine = Phrase(
        "The desk admitted {0} of {1} on the list, {2} of them through the fallback.",
        ru: "Стол идентификации допустил {0} из {1} в списке, из них {2} запасным способом.",
        ky: "Идентификация үстөлү тизмедеги {1} ичинен {0} киргизди, анын {2} кошумча жол менен.")
    static let relationsHold = Phrase(
        "Every relation between the sheets and the desk holds that could be asked.",
        ru: "Все соотношения между протоколами и столом, которые можно проверить, выполняются.",
        ky: "Текшерүүгө мүмкүн болгон бардык катыштар аткарылат.")
}
