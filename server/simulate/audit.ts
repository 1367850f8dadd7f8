import { isDeepStrictEqual } from 'node:util';
import type { Bank } from '../protocol/bank';
import { ownOf } from '../protocol/in-order';
import { type CandidateView, type PanelView, VIEW_SCHEMAS } from '../protocol/views';
import { cursorFrame, fullFrame } from '../protocol/wire';
import type { KeptFrame, Look, SentCommand, SimulatedPerson } from './simulated-person';
import type { PlayedRoom } from './simulated-room';

export interface Findings {
  /** Acknowledged texts that nobody entitled to them can find. */
  lost: string[];
  /** Things that took effect more than once. */
  duplicated: string[];
  /** People whose view differs from the server's. */
  diverged: string[];
  /** Frames with something that their reader may not know. */
  leaks: string[];
  /** People whose copy of a text differed from the candidate's. */
  textsDiverged: string[];
}

/** Audits a played room: every answer, every final view, every frame that anybody received. */
export async function auditRoom({ people }: PlayedRoom): Promise<Omit<Findings, 'textsDiverged'>> {
  const diverged: string[] = [];
  for (const person of people) if (hasDiverged(await person.looks())) diverged.push(person.name);
  return { ...auditFrames(people), diverged };
}

/** The findings from frames and answers alone. */
export function auditFrames(people: SimulatedPerson[]): Omit<Findings, 'diverged' | 'textsDiverged'> {
  return { ...wordsOf(people), leaks: [...secretsFound(people), ...people.flatMap(schemaBreaks)] };
}

function hasDiverged({ frame, known }: Look): boolean {
  return !isDeepStrictEqual(known, frame && { audience: frame.audience, view: frame.view, mine: frame.mine });
}

/** Every text is unique, so each acknowledged one can be searched for in its readers' frames. */
function wordsOf(people: SimulatedPerson[]): Pick<Findings, 'lost' | 'duplicated'> {
  const lost: string[] = [];
  const duplicated: string[] = [];
  for (const person of people) {
    for (const { command, ack } of person.sent) {
      const text = textOf(command);
      if (!ack.ok || text === null) continue;
      const readers = command.type === 'SendMessage' ? people : [person];
      const counts = readers.flatMap((reader) =>
        reader.frames.flatMap((frame) => frame.parts.map((part) => occurrences(part, text))),
      );
      if (Math.max(0, ...counts) === 0) lost.push(text);
      if (Math.max(0, ...counts) > 1) duplicated.push(text);
    }
  }
  return { lost, duplicated };
}

function textOf(command: SentCommand['command']): string | null {
  switch (command.type) {
    case 'SendMessage':
    case 'WriteNote':
    case 'WriteReflection':
    case 'AddFind':
    case 'PointAt':
      return command.text;
    case 'ReportChecks':
      return command.output;
    case 'SubmitVerdict':
      return command.rationale;
    default:
      return null;
  }
}

function occurrences(text: string, part: string): number {
  return text.split(part).length - 1;
}

/** A patch of a part that no candidate has. */
const OF_THE_PANEL =
  /"path":"\/(?:asks\/asks|agenda|bank|live|reveals|channel|verdicts|self|hands|door)(?:\/|")/;

function secretsFound(people: SimulatedPerson[]): string[] {
  const leaks: string[] = [];
  const packSecrets = secretsOfPack(people);
  const given = new Map(people.flatMap((person) => [...person.given]));
  const written = people.flatMap((author) =>
    author.sent.map(({ command }) => ({ author, command, text: textOf(command) })),
  );
  for (const reader of people) {
    for (const frame of reader.frames) {
      const found = (secret: string) => frame.text.includes(JSON.stringify(secret).slice(1, -1));
      const tell = (what: string) => leaks.push(`${reader.name} (${frame.audience}) received ${what}`);
      if (frame.audience === 'candidate' || frame.audience === 'waiting') {
        for (const secret of packSecrets)
          if (frame.at < (given.get(secret) ?? Number.POSITIVE_INFINITY) && found(secret))
            tell(`of the pack: ${secret}`);
        if (/"(rated|first|ticks|verdict)":(?!null|\[\]|\{\})[^,}]*\d/.test(frame.text)) tell('a rating');
        if (OF_THE_PANEL.test(frame.text)) tell('a change of what the panel sees');
      }
      if (isReadersCursor(frame)) tell('the cursor of somebody who only reads');
      if (opensTooEarly(frame.view)) tell('ratings before their reveal, or verdicts before all are in');
      for (const { author, command, text } of written) {
        if (author === reader || text === null || !found(text)) continue;
        if (!mayRead(command, frame)) tell(`${command.type} of ${author.name}`);
      }
    }
  }
  return leaks;
}

