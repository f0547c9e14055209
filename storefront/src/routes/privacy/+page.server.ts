import { settings } from '#lib/server/config.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => {
	const { SHOP_CONTACT_EMAIL, SHOP_CONTACT_ADDRESS } = settings();
	return { email: SHOP_CONTACT_EMAIL, address: SHOP_CONTACT_ADDRESS.split(',').map((line) => line.trim()) };
};
