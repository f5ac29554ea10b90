import Primitives

extension ImageProblem {
    package var text: LocalizedText {
        switch self {
        case .empty:
            LocalizedText("The file is empty.", ru: "Файл пуст.", ky: "Файл бош.")
        case .unknownKind:
            LocalizedText(
                "The file is no JPEG, PNG, TIFF or PDF.",
                ru: "Файл не является JPEG, PNG, TIFF или PDF.",
                ky: "Файл JPEG, PNG, TIFF же PDF эмес.")
        case .corrupt(let words):
            LocalizedText(
                "The picture is truncated or damaged (\(words)).",
                ru: "Изображение обрезано или повреждено (\(words)).",
                ky: "Сүрөт кесилген же бузулган (\(words)).")
        case .noPixels:
            LocalizedText(
                "The picture has no pixels.", ru: "В изображении нет ни одной точки.",
                ky: "Сүрөттө бир да чекит жок.")
        case .tooLarge(let width, let height):
            LocalizedText(
                "The picture has \(width) by \(height) pixels, more than is accepted.",
                ru: "В изображении \(width) на \(height) точек, больше допустимого.",
                ky: "Сүрөттө \(width) × \(height) чекит бар, бул уруксат берилгенден көп.")
        case .tooMuchMemory(let megabytes):
            LocalizedText(
                "Decoding the picture would take \(megabytes) MB of memory, more than a page may.",
                ru: "Для изображения нужно \(megabytes) МБ памяти, больше, чем дано странице.",
                ky: "Сүрөткө \(megabytes) МБ эс керек, бул бир баракка берилгенден көп.")
        case .tooManyPasses(let passes):
            LocalizedText(
                "The JPEG is built up in \(passes) passes, as no scanner writes it.",
                ru: "JPEG записан в \(passes) проходов, так сканеры не пишут.",
                ky: "JPEG \(passes) өтүү менен жазылган, сканерлер мындай жазбайт.")
        case .unsupported(let what):
            LocalizedText(
                "The picture is of a kind that scanners of ballots do not make (\(what)).",
                ru: "Сканеры бюллетеней таких изображений не делают (\(what)).",
                ky: "Бюллетень сканерлери мындай сүрөт чыгарбайт (\(what)).")
        case .deepSamples(let bits):
            LocalizedText(
                "The picture has \(bits) bits for each sample of a pixel; 1 or 8 are read.",
                ru: "В изображении \(bits) бит на отсчёт точки; читаются 1 или 8.",
                ky: "Сүрөттө чекиттин ар бир өлчөмүнө \(bits) бит; 1 же 8 окулат.")
        case .inkColours:
            LocalizedText(
                "The picture is in the colours of printing ink (CMYK), not of a scanner.",
                ru: "Изображение в красках печати (CMYK), а не сканера.",
                ky: "Сүрөт сканердики эмес, басма боёкторунда (CMYK).")
        case .animated:
            LocalizedText(
                "The picture moves: it holds several frames.",
                ru: "Изображение движется: в нём несколько кадров.",
                ky: "Сүрөт кыймылдайт: анда бир нече кадр бар.")
        default: textOfPages
        }
    }

    private var textOfPages: LocalizedText {
        switch self {
        case .bigTIFF:
            LocalizedText(
                "The file is a BigTIFF, made for pictures of more than 4 GB.",
                ru: "Файл в виде BigTIFF, для изображений больше 4 ГБ.",
                ky: "Файл BigTIFF түрүндө, ал 4 ГБдан чоң сүрөттөр үчүн.")
        case .endlessPages:
            LocalizedText(
                "The pages of the file refer back to each other without an end.",
                ru: "Страницы файла ссылаются друг на друга по кругу.",
                ky: "Файлдын барактары бири-бирине тегерек шилтеме берет.")
        case .tooManyPages(let most):
            LocalizedText(
                "The file has more than \(most) pages.",
                ru: "В файле больше \(most) страниц.", ky: "Файлда \(most) барактан көп.")
        case .noSuchPage(let page, let count):
            LocalizedText(
                "Page \(page) is wanted of a file with \(count).",
                ru: "Нужна страница \(page), а в файле их \(count).",
                ky: "\(page)-барак керек, ал эми файлда барактардын саны \(count).")
        case .severalPages:
            LocalizedText(
                "The file holds several pages where one was expected.",
                ru: "В файле несколько страниц, а ожидалась одна.",
                ky: "Файлда бир нече барак бар, бирөө күтүлгөн.")
        case .pdfLocked:
            LocalizedText(
                "The PDF is locked with a password.", ru: "PDF закрыт паролем.",
                ky: "PDF сырсөз менен жабылган.")
        case .pdfDamaged(let words):
            LocalizedText(
                "The PDF, or a page of it, cannot be read (\(words)).",
                ru: "PDF или его страницу нельзя прочесть (\(words)).",
                ky: "PDFти же анын барагын окууга болбойт (\(words)).")
        case .pdfWithoutPages:
            LocalizedText(
                "The PDF has no pages.", ru: "В PDF нет страниц.", ky: "PDFте барак жок.")
        case .pdfTooSlow(let seconds):
            LocalizedText(
                "A page of the PDF took longer than \(seconds) seconds.",
                ru: "Страница PDF заняла больше \(seconds) секунд.",
                ky: "PDFтин барагы \(seconds) секунддан көп убакыт алды.")
        case .pdfTooMuch:
            LocalizedText(
                "A page of the PDF wants more memory or room than a page may.",
                ru: "Страница PDF требует больше памяти или места, чем дано странице.",
                ky: "PDFтин барагы бир баракка берилгенден көп эс же орун талап кылат.")
        case .popplerMissing(let program):
            LocalizedText(
                "The program \(program), which opens PDF files, cannot be started.",
                ru: "Программа \(program), которая открывает PDF, не запускается.",
                ky: "PDFти ача турган \(program) программасы иштебейт.")
        case .noRoom(let words):
            LocalizedText(
                "The folder for pages of PDF files cannot be used (\(words)).",
                ru: "Папкой для страниц PDF нельзя пользоваться (\(words)).",
                ky: "PDF барактары үчүн папканы колдонууга болбойт (\(words)).")
        case .decoderStopped(let words):
            LocalizedText(
                "The picture stopped its decoder (\(words)).",
                ru: "Изображение остановило декодер (\(words)).",
                ky: "Сүрөт декодерди токтотту (\(words)).")
        case .tooSlow(let seconds):
            LocalizedText(
                "The picture took longer than \(seconds) seconds.",
                ru: "Изображение заняло больше \(seconds) секунд.",
                ky: "Сүрөт \(seconds) секунддан көп убакыт алды.")
        default:
            LocalizedText(
                "There is not enough memory for the picture.",
                ru: "Для изображения не хватает памяти.", ky: "Сүрөткө эс жетпейт.")
        }
    }

