/** Files that come with the program, wherever it is installed. */
import { fileURLToPath } from 'node:url';

/** The absolute path of a file of the package, given from its folder: the folder above src/, and above dist/. */
export function packageFile(path: string): string {
  return fileURLToPath(new URL(`../${path}`, import.meta.url));
}
