"use strict";
// Decisions by keys. Each key presses a button or follows a link that is on the page, so nothing
// here can do what the forms cannot; without this script they are used by hand.

(() => {
  const cases = [...document.querySelectorAll(".case")];
  const keys = document.querySelector(".keys");
  if (keys) keys.hidden = false;

  let at = 0;
  function go(to) {
    if (!cases.length) return;
    at = Math.min(Math.max(to, 0), cases.length - 1);
    cases[at].focus({ preventScroll: true });
    cases[at].scrollIntoView({ block: "nearest" });
  }

  function press(where, what) {
    const found = (where || document).querySelector(what);
    if (found) found.click();
  }

  function note() {
    const details = cases[at]?.querySelector("details");
    if (details) details.open = true;
    cases[at]?.querySelector("input[name=note]")?.focus();
  }

  const actions = {
    j: () => go(at + 1),
    k: () => go(at - 1),
    a: () => press(cases[at], "button.accept"),
    r: () => press(cases[at], "button.reject"),
    c: () => press(cases[at], "a.correct") ?? cases[at]?.querySelector("fieldset :is(textarea, input, select)")?.focus(),
    n: note,
    u: () => press(document, "button.undo"),
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    if (event.target.closest("input, textarea, select")) {
      if (event.key === "Escape") event.target.blur();
      return;
    }
    // Only while a case has the focus: who dictates to the browser shall not decide by saying words.
    const action = event.target.closest(".case, .done") && actions[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  });

  document.addEventListener("focusin", (event) => {
    const found = cases.indexOf(event.target.closest(".case"));
    if (found >= 0) at = found;
  });

  go(cases.findIndex((each) => `#${each.id}` === location.hash));
})();
