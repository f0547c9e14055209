import { describe, expect, it } from 'vitest';
import { contactErrors, contactProblem, readContact } from './contact.ts';

const ada = { firstName: 'Ada', lastName: 'Lovelace', email: 'ada@example.com' };

describe('the contact', () => {
	it('is fine when complete', () => {
		expect(contactErrors(ada)).toEqual({});
	});

	it('names every missing field at once', () => {
		const errors = contactErrors({ firstName: '', lastName: ' ', email: '' });
		expect(Object.keys(errors)).toEqual(['firstName', 'lastName', 'email']);
	});

	it.each(['ada', 'ada@', '@example.com', 'ada@example', 'ada@example.com.', 'a b@example.com', 'a@b@c.de'])(
		'refuses the e-mail address %s',
		(email) => {
			expect(contactProblem('email', email)).toBe('Enter an e-mail address like ada@example.com.');
		},
	);

	it.each(['ada@example.com', 'a+b@sub.example.co.uk', 'zoë@exämple.de'])('takes %s', (email) => {
		expect(contactProblem('email', email)).toBeUndefined();
	});

	it('refuses a name of 10,000 characters', () => {
		expect(contactProblem('firstName', 'x'.repeat(10_000))).toBe('Shorten this to 100 characters or fewer.');
	});

	it('takes any script and any punctuation in a name', () => {
		expect(contactErrors({ ...ada, firstName: '日向', lastName: "O'Neill-<b>Ñ</b>" })).toEqual({});
	});

	it('trims what was pasted', () => {
		const form = new FormData();
		form.set('email', ' ada@example.com\n');
		expect(readContact(form)).toEqual({ firstName: '', lastName: '', email: 'ada@example.com' });
	});
});
