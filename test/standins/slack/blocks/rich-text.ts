/** `rich_text`: sections, lists, quotes and preformatted text, and what stands in them. */
import {
  array,
  boolean,
  byType,
  type Check,
  integer,
  number,
  object,
  oneOf,
  optional,
  required,
  string,
  url,
} from './check.ts';

const type = required(string());
const style = optional(
  object({
    bold: optional(boolean),
    code: optional(boolean),
    italic: optional(boolean),
    strike: optional(boolean),
    underline: optional(boolean),
  }),
);
/** An empty text in rich text is refused, white space is not. */
const text: Check = (value, at, findings) =>
  string({ min: typeof value === 'string' && value !== '' ? 0 : 1 })(value, at, findings);
const border = optional(oneOf(0, 1));

const LEAVES: Record<string, Check> = {
  text: object({ type, text: required(text), style }),
  link: object({ type, url: required(url), text: optional(string()), unsafe: optional(boolean), style }),
  user: object({ type, user_id: required(string()), style }),
  usergroup: object({ type, usergroup_id: required(string()), style }),
  channel: object({ type, channel_id: required(string()), style }),
  team: object({ type, team_id: required(string()), style }),
  broadcast: object({ type, range: required(oneOf('here', 'channel', 'everyone')), style }),
  color: object({ type, value: required(string()), style }),
  date: object({
    type,
    timestamp: required(number),
    format: required(string()),
    url: optional(url),
    fallback: optional(string()),
    style,
  }),
  emoji: object({ type, name: required(string()), unicode: optional(string()), url: optional(url), style }),
};

const leaf = byType(() => LEAVES);
const leaves = required(array(leaf, { min: 0 }));
const section = object({ type, elements: leaves });

const parts = byType(() => ({
  rich_text_section: section,
  rich_text_list: object({
    type,
    elements: required(array(byType(() => ({ rich_text_section: section })))),
    style: required(oneOf('bullet', 'ordered')),
    indent: optional(integer({ min: 0, max: 8 })),
    offset: optional(integer({ min: 0 })),
    border,
  }),
  rich_text_quote: object({ type, elements: leaves, border }),
  rich_text_preformatted: object({
    type,
    elements: required(
      array(
        byType(() => ({ text: LEAVES.text as Check, link: LEAVES.link as Check })),
        { min: 0 },
      ),
    ),
    border,
  }),
}));

/** A rich text block without the rules that hold between blocks: also a table cell, a title, an input's value. */
export const richText: Check = object({
  type: required(oneOf('rich_text')),
  block_id: optional(string({ max: 255 })),
  elements: required(array(parts, { min: 0 })),
});
