import type { Span } from './blocks';
import type { GroupDraft, GuideDraft } from './drafts';
import { tidyGroupTitle } from './headings';
import { toKey } from './naming';
import type { Section } from './outline';

/** The competencies of a guide, by title. */
export class Groups {
  private readonly groups = new Map<string, GroupDraft>();

  constructor(private readonly guide: GuideDraft) {}

  /** The group of an item. Without a heading above it, the group is named after the guide. */
  homeOf({ line }: Span, group: GroupDraft | null): GroupDraft {
    return group ?? this.groupOf({ title: this.guide.title?.text ?? 'Questions', line, id: null });
  }

  /** Headings with the same title are one group, so that a bank may be written in parts. */
  groupOf(section: Pick<Section, 'title' | 'line' | 'id'>): GroupDraft {
    const title = tidyGroupTitle(section.title);
    const known =
      this.groups.get(toKey(title)) ?? this.guide.groups.find((group) => group.explicitId === title);
    if (known) return known;
    const group: GroupDraft = {
      title,
      notes: [],
      definition: null,
      line: section.line,
      explicitId: section.id,
    };
    this.guide.groups.push(group);
    this.groups.set(toKey(title), group);
    return group;
  }
}
