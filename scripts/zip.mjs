/** ZIP archives of a few small files. https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT */
import { crc32, deflateRawSync } from 'node:zlib';

/** 1 January 1980, the format's first day: the same files make the same archive. */
const DOS_DATE = 0x21;
const UTF8_NAMES = 0x800;
const DEFLATE = 8;
const VERSION = 20;

/** What both of an entry's headers hold. */
function commonFields({ name, data, packed }) {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(VERSION, 0);
  fields.writeUInt16LE(UTF8_NAMES, 2);
  fields.writeUInt16LE(DEFLATE, 4);
  fields.writeUInt16LE(DOS_DATE, 8);
  fields.writeUInt32LE(crc32(data), 10);
  fields.writeUInt32LE(packed.length, 14);
  fields.writeUInt32LE(data.length, 18);
  fields.writeUInt16LE(name.length, 22);
  return fields;
}

/** An archive of these files: `{ "name": Buffer }`. */
export function createZip(files) {
  const locals = [];
  const entries = [];
  let offset = 0;
  for (const [path, data] of Object.entries(files)) {
    const entry = { name: Buffer.from(path), data, packed: deflateRawSync(data, { level: 9 }) };
    const common = commonFields(entry);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, entry.name, entry.packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    const madeBy = Buffer.from([VERSION, 0]);
    entries.push(Buffer.concat([Buffer.from('PK\x01\x02', 'latin1'), madeBy, common, rest, entry.name]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}
