import { readFile } from 'node:fs/promises';
import { ProgressBar } from '@infinite-blob/progress/progress-bar';
import type { Redis } from '@infinite-blob/redis/connect';
import { syntheticCatalogue } from '@infinite-blob/synthetic-shop/catalogue';
import { z } from 'zod';
import type { Picture } from '../domain/picture.ts';
import type { ImageIntake } from '../image-intake.ts';
import type { ProductRepository } from '../product-repository.ts';

const batch = 200;
const entries = z.array(z.object({ image: z.string(), art: z.object({ family: z.string() }) }));

/** How far the growing of this very catalogue has come. */
const progressKey = 'products:growth';

interface Growth {
	seed: number;
	/** How many artworks to add. */
	size: number;
	/** Epoch milliseconds. */
	now: number;
}

/**
 * Adds the artworks of a synthetic catalogue, which share the pictures of the seed catalogue by their families. What an
 * earlier run added is not added again: how far it came is written down with each batch.
 *
 * @param folder of the seed catalogue
 */
export async function growCatalogue(
	redis: Redis,
	products: ProductRepository,
	images: ImageIntake,
	folder: URL,
	{ seed, size, now }: Growth,
): Promise<void> {
	const pictures = await sharedPictures(images, folder);
	const name = `${seed} ${size}`;
	const earlier = await redis.hgetall(progressKey);
	const isResumed = earlier.name === name;
	const until = isResumed ? Number(earlier.until) : now;
	let count = isResumed ? Number(earlier.count) : 0;
	const catalogue = syntheticCatalogue({ seed, size, until });
	using bar = new ProgressBar('Add artworks', size, count);
	while (count < size) {
		const end = Math.min(size, count + batch);
		const drafts = Array.from({ length: end - count }, (_, place) => {
			const { topic: _topic, family, ...artwork } = catalogue.at(count + place);
			const choice = pictures.get(family) ?? [];
			return { ...artwork, picture: choice[(count + place) % choice.length] as Picture };
		});
		await products.createAll(drafts, 'growth', (multi) =>
			multi.hset(progressKey, { name, until, count: end }),
		);
		bar.advance(end - count);
		count = end;
	}
}

async function sharedPictures(images: ImageIntake, seed: URL): Promise<Map<string, Picture[]>> {
	const catalogue = entries.parse(JSON.parse(await readFile(new URL('catalogue.json', seed), 'utf8')));
	const pictures = new Map<string, Picture[]>();
	for (const { image, art } of catalogue) {
		const picture = await images.take(await readFile(new URL(`images/${image}`, seed)));
		pictures.set(art.family, [...(pictures.get(art.family) ?? []), picture]);
	}
	return pictures;
}
