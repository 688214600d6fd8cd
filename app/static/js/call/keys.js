// Keys that work anywhere on the call screen, whatever the keyboard's language.

import { byId, form } from "./page.js";
import { suggest } from "./lines.js";
import { send } from "./send.js";

const SINGLE = "minuta.call.single-keys";
const single = byId("single-keys");
const takesText = (element) =>
  element?.matches?.("input:not([type=checkbox]):not([inputmode=decimal]), textarea, select, [contenteditable]");

function help() {
  const dialog = byId("help-dialog");
  if (!dialog.open) dialog.showModal();
}

function find() {
  byId("item-search").focus();
  byId("item-search").scrollIntoView({ block: "nearest" });
}

function onKey(event) {
  if (event.isComposing || document.querySelector("dialog[open]")) return;
  const command = event.ctrlKey || event.metaKey;
  const digit = /^(?:Digit|Numpad)([1-3])$/.exec(event.code);
  let act = null;
  if (command && event.key === "Enter") act = send;
  else if (command && event.code === "KeyK") act = find;
  else if (event.altKey && !command && digit) act = () => suggest(form.querySelectorAll("[data-suggestion]")[digit[1] - 1]);
  else if (!command && !event.altKey && single.checked && !takesText(event.target)) {
    if (event.key === "?") act = help;
    else if (event.key === "/" || (event.code === "Slash" && !event.shiftKey)) act = find;
  }
  if (!act) return;
  event.preventDefault();
  act();
}

export function start() {
  single.checked = localStorage.getItem(SINGLE) !== "off";
  single.addEventListener("change", () => localStorage.setItem(SINGLE, single.checked ? "on" : "off"));
  byId("call-help").addEventListener("click", help);
  for (const button of document.querySelectorAll("[data-close]")) {
    button.addEventListener("click", () => button.closest("dialog").close());
  }
  document.addEventListener("keydown", onKey);
}
