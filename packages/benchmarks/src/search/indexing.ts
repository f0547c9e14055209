import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LogStorage } from '@infinite-blob/redis-embedded/storage/log-storage';
import { SCHEMA } from './catalogue.ts';
import { EngineUnderTest } from './engine-under-test.ts';
import type { Report } from './report.ts';
import { INDEX } from './shapes.ts';
import { seconds } from './time.ts';

type Documents = readonly (readonly [key: string, json: string])[];

/** Documents in a transaction. */
const BATCH = 100;
const CREATE = [
	...['FT.CREATE', INDEX, 'ON', 'JSON', 'PREFIX', '1', 'products:product:', 'STOPWORDS', '0'],
	...['SCORE_FIELD', '$.popularity'],
	...['SCHEMA', ...SCHEMA],
];

/** Writes documents into an index, committing to a log, and starts again with what was written. */
export function measureWriting(documents: Documents, report: Report): void {
	const dir = mkdtempSync(join(tmpdir(), 'bench-search-'));
	try {
		const written = new EngineUnderTest(new LogStorage(dir));
		written.run(CREATE);
		const writing = seconds(() => write(written, documents));
		report.add('documents written a second', (documents.length / writing).toFixed(0));
		written.engine.close();
		const start = seconds(() => new EngineUnderTest(new LogStorage(dir)).engine.close());
		report.add('start with data and index, s', start.toFixed(2));
	} finally {
		rmSync(dir, { recursive: true });
	}
}

/** Indexes documents that are there. @returns the engine that holds them */
export function measureIndexing(documents: Documents, report: Report): EngineUnderTest {
	const redis = new EngineUnderTest();
	const empty = usedMb();
	write(redis, documents);
	const stored = usedMb();
	report.add('index built, s', seconds(() => redis.run(CREATE)).toFixed(2));
	const each = (mb: number) => ((mb * 1024) / documents.length).toFixed(2);
	report.add('a document in memory, KB', each(stored - empty));
	report.add('in the index, KB', each(usedMb() - stored));
	return redis;
}

function write(redis: EngineUnderTest, documents: Documents): void {
	for (let i = 0; i < documents.length; i += BATCH) {
		// Texts of their own, as they come from a socket: else they would be kept without taking any room.
		const sets = documents
			.slice(i, i + BATCH)
			.map(([key, json]) => ['JSON.SET', key, '$', Buffer.from(json).toString('latin1')]);
		redis.run(['MULTI'], ...sets, ['EXEC']);
	}
}

/** What the process has in use; what is garbage counts as well without `--expose-gc`. */
function usedMb(): number {
	// What the first one finds gives its buffers back by the second.
	globalThis.gc?.();
	globalThis.gc?.();
	const { heapUsed, arrayBuffers } = process.memoryUsage();
	return (heapUsed + arrayBuffers) / 2 ** 20;
}
