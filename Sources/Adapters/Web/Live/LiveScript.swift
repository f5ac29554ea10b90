/// The one script: it loads the page anew when something has happened, and says when it cannot.
///
/// A page is whole without it. It asks for the same address that the reader opened, so the server makes
/// no figure for it that a reader without script would not see.
package enum LiveScript {
    package static let path = "live.js"

    package static let text = """
        (() => {
          "use strict";
          const main = document.getElementById("main");
          const fresh = document.getElementById("fresh");
          const line = document.getElementById("fresh-text");
          if (!main || !fresh || !line) return;
          if (!window.EventSource || !window.fetch || !window.DOMParser) return;

          const words = fresh.dataset;
          const source = new URL("api/v1/events", document.currentScript.src);
          const shortest = 2000, spread = 1500, settled = 5000;
          let act = Number(main.dataset.act) || 0;
          let wanted = act, shown = Date.now(), asked = 0, timer = 0, busy = false, online = true;
          let stream = null, seen = null, marked = 0;

          const say = () => {
            if (!online) {
              line.textContent = words.offline.replace("{0}", words.asOf);
              return;
            }
            const seconds = Math.max(0, Math.round((Date.now() - shown) / 1000));
            const [count, unit] = seconds < 120
              ? [seconds, words.seconds] : [Math.floor(seconds / 60), words.minutes];
            line.textContent = words.updated.replace("{0}", count).replace("{1}", unit);
          };

          // What a figure is called by its surroundings, so that it is found again in the new page.
          const name = (part) => {
            const cell = part.closest("td");
            if (cell) {
              const row = cell.closest("tr"), table = cell.closest("table");
              return ["cell", table.caption ? table.caption.textContent.replace(/\\(.*/, "") : "",
                row.cells[0].textContent, cell.cellIndex].join("|");
            }
            const figure = part.closest(".figure");
            if (figure) return "figure|" + figure.querySelector(".figure-label").textContent;
            const item = part.closest("li");
            const section = part.closest("section");
            return ["item", section ? section.querySelector("h2").textContent : "",
              item ? item.textContent.replace(/[0-9]/g, "") : ""].join("|");
          };
          const parts = (root) => root.querySelectorAll("td, .figure-value, .amount");
          const figures = (root) => {
            const found = new Map();
            for (const part of parts(root)) found.set(name(part), part.textContent);
            return found;
          };
          const mark = () => {
            if (!seen) return;
            for (const part of parts(main)) {
              const key = name(part);
              if (seen.has(key) && seen.get(key) === part.textContent) continue;
              part.classList.add("changed");
              part.title = words.changed;
              if (!marked) marked = Date.now();
            }
          };
          const looked = () => {
            if (!marked || Date.now() - marked < settled) return;
            for (const part of main.querySelectorAll(".changed")) {
              part.classList.remove("changed");
              part.removeAttribute("title");
            }
            marked = 0;
            seen = figures(main);
          };

          // Where the reader is: what has the focus, which heading stands where, what is unfolded.
          const place = () => {
            const active = main.contains(document.activeElement) ? document.activeElement : null;
            const all = active ? [...main.querySelectorAll(active.tagName)] : [];
            let anchor = null;
            for (const head of main.querySelectorAll("h1, h2, h3, .caption")) {
              if (head.getBoundingClientRect().top > window.innerHeight / 2) break;
              anchor = head;
            }
            const heads = [...main.querySelectorAll("h1, h2, h3, .caption")];
            return {
              focus: active && active !== main
                ? [active.tagName, all.indexOf(active), active.getAttribute("href")] : null,
              anchor: anchor ? [heads.indexOf(anchor), anchor.getBoundingClientRect().top] : null,
              frames: [...main.querySelectorAll(".frame")].map((frame) => frame.scrollLeft),
              open: [...main.querySelectorAll("details")].map((part) => part.open),
            };
          };
          const back = (was) => {
            [...main.querySelectorAll("details")].forEach((part, at) => {
              part.open = was.open[at] || false;
            });
            [...main.querySelectorAll(".frame")].forEach((frame, at) => {
              frame.scrollLeft = was.frames[at] || 0;
            });
            if (was.anchor) {
              const head = main.querySelectorAll("h1, h2, h3, .caption")[was.anchor[0]];
              if (head) window.scrollBy(0, head.getBoundingClientRect().top - was.anchor[1]);
            }
            if (was.focus) {
              const [tag, at, link] = was.focus;
              const all = [...main.querySelectorAll(tag)];
              const found = link ? all.find((part) => part.getAttribute("href") === link) : all[at];
              if (found) found.focus({ preventScroll: true });
            }
          };

          const selecting = () => {
            const chosen = window.getSelection();
            return chosen && !chosen.isCollapsed && main.contains(chosen.anchorNode);
          };
          const later = (least) => {
            if (timer || busy) return;
            const wait = Math.max(least, shortest - (Date.now() - asked)) + Math.random() * spread;
            timer = window.setTimeout(() => { timer = 0; refresh(); }, wait);
          };
          const refresh = async () => {
            if (busy || wanted <= act) return;
            if (document.hidden) return;
            if (selecting()) { later(shortest); return; }
            busy = true;
            asked = Date.now();
            let moved = false;
            try {
              const reply = await fetch(location.pathname + location.search, { cache: "no-cache" });
              if (!reply.ok) throw new Error(String(reply.status));
              const page = new DOMParser().parseFromString(await reply.text(), "text/html");
              const next = page.getElementById("main");
              const newAct = next ? Number(next.dataset.act) || 0 : 0;
              if (next && newAct > act) {
                if (!seen) seen = figures(main);
                const was = place();
                main.replaceChildren(...next.childNodes);
                main.dataset.act = next.dataset.act;
                act = newAct;
                moved = true;
                const foot = page.querySelector("footer.foot"), old = document.querySelector("footer.foot");
                if (foot && old) old.replaceWith(foot);
                const state = page.getElementById("fresh");
                if (state) words.asOf = state.dataset.asOf;
                mark();
                back(was);
              }
              shown = Date.now();
              online = true;
            } catch (failure) {
              online = false;
            } finally {
              busy = false;
            }
            say();
            // A cache on the way may still hold the old page; then the next question waits longer.
            if (wanted > act) later(!online ? 10 * shortest : moved ? 0 : 2 * shortest);
          };

          const listen = () => {
            stream = new EventSource(source);
            stream.addEventListener("changed", (event) => {
              let told = 0;
              try { told = Number(JSON.parse(event.data).act) || 0; } catch (failure) { return; }
              if (told > wanted) wanted = told;
              if (wanted > act) later(0);
            });
            stream.onopen = () => {
              if (!online) wanted = Math.max(wanted, act + 1);
              online = true;
              if (wanted > act) later(0);
              say();
            };
            stream.onerror = () => {
              online = false;
              say();
              // A browser tries again by itself, but not after a refusal.
              if (stream.readyState === EventSource.CLOSED) {
                window.setTimeout(listen, 15000 + Math.random() * 15000);
              }
            };
          };

          document.addEventListener("visibilitychange", () => {
            if (!document.hidden && wanted > act) later(0);
          });
          window.addEventListener("pointerdown", looked, { passive: true });
          window.addEventListener("keydown", looked);
          window.addEventListener("pagehide", () => { if (stream) stream.close(); });
          window.addEventListener("pageshow", (event) => { if (event.persisted) listen(); });
          window.setInterval(say, 1000);
          say();
          listen();
        })();

        """
}
