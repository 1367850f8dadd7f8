// First, for what comes after it may not even load on an older one.
import './needed-node';
import { build } from './build';
import { ROOT, SERVER } from './bundle';
import { run } from './run';

/** `npm start`: builds if the sources have changed since the last build, then serves. */
const code = await build({ evenIfFresh: false });
if (code !== 0) {
  process.stderr.write('Hotseat cannot start. The build failed with the error above.\n');
  process.exit(code);
}
// The server watches the channel to this process, so that it stops when this process is killed.
process.exitCode = await run(process.execPath, ['--enable-source-maps', SERVER], {
  cwd: ROOT,
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
});
