"use strict";
(() => {
  const frame = document.querySelector("iframe");
  const at = (id) => document.getElementById(id);
  let running = false;
  let again = false;
  let lost = false;

  function say(text) {
    const old = at("omroep").textContent;
    // The same words twice are only read aloud when they differ somehow.
    at("omroep").textContent = old === text ? text + "\u00a0" : text;
  }

  function swap(page, id) {
    const old = at(id);
    const fresh = document.importNode(page.getElementById(id), true);
    const top = old.scrollTop;
    const focused = old.contains(document.activeElement) ? document.activeElement : null;
    old.replaceWith(fresh);
    fresh.scrollTop = top;
    if (focused) {
      const same = [...fresh.querySelectorAll("a")].find((link) => link.hash === focused.hash);
      (same || at("meldingen")).focus({ preventScroll: true });
    }
  }

  // What the reader sees at the top of the report, and how far from the top.
  function findPlace() {
    const view = frame.contentWindow;
    const inside = frame.contentDocument;
    if (!inside || view.scrollY === 0) return null;
    const above = [...inside.querySelectorAll("main [id]")].filter((node) => node.getBoundingClientRect().top < 100);
    const last = above.pop();
    return { y: view.scrollY, id: last && last.id, top: last && last.getBoundingClientRect().top };
  }

  function goBack(place) {
    const view = frame.contentWindow;
    const node = place.id && frame.contentDocument.getElementById(place.id);
    const top = node ? view.scrollY + node.getBoundingClientRect().top - place.top : place.y;
    view.scrollTo({ top, behavior: "instant" });
  }

  function reload(number) {
    const place = findPlace();
    if (place) frame.addEventListener("load", () => goBack(place), { once: true });
    frame.contentWindow.location.replace("rapport?" + number);
  }

  async function refresh() {
    const answer = await fetch("diagnoses", { cache: "no-store" });
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const shown = at("bericht").dataset.rapport;
    swap(page, "bericht");
    swap(page, "meldingen");
    const { rapport, titel, melding } = at("bericht").dataset;
    document.title = titel;
    if (rapport !== shown) reload(rapport);
    say(melding);
  }

  async function update() {
    again = true;
    if (running) return;
    running = true;
    while (again) {
      again = false;
      await refresh().catch(() => {});
    }
    running = false;
  }

  function listen() {
    const events = new EventSource("gebeurtenissen");
    events.onmessage = (event) => {
      if (event.data !== at("bericht").dataset.nummer) update();
    };
    events.onopen = () => {
      lost = false;
      at("verbinding").textContent = "";
    };
    events.onerror = () => {
      if (!lost) at("verbinding").textContent = "Geen verbinding: toezicht bekijk is gestopt.";
      lost = true;
      if (events.readyState === EventSource.CLOSED) setTimeout(listen, 3000);
    };
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-anker]");
    const node = link && frame.contentDocument && frame.contentDocument.getElementById(link.dataset.anker);
    if (!node) return;
    event.preventDefault();
    const view = frame.contentWindow;
    const room = parseFloat(view.getComputedStyle(frame.contentDocument.documentElement).scrollPaddingTop) || 0;
    // Not scrollIntoView: that moves our own page too.
    view.scrollTo({ top: view.scrollY + node.getBoundingClientRect().top - room });
    node.tabIndex = -1;
    node.focus({ preventScroll: true });
    at("blad").scrollIntoView();
  });

  // Links that leave the report open beside the preview: the frame shows nothing but the report.
  function guard() {
    if (!frame.contentDocument) return;
    frame.contentDocument.addEventListener("click", (event) => {
      const link = event.target.closest("a[href]");
      if (!link || link.getAttribute("href").startsWith("#")) return;
      event.preventDefault();
      window.open(link.href, "_blank", "noopener,noreferrer");
    });
  }

  frame.addEventListener("load", guard);
  guard();
  listen();
})();
