import { afterAll, beforeAll, expect, it } from 'vitest';
import { type EmbeddedRedis, startRedis } from '../src/start-redis.ts';
import { openRaw } from './contract/redis.ts';

/** RESP3 as RedisJSON 2.6 and later speak it; earlier ones answered as in RESP2. */
let redis: EmbeddedRedis;
let connection: Awaited<ReturnType<typeof openRaw>>;
beforeAll(async () => {
	redis = await startRedis();
	connection = await openRaw(redis.url, 3);
	await connection.send(['JSON.SET', 'doc', '$', '{"a":1,"b":[2.0,true,null,{"c":"s"}]}']);
});
afterAll(async () => {
	await connection[Symbol.asyncDispose]();
	await redis.close();
});

it.each([
	['JSON.TYPE doc $.*', '*1\r\n*2\r\n$7\r\ninteger\r\n$5\r\narray\r\n'],
	['JSON.TYPE doc .a', '*1\r\n$7\r\ninteger\r\n'],
	['JSON.TYPE none $', '*1\r\n_\r\n'],
	['JSON.NUMINCRBY doc $..* 0', '*7\r\n:1\r\n_\r\n,2\r\n_\r\n_\r\n_\r\n_\r\n'],
	['JSON.NUMINCRBY doc .a 0', '*1\r\n:1\r\n'],
	['JSON.GET none $', '_\r\n'],
	['JSON.GET doc FORMAT STRING $.a', '$3\r\n[1]\r\n'],
	[
		'JSON.GET doc FORMAT EXPAND $.b $.x',
		'*2\r\n*1\r\n*4\r\n,2\r\n#t\r\n_\r\n%1\r\n$1\r\nc\r\n$1\r\ns\r\n*0\r\n',
	],
	['JSON.GET doc FORMAT EXPAND1 $.a $.b[3]', '*2\r\n*1\r\n:1\r\n*1\r\n$9\r\n{"c":"s"}\r\n'],
	['JSON.GET doc FORMAT JSON $', '-ERR wrong reply format\r\n'],
	['JSON.ARRPOP doc FORMAT EXPAND $.b', '*1\r\n%1\r\n$1\r\nc\r\n$1\r\ns\r\n'],
	['JSON.ARRPOP doc FORMAT EXPAND', '-Legacy paths are supported only with FORMAT STRINGS\r\n'],
	['JSON.ARRPOP doc FORMAT STRINGS $.b', '*1\r\n$4\r\nnull\r\n'],
	['JSON.ARRPOP doc FORMAT JSON $.b', '-ERR wrong reply format\r\n'],
	['JSON.RESP doc $.b', '*1\r\n*3\r\n+[\r\n,2\r\n+true\r\n'],
])('%s', async (words, reply) => {
	expect(await connection.send(words.split(' '), reply.length)).toBe(reply);
});
