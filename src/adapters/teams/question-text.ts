/** What a person asked, out of what Teams delivers: mentions as tags, some characters as HTML entities. */
import type { IncomingActivity } from './activities.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&nbsp;': ' ',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
};
const TAG = /<\/?at\b[^<>]{0,200}>/gi;

/** True when the activity names the bot itself, as `@Classwise` does. */
export function mentionsBot({ mentions, address }: IncomingActivity): boolean {
  return mentions.some(({ id }) => id !== '' && id === address.bot.id);
}

/** The question without the bot's own name. Other people's names stay, without their tags. */
export function questionOf({ text, mentions, address }: IncomingActivity): string {
  let question = text;
  for (const mention of mentions) {
    // Teams gives one entity for each time the bot is named, so each takes out one.
    if (mention.id === address.bot.id && mention.text !== '') question = question.replace(mention.text, () => ' ');
  }
  return question
    .replace(TAG, ' ')
    .replace(/&(?:nbsp|lt|gt|quot|#39|amp);/g, (entity) => ENTITIES[entity] ?? entity)
    .replace(/\u00a0/g, ' ')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ *\n */g, '\n')
    .trim();
}
