import nodemailer from 'nodemailer';
import type { Config } from './config.ts';
import { refuse, ok, type Refusal, type Result } from './result.ts';

export interface Letter {
  to: string;
  subject: string;
  text: string;
  attachments?: { filename: string; content: Uint8Array | string; contentType: string }[];
}

export interface Mailer {
  /** Set when no letter can ever leave: then it can be said before anything is looked up. */
  readonly unavailable?: Refusal;
  send(letter: Letter): Promise<Result<'sent'>>;
}

/**
 * Mail over SMTP when SMTP_URL is set. A demonstration without SMTP prints to the terminal; any
 * other installation without SMTP refuses, and says which setting is missing.
 */
export function openMailer(config: Config): Mailer {
  if (config.smtpUrl) return smtpMailer(config.smtpUrl, config.mailFrom);
  if (config.demo) return terminalMailer;
  const unset = refuse(
    'mail.unset',
    'Le courrier électronique n’est pas configuré\u00a0: demandez à l’exploitant de renseigner SMTP_URL.',
    'E-mail is not set up: ask the operator to set SMTP_URL.'
  );
  return { unavailable: unset.error, send: async () => unset };
}

function smtpMailer(url: string, from: string): Mailer {
  const transport = nodemailer.createTransport({
    url,
    connectionTimeout: 10_000,
    socketTimeout: 20_000
  });
  return {
    async send({ attachments = [], ...letter }) {
      try {
        await transport.sendMail({
          from,
          ...letter,
          attachments: attachments.map((part) => ({
            ...part,
            content: typeof part.content === 'string' ? part.content : Buffer.from(part.content)
          }))
        });
        return ok('sent');
      } catch {
        return refuse(
          'mail.failed',
          'Le message n’a pas pu partir : réessayez dans quelques minutes.',
          'The message could not be sent: try again in a few minutes.'
        );
      }
    }
  };
}

const terminalMailer: Mailer = {
  async send(letter) {
    process.stdout.write(`\n✉  ${letter.to} — ${letter.subject}\n${letter.text}\n`);
    return ok('sent');
  }
};
