// Send: one click is one proposal; then the screen shows by itself what becomes of it.

import { byId, form, typed, urls, value, words } from "./page.js";
import * as draft from "./draft.js";
import * as timer from "./timer.js";
import { leaveAll } from "./figures.js";
import { download } from "./preview.js";

const button = byId("call-send");
let busy = false;

/** Go to the first thing that is missing or wrong. */
function mend() {
  leaveAll();
  const link = document.querySelector("#call-missing a[data-focus]");
  if (link) focusOn(link.dataset.focus);
}

export function focusOn(id) {
  const target = byId(id);
  const details = target?.closest("details");
  if (details) details.open = true;
  target?.focus();
}

/** The answer stands in the bar: the form is closed, the way on is the next call. */
function finished() {
  if (!byId("call-outcome")?.dataset.made) return false;
  timer.stop();
  draft.finish();
  byId("call-fields").inert = true;
  document.body.classList.add("is-sent");
  byId("call-next").focus();
  return true;
}

export async function send() {
  if (busy || document.body.classList.contains("is-sent")) return;
  if (byId("call-missing").dataset.count !== "0") return mend();
  busy = true;
  button.setAttribute("aria-disabled", "true");
  tell(words.sending);
  draft.touch();
  await draft.save();
  if (draft.isOffline() || !value("number")) tell(words.send_offline);
  else {
    await window.htmx.ajax("POST", urls.send, { source: button, swap: "none" }).catch(() => {});
    tell("");
    if (!finished() && byId("call-missing").dataset.count !== "0") mend();
    else if (!document.body.classList.contains("is-sent")) tell(words.send_failed);
  }
  busy = false;
  button.removeAttribute("aria-disabled");
}

function tell(text) {
  byId("call-notice").textContent = text;
}

export function start() {
  button.addEventListener("click", send);
  button.addEventListener("htmx:configRequest", (event) => {
    for (const [name, text] of typed()) event.detail.formData.append(name, text);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  byId("call-download").addEventListener("click", async () => {
    if (!(await download())) mend();
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-focus]");
    if (!link) return;
    event.preventDefault();
    leaveAll();
    focusOn(link.dataset.focus);
  });
}
