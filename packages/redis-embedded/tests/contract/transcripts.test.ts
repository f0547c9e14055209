import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { splitInline } from '../../src/protocol/parser.ts';
import { openRaw, startContractRedis } from './redis.ts';

/**
 * Sessions recorded from a real Redis, byte for byte: `>` a command, `<` its reply, `3` the reply in RESP3 where
 * it differs, `␍` an end of line.
 */
const folder = new URL('transcripts/', import.meta.url);

interface Exchange {
	readonly command: string;
	readonly replies: Record<2 | 3, string>;
}

function readTranscript(file: string): Exchange[] {
	const exchanges: Exchange[] = [];
	for (const line of readFileSync(new URL(file, folder), 'utf8').split('\n')) {
		const rest = line.slice(2).replaceAll('␍', '\r\n');
		if (line.startsWith('>')) exchanges.push({ command: line.slice(2), replies: { 2: '', 3: '' } });
		else if (line.startsWith('<')) Object.assign(exchanges.at(-1)!.replies, { 2: rest, 3: rest });
		else if (line.startsWith('3')) exchanges.at(-1)!.replies[3] = rest;
	}
	return exchanges;
}

let redis: Awaited<ReturnType<typeof startContractRedis>>;
beforeAll(async () => {
	redis = await startContractRedis();
});
afterAll(() => redis[Symbol.asyncDispose]());

describe.each([2, 3] as const)('in RESP%d', (protocol) => {
	it.each(readdirSync(folder))('answers %s as Redis does', async (file) => {
		await using connection = await openRaw(redis.url, protocol);
		await connection.send(['FLUSHALL']);
		const heard: string[] = [];
		const expected: string[] = [];
		for (const { command, replies } of readTranscript(file)) {
			heard.push(`${command} → ${await connection.send(splitInline(command), replies[protocol].length)}`);
			expected.push(`${command} → ${replies[protocol]}`);
		}
		expect(heard).toEqual(expected);
	});
});
