/* Counts this page with the site's own Matomo, without cookies. Loaded only where BYLINE_MEASURES says so. */
(function () {
  "use strict";
  var given = document.currentScript.dataset, script = document.createElement("script");
  window._paq = [
    ["disableCookies"],
    ["disableBrowserFeatureDetection"],
    ["setTrackerUrl", given.endpoint],
    ["setSiteId", given.site],
    ["setCustomUrl", location.href],
    ["trackPageView"],
  ];
  script.src = given.script;
  document.head.append(script);
})();
