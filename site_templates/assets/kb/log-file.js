// A log file that is dropped on the page, pasted or chosen. It is read here, and goes nowhere else.
// @ts-check
import { counted, element } from "./dom.js";

/** @typedef {{name: string, lines: number, text: string}} LogFile */

const LARGEST = 5 * 1024 * 1024;

/** What is wrong with a file; the message is for the reader. */
export class FileError extends Error {}

/**
 * @param {File} file
 * @returns {Promise<LogFile>}
 */
export async function readLog(file) {
  if (file.size > LARGEST) {
    throw new FileError(`${file.name} is larger than 5 MB. Drop the part of it around the error.`);
  }
  let bytes;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    throw new FileError(`${file.name} could not be read. A folder cannot be searched.`);
  }
  const text = decoded(bytes);
  if (text.includes("\0")) throw new FileError(`${file.name} is not a text file.`);
  if (!text.trim()) throw new FileError(`${file.name} is empty.`);
  const lines = text.split("\n").length - (text.endsWith("\n") ? 1 : 0);
  return { name: file.name, lines, text };
}

/** @param {LogFile} log */
export function describeLog({ name, lines }) {
  return `${name}, ${counted(lines)} ${lines === 1 ? "line" : "lines"}`;
}

/**
 * @param {(file: File) => void} take
 * @param {AbortSignal} signal
 */
export function takeDrops(take, signal) {
  const frame = element(
    "div",
    "kb-drop",
    element("p", "kb-drop__text", "Drop the log file to search for what is in it", element("span", "", "It stays in this browser.")),
  );
  frame.hidden = true;
  document.body.append(frame);
  signal.addEventListener("abort", () => frame.remove());

  addEventListener(
    "dragover",
    (event) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = "copy";
      frame.hidden = false;
    },
    { signal },
  );
  addEventListener(
    "dragleave",
    (event) => {
      if (!event.relatedTarget) frame.hidden = true;
    },
    { signal },
  );
  addEventListener(
    "drop",
    (event) => {
      frame.hidden = true;
      const [file] = event.dataTransfer?.files ?? [];
      if (!file) return;
      event.preventDefault();
      take(file);
    },
    { signal },
  );
}

/**
 * Windows writes many logs as UTF-16, and says so in their first two bytes, and others in the code
 * page of Western Europe.
 * @param {Uint8Array} bytes
 */
function decoded(bytes) {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
