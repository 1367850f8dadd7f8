import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { OpinionAnswer, OpinionWish } from '../protocol/opinion';
import { type Asked, asText, questionTo } from './question';
import { jsonOf, readOpinion } from './reading';

/** An OpenAI-compatible service, as the settings name it. */
export interface JudgeSettings {
  url: string;
  model: string;
  key: string | null;
}

/** Gives a second opinion on an answer. It knows nobody's name, and keeps nothing. */
export interface Judge {
  /** Without a transcript, it says what would be sent and asks nobody. */
  opinion(asked: Asked, wish: Pick<OpinionWish, 'transcript'>): Promise<OpinionAnswer>;
}

export interface JudgePorts {
  settings: JudgeSettings;
  /** Milliseconds that an answer may take. */
  patienceMs: number;
  /** Told why there was no answer; never what was asked. */
  failed(reason: unknown): void;
}

/** A local model on a laptop takes this long for a page of text. */
export const PATIENCE_MS = 60_000;
/** More than any opinion takes, or a reason why there is none. */
const ANSWER_BYTES = 64_000;
const TOKENS = 1_200;
/** What services answer to a request that they do not take as it is. */
const NOT_AS_IT_IS: ReadonlySet<number> = new Set([400, 413, 422]);
/** As they name it: context_length_exceeded, maximum context length, the available context size, the prompt is too long. */
const TOO_LONG = /\bcontext[ _](length|size|window)|\btoo long\b/i;

const completion = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1),
});

export function createJudge({ settings, patienceMs, failed }: JudgePorts): Judge {
  const { url, model, key } = settings;
  const endpoint = `${url.replace(/\/+$/, '')}/chat/completions`;
  return {
    opinion: async (asked, { transcript }) => {
      const fence = `=====${randomBytes(6).toString('hex')}=====`;
      if (transcript === null) {
        const gap = randomBytes(12).toString('hex');
        const [before = '', after = ''] = asText(questionTo(asked, gap, fence)).split(gap);
        return { kind: 'would-send', to: new URL(url).host, model, before, after };
      }
      const messages = questionTo(asked, transcript, fence);
      try {
        const signal = AbortSignal.timeout(patienceMs);
        const sends = (manner: object) =>
          fetch(endpoint, {
            method: 'POST',
            headers: { 'content-type': 'application/json', ...(key && { authorization: `Bearer ${key}` }) },
            body: JSON.stringify({ model, messages, ...manner }),
            redirect: 'error',
            signal,
          });
        let response = await sends({ temperature: 0, max_tokens: TOKENS });
        // Models that reason take neither of the two.
        if (NOT_AS_IT_IS.has(response.status)) {
          await response.body?.cancel();
          response = await sends({});
        }
        if (!response.ok) {
          const why = (await isTooLong(response)) ? 'too-long' : 'unreached';
          failed(new Error(`the judge answered ${response.status}`));
          return { kind: 'none', why };
        }
        const answer = completion.safeParse(jsonOf(await textWithin(response, ANSWER_BYTES)));
        const [choice] = answer.success ? answer.data.choices : [];
        const read = choice ? readOpinion(choice.message.content, asked.item, transcript) : 'no-sense';
        return typeof read === 'string' ? { kind: 'none', why: read } : { kind: 'opinion', opinion: read };
      } catch (error) {
        failed(error);
        const isLate = error instanceof DOMException && error.name === 'TimeoutError';
        return { kind: 'none', why: isLate ? 'too-slow' : 'unreached' };
      }
    },
  };
}

async function isTooLong(response: Response): Promise<boolean> {
  if (NOT_AS_IT_IS.has(response.status)) return TOO_LONG.test(await textWithin(response, ANSWER_BYTES));
  await response.body?.cancel();
  return false;
}

/** Empty where there is more of it. */
async function textWithin(response: Response, most: number): Promise<string> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of response.body ?? []) {
    bytes += part.byteLength;
    if (bytes > most) return '';
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}
