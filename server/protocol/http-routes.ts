import { z } from 'zod';
import { agendaWish, sharesWish, slotsWish, suggestion } from './agenda-wish';
import { bank } from './bank';
import { calibrationRating, calibrationWish } from './calibration';
import { pastedSource } from './guide-source';
import {
  address,
  calibrationKey,
  conversion,
  devices,
  feedbackReaders,
  inviteLinks,
  keeping,
  keptPack,
  keptSessions,
  noteReaders,
  opened,
  opinionAnswer,
  packLink,
  packLists,
  packReport,
  planForecast,
  replay,
  sampleToRate,
  shareLinks,
  slotSuggestion,
  story,
  tidying,
} from './http-answers';
import { roomId } from './ids';
import { opinionWish } from './opinion';
import { packOutline } from './outline';
import { playback } from './playback';
import {
  comeBackWish,
  feedbackWish,
  inviteWish,
  joinWish,
  nameWish,
  noteSharing,
  returnLinkWish,
  returnWish,
  roomSetup,
  shareWish,
} from './requests';
import { scorecard } from './scorecard';
import { SIGNATURES, scorecardFile } from './scorecard-file';
import { storyChange, storyText } from './story';
import { practiceWish, practisedIn, spokenAnswer, tryOutWish } from './try-out';

/** A body that is not JSON of ours, by its media type; with a schema if it is JSON all the same. */
export interface Media {
  type: string;
  schema?: z.ZodType;
}

export interface HttpRoute {
  summary: string;
  /** Who gets an answer; `anybody`: also somebody who is signed out. */
  for: 'signed-in' | 'anybody';
  /** What a query may contain, with what it means. */
  query?: Record<string, string>;
  body?: z.ZodType | Media;
  /** JSON in `{ ok: true, value }`, or the whole answer. */
  answer: { value: z.ZodType } | { whole: Media[] };
}

const nothing = z.null();
const calendar: Media = { type: 'text/calendar' };
const markdown: Media = { type: 'text/markdown' };
const bytes: Media = { type: 'application/octet-stream' };
const json = (schema: z.ZodType): Media => ({ type: 'application/json', schema });
const asValue = (value: z.ZodType) => ({ value });
const FILE = { whole: [json(scorecardFile), { type: 'text/markdown' }, { type: 'text/csv' }] };
/** As in the address of the history. They count when no round is named. */
const FILTERS = {
  pack: 'the pack’s id',
  competency: 'a competency’s id',
  role: 'my role in the round',
  format: '`led`, `peer` or `alone`',
  from: 'the first day, as in `2026-10-01`',
  to: 'the last day',
  zone: 'the time zone of the days; UTC if it is not named',
  person: 'part of a name',
  words: 'words, each of which must occur',
};
const FORM = { form: '`json` (usual), `md` or `csv`' };

function own(
  summary: string,
  value: z.ZodType,
  body?: HttpRoute['body'],
  query?: HttpRoute['query'],
): HttpRoute {
  return {
    summary,
    for: 'signed-in',
    answer: asValue(value),
    ...(body && { body }),
    ...(query && { query }),
  };
}

function open(
  summary: string,
  value: z.ZodType,
  body?: HttpRoute['body'],
  query?: HttpRoute['query'],
): HttpRoute {
  return { ...own(summary, value, body, query), for: 'anybody' };
}

