import { expect, it } from 'vitest';
import { openRaw } from '../../../tests/contract/redis.ts';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const redis = useRedis();
const { call, connect } = redis;

const list = async (...words: (string | number)[]) =>
	String(await call('CLIENT', 'LIST', ...words))
		.split('\n')
		.slice(0, -1);

it('describes every connection, or some by their IDs', async () => {
	const other = await connect();
	await other('CLIENT', 'SETNAME', 'other');
	await other('MULTI');
	await other('PING');
	const [mine, id] = [
		await call('CLIENT', 'ID'),
		(await list()).find((line) => line.includes(' name=other ')),
	];
	expect(id).toMatch(/ flags=x db=0 .* multi=1 watch=0 qbuf=0 .* cmd=ping /);
	const lines = await list('ID', /^id=(\d+)/.exec(id!)![1]!, 1e9, mine as number);
	expect(lines.map((line) => / cmd=(\S+)/.exec(line)![1])).toEqual(['ping', 'client|list']);
});

it('tells who has subscribed', async () => {
	await using subscriber = await openRaw(redis.url, 2);
	await subscriber.send(['SUBSCRIBE', 'a', 'b']);
	expect((await list('TYPE', 'pubsub')).join()).toMatch(/ flags=P .* sub=2 psub=0 .* cmd=subscribe /);
	expect(await list('TYPE', 'NORMAL')).not.toEqual([]);
	expect(await list('TYPE', 'replica')).toEqual([]);
});

it('refuses what it cannot filter by', async () => {
	await expect(list('TYPE', 'none')).rejects.toThrow("ERR Unknown client type 'none'");
	await expect(list('ID', 'a')).rejects.toThrow('ERR Invalid client ID');
	for (const words of [['ID'], ['TYPE'], ['TYPE', 'normal', 'x'], ['NAME', 'x']]) {
		await expect(list(...words)).rejects.toThrow('ERR syntax error');
	}
});
