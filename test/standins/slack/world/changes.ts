/** Waiting for something to have happened, with a deadline and without sleeping. */

export interface Changes {
  /** Something happened: whoever waits looks again. */
  happened: () => void;
  /** What `look` finds, as soon as it finds something; rejects after `within` milliseconds and says what was missed. */
  until: <T>(what: string, look: () => T | undefined, within: number) => Promise<T>;
  /** Ends all waiting. */
  close: () => void;
}

export function createChanges(): Changes {
  const waiting = new Set<() => void>();
  return {
    happened: () => {
      for (const look of [...waiting]) look();
    },
    until: (what, look, within) => {
      const found = look();
      if (found !== undefined) return Promise.resolve(found);
      return new Promise((resolve, reject) => {
        const again = () => {
          const now = look();
          if (now === undefined) return;
          waiting.delete(again);
          clearTimeout(timer);
          resolve(now);
        };
        const timer = setTimeout(() => {
          waiting.delete(again);
          reject(new Error(`Slack saw no ${what} within ${within} ms`));
        }, within);
        waiting.add(again);
      });
    },
    close: () => waiting.clear(),
  };
}
