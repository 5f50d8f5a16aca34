/**
 * The environment of what runs for long: `start`, `doctor` and `gaps`. Read by them alone, so that neither a cold `ask`
 * nor somebody who only asks in a terminal has to do with it.
 */
import { resolve } from 'node:path';
import { AppError } from '../errors.ts';
import type { HistoryPlace } from '../history/open.ts';
import { createReader, type Environment, isWebAddress, type Reader } from './reader.ts';
import { readSlackConfig, type SlackConfig } from './slack.ts';
import { readTeamsConfig, type TeamsConfig } from './teams.ts';

export interface ServerConfig {
  /** `HOST` and `PORT` of the one HTTP server; port 0 is any that is free. */
  host: string;
  port: number;
  slack: SlackConfig | undefined;
  /** Without credentials when nothing at all is configured; undefined when only Slack is. */
  teams: TeamsConfig | undefined;
  /** `TEAMS_LOGIN_URL`: where the doctor asks Microsoft for a token. */
  teamsLoginUrl: string;
  /** `DATABASE_URL`. */
  database: HistoryPlace;
  /** `FEEDBACK_LOG`: absolute path. */
  feedbackLog: string | undefined;
  /** `LOG_TEXT`: questions may stand in the log. */
  logText: boolean;
  /** `RATE_LIMIT_QUESTIONS` in `RATE_LIMIT_SECONDS`, of one user. */
  rateLimit: { questions: number; windowMs: number };
}

const DEFAULT_PORT = 3978;
const LOOPBACK = /^(?:localhost|127\.\d+\.\d+\.\d+|::1)$/;

function readDatabase(reader: Reader, resolvePath: (path: string) => string): HistoryPlace {
  const url = reader.readSecret(
    'DATABASE_URL',
    'sqlite:PATH or postgres://USER:PASSWORD@HOST/NAME',
    /^(?:sqlite:.|postgres(?:ql)?:\/\/.)/,
  );
  if (url === undefined) return { kind: 'memory' };
  if (url.startsWith('sqlite:')) return { kind: 'sqlite', path: resolvePath(url.slice('sqlite:'.length)) };
  if (!URL.canParse(url)) {
    reader.problems.push(
      'DATABASE_URL is no address (its value is not shown); write special characters of the password as %23 for # and so on',
    );
  }
  return { kind: 'postgres', url };
}

/** The configuration, and every problem with it as a sentence. With problems the configuration is not to be used. */
export function inspectServerConfig(
  environment: Environment,
  baseDirectory: string,
): { config: ServerConfig; problems: string[] } {
  const reader = createReader(environment);
  const resolvePath = (path: string) => resolve(baseDirectory, path);
  const slack = readSlackConfig(reader, resolvePath);
  const teams = readTeamsConfig(reader, resolvePath);
  const host = reader.read('HOST', 'a host name or address', /^[\w.:-]+$/) ?? '127.0.0.1';
  const isDevelopment = slack === undefined && teams.credentials === undefined && reader.problems.length === 0;
  if (isDevelopment && !LOOPBACK.test(host)) {
    reader.problems.push(
      `HOST is ${JSON.stringify(host)}, but neither Slack nor Teams is configured; what has no authentication is served on loopback only`,
    );
  }
  const feedbackLog = reader.read('FEEDBACK_LOG', 'the path of a file', () => true);
  const config: ServerConfig = {
    host,
    port: reader.readNumber('PORT', { from: 0, to: 65_535, otherwise: DEFAULT_PORT }),
    slack,
    teams: teams.credentials === undefined && slack !== undefined ? undefined : teams,
    teamsLoginUrl: reader.read('TEAMS_LOGIN_URL', 'a web address', isWebAddress) ?? 'https://login.microsoftonline.com',
    database: readDatabase(reader, resolvePath),
    feedbackLog: feedbackLog && resolvePath(feedbackLog),
    logText: reader.readSwitch('LOG_TEXT'),
    rateLimit: {
      questions: reader.readNumber('RATE_LIMIT_QUESTIONS', { from: 1, to: 10_000, otherwise: 20 }),
      windowMs: 1_000 * reader.readNumber('RATE_LIMIT_SECONDS', { from: 1, to: 86_400, otherwise: 60 }),
    },
  };
  return { config, problems: reader.problems };
}

/** As `inspectServerConfig`, or throws one `CONFIG_INVALID` that names every problem. */
export function readServerConfig(environment: Environment, baseDirectory: string): ServerConfig {
  const { config, problems } = inspectServerConfig(environment, baseDirectory);
  if (problems.length === 0) return config;
  throw new AppError('CONFIG_INVALID', `The environment is not usable: ${problems.join('. ')}.`, {
    hint: `Correct or unset ${problems.length === 1 ? 'it' : 'them'} and run the command again; README.md has each variable.`,
  });
}
