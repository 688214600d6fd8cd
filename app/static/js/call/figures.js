// Live figures: htmx posts the form after each pause; an answer that is no longer the latest is dropped.

import { announce, byId, form, words } from "./page.js";
import { lost } from "./draft.js";

let latest = null;

/** Mark fields whose message says that something is wrong, once they have been left. */
function markErrors() {
  for (const message of form.querySelectorAll(".field-error[id]")) {
    const input = byId(message.id.replace(/-error$/, ""));
    const left = input?.closest("[data-field]")?.classList.contains("is-left");
    if (message.textContent.trim() && left) input.setAttribute("aria-invalid", "true");
    else input?.removeAttribute("aria-invalid");
  }
}

export function leave(input) {
  input?.closest?.("[data-field]")?.classList.add("is-left");
}

export function leaveAll() {
  for (const place of form.querySelectorAll("[data-field]")) place.classList.add("is-left");
  markErrors();
}

/** After an answer: where the focus was on something that is gone, put it on what came instead. */
function keepFocus() {
  if (document.activeElement !== document.body || !focusedChip) return;
  (form.querySelector("[data-suggestion]") ?? byId("item-search")).focus();
}
let focusedChip = false;

export function start() {
  const mine = (event) => event.detail.elt === form && event.detail.requestConfig.path === form.getAttribute("hx-post");
  form.addEventListener("htmx:beforeSend", (event) => {
    if (!mine(event)) return;
    latest = event.detail.xhr;
    focusedChip = Boolean(document.activeElement?.closest?.("[data-suggestion]"));
  });
  form.addEventListener("htmx:beforeSwap", (event) => {
    if (mine(event) && event.detail.xhr !== latest) event.detail.shouldSwap = false;
  });
  form.addEventListener("htmx:afterRequest", (event) => {
    if (!mine(event) || event.detail.xhr !== latest) return;
    byId("call-figures")?.classList.toggle("is-stale", !event.detail.successful);
    markErrors();
    keepFocus();
    if (event.detail.successful) announce(byId("call-figures").dataset.summary);
    else if (event.detail.xhr.status >= 500) announce(words.no_figures);
  });
  form.addEventListener("htmx:sendError", () => lost());
  form.addEventListener("focusout", (event) => {
    leave(event.target);
    markErrors();
  });
}
