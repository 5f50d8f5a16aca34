/** Which class a question describes: all by the signs that take little time, the likeliest by all signs. */
import { type AnswerContext, documentAt } from '../draft/context.ts';
import { askedWork } from '../duties/asked-work.ts';
import { type Rated, rateClasses } from '../duties/rate.ts';
import { type AllSigns, type Description, passageSigns, titleSigns } from './signs.ts';
import { FOUND, RANK } from './weights.ts';

/** A class that a question may describe. */
export interface Likely {
  document: number;
  signs: AllSigns;
  score: number;
  /** Its probability among the classes rated, 0 to 1; levels of one document share theirs. */
  share: number;
  /** Its ranks or level are not those that the question says. */
  isAnother: boolean;
  /** Its passages that the description fits, surest first, and its definition. */
  passages: Rated['passages'];
  definition: Rated['definition'];
}

/** Classes taken by their titles, beside those whose passages are found. */
const BY_TITLE = 10;
/** Classes rated by what they say of what is asked: the right one is among the first six by the other signs. */
const CLOSELY = 6;

const weighed = (signs: Partial<AllSigns>, weights: Readonly<Partial<Record<keyof AllSigns, number>>>): number =>
  (Object.keys(signs) as (keyof AllSigns)[]).reduce((sum, key) => sum + (weights[key] ?? 0) * (signs[key] ?? 0), 0);

/** The classes that a question may describe, likeliest first. */
export async function likelyClasses(context: AnswerContext, description: Description): Promise<Likely[]> {
  const { corpus, understanding } = context;
  const titles = await titleSigns(description, corpus);
  const said = (document: number): number => titles[document]?.said ?? 0;
  const byTitle = [...titles.keys()].filter((document) => said(document) > 0).sort((a, b) => said(b) - said(a));
  const { overseer } = askedWork(understanding);
  const asked = { terms: description.terms, overseer };
  const rated = await rateClasses(context, asked, undefined, byTitle.slice(0, BY_TITLE));
  const first = rated
    .map((item) => {
      const { isAnother = false, ...title } = titles[item.document] ?? { said: 0, noun: 0, plain: 0 };
      const signs = { ...item.signs, ...title };
      return { ...item, isAnother, signs, score: weighed(signs, RANK) };
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, CLOSELY);
  const likely: Likely[] = [];
  for (const { document, signs, isAnother, standing, weights, passages, definition } of first) {
    const all = { ...signs, ...(await passageSigns(context, description, document, standing, weights)) };
    likely.push({ document, isAnother, passages, definition, signs: all, score: weighed(all, RANK), share: 0 });
  }
  const top = Math.max(...likely.map(({ score }) => score));
  const whole = likely.reduce((sum, { score }) => sum + Math.exp(score - top), 0);
  const path = ({ document }: Likely): string => documentAt(corpus, document).path;
  for (const one of likely) {
    const own = likely.filter((other) => path(other) === path(one));
    one.share = own.reduce((sum, { score }) => sum + Math.exp(score - top), 0) / whole;
  }
  return likely.sort((a, b) => b.score - a.score);
}

/** Words from which a question's length says nothing more. */
const LONG = 8;

/** Log odds that the likeliest class is the one meant, and not the nearest of none. */
export function oddsOfBeingMeant({ signs, share }: Likely, { terms, speaksOfSomebody }: Description): number {
  const asked = Math.min(LONG, terms.length) / LONG;
  const somebody = speaksOfSomebody ? FOUND.somebody : 0;
  return weighed(signs, FOUND) + FOUND.share * share + FOUND.asked * asked + somebody + FOUND.bias;
}
