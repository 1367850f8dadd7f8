import { randomInt, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openBus } from './bus/open-bus';
import { type Config, readConfig, SETTING_NAMES, signInOrigins } from './config';
import { openDoorway } from './doorway';
import { openEngineFiles } from './engines/engine-files';
import { openReader } from './guides/reader';
import { addressOf, stampAddress } from './identity/client-address';
import { createIdentity } from './identity/create-identity';
import { createJudge, PATIENCE_MS } from './judge/judge';
import { openLive } from './live';
import { type Log, openLog } from './log';
import { createMetrics } from './metrics/metrics';
import { openCatalogue } from './packs/catalogue';
import { createLibrary } from './packs/library';
import { READER_VERSION } from './packs/reader-version';
import { createCalibration } from './prepare/calibration';
import { goneRooms } from './prepare/gone-rooms';
import { createStories } from './prepare/stories';
import { cannotStart } from './process/cannot-start';
import { answerEarly } from './process/early';
import { readEnvironment } from './process/environment';
import { createFront } from './process/front';
import { keepConnections, listen, localUrl, networkUrls, openedAt } from './process/listen';
import { watchMachineClock } from './process/machine-clock';
import { isBuilt, openPages } from './process/pages';
import { tellOfRoom, tellOfStart } from './process/preparing';
import { watchRecord } from './process/record-state';
import { openSecret } from './process/secret';
import { isServable } from './process/servable';
import { steadyClock } from './process/steady-clock';
import { closerOf, GRACE_MS, stopOnSignals } from './process/stop';
import { heardBy } from './review/heard';
import { logOf } from './review/load-log';
import { ownRoundsOfPack, roundsOfPack } from './review/played';
import { rebuildOnce } from './review/rebuild';
import { idsOf } from './runtime/principal';
import { newReference } from './runtime/reference';
import { upsert } from './store/batch';
import { keepBuiltFiles } from './store/built-files';
import { connectionRoom } from './store/connection-room';
import { SECRET_FILE } from './store/folder';
import { keepAlive } from './store/live-processes';
import { openRecord } from './store/open';
import { createPackContents } from './store/pack-contents';
import { createRoomSnapshots } from './store/room-snapshots';
import { secretMark } from './store/secret-mark';
import { whoseFolder } from './store/sqlite';
import { startSweeps } from './sweeps';
import { createElsewhere } from './transport/elsewhere';
import { createOwnWordsLimit, createPlanLimit } from './transport/room-limit';
import { watchOldest } from './webhooks/given-up';
import { startSender } from './webhooks/sender';

/** What the code that makes states of events is: put in by the bundler (see `cli/bundle.ts`). */
declare const ROOM_CODE: string;

/** Milliseconds for guides that are being read when it stops: less than their requests have. */
const READER_MS = GRACE_MS - 1_000;
/** How often (ms) the machine's clock is looked at. */
const CLOCK_MS = 2_000;

