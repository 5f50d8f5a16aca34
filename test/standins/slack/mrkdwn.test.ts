import { describe, expect, it } from 'vitest';
import { effectsOf, effectsOfMessage } from './mrkdwn.ts';
import { seenText } from './seen.ts';

const NONE = { users: [], groups: [], broadcasts: [], channels: [], links: [] };

describe('what a text notifies and links', () => {
  it('finds users, groups, broadcasts, channels and links', () => {
    expect(
      effectsOf(
        '<@U1> <@W2|ben> <!subteam^S3|@hr> <!here> <!channel> <#C4|general> <https://x.test/?a=1&amp;b=2|there>',
      ),
    ).toEqual({
      users: ['U1', 'W2'],
      groups: ['S3'],
      broadcasts: ['here', 'channel'],
      channels: ['C4'],
      links: [{ url: 'https://x.test/?a=1&b=2', text: 'there' }],
    });
  });

  it('finds nothing in escaped text', () => {
    expect(
      effectsOf('&lt;!channel&gt; &lt;@U1&gt; &lt;https://x.test|click&gt;'.replace('https://', 'https: //')),
    ).toEqual(NONE);
  });

  it('links bare addresses, unless the text is verbatim', () => {
    expect(effectsOf('see https://x.test/a.').links).toEqual([{ url: 'https://x.test/a', text: 'https://x.test/a' }]);
    expect(effectsOf('see https://x.test/a.', { verbatim: true })).toEqual(NONE);
    expect(effectsOf('<!channel>', { verbatim: true }).broadcasts).toEqual(['channel']);
  });

  it('takes @channel and <strange> for text', () => {
    expect(effectsOf('@channel @here <strange> a < b > c')).toEqual(NONE);
  });

  it('looks into blocks: mrkdwn notifies, plain text does not', () => {
    const section = (type: string) => [{ type: 'section', text: { type, text: '<!channel>' } }];
    expect(effectsOfMessage({ blocks: section('mrkdwn') }).broadcasts).toEqual(['channel']);
    expect(effectsOfMessage({ blocks: section('plain_text') })).toEqual(NONE);
  });

  it('looks into rich text, tables, containers and markdown', () => {
    const mention = {
      type: 'rich_text',
      elements: [{ type: 'rich_text_section', elements: [{ type: 'user', user_id: 'U1' }] }],
    };
    const container = {
      type: 'container',
      child_blocks: [{ type: 'table', rows: [[mention, { type: 'raw_text', text: '<@U2>' }]] }],
    };
    expect(effectsOfMessage({ blocks: [container] }).users).toEqual(['U1']);
    expect(effectsOfMessage({ blocks: [{ type: 'markdown', text: '[here](https://x.test) <@U3>' }] })).toEqual({
      ...NONE,
      users: ['U3'],
      links: [{ url: 'https://x.test', text: 'here' }],
    });
  });
});

describe('what a person reads', () => {
  it('is the blocks when there are any', () => {
    const blocks = [
      { type: 'header', text: { type: 'plain_text', text: 'A & B' } },
      { type: 'section', text: { type: 'mrkdwn', text: 'a &amp; <https://x.test|b>' } },
      {
        type: 'table',
        rows: [
          [
            { type: 'raw_text', text: '1' },
            { type: 'raw_text', text: '2' },
          ],
        ],
      },
    ];
    expect(seenText({ text: 'never shown', blocks })).toBe('A & B\na & b\n1 | 2');
    expect(seenText({ text: 'shown &lt;b&gt;' })).toBe('shown <b>');
  });
});
