// What every page does: says things aloud, asks before what cannot be undone, opens dialogs, copies.

const live = document.getElementById("live");

/** Say something to people who do not see the change; other scripts send a "minuta:say" event. */
function announce(text) {
  if (!live) return;
  live.textContent = "";
  window.setTimeout(() => { live.textContent = text; }, 50);
}

document.addEventListener("minuta:say", (event) => announce(event.detail));

// Forms and buttons that ask first: data-confirm="Question?"
document.addEventListener("submit", (event) => {
  const question = event.submitter?.dataset.confirm ?? event.target.dataset.confirm;
  if (question && !window.confirm(question)) {
    event.preventDefault();
    return;
  }
  const button = event.submitter;
  if (button?.dataset.busy) {
    button.setAttribute("aria-disabled", "true");
    button.textContent = button.dataset.busy;
  }
});

// A form that sends itself when one of its choices changes: data-submit-on-change
document.addEventListener("change", (event) => {
  const form = event.target.closest?.("form[data-submit-on-change]");
  if (form && event.target.type !== "search") form.requestSubmit();
});

document.addEventListener("click", (event) => {
  const opener = event.target.closest?.("[data-opens]");
  if (opener) {
    document.getElementById(opener.dataset.opens)?.showModal();
    return;
  }
  if (event.target.closest?.("[data-closes]")) {
    event.target.closest("dialog")?.close();
    return;
  }
  if (event.target instanceof HTMLDialogElement) event.target.close();
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (!menu.contains(event.target)) menu.removeAttribute("open");
  }
  const copier = event.target.closest?.("[data-copy]");
  if (copier) {
    navigator.clipboard?.writeText(copier.dataset.copy).then(() => announce(copier.dataset.copied ?? ""));
    copier.classList.add("is-done");
    window.setTimeout(() => copier.classList.remove("is-done"), 1600);
  }
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const menu = document.querySelector("details.menu[open]");
  if (menu) {
    menu.removeAttribute("open");
    menu.querySelector("summary").focus();
  }
});

for (const name of ["htmx:sendError", "htmx:timeout", "htmx:responseError"]) {
  document.addEventListener(name, () => announce(live?.dataset.failed ?? ""));
}

// Moments are written in UTC by the server; people read them in their own zone.
const clock = new Intl.DateTimeFormat(document.documentElement.lang === "en" ? "en-GB" : document.documentElement.lang, {
  day: "2-digit", month: "2-digit", year: "numeric", hour: "2-digit", minute: "2-digit",
});
function localTimes(root) {
  for (const time of root.querySelectorAll("time[datetime]")) time.textContent = clock.format(new Date(time.dateTime));
}
localTimes(document);
document.addEventListener("htmx:load", (event) => localTimes(event.target));
