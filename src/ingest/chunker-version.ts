/**
 * Changes whenever the same text would be parsed differently: an index built by another version is stale. A file of its
 * own, because asking checks it and has no other use for the parser.
 */
export const CHUNKER_VERSION = 71;