/** The composition root: the one place that knows every part. `--dev` serves `app/` as it is being written. */
async function main(): Promise<void> {
  const root = resolve(import.meta.dirname, '..');
  const dev = process.argv.includes('--dev');
  const environment = readEnvironment(join(root, '.env'), SETTING_NAMES);
  if (!environment.ok) cannotStart(environment.problem);
  const read = readConfig(environment.values);
  if (!read.ok) cannotStart(...read.problems);
  const { config } = read;
  const log = openLog(config.logLevel);
  const stopOn = stopOnSignals();
  if (!dev && !isBuilt(root)) cannotStart('It is not built yet. Run npm start, or npm run build.');

  const http = createServer();
  keepConnections(http);
  const closeHttp = closerOf(http, dev ? 0 : GRACE_MS);
  const early = answerEarly(http);
  const listening = await listen(http, config.host, config.port);
  // Somebody who starts it twice should hear that it runs.
  const isRunning = () => (config.databaseUrl ? null : whoseFolder(config.dataDir));
  if (!listening.ok) cannotStart(isRunning() ?? listening.problem);
  const { port } = listening;
  const publicUrl = config.publicUrl ?? localUrl(config.host, port);

  const tell = tellOfStart(log, early.isAt);
  const opened = await openRecord(config, 'server', tell);
  if (!opened.ok) cannotStart(opened.problem);
  const { db, record, exclusively } = opened;
  const file = join(config.dataDir, SECRET_FILE);
  const opening = await openSecret({ ...config, mark: secretMark(db), file });
  if (!opening.ok) cannotStart(opening.problem);
  const { secret } = opening;
  const processId = randomUUID();
  const noted = (error: unknown) =>
    log.debug({ err: error }, 'it could not be noted that this process is alive');
  const processes = config.databaseUrl ? await keepAlive(db, processId, noted) : null;
  // Several processes go by the record's clock: one that is ahead would put a room's later events into one moment, and
  // delete what is not over.
  const wall = processes?.now ?? Date.now;

  const catalogue = await openCatalogue(join(root, 'content'));
  if (!catalogue.ok) cannotStart(...catalogue.problems);
  // Bundled beside this file: see cli/bundle.ts.
  const reader = openReader({ file: new URL('./pack-worker.mjs', import.meta.url) });
  const mayPlan = createPlanLimit();
  const contents = createPackContents({ db, reader: READER_VERSION, now: wall });
  for (const { id } of catalogue.catalogue.list()) {
    const shipped = catalogue.catalogue.get(id);
    if (shipped) contents.share(shipped);
  }
  // Rooms of an earlier version: what is looked back on today is made of their events, once.
  const rebuilding = { db, loadLog: logOf(record, contents), write: upsert, exclusively };
  await rebuildOnce({ ...rebuilding, ...tell.rebuilds }, 'what trends read of a round');
  early.isAt('opening the pages');
  const packs = createLibrary({
    db,
    contents,
    catalogue: catalogue.catalogue,
    reader,
    heardBy: (ids, familyId) => heardBy(db, ids, familyId),
    mayPlan,
    rounds: {
      all: (packId) => roundsOfPack(db, packId),
      own: (ids, packId) => ownRoundsOfPack(db, ids, packId),
    },
    secret,
    now: wall,
  });
  const clock = steadyClock(log, { wall });
  const recordState = watchRecord(record.problem, log);
  const bus = openBus(
    {
      ...config,
      now: clock.now,
      from: processId,
      others: processes?.others,
      recordWorks: recordState.lately,
    },
    log,
  );

  // From here to the doorway nothing is waited for: no request comes before there is somebody to answer it.
  const identity = createIdentity({ ...config, db, secret, publicUrl, now: wall, log });
  const builtFiles = keepBuiltFiles({
    db,
    folder: join(root, '.next', 'static'),
    now: wall,
    failed: (error) => log.warn({ err: error }, 'files of the pages could not be kept or read'),
  });
  const preparing = openPages({ root, dev, server: http, host: config.host, port });
  // Another process may be asked for the files of a page from here.
  const pages = Promise.all([preparing, processes && builtFiles.keep()]).then(([prepared]) => prepared);
  // Bundled beside this file: see cli/bundle.ts.
  const engineFiles = openEngineFiles(fileURLToPath(new URL('./engines', import.meta.url)));
  const snapshots = createRoomSnapshots({
    db,
    // In development it changes while the bundler watches.
    version: dev ? newReference() : ROOM_CODE,
    failed: (error) => log.warn({ err: error }, 'a snapshot could not be kept'),
  });
  const metrics = createMetrics();
  metrics.watchNode();
  const elsewhere = createElsewhere(log, publicUrl);
  const front = createFront({
    publicUrl,
    dev,
    stamp: (request) => stampAddress(request, config.proxies),
    renewal: ({ headers }) => identity.renewal(headers.cookie ?? null, headers['user-agent'] ?? null),
    signInOrigins: signInOrigins(config),
    pages,
    file: async (path) => (await engineFiles(path)) ?? builtFiles.file(path),
    recordWorks: recordState.works,
    isServable: () => isServable(recordState, bus.othersWork),
    metrics: { ...metrics, token: config.metricsToken, proxies: config.proxies },
    elsewhere: elsewhere.answerTo,
    failed: (error) => log.error({ err: error }, 'a request failed'),
  });
  // Before Socket.IO, which hands on to those it finds there what is not its own, and answers the rest alone.
  early.handOver(front);
  const live = openLive({
    now: clock.now,
    seed: () => randomInt(2 ** 31),
    db,
    record,
    contents,
    secret,
    // Another process may already make links with the next one.
    formerSecrets: [config.nextSecret ?? [], config.formerSecrets].flat(),
    publicUrl,
    identity,
    packs,
    mayPlan,
    bus,
    judge: judgeOf(config, log),
    opinionsAnHour: config.judge?.anHour ?? 0,
    metrics,
    snapshots,
    tellsWebhooks: config.webhook !== null,
    elsewhere: elsewhere.tell,
    log,
    http,
  });
  processes?.serves(live.occupied);
  if (processes)
    void connectionRoom(db, processId, config.databaseConnections).then(
      (room) => tellOfRoom(log, room),
      noted,
    );
  const machineSkewMs = () => (processes ? Date.now() - processes.now() : 0);
  const lookAtMachine = watchMachineClock(log, machineSkewMs);
  lookAtMachine();
  setInterval(() => {
    clock.look(() => live.load().connections === 0);
    lookAtMachine();
  }, CLOCK_MS).unref();
  const { webhook: told } = metrics;
  const webhooks =
    config.webhook && startSender({ db, settings: config.webhook, publicUrl, now: wall, told, log });
  metrics.watch({
    connections: () => live.load().connections,
    rooms: () => live.load().rooms,
    queuedBytes: () => live.load().owed,
    recordWorks: recordState.works,
    bus: bus.report,
    isDraining: front.isDraining,
    clockSkewMs: clock.skew,
    machineSkewMs,
    oldestWebhookMs: config.webhook ? watchOldest(db, wall) : async () => 0,
  });
  openDoorway({
    publicUrl,
    openedAt: (headers) => openedAt(headers.get('host'), { configured: config.publicUrl, local: publicUrl }),
    identity,
    packs,
    rooms: live.rooms,
    tryOuts: live.tryOuts,
    sample: live.sample,
    review: live.review,
    stories: createStories({ db, now: wall, mayWrite: createOwnWordsLimit() }),
    calibration: createCalibration({
      db,
      pack: packs.find,
      heard: (principal, { familyId }) => heardBy(db, idsOf(principal), familyId),
      now: clock.now,
      mayRate: createOwnWordsLimit(),
    }),
    goneRooms: (roomIds) => goneRooms(db, roomIds),
    addressOf,
    failed: (error, path) => {
      const reference = newReference();
      log.error({ err: error, path, reference }, 'a page or a request failed');
      return reference;
    },
  });

  const stopSweeping = startSweeps({
    db,
    contents,
    builtFiles,
    finish: live.tryOuts.finish,
    now: wall,
    ownClock: processes === null,
    log,
  });

  stopOn({
    announcedMs: config.drainMs,
    announce: () => {
      front.drain();
      log.info(
        { state: 'draining', seconds: config.drainMs / 1_000 },
        'draining: /servable and /readyz say no',
      );
    },
    stop: async () => {
      recordState.close();
      log.info({ state: 'stopping' }, 'stopping: nothing more is taken');
      // No new connections from here on, and what is under way has its time.
      await Promise.all([closeHttp(), live.close(), reader.close(READER_MS), stopSweeping()]);
      await Promise.all([bus.close(), processes?.close(), snapshots.settled(), webhooks?.close()]);
      await record.close();
      log.info({ state: 'stopped' }, 'stopped');
    },
  });

  await pages;
  process.stdout.write(`Hotseat is ready. Open ${publicUrl}\n`);
  const elsewhereUrls = config.publicUrl === null ? networkUrls(config.host, port) : [];
  if (elsewhereUrls.length > 0)
    process.stdout.write(`To invite others in this network, open ${elsewhereUrls.join(' or ')}\n`);
}

/** Where the settings name one. */
function judgeOf({ judge: settings }: Config, log: Log) {
  const failed = (reason: unknown) => log.warn({ err: reason }, 'the judge gave no opinion');
  return settings && createJudge({ settings, patienceMs: PATIENCE_MS, failed });
}

await main();
