import { describe, expect, it } from 'vitest';
import { mediaPath, readMediaAddress } from './media-address.ts';
import { acceptedFormats, type MediaFormat } from './media-format.ts';

describe('the formats that a client takes', () => {
	it.each<[string | undefined, MediaFormat[]]>([
		// Chrome, Firefox, Safari.
		['image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8', ['AVIF', 'WEBP']],
		['image/avif,image/webp,image/png,image/svg+xml,image/*;q=0.8,*/*;q=0.5', ['AVIF', 'WEBP']],
		['image/webp,image/avif,image/jxl,video/*;q=0.8,image/*;q=0.8,*/*;q=0.5', ['AVIF', 'WEBP']],
		// A browser of 2018, one without either, a program, nothing.
		['image/webp,image/apng,image/*,*/*;q=0.8', ['WEBP']],
		['image/png, image/svg+xml, image/*;q=0.8, */*;q=0.5', ['WEBP']],
		['*/*', ['WEBP']],
		['', ['WEBP']],
		[undefined, ['WEBP']],
		['text/html', ['WEBP']],
		['image/avif;q=0.8, image/webp', ['WEBP']],
		['image/avif; Q=0.9 , image/webp;q=0.5', ['AVIF', 'WEBP']],
		['image/avif;q=0, */*', ['WEBP']],
		['image/avif;q=0.000, image/webp;q=0', ['WEBP']],
		['IMAGE/AVIF', ['AVIF']],
		['image/avif, image/webp;q=0', ['AVIF']],
		['image/avif, */*;q=0.1', ['AVIF', 'WEBP']],
		['image/avif;q=2, image/webp', ['WEBP']],
		['image/avif;q=-1, image/webp', ['WEBP']],
		['image/avif;q=;;,,q=0.5,image/webp;q=x', ['WEBP']],
	])('by %j are %j', (accept, formats) => {
		expect(acceptedFormats(accept)).toEqual(formats);
	});
});

describe('the address of a picture', () => {
	const hash = 'a'.repeat(64);

	it('names a format where one is asked for, and is read as it is written', () => {
		for (const format of [undefined, 'AVIF', 'WEBP', 'JPEG'] as const)
			for (const size of ['THUMBNAIL', 'CARD', 'FULL'] as const) {
				const address = { hash, size, format };
				expect(readMediaAddress(mediaPath(address))).toEqual(address);
			}
		expect(mediaPath({ hash, size: 'CARD' })).toBe(`/media/${hash}/card`);
		expect(mediaPath({ hash, size: 'FULL', format: 'JPEG' })).toBe(`/media/${hash}/full.jpg`);
	});

	it.each([
		`/media/${hash}`,
		`/media/${hash}/`,
		`/media/${hash}/card.`,
		`/media/${hash}/card.png`,
		`/media/${hash}/card.webp.avif`,
		`/media/${hash}/constructor`,
		`/media/${hash}/CARD`,
		`/media/${hash}/card/..`,
		`/media/${hash.toUpperCase()}/card`,
		`/media/${hash}a/card`,
		`/originals/${hash}.webp`,
		`/media/../originals/${hash}.webp`,
	])('is none of %s', (path) => {
		expect(readMediaAddress(path)).toBeUndefined();
	});
});
