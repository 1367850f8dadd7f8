import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tempFolder } from '../temp-folder';
import type { Scenario } from './scenario';

const HOSTS = ['web1', 'web2', 'web3', 'web4'];
const BEFORE = '1.0.0';

/**
 * What the script calls, on four folders instead of four servers. A server runs what its link pointed to when it was
 * last restarted; `HARMFUL` is a version that answers with errors, `LOST` a server that no file reaches.
 */
const STAND_INS = {
  ssh: `HOST=\${1#deploy@}; export HOST; cd "$FLEET/$HOST" || exit 255
    exec bash -c "$(sed -e "s#/srv/app#$FLEET/$HOST/srv/app#g" -e "s#/tmp/app#$FLEET/$HOST/tmp/app#g" <<<"$2")"`,
  scp: `to=\${!#}; host=\${to#deploy@}; host=\${host%%:*}
    [[ $host != "$LOST" ]] && cp "\${@: -2:1}" "$FLEET/$host\${to#*:}"`,
  sudo: `echo "$HOST" >> "$FLEET/restarts"
    cat "$FLEET/$HOST/srv/app/current/VERSION" > "$FLEET/$HOST/running"`,
  curl: `for word; do
      case $word in http://*) host=\${word#http://}; host=\${host%/health};; -*f*) fails=1;; esac
    done
    running=$(<"$FLEET/$host/running")
    if [[ $running == "$HARMFUL" ]]; then [[ $fails ]] && exit 22; echo 'Internal Server Error'; exit; fi
    echo "$running"`,
  sleep: ':',
};

/** Four servers that run the version before, the oldest of the three releases that they keep. */
function newFleet(text: string) {
  const root = tempFolder();
  const inRoot = (...path: string[]) => join(root, ...path);
  mkdirSync(inRoot('bin'));
  for (const [name, lines] of Object.entries(STAND_INS))
    writeFileSync(inRoot('bin', name), `#!/bin/bash\n${lines}\n`, { mode: 0o755 });
  writeFileSync(inRoot('deploy.sh'), text.replaceAll('/tmp/deploy-app.lock', inRoot('deploy-app.lock')));
  writeFileSync(inRoot('restarts'), '');
  const release = (host: string, version: string) => inRoot(host, 'srv/app/releases', version);
  for (const host of HOSTS) {
    mkdirSync(inRoot(host, 'tmp'), { recursive: true });
    for (const [age, version] of ['0.9.0', '0.9.1', BEFORE].entries()) {
      mkdirSync(release(host, version), { recursive: true });
      writeFileSync(join(release(host, version), 'VERSION'), version);
      utimesSync(release(host, version), 1000 - age, 1000 - age);
    }
    symlinkSync(release(host, BEFORE), inRoot(host, 'srv/app/current'));
    writeFileSync(inRoot(host, 'running'), BEFORE);
  }
  return {
    /** What the script said in the end, having been given this version, or none. */
    deploy: (version: string | null, world: { HARMFUL?: string; LOST?: string } = {}) => {
      mkdirSync(inRoot('build', 'files'), { recursive: true });
      writeFileSync(inRoot('build', 'files', 'VERSION'), version ?? '');
      for (const name of ['app', `app-${version}`])
        spawnSync('tar', [
          'czf',
          inRoot('build', `${name}.tar.gz`),
          '-C',
          inRoot('build', 'files'),
          'VERSION',
        ]);
      const env = {
        HARMFUL: '',
        LOST: '',
        ...world,
        FLEET: root,
        PATH: `${inRoot('bin')}:${process.env.PATH}`,
      };
      const { status, stdout } = spawnSync('bash', ['deploy.sh', ...(version === null ? [] : [version])], {
        cwd: root,
        env: { ...process.env, ...env },
        encoding: 'utf8',
      });
      return { code: status, says: stdout };
    },
    running: () => HOSTS.map((host) => readFileSync(inRoot(host, 'running'), 'utf8').trim()),
    restarted: () => new Set(readFileSync(inRoot('restarts'), 'utf8').split('\n').filter(Boolean)),
    keeps: (version: string) => HOSTS.every((host) => existsSync(release(host, version))),
  };
}

export const deployThatSaysDeployed: Scenario = async ({ text }, check) => {
  await check('a sound release runs on every server, and is said to', () => {
    const fleet = newFleet(text);
    const { code, says } = fleet.deploy('1.1.0');
    const all = fleet.running().every((version) => version === '1.1.0');
    return all && code === 0 && says.includes('deployed 1.1.0');
  });

  const harmed = newFleet(text);
  const harmful = harmed.deploy('1.2.0', { HARMFUL: '1.2.0' });
  await check('a harmful release stays on one server', () => harmed.restarted().size === 1);
  await check('it goes back by itself, and can be seen to have run', () => {
    const { size } = harmed.restarted();
    return size === 1 && harmed.running().every((version) => version === BEFORE);
  });
  await check('it is not called deployed', () => harmful.code !== 0 && !harmful.says.includes('deployed'));
  await check('the next release is deployed as ever', () => {
    const { code } = harmed.deploy('1.2.1', { HARMFUL: '1.2.0' });
    return code === 0 && harmed.running().every((version) => version === '1.2.1');
  });

  await check('without a version nothing is touched', () => {
    const fleet = newFleet(text);
    const { code } = fleet.deploy(null);
    return code !== 0 && fleet.keeps(BEFORE) && fleet.restarted().size === 0;
  });
  await check('where a file does not arrive, neither that server nor a later one is restarted', () => {
    const fleet = newFleet(text);
    const { code } = fleet.deploy('1.1.0', { LOST: 'web3' });
    return code !== 0 && !fleet.restarted().has('web3') && !fleet.restarted().has('web4');
  });
  await check('the release before is kept, although it is the oldest', () => {
    const fleet = newFleet(text);
    fleet.deploy('1.1.0');
    return fleet.keeps(BEFORE);
  });
};