/** Every route under `app/api`, by its method and address. */
export const HTTP_ROUTES: Record<string, HttpRoute> = {
  'GET /api/openapi': {
    summary: 'This description.',
    for: 'anybody',
    answer: { whole: [json(z.looseObject({ openapi: z.string() }))] },
  },
  'GET /api/auth/{nextauth}': {
    summary: 'Sign-in, by next-auth (version 4): `csrf`, `providers`, `session`, `signin`, `callback/…`.',
    for: 'anybody',
    answer: { whole: [json(z.unknown()), { type: 'text/html' }] },
  },
  'POST /api/auth/{nextauth}': {
    summary: 'Sign-in and sign-out, by next-auth, with its `csrfToken`.',
    for: 'anybody',
    body: { type: 'application/x-www-form-urlencoded' },
    answer: { whole: [json(z.unknown())] },
  },

  'POST /api/account/name': own('A new name.', z.strictObject({ name: z.string() }), nameWish),
  'GET /api/account/sessions': own('Where I am signed in, the last seen first.', keptSessions),
  'DELETE /api/account/sessions': own('Ends my other sessions.', nothing),
  'DELETE /api/account/sessions/{sessionId}': own('Ends one of my sessions.', nothing),
  'GET /api/account/sign-out-address': own(
    'Where I sign out at my issuer after signing out here; null: nowhere.',
    z.string().nullable(),
  ),
  'POST /api/account/sign-out-everywhere': own('Ends all my sessions.', nothing),

  'POST /api/rooms': own('Opens a room. The person who asks is its host.', opened, roomSetup),
  'POST /api/rooms/join': own('Takes the seat behind an invite link.', opened, joinWish),
  'POST /api/rooms/return': own('Takes the seat behind a return link.', opened, returnWish),
  'POST /api/rooms/{roomId}/return': own('Returns to a room that I left.', opened, comeBackWish),
  'POST /api/rooms/{roomId}/return-link': own('My own return link.', address, returnLinkWish),
  'GET /api/rooms/{roomId}/bank/{bankId}': {
    summary: 'Everything that may be pushed now, for the panel. It never changes under its address.',
    for: 'signed-in',
    answer: { whole: [json(bank)] },
  },
  'GET /api/rooms/{roomId}/forecast': own(
    'What the plan gives the people in the room, for its host.',
    planForecast,
  ),
  'GET /api/rooms/{roomId}/warm-up': own(
    'When those who rate last warmed up together with the pack (ms), for the host; null if they did not within a month.',
    z.number().nullable(),
  ),
  'POST /api/rooms/{roomId}/suggestion': own(
    'An agenda for a led room, for its host.',
    suggestion,
    agendaWish,
  ),
  'POST /api/rooms/{roomId}/slot-suggestion': own(
    'An agenda for each person of a peer room, for its host.',
    slotSuggestion,
    slotsWish,
  ),
  'GET /api/rooms/{roomId}/invites': own('The links of a room, for its host.', inviteLinks),
  'POST /api/rooms/{roomId}/invites': own(
    'A new link for a role. The earlier one stops working.',
    inviteLinks,
    inviteWish,
  ),
  'DELETE /api/rooms/{roomId}/invites/{inviteId}': own('Turns a link off.', inviteLinks),
  'GET /api/rooms/{roomId}/rounds/{roundId}/preview': own(
    'The scorecard that the candidate would get, for the host.',
    scorecard,
    undefined,
    { sharing: 'JSON: what would be shared' },
  ),

  'GET /api/rooms/{roomId}/devices': own('The browsers that have my seat, the first one first.', devices),
  'DELETE /api/rooms/{roomId}/devices/{deviceId}': own('Takes my seat from another of my browsers.', devices),
  'GET /api/rooms/{roomId}/calendar': {
    summary: 'The time of my next round.',
    for: 'signed-in',
    answer: { whole: [calendar] },
  },
  'GET /api/invites/{token}/calendar': {
    summary: 'The time that an invite names, or named before it was called off.',
    for: 'anybody',
    answer: { whole: [calendar] },
  },

  'GET /api/stories': own('My stories for behavioural questions.', z.array(story)),
  'POST /api/stories': own('Adds a story.', story, storyText),
  'PUT /api/stories/{storyId}': own('Changes my story, if nobody else has since.', story, storyChange),
  'DELETE /api/stories/{storyId}': own('Deletes my story.', nothing),
  'DELETE /api/stories': own('Deletes all my stories.', nothing),
  'POST /api/calibration/next': own(
    'A sample answer that I have not rated; null: none is left. Its question counts as heard.',
    sampleToRate.nullable(),
    calibrationWish,
  ),
  'POST /api/calibration': own(
    'Rates a sample answer. The answer is how the pack rates it.',
    calibrationKey,
    calibrationRating,
  ),

  'GET /api/packs': own('The packs that ship, and my own.', packLists),
  'POST /api/packs': own('Keeps Markdown as a pack.', keptPack, markdown, {
    for: '`once`: for a day, for one room',
  }),
  'PUT /api/packs/{packId}': own('Saves a new version of my pack.', keptPack, markdown, {
    seen: 'the number of the version that this one follows',
  }),
  'DELETE /api/packs/{packId}': own('Removes my pack.', nothing),
  'POST /api/packs/{packId}/put-back': own('Undoes a removal.', nothing),
  'POST /api/packs/{packId}/duplicate': own('Makes a copy of my own.', keptPack),
  'GET /api/packs/{packId}/link': own(
    'The link by which a teammate gets a copy; null: none.',
    packLink.nullable(),
  ),
  'POST /api/packs/{packId}/link': own('A new link. The earlier one stops working.', packLink),
  'DELETE /api/packs/{packId}/link': own('Turns the link off.', nothing),
  'POST /api/packs/shared/{token}': own('Takes a copy of the pack behind a link.', keptPack),
  'GET /api/packs/{packId}/source': {
    summary: 'The Markdown of a pack that ships, or of my own.',
    for: 'anybody',
    query: { no: 'an earlier version’s number' },
    answer: { whole: [markdown] },
  },
  'GET /api/packs/{packId}/outline': {
    summary: 'What set-up needs of a pack: no key points, no anchors.',
    for: 'anybody',
    answer: { whole: [json(packOutline)] },
  },
  'POST /api/packs/{packId}/suggestion': open('An agenda.', suggestion, agendaWish),
  'POST /api/packs/{packId}/slot-suggestion': open(
    'An agenda for each person of a rotation.',
    slotSuggestion,
    slotsWish,
  ),
  'POST /api/packs/{packId}/forecast': open(
    'What each person of a rotation would get.',
    planForecast,
    sharesWish,
  ),
  'POST /api/packs/read': open('Reads Markdown and keeps nothing.', packReport, markdown),
  'POST /api/packs/tidy': open('Markdown in the documented form. Keeps nothing.', tidying, markdown),
  'POST /api/packs/convert/file': open('Turns a file into Markdown. Keeps nothing.', conversion, bytes, {
    name: 'the file’s name',
    table: 'JSON: how a table is read',
  }),
  'POST /api/packs/convert/paste': open(
    'Turns pasted text into Markdown. Keeps nothing.',
    conversion,
    pastedSource,
  ),

  'POST /api/try-outs': own('Opens a room among simulated people.', opened, tryOutWish),
  'GET /api/try-outs/{roomId}/spoken': own('What a simulated person says now.', spokenAnswer.nullable()),
  'POST /api/practice': own('Opens a room to practise alone in.', opened, practiceWish),
  'POST /api/practice/gone': own(
    'Which of these rooms are gone, so that a browser deletes what it has of them.',
    z.array(roomId),
    practisedIn,
  ),
  'GET /api/practice/{roomId}/opinion': own('Whether there is a judge to ask.', z.boolean()),
  'POST /api/practice/{roomId}/opinion': own('A machine’s opinion on my answer.', opinionAnswer, opinionWish),

  'GET /api/sample/replay': open('The sample round, moment by moment.', replay),
  'GET /api/replays/{roomId}/{roundId}': own('A round as I saw it, moment by moment.', replay),
  'GET /api/scorecards': {
    summary: 'Scorecards in one file: those that are named, or all of mine that match.',
    for: 'signed-in',
    query: { round: '`roomId/roundId`, up to 100 times', ...FILTERS, ...FORM },
    answer: FILE,
  },
  'GET /api/scorecards/schema': {
    summary: 'The JSON Schema of a file of scorecards.',
    for: 'anybody',
    answer: { whole: [{ type: 'application/schema+json', schema: z.looseObject({}) }] },
  },
  'GET /api/scorecards/{roomId}/{roundId}': {
    summary: 'One scorecard as a file.',
    for: 'signed-in',
    query: FORM,
    answer: FILE,
  },
  'GET /api/scorecards/{roomId}/{roundId}/{askId}/playback': own(
    'How the code of an exercise was written.',
    playback,
  ),
  'GET /api/scorecards/{roomId}/{roundId}/shares': own('My share links to a round.', shareLinks),
  'POST /api/scorecards/{roomId}/{roundId}/shares': own(
    'A new share link. Its address is told once.',
    address,
    shareWish,
  ),
  'POST /api/scorecards/{roomId}/{roundId}/notes': own(
    'Shares a note of mine with others than before. The answer says who could read it by then.',
    noteReaders,
    noteSharing,
  ),
  'POST /api/scorecards/{roomId}/{roundId}/feedback': own(
    'Changes my feedback about a round that I rated. The answer says whether others could read the earlier text.',
    feedbackReaders,
    feedbackWish,
  ),
  'POST /api/shares/opened/{token}': open('Counts that a share link’s page was shown.', nothing),
  'DELETE /api/shares/{shareId}': own('Ends a share link.', nothing),
  'POST /api/scorecards/kept': own('Imports a file of scorecards.', keeping, json(scorecardFile)),
  'GET /api/scorecards/kept/{keptId}': {
    summary: 'An imported scorecard as a file.',
    for: 'signed-in',
    query: FORM,
    answer: FILE,
  },
  'POST /api/scorecards/kept/{keptId}': own(
    'Asks again who signed an imported scorecard.',
    z.enum(SIGNATURES),
  ),
  'DELETE /api/scorecards/kept/{keptId}': own('Removes an imported scorecard.', nothing),
};
