/** What this bot says in Slack besides its answers: plain sentences, one thing each. */

export const ABOUT =
  'I answer questions about job classes from the class specifications themselves: duties, qualifications, pay grades, and how classes differ. Below each answer stand the passages it rests on, word for word. What the documents don’t say, I say they don’t say.';

export const HOW_TO_ASK: readonly string[] = [
  'Write to me here, in Messages. A new message soon after an answer goes on from it: “And its FLSA status?”',
  'Mention me in a channel. I answer in a thread; in that thread you can ask on without mentioning me.',
  '/jobclass and your question, anywhere: only you see the answer, until you share it.',
  'On any message, under “More actions”: “Find class for text” tells which class its duties fit.',
];

export const PRIVACY =
  'In channels I read what mentions me and what is written in threads I have answered in, nothing else. I keep a thread’s questions for a while, so that you can ask on, without your name. I decide nothing about people: HR does.';

export const HELP = `${ABOUT} Type your question after /jobclass; only you see the answer.`;

export const WORKING = 'is reading the class specifications…';
export const LOOKING = 'Reading the class specifications…';
export const TOO_LONG_FOR_VIEW = 'There is more than fits here. Ask me in a direct message to see all of it.';
export const IN_FILE = 'The answer is long: all of it is in the file here in the thread.';
export const CUT =
  'The answer is longer than fits here; its end is left out. Ask about fewer classes to see all of it.';
export const FORGOTTEN = 'I no longer have this answer. Please ask the question again.';
export const GUESTS =
  'I answer people of this workspace only, so I can’t answer here. Please ask the HR team directly.';
export const SHARED_CHANNEL =
  'People of other organisations read this channel, so I don’t answer here. Please ask me in a direct message.';
export const HR_ASKED = 'HR has already been asked in this thread.';
export const NOT_SHARED = 'The answer could not be shared here. You can copy it, or mention me in the channel.';
export const SHARED_ALREADY = 'This answer has been shared already.';
export const HR_NOT_REACHED = 'HR could not be reached from here. Please write to them yourself.';
export const NO_TEXT = 'There is no text in this message that I can read.';

/** Put before the text that a message shortcut was used on: how one asks which class some duties fit. */
export const MATCH_QUESTION = 'Which class fits these duties:';

/** Said to whoever asks in a channel that is not one of those answered in. */
export const ELSEWHERE = 'I don’t answer in this channel. Ask me in a direct message, or in a channel meant for it.';
