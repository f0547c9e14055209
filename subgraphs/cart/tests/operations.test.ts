import { execFile } from 'node:child_process';
import path from 'node:path';
import { projectRoot } from '@infinite-blob/config/project-root';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CartUnderTest, startCartUnderTest } from './cart-under-test.ts';

const entry = path.join(projectRoot, 'subgraphs/cart/src/operations/coupons.ts');

describe('npm run coupons', () => {
	let cart: CartUnderTest;
	beforeAll(async () => {
		cart = await startCartUnderTest();
		cart.products.catalogue.set('prd_1', { name: 'Moon Night', price: 1500, available: true });
	});
	afterAll(() => cart[Symbol.asyncDispose]());

	function coupons(...args: string[]): Promise<{ code: number; said: string }> {
		const { host, port } = cart.redis.options;
		const env = { ...process.env, REDIS_URL: `redis://${host}:${port}` };
		return new Promise((done) => {
			execFile(process.execPath, [entry, ...args], { env }, (error, stdout, stderr) =>
				done({ code: error ? Number(error.code) : 0, said: `${stdout}${stderr}` }),
			);
		});
	}

	it('lists what a new shop has', async () => {
		expect(await coupons()).toEqual({
			code: 0,
			said:
				'BLOB5             $5.00 off, from $30.00, used 0 times\n' +
				'WELCOME10         10 % off, once per customer, used 0 times\n',
		});
	});

	it('makes a coupon, changes it, and ends it, while the shop runs', async () => {
		const shopper = cart.shopper();
		await shopper.add('prd_1', 2);
		const made = await coupons('set', 'summer20', '--percent', '20', '--limit', '3', '--minimum', '2000');
		expect(made).toEqual({
			code: 0,
			said: expect.stringMatching(/^SUMMER20 .*20 % off.*used 0 times of 3\n$/),
		});
		const applied = await shopper.applyCoupon('SUMMER20');
		expect(applied.cart?.discount?.amount).toBe(600);

		await coupons('set', 'SUMMER20', '--amount', '100', '--expires', '2999-01-01T00:00:00Z', '--once');
		expect(await cart.coupons.find('SUMMER20')).toMatchObject({
			...{ code: 'SUMMER20', kind: 'fixed', amount: 100, minimum: 0, usageLimit: null },
			...{ expiresAt: Date.UTC(2999, 0), oncePerCustomer: true },
		});

		expect((await coupons('end', 'summer20')).said).toContain('ended');
		const { userErrors } = await cart.shopper().applyCoupon('SUMMER20');
		expect(userErrors[0]?.code).toBe('COUPON_EXPIRED');
	});

	it.each([
		[['set', 'A B', '--percent', '5'], 'A code has'],
		[['set', 'X'], 'either --percent or --amount'],
		[['set', 'X', '--percent', '5', '--amount', '5'], 'either --percent or --amount'],
		[['set', 'X', '--percent', '101'], '--percent takes a whole number from 1 to 100'],
		[['set', 'X', '--amount', '1.5'], '--amount takes'],
		[['set', 'X', '--percent', '5', '--limit', '0'], '--limit takes'],
		[['set', 'X', '--percent', '5', '--expires', 'soon'], 'A DateTime is'],
		[['set', 'X', '--percnt', '5'], '--percnt'],
		[['end', 'UNHEARD-OF'], 'There is no coupon UNHEARD-OF.'],
		[['away', 'X'], '"away X" is no command'],
	])('says in a line what is wrong with %j, and changes nothing', async (args, line) => {
		const before = await cart.coupons.all(cart.redis);
		const { code, said } = await coupons(...args);
		expect([code, said]).toEqual([1, expect.stringContaining(line)]);
		expect(said.trim().split('\n')).toHaveLength(1);
		expect(await cart.coupons.all(cart.redis)).toEqual(before);
	});
});
