/** Whether Slack would take these blocks, this message text, this view: and if not, with which error. */
import { anyBlock, MOST_MARKDOWN } from './blocks.ts';
import {
  array,
  boolean,
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
} from './check.ts';
import { textLength } from './text-length.ts';
import { plainText } from './texts.ts';

/** A refusal as Slack words it: the error code, and what is wrong where. */
export interface Refusal {
  error: string;
  errors?: string[];
  response_metadata?: { messages: string[] };
}

/** All blocks of a message together, measured (bolt-js 2509): rich text has been seen refused from about 11,300 on. */
const MOST_BLOCKS_TEXT = 13_200;

function start(surface: Surface): Findings {
  return { surface, complaints: [], blockIds: new Set(), actionIds: new Set(), focused: 0 };
}

function refusal(error: string, { complaints }: Findings): Refusal | undefined {
  if (complaints.length === 0) return undefined;
  const lines = complaints.map(({ message, pointer }) => `${message} [json-pointer:${pointer}]`);
  return { error, errors: lines, response_metadata: { messages: lines.map((line) => `[ERROR] ${line}`) } };
}

/** The blocks and those in their containers. */
function withChildren(blocks: readonly unknown[]): Fields[] {
  return blocks
    .filter(isFields)
    .flatMap((block) => [block, ...(Array.isArray(block.child_blocks) ? block.child_blocks.filter(isFields) : [])]);
}

/**
 * What Slack answers to a message's blocks: undefined when it takes them. More than 50 blocks, or anything a block's
 * schema forbids, is `invalid_blocks`; a second table `invalid_attachments`; too much text `msg_blocks_too_long`.
 */
export function refuseBlocks(blocks: unknown, { most = 50, at = '/blocks' } = {}): Refusal | undefined {
  if (!Array.isArray(blocks) || !blocks.every(isFields)) return { error: 'invalid_blocks_format' };
  const findings = start('message');
  array(anyBlock, { min: 0, max: most })(blocks, at, findings);
  const refused = refusal('invalid_blocks', findings);
  if (refused) return refused;
  const all = withChildren(blocks);
  const tables = all.filter(({ type }) => type === 'table' || type === 'data_table');
  if (tables.length > 1) {
    return { error: 'invalid_attachments', response_metadata: { messages: ['[ERROR] only_one_table_allowed'] } };
  }
  const markdown = all.filter(({ type }) => type === 'markdown');
  if (textLength(markdown) > MOST_MARKDOWN || textLength(blocks) > MOST_BLOCKS_TEXT) {
    return { error: 'msg_blocks_too_long' };
  }
  return undefined;
}

const viewFields = {
  type: required(oneOf('modal', 'home')),
  // The blocks are checked by themselves: their rules depend on the surface.
  blocks: required(() => undefined),
  private_metadata: optional(string({ min: 0, max: 3000 })),
  callback_id: optional(string({ max: 255 })),
  external_id: optional(string({ min: 0, max: 255 })),
};

const modal = object({
  ...viewFields,
  title: required(plainText(24)),
  submit: optional(plainText(24)),
  close: optional(plainText(24)),
  clear_on_close: optional(boolean),
  notify_on_close: optional(boolean),
  submit_disabled: optional(boolean),
});
const home = object(viewFields);

/** What Slack answers to a view, `invalid_arguments` with the places, or undefined when it takes it. */
export function refuseView(view: unknown, surface: 'modal' | 'home'): Refusal | undefined {
  const findings = start(surface);
  const check = surface === 'modal' ? modal : home;
  check(view, '/view', findings);
  if (isFields(view)) {
    if (view.type !== surface) complain(findings, '/view/type', `must be ${surface}`);
    array(anyBlock, { min: 0, max: 100 })(view.blocks, '/view/blocks', findings);
    if (surface === 'modal' && Array.isArray(view.blocks) && view.submit === undefined) {
      view.blocks.forEach((block, index) => {
        if (!isFields(block) || block.type !== 'input') return;
        complain(findings, `/view/blocks/${index}/input`, 'must define `submit` to use an `input` block in modals');
      });
    }
  }
  return refusal('invalid_arguments', findings);
}
