import { describe, expect, test } from 'vitest';
import { docx, paragraph } from '../testing/docx';
import { convertFile, convertPaste, withTitle } from './convert';
import { readPack } from './read-pack';
import { tableToMarkdown } from './table-file';

const bytesOf = (text: string) => new TextEncoder().encode(text);

async function readFile(name: string, bytes: Uint8Array) {
  const made = await convertFile({ name, bytes });
  if (!made.ok) throw new Error(made.message);
  return { ...made, reading: readPack(made.markdown, { name }) };
}

const prompts = (reading: ReturnType<typeof readPack>) => reading.pack?.questions.map(({ prompt }) => prompt);

describe('a Word document', () => {
  test('is read by its headings and lists', async () => {
    const body = [
      paragraph('Harbour crew', 'Title'),
      paragraph('Deck', 'Heading1'),
      paragraph('How do you moor in wind?', 'Heading2'),
      paragraph('Two lines first', undefined, true),
      paragraph('Engine last', undefined, true),
      paragraph('Who takes the night watch?', 'Heading2'),
      paragraph('Whoever slept.'),
    ].join('');
    const { reading } = await readFile('crew.docx', await docx(body));
    expect(prompts(reading)).toEqual(['How do you moor in wind?', 'Who takes the night watch?']);
    expect(reading.counts).toMatchObject({ keyPoints: 2, answers: 1 });
  });

  test('that is broken gives a sentence about it', async () => {
    const broken = await convertFile({
      name: 'crew.docx',
      bytes: new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3]),
    });
    expect(broken).toMatchObject({ ok: false, message: expect.stringContaining('crew.docx cannot be read') });
  });
});

describe('what is pasted', () => {
  const read = (html: string, text = 'x') => {
    const made = convertPaste({ html, text });
    if (!made.ok) throw new Error(made.message);
    return readPack(made.markdown, { name: 'Pasted' });
  };

  test('from Google Docs is as bold as it looks there', () => {
    const html = `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><h2 dir="ltr"><span style="font-size:16pt;font-weight:400;">Deck</span></h2><p dir="ltr"><span style="font-weight:700;">How do you moor in wind?</span></p><ul><li dir="ltr" aria-level="1"><p dir="ltr"><span style="font-weight:400;">Two lines first</span></p></li><ul><li dir="ltr" aria-level="2"><p><span style="font-weight:400;">Bow before stern</span></p></li></ul><li dir="ltr" aria-level="1"><p><span style="font-weight:400;">Engine last</span></p></li></ul><p dir="ltr"><span style="font-weight:700;">Who takes the night watch?</span></p><p><span style="font-weight:400;">Whoever slept.</span></p></b>`;
    const reading = read(html);
    expect(prompts(reading)).toEqual(['How do you moor in wind?', 'Who takes the night watch?']);
    expect(reading.counts).toMatchObject({ groups: 1, keyPoints: 2, contexts: 1, answers: 1 });
  });

  test('from Word has its lists', () => {
    const item = (text: string) =>
      `<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>${text}<o:p></o:p></p>`;
    const reading = read(
      `<html><body><h1>Harbour crew</h1><h2>Deck</h2><p class=MsoNormal><b>How do you moor in wind?<o:p></o:p></b></p>${item('Two lines first')}${item('Engine last')}</body></html>`,
    );
    expect(reading.pack?.questions[0]?.points.map(({ text }) => text)).toEqual([
      'Two lines first',
      'Engine last',
    ]);
  });

  test('from Notion or a web page has its folded parts', () => {
    const reading = read(
      '<h1>Crew</h1><h2>Deck</h2><details><summary><strong>How do you moor in wind?</strong></summary><p>Two lines first.</p></details>',
    );
    expect(reading.pack?.questions).toMatchObject([
      { prompt: 'How do you moor in wind?', answer: 'Two lines first.' },
    ]);
  });

  test('from a spreadsheet is a table', () => {
    const made = convertPaste({
      html: null,
      text: 'Question\tLook for\nHow do you moor?\tTwo lines; calm\nWho watches?\tA name',
    });
    expect(made).toMatchObject({ ok: true, table: { columns: ['question', 'points'] } });
    expect(made.ok && readPack(made.markdown, { name: 'Deck' }).counts).toMatchObject({
      questions: 2,
      keyPoints: 3,
    });
  });

  test('as Markdown stays as it is', () => {
    const made = convertPaste({ html: '<b>no</b>', text: '# T\n\n**Q1: One?**' });
    expect(made).toMatchObject({ ok: true, markdown: '# T\n\n**Q1: One?**' });
  });
});

