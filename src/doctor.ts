/** `classwise doctor`: looks at everything that can be wrong, and changes nothing. */

import type { Environment } from './config/reader.ts';
import { inspectServerConfig } from './config/server.ts';
import { checkIndex, checkModel, checkVectors } from './doctor/check-index.ts';
import { checkSlack } from './doctor/check-slack.ts';
import { checkDatabase, checkFeedbackLog, checkNode, checkPort } from './doctor/check-surroundings.ts';
import { checkTeams } from './doctor/check-teams.ts';
import { about, type Finding } from './doctor/finding.ts';
import { indexDirectoryFor } from './serve/document-sets.ts';

export type { Finding };

export interface ExamineOptions {
  environment: Environment;
  /** Where relative paths of the environment start. */
  baseDirectory: string;
  indexDirectory: string;
  seedsDirectory: string;
  /** process.version. */
  nodeVersion: string;
}

const CONFIG_REMEDY = 'Correct or unset it; README.md has each variable.';

/** The findings, in the order people read them; each check as soon as it and those before it are done. */
export async function* examine(options: ExamineOptions): AsyncGenerator<Finding> {
  const { environment, baseDirectory, indexDirectory, seedsDirectory, nodeVersion } = options;
  const { config, problems } = inspectServerConfig(environment, baseDirectory);
  const { slack, teams } = config;
  const folders = [...new Set(slack?.channelDocuments.values())];
  const checks: (Finding[] | Promise<Finding[]>)[] = [
    checkNode(nodeVersion),
    problems.map((problem) => about('Variables').problem(`${problem}.`, CONFIG_REMEDY)),
    checkModel(),
    checkVectors(),
    checkIndex('Index', indexDirectory, seedsDirectory),
    ...folders.map((folder) => checkIndex('Channel', indexDirectoryFor(indexDirectory, folder), folder)),
    // What is half configured looks like what is not at all.
    ...(problems.length > 0 && slack === undefined ? [] : [checkSlack(slack)]),
    ...(problems.length > 0 && teams?.credentials === undefined
      ? []
      : [checkTeams(teams?.credentials, { loginUrl: config.teamsLoginUrl, isServed: teams !== undefined })]),
    checkDatabase(config.database),
    checkFeedbackLog(config.feedbackLog),
    checkPort(config.host, config.port),
  ];
  for (const check of checks) yield* await check;
}
