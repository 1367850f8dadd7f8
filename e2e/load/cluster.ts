import { z } from 'zod';
import { startPostgres } from '../../server/testing/postgres';
import { startRedis } from '../../server/testing/redis';
import { type BusyFigures, measureBusy, type Note } from './busy';
import { median, rounded } from './report';
import type { Scale } from './scale';
import { startHotseats } from './server-process';

/** What `bench --cluster --json` prints. Units: ms, commands a second. */
export const clusterReport = z.strictObject({
  cluster: z.array(
    z.strictObject({
      processes: z.int(),
      fanout: z.strictObject({ p50: z.number(), p99: z.number() }),
      perSecond: z.number(),
    }),
  ),
});
export type ClusterReport = z.infer<typeof clusterReport>;

/**
 * The same fan-out and ramp as with one server, over as many processes as the scale says, on one PostgreSQL and one Redis. A
 * room's people are spread over the processes, so that with more than one most deliveries cross over.
 */
export async function measureCluster(scale: Scale, note: Note): Promise<ClusterReport> {
  const redis = await startRedis();
  const postgres = await startPostgres();
  try {
    const cluster: ClusterReport['cluster'] = [];
    for (const processes of scale.processes) {
      const rounds: BusyFigures[] = [];
      for (let no = 1; no <= scale.rounds; no += 1) {
        note(`${processes} at once, round ${no} of ${scale.rounds}`);
        const shared = { databaseUrl: await postgres.database(), redisUrl: redis.url };
        const server = await startHotseats(processes, shared);
        try {
          rounds.push(await measureBusy(server, scale, note));
        } finally {
          await server.stop();
        }
      }
      const middle = (of: (figures: BusyFigures) => number) => rounded(median(rounds.map(of)));
      cluster.push({
        processes,
        fanout: { p50: middle(({ fanout }) => fanout.p50), p99: middle(({ fanout }) => fanout.p99) },
        perSecond: middle(({ perSecond }) => perSecond),
      });
    }
    return { cluster };
  } finally {
    await postgres.stop();
    await redis.stop();
  }
}

export function clusterInWords({ cluster }: ClusterReport): string {
  return cluster
    .map(
      ({ processes, fanout, perSecond }) =>
        `${processes} ${processes === 1 ? 'process' : 'processes'}: fan-out ${fanout.p50} / ${fanout.p99} ms (p50 / p99), ${perSecond} commands a second\n`,
    )
    .join('');
}
