/** What people hold or attend: licences, degrees, programmes. It names no class, though a class may be called alike. */
import { vocabularyPart } from '../vocabulary.ts';

const { credentials, credentialInitials } = vocabularyPart<{
  credentials: string[];
  credentialInitials: Record<string, string>;
}>('questions');
const words = new Set(credentials);

/** A word that makes what stands before it something to hold or attend, and no class: "a Registered Nurse license". */
export function isCredential(word: string): boolean {
  return words.has(word);
}

/** True for initials of what people hold ("CPA"): they name no class of other words. */
export function standForCredential(initials: string, title: string): boolean {
  return Object.hasOwn(credentialInitials, initials) && credentialInitials[initials] !== title.toLowerCase();
}
