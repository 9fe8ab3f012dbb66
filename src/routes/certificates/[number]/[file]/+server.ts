import { readCredentialFile } from '#parchment';
import { valueOr } from '../../../answer.ts';
import { download } from '../../../download.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) => {
  const { ground, actor, language } = locals;
  const { content, fileName, mediaType } = valueOr(
    await readCredentialFile(ground, actor, params.number, params.file),
    language
  );
  return download(content, fileName, mediaType);
};