    package var advice: LocalizedText {
        switch self {
        case .empty, .corrupt, .noPixels:
            LocalizedText(
                "Copy the file again, or scan the page again.",
                ru: "Скопируйте файл ещё раз или отсканируйте страницу заново.",
                ky: "Файлды кайра көчүрүңүз же баракты кайра сканерлеңиз.")
        case .unknownKind, .unsupported, .deepSamples, .inkColours, .animated, .tooManyPasses,
            .decoderStopped, .tooSlow:
            LocalizedText(
                "Set the scanner to 8-bit grey or 1-bit, as JPEG, PNG or TIFF, and scan again.",
                ru: "Поставьте на сканере 8 бит серого или 1 бит, JPEG, PNG или TIFF, и "
                    + "отсканируйте заново.",
                ky: "Сканерди 8 бит бозго же 1 битке, JPEG, PNG же TIFFке коюп, кайра сканерлеңиз.")
        case .tooLarge, .tooMuchMemory:
            LocalizedText(
                "Scan at 200 or 300 dots per inch.",
                ru: "Сканируйте с разрешением 200 или 300 точек на дюйм.",
                ky: "Дюймга 200 же 300 чекит менен сканерлеңиз.")
        case .bigTIFF, .endlessPages, .tooManyPages, .severalPages:
            LocalizedText(
                "Save the pages again as ordinary TIFF or PDF files of fewer pages.",
                ru: "Сохраните страницы заново в обычные TIFF или PDF, поменьше страниц в каждом.",
                ky: "Барактарды кадимки TIFF же PDF кылып, азыраак барактан кайра сактаңыз.")
        default: adviceOnPDF
        }
    }

    private var adviceOnPDF: LocalizedText {
        switch self {
        case .noSuchPage:
            LocalizedText(
                "Correct the page's number in the table of sheets.",
                ru: "Исправьте номер страницы в таблице листов.",
                ky: "Барактар таблицасындагы барактын номерин оңдоңуз.")
        case .pdfLocked:
            LocalizedText(
                "Save the PDF without a password, or scan the pages again.",
                ru: "Сохраните PDF без пароля или отсканируйте страницы заново.",
                ky: "PDFти сырсөзсүз сактаңыз же барактарды кайра сканерлеңиз.")
        case .pdfDamaged, .pdfWithoutPages, .pdfTooSlow, .pdfTooMuch:
            LocalizedText(
                "Scan the pages again, as JPEG or TIFF if the scanner can.",
                ru: "Отсканируйте страницы заново, по возможности в JPEG или TIFF.",
                ky: "Барактарды кайра сканерлеңиз, мүмкүн болсо JPEG же TIFF кылып.")
        case .popplerMissing:
            LocalizedText(
                "Install the Debian package poppler-utils.",
                ru: "Установите пакет Debian poppler-utils.",
                ky: "Debian'дин poppler-utils пакетин орнотуңуз.")
        case .noRoom:
            LocalizedText(
                "Free room in the folder that TMPDIR names, or name another.",
                ru: "Освободите место в папке, названной в TMPDIR, или назовите другую.",
                ky: "TMPDIR атаган папкадан орун бошотуңуз же башкасын атаңыз.")
        default:
            LocalizedText(
                "Use fewer jobs, or a machine with more memory.",
                ru: "Уменьшите число заданий или возьмите машину с большей памятью.",
                ky: "Иштердин санын азайтыңыз же эси көбүрөөк машина алыңыз.")
        }
    }
}
