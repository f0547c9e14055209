import { describe, expect, it } from 'vitest';
import { z } from 'zod';
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

	it.each([
		'ada',
		'ada@',
		'@example.com',
		'ada@example',
		'ada@example.com.',
		'a b@example.com',
		'a@b@c.de',
		'.ada@example.com',
		'a..b@example.com',
		'zoë@exämple.de',
		'<script>@example.com',
		'a@b.com\nBcc: c@d.com',
	])('refuses the e-mail address %j', (email) => {
		expect(contactProblem('email', email)).toBe('Enter an e-mail address like ada@example.com.');
	});

	it.each(['ada@example.com', 'a+b@sub.example.co.uk', "o'neill@example.com", 'ADA@EXAMPLE.COM'])(
		'takes %s',
		(email) => {
			expect(contactProblem('email', email)).toBeUndefined();
		},
	);

	it.each([
		'ada@example.com',
		'ada@example',
		'a..b@example.com',
		'a-@example.com',
		'a@-example.com',
		'a@example.c',
		'a@b_c.com',
		'"a b"@example.com',
		"'@example.com",
		'A+b_c@EX-ample.Org',
		'zoë@example.de',
	])('is as strict about %s as the API', (email) => {
		expect(contactProblem('email', email) === undefined).toBe(z.email().safeParse(email).success);
	});

	it('refuses a name of 10,000 characters, and says how many it has', () => {
		expect(contactProblem('firstName', 'x'.repeat(10_000))).toBe(
			'Shorten this to 100 characters or fewer; it has 10000.',
		);
	});

	it.each(['日向', "O'Neill-<b>Ñ</b>", 'أحمد', '👩\u200d🎨', 'می\u200cنا'])(
		'takes the name %s',
		(firstName) => {
			expect(contactErrors({ ...ada, firstName })).toEqual({});
		},
	);

	it.each(['Ada\nBcc: x', '\u202eecalevoL', 'Ada\ud800', 'Ada\u2028x'])('refuses the name %j', (lastName) => {
		expect(contactProblem('lastName', lastName)).toContain('cannot be printed');
	});

	it.each(['   ', '\u200b\u2060', '\u3000'])('takes the name %j for none', (lastName) => {
		expect(contactProblem('lastName', lastName)).toBe('Enter your last name.');
	});

	it('trims what was pasted', () => {
		const form = new FormData();
		form.set('email', ' ada@example.com\n');
		expect(readContact(form)).toEqual({ firstName: '', lastName: '', email: 'ada@example.com' });
	});
});
