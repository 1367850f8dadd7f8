import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import type express from 'express';
import multer, { type DiskStorageOptions, MulterError } from 'multer';
import { loadText } from './load-text';
import type { Scenario } from './scenario';
import { serve } from './serve';

const TABLES = `
  DROP SCHEMA public CASCADE; CREATE SCHEMA public;
  CREATE TABLE sick_notes (id text DEFAULT gen_random_uuid(), company_id text, employee_id text, key text, title text,
    state text, url text)`;

const FILES = {
  pdf: Buffer.from('%PDF-1.7\n'),
  png: Buffer.from('89504e470d0a1a0a0000000d4948445200000001000000010806000000', 'hex'),
  jpg: Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex'),
  heic: Buffer.concat([Buffer.from('00000018', 'hex'), Buffer.from('ftypheic\0\0\0\0heicmif1')]),
  html: Buffer.from('<script>alert(1)</script>'),
};

/** The version before stores uploads in a folder of its own, which here is a temporary one. */
const kept = Object.assign((options: multer.Options) => multer(options), {
  diskStorage: (options: DiskStorageOptions) => multer.diskStorage({ ...options, destination: tmpdir() }),
  memoryStorage: multer.memoryStorage,
});

export const sickNoteUpload: Scenario = async ({ text, pool }, check) => {
  await pool.query(TABLES);
  const stored = new Map<string, string>();
  const { sickNotes } = await loadText<{ sickNotes: express.Router }>(text, {
    modules: {
      '../db': { pool },
      '../session': {
        signedIn: () => ({ companyId: 'c1' }),
        mayFileFor: async (_session: unknown, employeeId: string) => employeeId === 'e1',
      },
      '../storage': {
        bucket: { put: async (key: string, _bytes: Buffer, type: string) => void stored.set(key, type) },
      },
      'file-type': await import('file-type'),
      multer: { default: kept, MulterError, __esModule: true },
    },
  });
  await serve(
    (app) => app.use(sickNotes),
    async (origin) => {
      const send = (bytes: Buffer, name: string, { employee = 'e1', field = 'note' } = {}) => {
        const form = new FormData();
        form.set(field, new Blob([new Uint8Array(bytes)], { type: 'application/pdf' }), name);
        return fetch(`${origin}/employees/${employee}/sick-notes`, { method: 'POST', body: form });
      };
      const status = async (...given: Parameters<typeof send>) => (await send(...given)).status;
      const rows = async () => (await pool.query('SELECT * FROM sick_notes')).rows;

      await check('photos and PDFs are accepted, and wait for the scanner', async () => {
        const said = await Promise.all([
          status(FILES.pdf, 'a.pdf'),
          status(FILES.png, 'a.png'),
          status(FILES.jpg, 'a.jpg'),
          status(FILES.heic, 'a.heic'),
        ]);
        const all = await rows();
        return (
          said.every((code) => code === 201) &&
          all.length === 4 &&
          all.every(({ state }) => state === 'quarantined')
        );
      });
      await check('the key is ours, and the title is theirs, letter by letter', async () => {
        await send(FILES.pdf, '../März.pdf');
        const last = (await rows()).at(-1);
        return (
          /^sick-notes\/[0-9a-f-]{36}\.pdf$/.test(last.key) &&
          last.title === 'März.pdf' &&
          stored.has(last.key)
        );
      });
      await check(
        'the bytes decide, not the declared type',
        async () => (await status(FILES.html, 'a.pdf')) === 415,
      );
      await check('nobody can file for another person, and no such file is kept', async () => {
        const before = (await rows()).length;
        return (
          (await status(FILES.pdf, 'a.pdf', { employee: 'e2' })) === 404 && (await rows()).length === before
        );
      });
      await check(
        'a file that is too large is rejected as such',
        async () =>
          (await status(Buffer.concat([FILES.pdf, Buffer.alloc(11 * 1024 * 1024)]), 'a.pdf')) === 413,
      );
      await check('a form without a file, and an incomplete one, are the client’s fault', async () => {
        const other = await status(FILES.pdf, 'a.pdf', { field: 'other' });
        return other === 400 && /^HTTP\/1.1 400 /.test(await brokenOff(origin));
      });
      await check('no file can be fetched by its name', async () => {
        await send(FILES.pdf, 'mine.pdf');
        return (await fetch(`${origin}/files/mine.pdf`)).status === 404;
      });
      await check(
        'the answer is not a page',
        async () =>
          (await send(FILES.pdf, '<b>.pdf')).headers.get('content-type')?.startsWith('application/json') ===
          true,
      );
    },
  );
};

/** Sends a form whose last part never ends, with its declared length. Returns the first line of the answer. */
async function brokenOff(origin: string): Promise<string> {
  const { hostname, port } = new URL(origin);
  const body = '--b\r\nContent-Disposition: form-data; name="note"; filename="a.pdf"\r\n\r\n%PDF';
  const head = [
    'POST /employees/e1/sick-notes HTTP/1.1',
    `Host: ${hostname}`,
    'Connection: close',
    'Content-Type: multipart/form-data; boundary=b',
    `Content-Length: ${body.length}`,
  ];
  const socket = connect(Number(port), hostname);
  socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
  let said = '';
  for await (const chunk of socket) said += String(chunk);
  return said;
}
