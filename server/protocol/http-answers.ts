import { z } from 'zod';
import type { PlanForecast, SlotSuggestion } from './agenda-wish';
import { type CalibrationKey, type CalibrationSample, calibrationSample } from './calibration';
import { slot } from './commands';
import { COLUMNS, type Conversion } from './guide-source';
import { packKey } from './ids';
import { mine } from './mine';
import { type OpinionAnswer, opinion } from './opinion';
import { anchors, packProblem, packWarning, tip } from './pack';
import type { KeptPack, PackLink, PackReport, PackSummary, ReadItem } from './pack-library';
import { REJECTIONS, type RejectionCode } from './rejections';
import type { KeptSession } from './sessions';
import { type Story, storyText } from './story';
import type { Keeping, ShareLink } from './taking-away';
import { instant } from './units';
import { operation } from './wire';
import { AUDIENCES, ROLES } from './words';

/** The answers of the HTTP routes that no other file here has a schema of, for their description in `openapi.ts`. */

const count = z.int().min(0);

export const rejection = z.strictObject({
  ok: z.literal(false),
  code: z.enum(Object.keys(REJECTIONS) as RejectionCode[]),
  message: z.string(),
});

export const opened = z.strictObject({ roomId: z.string() });

export const address = z.strictObject({ url: z.string() });

export const inviteLinks = z.array(
  z.strictObject({
    inviteId: z.string(),
    role: z.enum(ROLES),
    /** Null if the link must be renewed before it can be shown. */
    url: z.string().nullable(),
    code: z.string().nullable(),
    expiresAt: instant,
    state: z.enum(['live', 'revoked', 'expired']),
    joined: count,
  }),
);

export const keptSessions = z.array(
  z.strictObject({
    id: z.string(),
    device: z.string().nullable(),
    since: instant,
    seen: instant,
    current: z.boolean(),
  }),
) satisfies z.ZodType<KeptSession[]>;

const packSummary = z.strictObject({
  id: z.string(),
  title: z.string(),
  groups: z.array(z.strictObject({ id: z.string(), title: z.string(), questions: count })),
  questions: count,
  exercises: count,
}) satisfies z.ZodType<PackSummary>;

export const keptPack = packSummary.extend({
  no: z.int().min(1),
  updatedAt: instant,
  copy: z.strictObject({ of: z.string(), no: z.int().min(1) }).nullable(),
  until: instant.nullable(),
}) satisfies z.ZodType<KeptPack>;

export const packLists = z.strictObject({ shipped: z.array(packSummary), mine: z.array(keptPack) });

export const packLink = z.strictObject({
  token: z.string().nullable(),
  createdAt: instant,
}) satisfies z.ZodType<PackLink>;

const line = z.int().min(0);
const readPoint = z.strictObject({
  line,
  text: z.string(),
  context: z.string().nullable(),
  mark: z.string().nullable(),
});
const readItem = z.strictObject({
  id: z.string().nullable(),
  kind: z.enum(['question', 'exercise']),
  line,
  title: z.string(),
  task: z.string().nullable(),
  why: z.string().nullable(),
  points: z.array(readPoint),
  answer: z.string().nullable(),
  code: z.string().nullable(),
  followUps: z.array(readPoint),
  weakAnswers: z.array(z.string()),
  anchors: anchors.nullable(),
  level: z.string().nullable(),
  targetSeconds: z.number().nullable(),
  behavioural: z.boolean(),
  language: z.string().nullable(),
  original: z.string().nullable(),
  improved: z.string().nullable(),
  reasons: z.array(readPoint),
  hints: z.array(z.string()),
  samples: z.array(z.strictObject({ rating: z.number(), text: z.string() })),
  tags: z.array(z.string()),
  notes: z.array(z.string()),
}) satisfies z.ZodType<ReadItem>;

export const packReport = z.strictObject({
  ok: z.boolean(),
  title: z.string().nullable(),
  counts: z.strictObject({
    groups: count,
    questions: count,
    keyPoints: count,
    contexts: count,
    exercises: count,
    tips: count,
    answers: count,
  }),
  preview: z.strictObject({
    groups: z.array(
      z.strictObject({ line, title: z.string(), items: z.array(readItem), notes: z.array(z.string()) }),
    ),
    loose: z.array(readItem),
    tips: z.array(tip),
    notes: z.array(z.string()),
  }),
  problems: z.array(packProblem),
  warnings: z.array(packWarning),
  coverage: z.strictObject({
    lines: count,
    used: count,
    notes: count,
    leftOut: count,
    spans: z.array(
      z.strictObject({
        from: line,
        to: line,
        kind: z.enum(['used', 'note', 'left-out']),
        reason: z.string().nullable(),
      }),
    ),
  }),
  kept: keptPack.nullable(),
}) satisfies z.ZodType<PackReport>;

