import { money } from '@infinite-blob/money/money';
import { describe, expect, it } from 'vitest';
import { applyCoupon } from './apply-coupon.ts';
import { emptyCart } from './cart.ts';
import { type Coupon, couponCode, couponFault, discountOf } from './coupon.ts';

const terms = { code: 'X', minimum: 0, expiresAt: null, usageLimit: null, oncePerCustomer: false };
const tenPercent: Coupon = { ...terms, kind: 'percentage', percent: 10 };
const fiveOff: Coupon = { ...terms, kind: 'fixed', amount: 500, minimum: 3000 };

describe('a coupon', () => {
	it('is found whatever the case of its letters and the spaces around', () => {
		expect(couponCode('  welcome10 ')).toBe('WELCOME10');
	});

	it.each(['', '   ', 'A*', 'é', '-X', 'X'.repeat(65), ' '.repeat(10_000), 'A\nB'])(
		'cannot have the code %j',
		(given) => expect(couponCode(given)).toBeUndefined(),
	);

	it('takes its share off, rounded half up', () => {
		expect(discountOf(tenPercent, money(1005, 'USD'))).toEqual(money(101, 'USD'));
	});

	it('takes a fixed amount off, converted once', () => {
		expect(discountOf(fiveOff, money(9000, 'JPY'))).toEqual(money(757, 'JPY'));
	});

	it('never takes off more than there is', () => {
		expect(discountOf(fiveOff, money(300, 'USD'))).toEqual(money(300, 'USD'));
	});

	it('holds from its minimum on, in whichever currency', () => {
		expect(couponFault(fiveOff, money(2999, 'USD'), 0)?.code).toBe('COUPON_MINIMUM_NOT_MET');
		expect(couponFault(fiveOff, money(3000, 'USD'), 0)).toBeUndefined();
		expect(couponFault(fiveOff, money(4543, 'JPY'), 0)?.code).toBe('COUPON_MINIMUM_NOT_MET');
		expect(couponFault(fiveOff, money(4544, 'JPY'), 0)).toBeUndefined();
	});

	it('holds until its time is over', () => {
		const coupon = { ...tenPercent, expiresAt: 1000 };
		expect(couponFault(coupon, money(1, 'USD'), 999)).toBeUndefined();
		expect(couponFault(coupon, money(1, 'USD'), 1000)?.code).toBe('COUPON_EXPIRED');
	});

	it('cannot be applied when it is used up', () => {
		const cart = emptyCart('crt_1', 0);
		const coupon = { ...tenPercent, usageLimit: 2 };
		expect(applyCoupon(cart, coupon, 1, new Map(), 0).coupon).toBe('X');
		expect(() => applyCoupon(cart, coupon, 2, new Map(), 0)).toThrow(
			expect.objectContaining({ code: 'COUPON_USED_UP', field: 'code' }),
		);
	});
});
