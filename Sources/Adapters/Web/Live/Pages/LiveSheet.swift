import Cryptography
import Elections
import Filing
import Primitives
import Tabulation

extension LiveSite {
    /// One sheet: what counts now, its equations, its scan, and every version that ever came.
    func sheet(_ key: SheetKey, _ view: View) -> Page? {
        guard let station = state.stations[key.station], let contest = state.contest(key.contest),
            let fitted = state.forms[key.contest]
        else { return nil }
        let file = state.file(key)
        let status = PublicStatus(file.status)
        // The annulled sheet is shown where none counts, because its figures were public.
        let shown = file.current ?? file.versions.last(where: \.isPublic)
        let title = view.say(contest.title)
        return Page(
            title: "\(title), \(station.id)",
            chain: chain(station, view, here: view.say(key.series.name), inside: true)
        ) {
            tag("h1") { title }
            tag("p", .css("question-line")) {
                view.say(
                    .sheetLine, view.say(key.series.name), view.say(station.name), station.id.text)
            }
            standing(file, status, station, view)
            if let shown {
                tag("div", .css("pair")) {
                    tag("div") { figuresOf(shown, contest, fitted, key, view) }
                    tag("div") { scan(shown, station, view) }
                }
                tag("h2") { view.say(.equations) }
                equations(shown, fitted, view)
                tag("p", .css("note")) { view.say(.bracketsNote) }
                checkable(shown, view)
            }
            history(file, contest, fitted, station, view)
        }
    }

    /// Where the sheet stands, in words, with the reasons that are public.
    private func standing(
        _ file: SheetFile, _ status: PublicStatus, _ station: PollingStation, _ view: View
    ) -> HTML {
        tag("div", .css("box")) {
            tag("p") {
                status.badge(view)
                " "
                view.say(status.meaning)
            }
            if let question = file.current?.question {
                tag("p") { view.say(.questionWhy, question.why) }
                tag("p", .css("small soft")) {
                    view.say(.since, view.local(question.raised, at: station))
                }
            }
            if let annulment = file.current?.annulment {
                tag("p") { view.say(.annulmentWaits, annulment.why) }
            }
            if case .annulled(let why)? = file.versions.last(where: \.isPublic)?.state {
                tag("p") { view.say(.annulledWhy, why) }
            }
            if file.current != nil, let proposal = file.proposal {
                tag("p") {
                    view.say(.anotherIsChecked, view.local(proposal.came, at: station))
                }
            }
            if file.hasGap { tag("p") { view.say(.gapNote) } }
            if file.versions.count > 1 {
                tag("p") {
                    tag("a", .href(Address(fragment: "versions"))) {
                        view.say(
                            .nameAndCount, view.say(.versions), view.number(file.versions.count))
                    }
                }
            }
        }
    }

    // MARK: Figures

    private func figuresOf(
        _ version: SheetVersion, _ contest: Contest, _ fitted: FittedForm, _ key: SheetKey,
        _ view: View
    ) -> HTML {
        tag("h2") { view.say(.figuresSigned) }
            + votes(version, contest, fitted, key, view).html()
            + lines(version, fitted, view).html()
    }

    private func votes(
        _ version: SheetVersion, _ contest: Contest, _ fitted: FittedForm, _ key: SheetKey,
        _ view: View
    ) -> Table {
        let whole = fitted.base(.participants, of: version.figures)
        return Table(
            caption: view.say(
                .captionTwo, view.say(.votesCaption, view.say(contest.title)),
                view.say(key.series.name)),
            columns: [
                .text(view.say(.optionOnPaper)), .number(view.say(.votes)),
                .number(view.say(.shareOfParticipants)),
            ],
            rows: contest.options.enumerated().map { place, option in
                let votes = version.figures[fitted.lines.count + place]
                return Table.Row([
                    Key(place + 1).named(view.say(option.name)), HTML(text: view.number(votes)),
                    HTML(text: view.shareOf(votes, whole, decimals: 2)),
                ])
            })
    }

    private func lines(_ version: SheetVersion, _ fitted: FittedForm, _ view: View) -> Table {
        Table(
            caption: view.say(.linesCaption),
            columns: [.text(view.say(.line)), .number(view.say(.figure))],
            rows: fitted.lines.enumerated().map { place, id in
                let line = fitted.form.lines.first { $0.id == id }
                return Table.Row([
                    tag("span", .css("soft")) { line?.number ?? id.text }
                        + HTML(text: " " + (line.map { view.say($0.label) } ?? "")),
                    HTML(text: view.number(version.figures[place])),
                ])
            })
    }

