// Keeping what is typed: one request at a time, tried again until the server has it, never over what another
// window kept, and a warning when the window is left before.

const PAUSE = 500; // after the last letter, in milliseconds
const FIRST = 1000; // between two tries, doubled each time
const LONGEST = 15000;
const PATIENCE = 20000; // for an answer

/**
 * What keeps a label.
 *
 * It tells `told` a state: "typing", "kept" with the time, "trying" with why it is not kept, "elsewhere" with
 * what another window wrote, "gone" where the article was removed; and `checked` what is wrong with the label.
 */
export function makeKeeper({ address, window: by, mark, draft, told, checked }) {
  let edits = 0; // changes so far
  let kept = 0; // so many of them the server has
  let tries = 0; // in vain, since it last answered
  let stopped = null; // "elsewhere" or "gone": trying again would not help
  let timer = null;
  let line = Promise.resolve();
  const unanswered = []; // the server may have it, though its answer was lost

  const atMost = (wait, work) => Promise.race([work, new Promise((done) => setTimeout(done, wait))]);
  const headers = () => ({ "content-type": "application/json", "if-match": `"${mark}"`, "x-labeller": by });
  const unsaved = () => edits !== kept;

  /** Send the label; {state, said, why}. */
  async function attempt(path) {
    const upTo = edits;
    const body = JSON.stringify(draft());
    let answer;
    let text;
    try {
      answer = await fetch(`${address}/${path}`, { method: "POST", body, headers: headers(), signal: AbortSignal.timeout(PATIENCE) });
      text = await answer.text();
    } catch {
      unanswered.push(body);
      if (unanswered.length > 5) unanswered.shift();
      return { state: "trying", why: "the server does not answer" };
    }
    let said;
    try {
      said = JSON.parse(text);
    } catch {
      const asked = answer.status === 401 || answer.status === 421;
      return { state: "trying", why: asked ? "the server asks for the address that it printed: open it in another window" : `the server says no (${answer.status})` };
    }
    if (answer.status === 410) return stop("gone", said);
    if (answer.status === 412) {
      const isOwn = !said.there.is_label && unanswered.includes(JSON.stringify(said.there.draft));
      if (!isOwn) return stop("elsewhere", said);
      mark = said.there.mark;
      unanswered.length = 0;
      return attempt(path);
    }
    if (said.failure) return { state: "trying", why: `${said.failure.message}. ${said.failure.advice}` };
    if (!answer.ok && answer.status !== 422) return { state: "trying", why: `the server says no (${answer.status})` };
    if (said.mark) mark = said.mark;
    kept = upTo;
    tries = 0;
    stopped = null;
    unanswered.length = 0;
    return { state: answer.ok ? "kept" : "wrong", said };
  }

  function stop(state, said) {
    stopped = state;
    return { state, said };
  }

  function soon(wait) {
    clearTimeout(timer);
    timer = setTimeout(() => {
      timer = null;
      line = line.then(keep);
    }, wait);
  }

  async function keep() {
    if (!unsaved() || stopped) return;
    const { state, said, why } = await attempt("draft");
    if (state === "kept") {
      checked(said.errors);
      if (!unsaved()) told("kept", { at: said.saved });
    } else if (state === "trying") again(why);
    else told(state, said);
  }

  function again(why) {
    told("trying", { why });
    soon(Math.min(FIRST * 2 ** tries, LONGEST));
    tries += 1;
  }

  /** Something was changed. */
  function changed() {
    edits += 1;
    if (stopped || tries) return; // what is said stays true
    told("typing");
    soon(PAUSE);
  }

  /** Try now. Whether the server has everything. */
  async function flush() {
    clearTimeout(timer);
    timer = null;
    line = line.then(keep);
    await line;
    return !unsaved();
  }

  /** Save as a label. */
  async function save() {
    clearTimeout(timer);
    timer = null;
    let result;
    line = line.then(async () => (result = await attempt("save")));
    await line;
    if (result.state === "trying") {
      edits += 1; // so that it is kept at least
      again(result.why);
    }
    return result;
  }

  /** Go on from what another window wrote: what is here takes its place, or is it. */
  function goOn(there, { isHere }) {
    mark = there.mark;
    stopped = null;
    unanswered.length = 0;
    if (isHere) {
      clearTimeout(timer);
      kept = edits;
    } else {
      edits += 1;
      soon(0);
    }
  }

  /** Whether another window has written since. */
  async function look(reading) {
    if (stopped || unsaved()) return;
    try {
      const answer = await fetch(`${address}/there?reading=${reading}`, { headers: headers() });
      const said = await answer.json();
      if (unsaved()) return;
      if (answer.status === 410) told("gone", stop("gone", said).said);
      else if (answer.ok && said.there.mark !== mark) told("elsewhere", stop("elsewhere", said).said);
    } catch {
      /* nothing is lost: it is asked again when something is to be kept */
    }
  }

  /** Give the article back to a server that has it no more; where its label is from here on. */
  async function putBack(article) {
    const body = JSON.stringify({ article, draft: draft() });
    const answer = await fetch(`${address}/restore`, { method: "POST", body, headers: headers(), signal: AbortSignal.timeout(PATIENCE) });
    const said = await answer.json();
    if (said.address) address = said.address;
    if (answer.ok) {
      kept = edits;
      return { address };
    }
    if (answer.status === 412) told("elsewhere", stop("elsewhere", said).said);
    else throw new Error(said.failure?.message);
    return { address: null };
  }

  // --- leaving, and coming back

  addEventListener("beforeunload", (event) => {
    if (unsaved()) event.preventDefault();
  });
  addEventListener("pagehide", () => {
    if (unsaved() && !stopped) fetch(`${address}/draft`, { method: "POST", body: JSON.stringify(draft()), headers: headers(), keepalive: true }).catch(() => {});
  });
  // A link or a form of the page waits until what was typed is kept: the warning is for when it cannot be.
  document.addEventListener("click", async (event) => {
    const link = event.target.closest("a[href]");
    const isOurs = link && !link.getAttribute("href").startsWith("#") && !link.download && !link.target;
    if (!isOurs || !unsaved() || stopped || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    await atMost(3000, flush());
    location.href = link.href;
  });
  document.addEventListener("submit", async (event) => {
    const form = event.target;
    if (form.method === "dialog" || !unsaved() || stopped) return;
    event.preventDefault();
    await atMost(3000, flush());
    form.submit();
  });
  const back = () => {
    if (tries && !stopped) flush();
  };
  addEventListener("online", back);
  document.addEventListener("visibilitychange", () => document.hidden || back());

  return { changed, flush, save, goOn, look, putBack, unsaved };
}
