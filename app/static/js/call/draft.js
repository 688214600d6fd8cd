// The draft: kept on the server after each pause, in the browser while the server cannot be reached.

import { ago, byId, changed, field, form, pause, post, say, typed, urls, value, words } from "./page.js";
import * as lines from "./lines.js";

const PAUSE_MS = 500;
const RETRY_MS = 3000;
const FORGET_MS = 12 * 3600 * 1000;
const state = byId("call-state");
const place = () => `minuta.call.${value("number") || "new"}`;
let dirty = false;
let offline = false;
let savedAt = null;
let saving = null;
let retry;

const show = (text, kind = "") => {
  if (state.textContent !== text) state.textContent = text;
  state.dataset.kind = kind;
};

function keepHere() {
  const fields = {};
  for (const input of form.querySelectorAll("[name]:not([name^='line.']):not([type=hidden])")) fields[input.name] = input.value;
  try {
    localStorage.setItem(place(), JSON.stringify({ fields, lines: lines.kept(), catalog: value("catalog"), at: Date.now() }));
  } catch {
    // A browser that keeps nothing: the server still does.
  }
}

/** Bring back what only the browser knew; true when there was something. */
function bringBack() {
  let kept = null;
  try {
    kept = JSON.parse(localStorage.getItem(place()));
  } catch {
    return false;
  }
  if (!kept) return false;
  if (Date.now() - kept.at > FORGET_MS && !value("number")) {
    localStorage.removeItem(place());
    return false;
  }
  for (const [name, text] of Object.entries(kept.fields)) {
    const input = field(name);
    if (input && "value" in input) input.value = text;
    if (text) input?.closest?.("[data-field]")?.classList.add("is-left");
  }
  if (kept.catalog === value("catalog")) lines.restore(kept.lines);
  return true;
}

/** The connection is gone: say so, keep everything here, try again until it is back. */
export function lost() {
  offline = true;
  show(words.offline, "warning");
  keepHere();
  clearTimeout(retry);
  retry = setTimeout(save, RETRY_MS);
}

async function store() {
  dirty = false;
  const before = place();
  try {
    const answer = await post(urls.draft);
    if (!answer.number) return waiting();
    localStorage.removeItem(before);
    if (value("number") !== answer.number) {
      field("number").value = answer.number;
      history.replaceState(null, "", answer.url);
      document.title = answer.title;
    }
    field("seen").value = value("call.tab");
    savedAt = Date.now();
    if (answer.warning) byId("call-notice").textContent = answer.warning;
    if (offline) changed();
    offline = false;
    show(say(words.saved, { ago: ago(savedAt) }));
  } catch (error) {
    dirty = true;
    if (error.message === "offline") lost();
    else failed(error.message);
  }
}

function waiting() {
  keepHere();
  show(words.kept_here);
}

function failed(kind) {
  keepHere();
  show(kind === "signed-out" ? words.signed_out : words.not_saved, "warning");
  clearTimeout(retry);
  if (kind === "broken") retry = setTimeout(save, RETRY_MS * 3);
}

/** Keep the form on the server; the promise ends when nothing is left to keep, or it cannot be done now. */
export async function save() {
  clearTimeout(retry);
  while (saving) await saving;
  if (!dirty) return;
  saving = store();
  await saving;
  saving = null;
}

/** Something changed that no field told, such as the length of the call. */
export function touch() {
  dirty = true;
}

export const isOffline = () => offline;

/** The screen is left for good: nothing more to keep. */
export function finish() {
  dirty = false;
  localStorage.removeItem(place());
}

function leaving() {
  if (!dirty) return;
  keepHere();
  if (value("number") || value("company.name")) {
    fetch(urls.draft, {
      method: "POST",
      body: typed(),
      keepalive: true,
      headers: { "X-CSRFToken": value("csrf_token"), Accept: "application/json" },
    }).catch(() => {});
  }
}

/** Another window with the same draft: both say so at once. */
function watchOtherWindows() {
  const channel = new BroadcastChannel("minuta.call");
  const tell = (answer) => value("number") && channel.postMessage({ number: value("number"), answer });
  channel.addEventListener("message", ({ data }) => {
    if (data.number !== value("number")) return;
    byId("call-notice").textContent = words.two_windows;
    if (!data.answer) tell(true);
  });
  tell(false);
}

export function start() {
  watchOtherWindows();
  const soon = pause(PAUSE_MS, save);
  const touched = () => {
    dirty = true;
    soon();
  };
  form.addEventListener("input", touched);
  form.addEventListener("call:changed", touched);
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && save());
  addEventListener("pagehide", leaving);
  addEventListener("online", save);
  addEventListener("offline", lost);
  setInterval(() => savedAt && !offline && !state.dataset.kind && show(say(words.saved, { ago: ago(savedAt) })), 1000);
  if (bringBack()) changed();
}
