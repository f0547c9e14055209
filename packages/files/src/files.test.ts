import { mkdtempSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { diskStore } from './disk-store.ts';
import { sendFile } from './send-file.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'ib-files-'));
const store = diskStore(folder);

describe('disk store', () => {
	it('keeps a file whole and leaves no draft behind', async () => {
		await store.put('invoices/a.pdf', Buffer.from('hello'));
		await store.put('invoices/a.pdf', Buffer.from('hello again'));
		expect((await store.read('invoices/a.pdf')).toString()).toBe('hello again');
		expect(readdirSync(path.join(folder, 'invoices'))).toEqual(['a.pdf']);
		expect(readdirSync(path.join(folder, '.drafts'))).toEqual([]);
	});

	it('stores a new file once, and leaves one that is there alone', async () => {
		expect(await store.putNew('invoices/b.pdf', Buffer.from('first'))).toBe(true);
		expect(await store.putNew('invoices/b.pdf', Buffer.from('second'))).toBe(false);
		expect((await store.read('invoices/b.pdf')).toString()).toBe('first');
		expect(readdirSync(path.join(folder, '.drafts'))).toEqual([]);
	});

	it('lets one of many that store the same new file at once win, for all of them', async () => {
		const stores = [store, diskStore(folder)];
		const texts = Array.from({ length: 40 }, (_, index) => `${index} `.repeat(10_000));
		const won = await Promise.all(
			texts.map((text, index) => stores[index % 2]!.putNew('race/c.pdf', Buffer.from(text))),
		);
		expect(won.filter(Boolean)).toHaveLength(1);
		expect((await store.read('race/c.pdf')).toString()).toBe(texts[won.indexOf(true)]);
		expect(readdirSync(path.join(folder, 'race'))).toEqual(['c.pdf']);
	});

	it('clears away what a process left that died while it wrote, but not what is being written', async () => {
		const [left, fresh] = ['left', 'fresh'].map((name) => path.join(folder, '.drafts', name));
		for (const draft of [left!, fresh!]) writeFileSync(draft, 'half of');
		utimesSync(left!, new Date(), new Date(Date.now() - 2 * 60 * 60 * 1000));
		await diskStore(folder).put('invoices/d.pdf', Buffer.from('whole'));
		expect(readdirSync(path.join(folder, '.drafts'))).toEqual(['fresh']);
	});

	it('says when there is no such file', async () => {
		await expect(store.read('nothing')).rejects.toThrow('there is no file nothing');
		expect(await store.find('nothing')).toBeUndefined();
	});

	it.each(['../secrets.json', 'a/../../b', '/etc/passwd', '', 'a//b', '.hidden', 'a\0b'])(
		'refuses %j as a key',
		async (key) => {
			await expect(store.read(key)).rejects.toThrow(RangeError);
		},
	);
});

describe('sending a file', () => {
	const server = createServer(async (request, response) => {
		const file = await store.find('art.txt');
		if (file) await sendFile(request, response, file, { 'content-type': 'text/plain', etag: '"v2"' });
	});
	let url = '';
	beforeAll(async () => {
		await store.put('art.txt', Buffer.from('0123456789'));
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	});
	afterAll(() => server.close());

	const get = (range?: string, more: Record<string, string> = {}) =>
		fetch(url, { headers: { ...(range && { range }), ...more } });

	it('sends the whole file', async () => {
		const response = await get();
		expect(response.status).toBe(200);
		expect(response.headers.get('content-length')).toBe('10');
		expect(await response.text()).toBe('0123456789');
	});

	it('sends the range that was asked', async () => {
		const response = await get('bytes=2-4');
		expect(response.status).toBe(206);
		expect(response.headers.get('content-range')).toBe('bytes 2-4/10');
		expect(await response.text()).toBe('234');
	});

	it('sends the rest of what the client has, and everything when that was another file', async () => {
		expect((await get('bytes=2-4', { 'if-range': '"v2"' })).status).toBe(206);
		const other = await get('bytes=2-4', { 'if-range': '"v1"' });
		expect([other.status, await other.text()]).toEqual([200, '0123456789']);
	});

	it.each([
		['before the first byte', (response: ServerResponse) => response.destroy()],
		[
			'in the middle',
			(response: ServerResponse) => response.once('pipe', () => setTimeout(() => response.destroy(), 5)),
		],
	])('takes it calmly that the client goes %s', async (_, leave) => {
		await store.put('large', Buffer.alloc(10_000_000));
		const file = (await store.find('large'))!;
		const sent = Promise.withResolvers<void>();
		const leaving = createServer((request, response) => {
			leave(response);
			sendFile(request, response, file, {}).then(sent.resolve, sent.reject);
		});
		await new Promise<void>((resolve) => leaving.listen(0, '127.0.0.1', resolve));
		const { port } = leaving.address() as AddressInfo;
		const received = fetch(`http://127.0.0.1:${port}`).then((answer) => answer.text());
		await expect(received).rejects.toThrow();
		await expect(sent.promise).resolves.toBeUndefined();
		leaving.close();
	});

	it('refuses a range beyond the end', async () => {
		expect((await get('bytes=20-30')).status).toBe(416);
	});

	it('sends everything for a range it cannot read', async () => {
		expect((await get('pages=1')).status).toBe(200);
	});
});
