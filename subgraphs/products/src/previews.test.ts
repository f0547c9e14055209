import { Readable } from 'node:stream';
import type { FileStore } from '@infinite-blob/files/file-store';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { encodePreview } from './encode-preview.ts';
import { Lanes } from './lanes.ts';
import { Previews } from './previews.ts';

vi.mock(import('./encode-preview.ts'), async (original) => ({
	...(await original()),
	encodePreview: vi.fn(),
}));

const hashes = ['a', 'b', 'c'].map((letter) => letter.repeat(64)) as [string, string, string];
const card = (hash: string, format: 'WEBP' | 'AVIF' = 'WEBP') => ({ hash, size: 'CARD' as const, format });

/** A file store that holds three originals. */
function memoryStore(): FileStore {
	const files = new Map(hashes.map((hash) => [`originals/${hash}.png`, Buffer.from(hash)]));
	return {
		find: async (key) => {
			const content = files.get(key);
			return content && { size: content.length, open: () => Readable.from([content]) };
		},
		read: async (key) => files.get(key) as Buffer,
		put: async (key, content) => void files.set(key, Buffer.from(content)),
		putNew: async () => false,
	};
}

describe('previews', () => {
	/** The first letters of the originals in the order in which they were decoded. */
	let decoded: string[];
	let previews: Previews;
	let gate: Promise<unknown>;

	beforeEach(() => {
		decoded = [];
		gate = new Promise((resolve) => setTimeout(resolve, 5));
		vi.mocked(encodePreview).mockImplementation(async (original) => {
			decoded.push(original.toString()[0] ?? '');
			await gate;
			return Buffer.from('preview');
		});
		previews = new Previews(memoryStore(), new Lanes(2, 9));
	});

	it('are made once, however many ask, and whether they wait or not', async () => {
		const [a] = hashes;
		await Promise.all([
			...Array.from({ length: 20 }, () => previews.find(card(a))),
			...Array.from({ length: 5 }, () => previews.prepare(card(a))),
		]);
		await previews.find(card(a));
		expect(decoded).toEqual(['a']);
		await previews.find(card(a, 'AVIF'));
		expect(decoded).toEqual(['a', 'a']);
	});

	it('that somebody waits for go before those that are prepared', async () => {
		previews = new Previews(memoryStore(), new Lanes(1, 9));
		const [a, b, c] = hashes;
		const { promise, resolve } = Promise.withResolvers();
		gate = promise;
		const prepared = Promise.all([a, b, c].map((hash) => previews.prepare(card(hash))));
		await vi.waitFor(() => expect(decoded).toEqual(['a']));
		const found = previews.find(card(c));
		await new Promise(setImmediate);
		resolve(undefined);
		await Promise.all([found, prepared]);
		expect(decoded).toEqual(['a', 'c', 'b']);
	});

	it('are tried again after a failure', async () => {
		const [a] = hashes;
		vi.mocked(encodePreview).mockRejectedValueOnce(new Error('no memory'));
		await expect(previews.find(card(a))).rejects.toThrow('no memory');
		expect(await previews.find(card(a))).toMatchObject({ size: 7 });
	});

	it('of what does not exist are none, without decoding', async () => {
		const none = card('d'.repeat(64));
		expect([await previews.find(none), await previews.kept(none)]).toEqual([undefined, undefined]);
		await previews.prepare(none);
		expect(decoded).toEqual([]);
	});
});
