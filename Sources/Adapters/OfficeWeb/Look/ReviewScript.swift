/// The part of the office's script for doubtful papers: one key for each decision. It presses what is
/// on the page and nothing else; all words stand in the page.
enum ReviewScript {
    static let text = """
        (() => {
          "use strict";
          const form = document.getElementById("review");
          if (!form) return;
          const targets = [...form.querySelectorAll("fieldset.target")];
          const send = document.getElementById("send");
          const why = document.getElementById("f-why");
          const spoiled = document.getElementById("f-spoiled");
          const told = document.getElementById("chosen");
          const whole = document.getElementById("whole");
          const made = [];
          form.classList.add("keyed");

          const choices = target => [...target.querySelectorAll("input[type=radio]")];
          const chosen = target => choices(target).find(input => input.checked);
          const open = () => targets.find(target => !chosen(target));
          let current = open() || targets[0];

          function show(target) {
            current = target;
            for (const one of targets) one.toggleAttribute("data-current", one === target);
          }
          function tell(target, input) {
            const name = target.querySelector(".option span:last-child").textContent;
            told.textContent = name + ": " + (input ? input.nextElementSibling.textContent : "\\u2013");
          }
          function onward() {
            const next = open();
            if (next) {
              show(next);
              next.focus({ preventScroll: true });
              next.scrollIntoView({ block: "nearest" });
              return;
            }
            const needed = why.getAttribute("aria-required") || spoiled.checked || targets.some(one => chosen(one)?.value === "cannot-tell");
            (needed && why.value.trim() === "" ? why : send).focus();
          }
          function choose(place) {
            const input = choices(current)[place];
            if (!input) return;
            made.push([current, chosen(current)]);
            input.checked = true;
            tell(current, input);
            onward();
          }
          function undo() {
            const last = made.pop();
            if (!last) return;
            const [target, before] = last;
            for (const input of choices(target)) input.checked = input === before;
            show(target);
            tell(target, before);
            target.focus();
          }
          function spoil() {
            spoiled.checked = !spoiled.checked;
            if (spoiled.checked) why.focus(); else spoiled.focus();
          }
          function page() {
            whole.open = !whole.open;
            (whole.open ? whole : current).scrollIntoView({ block: whole.open ? "start" : "nearest" });
          }

          for (const target of targets) {
            target.addEventListener("focusin", () => show(target));
            for (const input of choices(target)) {
              input.addEventListener("change", () => tell(target, input));
            }
          }
          document.getElementById("undo").addEventListener("click", event => {
            event.preventDefault();
            undo();
          });
          const keys = { u: undo, s: spoil, p: page, n: () => form.requestSubmit(send) };
          document.addEventListener("keydown", event => {
            if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
            if (event.target === why) {
              if (event.key === "Escape") send.focus();
              return;
            }
            const digit = /^(?:Digit|Numpad)([123])$/.exec(event.code);
            // On a keyboard of other letters the place of the key counts.
            const typed = event.key.toLowerCase();
            const letter = /^[a-z]$/.test(typed) ? typed : event.code.replace("Key", "").toLowerCase();
            if (digit && !event.shiftKey) choose(Number(digit[1]) - 1);
            else if (keys[letter] && event.key.length === 1) keys[letter]();
            else return;
            event.preventDefault();
          });
          // Enter in a reason of one line sends the decisions, as the button does.
          why.addEventListener("keydown", event => {
            if (event.key !== "Enter" || why.tagName === "TEXTAREA") return;
            event.preventDefault();
            form.requestSubmit(send);
          });
          show(current);
        })();

        """
}
