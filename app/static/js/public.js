// Tell the sender that the page was read: only after it stayed in sight for two seconds.
const SECONDS_IN_SIGHT = 2;
const { seen, slip } = document.body.dataset;
let timer;

function tell() {
  document.removeEventListener("visibilitychange", watch);
  fetch(seen, { method: "POST", body: new URLSearchParams({ slip }), keepalive: true }).catch(() => {});
}

function watch() {
  window.clearTimeout(timer);
  if (document.visibilityState === "visible") timer = window.setTimeout(tell, SECONDS_IN_SIGHT * 1000);
}

document.addEventListener("visibilitychange", watch);
watch();

// Two answers cannot be sent by one impatient double click.
document.addEventListener("submit", (event) => {
  if (event.target.dataset.sent) event.preventDefault();
  event.target.dataset.sent = "yes";
});
