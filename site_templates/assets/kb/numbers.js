// Numbers that are written as text, as kb_builder/index/numbers.py does it.
// @ts-check

const FIRST = 35;
const BACKSLASH = 92;
const LAST = 60;
const MORE = 31;

/**
 * @param {string} text
 * @returns {number[]}
 */
export function decode(text) {
  const numbers = [];
  /** @type {number[]} */
  const digits = [];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const digit = code - FIRST - (code > BACKSLASH ? 1 : 0);
    if (digit >= LAST) {
      digits.push(digit);
      continue;
    }
    let number = digit;
    while (digits.length) number = number * MORE + /** @type {number} */ (digits.pop());
    numbers.push(number);
  }
  return numbers;
}
