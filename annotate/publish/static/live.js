"use strict";
// Live filters: what only asks a page for more or less of the same (a value, words as they are
// typed, the next part) is fetched and put in place, without leaving the page. Each address is one
// that the server answers whole, so that it can be kept and sent; without this script, and where
// fetching fails, links and forms do what they say.

(() => {
  const main = document.getElementById("main");
  const said = document.getElementById("told-live");
  const PAUSE = 250; // milliseconds after a letter until the words are asked for

  let shown = new URL(location.href);
  let asked; // the request under way; whatever is asked next ends it
  let waiting; // for more letters

  const isHere = (url) => url.origin === location.origin && url.pathname === location.pathname;

  function stop() {
    clearTimeout(waiting);
    asked?.abort();
    main.removeAttribute("aria-busy");
  }

  async function pageAt(url) {
    asked = new AbortController();
    const answer = await fetch(url, { signal: asked.signal, headers: { accept: "text/html" } });
    if (!answer.ok || !isHere(new URL(answer.url))) throw new Error(answer.statusText);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (!page.getElementById("main")) throw new Error("no page of ours");
    return page;
  }

  // What has the focus, told so that it is known again in the page that comes.
  function signOf(element) {
    if (!element || !main.contains(element)) return null;
    const group = element.closest("[aria-labelledby], [aria-label]:not(a, input, button)");
    const labels = ["aria-labelledby", "aria-label"].map((name) => group?.getAttribute(name) || "");
    const own = element.getAttribute("aria-label") || element.textContent.trim();
    return [element.localName, element.name || "", own, ...labels].join("\n");
  }

  const sameAs = (sign) =>
    sign && [...main.querySelectorAll("a, input, select, button, summary")].find((each) => signOf(each) === sign);

  // The words that somebody is typing stay as they are now, not as they were when they were asked for.
  function keepTyped(old, fresh) {
    fresh.value = old.value;
    fresh.focus({ preventScroll: true });
    fresh.setSelectionRange(old.selectionStart, old.selectionEnd);
  }

  function refocus(before, sign, top, isTyped) {
    const found = sameAs(sign);
    if (found && isTyped && before.localName === "input") return keepTyped(before, found);
    if (found) {
      found.focus({ preventScroll: true });
      return scrollBy(0, found.getBoundingClientRect().top - top);
    }
    const title = main.querySelector("h1");
    title.tabIndex = -1;
    title.focus({ preventScroll: true });
    return undefined;
  }

  const told = (of) => [...of.querySelectorAll("h1, [data-told]")].map((each) => each.textContent.trim()).join(", ");

  // The words in the field above the page are those that the page was asked for.
  function fillIn(page) {
    const field = document.querySelector(".top [name=q]");
    const fresh = page.querySelector(".top [name=q]");
    if (field && fresh) field.value = fresh.value;
  }

  // toTop: the next part is read from its heading on.
  function putIn(page, { toTop, isTyped }) {
    const before = document.activeElement;
    const sign = signOf(before);
    const top = before?.getBoundingClientRect().top;
    main.replaceChildren(...document.importNode(page.getElementById("main"), true).childNodes);
    document.title = page.title;
    said.textContent = told(main);
    if (!isTyped) fillIn(page);
    if (sign) refocus(before, toTop ? "" : sign, top, isTyped);
    unhide();
  }

  // how: "push" makes an entry of the history, "replace" changes the one there is, "" leaves it.
  async function go(url, how, { toTop = false, isTyped = false } = {}) {
    stop();
    main.setAttribute("aria-busy", "true");
    try {
      const page = await pageAt(url);
      if (how === "push") {
        history.replaceState({ y: scrollY }, "");
        history.pushState({ y: 0 }, "", url);
      } else if (how === "replace") history.replaceState({ y: scrollY }, "", url);
      shown = new URL(url);
      putIn(page, { toTop, isTyped });
      if (toTop) scrollTo(0, 0);
      else if (url.hash) document.getElementById(decodeURIComponent(url.hash.slice(1)))?.scrollIntoView();
    } catch (error) {
      if (error.name === "AbortError") return;
      location.assign(url);
    }
    main.removeAttribute("aria-busy");
  }

  function follow(event) {
    const link = event.target.closest("a[href]");
    if (!link || link.hasAttribute("target") || link.hasAttribute("download")) return;
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const url = new URL(link.getAttribute("href"), location.href); // of a mark in a picture too
    if (!isHere(url) || url.search === location.search) return;
    event.preventDefault();
    go(url, "push", { toTop: link.rel === "next" || link.rel === "prev" });
  }

  function addressOf(form) {
    const url = new URL(form.action);
    const stated = [...new FormData(form)].filter(([, value]) => value !== "");
    url.search = new URLSearchParams(stated);
    return url;
  }

  const isLive = (form) => form && form.method === "get" && isHere(new URL(form.action));

  function typed(event) {
    const { target } = event;
    if (target.matches(".among")) return among(target);
    if (target.type !== "search" || !isLive(target.form) || event.isComposing) return undefined;
    clearTimeout(waiting);
    waiting = setTimeout(() => go(addressOf(target.form), "replace", { isTyped: true }), PAUSE);
    return undefined;
  }

  function submitted(event) {
    if (!isLive(event.target)) return;
    event.preventDefault();
    go(addressOf(event.target), "push", { isTyped: true });
  }

  // A long list of values shows those that hold the words typed above it.
  function among(field) {
    const sought = field.value.trim().toLocaleLowerCase();
    for (const each of document.getElementById(field.dataset.among).children) {
      each.hidden = !each.textContent.toLocaleLowerCase().includes(sought);
    }
  }

  function unhide() {
    for (const field of main.querySelectorAll(".among")) field.hidden = false;
  }

  async function gone(event) {
    if (location.pathname === shown.pathname && location.search === shown.search) return stop();
    await go(new URL(location.href), "");
    return scrollTo(0, event.state?.y ?? 0);
  }

  main.addEventListener("click", follow);
  document.addEventListener("input", typed);
  document.addEventListener("compositionstart", stop); // signs that are being put together stay
  document.addEventListener("compositionend", typed);
  document.addEventListener("submit", submitted);
  addEventListener("popstate", gone);
  unhide();
})();
