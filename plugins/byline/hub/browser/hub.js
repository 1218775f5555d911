/* The hub's extras: counting while one types, copying, opening a network with the text as it is now, and the device's own
   sharing. A classic script, so that it works from a folder; it stores nothing and asks nobody. */
(function () {
  "use strict";

  /* --- counting, as byline/counting.py does; a test holds both against each other --- */
  var EMOJI = /\p{Emoji_Presentation}|\p{Emoji}\uFE0F|\u20E3|\p{Regional_Indicator}{2}|\p{Emoji}\p{Emoji_Modifier}/u;
  var WEB = "https?:\\/\\/[^\\s<>\"\\u3000-\\u303F\\uFF00-\\uFFEF]+";
  var DOMAINS =
    "com|org|net|edu|gov|mil|int|info|biz|name|pro|mobi|jobs|travel|museum|coop|aero|asia|cat|tel|app|dev|blog|page|shop|" +
    "online|store|site|tech|cloud|news|media|agency|digital|design|studio|academy|events|world|social|software|systems|" +
    "solutions|services|company|work|works|team|tools|today|live|video|email|link|club|space|website|xyz|eu|paris|berlin";
  var WORD = "[\\p{L}\\p{N}\\p{M}_]";
  var BARE =
    "(?<![\\p{L}\\p{N}\\p{M}_@#$./-])(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\\.)+" +
    "(?:(?:" + DOMAINS + "|co|tv)(?!" + WORD + "|@)|(?<=\\.[a-z0-9-]{1,63}\\.)(?:[a-z]{2})(?!" + WORD + "|@)|(?:[a-z]{2})(?=\\/\\S))" +
    "(?:\\/[^\\s<>\"]*)?";
  var ADDRESS = 23;
  var LIGHT = [[0x0000, 0x10ff], [0x2000, 0x200d], [0x2010, 0x201f], [0x2032, 0x2037]];

  function clusters(text) {
    if (!window.Intl || !Intl.Segmenter) return Array.from(text);
    return Array.from(new Intl.Segmenter("en", { granularity: "grapheme" }).segment(text), function (part) { return part.segment; });
  }

  function without(pattern, text) {
    var found = 0;
    var rest = text.replace(pattern, function (whole) {
      found += 1;
      var kept = whole.replace(/[.,;:!?'"»”’)\]}…]+$/u, "");
      if (kept.split("(").length > kept.split(")").length && whole.slice(kept.length).charAt(0) === ")") kept += ")";
      return whole.slice(kept.length);
    });
    return [rest, found];
  }

  function sum(parts, weight) {
    return parts.reduce(function (total, part) { return total + weight(part); }, 0);
  }

  function points(text) { return Array.from(text).length; }
  function bytes(text) { return new TextEncoder().encode(text).length; }

  function light(character) {
    var code = character.codePointAt(0);
    return LIGHT.some(function (range) { return range[0] <= code && code <= range[1]; }) ? 1 : 2;
  }

  var COUNTERS = {
    characters: points,
    units: function (text) { return text.length; },
    graphemes: function (text) { return clusters(text).length; },
    x: function (text) {
      var cut = without(new RegExp(WEB + "|" + BARE, "giu"), text.normalize("NFC"));
      return cut[1] * ADDRESS + sum(clusters(cut[0]), function (one) { return EMOJI.test(one) ? 2 : sum(Array.from(one), light); });
    },
    mastodon: function (text) {
      var cut = without(new RegExp(WEB, "giu"), text);
      var rest = cut[0].replace(/(?<![A-Za-z0-9_/])(@[A-Za-z0-9_]+)@[A-Za-z0-9_.-]*[A-Za-z0-9_]/g, "$1");
      return cut[1] * ADDRESS + clusters(rest).length;
    },
    threads: function (text) {
      return sum(clusters(text), function (one) { return EMOJI.test(one) ? bytes(one) : points(one); });
    },
    encoded: function (text) { return encode(text.replace(/\n/g, "\r\n")).length; },
  };

  function counted(text, how, limit, limitOfBytes) {
    var length = (COUNTERS[how] || points)(text);
    return limitOfBytes ? Math.max(length, Math.ceil((bytes(text) * limit) / limitOfBytes)) : length;
  }

  function encode(text) {
    return encodeURIComponent(text).replace(/[!'()*]/g, function (one) { return "%" + one.charCodeAt(0).toString(16).toUpperCase(); });
  }

  /* --- a network's own page with the text as it is now --- */
  function words(text, target) {
    return text.split(target).join("").split("\n").map(function (line) { return line.trim(); })
      .filter(function (line, number, lines) { return line || (number && lines[number - 1]); }).join("\n").trim();
  }

  function pageFor(pattern, values) {
    var end = pattern.indexOf("mailto:") === 0 ? "\r\n" : "\n";
    return pattern.replace(/\{([^{}]*)\}/g, function (_, name) { return encode((values[name] || "").replace(/\n/g, end)); });
  }

  /* For the test that compares the two ways of counting. */
  window.bylineHub = { counted: counted, pageFor: pageFor };

  function copy(field, button) {
    var said = button.textContent;
    function done() {
      button.textContent = button.dataset.done;
      window.setTimeout(function () { button.textContent = said; }, 2000);
    }
    function byHand() {
      field.focus();
      field.select();
      if (document.execCommand("copy")) done();
    }
    if (navigator.clipboard && window.isSecureContext) navigator.clipboard.writeText(field.value).then(done, byHand);
    else byHand();
  }

  function draft(box) {
    var field = box.querySelector("textarea");
    var output = box.querySelector("output");
    var over = box.querySelector(".over");
    var page = box.querySelector("a.open");
    var given = box.dataset;
    var limit = Number(given.limit);
    function update() {
      if (output) {
        var length = counted(field.value, given.counts, limit, Number(given.bytes));
        var tooLong = limit > 0 && length > limit;
        output.textContent = length;
        over.hidden = !tooLong;
        box.classList.toggle("too-long", tooLong);
        field.setAttribute("aria-invalid", String(tooLong));
      }
      if (page && given.page) {
        page.href = pageFor(given.page, { url: given.target, title: given.title, words: words(field.value, given.target), text: field.value });
      }
    }
    field.addEventListener("input", update);
    /* A browser may have kept what was typed before the page was opened again. */
    if (field.value !== field.defaultValue) update();
  }

  document.querySelectorAll(".draft").forEach(draft);
  document.querySelectorAll("button.copy").forEach(function (button) {
    var field = button.closest(".draft, .address").querySelector("textarea, input");
    button.hidden = false;
    button.addEventListener("click", function () { copy(field, button); });
  });
  document.querySelectorAll("button.share").forEach(function (button) {
    if (!navigator.share) return;
    button.closest(".device").hidden = false;
    button.addEventListener("click", function () {
      navigator.share({ title: button.dataset.title, text: button.dataset.text, url: button.dataset.target }).catch(function () {});
    });
  });
  /* Somebody came for one network. */
  var wanted = window.location.hash && document.getElementById(window.location.hash.slice(1));
  if (wanted && wanted.matches("details")) wanted.open = true;
})();
