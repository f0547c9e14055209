import { readFile } from 'node:fs/promises';
import type { Redis } from '@infinite-blob/redis/connect';
import type { Logger } from '@infinite-blob/service/logger';
import { z } from 'zod';
import type { ImageIntake } from './image-intake.ts';
import type { ProductRepository } from './product-repository.ts';

/** The shop's own. */
export const ownSeed = new URL('../seed/', import.meta.url);

const catalogueSchema = z.array(
	z.object({
		handle: z.string(),
		name: z.string(),
		description: z.string(),
		tags: z.array(z.string()),
		/** USD minor units. */
		price: z.int(),
		createdAt: z.iso.datetime().transform((text) => Date.parse(text)),
		/** The file's name in the folder `images`. */
		image: z.string(),
	}),
);

/** Where an unfinished seeding is remembered, to be taken up again at the next start. */
const progressKey = 'products:seed';
const atOnce = 4;

/**
 * Fills an empty shop with the seed catalogue. Replicas that start together may both be at it: each product is
 * created once, by whoever claims its handle.
 *
 * @param folder with `catalogue.json` and `images/`
 * @returns whether anything was to be done
 */
export async function seedCatalogue(
	redis: Redis,
	products: ProductRepository,
	images: ImageIntake,
	folder: URL,
	logger?: Logger,
): Promise<boolean> {
	const progress = await redis.get(progressKey);
	if (progress === 'done') return false;
	if (progress === null && !(await products.isEmpty())) return false;
	await redis.set(progressKey, 'begun');
	const startedAt = performance.now();
	const catalogue = catalogueSchema.parse(
		JSON.parse(await readFile(new URL('catalogue.json', folder), 'utf8')),
	);
	catalogue.sort((a, b) => a.createdAt - b.createdAt);
	for (let from = 0; from < catalogue.length; from += atOnce) {
		const part = catalogue.slice(from, from + atOnce);
		const drafts = await Promise.all(
			part.map(async ({ image, ...entry }) => ({
				...entry,
				picture: await images.take(await readFile(new URL(`images/${image}`, folder))),
			})),
		);
		// One after the other, so that sequences and events follow the catalogue.
		for (const draft of drafts) await products.create(draft, 'seed');
	}
	await redis.set(progressKey, 'done');
	const ms = Math.round(performance.now() - startedAt);
	logger?.info({ products: catalogue.length, ms }, 'catalogue seeded');
	return true;
}
