// What differs from case to case, as kb_builder/index/noise.py says and does it.
// @ts-check

const TOP_LEVEL =
  "(?:com|net|org|edu|gov|mil|int|io|local|lan|corp|internal|intern|home|example|test|invalid)";
const NAME = "[A-Za-z0-9](?:[A-Za-z0-9._-]{0,62}[A-Za-z0-9])?";
const SPANS = [
  "[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}",
  "S-1-[0-9]{1,2}(?:-[0-9]{1,10}){1,8}",
  "[A-Za-z0-9][A-Za-z0-9._+-]{0,63}@[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){0,8}",
  "[0-9]{4}([-./])[0-9]{1,2}\\1[0-9]{1,2}(?:T[0-9:.,]{4,20}Z?)?(?!\\.[0-9])",
  "[0-9]{1,2}([-./])[0-9]{1,2}\\2[0-9]{4}(?!\\.[0-9])",
  "[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?:[:.,][0-9]{1,9})?",
  "[0-9]{1,3}(?:\\.[0-9]{1,3}){3}(?!\\.[0-9])",
  "[0-9A-Fa-f]{1,4}(?::[0-9A-Fa-f]{0,4}){3,7}",
  `[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){1,6}\\.${TOP_LEVEL}`,
  "[A-Za-z0-9-]{1,63}\\.(?:local|lan|corp|internal|intern|home|example|test|invalid)",
  "[A-Z][A-Z0-9]{0,14}-[A-Z0-9-]{0,14}[0-9]{2}",
  "[A-Z]{2,12}[0-9]{2}",
  `(?!HK[A-Z]{1,4}\\\\)[A-Z][A-Z0-9-]{1,14}\\\\${NAME}(?![\\\\_-])`,
];
const NOISE = new RegExp(
  `(?<![A-Za-z0-9._@\\\\/-])(?:${SPANS.join("|")})(?![A-Za-z0-9])` +
    `|(?<=[\\\\/]Users[\\\\/])${NAME}|(?<=[\\\\/]home[\\\\/])${NAME}`,
  "g",
);

/**
 * @param {string} text
 * @returns {Array<[string, boolean]>} the text in pieces, each with whether it is noise
 */
export function splitNoise(text) {
  /** @type {Array<[string, boolean]>} */
  const pieces = [];
  let done = 0;
  for (const match of text.matchAll(NOISE)) {
    pieces.push([text.slice(done, match.index), false], [match[0], true]);
    done = match.index + match[0].length;
  }
  pieces.push([text.slice(done), false]);
  return pieces;
}
