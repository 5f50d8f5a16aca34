/** What the rules of test/architecture.test.ts need to know of a source file, read from its syntax tree. */
import { posix } from 'node:path';
import ts from 'typescript';

export interface SourceImport {
  line: number;
  /** Path from the package root for the project's own files ("src/domain.ts"), the package's name for others. */
  target: string;
  isOwn: boolean;
  isTypeOnly: boolean;
}

export interface SourceFacts {
  path: string;
  text: string;
  imports: SourceImport[];
  /** Uses of `process.env` and its like. */
  processUses: { line: number; member: string }[];
  /** Lines that throw an AppError from a catch clause and drop what was caught. */
  lostCauses: number[];
}

/** Members of `process` that only the bin may touch. */
const PROCESS_MEMBERS = new Set(['env', 'argv', 'exit', 'exitCode']);

function packageOf(specifier: string): string {
  const parts = specifier.split('/');
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? specifier);
}

function isTypeOnly(node: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(node)) return node.isTypeOnly;
  const clause = node.importClause;
  if (clause === undefined) return false;
  if (clause.isTypeOnly) return true;
  const named = clause.namedBindings;
  return !clause.name && named !== undefined && ts.isNamedImports(named) && named.elements.every((e) => e.isTypeOnly);
}

/** The module a node loads: `import … from`, `export … from`, `import()`, `require()` and `import('…').Type`. */
function loadedModule(node: ts.Node): { specifier: ts.Node; isTypeOnly: boolean } | undefined {
  if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier) {
    return { specifier: node.moduleSpecifier, isTypeOnly: isTypeOnly(node) };
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    return { specifier: node.argument.literal, isTypeOnly: true };
  }
  if (ts.isCallExpression(node) && node.arguments[0]) {
    const isLoad =
      node.expression.kind === ts.SyntaxKind.ImportKeyword || /^require(\.resolve)?$/.test(node.expression.getText());
    if (isLoad) return { specifier: node.arguments[0], isTypeOnly: false };
  }
  return undefined;
}

/** Reads one source. `path` is from the package root, with forward slashes. */
export function readSourceFacts(path: string, text: string): SourceFacts {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true);
  const facts: SourceFacts = { path, text, imports: [], processUses: [], lostCauses: [] };
  const lineOf = (node: ts.Node): number => file.getLineAndCharacterOfPosition(node.getStart()).line + 1;

  const visit = (node: ts.Node, caught: string | undefined): void => {
    const loaded = loadedModule(node);
    if (loaded && ts.isStringLiteralLike(loaded.specifier)) {
      const specifier = loaded.specifier.text;
      const isOwn = specifier.startsWith('.');
      const target = isOwn ? posix.join(posix.dirname(path), specifier) : packageOf(specifier);
      facts.imports.push({ line: lineOf(node), target, isOwn, isTypeOnly: loaded.isTypeOnly });
    }
    if (ts.isPropertyAccessExpression(node) && node.expression.getText() === 'process') {
      const member = node.name.text;
      if (PROCESS_MEMBERS.has(member)) facts.processUses.push({ line: lineOf(node), member: `process.${member}` });
    }
    if (caught !== undefined && ts.isNewExpression(node) && node.expression.getText() === 'AppError') {
      if (!new RegExp(`\\b(cause|${caught})\\b`).test(node.arguments?.[2]?.getText() ?? ''))
        facts.lostCauses.push(lineOf(node));
    }
    const inside = ts.isCatchClause(node) ? (node.variableDeclaration?.name.getText() ?? 'cause') : caught;
    ts.forEachChild(node, (child) => visit(child, inside));
  };
  visit(file, undefined);
  return facts;
}
