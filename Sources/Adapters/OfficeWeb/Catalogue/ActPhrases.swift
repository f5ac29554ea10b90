import Web

/// The office's catalogue: the acts of its log.
extension Phrase {
    /// Every kind of act in words, in the order of an election night.
    static let acts: [(kind: String, phrase: Phrase)] = [
        ("election-set", Phrase("election set up", ru: "выборы настроены", ky: "шайлоо орнотулду")),
        (
            "account-set",
            Phrase(
                "account made or changed", ru: "учётная запись создана или изменена",
                ky: "эсеп түзүлдү же өзгөрдү")
        ),
        (
            "account-invited",
            Phrase("invitation made", ru: "приглашение создано", ky: "чакыруу түзүлдү")
        ),
        ("signed-in", Phrase("signed in", ru: "вход", ky: "кирди")),
        (
            "sign-in-refused",
            Phrase("sign-in refused", ru: "вход отклонён", ky: "кирүү четке кагылды")
        ),
        ("signed-out", Phrase("signed out", ru: "выход", ky: "чыкты")),
        ("map-set", Phrase("map set", ru: "карта установлена", ky: "карта орнотулду")),
        (
            "station-keys-set",
            Phrase(
                "keys of a commission set", ru: "ключи комиссии установлены",
                ky: "комиссиянын ачкычтары орнотулду")
        ),
        (
            "readiness-recorded",
            Phrase("readiness recorded", ru: "готовность записана", ky: "даярдык жазылды")
        ),
        (
            "readiness-confirmed",
            Phrase("readiness confirmed", ru: "готовность подтверждена", ky: "даярдык ырасталды")
        ),
        (
            "readiness-remarked",
            Phrase("observer's remark", ru: "замечание наблюдателя", ky: "байкоочунун пикири")
        ),
        (
            "turnout-reported",
            Phrase("turnout reported", ru: "явка сообщена", ky: "катышуу билдирилди")
        ),
        (
            "desk-counted",
            Phrase(
                "desk's counts", ru: "данные стола идентификации",
                ky: "идентификация үстөлүнүн саны")
        ),
        (
            "sheet-proposed",
            Phrase("sheet stated", ru: "протокол внесён", ky: "протокол киргизилди")
        ),
        (
            "sheet-confirmed",
            Phrase(
                "sheet confirmed and filed", ru: "протокол подтверждён и подан",
                ky: "протокол ырасталып, берилди")
        ),
        (
            "sheet-withdrawn",
            Phrase("sheet taken back", ru: "протокол отозван", ky: "протокол кайра алынды")
        ),
        (
            "sheet-refused",
            Phrase("sheet refused", ru: "протокол не принят", ky: "протокол кабыл алынган жок")
        ),
        (
            "sheet-returned",
            Phrase("sheet returned", ru: "протокол возвращён", ky: "протокол кайтарылды")
        ),
        (
            "sheet-signed",
            Phrase(
                "signed sheet taken in", ru: "подписанный протокол принят",
                ky: "кол коюлган протокол кабыл алынды")
        ),
        (
            "sheet-entered",
            Phrase(
                "sheet copied from paper", ru: "протокол внесён с бумаги",
                ky: "протокол кагаздан көчүрүлдү")
        ),
        (
            "question-raised",
            Phrase(
                "sheet put in question", ru: "протокол под вопросом",
                ky: "протокол суроо алдына коюлду")
        ),
        ("question-settled", Phrase("question settled", ru: "вопрос снят", ky: "суроо чечилди")),
        (
            "annulment-proposed",
            Phrase(
                "annulment proposed", ru: "аннулирование предложено", ky: "жокко чыгаруу сунушталды"
            )
        ),
        (
            "annulment-withdrawn",
            Phrase(
                "annulment withdrawn", ru: "предложение аннулировать отозвано",
                ky: "жокко чыгаруу сунушу кайра алынды")
        ),
        (
            "annulment-confirmed",
            Phrase("sheet annulled", ru: "протокол аннулирован", ky: "протокол жокко чыгарылды")
        ),
        ("alarm-seen", Phrase("alarm looked at", ru: "сигнал просмотрен", ky: "белги каралды")),
        (
            "reading-taken",
            Phrase("reading taken in", ru: "чтение принято", ky: "окуу кабыл алынды")
        ),
        (
            "reading-withdrawn",
            Phrase("reading taken back", ru: "чтение отозвано", ky: "окуу кайра алынды")
        ),
        (
            "paper-taken",
            Phrase("doubtful paper taken", ru: "взят бюллетень", ky: "бюллетень алынды")
        ),
        (
            "paper-put-back",
            Phrase(
                "doubtful paper put back", ru: "бюллетень возвращён", ky: "бюллетень кайра коюлду")
        ),
        (
            "opinion-given",
            Phrase("opinion on a paper", ru: "мнение о бюллетене", ky: "бюллетень жөнүндө пикир")
        ),
        (
            "opinion-taken-back",
            Phrase("opinion taken back", ru: "мнение отозвано", ky: "пикир кайра алынды")
        ),
        (
            "paper-decision-proposed",
            Phrase(
                "decision on a paper entered", ru: "решение по бюллетеню внесено",
                ky: "бюллетень боюнча чечим киргизилди")
        ),
        (
            "paper-decision-withdrawn",
            Phrase(
                "decision on a paper taken back", ru: "решение по бюллетеню отозвано",
                ky: "бюллетень боюнча чечим кайра алынды")
        ),
        (
            "paper-decision-confirmed",
            Phrase(
                "decision on a paper confirmed", ru: "решение по бюллетеню подтверждено",
                ky: "бюллетень боюнча чечим ырасталды")
        ),
        (
            "publication-proposed",
            Phrase("publication proposed", ru: "публикация предложена", ky: "жарыялоо сунушталды")
        ),
        (
            "publication-withdrawn",
            Phrase("publication withdrawn", ru: "публикация отозвана", ky: "жарыялоо кайра алынды")
        ),
        (
            "publication-confirmed",
            Phrase(
                "published as final", ru: "опубликовано как окончательное",
                ky: "акыркы катары жарыяланды")
        ),
    ]
}
