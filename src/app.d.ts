import type { Language } from '#platform/language.ts';
import type { Ground } from '#platform/ground.ts';
import type { Actor } from '#people/model.ts';
import type { Shell } from './routes/shell.ts';

declare global {
  namespace App {
    interface Locals {
      ground: Ground;
      actor: Actor | null;
      language: Language;
    }
    interface PageData extends Shell {
      readonly language: Language;
    }
  }
}

export {};
