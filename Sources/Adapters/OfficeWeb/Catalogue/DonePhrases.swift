import Web

/// The office's catalogue, part two: what happened, on the page that a form leads to.
extension Phrase {
    static func done(_ done: Done) -> Phrase {
        doneOfSheets(done) ?? doneOfReview(done) ?? doneOfOffice(done)
            ?? Phrase("Done.", ru: "Готово.", ky: "Аткарылды.")
    }

    private static func doneOfSheets(_ done: Done) -> Phrase? {
        switch done {
        case .stated:
            Phrase(
                "Stated. It counts when a second member has confirmed it.",
                ru: "Внесено. Протокол будет подан, когда его подтвердит второй член комиссии.",
                ky: "Киргизилди. Комиссиянын экинчи мүчөсү ырастаганда эсептелет.")
        case .correctionStated:
            Phrase(
                "The correction is stated. It counts when an officer has confirmed it; until then the filed sheet stands.",
                ru:
                    "Исправление внесено. Оно вступит в силу после подтверждения сотрудником; до этого действует поданный протокол.",
                ky:
                    "Оңдоо киргизилди. Кызматкер ырастаганда күчүнө кирет; ага чейин берилген протокол күчүндө."
            )
        case .refused:
            Phrase(
                "Refused, because it does not add up. What was sent is kept.",
                ru: "Не принято: протокол не сходится. Отправленное сохранено.",
                ky: "Кабыл алынган жок: протокол дал келбейт. Жөнөтүлгөнү сакталды.")
        case .filed:
            Phrase(
                "Filed. It counts now.", ru: "Подано. Протокол учтён.",
                ky: "Берилди. Эми эсептелет.")
        case .returned:
            Phrase(
                "Returned to who stated it, with your reason.",
                ru: "Возвращено внёсшему с вашей причиной.",
                ky: "Сиздин себебиңиз менен киргизген адамга кайтарылды.")
        case .withdrawn: Phrase("Taken back.", ru: "Отозвано.", ky: "Кайра алынды.")
        case .entered:
            Phrase(
                "Your copy is kept. A second clerk copies the sheet without seeing it.",
                ru: "Ваша копия сохранена. Второй сотрудник вносит протокол, не видя её.",
                ky: "Көчүрмөңүз сакталды. Экинчи кызматкер аны көрбөй протоколду көчүрөт.")
        case .entriesAgree:
            Phrase(
                "Both copies agree. The sheet is filed.", ru: "Обе копии совпали. Протокол подан.",
                ky: "Эки көчүрмө дал келди. Протокол берилди.")
        case .entriesDiffer:
            Phrase(
                "The copies differ. A third person looks at the paper.",
                ru: "Копии расходятся. Бумагу посмотрит третий.",
                ky: "Көчүрмөлөр айырмаланат. Кагазды үчүнчү адам карайт.")
        case .questionRaised:
            Phrase(
                "The sheet is in question. It stays in the sums, and every sum says so.",
                ru: "Протокол под вопросом. Он остаётся в суммах, и при каждой сумме это указано.",
                ky: "Протокол суроо алдында. Ал суммада калат жана ар бир суммада бул айтылат.")
        case .questionSettled:
            Phrase("The question is settled.", ru: "Вопрос снят.", ky: "Суроо чечилди.")
        case .annulmentProposed:
            Phrase(
                "Annulment proposed. A second officer must confirm it.",
                ru: "Аннулирование предложено. Его должен подтвердить второй сотрудник.",
                ky: "Жокко чыгаруу сунушталды. Аны экинчи кызматкер ырасташы керек.")
        case .annulmentWithdrawn:
            Phrase(
                "The proposal to annul is withdrawn.", ru: "Предложение отозвано.",
                ky: "Сунуш кайра алынды.")
        case .annulled:
            Phrase(
                "Annulled. The sheet is out of the sums; it stays on the page.",
                ru: "Аннулировано. Протокол исключён из сумм и остаётся на странице.",
                ky: "Жокко чыгарылды. Протокол суммадан чыкты, бирок бетте калат.")
        case .alarmSeen:
            Phrase(
                "Noted that you looked.", ru: "Отмечено, что вы посмотрели.",
                ky: "Караганыңыз белгиленди.")
        default: nil
        }
    }

    private static func doneOfOffice(_ done: Done) -> Phrase? {
        switch done {
        case .already:
            Phrase(
                "This was done already; nothing was done twice.",
                ru: "Это уже сделано; дважды ничего не выполнено.",
                ky: "Бул мурда эле жасалган; эч нерсе эки жолу жасалган жок.")
        case .kept:
            Phrase(
                "Here is what you had typed. Nothing has been sent yet.",
                ru: "Вот что вы ввели. Ещё ничего не отправлено.",
                ky: "Мына терген нерсеңиз. Азырынча эч нерсе жөнөтүлгөн жок.")
        case .signedOut: Phrase("You are signed out.", ru: "Вы вышли.", ky: "Сиз чыктыңыз.")
        case .turnoutReported:
            Phrase("Turnout reported.", ru: "Явка сообщена.", ky: "Катышуу билдирилди.")
        case .recorded:
            Phrase(
                "Recorded. A second person confirms what is ready.",
                ru: "Записано. Готовность подтверждает второй человек.",
                ky: "Жазылды. Даяр нерсени экинчи адам ырастайт.")
        case .confirmed: Phrase("Confirmed.", ru: "Подтверждено.", ky: "Ырасталды.")
        case .remarked:
            Phrase(
                "Your remark stands beside the commission's word.",
                ru: "Ваше замечание стоит рядом со словом комиссии.",
                ky: "Сын-пикириңиз комиссиянын сөзүнүн жанында турат.")
        case .publicationProposed:
            Phrase(
                "Proposed. A second officer confirms the publication.",
                ru: "Предложено. Публикацию подтверждает второй сотрудник.",
                ky: "Сунушталды. Жарыялоону экинчи кызматкер ырастайт.")
        case .publicationWithdrawn:
            Phrase(
                "The proposal is withdrawn.", ru: "Предложение отозвано.", ky: "Сунуш кайра алынды."
            )
        case .published:
            Phrase(
                "Published as final.", ru: "Опубликовано как окончательное.",
                ky: "Акыркы катары жарыяланды.")
        case .accountSet:
            Phrase("The account is saved.", ru: "Учётная запись сохранена.", ky: "Эсеп сакталды.")
        case .electionSet:
            Phrase("The election is set up.", ru: "Выборы настроены.", ky: "Шайлоо орнотулду.")
        case .mapSet: Phrase("The map is set.", ru: "Карта установлена.", ky: "Карта орнотулду.")
        case .keysSet:
            Phrase(
                "The station's keys are set.", ru: "Ключи участка установлены.",
                ky: "Участканын ачкычтары орнотулду.")
        default: nil
        }
    }
}
