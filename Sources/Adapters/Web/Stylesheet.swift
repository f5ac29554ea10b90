/// The one style sheet. Five sizes of type (14, 16, 20, 28, 40), steps of four pixels, greys and one
/// deep blue; light and dark as the reader's system asks. Each part stands in
/// a file of its own.
package enum Stylesheet {
    package static let path = "style.css"

    package static let text = ground + parts + widths + live

    /// What changes with the width of the window, and on paper.
    static let widths = """
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
