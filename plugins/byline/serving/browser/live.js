// `byline serve` adds this to the pages that it shows; it is in no file of the site.
"use strict";

(() => {
  const { edition, lang: wanted } = document.currentScript.dataset;
  const shown = Number(edition);
  const WORDS = {
    en: { mend: "Mend this, and the page follows", hide: "Hide" },
    fr: { mend: "Corrigez ceci, et la page suivra", hide: "Masquer" },
  };
  const lang = wanted in WORDS ? wanted : "en";
  let host = null;

  const element = (name, text = "") => Object.assign(document.createElement(name), { textContent: text });

  function overlay(faults) {
    host?.remove();
    host = faults.length ? element("byline-faults") : null;
    if (!host) return;

    const style = Object.assign(element("link"), { rel: "stylesheet", href: "/_byline/overlay.css" });
    const panel = element("section");
    const list = element("ul");
    const hide = element("button", WORDS[lang].hide);
    panel.lang = lang;
    panel.dir = "ltr";
    panel.setAttribute("role", "alert");
    list.append(...faults.map((fault) => element("li", fault)));
    hide.addEventListener("click", () => host.remove());
    panel.append(element("h2", WORDS[lang].mend), list, hide);
    // A shadow, so that the theme's styles stay out, and ours in.
    host.attachShadow({ mode: "open" }).append(style, panel);
    document.body.append(host);
  }

  // A page that the browser kept aside has heard nothing in the meantime.
  addEventListener("pageshow", (event) => event.persisted && location.reload());

  // One connection for all tabs: a browser opens only six to a server, and pages need them too.
  const worker = new SharedWorker("/_byline/worker.js", { name: "byline" });
  worker.port.onmessage = ({ data: news }) => {
    if (news.edition > shown) location.reload();
    if (news.edition === shown) overlay(news.faults);
  };
})();
