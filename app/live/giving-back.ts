import type { Command } from '@/server/protocol/commands';
import type { MyNote } from '@/server/protocol/mine';
import {
  BASE_MARK,
  baseOf,
  type DecisionDraft,
  type Drafts,
  decisionDraft,
  editDraft,
  feedbackDraft,
  findDraft,
  messageDraft,
  type NoteDraft,
  noteDraft,
  parseNoteDraft,
  rationaleDraft,
  reflectionDraft,
  verdictDraft,
} from './drafts';

/** My notes on an ask, as the room has them. */
type Notes = Readonly<Record<string, MyNote>>;

/**
 * Puts the words of rejected commands back into their fields. A message or a note that was rejected goes before the one that is
 * being typed, since that is another one. Any other text is a newer version of what was rejected, and takes its place.
 */
export class GivingBack {
  /** What is at the beginning of a field because it was given back, by the field's name. */
  private readonly returned = new Map<string, string>();

  constructor(private readonly drafts: Drafts) {}

  take(command: Command, notesOn: (askId: string) => Notes): void {
    if (command.type === 'SendMessage') this.returnMessage(command.text);
    if (command.type === 'WriteNote') this.returnNote(command, notesOn(command.askId));
    for (const { name, text, base } of wholeTexts(command)) {
      const isEmptied = this.drafts.get(name) === '' && this.drafts.get(baseOf(name)) !== '';
      if (this.drafts.get(name) === '' && !isEmptied) this.drafts.set(name, text);
      // What is typed by now went on from the rejected text, which was never saved.
      if (base !== undefined) this.drafts.set(baseOf(name), BASE_MARK + base);
    }
  }

  private returnMessage(text: string): void {
    this.drafts.set(messageDraft, this.before(messageDraft, this.drafts.get(messageDraft), text, ' '));
  }

  private returnNote(command: NoteDraft & { askId: string; base?: string }, notes: Notes): void {
    const { askId, noteId, text, atMs, share, base } = command;
    const name = noteDraft(askId);
    const typed = parseNoteDraft(this.drafts.get(name));
    if (typed?.noteId === noteId) return;
    const saved = notes[noteId];
    if (saved) {
      const edit = editDraft(noteId);
      const isOnlyShared = base === text;
      if (saved.text === text || isOnlyShared) return;
      if (this.drafts.get(edit) === '') this.drafts.set(edit, text);
      if (base !== undefined) this.drafts.set(baseOf(edit), BASE_MARK + base);
      return;
    }
    const note: NoteDraft = typed
      ? { ...typed, text: this.before(name, typed.text, text, '\n'), atMs: Math.min(atMs, typed.atMs) }
      : { noteId, text: this.before(name, '', text, '\n'), atMs, share };
    this.drafts.set(name, JSON.stringify(note));
  }

  /** Several that are rejected one after another keep their order. */
  private before(name: string, typed: string, text: string, gap: string): string {
    const earlier = this.returned.get(name) ?? '';
    const kept = typed.startsWith(earlier) ? earlier : '';
    const returned = kept === '' ? text : kept + gap + text;
    if (!this.returned.has(name)) this.forgetWhenEmpty(name);
    this.returned.set(name, returned);
    const rest = typed.slice(kept.length).trimStart();
    return rest === '' ? returned : returned + gap + rest;
  }

  private forgetWhenEmpty(name: string): void {
    const stop = this.drafts.subscribe(name, () => {
      if (this.drafts.get(name) !== '') return;
      this.returned.delete(name);
      stop();
    });
  }
}

function wholeTexts(command: Command): { name: string; text: string; base?: string }[] {
  switch (command.type) {
    case 'WriteReflection':
      return [{ name: reflectionDraft(command.roundId), text: command.text, base: command.base }];
    case 'SubmitVerdict':
      return [
        { name: verdictDraft(command.roundId), text: command.verdict },
        { name: rationaleDraft(command.roundId), text: command.rationale, base: command.base },
      ];
    case 'RecordDecision': {
      const { decision, why, replaces } = command;
      return [
        {
          name: decisionDraft(command.roundId),
          text: JSON.stringify({ decision, why, replaces } satisfies DecisionDraft),
        },
      ];
    }
    case 'WriteFeedback':
      return [
        {
          name: feedbackDraft(command.roundId, 'keep'),
          text: command.keepDoing,
          base: command.base?.keepDoing,
        },
        { name: feedbackDraft(command.roundId, 'work'), text: command.workOn, base: command.base?.workOn },
      ];
    case 'WriteSummary':
      return [{ name: feedbackDraft(command.roundId, 'summary'), text: command.text, base: command.base }];
    case 'AddFind':
      return [{ name: findDraft(command.askId), text: command.text }];
    default:
      return [];
  }
}
