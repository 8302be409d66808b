"use strict";
// One click copies what a field holds; of a passage also as formatted text for word processors.
// Without this script the fields can still be selected and copied by hand.

(() => {
  const said = document.querySelector(".copied");

  // The event carries both forms at once and needs no permission, also where a page has no
  // secure context: a server in the office is often reached by plain http.
  function put(text, html) {
    let done = false;
    const fill = (event) => {
      event.clipboardData.setData("text/plain", text);
      if (html) event.clipboardData.setData("text/html", html);
      event.preventDefault();
      done = true;
    };
    document.addEventListener("copy", fill, { once: true });
    document.execCommand("copy");
    document.removeEventListener("copy", fill);
    return done;
  }

  function copy(button) {
    const field = document.getElementById(button.dataset.copy);
    const rich = document.getElementById(button.dataset.rich || "");
    field.select();
    const done = put(field.value, rich ? rich.value : "");
    button.focus();
    said.textContent = done
      ? `${button.getAttribute("aria-label").replace(/^Copy /, "")}: copied.`
      : "Your browser does not let a page copy; the field is selected, copy it by its menu.";
  }

  for (const button of document.querySelectorAll("button[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", () => copy(button));
  }
})();
