/** What public pictures are served as: the extension of the addresses for one format alone, and the media type. */
export const mediaFormats = {
	AVIF: { extension: 'avif', type: 'image/avif' },
	WEBP: { extension: 'webp', type: 'image/webp' },
	JPEG: { extension: 'jpg', type: 'image/jpeg' },
} as const;
export type MediaFormat = keyof typeof mediaFormats;

/** The format that an extension stands for, if it stands for one. */
export function formatOf(extension: string): MediaFormat | undefined {
	const formats = Object.keys(mediaFormats) as MediaFormat[];
	return formats.find((format) => mediaFormats[format].extension === extension);
}

/**
 * What a client takes, by its Accept header (RFC 9110, section 12.5.1), best first. AVIF is for those who name it and
 * like it no less than WebP: clients without it say "any picture" as well, so that a wildcard does not ask for it.
 * Whoever takes neither gets WebP.
 */
export function acceptedFormats(accept: string | undefined): MediaFormat[] {
	const weights = weightsIn(accept ?? '');
	const avif = weights.get('image/avif') ?? 0;
	const webp = weights.get('image/webp') ?? weights.get('image/*') ?? weights.get('*/*') ?? 0;
	if (avif === 0 || avif < webp) return ['WEBP'];
	return webp === 0 ? ['AVIF'] : ['AVIF', 'WEBP'];
}

/** The media ranges of an Accept header with their weights; a weight that is none is 0. */
function weightsIn(accept: string): Map<string, number> {
	return new Map(
		accept.split(',').map((element) => {
			const [range = '', ...parameters] = element.toLowerCase().split(';');
			const weight = parameters.map((each) => each.trim()).find((each) => each.startsWith('q='));
			const valid = weight === undefined || /^q=(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/.test(weight);
			return [range.trim(), valid ? Number(weight?.slice(2) ?? 1) : 0];
		}),
	);
}
