/**
 * The environment, checked once at the start; what only a server needs is in config/server.ts. Checked by hand: importing zod costs 60 ms, more than half a bare
 * `node -e 0`, and every cold `ask` would pay it.
 */
import { isAbsolute, resolve } from 'node:path';
import { type Environment, isSwitchedOn } from './config/reader.ts';
import { AppError } from './errors.ts';

export interface Config {
  /** Directory of the index (`CLASSWISE_INDEX`); undefined means the default beside package.json. */
  indexDirectory: string | undefined;
  /** Print stack traces of errors (`DEBUG`). */
  debug: boolean;
  /** Never colour output (`NO_COLOR`, https://no-color.org: any value that is not empty). */
  noColor: boolean;
  /** Directory that relative paths on the command line start from. */
  baseDirectory: string;
}

interface Variable {
  name: string;
  /** What the value must look like, as error messages say it. */
  form: string;
  isValid(value: string): boolean;
}

/** Every variable with a form that a value can miss. An unset or empty variable is always valid. */
const CHECKED: readonly Variable[] = [
  { name: 'CLASSWISE_INDEX', form: 'the path of a directory', isValid: (value) => value.trim() !== '' },
  { name: 'INIT_CWD', form: 'an absolute path (npm sets it)', isValid: isAbsolute },
];

/**
 * Reads the environment, or throws one `CONFIG_INVALID` that names every bad variable.
 *
 * npm runs scripts from the package's root and puts the directory the user was in into `INIT_CWD`. A relative path
 * means the user's directory, so that is the base then; anything else that merely inherits npm's variables (a test
 * run's child in another directory) keeps its own working directory.
 */
export function readConfig(environment: Environment, place: { cwd: string; packageRoot: string }): Config {
  const problems = CHECKED.flatMap(({ name, form, isValid }) => {
    const value = environment[name];
    return value && !isValid(value) ? [`${name} is ${JSON.stringify(value)}; expected ${form}`] : [];
  });
  if (problems.length > 0) {
    throw new AppError('CONFIG_INVALID', `The environment is not usable: ${problems.join('. ')}.`, {
      hint: `Correct or unset ${problems.length === 1 ? 'it' : 'them'} and run the command again.`,
    });
  }
  const startedByNpm = environment.npm_lifecycle_event !== undefined && place.cwd === place.packageRoot;
  const baseDirectory = (startedByNpm && environment.INIT_CWD) || place.cwd;
  const index = environment.CLASSWISE_INDEX;
  return {
    indexDirectory: index ? resolve(baseDirectory, index) : undefined,
    debug: isSwitchedOn(environment.DEBUG),
    noColor: Boolean(environment.NO_COLOR),
    baseDirectory,
  };
}
