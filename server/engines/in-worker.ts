import { boundMemory } from './bound-memory';
import type { Handed, Tell } from './told';

/** Where engines look for their files: there is no such place. `cli/engines.ts` says it, too. */
export const NOWHERE = 'https://engine.invalid/';

/** One program in this worker: the engine is started with its files, and then runs it. */
export function serveOnce(run: (handed: Handed, tell: Tell) => Promise<void>): void {
  const tell: Tell = self.postMessage.bind(self);
  boundMemory();
  self.onmessage = async ({ data }: MessageEvent<Handed>) => {
    self.onmessage = null;
    self.fetch = async (address) => fileAt(String(address instanceof Request ? address.url : address), data);
    try {
      await run(data, tell);
      tell({ kind: 'end' });
    } catch (error) {
      tell({ kind: 'end', problem: error instanceof Error ? error.message : String(error) });
    }
  };
}

/** What an engine fetches comes from what the page handed over: there is no network here. */
function fileAt(address: string, { files }: Handed): Response {
  const name = address.replace(NOWHERE, '');
  const file = files[name];
  if (!file) throw new TypeError(`There is no network here, and no file ${name}.`);
  // A browser compiles a stream of this type alone.
  const type = name.endsWith('.wasm') ? 'application/wasm' : 'application/octet-stream';
  return new Response(file, { headers: { 'content-type': type } });
}
