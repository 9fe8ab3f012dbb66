import type { Language } from '#platform/language.ts';
import type { Ground } from '#platform/ground.ts';
import type { Actor, SignedIn } from '#people/model.ts';
import type { Shell } from './routes/shell.ts';

declare global {
  namespace App {
    interface Locals {
      ground: Ground;
      /** Who acts; null too while someone signed in still owes a second factor. */
      actor: Actor | null;
      /** Who signed in by a link, whatever they still owe. */
      person: SignedIn | null;
      language: Language;
    }
    interface Error {
      /** To quote to the operator, who finds it on stderr. */
      reference?: string;
      /** The server could not be reached: nothing is wrong but the network. */
      unreachable?: boolean;
    }
    interface PageData extends Shell {
      readonly language: Language;
      /** The page takes the whole screen: no masthead, no footer (a juror before a candidate). */
      immersive?: boolean;
      /** The tablet shows what it keeps; nobody was asked who is signed in. */
      offline?: boolean;
    }
  }
}

export {};
