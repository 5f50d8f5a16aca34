/** `table` and `data_table`. */
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
  object,
  oneOf,
  optional,
  required,
  string,
} from './check.ts';
import { rawNumber } from './elements.ts';
import { richText } from './rich-text.ts';
import { textsIn } from './text-length.ts';

/** All cells of a table together (docs.slack.dev data-table-block). */
const MOST_CELL_CHARACTERS = 10_000;
const MOST_COLUMNS = 20;

const type = required(string());
const blockId = optional(string({ max: 255 }));
const rawText = object({ type, text: required(string()) });

/** A cell must show something: Slack refuses empty cells, also rich ones. */
const richCell: Check = (value, at, findings) => {
  richText(value, at, findings);
  if (textsIn(value).every((text) => text === '')) complain(findings, at, 'must be more than 0 characters');
};

const cell = byType(() => ({ raw_text: rawText, raw_number: rawNumber, rich_text: richCell }));
const headerCell = byType(() => ({ raw_text: rawText, raw_number: rawNumber }));
const row = (check: Check) => array(check, { max: MOST_COLUMNS });

function cellsFit(value: Fields, at: string, findings: Findings): void {
  const characters = textsIn(value.rows).reduce((sum, text) => sum + text.length, 0);
  if (characters > MOST_CELL_CHARACTERS) {
    complain(findings, `${at}/rows`, `must be less than ${MOST_CELL_CHARACTERS + 1} characters`);
  }
}

function rowsAlike(value: Fields, at: string, findings: Findings): void {
  const widths = Array.isArray(value.rows) ? value.rows.map((cells) => (Array.isArray(cells) ? cells.length : 0)) : [];
  if (new Set(widths).size > 1) complain(findings, `${at}/rows`, 'all rows must have the same number of cells');
}

/** At most 100 rows of 20 cells. */
export const table: Check = object(
  {
    type,
    block_id: blockId,
    rows: required(array(row(cell), { max: 100 })),
    column_settings: optional(
      array(
        (value, at, findings) => {
          // A null keeps the column's default.
          if (value === null) return;
          object({ align: optional(oneOf('left', 'center', 'right')), is_wrapped: optional(boolean) })(
            value,
            at,
            findings,
          );
        },
        { max: MOST_COLUMNS },
      ),
    ),
  },
  cellsFit,
);

/** A header row and 1 to 100 rows of at most 20 cells, with a caption; the header has no rich text. */
export const dataTable: Check = object(
  {
    type,
    block_id: blockId,
    rows: required((value, at, findings) => {
      array(row(cell), { min: 2, max: 101 })(value, at, findings);
      if (
        Array.isArray(value) &&
        Array.isArray(value[0]) &&
        value[0].some((entry) => isFields(entry) && entry.type === 'rich_text')
      ) {
        row(headerCell)(value[0], `${at}/0`, findings);
      }
    }),
    caption: required(string()),
    page_size: optional(integer({ min: 1, max: 100 })),
    row_header_column_index: optional(integer({ min: 0, max: MOST_COLUMNS - 1 })),
  },
  (value, at, findings) => {
    cellsFit(value, at, findings);
    rowsAlike(value, at, findings);
  },
);