    /// Each equation ticked or broken, in words and in this sheet's figures, with the reason that the
    /// commission gave.
    private func equations(
        _ version: SheetVersion, _ fitted: FittedForm, _ view: View
    ) -> HTML {
        let numbers = Dictionary(
            fitted.form.lines.map { ($0.id.text, $0.number) },
            uniquingKeysWith: { first, _ in first }
        )
        var values = Dictionary(
            zip(fitted.columns, version.figures), uniquingKeysWith: { first, _ in first })
        values[ResultsForm.Term.votes] = fitted.votes(version.figures)
        func side(_ terms: [ResultsForm.Term]) -> HTML {
            HTML.joined(
                terms.enumerated().map { place, term in
                    let sign = term.negative ? " \u{2212} " : (place > 0 ? " + " : "")
                    let name = numbers[term.name] ?? view.say(.allVotes)
                    return HTML(text: sign + view.number(values[term.name] ?? 0) + "\u{A0}")
                        + tag("span", .css("soft small")) { "(\(name))" }
                })
        }
        return tag("ul", .css("steps plain"), Attribute("aria-label", view.say(.equations))) {
            for equation in fitted.form.equations {
                tag("li") {
                    tag("div") { view.say(equation.text) }
                    tag("div", .css("equation")) {
                        side(equation.left)
                        " \(view.relation(equation.relation.rawValue)) "
                        side(equation.right)
                    }
                    verdict(equation, version, view)
                }
            }
        }
    }

    private func verdict(
        _ equation: ResultsForm.Equation, _ version: SheetVersion, _ view: View
    ) -> HTML {
        guard let broken = version.imbalances.first(where: { $0.equation == equation.id }) else {
            return Standing.good.badge(view.say(.holds))
        }
        let by = view.number(abs(broken.left - broken.right))
        let reason = version.statement.reasons.first { $0.equation == equation.id }
        var result: HTML
        if equation.severity == .hard {
            result = Standing.bad.badge(view.say(.doesNotHoldBy, by))
        } else if equation.severity == .soft {
            result = Standing.doubt.badge(view.say(.softBrokenBy, by))
        } else {
            result = Standing.bad.badge(view.say(.alarmBrokenBy, by))
        }
        if let reason {
            result += tag("blockquote") { view.say(.reasonGiven, reason.text) }
        } else if equation.severity == .soft {
            result += tag("div", .css("small")) { view.say(.noReasonGiven) }
        }
        return result
    }

    // MARK: Scan, signatures and the text

    private func scan(
        _ version: SheetVersion, _ station: PollingStation, _ view: View
    ) -> HTML {
        tag("h2") { view.say(.scan) }
            + {
                guard let image = version.statement.image else {
                    return tag("p") { view.say(.noPicture) }
                }
                let type = model.files.type(image)
                guard type != nil || !model.isStatic else {
                    return tag("p") { view.say(.pictureNotHere, image.hex) }
                }
                let address = view.address(shared: fileAddress(image, type))
                guard LiveFiles.isPicture(type ?? "image/jpeg") else {
                    return tag("p") { tag("a", .href(address)) { view.say(.openPicture) } }
                }
                return tag("figure", .css("paper")) {
                    tag("a", .href(address)) {
                        void(
                            "img", .src(address), Attribute("loading", "lazy"),
                            Attribute("alt", view.say(.scanAlt, view.say(station.name))))
                    }
                    tag("figcaption") { tag("p", .css("small soft")) { view.say(.scanNote) } }
                }
            }()
    }

    /// In a folder of files beside the data; from the service out of the store.
    private func fileAddress(_ image: Digest, _ type: String?) -> String {
        model.isStatic ? LiveFile.picture(image, type ?? "") : "api/v1/files/\(image.hex)"
    }

    /// Who signed, the text that was signed, and how to see that it is the one.
    private func checkable(_ version: SheetVersion, _ view: View) -> HTML {
        let name = "\(version.id.hex).txt"
        return tag("h2") { view.say(.sheetText) }
            + tag("p") { view.say(version.channel.words) }
            + (version.signers.isEmpty
                ? HTML()
                : tag("p") {
                    view.say(.signedBy, version.signers.joined(separator: ", "))
                })
            + tag("ul", .css("actions")) {
                tag("li") {
                    tag(
                        "a", .href(view.address(shared: LiveFile.text(version.id))),
                        Attribute("download", name)
                    ) { view.say(.downloadText) }
                }
                if version.note != nil {
                    tag("li") {
                        tag(
                            "a", .href(view.address(shared: LiveFile.note(version.id))),
                            Attribute("download", "\(version.id.hex).note")
                        ) { view.say(.downloadNote) }
                    }
                }
            }
            + tag("p") { view.say(.textRecipe) }
            + tag("pre") { tag("code") { "sha256sum \(name)\n\(version.id.hex)  \(name)" } }
    }
}

extension Channel {
    var words: Phrase {
        switch self {
        case .online: .channelOnline
        case .paper: .channelPaper
        case .signed: .channelSigned
        }
    }
}
