/// The one style sheet. Five sizes of type (14, 16, 20, 28, 40), steps of four pixels, greys and one
/// deep blue; light and dark as the reader's system asks. Long because it is one file on purpose.
package enum Stylesheet {
    package static let path = "style.css"

    package static let text = record + live

    private static let record = """
        :root {
          color-scheme: light dark;
          --paper: #ffffff; --ground: #f4f5f7; --ink: #171c22; --soft: #525d69;
          --line: #d3d9e0; --edge: #7b8794; --link: #0b4585; --focus: #0b4585;
          --good: #24507a; --bad: #8c3b00; --doubt: #6a5200; --badground: #fdf1e7;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --paper: #14181c; --ground: #1d2329; --ink: #e8ebee; --soft: #a9b4bf;
            --line: #39424c; --edge: #7f8b97; --link: #9cc4f2; --focus: #9cc4f2;
            --good: #a5c8ec; --bad: #f5b584; --doubt: #e4cd7b; --badground: #2b211a;
          }
        }
        * { box-sizing: border-box; }
        html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
        body {
          margin: 0; background: var(--paper); color: var(--ink);
          font: 400 16px/24px system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans",
            "DejaVu Sans", sans-serif;
          overflow-wrap: break-word;
        }
        h1, h2, h3 { font-weight: 700; margin: 0; text-wrap: balance; }
        h1 { font-size: 28px; line-height: 36px; }
        h2 { font-size: 20px; line-height: 28px; margin: 40px 0 12px; }
        h3 { font-size: 16px; line-height: 24px; margin: 32px 0 8px; }
        p, ul, ol, dl { margin: 0 0 16px; max-width: 60ch; }
        ul, ol { padding-left: 24px; }
        li { margin: 0 0 8px; }
        a { color: var(--link); text-underline-offset: 3px; text-decoration-thickness: 1px; }
        a:hover { text-decoration-thickness: 2px; }
        :focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: 2px; }
        code, .digest {
          font: 400 14px/20px ui-monospace, "DejaVu Sans Mono", "Liberation Mono", monospace;
          overflow-wrap: anywhere;
        }
        pre {
          background: var(--ground); border: 1px solid var(--line); padding: 12px 16px;
          margin: 0 0 16px; overflow-x: auto; max-width: 100%;
        }
        .small, .facts, .note, figcaption .small { font-size: 14px; line-height: 20px; }
        .soft, .facts, .note { color: var(--soft); }
        .lead { font-size: 20px; line-height: 28px; }
        .skip { position: absolute; left: -9999px; top: 0; }
        .skip:focus {
          left: 8px; top: 8px; z-index: 9; background: var(--paper); padding: 12px 16px;
        }
        .hidden {
          position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
          white-space: nowrap;
        }

        .band {
          display: flex; gap: 8px; justify-content: center; align-items: flex-start;
          padding: 8px 16px; font-size: 14px; line-height: 20px;
          background: var(--ground); border-bottom: 1px solid var(--line);
        }
        .band p { margin: 0; max-width: 100ch; }
        .band svg { flex: none; margin-top: 2px; }
        .band-bad { background: var(--badground); color: var(--bad); font-weight: 700; }
        .top {
          display: flex; flex-wrap: wrap; gap: 4px 24px; align-items: center;
          justify-content: space-between; padding: 8px 16px;
          border-bottom: 1px solid var(--line);
        }
        .brand {
          display: inline-flex; gap: 12px; align-items: center; min-height: 44px;
          color: var(--ink); text-decoration: none; font-weight: 700;
        }
        .brand img { flex: none; }
        .languages { display: flex; gap: 4px; margin: 0 0 0 -12px; padding: 0; list-style: none; }
        .languages li { margin: 0; }
        .languages a, .languages span {
          display: inline-flex; align-items: center; min-height: 44px; min-width: 44px;
          padding: 0 12px; font-size: 14px;
        }
        .languages span { font-weight: 700; }
        .chapters { border-bottom: 1px solid var(--line); }
        .chapters .side { display: none; }
        .chapters ol { margin: 0; padding: 0 0 8px; list-style: none; max-width: none; }
        .chapters li { margin: 0; }
        .chapters summary { min-height: 44px; padding: 10px 16px; cursor: pointer; }
        .chapters summary span { color: var(--soft); }
        .chapters summary strong + span { margin-left: 8px; }
        .chapters a {
          display: flex; gap: 12px; align-items: center; min-height: 44px; padding: 4px 16px 4px 32px;
          color: var(--ink); text-decoration: none; border-left: 4px solid transparent;
        }
        .chapters a:hover { text-decoration: underline; }
        .chapters .no { color: var(--soft); font-variant-numeric: tabular-nums; }
        .chapters a[aria-current] { border-left-color: var(--link); font-weight: 700; }
        .chapters a:focus-visible, .chapters summary:focus-visible { outline-offset: -3px; }
        main { padding: 24px 16px 48px; max-width: 1040px; min-width: 0; }
        main:focus { outline: none; }
        .foot {
          border-top: 1px solid var(--line); background: var(--ground); padding: 24px 16px 32px;
          font-size: 14px; line-height: 20px; color: var(--soft);
        }
        .foot p { margin: 0 0 8px; max-width: 100ch; }

        .chain { margin: 0 0 24px; font-size: 14px; line-height: 20px; }
        .chain ol {
          display: flex; flex-wrap: wrap; margin: 0; padding: 0; list-style: none; max-width: none;
          row-gap: 4px;
        }
        .chain li { display: flex; align-items: center; margin: 0; }
        .chain li:not(:last-child)::after {
          content: ""; width: 8px; height: 8px; margin: 0 12px 0 8px;
          border: solid var(--edge); border-width: 1px 1px 0 0; transform: rotate(45deg);
        }
        .chain a { display: inline-flex; align-items: center; min-height: 44px; }
        .chain .below { color: var(--soft); }
        .chain [aria-current] { font-weight: 700; }

        .outcome { border-left: 4px solid var(--link); padding: 4px 0 4px 16px; margin: 24px 0; }
        .outcome p { margin: 0; }
        .outcome .rule { margin-top: 8px; color: var(--soft); }

        .figures {
          display: grid; gap: 16px; margin: 24px 0;
          grid-template-columns: repeat(auto-fill, minmax(232px, 1fr));
        }
        .figure { border-top: 2px solid var(--ink); padding-top: 8px; min-width: 0; }
        .figure-value {
          font-size: 28px; line-height: 36px; font-weight: 700; margin: 0;
          font-variant-numeric: tabular-nums;
        }
        .figure-label { margin: 0 0 4px; }
        .facts { margin: 0; padding: 0; list-style: none; }
        .facts li { margin: 0; }
        .facts a { display: inline-flex; align-items: center; min-height: 44px; }

        .frame { overflow-x: auto; margin: 16px 0 8px; border: 1px solid var(--line); max-width: 100%; }
        table { border-collapse: separate; border-spacing: 0; width: 100%; }
        caption, figcaption { text-align: left; }
        .caption { margin: 24px 0 8px; font-weight: 700; max-width: 60ch; }
        th, td {
          padding: 8px 12px; text-align: left; vertical-align: baseline;
          border-bottom: 1px solid var(--line); background: var(--paper);
        }
        tr:last-child > * { border-bottom: 0; }
        thead th {
          font-size: 14px; line-height: 20px; color: var(--soft); font-weight: 400;
          background: var(--ground); vertical-align: bottom;
        }
        tbody th { font-weight: 400; }
        tbody th:not(.right) { min-width: 120px; }
        th:first-child { position: sticky; left: 0; z-index: 1; }
        tr.total > * { font-weight: 700; background: var(--ground); }
        tr.marked > * { background: var(--badground); }
        .right { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
        .wide { display: block; min-width: 232px; }
        td a, tbody th a { padding: 8px 0; }
        thead .right { white-space: normal; min-width: 72px; }

        .status {
          display: inline-flex; gap: 8px; align-items: baseline; white-space: nowrap;
        }
        .status svg { flex: none; align-self: flex-start; margin-top: 4px; }
        .good { color: var(--good); } .bad { color: var(--bad); } .doubt { color: var(--doubt); }
        .quiet { color: var(--soft); }
        .bad .word, .doubt .word { font-weight: 700; }

        .key {
          display: inline-flex; align-items: center; justify-content: center; width: 24px;
          height: 24px; margin-right: 8px; flex: none; border: 1px solid var(--ink);
          font-size: 14px; line-height: 20px; font-weight: 700; vertical-align: middle;
        }
        .option { display: inline-flex; align-items: center; }
        .k1 { background: #0b5a94; color: #ffffff; } .k2 { background: #e8a317; color: #171c22; }
        .k3 { background: #7ec8ee; color: #171c22; } .k4 { background: #8d4c86; color: #ffffff; }
        .k5 { background: #d9d9d9; color: #171c22; } .k6 { background: #f1e15b; color: #171c22; }
        .k7 { background: #4b4f54; color: #ffffff; } .k8 { background: #f3c4dd; color: #171c22; }
        .f1 { fill: #0b5a94; } .f2 { fill: #e8a317; } .f3 { fill: #7ec8ee; } .f4 { fill: #8d4c86; }
        .f5 { fill: #d9d9d9; } .f6 { fill: #f1e15b; } .f7 { fill: #4b4f54; } .f8 { fill: #f3c4dd; }
        .on-dark { fill: #ffffff; } .on-light { fill: #171c22; }

        figure { margin: 24px 0; max-width: 720px; }
        figcaption { font-weight: 700; margin-bottom: 8px; }
        figcaption p { font-weight: 400; margin: 4px 0 0; }
        .plot { display: block; width: 100%; background: var(--paper); }
        .plot text { font-size: 14px; fill: var(--ink); font-variant-numeric: tabular-nums; }
        .plot .name { font-size: 16px; }
        .plot .value { font-size: 16px; font-weight: 700; }
        .plot .minor { fill: var(--soft); }
        .plot .mark { font-weight: 700; }
        .plot .mark.on-dark { fill: #ffffff; } .plot .mark.on-light { fill: #171c22; }
        .plot .bar { stroke: var(--ink); stroke-width: 1; }
        .plot .grid { stroke: var(--line); stroke-width: 1; }
        .plot .axis { stroke: var(--ink); stroke-width: 1; }
        .plot .limit { stroke: var(--ink); stroke-width: 2; stroke-dasharray: 4 4; }
        .see { font-size: 14px; line-height: 20px; color: var(--soft); }
        .see li { margin: 0 0 4px; }
        .take a { display: inline-flex; align-items: center; min-height: 44px; font-size: 14px; }

        .tiles {
          display: grid; gap: 8px; margin: 8px 0 24px; padding: 0; list-style: none; max-width: none;
          grid-template-columns: repeat(auto-fill, minmax(168px, 1fr));
        }
        .tiles li { margin: 0; }
        .tile {
          display: flex; flex-direction: column; gap: 4px; height: 100%; min-height: 96px;
          padding: 12px; border: 1px solid var(--line); color: var(--ink); text-decoration: none;
        }
        .tile:hover { border-color: var(--link); }
        .tile .id { font-size: 14px; line-height: 20px; color: var(--soft); }
        .tile .name { color: var(--link); text-decoration: underline; text-underline-offset: 3px; }
        .tile .states { margin-top: auto; padding-top: 8px; font-size: 14px; line-height: 20px; }
        .tile .states .status { display: flex; }

        .contents { margin: 24px 0; padding: 0; list-style: none; max-width: 720px; border-top: 1px solid var(--line); }
        .contents li { margin: 0; border-bottom: 1px solid var(--line); }
        .contents a {
          display: grid; grid-template-columns: 32px 1fr; gap: 0 8px; padding: 12px 0;
          min-height: 44px; text-decoration: none;
        }
        .contents .no { grid-row: span 2; font-size: 20px; line-height: 24px; color: var(--soft);
          font-variant-numeric: tabular-nums; }
        .contents .verb { font-weight: 700; text-decoration: underline; text-underline-offset: 3px; }
        .contents .question { color: var(--ink); }
        .question-line { font-size: 20px; line-height: 28px; color: var(--soft); margin: 8px 0 24px; }
        .number { color: var(--soft); font-weight: 400; margin-right: 12px; }

        .pair { display: grid; gap: 24px 48px; grid-template-columns: minmax(0, 1fr); align-items: start; }
        .pair > * { min-width: 0; }
        .pair h2:first-child, .pair figure { margin-top: 0; }
        .pair figure figcaption { font-weight: 400; margin-top: 8px; }
        .paper img { width: 100%; height: auto; border: 1px solid var(--edge); background: #ffffff; }
        .box { border: 1px solid var(--line); padding: 16px; margin: 16px 0; max-width: 720px; }
        .box > :last-child { margin-bottom: 0; }
        dl.terms { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0 24px; }
        dl.terms dt { color: var(--soft); font-size: 14px; line-height: 24px; }
        dl.terms dd { margin: 0 0 12px; }
        .steps { padding: 0; list-style: none; max-width: 720px; border-top: 1px solid var(--line); }
        .steps > li {
          display: grid; grid-template-columns: 32px minmax(0, 1fr); gap: 0 8px; margin: 0;
          padding: 12px 0; border-bottom: 1px solid var(--line);
        }
        .steps.plain > li { display: block; }
        .steps .status, .tile .status { white-space: normal; }
        .tile .status svg { margin-top: 2px; }
        .steps .no { color: var(--soft); font-variant-numeric: tabular-nums; }
        .equation { font-variant-numeric: tabular-nums; }
        .document p { max-width: 60ch; }
        .sentence { display: grid; gap: 4px 32px; margin: 0 0 24px; grid-template-columns: minmax(0, 1fr); }
        .sentence p { margin: 0; }
        .sentence .opened {
          color: var(--ink); text-decoration: underline; text-decoration-color: var(--edge);
          text-decoration-thickness: 1px;
        }
        .margin { font-size: 14px; line-height: 20px; color: var(--soft); }
        .margin ul { padding: 0; list-style: none; margin: 0; }
        .margin li { margin: 0; }
        .margin a { display: inline-flex; min-height: 44px; align-items: center; }
        .next { margin-top: 48px; padding-top: 16px; border-top: 1px solid var(--line);
          display: flex; flex-wrap: wrap; gap: 8px 24px; justify-content: space-between;
          max-width: none; }
        .next a, .actions a { display: inline-flex; align-items: center; min-height: 44px; }
        .actions { display: flex; flex-wrap: wrap; gap: 0 24px; padding: 0; list-style: none;
          max-width: none; }
        .actions li { margin: 0; }

        @media (min-width: 720px) {
          dl.terms { grid-template-columns: 208px minmax(0, 1fr); max-width: 720px; }
          dl.terms dt { padding-top: 0; }
          tbody th:not(.right) { min-width: 176px; }
          .pair tbody th { min-width: 0; }
          .sentence { grid-template-columns: minmax(0, 60ch) minmax(0, 1fr); }
        }
        @media (min-width: 1024px) {
          .top { padding: 8px 32px; }
          .languages { margin-right: -12px; }
          .body { display: grid; grid-template-columns: 240px minmax(0, 1fr); }
          .chapters { border-bottom: 0; border-right: 1px solid var(--line); }
          .chapters .menu { display: none; }
          .chapters .side { display: block; }
          .chapters ol { position: sticky; top: 0; padding: 24px 0; }
          .chapters a { padding: 8px 16px 8px 28px; }
          main { padding: 24px 48px 64px; }
          .foot { padding: 24px 48px 32px 288px; }
          h1 { font-size: 40px; line-height: 48px; }
          h2 { font-size: 28px; line-height: 36px; }
          h3 { font-size: 20px; line-height: 28px; }
          .pair { grid-template-columns: minmax(0, 1fr) 376px; }
        }
        @media (max-width: 480px) {
          .tiles { grid-template-columns: repeat(2, minmax(0, 1fr)); }
          .wide { min-width: 192px; }
          th:first-child { max-width: 208px; }
        }
        @media print {
          .chapters, .languages, .skip, .next, .take { display: none; }
          .key { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
          body { font-size: 14px; line-height: 20px; }
          .body { display: block; }
          main, .foot, .top, .band { padding-left: 0; padding-right: 0; max-width: none; }
          .frame { overflow: visible; border: 0; }
          h2, h3, figcaption, .caption { break-after: avoid; }
          tr, figure, .figure, .tile, .box { break-inside: avoid; }
          a { color: inherit; }
        }

        """

    package static let iconPath = "icon.svg"
    /// A printed oval with a mark in it.
    package static let icon = """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" \
        rx="4" fill="#0b4585"/><ellipse cx="16" cy="16" rx="11" ry="7.5" fill="none" \
        stroke="#ffffff" stroke-width="2"/><ellipse cx="16" cy="16" rx="6.5" ry="3.75" \
        fill="#ffffff"/></svg>

        """
}
