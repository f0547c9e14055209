import { createHash } from 'node:crypto';
import type { Picture } from './picture.ts';

/** An artwork of the catalogue, sold or archived. */
export interface Product {
	id: string;
	/** Never changes and is never given to another product. */
	handle: string;
	name: string;
	description: string;
	tags: string[];
	/** USD minor units. */
	price: number;
	/** Epoch milliseconds. */
	createdAt: number;
	available: boolean;
	/** Quantities of all paid orders. Written by increments alone. */
	downloads: number;
	/** Goes up with each change but for `downloads`. */
	version: number;
	/** Unique; tells products of the same price or moment apart in lists. */
	sequence: number;
	picture: Picture;
}

/** What an admin decides of a product. */
export interface ProductDetails {
	name: string;
	description: string;
	tags: string[];
	/** USD minor units. */
	price: number;
}

export interface NewProduct extends ProductDetails {
	handle: string;
	/** Epoch milliseconds. */
	createdAt: number;
	picture: Picture;
}

const idPattern = /^prd_[0-9a-f]{20}$/;
const handlePattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const maxHandleLength = 80;

/** A product's id follows from its handle, so that a shop seeded anew has the same ids. */
export function productId(handle: string): string {
	return `prd_${createHash('sha256').update(`product:${handle}`).digest('hex').slice(0, 20)}`;
}

export function isProductId(text: string): boolean {
	return idPattern.test(text);
}

export function isHandle(text: string): boolean {
	return text.length <= maxHandleLength && handlePattern.test(text);
}

/** A readable handle for a name: 'Moon Night' gives 'moon-night'; empty when the name has no Latin letter or digit. */
export function handleFor(name: string): string {
	return name
		.normalize('NFKD')
		.toLowerCase()
		.replaceAll(/\p{M}|['’]/gu, '')
		.replaceAll(/[^a-z0-9]+/g, '-')
		.slice(0, maxHandleLength - 4)
		.replaceAll(/^-+|-+$/g, '');
}
