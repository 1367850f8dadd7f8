import type { Command } from '@/server/protocol/commands';
import type { NoteShare } from '@/server/protocol/words';
import type { KeyValue } from './key-value';

/** Text that is typed but not sent yet, by name. It survives a reload. */
export class Drafts {
  private readonly prefix: string;
  private readonly listeners = new Map<string, Set<() => void>>();

  constructor(
    private readonly storage: KeyValue,
    roomId: string,
    memberId: string,
  ) {
    this.prefix = `hotseat:draft:${roomId}:${memberId}:`;
  }

  get(name: string): string {
    return this.storage.get(this.prefix + name) ?? '';
  }

  set(name: string, text: string): void {
    if (text === '') this.storage.remove(this.prefix + name);
    else this.storage.set(this.prefix + name, text);
    for (const listener of this.listeners.get(name) ?? []) listener();
  }

  subscribe(name: string, listener: () => void): () => void {
    const all = this.listeners.get(name) ?? new Set();
    this.listeners.set(name, all.add(listener));
    return () => void all.delete(listener);
  }

  /** Puts the text of a rejected command back into its field, unless there is new text in it. */
  giveBack(command: Command): void {
    for (const { name, text } of wordsOf(command)) if (this.get(name) === '') this.set(name, text);
  }
}

export const messageDraft = 'message';
export const reflectionDraft = (roundId: string) => `reflection/${roundId}`;
export const rationaleDraft = (roundId: string) => `rationale/${roundId}`;
export const feedbackDraft = (roundId: string, part: 'keep' | 'work' | 'summary') =>
  `feedback-${part}/${roundId}`;
export const noteDraft = (askId: string) => `note/${askId}`;

/** The note that a person is typing. `atMs` is the moment of the answer at which the typing began. */
export interface NoteDraft {
  noteId: string;
  text: string;
  atMs: number;
  share: NoteShare;
}

export function parseNoteDraft(stored: string): NoteDraft | null {
  if (stored === '') return null;
  try {
    const draft: NoteDraft = JSON.parse(stored);
    // A draft from an earlier version does not say with whom the note is shared.
    return { ...draft, share: draft.share ?? 'none' };
  } catch {
    return null;
  }
}

function wordsOf(command: Command): { name: string; text: string }[] {
  switch (command.type) {
    case 'SendMessage':
      return [{ name: messageDraft, text: command.text }];
    case 'WriteReflection':
      return [{ name: reflectionDraft(command.roundId), text: command.text }];
    case 'SubmitVerdict':
      return [{ name: rationaleDraft(command.roundId), text: command.rationale }];
    case 'WriteFeedback':
      return [
        { name: feedbackDraft(command.roundId, 'keep'), text: command.keepDoing },
        { name: feedbackDraft(command.roundId, 'work'), text: command.workOn },
      ];
    case 'WriteSummary':
      return [{ name: feedbackDraft(command.roundId, 'summary'), text: command.text }];
    case 'WriteNote': {
      const { noteId, text, atMs, share } = command;
      return [
        {
          name: noteDraft(command.askId),
          text: JSON.stringify({ noteId, text, atMs, share } satisfies NoteDraft),
        },
      ];
    }
    default:
      return [];
  }
}
