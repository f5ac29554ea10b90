extension Stylesheet {
    /// What pages are made of: figures, tables, tiles, plots, lists.
    static let parts = """
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


        """
}
