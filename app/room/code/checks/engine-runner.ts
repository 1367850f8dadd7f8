import { ENGINE_PATH, ENGINES, type Engine } from '@/server/protocol/engines';
import type { Runner } from './runner';
import { inSandbox } from './sandbox';

/**
 * Languages that need an engine: it is fetched here, since the frame in which it runs has no network, and handed over.
 * A browser keeps what it fetched.
 */
export function engineRunner(engine: Engine): Runner {
  return {
    run: async (program) => {
      const { script, files } = ENGINES[engine];
      const [own, parts] = await Promise.all([fetched(script), Promise.all(files.map(fetched))]);
      const handed = Object.fromEntries(parts.map((part, no) => [files[no], part]));
      return inSandbox({ program, engine: { script: own, files: handed } });
    },
  };
}

async function fetched(name: string): Promise<ArrayBuffer> {
  const response = await fetch(`${ENGINE_PATH}${name}`);
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return response.arrayBuffer();
}
