// First, for what comes after it may not even load on an older one.
import './needed-node';
import { build } from './build';
import { ROOT, SERVER } from './bundle';
import { run } from './run';

/** `npm start`: builds when the sources changed since the last build, then serves. */
const code = await build({ evenIfFresh: false });
if (code !== 0) {
  process.stderr.write('Hotseat cannot start. The build failed: what is wrong is above.\n');
  process.exit(code);
}
// The server watches over the channel: when this process is killed, it stops too.
process.exitCode = await run(process.execPath, ['--enable-source-maps', SERVER], {
  cwd: ROOT,
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
});
