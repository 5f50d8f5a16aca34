/** `npm run teams:package`: the zip file that is uploaded to Teams. */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { colorIcon, outlineIcon } from './teams-icons.mjs';
import { createManifest } from './teams-manifest.mjs';
import { createZip } from './zip.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const USAGE = `npm run teams:package -- --site https://classwise.example.org [--app-id GUID] [--developer NAME] [--out FILE]
  --site       https address of the deployment or the employer; its pages /privacy and /terms are named to users
               (default: https://example.com, which is good for trying it out only)
  --app-id     the Azure Bot's Microsoft App ID (default: TEAMS_APP_ID)
  --developer  who offers the app, at most 32 characters (default: Human Resources)
  --out        the file to write (default: classwise-teams.zip)`;
/** Reserved for examples (RFC 2606): a manifest must name some site. */
const PLACEHOLDER_SITE = 'https://example.com';
const GUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** Ends with exit status 2, wrong usage. */
function refuse(problem) {
  console.error(`${problem}\n${USAGE}`);
  process.exit(2);
}

function readOptions() {
  const text = { type: 'string' };
  try {
    return parseArgs({ options: { site: text, 'app-id': text, developer: text, out: text } }).values;
  } catch (error) {
    return refuse(error.message);
  }
}

try {
  process.loadEnvFile(resolve(root, '.env'));
} catch (error) {
  if (error.code !== 'ENOENT') throw error;
}
const options = readOptions();
const appId = options['app-id'] ?? process.env.TEAMS_APP_ID ?? '';
const developer = options.developer ?? 'Human Resources';
const site = options.site ?? PLACEHOLDER_SITE;
if (!GUID.test(appId)) refuse("Give the bot's Microsoft App ID, a GUID, as TEAMS_APP_ID or --app-id.");
if (!URL.canParse(site) || new URL(site).protocol !== 'https:')
  refuse('--site is an address that begins with https://.');
if (developer === '' || developer.length > 32) refuse('--developer has 1 to 32 characters.');

const { version } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8'));
const manifest = createManifest({ appId: appId.toLowerCase(), site, version, developer });
// npm changes to the package's root: a relative path starts from where the user is.
const out = resolve(process.env.INIT_CWD ?? '.', options.out ?? 'classwise-teams.zip');
writeFileSync(
  out,
  createZip({
    'manifest.json': Buffer.from(`${JSON.stringify(manifest, undefined, 2)}\n`),
    'color.png': colorIcon(),
    'outline.png': outlineIcon(),
  }),
);
console.log(`Wrote ${out}. Upload it in Teams: Apps, Manage your apps, Upload an app.`);
if (options.site === undefined)
  console.error(
    `It names ${PLACEHOLDER_SITE} for privacy and terms of use. Make it again with --site before others use it.`,
  );
