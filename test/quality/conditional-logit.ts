/** Fits the weights by which passages are ranked, as the program's own were: a conditional logit, by gradient ascent. */

/** A question's passages: the features of each, and which of them were meant. */
export interface Choice {
  features: readonly (readonly number[])[];
  meant: readonly boolean[];
}

const STEP = 0.5;
const ROUNDS = 400;
/** Keeps weights small that hardly matter. */
const PENALTY = 0.0005;

const scoreOf = (weights: readonly number[], features: readonly number[]): number =>
  features.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0);

/** How likely each passage is the one meant, by the weights. */
function likelihoods(weights: readonly number[], { features }: Choice): number[] {
  const scores = features.map((some) => scoreOf(weights, some));
  const best = Math.max(...scores);
  const shares = scores.map((score) => Math.exp(score - best));
  const total = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => share / total);
}

/** The weights that make the passages meant likeliest, one for each feature. */
export function fitWeights(choices: readonly Choice[]): number[] {
  const size = choices[0]?.features[0]?.length ?? 0;
  let weights = Array.from({ length: size }, () => 0);
  for (let round = 0; round < ROUNDS; round++) {
    const gradient = weights.map((weight) => -PENALTY * weight);
    for (const choice of choices) {
      const likely = likelihoods(weights, choice);
      const right = likely.reduce((sum, share, at) => sum + (choice.meant[at] ? share : 0), 0);
      choice.features.forEach((features, at) => {
        const pull = (choice.meant[at] ? (likely[at] ?? 0) / right : 0) - (likely[at] ?? 0);
        features.forEach((value, feature) => {
          gradient[feature] = (gradient[feature] ?? 0) + (pull * value) / choices.length;
        });
      });
    }
    weights = weights.map((weight, at) => weight + STEP * 10 * (gradient[at] ?? 0));
  }
  return weights;
}

/** Share of the choices of which one that was meant is among the first `k` by the weights. */
export function recallAt(k: number, weights: readonly number[], choices: readonly Choice[]): number {
  const hits = choices.filter(({ features, meant }) => {
    const ranked = features.map((some, at) => ({ at, score: scoreOf(weights, some) }));
    ranked.sort((a, b) => b.score - a.score || a.at - b.at);
    return ranked.slice(0, k).some(({ at }) => meant[at] === true);
  });
  return hits.length / choices.length;
}
