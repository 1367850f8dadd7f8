import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { OpinionAnswer, OpinionWish } from '../protocol/opinion';
import { type Asked, asText, questionTo } from './question';
import { readOpinion } from './reading';

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
/** More than any opinion takes. */
const ANSWER_BYTES = 64_000;
const TOKENS = 1_200;

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
        if (response.status === 400) response = await sends({});
        if (!response.ok) throw new Error(`the judge answered ${response.status}`);
        const answer = completion.safeParse(await jsonWithin(response, ANSWER_BYTES));
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

/** Null for what is no JSON, or too much of it. */
async function jsonWithin(response: Response, most: number): Promise<unknown> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of response.body ?? []) {
    bytes += part.byteLength;
    if (bytes > most) return null;
    parts.push(part);
  }
  try {
    return JSON.parse(Buffer.concat(parts).toString('utf8'));
  } catch {
    return null;
  }
}
