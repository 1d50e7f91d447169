"use strict";
// The cases of the page, from the block of JSON beside this script. Whatever an article, a label or a model
// wrote reaches the page as text nodes only (`say`); nothing here makes markup out of a string.
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const SYMBOLS = { right: "✓", part: "◐", wrong: "✗", missed: "−", extra: "+", optional: "○" };
  const FAULTS = new Set(["part", "wrong", "missed", "extra"]);
  const DASH = "–";
  const $ = (id) => document.getElementById(id);

  // --- making elements -------------------------------------------------------------------------------

  function make(tag, attributes, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes || {})) {
      if (value !== null && value !== false) element.setAttribute(name, value === true ? "" : value);
    }
    element.append(...children.filter((child) => child !== null));
    return element;
  }

  // Characters that act instead of being seen are shown by their number: a direction override would turn
  // the rest of its line around.
  const ACTING = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/u;
  function say(text) {
    const parts = document.createDocumentFragment();
    for (const piece of String(text).split(new RegExp(`(${ACTING.source})`, "u"))) {
      if (ACTING.test(piece)) {
        const number = piece.codePointAt(0).toString(16).toUpperCase().padStart(4, "0");
        if (piece !== "\r") parts.append(make("span", { class: "control" }, `U+${number}`));
      } else if (piece) {
        parts.append(piece);
      }
    }
    return parts;
  }
  const words = (text) => make("bdi", { dir: "auto" }, say(text));
  const counted = (number, noun) => `${number} ${noun}${number === 1 ? "" : "s"}`;

  // --- state, kept in the address's hash -------------------------------------------------------------

  const filters = $("filters");
  const pair = $("pair");
  const FIELDS = ["suite", "verdict", "fact", "trait", "order", "q"];
  let run = 0;
  let linked = "";

  function option(select, value, text) {
    select.append(make("option", { value }, say(text)));
  }

  function fillFilters() {
    data.suites.forEach((suite, at) => {
      if (data.cases.some((item) => item.suite === at)) option(filters.elements.suite, suite.name, suite.name);
    });
    const results = data.cases.flatMap((item) => Object.values(item.runs));
    const facts = new Set(results.flatMap((result) => result.rows.map((row) => row.what)));
    const traits = new Set(data.cases.flatMap((item) => item.traits));
    for (const fact of [...facts].sort()) option(filters.elements.fact, fact, fact);
    for (const trait of [...traits].sort()) option(filters.elements.trait, trait, trait);
  }

  const runNumber = (letter, otherwise) => {
    const at = data.runs.findIndex((each) => each.letter === letter);
    return at < 0 ? otherwise : at;
  };

  function readHash() {
    const hash = location.hash.slice(1);
    if (hash && !hash.includes("=")) return null; // a section of the page, which the browser goes to
    return new URLSearchParams(hash);
  }

  function choose(select, value) {
    select.value = value;
    if (select.selectedIndex < 0) select.value = "";
  }

  function applyHash() {
    const asked = readHash();
    if (asked === null) return;
    for (const name of FIELDS) {
      const control = filters.elements[name];
      if (control.tagName === "SELECT") choose(control, asked.get(name) || "");
      else control.value = asked.get(name) || "";
    }
    filters.elements.faulty.checked = asked.get("faulty") === "1";
    linked = asked.get("case") || "";
    const holding = data.cases.find((item) => item.key === linked);
    run = runNumber(asked.get("run"), holding ? Number(Object.keys(holding.runs)[0]) : 0);
    filters.elements.run.value = String(run);
    if (pair) {
      const [a, b] = (asked.get("pair") || "").split("-");
      pair.elements.a.value = String(runNumber(a, 0));
      pair.elements.b.value = String(runNumber(b, 1));
      compare();
    }
    drawList();
    openLinked();
  }

  function writeHash() {
    const params = new URLSearchParams();
    if (run) params.set("run", data.runs[run].letter);
    for (const name of FIELDS) if (filters.elements[name].value) params.set(name, filters.elements[name].value);
    if (filters.elements.faulty.checked) params.set("faulty", "1");
    if (pair) {
      const [a, b] = [Number(pair.elements.a.value), Number(pair.elements.b.value)];
      if (a !== 0 || b !== 1) params.set("pair", `${data.runs[a].letter}-${data.runs[b].letter}`);
    }
    if (linked) params.set("case", linked);
    const hash = params.toString();
    history.replaceState(null, "", hash ? `#${hash}` : location.pathname + location.search);
  }

  const caseHash = (item, number) => {
    const params = new URLSearchParams({ case: item.key });
    if (number) params.set("run", data.runs[number].letter);
    return `#${params}`;
  };

  // --- the list --------------------------------------------------------------------------------------

  const entries = data.cases.map((item) => ({ item, element: null, search: null, shown: null }));

  function haystack(entry) {
    if (entry.search === null) {
      const rows = Object.values(entry.item.runs).flatMap((result) => result.rows);
      const parts = rows.flatMap((row) => [row.gold || "", row.predicted || ""]);
      entry.search = [entry.item.key, entry.item.about, ...entry.item.traits, entry.item.text, ...parts]
        .join("\n").normalize("NFKC").toLowerCase();
    }
    return entry.search;
  }

  const verdictFits = (row, verdict) =>
    !verdict || row.verdict === verdict || (verdict === "fault" && FAULTS.has(row.verdict));

  function rowFits(row) {
    const { verdict, fact } = filters.elements;
    return verdictFits(row, verdict.value) && (!fact.value || row.what === fact.value);
  }

  function fits(entry) {
    const { suite, verdict, fact, trait, q, faulty } = filters.elements;
    const result = entry.item.runs[run];
    if (!result) return false;
    if (suite.value && data.suites[entry.item.suite].name !== suite.value) return false;
    if (trait.value && !entry.item.traits.includes(trait.value)) return false;
    if (faulty.checked && !result.error && !result.ungrounded.length) return false;
    if ((verdict.value || fact.value) && !result.rows.some(rowFits)) return false;
    const wanted = q.value.normalize("NFKC").toLowerCase().split(/\s+/).filter(Boolean);
    return wanted.every((word) => haystack(entry).includes(word));
  }

  function goodness(entry) {
    const result = entry.item.runs[run];
    if (!result || result.error) return -Infinity;
    if (result.value === null) return Infinity;
    return data.suites[entry.item.suite].lower ? -result.value : result.value;
  }

  function drawSummary(entry) {
    const { item, element } = entry;
    const result = item.runs[run];
    const values = Object.entries(item.runs).map(([number, each]) =>
      `${data.runs.length > 1 ? `${data.runs[number].letter} ` : ""}${each.error ? "failed" : each.shown}`);
    const metric = data.suites[item.suite].metric;
    const under = make("span", { class: "under aside" });
    if (result) {
      for (const verdict of data.verdicts) {
        const number = result.rows.filter((row) => row.verdict === verdict).length;
        if (number) under.append(make("span", { class: `verdict ${verdict}` }, `${SYMBOLS[verdict]} ${number} ${verdict}`), " ");
      }
      if (result.error) under.append(make("span", { class: "bad" }, "failed"), " ");
      else if (!result.scored) under.append(make("span", { class: "none" }, "not scored"), " ");
      if (result.ungrounded.length) under.append(make("span", { class: "bad" }, `${result.ungrounded.length} ungrounded`), " ");
    }
    under.append(words(item.traits.join(" · ")));
    element.firstChild.replaceChildren(
      make("span", { class: "name" }, words(item.key)),
      make("span", { class: "values" }, make("span", { class: "aside" }, metric ? say(`${metric} `) : ""),
        ...values.map((value) => make("span", { class: "one" }, value))),
      under,
    );
  }

  function makeEntry(entry) {
    const summary = make("summary");
    entry.element = make("details", { class: "case" }, summary);
    entry.element.addEventListener("toggle", () => {
      if (entry.element.open) {
        if (!entry.element.querySelector(".body")) drawBody(entry, run);
        linked = entry.item.key;
      } else {
        entry.element.querySelector(".body")?.remove();
        if (linked === entry.item.key) linked = "";
      }
      writeHash();
    });
  }

  function drawList() {
    const shown = entries.filter(fits);
    if (filters.elements.order.value === "worst") shown.sort((a, b) => compareNumbers(goodness(a), goodness(b)));
    for (const entry of shown) {
      if (entry.element === null) makeEntry(entry);
      drawSummary(entry);
      if (entry.element.open) drawBody(entry, run);
    }
    $("list").replaceChildren(...shown.map((entry) => entry.element));
    const all = entries.filter((entry) => entry.item.runs[run]).length;
    $("count").textContent = data.runs.length
      ? `${shown.length} of ${counted(all, "case")} of run ${data.runs[run].letter}.` : "";
  }
  const compareNumbers = (a, b) => (a < b ? -1 : a > b ? 1 : 0); // a difference of infinities is no number

  function openLinked() {
    const entry = entries.find((each) => each.item.key === linked);
    if (!entry || !entry.element || !entry.element.isConnected) return;
    if (!entry.element.open) {
      drawBody(entry, run);
      entry.element.open = true;
    }
    entry.element.scrollIntoView();
  }

  // --- one case --------------------------------------------------------------------------------------

  function drawBody(entry, number, insist = false) {
    const { item, element } = entry;
    element.querySelector(".body")?.remove();
    const body = make("div", { class: "body" });
    element.append(body);
    if (item.sealed && !insist && !entry.unsealed) {
      const button = make("button", { type: "button" }, "Show it all the same");
      button.addEventListener("click", () => {
        entry.unsealed = true;
        drawBody(entry, number, true);
      });
      body.append(make("p", {}, "This case is of the test part: scored, and not to be looked at while prompts are worked on."), button);
      return;
    }
    const chosen = item.runs[number] ? number : Number(Object.keys(item.runs)[0]);
    const result = item.runs[chosen];
    if (data.suites[item.suite].external) body.append(make("p", { class: "notice" }, "Contains third-party text: do not publish"));
    body.append(tools(entry, chosen));
    const view = articleView(item, result);
    body.append(make("div", { class: "columns" }, view.element, facts(item, result, view)));
  }

  function tools(entry, chosen) {
    const { item } = entry;
    const bar = make("div", { class: "tools" }, make("a", { href: caseHash(item, chosen) }, "Link to this case"));
    if (item.about) bar.append(make("span", { class: "aside" }, words(item.about)));
    if (data.runs.length > 1) {
      for (const number of Object.keys(item.runs).map(Number)) {
        const button = make("button", { type: "button", "aria-pressed": String(number === chosen) },
          say(`${data.runs[number].letter} ${data.runs[number].name}`));
        button.addEventListener("click", () => {
          drawBody(entry, number);
          entry.element.querySelector(".tools button[aria-pressed=true]")?.focus();
        });
        bar.append(button);
      }
    }
    return bar;
  }

  // The article with its evidence. All evidence is faintly marked; what the reader points at is lit, gold by
  // a solid line below, predicted by a dashed line above, so that it needs no colour to tell them apart.
  function articleView(item, result) {
    const box = make("div", { class: "box", tabindex: "0", role: "region", "aria-label": `Text of ${item.key}` });
    const status = make("p", { class: "evidence", role: "status" });
    const every = [0, 1].map((side) => [...result.rows, ...result.narrative].flatMap((row) => row.at[side]));
    const lines = item.sentences.map(([start, end, paragraph], at) => {
      const text = make("span", { dir: "auto" });
      const first = at > 0 && item.sentences[at - 1][2] !== paragraph;
      const marked = every.some((spans) => spans.some(([from, to]) => from < end && to > start));
      const line = make("div", { class: `sentence${first ? " first" : ""}${marked ? " marked" : ""}` }, make("span", { class: "id" }, `S${at + 1}`), text);
      box.append(line);
      return { start, end, line, text, lit: false };
    });
    const touched = ([start, end], [gold, predicted]) =>
      [...gold, ...predicted].some(([from, to]) => from < end && to > start);
    const fill = (line, at) => {
      const layers = [["has-gold", every[0]], ["has-predicted", every[1]], ["on-gold", at[0]], ["on-predicted", at[1]]];
      line.text.replaceChildren(...segments(item.text, line.start, line.end, layers));
    };
    for (const line of lines) fill(line, [[], []]);
    const sentences = (spans) => lines.flatMap((line, at) =>
      (spans.some(([from, to]) => from < line.end && to > line.start) ? [`S${at + 1}`] : []));
    const view = {
      element: make("section", { class: "article", "aria-label": "Article" }, box, status),
      show(at, scroll) {
        let top = null;
        for (const line of lines) {
          const lit = at !== null && touched([line.start, line.end], at);
          if (lit || line.lit) fill(line, lit ? at : [[], []]);
          line.lit = lit;
          if (lit && top === null) top = line.line.offsetTop;
        }
        if (scroll && top !== null) box.scrollTop = Math.max(0, top - box.clientHeight / 4);
        const names = at === null ? [] : at.map(sentences);
        status.replaceChildren(...(at === null ? legend() : [
          `Gold: ${names[0].join(", ") || "no evidence"} · predicted: ${names[1].join(", ") || "no evidence"}`]));
      },
      sentence(id) {
        const line = lines[Number(id.slice(1)) - 1];
        return line ? [[], [[line.start, line.end]]] : null;
      },
    };
    view.show(null, false);
    return view;
  }

  const legend = () => ["Evidence: ", make("span", { class: "key-gold" }, "gold, line below"), ", ",
    make("span", { class: "key-predicted" }, "predicted, line above")];

  function segments(text, start, end, layers) {
    const cuts = new Set([start, end]);
    for (const [, spans] of layers) {
      for (const [from, to] of spans) {
        if (from > start && from < end) cuts.add(from);
        if (to > start && to < end) cuts.add(to);
      }
    }
    const places = [...cuts].sort((a, b) => a - b);
    return places.slice(0, -1).map((from, at) => {
      const to = places[at + 1];
      const classes = layers.filter(([, spans]) => spans.some(([a, b]) => a <= from && b >= to)).map(([name]) => name);
      const piece = say(text.slice(from, to));
      return classes.length ? make("span", { class: classes.join(" ") }, piece) : piece;
    });
  }

  // --- the facts beside it ---------------------------------------------------------------------------

  function facts(item, result, view) {
    const part = make("section", { "aria-label": "Facts" });
    const hold = holder(view);
    if (result.error) {
      part.append(make("h4", { class: "bad" }, "Failed"),
        make("p", {}, make("code", {}, say(result.error.type)), " ", words(result.error.message)));
    }
    if (result.ungrounded.length) {
      part.append(make("h4", { class: "bad" }, `Ungrounded values (${result.ungrounded.length})`),
        make("ul", { class: "list" }, ...result.ungrounded.map((value) => make("li", {}, words(value)))));
    }
    if (!result.scored) part.append(make("p", { class: "none" }, "Not scored."));
    drawRows(part, result.rows, hold);
    drawNarrative(part, result.narrative, hold);
    drawIssues(part, result.issues, view, hold);
    if (result.cost.length) {
      part.append(make("h4", {}, "Cost"),
        make("dl", {}, ...result.cost.flatMap(([name, value]) => [make("dt", {}, name), make("dd", {}, value)])));
    }
    part.addEventListener("keydown", (event) => {
      if (event.key === "Escape") hold.release();
      if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
      const buttons = [...part.querySelectorAll("[data-evidence]")].filter((each) => each.offsetParent);
      const next = buttons[buttons.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1)];
      if (next && buttons.includes(document.activeElement)) {
        event.preventDefault();
        next.focus();
      }
    });
    return part;
  }

  // One evidence is lit at a time: what is pointed at or focused, else what was clicked and so is held.
  function holder(view) {
    let held = null;
    const release = () => {
      if (held) {
        held.element.classList.remove("held");
        held.button.setAttribute("aria-pressed", "false");
        held.closed?.();
      }
      held = null;
      view.show(null, false);
    };
    const back = () => view.show(held ? held.at : null, false);
    const add = (element, button, at, opened = null, closed = null) => {
      button.setAttribute("aria-pressed", "false");
      button.setAttribute("data-evidence", "");
      element.addEventListener("mouseenter", () => view.show(at, false));
      element.addEventListener("mouseleave", back);
      button.addEventListener("focus", () => view.show(at, button.matches(":focus-visible")));
      button.addEventListener("blur", back);
      button.addEventListener("click", () => {
        const again = held && held.button === button;
        release();
        if (again) return;
        held = { element, button, at, closed };
        element.classList.add("held");
        button.setAttribute("aria-pressed", "true");
        opened?.();
        view.show(at, true);
      });
    };
    return { add, release };
  }

  function drawRows(part, rows, hold) {
    const kept = rows.filter(rowFits);
    const groups = new Map();
    for (const row of kept) groups.set(row.what, [...(groups.get(row.what) || []), row]);
    for (const [what, members] of groups) {
      part.append(make("h4", {}, say(what), ` (${members.length})`),
        make("ul", { class: "rows" }, ...members.map((row) => rowElement(row, hold))));
    }
    if (kept.length < rows.length) {
      part.append(make("p", { class: "aside" }, `${counted(rows.length - kept.length, "other row")} not shown: the filters ask for others.`));
    }
  }

  function rowElement(row, hold) {
    const side = (name, text) => make("span", {}, make("span", { class: "cap" }, name), text === null ? make("span", { class: "none" }, DASH) : words(text));
    const button = make("button", { type: "button" },
      make("span", {}, make("span", { class: `verdict ${row.verdict}` }, `${SYMBOLS[row.verdict]} ${row.verdict}`),
        row.fields.length ? make("span", { class: "cap" }, counted(row.fields.length, "field")) : ""),
      side("gold", row.gold), side("predicted", row.predicted));
    const element = make("li", { class: `row ${row.verdict}` }, button);
    if (!row.fields.length) {
      hold.add(element, button, row.at);
      return element;
    }
    const table = fieldTable(row.fields);
    // Where all is right, or all is missing, the fields say little that is new; they open with the row.
    const dull = ["missed", "extra"].includes(row.verdict) || row.fields.every(([, , , right]) => right !== false);
    table.hidden = dull;
    element.append(table);
    hold.add(element, button, row.at, () => { table.hidden = false; }, () => { table.hidden = dull; });
    return element;
  }

  function fieldTable(fields) {
    const head = make("thead", {}, make("tr", {}, make("td", { class: "mark" }), make("th", { scope: "col", class: "field" }, "field"),
      make("th", { scope: "col" }, "gold"), make("th", { scope: "col" }, "predicted")));
    const rows = fields.map(([name, gold, predicted, right]) => {
      const [mark, kind, said] = right === null ? ["·", "", "not scored"] : right ? ["✓", "yes", "right"] : ["✗", "no", "wrong"];
      return make("tr", { class: kind }, make("td", { class: "mark" }, make("span", { role: "img", "aria-label": said }, mark)),
        make("th", { scope: "row" }, say(name)), make("td", {}, words(gold || DASH)), make("td", {}, words(predicted || DASH)));
    });
    return make("table", { class: "fields" }, head, make("tbody", {}, ...rows));
  }

  function drawNarrative(part, narrative, hold) {
    if (!narrative.length) return;
    const lines = narrative.map((line) => {
      const button = make("button", { type: "button", class: "linkish" }, "evidence");
      const element = make("li", {}, make("span", { class: "aside" }, `${line.part}: `), words(line.text), " ", button);
      hold.add(element, button, line.at);
      return element;
    });
    part.append(make("h4", {}, "The summary in words"), make("ul", { class: "list" }, ...lines));
  }

  function drawIssues(part, issues, view, hold) {
    if (!issues.length) return;
    const lines = issues.map((issue) => {
      const element = make("li", {}, make("code", {}, say(issue.code)), " ", words(issue.reason));
      if (issue.words) element.append(" “", words(issue.words), "”");
      element.append(make("span", { class: "aside" }, ` ${[issue.record, issue.step].filter(Boolean).join(" · ")} `));
      const at = issue.sentence && view.sentence(issue.sentence);
      if (at) {
        const button = make("button", { type: "button", class: "linkish" }, issue.sentence);
        element.append(button);
        hold.add(element, button, at);
      }
      return element;
    });
    part.append(make("h4", {}, `Refused or unresolved (${issues.length})`), make("ul", { class: "list" }, ...lines));
  }

  // --- two runs --------------------------------------------------------------------------------------

  function compare() {
    const [a, b] = [Number(pair.elements.a.value), Number(pair.elements.b.value)];
    const place = $("comparison");
    if (a === b) {
      place.replaceChildren(make("p", {}, "These are one run; choose another."));
      return;
    }
    const found = data.pairs.find((each) => each.a === Math.min(a, b) && each.b === Math.max(a, b));
    place.replaceChildren(make("div", { class: "tables" }, ...found.suites.map((each) => pairTable(each, a, b))));
    const groups = { worse: [], better: [], other: [], single: [] };
    for (const item of data.cases) sortInto(groups, item, a, b);
    for (const name of ["worse", "better"]) groups[name].sort((x, y) => Math.abs(y.by) - Math.abs(x.by));
    place.append(
      make("p", { class: "aside" }, "Bold: a change whose interval, from both runs drawn over the same cases, holds no 0."),
      caseGroup(`Worse in ${data.runs[b].letter}`, groups.worse, a, b, true),
      caseGroup(`Better in ${data.runs[b].letter}`, groups.better, a, b, true),
      caseGroup("Same figure, other facts", groups.other, a, b, false),
      caseGroup("Scored in one of the two only", groups.single, a, b, false),
    );
  }

  const signed = (number) => (number === 0 ? "0" : `${number > 0 ? "+" : "−"}${Math.abs(number).toFixed(3)}`);

  function pairTable(each, a, b) {
    const suite = data.suites[each.suite].name;
    const head = make("tr", {}, make("th", { scope: "col" }, say(suite)), ...[a, b].map((number) => make("th", { scope: "col", class: "number" }, data.runs[number].letter)),
      make("th", { scope: "col", class: "number" }, "change, 95 % interval"));
    const rows = each.figures.map((figure) => {
      const [from, to] = a < b ? [0, 1] : [1, 0];
      const values = [figure.a, figure.b];
      const known = values[0] !== null && values[1] !== null;
      const change = known ? values[to] - values[from] : 0;
      const worse = known && (figure.lower ? change > 0 : change < 0);
      // The pair was computed once, from the earlier run to the later; read backwards, its ends change sign.
      const ends = figure.ends && (a < b ? figure.ends : [-figure.ends[1], -figure.ends[0]]);
      const sure = ends && (ends[0] > 0 || ends[1] < 0);
      return make("tr", {}, make("th", { scope: "row" }, say(figure.name)), make("td", { class: "number" }, figure.shown[from]), make("td", { class: "number" }, figure.shown[to]),
        make("td", { class: worse && sure ? "number bad" : "number" }, make(sure ? "b" : "span", {}, known ? signed(change) : DASH),
          ends ? make("span", { class: "aside ends" }, `${signed(ends[0])} to ${signed(ends[1])}`) : ""));
    });
    const table = make("table", {}, make("caption", {}, `${counted(each.cases, "case")} scored in both`), make("thead", {}, head), make("tbody", {}, ...rows));
    return make("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": `Two runs over ${suite}` }, table);
  }

  function sortInto(groups, item, a, b) {
    const [one, two] = [item.runs[a], item.runs[b]];
    if (!one && !two) return;
    if (!one || !two || one.scored !== two.scored || (one.value === null) !== (two.value === null)) {
      groups.single.push({ item, by: 0, changes: [] });
      return;
    }
    const by = one.value === null ? 0 : (two.value - one.value) * (data.suites[item.suite].lower ? -1 : 1);
    const changes = changed(one.rows, two.rows);
    if (by !== 0) groups[by > 0 ? "better" : "worse"].push({ item, by, changes });
    else if (changes.length) groups.other.push({ item, by, changes });
  }

  // The same fact of the label in both runs; what has no label is the same where it says the same.
  function changed(one, two) {
    const index = (rows) => {
      const found = new Map();
      for (const row of rows) {
        const name = JSON.stringify([row.what, row.gold, row.gold === null ? row.predicted : row.at[0]]);
        let key = name;
        for (let copy = 2; found.has(key); copy += 1) key = `${name}#${copy}`;
        found.set(key, row);
      }
      return found;
    };
    const [before, after] = [index(one), index(two)];
    const keys = [...new Set([...before.keys(), ...after.keys()])];
    return keys.map((key) => [before.get(key), after.get(key)]).filter(([x, y]) => x?.verdict !== y?.verdict);
  }

  function caseGroup(title, members, a, b, open) {
    const group = make("details", { open: open && members.length > 0 && members.length <= 12 }, make("summary", {}, `${title} (${members.length})`));
    const draw = () => {
      if (!group.open || group.childElementCount > 1) return;
      group.append(make("ul", { class: "list" }, ...members.map((member) => caseChange(member, a, b))));
    };
    group.addEventListener("toggle", draw);
    draw();
    return group;
  }

  function caseChange({ item, by, changes }, a, b) {
    const shown = (number) => {
      const result = item.runs[number];
      return `${data.runs[number].letter} ${!result ? "absent" : result.error ? "failed" : result.shown}`;
    };
    const element = make("li", {}, make("a", { href: caseHash(item, item.runs[b] ? b : a) }, words(item.key)), ` ${shown(a)} → ${shown(b)} `);
    if (by !== 0) element.append(make("span", { class: by < 0 ? "bad" : "verdict right" }, `${by > 0 ? "▲" : "▼"} ${Math.abs(by).toFixed(3)}`));
    if (item.sealed) {
      element.append(make("span", { class: "aside" }, " test part: its facts are not listed here"));
    } else if (changes.length) {
      const list = make("details", {}, make("summary", {}, `${counted(changes.length, "fact")} changed`));
      list.addEventListener("toggle", () => {
        if (list.childElementCount > 1) return;
        list.append(make("ul", { class: "list" }, ...changes.map(([x, y]) => changeLine(x, y))));
      });
      element.append(list);
    }
    return element;
  }

  function changeLine(before, after) {
    const row = after || before;
    const sign = (each) => (each ? make("span", { class: `verdict ${each.verdict}` }, `${SYMBOLS[each.verdict]} ${each.verdict}`) : make("span", { class: "none" }, "not there"));
    return make("li", {}, sign(before), " → ", sign(after), " ", make("span", { class: "aside" }, say(`${row.what}: `)), words(row.gold ?? row.predicted ?? DASH));
  }

  // --- start -----------------------------------------------------------------------------------------

  fillFilters();
  filters.addEventListener("submit", (event) => event.preventDefault());
  filters.addEventListener("input", (event) => {
    if (event.target.name === "run") run = Number(event.target.value);
    drawList();
    writeHash();
  });
  filters.addEventListener("reset", () => setTimeout(() => {
    run = 0;
    linked = "";
    drawList();
    writeHash();
  }));
  pair?.addEventListener("submit", (event) => event.preventDefault());
  pair?.addEventListener("input", () => {
    compare();
    writeHash();
  });
  window.addEventListener("hashchange", applyHash);
  if (pair) compare();
  drawList();
  applyHash();
})();
