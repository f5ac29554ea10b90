extension Stylesheet {
    /// Colours, type, and what stands round every page.
    static let ground = """
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


        """
}
