/// The catalogue, part five: audit, statistic, log and verification.
extension Phrase {
    static let noAuditYet = Phrase(
        "No audit yet. Its seed is drawn in public after the records are sealed.",
        ru: "Аудита пока нет. Его число выбирают публично после запечатывания записей.",
        ky: "Аудит азырынча жок. Анын саны жазуулар мөөрлөнгөндөн кийин ачык тандалат.")
    static let theAudit = Phrase("The audit", ru: "Аудит", ky: "Аудит")
    static let auditQuestion = Phrase(
        "Would a look at a few papers have shown a wrong outcome?",
        ru: "Показал бы взгляд на часть бюллетеней неверный исход?",
        ky: "Бир нече бюллетенди кароо туура эмес жыйынтыкты көрсөтмөк беле?")
    static let openAudit = Phrase(
        "Seed, sample and every paper drawn", ru: "Число, выборка и каждый выбранный бюллетень",
        ky: "Сан, тандалма жана ар бир тандалган бюллетень")
    static let auditConfirms = Phrase(
        "The papers bear the outcome out.", ru: "Бюллетени подтверждают исход.",
        ky: "Бюллетендер жыйынтыкты ырастайт.")
    static let auditDoesNotConfirm = Phrase(
        "The papers drawn do not yet bear the outcome out.",
        ru: "Выбранные бюллетени пока не подтверждают исход.",
        ky: "Тандалган бюллетендер жыйынтыкты азырынча ырастабайт.")
    static let riskInWords = Phrase(
        "If the outcome were wrong, a sample as good as this one would come up with a chance of at most {0}. The limit set for this audit is {1}.",
        ru:
            "Будь исход неверным, столь хорошая выборка выпала бы с вероятностью не более {0}. Установленный предел: {1}.",
        ky:
            "Эгер жыйынтык туура эмес болсо, мындай жакшы тандалма эң көп дегенде {0} ыктымалдык менен чыкмак. Белгиленген чек: {1}."
    )
    static let measuredRisk = Phrase(
        "Measured risk", ru: "Измеренный риск", ky: "Өлчөнгөн тобокелдик")
    static let riskLimitIs = Phrase(
        "Risk limit {0}", ru: "Предел риска {0}", ky: "Тобокелдик чеги {0}")
    static let draws = Phrase("Draws", ru: "Выборов бюллетеня", ky: "Тандоолор")
    static let fromPapers = Phrase("From {0}", ru: "Из {0}", ky: "{0} ичинен")
    static let papersThatDiffer = Phrase(
        "Papers read differently", ru: "Прочтены по-разному", ky: "Башкача окулган бюллетендер")
    static let howDrawn = Phrase(
        "How the papers were drawn", ru: "Как выбраны бюллетени", ky: "Бюллетендер кантип тандалды")
    static let seed = Phrase("Seed", ru: "Исходное число", ky: "Баштапкы сан")
    static let drawnAt = Phrase("Drawn", ru: "Выбрано", ky: "Тандалды")
    static let ruleOfDraw = Phrase("Rule", ru: "Правило", ky: "Эреже")
    static let ruleOfDrawText = Phrase(
        "Draw i takes SHA-256 of the seed, a comma and i; the remainder by {0}, plus one, is the place in the list of papers, ordered by number.",
        ru:
            "Выбор i: SHA-256 от исходного числа, запятой и i; остаток от деления на {0} плюс один есть место в списке бюллетеней по номерам.",
        ky:
            "i-тандоо: баштапкы сан, үтүр жана i боюнча SHA-256; {0} бөлгөндөгү калдык кошуу бир, номерлер боюнча тизмедеги орун."
    )
    static let repeatDraw = Phrase(
        "Repeat the first draw on any machine:", ru: "Повторите первый выбор на любой машине:",
        ky: "Биринчи тандоону каалаган машинада кайталаңыз:")
    static let sentencesChecked = Phrase(
        "Sentences that make the outcome right", ru: "Утверждения, из которых следует исход",
        ky: "Жыйынтыкты туура кылган сүйлөмдөр")
    static let assertionsCaption = Phrase(
        "Each sentence and its risk", ru: "Каждое утверждение и его риск",
        ky: "Ар бир сүйлөм жана анын тобокелдиги")
    static let assertsBeats = Phrase(
        "{0} has more votes than {1}", ru: "{0} имеет больше голосов, чем {1}",
        ky: "{0} {1} караганда көп добуш алган")
    static let assertsMajorityTook = Phrase(
        "{0} has more than half of those who took part",
        ru: "{0} имеет больше половины голосов принявших участие",
        ky: "{0} катышкандардын жарымынан көбүн алган")
    static let assertsMajorityValid = Phrase(
        "{0} has more than half of the valid papers",
        ru: "{0} имеет больше половины действительных бюллетеней",
        ky: "{0} жарактуу бюллетендердин жарымынан көбүн алган")
    static let margin = Phrase("Margin", ru: "Запас", ky: "Кор")
    static let marginNote = Phrase(
        "Margin: the votes above one half, in half-votes over all papers. Over and under: drawn papers on which the machine says more, or less, for the sentence than the person.",
        ru:
            "Запас: голоса сверх половины, в полуголосах ко всем бюллетеням. Больше и меньше: выбранные бюллетени, где машина даёт утверждению больше или меньше, чем человек.",
        ky:
            "Кор: жарымынан ашкан добуштар, бардык бюллетендерге карата жарым добуш менен. Көп жана аз: машина сүйлөмгө адамга караганда көп же аз берген бюллетендер."
    )
    static let overstated = Phrase("Over", ru: "Больше", ky: "Көп")
    static let understated = Phrase("Under", ru: "Меньше", ky: "Аз")
    static let risk = Phrase("Risk", ru: "Риск", ky: "Тобокелдик")
    static let verdict = Phrase("Verdict", ru: "Вывод", ky: "Корутунду")
    static let confirmed = Phrase("confirmed", ru: "подтверждено", ky: "ырасталды")
    static let notConfirmed = Phrase("not confirmed", ru: "не подтверждено", ky: "ырасталган жок")
    static let theSample = Phrase("The sample", ru: "Выборка", ky: "Тандалма")
    static let sampleCaption = Phrase(
        "Papers in the order drawn, with what a person read",
        ru: "Бюллетени в порядке выбора и что прочёл человек",
        ky: "Бюллетендер тандалган ирети менен жана адам окуганы")
    static let draw = Phrase("Draw", ru: "Выбор", ky: "Тандоо")
    static let wholePercentages = Phrase(
        "Whole percentages", ru: "Целые проценты", ky: "Бүтүн пайыздар")
    static let openStatistic = Phrase(
        "What this number says and does not say", ru: "Что это число говорит и чего не говорит",
        ky: "Бул сан эмнени айтат жана эмнени айтпайт")
    static let statisticQuestion = Phrase(
        "How many stations have a share that is a whole percentage, and how many would by chance?",
        ru: "На скольких участках доля оказалась целым процентом и сколько дала бы случайность?",
        ky: "Канча участкада үлүш бүтүн пайыз болгон жана кокустук канчаны бермек?")
    static let statisticCaption = Phrase(
        "Stations at a whole percentage", ru: "Участки с целым процентом",
        ky: "Бүтүн пайыздуу участкалар")
    static let wholePercentageOf = Phrase(
        "Whole percentage of", ru: "Целый процент", ky: "Бүтүн пайыз")
    static let turnoutOrLeader = Phrase(
        "Turnout or leader's share", ru: "Явка или доля лидера",
        ky: "Катышуу же алдыңкынын үлүшү")
    static let leadersShare = Phrase("Leader's share", ru: "Доля лидера", ky: "Алдыңкынын үлүшү")
    static let observed = Phrase("Reported", ru: "Сообщено", ky: "Билдирилген")
    static let byChance = Phrase("By chance", ru: "Случайно", ky: "Кокустан")
    static let spread = Phrase(
        "Standard deviation", ru: "Стандартное отклонение", ky: "Стандарттык четтөө")
    static let statisticCoverage = Phrase(
        "{0} stations used and {1} left out, of {2} sheets.",
        ru: "Учтено участков: {0}, не учтено: {1}, всего протоколов: {2}.",
        ky: "Эсепке алынган участкалар: {0}, алынбагандары: {1}, бардык протоколдор: {2}.")
    static let whatChanceMeans = Phrase(
        "What chance means here", ru: "Что здесь значит случайность",
        ky: "Бул жерде кокустук эмнени билдирет")
    static let whatItCannotSay = Phrase(
        "What it cannot say", ru: "Чего оно не говорит", ky: "Ал эмнени айта албайт")
    static let source = Phrase("Source", ru: "Источник", ky: "Булак")
    static let statisticWarning = Phrase(
        "It is a number, not an accusation. With {0} stations it can say little.",
        ru: "Это число, а не обвинение. При числе участков {0} оно мало что значит.",
        ky: "Бул сан, айыптоо эмес. Участкалар {0} болгондо ал аз эле нерсе айта алат.")

