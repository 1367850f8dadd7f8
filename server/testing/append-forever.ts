import { openRecord } from '../store/open';

/** The child of the crash test: appends to five rooms without end, and prints each acknowledged command. */
const opened = await openRecord({ databaseUrl: null, dataDir: process.argv[2] ?? '' });
if (!opened.ok) throw new Error(opened.problem);
const { record } = opened;

async function play(roomId: string): Promise<never> {
  for (let head = (await record.load(roomId)).length; ; head += 2) {
    const event = { type: 'Said', data: { text: 'x'.repeat(200) }, at: Date.now(), by: null };
    const commandId = `${roomId}-${head}`;
    const result = await record.append({
      roomId,
      expectedSeq: head,
      commandId,
      events: [event, event],
      projections: [],
    });
    if (!result.ok) throw new Error(result.reason);
    process.stdout.write(`${roomId} ${commandId}\n`);
  }
}

await Promise.all([0, 1, 2, 3, 4].map((room) => play(`rm_${room}`)));
