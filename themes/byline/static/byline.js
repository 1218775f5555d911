/* All that pages do with a script, and nothing that a reader would miss without one. It is loaded before the styles,
   so that a scheme that was chosen is there when the page is first painted. */
(function () {
  "use strict";
  var root = document.documentElement;
  var dark = matchMedia("(prefers-color-scheme: dark)");
  var wide = matchMedia("(min-width: 75rem)");

  try {
    var chosen = localStorage.getItem("scheme");
    if (chosen === "dark" || chosen === "light") root.dataset.scheme = chosen;
  } catch { /* A browser that keeps nothing follows the system. */ }

  document.addEventListener("DOMContentLoaded", function () {
    switchScheme(document.querySelector("button.scheme"));
    openContents(document.querySelector(".toc"));
    offerSharing(document.querySelector(".share ul"));
    var search = document.querySelector("[data-search]");
    if (search) import(search.dataset.search);
  });

  addEventListener("load", cleanAddress);

  function switchScheme(button) {
    function isDark() {
      return root.dataset.scheme ? root.dataset.scheme === "dark" : dark.matches;
    }
    function show() {
      button.setAttribute("aria-pressed", isDark());
    }
    show();
    button.hidden = false;
    dark.addEventListener("change", show);
    button.addEventListener("click", function () {
      root.dataset.scheme = isDark() ? "light" : "dark";
      try {
        localStorage.setItem("scheme", root.dataset.scheme);
      } catch { /* ... then for this page alone. */ }
      show();
    });
  }

  /* Beside the text there is room for what it holds; above it, a reader opens that. */
  function openContents(contents) {
    if (!contents) return;
    contents.open = wide.matches;
    wide.addEventListener("change", function () { contents.open = wide.matches; });
  }

  function offerSharing(list) {
    if (!list) return;
    var copy = list.querySelector("[data-copy]"), share = list.querySelector("[data-share]");
    var words = copy.querySelector("span"), name = words.textContent;
    var status = list.parentNode.querySelector("[role=status]"), timer;
    function say(text) {
      words.textContent = text || name;
      status.textContent = text;
    }
    if (navigator.clipboard) {
      copy.parentNode.hidden = false;
      copy.addEventListener("click", function () {
        navigator.clipboard.writeText(list.dataset.url).then(function () {
          say(copy.dataset.copy);
          clearTimeout(timer);
          timer = setTimeout(say, 3000, "");
        }).catch(function () { /* The browser did not let us; the address bar still has it. */ });
      });
    }
    if (share && navigator.share) {
      share.parentNode.hidden = false;
      share.addEventListener("click", function () {
        navigator.share({ title: list.dataset.title, url: share.dataset.share }).catch(function () {});
      });
    }
  }

  /* Whoever copies the address of a page should not pass on where they came from. */
  function cleanAddress() {
    var kept = location.search.slice(1).split("&").filter(function (pair) { return !/^(utm|mtm)_/.test(pair); }).join("&");
    var clean = location.pathname + (kept && "?" + kept) + location.hash;
    if ("cleanAddress" in root.dataset && kept !== location.search.slice(1)) history.replaceState(history.state, "", clean);
  }
})();
