/** What checks are made of. Each looks at one value and adds what Slack would complain about, with its JSON pointer. */

/** Where the blocks stand: some are allowed in one place only. */
export type Surface = 'message' | 'modal' | 'home';

/** What a check writes to, shared over one whole message or view. */
export interface Findings {
  surface: Surface;
  complaints: { message: string; pointer: string }[];
  blockIds: Set<string>;
  actionIds: Set<string>;
  /** How many `focus_on_load: true` were met: one at most. */
  focused: number;
}

/** Looks at `value`, which stands at the JSON pointer `at`. */
export type Check = (value: unknown, at: string, findings: Findings) => void;

export type Fields = Record<string, unknown>;

/** A field's check, and whether it may be left out. */
interface Field {
  check: Check;
  isRequired: boolean;
}

export const required = (check: Check): Field => ({ check, isRequired: true });
export const optional = (check: Check): Field => ({ check, isRequired: false });

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Adds a complaint in Slack's form. */
export function complain(findings: Findings, at: string, message: string): void {
  findings.complaints.push({ message, pointer: at });
}

/** A string of `min` to `max` characters; Slack counts UTF-16 units as JavaScript does. */
export function string({ min = 1, max }: { min?: number; max?: number } = {}): Check {
  return (value, at, findings) => {
    if (typeof value !== 'string') return complain(findings, at, 'must provide a string');
    if (value.trim().length < min) complain(findings, at, `must be more than ${min - 1} characters`);
    if (max !== undefined && value.length > max) complain(findings, at, `must be less than ${max + 1} characters`);
  };
}

export const boolean: Check = (value, at, findings) => {
  if (typeof value !== 'boolean') complain(findings, at, 'must provide a boolean');
};

/** A whole number from `min` to `max`. */
export function integer({ min, max }: { min?: number; max?: number } = {}): Check {
  return (value, at, findings) => {
    if (typeof value !== 'number' || !Number.isInteger(value)) return complain(findings, at, 'must provide a number');
    if (min !== undefined && value < min) complain(findings, at, `must be greater than ${min - 1}`);
    if (max !== undefined && value > max) complain(findings, at, `must be less than ${max + 1}`);
  };
}

export const number: Check = (value, at, findings) => {
  if (typeof value !== 'number' || !Number.isFinite(value)) complain(findings, at, 'must provide a number');
};

/** One of the given values. */
export function oneOf(...values: readonly (string | number)[]): Check {
  return (value, at, findings) => {
    if (!values.includes(value as string)) complain(findings, at, 'must be a valid enum value');
  };
}

/** A string in the given form. */
export function matching(pattern: RegExp, message: string): Check {
  return (value, at, findings) => {
    if (typeof value !== 'string' || !pattern.test(value)) complain(findings, at, message);
  };
}

/** An address that Slack would open, of at most 3000 characters. */
export const url: Check = (value, at, findings) => {
  string({ max: 3000 })(value, at, findings);
  if (typeof value === 'string' && !/^[a-z][a-z0-9+.-]*:\S+$/i.test(value)) complain(findings, at, 'invalid url');
};

/** An array of `min` to `max` items. */
export function array(item: Check, { min = 1, max }: { min?: number; max?: number } = {}): Check {
  return (value, at, findings) => {
    if (!Array.isArray(value)) return complain(findings, at, 'must provide an array');
    if (value.length < min) complain(findings, at, `no fewer than ${min} items allowed`);
    if (max !== undefined && value.length > max) complain(findings, at, `no more than ${max} items allowed`);
    value.forEach((entry, index) => {
      item(entry, `${at}/${index}`, findings);
    });
  };
}

/** An object with these fields and no others; `rules` looks at it as a whole. */
export function object(
  fields: Record<string, Field>,
  rules?: (value: Fields, at: string, findings: Findings) => void,
): Check {
  return (value, at, findings) => {
    if (!isFields(value)) return complain(findings, at, 'must provide an object');
    for (const [name, { check, isRequired }] of Object.entries(fields)) {
      if (value[name] !== undefined && value[name] !== null) check(value[name], `${at}/${name}`, findings);
      else if (isRequired) complain(findings, at, `missing required field: ${name}`);
    }
    for (const name of Object.keys(value)) {
      if (fields[name] === undefined) complain(findings, at, `invalid additional property: ${name}`);
    }
    rules?.(value, at, findings);
  };
}

/** An object whose `type` says which of the checks holds. The types may be made later: they refer to each other. */
export function byType(checks: () => Record<string, Check>): Check {
  return (value, at, findings) => {
    if (!isFields(value)) return complain(findings, at, 'must provide an object');
    const { type } = value;
    if (type === undefined) return complain(findings, at, 'missing required field: type');
    const check = typeof type === 'string' ? checks()[type] : undefined;
    if (check === undefined) return complain(findings, `${at}/type`, `unsupported type: ${String(type)}`);
    check(value, at, findings);
  };
}
