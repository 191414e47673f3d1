// The finished file beside the form: what is left to do, and the ways of taking it.
// @ts-check
import { button, element } from "./dom.js";
import { copy, download, newFileAddress } from "./new-file.js";
import { codeSpans } from "./write-fields.js";

/**
 * @typedef {import("./write-fields.js").Asked} Asked
 * @typedef {import("./conditions.js").Finding} Finding
 * @typedef {import("./new-file.js").Host} Host
 * @typedef {{name: string, folder: string, text: string}} Taken
 * @typedef {{take: () => Taken, clear: () => () => void, goTo: (name: string) => void}} Actions
 *   `take` shows first all that is wrong with the file; `clear` gives what takes it back
 */

/** How many fields are listed that something is left to do about. */
const MOST_LISTED = 8;

export class FilePanel {
  /**
   * @param {(name: string) => HTMLElement} part
   * @param {Host | null} host
   * @param {Actions} actions
   */
  constructor(part, host, actions) {
    this.actions = actions;
    this.state = part("state");
    this.left = part("left");
    this.text = part("text");
    this.done = part("done");
    const buttons = [
      button("kb-button kb-button--first", () => this.download(), "Download"),
      button("kb-button", () => this.copy(), "Copy"),
    ];
    if (host) {
      const where = host.name ? `Open on ${host.name}` : "Open as a new file";
      buttons.push(button("kb-button", () => this.open(host), where));
    }
    buttons.push(button("kb-button kb-button--quiet", () => this.clear(), "Clear"));
    part("actions").replaceChildren(...buttons);
  }

  /**
   * @param {string} text
   * @param {Finding[]} found
   * @param {Asked[]} fields those that something was found in
   */
  show(text, found, fields) {
    this.text.textContent = text;
    const errors = found.filter(({ severity }) => severity === "error").length;
    const others = found.length - errors;
    const counts = [
      errors && `${errors} left to do`,
      others && `${others} ${others === 1 ? "remark" : "remarks"}`,
    ];
    this.state.className = `kb-write__state${found.length ? "" : " kb-write__state--clean"}`;
    this.state.textContent = found.length
      ? counts.filter(Boolean).join(", ")
      : "The rules of this page find nothing. kb check looks further: at days, logs, links, pictures, privacy and the other records.";
    const links = fields.slice(0, MOST_LISTED).map(({ name, label }) =>
      element("li", "", button("kb-link", () => this.actions.goTo(name), label)),
    );
    const more = fields.length - MOST_LISTED;
    if (more > 0) links.push(element("li", "", `${more} more`));
    this.left.replaceChildren(...(links.length ? [element("ul", "kb-write__links", ...links)] : []));
  }

  download() {
    const { name, folder, text } = this.actions.take();
    download(name, text);
    this.say(`Downloaded ${name}. Put it into content/${folder}/, and run kb check.`);
  }

  async copy() {
    const isCopied = await copy(this.actions.take().text);
    this.say(isCopied ? "Copied." : "The browser does not allow copying. Mark the text below instead.");
  }

  /** @param {Host} host */
  async open(host) {
    const { name, folder, text } = this.actions.take();
    const { url, holdsText } = newFileAddress(host, folder, name, text);
    const isSure = holdsText && host.host !== "gitlab";
    const isCopied = isSure || (await copy(text));
    open(url, "_blank", "noopener");
    if (isSure) this.say("Opened in a new tab.");
    else if (!isCopied) this.say("Opened in a new tab. Copy the text below, and paste it there.");
    else if (holdsText) this.say("Opened in a new tab, and copied: paste the text where it is missing.");
    else if (host.host === "azure") this.say(`Copied. Choose New, File, ${name} there, and paste.`);
    else this.say("Copied, for the text is too long for an address: paste it in the new tab.");
  }

  clear() {
    const takeBack = this.actions.clear();
    this.say("Cleared. ");
    const undo = () => {
      takeBack();
      this.say("");
    };
    this.done.append(button("kb-link", undo, "Undo"));
  }

  /** @param {string} text */
  say(text) {
    this.done.replaceChildren(...codeSpans(text));
  }
}
