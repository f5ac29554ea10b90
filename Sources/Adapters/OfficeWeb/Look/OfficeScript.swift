/// The one script of the office. It repeats, while somebody types, the sums that the server checks, and
/// takes keys for the buttons of a doubtful paper; it keeps nothing, sends nothing by itself, and every
/// page works without it. All words stand in the page.
enum OfficeScript {
    static let path = "office.js"

    static let text = sums + ReviewScript.text

    private static let sums = """
        (() => {
          "use strict";
          const list = document.getElementById("equations");
          const inputs = document.querySelectorAll("input[data-figure]");
          const errors = document.getElementById("errors");
          if (errors) errors.focus();
          if (!list || inputs.length === 0) return;
          const format = new Intl.NumberFormat(document.documentElement.lang);
          const number = text => /^[0-9]{1,12}$/.test(text.trim()) ? Number(text.trim()) : null;

          function values() {
            const found = new Map();
            let votes = 0;
            for (const input of inputs) {
              const value = number(input.value);
              found.set(input.dataset.figure, value);
              if (input.dataset.kind === "vote") {
                votes = value === null || votes === null ? null : votes + value;
              }
            }
            if (!found.has("votes")) found.set("votes", votes);
            return found;
          }

          function side(item, name, known) {
            let sum = 0;
            for (const term of item.querySelectorAll(`[data-side=${name}] .term`)) {
              const value = term.dataset.number === undefined
                ? known.get(term.dataset.name) : Number(term.dataset.number);
              const shown = term.querySelector("b");
              const there = value !== null && value !== undefined;
              shown.textContent = there ? format.format(value) : "\\u2026";
              sum = there && sum !== null ? sum + Number(term.dataset.times) * value : null;
            }
            return sum;
          }

          function check() {
            const known = values();
            for (const item of list.querySelectorAll("li[data-relation]")) {
              const left = side(item, "left", known);
              const right = side(item, "right", known);
              const asked = item.querySelector("[data-side=provided]")
                ? side(item, "provided", known) : 1;
              if (asked !== null && asked <= 0) {
                item.dataset.state = "holds";
                continue;
              }
              if (left === null || right === null || asked === null) {
                item.dataset.state = "open";
                continue;
              }
              const relation = item.dataset.relation;
              const holds = relation === "=" ? left === right
                : relation === "<=" ? left <= right : left >= right;
              item.dataset.state = holds ? "holds" : "broken";
              const told = item.querySelector(".difference");
              const words = left > right ? told.dataset.more : told.dataset.fewer;
              told.textContent = words.replace("#", format.format(Math.abs(left - right)));
            }
          }

          for (const input of inputs) input.addEventListener("input", check);
          check();
        })();

        """
}
