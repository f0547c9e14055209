import { InvalidImage } from './invalid-image.ts';

const maxBytes = 20 * 1024 * 1024;
// With line breaks after each 76 characters, and some more.
const maxCharacters = Math.ceil(maxBytes * 1.4);

/**
 * The bytes of an image that is given as base64; line breaks in it do not matter.
 *
 * @throws InvalidImage when it is no base64, empty or larger than 20 MB
 */
export function imageBytes(base64: string): Buffer {
	if (base64.length > maxCharacters) throw tooLarge();
	if (base64.startsWith('data:'))
		throw new InvalidImage('Give the image’s base64 alone, without "data:…," in front.');
	const bytes = decode(base64) ?? decode(base64.replaceAll(/\s/g, ''));
	if (!bytes) throw new InvalidImage('The image is not given as base64.');
	if (bytes.length === 0) throw new InvalidImage('The image is empty.');
	if (bytes.length > maxBytes) throw tooLarge();
	return bytes;
}

function tooLarge(): InvalidImage {
	return new InvalidImage('The image is larger than 20 MB.');
}

/** Node leaves out what is no base64, so that fewer bytes come out than there should be. */
function decode(base64: string): Buffer | undefined {
	const padding = base64.endsWith('==') ? 2 : base64.endsWith('=') ? 1 : 0;
	const characters = base64.length - padding;
	const bytes = Buffer.from(base64, 'base64');
	return characters % 4 !== 1 && bytes.length === Math.floor((characters * 3) / 4) ? bytes : undefined;
}
