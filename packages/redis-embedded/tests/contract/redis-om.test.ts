import { createClient, type RedisClientType } from 'redis';
import { type Entity, Repository, Schema } from 'redis-om';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startContractRedis } from './redis.ts';

let redis: Awaited<ReturnType<typeof startContractRedis>>;
let client: RedisClientType;
beforeAll(async () => {
	redis = await startContractRedis();
	client = createClient({ url: redis.url });
	await client.connect();
});
afterAll(async () => {
	await client.quit();
	await redis[Symbol.asyncDispose]();
});

const FIELDS = {
	title: { type: 'text', sortable: true },
	body: { type: 'text', stemming: false, weight: 2, matcher: 'dm:en' },
	sku: { type: 'string', caseSensitive: true },
	tags: { type: 'string[]', separator: ';' },
	qty: { type: 'number', sortable: true },
	ok: { type: 'boolean' },
	at: { type: 'date', sortable: true },
	loc: { type: 'point' },
	hid: { type: 'string', indexed: false },
} as const;

const ALBUM: Entity = {
	title: 'Dark Side running',
	body: 'the quick brown fox',
	sku: 'A-1 b',
	tags: ['x', 'y z'],
	qty: 5,
	ok: true,
	at: new Date('2024-01-02T03:04:05Z'),
	loc: { longitude: 12.5, latitude: 41.9 },
	hid: 'h',
};

describe.each(['JSON', 'HASH'] as const)('a repository of %s documents', (dataStructure) => {
	let albums: Repository;
	const count = (search: ReturnType<Repository['search']>) => search.return.count();
	beforeAll(async () => {
		albums = new Repository(new Schema(`album${dataStructure}`, FIELDS, { dataStructure }), client as never);
		await albums.createIndex();
		await albums.save('01', ALBUM);
		await albums.save('02', { ...ALBUM, title: 'second album', sku: 'B2', qty: 7, ok: false });
		await albums.save('03', { ...ALBUM, qty: 9 });
	});

	it('creates its index once', async () => {
		await albums.createIndex();
		expect(await client.ft._list()).toContain(`album${dataStructure}:index`);
	});

	it('fetches what it saved', async () => {
		expect(await albums.fetch('01')).toMatchObject(ALBUM);
		expect((await albums.fetch('01', '02')).map((album) => album.qty)).toEqual([5, 7]);
	});

	it('finds by whole strings, numbers, booleans, dates and points', async () => {
		const all = () => albums.search();
		expect(await count(all().where('sku').eq('A-1 b'))).toBe(2);
		expect(await count(all().where('sku').eq('a-1 b'))).toBe(0);
		expect(await count(all().where('sku').does.not.equal('B2'))).toBe(2);
		expect(await count(all().where('qty').between(5, 7))).toBe(2);
		expect(await count(all().where('qty').gt(5).and('qty').lte(9))).toBe(2);
		expect(await count(all().where('ok').is.true())).toBe(2);
		expect(await count(all().where('at').after(new Date('2023-01-01')))).toBe(3);
		const near = all()
			.where('loc')
			.inRadius((circle) => circle.origin(12.4, 41.8).radius(50).km);
		expect(await count(near)).toBe(3);
	});

	it('finds by words, their stems, phrases, prefixes and misspellings', async () => {
		const title = () => albums.search().where('title');
		expect(await count(title().matches('run'))).toBe(2);
		expect(await count(title().matches('dark side'))).toBe(2);
		expect(await count(title().matchExactly('Dark Side'))).toBe(2);
		expect(await count(title().matchExactly('Side Dark'))).toBe(0);
		expect(await count(title().matches('albun', { fuzzyMatching: true, levenshteinDistance: 1 }))).toBe(1);
		expect(await count(title().matches('alb*'))).toBe(1);
		expect(await count(title().matches('the'))).toBe(0);
	});

	it('finds by tags, and by any mixture', async () => {
		expect(await count(albums.search().where('tags').contains('y z'))).toBe(3);
		expect(await count(albums.search().where('tags').containsOneOf('x', 'q'))).toBe(3);
		const mixed = albums
			.search()
			.where('ok')
			.is.false()
			.or((search) => search.where('qty').gte(9).and('sku').eq('A-1 b'));
		expect(await mixed.return.allIds()).toEqual(['02', '03']);
	});

	it('sorts and pages', async () => {
		const page = await albums.search().sortBy('qty', 'DESC').return.page(0, 2);
		expect(page.map((album) => album.qty)).toEqual([9, 7]);
		expect(await albums.search().sortAsc('title').return.allIds()).toEqual(['01', '03', '02']);
		expect(await albums.search().return.minId('qty')).toBe('01');
		expect(await albums.search().return.all({ pageSize: 2 })).toHaveLength(3);
	});

	it('says where a query went wrong', async () => {
		await expect(albums.searchRaw('@qty:[').return.count()).rejects.toThrow(
			'Syntax error at offset 5 near qty',
		);
	});

	it('forgets what is removed or expires, and its index', async () => {
		await albums.expire('02', 1);
		await albums.remove('01');
		expect(await albums.search().return.count()).toBe(2);
		await expect.poll(() => albums.search().return.count(), { timeout: 3000 }).toBe(1);
		await albums.dropIndex();
		expect(await client.ft._list()).not.toContain(`album${dataStructure}:index`);
	});
});
