import { describe, expect, it } from 'vitest';
import { isAnimatedPng } from './animated-png.ts';
import { imageBytes } from './image-bytes.ts';
import { InvalidImage } from './invalid-image.ts';

describe('an image given as base64', () => {
	const bytes = Buffer.from(Array.from({ length: 200 }, (_, i) => i));

	it('is read whatever its length, with line breaks and without padding too', () => {
		for (let length = 1; length < bytes.length; length++) {
			const base64 = bytes.subarray(0, length).toString('base64');
			for (const given of [base64, base64.replace(/=+$/, ''), base64.replaceAll(/(.{76})/g, '$1\r\n')])
				expect(imageBytes(given)).toEqual(bytes.subarray(0, length));
		}
	});

	it.each([
		['', 'empty'],
		['=', 'empty'],
		['hello world!', 'not given as base64'],
		['QUJD*REVG', 'not given as base64'],
		['QUJDR', 'not given as base64'],
		['QUJD=REVG', 'not given as base64'],
		['\u{1F5BC}'.repeat(20), 'not given as base64'],
		['data:image/png;base64,QUJD', 'without "data:…,"'],
		['https://example.com/a.png', 'not given as base64'],
	])('is refused as %j: %s', (given, message) => {
		expect(() => imageBytes(given)).toThrow(InvalidImage);
		expect(() => imageBytes(given)).toThrow(message);
	});

	it('may have 20 MB and no more', () => {
		const most = 20 * 1024 * 1024;
		expect(imageBytes(Buffer.alloc(most).toString('base64'))).toHaveLength(most);
		for (const size of [most + 1, 2 * most])
			expect(() => imageBytes(Buffer.alloc(size).toString('base64'))).toThrow('larger than 20 MB');
	});
});

describe('an animated PNG', () => {
	const chunk = (type: string, length = 0) => {
		const bytes = Buffer.alloc(12 + length);
		bytes.writeUInt32BE(length);
		bytes.write(type, 4, 'latin1');
		return bytes;
	};
	const png = (...chunks: Buffer[]) => Buffer.concat([Buffer.alloc(8), ...chunks]);

	it('is known by the chunk that makes it one, before the picture', () => {
		expect(isAnimatedPng(png(chunk('IHDR', 13), chunk('acTL', 8), chunk('IDAT')))).toBe(true);
		expect(isAnimatedPng(png(chunk('IHDR', 13), chunk('IDAT', 5), chunk('acTL')))).toBe(false);
	});

	it('is none that ends too early, or says that a chunk is longer than all', () => {
		const endless = chunk('IHDR');
		endless.writeUInt32BE(0xff_ff_ff_ff);
		for (const bytes of [png(), png(endless), png(chunk('IHDR', 13)).subarray(0, 15)])
			expect(isAnimatedPng(bytes)).toBe(false);
	});
});
