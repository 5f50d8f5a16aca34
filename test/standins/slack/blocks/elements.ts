/** Block elements: buttons, menus, inputs, images. Limits are those of `@slack/types` 3.2. */
import {
  array,
  boolean,
  byType,
  type Check,
  complain,
  type Fields,
  type Findings,
  integer,
  isFields,
  matching,
  number,
  object,
  oneOf,
  optional,
  required,
  string,
  url,
} from './check.ts';
import { richText } from './rich-text.ts';
import { anyText, confirm, oneSetOfOptions, option, optionGroup, plainText } from './texts.ts';

const type = required(string());
const focus = optional(boolean);
const placeholder = optional(plainText(150));
const style = optional(oneOf('primary', 'danger'));
const label = optional(string({ max: 75 }));
const ids = optional(array(string()));

/** Action ids: at most 255 characters, and none twice in the same message or view. */
function uniqueAction(value: Fields, at: string, findings: Findings): void {
  const { action_id: id } = value;
  if (value.focus_on_load === true) {
    findings.focused += 1;
    if (findings.focused > 1) complain(findings, `${at}/focus_on_load`, 'only one element can have focus_on_load');
  }
  if (typeof id !== 'string') return;
  if (findings.actionIds.has(id)) complain(findings, `${at}/action_id`, `\`action_id\` "${id}" already exists`);
  findings.actionIds.add(id);
}

function element(fields: Parameters<typeof object>[0], rules?: Parameters<typeof object>[1]): Check {
  return object({ type, action_id: optional(string({ max: 255 })), ...fields }, (value, at, findings) => {
    uniqueAction(value, at, findings);
    rules?.(value, at, findings);
  });
}

const confirmable = { confirm: optional(confirm) };
const menu = { ...confirmable, focus_on_load: focus, placeholder };
const multi = { ...menu, max_selected_items: optional(integer({ min: 1 })) };
const plainOption = option({ text: plainText(75) });
const anyOption = option({ text: anyText(75) });
const staticOptions = {
  options: optional(array(plainOption, { max: 100 })),
  option_groups: optional(array(optionGroup, { max: 100 })),
};
const filter = optional(
  object({
    include: optional(array(oneOf('im', 'mpim', 'private', 'public'))),
    exclude_external_shared_channels: optional(boolean),
    exclude_bot_users: optional(boolean),
  }),
);
const dispatching = {
  dispatch_action_config: optional(
    object({
      trigger_actions_on: required(array(oneOf('on_enter_pressed', 'on_character_entered'), { max: 2 })),
    }),
  ),
  focus_on_load: focus,
  placeholder,
};

export const button: Check = element({
  text: required(plainText(75)),
  value: optional(string({ max: 2000 })),
  url: optional(url),
  style,
  accessibility_label: label,
  ...confirmable,
});

const feedbackButton = required(
  object({
    text: required(plainText(75)),
    accessibility_label: label,
    value: required(string({ max: 2000 })),
  }),
);

/** The elements of a `context_actions` block. */
export const contextAction: Check = byType(() => ({
  feedback_buttons: element({ positive_button: feedbackButton, negative_button: feedbackButton }),
  icon_button: element({
    // Slack knows one icon.
    icon: required(oneOf('trash')),
    text: required(plainText(75)),
    accessibility_label: label,
    value: optional(string({ max: 2000 })),
    visible_to_user_ids: ids,
    ...confirmable,
  }),
}));

/** One of `image_url` and `slack_file`. */
export function hasOneImage(value: Fields, at: string, findings: Findings): void {
  const sources = ['image_url', 'slack_file'].filter((name) => value[name] !== undefined);
  if (sources.length === 0) complain(findings, at, 'missing required field: image_url');
  if (sources.length > 1) complain(findings, at, 'only one of image_url and slack_file is allowed');
}

/** `image_url` or `slack_file`, and the text for those who can't see it. */
export const imageFields = {
  alt_text: required(string({ max: 2000 })),
  image_url: optional(url),
  slack_file: optional(
    object({ id: optional(string()), url: optional(url) }, (value, at, findings) => {
      if ((value.id === undefined) === (value.url === undefined))
        complain(findings, at, 'must provide one of id and url');
    }),
  ),
};

export const image: Check = object({ type, ...imageFields }, hasOneImage);

