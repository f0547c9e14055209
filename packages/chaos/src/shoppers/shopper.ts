import { setTimeout as sleep } from 'node:timers/promises';
import { ApiConsumer } from '@infinite-blob/e2e/api-consumer';
import type { Random } from '../random.ts';
import { applyCoupon, emptyCart, fillCart, putExtras, waitForSettledCart } from './cart-moves.ts';
import { insist } from './insist.ts';
import type { Asked } from './journal.ts';
import type { Mall } from './mall.ts';
import { cancelWhenDue, placeOrder, refundWhenDue, retryPayment } from './order-moves.ts';
import type { OrderPlan } from './plan.ts';
import { add, startVisit, type Visit } from './visit.ts';

const mostLinesKept = 20;

/** One client: places its orders one after the other, mostly in one session, and follows each to where it rests. */
export async function shop(mall: Mall, name: string, plans: OrderPlan[], random: Random): Promise<void> {
	let visit: Visit | undefined;
	for (const [index, plan] of plans.entries()) {
		if (mall.over.aborted) return;
		await sleep(random.between(0, 300));
		if (!visit || visit.isLost || visit.isLeft || visit.perhaps.size > 0) visit = await enter(mall, random);
		if (visit.cart.size + plan.lines.length > mostLinesKept) await emptyCart(mall, visit, random);
		while (!(await fillCart(mall, visit, plan.lines, random))) visit = await enter(mall, random);
		await buy(mall, visit, `${name}-${index + 1}`, plan, random);
	}
}

async function enter({ gatewayUrl, journal, over }: Mall, random: Random): Promise<Visit> {
	const api = new ApiConsumer(gatewayUrl);
	const { createSession } = await insist(api, 'mutation { createSession { token } }', {}, random, over);
	api.token = createSession.token;
	const visit = startVisit(api);
	journal.visits.push(visit);
	return visit;
}

async function buy(mall: Mall, visit: Visit, name: string, plan: OrderPlan, random: Random): Promise<void> {
	const { journal, over, background } = mall;
	if (plan.coupon) await applyCoupon(mall, visit, plan.coupon, random);
	const asked: Asked = {
		name,
		visit,
		email: plan.email,
		lines: [...visit.cart].map(([productId, quantity]) => ({ productId, quantity })),
		orderIds: new Set(),
		refusal: undefined,
		methods: [plan.method],
		cancel: { asked: false, accepted: false },
		refund: { asked: false, accepted: false },
		surprises: [],
		watch: undefined,
	};
	journal.asked.push(asked);
	const watch = await placeOrder(mall, asked, plan, random);
	if (!watch) return;
	background.add(cancelWhenDue(mall, asked, plan, random.fork()));
	background.add(refundWhenDue(mall, asked, plan, random.fork()));
	await putExtras(visit, plan.extras, random);
	let rest = await watch.until(({ status }) => status !== 'PLACED', over);
	for (const method of plan.retries) {
		if (rest?.status !== 'DECLINED') break;
		const steps = await retryPayment(mall, asked, method, plan.cancelsDeclined, random);
		if (steps === undefined) break;
		rest = await watch.until((seen) => seen.steps >= steps && seen.status !== 'PLACED', over);
	}
	if (rest === undefined || ['DECLINED', 'CANCELLED'].includes(rest.status)) return;
	for (const { productId, quantity } of asked.lines) add(visit.cart, productId, -quantity);
	await waitForSettledCart(mall, visit);
}
