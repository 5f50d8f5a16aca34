/** The nouns of the project. Types only: no behaviour, no imports. */

/** Half-open range `[start, end)` of UTF-16 code units in a document's extracted text. */
export interface Span {
  start: number;
  end: number;
}

/** A file read into text. `text` is exactly what every offset in the project counts in. */
export interface SourceDocument {
  /** Absolute path of the file: the document's identity in an index. */
  path: string;
  /** Name shown to people and in citations: the file name, or a relative path where two files share a name. */
  source: string;
  /** SHA-256 of the file's bytes, hexadecimal. */
  hash: string;
  text: string;
}

/** A labelled value: "Pay Grade: 56". */
export interface Field extends Span {
  /** Topic of the vocabulary ("pay-grade"), or "other". */
  topic: string;
  /** The label as printed, without its colon. Empty for a value recognised by its shape alone. */
  label: string;
  /** The value as printed, white space folded. */
  value: string;
  /** Where the value alone stands. */
  valueSpan: Span;
}

/** A heading and what stands below it, up to the next heading. */
export interface Section extends Span {
  /** Topic of the vocabulary ("duties"), or "other". */
  topic: string;
  /** Heading as printed, white space folded, without a closing colon. Empty for what precedes the first heading. */
  heading: string;
  headingSpan: Span;
  /** 0 for a main heading, 1 for a heading inside a section. */
  depth: number;
  /** Index of the enclosing section, or -1. */
  parent: number;
  /** A column or row of a table: its head says how what stands in it is meant, and is cited with it. */
  isColumn?: boolean;
}

/**
 * `mark` is what is kept only so that nothing of the document is lost (list numbers, rules, page numbers): never quoted.
 * `lead-in` introduces a list and says nothing by itself ("Knowledge of:").
 */
export type PassageKind = 'title' | 'heading' | 'field' | 'item' | 'lead-in' | 'sentence' | 'mark';

/** The smallest quotable unit. The passages of a document are disjoint, in order, and hold all its visible text. */
export interface Passage extends Span {
  kind: PassageKind;
  /** Index into the spec's `sections`. */
  section: number;
  /** Counts paragraphs and list items in the document, so that sentences of one paragraph can be told. */
  block: number;
  /** Counts sentences in the document: a long sentence's clauses are passages of their own with one number. */
  sentence: number;
}

/** A level of a series that a document names above one text for all: its own lines are `[start, end)`. */
export interface SpecLevel extends Span {
  title: string;
  titleSpan: Span;
  classCode: string | undefined;
}

/** A parsed class specification. */
export interface ClassSpec {
  /** Title as printed, white space folded. */
  title: string;
  titleSpan: Span | undefined;
  classCode: string | undefined;
  /** Employer, agency or department as the header prints it. */
  employer: string | undefined;
  fields: Field[];
  sections: Section[];
  passages: Passage[];
  /** Where the document specifies several classes and names each on a line of its own. */
  levels?: SpecLevel[];
}

/** A document with its parsed specification, as an index holds it. */
export interface IndexedDocument extends SourceDocument {
  /** The ingested file or folder it was found under (absolute path). */
  root: string;
  spec: ClassSpec;
}

/** A pointer to one passage: which document of the index, which passage of its spec. */
export interface PassageRef {
  document: number;
  passage: number;
}

/** A question as asked, with the earlier questions of its thread, oldest first. */
export interface Question {
  text: string;
  history: readonly string[];
}

/** What stands behind a statement. `quote` is the document's text at `[start, end)`. */
export interface Citation extends Span {
  marker: number;
  source: string;
  classTitle: string;
  classCode?: string;
  section: string;
  quote: string;
  /** 1-based line of `start`. */
  line: number;
}

export type AnswerStatus = 'answered' | 'not-found' | 'ambiguous';

/** An answer that has passed the grounding check. */
export interface Answer {
  question: string;
  status: AnswerStatus;
  /** True exactly when `status` is "not-found". */
  abstained: boolean;
  /** Markdown with `[1]` markers. */
  answer: string;
  citations: Citation[];
  /** Next questions that this index can answer, at most three. */
  suggestions: string[];
  mode: 'extractive' | 'model';
  timings: { totalMs: number; [stage: string]: number };
}

