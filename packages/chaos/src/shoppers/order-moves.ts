import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '../random.ts';
import { removeCoupon } from './cart-moves.ts';
import { insistOn, type Outcome } from './insist.ts';
import type { Asked } from './journal.ts';
import type { Mall } from './mall.ts';
import { OrderWatch } from './order-watch.ts';
import type { OrderPlan } from './plan.ts';

const orderFields = 'order { id timeline { status } } userErrors { code }';
const place = `mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { ${orderFields} } }`;
const cancel = `mutation ($id: ID!) { cancelOrder(orderId: $id) { ${orderFields} } }`;
const retry = `mutation ($id: ID!, $method: String!, $key: String!) {
	retryPayment(orderId: $id, paymentMethod: $method, idempotencyKey: $key) { ${orderFields} } }`;
const refund = `mutation ($id: ID!) { refundOrder(orderId: $id) { ${orderFields} } }`;

/** Places the order: the same request as often as it takes, side by side too. @returns the watch on the order */
export async function placeOrder(
	mall: Mall,
	asked: Asked,
	plan: OrderPlan,
	random: Random,
): Promise<OrderWatch | undefined> {
	const { visit } = asked;
	const input = {
		idempotencyKey: randomUUID(),
		customer: { firstName: 'Zoë', lastName: `Čapek ${asked.name}`, email: plan.email },
		paymentMethod: plan.method,
	};
	const send = async (own: Random): Promise<Outcome> => {
		const outcome = await insistOn(visit.api, place, { input }, own, mall.over);
		if (outcome.ok) asked.orderIds.add(outcome.payload.order.id);
		return outcome;
	};
	const twins = Array.from({ length: plan.twins }, () => send(random.fork()));
	const first = await Promise.race(twins);
	// A coupon that was used up for one may have come free for the other, an instant later.
	const outcome = first.ok ? first : ((await Promise.all(twins)).find(({ ok }) => ok) ?? first);
	if (outcome.ok) {
		for (const twin of twins) mall.background.add(twin.then((own) => noteRefusedTwin(asked, own)));
		asked.watch = new OrderWatch(visit.api, outcome.payload.order.id);
		return asked.watch;
	}
	if (outcome.code === 'COUPON_INVALID') {
		await removeCoupon(mall, visit, random);
		return placeOrder(mall, asked, { ...plan, twins: 1 }, random);
	}
	asked.refusal = outcome.code;
	return undefined;
}

/** @returns how many steps the timeline had when the retry was accepted; undefined when it was not */
export async function retryPayment(
	mall: Mall,
	asked: Asked,
	method: string,
	cancelsToo: boolean,
	random: Random,
): Promise<number | undefined> {
	const { api } = asked.visit;
	const [id] = asked.orderIds;
	const rival = cancelsToo ? cancelOrder(mall, asked, random.fork()) : undefined;
	// Before it is known whether it was accepted: it may be, and the answer lost.
	asked.methods.push(method);
	const outcome = await insistOn(api, retry, { id, method, key: randomUUID() }, random, mall.over);
	await rival;
	if (outcome.ok) return outcome.payload.order.timeline.length;
	asked.methods.pop();
	// It was cancelled in the meantime, or its coupon has gone to somebody else.
	const isExpected =
		outcome.code === 'COUPON_INVALID' || (outcome.code === 'NOT_RETRYABLE' && asked.cancel.asked);
	if (!isExpected) asked.surprises.push(`retryPayment: ${outcome.code}`);
	return undefined;
}

export async function cancelWhenDue(
	mall: Mall,
	asked: Asked,
	plan: OrderPlan,
	random: Random,
): Promise<void> {
	if (plan.cancelAfter !== undefined) {
		await sleep(plan.cancelAfter);
		await cancelOrder(mall, asked, random);
	}
	if (!plan.cancelsDeclined || plan.retries.length > 0) return;
	const rest = await asked.watch?.until(({ status }) => status !== 'PLACED', mall.over);
	if (rest?.status === 'DECLINED') await cancelOrder(mall, asked, random);
}

async function cancelOrder({ over }: Mall, asked: Asked, random: Random): Promise<void> {
	const [id] = asked.orderIds;
	asked.cancel.asked = true;
	const outcome = await insistOn(asked.visit.api, cancel, { id }, random, over);
	if (outcome.ok) asked.cancel.accepted = true;
	else if (outcome.code !== 'NOT_CANCELLABLE') asked.surprises.push(`cancelOrder: ${outcome.code}`);
}

/** The admin pays a paid order back, at once or when it is completed. */
export async function refundWhenDue(
	{ admin, over }: Mall,
	asked: Asked,
	plan: OrderPlan,
	random: Random,
): Promise<void> {
	if (plan.refund === 'never') return;
	const awaited = plan.refund === 'when paid' ? ['PAID', 'INVOICED', 'COMPLETED'] : ['COMPLETED'];
	const [id] = asked.orderIds;
	// An order that rests elsewhere will not be paid any more.
	const last = ['DECLINED', 'CANCELLED'];
	const rest = await asked.watch?.until(({ status }) => [...awaited, ...last].includes(status), over);
	if (!rest || !awaited.includes(rest.status)) return;
	asked.refund.asked = true;
	const outcome = await insistOn(admin, refund, { id }, random, over);
	if (outcome.ok) asked.refund.accepted = true;
	else asked.surprises.push(`refundOrder: ${outcome.code}`);
	asked.watch?.comeBack();
}

function noteRefusedTwin(asked: Asked, outcome: Outcome): void {
	if (!outcome.ok && outcome.code !== 'COUPON_INVALID')
		asked.surprises.push(`placeOrder, sent twice: ${outcome.code}`);
}
