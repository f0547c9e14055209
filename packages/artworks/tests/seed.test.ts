import { readdir, readFile, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { readCatalogue, SEED } from '../src/catalogue.ts';

interface Campaign {
	id: string;
	text: string;
	productHandle: string;
	keywords: string[];
	weight: number;
}

const catalogue = await readCatalogue();
const campaigns: Campaign[] = JSON.parse(
	await readFile(new URL('../../../subgraphs/ads/seed/campaigns.json', import.meta.url), 'utf8'),
);
const imageFile = (image: string) => fileURLToPath(new URL(`images/${image}`, SEED));
const words = (text: string) => text.split(/\s+/).length;

test('the catalogue has at least 48 artworks, no two of the same name, handle, picture or seed', () => {
	expect(catalogue.length).toBeGreaterThanOrEqual(48);
	for (const key of ['handle', 'name', 'description', 'image', 'createdAt'] as const)
		expect(new Set(catalogue.map((entry) => entry[key])).size, key).toBe(catalogue.length);
	expect(new Set(catalogue.map(({ art }) => `${art.family} ${art.seed}`)).size).toBe(catalogue.length);
	expect(catalogue.map(({ handle }) => handle)).toContain('moon-night');
});

test.each(catalogue)(
	'$handle can be sold as it is described',
	({ handle, name, description, tags, price, createdAt }) => {
		expect(handle).toMatch(/^[a-z0-9]+(-[a-z0-9]+)+$/);
		expect(words(name)).toBeGreaterThanOrEqual(2);
		expect(words(name)).toBeLessThanOrEqual(4);
		expect(description.match(/[.!?](\s|$)/g)?.length).toBeGreaterThanOrEqual(2);
		expect(tags.length).toBeGreaterThanOrEqual(3);
		expect(tags.length).toBeLessThanOrEqual(6);
		expect(new Set(tags).size).toBe(tags.length);
		for (const tag of tags) expect(tag).toMatch(/^[a-z]+( [a-z]+)?$/);
		expect(Number.isInteger(price)).toBe(true);
		expect(price).toBeGreaterThanOrEqual(900);
		expect(price).toBeLessThanOrEqual(12900);
		expect(new Date(createdAt).toISOString()).toBe(createdAt);
	},
);

test('every tag is shared by at least two artworks', () => {
	const counts = new Map<string, number>();
	for (const tag of catalogue.flatMap(({ tags }) => tags)) counts.set(tag, (counts.get(tag) ?? 0) + 1);
	expect([...counts].filter(([, count]) => count < 2)).toEqual([]);
	expect(counts.size).toBeLessThanOrEqual(30);
});

test('every artwork has its original in WebP, at least 1600 px on the shorter side', async () => {
	for (const { image } of catalogue) {
		const { format, width, height } = await sharp(imageFile(image)).metadata();
		expect(format, image).toBe('webp');
		expect(Math.min(width, height), image).toBeGreaterThanOrEqual(1600);
	}
});

test('the originals take less than 8 MB in all, and nothing else lies among them', async () => {
	const files = await readdir(new URL('images/', SEED));
	expect(files.sort()).toEqual(catalogue.map(({ image }) => image).sort());
	const sizes = await Promise.all(files.map(async (file) => (await stat(imageFile(file))).size));
	expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(8_000_000);
});

test('campaigns name artworks of the catalogue, and no price: visitors have five currencies', () => {
	expect(campaigns.length).toBeGreaterThanOrEqual(8);
	expect(new Set(campaigns.map(({ id }) => id)).size).toBe(campaigns.length);
	for (const { id, text, productHandle, keywords, weight } of campaigns) {
		const product = catalogue.find(({ handle }) => handle === productHandle);
		expect(product, id).toBeDefined();
		expect(id).toMatch(/^cmp_[a-z0-9-]+$/);
		expect(text).toContain(product!.name);
		expect(text, id).not.toMatch(/[\d$]/);
		expect(keywords.length).toBeGreaterThan(0);
		expect(weight).toBeGreaterThanOrEqual(1);
		expect(weight).toBeLessThanOrEqual(10);
	}
});
