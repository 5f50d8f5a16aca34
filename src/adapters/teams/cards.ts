/**
 * Adaptive Cards. Their text stands in runs, which know no markdown, so that documents read as they are printed.
 * https://adaptivecards.microsoft.com (1.5 is the newest that Teams shows everywhere)
 */
import type { Piece } from '../blocks.ts';
import type { ReplySource } from '../reply.ts';
import type { Attachment } from './activities.ts';
import { plainPieces, type TableBlock, tableAsText } from './markdown.ts';

const CARD = 'application/vnd.microsoft.card.adaptive';
/** Below what belongs to it. */
const TIGHT = { spacing: 'Small' };

function runOf({ style, text }: Piece): object {
  return {
    type: 'TextRun',
    text,
    ...(style === 'bold' ? { weight: 'Bolder' } : {}),
    ...(style === 'marker' ? { isSubtle: true } : {}),
  };
}

/** Pieces as one paragraph of a card. An empty one still needs a run. */
function paragraph(pieces: readonly Piece[], options: object = {}): object {
  const shown = pieces.length > 0 ? pieces : [{ style: 'plain', text: ' ' } as const];
  return { type: 'RichTextBlock', inlines: shown.map(runOf), ...options };
}

const inBold = (pieces: readonly Piece[]): Piece[] =>
  pieces.map((piece) => (piece.style === 'plain' ? { ...piece, style: 'bold' } : piece));

/** For Microsoft's playground, which breaks on what a card says to Teams alone (0.2.28). */
interface Host {
  isPlayground: boolean;
}

/** Buttons, each of which asks its question as if the user had typed it; none when there is nothing to ask. */
function askActions(questions: readonly string[], { isPlayground }: Host): object {
  const actions = questions.map((question) => ({
    type: 'Action.Submit',
    title: question,
    data: isPlayground ? { ask: question } : { msteams: { type: 'imBack', value: question } },
  }));
  return actions.length > 0 ? { actions } : {};
}

function cardOf(body: readonly object[], fallbackText: string, options: object = {}): Attachment {
  return {
    contentType: CARD,
    content: {
      $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
      type: 'AdaptiveCard',
      version: '1.5',
      fallbackText,
      body,
      ...options,
    },
  };
}

/** A cell's quotes, a paragraph each: one ends with its marker where the next begins. */
function quotesOf(cell: readonly Piece[]): Piece[][] {
  const quotes: Piece[][] = [[]];
  for (const [index, piece] of cell.entries()) {
    const isNext = cell[index - 1]?.style === 'marker' && /^\s*“/.test(piece.text);
    if (isNext) quotes.push([{ ...piece, text: piece.text.trimStart() }]);
    else quotes.at(-1)?.push(piece);
  }
  return quotes;
}

const sideBySide = (cells: readonly (readonly Piece[])[]): object => ({
  type: 'ColumnSet',
  columns: cells.map((cell, index) => ({
    type: 'Column',
    width: 'stretch',
    separator: index > 0,
    items: quotesOf(cell).map((quote) => paragraph(quote)),
  })),
});

/**
 * A table in bands: the name of each row across the card, its cells below, side by side where there are two. Columns
 * of a real table would be too narrow for sentences on a phone.
 */
function bandsOf({ header, rows }: TableBlock): object[] {
  const titles = header.slice(1).map(inBold);
  const areBeside = titles.length === 2;
  const cellsOf = (cells: readonly (readonly Piece[])[]) =>
    areBeside
      ? [sideBySide(cells)]
      : cells.flatMap((cell, index) => {
          const title = titles[index] ?? [];
          return [
            ...(title.length > 0 ? [paragraph(title)] : []),
            ...quotesOf(cell).map((quote) => paragraph(quote, TIGHT)),
          ];
        });
  return [
    ...(areBeside ? [sideBySide(titles)] : []),
    ...rows.flatMap((row) => [
      paragraph(inBold(row[0] ?? []), { separator: true, spacing: 'Medium' }),
      ...cellsOf(titles.map((_, index) => row[index + 1] ?? [])),
    ]),
  ];
}

/** A table as a card, which says the same in words where it can't be shown; `questions` to ask next are buttons below. */
export function tableCard(table: TableBlock, questions: readonly string[], host: Host): Attachment {
  const inWords = tableAsText(table).map(({ pieces }) => plainPieces(pieces));
  // As wide as the window lets it be.
  const width = host.isPlayground ? {} : { msteams: { width: 'Full' } };
  return cardOf(bandsOf(table), inWords.join('\n'), { ...width, ...askActions(questions, host) });
}

/** Questions to ask next, as a card of buttons. */
export function questionsCard(questions: readonly string[], host: Host): Attachment {
  return cardOf([], questions.join('\n'), askActions(questions, host));
}

/** A passage as a card to be sent to somebody else: what it says, word for word, and where it stands. */
export function passageCard({ classTitle, section, quote, place, link }: ReplySource): Attachment {
  const title = [classTitle, section].filter(Boolean).join(' · ');
  return cardOf(
    [
      paragraph([{ style: 'bold', text: title || place }]),
      paragraph([{ style: 'plain', text: `“${quote}”` }]),
      paragraph([{ style: 'marker', text: place }], TIGHT),
    ],
    `${title}\n“${quote}”\n${place}`,
    link === undefined ? {} : { actions: [{ type: 'Action.OpenUrl', title: 'Read it in the document', url: link }] },
  );
}
