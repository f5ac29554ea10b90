import Web

/// Words on what a station's desk counted.
extension Phrase {
    static let deskCounts = Phrase(
        "What the desk counted", ru: "Что насчитал стол идентификации",
        ky: "Идентификация үстөлү эмнени санады")
    static let deskHow = Phrase(
        "At the close, from the equipment and the list. The sheets are held to it.",
        ru: "После закрытия, по оборудованию и списку. С этим сверяются протоколы.",
        ky: "Жабылгандан кийин, жабдуу жана тизме боюнча. Протоколдор ушуну менен салыштырылат.")
    static let deskRegistered = Phrase(
        "Names on the list", ru: "Имён в списке", ky: "Тизмедеги ысымдар")
    static let deskAdmitted = Phrase(
        "Voters admitted", ru: "Допущено избирателей", ky: "Киргизилген шайлоочулар")
    static let deskFallback = Phrase(
        "Of those, through the fallback", ru: "Из них запасным способом",
        ky: "Анын ичинен кошумча жол менен")
    static let otherSheets = Phrase(
        "Against the other sheet and the desk", ru: "Сверка с другим протоколом и столом",
        ky: "Башка протокол жана үстөл менен салыштыруу")
    static let handOn = Phrase("Hand on", ru: "Передать", ky: "Өткөрүп берүү")
}
