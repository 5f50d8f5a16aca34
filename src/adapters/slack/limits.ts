/** What Slack accepts. Sources: the types of @slack/types 3, docs.slack.dev, and what was measured where neither says. */

/** Blocks in one message (docs.slack.dev, chat.postMessage). */
export const MAX_BLOCKS = 50;
/** Blocks in a modal or home view (`BaseView` of @slack/types). */
export const MAX_VIEW_BLOCKS = 100;
/**
 * Characters of a message's blocks as JSON. Slack refuses at about 13,200 (`msg_blocks_too_long`, bolt-js issue 2509),
 * and counts more than the texts: this counts everything.
 */
export const MAX_BLOCKS_JSON = 11_000;
/** Characters of a view as JSON that we fill. Slack's bound is 250,000 bytes, and a character may take three. */
export const MAX_VIEW_JSON = 60_000;
/** Characters of a line of rich text as JSON: below those of a section's text (3,000), as none are documented. */
export const MAX_TEXT = 2_400;
/** A table's rows, header included, its columns, and the characters of all its cells (10,000; some is kept back). */
export const MAX_TABLE_ROWS = 100;
export const MAX_TABLE_COLUMNS = 20;
export const MAX_TABLE_TEXT = 9_500;
/** Characters of `text` that Slack doesn't cut or refuse in chat.update: 4,000; escaping is counted. */
export const MAX_PLAIN = 3_900;
/** Characters of a button's label, and of its value; Slack takes 2,000, and a message has several. */
export const MAX_LABEL = 75;
export const MAX_VALUE = 600;
/** Characters of `text` beside blocks: what a notification can show. */
export const MAX_SUMMARY = 300;
/** Messages of one answer: what needs more goes into a file. */
export const MAX_MESSAGES = 4;
/** Messages of one answer where no file can be put; what is above is left out, and that is said. */
export const MAX_SPLIT = 12;
/** A response_url can be used five times in 30 minutes: one is kept for what may still have to be said. */
export const MAX_RESPONSES = 4;
/** Cited passages shown below an answer; all of them are one click away. */
export const MAX_SHOWN_SOURCES = 5;
