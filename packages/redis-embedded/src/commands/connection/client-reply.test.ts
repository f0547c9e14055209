import { expect, it } from 'vitest';
import { openRaw } from '../../../tests/contract/redis.ts';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const redis = useRedis();

it('drops every reply, or the next', async () => {
	await using raw = await openRaw(redis.url, 2);
	const lines = [
		'CLIENT REPLY OFF',
		'PING a',
		'NONSENSE',
		'CLIENT REPLY nonsense',
		'CLIENT REPLY ON',
		'PING b',
	];
	raw.socket.write(`${lines.join('\r\n')}\r\n`);
	expect(await raw.receive(12)).toBe('+OK\r\n$1\r\nb\r\n');
	raw.socket.write('CLIENT REPLY SKIP\r\nPING a\r\nPING b\r\n');
	expect(await raw.receive(7)).toBe('$1\r\nb\r\n');
	raw.socket.write('CLIENT REPLY SKIP\r\nCLIENT REPLY ON\r\nCLIENT REPLY maybe\r\n');
	expect(await raw.receive(24)).toBe('+OK\r\n-ERR syntax error\r\n');
});

it.each([2, 3] as const)('drops no message in RESP%i', async (protocol) => {
	await using raw = await openRaw(redis.url, protocol);
	const head = protocol === 3 ? '>3' : '*3';
	raw.socket.write('CLIENT REPLY OFF\r\nSUBSCRIBE a\r\n');
	expect(await raw.receive(28)).toBe(`${head}\r\n$9\r\nsubscribe\r\n$1\r\na\r\n:1\r\n`);
	await redis.call('PUBLISH', 'a', 'm');
	expect(await raw.receive(28)).toBe(`${head}\r\n$7\r\nmessage\r\n$1\r\na\r\n$1\r\nm\r\n`);
	raw.socket.write('UNSUBSCRIBE\r\n');
	expect(await raw.receive(28)).toBe(`${head}\r\n$11\r\nunsubscribe\r\n$1\r\na\r\n:0\r\n`);
});
