import { tags } from '@lezer/highlight';

/** The classes (in globals.css) for kinds of code: few colours, each with its own weight or slant. */
export const CODE_WORDS = [
  {
    tag: [tags.keyword, tags.controlKeyword, tags.definitionKeyword, tags.moduleKeyword],
    class: 'code-keyword',
  },
  { tag: [tags.string, tags.special(tags.string), tags.regexp], class: 'code-string' },
  { tag: [tags.number, tags.bool, tags.null, tags.atom], class: 'code-value' },
  { tag: [tags.comment, tags.meta], class: 'code-comment' },
  { tag: [tags.typeName, tags.className, tags.namespace], class: 'code-type' },
];
