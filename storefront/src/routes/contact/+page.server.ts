import { seller } from '#lib/server/seller.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => seller();
