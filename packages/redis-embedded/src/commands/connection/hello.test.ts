import { expect, it } from 'vitest';
import { openRaw } from '../../../tests/contract/redis.ts';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const redis = useRedis();
const { call } = redis;

it('tells of the server, and of what is spoken', async () => {
	const told = (await call('HELLO')) as string[];
	expect(told.filter((_, i) => i % 2 === 0)).toEqual([
		...['server', 'version', 'proto', 'id', 'mode', 'role', 'modules'],
	]);
	expect(told.slice(0, 2)).toEqual(['server', 'redis']);
	expect(told.slice(4, 8)).toEqual(['proto', 2, 'id', await call('CLIENT', 'ID')]);
});

it('changes the protocol at once, and back', async () => {
	await using raw = await openRaw(redis.url, 2);
	expect(await raw.send(['HELLO', '3'], 100)).toMatch(/^%7\r\n\$6\r\nserver\r\n/);
	expect(await raw.send(['GET', 'none'])).toBe('_\r\n');
	expect(await raw.send(['HELLO', '2'], 100)).toMatch(/^\*14\r\n\$6\r\nserver\r\n/);
	expect(await raw.send(['GET', 'none'])).toBe('$-1\r\n');
});

it('takes a user and a name', async () => {
	await call('HELLO', 2, 'SETNAME', 'me', 'AUTH', 'default', 'any');
	expect(await call('CLIENT', 'GETNAME')).toBe('me');
});

it.each([
	['4', 'NOPROTO unsupported protocol version'],
	['1', 'NOPROTO unsupported protocol version'],
	['three', 'ERR Protocol version is not an integer or out of range'],
	['3 SETNAME', "ERR Syntax error in HELLO option 'SETNAME'"],
	['3 AUTH default', "ERR Syntax error in HELLO option 'AUTH'"],
	['3 SETNAME a NONSENSE', "ERR Syntax error in HELLO option 'NONSENSE'"],
	['3 SETNAME é', 'ERR Client names cannot contain spaces, newlines or special characters.'],
	['3 SETNAME a AUTH nobody any', 'WRONGPASS invalid username-password pair or user is disabled.'],
])('changes nothing with %s', async (line, message) => {
	await call('HELLO', 2, 'SETNAME', 'before');
	await expect(call('HELLO', ...line.split(' '))).rejects.toThrow(message);
	expect(await call('CLIENT', 'GETNAME')).toBe('before');
	expect(await call('GET', 'none')).toBeNull();
});
