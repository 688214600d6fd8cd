// How long the call has lasted: from the first key to Send, through reloads of the page.

import { byId, field, form, say, words } from "./page.js";

const KEY = "minuta.call.since";
const clock = byId("call-timer");
let since = null;
let ticking = null;

const place = () => `${KEY}.${field("call.tab").value}`;

function tick() {
  const seconds = Math.floor((Date.now() - since) / 1000);
  const two = (number) => String(number).padStart(2, "0");
  field("call.seconds").value = seconds;
  clock.textContent = say(words.on_the_line, { time: `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}` });
  clock.hidden = false;
}

function run(from) {
  if (ticking) return;
  since = from;
  sessionStorage.setItem(place(), String(since));
  ticking = setInterval(tick, 1000);
  tick();
}

export function stop() {
  clearInterval(ticking);
  sessionStorage.removeItem(place());
}

export function start() {
  const going = Number(sessionStorage.getItem(place()));
  const seconds = Number(field("call.seconds").value || 0);
  const begin = () => run(Date.now() - seconds * 1000);
  if (going) run(going);
  else if (seconds) {
    since = Date.now() - seconds * 1000;
    tick();
  }
  form.addEventListener("input", begin, { once: true });
  form.addEventListener("call:changed", begin, { once: true });
}
