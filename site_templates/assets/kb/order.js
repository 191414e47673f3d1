// The order of strings by their code points, as in Python; here they compare by their UTF-16 units.
// @ts-check

/**
 * @param {string} one
 * @param {string} other
 * @returns {number} below 0 where the one comes before the other, above 0 where after
 */
export function byCodePoints(one, other) {
  if (one === other) return 0;
  const its = [...one];
  const others = [...other];
  const at = its.findIndex((sign, place) => sign !== others[place]);
  if (at < 0) return -1;
  if (at >= others.length) return 1;
  return /** @type {number} */ (its[at].codePointAt(0)) - /** @type {number} */ (others[at].codePointAt(0));
}