/** A passage found by search, with why it ranks where it does. */
export interface RankedPassage extends PassageRef {
  /** 1-based rank in the keyword list; undefined when it is not in it. */
  keywordRank: number | undefined;
  /** BM25+ score; 0 when not in the keyword list. */
  keywordScore: number;
  /** 1-based rank in the vector list; undefined when it is not in it. */
  vectorRank: number | undefined;
  /** Cosine similarity, -1 to 1; 0 when not in the vector list. */
  similarity: number;
  /** Reciprocal-rank-fusion score: unit-less, larger is better. */
  score: number;
}

/** How a question was understood and what was found: what `--explain` shows. */
export interface Explanation {
  kind: string;
  topics: string[];
  classes: { title: string; source: string; how: string }[];
  notes: string[];
  retrieved: (RankedPassage & { source: string; quote: string })[];
}

/** The outcome of one question. */
export interface Asked {
  answer: Answer;
  explanation: Explanation;
}

/** A question of a chat thread and the answer that it got. */
export interface Turn {
  /** Names the answer in buttons and feedback. Unguessable. */
  reference: string;
  message: string;
  thread: string;
  /** Who asked, hashed. */
  user: string;
  question: string;
  answer: Answer;
  /** Milliseconds since 1970. */
  askedAt: number;
}

export type QuestionKind =
  | 'aspect'
  | 'overview'
  | 'compare'
  | 'difference'
  | 'duty'
  | 'list'
  | 'ladder'
  | 'match'
  | 'qualify'
  | 'ambiguous'
  | 'unknown-class'
  | 'judgement'
  | 'talk'
  | 'foreign'
  | 'off-topic';

/** A class that a question names. */
export interface ClassMention {
  /** Title for people, as a document prints it, or as the question does when no document has it. */
  title: string;
  /** Indexes of the documents meant; empty when no document is about the class. */
  documents: number[];
  how: 'title' | 'code' | 'part' | 'level' | 'initials' | 'thread' | 'unknown';
  /** Other documents with a title near to an unknown class, best first. */
  nearest: number[];
  /** Level within a series: 2 for "Clerk II". */
  level: number | undefined;
  /** Where in the question it stands, in words; -1 when it comes from the thread. */
  at: number;
}

/** A word of the question that is neither a class, nor a topic, nor grammar: what it is about. */
export interface FocusTerm {
  word: string;
  stem: string;
}

/** What a question asks. */
export interface Understanding {
  /** The question, cleaned and with its spelling mended. */
  text: string;
  kind: QuestionKind;
  mentions: ClassMention[];
  /** Topics asked for, by the order they stand in the question. */
  topics: string[];
  /** The topics are asked for by words that often mean something else ("how much", "code"). */
  weakTopics: boolean;
  focus: FocusTerm[];
  /** The focus and the words that asked for topics: everything but classes and grammar. */
  content: FocusTerm[];
  /** What it is about are words too common to ask for anything beside others: "does it hire?". */
  lightly?: boolean;
  /** Asks something of one class that it only describes: "how fast must the front desk person type". */
  describes?: boolean;
  /** It describes another class than the thread's: "and the one who runs the branch?". */
  another?: boolean;
  /** Asks for a class by what it does: "who trains …". */
  byWork?: boolean;
  /** Asks which classes supervise the one named, not only whom it reports to. */
  supervisors?: boolean;
  /** The question before is asked again, for where its answer stands or why it is so. */
  again?: 'source' | 'reason';
  /** Language of a `foreign` question, by its English name. */
  language?: string;
  /** A `judgement` on which class a person's work belongs to. */
  classification?: boolean;
  /** Of a judgement: more is said before it than what is asked. */
  told?: boolean;
  /** Words changed by spelling correction and abbreviations: "cordinator" → "coordinator". */
  notes: string[];
}
