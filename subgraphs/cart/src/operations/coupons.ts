// `npm run coupons`: lists, makes, changes and ends the coupons of a running shop.
import { readOperationSettings } from '@infinite-blob/config/operation-settings';
import { runWithOptions } from '@infinite-blob/config/run-with-options';
import { format, money } from '@infinite-blob/money/money';
import { connectRedis, disconnect } from '@infinite-blob/redis/connect';
import { connectDocuments } from '@infinite-blob/redis/documents';
import { Transactions } from '@infinite-blob/redis/transactions';
import { CouponRepository } from '../coupon-repository.ts';
import { CouponUses } from '../coupon-uses.ts';
import { type Coupon, isExpired } from '../domain/coupon.ts';
import { type CouponTask, help, readCouponOptions } from './coupon-options.ts';

const client = 'cart-operations';

async function run(task: CouponTask): Promise<void> {
	const { REDIS_URL: url } = readOperationSettings({});
	await using open = new AsyncDisposableStack();
	const redis = open.adopt(await connectRedis(url, client), disconnect);
	const coupons = new CouponRepository(open.use(await connectDocuments(url, client)));
	const uses = new CouponUses(redis, open.use(new Transactions(redis)), Date.now);
	const tell = async (coupon: Coupon) => console.log(describe(coupon, await uses.count(coupon.code)));
	if (task.does === 'list') {
		const all = await coupons.all(redis);
		if (all.length === 0) console.log('There are no coupons.');
		for (const coupon of all) await tell(coupon);
		return;
	}
	const coupon = task.does === 'set' ? task.coupon : await ended(coupons, task.code);
	await coupons.save(coupon);
	await tell(coupon);
}

async function ended(coupons: CouponRepository, code: string): Promise<Coupon> {
	const coupon = await coupons.find(code);
	if (!coupon) throw new Error(`There is no coupon ${code}.`);
	return { ...coupon, expiresAt: Date.now() };
}

/** A coupon in a line: `WELCOME10  10 % off, once per customer, used 3 times`. */
function describe(coupon: Coupon, count: number): string {
	const { code, minimum, expiresAt, usageLimit, oncePerCustomer } = coupon;
	const dollars = (cents: number) => format(money(cents, 'USD'));
	const terms = [
		coupon.kind === 'percentage' ? `${coupon.percent} % off` : `${dollars(coupon.amount)} off`,
		minimum > 0 && `from ${dollars(minimum)}`,
		oncePerCustomer && 'once per customer',
		expiresAt !== null &&
			`${isExpired(coupon, Date.now()) ? 'ended' : 'until'} ${new Date(expiresAt).toISOString()}`,
		`used ${count} ${count === 1 ? 'time' : 'times'}${usageLimit === null ? '' : ` of ${usageLimit}`}`,
	];
	return `${code.padEnd(16)}  ${terms.filter(Boolean).join(', ')}`;
}

await runWithOptions(readCouponOptions, help, run);
