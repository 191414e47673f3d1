// The rules that are told as data, run: the twin of `kb_builder/check/conditions/` and its
// neighbours. A record is what its front matter says, with days as texts.
// @ts-check
import { isEmpty, Phrases } from "./phrases.js";
import { dayOf, isMissing, keyOrder, listed, quoted, shown, written } from "./record.js";

/**
 * @typedef {{name: string, type: string, kinds: string[], fields: Field[]}} Field
 * @typedef {{name: string, description?: string, replaced_by?: string, topics?: Topic[]}} Topic
 * @typedef {{test: string, field: string, message?: string, help?: string, kinds?: string[],
 *   when?: {field: string, values: string[] | null}[], unless?: Condition[], [more: string]: any}} Condition
 * @typedef {{fields: Field[], rules: {name: string, severity: string, conditions: Condition[]}[],
 *   patterns: import("./phrases.js").Patterns, word: string, ids: Record<string, string>,
 *   topics: Topic[]}} Told
 * @typedef {{rule: string, severity: string, field: string, message: string, help: string}} Finding
 * @typedef {Record<string, any>} Values
 * @typedef {{message: string, help: string, field?: string}} Unmet
 */

const MOST_CHOICES = 12;

export class Checker {
  /** @param {Told} told */
  constructor(told) {
    this.told = told;
    this.phrases = new Phrases(told.patterns);
    this.word = new RegExp(told.word, "gu");
    /** @type {Map<string, string>} */
    this.types = new Map();
    for (const field of told.fields) {
      this.types.set(field.name, field.type);
      for (const inner of field.fields) this.types.set(`${field.name}.${inner.name}`, inner.type);
    }
  }

  /**
   * @param {Values} values
   * @returns {Finding[]} in the order of the fields
   */
  check(values) {
    /** @type {Finding[]} */
    const found = [];
    for (const { name: rule, severity, conditions } of this.told.rules) {
      for (const condition of conditions) {
        for (const { message, help, field } of this.findings(condition, values)) {
          found.push({ rule, severity, field: field ?? condition.field, message, help });
        }
      }
    }
    const order = [...this.types.keys()];
    return found.sort((one, other) => order.indexOf(one.field) - order.indexOf(other.field));
  }

  /**
   * @param {Condition} condition
   * @param {Values} values
   * @returns {Unmet[]}
   */
  findings(condition, values) {
    const { kinds, when = [], unless = [] } = condition;
    const kind = this.value(values, "kind");
    if (kinds && !kinds.includes(kind)) return [];
    const holds = when.every(({ field, values: wanted }) => {
      const value = this.value(values, field);
      if (wanted === null) return value !== null && !isMissing(written(values, field));
      return wanted.includes(value ?? "");
    });
    if (!holds || unless.some((other) => this.findings(other, values).length)) return [];
    return TESTS[condition.test](condition, values, this);
  }

  /**
   * @param {Values} values
   * @param {string} field
   * @returns {any} the field's value as its type, empty where it has none that can be used
   */
  value(values, field) {
    const value = written(values, field);
    switch (this.types.get(field)) {
      case "markdown":
        return typeof value === "string" ? value : "";
      case "date":
        return dayOf(value);
      case "minutes":
        return Number.isInteger(value) ? value : null;
      case "dates":
        return (Array.isArray(value) ? value : [value]).map(dayOf).filter(Boolean);
      case "texts":
        return Array.isArray(value) ? value.filter((entry) => typeof entry === "string") : [];
      case "mapping":
        return value && typeof value === "object" && !Array.isArray(value) ? value : null;
      default:
        return typeof value === "string" ? value.trim() : "";
    }
  }

  /**
   * @param {Condition} condition
   * @param {Values} values
   * @param {Record<string, unknown>} words
   * @param {string} [message]
   * @returns {Unmet}
   */
  unmet(condition, values, words = {}, message = condition.message) {
    const others = (condition.when ?? []).map(({ field }) => [field, this.value(values, field)]);
    const all = { ...Object.fromEntries(others), ...words };
    return { message: filled(message ?? "", all), help: filled(condition.help ?? "", all) };
  }

  /**
   * @param {string} rootCause
   * @returns {Topic[]} the topics from the root down to the one meant; empty where there is none
   */
  path(rootCause) {
    /** @type {Topic[]} */
    const path = [];
    let topics = this.told.topics;
    for (const name of rootCause.split(">").map((part) => part.trim())) {
      const topic = topics.find((one) => one.name === name);
      if (!topic) return [];
      path.push(topic);
      topics = topic.topics ?? [];
    }
    return path;
  }
}