describe('a table', () => {
  test('is read by the heads of its columns, and unknown columns become notes', async () => {
    const csv =
      'Nr,Category,Question,Answer,Asked by\n1,Deck,"How do you moor, in wind?","Two lines first.\nThen wait.",Ada\n2,Galley,What do you cook?,Soup,Grace\n';
    const { reading, table } = await readFile('crew.csv', bytesOf(csv));
    expect(table?.columns).toEqual(['number', 'competency', 'question', 'answer', null]);
    expect(reading.pack?.groups.map(({ title }) => title)).toEqual(['Deck', 'Galley']);
    expect(reading.pack?.questions[0]).toMatchObject({
      prompt: 'How do you moor, in wind?',
      answer: 'Two lines first. Then wait.',
    });
    expect(reading.pack?.questions[0]?.notes.join()).toContain('Ada');
  });

  test('without heads is read by its cells', () => {
    expect(tableToMarkdown('Deck\tHow do you moor?\nDeck\tWho watches?\n').table.columns).toEqual([
      null,
      'question',
    ]);
  });

  test('can be read with other columns than the reader chose', () => {
    const made = tableToMarkdown('moor,Two lines\nwatch,A name\n', {
      columns: ['question', 'points'],
      headed: false,
    });
    expect(readPack(made.markdown ?? '', { name: 'Deck' }).counts).toMatchObject({
      questions: 2,
      keyPoints: 2,
    });
  });

  test('without questions is reported, with its cells', async () => {
    expect(await convertFile({ name: 'a.csv', bytes: bytesOf('a,b\n1,2\n') })).toMatchObject({
      ok: false,
      table: {
        headed: true,
        columns: [null, null],
        rows: [
          ['a', 'b'],
          ['1', '2'],
        ],
      },
    });
  });

  test('names the rows that ask nothing', async () => {
    const csv = 'Question,Answer\nHow do you moor?,Well\n,Soup\n';
    expect((await readFile('crew.csv', bytesOf(csv))).notes.join()).toContain('Row 3 has no question');
  });
});

describe('a text', () => {
  const guide = '# Crew\n\n## Deck\n\n### Où dormez-vous ?\n\nEn bas.\n';

  test.each([
    ['UTF-16 with its mark', Buffer.from(`\uFEFF${guide}`, 'utf16le'), 'UTF-16'],
    ['UTF-16 without it', Buffer.from(guide, 'utf16le'), 'UTF-16'],
    ['Windows-1252', Buffer.from(guide, 'latin1'), 'Windows-1252'],
  ])('in %s is converted, with a note', async (_name, bytes, noted) => {
    const { reading, notes } = await readFile('crew.txt', bytes);
    expect(prompts(reading)).toEqual(['Où dormez-vous ?']);
    expect(notes.join()).toContain(noted);
  });

  test('that is not text is reported', async () => {
    const picture = new Uint8Array([
      0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0xff, 0, 1, 2,
    ]);
    expect(await convertFile({ name: 'a.png', bytes: picture })).toMatchObject({ ok: false });
  });

  test('takes its title from the name of the file', () => {
    expect(
      readPack('## Deck\n\n### How so?\n\nWell.\n\n## Galley\n\n### Why?\n\nSo.\n', {
        name: 'harbour_crew-2.md',
      }).title,
    ).toBe('Harbour crew 2');
    expect(withTitle('## Deck\n', 'Harbour crew')).toBe('# Harbour crew\n\n## Deck\n');
    expect(withTitle('---\nid: crew\n---\n## Deck\n', 'Crew')).toBe(
      '---\nid: crew\n---\n# Crew\n\n## Deck\n',
    );
  });

  test('of a web page is read without its scripts', async () => {
    const page =
      '<!doctype html><html><head><title>x</title></head><body><script>alert(1)</script><h1>Crew</h1><h2>Deck</h2><h3>How do you moor?</h3><ul><li>Two lines</li></ul></body></html>';
    const { reading, markdown } = await readFile('crew.html', bytesOf(page));
    expect(markdown).not.toContain('alert');
    expect(reading.counts).toMatchObject({ questions: 1, keyPoints: 1 });
  });
});

