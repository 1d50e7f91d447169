// The editor of a label. It keeps the label as the plain object that the server checks, draws the form from
// the fields that the server names, and sets text only: no words of an article ever become markup.
import { h, shown } from "./label-dom.js";
import { differences } from "./label-differences.js";
import { makeNotices } from "./label-notices.js";
import { makeKeeper } from "./label-keeping.js";

{
  const data = JSON.parse(document.getElementById("data").textContent);
  const editor = document.getElementById("editor");
  const sheet = document.getElementById("sheet");
  const KINDS = new Map(data.kinds.map((kind) => [kind.name, kind]));
  const MAC = /Mac|iPhone|iPad/.test(navigator.platform);

  let draft = data.draft;
  for (const kind of data.kinds) draft[kind.name] ||= [];
  let open = null; // {kind, at, part, n}: the fact that is edited, and the part of it
  let now = 0; // the chosen sentence
  let errors = [];
  const past = [];
  const future = [];
  let lastPath = null;

  const get = (path, from = draft) => path.split(".").reduce((value, key) => value?.[key], from);
  function put(path, value) {
    const keys = path.split(".");
    const last = keys.pop();
    let holder = draft;
    for (const key of keys) holder = holder[key] ??= {};
    const empty = value === "" || value === null || value === undefined || (Array.isArray(value) && !value.length);
    if (empty) delete holder[last];
    else holder[last] = value;
    const parent = keys.at(-1);
    if (["place", "origin", "destination"].includes(parent) && !Object.keys(holder).length) {
      delete keys.slice(0, -1).reduce((from, key) => from[key], draft)[parent];
    }
  }

  // --- changes, undo, redo

  function change(path, act, isOurs = true) {
    // Letters typed into one field are one change.
    if (path === null || path !== lastPath) past.push(JSON.stringify({ draft, open }));
    if (past.length > 500) past.shift();
    lastPath = path;
    future.length = 0;
    act();
    if (isOurs) keepSoon();
    tools();
  }

  function back(from, to) {
    if (!from.length) return;
    to.push(JSON.stringify({ draft, open }));
    ({ draft, open } = JSON.parse(from.pop()));
    lastPath = null;
    draw();
    keepSoon();
    tools();
  }
  const undo = () => back(past, future);
  const redo = () => back(future, past);

  function tools() {
    document.getElementById("undo").disabled = !past.length;
    document.getElementById("redo").disabled = !future.length;
  }

  // --- keeping and saving

  const outcome = document.getElementById("outcome");
  const { state, tell, elsewhere, gone } = makeNotices({ kinds: data.kinds, inWords });
  const keeper = makeKeeper({
    address: data.address,
    window: data.window,
    mark: data.mark,
    draft: () => draft,
    checked: (found) => {
      errors = found;
      paint();
      const third = found.find((error) => error.compare);
      if (third && data.reading) {
        // Two others saved theirs while this window was open: it is said before more is typed.
        data.reading = null;
        isThird(third.compare);
      }
    },
    told: (what, said) => {
      if (what === "elsewhere") changedElsewhere(said.there, false);
      else if (what === "gone") isGone(false);
      else state(what, said);
    },
  });
  const keepSoon = () => keeper.changed();
  let saving = false;

  async function save() {
    if (saving) return;
    saving = true;
    state("saving");
    const { state: what, said } = await keeper.save();
    saving = false;
    if (what === "trying") tell("bad", "Not saved", "What you did is still here, and is kept as soon as the server can take it. Save it again then."), (outcome.dataset.about = "trying");
    else if (what === "elsewhere") changedElsewhere(said.there, true);
    else if (what === "gone") isGone(true);
    else if (what === "wrong") {
      errors = said.errors;
      state("kept", {});
      draw();
      notSaved();
    } else saved(said);
  }

  function saved(said) {
    errors = [];
    data.fixed = true; // it has its id from here on
    about();
    paint();
    state("saved");
    const links = [];
    if (said.next) links.push(h("a", { href: said.next, class: "button main", id: "next" }, "Next article"));
    if (said.compare) links.push(h("a", { href: said.compare, class: "button" }, "Compare the two readings"));
    links.push(h("a", { href: "/labels", class: links.length ? "button" : "button main" }, "All labels"));
    tell("good", said.reading === "settled" ? "Saved as the label that counts" : `Saved as the ${said.reading} reading`, h("bdi", {}, said.path), ...links);
    outcome.querySelector("a").focus();
  }

  /** Another window of this reader wrote: which of the two it shall be. Undo has the other one. */
  function changedElsewhere(there, wasAsked) {
    const theirs = { ...draft, ...emptied(), ...there.draft, about: draft.about, reading: draft.reading };
    if (!differences(data.kinds, draft, theirs, inWords).length) return keeper.goOn(there, { isHere: false });
    elsewhere(there, draft, theirs, {
      by: data.by,
      isSettled: draft.reading === "settled",
      take: () => {
        change(null, () => (draft = theirs), false);
        keeper.goOn(there, { isHere: there.is_kept });
        state(there.is_kept ? "kept" : "typing", { at: there.at });
        draw();
        sheet.focus({ preventScroll: true });
      },
      keepMine: () => {
        const mine = JSON.stringify({ draft, open });
        past.push(JSON.stringify({ draft: theirs, open: null }));
        ({ draft, open } = JSON.parse(mine));
        lastPath = null;
        keeper.goOn(there, { isHere: false });
        tools();
        sheet.focus({ preventScroll: true });
      },
    });
    if (wasAsked) outcome.querySelector("button").focus();
  }
  const emptied = () => ({ notes: "", ...Object.fromEntries(data.kinds.map((kind) => [kind.name, []])) });

  function isGone(wasAsked) {
    gone(() => draft, data.draft.about?.id, async () => {
      const { address } = await keeper.putBack(data.article);
      if (address) location.replace(address);
    });
    if (wasAsked) outcome.querySelector("button").focus();
  }

  function isThird(compare) {
    const way = compare ? h("a", { href: compare, class: "button main" }, "Compare the two readings") : null;
    tell("bad", "Two have labelled this article already", "A third label of it cannot be saved.", way);
  }

  /** The label was saved anew since this reader's draft was kept: the label is shown, the draft is offered. */
  function outdated() {
    const { by, at } = data.newer;
    const whose = by === data.by ? "You" : by || "Somebody";
    const did = data.reading === "settled" ? "settled it anew" : "saved it anew";
    const when = at ? ` (${at.slice(0, 16).replace("T", " ")} UTC)` : "";
    const take = () => {
      outcome.replaceChildren();
      undo();
      sheet.focus({ preventScroll: true });
    };
    const words = h("p", {}, h("bdi", {}, shown(whose)), ` ${did}${when} after you had begun to change it. This is the label as it was saved then. What you had kept is not gone: it stays until you change something here, and Undo has it.`);
    tell("bad", "Saved anew since your draft", words, h("button", { type: "button", on: { click: take } }, "Take up my draft"));
  }

  function notSaved() {
    const items = errors.slice(0, 12).map((error) =>
      h("li", {}, h("a", { href: "#", on: { click: (event) => (event.preventDefault(), goTo(error.path)) } }, named(error.path)), ` ${shown(error.message)}`, error.case ? h("button", { type: "button", class: "adder", on: { click: () => asCase(error.case) } }, `Save as ${error.case}`) : null),
    );
    tell("bad", `Not saved: ${errors.length === 1 ? "one thing" : `${errors.length} things`} to correct`, h("ul", {}, ...items));
    goTo(errors[0].path);
  }

  /** The text is a case already: take that one's id. */
  function asCase(name) {
    change(null, () => put("about.id", name));
    about();
    save();
  }

  /** A path in words: "E2 figure 1 value". */
  function named(path) {
    const [kind, at, ...rest] = path.split(".");
    if (kind === "about") return { id: "Case id", language: "Language", genre: "Genre" }[at] || "Case";
    const letter = KINDS.get(kind)?.letter ?? kind;
    const words = rest.map((key) => (/^\d+$/.test(key) ? String(Number(key) + 1) : key.replaceAll("_", " ")));
    return `${letter}${Number(at) + 1} ${words.join(" ")}`.trim();
  }

  /** Open what an error is about, and put the cursor there. */
  function goTo(path) {
    const [kind, at, part, n] = path.split(".");
    if (kind === "about") {
      document.getElementById("case").open = true;
    } else if (KINDS.has(kind)) {
      const isPart = KINDS.get(kind).parts.some((one) => one.name === part);
      open = { kind, at: Number(at), part: isPart ? part : null, n: isPart ? Number(n) : null };
      draw();
    }
    const field = document.querySelector(`[data-path="${CSS.escape(path)}"]`);
    (field || document.querySelector(`[data-path^="${CSS.escape(path)}."]`) || editor.querySelector(".fact.open .line"))?.focus();
  }

  /** Put the errors at their fields, without touching what is being typed. */
  function paint() {
    for (const old of document.querySelectorAll(".error")) old.remove();
    for (const bad of document.querySelectorAll(".wrong")) bad.classList.remove("wrong");
    for (const field of document.querySelectorAll("[aria-invalid]")) {
      field.removeAttribute("aria-invalid");
      field.removeAttribute("aria-errormessage");
      field.removeAttribute("aria-describedby");
    }
    errors.forEach((error, number) => {
      const [kind, at, part, n] = error.path.split(".");
      editor.querySelector(`.fact[data-fact="${CSS.escape(`${kind}.${at}`)}"]`)?.classList.add("wrong");
      editor.querySelector(`.part[data-part="${CSS.escape(`${kind}.${at}.${part}.${n}`)}"]`)?.classList.add("wrong");
      const id = `error-${number}`;
      const field = document.querySelector(`[data-path="${CSS.escape(error.path)}"]`);
      const place = field?.closest(".f, .evidence-line") || editor.querySelector(`[data-errors="${CSS.escape(error.path)}"]`);
      if (!place) return;
      place.append(h("span", { class: "error", id }, shown(error.message)));
      field?.setAttribute("aria-invalid", "true");
      field?.setAttribute("aria-errormessage", id);
      field?.setAttribute("aria-describedby", id); // more readers know this one
    });
  }

  // --- sentences and evidence

  const lines = data.sentences;
  /** The sentence that a quote stands in; undefined where none holds it. */
  function lineOf(quote) {
    const offsets = /^@(\d+)-(\d+)$/.exec(quote || "");
    if (offsets) return lines.find((line) => line.start <= Number(offsets[1]) && Number(offsets[1]) < line.end);
    return quote ? lines.find((line) => line.text.includes(quote)) : undefined;
  }

  /** A sentence as a label points at it; by its place where the same words stand twice. */
  function quoteOf(line) {
    const twice = lines.filter((other) => other.text.includes(line.text)).length > 1;
    return twice || line.text.length < 4 ? `@${line.start}-${line.end}` : line.text;
  }

  /** The words that are marked with the mouse in this sentence, where they can be a quote. */
  function markedIn(line) {
    const marked = getSelection();
    if (!marked || marked.isCollapsed) return null;
    const words = marked.toString().trim();
    const element = document.getElementById(line.id);
    if (words.length < 8 || !element.contains(marked.anchorNode) || !element.contains(marked.focusNode)) return null;
    return line.text.includes(words) && lines.filter((other) => other.text.includes(words)).length === 1 ? words : null;
  }

  const target = () => open && (open.part ? get(`${open.kind}.${open.at}.${open.part}.${open.n}`) : get(`${open.kind}.${open.at}`));
  const quotesOf = (fact) => [fact?.quote, ...(fact?.more || [])].filter(Boolean);

  function useSentence(at) {
    choose(at);
    const fact = target();
    if (!fact) return;
    const line = lines[at];
    const quote = markedIn(line) || quoteOf(line);
    const cited = quotesOf(fact);
    const old = cited.find((one) => lineOf(one) === line);
    change(null, () => {
      if (open.part || !KINDS.get(open.kind).more) fact.quote = quote;
      else {
        const rest = old ? cited.filter((one) => one !== old || quote !== quoteOf(line)) : [...cited, quote];
        if (old && quote !== quoteOf(line)) rest[rest.indexOf(old)] = quote;
        [fact.quote = "", ...fact.more] = rest;
        if (!fact.more.length) delete fact.more;
        if (!fact.quote) delete fact.quote;
      }
    });
    draw();
  }

  function choose(at, { scroll = true } = {}) {
    now = Math.max(0, Math.min(at, lines.length - 1));
    for (const old of sheet.querySelectorAll(".now")) old.classList.remove("now");
    const line = lines[now];
    const element = line && document.getElementById(line.id);
    if (!element) return;
    element.classList.add("now");
    document.getElementById("chosen-sentence").textContent = `${line.id} of ${lines.length} chosen`;
    if (!scroll) return;
    const [box, own] = [sheet.getBoundingClientRect(), element.getBoundingClientRect()];
    if (sheet.scrollHeight > sheet.clientHeight + 1) {
      if (own.top < box.top + 20) sheet.scrollTop -= box.top + 60 - own.top;
      else if (own.bottom > box.bottom - 20) sheet.scrollTop += own.bottom - box.bottom + 60;
    } else if (own.top < 0 || own.bottom > innerHeight) element.scrollIntoView({ block: "center" });
  }

  function lightUp() {
    for (const element of sheet.querySelectorAll(".evidence, .used")) element.classList.remove("evidence", "used");
    for (const kind of data.kinds) {
      for (const fact of draft[kind.name]) {
        const inner = kind.parts.flatMap((part) => fact[part.name] || []);
        for (const one of [fact, ...inner]) {
          for (const quote of quotesOf(one)) {
            const line = lineOf(quote);
            if (line) document.getElementById(line.id)?.classList.add("used");
          }
        }
      }
    }
    for (const quote of quotesOf(target())) {
      const line = lineOf(quote);
      if (line) document.getElementById(line.id)?.classList.add("evidence");
    }
  }

  // --- drawing

  const say = (value) => {
    if (value === undefined || value === null) return "";
    if (typeof value === "object" && !Array.isArray(value)) return say(value.name);
    return Array.isArray(value) ? value.map(say).join(", ") : String(value).split("|")[0].replaceAll("_", " ");
  };
  const number = (fact) =>
    fact.value !== undefined
      ? Number(fact.value).toLocaleString("en")
      : [fact.low, fact.high].filter((one) => one !== undefined).map((one) => Number(one).toLocaleString("en")).join(" to ");

  function inWords(kind, fact) {
    const codes = ["measure", "sub_type", "term", "cluster", "kind", "group", "severity"].filter((name) => fact[name]);
    const words = [fact.name && say(fact.name), fact.actor && say(fact.actor), number(fact), ...codes.map((name) => say(fact[name]))];
    if (fact.status && fact.status !== "occurred") words.push(say(fact.status));
    words.push(fact.start, say(fact.place || fact.origin), fact.claimed_by && `by ${say(fact.claimed_by)}`);
    for (const part of kind.parts || []) {
      for (const one of fact[part.name] || []) words.push(`${number(one)} ${say(one.measure || one.severity || (part.name === "figures" ? part.one : part.label.toLowerCase()))}`.trim());
    }
    return words.filter(Boolean).join(" · ") || `new ${kind.one}`;
  }

  function draw() {
    const focused = document.activeElement?.closest("[data-path]");
    const path = focused?.dataset.path;
    const caret = focused && "selectionStart" in focused ? focused.selectionStart : null;
    if (open && !get(`${open.kind}.${open.at}`)) open = null;
    editor.replaceChildren(...data.kinds.map(kindOf));
    about();
    lightUp();
    paint();
    if (path) {
      const again = document.querySelector(`[data-path="${CSS.escape(path)}"]`);
      again?.focus({ preventScroll: true });
      if (again && caret !== null && again.type !== "number" && again.type !== "date") again.setSelectionRange?.(caret, caret);
    }
  }

  function kindOf(kind) {
    const facts = draft[kind.name];
    return h(
      "section",
      { class: "kind", "aria-label": kind.label },
      h(
        "header",
        {},
        h("h2", {}, kind.label, " ", h("span", { class: "quiet" }, facts.length ? String(facts.length) : "none")),
        h("button", { type: "button", class: "adder", "aria-keyshortcuts": kind.key, title: `Key ${kind.key}`, on: { click: () => add(kind.name) } }, `Add ${/^[aeiou]/.test(kind.one) ? "an" : "a"} ${kind.one}`),
      ),
      ...facts.map((fact, at) => factOf(kind, fact, at)),
    );
  }

  function factOf(kind, fact, at) {
    const isOpen = open?.kind === kind.name && open.at === at;
    const path = `${kind.name}.${at}`;
    const from = quotesOf(fact).map((quote) => lineOf(quote)?.id ?? "?");
    return h(
      "div",
      { class: isOpen ? "fact open" : "fact", "data-fact": path },
      h(
        "button",
        { type: "button", class: "line", "data-path": `${path}.line`, "aria-expanded": String(isOpen), on: { click: () => toggle(kind.name, at) } },
        h("span", { class: "id" }, `${kind.letter}${at + 1}`),
        h("bdi", { class: "said" }, shown(inWords(kind, fact))),
        fact.optional ? h("span", { class: "badge" }, "optional") : null,
        h("span", { class: "from" }, from.join(" ")),
      ),
      isOpen ? body(kind, fact, path) : null,
    );
  }

  function body(kind, fact, path) {
    return h(
      "div",
      { class: "body" },
      evidence(fact, path, !open.part, kind.more),
      h("div", { "data-errors": path }),
      h("div", { class: "fields" }, ...kind.fields.map((field) => fieldOf(field, fact, path))),
      ...kind.parts.map((part) => partsOf(part, fact, path)),
      h(
        "div",
        { class: "tools" },
        h("button", { type: "button", class: "danger", "aria-keyshortcuts": "x", on: { click: remove } }, `Delete this ${kind.one}`),
        h("button", { type: "button", on: { click: () => toggle(open.kind, open.at) } }, "Close"),
      ),
    );
  }

  function evidence(fact, path, isTarget, more) {
    const cited = quotesOf(fact);
    const hint = isTarget ? (more ? "Click sentences (or e) to add and take away" : "Click a sentence (or e) to choose another") : "";
    const ids = cited.map((quote) => {
      const line = lineOf(quote);
      return h("button", { type: "button", title: "Show the sentence", on: { click: () => line && choose(lines.indexOf(line)) } }, line ? line.id : "not found");
    });
    const first = lineOf(cited[0]);
    const words = cited.length ? (first && cited[0].startsWith("@") ? first.text : cited[0]) : "";
    return h(
      "div",
      { class: cited.length ? "evidence-line" : "evidence-line none", "data-path": `${path}.quote`, tabindex: "-1" },
      ...ids,
      words ? h("q", { dir: "auto" }, shown(words.length > 130 ? `${words.slice(0, 130)}…` : words)) : h("span", {}, "No sentence yet: click one in the article"),
      isTarget ? h("span", { class: "quiet small" }, hint) : h("button", { type: "button", on: { click: () => aim(path) } }, "Choose its sentence"),
    );
  }

  function partsOf(part, fact, path) {
    const list = fact[part.name] || [];
    return h(
      "section",
      { class: "parts", "aria-label": part.label },
      h("header", {}, h("h3", {}, part.label), h("button", { type: "button", class: "adder", on: { click: () => addPart(part.name) } }, `Add a ${part.one}`)),
      ...list.map((one, n) => {
        const own = `${path}.${part.name}.${n}`;
        const isNow = open.part === part.name && open.n === n;
        return h(
          "div",
          { class: isNow ? "part now" : "part", "data-part": own, on: { focusin: () => aim(own, true) } },
          evidence(one, own, isNow, false),
          h("div", { "data-errors": own }),
          h("div", { class: "fields" }, ...part.fields.map((field) => fieldOf(field, one, own))),
          h("div", { class: "tools" }, h("button", { type: "button", class: "danger", on: { click: () => removePart(part.name, n) } }, `Delete this ${part.one}`)),
        );
      }),
    );
  }

  /** Let clicks on sentences be about a part of the open fact, or about the fact itself. */
  function aim(path, quiet = false) {
    const [kind, at, part, n] = path.split(".");
    const isSame = open.part === (part ?? null) && open.n === (n === undefined ? null : Number(n));
    if (isSame) return;
    open = { kind, at: Number(at), part: part ?? null, n: n === undefined ? null : Number(n) };
    if (quiet) {
      for (const element of editor.querySelectorAll(".part")) element.classList.toggle("now", element.dataset.part === path);
      lightUp();
    } else draw();
  }

  function fieldOf(field, fact, path) {
    const own = `${path}.${field.name}`;
    const id = `f-${own.replaceAll(".", "-")}`;
    const value = fact[field.name];
    const label = h("label", { for: id }, field.label);
    const set = (to) => change(own, () => put(own, to === field.default ? "" : to));
    const redraw = (to) => (set(to), draw());
    // A list that is typed into chooses as it goes: drawing it anew would lose the letters before.
    const chosen = (to) => (set(to), line(path));
    const typed = (event) => {
      set(event.target.value);
      line(path);
    };
    if (field.type === "codes") return h("div", { class: "f" }, label, codes(field, value, own, id, redraw, chosen));
    if (field.type === "code") return h("div", { class: "f" }, label, select(field, value ?? field.default, { id, "data-path": own }, chosen));
    if (field.type === "flag")
      return h("div", { class: "f" }, h("span", { class: "label", "aria-hidden": "true" }, "\u00a0"), h("label", { class: "flag", title: field.help }, input({ id, type: "checkbox", "data-path": own, checked: value === true }, (event) => redraw(event.target.checked || ""), "change"), field.label));
    if (field.type === "names") {
      const area = h("textarea", { id, "data-path": own, rows: String(Math.max(1, (value || []).length)), dir: "auto", title: field.help, "aria-description": field.help, on: { input: (event) => (set(event.target.value.split("\n").map((one) => one.trim()).filter(Boolean)), line(path)) } });
      area.value = (value || []).join("\n");
      return h("div", { class: "f" }, label, area);
    }
    if (field.type === "place") {
      const name = input({ id, "data-path": `${own}.name`, value: value?.name, dir: "auto", title: "The article's words; aliases after |" }, (event) => (change(`${own}.name`, () => put(`${own}.name`, event.target.value)), line(path)));
      const country = countryInput(`${own}.country`, value?.country, `${field.label}: country`, path);
      return h("div", { class: "f" }, label, h("div", { class: "pair" }, name, country));
    }
    if (field.type === "country") return h("div", { class: "f" }, label, countryInput(own, value, field.label, path, id));
    if (field.type === "number")
      return h("div", { class: "f" }, label, input({ id, "data-path": own, value, inputmode: "decimal" }, (event) => {
        const plain = event.target.value.replaceAll(/[,\s\u00a0\u202f']/g, "");
        // "1.000" is a thousand to some and one to others: it is said to be no number.
        const isPlain = /^\d{1,13}(\.\d{1,2}|\.\d{4,6})?$/.test(plain);
        set(plain === "" ? "" : isPlain ? Number(plain) : event.target.value);
        line(path);
      }));
    if (field.type === "date") return h("div", { class: "f" }, label, input({ id, "data-path": own, value, type: "date" }, (event) => (day(field, fact, own, path, event.target.value), line(path))));
    return h("div", { class: "f" }, label, input({ id, "data-path": own, value, type: "text", dir: "auto", title: field.help }, typed));
  }

  /** A day; most events last one, so the last day goes with the first until it is another. */
  function day(field, fact, own, path, to) {
    const goesAlong = field.name === "start" && (!fact.end || fact.end === fact.start);
    change(own, () => {
      put(own, to);
      if (!goesAlong) return;
      put(`${path}.end`, to);
      if (to) fact.precision ??= "day";
    });
    if (!goesAlong) return;
    for (const name of ["end", "precision"]) {
      const other = editor.querySelector(`[data-path="${CSS.escape(`${path}.${name}`)}"]`);
      if (other) other.value = fact[name] ?? (name === "end" ? "" : "unknown");
    }
  }

  function input(properties, act, event = "input") {
    const { value, checked, ...rest } = properties;
    const element = h("input", { type: "text", autocomplete: "off", ...rest, on: { [event]: act } });
    if (value !== undefined) element.value = value;
    if (checked !== undefined) element.checked = checked;
    return element;
  }

  const countryInput = (own, value, label, path, id) =>
    input({ id, "data-path": own, value, list: "countries", maxlength: "3", "aria-label": id ? undefined : label, placeholder: "ISO" }, (event) => {
      change(own, () => put(own, event.target.value.toUpperCase()));
      line(path);
    });

  /** A code, and a second one where the text admits both. */
  function codes(field, value, own, id, redraw, chosen) {
    const [first = "", ...others] = String(value ?? field.default ?? "").split("|");
    const join = (parts) => parts.filter(Boolean).join("|");
    const selects = [];
    const pick = () => chosen(join(selects.map((one) => one.value)));
    const more = () => {
      const taken = selects.map((one) => one.value);
      redraw(join([...taken, field.choices.find(([code]) => !taken.includes(code))[0]]));
    };
    const choice = (of, properties) => {
      selects.push(select(field, of, properties, pick));
      return selects.at(-1);
    };
    const rows = [
      h(
        "div",
        { class: "either" },
        choice(first, { id, "data-path": own }),
        h("button", { type: "button", title: "The text admits another code as well", "aria-label": `${field.label}: or, add another admissible code`, on: { click: more } }, "or"),
      ),
      ...others.map((other, n) =>
        h(
          "div",
          { class: "either" },
          h("span", { class: "quiet small" }, "or"),
          choice(other, { "data-path": `${own}.${n + 1}`, "aria-label": `${field.label}, or also` }),
          h("button", { type: "button", "aria-label": `${field.label}: take the other code away`, on: { click: () => redraw(join(selects.filter((_, m) => m !== n + 1).map((one) => one.value))) } }, "×"),
        ),
      ),
    ];
    return h("div", {}, ...rows);
  }

  function select(field, value, properties, act) {
    const element = h("select", { ...properties, on: { change: (event) => act(event.target.value) } });
    if (!field.default) element.append(h("option", { value: "" }, "–"));
    const groups = new Map();
    for (const [code, words, group] of field.choices) {
      if (group && !groups.has(group)) {
        groups.set(group, h("optgroup", { label: group }));
        element.append(groups.get(group));
      }
      (groups.get(group) || element).append(h("option", { value: code }, words));
    }
    element.value = value ?? "";
    return element;
  }

  /** The line of a fact, while a field of it is typed into. */
  function line(path) {
    const [name, at] = path.split(".");
    const said = editor.querySelector(`.fact[data-fact="${CSS.escape(`${name}.${at}`)}"] .said`);
    if (said) said.textContent = shown(inWords(KINDS.get(name), draft[name][at]));
  }

  function about() {
    const fields = [
      { name: "id", label: "Case id", type: "text", help: "Lower-case words with hyphens" },
      { name: "language", label: "Language", type: "code", choices: data.languages.map((one) => [one, one]), default: "-" },
      { name: "genre", label: "Genre", type: "code", choices: data.genres.map((one) => [one, one]), default: "-" },
    ];
    const notes = h("textarea", { id: "f-notes", "data-path": "notes", rows: "3", dir: "auto", on: { input: (event) => change("notes", () => put("notes", event.target.value)) } });
    notes.value = draft.notes || "";
    const box = document.getElementById("about");
    box.replaceChildren(...fields.map((field) => fieldOf(field, draft.about, "about")), h("div", { class: "f wide" }, h("label", { for: "f-notes" }, "Notes"), notes));
    if (data.fixed) for (const field of box.querySelectorAll("input, select")) field.disabled = true;
  }

  // --- facts: adding, opening, deleting

  const WORDS = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split(" ");
  /** The first number of a sentence that no fact of it has yet; a guess to start from. */
  function guess(text) {
    const taken = new Set();
    for (const kind of data.kinds)
      for (const fact of draft[kind.name])
        for (const one of [fact, ...kind.parts.flatMap((part) => fact[part.name] || [])])
          if (one.quote && text.includes(one.quote.slice(0, 60))) taken.add(one.value);
    for (const [found] of text.matchAll(/\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?|[A-Za-z]+/g)) {
      const value = /^\d/.test(found) ? Number(found.replaceAll(",", "")) : WORDS.indexOf(found.toLowerCase()) + 1;
      const isYear = /^(19|20)\d\d$/.test(found);
      if (value > 0 && !isYear && !taken.has(value) && (value > 1 || /^\d/.test(found))) return value;
    }
    return undefined;
  }

  function fresh(fields, isFact) {
    const line = lines[now];
    const fact = line ? { quote: markedIn(line) || quoteOf(line) } : {};
    if (line && fields.some((field) => field.name === "value")) {
      const value = guess(line.text);
      if (value !== undefined) fact.value = value;
    }
    if (isFact && line) delete fact.more;
    return fact;
  }

  function add(kind) {
    change(null, () => {
      draft[kind].push(fresh(KINDS.get(kind).fields, true));
      open = { kind, at: draft[kind].length - 1, part: null, n: null };
    });
    draw();
    focusFirst();
  }

  function addPart(name) {
    const kind = open && KINDS.get(open.kind);
    const part = kind?.parts.find((one) => one.name === name);
    if (!part) return;
    change(null, () => {
      const fact = get(`${open.kind}.${open.at}`);
      (fact[name] ??= []).push(fresh(part.fields, false));
      open = { ...open, part: name, n: fact[name].length - 1 };
    });
    draw();
    focusFirst();
  }

  function focusFirst() {
    const box = editor.querySelector(open.part ? ".part.now" : ".fact.open .body");
    const field = box?.querySelector(".fields select, .fields input, .fields textarea");
    box?.scrollIntoView({ block: "nearest" });
    field?.focus({ preventScroll: true });
    field?.closest(".f").scrollIntoView({ block: "nearest" }); // where the box is higher than the window
  }

  function toggle(kind, at) {
    const isOpen = open?.kind === kind && open.at === at;
    open = isOpen ? null : { kind, at, part: null, n: null };
    draw();
    const line = editor.querySelector(`[data-path="${CSS.escape(`${kind}.${at}.line`)}"]`);
    line?.focus();
    line?.scrollIntoView({ block: "nearest" });
    const first = open && lineOf(quotesOf(target())[0]);
    if (first) choose(lines.indexOf(first));
  }

  function remove() {
    if (!open) return;
    const { kind, at } = open;
    change(null, () => {
      draft[kind].splice(at, 1);
      open = null;
    });
    draw();
    const left = draft[kind].length;
    const next = left ? `[data-path="${kind}.${Math.min(at, left - 1)}.line"]` : null;
    (next ? editor.querySelector(next) : sheet)?.focus({ preventScroll: true });
  }

  function removePart(name, n) {
    change(null, () => {
      const fact = get(`${open.kind}.${open.at}`);
      fact[name].splice(n, 1);
      if (!fact[name].length) delete fact[name];
      open = { ...open, part: null, n: null };
    });
    draw();
    editor.querySelector(".fact.open .line")?.focus();
  }

  function step(by) {
    const all = data.kinds.flatMap((kind) => draft[kind.name].map((_, at) => ({ kind: kind.name, at, part: null, n: null })));
    if (!all.length) return;
    const at = open ? all.findIndex((one) => one.kind === open.kind && one.at === open.at) : by > 0 ? -1 : all.length;
    const next = all[(at + by + all.length) % all.length];
    open = null;
    toggle(next.kind, next.at);
  }

  // --- keys

  const help = document.getElementById("help");
  const single = document.getElementById("single-keys");
  try {
    single.checked = localStorage.getItem("single-keys") !== "off";
  } catch {
    single.checked = true;
  }
  single.addEventListener("change", () => {
    try {
      localStorage.setItem("single-keys", single.checked ? "on" : "off");
    } catch {
      /* it holds until the page is left */
    }
  });

  function showHelp() {
    help.showModal();
    document.getElementById("help-title").focus(); // its end has the first control, and would be shown
  }

  const figure = () => addPart(KINDS.get(open?.kind)?.parts[0]?.name);
  const KEYS = [
    ["j", "next sentence; what is added is from the chosen one", () => choose(now + 1)],
    ["k", "sentence before", () => choose(now - 1)],
    ["e", "make the chosen sentence evidence of what is open, or no longer", () => useSentence(now)],
    ...data.kinds.map((kind) => [kind.key, `add ${/^[aeiou]/.test(kind.one) ? "an" : "a"} ${kind.one}`, () => add(kind.name)]),
    ["f", "add a figure to what is open (population of a site)", figure],
    ["n", "open the next record", () => step(1)],
    ["p", "open the record before", () => step(-1)],
    ["o", "go to the first field of what is open", () => open && focusFirst()],
    ["x", "delete what is open", remove],
    ["u", "undo", undo],
    ["r", "redo", redo],
    ["s", "save as label", save],
    ["?", "this list", showHelp],
  ];
  const ALWAYS = [
    ["Esc", "leave a field, then close the record"],
    ["↑ ↓ Enter", "in the article: choose a sentence, make it evidence"],
    [`${MAC ? "⌘" : "Ctrl"} Z`, "undo, also while typing"],
    [`${MAC ? "⌘" : "Ctrl"} Shift Z`, "redo"],
    [`${MAC ? "⌘" : "Ctrl"} Enter`, "save as label, from anywhere"],
  ];
  document.getElementById("key-list").append(
    ...[...KEYS.map(([key, words]) => [key, words]), ...ALWAYS].map(([key, words]) =>
      h("div", {}, h("dt", {}, ...key.split(" ").flatMap((one, n) => [n ? " " : "", h("kbd", {}, one)])), h("dd", {}, words)),
    ),
  );

  document.addEventListener("keydown", (event) => {
    if (help.open) return;
    const control = event.ctrlKey || event.metaKey;
    const typing = event.target.closest("input:not([type=checkbox]), textarea, select");
    if (control && event.key === "Enter") save();
    else if (control && event.key.toLowerCase() === "z") (event.shiftKey ? redo : undo)();
    else if (control && event.key.toLowerCase() === "y") redo();
    else if (control || event.altKey) return;
    else if (event.key === "Escape") {
      if (typing) (editor.querySelector(".fact.open > .line") || sheet).focus();
      else if (open) toggle(open.kind, open.at);
      else return;
    } else if (event.target === sheet && ["ArrowDown", "ArrowUp"].includes(event.key)) choose(now + (event.key === "ArrowDown" ? 1 : -1));
    else if (event.target === sheet && event.key === "Enter") useSentence(now);
    else if (!typing && single.checked) {
      const known = KEYS.find(([key]) => key === event.key);
      if (!known) return;
      known[2]();
    } else return;
    event.preventDefault();
  });

  sheet.addEventListener("click", (event) => {
    const element = event.target.closest(".s");
    if (element) useSentence(lines.findIndex((line) => line.id === element.id));
  });
  document.getElementById("undo").addEventListener("click", undo);
  document.getElementById("redo").addEventListener("click", redo);
  document.getElementById("save").addEventListener("click", save);
  document.getElementById("keys").addEventListener("click", showHelp);
  if (!data.summary) document.getElementById("from-summary").remove();
  document.addEventListener("visibilitychange", () => document.hidden || keeper.look(draft.reading));

  editor.before(h("datalist", { id: "countries" }, ...data.countries.map(([code, name]) => h("option", { value: code }, name))));
  state("begun", { at: data.saved, from: draft.begun_from });
  if (!data.reading) isThird(data.compare);
  else if (data.is_old) {
    const anew = h("form", { method: "post", action: `${data.address}/anew` }, h("button", { type: "submit" }, "Label the new text"));
    tell("bad", "The file was changed since", "This is the text as it was when the file was first opened, and what is saved is about it. The new text is labelled by itself: this one stays in the history, with what you have begun of its label.", anew);
  } else if (data.before) {
    past.push(JSON.stringify({ draft: { ...draft, ...emptied(), ...data.before, about: draft.about, reading: draft.reading }, open: null }));
    if (data.newer) outdated();
    else tell("good", "What you had kept is not gone", "It stays as it is until you change something here, and Undo has it.");
  }
  tools();
  draw();
  choose(0, { scroll: false });
  sheet.focus({ preventScroll: true });
}
