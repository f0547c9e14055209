import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

const info = async (...sections: string[]) => String(await call('INFO', ...sections));

it('tells what clients look for, by sections', async () => {
	const text = await info();
	expect(text).toMatch(/^# Server\r\nredis_version:\d+\.\d+\.\d+\r\n/);
	for (const line of ['loading:0', 'role:master', 'cluster_enabled:0'])
		expect(text).toContain(`\r\n${line}\r\n`);
	expect(await info('EVERYTHING')).toContain('redis_version');
	expect(await info('modules')).toMatch(/^# Modules\r\nmodule:name=\w+,ver=\d+,/);
	expect(await info('nonsense')).toBe('');
});

it('counts keys, and those that expire', async () => {
	expect(await info('keyspace')).toBe('# Keyspace\r\n');
	await call('MSET', 'a', '1', 'b', '2');
	await call('EXPIRE', 'a', 100);
	expect(await info('Keyspace', 'clients')).toMatch(
		/connected_clients:[^#]*# Keyspace\r\ndb0:keys=2,expires=1,avg_ttl=\d+,subexpiry=0/,
	);
});
