// What the client will see: the real pages, drawn after each pause and swapped in without a flicker.

import { ago, byId, form, pause, post, say, urls, value, words } from "./page.js";
import * as draft from "./draft.js";

const PAUSE_MS = 700;
const pictures = [...document.querySelectorAll("[data-page]")];
const state = byId("call-pdf");
const updated = byId("pages-updated");
let turn = 0;
let shownTurn = 0;
let running = false;
let shown = null;
let shownAt = null;
let open = 0;

const enough = () => value("company.name") && form.querySelector("[name='line.sku']");

async function swap(pages) {
  const ready = await Promise.all(
    pages.map(async (page) => {
      const picture = new Image();
      picture.src = page.small;
      await picture.decode();
      return page.small;
    }),
  );
  pictures.forEach((picture, index) => {
    picture.querySelector("img").src = ready[index];
    picture.querySelector("img").alt = pages[index].alt;
    picture.disabled = false;
    picture.classList.add("is-drawn");
  });
}

async function draw() {
  if (running) return;
  if (!enough()) return (state.textContent = words.pdf_waits);
  running = true;
  const drawn = turn;
  state.textContent = words.pdf_drawing;
  try {
    await draft.save();
    const answer = await post(urls.preview);
    if (answer.pages) {
      await swap(answer.pages);
      shown = answer;
      shownAt = Date.now();
      shownTurn = drawn;
      tick();
    }
    if (drawn === turn) state.textContent = answer.state;
  } catch (error) {
    if (drawn === turn) state.textContent = error.message === "offline" ? words.pdf_offline : words.pdf_failed;
  }
  running = false;
  if (drawn !== turn) soon();
}
const soon = pause(PAUSE_MS, draw);

function tick() {
  if (shownAt) updated.textContent = say(turn === shownTurn ? words.updated : words.updating, { ago: ago(shownAt) });
}

/** The PDF of what stands in the form now, drawn first if need be. */
export async function download() {
  if (!enough()) return false;
  if (!shown || shownTurn !== turn) {
    while (running) await new Promise((resolve) => setTimeout(resolve, 50));
    if (shownTurn !== turn || !shown) await draw();
  }
  if (shown && shownTurn === turn) location.assign(shown.pdf);
  return Boolean(shown);
}

function zoom(index) {
  const dialog = byId("page-dialog");
  open = (index + pictures.length) % pictures.length;
  byId("page-large").src = shown.pages[open].large;
  byId("page-large").alt = shown.pages[open].alt;
  byId("page-count").textContent = `${open + 1} / ${pictures.length}`;
  if (!dialog.open) dialog.showModal();
}

function fold() {
  const toggle = byId("pages-toggle");
  const unfolded = toggle.getAttribute("aria-expanded") !== "true";
  toggle.setAttribute("aria-expanded", String(unfolded));
  byId("call-pages").classList.toggle("is-open", unfolded);
}

export function start() {
  const touched = () => {
    turn++;
    soon();
  };
  form.addEventListener("input", touched);
  form.addEventListener("call:changed", touched);
  pictures.forEach((picture, index) => picture.addEventListener("click", () => zoom(index)));
  byId("page-dialog").addEventListener("keydown", (event) => {
    if (event.key === "ArrowRight") zoom(open + 1);
    if (event.key === "ArrowLeft") zoom(open - 1);
  });
  byId("page-previous").addEventListener("click", () => zoom(open - 1));
  byId("page-next").addEventListener("click", () => zoom(open + 1));
  byId("pages-toggle").addEventListener("click", fold);
  setInterval(tick, 1000);
  if (enough()) touched();
}
