import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

beforeEach(() => call('XGROUP', 'CREATE', 's', 'g', '$', 'MKSTREAM'));

const read = (consumer: string, ...words: string[]) =>
	call('XREADGROUP', 'GROUP', 'g', consumer, ...words, 'STREAMS', 's', '>');
type Consumer = [string, string, string, number, string, number, string, number];
const consumers = async () => (await call('XINFO', 'CONSUMERS', 's', 'g')) as unknown as Consumer[];

it('tells of consumers by name', async () => {
	await call('XADD', 's', 1, 'f', 'v');
	await read('b');
	await read('a');
	const told = await consumers();
	expect(told.map(([, name, , pending]) => [name, pending])).toEqual([
		['a', 0],
		['b', 1],
	]);
	expect(told[0]?.filter((_, i) => i % 2 === 0)).toEqual(['name', 'pending', 'idle', 'inactive']);
});

it('tells when a consumer last asked, and when it last got something', async () => {
	await read('a');
	expect((await consumers())[0]?.[7]).toBe(-1);
	await call('XADD', 's', 1, 'f', 'v');
	await read('a');
	await sleep(25);
	const [[, , , , , idle, , inactive]] = (await consumers()) as [Consumer];
	expect(idle).toBeGreaterThanOrEqual(24);
	expect(inactive).toBeGreaterThanOrEqual(24);
	await read('a');
	const [[, , , , , idleNow, , inactiveNow]] = (await consumers()) as [Consumer];
	expect(inactiveNow - idleNow).toBeGreaterThanOrEqual(24);
});

it('sees a claim as activity, not a history nor what is read without acknowledging', async () => {
	await call('XADD', 's', 1, 'f', 'v');
	await read('a', 'NOACK');
	await call('XREADGROUP', 'GROUP', 'g', 'a', 'STREAMS', 's', 0);
	await call('XCLAIM', 's', 'g', 'b', 0, 1, 'FORCE');
	const inactive = (await consumers()).map((told) => told[7]);
	expect(inactive[0]).toBe(-1);
	expect(inactive[1]).toBeGreaterThanOrEqual(0);
});

it('needs the stream and the group', async () => {
	await expect(call('XINFO', 'CONSUMERS', 'none', 'g')).rejects.toThrow('ERR no such key');
	await expect(call('XINFO', 'CONSUMERS', 's', 'none')).rejects.toThrow(
		"NOGROUP No such consumer group 'none' for key name 's'",
	);
	await expect(call('XINFO', 'CONSUMERS', 's')).rejects.toThrow(
		"wrong number of arguments for 'xinfo|consumers' command",
	);
});
