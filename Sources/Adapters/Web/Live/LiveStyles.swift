extension Stylesheet {
    /// What only the pages of a count need: how sheets stand, maps, turnout, what changed.
    static let live = """
        .chapters ul { margin: 0; padding: 0 0 8px; list-style: none; max-width: none; }
        .fresh {
          display: flex; flex-wrap: wrap; gap: 0 16px; align-items: center; margin: 0;
          padding: 0 16px; max-width: none; font-size: 14px; line-height: 20px; color: var(--soft);
          border-bottom: 1px solid var(--line); font-variant-numeric: tabular-nums;
        }
        .fresh a { display: inline-flex; align-items: center; min-height: 44px; }
        .changed { box-shadow: inset 4px 0 0 var(--link); padding-left: 12px; }
        .under { display: block; font-size: 14px; line-height: 20px; color: var(--soft); }
        strong.under { color: var(--bad); }
        .question-line .status { color: var(--ink); margin-right: 8px; }
        .progress { margin: 16px 0; }
        .progress p { margin-bottom: 4px; }
        .states {
          display: flex; flex-wrap: wrap; gap: 4px 24px; margin: 8px 0; padding: 0;
          list-style: none; max-width: none;
        }
        .states li { margin: 0; display: inline-flex; gap: 8px; align-items: baseline; }
        .amount { font-weight: 700; font-variant-numeric: tabular-nums; }
        a.plain { color: inherit; display: inline-flex; align-items: center; min-height: 44px; }
        .steps.standing .status { margin-right: 8px; }
        .versions .caption { margin-top: 12px; }
        .versions p { margin: 8px 0; }
        .stacked { display: block; }
        .downloads { padding: 0; list-style: none; }
        .downloads li { margin: 0; }
        .downloads a { display: inline-flex; align-items: center; min-height: 44px; margin-right: 8px; }
        blockquote {
          margin: 8px 0 0; padding: 0 0 0 16px; border-left: 2px solid var(--edge); max-width: 60ch;
        }
        summary { min-height: 44px; padding: 10px 0; cursor: pointer; }
        h2 a { color: inherit; }
        td .plain { min-height: 0; padding: 0; }
        .frame .status, p > .status { white-space: normal; }
        .box + .pair { margin-top: 40px; }
        .nowrap, td .digest { white-space: nowrap; overflow-wrap: normal; }

        .stripe { fill: var(--paper); }
        .plot .step { stroke: var(--link); stroke-width: 3; }
        .plot .dot { fill: var(--link); stroke: var(--link); stroke-width: 2; }
        .plot .hollow { fill: var(--paper); }
        .area { stroke: var(--ink); stroke-width: 1.5; stroke-linejoin: round; }
        .area.unknown { fill: var(--ground); stroke-dasharray: 4 4; }
        .over { pointer-events: none; }
        .areas { height: auto; }
        .areas a:focus-visible .area { stroke: var(--focus); stroke-width: 5; }
        .plate { fill: var(--paper); stroke: var(--ink); stroke-width: 1; pointer-events: none; }
        .plot .plated { font-size: 28px; fill: var(--ink); pointer-events: none; }
        .plot .inside { font-size: 26px; }
        .plot .area-name { font-size: 24px; pointer-events: none; }
        .h0 { fill: #eef4fa; } .h1 { fill: #bcd6ec; } .h2 { fill: #7fb2da; } .h3 { fill: #3c81b5; }
        .h4 { fill: #0b4a78; }
        .stamp { margin: 4px 0 8px; color: var(--soft); }
        .legend {
          display: flex; flex-wrap: wrap; gap: 8px 24px; margin: 8px 0 16px; padding: 0;
          list-style: none; max-width: none; font-size: 14px; line-height: 20px;
        }
        .legend li { display: inline-flex; align-items: center; margin: 0; }
        .swatch { flex: none; margin-right: 8px; }

        @media (min-width: 720px) {
          .plot .inside { font-size: 16px; }
          .plot .area-name { font-size: 20px; }
          .plot .plated { font-size: 24px; }
        }
        @media (min-width: 1024px) {
          .chapters .side ul { position: sticky; top: 0; padding: 24px 0; }
          .fresh { padding: 0 32px; }
        }
        @media print {
          .fresh, .downloads { display: none; }
        }

        """
}
