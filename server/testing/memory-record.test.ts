import { describeEvents } from '../store/events.contract';
import { MemoryEvents, memoryRecord } from './memory-record';

describeEvents('memory', async () => memoryRecord(new MemoryEvents(), () => true));