    static let canIVerify = Phrase(
        "Can I verify this?", ru: "Могу ли я это проверить?", ky: "Муну текшере аламбы?")
    static let stepsHold = Phrase(
        "{0} of {1} verifications hold", ru: "Выполнено проверок: {0} из {1}",
        ky: "{1} текшерүүнүн {0} аткарылды")
    static let verifiedHere = Phrase(
        "Before this page was made, every step was computed again from the record's files.",
        ru: "Прежде чем эта страница была построена, каждый шаг вычислен заново по файлам записи.",
        ky: "Бул бет түзүлгөнгө чейин ар бир кадам жазуунун файлдарынан кайра эсептелди.")
    static let notVerifiedHere = Phrase(
        "Some steps do not hold. Do not quote figures of this record before you have seen which.",
        ru: "Некоторые шаги не выполнены. Не цитируйте числа этой записи, пока не увидите, какие.",
        ky:
            "Кээ бир кадамдар аткарылган жок. Кайсылары экенин көрмөйүнчө бул жазуунун сандарын келтирбеңиз."
    )
    static let verifyQuestion = Phrase(
        "Every step below is computed again from the published files; none compares a checksum and calls it proof.",
        ru:
            "Каждый шаг вычисляется заново по опубликованным файлам; сверка контрольных сумм доказательством не считается.",
        ky:
            "Ар бир кадам жарыяланган файлдардан кайра эсептелет; текшерүү суммасын салыштыруу далил деп эсептелбейт."
    )
    static let keyFromRecord = Phrase(
        "The key came from the record itself. Take it from a source that you trust and compare.",
        ru: "Ключ взят из самой записи. Возьмите его из источника, которому доверяете, и сравните.",
        ky: "Ачкыч жазуунун өзүнөн алынды. Аны сиз ишенген булактан алып, салыштырыңыз.")
    static let keyWasGiven = Phrase(
        "The signature was checked with the key that the reader gave.",
        ru: "Подпись проверена ключом, который дал читатель.",
        ky: "Кол тамга окурман берген ачкыч менен текшерилди.")
    static let withProgram = Phrase(
        "With the small program", ru: "Малой программой", ky: "Кичинекей программа менен")
    static let withProgramText = Phrase(
        "Download the folder “record” beside these pages and run the verifier over it. It sees neither the reader of the papers nor this service.",
        ru:
            "Скачайте папку «record» рядом с этими страницами и запустите проверку. Она не видит ни программы чтения бюллетеней, ни этой службы.",
        ky:
            "Бул беттердин жанындагы «record» папкасын жүктөп алып, текшерүүчүнү иштетиңиз. Ал бюллетень окуган программаны да, бул кызматты да көрбөйт."
    )
    static let byHand = Phrase("By hand", ru: "Вручную", ky: "Кол менен")
    static let byHandText = Phrase(
        "The digest of any file can be computed on any machine and compared with its entry in the log:",
        ru: "Хеш любого файла можно вычислить на любой машине и сравнить с записью журнала:",
        ky:
            "Каалаган файлдын хешин каалаган машинада эсептеп, журналдагы жазуу менен салыштырса болот:"
    )
    static let byHandLeaf = Phrase(
        "An entry is a few lines of text. Its leaf is SHA-256 of a zero byte and that text; two nodes join as SHA-256 of a one byte and both. The last node is the root that the checkpoint signs.",
        ru:
            "Запись журнала есть несколько строк текста. Лист: SHA-256 от нулевого байта и этого текста; два узла соединяются как SHA-256 от байта один и обоих. Последний узел есть корень, который подписан.",
        ky:
            "Журналдын жазуусу бир нече сап текст. Жалбырагы: нөл байттын жана ошол тексттин SHA-256; эки түйүн бир байттын жана экөөнүн SHA-256 катары биригет. Акыркы түйүн кол коюлган тамыр."
    )
    static let theLog = Phrase("The log", ru: "Журнал", ky: "Журнал")
    static let openLog = Phrase(
        "Every entry of the log", ru: "Все записи журнала", ky: "Журналдын бардык жазуулары")
    static let logLead = Phrase(
        "Everything that a chapter handed on, in the order in which it was sealed.",
        ru: "Всё, что передала каждая глава, в порядке запечатывания.",
        ky: "Ар бир бөлүм өткөрүп берген нерселер, мөөрлөнгөн ирети менен.")
    static let logOrigin = Phrase("Name of the log", ru: "Имя журнала", ky: "Журналдын аты")
    static let logSize = Phrase("Size", ru: "Размер", ky: "Көлөмү")
    static let logRoot = Phrase("Root", ru: "Корень", ky: "Тамыры")
    static let logKey = Phrase("Key", ru: "Ключ", ky: "Ачкыч")
    static let entriesCaption = Phrase("Entries", ru: "Записи", ky: "Жазуулар")
    static let entryNumber = Phrase("No.", ru: "№", ky: "№")
    static let bytes = Phrase("Bytes", ru: "Байт", ky: "Байт")
    static let madeFrom = Phrase("Made from", ru: "Получено из", ky: "Кайдан алынды")
    static let disclosure = Phrase(
        "Can a paper be tied to a person?", ru: "Можно ли связать бюллетень с человеком?",
        ky: "Бюллетенди адамга байланыштырса болобу?")
    static let disclosureLead = Phrase(
        "Asked of the published files themselves:", ru: "Проверено по самим опубликованным файлам:",
        ky: "Жарыяланган файлдардын өзүнөн текшерилди:")
}
