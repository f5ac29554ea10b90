/// What the office's pages add to the site's style: forms, the desk, the scan beside the form. The same
/// sizes, steps and colours.
enum OfficeStyle {
    static let text = office + ReviewStyle.text

    private static let office = """
        .places { margin: 0; padding: 8px 0; list-style: none; max-width: none; }
        .places li { margin: 0; }
        .places .leave { padding: 12px 16px 4px 32px; border-top: 1px solid var(--line); margin-top: 8px; }
        .places .leave p { margin: 0; }
        .before main { margin: 0 auto; }
        button, input, select, textarea { font: inherit; color: inherit; }
        .plain {
          background: none; border: 0; padding: 0; min-height: 44px; color: var(--link);
          text-decoration: underline; text-underline-offset: 3px; cursor: pointer;
        }
        .take a, td a, dd a, .actions-line a { min-height: 44px; }
        .take a { display: inline-flex; align-items: center; }

        .office h1 { margin-bottom: 12px; }
        .office main { max-width: 1280px; }
        .before main { max-width: 560px; }
        .sub { display: block; }
        .tile .of { display: block; overflow: hidden; white-space: nowrap; text-overflow: ellipsis;
          color: var(--soft); }
        .form { margin: 24px 0; max-width: 720px; }
        .form.narrow { max-width: 480px; }
        .box .form, .act .form { margin: 12px 0 0; }
        .form h2:first-of-type { margin-top: 0; }
        .field { margin: 0 0 20px; }
        .field > label, legend { display: block; font-weight: 700; margin: 0 0 4px; padding: 0; }
        .field input, .field select, .field textarea {
          display: block; width: 100%; min-height: 48px; padding: 8px 12px;
          border: 1px solid var(--edge); border-radius: 4px; background: var(--paper);
        }
        .field textarea { line-height: 24px; resize: vertical; }
        .field input[type=file] { padding: 10px 12px; }
        .hint { font-size: 14px; line-height: 20px; color: var(--soft); margin: 0 0 4px; }
        .fault {
          display: flex; gap: 8px; color: var(--bad); font-weight: 700; margin: 0 0 4px;
          font-size: 16px; line-height: 24px;
        }
        .fault svg { flex: none; margin-top: 4px; }
        .faulty { border-left: 4px solid var(--bad); padding-left: 12px; }
        .faulty input, .faulty select, .faulty textarea { border: 2px solid var(--bad); }
        .radios { border: 0; margin: 0 0 20px; padding: 0; min-width: 0; }
        .radios > label, .tick {
          display: flex; gap: 12px; align-items: center; min-height: 48px; padding: 4px 0;
          cursor: pointer;
        }
        .tick { margin: 0 0 12px; }
        .radios input[type=radio], .radios > .tick input, .tick input {
          flex: none; width: 24px; height: 24px; margin: 0; accent-color: var(--link);
        }
        .button {
          display: inline-flex; align-items: center; justify-content: center; min-height: 48px;
          padding: 10px 24px; border: 2px solid var(--link); border-radius: 4px; cursor: pointer;
          background: var(--link); color: var(--paper); font-weight: 700; text-decoration: none;
          text-align: center;
        }
        .button:hover { text-decoration: underline; }
        .button.second { background: var(--paper); color: var(--link); }
        .button.grave { background: var(--bad); border-color: var(--bad); }
        .buttons { display: flex; flex-wrap: wrap; gap: 12px; margin: 24px 0 0; }
        .buttons .box { flex-basis: 100%; margin: 12px 0 0; }
        .actions-line { display: flex; flex-wrap: wrap; gap: 12px; }
        .filter { display: flex; flex-wrap: wrap; gap: 0 24px; align-items: end; max-width: none; }
        .filter .field { flex: 1 1 200px; max-width: 320px; }
        .filter .button { margin-bottom: 20px; }
        .filter .tick { margin-bottom: 20px; }

        .errors, .done { border: 1px solid var(--line); border-left: 4px solid var(--link);
          padding: 12px 16px; margin: 16px 0 24px; max-width: 720px; }
        .errors { border-left-color: var(--bad); background: var(--badground); }
        .errors h2 { margin: 0 0 8px; }
        .errors p:last-child, .errors ul:last-child, .done p:last-child { margin-bottom: 0; }
        .errors li { margin: 0; }
        .errors a { display: inline-flex; align-items: center; min-height: 44px; }
        .done .status { white-space: normal; }
        .office main p > .status, .office main li > .status { white-space: normal; }
        .state-line { font-size: 20px; line-height: 28px; }
        .state-line .status svg { margin-top: 6px; }
        .state-line .status, .sheet-box .status, .work .status { white-space: normal; }

        .sheet-name { display: flex; flex-wrap: wrap; gap: 0 16px; align-items: baseline; }
        .series { border: 1px solid var(--edge); padding: 0 8px; font-size: 16px; }
        .lines { padding: 0; margin: 0 0 8px; list-style: none; max-width: 720px;
          border-top: 1px solid var(--line); }
        .lines li {
          display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 4px 16px; margin: 0;
          align-items: center; padding: 8px 0; border-bottom: 1px solid var(--line);
        }
        .lines li.faulty { padding-left: 12px; }
        .lines .fault { grid-column: 1 / -1; grid-row: 1; }
        .lines label, .lines .name { display: flex; gap: 12px; align-items: baseline; }
        .lines .no { flex: none; min-width: 24px; color: var(--soft); font-variant-numeric: tabular-nums; }
        .lines .key { margin-right: 0; align-self: center; }
        .lines .entry { display: flex; flex-wrap: wrap; gap: 4px 12px; align-items: center; justify-content: flex-end; }
        .lines .was { font-size: 14px; color: var(--soft); }
        .lines input {
          width: 128px; min-height: 48px; padding: 4px 12px; text-align: right; font-size: 20px;
          font-variant-numeric: tabular-nums; border: 1px solid var(--edge); border-radius: 4px;
          background: var(--paper);
        }
        .lines b { font-size: 28px; line-height: 36px; font-variant-numeric: tabular-nums; }
        .lines .changed { background: var(--badground); }

        .equations ul { padding: 0; list-style: none; max-width: 720px; border-top: 1px solid var(--line); }
        .equations li { margin: 0; padding: 12px 0; border-bottom: 1px solid var(--line); }
        .equations p { margin: 0 0 4px; }
        .equations .verdict { margin: 0; }
        .equations .status { white-space: normal; }
        .equations .term { white-space: nowrap; }
        .equations .no { font-size: 14px; color: var(--soft); }
        .equations .on-holds, .equations .on-broken, .equations .on-open { display: none; }
        [data-state=holds] .on-holds, [data-state=open] .on-open { display: block; }
        [data-state=broken] .on-broken { display: block; }
        .equations .difference { font-weight: 700; }
        .equations .reason { margin-top: 12px; }

        .beside { display: grid; gap: 0 32px; grid-template-columns: minmax(0, 1fr); }
        .scan { margin: 0 0 16px; max-width: none; }
        .scan .window {
          overflow: auto; height: 40vh; border: 1px solid var(--edge); background: #ffffff;
        }
        .scan img { display: block; width: 100%; height: auto; }
        .zoom { display: flex; flex-wrap: wrap; gap: 0 4px; align-items: center; }
        .zoom input { position: absolute; opacity: 0; }
        .zoom label { display: inline-flex; align-items: center; justify-content: center;
          min-width: 48px; min-height: 44px; cursor: pointer; border: 1px solid transparent; }
        .zoom input:checked + label { border-color: var(--edge); font-weight: 700; }
        .zoom input:focus-visible + label { outline: 3px solid var(--focus); outline-offset: -3px; }
        .zoom a { display: inline-flex; align-items: center; min-height: 44px; margin-left: auto; }
        .scan:has(#zoom-2:checked) img { width: 200%; max-width: none; }
        .scan:has(#zoom-4:checked) img { width: 400%; max-width: none; }

        .work { padding: 0; list-style: none; max-width: 720px; border-top: 1px solid var(--line); }
        .work li { margin: 0; border-bottom: 1px solid var(--line); padding-bottom: 8px; }
        .work li > p { margin: 0 0 4px 28px; }
        .work a {
          display: grid; grid-template-columns: 16px minmax(0, 1fr) auto; gap: 4px 12px;
          padding: 12px 0 4px; min-height: 44px; color: var(--ink); text-decoration: none;
        }
        .work a svg { margin-top: 4px; }
        .work .what strong { display: block; color: var(--link); text-decoration: underline;
          text-underline-offset: 3px; }
        .work .age { color: var(--soft); white-space: nowrap; font-variant-numeric: tabular-nums; }
        .sheet-box { border-top: 2px solid var(--ink); padding: 8px 0; margin: 16px 0 24px; max-width: 720px; }
        .sheet-box h3 { margin: 0 0 8px; display: flex; flex-wrap: wrap; gap: 4px 16px; }
        .sheet-box h3 .status { font-weight: 400; }
        .versions { padding: 0; list-style: none; }
        .versions li { border-left: 4px solid var(--line); padding-left: 12px; margin: 0 0 12px; }
        .versions p { margin: 0; }
        .versions a { display: inline-flex; align-items: center; min-height: 44px; }
        .remark { margin: 12px 0; padding: 0 0 0 16px; border-left: 4px solid var(--edge); }
        .remark p { margin: 0 0 4px; }
        .act { margin: 12px 0; max-width: 720px; }
        .act summary, .sheet details summary {
          display: flex; align-items: center; min-height: 44px; cursor: pointer; color: var(--link);
          text-decoration: underline; text-underline-offset: 3px;
        }
        .act summary::before, .sheet details summary::before { content: "+"; width: 24px;
          text-decoration: none; display: inline-block; }
        .act[open] summary::before, .sheet details[open] summary::before { content: "\\2212"; }
        .box h2 { margin: 0 0 8px; }
        .secret { font-size: 20px; line-height: 28px; overflow-wrap: anywhere; }
        .code-picture { display: block; margin: 0 0 16px; max-width: 100%; height: auto; }

        @media (max-width: 1023px) {
          .beside > .scan {
            position: sticky; top: 0; z-index: 2; background: var(--paper); padding-bottom: 8px;
          }
          .beside > .scan .window { height: 30vh; }
          .lines .key { align-self: start; }
        }
        @media (max-width: 480px) {
          .form > .button, .buttons .button, .box .button { width: 100%; }
          .lines input { width: 112px; }
          .filter .field { max-width: none; }
        }
        @media (min-width: 1024px) {
          .before .body { display: block; }
          .before .foot { padding-left: 48px; }
          .places a { padding: 8px 16px 8px 28px; }
          .places { padding: 24px 0; position: sticky; top: 0; }
          .places .leave { padding-left: 32px; }
          .beside { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); align-items: start; }
          .beside.no-scan { grid-template-columns: minmax(0, 1fr); }
          .beside > .scan { position: sticky; top: 16px; }
          .scan .window { height: calc(100vh - 120px); }
        }
        @media print { .form, .zoom, .act, .places { display: none; } }

        """
}
