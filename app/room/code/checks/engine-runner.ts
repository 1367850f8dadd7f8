import { ENGINE_PATH, ENGINES, type Engine } from '@/server/protocol/engines';
import type { Runner } from './runner';
import { inSandbox, problem } from './sandbox';

/**
 * Languages that need an engine: it is fetched here, since the frame in which it runs has no network, and handed over.
 * A browser keeps what it fetched.
 */
export function engineRunner(engine: Engine): Runner {
  return {
    run: async (program) => {
      const { script, files } = ENGINES[engine];
      try {
        const [own, ...parts] = await Promise.all([script, ...files].map(fetched));
        if (!own) return problem('The checks could not be loaded.');
        const handed = Object.fromEntries(
          files.flatMap((name, no) => (parts[no] ? [[name, parts[no]]] : [])),
        );
        return await inSandbox({ program, engine: { script: own, files: handed } });
      } catch {
        return problem('The checks could not be loaded. Try again in a moment.');
      }
    },
  };
}

async function fetched(name: string): Promise<ArrayBuffer> {
  const response = await fetch(`${ENGINE_PATH}${name}`);
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return response.arrayBuffer();
}