const sourceTable = z.strictObject({
  columns: z.array(z.enum(COLUMNS).nullable()),
  headed: z.boolean(),
  rows: z.array(z.array(z.string())),
});

export const conversion = z.discriminatedUnion('ok', [
  z.strictObject({
    ok: z.literal(true),
    markdown: z.string(),
    notes: z.array(z.string()),
    table: sourceTable.nullable(),
  }),
  z.strictObject({ ok: z.literal(false), message: z.string(), table: sourceTable.nullable() }),
]) satisfies z.ZodType<Conversion>;

export const tidying = z.strictObject({ markdown: z.string().nullable() });

export const slotSuggestion = z.strictObject({
  picks: z.array(slot.extend({ why: z.string() })),
}) satisfies z.ZodType<SlotSuggestion>;

export const planForecast = z.strictObject({
  items: count,
  unheard: count,
  heard: z.array(packKey),
  shares: z.array(
    z.strictObject({
      questions: count,
      exercises: count,
      seconds: z.number(),
      levels: z.array(z.strictObject({ level: z.string(), count })),
      more: count,
    }),
  ),
  repeats: count,
  code: z.strictObject({ exercises: count, left: count, places: count }).nullable(),
  levels: z.array(z.string()),
}) satisfies z.ZodType<PlanForecast>;

export const shareLinks = z.array(
  z.strictObject({
    shareId: z.string(),
    names: z.boolean(),
    label: z.string(),
    createdAt: instant,
    expiresAt: instant,
    state: z.enum(['live', 'revoked', 'expired']),
    openings: count,
  }),
) satisfies z.ZodType<ShareLink[]>;

/** Who could read a note of mine before now: that can't be taken back. */
export const noteReaders = z.strictObject({
  /** The reveal has opened it to the panel. */
  opened: z.boolean(),
  /** The candidate has the scorecard, or had it. */
  published: z.boolean(),
});
export type NoteReaders = z.infer<typeof noteReaders>;

/** Whether others could read my feedback before I changed it: that can't be taken back. */
export const feedbackReaders = z.strictObject({ sent: z.boolean() });
export type FeedbackReaders = z.infer<typeof feedbackReaders>;

export const keeping = z.strictObject({
  kept: count,
  alreadyThere: count,
  changed: count,
  unknown: count,
  problems: z.array(z.string()),
}) satisfies z.ZodType<Keeping>;

export const opinionAnswer = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('would-send'),
    to: z.string(),
    model: z.string(),
    before: z.string(),
    after: z.string(),
  }),
  z.strictObject({ kind: z.literal('opinion'), opinion }),
  z.strictObject({
    kind: z.literal('none'),
    why: z.enum(['unreached', 'too-slow', 'too-long', 'no-sense']),
  }),
]) satisfies z.ZodType<OpinionAnswer>;

/** Its views are those of the live room, which `docs/protocol.md` describes. */
export const replay = z.strictObject({
  startedAt: instant,
  frames: z.array(
    z.strictObject({
      at: instant,
      kinds: z.array(z.string()),
      whole: z
        .strictObject({ audience: z.enum(AUDIENCES), view: z.record(z.string(), z.unknown()), mine })
        .optional(),
      view: z.array(operation).optional(),
      mine: z.array(operation).optional(),
    }),
  ),
});

/** The browsers that have a seat. */
export const devices = z.array(
  z.strictObject({
    id: z.string(),
    /** When it was added; null for the one with which the person joined. */
    at: instant.nullable(),
    byHost: z.boolean(),
    mayEnd: z.boolean(),
    current: z.boolean(),
  }),
);

export const story = storyText.extend({
  id: z.string(),
  revision: count,
  updatedAt: instant,
}) satisfies z.ZodType<Story>;

export const sampleToRate = calibrationSample.extend({
  prompt: z.string(),
  text: z.string(),
}) satisfies z.ZodType<CalibrationSample>;

export const calibrationKey = z.strictObject({
  rating: z.int().min(1).max(5),
  notHigher: z.string().nullable(),
  notLower: z.string().nullable(),
}) satisfies z.ZodType<CalibrationKey>;
