// What the pages do beside being read: values and sentences point at one another, a summary builds up,
// files are dropped. It sets text and moves nodes that the server made; it makes no markup of any text.
"use strict";

(() => {
  const $ = (query, root = document) => root.querySelector(query);
  const $$ = (query, root = document) => [...root.querySelectorAll(query)];
  const typing = (target) => target.closest("input, textarea, select, [contenteditable]") !== null;

  /** Whether single letters are keys: who speaks to the browser, or slips easily, can switch them off. */
  function lettersWork() {
    try {
      return localStorage.getItem("single-keys") !== "off";
    } catch {
      return true;
    }
  }
  const letters = $("#letters");
  if (letters) {
    letters.checked = lettersWork();
    letters.addEventListener("change", () => {
      try {
        localStorage.setItem("single-keys", letters.checked ? "on" : "off");
      } catch {
        /* the browser keeps nothing: they stay on */
      }
    });
  }

  /** The server's page as nodes: nothing of it runs, and no text becomes markup here. */
  const load = (path) =>
    new Promise((done, failed) => {
      const request = new XMLHttpRequest();
      request.open("GET", path);
      request.responseType = "document";
      request.onload = () => (request.status === 200 && request.response ? done(request.response) : failed());
      request.onerror = failed;
      request.send();
    });

  // --- values and sentences

  const sentencesOf = (element) => (element.dataset.s || "").split(" ").filter(Boolean);

  function unmark() {
    for (const lit of $$(".lit")) lit.classList.remove("lit");
  }

  function markFor(target) {
    const value = target.closest("[data-s]");
    const line = target.closest(".s, .refs");
    if (value) {
      const ids = sentencesOf(value);
      if (ids.length && !value.matches(".card")) value.classList.add("lit");
      for (const id of ids) document.getElementById(id)?.classList.add("lit");
    } else if (line) {
      const id = line.matches(".s") ? line.id : line.previousElementSibling.id;
      document.getElementById(id).classList.add("lit");
      for (const one of $$("[data-s]")) {
        if (sentencesOf(one).includes(id)) one.classList.add("lit");
      }
    }
    return value || line;
  }

  /** Bring a sentence into view inside the article's own box, without moving the page where it need not. */
  function showSentence(id) {
    const line = document.getElementById(id);
    if (!line) return;
    const sheet = line.closest(".sheet");
    if (sheet && sheet.scrollHeight > sheet.clientHeight + 1) {
      const at = line.getBoundingClientRect().top - sheet.getBoundingClientRect().top + sheet.scrollTop;
      sheet.scrollTo({ top: at - sheet.clientHeight / 3 });
      if (sheet.getBoundingClientRect().top < 0 || sheet.getBoundingClientRect().top > innerHeight - 100)
        sheet.scrollIntoView({ block: "start" });
    } else line.scrollIntoView({ block: "center" });
  }

  document.addEventListener("mouseover", (event) => {
    unmark();
    markFor(event.target);
  });
  document.addEventListener("focusin", (event) => {
    unmark();
    markFor(event.target);
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (link) {
      const id = decodeURIComponent(link.getAttribute("href").slice(1));
      const target = document.getElementById(id);
      if (!target) return;
      event.preventDefault();
      history.replaceState(null, "", `#${id}`);
      unmark();
      if (target.matches(".s")) showSentence(id);
      else target.scrollIntoView({ block: "start" });
      target.focus({ preventScroll: true });
      target.classList.add("lit");
      return;
    }
    const value = event.target.closest(".v[data-s]");
    if (value && sentencesOf(value).length && !event.target.closest("a, button, summary")) {
      showSentence(sentencesOf(value)[0]);
      return;
    }
    const line = event.target.closest(".s.told");
    if (line && !$("#editor")) {
      const back = line.nextElementSibling?.querySelector("a");
      const record = back && document.getElementById(back.getAttribute("href").slice(1));
      if (record) {
        record.scrollIntoView({ block: "nearest" });
        record.classList.add("lit");
      }
    }
  });

  // --- a summary that builds up

  const state = $("#state[data-watch]");
  if (state) {
    const address = state.dataset.watch;

    const take = (from) => {
      for (const id of ["summary", "sheet"]) {
        const [here, there] = [document.getElementById(id), from.getElementById(id)];
        if (!here || !there) continue;
        const top = here.scrollTop;
        here.replaceChildren(...[...there.childNodes].map((node) => document.adoptNode(node)));
        here.scrollTop = top;
      }
    };

    let asked = false;
    const part = async () => {
      if (asked) return;
      asked = true;
      try {
        take(await load(`${address}/state`));
      } catch {
        /* the next part, or the end, brings it */
      } finally {
        asked = false;
      }
    };

    const steps = (list) => {
      const shown = list.map(([words, kind, detail]) => {
        const item = document.createElement("li");
        const mark = document.createElement("span");
        item.className = kind;
        mark.className = "mark";
        mark.setAttribute("aria-hidden", "true");
        item.append(mark, words);
        if (detail) {
          const more = document.createElement("span");
          more.className = "quiet";
          more.dir = "auto";
          more.textContent = detail;
          item.append(" ", more);
        }
        const said = document.createElement("span");
        said.className = "vh";
        said.textContent = { done: ", done", now: ", now", later: ", to come" }[kind];
        item.append(said);
        return item;
      });
      $("#steps")?.replaceChildren(...shown);
    };

    const source = new EventSource(`${address}/events`);
    source.addEventListener("step", (event) => steps(JSON.parse(event.data).steps));
    source.addEventListener("part", part);
    source.addEventListener("done", () => {
      source.close();
      location.reload();
    });
    source.addEventListener("error", () => {
      if (source.readyState === EventSource.CLOSED) setTimeout(() => location.reload(), 3000);
    });
    addEventListener("pagehide", () => source.close());
  }

  // --- the form for new articles

  const form = $("#give");
  if (form) {
    const files = $("#files");
    const chosen = $("#chosen");
    const sized = (bytes) => (bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`);
    const most = (name) => Number(files.dataset[name]);

    /** What the server would refuse, said before anything is sent. */
    const tooMuch = () => {
      const list = [...files.files];
      const large = list.find((file) => file.size > most("file"));
      const whole = list.reduce((sum, file) => sum + file.size + 1000, new Blob([$("#text").value]).size);
      if (list.length > most("files")) return `${list.length} files are chosen; at most ${most("files")} can be sent at once.`;
      if (large) return `${large.name} has ${sized(large.size)}; a file may have ${sized(most("file"))}.`;
      if (whole > most("all")) return `Together they have ${sized(whole)}; at most ${sized(most("all"))} can be sent at once.`;
      return "";
    };
    const show = () => {
      const items = [...files.files].map((file) => {
        const item = document.createElement("li");
        const name = document.createElement("bdi");
        name.textContent = file.name;
        item.append(name, ` (${sized(file.size)})`);
        return item;
      });
      chosen.replaceChildren(...items);
      const wrong = tooMuch();
      files.setCustomValidity(wrong);
      files.setAttribute("aria-invalid", String(Boolean(wrong)));
      $("#too-much").textContent = wrong;
      $("#how-much").hidden = items.length === 0;
      $("#how-much span").textContent = items.length === 1 ? "1 file." : `${items.length} files.`;
    };
    $("#how-much button").addEventListener("click", () => {
      files.value = "";
      show();
      files.focus();
    });
    $("#text").addEventListener("change", show);
    files.addEventListener("change", show);
    for (const name of ["dragenter", "dragover"]) {
      document.addEventListener(name, (event) => {
        if (![...event.dataTransfer.types].includes("Files")) return;
        event.preventDefault();
        document.body.classList.add("dropping");
      });
    }
    document.addEventListener("dragleave", (event) => {
      if (!event.relatedTarget) document.body.classList.remove("dropping");
    });
    document.addEventListener("drop", (event) => {
      document.body.classList.remove("dropping");
      if (!event.dataTransfer.files.length) return;
      event.preventDefault();
      const all = new DataTransfer();
      for (const file of [...files.files, ...event.dataTransfer.files]) all.items.add(file);
      files.files = all.files;
      show();
    });
    form.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
    });
    $("#errors")?.focus();
  }

  // --- the history

  const take = $("#take");
  if (take) {
    const list = $("#chosen-form");
    const count = () => {
      const n = $$("input[name=article]:checked", list).length;
      $("#how-many").textContent = n ? `${n} chosen` : "";
      for (const button of $$(".with-chosen [type=submit]", list)) button.disabled = n === 0;
    };
    list.addEventListener("change", count);

    const boxes = () => $$("input[name=article]:enabled", list);
    $("#choose-all").hidden = boxes().length < 2;
    $("#choose-all").addEventListener("click", () => {
      const whole = boxes().some((box) => !box.checked);
      for (const box of boxes()) box.checked = whole;
      count();
    });

    // What is in work changes under the reader's eyes: each row by itself, so that no choice is lost.
    const renew = async () => {
      if (!$("tr[data-live]", list)) return;
      try {
        const fresh = await load(location.href);
        for (const row of $$("tr[data-live]", list)) {
          const now = fresh.getElementById(row.id);
          if (!now || now.isEqualNode(row) || row.contains(document.activeElement)) continue;
          row.toggleAttribute("data-live", now.hasAttribute("data-live"));
          row.replaceChildren(...[...now.childNodes].map((node) => document.adoptNode(node)));
        }
        $("#work").replaceChildren(...[...fresh.getElementById("work").childNodes].map((node) => document.adoptNode(node)));
        $("#choose-all").hidden = boxes().length < 2;
      } catch {
        /* the next time brings it */
      }
      setTimeout(renew, 3000);
    };
    setTimeout(renew, 3000);
    take.addEventListener("click", () => (list.action = `/export/${$("#form").value}`));
    $("#pictures").addEventListener("click", () => (list.action = "/pictures"));
    $("#brief").addEventListener("click", () => (list.action = "/brief"));
    count();
  }

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if ($("#editor")) return;
    if (event.key === "Escape") unmark();
    else if (!lettersWork()) return;
    else if (event.key === "l" && $("#to-label")) $("#to-label").click();
    else if (event.key === "?") location.href = "/help";
    else return;
    event.preventDefault();
  });
  document.addEventListener("click", (event) => {
    for (const menu of $$("details.menu[open]")) if (!menu.contains(event.target)) menu.open = false;
  });
})();
