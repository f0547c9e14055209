import { parseArgs } from 'node:util';
import { wholeOption } from '@infinite-blob/config/whole-option';
import { DateTime } from '@infinite-blob/subgraph/scalars';
import { type Coupon, couponCode } from '../domain/coupon.ts';

/** What is to be done with the shop's coupons. */
export type CouponTask = { does: 'list' } | { does: 'set'; coupon: Coupon } | { does: 'end'; code: string };

export const help = `npm run coupons -- [command]

  list                what there is, and how often each was used (without a command, too)
  set CODE options    makes a coupon, or changes all of one
    --percent N         takes so many per cent off, or
    --amount N          takes so many US cents off
    --minimum N         holds from a subtotal of so many US cents (0)
    --expires MOMENT    holds until then, such as 2027-01-01T00:00:00Z (for good)
    --limit N           so many orders may use it in all (any number)
    --once              each customer may use it once
  end CODE            it holds no more from now on`;

// As a price, so that it can be shown in every currency.
const maxAmount = 10_000_000;
const maxLimit = 2 ** 31 - 1;

/** @returns undefined when help was asked for. @throws with a message of one line for what cannot be */
export function readCouponOptions(args: string[]): CouponTask | undefined {
	const text = { type: 'string' } as const;
	const flag = { type: 'boolean', default: false } as const;
	const { values, positionals } = parseArgs({
		args,
		allowPositionals: true,
		options: {
			...{ percent: text, amount: text, minimum: text, expires: text, limit: text },
			...{ once: flag, help: { ...flag, short: 'h' } },
		},
	});
	if (values.help) return undefined;
	const [command = 'list', given = '', ...rest] = positionals;
	if (command === 'list' && given === '') return { does: 'list' };
	if ((command !== 'set' && command !== 'end') || rest.length > 0)
		throw new Error(`"${positionals.join(' ')}" is no command: see npm run coupons -- --help.`);
	const code = couponCode(given);
	if (code === undefined)
		throw new Error(`A code has up to 64 letters, digits, hyphens and underscores; "${given}" was given.`);
	if (command === 'end') return { does: 'end', code };
	const { percent, amount, minimum, expires, limit, once } = values;
	if ((percent === undefined) === (amount === undefined))
		throw new Error('A coupon takes either --percent or --amount.');
	return {
		does: 'set',
		coupon: {
			code,
			...(percent === undefined
				? { kind: 'fixed', amount: wholeOption('amount', amount ?? '', maxAmount, 1) }
				: { kind: 'percentage', percent: wholeOption('percent', percent, 100, 1) }),
			minimum: minimum === undefined ? 0 : wholeOption('minimum', minimum, maxAmount),
			expiresAt: expires === undefined ? null : DateTime.parseValue(expires),
			usageLimit: limit === undefined ? null : wholeOption('limit', limit, maxLimit, 1),
			oncePerCustomer: once,
		},
	};
}
