// Listens to `byline serve` for all tabs of a browser, and tells each of them.
"use strict";

const tabs = [];
let last = null;

const events = new EventSource("/_byline/events");
events.onmessage = (event) => {
  last = JSON.parse(event.data);
  for (const tab of tabs) tab.postMessage(last);
};

self.onconnect = ({ ports: [tab] }) => {
  tabs.push(tab);
  if (last) tab.postMessage(last);
};
