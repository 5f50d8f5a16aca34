/**
 * Lines of a stream. Not node:readline: that also breaks at U+2028 and U+2029, which JSON allows inside a string.
 */
export async function* readLines(stream: AsyncIterable<Buffer | string>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of stream) {
    const text = typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    // Only the new chunk is searched: a line of many chunks is not scanned again with each of them.
    const lines = text.split('\n');
    lines[0] = rest + lines[0];
    rest = lines.pop() ?? '';
    for (const line of lines) yield withoutReturn(line);
  }
  rest += decoder.decode();
  if (rest !== '') yield withoutReturn(rest);
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}

/** All of a stream as text. */
export async function readAll(stream: AsyncIterable<Buffer | string>): Promise<string> {
  const lines: string[] = [];
  for await (const line of readLines(stream)) lines.push(line);
  return lines.join('\n');
}
