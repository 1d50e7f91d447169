// What differs between two labels of one article, in words: every field that does, for people who choose.

/** What differs, in lines: {id, here, there}, each side with its fact in a few words and the fields that differ. */
export function differences(kinds, here, there, inWords) {
  const found = [];
  for (const kind of kinds) {
    const [mine, theirs] = [here[kind.name] || [], there[kind.name] || []];
    for (let at = 0; at < Math.max(mine.length, theirs.length); at += 1) {
      const [one, other] = [mine[at], theirs[at]];
      if (same(one, other)) continue;
      const id = `${kind.letter}${at + 1}`;
      if (!one || !other) found.push({ id, here: one && side(kind, one, inWords, whole(kind, one)), there: other && side(kind, other, inWords, whole(kind, other)) });
      else {
        const [left, right] = apart(kind, one, other);
        found.push({ id, here: side(kind, one, inWords, left), there: side(kind, other, inWords, right) });
      }
    }
  }
  const notes = [here.notes || "", there.notes || ""];
  if (notes[0] !== notes[1]) found.push({ id: "Notes", here: notes[0] && { title: notes[0], fields: [] }, there: notes[1] && { title: notes[1], fields: [] } });
  return found;
}

const side = (kind, fact, inWords, fields) => ({ title: inWords(kind, fact), fields });

/** The fields of two facts that differ, "Side A: rebels", once for each. */
function apart(kind, one, other, before = "") {
  const [left, right] = [[], []];
  for (const { name, label, default: usual } of [...kind.fields, EVIDENCE, FURTHER]) {
    const values = [one, other].map((fact) => say(fact[name] ?? usual));
    if (values[0] === values[1]) continue;
    left.push(`${before}${label}: ${values[0] || "nothing"}`);
    right.push(`${before}${label}: ${values[1] || "nothing"}`);
  }
  for (const part of kind.parts) {
    const [mine, theirs] = [one[part.name] || [], other[part.name] || []];
    for (let n = 0; n < Math.max(mine.length, theirs.length); n += 1) {
      const own = `${part.one} ${n + 1}, `;
      if (mine[n] && theirs[n]) {
        const inner = apart(part, mine[n], theirs[n], own);
        left.push(...inner[0]);
        right.push(...inner[1]);
      } else {
        left.push(...(mine[n] ? whole(part, mine[n], own) : [`${own}nothing`]));
        right.push(...(theirs[n] ? whole(part, theirs[n], own) : [`${own}nothing`]));
      }
    }
  }
  return [left, right];
}

/** Everything that a fact says, for one that only one side has. */
function whole(kind, fact, before = "") {
  const own = [...kind.fields, EVIDENCE, FURTHER].filter(({ name }) => say(fact[name])).map(({ name, label }) => `${before}${label}: ${say(fact[name])}`);
  const inner = kind.parts.flatMap((part) => (fact[part.name] || []).flatMap((one, n) => whole(part, one, `${part.one} ${n + 1}, `)));
  return [...own, ...inner];
}

const EVIDENCE = { name: "quote", label: "Evidence" };
const FURTHER = { name: "more", label: "Further evidence" };

/** A value with all its alternatives: two aliases of a place are no one. */
function say(value) {
  if (value === undefined || value === null || value === "" || value === false) return "";
  if (value === true) return "yes";
  if (Array.isArray(value)) return value.map(say).join("; ");
  if (typeof value === "object") return [say(value.name), say(value.country)].filter(Boolean).join(", ");
  return String(value).replaceAll("|", " or ").replaceAll("_", " ");
}

/** Whether two values are the same, in whatever order their fields stand. */
function same(one, other) {
  if (typeof one !== "object" || typeof other !== "object" || !one || !other) return one === other;
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => same(one[name], other[name]));
}