describe('records', () => {
  const json = (value: unknown) => bytesOf(JSON.stringify(value));

  test('in JSON are questions below the names of their parents', async () => {
    const bank = { categories: [{ name: 'Deck', questions: ['How do you moor?', 'Name three knots.'] }] };
    const { reading, notes } = await readFile('crew.json', json({ ...bank, version: 2 }));
    expect(prompts(reading)).toEqual(['How do you moor?', 'Name three knots.']);
    expect(reading.pack?.groups.map(({ title }) => title)).toEqual(['Deck']);
    expect(notes).toContain('Only its questions were kept, each with its parts.');
  });

  test('keep the parts of a question, and the options of a quiz are in its prompt', async () => {
    const quiz = [
      {
        content: 'Which knot holds?',
        options: ['Bowline', 'Granny'],
        correctAnswer: 'Bowline',
        tags: ['a', 'b'],
      },
      { content: 'A knot is a …', options: [{ text: 'bend' }, { text: 'boat' }], level: 'junior' },
    ];
    const { reading } = await readFile('quiz.json', json(quiz));
    expect(reading.pack?.questions).toMatchObject([
      { prompt: 'Which knot holds?\nA: Bowline\nB: Granny', answer: 'Bowline', tags: ['a', 'b'] },
      { prompt: 'A knot is a …\nA: bend\nB: boat', level: 'junior' },
    ]);
  });

  test('in YAML are read too, and JSON that is pasted', async () => {
    const yaml =
      'questions:\n  - question: How do you moor?\n    answer: |\n      Two lines.\n      Engine last.\n';
    const { reading } = await readFile('crew.yaml', bytesOf(yaml));
    expect(reading.pack?.questions).toMatchObject([
      { prompt: 'How do you moor?', answer: 'Two lines. Engine last.' },
    ]);
    expect(convertPaste({ html: null, text: '[{"q": "How do you moor?"}]' })).toMatchObject({ ok: true });
  });

  test('that ask nothing are reported with the line nearest to a question', async () => {
    const { reading } = await readFile('package.json', json({ name: 'crew', files: ['deck'] }));
    expect(reading.problems).toMatchObject([{ code: 'no-questions' }]);
  });
});

describe('other editors', () => {
  test('an Org file has its headings, code and drawers', async () => {
    const org = `#+TITLE: Harbour crew
* Deck
** TODO How do you moor? :ropes:
   :PROPERTIES:
   :ID: 12
   :END:
   - Two *lines* first
** What does this print?
#+BEGIN_SRC js
print(mast);
#+END_SRC
`;
    const { reading } = await readFile('crew.org', bytesOf(org));
    expect(reading.title).toBe('Harbour crew');
    expect(reading.pack?.questions).toMatchObject([
      { prompt: 'How do you moor?', points: [{ text: 'Two lines first' }] },
      { prompt: 'What does this print?', code: { language: 'js', text: 'print(mast);' } },
    ]);
    expect(reading.warnings).toEqual([]);
  });

  test('wiki markup of any name has its headings, lists, code, tables and links', async () => {
    const wiki = `{toc}
h1. Harbour crew

{panel:title=How to use it|borderStyle=solid}
Ask two of them.
{panel}

h2. Deck

# *How do you moor?*
** With the {{spring}} first.
** {color:red}Slowly{color}.
# *Read [the rules|https://example.com/rules] aloud. What do they forbid?*

h2. Galley

||Question||Look for||
|What do you cook?|Soup; bread|

h3. What does this print?

{code:title=soup.sql|sql}
select 'soup';
{code}

{quote}
Soup.
{quote}
`;
    const { notes, reading } = await readFile('crew.txt', bytesOf(wiki));
    expect(notes).toEqual(['The wiki document was turned into Markdown.']);
    expect(reading.pack?.questions).toMatchObject([
      { prompt: 'How do you moor?', points: [{ text: 'With the `spring` first.' }, { text: 'Slowly.' }] },
      { prompt: 'Read the rules (https://example.com/rules) aloud. What do they forbid?', points: [] },
      { prompt: 'What do you cook?', points: [{ text: 'Soup' }, { text: 'bread' }] },
      {
        prompt: 'What does this print?',
        code: { language: 'sql', text: "select 'soup';" },
        answer: 'Soup.',
      },
    ]);
    expect(reading.pack?.notes).toEqual(['How to use it', 'Ask two of them.']);
    expect(convertPaste({ html: null, text: wiki })).toMatchObject({
      markdown: expect.stringContaining('# Harbour crew'),
    });
  });

  test('an AsciiDoc file has its headings, lists, code and lists of questions', async () => {
    const adoc = `= Harbour crew
:toc:

== Deck

=== How do you moor?

* Two lines first
** Bow before stern

[source,js]
----
moor();
----

== Galley

[qanda]
What do you cook in a storm?::
  Soup.
Who eats first?:: The watch.
`;
    const { reading } = await readFile('crew.adoc', bytesOf(adoc));
    expect(prompts(reading)).toEqual(['How do you moor?', 'What do you cook in a storm?', 'Who eats first?']);
    expect(reading.counts).toMatchObject({ groups: 2, keyPoints: 1, contexts: 1, answers: 3 });
    expect(reading.warnings).toEqual([]);
  });
});

test('a table of two columns without heads is questions and their answers', () => {
  const { markdown } = tableToMarkdown('What is a bight?\tA loop.\nWhat is a bend?\tA knot of two ropes.');
  expect(readPack(markdown ?? '').counts).toMatchObject({ questions: 2, answers: 2 });
});

test('a column that sorts questions is not a column of questions', () => {
  const guide =
    '# T\n\n## Deck\n\n| When | Question type |\n|---|---|\n| First | Most of them |\n\n### How do you moor?\n';
  expect(prompts(readPack(guide))).toEqual(['How do you moor?']);
});
