import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { crc32, inflateRawSync, inflateSync } from 'node:zlib';
import ajvModule from 'ajv-draft-04';
import { describe, expect, it } from 'vitest';
import { tempDirectory } from '../temp-directory.ts';

const run = promisify(execFile);
const script = fileURLToPath(new URL('../../scripts/teams-package.mjs', import.meta.url));
// Its types say that the class is one level deeper than where Node finds it.
const Ajv = ajvModule as unknown as typeof ajvModule.default;
const APP_ID = '0f0e0d0c-0b0a-4908-8706-050403020100';

/** Runs the script as npm does, from another folder. */
const make = (folder: string, ...options: string[]) =>
  run(process.execPath, [script, ...options], {
    env: { PATH: process.env.PATH, INIT_CWD: folder, TEAMS_APP_ID: APP_ID },
  });

/** The files of an archive, found by its central directory, each with its checksum compared. */
function unzip(archive: Buffer): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  const end = archive.length - 22;
  expect(archive.toString('latin1', end, end + 4)).toBe('PK\x05\x06');
  for (let at = archive.readUInt32LE(end + 16); at < end; ) {
    const nameLength = archive.readUInt16LE(at + 28);
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength);
    const local = archive.readUInt32LE(at + 42);
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const data = inflateRawSync(archive.subarray(start, start + archive.readUInt32LE(at + 20)));
    expect([data.length, crc32(data)]).toEqual([archive.readUInt32LE(at + 24), archive.readUInt32LE(at + 16)]);
    files.set(name, data);
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return files;
}

/** The pixels of a PNG of eight-bit colours with opacity, unfiltered. */
function readPng(png: Buffer): { width: number; height: number; pixels: number[][] } {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const dataAt = png.indexOf('IDAT', 0, 'latin1');
  const rows = inflateSync(png.subarray(dataAt + 4, dataAt + 4 + png.readUInt32BE(dataAt - 4)));
  const pixels = Array.from({ length: width * height }, (_, index) => {
    const at = Math.floor(index / width) * (1 + width * 4) + 1 + (index % width) * 4;
    return [...rows.subarray(at, at + 4)];
  });
  return { width, height, pixels };
}

describe('npm run teams:package', () => {
  it('writes an archive whose manifest is valid by the schema that Microsoft publishes', async () => {
    const folder = tempDirectory();
    await make(folder, '--site', 'https://classwise.example.org/', '--developer', 'City HR');
    const files = unzip(readFileSync(join(folder, 'classwise-teams.zip')));
    expect([...files.keys()]).toEqual(['manifest.json', 'color.png', 'outline.png']);
    const manifest = JSON.parse(files.get('manifest.json')?.toString('utf8') ?? '');
    const schemas = join(
      dirname(createRequire(import.meta.url).resolve('@microsoft/app-manifest/package.json')),
      'build/json-schemas/teams',
    );
    const schema = join(schemas, `v${manifest.manifestVersion}`, 'MicrosoftTeams.schema.json');
    const validate = new Ajv({ strict: false, validateFormats: false }).compile(
      JSON.parse(readFileSync(schema, 'utf8')),
    );
    validate(manifest);
    expect(validate.errors).toBe(null);
    expect(manifest).toMatchObject({
      id: APP_ID,
      validDomains: ['classwise.example.org'],
      developer: { name: 'City HR', privacyUrl: 'https://classwise.example.org/privacy' },
      bots: [{ botId: APP_ID, scopes: ['personal', 'team', 'groupChat'] }],
      composeExtensions: [{ botId: APP_ID, commands: [{ parameters: [{ name: 'question' }] }] }],
    });
    expect(manifest.bots[0].commandLists[0].commands.length).toBeGreaterThan(2);
  });

  it('draws a full-coloured icon, and one that is white on nothing', async () => {
    const folder = tempDirectory();
    await make(folder, '--site', 'https://classwise.example.org', '--out', 'app.zip');
    const files = unzip(readFileSync(join(folder, 'app.zip')));
    const color = readPng(files.get('color.png') ?? Buffer.alloc(0));
    expect([color.width, color.height]).toEqual([192, 192]);
    expect(color.pixels.every(([, , , opacity]) => opacity === 255)).toBe(true);
    const outline = readPng(files.get('outline.png') ?? Buffer.alloc(0));
    expect([outline.width, outline.height]).toEqual([32, 32]);
    const shown = outline.pixels.filter(([, , , opacity = 0]) => opacity > 0);
    expect(shown.length).toBeGreaterThan(50);
    expect(shown.every(([red, green, blue]) => red === 255 && green === 255 && blue === 255)).toBe(true);
  });

  it('is made for trying it out without a site, and says that it is', async () => {
    const folder = tempDirectory();
    const { stderr } = await make(folder);
    expect(stderr).toContain('--site');
    const files = unzip(readFileSync(join(folder, 'classwise-teams.zip')));
    expect(files.get('manifest.json')?.toString('utf8')).toContain('https://example.com/privacy');
  });

  it.each([
    [['--site', 'http://classwise.example.org'], '--site'],
    [['--site', 'https://a.example', '--app-id', 'my-bot'], 'TEAMS_APP_ID'],
    [['--site', 'https://a.example', '--developer', 'x'.repeat(33)], '--developer'],
    [['--colour', 'red'], '--colour'],
  ])('says what is missing: %j', async (options, named) => {
    await expect(make(tempDirectory(), ...options)).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringContaining(named),
    });
  });
});