const date = matching(/^\d{4}-\d{2}-\d{2}$/, 'must be a date in the form YYYY-MM-DD');
const time = matching(/^\d{2}:\d{2}$/, 'must be a time in the form HH:mm');

/** Menus, pickers and choices: in `actions`, as a section's accessory, in `input`. */
const CHOICES: Record<string, Check> = {
  checkboxes: element({
    options: required(array(anyOption, { max: 10 })),
    initial_options: optional(array(anyOption, { max: 10 })),
    focus_on_load: focus,
    ...confirmable,
  }),
  radio_buttons: element({
    options: required(array(anyOption, { max: 10 })),
    initial_option: optional(anyOption),
    focus_on_load: focus,
    ...confirmable,
  }),
  datepicker: element({ initial_date: optional(date), ...menu }),
  timepicker: element({ initial_time: optional(time), timezone: optional(string()), ...menu }),
  static_select: element({ ...staticOptions, initial_option: optional(plainOption), ...menu }, oneSetOfOptions),
  multi_static_select: element(
    { ...staticOptions, initial_options: optional(array(plainOption)), ...multi },
    oneSetOfOptions,
  ),
  external_select: element({
    initial_option: optional(plainOption),
    min_query_length: optional(integer({ min: 0 })),
    ...menu,
  }),
  multi_external_select: element({
    initial_options: optional(array(plainOption)),
    min_query_length: optional(integer({ min: 0 })),
    ...multi,
  }),
  users_select: element({ initial_user: optional(string()), ...menu }),
  multi_users_select: element({ initial_users: ids, ...multi }),
  conversations_select: element({
    initial_conversation: optional(string()),
    default_to_current_conversation: optional(boolean),
    response_url_enabled: optional(boolean),
    filter,
    ...menu,
  }),
  multi_conversations_select: element({
    initial_conversations: ids,
    default_to_current_conversation: optional(boolean),
    filter,
    ...multi,
  }),
  channels_select: element({ initial_channel: optional(string()), response_url_enabled: optional(boolean), ...menu }),
  multi_channels_select: element({ initial_channels: ids, ...multi }),
};

const datetimepicker = element({
  initial_date_time: optional(integer({ min: 1_000_000_000, max: 9_999_999_999 })),
  ...confirmable,
  focus_on_load: focus,
});
const overflow = element({
  options: required(array(option({ text: plainText(75), hasUrl: true }), { max: 5 })),
  ...confirmable,
});
const workflowButton = element({
  text: required(plainText(75)),
  workflow: required((value, at, findings) => {
    if (!isFields(value) || !isFields(value.trigger)) complain(findings, at, 'missing required field: trigger');
  }),
  style,
  accessibility_label: label,
  ...confirmable,
});
const richTextInput = element({ initial_value: optional(richText), ...dispatching });

/** What an `actions` block may hold. */
export const action: Check = byType(() => ({
  ...CHOICES,
  button,
  overflow,
  datetimepicker,
  workflow_button: workflowButton,
  rich_text_input: richTextInput,
}));

/** What may stand beside a section. */
export const accessory: Check = byType(() => ({
  ...CHOICES,
  button,
  image,
  overflow,
  workflow_button: workflowButton,
}));

const length = optional(integer({ min: 0, max: 3000 }));

/** What an `input` block may hold. */
export const input: Check = byType(() => ({
  ...CHOICES,
  datetimepicker,
  rich_text_input: richTextInput,
  plain_text_input: element({
    initial_value: optional(string({ min: 0, max: 3000 })),
    multiline: optional(boolean),
    min_length: length,
    max_length: optional(integer({ min: 1, max: 3000 })),
    ...dispatching,
  }),
  email_text_input: element({ initial_value: optional(string()), ...dispatching }),
  url_text_input: element({ initial_value: optional(string()), ...dispatching }),
  number_input: element({
    is_decimal_allowed: required(boolean),
    initial_value: optional(string()),
    min_value: optional(string()),
    max_value: optional(string()),
    ...dispatching,
  }),
  file_input: element({ filetypes: ids, max_files: optional(integer({ min: 1, max: 10 })) }),
}));

/** A source of a task card. */
export const urlSource: Check = object({ type: required(oneOf('url')), url: required(url), text: required(string()) });

/** A number in a table cell, with the text that shows it. */
export const rawNumber: Check = object({ type, value: required(number), text: required(string()) });
