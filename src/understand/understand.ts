/** A question and its thread → what is asked. */
import type { Question, Understanding } from '../domain.ts';
import type { Corpus } from '../ports.ts';
import { stemOf, wordsOf } from '../words.ts';
import { withoutShouting } from './capital-letters.ts';
import { languageOf } from './language.ts';
import { bodyOf, type Gist, gistOf, isTalk, lastSentenceOf, withoutOrders } from './letter.ts';
import { createLexicon, type Lexicon } from './lexicon.ts';
import { describesClass, kindOf, known, type Parsed, parseQuestion, wordedKind } from './parse-question.ts';
import { patterns } from './phrases.ts';
import { createThreads, take, threadOf } from './thread.ts';
import { nearestTopic } from './topics.ts';

/** Longest question understood, in characters: what follows is cut. */
const MAX_QUESTION = 20_000;
/** Earlier questions of the thread that can lend a class. */
const MAX_HISTORY = 40;
/** Most documents that an employer's name alone stands for. */
const MAX_OF_EMPLOYER = 3;

/** Documents of an employer that the question names by words of its own, when they are few. */
function ofEmployer(parsed: Parsed, lexicon: Lexicon): number[] {
  const hits = lexicon.employerStems.flatMap((stems, document) => {
    const named = parsed.tokens.filter((token) => token.stems.some((stem) => stems.has(stem))).length;
    return named >= Math.min(2, stems.size) && named > 0 ? [document] : [];
  });
  return hits.length <= MAX_OF_EMPLOYER ? hits : [];
}

/** "… for the Oak County payroll job?": worded like a question for a class, but it asks a topic of one. */
const endsInClassWord = (parsed: Parsed): boolean =>
  parsed.worded === 'duty' &&
  parsed.topics.length > 0 &&
  !parsed.weakTopics &&
  !/^(?:and )?(?:who|whose|which)\b/i.test(parsed.text);

