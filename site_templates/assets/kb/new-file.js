// The ways of a finished record out of the page: as a download, or as a new file on the git host.
// @ts-check

/** Longer addresses are refused by hosts, or cut. */
const LONGEST_ADDRESS = 6000;

/** @typedef {{host: string, name: string, url: string}} Host */

/**
 * @param {Host} host
 * @param {string} folder below the content
 * @param {string} name of the file
 * @param {string} text
 * @returns {{url: string, holdsText: boolean}} the address, and whether the host fills in the text
 */
export function newFileAddress({ host, url }, folder, name, text) {
  const path = folder.split("/").map(encodeURIComponent).join("/");
  const file = encodeURIComponent(name);
  const place = `${url}/${path}`;
  if (host === "azure") return { url: place, holdsText: false };
  const named = host === "gitlab" ? `${place}?file_name=${file}` : `${place}?filename=${file}`;
  const whole = `${named}&${host === "gitlab" ? "content" : "value"}=${encodeURIComponent(text)}`;
  const isShort = whole.length <= LONGEST_ADDRESS;
  return isShort ? { url: whole, holdsText: true } : { url: named, holdsText: false };
}

/**
 * @param {string} name
 * @param {string} text
 */
export function download(name, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/markdown;charset=utf-8" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/**
 * @param {string} text
 * @returns {Promise<boolean>} whether it is in the clipboard
 */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
