import { readFile } from 'node:fs/promises';
import type { Art } from './artwork.ts';

/** An entry of the seed catalogue. */
export interface Entry {
	handle: string;
	name: string;
	description: string;
	tags: string[];
	/** USD minor units. */
	price: number;
	/** ISO-8601, UTC. */
	createdAt: string;
	/** File name under the seed's images folder. */
	image: string;
	art: Art;
}

/** The seed of the products service, where the catalogue and its pictures live. */
export const SEED = new URL('../../../subgraphs/products/seed/', import.meta.url);

export const readCatalogue = async (): Promise<Entry[]> =>
	JSON.parse(await readFile(new URL('catalogue.json', SEED), 'utf8'));
