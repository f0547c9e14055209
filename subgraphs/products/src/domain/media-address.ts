import { formatOf, type MediaFormat, mediaFormats } from './media-format.ts';
import { type Size, sizes } from './picture.ts';

const address = /^\/media\/([0-9a-f]{64})\/([a-z]+)(?:\.([a-z]+))?$/;

/** A public picture; without a format whichever the client takes. */
export interface MediaAddress {
	/** The original's SHA-256, in hex. */
	hash: string;
	size: Size;
	format?: MediaFormat | undefined;
}

/** The path under which a picture is served; what is there never changes. */
export function mediaPath({ hash, size, format }: MediaAddress): string {
	const path = `/media/${hash}/${size.toLowerCase()}`;
	return format ? `${path}.${mediaFormats[format].extension}` : path;
}

/** What a path stands for; undefined when it is no picture's. */
export function readMediaAddress(path: string): MediaAddress | undefined {
	const [, hash, name, extension] = address.exec(path) ?? [];
	const size = name?.toUpperCase();
	const format = extension === undefined ? undefined : formatOf(extension);
	if (!hash || !isSize(size) || (extension !== undefined && !format)) return undefined;
	return { hash, size, format };
}

function isSize(name: string | undefined): name is Size {
	return name !== undefined && Object.hasOwn(sizes, name);
}
