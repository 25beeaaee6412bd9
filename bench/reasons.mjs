/**
 * Why a target is missed, and what was tried: told beside it by the bench. One that is missed and is not
 * here is a fault.
 * @type {readonly { of: RegExp, why: string }[]}
 */
export const reasons = [
  {
    of: /^one system /,
    why: `One system: what is left is the start of the program, not the system. Compiling the bundle and reading the
base pack (more than 400 checked rules as JSON) take more than reading the files of a system and loading them.
Tried: V8's compile cache (no gain that could be measured). Not done: leaving the words of findings out of the
pack until one is told; they are more than a quarter of it.`,
  },
  {
    of: /^check \/ /,
    why: `A check, cold: more than half is judging. The rules have doubled since the target was set (more than 400, each
on every system), and none stands out: see the costs below. Done: texts, reaches and lists that many rules ask for
are made once, a let costs nothing until it is read, and what is lacking is told in one row that many share; a check
allocates less than half of what it did. Tried without gain: code made from rules, a larger young generation, values
instead of thrown unknowns. Not done: several threads, which the cache makes worth less for every run but the first.`,
  },
  {
    of: /^again \/ /,
    why: `A check again, warm: no YAML is parsed and nothing judged. What is left is the start of the program, reading and
hashing every file, reading what was kept, and telling the report. At 100 systems the start alone is at least as
much as reading and loading them. What was kept is read system by system, its rows as the numbers they are held as.`,
  },
  {
    of: /^spectral \/ /,
    why: `Against Spectral: it runs 22 rules on one kind of file, this program all its rules on all files of each system and
across them. The ratio falls with every rule that is added, and Spectral's does not.`,
  },
  {
    of: /^memory, a ledger/,
    why: `Memory of a long ledger: all its rows are held at once, for the rules of accounts look through all of them.`,
  },
  {
    of: /^memory, diff/,
    why: `Memory of a comparison: the trees of both sides are held until all is aligned, for what was renamed or moved may
stand anywhere. A text that both sides have is parsed once and its tree held once; the earlier side is told in the
ids of the later without a copy where it has them already; what a system refers to is listed only where it is asked.`,
  },
  {
    of: /^memory/,
    why: `Memory: of each system judged, its rows of what cannot be judged stay until the report is told, for a report
lists them all; they are held as numbers, some kilobytes a system, and so are the paths of its files. What else a
system needs is let go in turn. The larger part is not held: it is garbage that Node has not collected yet.`,
  },
  {
    of: /^again, /,
    why: `A large run again: the same work for each system as above, many times.`,
  },
  {
    of: /^diff/,
    why: `A comparison: both sides are read whole, for what was renamed or moved may stand anywhere, and aligned and built
whole; a text that both sides have is parsed once, what is the same on both is not judged, the rest twice.`,
  },
  {
    of: /^cost of one more /,
    why: `Growth: on a shared machine the difference of two runs is not steady; run it again, with more --rounds.`,
  },
]

/**
 * @param {string} target what it says it measures
 * @returns {string}
 */
export function reasonFor(target) {
  const reason = reasons.find(({ of }) => of.test(target))
  if (!reason) throw new Error(`nothing says why this is missed: ${target}`)
  return reason.why
}
