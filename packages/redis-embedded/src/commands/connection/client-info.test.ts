import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('describes this connection', async () => {
	const id = await call('CLIENT', 'ID');
	await call('CLIENT', 'SETNAME', 'me');
	await call('WATCH', 'a', 'b');
	const fields = String(await call('CLIENT', 'INFO'))
		.trimEnd()
		.split(' ');
	const names = (
		'id addr laddr fd name age idle flags db sub psub ssub multi watch qbuf qbuf-free argv-mem multi-mem rbs rbp ' +
		'obl oll omem tot-mem events cmd user redir resp lib-name lib-ver'
	).split(' ');
	// Redis 8 tells more after them.
	expect(fields.map((field) => field.split('=')[0]).slice(0, names.length)).toEqual(names);
	expect(fields).toEqual(
		expect.arrayContaining([
			...[`id=${id}`, 'name=me', 'flags=N', 'db=0', 'sub=0', 'psub=0', 'multi=-1', 'watch=2', 'qbuf=26'],
			...['argv-mem=10', 'events=r', 'cmd=client|info', 'user=default', 'resp=2'],
		]),
	);
});
