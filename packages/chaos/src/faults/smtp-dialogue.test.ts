import { describe, expect, it } from 'vitest';
import { SmtpDialogue } from './smtp-dialogue.ts';

const mail = 'From: a@example.com\r\nMessage-ID: <one@example.com>\r\nSubject: S\r\n\r\nText\r\n.\r\n';

/** Speaks for both sides. @returns what the dialogue took for the acceptance of a mail */
function hold(dialogue: SmtpDialogue, pieces: string[], lastAnswer: string): string | undefined {
	dialogue.answered('220 hello\r\n');
	for (const command of ['EHLO me', 'MAIL FROM:<a@example.com>', 'RCPT TO:<b@example.com>']) {
		dialogue.said(Buffer.from(`${command}\r\n`));
		expect(dialogue.answered('250 OK\r\n')).toBeUndefined();
	}
	dialogue.said(Buffer.from('DATA\r\n'));
	dialogue.answered('354 Go on\r\n');
	for (const piece of pieces) dialogue.said(Buffer.from(piece));
	return dialogue.answered(lastAnswer);
}

describe('a connection over which mail is sent', () => {
	it.each([1, 4, 1000])('tells which mail was accepted, arriving in pieces of %i bytes', (size) => {
		const pieces = mail.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? [];
		const dialogue = new SmtpDialogue(() => false);
		expect(hold(dialogue, pieces, '250 taken\r\n')).toBe('<one@example.com>');
		expect(hold(dialogue, pieces, '250 taken\r\n')).toBe('<one@example.com>');
	});

	it('tells of none that was refused', () => {
		expect(hold(new SmtpDialogue(() => false), [mail], '550 no\r\n')).toBeUndefined();
	});

	it('answers for a mailbox that is full, without asking the server', () => {
		const dialogue = new SmtpDialogue((address) => address === 'b@full.example');
		const { pass, reply } = dialogue.said(Buffer.from('RCPT TO:<b@full.example>\r\n'));
		expect(pass).toHaveLength(0);
		expect(reply).toMatch(/^450 /);
		expect(dialogue.said(Buffer.from('RCPT TO:<c@full.example>\r\n')).reply).toBeUndefined();
	});
});
