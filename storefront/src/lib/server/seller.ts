import { settings } from './config.ts';

/** Who runs the shop, as its contact page and its terms name them. */
export function seller() {
	const { SELLER_EMAIL, SELLER_ADDRESS, SELLER_NAME } = settings();
	return {
		email: SELLER_EMAIL,
		address: [SELLER_NAME, ...SELLER_ADDRESS.split(',').map((line) => line.trim())],
	};
}
