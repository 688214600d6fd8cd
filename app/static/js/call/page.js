// The form, its addresses and its words: what every part of the call screen shares.

export const form = document.getElementById("call");
export const { urls, words, language } = JSON.parse(document.getElementById("call-words").textContent);
export const byId = (id) => document.getElementById(id);
export const field = (name) => form.elements.namedItem(name);
export const value = (name) => field(name)?.value.trim() ?? "";
export const typed = () => new URLSearchParams(new FormData(form));

/** Put values into a sentence that the server translated. */
export const say = (text, values = {}) => text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");

/** Tell the rest of the screen that the form is not what it was. */
export const changed = () => form.dispatchEvent(new CustomEvent("call:changed", { bubbles: true }));

/** Post the form. Throws "offline" when nobody answers, "signed-out" when someone else must sign in first. */
export async function post(url, body = typed(), options = {}) {
  let response;
  try {
    response = await fetch(url, {
      method: "POST",
      body,
      headers: { Accept: "application/json", "X-CSRFToken": value("csrf_token"), "HX-Request": "true" },
      ...options,
    });
  } catch (error) {
    throw error.name === "AbortError" ? error : new Error("offline");
  }
  if (response.redirected || response.status === 401) throw new Error("signed-out");
  if (!response.ok) throw new Error(response.status >= 500 ? "broken" : "refused");
  return response.json();
}

/** Wait for a pause: the call is made once nobody has called again for so long. */
export function pause(milliseconds, act) {
  let timer;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(act, milliseconds);
  };
}

/** «0,6 с назад», “3 sec. ago”. */
export function ago(moment) {
  const seconds = (Date.now() - moment) / 1000;
  const format = new Intl.RelativeTimeFormat(language, { style: "short" });
  if (seconds >= 60) return format.format(-Math.round(seconds / 60), "minute");
  return format.format(-(seconds < 1 ? Math.max(seconds, 0.1).toFixed(1) : Math.round(seconds)), "second");
}

/** Say something to those who cannot see it. */
export function announce(text) {
  const live = byId("call-live");
  if (live.textContent !== text) live.textContent = text;
}
