import { describe, expect, it } from 'vitest';
import { readDraft, writeDraft } from './draft.ts';

const contact = { firstName: 'Łucja', lastName: '日向', email: 'lucja@example.com' };
const card = { paymentMethod: 'pm_card_visa', idempotencyKey: '5f3c' };
const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('what was entered at the checkout', () => {
	it('is read as it was written, with a card and without', () => {
		for (const draft of [
			{ contact, card },
			{ contact, card: null },
		])
			expect(readDraft(writeDraft(draft))).toEqual(draft);
	});

	it('fits into a cookie at its longest', () => {
		const longest = {
			firstName: '漢'.repeat(100),
			lastName: '漢'.repeat(100),
			email: `${'a'.repeat(242)}@example.com`,
		};
		const text = writeDraft({ contact: longest, card: { ...card, idempotencyKey: 'k'.repeat(64) } });
		expect(text.length).toBeLessThan(3_000);
		expect(readDraft(text)?.contact).toEqual(longest);
	});

	it.each([
		undefined,
		'',
		'garbage',
		'%%%',
		encoded(null),
		encoded({}),
		encoded([1, 2, 3]),
		encoded(['Ada']),
	])('is nothing when the cookie says %j', (text) => {
		expect(readDraft(text)).toBeNull();
	});

	it('is nothing when it would have been refused as typed', () => {
		expect(readDraft(writeDraft({ contact: { ...contact, email: 'none' }, card }))).toBeNull();
	});

	it('has no card when the cookie names none of the shop’s', () => {
		const draft = { contact, card: { ...card, paymentMethod: 'pm_card_gold' } };
		expect(readDraft(writeDraft(draft))).toEqual({ contact, card: null });
	});
});
