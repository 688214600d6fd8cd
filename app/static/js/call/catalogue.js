// Another catalogue: the screen opens again with its questions, the call goes on.

import { byId, field, form, urls, value } from "./page.js";
import * as draft from "./draft.js";

export function start() {
  const choice = byId("catalog");
  if (choice?.tagName !== "SELECT") return;
  choice.addEventListener("change", async () => {
    form.dispatchEvent(new Event("input", { bubbles: true }));
    await draft.save();
    const address = value("number") ? location.pathname : urls.fresh;
    location.assign(`${address}?${new URLSearchParams({ catalog: field("catalog").value })}`);
  });
}
