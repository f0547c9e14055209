import { dampedLift, type Support } from './lift.ts';

/** By so much two products that are described alike are believed to be bought together more often than others. */
export const likeness = 5;
/** 1 would go by the chance that the next shopper buys a product; less shows more of the catalogue. */
export const popularityPower = 0.7;

/**
 * How much likelier a product is bought by somebody who chose another one: by the orders that held both, else by how
 * alike the two are. As a logarithm.
 *
 * @param similarity from 0 to 1, where it matters
 */
export function logAffinity(support: Support, similarity = 0): number {
	return Math.log(dampedLift(support, 1 + likeness * similarity));
}

/** How popular a product is by itself, as a logarithm: the share of orders that held it, and half an order more. */
export function logPopularity(sold: number, orders: number): number {
	return popularityPower * Math.log((sold + 0.5) / (orders + 1));
}
