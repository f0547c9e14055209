import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { picture } from './products-under-test.ts';

const latin1 = (text: string) => Buffer.from(text, 'latin1');
const signatures = { png: latin1('\x89PNG\r\n\x1a\n'), jpeg: latin1('\xff\xd8\xff\xe0') };

function chunk(type: string, data: Uint8Array): Buffer {
	const bytes = Buffer.alloc(12 + data.length);
	bytes.writeUInt32BE(data.length);
	bytes.write(type, 4, 'latin1');
	bytes.set(data, 8);
	bytes.writeUInt32BE(crc32(bytes.subarray(4, 8 + data.length)), 8 + data.length);
	return bytes;
}

function uint32(...numbers: number[]): Buffer {
	const bytes = Buffer.alloc(4 * numbers.length);
	for (const [place, number] of numbers.entries()) bytes.writeUInt32BE(number, 4 * place);
	return bytes;
}

/** A whole PNG of so many black pixels, each in one bit: a square of 30,000 takes 110 kB. */
function blackPng(side: number): Buffer {
	const rows = Buffer.alloc(side * (1 + Math.ceil(side / 8)));
	const header = Buffer.concat([uint32(side, side), Buffer.from([1, 0, 0, 0, 0])]);
	const parts = [chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))];
	return Buffer.concat([signatures.png, ...parts]);
}

/** A WebP of which nothing is there but its header, with a chunk that says how large it is. */
function webpHeader(type: string, data: Uint8Array): Buffer {
	const size = Buffer.alloc(4);
	size.writeUInt32LE(data.length);
	const length = Buffer.alloc(4);
	length.writeUInt32LE(12 + data.length);
	return Buffer.concat([latin1('RIFF'), length, latin1('WEBP'), latin1(type), size, data]);
}

/** One that shows two pictures in turn. */
async function animatedPng(): Promise<Buffer> {
	const png = await picture().png().toBuffer();
	const afterHeader = signatures.png.length + 25;
	return Buffer.concat([
		png.subarray(0, afterHeader),
		chunk('acTL', uint32(2, 0)),
		png.subarray(afterHeader),
	]);
}

async function animatedWebp(): Promise<Buffer> {
	const frames = await Promise.all(
		['#f00', '#00f'].map((colour) => picture(40, 40, colour).png().toBuffer()),
	);
	return sharp(frames, { join: { animated: true } })
		.webp({ loop: 0 })
		.toBuffer();
}

/** A picture that no compression makes small. */
function noise(side: number) {
	const grain = { type: 'gaussian' as const, mean: 128, sigma: 60 };
	return sharp({ create: { width: side, height: side, channels: 3, background: '#000', noise: grain } });
}

const partOf = async (bytes: Promise<Buffer>, share: number) => {
	const whole = await bytes;
	return whole.subarray(0, Math.floor(whole.length * share));
};
const script = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';

/** What is no still picture of a kind that the shop takes, by what it is. */
export const oddImages: [what: string, bytes: () => Promise<Buffer> | Buffer][] = [
	['zero bytes', () => Buffer.alloc(0)],
	['one byte', () => Buffer.from([0xff])],
	['text', () => Buffer.from('hello world')],
	['an SVG with a script', () => Buffer.from(script)],
	['an SVG that says it is a PNG', () => Buffer.concat([signatures.png, Buffer.from(script)])],
	['a GIF', () => picture().gif().toBuffer()],
	[
		'a GIF that says it is a JPEG',
		async () => Buffer.concat([signatures.jpeg, await picture().gif().toBuffer()]),
	],
	['a TIFF', () => picture().tiff().toBuffer()],
	['an AVIF', () => picture().avif({ effort: 0 }).toBuffer()],
	['an animated WebP', animatedWebp],
	['an animated PNG', animatedPng],
	['a PNG in name only', () => Buffer.concat([signatures.png, latin1('hello')])],
	['a JPEG in name only', () => Buffer.concat([signatures.jpeg, Buffer.alloc(5_000)])],
	['a WebP in name only', () => webpHeader('VP8 ', Buffer.alloc(5_000))],
	['a WAV', () => latin1('RIFF\x24\0\0\0WAVEfmt ')],
	['a PNG of which a tenth is missing', () => partOf(noise(300).png().toBuffer(), 0.9)],
	['a JPEG of which a tenth is missing', () => partOf(noise(300).jpeg().toBuffer(), 0.9)],
	['a JPEG without its last bytes', () => partOf(noise(300).jpeg().toBuffer(), 0.995)],
	['a WebP of which a tenth is missing', () => partOf(noise(300).webp().toBuffer(), 0.9)],
	['a small PNG of 30,000 by 30,000 pixels', () => blackPng(30_000)],
	['a PNG of more than 50 million pixels', () => blackPng(7_100)],
	[
		'a PNG that says it has 2³¹ pixels a side',
		() => {
			const header = Buffer.concat([uint32(2 ** 31 - 1, 2 ** 31 - 1), Buffer.from([8, 6, 0, 0, 0])]);
			return Buffer.concat([
				signatures.png,
				chunk('IHDR', header),
				chunk('IDAT', deflateSync(Buffer.alloc(9))),
			]);
		},
	],
	[
		'a WebP that says it has 16,384 pixels a side',
		() => webpHeader('VP8L', Buffer.from([0x2f, 255, 255, 255, 15, 0, 0])),
	],
	[
		'a WebP that says it has 2²⁴ pixels a side',
		() => webpHeader('VP8X', Buffer.from([0, 0, 0, 0, 255, 255, 255, 255, 255, 255])),
	],
	[
		'19 MB of nothing behind the signature of a JPEG',
		() => Buffer.concat([signatures.jpeg, Buffer.alloc(19_000_000)]),
	],
	['more than 20 MB', () => Buffer.concat([signatures.jpeg, Buffer.alloc(20 * 1024 * 1024)])],
];

/** What is no base64 of anything. */
export const oddTexts: [what: string, text: () => string][] = [
	['nothing', () => ''],
	['words', () => 'not base64 at all!'],
	['emoji', () => '🖼️'.repeat(50)],
	['an address', () => 'https://example.com/picture.png'],
	['a data URL', () => `data:image/png;base64,${blackPng(8).toString('base64')}`],
	[
		'a picture with something between',
		() =>
			blackPng(8)
				.toString('base64')
				.replace(/^.{20}/, '$&**'),
	],
	['a path', () => '../../originals/x.png'],
	['25 MB of letters', () => 'A'.repeat(25_000_000)],
	['25 MB of stars', () => '*'.repeat(25_000_000)],
];

/** A whole picture that may just come in, of nearly 50 million pixels. */
export const largestPng = () => blackPng(7_000);
