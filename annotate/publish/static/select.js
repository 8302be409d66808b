"use strict";
// Offers to quote the words of an article that are selected. Where they stand in its text is the
// server's to find: the page shows the text without its markup, so places here are none there.

(() => {
  const article = document.querySelector("article[data-quote]");
  const CONTEXT = 60; // signs before and after, which tell one place from another
  const LONGEST = 600; // signs sent whole; of more, the beginning and the end
  const NO_TEXT = ".sign, .gutter, .notes, .what-kind, .commenter, .imprint, details, form";

  const offer = document.createElement("a");
  offer.className = "quote-this";
  offer.hidden = true;
  offer.textContent = "Quote the selected words";
  offer.accessKey = "q";
  document.getElementById("main").append(offer);

  function words(range) {
    const part = range.cloneContents();
    for (const each of part.querySelectorAll(NO_TEXT)) each.remove();
    const rows = [...part.querySelectorAll(".text")];
    const texts = rows.length ? rows.map((row) => row.textContent) : [part.textContent];
    return texts.join("\n").trim();
  }

  function beside(text, set) {
    const range = document.createRange();
    range.selectNodeContents(text);
    set(range);
    return words(range);
  }

  function textOf(node) {
    const element = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
    return element && element.closest(".text");
  }

  function address(range) {
    const quoted = words(range);
    const first = textOf(range.startContainer);
    const last = textOf(range.endContainer);
    if (quoted.length < 2 || !first || !article.contains(first)) return null;
    const found = new URL(article.dataset.quote, location.href);
    const tell = (name, value) => value && found.searchParams.set(name, value);
    const long = quoted.length > LONGEST;
    tell("words", long ? quoted.slice(0, LONGEST / 2) : quoted);
    tell("until", long ? quoted.slice(-LONGEST / 2) : "");
    const { startContainer, startOffset, endContainer, endOffset } = range;
    tell("before", beside(first, (at) => at.setEnd(startContainer, startOffset)).slice(-CONTEXT));
    if (last && article.contains(last)) {
      tell("after", beside(last, (at) => at.setStart(endContainer, endOffset)).slice(0, CONTEXT));
    }
    const row = first.closest(".row");
    tell("near", row && row.id);
    return found.href;
  }

  let waiting;
  document.addEventListener("selectionchange", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      const selection = document.getSelection();
      const href = selection.rangeCount && !selection.isCollapsed && address(selection.getRangeAt(0));
      if (href) offer.href = href;
      offer.hidden = !href;
    }, 150);
  });
})();
