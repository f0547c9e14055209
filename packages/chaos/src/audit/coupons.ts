import { type Clause, holdEach } from './clause.ts';
import { paidOrders } from './order-facts.ts';

/** A coupon was used by exactly the paid orders that have it, never more often than it may, and nobody holds it still. */
export const coupons: Clause = {
	title: 'coupon uses equal the paid orders that used them',
	check(world) {
		const checked = world.coupons.reduce((sum, { uses }) => sum + uses.length, 0);
		const { violations } = holdEach(world.coupons, ({ code, uses, holds, usageLimit }) => {
			const paid = paidOrders(world).filter(({ coupon }) => coupon === code);
			const faults: string[] = [];
			for (const { id, number } of paid)
				if (!uses.includes(id)) faults.push(`${code}: its use by ${number} is not counted`);
			for (const id of uses)
				if (!paid.some((order) => order.id === id))
					faults.push(`${code}: counted for ${id}, which did not use it`);
			const open = holds.filter((id) => world.orders.some((order) => order.id === id));
			if (open.length > 0) faults.push(`${code}: still held for ${open.join(', ')}`);
			if (usageLimit !== undefined && uses.length > usageLimit)
				faults.push(`${code}: used ${uses.length} times instead of ${usageLimit}`);
			return faults;
		});
		const perCustomer = oncePerCustomer(paidOrders(world));
		return { checked, violations: [...violations, ...perCustomer] };
	},
};

function oncePerCustomer(
	paid: { coupon: string | null; customer: { email: string }; number: string }[],
): string[] {
	const users = new Map<string, string>();
	return paid
		.filter(({ coupon }) => coupon === 'WELCOME10')
		.flatMap(({ customer: { email }, number }) => {
			const before = users.get(email);
			users.set(email, number);
			return before === undefined ? [] : `WELCOME10: used by ${email} for ${before} and ${number}`;
		});
}
