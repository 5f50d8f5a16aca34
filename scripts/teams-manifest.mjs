/** The manifest of the Teams app. https://learn.microsoft.com/microsoft-365/extensibility/schema */

const SCHEMA = '1.30';

/**
 * Prompts that documents of any employer can answer. Teams shows them in place of a greeting; those that end with a
 * space wait for a class title or for duties.
 */
const PROMPTS = [
  ['Find the class for some duties', 'Which class fits these duties?', 'Which class fits these duties: '],
  ['Minimum qualifications', 'What a class requires, word for word', 'What are the minimum qualifications of '],
  ['Compare two classes', 'Side by side, each statement quoted', 'Compare '],
  ['Exempt classes', 'Every class that is FLSA exempt', 'Which classes are FLSA exempt?'],
  ['Classes with a degree', 'Every class that requires a degree', 'Which classes require a degree?'],
];

/**
 * Makes the manifest. `appId` is the Azure Bot's, `site` the https address of the deployment or of the employer (its
 * pages /privacy and /terms are named), `version` a semantic version, `developer` at most 32 characters.
 */
export function createManifest({ appId, site, version, developer }) {
  const page = (path) => new URL(path, site).href;
  const commands = PROMPTS.map(([title, description, prompt]) => ({ title, description, type: 'prompt', prompt }));
  return {
    $schema: `https://developer.microsoft.com/json-schemas/teams/v${SCHEMA}/MicrosoftTeams.schema.json`,
    manifestVersion: SCHEMA,
    version,
    id: appId,
    developer: {
      name: developer,
      websiteUrl: page('/'),
      privacyUrl: page('/privacy'),
      termsOfUseUrl: page('/terms'),
    },
    name: { short: 'Classwise', full: 'Classwise: answers from class specifications' },
    description: {
      short: 'Answers questions about job classes, with the passage behind every statement.',
      full: 'Ask about duties, qualifications, pay grades and how classes differ. Every answer quotes the class specifications word for word and says where each passage stands. What they do not say, it says they do not say.',
    },
    icons: { color: 'color.png', outline: 'outline.png' },
    accentColor: '#0B5563',
    bots: [
      {
        botId: appId,
        scopes: ['personal', 'team', 'groupChat'],
        isNotificationOnly: false,
        supportsFiles: false,
        commandLists: [{ scopes: ['personal', 'team', 'groupChat'], commands }],
      },
    ],
    composeExtensions: [
      {
        botId: appId,
        commands: [
          {
            id: 'find',
            type: 'query',
            title: 'Find a passage',
            description: 'Find what the class specifications say, and send it with its source.',
            initialRun: false,
            context: ['compose', 'commandBox'],
            parameters: [
              {
                name: 'question',
                title: 'Class or question',
                description: 'A class title, or a question about one',
                inputType: 'text',
              },
            ],
          },
        ],
      },
    ],
    permissions: ['identity', 'messageTeamMembers'],
    validDomains: [new URL(site).hostname],
    defaultInstallScope: 'personal',
    defaultGroupCapability: { team: 'bot', groupchat: 'bot', meetings: 'bot' },
    // Shared and private channels too.
    supportsChannelFeatures: 'tier1',
  };
}
