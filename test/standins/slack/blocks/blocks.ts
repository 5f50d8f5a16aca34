/** Every block that Slack knows, and where each may stand. Limits are those of `@slack/types` 3.2 and docs.slack.dev. */
import {
  array,
  boolean,
  byType,
  type Check,
  complain,
  type Fields,
  type Findings,
  isFields,
  object,
  oneOf,
  optional,
  required,
  type Surface,
  string,
  url,
} from './check.ts';
import {
  accessory,
  action,
  button,
  contextAction,
  hasOneImage,
  image,
  imageFields,
  input,
  urlSource,
} from './elements.ts';
import { richText } from './rich-text.ts';
import { dataTable, table } from './tables.ts';
import { anyText, mrkdwn, plainText } from './texts.ts';

/** The longest `markdown` block, and all of a message's together (`@slack/types`). */
export const MOST_MARKDOWN = 12_000;

const type = required(string());
const status = required(oneOf('pending', 'in_progress', 'complete', 'error'));

function block(fields: Parameters<typeof object>[0], rules?: Parameters<typeof object>[1]): Check {
  return object({ type, block_id: optional(string({ max: 255 })), ...fields }, rules);
}

function on(surfaces: readonly Surface[], check: Check): Check {
  return (value, at, findings) => {
    if (!surfaces.includes(findings.surface) && isFields(value)) {
      return complain(findings, `${at}/type`, `unsupported type: ${String(value.type)}`);
    }
    check(value, at, findings);
  };
}

/** At least one of the fields. */
function someOf(...names: readonly string[]) {
  return (value: Fields, at: string, findings: Findings) => {
    if (names.every((name) => value[name] === undefined)) complain(findings, at, `missing required field: ${names[0]}`);
  };
}

const contextElement: Check = (value, at, findings) => {
  (isFields(value) && value.type === 'image' ? image : anyText())(value, at, findings);
};

const section = block(
  {
    text: optional(anyText()),
    fields: optional(array(anyText(2000), { max: 10 })),
    accessory: optional(accessory),
    expand: optional(boolean),
  },
  someOf('text', 'fields'),
);

const inputBlock = block(
  {
    label: required(plainText(2000)),
    hint: optional(plainText(2000)),
    optional: optional(boolean),
    element: required(input),
    dispatch_action: optional(boolean),
  },
  (value, at, findings) => {
    if (isFields(value.element) && value.element.type === 'file_input' && value.dispatch_action === true) {
      complain(findings, `${at}/dispatch_action`, 'not allowed with a file_input element');
    }
  },
);

const card = block(
  {
    hero_image: optional(image),
    icon: optional(image),
    title: optional(mrkdwn(150)),
    subtitle: optional(mrkdwn(150)),
    body: optional(mrkdwn(200)),
    actions: optional(array(button)),
  },
  someOf('title', 'hero_image', 'body', 'actions'),
);

const taskCard = block({
  task_id: required(string()),
  title: required(string()),
  details: optional(richText),
  output: optional(richText),
  sources: optional(array(urlSource)),
  status,
});

/** Blocks that may also stand in a container. */
const SIMPLE: Record<string, Check> = {
  actions: block({ elements: required(array(action, { max: 25 })) }),
  context: block({ elements: required(array(contextElement, { max: 10 })) }),
  divider: block({}),
  file: block({ source: required(oneOf('remote')), external_id: required(string()) }),
  header: block({ text: required(plainText(150)) }),
  image: block({ ...imageFields, title: optional(plainText(2000)) }, hasOneImage),
  input: inputBlock,
  rich_text: richText,
  section,
  table: on(['message'], table),
  video: block({
    video_url: required(url),
    thumbnail_url: required(url),
    alt_text: required(string()),
    title: required(plainText(199)),
    title_url: optional(url),
    author_name: optional(string({ max: 49 })),
    provider_name: optional(string()),
    provider_icon_url: optional(url),
    description: optional(plainText(200)),
  }),
};

/** A collapsed container is a message's drawer: only these blocks, and none of the newer ones. */
const child = byType(() => SIMPLE);

const container = block(
  {
    title: optional(plainText(150)),
    rich_text_title: optional(richText),
    subtitle: optional(anyText(150)),
    child_blocks: required(
      array(
        (value, at, findings) => {
          uniqueBlock(value, at, findings);
          child(value, at, findings);
        },
        { max: 10 },
      ),
    ),
    width: optional(oneOf('narrow', 'standard', 'wide', 'full')),
    icon: optional(image),
    is_collapsible: optional(boolean),
    default_collapsed: optional(boolean),
    has_header_divider: optional(boolean),
  },
  (value, at, findings) => {
    someOf('title', 'rich_text_title')(value, at, findings);
    if (value.default_collapsed === true && value.is_collapsible !== true) {
      complain(findings, `${at}/default_collapsed`, 'requires is_collapsible to be true');
    }
  },
);

const BLOCKS: Record<string, Check> = {
  ...SIMPLE,
  alert: on(
    ['message', 'modal'],
    block({ text: required(anyText()), level: optional(oneOf('default', 'info', 'warning', 'error', 'success')) }),
  ),
  card: on(['message'], card),
  carousel: on(
    ['message'],
    block({
      elements: required(
        array(
          byType(() => ({ card })),
          { max: 10 },
        ),
      ),
    }),
  ),
  container: on(['message'], container),
  context_actions: on(['message'], block({ elements: required(array(contextAction, { max: 5 })) })),
  data_table: on(['message'], dataTable),
  markdown: on(['message'], block({ text: required(string({ max: MOST_MARKDOWN })) })),
  plan: on(
    ['message'],
    block({ title: required(string()), tasks: optional(array(byType(() => ({ task_card: taskCard })))) }),
  ),
  task_card: on(['message'], taskCard),
};

function uniqueBlock(value: unknown, at: string, findings: Findings): void {
  if (!isFields(value) || typeof value.block_id !== 'string') return;
  if (findings.blockIds.has(value.block_id)) {
    complain(findings, `${at}/block_id`, `\`block_id\` "${value.block_id}" already exists`);
  }
  findings.blockIds.add(value.block_id);
}

const known = byType(() => BLOCKS);

/** One block at the top level of a message or view. */
export const anyBlock: Check = (value, at, findings) => {
  uniqueBlock(value, at, findings);
  known(value, at, findings);
};