/** @type {Record<string, (condition: Condition, values: Values, checker: Checker) => Unmet[]>} */
const TESTS = {
  given(condition, values, checker) {
    const value = written(values, condition.field);
    if (!isMissing(value)) return [];
    const message = condition.written && value !== undefined ? condition.written : condition.message;
    return [checker.unmet(condition, values, {}, message)];
  },

  "not-given"(condition, values, checker) {
    return isMissing(written(values, condition.field)) ? [] : [checker.unmet(condition, values)];
  },

  "one-of"(condition, values, checker) {
    const value = checker.value(values, condition.field);
    const wanted = condition.values ?? [];
    if (!value || !wanted.length || wanted.includes(value)) return [];
    const others = condition.others ?? {};
    const message = Object.hasOwn(others, value) ? others[value] : condition.message;
    const unmet = checker.unmet(condition, values, { value: shown(value) }, message);
    if (!condition.help && wanted.length <= MOST_CHOICES) unmet.help = `choose one of ${quoted(wanted)}`;
    return [unmet];
  },

  "none-of"(condition, values, checker) {
    const value = checker.value(values, condition.field);
    if (!(condition.values ?? []).includes(value)) return [];
    return [checker.unmet(condition, values, { value: shown(value) })];
  },

  "more-than"(condition, values, checker) {
    const number = checker.value(values, condition.field);
    return number !== null && number <= condition.number
      ? [checker.unmet(condition, values, { number })]
      : [];
  },

  matches(condition, values, checker) {
    const value = checker.value(values, condition.field);
    const pattern = checker.told.ids[checker.value(values, "kind")];
    if (!value || !pattern || new RegExp(`^(?:${pattern})$`, "u").test(value)) return [];
    const words = { value: shown(value), pattern: condition.patterns[checker.value(values, "kind")] };
    return [checker.unmet(condition, values, words)];
  },

  "at-most-characters"(condition, values, checker) {
    const { length } = [...checker.value(values, condition.field)];
    const { most } = condition;
    return length > most ? [checker.unmet(condition, values, { length, most })] : [];
  },

  "at-least-words"(condition, values, checker) {
    const text = checker.value(values, condition.field);
    const words = text.match(checker.word)?.length ?? 0;
    const { fewest } = condition;
    if (!text || words >= fewest) return [];
    return [checker.unmet(condition, values, { count: words === 1 ? "1 word" : `${words} words`, fewest })];
  },

  "says-something"(condition, values, checker) {
    const text = checker.value(values, condition.field);
    const value = written(values, condition.field);
    if (!isMissing(value) && !(text && isEmpty(text))) return [];
    const message = value === undefined ? condition.message : condition.written;
    return [checker.unmet(condition, values, {}, message)];
  },

  "no-phrase"(condition, values, checker) {
    const found = checker.phrases.find(condition.phrase, checker.value(values, condition.field));
    return found.map((phrase) => checker.unmet(condition, values, { value: shown(phrase) }));
  },

  "known-topic"(condition, values, checker) {
    const value = checker.value(values, condition.field);
    if (!value || !checker.told.topics.length || checker.path(value).length) return [];
    return [checker.unmet(condition, values, { value: shown(value) })];
  },

  "leaf-topic"(condition, values, checker) {
    const path = checker.path(checker.value(values, condition.field));
    const below = path[path.length - 1]?.topics ?? [];
    if (!below.length || path.some((topic) => topic.replaced_by)) return [];
    const names = quoted(below.filter((topic) => !topic.replaced_by).map((topic) => topic.name));
    return [checker.unmet(condition, values, { topic: listed(path), names })];
  },

  "current-topic"(condition, values, checker) {
    const path = checker.path(checker.value(values, condition.field));
    const replacement = path.find((topic) => topic.replaced_by)?.replaced_by;
    if (!replacement) return [];
    return [checker.unmet(condition, values, { topic: listed(path), replacement })];
  },

  typed(condition, values, checker) {
    const isRight = checker.types.get(condition.field) === "minutes" ? Number.isInteger : dayOf;
    const value = written(values, condition.field);
    const all = Array.isArray(value) ? value : [value];
    return all.flatMap((one, at) => {
      if (typeof one !== "string" || isMissing(one) || isRight(one)) return [];
      const key = Array.isArray(value) ? `${condition.field}.${at + 1}` : condition.field;
      return [checker.unmet(condition, values, { key })];
    });
  },

  "not-after"(condition, values, checker) {
    /** @param {string} field */
    const days = (field) => {
      const value = checker.value(values, field);
      if (!Array.isArray(value)) return value ? [{ key: field, field, on: value }] : [];
      const all = written(values, field);
      if (!Array.isArray(all)) return value.map((on) => ({ key: field, field, on }));
      return all.flatMap((one, at) =>
        dayOf(one) ? [{ key: `${field}.${at + 1}`, field, on: dayOf(one) }] : [],
      );
    };
    const order = keyOrder(values);
    /** @param {{key: string, on: string}} day */
    const told = (day) => `\`${day.key}\`, ${day.on}`;
    return days(condition.field).flatMap((earlier) =>
      days(condition.other).flatMap((later) => {
        if (earlier.on <= later.on) return [];
        const isLater = order.indexOf(earlier.field) > order.indexOf(later.field);
        const [first, last] = isLater ? [later, earlier] : [earlier, later];
        const message = `${told(last)}, is ${isLater ? "after" : "before"} ${told(first)}`;
        return [{ message, help: condition.help ?? "", field: last.field }];
      }),
    );
  },
};

/**
 * @param {string} template
 * @param {Record<string, unknown>} words
 * @returns {string} the template with each `{name}` replaced; what is put in is not looked at again
 */
function filled(template, words) {
  return template.replace(/\{([\w.]+)\}/g, (all, name) =>
    Object.hasOwn(words, name) ? String(words[name]) : all,
  );
}
