import { expect, it } from 'vitest';
import { customerHash } from './customer-hash.ts';

it('takes the spellings of one address for one customer', () => {
	const ann = customerHash('ann@example.com');
	expect(customerHash('  Ann@Example.COM ')).toBe(ann);
	expect(customerHash('ann+shop@example.com')).toBe(ann);
	expect(customerHash('anna@example.com')).not.toBe(ann);
	expect(customerHash('ann@example.org')).not.toBe(ann);
});
