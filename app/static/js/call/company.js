// Who is calling: known companies fill the form in; what somebody typed is never overwritten.

import { Combobox } from "./combobox.js";
import { byId, changed, field, urls } from "./page.js";

const filled = new Map();

const findCompanies = async (text) => {
  if (text.length < 2) return "";
  try {
    const response = await fetch(`${urls.companies}?${new URLSearchParams({ q: text })}`, { headers: { "HX-Request": "true" } });
    return response.ok && !response.redirected ? response.text() : null;
  } catch {
    return null;
  }
};

function take(option) {
  const known = JSON.parse(option.dataset.lead);
  field("company.name").value = known.fields["company.name"];
  for (const [name, text] of Object.entries(known.fields)) {
    const input = field(name);
    if (!input || name === "company.name") continue;
    if (input.value && input.value !== filled.get(name)) continue;
    input.value = text;
    filled.set(name, text);
    input.closest("[data-field]")?.classList.add("is-left");
  }
  byId("company-history").textContent = known.history;
  changed();
}

export function start() {
  new Combobox(byId("company-name"), { find: findCompanies, choose: take });
  for (const input of document.querySelectorAll("[data-list]")) {
    new Combobox(input, {
      choose: (option) => {
        input.value = option.dataset.value;
        changed();
      },
    });
  }
}
