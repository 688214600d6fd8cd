// The lines of the offer: added from the search or a suggestion, edited and removed by keyboard.

import { Combobox } from "./combobox.js";
import { announce, byId, changed, field, form, say, urls, words } from "./page.js";

const table = byId("call-lines");
const search = byId("item-search");
const body = table.tBodies[0];
let lastRow = Math.max(0, ...[...body.rows].map((row) => Number(row.dataset.row)));

const rows = () => [...body.rows];
const cell = (row, name) => row.querySelector(`[name="line.${name}"]`);
const showTable = () => {
  table.hidden = rows().length === 0;
  byId("call-no-lines").hidden = !table.hidden;
};

/** Put an item into the offer; `item` is what the server says of it in data-item. */
export function add(item, { quantity = item.quantity, discount = "", focus = false, quiet = false } = {}) {
  const known = quiet ? null : rows().find((row) => cell(row, "sku").value === item.sku);
  const row = known ?? draw(item, quantity, discount);
  showTable();
  if (focus) select(cell(row, "quantity"));
  if (quiet) return;
  announce(say(known ? words.already_there : words.added, { name: item.name }));
  changed();
}

function draw(item, quantity, discount) {
  const template = document.createElement("template");
  template.innerHTML = byId("line-template").innerHTML.replaceAll("ROW", String(++lastRow));
  const row = template.content.querySelector("tr");
  row.dataset.item = JSON.stringify(item);
  row.querySelector("[data-slot=name]").textContent = item.name;
  row.querySelector("[data-slot=meta]").textContent = item.meta;
  row.querySelector("[data-slot=price]").textContent = item.price;
  cell(row, "sku").value = item.sku;
  cell(row, "quantity").value = quantity;
  cell(row, "discount_percent").value = discount;
  for (const labelled of row.querySelectorAll("[data-label]")) {
    labelled.setAttribute("aria-label", `${labelled.dataset.label}: ${item.name}`);
  }
  body.append(row);
  return row;
}

/** What stands in the table, for keeping it in the browser. */
export const kept = () =>
  rows().map((row) => ({
    item: JSON.parse(row.dataset.item),
    quantity: cell(row, "quantity").value,
    discount: cell(row, "discount_percent").value,
  }));

export function restore(lines) {
  body.replaceChildren();
  for (const { item, quantity, discount } of lines) add(item, { quantity, discount, quiet: true });
  showTable();
}

function remove(row) {
  const neighbour = row.nextElementSibling ?? row.previousElementSibling;
  const { name } = JSON.parse(row.dataset.item);
  row.remove();
  showTable();
  if (neighbour) select(cell(neighbour, "quantity"));
  else search.focus();
  announce(say(words.removed, { name }));
  changed();
}

function select(input) {
  input.focus();
  input.select();
}

const findItems = async (text) => {
  if (!text) return "";
  const query = new URLSearchParams({ q: text, catalog: field("catalog").value, currency: field("currency").value });
  try {
    const response = await fetch(`${urls.items}?${query}`, { headers: { "HX-Request": "true" } });
    return response.ok && !response.redirected ? response.text() : null;
  } catch {
    return null;
  }
};

function onRowKey(event) {
  const row = event.target.closest("tr");
  const name = event.target.name;
  if (!row || !name) return;
  if (event.key === "Enter" && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    search.focus();
  } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && !event.altKey) {
    const near = event.key === "ArrowDown" ? row.nextElementSibling : row.previousElementSibling;
    event.preventDefault();
    if (near) select(near.querySelector(`[name="${name}"]`));
  } else if ((event.key === "Delete" || event.key === "Backspace") && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    remove(row);
  }
}

export function start() {
  new Combobox(search, {
    find: findItems,
    choose: (option) => {
      search.value = "";
      add(JSON.parse(option.dataset.item), { focus: true });
    },
  });
  search.addEventListener("input", (event) => event.stopPropagation());
  body.addEventListener("keydown", onRowKey);
  body.addEventListener("click", (event) => {
    const button = event.target.closest("[data-remove]");
    if (button) remove(button.closest("tr"));
  });
  form.addEventListener("click", (event) => {
    const chip = event.target.closest("[data-suggestion]");
    if (chip) suggest(chip);
  });
  showTable();
}

/** Add a suggestion; the focus stays where it was, so that the talk goes on. */
export function suggest(chip) {
  if (chip && !rows().some((row) => cell(row, "sku").value === JSON.parse(chip.dataset.item).sku)) {
    add(JSON.parse(chip.dataset.item));
    chip.disabled = chip !== document.activeElement;
  }
}
