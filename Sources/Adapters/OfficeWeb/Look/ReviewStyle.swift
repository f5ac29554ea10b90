/// What doubtful papers add to the office's style.
enum ReviewStyle {
    static let text = """
        .review-progress { display: flex; flex-wrap: wrap; gap: 4px 12px; align-items: center;
          margin: 8px 0; font-variant-numeric: tabular-nums; }
        .review-progress progress { width: 160px; height: 12px; accent-color: var(--link); }
        .paper-head { display: flex; flex-wrap: wrap; gap: 4px 16px; align-items: baseline;
          margin: 0 0 8px; }
        .office .paper-head h1 { font-size: 20px; line-height: 28px; margin: 0; }
        .paper-head p { margin: 0; }
        .paper-head .review-progress { margin-left: auto; }
        .paper-head progress { width: 64px; }
        .opinions { list-style: none; padding: 0; max-width: 720px; }
        .opinions li { display: flex; flex-wrap: wrap; gap: 8px 16px; align-items: center;
          justify-content: space-between; border-bottom: 1px solid var(--line); padding: 8px 0; }
        .inline { margin: 0; }
        .next { margin: 16px 0; }

        .paper { display: grid; grid-template-columns: minmax(0, 1fr); gap: 16px 32px; }
        .review-form { margin: 8px 0 24px; }
        .target { border: 0; border-left: 4px solid var(--line); margin: 0 0 24px; padding: 0 0 0 16px;
          min-width: 0; }
        .target[data-current], .target:focus-within { border-left-color: var(--link); }
        .target legend, h2.target-name { display: block; margin: 0 0 8px; padding: 0; font-size: 20px;
          line-height: 28px; }
        .target .option { align-items: center; }
        .target legend .small, .target-name .small { display: block; font-weight: 400; }
        .crop { display: block; width: 100%; max-width: 720px; height: auto; background: #ffffff;
          border: 1px solid var(--edge); }
        .corners { stroke: #0b4585; stroke-width: 3px; }
        .target .reason { margin: 8px 0 0; font-weight: 700; max-width: 70ch; }
        .target .readers { margin: 0 0 12px; color: var(--soft); max-width: 80ch; }
        .said { margin: 0 0 12px; max-width: 720px; }
        .said p { margin: 0; }
        .said ul { list-style: none; margin: 0; padding: 0; max-width: none; border-top: 1px solid var(--line); }
        .said li { display: flex; flex-wrap: wrap; gap: 0 16px; justify-content: space-between; margin: 0;
          padding: 4px 0; border-bottom: 1px solid var(--line); }
        .choices { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 8px;
          max-width: 720px; }
        .choices label { display: flex; gap: 8px; align-items: center; min-height: 56px;
          padding: 8px 12px; border: 2px solid var(--edge); border-radius: 4px; cursor: pointer; }
        .choices input { flex: none; width: 24px; height: 24px; margin: 0; accent-color: var(--link); }
        .choices label:has(:checked) { border-color: var(--link); background: var(--ground);
          font-weight: 700; }
        .choices label:has(:focus-visible) { outline: 3px solid var(--focus); outline-offset: 2px; }
        .choices input:focus-visible { outline: 0; }
        .choices span { flex: 1; }
        kbd { display: none; flex: none; min-width: 24px; padding: 0 6px; border: 1px solid currentColor;
          border-radius: 4px; font: 700 14px/20px ui-monospace, "DejaVu Sans Mono", monospace;
          text-align: center; }
        .keyed kbd { display: inline-block; }
        .button kbd { margin-left: 12px; }
        .target:focus { outline: 0; }
        .whole-paper { max-width: 740px; border-top: 1px solid var(--line); padding-top: 8px; }
        .whole-paper .tick kbd { margin-left: auto; }
        .whole-paper .field { margin-bottom: 8px; }
        .spoiling { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0 24px; }
        .whole-paper .form { margin: 12px 0; }
        .said + .whole-paper { border-top: 0; }
        .deciding { margin: 16px 0; }
        .whole-paper .buttons { margin-top: 8px; }
        .whole-paper #chosen { min-height: 20px; margin: 0; }
        .buttons.away { align-items: center; border-top: 1px solid var(--line); padding-top: 4px; gap: 0 24px; }
        .buttons.away p { margin: 0; }
        .whole summary { display: flex; gap: 12px; align-items: center; min-height: 44px;
          cursor: pointer; color: var(--link); list-style: none; }
        .whole summary::-webkit-details-marker { display: none; }
        .whole summary .word { text-decoration: underline; text-underline-offset: 3px; }
        .whole summary kbd { margin-left: 8px; text-decoration: none; }
        .small-page { display: block; width: 96px; height: auto; border: 1px solid var(--edge);
          background: #ffffff; }
        .whole > img { display: block; width: 100%; max-width: 827px; height: auto; background: #ffffff;
          border: 1px solid var(--edge); margin: 8px 0; }
        .traced { list-style: none; padding: 0; max-width: 880px; }
        .traced > li { border-top: 1px solid var(--line); padding: 12px 0; margin: 0; }
        .traced .crop { max-width: 480px; }

        @media (max-width: 480px) {
          .target { padding-left: 8px; }
          .choices { grid-template-columns: minmax(0, 1fr); }
          .choices label { min-height: 48px; padding: 4px 12px; }
        }
        @media (min-width: 768px) {
          .spoiling { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); align-items: end; }
          .spoiling .tick { margin-bottom: 8px; }
        }
        @media (min-width: 1280px) {
          .paper { grid-template-columns: minmax(0, 1fr) 200px; }
          .paper:has(.whole[open]) { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); }
          .paper aside { position: sticky; top: 16px; align-self: start; }
          .small-page { width: 200px; }
          .whole summary { flex-direction: column; align-items: flex-start; gap: 4px; }
          .whole[open] .small-page { display: none; }
          .whole[open] > img { max-height: calc(100vh - 96px); width: auto; max-width: 100%; }
        }
        @media print { .review-form { display: block; } .choices, .buttons, .whole-paper { display: none; } }

        """
}
