// A text field with a list of suggestions, by the ARIA pattern: focus stays in the field, arrows choose.

const hide = (option, hidden) => {
  option.hidden = hidden;
};
const plain = (text) => text.toLocaleLowerCase().trim();

export class Combobox {
  /** `find(text)` fills the list from afar; without it the options that stand in the page are filtered. */
  constructor(input, { find = null, choose, wait = 120 }) {
    this.input = input;
    this.list = document.getElementById(input.getAttribute("aria-controls"));
    this.find = find;
    this.choose = choose;
    this.wait = wait;
    this.turn = 0;
    input.addEventListener("input", () => this.search());
    input.addEventListener("keydown", (event) => this.key(event));
    input.addEventListener("blur", () => this.close());
    input.addEventListener("click", () => this.find || this.toggle());
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => this.take(event.target.closest("[role=option]:not([aria-disabled])")));
  }

  get options() {
    return [...this.list.querySelectorAll("[role=option]:not([hidden], [aria-disabled])")];
  }

  get active() {
    return this.list.querySelector("[aria-selected=true]");
  }

  get isOpen() {
    return !this.list.hidden;
  }

  search() {
    clearTimeout(this.timer);
    const turn = ++this.turn;
    if (!this.find) return this.filter(plain(this.input.value));
    this.timer = setTimeout(async () => {
      const html = await this.find(this.input.value.trim());
      if (turn !== this.turn || html === null) return;
      this.list.innerHTML = html;
      this.open();
      if (this.input.dataset.first !== undefined) this.mark(this.options[0]);
    }, this.wait);
  }

  filter(text) {
    for (const option of this.list.children) {
      hide(option, !plain(option.dataset.find).split("|").some((name) => name.includes(text)));
    }
    this.open();
  }

  toggle() {
    if (this.isOpen) return this.close();
    for (const option of this.list.children) hide(option, false);
    this.open();
  }

  open() {
    const some = this.list.children.length > 0 && (this.options.length > 0 || this.list.querySelector("[data-note]"));
    this.mark(null);
    this.list.hidden = !some;
    this.input.setAttribute("aria-expanded", String(Boolean(some)));
    if (!some) return;
    const box = this.input.getBoundingClientRect();
    const bottom = document.querySelector(".call-bar")?.getBoundingClientRect().top ?? innerHeight;
    this.list.classList.toggle("is-above", bottom - box.bottom < 200 && box.top > 320);
  }

  close() {
    clearTimeout(this.timer);
    this.turn++;
    this.list.hidden = true;
    this.mark(null);
    this.input.setAttribute("aria-expanded", "false");
  }

  mark(option) {
    this.active?.setAttribute("aria-selected", "false");
    this.input.removeAttribute("aria-activedescendant");
    if (!option) return;
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    this.input.setAttribute("aria-activedescendant", option.id);
  }

  take(option) {
    if (!option) return;
    this.close();
    this.choose(option);
  }

  key(event) {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") return this.move(event);
    if (event.key === "Escape" && this.isOpen) {
      event.stopPropagation();
      this.close();
    } else if (event.key === "Enter") {
      event.preventDefault();
      this.take(this.isOpen && this.active);
    } else if (event.key === "Tab" && this.active && this.input.dataset.first === undefined) {
      this.take(this.active);
    }
  }

  move(event) {
    event.preventDefault();
    if (!this.isOpen) {
      if (this.find) return this.search();
      this.toggle();
    }
    const options = this.options;
    const step = event.key === "ArrowDown" ? 1 : -1;
    const from = options.indexOf(this.active);
    const next = from < 0 && step < 0 ? options.length - 1 : (from + step + options.length) % options.length;
    this.mark(options[next]);
  }
}
