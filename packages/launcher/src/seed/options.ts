import { parseArgs } from 'node:util';
import { wholeOption } from '@infinite-blob/config/whole-option';

/** What to fill a shop with. */
export interface SeedOptions {
	/** Artworks to add to those of the shop's own catalogue. */
	products: number;
	/** Orders of the past year. */
	orders: number;
	/** The same seed gives the same artworks and orders. */
	seed: number;
}

export const help = `npm run seed -- [options]

Fills the shop with a believable catalogue and history: artworks that share the pictures of the shop's own, and a year
of orders by shoppers of different tastes. It may be stopped and started again at any time.

  --products N   how many such artworks the shop is to have, up to 200000 (1000)
  --orders N     how many orders for them, up to 1000000 (five for each artwork, at most 50000); those of another
                 number of artworks are others, and come on top
  --seed N       the same seed gives the same shop (1)

REDIS_URL names the shop's Redis; without it, it is the one that npm start runs, or the embedded one on the data folder.`;

/** @returns undefined when help was asked for. @throws with a message of one line for an option that cannot be */
export function readSeedOptions(args: string[]): SeedOptions | undefined {
	const { values } = parseArgs({
		args,
		options: {
			products: { type: 'string', default: '1000' },
			orders: { type: 'string' },
			seed: { type: 'string', default: '1' },
			help: { type: 'boolean', short: 'h', default: false },
		},
	});
	if (values.help) return undefined;
	const products = wholeOption('products', values.products, 200_000);
	const byDefault = String(Math.min(50_000, products * 5));
	return {
		products,
		orders: wholeOption('orders', values.orders ?? byDefault, 1_000_000),
		seed: wholeOption('seed', values.seed, 2 ** 31 - 1),
	};
}
