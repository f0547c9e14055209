import { ApiConsumer } from '@infinite-blob/e2e/api-consumer';
import type { FaultShop } from '../fault-shop.ts';
import type { Random } from '../random.ts';
import { Background } from './background.ts';
import { GaveUp } from './insist.ts';
import { Journal } from './journal.ts';
import { type OrderPlan, planOrder } from './plan.ts';
import { shop } from './shopper.ts';

/** What every shopper of a run knows. */
export interface Mall {
	gatewayUrl: string;
	admin: ApiConsumer;
	journal: Journal;
	/** Ends the run, whatever is still to do. */
	over: AbortSignal;
	background: Background;
}

export function openMall({ gatewayUrl, folder }: FaultShop, over: AbortSignal): Mall {
	const admin = new ApiConsumer(gatewayUrl, folder.adminToken);
	return { gatewayUrl, admin, journal: new Journal(), over, background: new Background() };
}

/** Lets all clients place their orders, side by side. What each is going to do is settled before. */
export async function shopAll(
	mall: Mall,
	{ orders, clients }: { orders: number; clients: number },
	products: readonly string[],
	random: Random,
): Promise<void> {
	const returning = Array.from({ length: clients }, (_, index) => `returning-${index + 1}`);
	const plans = Array.from({ length: clients }, (): OrderPlan[] => []);
	for (let order = 0; order < orders; order++) {
		const client = order % clients;
		const name = `c${client + 1}-${plans[client]!.length + 1}`;
		plans[client]!.push(planOrder(random, products, name, random.pick(returning)));
	}
	await Promise.all(
		plans.map(async (own, client) => {
			try {
				await shop(mall, `c${client + 1}`, own, random.fork());
			} catch (error) {
				// What it could not do is missing in the journal, where the audit finds it.
				if (!(error instanceof GaveUp)) throw error;
			}
		}),
	);
}
