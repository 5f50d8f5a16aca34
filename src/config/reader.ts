/** Reads variables of the environment and collects what is wrong with them. Values that are secret are never repeated. */

export type Environment = Readonly<Record<string, string | undefined>>;

export interface Reader {
  /** Each as a sentence without its full stop. */
  readonly problems: string[];
  /** The value without surrounding space; undefined when it is unset, empty or not of this form. */
  read(name: string, form: string, isValid: RegExp | ((value: string) => boolean)): string | undefined;
  /** As `read`, for a value that nobody may see. */
  readSecret(name: string, form: string, isValid: RegExp): string | undefined;
  readNumber(name: string, range: { from: number; to: number; otherwise: number }): number;
  /** On for anything but nothing, 0, false, no and off. */
  readSwitch(name: string): boolean;
  /** Values separated by commas, each of this form; undefined when there is none. */
  readList(name: string, form: string, isValid: RegExp): string[] | undefined;
  /** True for a variable that holds something, right or wrong. */
  isSet(name: string): boolean;
  /** Adds a problem when some of the variables are set and others, that they need, are not. */
  require(needed: readonly string[], by: string): void;
}

const SWITCHED_OFF = new Set(['', '0', 'false', 'no', 'off']);

/** Whether a switch of this value is on. */
export function isSwitchedOn(value: string | undefined): boolean {
  return !SWITCHED_OFF.has((value ?? '').trim().toLowerCase());
}

export function createReader(environment: Environment): Reader {
  const problems: string[] = [];
  const valueFor = (name: string) => environment[name]?.trim() || undefined;
  const isOf = (form: RegExp | ((value: string) => boolean), value: string) =>
    form instanceof RegExp ? form.test(value) : form(value);

  const reader: Reader = {
    problems,
    read(name, form, isValid) {
      const value = valueFor(name);
      if (value === undefined || isOf(isValid, value)) return value;
      problems.push(`${name} is ${JSON.stringify(value)}; expected ${form}`);
      return undefined;
    },
    readSecret(name, form, isValid) {
      const value = valueFor(name);
      if (value === undefined || isValid.test(value)) return value;
      problems.push(`${name} is not what it should be (its value is not shown); expected ${form}`);
      return undefined;
    },
    readNumber(name, { from, to, otherwise }) {
      const isValid = (value: string) => /^\d{1,9}$/.test(value) && Number(value) >= from && Number(value) <= to;
      const value = reader.read(name, `a whole number from ${from} to ${to}`, isValid);
      return value === undefined ? otherwise : Number(value);
    },
    readSwitch: (name) => isSwitchedOn(valueFor(name)),
    readList(name, form, isValid) {
      const items = (valueFor(name) ?? '').split(',').flatMap((item) => item.trim() || []);
      for (const item of items) {
        if (!isValid.test(item)) problems.push(`${name} has ${JSON.stringify(item)} in it; expected ${form}`);
      }
      return items.length > 0 ? items : undefined;
    },
    isSet: (name) => valueFor(name) !== undefined,
    require(needed, by) {
      const missing = needed.filter((name) => valueFor(name) === undefined);
      if (missing.length > 0) problems.push(`${by} needs ${missing.join(' and ')}`);
    },
  };
  return reader;
}

/** True for an http or https address. */
export function isWebAddress(value: string): boolean {
  return URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);
}
