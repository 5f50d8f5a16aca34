/** Text objects and the composition objects that hold them: options, confirm dialogs. */
import {
  array,
  boolean,
  byType,
  type Check,
  complain,
  isFields,
  object,
  oneOf,
  optional,
  required,
  string,
  url,
} from './check.ts';

/** 3000 characters at most in any text object (`@slack/types`). */
const LONGEST = 3000;

function withContext(check: Check): Check {
  return (value, at, findings) => {
    const before = findings.complaints.length;
    check(value, at, findings);
    // Slack says both: that the object fits no schema, and why.
    if (findings.complaints.length > before) {
      findings.complaints.splice(before, 0, { message: 'failed to match all allowed schemas', pointer: at });
    }
  };
}

/** Only `plain_text`, of at most `max` characters. */
export function plainText(max = LONGEST): Check {
  return withContext(
    byType(() => ({
      plain_text: object({
        type: required(string()),
        text: required(string({ max })),
        emoji: optional(boolean),
      }),
    })),
  );
}

/** Only `mrkdwn`, of at most `max` characters. */
export function mrkdwn(max = LONGEST): Check {
  return withContext(
    byType(() => ({
      mrkdwn: object({
        type: required(string()),
        text: required(string({ max })),
        verbatim: optional(boolean),
      }),
    })),
  );
}

/** `plain_text` or `mrkdwn`, of at most `max` characters. */
export function anyText(max = LONGEST): Check {
  return (value, at, findings) => {
    const check = isFields(value) && value.type === 'mrkdwn' ? mrkdwn(max) : plainText(max);
    check(value, at, findings);
  };
}

/** A confirm dialog: title 100, text 300, buttons 30 (`Confirm` of `@slack/types`). */
export const confirm: Check = object({
  title: optional(plainText(100)),
  text: required(anyText(300)),
  confirm: optional(plainText(30)),
  deny: optional(plainText(30)),
  style: optional(oneOf('primary', 'danger')),
});

/** An option: text 75, value 75, description 75 (`OptionDescriptor` of `@slack/types`); `url` in overflow menus only. */
export function option({ text, hasUrl = false }: { text: Check; hasUrl?: boolean }): Check {
  return object({
    text: required(text),
    value: required(string({ max: 75 })),
    description: optional(anyText(75)),
    ...(hasUrl ? { url: optional(url) } : {}),
  });
}

/** A group of options: label 75, at most 100 options. */
export const optionGroup: Check = object({
  label: required(plainText(75)),
  options: required(array(option({ text: plainText(75) }), { max: 100 })),
});

/** `options` or `option_groups`, one of them. */
export const oneSetOfOptions = (value: Record<string, unknown>, at: string, findings: Parameters<Check>[2]): void => {
  if (value.options === undefined && value.option_groups === undefined) {
    complain(findings, at, 'missing required field: options');
  }
  if (value.options !== undefined && value.option_groups !== undefined) {
    complain(findings, at, 'only one of options and option_groups is allowed');
  }
};