/** Whether another person may ever read this. Nobody reads a private note; no candidate reads what the panel wrote. */
function mayRead(command: SentCommand['command'], { audience, view }: KeptFrame): boolean {
  const isPanel = audience === 'host' || audience === 'panelist' || audience === 'observer';
  switch (command.type) {
    case 'WriteNote':
      return isPanel && command.share !== 'none';
    case 'WriteReflection':
      return isPanel && command.shared;
    case 'RecordDecision':
      return isPanel;
    case 'AddFind':
      return isPanel && isRevealed(view, command.askId);
    case 'PointAt':
      return command.to === 'everyone' || isPanel;
    case 'ReportChecks':
      return command.set !== 'hidden' || isPanel;
    case 'WriteFeedback':
    case 'WriteSummary':
      return false;
    case 'SendMessage':
    case 'SubmitVerdict':
      return isPanel;
    default:
      return true;
  }
}

/** The parts of the pack that the panel sees and no candidate may see: key points, contexts, anchors, references. */
type BankItem = Bank['items'][number];

function secretsOfPack(people: SimulatedPerson[]): Set<string> {
  const items = new Map<string, BankItem>();
  for (const person of people) for (const [id, item] of person.items) items.set(id, item);
  return new Set([...items.values()].flatMap(secretsOfItem).filter((text) => text.length > 12));
}

function secretsOfItem(item: BankItem): string[] {
  const { points, anchors, followUps, notes } = item;
  return [
    ...points.flatMap((point) => [point.text, point.context ?? '']),
    ...Object.values(anchors ?? {}).map((text) => text ?? ''),
    ...followUps.flatMap(({ text, when, facts }) => [text, when ?? '', facts ?? '']),
    ...notes,
    ...(item.kind === 'question' ? secretsOfQuestion(item) : secretsOfExercise(item)),
  ];
}

function secretsOfQuestion(item: Extract<BankItem, { kind: 'question' }>): string[] {
  const { why, answer, weakAnswers, facts, milestones } = item;
  return [why ?? '', answer ?? '', ...weakAnswers, ...facts, ...milestones.map(({ text }) => text)];
}

function secretsOfExercise(item: Extract<BankItem, { kind: 'exercise' }>): string[] {
  return [
    item.improved ?? '',
    item.afterHint ?? '',
    item.checks?.hidden ?? '',
    ...item.hints,
    ...item.reasons.flatMap((reason) => [reason.text, reason.context ?? '']),
  ];
}

/** The candidate sees the cursor of a panelist only while that panelist has the pen. */
function isReadersCursor({ event, audience, text, view }: KeptFrame): boolean {
  if (event !== 'cursor' || audience !== 'candidate') return false;
  const { at, memberId } = cursorFrame.parse(JSON.parse(text));
  const { code }: Partial<CandidateView> = view ?? {};
  return at !== null && code?.pen !== memberId;
}

function isRevealed(view: object | null, askId: string): boolean {
  const { asks }: Partial<PanelView> = view ?? {};
  return ownOf(asks?.asks ?? {}, askId)?.revealed === true;
}

/** Reveals of asks that are not revealed, or opened verdicts while some are missing. */
function opensTooEarly(view: object | null): boolean {
  const { reveals, verdicts }: Partial<PanelView> = view ?? {};
  const early = Object.keys(reveals?.reveals ?? {}).some((askId) => !isRevealed(view, askId));
  return early || (verdicts?.opened != null && verdicts.in < verdicts.of);
}

/** A view with anything outside its schema contains more than its reader may see. */
function schemaBreaks(person: SimulatedPerson): string[] {
  return person.frames.flatMap(({ text }) => {
    const frame = fullFrame.safeParse(JSON.parse(text));
    if (!frame.success) return [];
    const view = VIEW_SCHEMAS[frame.data.audience].safeParse(frame.data.view);
    return view.success ? [] : [`${person.name} received what no view has: ${view.error.message}`];
  });
}
