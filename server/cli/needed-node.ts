/** As `engines` in package.json says it. */
const NEEDED = [20, 19] as const;

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < NEEDED[0] || (major === NEEDED[0] && minor < NEEDED[1])) {
  process.stderr.write(
    `Hotseat cannot start. It needs Node ${NEEDED.join('.')} or newer, and this is ${process.versions.node}.\n`,
  );
  process.exit(1);
}
