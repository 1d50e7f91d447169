// What the editor says of keeping and saving: how it stands, and what to do where another window wrote or the
// article was removed.

import { differences } from "./label-differences.js";
import { h, shown } from "./label-dom.js";

const clock = (at) => `${at.slice(11, 16)} UTC`;

export function makeNotices({ kinds, inWords }) {
  const kept = document.getElementById("kept");
  const outcome = document.getElementById("outcome");

  /** How it stands, in the line below the title; at the window's edge where something is not kept. */
  function state(what, { at = "", why = "", from = "" } = {}) {
    const words = {
      begun: at ? `kept ${at.slice(0, 16).replace("T", " ")} UTC` : from === "summary" ? "begins with the summary" : "nothing kept yet",
      typing: "not kept yet",
      saving: "saving …",
      saved: "saved",
      kept: at ? `kept ${clock(at)}` : "kept",
      trying: `Not kept yet: ${why}. Trying again …`,
      elsewhere: from ? `Not kept: changed by ${shown(from)}` : "Not kept: changed in another window",
      gone: "Not kept: the article was removed",
    }[what];
    const isBad = ["trying", "elsewhere", "gone"].includes(what);
    if (kept.dataset.words !== words) {
      // else it would be read out with every try
      kept.replaceChildren(words);
      kept.dataset.words = words;
    }
    kept.classList.toggle("unkept", isBad);
    if (!isBad && outcome.dataset.about === "trying") clear();
  }

  function clear() {
    outcome.replaceChildren();
    delete outcome.dataset.about;
  }

  /** The way to a choice that may be far above. */
  function pointUp() {
    if (kept.querySelector("button")) return;
    kept.append(" ", h("button", { type: "button", on: { click: () => (outcome.scrollIntoView({ block: "center" }), outcome.querySelector("button").focus({ preventScroll: true })) } }, "Choose"));
  }

  function tell(kind, title, words, ...links) {
    const content = words instanceof Node ? words : h("p", {}, words);
    outcome.replaceChildren(h("div", { class: kind === "bad" ? "notice bad" : "notice" }, h("h2", {}, title), content, links.length ? h("p", { class: "actions" }, ...links) : null));
    outcome.dataset.about = "";
  }

  const button = (words, act, main = false) => h("button", { type: "button", class: main ? "main" : undefined, on: { click: act } }, words);

  /** One side of a line of the table. */
  function sideOf(one) {
    if (!one) return h("td", {}, h("span", { class: "quiet" }, "nothing"));
    const short = (words) => shown(words.length > 160 ? `${words.slice(0, 160)}…` : words);
    const fields = one.fields.map((words) => h("li", {}, h("bdi", {}, short(words))));
    return h("td", {}, h("bdi", {}, short(one.title)), fields.length ? h("ul", { class: "small" }, ...fields) : null);
  }

  function elsewhere(there, here, theirs, { by, isSettled, take, keepMine }) {
    const other = there.by && there.by !== by ? there.by : "";
    state("elsewhere", { from: other });
    pointUp();
    const lines = differences(kinds, here, theirs, inWords);
    const rows = lines.slice(0, 8).map(({ id, here: mine, there: others }) =>
      h("tr", {}, h("th", { scope: "row" }, id), sideOf(mine), sideOf(others)),
    );
    const table = h(
      "div",
      { class: "scroll" },
      h("table", {}, h("thead", {}, h("tr", {}, ...["", "Here", other ? `As ${shown(other)} saved it` : "In the other window"].map((words) => h("th", { scope: "col" }, words)))), h("tbody", {}, ...rows)),
      lines.length > rows.length ? h("p", { class: "quiet" }, `and ${lines.length - rows.length} more`) : null,
    );
    const label = isSettled ? "saved the label that counts" : "saved a label";
    const did = there.is_label ? label : "kept other changes";
    const when = there.at ? ` at ${clock(there.at)}` : "";
    tell(
      "bad",
      other ? "Changed by another reader" : "Changed in another window",
      h("div", {}, h("p", {}, `${other ? shown(other) : "Another window of yours"} ${did}${when}. Neither was written over the other: choose which to go on with. Undo brings the other back.`), table),
      button("Keep mine", () => (clear(), keepMine()), true),
      button("Take the other", () => (clear(), take())),
    );
  }

  function gone(draft, name, putBack) {
    state("gone");
    pointUp();
    const failed = h("p", { class: "error", role: "status" });
    const back = async () => {
      try {
        await putBack();
      } catch (error) {
        failed.textContent = `It could not be put back${error.message ? `: ${error.message}` : ""}.`;
      }
    };
    tell(
      "bad",
      "This article was removed",
      h("div", {}, h("p", {}, "It was taken out of the history, in another window perhaps. What you typed is still in this window, and nowhere else."), failed),
      button("Put the article back", back, true),
      button("Download what was typed", () => download(draft(), name)),
    );
  }

  return { state, tell, elsewhere, gone };
}

function download(draft, name) {
  const address = URL.createObjectURL(new Blob([JSON.stringify(draft, null, 1)], { type: "application/json" }));
  const link = h("a", { href: address, download: `${name || "label"}.json` });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}
