/**
 * Adaptive Cards. Their text stands in runs, which know no markdown, so that documents read as they are printed.
 * https://adaptivecards.microsoft.com (1.5 is the newest that Teams shows everywhere)
 */
import type { Piece } from '../blocks.ts';
import type { ReplySource } from '../reply.ts';
import type { Attachment } from './activities.ts';
import { plainPieces, type TableBlock, tableAsText } from './markdown.ts';

const CARD = 'application/vnd.microsoft.card.adaptive';

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

/** A button that asks its question as if the user had typed it. */
function askAction(question: string): object {
  return { type: 'Action.Submit', title: question, data: { msteams: { type: 'imBack', value: question } } };
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

/** A table as a card, which says the same in words where it can't be shown; `questions` become buttons below it. */
export function tableCard(table: TableBlock, questions: readonly string[]): Attachment {
  const columns = Math.max(table.header.length, ...table.rows.map((row) => row.length));
  const rowOf = (cells: readonly Piece[][], bold: boolean) => ({
    type: 'TableRow',
    cells: Array.from({ length: columns }, (_, column) => ({
      type: 'TableCell',
      items: [paragraph(bold || column === 0 ? inBold(cells[column] ?? []) : (cells[column] ?? []))],
    })),
  });
  const body = {
    type: 'Table',
    firstRowAsHeaders: true,
    showGridLines: true,
    // The first column names its row in a word or two.
    columns: Array.from({ length: columns }, (_, column) => ({ width: column === 0 && columns > 2 ? 1 : 2 })),
    rows: [rowOf(table.header, true), ...table.rows.map((row) => rowOf(row, false))],
  };
  const inWords = tableAsText(table).map(({ pieces }) => plainPieces(pieces));
  return cardOf([body], inWords.join('\n'), {
    msteams: { width: 'Full' },
    ...(questions.length > 0 ? { actions: questions.map(askAction) } : {}),
  });
}

/** A passage as a card to be sent to somebody else: what it says, word for word, and where it stands. */
export function passageCard({ classTitle, section, quote, place, link }: ReplySource): Attachment {
  const title = [classTitle, section].filter(Boolean).join(' · ');
  return cardOf(
    [
      paragraph([{ style: 'bold', text: title || place }]),
      paragraph([{ style: 'plain', text: `“${quote}”` }]),
      paragraph([{ style: 'marker', text: place }], { spacing: 'Small' }),
    ],
    `${title}\n“${quote}”\n${place}`,
    link === undefined ? {} : { actions: [{ type: 'Action.OpenUrl', title: 'Read it in the document', url: link }] },
  );
}