/** Creates the understanding of an index's questions. The lexicon is built once. */
export function createUnderstanding(corpus: Corpus): (question: Question) => Promise<Understanding> {
  const lexicon = createLexicon(corpus.documents);
  const threads = createThreads(lexicon, corpus);
  const parse = (text: string): Parsed => parseQuestion(text, lexicon, corpus);

  /** What a text asks for, and what it only says, its class read: a class named in either counts. */
  function read(body: string): Gist & { parsed: Parsed } {
    const whole = { asked: body, background: '', corrects: false, parsed: parse(body) };
    const worded = whole.parsed.worded;
    const gist = gistOf(body);
    if (gist.background !== '' || gist.corrects) {
      const parsed = parse(gist.asked);
      const own = parsed.worded;
      const pasted = own === 'match' || (worded === 'match' && wordedKind(gist.background) === 'match');
      return pasted || (worded === 'qualify' && own === 'qualify') ? whole : { ...gist, parsed };
    }
    if (worded === 'match') return whole;
    const last = worded === 'qualify' || worded === 'list' ? undefined : lastSentenceOf(body);
    if (last === undefined) return whole;
    const parsed = parse(last.asked);
    if (known(parsed.mentions).some((mention) => mention.how === 'title')) return { ...last, parsed };
    // "I am hiring a Clerk II. What education does it ask for?": the class stands before what is asked of it.
    const mentions = known(whole.parsed.mentions).filter(({ how }) => how === 'title');
    const asks = parsed.mentions.length === 0 && parsed.topics.length > 0 && !parsed.weakTopics;
    return asks && mentions.length === 1 ? { ...last, parsed: { ...parsed, mentions } } : whole;
  }

  /** False where most words beside the employer's stand nowhere in its document: "fire captain at Oak County". */
  function knowsMost({ focus }: Parsed, document: number): boolean {
    const others = focus.filter(({ stem }) => !lexicon.employerStems[document]?.has(stem));
    const stems = new Set(wordsOf(corpus.documents[document]?.text ?? '').map(stemOf));
    return others.length === 0 || others.filter(({ stem }) => stems.has(stem)).length > others.length / 2;
  }

  /** The question's only class is an employer's: "what does the Oak County one pay?". */
  function takeEmployers(parsed: Parsed): void {
    const documents = ofEmployer(parsed, lexicon).filter((document) => knowsMost(parsed, document));
    parsed.mentions = documents.map((document) => ({
      title: corpus.documents[document]?.spec.title ?? '',
      documents: [document],
      how: 'part',
      nearest: [],
      level: undefined,
      at: 0,
    }));
    if (documents.length === 0) return;
    const employer = new Set(documents.flatMap((document) => [...(lexicon.employerStems[document] ?? [])]));
    parsed.focus = parsed.focus.filter((term) => !employer.has(term.stem));
    parsed.content = parsed.content.filter((term) => !employer.has(term.stem));
  }

  const readOnly = (text: string): Parsed => {
    const { parsed, background } = read(bodyOf(text.slice(0, MAX_QUESTION)));
    return known(parsed.mentions).length > 0 || background === ''
      ? parsed
      : { ...parse(background), topics: parsed.topics };
  };

  /** Names no class and is worded as no kind that needs none: what it asks is of the thread's class. */
  const saysTooLittle = (parsed: Parsed): boolean =>
    parsed.mentions.length === 0 && ['off-topic', 'unknown-class'].includes(kindOf(parsed, corpus));

  return async function understand(question): Promise<Understanding> {
    const raw = question.text.slice(0, MAX_QUESTION);
    const body = bodyOf(withoutShouting(raw));
    const earlier = question.history.slice(-MAX_HISTORY).filter((text) => !isTalk(text));
    const again = patterns.againReason.test(body) ? 'reason' : patterns.againSource.test(body) ? 'source' : undefined;
    const before = earlier.at(-1);
    if (again !== undefined && before !== undefined)
      return { ...(await understand({ text: before, history: earlier.slice(0, -1) })), again };
    if (isTalk(raw) || isTalk(body)) return { ...parse(body), mentions: [], kind: 'talk' };
    const language = languageOf(raw, lexicon.words);
    if (language !== undefined) return { ...parse(body), kind: 'foreign', language };
    const ordered = patterns.orders.test(body);
    const rest = ordered ? withoutOrders(body) : undefined;
    const judging = wordedKind(body) === 'judgement';
    const left = (rest === undefined ? body : bodyOf(rest)).replace(patterns.judgementFrame, '').trim();
    const { parsed, background, corrects } = read(left === '' ? body : left);
    if (ordered && rest !== undefined && known(parsed.mentions).length === 0 && patterns.anaphora.test(parsed.text))
      parsed.mentions = known(parse(body).mentions).filter((mention) => mention.how === 'title');
    const asking = rest !== undefined && parsed.worded === 'match';
    const named = known(parsed.mentions).some(({ how }) => how === 'title' || (how === 'part' && rest !== undefined));
    if (ordered && !asking && !named) return { ...parsed, text: body, mentions: [], kind: 'talk' };
    const history = background === '' ? earlier : [...earlier, background];
    const pointsOut = known(parsed.mentions).length === 0 && patterns.pointsOut.test(parsed.text);
    const unnamed = background !== '' && known(parsed.mentions).length === 0;
    const continues =
      unnamed ||
      corrects ||
      patterns.continues.test(body) ||
      patterns.anaphora.test(parsed.text) ||
      parsed.focus.length <= 1 ||
      (earlier.length > 0 && saysTooLittle(parsed));
    const thread = continues ? threadOf(history, readOnly) : undefined;
    const worded = parsed.worded;
    const mayName = worded === undefined || worded === 'qualify' || endsInClassWord(parsed);
    if (thread === undefined && parsed.mentions.length === 0 && mayName) takeEmployers(parsed);
    // "And the one who runs the branch?": another class than the thread's, asked the same.
    if (pointsOut && thread !== undefined) {
      take(parsed, thread.topics);
      const { tokens: _, worded: __, ...parts } = parsed;
      return { ...parts, mentions: [], kind: 'unknown-class', describes: true, another: true };
    }
    const found = thread === undefined ? kindOf(parsed, corpus) : threads.continued(parsed, thread);
    const kind = judging ? 'judgement' : found;
    if (parsed.topics.length === 0 && kind === 'aspect') {
      const near = await nearestTopic(parsed.text, corpus.embedder);
      if (near !== undefined) take(parsed, [near]);
    }
    const { tokens: _, worded: __, ...parts } = parsed;
    const understood: Understanding = { ...parts, kind };
    if (describesClass(parsed, kind)) return { ...understood, describes: true };
    return kind === 'judgement'
      ? { ...understood, classification: patterns.classification.test(body), told: background !== '' }
      : understood;
  };
}
