import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('takes the name and the version of a library', async () => {
	expect(await call('CLIENT', 'SETINFO', 'lib-name', 'lib')).toBe('OK');
	expect(await call('CLIENT', 'SETINFO', 'LIB-VER', '1.2')).toBe('OK');
	await expect(call('CLIENT', 'SETINFO', 'lib-Name', 'a b')).rejects.toThrow(
		'ERR lib-Name cannot contain spaces, newlines or special characters.',
	);
	await expect(call('CLIENT', 'SETINFO', 'badger', 'a')).rejects.toThrow("ERR Unrecognized option 'badger'");
	expect(await call('CLIENT', 'INFO')).toContain(' lib-name=lib lib-ver=1.2');
	await call('CLIENT', 'SETINFO', 'LIB-NAME', '');
	expect(await call('CLIENT', 'INFO')).toContain(' lib-name= ');
});
